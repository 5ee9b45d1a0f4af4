//! Every party's support at home: a figure, how it moved, and the floor it must not fall through.

use bevy_egui::egui::{Align, Layout, Ui};

use super::pages::Term;
use super::wording::{PartyName, share, tone};
use crate::rules::game::Game;
use crate::rules::position::Position;
use crate::theme::widgets::{Bar, body, figure, glass, party_badge, signed_figure};
use crate::theme::{Size, Tone, tokens};
use crate::words::{Words, points, signed};

/// A party's support at home.
pub struct Home {
    /// Whose.
    pub party: PartyName,
    /// What it is now.
    pub figure: String,
    /// How it moved, if it did.
    pub moved: Option<(String, Tone)>,
    /// What it is now, from 0 to 1.
    pub share: f32,
    /// The floor, from 0 to 1.
    pub floor: f32,
    /// All of it in words.
    pub spoken: String,
    /// What it means.
    pub note: String,
}

/// Every party's support at home, and how it moved.
#[must_use]
pub fn homes(words: &Words, game: &Game, before: &Position, at: &Position) -> Vec<Home> {
    game.level
        .parties
        .iter()
        .map(|(id, party)| {
            let (was, now) = (before.support[id], at.support[id]);
            let by = now - was;
            let fallen = !at.acts(id);
            let figure = points(now);
            let floor = points(party.floor);
            let spoken = words.text(
                "home-spoken",
                &[("party", (&party.name).into()), ("support", (&figure).into()), ("floor", (&floor).into())],
            );
            Home {
                party: PartyName::of(game, id),
                moved: (by != 0).then(|| (signed(by, ""), tone(by))),
                share: share(now, 10_000),
                floor: share(party.floor, 10_000),
                note: if fallen { words.get("home-fallen") } else { spoken.clone() },
                figure: if fallen { words.get("home-fallen-short") } else { figure },
                spoken,
            }
        })
        .collect()
}

/// Draws all of them on a panel of glass.
pub fn panel(ui: &mut Ui, label: &Term, homes: &[Home]) {
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        label.heading(ui);
        for home in homes {
            ui.horizontal(|ui| {
                party_badge(ui, home.party.index, &home.party.letter, &home.party.name, 7.0);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some((by, tone)) = &home.moved {
                        signed_figure(ui, by, *tone);
                    }
                    figure(ui, &home.figure, Size::Body, Tone::Plain);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| body(ui, &home.party.name));
                });
            });
            let parts = [(home.share, tokens::party_colour(home.party.index))];
            Bar::new(&parts, &home.spoken).tick(home.floor).note(&home.note).show(ui);
        }
    });
}
