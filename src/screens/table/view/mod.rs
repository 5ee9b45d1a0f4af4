//! Draws the table: the brief on the left, the draft and the offers in the middle, the others on the right.
//!
//! Nothing is decided here: what the player asks for comes back as one [`Ask`].

mod advisor;
mod bound;
mod brief;
mod clauses;
mod minutes;
mod offers;
mod others;
mod paper;
mod pick;
mod rows;
mod say;

use bevy_egui::egui::{Id, Key, Rect, Ui, pos2, vec2};

use super::draft::Edit;
use super::model::{Mend, Model, Obstacle};
use super::{Ask, Saying};
use crate::rules::command::Command;
use crate::screens::keys::Action;
use crate::screens::layout::{at, scroll};
use crate::screens::pages::{Page, Term, Word};
use crate::screens::{Room, focus};
use crate::theme::widgets::{Button, styled};
use crate::theme::{Face, Size, Surface, Tone, tokens};
use crate::words::Words;

/// What a part of the table needs to draw itself.
pub(super) struct Pen<'a> {
    pub(super) model: &'a Model,
    pub(super) words: &'a Words,
    pub(super) saying: Saying,
    pub(super) ask: Option<Ask>,
}

impl Pen<'_> {
    /// Notes what was asked for; the first thing in a frame counts.
    fn ask(&mut self, ask: Ask) {
        self.ask.get_or_insert(ask);
    }

    fn edit(&mut self, edit: Edit) {
        self.ask(Ask::Edit(edit));
    }

    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// A label that leads to the page of a word.
    fn term(&self, word: Word, key: &str) -> Term {
        Term::new(self.words, Page::Word(word), self.get(key))
    }
}

/// The widths of the columns.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Plan {
    left: f32,
    right: f32,
    /// The column of offers; where there is no room for one they lie above the paper.
    offers: Option<f32>,
    paper: f32,
}

/// Widest paper: beyond it lines get too long to follow.
const PAPER: f32 = 1080.0;
/// Below this width the columns lie below the paper, and everything is one page that scrolls.
const THREE_COLUMNS: f32 = 1200.0;
/// From this width on offers have a column of their own.
const OFFERS_BESIDE: f32 = 1760.0;

impl Plan {
    fn of(width: f32, any_offers: bool) -> Self {
        let left = (width * 0.205).clamp(232.0, 340.0);
        let right = (width * 0.215).clamp(244.0, 400.0);
        let rest = width - left - right - 2.0 * tokens::GAP_LARGE;
        let offers = (width >= OFFERS_BESIDE && any_offers).then_some(300.0);
        let paper = rest - offers.map_or(0.0, |o| o + tokens::GAP_LARGE);
        Self { left, right, offers, paper: paper.min(PAPER) }
    }
}

/// Draws the table; returns what was asked for, and what it leaves free for the map.
pub(super) fn draw(
    ui: &mut Ui,
    model: &Model,
    words: &Words,
    saying: Saying,
    room: &Room,
) -> (Option<Ask>, Rect) {
    let mut pen = Pen { model, words, saying, ask: None };
    let whole = ui.available_rect_before_wrap();
    let free = match whole.width() < THREE_COLUMNS {
        true => one_page(ui, whole, &mut pen),
        false => three_columns(ui, whole, &mut pen),
    };
    keys(ui, &mut pen, room);
    ui.advance_cursor_after_rect(whole);
    (pen.ask, free)
}

/// The paper between two columns.
fn three_columns(ui: &mut Ui, whole: Rect, pen: &mut Pen<'_>) -> Rect {
    let plan = Plan::of(whole.width(), !pen.model.offers.is_empty());
    let left = whole.with_max_x(whole.left() + plan.left);
    let right = whole.with_min_x(whole.right() - plan.right);
    let middle =
        whole.with_min_x(left.right() + tokens::GAP_LARGE).with_max_x(right.left() - tokens::GAP_LARGE);
    at(ui, "brief", left, |ui| {
        scroll(ui, "brief", |ui| {
            brief::draw(ui, pen);
            focus::follow(ui);
        });
    });
    let mut paper_room = middle;
    if let Some(width) = plan.offers {
        let beside = middle.with_max_x(middle.left() + width);
        at(ui, "offers", beside, |ui| {
            scroll(ui, "offers", |ui| {
                offers::column(ui, pen);
                focus::follow(ui);
            });
        });
        paper_room.min.x = beside.right() + tokens::GAP_LARGE;
    } else if !pen.model.offers.is_empty() {
        paper_room.min.y = offers::strip(ui, middle, pen) + tokens::GAP;
    }
    let spare = ((paper_room.width() - plan.paper) / 2.0).max(0.0);
    let sheet = Rect::from_x_y_ranges(
        (paper_room.left() + spare)..=(paper_room.right() - spare),
        paper_room.y_range(),
    );
    let lies = paper::draw(ui, sheet, false, pen);
    if !pen.model.map {
        minutes::below(ui, sheet.with_min_y(lies.bottom() + tokens::GAP_LARGE), pen);
    }
    at(ui, "others", right, |ui| {
        scroll(ui, "others", |ui| {
            others(ui, pen);
            focus::follow(ui);
        });
    });
    // Above the paper, between the columns.
    middle.with_min_y(paper_room.top()).with_max_y(lies.top())
}

/// Offers, the paper, and both columns below it.
fn one_page(ui: &mut Ui, whole: Rect, pen: &mut Pen<'_>) -> Rect {
    let bar = paper::bar_room(ui, whole, pen.model);
    at(ui, "scrolled", bar.0, |ui| page(ui, pen));
    paper::bar(ui, bar.1, pen);
    Rect::NOTHING
}

fn page(ui: &mut Ui, pen: &mut Pen<'_>) {
    let whole = ui.available_rect_before_wrap();
    scroll(ui, "page", |ui| {
        let mut top = ui.cursor().top();
        let width = ui.available_rect_before_wrap().x_range();
        if !pen.model.offers.is_empty() {
            let strip = Rect::from_x_y_ranges(width, top..=top + whole.height());
            top = offers::strip(ui, strip, pen) + tokens::GAP;
        }
        let place = Rect::from_x_y_ranges(width, top..=top + paper::height(ui));
        let below = paper::draw(ui, place, true, pen).bottom() + tokens::GAP_LARGE;
        ui.advance_cursor_after_rect(place);
        let half = (width.span() - tokens::GAP_LARGE) / 2.0;
        let column = |left: f32| Rect::from_min_size(pos2(left, below), vec2(half, f32::INFINITY));
        let columns = [column(width.min), column(width.max - half)];
        let drawn = |ui: &mut Ui, pen: &mut Pen<'_>, draw: fn(&mut Ui, &mut Pen<'_>)| {
            draw(ui, pen);
            ui.min_rect()
        };
        let lie = [
            at(ui, "brief", columns[0], |ui| drawn(ui, pen, brief::draw)),
            at(ui, "others", columns[1], |ui| drawn(ui, pen, others)),
        ];
        ui.advance_cursor_after_rect(lie[0].union(lie[1]));
        ui.add_space(tokens::GAP);
        minutes::whole(ui, pen);
        focus::follow(ui);
    });
}

/// The others, what they threaten, and what can be said to them.
fn others(ui: &mut Ui, pen: &mut Pen<'_>) {
    advisor::draw(ui, pen);
    others::draw(ui, pen);
    bound::threats(ui, pen);
    say::draw(ui, pen);
}

/// The keys of the questions, in their order.
const QUESTIONS: [Action; 4] = [Action::Take, Action::Give, Action::Balance, Action::Best];

/// The keys of the table; see [`Action`] and [`super::KEYS`].
fn keys(ui: &Ui, pen: &mut Pen<'_>, room: &Room) {
    let model = pen.model;
    if room.main_key(ui)
        && let Some(command) = &model.paper.main.command
    {
        pen.ask(Ask::Order(command.clone()));
    }
    let asked = |action| room.asked(ui, action);
    if asked(Action::Accept)
        && let Some(card) = offers::keyed(model)
    {
        pen.ask(offers::agree(card));
    }
    if asked(Action::Decline)
        && let Some(card) = model
            .offers
            .iter()
            .find(|c| c.can_decline && c.in_draft)
            .or_else(|| model.offers.iter().find(|c| c.can_decline))
    {
        pen.ask(Ask::Order(Command::Decline { offer: card.id, reason: None }));
    }
    for (action, question) in QUESTIONS.into_iter().zip(&model.questions) {
        if asked(action) && question.off.is_none() {
            pen.ask(Ask::Explore(question.goal));
        }
    }
    if asked(Action::Withdraw)
        && let Some(card) = model.offers.iter().find(|c| c.can_withdraw)
    {
        pen.ask(Ask::Order(Command::Withdraw(card.id)));
    }
    if asked(Action::Done) && model.paper.pass_off.is_none() {
        pen.ask(Ask::Order(Command::Pass));
    }
    if asked(Action::Advice)
        && let Some(advisor) = &model.advisor
    {
        pen.ask(Ask::Advise(!advisor.open));
    }
    if asked(Action::Revert)
        && let Some(offer) = model.paper.revert
    {
        pen.edit(Edit::Load(offer));
    }
    // What is drafted is undone before what is done is taken back.
    if model.paper.can_undo && (asked(Action::Undo) || room.undo_key(ui.ctx())) {
        pen.edit(Edit::Undo);
    }
    let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
    for (key, partner) in numbers.into_iter().zip(&model.paper.partners) {
        if room.pressed(ui, key) && partner.off.is_none() {
            pen.edit(Edit::Parties(partner.parties));
        }
    }
}

/// What is in the way, and the changes that would clear it.
fn obstacle(ui: &mut Ui, pen: &mut Pen<'_>, obstacle: &Obstacle) {
    let sign = if obstacle.tone == Tone::Bad { "\u{26a0}" } else { "\u{2192}" };
    sentence(ui, &format!("{sign} {}", obstacle.text), obstacle.tone, Face::Sans, Size::Body);
    mends(ui, pen, &obstacle.mends);
}

/// Changes that are offered with one press.
fn mends(ui: &mut Ui, pen: &mut Pen<'_>, mends: &[Mend]) {
    if mends.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for mend in mends {
            if Button::quiet(&mend.label).small().show(ui).clicked() {
                pen.edit(mend.edit.clone());
            }
        }
    });
}

/// A height that was measured in the last frame.
fn recall(ui: &Ui, id: Id) -> Option<f32> {
    ui.data(|data| data.get_temp(id))
}

/// Keeps a height for the next frame; a new one is drawn at once.
fn remember(ui: &Ui, id: Id, height: f32) {
    let old: Option<f32> = recall(ui, id);
    if old.is_none_or(|old| (old - height).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_discard("a part of the paper changed its height");
        ui.ctx().request_repaint();
    }
}

/// A sentence that is good, bad or plain.
fn sentence(ui: &mut Ui, text: &str, tone: Tone, face: Face, size: Size) {
    let surface = Surface::of(ui);
    let colour = if tone == Tone::Plain { surface.bright() } else { surface.tone(tone) };
    styled(ui, text, face, size, colour);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fit_every_window() {
        for width in [992.0, 1248.0, 1408.0, 1888.0, 2528.0] {
            for offers in [false, true] {
                let plan = Plan::of(width, offers);
                let beside = plan.offers.map_or(0.0, |o| o + tokens::GAP_LARGE);
                let sum = plan.left + plan.right + plan.paper + beside + 2.0 * tokens::GAP_LARGE;
                assert!(sum <= width + 0.5, "{width}: {plan:?}");
                assert!(plan.paper >= 460.0, "{width}: {plan:?}");
            }
        }
    }
}
