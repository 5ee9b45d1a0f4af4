//! The paper in the middle: its head and its foot stay, what is between scrolls.

use bevy_egui::egui::{Align, Align2, Event, Id, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::pick::Pick;
use super::{Pen, QUESTIONS, obstacle, recall, remember, rows, sentence};
use crate::rules::command::Command;
use crate::rules::level::Point;
use crate::screens::keys::{self, Action};
use crate::screens::layout::at;
use crate::screens::pages::Word;
use crate::screens::table::Ask;
use crate::screens::table::draft::Edit;
use crate::screens::table::model::{Communique, Model, Total};
use crate::screens::{focus, guide};
use crate::theme::widgets::{
    Bar, Button, caption, column_head, lead, paint_party_mark, paper_frame, rule, title,
};
use crate::theme::{Face, Size, Surface, Tone, apply_surface, font, tokens};

/// Space between the edge of the paper and what is on it.
const MARGIN: (f32, f32) = (20.0, 16.0);

/// The height of the paper until it was measured.
const UNMEASURED: f32 = 480.0;

/// Room on both sides of what scrolls.
const EDGE: f32 = 10.0;

/// What was measured of the paper in the last frame.
struct Heights {
    body: f32,
    foot: f32,
}

impl Heights {
    const HEAD: f32 = tokens::CONTROL_HEIGHT;

    fn ids(ui: &Ui) -> (Id, Id) {
        (ui.id().with("body"), ui.id().with("foot"))
    }

    fn recall(ui: &Ui) -> Option<Self> {
        let (body, foot) = Self::ids(ui);
        Some(Self { body: recall(ui, body)?, foot: recall(ui, foot)? })
    }

    fn whole(&self) -> f32 {
        Self::HEAD + self.body + self.foot + 2.0 * MARGIN.1 + 2.0 * tokens::GAP_SMALL
    }
}

/// How high the paper is where nothing on it has to scroll.
pub(super) fn height(ui: &Ui) -> f32 {
    Heights::recall(ui).map_or(UNMEASURED, |heights| heights.whole())
}

/// Draws the paper at the foot of its place, so that the map is seen above it, or else at the head; as high as it needs to be and no higher than there is room. Returns where it lies. Where the
/// page it lies on scrolls, nothing on it takes the wheel, and what can be done with the draft is drawn by [`bar`].
pub(super) fn draw(ui: &mut Ui, place: Rect, page_scrolls: bool, pen: &mut Pen<'_>) -> Rect {
    let (body_id, foot_id) = Heights::ids(ui);
    let known = Heights::recall(ui).unwrap_or(Heights { body: place.height(), foot: 84.0 });
    let (head, body, foot) = (Heights::HEAD, known.body, known.foot);
    let wanted = known.whole();
    let high = wanted.min(place.height());
    let sheet = match pen.model.map {
        true => place.with_min_y(place.bottom() - high),
        false => place.with_max_y(place.top() + high),
    };
    ui.painter().add(paper_frame().inner_margin(0).paint(sheet));
    let inner = sheet.shrink2(vec2(MARGIN.0, MARGIN.1));
    let mut child =
        ui.new_child(UiBuilder::new().id_salt("paper").max_rect(inner).layout(Layout::top_down(Align::Min)));
    let ui = &mut child;
    apply_surface(ui, Surface::Paper);

    at(ui, "head", inner.with_max_y(inner.top() + head), |ui| draw_head(ui, pen));
    let middle = inner
        .with_min_y(inner.top() + head + tokens::GAP_TINY)
        .with_max_y(inner.bottom() - foot - tokens::GAP_SMALL)
        // Rings of focus and marks of changes stand a little outside the text.
        .expand2(vec2(EDGE, 0.0));
    at(ui, "middle", middle, |ui| {
        let area = ScrollArea::vertical().id_salt("terms").auto_shrink([false, false]);
        let shown = area.show(ui, |ui| {
            let whole = ui.available_rect_before_wrap();
            let rect = whole.shrink2(vec2(EDGE, 0.0));
            let built = UiBuilder::new().max_rect(rect.with_min_y(rect.top() + 3.0));
            let shown = ui.scope_builder(built, |ui| {
                let scrolls = page_scrolls || body > middle.height() + 1.0;
                without_wheel(ui, scrolls, |ui| draw_middle(ui, pen));
                focus::follow(ui);
            });
            shown.response.rect.height() + 6.0
        });
        remember(ui, body_id, shown.inner);
    });
    let low = inner.with_min_y(inner.bottom() - foot);
    let used = at(ui, "foot", low, |ui| {
        verdict(ui, pen);
        if !page_scrolls {
            orders(ui, pen);
        }
        ui.min_rect().height()
    });
    remember(ui, foot_id, used);
    guide::taken(ui, sheet);
    sheet
}

/// Keeps the wheel from what is drawn, where it has to scroll the paper: nobody means to step a term in passing.
fn without_wheel(ui: &mut Ui, away: bool, add: impl FnOnce(&mut Ui)) {
    if !away {
        add(ui);
        return;
    }
    let is_wheel = |event: &Event| matches!(event, Event::MouseWheel { .. });
    let (kept, scrolled) = ui.input_mut(|input| {
        let kept: Vec<Event> = input.events.iter().filter(|event| is_wheel(event)).cloned().collect();
        input.events.retain(|event| !is_wheel(event));
        (kept, input.smooth_scroll_delta)
    });
    add(ui);
    ui.input_mut(|input| {
        input.events.extend(kept);
        input.smooth_scroll_delta = scrolled;
    });
}

fn draw_head(ui: &mut Ui, pen: &mut Pen<'_>) {
    let paper = &pen.model.paper;
    if paper.settled {
        title(ui, &paper.title);
        return;
    }
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let clear = (!paper.can_clear).then(|| pen.get("table-clear-off"));
            if Button::quiet(&pen.get("table-clear")).off(clear.as_deref()).small().show(ui).clicked() {
                pen.edit(Edit::Clear);
            }
            let key = keys::text(ui, Action::Undo);
            let undo = (!paper.can_undo).then(|| pen.get("table-undo-off"));
            if Button::quiet(&pen.get("undo")).key(&key).off(undo.as_deref()).small().show(ui).clicked() {
                pen.edit(Edit::Undo);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, &paper.title));
        });
    });
}

fn draw_middle(ui: &mut Ui, pen: &mut Pen<'_>) {
    let paper = &pen.model.paper;
    lead(ui, &paper.lead);
    partners(ui, pen);
    ui.add_space(tokens::GAP_SMALL);
    rows::draw(ui, pen);
    for found in &paper.obstacles {
        obstacle(ui, pen, found);
        ui.add_space(tokens::GAP_TINY);
    }
    if let Some(said) = &paper.communique
        && paper.can_clear
    {
        communique(ui, pen, said);
    }
    // Where the paper hangs from the top, the first term moves no button.
    if paper.can_clear || !pen.model.map && !paper.settled {
        ui.add_space(tokens::GAP_TINY);
        total_heads(ui, pen);
        for found in &paper.totals {
            total(ui, found);
        }
    }
    rows::closed(ui, pen, &paper.closed);
}

fn partners(ui: &mut Ui, pen: &mut Pen<'_>) {
    let paper = &pen.model.paper;
    if paper.partners.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        column_head(ui, &pen.get("table-with"));
        for (place, partner) in paper.partners.iter().enumerate() {
            let key = (place + 1).to_string();
            let tab = Button::tab(&partner.label, partner.chosen)
                .key(&key)
                .note(&partner.note)
                .off(partner.off.as_deref());
            if tab.small().show(ui).clicked() {
                pen.edit(Edit::Parties(partner.parties));
            }
        }
    });
}

fn communique(ui: &mut Ui, pen: &mut Pen<'_>, said: &Communique) {
    let arrows = (pen.get("table-pick-back"), pen.get("table-pick-on"));
    let arrows = (arrows.0.as_str(), arrows.1.as_str());
    ui.add_space(tokens::GAP_TINY);
    ui.horizontal_wrapped(|ui| {
        pen.term(Word::Communique, "table-headline").head(ui);
        let text = said
            .chosen
            .and_then(|at| said.headlines.get(at))
            .map_or_else(|| pen.get("table-headline-none"), |(_, text)| text.clone());
        let count = said.headlines.len();
        let place = said.chosen;
        let pick = Pick {
            name: &pen.get("table-headline"),
            text: &text,
            note: &pen.get("table-headline-note"),
            arrows,
            ways: (place.is_some_and(|at| at > 0), place.map_or(count > 0, |at| at + 1 < count)),
            face: Face::SerifItalic,
        };
        let most = ui.available_width().min(420.0);
        match pick.show(ui, most) {
            0 => {}
            way => {
                let to = place.map_or(0, |at| if way > 0 { at + 1 } else { at.saturating_sub(1) });
                if let Some((id, _)) = said.headlines.get(to) {
                    pen.edit(Edit::Headline(Some(*id)));
                }
            }
        }
        column_head(ui, &pen.get("table-credit"));
        let pick = Pick {
            name: &pen.get("table-credit"),
            text: &said.split,
            note: &said.note,
            arrows,
            ways: (said.share > 0, said.share < 100),
            face: Face::SerifItalic,
        };
        let most = ui.available_width().max(220.0);
        match pick.show(ui, most) {
            0 => {}
            way if way > 0 => pen.edit(Edit::Share((said.share / 10 + 1) * 10)),
            _ => pen.edit(Edit::Share((said.share + 9) / 10 * 10 - 10)),
        }
    });
}

/// How far from the edge the score of a total ends; what it is over no deal ends at the edge, as the figures of the terms do.
const SCORE: f32 = rows::ESTIMATE;

/// What the two figures of every total are.
fn total_heads(ui: &mut Ui, pen: &Pen<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let colour = Surface::of(ui).quiet();
    for (x, key) in [(rect.right() - SCORE, "table-total-score"), (rect.right(), "table-total-gain")] {
        let place = pos2(x, rect.center().y);
        let small = font(Face::SansBold, Size::Caption);
        ui.painter().text(place, Align2::RIGHT_CENTER, pen.get(key), small, colour);
    }
}

/// A bar with its tick, and the figures beside it.
fn total(ui: &mut Ui, total: &Total) {
    let width = ui.available_width();
    let surface = Surface::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let middle = rect.center().y;
    paint_party_mark(
        ui.painter(),
        pos2(rect.left() + 9.0, middle),
        7.0,
        total.mark.party,
        &total.mark.letter,
    );
    let name =
        ui.painter().layout_no_wrap(total.label.clone(), font(Face::SansBold, Size::Body), surface.text());
    ui.painter().galley(pos2(rect.left() + 24.0, middle - name.size().y / 2.0), name, surface.text());
    let right = rect.right();
    let write = |x: f32, text: &str, face: Face, colour| {
        ui.painter().text(pos2(x, middle), Align2::RIGHT_CENTER, text, font(face, Size::Body), colour);
    };
    write(right, &total.change, Face::MonoBold, surface.tone(total.tone));
    write(right - SCORE, &total.figure, Face::MonoBold, surface.bright());
    let bar = Rect::from_min_max(pos2(rect.left() + 136.0, middle - 8.0), pos2(right - 152.0, middle + 8.0));
    let parts = [(total.bar, tokens::party_ink(total.mark.party))];
    at(ui, &total.label, bar, |ui| {
        let drawn = Bar::new(&parts, &total.spoken).tick(total.tick).note(&total.spoken);
        match total.band {
            Some((low, high)) => drawn.band(low, high).show(ui),
            None => drawn.show(ui),
        }
    });
}

/// What can be asked about the draft; the answer goes onto the paper.
fn questions(ui: &mut Ui, pen: &mut Pen<'_>) {
    let model = pen.model;
    for (question, action) in model.questions.iter().zip(QUESTIONS) {
        let key = keys::text(ui, action);
        let button = Button::quiet(&question.label).key(&key).note(&question.note);
        if button.off(question.off.as_deref()).small().show(ui).clicked() {
            pen.ask(Ask::Explore(question.goal));
        }
    }
}

/// What is said of the draft, and what can be asked about it.
fn verdict(ui: &mut Ui, pen: &mut Pen<'_>) {
    let model = pen.model;
    let paper = &model.paper;
    if nothing_to_do(model) && paper.verdict.is_empty() && model.refusal.is_none() {
        return;
    }
    rule(ui);
    let (said, tone) = match &model.refusal {
        Some(refusal) => (refusal.as_str(), Tone::Bad),
        None => (paper.verdict.as_str(), paper.tone),
    };
    sentence(ui, said, tone, Face::SansBold, Size::Body);
    if let Some(answer) = model.answer.as_ref().filter(|_| model.refusal.is_none()) {
        sentence(ui, &answer.text, answer.tone, Face::Sans, Size::Body);
    }
    match paper.settled {
        true => ui.add_space(tokens::GAP_SMALL),
        false => {
            ui.horizontal_wrapped(|ui| questions(ui, pen));
            // The ring of a hint around a button below has its room.
            ui.add_space(tokens::GAP_TINY);
        }
    }
}

/// Whether nothing can be done here any more, and nobody is waited for.
fn nothing_to_do(model: &Model) -> bool {
    model.paper.settled && model.paper.main.command.is_none() && model.waiting.is_none()
}

/// Divides the room of a page that scrolls from that of its [`bar`].
pub(super) fn bar_room(ui: &Ui, whole: Rect, model: &Model) -> (Rect, Rect) {
    if nothing_to_do(model) {
        return (whole, whole);
    }
    let high = recall(ui, ui.id().with("bar")).unwrap_or(tokens::BUTTON_HEIGHT) + 2.0 * tokens::GAP_SMALL;
    let top = whole.bottom() - high;
    (whole.with_max_y(top - tokens::GAP_SMALL), whole.with_min_y(top))
}

/// The foot of a page that scrolls, which does not: what can be done with the draft is always in sight.
pub(super) fn bar(ui: &mut Ui, sheet: Rect, pen: &mut Pen<'_>) {
    if nothing_to_do(pen.model) {
        return;
    }
    ui.painter().add(paper_frame().inner_margin(0).paint(sheet));
    let used = at(ui, "bar", sheet.shrink2(vec2(MARGIN.0, tokens::GAP_SMALL)), |ui| {
        apply_surface(ui, Surface::Paper);
        orders(ui, pen);
        ui.min_rect().height()
    });
    remember(ui, ui.id().with("bar"), used);
    guide::taken(ui, sheet);
}

/// What can be done with the draft.
fn orders(ui: &mut Ui, pen: &mut Pen<'_>) {
    let model = pen.model;
    let paper = &model.paper;
    if nothing_to_do(model) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let main = Button::primary(&paper.main.label).key("Enter").off(paper.main.off.as_deref());
        let main = main.show(ui);
        guide::point(ui, Point::Main, main.rect);
        if main.clicked()
            && let Some(command) = &paper.main.command
        {
            pen.ask(Ask::Order(command.clone()));
        }
        if paper.settled {
            guide::point(ui, Point::Done, main.rect);
            if let Some(said) = model.waiting.as_ref().or(paper.main.off.as_ref()) {
                caption(ui, said);
            }
            return;
        }
        if Button::quiet(&pen.get("table-revert"))
            .key(&keys::text(ui, Action::Revert))
            .off(paper.revert_off.as_deref())
            .show(ui)
            .clicked()
            && let Some(offer) = paper.revert
        {
            pen.edit(Edit::Load(offer));
        }
        let done = pen.get("table-done");
        let note = pen.get("table-done-note");
        let key = keys::text(ui, Action::Done);
        let done = Button::quiet(&done).key(&key).note(&note).off(paper.pass_off.as_deref()).show(ui);
        guide::point(ui, Point::Done, done.rect);
        if done.clicked() {
            pen.ask(Ask::Order(Command::Pass));
        }
        caption(ui, model.waiting.as_ref().unwrap_or(&paper.left));
    });
    // The reason also stands where no pointer has to rest: on the paper itself, if not among what is in the way.
    if let (Some(off), None, None, true) = (&paper.main.off, &model.waiting, &model.refusal, paper.can_clear)
        && !paper.obstacles.iter().any(|obstacle| obstacle.text == *off)
    {
        caption(ui, off);
    }
}
