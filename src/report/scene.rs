//! A chart as marks on a sheet, before anything draws it: the window paints the marks, a page for the browser has them as SVG, a page for
//! paper as paths.
//!
//! Lengths are in points of paper (1/72 inch), down and to the right from the upper left corner. Nothing here knows what a chart is about.

use crate::rules::ids::PartyId;

/// A chart.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// What is on it, the first lowest.
    pub marks: Vec<Mark>,
    /// The same in words, for whoever cannot see it.
    pub spoken: String,
}

/// A place on a chart.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Spot {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// A place on a chart.
#[must_use]
pub const fn spot(x: f32, y: f32) -> Spot {
    Spot { x, y }
}

/// Something on a chart.
#[derive(Clone, PartialEq, Debug)]
pub enum Mark {
    /// A line through places.
    Line {
        /// The places.
        spots: Vec<Spot>,
        /// In what colour.
        ink: Ink,
        /// How wide.
        width: f32,
        /// Whether it is dotted.
        dotted: bool,
    },
    /// Many small dots of one colour.
    Cloud {
        /// Where.
        spots: Vec<Spot>,
        /// In what colour.
        ink: Ink,
        /// How large.
        radius: f32,
    },
    /// A mark with something to say.
    Dot {
        /// Where.
        at: Spot,
        /// In what shape.
        shape: Shape,
        /// In what colour.
        ink: Ink,
        /// Half its size.
        radius: f32,
        /// What it stands for, in full.
        tip: String,
    },
    /// A filled box.
    Bar {
        /// Its upper left corner.
        at: Spot,
        /// How wide.
        width: f32,
        /// How high.
        height: f32,
        /// In what colour.
        ink: Ink,
        /// What it stands for, in full.
        tip: String,
    },
    /// A text in one line.
    Text {
        /// Where: its edge or middle, on the line that letters stand on.
        at: Spot,
        /// What.
        text: String,
        /// Which part of it stands there.
        anchor: Anchor,
        /// In what colour.
        ink: Ink,
        /// How large.
        size: f32,
        /// Whether it stands out.
        bold: bool,
    },
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Colours by what they mean. Charts stand on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ink {
    /// Text, axes, frontiers.
    Ink,
    /// What is of less weight.
    Faded,
    /// Lines that only guide the eye, and clouds of packages.
    Hairline,
    /// What was signed.
    Seal,
    /// A party's own.
    Party(PartyId),
    /// Better.
    Good,
    /// Worse.
    Bad,
    /// The Nash solution.
    Nash,
    /// The solution of Kalai and Smorodinsky.
    Kalai,
}

/// The shape of a mark, since colour alone says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A circle.
    Circle,
    /// A square.
    Square,
    /// A triangle that stands on its side.
    Triangle,
    /// A square that stands on a corner.
    Diamond,
    /// A ring.
    Ring,
}

impl Shape {
    /// A party's own.
    #[must_use]
    pub fn of(party: PartyId) -> Self {
        match party.index() {
            0 => Self::Circle,
            1 => Self::Diamond,
            2 => Self::Square,
            _ => Self::Triangle,
        }
    }

    /// The corners of the shape around a place; none for round ones.
    #[must_use]
    pub fn corners(self, at: Spot, radius: f32) -> Vec<Spot> {
        let by = |x: f32, y: f32| spot(at.x + x * radius, at.y + y * radius);
        match self {
            Self::Circle | Self::Ring => Vec::new(),
            Self::Square => vec![by(-0.88, -0.88), by(0.88, -0.88), by(0.88, 0.88), by(-0.88, 0.88)],
            Self::Triangle => vec![by(0.0, -1.1), by(1.05, 0.8), by(-1.05, 0.8)],
            Self::Diamond => vec![by(0.0, -1.2), by(1.2, 0.0), by(0.0, 1.2), by(-1.2, 0.0)],
        }
    }
}

/// Sizes of texts on charts.
pub const SMALL: f32 = 8.5;
/// Sizes of the names of what a chart shows.
pub const LABEL: f32 = 9.5;

impl Scene {
    /// An empty chart.
    #[must_use]
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height, marks: Vec::new(), spoken: String::new() }
    }

    /// Adds a line.
    pub fn line(&mut self, spots: Vec<Spot>, ink: Ink, width: f32) {
        self.marks.push(Mark::Line { spots, ink, width, dotted: false });
    }

    /// Adds a dotted line.
    pub fn dotted(&mut self, spots: Vec<Spot>, ink: Ink, width: f32) {
        self.marks.push(Mark::Line { spots, ink, width, dotted: true });
    }

    /// Adds a text.
    pub fn text(&mut self, at: Spot, text: impl Into<String>, anchor: Anchor, ink: Ink, size: f32) {
        self.marks.push(Mark::Text { at, text: text.into(), anchor, ink, size, bold: false });
    }
}

/// How wide a text of the sans face is, roughly: good enough to keep labels apart.
#[must_use]
pub fn breadth(text: &str, size: f32) -> f32 {
    let units: f32 = text
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | 'I' => 0.28,
            'f' | 't' | 'r' | '(' | ')' | '-' => 0.38,
            'm' | 'w' | 'M' | 'W' | '\u{2014}' => 0.86,
            'A'..='Z' => 0.66,
            _ => 0.56,
        })
        .sum();
    units * size
}

/// Puts names beside marks so that none covers another or leaves the chart: each goes to the first free place around its mark, or is
/// left out if there is none. Those named first come first.
pub struct Labels {
    taken: Vec<[f32; 4]>,
    /// What a label had better not cover.
    soft: Vec<[f32; 4]>,
    width: f32,
    height: f32,
}

impl Labels {
    /// For a chart, with marks that no label may cover.
    #[must_use]
    pub fn new(scene: &Scene, marks: &[Spot], radius: f32) -> Self {
        let taken = marks.iter().map(|at| [at.x - radius, at.y - radius, at.x + radius, at.y + radius]);
        Self { taken: taken.collect(), soft: Vec::new(), width: scene.width, height: scene.height }
    }

    /// Places that a label had better not cover, such as those of a line, but may where there is no room elsewhere.
    pub fn avoid(&mut self, spots: &[Spot], radius: f32) {
        self.soft.extend(spots.iter().map(|at| [at.x - radius, at.y - radius, at.x + radius, at.y + radius]));
    }

    /// Finds a place for a name; the place and the anchor to draw it with.
    pub fn place(&mut self, at: Spot, gap: f32, text: &str, size: f32) -> Option<(Spot, Anchor)> {
        let (wide, high) = (breadth(text, size), size);
        let beside = [
            (gap, size * 0.35, Anchor::Start),
            (-gap, size * 0.35, Anchor::End),
            (0.0, -gap, Anchor::Middle),
            (0.0, gap + size * 0.75, Anchor::Middle),
        ];
        // The farther off, the later.
        let askew = [(0.8, 0.8), (2.0, 2.4), (2.0, 4.0)].map(|(x, y)| (gap * x, gap * y)).map(|(x, y)| {
            [
                (x, -y, Anchor::Start),
                (x, y + size * 0.75, Anchor::Start),
                (-x, -y, Anchor::End),
                (-x, y + size * 0.75, Anchor::End),
            ]
        });
        let tries: Vec<(f32, f32, Anchor)> = beside.into_iter().chain(askew.into_iter().flatten()).collect();
        let all = tries.iter().map(|one| (one, true)).chain(tries.iter().map(|one| (one, false)));
        for (&(x, y, anchor), careful) in all {
            let place = spot(at.x + x, at.y + y);
            let left = match anchor {
                Anchor::Start => place.x,
                Anchor::Middle => place.x - wide / 2.0,
                Anchor::End => place.x - wide,
            };
            let own = [left, place.y - high * 0.8, left + wide, place.y + high * 0.25];
            let inside = own[0] >= 0.0 && own[1] >= 0.0 && own[2] <= self.width && own[3] <= self.height;
            let meets = |other: &[f32; 4]| {
                own[0] < other[2] && other[0] < own[2] && own[1] < other[3] && other[1] < own[3]
            };
            if inside && !self.taken.iter().any(meets) && !(careful && self.soft.iter().any(meets)) {
                // Names side by side would read as one.
                self.taken.push([own[0] - size / 2.0, own[1], own[2] + size / 2.0, own[3]]);
                return Some((place, anchor));
            }
        }
        None
    }
}
