//! Cuts RON text into tokens, without building values and without recursion.
//!
//! It knows just what is needed to tell brackets, commas and colons from the same characters inside strings, characters and
//! comments. Whether a token makes sense is left to the parser proper.

/// What kind of token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// Any string, plain, raw or of bytes, with its quotes.
    Text,
    /// A single character in quotes, or a byte.
    Char,
    /// Starts like a number.
    Number,
    /// A name: field, variant, `true`, `None`.
    Word,
    /// A character that belongs to none of these.
    Other,
    /// A string without its closing quote: reaches to the end of the text.
    OpenText,
    /// A block comment without its end: reaches to the end of the text.
    OpenComment,
}

/// A token and its bytes, `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Runs over a text from left to right.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Skips blanks and comments. Gives the start of a block comment that never ends.
    fn skip_blank(&mut self) -> Option<usize> {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(is_blank);
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                let start = self.at;
                match block_comment_len(trimmed) {
                    Some(len) => self.at += len,
                    None => {
                        self.at = self.text.len();
                        return Some(start);
                    }
                }
            } else {
                return None;
            }
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(start) = self.skip_blank() {
            return Some(Token { kind: Kind::OpenComment, start, end: self.at });
        }
        let start = self.at;
        let (kind, len) = token(self.rest())?;
        self.at += len;
        Some(Token { kind, start, end: self.at })
    }
}

/// Blanks as RON has them: not all that Unicode calls white space.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// Length of the block comment at the start of `text`; they nest.
fn block_comment_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut i) = (0_usize, 0);
    loop {
        match bytes.get(i..i + 2)? {
            b"/*" => {
                depth += 1;
                i += 2;
            }
            b"*/" => {
                depth -= 1;
                i += 2;
                if depth == 0 {
                    return Some(i);
                }
            }
            _ => i += 1,
        }
    }
}

/// Kind and length of the token at the start of `rest`; `None` at the end.
fn token(rest: &str) -> Option<(Kind, usize)> {
    let first = rest.chars().next()?;
    Some(match first {
        '(' | '[' | '{' => (Kind::Open(first as u8), 1),
        ')' | ']' | '}' => (Kind::Close(first as u8), 1),
        ',' => (Kind::Comma, 1),
        ':' => (Kind::Colon, 1),
        '"' => string(rest, 0),
        '\'' => character(rest, 0),
        '0'..='9' | '+' | '-' | '.' => (Kind::Number, run(rest, 0)),
        'b' if rest.starts_with("b\"") => string(rest, 1),
        'b' if rest.starts_with("b'") => character(rest, 1),
        'b' | 'r' => prefixed(rest),
        _ if is_bare(first) => (Kind::Word, run(rest, 0)),
        _ => (Kind::Other, first.len_utf8()),
    })
}

/// Part of a name or number.
fn is_bare(c: char) -> bool {
    !is_blank(c) && (!c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '+' | '-'))
}

/// End of the run of name or number characters that starts at `from`.
fn run(rest: &str, from: usize) -> usize {
    rest.get(from..).map_or(rest.len(), |tail| from + tail.find(|c| !is_bare(c)).unwrap_or(tail.len()))
}

/// A plain string whose opening quote is at `quote`.
fn string(rest: &str, quote: usize) -> (Kind, usize) {
    let bytes = rest.as_bytes();
    let mut i = quote + 1;
    while let Some(byte) = bytes.get(i) {
        match byte {
            b'"' => return (Kind::Text, i + 1),
            b'\\' => i += 2,
            _ => i += 1,
        }
    }
    (Kind::OpenText, rest.len())
}

/// A character whose opening quote is at `quote`; a lone quote when it is not one.
fn character(rest: &str, quote: usize) -> (Kind, usize) {
    let mut chars = rest.char_indices().skip_while(|(i, _)| *i <= quote);
    let escaped = match chars.next() {
        Some((_, '\\')) => chars.next().is_some(),
        Some(_) => false,
        None => return (Kind::Other, rest.len()),
    };
    // The longest escape is `\u{10FFFF}`.
    for (i, c) in chars.take(if escaped { 10 } else { 1 }) {
        if c == '\'' {
            return (Kind::Char, i + 1);
        }
    }
    (Kind::Other, quote + 1)
}

/// A raw string, a raw name, or a plain name that starts with `b` or `r`.
fn prefixed(rest: &str) -> (Kind, usize) {
    let hashes_at = if rest.starts_with("br") { 2 } else { 1 };
    let raw = rest.starts_with('r') || hashes_at == 2;
    if raw && let Some(tail) = rest.get(hashes_at..) {
        let hashes = tail.len() - tail.trim_start_matches('#').len();
        if tail[hashes..].starts_with('"') {
            let inside = hashes_at + hashes + 1;
            let closing = format!("\"{}", &tail[..hashes]);
            return match rest[inside..].find(&closing) {
                Some(i) => (Kind::Text, inside + i + closing.len()),
                None => (Kind::OpenText, rest.len()),
            };
        }
        if hashes_at == 1 && hashes == 1 {
            return (Kind::Word, run(rest, 2));
        }
    }
    (Kind::Word, run(rest, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, Kind)> {
        Tokens::new(text).map(|t| (&text[t.start..t.end], t.kind)).collect()
    }

    #[test]
    fn quotes_and_comments_hide_brackets() {
        let text = r###"a/*[/*(*/*/: "(\")\\", // }
            r#"]"]"#,'(' '\'' '"' b'[' b"\"{" br##"}"#}"## r"\" r#type brown -0.5 é"###;
        let kinds: Vec<_> = cut(text);
        assert!(
            !kinds.iter().any(|(_, k)| matches!(k, Kind::Open(_) | Kind::Close(_) | Kind::OpenText)),
            "{kinds:?}"
        );
        let words: Vec<_> = kinds.iter().filter(|(_, k)| *k == Kind::Word).map(|(t, _)| *t).collect();
        assert_eq!(words, ["a", "r#type", "brown", "é"]);
        assert_eq!(kinds.iter().filter(|(_, k)| *k == Kind::Char).count(), 4);
        assert_eq!(kinds.iter().filter(|(_, k)| *k == Kind::Text).count(), 5);
    }

    #[test]
    fn what_never_ends_reaches_to_the_end() {
        assert_eq!(cut("a \"b"), [("a", Kind::Word), ("\"b", Kind::OpenText)]);
        assert_eq!(cut("\"b\\"), [("\"b\\", Kind::OpenText)]);
        assert_eq!(cut("r#\"b\""), [("r#\"b\"", Kind::OpenText)]);
        assert_eq!(cut("a /* /* */"), [("a", Kind::Word), ("/* /* */", Kind::OpenComment)]);
        assert_eq!(cut("/"), [("/", Kind::Other)]);
        assert_eq!(cut("'"), [("'", Kind::Other)]);
        assert_eq!(cut("r#"), [("r#", Kind::Word)]);
    }
}
