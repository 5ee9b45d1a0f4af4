//! What the pacts signed this round would meet at home, with and without a measure.

use crate::rules::chamber::{Forecast, forecast_at};
use crate::rules::event::{Event, Pact};
use crate::rules::package::Proposal;
use crate::rules::position::Position;
use crate::screens::estimate::in_ten;
use crate::screens::weighing::{Line, Scales};
use crate::theme::Tone;

/// What everything here is worked out with: it weighs from a position with the pacts of this round in force.
pub(super) struct Desk<'a>(pub(super) Scales<'a>);

impl<'a> std::ops::Deref for Desk<'a> {
    type Target = Scales<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Desk<'_> {
    /// What an event does to every party's score if nothing more is signed.
    pub(super) fn worth(&self, event: &Event) -> Vec<Line> {
        let mut after = self.base.clone();
        after.apply(self.game, event);
        self.scores(&after)
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
        let (figure, tone) = match self.forecast(self.at(), pact).filter(|_| pact.parties.has(self.seat())) {
            Some(f) => {
                let args = [
                    ("chances", in_ten(f.passing, f.swings).into()),
                    ("yes", f.yes.into()),
                    ("quorum", f.quorum.into()),
                ];
                let tone = if f.reaches(80) { Tone::Good } else { Tone::Plain };
                (self.words.text("measures-chances", &args), tone)
            }
            None if pact.parties.has(self.seat()) => (self.words.get("measures-no-vote"), Tone::Quiet),
            None => (self.words.get("measures-not-yours"), Tone::Quiet),
        };
        Line { label: self.pact_name(pact), figure, tone, note: String::new() }
    }
}
