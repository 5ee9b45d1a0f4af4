//! The type families that reports are set in: the same files as the window's.

use std::sync::LazyLock;

/// The faces, ready to be asked for letters, by their numbers. A file that is no font leaves its place empty.
static READY: LazyLock<Vec<Option<rustybuzz::Face<'static>>>> =
    LazyLock::new(|| Face::ALL.iter().map(|face| rustybuzz::Face::from_slice(face.bytes(), 0)).collect());

/// A family in one weight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Face {
    /// Articles.
    Serif,
    /// Headlines.
    SerifBold,
    /// Notes, labels.
    Sans,
    /// Headings.
    SansBold,
    /// Figures.
    Mono,
    /// Figures that stand out.
    MonoBold,
    /// Signs that the others lack.
    SymbolsA,
    /// More of them.
    SymbolsB,
    /// The box for letters that nobody has, and nothing else.
    Missing,
}

impl Face {
    /// All of them; the place of each is its number.
    pub(super) const ALL: [Self; 9] = [
        Self::Serif,
        Self::SerifBold,
        Self::Sans,
        Self::SansBold,
        Self::Mono,
        Self::MonoBold,
        Self::SymbolsA,
        Self::SymbolsB,
        Self::Missing,
    ];

    /// The font file.
    #[must_use]
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../assets/fonts/serif.ttf"),
            Self::SerifBold => include_bytes!("../../assets/fonts/serif-bold.ttf"),
            Self::Sans => include_bytes!("../../assets/fonts/sans.ttf"),
            Self::SansBold => include_bytes!("../../assets/fonts/sans-bold.ttf"),
            Self::Mono => include_bytes!("../../assets/fonts/mono.ttf"),
            Self::MonoBold => include_bytes!("../../assets/fonts/mono-bold.ttf"),
            Self::SymbolsA => include_bytes!("../../assets/fonts/symbols-a.ttf"),
            Self::SymbolsB => include_bytes!("../../assets/fonts/symbols-b.ttf"),
            Self::Missing => include_bytes!("../../assets/fonts/missing.ttf"),
        }
    }

    /// The face, ready to be measured.
    #[must_use]
    pub(super) fn ready(self) -> Option<&'static rustybuzz::Face<'static>> {
        READY.get(self as usize)?.as_ref()
    }

    /// Whether it has a letter.
    #[must_use]
    pub(super) fn has(self, letter: char) -> bool {
        self.ready().is_some_and(|face| face.glyph_index(letter).is_some())
    }

    /// Where a letter is looked for, one after the other. Sans has every letter of the others.
    #[must_use]
    pub(super) fn chain(self) -> [Self; 4] {
        let second = match self {
            Self::SerifBold | Self::SansBold | Self::MonoBold => Self::SansBold,
            _ => Self::Sans,
        };
        [self, second, Self::SymbolsA, Self::SymbolsB]
    }

    /// The family's name and its weight, as pages for the browser ask for it.
    #[must_use]
    pub(super) fn css(self) -> (&'static str, u16) {
        match self {
            Self::Serif => ("Terms Serif", 400),
            Self::SerifBold => ("Terms Serif", 600),
            Self::Sans => ("Terms Sans", 400),
            Self::SansBold => ("Terms Sans", 600),
            Self::Mono => ("Terms Mono", 400),
            Self::MonoBold => ("Terms Mono", 600),
            Self::SymbolsA => ("Terms Symbols A", 400),
            Self::SymbolsB => ("Terms Symbols B", 400),
            Self::Missing => ("Terms Missing", 400),
        }
    }
}

/// The box that stands for a letter that nobody has.
pub(super) const BOX: char = '\u{25FB}';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_can_be_read_and_has_its_number() {
        for (number, face) in Face::ALL.into_iter().enumerate() {
            assert_eq!(face as usize, number);
            assert!(face.ready().is_some(), "{face:?}");
        }
        assert!(Face::Missing.has(BOX));
        assert!(!Face::Serif.has('\u{6771}'));
        for sign in ['\u{2713}', '\u{2717}', '\u{2212}', '\u{2192}', '\u{25b2}'] {
            assert!(Face::MonoBold.chain().iter().any(|face| face.has(sign)), "{sign}");
        }
    }
}
