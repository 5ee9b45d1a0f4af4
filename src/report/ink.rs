//! The colours of a report: those of documents in the window.
//!
//! They stand here a second time because a program without the window makes reports too; a test holds that both agree.

use super::document::Tone;
use super::scene::Ink;
use crate::rules::ids::PartyId;

/// Red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// Behind the sheets of a page for the browser.
pub const NIGHT: Rgb = hex(0x0B_14_1D);
/// A button that the pointer is on.
pub const RAISED: Rgb = hex(0x1B_2D_3D);
/// Thin lines on the night.
pub const HAIRLINE: Rgb = hex(0x22_36_4A);
/// Text on the night.
pub const TEXT: Rgb = hex(0xD9_E2_EA);
/// Text of less weight on the night.
pub const QUIET: Rgb = hex(0x8A_A0_B4);
/// Headings on the night.
pub const BRIGHT: Rgb = hex(0xF6_F9_FB);
/// Ring around what the keyboard is on, on the night.
pub const FOCUS: Rgb = hex(0x9C_CB_FF);
/// Sheets.
pub const PAPER: Rgb = hex(0xF4_EF_E4);
/// Thin lines on paper.
pub const RULE: Rgb = hex(0xCF_C6_B3);
/// Text on paper.
pub const INK: Rgb = hex(0x22_20_1B);
/// Text of less weight on paper.
pub const FADED: Rgb = hex(0x6B_64_56);

const SEAL: Rgb = hex(0xB5_43_2B);
const GOOD: Rgb = hex(0x1D_7A_4B);
const BAD: Rgb = hex(0xB2_3A_2C);
const NASH: Rgb = hex(0x1C_6D_60);
const KALAI: Rgb = hex(0x25_62_A6);
const PARTIES: [Rgb; 4] = [hex(0x25_62_A6), hex(0xAC_41_1D), hex(0x79_5C_09), hex(0x1C_6D_60)];

const fn hex(rgb: u32) -> Rgb {
    let [_, r, g, b] = rgb.to_be_bytes();
    Rgb(r, g, b)
}

impl Rgb {
    /// As pages for the browser write it.
    #[must_use]
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The colour of a mark on a chart.
#[must_use]
pub fn of(ink: Ink) -> Rgb {
    match ink {
        Ink::Ink => INK,
        Ink::Faded => FADED,
        Ink::Hairline => RULE,
        Ink::Seal => SEAL,
        Ink::Party(party) => party_ink(party),
        Ink::Good => GOOD,
        Ink::Bad => BAD,
        Ink::Nash => NASH,
        Ink::Kalai => KALAI,
    }
}

/// The colour of a figure.
#[must_use]
pub fn tone(tone: Tone) -> Rgb {
    match tone {
        Tone::Plain => INK,
        Tone::Good => GOOD,
        Tone::Bad => BAD,
        Tone::Faded => FADED,
    }
}

/// A party's colour, dark enough for words on paper.
#[must_use]
pub fn party_ink(party: PartyId) -> Rgb {
    PARTIES[party.index() % PARTIES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How light a colour is, as WCAG 2 counts it.
    fn light(rgb: Rgb) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(rgb.0) + 0.7152 * part(rgb.1) + 0.0722 * part(rgb.2)
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_stands_out() {
        let parties = (0..5).map(|party| of(Ink::Party(PartyId(party))));
        let tones = [Tone::Plain, Tone::Good, Tone::Bad, Tone::Faded].map(tone);
        let inks = [Ink::Ink, Ink::Faded, Ink::Seal, Ink::Good, Ink::Bad, Ink::Nash, Ink::Kalai].map(of);
        for text in parties.chain(tones).chain(inks) {
            assert!(contrast(text, PAPER) >= 4.5, "{text:?}");
        }
        for text in [TEXT, QUIET, BRIGHT, FOCUS] {
            assert!(contrast(text, NIGHT) >= 4.5, "{text:?}");
            assert!(contrast(text, RAISED) >= 4.5, "{text:?}");
        }
    }

    #[cfg(feature = "window")]
    #[test]
    fn the_window_has_the_same_colours() {
        use crate::theme::palette::Palette;
        use bevy_egui::egui::Color32;

        // Whatever palette the window is in, documents for others are as by night.
        let all = Palette::Night.colours();
        let same = |own: Rgb, other: Color32| assert_eq!(Color32::from_rgb(own.0, own.1, own.2), other);
        for (own, other) in [
            (NIGHT, all.night),
            (RAISED, all.glass.raised),
            (HAIRLINE, all.glass.rule),
            (TEXT, all.glass.text),
            (QUIET, all.glass.quiet),
            (BRIGHT, all.glass.bright),
            (FOCUS, all.glass.focus),
            (PAPER, all.paper.ground),
            (RULE, all.paper.rule),
            (INK, all.paper.text),
            (FADED, all.paper.quiet),
            (SEAL, all.seal),
            (GOOD, all.paper.good),
            (BAD, all.paper.bad),
        ] {
            same(own, other);
        }
        for (party, ink) in (0..4).zip(all.paper.parties) {
            same(party_ink(PartyId(party)), ink);
        }
    }
}
