//! Sets text: measures it, breaks it into lines, and finds a face for every letter.
//!
//! Lines are broken at spaces and behind dashes and slashes, never inside a word, unless the word alone is wider than the line.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};

use crate::report::faces::{BOX, Face};
use crate::report::svg::allowed;

/// Letters of one face in a row.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) face: Face,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// How far it begins from the left, for a size of 1.
    pub(super) from: f32,
}

/// A line that is ready to be drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// For a size of 1.
    width: f32,
}

impl Line {
    /// How wide it is at a size.
    pub(super) fn width(&self, size: f32) -> f32 {
        self.width * size
    }
}

/// A text as one line.
pub(super) fn line(text: &str, face: Face) -> Line {
    let mut line = Line::default();
    let mut pending: Option<(Face, String)> = None;
    for letter in text.chars().map(allowed) {
        let wanted = face_of(letter, face, pending.as_ref().map(|(face, _)| *face));
        match &mut pending {
            Some((face, run)) if *face == wanted => run.push(letter),
            _ => {
                if let Some((face, run)) = pending.replace((wanted, letter.to_string())) {
                    line.push(face, run);
                }
            }
        }
    }
    if let Some((face, run)) = pending {
        line.push(face, run);
    }
    line
}

impl Line {
    fn push(&mut self, face: Face, text: String) {
        let glyphs = if face == Face::Missing { boxes(&text) } else { shaped(&text, face) };
        let width: f32 = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        self.runs.push(Run { face, text, glyphs, from: self.width });
        self.width += width;
    }
}

/// Who draws a letter. Spaces stay with the letters before them.
fn face_of(letter: char, wanted: Face, before: Option<Face>) -> Face {
    match before {
        Some(face) if letter.is_whitespace() && face.has(letter) => face,
        _ => wanted.chain().into_iter().find(|face| face.has(letter)).unwrap_or(Face::Missing),
    }
}

fn shaped(text: &str, face: Face) -> Vec<KrillaGlyph> {
    let Some(ready) = face.ready() else { return Vec::new() };
    let em = units(ready);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(Direction::LeftToRight);
    let out = rustybuzz::shape(ready, &[], buffer);
    let starts: Vec<usize> = out.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let glyphs = out.glyph_infos().iter().zip(out.glyph_positions()).enumerate();
    glyphs
        .map(|(at, (info, position))| {
            let start = starts[at];
            let end = starts[at..].iter().copied().find(|next| *next > start).unwrap_or(text.len());
            glyph(info.glyph_id, [position.x_advance, position.x_offset, position.y_offset], em, start..end)
        })
        .collect()
}

/// A box for each letter, which still is the letter to whoever copies it.
fn boxes(text: &str) -> Vec<KrillaGlyph> {
    let Some(ready) = Face::Missing.ready() else { return Vec::new() };
    let Some(id) = ready.glyph_index(BOX) else { return Vec::new() };
    let advance = i32::from(ready.glyph_hor_advance(id).unwrap_or(0));
    text.char_indices()
        .map(|(at, letter)| glyph(u32::from(id.0), [advance, 0, 0], units(ready), at..at + letter.len_utf8()))
        .collect()
}

fn units(face: &rustybuzz::Face<'_>) -> f32 {
    // Faces have at most 16384 units.
    face.units_per_em().max(1) as f32
}

fn glyph(id: u32, [advance, x, y]: [i32; 3], em: f32, text: Range<usize>) -> KrillaGlyph {
    let part = |units: i32| units as f32 / em;
    KrillaGlyph::new(GlyphId::new(id), part(advance), part(x), part(y), 0.0, text, None)
}

/// A piece of text that is not broken, and whether a space stands before it.
struct Word<'a> {
    text: &'a str,
    spaced: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for part in text.split([' ', '\n', '\t', '\r']).filter(|part| !part.is_empty()) {
        let mut spaced = true;
        let mut from = 0;
        let letters: Vec<(usize, char)> = part.char_indices().collect();
        for three in letters.windows(3) {
            let [(_, before), (_, dash), (next, after)] = [three[0], three[1], three[2]];
            let breaks = matches!(dash, '-' | '\u{2013}' | '\u{2014}' | '/');
            if breaks && before.is_alphabetic() && after.is_alphabetic() {
                words.push(Word { text: &part[from..next], spaced });
                (spaced, from) = (false, next);
            }
        }
        words.push(Word { text: &part[from..], spaced });
    }
    words
}

/// How wide a text is at a size.
pub(super) fn width(text: &str, face: Face, size: f32) -> f32 {
    line(text, face).width(size)
}

/// How wide the widest part of a text is that cannot be broken.
pub(super) fn widest_word(text: &str, face: Face, size: f32) -> f32 {
    words(text).iter().map(|word| width(word.text, face, size)).fold(0.0, f32::max)
}

/// Breaks a text into lines no wider than that; always at least one.
pub(super) fn wrap(text: &str, face: Face, size: f32, most: f32) -> Vec<String> {
    // What was measured word by word may come out a trifle wider in one piece.
    let most = most + 0.01;
    let space = width(" ", face, size);
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for word in words(text) {
        let own = width(word.text, face, size);
        let gap = if word.spaced && used > 0.0 { space } else { 0.0 };
        if used > 0.0 && used + gap + own > most {
            lines.push(String::new());
            used = 0.0;
        } else if gap > 0.0 {
            push(&mut lines, " ");
            used += gap;
        }
        if own <= most {
            push(&mut lines, word.text);
            used += own;
            continue;
        }
        for letter in word.text.chars() {
            let mut buffer = [0; 4];
            let letter: &str = letter.encode_utf8(&mut buffer);
            let own = width(letter, face, size);
            if used > 0.0 && used + own > most {
                lines.push(String::new());
                used = 0.0;
            }
            push(&mut lines, letter);
            used += own;
        }
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

/// Breaks a text into as few lines as [`wrap`], all about as long.
pub(super) fn balanced(text: &str, face: Face, size: f32, most: f32) -> Vec<String> {
    let fewest = wrap(text, face, size, most);
    let (mut short, mut long) = (most / 2.0, most);
    for _ in 0..8 {
        let middle = f32::midpoint(short, long);
        if wrap(text, face, size, middle).len() > fewest.len() {
            short = middle;
        } else {
            long = middle;
        }
    }
    wrap(text, face, size, long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_every_word_and_their_width() {
        let text = "Japan wins its tariff, and pays with the pen that picks the projects: rare-earth terms";
        for most in [40.0, 90.0, 200.0] {
            let lines = wrap(text, Face::Serif, 10.0, most);
            assert!(lines.iter().all(|line| width(line, Face::Serif, 10.0) <= most + 1.0), "{lines:?}");
            let all: String = lines.concat().chars().filter(|letter| !letter.is_whitespace()).collect();
            assert_eq!(all, text.replace(' ', ""));
        }
        assert_eq!(wrap("", Face::Sans, 9.0, 50.0), [""]);
        assert_eq!(wrap("either/or", Face::Sans, 10.0, 35.0), ["either/", "or"]);
        assert_eq!(wrap("a\u{a0}b c", Face::Sans, 10.0, 15.0), ["a\u{a0}b", "c"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        let word = "Donaudampfschifffahrtsgesellschaft";
        let lines = wrap(word, Face::Sans, 10.0, 40.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), word);
        assert_eq!(wrap("\u{6771}\u{4eac}", Face::Sans, 10.0, 0.0).concat(), "\u{6771}\u{4eac}");
    }

    #[test]
    fn every_letter_finds_a_face() {
        let faces = |text: &str| line(text, Face::Mono).runs.iter().map(|run| run.face).collect::<Vec<_>>();
        assert_eq!(faces("Zo\u{eb} 12"), [Face::Mono]);
        assert_eq!(faces("a \u{6771}\u{4eac} b"), [Face::Mono, Face::Missing, Face::Mono]);
        assert_eq!(faces("\u{2717}").len(), 1);
        let boxes = line("\u{6771}\u{4eac}", Face::Serif);
        assert_eq!(
            boxes.runs[0].glyphs.iter().map(|glyph| glyph.text_range.clone()).collect::<Vec<_>>(),
            [0..3, 3..6]
        );
        assert!(boxes.width(10.0) > 5.0);
        assert!(line("", Face::Serif).runs.is_empty());
    }

    #[test]
    fn a_headline_has_lines_of_about_one_length() {
        let text = "Japan wins its tariff, and pays with the pen that picks the projects";
        let lines = balanced(text, Face::SerifBold, 24.0, 480.0);
        let widths: Vec<f32> = lines.iter().map(|line| width(line, Face::SerifBold, 24.0)).collect();
        assert_eq!(lines.len(), wrap(text, Face::SerifBold, 24.0, 480.0).len());
        assert!((widths[0] - widths[1]).abs() < 120.0, "{widths:?}");
    }
}
