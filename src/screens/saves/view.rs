//! Draws the list of saved games.

use bevy_egui::egui::{
    Align, CornerRadius, Key, Label, Layout, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::Ask;
use super::model::{Card, Model, Sheet};
use super::trouble::Page;
use crate::screens::Room;
use crate::screens::keys::{self, Action};
use crate::screens::layout::{PAGE_WIDTH, SIDE_WIDTH, TWO_COLUMNS, at, scroll};
use crate::theme::widgets::{
    Button, KeyValue, body, caption, column_head, focus_ring, headline, lead, paper, party_badge, prose,
    rule, title,
};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// From this width on all buttons of a game stand in one row.
const ONE_ROW: f32 = 560.0;

/// Draws the list; returns what was asked for.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Ask> {
    let mut asked = None;
    let whole = ui.available_rect_before_wrap();
    let (side, page) = widths(whole.width());
    let left = whole.left() + ((whole.width() - side - page - tokens::GAP_PAGE) / 2.0).max(0.0);
    let first = whole.with_min_x(left).with_max_x(left + side);
    let second = whole
        .with_min_x(first.right() + tokens::GAP_PAGE)
        .with_max_x(first.right() + tokens::GAP_PAGE + page);
    at(ui, "games", first, |ui| shelf(ui, model, &mut asked));
    at(ui, "sheet", second, |ui| {
        paper(ui, |ui| {
            ui.set_min_size(ui.available_size());
            match (&model.trouble, &model.sheet) {
                (Some(page), _) => trouble(ui, model, page, &mut asked),
                (None, Some(shown)) => sheet(ui, model, shown, &mut asked),
                (None, None) => nothing(ui, model),
            }
        });
    });
    if asked.is_none() {
        asked = keys(ui, model, room);
    }
    asked
}

fn widths(whole: f32) -> (f32, f32) {
    let side = if whole < TWO_COLUMNS { whole * 0.38 } else { (whole * 0.32).min(SIDE_WIDTH) };
    (side, (whole - side - tokens::GAP_PAGE).min(PAGE_WIDTH))
}

/// What the keys ask for while nothing has the focus.
fn keys(ui: &Ui, model: &Model, room: &Room) -> Option<Ask> {
    if room.pressed(ui, Key::Escape) {
        return Some(match (&model.trouble, &model.removing) {
            (None, None) => Ask::Menu,
            _ => Ask::Back,
        });
    }
    if let Some(page) = &model.trouble {
        let main = match (&page.other, &page.part) {
            (Some(_), _) => Ask::Other,
            (None, Some(_)) => Ask::Part,
            (None, None) => Ask::Back,
        };
        return room.main_key(ui).then_some(main);
    }
    let sheet = model.sheet.as_ref()?;
    if model.removing.is_some() {
        if room.asked(ui, Action::Remove) {
            return Some(Ask::RemoveNow);
        }
        return room.main_key(ui).then_some(Ask::Leave);
    }
    if room.main_key(ui) {
        return sheet.go_off.is_none().then_some(Ask::Open);
    }
    if room.asked(ui, Action::Remove) {
        return Some(Ask::Remove);
    }
    if room.asked(ui, Action::ReplaySaved) {
        return sheet.replay_off.is_none().then_some(Ask::Replay);
    }
    if room.asked(ui, Action::CopyPath) {
        ui.ctx().copy_text(sheet.path.clone());
        return Some(Ask::Copied);
    }
    if ui.ctx().memory(|memory| memory.focused().is_some()) {
        return None;
    }
    let count: usize = model.groups.iter().map(|group| group.cards.len()).sum();
    let last = count.saturating_sub(1);
    [
        (Key::ArrowDown, (model.chosen + 1).min(last)),
        (Key::ArrowUp, model.chosen.saturating_sub(1)),
        (Key::Home, 0),
        (Key::End, last),
    ]
    .into_iter()
    .find(|(key, to)| room.pressed(ui, *key) && *to != model.chosen)
    .map(|(_, to)| Ask::Choose(to))
}

fn shelf(ui: &mut Ui, model: &Model, asked: &mut Option<Ask>) {
    headline(ui, &model.title);
    ui.add_space(tokens::GAP);
    let foot = tokens::BUTTON_HEIGHT + tokens::GAP;
    let list = ui.available_rect_before_wrap();
    let list = list.with_max_y(list.bottom() - foot);
    at(ui, "list", list, |ui| {
        scroll(ui, "list", |ui| {
            for trouble in &model.troubles {
                let colour = Surface::of(ui).tone(Tone::Bad);
                let words = RichText::new(trouble).font(font(Face::Sans, Size::Body)).color(colour);
                ui.add(Label::new(words).wrap());
                ui.add_space(tokens::GAP_SMALL);
            }
            if let Some(empty) = &model.empty {
                body(ui, empty);
            }
            for group in &model.groups {
                column_head(ui, &group.heading);
                ui.add_space(tokens::GAP_TINY);
                for (index, game) in group.cards.iter().enumerate() {
                    let index = group.first + index;
                    if card(ui, game, index == model.chosen) {
                        *asked = Some(Ask::Choose(index));
                    }
                    ui.add_space(tokens::GAP_SMALL);
                }
                ui.add_space(tokens::GAP_SMALL);
            }
        });
    });
    ui.advance_cursor_after_rect(list);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        if Button::quiet(&model.back).key("Esc").show(ui).clicked() {
            *asked = Some(Ask::Menu);
        }
    });
}

/// A game in the list; true if it was chosen.
fn card(ui: &mut Ui, game: &Card, chosen: bool) -> bool {
    let surface = Surface::of(ui);
    let width = ui.available_width();
    let galley = |text: &str, face, size, colour| {
        ui.painter().layout(text.to_owned(), font(face, size), colour, width - 2.0 * tokens::GAP)
    };
    let tone = if game.bad { surface.tone(Tone::Bad) } else { surface.quiet() };
    let last = if game.bad { format!("\u{26a0} {}", game.when) } else { game.when.clone() };
    let lines = [
        galley(&game.title, Face::SerifBold, Size::Lead, surface.bright()),
        galley(&game.who, Face::Sans, Size::Body, surface.text()),
        galley(&last, Face::Sans, Size::Caption, tone),
    ];
    let height: f32 = lines.iter().map(|line| line.size().y + 2.0).sum();
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, height + 2.0 * tokens::GAP_SMALL), Sense::click());
    let spoken = format!("{}. {}. {}", game.title, game.who, last);
    response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, &spoken));
    let fill = if chosen || response.hovered() { tokens::glass_raised() } else { tokens::glass() };
    let line = if chosen { tokens::outline() } else { tokens::hairline() };
    ui.painter().rect(
        rect,
        CornerRadius::same(tokens::RADIUS_LARGE),
        fill,
        Stroke::new(1.0, line),
        StrokeKind::Inside,
    );
    if chosen {
        let mark = rect.with_max_x(rect.left() + 4.0).shrink2(vec2(0.0, 8.0));
        ui.painter().rect_filled(mark, CornerRadius::same(2), tokens::seal());
    }
    let mut y = rect.top() + tokens::GAP_SMALL;
    for line in lines {
        let step = line.size().y + 2.0;
        ui.painter().galley(pos2(rect.left() + tokens::GAP, y), line, surface.text());
        y += step;
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS_LARGE, surface);
        response.scroll_to_me(None);
    }
    // What the keys have chosen is brought into view, once.
    let key = ui.id().with("chosen");
    let seen = ui.data(|data| data.get_temp::<String>(key));
    if chosen && seen.as_ref() != Some(&spoken) {
        ui.data_mut(|data| data.insert_temp(key, spoken));
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// A page with a foot that stays at its bottom.
fn with_foot(ui: &mut Ui, height: f32, page: impl FnOnce(&mut Ui), foot: impl FnOnce(&mut Ui)) {
    let whole = ui.available_rect_before_wrap();
    let upper = whole.with_max_y(whole.bottom() - height - tokens::GAP);
    at(ui, "upper", upper, |ui| scroll(ui, "page", page));
    at(ui, "foot", whole.with_min_y(whole.bottom() - height), foot);
    ui.advance_cursor_after_rect(whole);
}

fn nothing(ui: &mut Ui, model: &Model) {
    title(ui, model.empty.as_deref().unwrap_or_default());
    if !model.lead.is_empty() {
        lead(ui, &model.lead);
    }
}

fn sheet(ui: &mut Ui, model: &Model, shown: &Sheet, asked: &mut Option<Ask>) {
    let rows = if ui.available_width() < ONE_ROW { 2.0 } else { 1.0 };
    with_foot(
        ui,
        rows * tokens::BUTTON_HEIGHT + (rows - 1.0) * tokens::GAP_SMALL,
        |ui| facts(ui, shown),
        |ui| {
            ui.horizontal_wrapped(|ui| match &model.removing {
                Some(question) => remove(ui, model, question, asked),
                None => actions(ui, model, shown, asked),
            });
        },
    );
}

fn facts(ui: &mut Ui, shown: &Sheet) {
    title(ui, &shown.title);
    lead(ui, &shown.lead);
    ui.add_space(tokens::GAP_SMALL);
    rule(ui);
    ui.add_space(tokens::GAP);
    if let Some(wrong) = &shown.wrong {
        let surface = Surface::of(ui);
        let words = RichText::new(format!("\u{26a0} {wrong}"))
            .font(font(Face::SansBold, Size::Lead))
            .color(surface.tone(Tone::Bad));
        ui.add(Label::new(words).wrap());
        ui.add_space(tokens::GAP);
    }
    for (party, who) in &shown.parties {
        ui.horizontal(|ui| {
            party_badge(ui, party.index, &party.letter, &party.name, 9.0);
            KeyValue::new(&party.name, who).words().show(ui);
        });
    }
    ui.add_space(tokens::GAP_SMALL);
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    for (label, value) in &shown.facts {
        KeyValue::new(label, value).words().show(ui);
        ui.add_space(2.0);
    }
    ui.add_space(tokens::GAP_SMALL);
    for note in &shown.notes {
        prose(ui, note);
        ui.add_space(tokens::GAP_TINY);
    }
    ui.add_space(tokens::GAP_SMALL);
    caption(ui, &shown.secrets);
    ui.add_space(tokens::GAP_TINY);
    let path =
        RichText::new(&shown.path).font(font(Face::Mono, Size::Caption)).color(Surface::of(ui).quiet());
    ui.add(Label::new(path).wrap());
}

fn actions(ui: &mut Ui, model: &Model, shown: &Sheet, asked: &mut Option<Ask>) {
    let go = Button::primary(&shown.go).key("Enter").off(shown.go_off.as_deref()).width(160.0);
    if go.show(ui).clicked() {
        *asked = Some(Ask::Open);
    }
    let key = keys::text(ui, Action::ReplaySaved);
    let replay = Button::quiet(&model.replay).key(&key).off(shown.replay_off.as_deref());
    if replay.show(ui).clicked() {
        *asked = Some(Ask::Replay);
    }
    let copy = if model.copied { &model.copied_text } else { &model.copy };
    if Button::quiet(copy).key(&keys::text(ui, Action::CopyPath)).show(ui).clicked() {
        ui.ctx().copy_text(shown.path.clone());
        *asked = Some(Ask::Copied);
    }
    if Button::quiet(&model.remove).key(&keys::text(ui, Action::Remove)).show(ui).clicked() {
        *asked = Some(Ask::Remove);
    }
}

fn remove(ui: &mut Ui, model: &Model, question: &str, asked: &mut Option<Ask>) {
    let keep = Button::primary(&model.keep).key("Enter").show(ui);
    if keep.clicked() {
        *asked = Some(Ask::Leave);
    }
    if Button::quiet(&model.remove).key(&keys::text(ui, Action::Remove)).show(ui).clicked() {
        *asked = Some(Ask::RemoveNow);
    }
    ui.add_space(tokens::GAP_SMALL);
    body(ui, question);
}

fn trouble(ui: &mut Ui, model: &Model, page: &Page, asked: &mut Option<Ask>) {
    let [happened, safe, todo] = &model.labels;
    with_foot(
        ui,
        tokens::BUTTON_HEIGHT,
        |ui| {
            title(ui, &page.title);
            ui.add_space(tokens::GAP_SMALL);
            rule(ui);
            for (label, text) in [(happened, &page.happened), (safe, &page.safe), (todo, &page.todo)] {
                ui.add_space(tokens::GAP);
                column_head(ui, label);
                prose(ui, text);
            }
            if !page.detail.is_empty() {
                ui.add_space(tokens::GAP);
                let detail = RichText::new(&page.detail)
                    .font(font(Face::Mono, Size::Caption))
                    .color(Surface::of(ui).quiet());
                ui.add(Label::new(detail).wrap());
            }
        },
        |ui| {
            ui.horizontal(|ui| {
                let choices = [(&page.other, Ask::Other), (&page.part, Ask::Part)];
                let mut main = true;
                for (label, ask) in choices {
                    let Some(label) = label else { continue };
                    let button =
                        if main { Button::primary(label).key("Enter") } else { Button::quiet(label) };
                    main = false;
                    if button.show(ui).clicked() {
                        *asked = Some(ask);
                    }
                }
                let back = match main {
                    true => Button::primary(&model.to_list).key("Enter"),
                    false => Button::quiet(&model.to_list).key("Esc"),
                };
                if back.show(ui).clicked() {
                    *asked = Some(Ask::Back);
                }
            });
        },
    );
}
