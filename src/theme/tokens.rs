//! Every colour, distance and type size of the window.
//!
//! Text keeps at least 4.5 to 1 against what lies under it, focus rings and marks at least 3 to 1; the test below works it out for
//! every pair in use. Add the pair there when a new combination comes up.

use bevy_egui::egui::{Color32, Ui};

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// Behind everything: the sea on the map, the window's ground.
pub const NIGHT: Color32 = hex(0x0B_14_1D);
/// Panels of instruments.
pub const GLASS: Color32 = hex(0x0F_1C_28);
/// How much of [`GLASS`] covers what is behind it, of 255.
pub const GLASS_ALPHA: u8 = 252;
/// A chosen tab, a hovered quiet button, the empty part of a bar.
pub const GLASS_RAISED: Color32 = hex(0x1B_2D_3D);
/// Thin lines on glass.
pub const HAIRLINE: Color32 = hex(0x22_36_4A);
/// Outlines of controls on glass, which have to be seen more than a rule between rows.
pub const OUTLINE: Color32 = hex(0x58_70_86);
/// Text on glass.
pub const TEXT: Color32 = hex(0xD9_E2_EA);
/// Headings and the one figure that matters on glass.
pub const BRIGHT: Color32 = hex(0xF6_F9_FB);
/// Second-rank text on glass.
pub const QUIET: Color32 = hex(0x8A_A0_B4);
/// The word that opens the news line, and warnings on glass.
pub const GOLD: Color32 = hex(0xF0_CF_6B);

/// Documents.
pub const PAPER: Color32 = hex(0xF4_EF_E4);
/// Controls that lie on paper.
pub const PAPER_RAISED: Color32 = hex(0xFB_F8_F0);
/// Discs under icons, buttons that are off, empty parts of bars on paper.
pub const PAPER_SUNK: Color32 = hex(0xE6_DD_CB);
/// Thin lines on paper.
pub const PAPER_RULE: Color32 = hex(0xCF_C6_B3);
/// Outlines of controls on paper.
pub const PAPER_OUTLINE: Color32 = hex(0x8C_83_71);
/// Text on paper.
pub const INK: Color32 = hex(0x22_20_1B);
/// Second-rank text on paper. A shade darker than a faded ink would be, so that small print stays readable.
pub const FADED: Color32 = hex(0x6B_64_56);
/// Words on a control that is off.
pub const FADED_ON_SUNK: Color32 = hex(0x61_5A_4D);

/// The one main action.
pub const SEAL: Color32 = hex(0xB5_43_2B);
/// The main action under the pointer.
pub const SEAL_HOVER: Color32 = hex(0xA3_39_23);
/// Words on the main action.
pub const ON_SEAL: Color32 = hex(0xFF_FF_FF);
/// Key hint on the main action.
pub const ON_SEAL_QUIET: Color32 = hex(0xFB_E9_E3);

/// Ring around what the keyboard is on, on glass.
pub const FOCUS_ON_GLASS: Color32 = hex(0x9C_CB_FF);
/// Ring around what the keyboard is on, on paper.
pub const FOCUS_ON_PAPER: Color32 = hex(0x1F_5F_AF);

/// The solution of Nash, on charts on paper.
pub const NASH: Color32 = hex(0x1C_6D_60);
/// The solution of Kalai and Smorodinsky, on charts on paper.
pub const KALAI: Color32 = hex(0x25_62_A6);

const PARTIES: [Color32; 4] = [hex(0x4C_8F_DB), hex(0xE0_66_3F), hex(0xD9_B2_3C), hex(0x56_B8_A6)];
const PARTIES_ON_PAPER: [Color32; 4] = [hex(0x25_62_A6), hex(0xAC_41_1D), hex(0x79_5C_09), hex(0x1C_6D_60)];

/// Outline of a party's mark, so that parties differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyShape {
    /// First party.
    Circle,
    /// Second party.
    Diamond,
    /// Third party.
    Square,
    /// Fourth party.
    Triangle,
}

/// Colour of a party's mark, land and bars; the fifth party would look like the first.
#[must_use]
pub fn party_colour(party: usize) -> Color32 {
    PARTIES[party % PARTIES.len()]
}

/// A party's colour dark enough for words on paper.
#[must_use]
pub fn party_ink(party: usize) -> Color32 {
    PARTIES_ON_PAPER[party % PARTIES_ON_PAPER.len()]
}

/// Shape of a party's mark.
#[must_use]
pub fn party_shape(party: usize) -> PartyShape {
    match party % 4 {
        0 => PartyShape::Circle,
        1 => PartyShape::Diamond,
        2 => PartyShape::Square,
        _ => PartyShape::Triangle,
    }
}

/// Whether a figure is welcome to the reader. It says nothing about its sign: a falling tariff can be good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Neither.
    #[default]
    Plain,
    /// Second rank, for estimates and what is not in force.
    Quiet,
    /// Welcome.
    Good,
    /// Unwelcome.
    Bad,
}

/// What a widget lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// Dark panels of instruments, and the night itself.
    Glass,
    /// Cream documents.
    Paper,
}

impl Surface {
    /// The surface under `ui`, as the last frame around it set it.
    #[must_use]
    pub fn of(ui: &Ui) -> Self {
        if ui.visuals().dark_mode { Self::Glass } else { Self::Paper }
    }

    const fn pick(self, glass: Color32, paper: Color32) -> Color32 {
        match self {
            Self::Glass => glass,
            Self::Paper => paper,
        }
    }

    /// The ground itself.
    #[must_use]
    pub const fn ground(self) -> Color32 {
        self.pick(GLASS, PAPER)
    }

    /// Controls on it.
    #[must_use]
    pub const fn raised(self) -> Color32 {
        self.pick(GLASS_RAISED, PAPER_RAISED)
    }

    /// Troughs of bars and discs under icons.
    #[must_use]
    pub const fn sunk(self) -> Color32 {
        self.pick(GLASS_RAISED, PAPER_SUNK)
    }

    /// Lines between rows.
    #[must_use]
    pub const fn rule(self) -> Color32 {
        self.pick(HAIRLINE, PAPER_RULE)
    }

    /// Outlines of controls.
    #[must_use]
    pub const fn outline(self) -> Color32 {
        self.pick(OUTLINE, PAPER_OUTLINE)
    }

    /// Plain text.
    #[must_use]
    pub const fn text(self) -> Color32 {
        self.pick(TEXT, INK)
    }

    /// Headings and main figures.
    #[must_use]
    pub const fn bright(self) -> Color32 {
        self.pick(BRIGHT, INK)
    }

    /// Second-rank text.
    #[must_use]
    pub const fn quiet(self) -> Color32 {
        self.pick(QUIET, FADED)
    }

    /// Ring around what the keyboard is on.
    #[must_use]
    pub const fn focus(self) -> Color32 {
        self.pick(FOCUS_ON_GLASS, FOCUS_ON_PAPER)
    }

    /// Colour of a figure.
    #[must_use]
    pub const fn tone(self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain => self.text(),
            Tone::Quiet => self.quiet(),
            Tone::Good => self.pick(hex(0x6F_CF_97), hex(0x1D_7A_4B)),
            Tone::Bad => self.pick(hex(0xEB_8A_7F), hex(0xB2_3A_2C)),
        }
    }

    /// A party's colour for words.
    #[must_use]
    pub fn party_text(self, party: usize) -> Color32 {
        match self {
            Self::Glass => party_colour(party),
            Self::Paper => party_ink(party),
        }
    }
}

/// The type scale, in points at 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Notes, dates, key hints.
    Caption,
    /// Everything that is not something else.
    Body,
    /// Prose in documents, headings of panels.
    Lead,
    /// A sentence that sums a panel up.
    Heading,
    /// Titles of documents.
    Title,
    /// Main figures.
    Display,
    /// The front page.
    Headline,
}

impl Size {
    /// Points at 100 %.
    #[must_use]
    pub const fn points(self) -> f32 {
        match self {
            Self::Caption => 11.5,
            Self::Body => 13.0,
            Self::Lead => 15.0,
            Self::Heading => 17.0,
            Self::Title => 22.0,
            Self::Display => 27.0,
            Self::Headline => 36.0,
        }
    }
}

/// Distance between things that belong together, such as a figure and its unit.
pub const GAP_TINY: f32 = 4.0;
/// Distance between rows.
pub const GAP_SMALL: f32 = 8.0;
/// Distance between groups.
pub const GAP: f32 = 12.0;
/// Distance from a frame's edge to what is in it, and between panels.
pub const GAP_LARGE: f32 = 16.0;
/// Distance between parts of a page.
pub const GAP_PAGE: f32 = 24.0;

/// Corners of small controls.
pub const RADIUS_SMALL: u8 = 4;
/// Corners of paper and of buttons.
pub const RADIUS: u8 = 6;
/// Corners of glass panels.
pub const RADIUS_LARGE: u8 = 8;

/// Least height of anything that can be pressed.
pub const CONTROL_HEIGHT: f32 = 28.0;
/// Height of buttons that stand at the foot of a document.
pub const BUTTON_HEIGHT: f32 = 38.0;
/// Width of a focus ring.
pub const FOCUS_WIDTH: f32 = 2.0;
/// How long fades last.
pub const ANIMATION_SECONDS: f32 = 0.12;

/// Land that is no party's, on the map.
#[must_use]
pub fn map_land() -> Color32 {
    hex(0x16_25_33)
}

/// Meridians and parallels.
#[must_use]
pub fn map_net() -> Color32 {
    hex(0x11_1D_29)
}

/// Land in the colour of a party: dark enough that nothing on it is lost.
#[must_use]
pub fn party_land(party: usize) -> Color32 {
    NIGHT.lerp_to_gamma(party_colour(party), 0.45)
}

/// The coast of a party's land.
#[must_use]
pub fn party_coast(party: usize) -> Color32 {
    NIGHT.lerp_to_gamma(party_colour(party), 0.75)
}

/// Tariffs, on the map.
pub const TARIFF: Color32 = hex(0xE0_66_5C);
/// Investment.
pub const INVESTMENT: Color32 = hex(0xE6_C0_55);
/// Minerals.
pub const MINERALS: Color32 = hex(0x4F_BF_AE);
/// What is delivered.
pub const DELIVERIES: Color32 = hex(0xE8_EE_F3);

/// What is only drafted, of a colour on the map.
#[must_use]
pub fn ghost(colour: Color32) -> Color32 {
    NIGHT.lerp_to_gamma(colour, 0.6)
}

#[cfg(test)]
#[path = "contrast.rs"]
mod contrast;
