//! The colours of the window: three palettes, and which one is in use.
//!
//! A palette is a constant. Screens ask [`tokens`](super::tokens) and [`Surface`](super::Surface), which read the one in use, so that
//! another takes effect with the next frame.

use std::sync::atomic::{AtomicU8, Ordering};

use bevy_egui::egui::Color32;

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// A palette.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Palette {
    /// Dark instruments, cream paper.
    #[default]
    Night,
    /// Light instruments, cream paper.
    Day,
    /// Black instruments and white paper, with strong outlines.
    HighContrast,
}

/// What lies on a surface, and the surface itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Side {
    /// The surface.
    pub(crate) ground: Color32,
    /// Controls that lie on it, a chosen tab, a row under the pointer.
    pub(crate) raised: Color32,
    /// Discs under icons, empty parts of bars.
    pub(crate) sunk: Color32,
    /// Thin lines between rows.
    pub(crate) rule: Color32,
    /// Outlines of controls, which have to be seen more than a rule between rows.
    pub(crate) outline: Color32,
    /// Text.
    pub(crate) text: Color32,
    /// Headings and the one figure that matters.
    pub(crate) bright: Color32,
    /// Second-rank text.
    pub(crate) quiet: Color32,
    /// A control that is off.
    pub(crate) off: Color32,
    /// Words on a control that is off.
    pub(crate) off_text: Color32,
    /// Ring around what the keyboard is on.
    pub(crate) focus: Color32,
    /// What is welcome.
    pub(crate) good: Color32,
    /// What is not.
    pub(crate) bad: Color32,
    /// Under chosen words.
    pub(crate) selection: Color32,
    /// Where words are typed.
    pub(crate) field: Color32,
    /// Around a frame of the surface.
    pub(crate) edge: Color32,
    /// Around the main action.
    pub(crate) seal_edge: Color32,
    /// Parties, in words.
    pub(crate) parties: [Color32; 4],
}

/// All colours of a palette.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Colours {
    /// Behind everything: the sea on the map, the window's ground.
    pub(crate) night: Color32,
    /// How much of glass covers what is behind it, of 255.
    pub(crate) glass_alpha: u8,
    /// Panels of instruments.
    pub(crate) glass: Side,
    /// Documents.
    pub(crate) paper: Side,
    /// The word that opens the news line, and warnings on glass.
    pub(crate) gold: Color32,
    /// The one main action.
    pub(crate) seal: Color32,
    /// The main action under the pointer.
    pub(crate) seal_hover: Color32,
    /// Words on the main action.
    pub(crate) on_seal: Color32,
    /// Key hint on the main action.
    pub(crate) on_seal_quiet: Color32,
    /// The solution of Nash, on charts on paper.
    pub(crate) nash: Color32,
    /// The solution of Kalai and Smorodinsky, on charts on paper.
    pub(crate) kalai: Color32,
    /// Marks, land and bars of parties.
    pub(crate) parties: [Color32; 4],
    /// The letter in a party's mark.
    pub(crate) on_party: Color32,
    /// Land that is no party's, on the map.
    pub(crate) land: Color32,
    /// Meridians and parallels.
    pub(crate) net: Color32,
    /// Tariffs, on the map.
    pub(crate) tariff: Color32,
    /// Investment.
    pub(crate) investment: Color32,
    /// Minerals.
    pub(crate) minerals: Color32,
    /// What is delivered.
    pub(crate) deliveries: Color32,
    /// How dark a shadow is, of 255.
    pub(crate) shadow: u8,
    /// Width of outlines, in points.
    pub(crate) line: f32,
}

const PARTIES: [Color32; 4] = [hex(0x4C_8F_DB), hex(0xE0_66_3F), hex(0xD9_B2_3C), hex(0x56_B8_A6)];
const PARTY_INKS: [Color32; 4] = [hex(0x25_62_A6), hex(0xAC_41_1D), hex(0x79_5C_09), hex(0x1C_6D_60)];
const DARK_INKS: [Color32; 4] = [hex(0x0B_45_8C), hex(0x8F_2A_06), hex(0x5C_44_00), hex(0x00_54_48)];
const LIGHTS: [Color32; 4] = [hex(0x7F_BC_FF), hex(0xFF_9B_75), hex(0xFF_DC_62), hex(0x7C_EC_D6)];

/// Cream, and ink that is a shade darker than a faded ink would be, so that small print stays readable.
const CREAM: Side = Side {
    ground: hex(0xF4_EF_E4),
    raised: hex(0xFB_F8_F0),
    sunk: hex(0xE6_DD_CB),
    rule: hex(0xCF_C6_B3),
    outline: hex(0x8C_83_71),
    text: hex(0x22_20_1B),
    bright: hex(0x22_20_1B),
    quiet: hex(0x6B_64_56),
    off: hex(0xE6_DD_CB),
    off_text: hex(0x61_5A_4D),
    focus: hex(0x1F_5F_AF),
    good: hex(0x1D_7A_4B),
    bad: hex(0xB2_3A_2C),
    selection: hex(0xC9_DD_F3),
    field: hex(0xFB_F8_F0),
    edge: Color32::TRANSPARENT,
    seal_edge: Color32::TRANSPARENT,
    parties: PARTY_INKS,
};

const NIGHT: Colours = Colours {
    night: hex(0x0B_14_1D),
    glass_alpha: 252,
    glass: Side {
        ground: hex(0x0F_1C_28),
        raised: hex(0x1B_2D_3D),
        sunk: hex(0x1B_2D_3D),
        rule: hex(0x22_36_4A),
        outline: hex(0x58_70_86),
        text: hex(0xD9_E2_EA),
        bright: hex(0xF6_F9_FB),
        quiet: hex(0x8A_A0_B4),
        off: hex(0x1B_2D_3D),
        off_text: hex(0x8A_A0_B4),
        focus: hex(0x9C_CB_FF),
        good: hex(0x6F_CF_97),
        bad: hex(0xEB_8A_7F),
        selection: hex(0x2A_56_84),
        field: hex(0x0B_14_1D),
        edge: hex(0x22_36_4A),
        seal_edge: Color32::TRANSPARENT,
        parties: PARTIES,
    },
    paper: CREAM,
    gold: hex(0xF0_CF_6B),
    seal: hex(0xB5_43_2B),
    seal_hover: hex(0xA3_39_23),
    on_seal: hex(0xFF_FF_FF),
    on_seal_quiet: hex(0xFB_E9_E3),
    nash: hex(0x1C_6D_60),
    kalai: hex(0x25_62_A6),
    parties: PARTIES,
    on_party: hex(0x0B_14_1D),
    land: hex(0x16_25_33),
    net: hex(0x11_1D_29),
    tariff: hex(0xE0_66_5C),
    investment: hex(0xE6_C0_55),
    minerals: hex(0x4F_BF_AE),
    deliveries: hex(0xE8_EE_F3),
    shadow: 120,
    line: 1.0,
};

const DAY: Colours = Colours {
    night: hex(0xD6_DF_E7),
    // What is light and lets something through is drawn darker than it was mixed.
    glass_alpha: 255,
    glass: Side {
        ground: hex(0xE6_ED_F3),
        raised: hex(0xF7_FA_FC),
        sunk: hex(0xCD_D8_E2),
        rule: hex(0xBA_C8_D4),
        outline: hex(0x66_7C_90),
        text: hex(0x1C_2B_39),
        bright: hex(0x0B_16_20),
        quiet: hex(0x45_58_69),
        off: hex(0xD3_DD_E6),
        off_text: hex(0x45_58_69),
        focus: hex(0x13_56_AB),
        good: hex(0x12_60_38),
        bad: hex(0x9E_2A_1C),
        selection: hex(0xB4_D0_F0),
        field: hex(0xF7_FA_FC),
        edge: hex(0xB2_C1_CE),
        seal_edge: Color32::TRANSPARENT,
        parties: [hex(0x1D_57_98), hex(0x9C_38_14), hex(0x6A_50_04), hex(0x15_60_54)],
    },
    paper: Side { edge: hex(0xC9_C0_AC), ..CREAM },
    gold: hex(0x6E_50_00),
    parties: PARTY_INKS,
    on_party: hex(0xFF_FF_FF),
    land: hex(0xC2_CE_D9),
    net: hex(0xCA_D5_DF),
    tariff: hex(0xB2_3A_2C),
    investment: hex(0x80_5E_04),
    minerals: hex(0x0F_6B_5E),
    deliveries: hex(0x2E_41_52),
    shadow: 50,
    ..NIGHT
};

const HIGH_CONTRAST: Colours = Colours {
    night: hex(0x00_00_00),
    glass_alpha: 255,
    glass: Side {
        ground: hex(0x00_00_00),
        raised: hex(0x24_24_24),
        sunk: hex(0x38_38_38),
        rule: hex(0x9A_9A_9A),
        outline: hex(0xFF_FF_FF),
        text: hex(0xFF_FF_FF),
        bright: hex(0xFF_FF_FF),
        quiet: hex(0xE2_E2_E2),
        off: hex(0x24_24_24),
        off_text: hex(0xE2_E2_E2),
        focus: hex(0xFF_E1_4D),
        good: hex(0x86_FF_B6),
        bad: hex(0xFF_A6_9B),
        selection: hex(0x1B_4E_9B),
        field: hex(0x00_00_00),
        edge: hex(0xFF_FF_FF),
        seal_edge: hex(0xFF_FF_FF),
        parties: LIGHTS,
    },
    paper: Side {
        ground: hex(0xFF_FF_FF),
        raised: hex(0xFF_FF_FF),
        sunk: hex(0xE4_E4_E4),
        rule: hex(0x6A_6A_6A),
        outline: hex(0x00_00_00),
        text: hex(0x00_00_00),
        bright: hex(0x00_00_00),
        quiet: hex(0x2E_2E_2E),
        off: hex(0xE4_E4_E4),
        off_text: hex(0x2E_2E_2E),
        focus: hex(0x00_3B_C4),
        good: hex(0x00_57_2B),
        bad: hex(0x96_0E_00),
        selection: hex(0xB5_D5_FF),
        field: hex(0xFF_FF_FF),
        edge: hex(0x00_00_00),
        seal_edge: hex(0x00_00_00),
        parties: DARK_INKS,
    },
    gold: hex(0xFF_DC_62),
    seal: hex(0x96_1E_08),
    seal_hover: hex(0x74_13_02),
    on_seal: hex(0xFF_FF_FF),
    on_seal_quiet: hex(0xFF_FF_FF),
    nash: DARK_INKS[3],
    kalai: DARK_INKS[0],
    parties: LIGHTS,
    on_party: hex(0x00_00_00),
    land: hex(0x2A_2A_2A),
    net: hex(0x1C_1C_1C),
    tariff: hex(0xFF_8A_80),
    investment: hex(0xFF_DC_62),
    minerals: hex(0x7C_EC_D6),
    deliveries: hex(0xFF_FF_FF),
    shadow: 0,
    line: 2.0,
};

impl Palette {
    /// All palettes.
    pub const ALL: [Self; 3] = [Self::Night, Self::Day, Self::HighContrast];

    /// Its colours.
    pub(crate) const fn colours(self) -> &'static Colours {
        match self {
            Self::Night => &NIGHT,
            Self::Day => &DAY,
            Self::HighContrast => &HIGH_CONTRAST,
        }
    }
}

/// The palette in use.
#[derive(Debug)]
struct InUse(AtomicU8);

impl InUse {
    fn get(&self) -> Palette {
        let place = usize::from(self.0.load(Ordering::Relaxed));
        Palette::ALL.get(place).copied().unwrap_or_default()
    }

    fn set(&self, palette: Palette) {
        let place = Palette::ALL.iter().position(|other| *other == palette).unwrap_or_default();
        self.0.store(u8::try_from(place).unwrap_or_default(), Ordering::Relaxed);
    }
}

/// A program has one window, and a window one palette.
static IN_USE: InUse = InUse(AtomicU8::new(0));

/// The colours in use.
pub(super) fn now() -> &'static Colours {
    IN_USE.get().colours()
}

/// Uses another palette from now on.
pub(super) fn set(palette: Palette) {
    IN_USE.set(palette);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_is_in_use() {
        // One of its own: other tests draw with the one of the window.
        let in_use = InUse(AtomicU8::new(0));
        assert_eq!(in_use.get(), Palette::Night);
        for palette in Palette::ALL {
            in_use.set(palette);
            assert_eq!(in_use.get(), palette);
        }
        assert_eq!(InUse(AtomicU8::new(9)).get(), Palette::Night);
    }
}
