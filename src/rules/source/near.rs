//! "Did you mean": the nearest of the right names to a wrong one, and names in messages.

/// Longer names are not compared: a slip of the pen is not looked for in a paragraph.
const LONGEST: usize = 64;

/// How many right names a help line lists.
const LISTED: usize = 8;

/// How many characters of a foreign text a message shows.
const QUOTED: usize = 40;

/// The name among `among` that was probably meant by `wanted`, if any is near.
///
/// Near is the same but for case, or at most a third of its characters inserted, left out, changed or swapped (one for a short
/// name). Of equally near names the first.
pub fn nearest<'a>(wanted: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let len = wanted.chars().count();
    if len == 0 || len > LONGEST {
        return None;
    }
    let lower = wanted.to_lowercase();
    let most = (len / 3).max(1).min(len - 1);
    let mut best = None;
    for name in among {
        let other = name.chars().take(LONGEST + 1).count();
        if other > LONGEST || other.abs_diff(len) > most.max(1) {
            continue;
        }
        let other_lower = name.to_lowercase();
        if other_lower == lower {
            return Some(name);
        }
        let distance = strsim::osa_distance(&lower, &other_lower);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// A help line for a wrong name: `did you mean "p15"? expected one of: p0, p10, p15, and 3 more`.
///
/// `among` are the right names in the order to list them, at most eight of which are.
pub fn name_help<'a>(wanted: &str, among: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = among.into_iter().collect();
    let mut help = match nearest(wanted, names.iter().copied()) {
        Some(name) => format!("did you mean {}? ", quote(name)),
        None => String::new(),
    };
    let listed: Vec<String> = names.iter().take(LISTED).map(|name| shown(name)).collect();
    help += &match names.len() {
        0 => "there are none to choose from".to_owned(),
        1 => format!("expected {}", listed.concat()),
        n if n > LISTED => format!("expected one of: {}, and {} more", listed.join(", "), n - LISTED),
        _ => format!("expected one of: {}", listed.join(", ")),
    };
    help
}

/// A foreign text for a message: in quotes, control characters written out, and cut when long.
#[must_use]
pub fn quote(text: &str) -> String {
    format!("\"{}\"", shown(text))
}

/// As [`quote`], without the quotes.
fn shown(text: &str) -> String {
    let mut out: String = text.chars().take(QUOTED).map(safe).collect();
    if text.chars().nth(QUOTED).is_some() {
        out.push('…');
    }
    out
}

/// A message with nothing in it that could move the cursor of a terminal or start a new line.
pub(super) fn clean(message: String) -> String {
    if message.chars().all(|c| safe(c) == c) {
        return message;
    }
    message.chars().map(safe).collect()
}

/// What cannot be seen, or could reorder the line, becomes a replacement mark.
fn safe(c: char) -> char {
    let reorders = matches!(c, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || reorders { '\u{FFFD}' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_not() {
        let names = ["options", "title", "start", "p15", "P20"];
        assert_eq!(nearest("optoins", names), Some("options"));
        assert_eq!(nearest("Title", names), Some("title"));
        assert_eq!(nearest("15", names), Some("p15"));
        assert_eq!(nearest("p20", names), Some("P20"));
        assert_eq!(nearest("weight", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("x", ["X"]), Some("X"));
        assert_eq!(nearest(&"a".repeat(1 << 20), names), None);
    }

    #[test]
    fn help_lists_at_most_eight() {
        assert_eq!(name_help("15", ["p0", "p15"]), "did you mean \"p15\"? expected one of: p0, p15");
        assert_eq!(
            name_help("zz", ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]),
            "expected one of: a, b, c, d, e, f, g, h, and 2 more"
        );
        assert_eq!(name_help("zz", ["alpha"]), "expected alpha");
        assert_eq!(name_help("zz", []), "there are none to choose from");
        assert_eq!(quote("a\u{1b}[0m"), "\"a\u{FFFD}[0m\"");
    }
}
