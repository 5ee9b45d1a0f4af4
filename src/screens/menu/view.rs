//! Draws the menu.

use bevy_egui::egui::{
    Align, CornerRadius, Layout, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo,
    WidgetType, vec2,
};

use super::choice::{Ask, MOST_LETTERS};
use super::model::{Card, Fold, Model, People, Row, Seat, Sheet, Trouble};
use crate::screens::keys::{self, Action};
use crate::screens::layout::{PAGE_WIDTH, SIDE_WIDTH, TWO_COLUMNS, at, scroll};
use crate::screens::privacy::MOST_DIGITS;
use crate::screens::saves::{self, Offer};
use crate::screens::{Cover, Intent, Room};
use crate::theme::widgets::{
    Button, body, caption, column_head, explain, focus_ring, glass, heading, headline, lead,
    paint_party_mark, paper, prose, rule, title,
};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};
use crate::words::Words;

type Asked = (Option<Ask>, Option<Intent>, Option<saves::Ask>);

/// Width of the names of the rows of options.
const NAMES: f32 = 120.0;
/// Below this height the list of levels scrolls with what stands above it.
const LOW: f32 = 420.0;
/// Below this height what stands below it scrolls as well.
const LOWEST: f32 = 320.0;
/// The game that can go on takes as much above the list.
const GO_ON: f32 = 160.0;
/// From this width on two buttons stand side by side.
const PAIR: f32 = 300.0;
/// Where the words of a party's card begin.
const SEAT_TEXT: f32 = 48.0;
/// Least width of the cards of parties.
const SEAT: f32 = 200.0;

/// Draws the menu.
pub(super) fn draw(ui: &mut Ui, model: &Model, offer: &Offer, words: &Words, room: &Room) -> Asked {
    let mut asked: Asked = (None, None, None);
    let whole = ui.available_rect_before_wrap();
    let (side, page) = widths(whole.width());
    let left = whole.left() + ((whole.width() - side - page - tokens::GAP_PAGE) / 2.0).max(0.0);
    let first = whole.with_min_x(left).with_max_x(left + side);
    let second = whole
        .with_min_x(first.right() + tokens::GAP_PAGE)
        .with_max_x(first.right() + tokens::GAP_PAGE + page);
    at(ui, "levels", first, |ui| shelf(ui, model, offer, words, &mut asked));
    at(ui, "sheet", second, |ui| sheet(ui, model, offer, &mut asked));
    // As long as it is not known whether a game can go on, the key would begin another.
    let free = asked.0.is_none() && asked.2.is_none() && !offer.pending;
    if free && room.main_key(ui) {
        match offer.go_on.as_ref().filter(|_| offer.first()) {
            Some(game) => asked.2 = Some(saves::Ask::GoOn(game.slot.clone())),
            None if model.start_off.is_none() => asked.0 = Some(Ask::Start),
            None => {}
        }
    }
    if asked.2.is_none() && offer.any && room.asked(ui, Action::SavedGames) {
        asked.2 = Some(saves::Ask::List);
    }
    if asked.0.is_none() && room.asked(ui, Action::AnotherSeed) {
        asked.0 = Some(Ask::AnotherSeed);
    }
    asked
}

fn widths(whole: f32) -> (f32, f32) {
    let side = if whole < TWO_COLUMNS { whole * 0.34 } else { (whole * 0.28).min(SIDE_WIDTH) };
    (side, (whole - side - tokens::GAP_PAGE).min(PAGE_WIDTH))
}

/// The game that can go on, before all others.
fn go_on(ui: &mut Ui, offer: &Offer, words: &Words, asked: &mut Asked) {
    let Some(game) = &offer.go_on else { return };
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        column_head(ui, &words.get("menu-go-on-title"));
        heading(ui, &game.title);
        body(ui, &game.who);
        caption(ui, &game.when);
        ui.add_space(tokens::GAP_TINY);
        let label = words.get("saves-go-on");
        let button = if offer.first() { Button::primary(&label).key("Enter") } else { Button::quiet(&label) };
        let spoken = format!("{}. {}. {}", game.title, game.who, game.when);
        if button.note(&spoken).width(160.0).show(ui).clicked() {
            asked.2 = Some(saves::Ask::GoOn(game.slot.clone()));
        }
    });
    ui.add_space(tokens::GAP);
}

fn shelf(ui: &mut Ui, model: &Model, offer: &Offer, words: &Words, asked: &mut Asked) {
    // Where there is no room for a list between head and foot, more of it scrolls.
    let least = LOW + if offer.go_on.is_some() { GO_ON } else { 0.0 };
    let low = ui.available_height() < least;
    if ui.available_height() < LOWEST {
        scroll(ui, "list", |ui| {
            head(ui, model, offer, words, asked);
            levels(ui, model, asked);
            foot(ui, model, offer, words, asked);
        });
        return;
    }
    if !low {
        head(ui, model, offer, words, asked);
    }
    let rows = if ui.available_width() < PAIR { 4.0 } else { 2.0 };
    let high = rows * (tokens::CONTROL_HEIGHT + tokens::GAP_SMALL) + tokens::GAP_TINY;
    let list = ui.available_rect_before_wrap();
    let list = list.with_max_y(list.bottom() - high);
    at(ui, "list", list, |ui| {
        scroll(ui, "list", |ui| {
            if low {
                head(ui, model, offer, words, asked);
            }
            levels(ui, model, asked);
        });
    });
    ui.advance_cursor_after_rect(list);
    foot(ui, model, offer, words, asked);
}

fn head(ui: &mut Ui, model: &Model, offer: &Offer, words: &Words, asked: &mut Asked) {
    headline(ui, &model.title);
    lead(ui, &model.motto);
    ui.add_space(if offer.go_on.is_some() { tokens::GAP } else { tokens::GAP_PAGE });
    go_on(ui, offer, words, asked);
    column_head(ui, &model.levels_label);
    ui.add_space(tokens::GAP_TINY);
}

fn levels(ui: &mut Ui, model: &Model, asked: &mut Asked) {
    for (index, card) in model.cards.iter().enumerate() {
        if level(ui, card, index == model.chosen) {
            asked.0 = Some(Ask::Level(index));
        }
        ui.add_space(tokens::GAP_SMALL);
    }
}

/// Two rows of two; in a narrow column one below the other.
fn foot(ui: &mut Ui, model: &Model, offer: &Offer, words: &Words, asked: &mut Asked) {
    ui.add_space(tokens::GAP_TINY);
    let (saved, settings) = (words.get("menu-saves"), words.get("settings-title"));
    ui.spacing_mut().item_spacing.y = tokens::GAP_SMALL;
    let whole = ui.available_width();
    // A hair less than half, so that no rounding puts the second of them below the first.
    let half = if whole < PAIR { whole } else { ((whole - tokens::GAP_SMALL) / 2.0).floor() - 1.0 };
    ui.horizontal_wrapped(|ui| {
        let key = keys::text(ui, Action::SavedGames);
        ui.spacing_mut().item_spacing.x = tokens::GAP_SMALL;
        if offer.any && Button::quiet(&saved).key(&key).small().width(half).show(ui).clicked() {
            asked.2 = Some(saves::Ask::List);
        }
        let left = if offer.any { half } else { whole };
        if Button::quiet(&model.help).key("?").small().width(left).show(ui).clicked() {
            asked.1 = Some(Intent::Open(Cover::Help));
        }
    });
    ui.horizontal_wrapped(|ui| {
        let key = keys::text(ui, Action::Settings);
        ui.spacing_mut().item_spacing.x = tokens::GAP_SMALL;
        if Button::quiet(&settings).key(&key).small().width(half).show(ui).clicked() {
            asked.1 = Some(Intent::Open(Cover::Settings));
        }
        if Button::quiet(&model.quit).small().width(half).show(ui).clicked() {
            asked.1 = Some(Intent::Quit);
        }
    });
}

/// A level in the list; true if it was chosen.
fn level(ui: &mut Ui, card: &Card, chosen: bool) -> bool {
    let surface = Surface::of(ui);
    let width = ui.available_width();
    let tone = if card.broken { surface.tone(Tone::Bad) } else { surface.quiet() };
    let galley = |text: &str, face, size, colour| {
        ui.painter().layout(text.to_owned(), font(face, size), colour, width - 2.0 * tokens::GAP)
    };
    let lines = [
        galley(&card.title, Face::SerifBold, Size::Heading, surface.bright()),
        galley(&card.summary, Face::Sans, Size::Body, surface.text()),
        galley(&card.facts, Face::Sans, Size::Caption, tone),
    ];
    let height: f32 = lines.iter().map(|line| line.size().y + tokens::GAP_TINY).sum();
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, height + 2.0 * tokens::GAP_SMALL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, &card.title));
    let fill = if chosen || response.hovered() { tokens::glass_raised() } else { tokens::glass() };
    let line = if chosen { tokens::outline() } else { tokens::hairline() };
    let corner = CornerRadius::same(tokens::RADIUS_LARGE);
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    if chosen {
        let mark = rect.with_max_x(rect.left() + 4.0).shrink2(vec2(0.0, 8.0));
        ui.painter().rect_filled(mark, CornerRadius::same(2), tokens::seal());
    }
    let mut y = rect.top() + tokens::GAP_SMALL;
    for line in lines {
        let step = line.size().y + tokens::GAP_TINY;
        ui.painter().galley(bevy_egui::egui::pos2(rect.left() + tokens::GAP, y), line, surface.text());
        y += step;
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS_LARGE, surface);
        response.scroll_to_me(None);
    }
    response.clicked()
}

fn sheet(ui: &mut Ui, model: &Model, offer: &Offer, asked: &mut Asked) {
    paper(ui, |ui| {
        ui.set_min_height(ui.available_height());
        let foot = tokens::BUTTON_HEIGHT + tokens::GAP;
        let page = ui.available_rect_before_wrap();
        let page = page.with_max_y(page.bottom() - foot);
        at(ui, "page", page, |ui| {
            scroll(ui, "page", |ui| match &model.sheet {
                Sheet::Level { title: name, about, seats, people, rows } => {
                    title(ui, name);
                    ui.add_space(tokens::GAP_SMALL);
                    for paragraph in about {
                        prose(ui, paragraph);
                        ui.add_space(tokens::GAP_SMALL);
                    }
                    choices(ui, model, (seats, people), rows, asked);
                }
                Sheet::Broken { title: name, lead: text, troubles, more } => {
                    title(ui, name);
                    lead(ui, text);
                    ui.add_space(tokens::GAP);
                    trouble(ui, troubles);
                    if !more.is_empty() {
                        caption(ui, more);
                    }
                }
            });
        });
        ui.advance_cursor_after_rect(page);
        ui.add_space(tokens::GAP_TINY);
        // There is one main action, and going on comes before beginning anew.
        let start = match offer.first() {
            true => Button::quiet(&model.start),
            false => Button::primary(&model.start).key("Enter"),
        };
        let start = start.off(model.start_off.as_deref());
        if start.width(180.0).show(ui).clicked() {
            asked.0 = Some(Ask::Start);
        }
    });
}

fn choices(ui: &mut Ui, model: &Model, (seats, people): (&[Seat], &People), rows: &[Row], asked: &mut Asked) {
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    column_head(ui, &model.seats_label);
    ui.add_space(tokens::GAP_TINY);
    ui.horizontal_wrapped(|ui| {
        let count = seats.len().max(1);
        #[expect(clippy::cast_precision_loss, reason = "a level has at most four parties")]
        let width = ((ui.available_width() + tokens::GAP_SMALL) / count as f32 - tokens::GAP_SMALL)
            .max(SEAT)
            .min(ui.available_width());
        for (index, party) in seats.iter().enumerate() {
            if seat(ui, party, index, model.several, width.floor()) {
                asked.0 = Some(Ask::Party(index));
            }
        }
    });
    ui.add_space(tokens::GAP);
    if let Some(found) = &model.fold {
        fold(ui, found, asked);
    }
    if model.fold.as_ref().is_none_or(|fold| !fold.folded) {
        options(ui, &people.row, asked);
        persons(ui, people, asked);
        for row in rows {
            options(ui, row, asked);
        }
        seed(ui, model, asked);
    }
    if !model.book_troubles.is_empty() {
        ui.add_space(tokens::GAP);
        column_head(ui, &model.book_trouble_label);
        trouble(ui, &model.book_troubles);
    }
}

/// A party; true if it was chosen.
fn seat(ui: &mut Ui, seat: &Seat, index: usize, several: bool, width: f32) -> bool {
    let surface = Surface::of(ui);
    let words = |text: &str, face, size| {
        let colour = if face == Face::SansBold { surface.text() } else { surface.quiet() };
        ui.painter().layout(text.to_owned(), font(face, size), colour, width - SEAT_TEXT - tokens::GAP_SMALL)
    };
    let lines =
        [words(&seat.name, Face::SansBold, Size::Lead), words(&seat.office, Face::Sans, Size::Caption)];
    let high: f32 = lines.iter().map(|line| line.size().y + 1.0).sum();
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, (high + 2.0 * tokens::GAP_SMALL).max(54.0)), Sense::click());
    let kind = if several { WidgetType::Checkbox } else { WidgetType::RadioButton };
    response.widget_info(|| WidgetInfo::selected(kind, true, seat.chosen, &seat.name));
    let fill = if seat.chosen { tokens::paper_raised() } else { tokens::paper() };
    let line = match (seat.chosen, response.hovered()) {
        (true, _) => Stroke::new(2.0, surface.party_text(index)),
        (false, true) => Stroke::new(1.0, surface.outline()),
        (false, false) => Stroke::new(1.0, surface.rule()),
    };
    ui.painter().rect(rect, CornerRadius::same(tokens::RADIUS), fill, line, StrokeKind::Inside);
    let mark = bevy_egui::egui::pos2(rect.left() + 26.0, rect.center().y);
    paint_party_mark(ui.painter(), mark, 11.0, index, &seat.letter);
    let mut place = bevy_egui::egui::pos2(rect.left() + SEAT_TEXT, rect.top() + tokens::GAP_SMALL);
    for line in lines {
        let step = line.size().y + 1.0;
        ui.painter().galley(place, line, surface.text());
        place.y += step;
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS, surface);
        response.scroll_to_me(None);
    }
    explain(response, &format!("{}\n{}", seat.office, seat.aims)).clicked()
}

/// The way to all that can be chosen.
fn fold(ui: &mut Ui, fold: &Fold, asked: &mut Asked) {
    if Button::quiet(&fold.label).small().show(ui).clicked() {
        asked.0 = Some(Ask::Unfold(fold.folded));
    }
    ui.add_space(tokens::GAP);
}

fn options(ui: &mut Ui, row: &Row, asked: &mut Asked) {
    named(ui, &row.name, |ui| {
        ui.vertical(|ui| {
            ui.horizontal_wrapped(|ui| {
                for pick in &row.picks {
                    let shown = Button::tab(&pick.label, pick.chosen).small().show(ui);
                    if shown.has_focus() {
                        shown.scroll_to_me(None);
                    }
                    if shown.clicked() {
                        asked.0 = Some(pick.ask.clone());
                    }
                }
            });
            caption(ui, &row.note);
        });
    });
    ui.add_space(tokens::GAP_SMALL);
}

/// Names and PINs, where several people play.
fn persons(ui: &mut Ui, people: &People, asked: &mut Asked) {
    for line in &people.lines {
        named(ui, &line.party, |ui| {
            let mut name = line.name.clone();
            let edit = TextEdit::singleline(&mut name)
                .hint_text(&people.name_hint)
                .char_limit(MOST_LETTERS)
                .desired_width(ui.available_width().min(200.0));
            if typed(ui, edit, &line.name_spoken) {
                asked.0 = Some(Ask::Name(line.at, name));
            }
            let mut pin = line.pin.clone();
            let edit = TextEdit::singleline(&mut pin)
                .hint_text(&people.pin_hint)
                .password(true)
                .char_limit(MOST_DIGITS)
                .font(font(Face::Mono, Size::Body))
                .desired_width(140.0);
            if typed(ui, edit, &line.pin_spoken) {
                asked.0 = Some(Ask::Pin(line.at, pin));
            }
        });
        ui.add_space(tokens::GAP_TINY);
    }
    if !people.lines.is_empty() {
        named(ui, "", |ui| {
            caption(ui, &people.pin_note);
        });
        ui.add_space(tokens::GAP_SMALL);
    }
}

/// A field; true if it was changed.
fn typed(ui: &mut Ui, edit: TextEdit<'_>, spoken: &str) -> bool {
    let high = vec2(0.0, tokens::CONTROL_HEIGHT);
    let response = ui.add(edit.min_size(high).vertical_align(Align::Center));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, spoken));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.changed()
}

/// A name on the left, and what belongs to it.
fn named(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(NAMES, tokens::CONTROL_HEIGHT), Sense::hover());
        let mut label =
            ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
        body(&mut label, name);
        add(ui);
    });
}

fn seed(ui: &mut Ui, model: &Model, asked: &mut Asked) {
    named(ui, &model.seed_label, |ui| {
        ui.vertical(|ui| {
            ui.horizontal_wrapped(|ui| {
                let mut text = model.seed.clone();
                let edit = TextEdit::singleline(&mut text)
                    .font(font(Face::Mono, Size::Body))
                    .min_size(vec2(0.0, tokens::CONTROL_HEIGHT))
                    .vertical_align(Align::Center)
                    .desired_width(ui.available_width().min(140.0))
                    .char_limit(19);
                let response = ui.add(edit);
                response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, &model.seed_label));
                if response.changed() {
                    asked.0 = Some(Ask::Seed(text));
                }
                let key = keys::text(ui, Action::AnotherSeed);
                if Button::quiet(&model.another).key(&key).small().show(ui).clicked() {
                    asked.0 = Some(Ask::AnotherSeed);
                }
            });
            caption(ui, &model.seed_note);
        });
    });
}

fn trouble(ui: &mut Ui, troubles: &[Trouble]) {
    for trouble in troubles {
        let surface = Surface::of(ui);
        let place = RichText::new(&trouble.place)
            .font(font(Face::MonoBold, Size::Body))
            .color(surface.tone(Tone::Bad));
        ui.label(place);
        body(ui, &trouble.message);
        if !trouble.help.is_empty() {
            caption(ui, &trouble.help);
        }
        ui.add_space(tokens::GAP_SMALL);
    }
}
