//! What the negotiator aims at with some partners, and how far it would go.

use super::aspiration::{Difficulty, curve, over_stops, stops, time_with};
use super::belief::formless;
use super::character::Recipe;
use super::history::{insults, last_stop};
use super::negotiator::Negotiator;
use crate::rules::appraise::appraise;
use crate::rules::event::{Event, Offer};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, PartyId, PartySet, Points};
use crate::rules::level::Constraint;
use crate::rules::package::Package;
use crate::view::View;

/// When it has come down to what is fair, and how long it then holds out for it, in thousandths of the time with its partners.
const REACH: i64 = 750;
const HOLD: i64 = 900;

/// From so many stops on there is time to hold out.
const MANY: usize = 5;

/// What it would like with some partners now.
pub(super) struct Aim {
    pub(super) ideal: Points,
    pub(super) least: Points,
    pub(super) target: Points,
    /// No later stop brings these partners together.
    pub(super) last: bool,
    pub(super) time: i64,
}

impl Negotiator {
    /// What it aims at with some partners now; `None` where there is nothing to gain.
    pub(super) fn aim(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<Aim> {
        let (now, next) = time_with(game, view.position.round, parties);
        let warmth = self.warmth(game, view, parties) * self.temper.warmth / 100;
        let at = self.search(game, view, parties);
        let no_deal = self.searches[at].no_deal();
        let ideal = self.searches[at].ideal()?;
        let range = ideal - no_deal;
        let steepness = match self.temper.models() {
            true => over_stops(&self.temper, stops(game, parties)),
            false => self.temper.steepness,
        };
        let stays = |time: i64| no_deal + range * (1000 - curve(time, steepness)) / 1000;
        let (mut target, later) = (stays(now), stays(next));
        if now < 1000 {
            match self.temper.recipe {
                Recipe::Reciprocity => {
                    target = target.max(ideal - range / 5 - self.given(game, view, parties))
                }
                Recipe::Fair => target = target.min(self.fair(game, view, at, target)),
                Recipe::Ranks => target = self.ranked(game, view, parties),
                Recipe::Curve | Recipe::Search => {}
            }
            if self.holds(game, view, parties) && now <= HOLD {
                // Partners who hold out for what is fair meet there, whatever their pace.
                let fair = self.fair(game, view, at, target);
                let pace = curve(now * 1000 / REACH, steepness);
                target = fair + (ideal - fair).max(0) * (1000 - pace) / 1000;
            }
            if self.temper.models() && rivals(game, view, parties) {
                // Who waits for more than what is fair is left out.
                target = target.min(self.fair(game, view, at, target));
            }
        }
        // What the partners give within a round is answered in kind, up to what time would bring anyway.
        let warmed = (target - warmth.max(0)).max(later.min(target));
        let insults = if self.temper.pride > 0 { insults(view, parties) } else { 0 };
        let least = no_deal + range * (self.temper.floor + self.temper.pride * insults).min(600) / 1000;
        let last = last_stop(game, view, parties);
        Some(Aim { ideal, least, target: warmed.max(least), last, time: now })
    }

    /// Whether it holds out for what is fair until the end draws near: where it knows what the others want, and there is time for it.
    fn holds(&self, game: &Game, view: &View, parties: PartySet) -> bool {
        let known = |party: PartyId| view.position.mandates[party].is_some() || !game.rules.on.mandates;
        let curve = self.temper.recipe == Recipe::Curve && self.temper.difficulty == Difficulty::Diplomat;
        curve && !formless(game) && parties.iter().all(known) && stops(game, parties) >= MANY
    }

    /// What the package with the largest product of gains, as they were believed to be when the round began, gives the seat.
    fn fair(&mut self, game: &Game, view: &View, at: usize, otherwise: Points) -> Points {
        let dawn = self.dawn(game, view);
        let search = &mut self.searches[at];
        search.best(search.no_deal(), &dawn, &[]).map_or(otherwise, |wish| wish.own)
    }

    /// How much better for this seat the partners' offers have become in the rounds before this one.
    fn given(&self, game: &Game, view: &View, parties: PartySet) -> Points {
        let standpoint = self.standpoint(game, view);
        let before = view.log.iter().filter_map(|event| match event {
            Event::Offered(offer)
                if offer.from != view.seat
                    && offer.proposal.parties == parties
                    && offer.made < view.position.round =>
            {
                Some(appraise(&standpoint, view.seat, &offer.proposal).total)
            }
            _ => None,
        });
        let totals: Vec<Points> = before.collect();
        let best = totals.iter().copied().max().unwrap_or(0);
        best - totals.first().copied().unwrap_or(best)
    }

    /// The score that it has gone down to in its own ranking: a step for each proposal that all have made.
    fn ranked(&mut self, game: &Game, view: &View, parties: PartySet) -> Points {
        let different = |by: PartyId| {
            let mut put: Vec<&Package> = Vec::new();
            for event in &view.log {
                if let Event::Offered(offer) = event
                    && offer.from == by
                    && offer.proposal.parties == parties
                    && !put.contains(&&offer.proposal.package)
                {
                    put.push(&offer.proposal.package);
                }
            }
            put.len()
        };
        let made = parties.iter().map(different).min().unwrap_or(0);
        let at = self.search(game, view, parties);
        // The ranking is used up when nine tenths of the proposals that there is time for are made.
        let proposals = usize::from(game.level.last_round().0) * usize::from(game.rules.offers);
        let steps = self.searches[at].count() * 10 / (proposals * 9).max(1) + 1;
        self.searches[at].ranked(steps * made)
    }

    /// How much the partners' offers of this round have improved for this seat.
    fn warmth(&mut self, game: &Game, view: &View, parties: PartySet) -> Points {
        let theirs: Vec<&Offer> = view
            .position
            .offers
            .iter()
            .filter(|o| o.proposal.parties == parties && o.from != view.seat && o.made == view.position.round)
            .collect();
        if theirs.len() < 2 {
            return 0;
        }
        let standpoint = self.standpoint(game, view);
        let mut totals = theirs.iter().map(|o| appraise(&standpoint, view.seat, &o.proposal).total);
        let first = totals.next().unwrap_or(0);
        totals.max().map_or(0, |best| best - first)
    }
}

/// Whether others could sign without the seat what rules out what it could sign with some partners.
fn rivals(game: &Game, view: &View, parties: PartySet) -> bool {
    let level = &game.level;
    let others = level.everyone().without(view.seat).minus(view.position.collapsed);
    level.constraints.iter().any(|constraint| match constraint {
        Constraint::Exclusive(issues) => {
            let theirs = |issue: &IssueId| others.covers(level.issue(*issue).consent);
            let ours = |issue: &IssueId| parties.covers(level.issue(*issue).consent) && !theirs(issue);
            issues.iter().any(theirs) && issues.iter().any(ours)
        }
        Constraint::Together(_) => false,
    })
}
