//! The type families and how to ask for them.

use std::sync::Arc;

use bevy_egui::egui::{FontData, FontDefinitions, FontFamily, FontId};

use super::tokens::Size;

/// A family in one weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Documents and news.
    Serif,
    /// Titles of documents.
    SerifBold,
    /// Quotations and headlines being drafted.
    SerifItalic,
    /// Instruments.
    Sans,
    /// Headings of instruments, buttons.
    SansBold,
    /// Figures.
    Mono,
    /// Figures that changed or that count.
    MonoBold,
}

/// Faces with the bytes of their files. The order is that of [`Face`].
const FILES: [(Face, &[u8]); 7] = [
    (Face::Serif, include_bytes!("../../assets/fonts/serif.ttf")),
    (Face::SerifBold, include_bytes!("../../assets/fonts/serif-bold.ttf")),
    (Face::SerifItalic, include_bytes!("../../assets/fonts/serif-italic.ttf")),
    (Face::Sans, include_bytes!("../../assets/fonts/sans.ttf")),
    (Face::SansBold, include_bytes!("../../assets/fonts/sans-bold.ttf")),
    (Face::Mono, include_bytes!("../../assets/fonts/mono.ttf")),
    (Face::MonoBold, include_bytes!("../../assets/fonts/mono-bold.ttf")),
];

/// Where a letter is looked for when the family itself lacks it. The last holds nothing but the box for letters nobody has; it stays a
/// file of its own, because the toolkit counts every letter of the file with the box as missing.
const FALLBACKS: [(&str, &[u8]); 3] = [
    ("symbols-a", include_bytes!("../../assets/fonts/symbols-a.ttf")),
    ("symbols-b", include_bytes!("../../assets/fonts/symbols-b.ttf")),
    ("missing", include_bytes!("../../assets/fonts/missing.ttf")),
];

impl Face {
    /// The family's name, the same as its file's.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::SerifBold => "serif-bold",
            Self::SerifItalic => "serif-italic",
            Self::Sans => "sans",
            Self::SansBold => "sans-bold",
            Self::Mono => "mono",
            Self::MonoBold => "mono-bold",
        }
    }

    /// The family as the toolkit names it.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Sans => FontFamily::Proportional,
            Self::Mono => FontFamily::Monospace,
            other => FontFamily::Name(other.name().into()),
        }
    }
}

/// A face at a step of the type scale.
#[must_use]
pub fn font(face: Face, size: Size) -> FontId {
    FontId::new(size.points(), face.family())
}

/// A face at any size, for marks whose lettering follows their shape.
#[must_use]
pub fn font_at(face: Face, points: f32) -> FontId {
    FontId::new(points, face.family())
}

/// All families. Each falls back to the plain sans (which has every letter and arrow) and then to the signs.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut all = FontDefinitions::empty();
    for (face, bytes) in FILES {
        all.font_data.insert(face.name().to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut chain = vec![face.name().to_owned()];
        if face != Face::Sans {
            chain.push(Face::Sans.name().to_owned());
        }
        chain.extend(FALLBACKS.iter().map(|(name, _)| (*name).to_owned()));
        // The names work too, for text styles that are written by name.
        all.families.insert(FontFamily::Name(face.name().into()), chain.clone());
        all.families.insert(face.family(), chain);
    }
    for (name, bytes) in FALLBACKS {
        all.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::{Context, RawInput};

    /// Signs the screens use; letters of names and places with them.
    const NEEDED: &str =
        "→←↑↓−+±×·…–—“”‘’‹›•●○◆◇▲△■□▶◀▸▾✓✗⚑≈≤≥¥£€$%§½№\u{202f}\u{2007}\u{2011}ÉéÖöŌōŪūŞşŁł⚖✈✦⛏⚓⚙⚠✉🏛🏭🔒◎";

    #[test]
    fn every_family_has_every_sign() {
        let ctx = Context::default();
        crate::theme::install(&ctx, 1.0);
        let mut missing = Vec::new();
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            missing.clear();
            for (face, _) in FILES {
                for sign in NEEDED.chars().chain(' '..='~') {
                    let id = font(face, Size::Body);
                    if !ui.ctx().fonts_mut(|fonts| fonts.has_glyph(&id, sign)) {
                        missing.push((face, sign));
                    }
                }
            }
        });
        output.textures_delta.clear();
        assert!(crate::theme::ready(&ctx));
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn files_stay_small() {
        for (name, bytes) in FILES
            .iter()
            .map(|(face, bytes)| (face.name(), bytes))
            .chain(FALLBACKS.iter().map(|(name, bytes)| (*name, bytes)))
        {
            assert!(bytes.len() <= 60_000, "{name}: {}", bytes.len());
        }
    }
}
