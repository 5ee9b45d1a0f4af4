//! What stands on paper before it is put on pages: pieces that are never parted, and what each of them is to a reader.

use super::text::Line;
use crate::report::ink::Rgb;
use crate::report::scene::{Anchor, Spot};

/// Something that is drawn. Places count from the upper left corner of the piece.
#[derive(Clone, Debug)]
pub(super) struct Op {
    /// What it belongs to; what belongs to nothing only decorates.
    pub(super) part: Option<usize>,
    pub(super) what: What,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// A line of text; its place is on the line that letters stand on.
    Text { at: Spot, line: Line, size: f32, colour: Rgb, anchor: Anchor },
    /// A line through places.
    Stroke { spots: Vec<Spot>, colour: Rgb, width: f32, dotted: bool },
    /// A filled shape with corners, with a thin line of paper around it if it is a mark.
    Fill { spots: Vec<Spot>, colour: Rgb, edge: bool },
    /// A filled circle.
    Disc { at: Spot, radius: f32, colour: Rgb, edge: bool },
    /// A circle that is empty inside.
    Ring { at: Spot, radius: f32, colour: Rgb },
    /// Many small dots.
    Cloud { spots: Vec<Spot>, radius: f32, colour: Rgb },
}

/// What a part of the text is to a reader, for programs that read aloud.
#[derive(Clone, Debug)]
pub(super) enum Role {
    /// A sheet.
    Sheet,
    /// A heading, with its level.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A chart, and what it shows in words.
    Figure(String),
    /// A table.
    Table,
    /// A row.
    Row,
    /// What stands over a column.
    ColumnHead,
    /// What stands before a row.
    RowHead,
    /// A figure.
    Cell,
}

/// A part of the text: what it is, and of what.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) role: Role,
    pub(super) of: Option<usize>,
}

/// A piece that stands on one page.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) height: f32,
    /// The distance to what is above; none at the top of a page.
    pub(super) before: f32,
    /// Whether it stands on the page of the piece after it.
    pub(super) keep: bool,
    /// The table that it is a row of.
    pub(super) row_of: Option<usize>,
    pub(super) ops: Vec<Op>,
}

/// What a sheet consists of, from top to bottom.
#[derive(Clone, Debug)]
pub(super) enum Flow {
    /// A piece of full width.
    Piece(Piece),
    /// Pieces in two columns.
    Columns(Vec<Piece>),
}

impl What {
    /// The same elsewhere.
    pub(super) fn moved(&self, x: f32, y: f32) -> Self {
        let by = |at: Spot| Spot { x: at.x + x, y: at.y + y };
        let mut moved = self.clone();
        match &mut moved {
            Self::Text { at, .. } | Self::Disc { at, .. } | Self::Ring { at, .. } => *at = by(*at),
            Self::Stroke { spots, .. } | Self::Fill { spots, .. } | Self::Cloud { spots, .. } => {
                spots.iter_mut().for_each(|spot| *spot = by(*spot));
            }
        }
        moved
    }
}
