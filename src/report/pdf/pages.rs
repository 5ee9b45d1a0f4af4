//! Puts pieces on pages: no piece is parted, headings stay with what follows, and a table that goes on says its heads again.

use super::sheet::{Flow, Op, Piece};

/// The paper: A4, in points.
pub(super) const WIDTH: f32 = 595.28;
/// How high it is.
pub(super) const HEIGHT: f32 = 841.89;
/// The margin at the left and at the right.
pub(super) const SIDE: f32 = 56.0;
/// The upper margin.
pub(super) const TOP: f32 = 54.0;
/// Where the text ends.
pub(super) const BOTTOM: f32 = HEIGHT - 66.0;
/// How wide the text is.
pub(super) const MEASURE: f32 = WIDTH - 2.0 * SIDE;
/// The distance between two columns.
pub(super) const GUTTER: f32 = 22.0;
/// How wide one of two columns is.
pub(super) const COLUMN: f32 = (MEASURE - GUTTER) / 2.0;

/// A page: what is drawn on it.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) ops: Vec<Op>,
}

/// Fills pages.
pub(super) struct Paginator<'a> {
    pub(super) pages: Vec<Page>,
    y: f32,
    /// The heads of tables, by their numbers.
    heads: &'a [Option<Piece>],
}

impl<'a> Paginator<'a> {
    pub(super) fn new(heads: &'a [Option<Piece>]) -> Self {
        Self { pages: Vec::new(), y: TOP, heads }
    }

    /// Puts a sheet on pages of its own; the number of the first, and where on it the sheet begins.
    pub(super) fn sheet(&mut self, flow: &[Flow]) -> (usize, f32) {
        self.turn();
        let first = self.pages.len() - 1;
        for (at, one) in flow.iter().enumerate() {
            match one {
                Flow::Piece(piece) => {
                    let needed = needed(&flow[at..]);
                    let together = needed <= BOTTOM - TOP;
                    let room = if together { needed } else { piece.before + piece.height };
                    if !self.fits(room) {
                        self.turn();
                        self.head(piece);
                    }
                    self.put(piece);
                }
                Flow::Columns(pieces) => self.columns(pieces),
            }
        }
        (first, TOP)
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    fn fits(&self, height: f32) -> bool {
        // What begins a page stands there whether it fits or not.
        self.y <= TOP || self.y + height <= BOTTOM
    }

    /// Says the heads of a table again where it goes on.
    fn head(&mut self, piece: &Piece) {
        let head = piece.row_of.and_then(|table| self.heads.get(table)).and_then(Option::as_ref);
        let Some(head) = head else { return };
        let mut again = head.clone();
        // They were read out once.
        again.ops.iter_mut().for_each(|op| op.part = None);
        self.put(&again);
    }

    fn put(&mut self, piece: &Piece) {
        if self.y > TOP {
            self.y += piece.before;
        }
        let y = self.y;
        self.draw(piece, SIDE, y);
        self.y += piece.height;
    }

    fn draw(&mut self, piece: &Piece, x: f32, y: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.ops.extend(piece.ops.iter().map(|op| Op { part: op.part, what: op.what.moved(x, y) }));
        }
    }

    fn columns(&mut self, pieces: &[Piece]) {
        let mut rest = pieces;
        while let Some(first) = rest.first() {
            if self.y > TOP {
                self.y += first.before;
            }
            let room = BOTTOM - self.y;
            if self.y > TOP && room < height(&rest[..together(rest)]) {
                self.turn();
                continue;
            }
            let (left, right) = balanced(rest, room);
            let y = self.y;
            let ends = [
                self.column(&rest[..left], SIDE, y),
                self.column(&rest[left..left + right], SIDE + COLUMN + GUTTER, y),
            ];
            self.y = ends[0].max(ends[1]);
            rest = &rest[left + right..];
            if !rest.is_empty() {
                self.turn();
            }
        }
    }

    fn column(&mut self, pieces: &[Piece], x: f32, y: f32) -> f32 {
        let mut at = y;
        for (number, piece) in pieces.iter().enumerate() {
            if number > 0 {
                at += piece.before;
            }
            self.draw(piece, x, at);
            at += piece.height;
        }
        at
    }
}

/// How much room a piece needs with all that has to stay with it.
fn needed(flow: &[Flow]) -> f32 {
    let mut room = 0.0;
    for one in flow {
        match one {
            Flow::Piece(piece) => {
                room += piece.before + piece.height;
                if !piece.keep {
                    break;
                }
            }
            Flow::Columns(pieces) => {
                room += height(&pieces[..together(pieces)]);
                break;
            }
        }
    }
    room
}

/// How many pieces at the beginning stay together.
fn together(pieces: &[Piece]) -> usize {
    pieces.iter().position(|piece| !piece.keep).map_or(pieces.len(), |at| at + 1)
}

fn height(pieces: &[Piece]) -> f32 {
    let gaps: f32 = pieces.iter().skip(1).map(|piece| piece.before).sum();
    gaps + pieces.iter().map(|piece| piece.height).sum::<f32>()
}

/// How many pieces stand in the left and in the right column: all of them, in columns as even as they can be, or as many as there is
/// room for. At least one.
fn balanced(pieces: &[Piece], room: f32) -> (usize, usize) {
    let mut heights: Vec<f32> = (1..=pieces.len()).map(|count| height(&pieces[..count])).collect();
    heights.retain(|height| *height <= room);
    for most in heights {
        let left = filled(pieces, most);
        let right = filled(&pieces[left..], most);
        if left > 0 && left + right == pieces.len() {
            return (left, right);
        }
    }
    let left = filled(pieces, room).max(1);
    (left, filled(&pieces[left..], room))
}

/// How many pieces fill a column of a height, without parting what stays together.
fn filled(pieces: &[Piece], room: f32) -> usize {
    let mut taken = 0;
    while taken < pieces.len() {
        let next = taken + together(&pieces[taken..]);
        if height(&pieces[..next]) > room + 0.01 {
            break;
        }
        taken = next;
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(height: f32, keep: bool) -> Piece {
        Piece { height, before: 10.0, keep, ..Piece::default() }
    }

    #[test]
    fn what_stays_together_goes_to_the_next_page() {
        let room = BOTTOM - TOP;
        let mut pages = Paginator::new(&[]);
        let flow = [piece(room - 60.0, false), piece(20.0, true), piece(40.0, false)].map(Flow::Piece);
        pages.sheet(&flow);
        assert_eq!(pages.pages.len(), 2);
        assert!(pages.y < TOP + 80.0);
    }

    #[test]
    fn a_piece_higher_than_a_page_stands_on_one() {
        let mut pages = Paginator::new(&[]);
        let flow = [piece(20.0, true), piece(2000.0, true), piece(20.0, false)].map(Flow::Piece);
        pages.sheet(&flow);
        assert_eq!(pages.pages.len(), 3);
    }

    #[test]
    fn columns_are_even() {
        let pieces = vec![piece(30.0, false); 7];
        assert_eq!(balanced(&pieces, 700.0), (4, 3));
        assert_eq!(balanced(&pieces, 100.0), (2, 2));
        assert_eq!(balanced(&pieces, 5.0), (1, 0));
        let kept = [piece(30.0, true), piece(30.0, true), piece(30.0, false), piece(30.0, false)];
        assert_eq!(balanced(&kept, 700.0), (3, 1));
    }

    #[test]
    fn columns_go_on_over_pages() {
        let mut pages = Paginator::new(&[]);
        pages.sheet(&[Flow::Columns(vec![piece(30.0, false); 100])]);
        assert!(pages.pages.len() >= 3);
        let mut pages = Paginator::new(&[]);
        pages.sheet(&[Flow::Columns(vec![piece(3000.0, true); 3])]);
        assert_eq!(pages.pages.len(), 3);
    }
}
