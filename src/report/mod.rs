//! What is read after a game: the debrief in words and charts, and the files it is saved as.
//!
//! - `document` and `scene` say what there is to read and to see, before anything draws it.
//! - The window, the page for the browser and the page for paper draw the same document.
//! - It judges nothing and works nothing out: figures come from `debrief`, words from `words`.
//! - A report names people only if it is asked to ([`anonymous`]).
//! - The same record gives the same bytes. No file and no clock: the front ends write what is made here.

pub mod compose;
mod data;
mod document;
mod error;
mod faces;
mod html;
pub mod ink;
mod names;
mod pdf;
#[cfg(test)]
mod sample;
mod scene;
mod svg;
mod tables;

pub use data::{Data, FORMAT};
pub use document::{Block, Cell, Document, Head, Row, Sheet, Tab, Table, Tone};
pub use error::ReportError;
pub use html::html;
pub use names::{anonymous, named};
pub use pdf::pdf;
pub use scene::{Anchor, Ink, LABEL, Labels, Mark, SMALL, Scene, Shape, Spot, breadth, spot};
pub use svg::svg;
pub use tables::{cards, wordy};
