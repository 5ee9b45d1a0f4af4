//! What a measure would bring: to every party's score, and to the pacts signed this round.

use super::model::Line;
use crate::rules::chamber::{Forecast, forecast_at};
use crate::rules::event::{Event, Pact};
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::package::Proposal;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;
use crate::screens::estimate::{Band, Figures, Minds, in_ten, tone_in};
use crate::theme::Tone;
use crate::view::View;
use crate::words::Words;
use crate::words::tell::Teller;

/// What everything is worked out from.
pub(super) struct Desk<'a> {
    pub(super) game: &'a Game,
    pub(super) view: &'a View,
    pub(super) words: &'a Words,
    pub(super) teller: Teller<'a>,
    pub(super) figures: Figures<'a>,
    /// The position with the pacts of this round in force.
    pub(super) base: Position,
}

impl Desk<'_> {
    pub(super) fn seat(&self) -> PartyId {
        self.view.seat
    }

    pub(super) fn at(&self) -> &Position {
        &self.view.position
    }

    /// What an event does to every party's score if nothing more is signed.
    pub(super) fn worth(&self, event: &Event) -> Vec<Line> {
        let mut after = self.base.clone();
        after.apply(self.game, event);
        let (before, after) =
            (Minds::at(self.game, self.view, &self.base), Minds::at(self.game, self.view, &after));
        let seat = self.seat();
        let order = std::iter::once(seat).chain(self.game.level.everyone().without(seat).iter());
        order
            .filter_map(|party| {
                let score = |mind: &Standpoint<'_>| mind.no_deal()[party.index()];
                let pairs = before.of(party).iter().zip(after.of(party));
                let band = Band::of(pairs.map(|(before, after)| score(after) - score(before)))?;
                let label = match party == seat {
                    true => self.words.get("measures-you"),
                    false => {
                        self.words.text("measures-theirs", &[("party", self.teller.party(party).into())])
                    }
                };
                Some(Line { label, figure: self.figures.change_in(band), tone: tone_in(band) })
            })
            .collect()
    }

    pub(super) fn forecast(&self, at: &Position, pact: &Pact) -> Option<Forecast> {
        let proposal = Proposal {
            parties: pact.parties,
            package: pact.package.clone()?,
            communique: pact.communique.clone(),
        };
        forecast_at(self.game, at, self.seat(), &proposal, pact.net)
    }

    pub(super) fn pact_name(&self, pact: &Pact) -> String {
        let others = pact.parties.without(self.seat());
        self.words.text("measures-pact", &[("parties", self.teller.parties(others).into())])
    }

    pub(super) fn pact(&self, pact: &Pact) -> Line {
        match self.forecast(self.at(), pact).filter(|_| pact.parties.has(self.seat())) {
            Some(f) => Line {
                label: self.pact_name(pact),
                figure: self.words.text(
                    "measures-chances",
                    &[
                        ("chances", in_ten(f.passing, f.swings).into()),
                        ("yes", f.yes.into()),
                        ("quorum", f.quorum.into()),
                    ],
                ),
                tone: if f.reaches(80) { Tone::Good } else { Tone::Plain },
            },
            None => Line {
                label: self.pact_name(pact),
                figure: self.words.get(if pact.parties.has(self.seat()) {
                    "measures-no-vote"
                } else {
                    "measures-not-yours"
                }),
                tone: Tone::Quiet,
            },
        }
    }
}
