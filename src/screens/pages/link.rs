//! What leads to a page, where a word stands on a screen.
//!
//! A press is noted in the toolkit's memory for this frame, and taken by the encyclopedia once the screen is drawn. So no screen has to pass it
//! on, and it goes with all else when another sits down.

use bevy_egui::egui::{Context, Id, Response, Ui};

use super::{Page, Word};
use crate::theme::Tone;
use crate::theme::widgets::{KeyValue, Link};
use crate::words::Words;

/// A word on a screen that leads to its page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// Where it leads.
    pub page: Page,
    /// How it stands there.
    pub text: String,
    /// What a screen reader says.
    pub name: String,
}

impl Term {
    /// These words lead to that page.
    #[must_use]
    pub fn new(words: &Words, page: Page, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { name: words.text("pages-about", &[("name", (&text).into())]), page, text }
    }

    /// A word of the game under its own name.
    #[must_use]
    pub fn word(words: &Words, word: Word) -> Self {
        Self::new(words, Page::Word(word), words.get(&word.key()))
    }

    /// Draws it as running text of an instrument.
    pub fn show(&self, ui: &mut Ui) -> Response {
        leads(Link::body(&self.text, &self.name).show(ui), self.page)
    }

    /// Draws it as the heading of a panel.
    pub fn heading(&self, ui: &mut Ui) -> Response {
        leads(Link::heading(&self.text, &self.name).show(ui), self.page)
    }

    /// Draws it as the head of a column.
    pub fn head(&self, ui: &mut Ui) -> Response {
        leads(Link::head(&self.text, &self.name).show(ui), self.page)
    }

    /// The same where it is good or bad.
    pub fn head_in(&self, ui: &mut Ui, tone: Tone) -> Response {
        leads(Link::head(&self.text, &self.name).tone(tone).show(ui), self.page)
    }

    /// Draws it as a note.
    pub fn caption(&self, ui: &mut Ui) -> Response {
        leads(Link::caption(&self.text, &self.name).show(ui), self.page)
    }
}

/// Draws terms one after the other, in as many lines as they need.
pub fn terms(ui: &mut Ui, terms: &[Term]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = bevy_egui::egui::vec2(14.0, 6.0);
        for term in terms {
            term.show(ui);
        }
    });
}

/// A name with its figure; where there is a page, the name leads to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The figure, or a few words.
    pub figure: String,
    /// Whether the figure is welcome.
    pub tone: Tone,
    /// What there is to say of it; may be empty.
    pub note: String,
    /// The page that says more of it, if there is one.
    pub page: Option<Page>,
}

impl Fact {
    /// A plain one of which there is no more to say.
    #[must_use]
    pub fn new(label: impl Into<String>, figure: impl Into<String>) -> Self {
        let (label, figure) = (label.into(), figure.into());
        Self { label, figure, tone: Tone::Plain, note: String::new(), page: None }
    }

    /// Draws it with a figure.
    pub fn show(&self, ui: &mut Ui) {
        self.draw(ui, self.row());
    }

    /// Draws it with words in the place of a figure.
    pub fn show_words(&self, ui: &mut Ui) {
        self.draw(ui, self.row().words());
    }

    fn row(&self) -> KeyValue<'_> {
        KeyValue::new(&self.label, &self.figure).tone(self.tone).note(&self.note)
    }

    fn draw(&self, ui: &mut Ui, row: KeyValue<'_>) {
        match self.page {
            Some(page) => leads(row.link().show(ui), page),
            None => row.show(ui),
        };
    }
}

/// Draws facts one below the other.
pub fn facts(ui: &mut Ui, facts: &[Fact]) {
    facts.iter().for_each(|fact| fact.show(ui));
}

/// Makes a thing lead to a page when it is pressed.
pub fn leads(response: Response, page: Page) -> Response {
    if response.clicked() {
        response.ctx.data_mut(|data| data.insert_temp(asked_for(), page));
    }
    response
}

fn asked_for() -> Id {
    Id::new("asked")
}

/// The page that was asked for since this was asked last.
pub(super) fn take(ctx: &Context) -> Option<Page> {
    ctx.data_mut(|data| {
        let page = data.get_temp(asked_for());
        data.remove::<Page>(asked_for());
        page
    })
}
