//! A few words to everyone.

use bevy_egui::egui::Ui;

use super::Pen;
use super::brief::fill;
use super::pick::Pick;
use crate::rules::command::{Command, Statement};
use crate::screens::table::model::Say;
use crate::screens::table::{Ask, Kind, Saying};
use crate::theme::widgets::{Button, caption, glass, heading};
use crate::theme::{Face, tokens};

/// Draws what can be said.
pub(super) fn draw(ui: &mut Ui, pen: &mut Pen<'_>) {
    let Some(say) = &pen.model.say else { return };
    ui.add_space(tokens::GAP);
    glass(ui, |ui| {
        fill(ui);
        heading(ui, &say.title);
        caption(ui, &say.left);
        choose(ui, pen, say);
    });
}

fn choose(ui: &mut Ui, pen: &mut Pen<'_>, say: &Say) {
    let saying = pen.saying;
    let Some((issue, name, options)) = say.issues.get(saying.issue.min(say.issues.len().saturating_sub(1)))
    else {
        return;
    };
    let arrows = (pen.get("table-pick-back"), pen.get("table-pick-on"));
    let arrows = (arrows.0.as_str(), arrows.1.as_str());
    let most = ui.available_width();
    let kinds = [Kind::Priority, Kind::Wants, Kind::Refuses];
    let at = kinds.iter().position(|k| *k == saying.kind).unwrap_or(0);
    let texts = kinds.map(|kind| pen.get(kind.key()));
    let step = |text: &str, name: &str, at: usize, count: usize, ui: &mut Ui| {
        let ways = (at > 0, at + 1 < count);
        let way = Pick { name, text, note: "", arrows, ways, face: Face::Sans }.show(ui, most);
        (way != 0).then(|| if way > 0 { at + 1 } else { at - 1 })
    };
    let mut next = saying;
    if let Some(to) = step(&texts[at], &pen.get("table-say-kind"), at, kinds.len(), ui) {
        next.kind = kinds[to];
    }
    if let Some(to) = step(name, &pen.get("table-say-issue"), saying.issue, say.issues.len(), ui) {
        next = Saying { issue: to, option: 0, ..next };
    }
    let option = saying.option.min(options.len().saturating_sub(1));
    if saying.kind != Kind::Priority
        && let Some(text) = options.get(option)
        && let Some(to) = step(text, &pen.get("table-say-option"), option, options.len(), ui)
    {
        next.option = to;
    }
    let statement = match saying.kind {
        Kind::Priority => Statement::Priority(*issue),
        Kind::Wants => Statement::Wants(*issue, say.option(saying.issue, option)),
        Kind::Refuses => Statement::Refuses(*issue, say.option(saying.issue, option)),
    };
    let pressed = Button::quiet(&pen.get("table-say-it")).off(say.off.as_deref()).small().show(ui).clicked();
    if pressed {
        pen.ask(Ask::Order(Command::Speak(statement)));
    } else if next != saying {
        pen.ask(Ask::Saying(next));
    }
}
