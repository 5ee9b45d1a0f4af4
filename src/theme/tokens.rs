//! Every colour, distance and type size of the window.
//!
//! Colours are those of the [palette](super::Palette) in use. Text keeps at least 4.5 to 1 against what lies under it, focus rings and
//! marks at least 3 to 1, in every palette; the test below works it out for every pair in use. Add the pair there when a new
//! combination comes up.

use bevy_egui::egui::{Color32, Stroke, Ui};

use super::palette::{Side, now};

/// Names for colours of the palette in use.
macro_rules! colours {
    ($($(#[$about:meta])* $name:ident = $($path:ident).+;)*) => {
        $($(#[$about])*
        #[must_use]
        pub fn $name() -> Color32 {
            now().$($path).+
        })*
    };
}

colours! {
    /// Behind everything: the sea on the map, the window's ground.
    night = night;
    /// Panels of instruments.
    glass = glass.ground;
    /// A chosen tab, a hovered quiet button.
    glass_raised = glass.raised;
    /// Thin lines on glass.
    hairline = glass.rule;
    /// Outlines of controls on glass, which have to be seen more than a rule between rows.
    outline = glass.outline;
    /// Text on glass.
    text = glass.text;
    /// Headings and the one figure that matters on glass.
    bright = glass.bright;
    /// Second-rank text on glass.
    quiet = glass.quiet;
    /// The word that opens the news line, and warnings on glass.
    gold = gold;
    /// Documents.
    paper = paper.ground;
    /// Controls that lie on paper.
    paper_raised = paper.raised;
    /// Discs under icons, empty parts of bars on paper.
    paper_sunk = paper.sunk;
    /// Thin lines on paper.
    paper_rule = paper.rule;
    /// Outlines of controls on paper.
    paper_outline = paper.outline;
    /// Text on paper.
    ink = paper.text;
    /// Second-rank text on paper.
    faded = paper.quiet;
    /// The one main action.
    seal = seal;
    /// The main action under the pointer.
    seal_hover = seal_hover;
    /// Words on the main action.
    on_seal = on_seal;
    /// Key hint on the main action.
    on_seal_quiet = on_seal_quiet;
    /// The solution of Nash, on charts on paper.
    nash = nash;
    /// The solution of Kalai and Smorodinsky, on charts on paper.
    kalai = kalai;
    /// The letter in a party's mark.
    on_party = on_party;
    /// Land that is no party's, on the map.
    map_land = land;
    /// Meridians and parallels.
    map_net = net;
    /// Tariffs, on the map.
    tariff = tariff;
    /// Investment.
    investment = investment;
    /// Minerals.
    minerals = minerals;
    /// What is delivered.
    deliveries = deliveries;
}

/// How much of [`glass`] covers what is behind it, of 255.
#[must_use]
pub fn glass_alpha() -> u8 {
    now().glass_alpha
}

/// Width of outlines.
#[must_use]
pub fn line_width() -> f32 {
    now().line
}

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
    let all = &now().parties;
    all[party % all.len()]
}

/// Around a party's mark, where the palette has strong outlines: light marks lie on paper too.
#[must_use]
pub fn party_edge() -> Stroke {
    if line_width() > 1.0 { Stroke::new(1.5, on_party()) } else { Stroke::NONE }
}

/// A party's colour dark enough for words on paper.
#[must_use]
pub fn party_ink(party: usize) -> Color32 {
    Surface::Paper.party_text(party)
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

    /// What lies on it, in the palette in use.
    fn side(self) -> &'static Side {
        match self {
            Self::Glass => &now().glass,
            Self::Paper => &now().paper,
        }
    }

    /// The ground itself.
    #[must_use]
    pub fn ground(self) -> Color32 {
        self.side().ground
    }

    /// Controls on it.
    #[must_use]
    pub fn raised(self) -> Color32 {
        self.side().raised
    }

    /// Troughs of bars and discs under icons.
    #[must_use]
    pub fn sunk(self) -> Color32 {
        self.side().sunk
    }

    /// Lines between rows.
    #[must_use]
    pub fn rule(self) -> Color32 {
        self.side().rule
    }

    /// Outlines of controls.
    #[must_use]
    pub fn outline(self) -> Color32 {
        self.side().outline
    }

    /// Plain text.
    #[must_use]
    pub fn text(self) -> Color32 {
        self.side().text
    }

    /// Headings and main figures.
    #[must_use]
    pub fn bright(self) -> Color32 {
        self.side().bright
    }

    /// Second-rank text.
    #[must_use]
    pub fn quiet(self) -> Color32 {
        self.side().quiet
    }

    /// A control that is off, and the words on it.
    #[must_use]
    pub fn off(self) -> (Color32, Color32) {
        (self.side().off, self.side().off_text)
    }

    /// Ring around what the keyboard is on.
    #[must_use]
    pub fn focus(self) -> Color32 {
        self.side().focus
    }

    /// Under chosen words.
    #[must_use]
    pub fn selection(self) -> Color32 {
        self.side().selection
    }

    /// Where words are typed.
    #[must_use]
    pub fn field(self) -> Color32 {
        self.side().field
    }

    /// Around a frame of it, if the palette has a line there.
    #[must_use]
    pub fn edge(self) -> Stroke {
        match self.side().edge {
            Color32::TRANSPARENT => Stroke::NONE,
            edge => Stroke::new(line_width(), edge),
        }
    }

    /// Around the main action on it.
    #[must_use]
    pub fn seal_edge(self) -> Color32 {
        self.side().seal_edge
    }

    /// Colour of a figure.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain => self.text(),
            Tone::Quiet => self.quiet(),
            Tone::Good => self.side().good,
            Tone::Bad => self.side().bad,
        }
    }

    /// A party's colour for words.
    #[must_use]
    pub fn party_text(self, party: usize) -> Color32 {
        let all = &self.side().parties;
        all[party % all.len()]
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

/// Land in the colour of a party, near enough to the sea that nothing on it is lost.
#[must_use]
pub fn party_land(party: usize) -> Color32 {
    night().lerp_to_gamma(party_colour(party), 0.45)
}

/// The coast of a party's land.
#[must_use]
pub fn party_coast(party: usize) -> Color32 {
    night().lerp_to_gamma(party_colour(party), 0.75)
}

/// What is only drafted, of a colour on the map.
#[must_use]
pub fn ghost(colour: Color32) -> Color32 {
    night().lerp_to_gamma(colour, 0.6)
}

#[cfg(test)]
#[path = "contrast.rs"]
mod contrast;
