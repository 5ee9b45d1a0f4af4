//! Draws the frame.

use bevy_egui::egui::{
    Align, Align2, Context, CornerRadius, CursorIcon, Frame, Id, LayerId, Layout, Margin, Panel, Rect, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, vec2,
};

use super::model::{Banner, Model, Told};
use crate::rules::level::Point;
use crate::screens::pages::{Page, Word, leads};
use crate::screens::{Cover, Intent, Room, guide, keys};
use crate::theme::widgets::{Button, Stop, body, calendar_strip, explain, paint_party_mark};
use crate::theme::{Face, Size, Surface, font, tokens};

const TOP: f32 = 54.0;
const BOTTOM: f32 = 34.0;
/// From this width on there is room for the level's title in the top bar.
const WIDE: f32 = 1180.0;

/// Draws the frame, or where it is bare just what has to be told, and what has to be told apart from the match; returns what it leaves to
/// the screen, and what was asked for.
pub(super) fn draw(
    ctx: &Context,
    model: Option<&Model>,
    apart: Option<&Told>,
    room: &Room,
    bare: bool,
) -> (Rect, Option<Intent>) {
    let mut ui = Ui::new(
        ctx.clone(),
        Id::new("frame"),
        UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect()),
    );
    let mut intent = None;
    if let Some(model) = model.filter(|_| !bare) {
        let bar = Frame::new().fill(tokens::night()).inner_margin(Margin::symmetric(16, 0));
        Panel::top("top").exact_size(TOP).resizable(false).frame(bar).show(&mut ui, |ui| {
            intent = top(ui, model);
        });
        Panel::bottom("bottom").exact_size(BOTTOM).resizable(false).frame(bar).show(&mut ui, |ui| {
            intent = bottom(ui, model).or(intent.take());
        });
    }
    for (name, told) in [("apart", apart), ("told", model.and_then(|model| model.told.as_ref()))] {
        let Some(told) = told else { continue };
        strip(name).show(&mut ui, |ui| {
            intent = notice(ui, told).or(intent.take());
        });
    }
    if let Some(Banner { text, button, main, intent: wish }) = model.and_then(|model| model.banner.as_ref()) {
        strip("banner").show(&mut ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let shown =
                        if *main { Button::primary(button).key("Enter") } else { Button::quiet(button) };
                    let shown = shown.show(ui);
                    if *main {
                        guide::point(ui, Point::Main, shown.rect);
                    }
                    let clicked = shown.clicked();
                    ui.add_space(tokens::GAP);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| body(ui, text));
                    if clicked || (*main && room.main_key(ui)) {
                        intent = Some(wish.clone());
                    }
                });
            });
        });
    }
    (ui.available_rect_before_wrap(), intent)
}

/// A strip above the news line.
fn strip(name: &'static str) -> Panel {
    let frame = Frame::new().fill(tokens::glass()).inner_margin(Margin::symmetric(16, 8));
    Panel::bottom(name).resizable(false).frame(frame)
}

fn top(ui: &mut Ui, model: &Model) -> Option<Intent> {
    let mut intent = None;
    let bar = ui.available_rect_before_wrap();
    ui.horizontal_centered(|ui| {
        word(ui, &model.game, Face::SerifBold, Size::Title, tokens::bright());
        ui.add_space(tokens::GAP);
        if bar.width() >= WIDE {
            pill(ui, &model.level, "", None);
            ui.add_space(tokens::GAP_TINY);
        }
        seat(ui, model);
        word(ui, &model.party.name, Face::SansBold, Size::Body, tokens::text());
        let left = ui.min_rect().right();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::quiet(&model.menu).key("Esc").small().show(ui).clicked() {
                intent = Some(Intent::Open(Cover::Pause));
            }
            if Button::quiet("?").note(&model.help).small().show(ui).clicked() {
                intent = Some(Intent::Open(Cover::Help));
            }
            ui.add_space(tokens::GAP_TINY);
            word(ui, &model.round, Face::Mono, Size::Body, tokens::text());
            if let Some((capital, note)) = &model.capital {
                ui.add_space(tokens::GAP_TINY);
                pill(ui, capital, note, Some(Page::Word(Word::Capital)));
            }
            let right = ui.min_rect().left();
            let width = (right - left - 2.0 * tokens::GAP_LARGE).clamp(0.0, 720.0);
            let stops: Vec<Stop<'_>> = model
                .stops
                .iter()
                .map(|stop| Stop { label: &stop.label, spoken: &stop.spoken, state: stop.state })
                .collect();
            let centre = (left + right) / 2.0;
            let place =
                Rect::from_center_size(bevy_egui::egui::pos2(centre, bar.center().y), vec2(width, TOP));
            let mut inner =
                ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)));
            let own = tokens::party_colour(model.party.index);
            calendar_strip(&mut inner, &stops, &model.calendar, own, width);
        });
    });
    line(ui, bar.bottom());
    intent
}

/// What has to be told, and taking notice of it.
fn notice(ui: &mut Ui, told: &Told) -> Option<Intent> {
    let mut intent = None;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::quiet(&told.dismiss).small().show(ui).clicked() {
                intent = Some(told.dismissed.clone());
            }
            if let Some(again) = &told.again
                && Button::quiet(again).small().show(ui).clicked()
            {
                intent = Some(Intent::WriteAgain);
            }
            ui.add_space(tokens::GAP);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                word(ui, "\u{26a0}", Face::Sans, Size::Lead, tokens::gold());
                body(ui, &told.text);
            });
        });
    });
    intent
}

fn bottom(ui: &mut Ui, model: &Model) -> Option<Intent> {
    let mut intent = None;
    let bar = ui.available_rect_before_wrap();
    line(ui, bar.top());
    ui.horizontal_centered(|ui| {
        if !model.news.is_empty() {
            word(ui, &model.news_label, Face::SansBold, Size::Caption, tokens::gold());
            ui.add_space(tokens::GAP);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(back) = &model.take_back {
                let key = keys::text(ui, keys::Action::TakeBack);
                let button = Button::quiet(&back.label).key(&key).note(&back.note).small();
                if button.off(back.off.as_deref()).show(ui).clicked() {
                    intent = Some(Intent::TakeBack);
                }
                ui.add_space(tokens::GAP);
            }
            if let Some(status) = &model.status {
                word(ui, status, Face::Sans, Size::Body, tokens::text());
                ui.add_space(tokens::GAP_LARGE);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ticker(ui, model));
        });
    });
    intent
}

/// The headlines that fit, the newest first.
fn ticker(ui: &mut Ui, model: &Model) {
    for (at, headline) in model.news.iter().enumerate() {
        let galley =
            ui.painter().layout_no_wrap(headline.clone(), font(Face::Serif, Size::Body), tokens::text());
        let gap = if at == 0 { 0.0 } else { 2.0 * tokens::GAP_LARGE };
        if galley.size().x + gap > ui.available_width() {
            break;
        }
        if at > 0 {
            word(ui, "\u{b7}", Face::Serif, Size::Body, tokens::quiet());
        }
        word(ui, headline, Face::Serif, Size::Body, tokens::text());
    }
}

fn seat(ui: &mut Ui, model: &Model) {
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &model.seat));
    paint_party_mark(ui.painter(), rect.center(), 8.0, model.party.index, &model.party.letter);
    explain(response, &model.seat);
}

/// One line of words, never wrapped.
fn word(ui: &mut Ui, text: &str, face: Face, size: Size, colour: bevy_egui::egui::Color32) {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font(face, size), colour);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    ui.painter().galley(rect.min, galley, colour);
}

/// A few words in an outline; with a note or a page it can be reached by the Tab key.
fn pill(ui: &mut Ui, text: &str, note: &str, page: Option<Page>) {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font(Face::Sans, Size::Body), tokens::text());
    let size = galley.size() + vec2(2.0 * tokens::GAP, 0.0);
    let (kind, sense) = match (page, note.is_empty()) {
        (Some(_), _) => (WidgetType::Link, Sense::click()),
        (None, false) => (WidgetType::Label, Sense::focusable_noninteractive()),
        (None, true) => (WidgetType::Label, Sense::hover()),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(size.x, tokens::CONTROL_HEIGHT), sense);
    response.widget_info(|| WidgetInfo::labeled(kind, true, text));
    let response = match page {
        Some(page) => leads(response.on_hover_cursor(CursorIcon::PointingHand), page),
        None => response,
    };
    let colour = if response.has_focus() { Surface::Glass.focus() } else { tokens::hairline() };
    let round = CornerRadius::same(14);
    ui.painter().rect_stroke(rect, round, Stroke::new(1.0, colour), StrokeKind::Inside);
    ui.painter().galley(
        Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min,
        galley,
        tokens::text(),
    );
    explain(response, note);
}

fn line(ui: &Ui, y: f32) {
    let wide = ui.ctx().viewport_rect().x_range();
    ui.ctx().layer_painter(LayerId::background()).hline(wide, y, Stroke::new(1.0, tokens::hairline()));
}
