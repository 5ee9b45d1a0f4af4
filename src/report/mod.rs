//! What is read after a game: the debrief in words and charts, and the files it is saved as.
//!
//! - `document` and `scene` say what there is to read and to see, before anything draws it.
//! - The window, the page for the browser and the page for paper draw the same document.
//! - It judges nothing and works nothing out: figures come from `debrief`, words from `words`.

pub mod compose;
mod document;
mod scene;

pub use document::{Block, Cell, Document, Head, Row, Sheet, Tab, Table, Tone};
pub use scene::{Anchor, Ink, LABEL, Labels, Mark, SMALL, Scene, Shape, Spot, breadth, spot};
