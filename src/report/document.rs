//! What a debrief says, as sheets of blocks: worded, with every figure worked out, and not yet drawn.
//!
//! The window, the page for the browser and the page for paper draw the same sheets.

use super::scene::Scene;
use crate::rules::ids::PartyId;

/// A debrief, worded.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    /// The title of the whole.
    pub title: String,
    /// What the document is about in one line: level, rule book, date.
    pub about: String,
    /// Its sheets, the front page first.
    pub sheets: Vec<Sheet>,
}

/// One sheet: a tab in the window, a chapter on paper.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// Which.
    pub tab: Tab,
    /// Its name.
    pub title: String,
    /// The main column.
    pub page: Vec<Block>,
    /// What stands beside it, where there is room.
    pub side: Vec<Block>,
}

/// The sheets there are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Tab {
    /// The article.
    #[default]
    Front,
    /// What could have been signed.
    Frontier,
    /// Where it turned, and what if.
    Turns,
    /// Votes at home.
    Home,
    /// Every point of every score.
    Ledger,
    /// What each seat supposed of the others.
    Beliefs,
    /// Autonomy traded for affirmation.
    Affirmation,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Front,
        Self::Frontier,
        Self::Turns,
        Self::Home,
        Self::Ledger,
        Self::Beliefs,
        Self::Affirmation,
    ];

    /// A name for links and files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Frontier => "frontier",
            Self::Turns => "turns",
            Self::Home => "home",
            Self::Ledger => "ledger",
            Self::Beliefs => "beliefs",
            Self::Affirmation => "affirmation",
        }
    }
}

/// A part of a sheet.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// The head of the front page: the paper's name and where and when it appeared.
    Masthead {
        /// The paper's name.
        name: String,
        /// Place, date, rounds.
        dateline: String,
    },
    /// The headline of the front page.
    Headline(String),
    /// What stands under a headline.
    Deck(String),
    /// Paragraphs of an article, in two columns where there is room.
    Article(Vec<String>),
    /// Questions and their answers, in two columns where there is room.
    Questions(Vec<(String, String)>),
    /// The heading of a part.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph of less weight: what a chart shows, what a figure leaves out.
    Note(String),
    /// Several short lines, one below the other.
    Lines(Vec<String>),
    /// Something that went well or did not, in a line.
    Verdict {
        /// What.
        text: String,
        /// Whether it went well.
        good: bool,
    },
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Scene),
    /// A line across.
    Rule,
}

/// A table of figures.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table {
    /// What stands over the labels; may be empty.
    pub corner: String,
    /// What stands over each column of figures.
    pub heads: Vec<Head>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// What stands over a column.
#[derive(Clone, PartialEq, Debug)]
pub struct Head {
    /// Its text.
    pub text: String,
    /// The party whose column it is.
    pub party: Option<PartyId>,
}

/// A row of a table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// The party that it is about, whose mark stands before it.
    pub party: Option<PartyId>,
    /// Where the figures come from; may be empty.
    pub note: String,
    /// The figures, as many as there are heads.
    pub cells: Vec<Cell>,
    /// Whether a line stands above it.
    pub parted: bool,
}

/// A figure of a table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// Whether it stands out.
    pub strong: bool,
}

/// How a figure is meant. A sign goes with it, never colour alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// Neither good nor bad.
    #[default]
    Plain,
    /// Better.
    Good,
    /// Worse.
    Bad,
    /// Of less weight.
    Faded,
}

impl Cell {
    /// A plain figure.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// A figure that stands out.
    #[must_use]
    pub fn strong(text: String) -> Self {
        Self { text, strong: true, ..Self::default() }
    }

    /// A change: good above zero, bad below.
    #[must_use]
    pub fn change(text: String, by: i64) -> Self {
        let tone = match by {
            ..0 => Tone::Bad,
            0 => Tone::Plain,
            1.. => Tone::Good,
        };
        Self { text, tone, strong: false }
    }
}
