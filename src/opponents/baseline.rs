//! The baseline opponent, for any party of any level.
//!
//! It aims high and concedes with time towards its no-deal value. Time is rounds left with that
//! partner, never messages. It offers, of the packages that reach its aim and that the chambers would
//! pass, the one that it believes best for the others; it takes what reaches its aim; it says why it
//! refuses; and it signs nothing that its own chamber is likely to refuse.
//!
//! What it has said and put it reads in the log; what it keeps between calls only saves work.

use super::aspiration::{Difficulty, Temper, curve, time_with};
use super::search::{Search, Wish};
use super::{Opponent, answers, guard, measures};
use crate::rules::appraise::appraise;
use crate::rules::command::{Command, Reason, Statement};
use crate::rules::event::{Event, Offer, OfferStatus, Refused};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OfferId, OptionId, PartyId, PartySet, Points, Round};
use crate::rules::legal::{Refusal, Way, answerable, check, ways};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::open_issues;
use crate::rules::position::Phase;
use crate::view::View;

/// The chances in a hundred that its own chamber must give a pact before it signs.
pub const SIGNS_AT: i64 = 80;

/// What a clause has to be worth before it is asked for, in hundredths of a point.
const GUARD: i64 = 30;

/// The baseline opponent.
#[derive(Clone, Debug)]
pub struct Baseline {
    temper: Temper,
    /// How much of the log has been read.
    read: usize,
    /// What others have said they may never sign.
    taboos: Vec<Refused>,
    round: Round,
    searches: Vec<Search>,
}

/// What it would like with some partners now.
struct Aim {
    ideal: Points,
    least: Points,
    target: Points,
}

impl Baseline {
    /// An opponent with the temper that a seed gives, at a difficulty.
    #[must_use]
    pub fn new(seed: u64, difficulty: Difficulty) -> Self {
        Self::with(Temper::drawn(seed, difficulty))
    }

    fn with(temper: Temper) -> Self {
        Self { temper, read: 0, taboos: Vec::new(), round: Round(0), searches: Vec::new() }
    }

    fn read_log(&mut self, view: &View) {
        for event in &view.log[self.read.min(view.log.len())..] {
            let Some(refused) = event.refused() else { continue };
            if refused.by != view.seat && !self.taboos.contains(&refused) {
                self.taboos.push(refused);
                self.searches.clear();
            }
        }
        self.read = view.log.len();
        if view.position.round != self.round {
            self.round = view.position.round;
            self.searches.clear();
        }
        // A pact signed this round reserves issues, so what was searched no longer holds.
        self.searches.retain(|search| search.pacts == view.position.pacts.len());
    }

    /// The packages open with some parties, compiled once a round.
    fn search(&mut self, game: &Game, view: &View, parties: PartySet) -> usize {
        match self.searches.iter().position(|s| s.parties() == parties) {
            Some(at) => at,
            None => {
                self.searches.push(Search::new(game, view, parties, &self.taboos));
                self.searches.len() - 1
            }
        }
    }

    fn aim(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<Aim> {
        let (now, next) = time_with(game, view.position.round, parties);
        let warmth = self.warmth(game, view, parties);
        let at = self.search(game, view, parties);
        let search = &self.searches[at];
        let no_deal = search.no_deal();
        let ideal = search.ideal()?;
        let range = ideal - no_deal;
        let stays = |time: i64| no_deal + range * (1000 - curve(time, self.temper.steepness)) / 1000;
        let (target, later) = (stays(now), stays(next));
        // What the partners give within a round is answered in kind, up to what time would bring anyway.
        let warmed = (target - warmth.max(0)).max(later.min(target));
        let least = no_deal + range * self.temper.floor / 1000;
        Some(Aim { ideal, least, target: warmed.max(least) })
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
        let standpoint = view.standpoint(game);
        let mut totals = theirs.iter().map(|o| appraise(&standpoint, view.seat, &o.proposal).total);
        let first = totals.next().unwrap_or(0);
        totals.max().map_or(0, |best| best - first)
    }

    /// The best offer on the table that it would sign now, if there is one.
    fn acceptable(&mut self, game: &Game, view: &View) -> Option<OfferId> {
        let mut best: Option<(Points, OfferId)> = None;
        let answerable: Vec<Offer> = answerable(&view.position, view.seat).cloned().collect();
        for offer in answerable {
            if check(game, &view.position, view.seat, &Command::Accept(offer.id)).is_err() {
                continue;
            }
            let appraisal = appraise(&view.standpoint(game), view.seat, &offer.proposal);
            let Some(aim) = self.aim(game, view, offer.proposal.parties) else { continue };
            let (now, _) = time_with(game, view.position.round, offer.proposal.parties);
            let enough = if now >= 1000 { aim.least } else { aim.target };
            let enough = enough.min(self.own_next(game, view, &offer, &aim));
            let gains = appraisal.gain() > 0 && appraisal.total >= enough;
            if gains && appraisal.works(SIGNS_AT) && best.is_none_or(|(total, _)| appraisal.total > total) {
                best = Some((appraisal.total, offer.id));
            }
        }
        best.map(|(_, id)| id)
    }

    /// What it would ask for next itself, an even split of the credit included, which does not always divide:
    /// whoever offers that much is not refused.
    fn own_next(&mut self, game: &Game, view: &View, offer: &Offer, aim: &Aim) -> Points {
        let parties = offer.proposal.parties;
        let at = self.search(game, view, parties);
        let Some(wish) = self.searches[at].best(aim.target) else { return aim.target };
        let plain = Proposal::plain(&game.level, parties, wish.package);
        appraise(&view.standpoint(game), view.seat, &plain).total.min(wish.own)
    }

    /// A package to put to some parties, that it has not put to them this round.
    fn wish(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<Wish> {
        let aim = self.aim(game, view, parties)?;
        if aim.ideal <= aim.least {
            return None;
        }
        let at = self.search(game, view, parties);
        self.searches[at].best(aim.target)
    }

    fn answer(&mut self, game: &Game, view: &View) -> Option<Command> {
        if let Some(offer) = self.acceptable(game, view) {
            return Some(Command::Accept(offer));
        }
        let offer = answerable(&view.position, view.seat).next()?.clone();
        let (id, parties) = (offer.id, offer.proposal.parties);
        let wish = self.wish(game, view, parties);
        let can_put = self.may_offer(game, view)
            && ways(game, &view.position, view.seat).any(|w| w.parties == parties && w.signable);
        let fresh = |wish: &&Wish| can_put && !put(view, parties).any(|p| p.terms().eq(wish.package.terms()));
        if let Some(package) = wish.as_ref().filter(fresh).map(|wish| wish.package.clone()) {
            return Some(self.propose(game, view, parties, package, Some(id)));
        }
        let reason = self.reason(game, view, &offer.proposal, wish.as_ref());
        Some(Command::Decline { offer: id, reason: Some(reason) })
    }

    fn may_offer(&self, game: &Game, view: &View) -> bool {
        view.position.offered[view.seat] < game.rules.offers
    }

    fn propose(
        &self,
        game: &Game,
        view: &View,
        parties: PartySet,
        package: Package,
        answers: Option<OfferId>,
    ) -> Command {
        let package = guard::guarded(game, view, parties, package, GUARD * game.level.per_point() / 100);
        Command::Propose { proposal: Proposal::plain(&game.level, parties, package), answers }
    }

    /// Why it refuses a proposal.
    fn reason(&self, game: &Game, view: &View, proposal: &Proposal, wish: Option<&Wish>) -> Reason {
        let standpoint = view.standpoint(game);
        let appraisal = appraise(&standpoint, view.seat, proposal);
        for blocker in &appraisal.blockers {
            if let Refusal::RedLine(issue, option) = blocker.what {
                return Reason::RedLine(issue, option);
            }
        }
        if appraisal.gain() <= 0 {
            return Reason::WorseThanNoDeal;
        }
        match appraisal.ratification {
            Some(forecast) if !forecast.reaches(SIGNS_AT) => {
                Reason::Chamber { chances: forecast.chances(), pivotal: forecast.pivotal }
            }
            _ => Reason::TooLittle { ask: wish.and_then(|wish| self.ask(game, view, proposal, wish)) },
        }
    }

    /// The one term of its own wish that would help a proposal most.
    fn ask(&self, game: &Game, view: &View, proposal: &Proposal, wish: &Wish) -> Option<(IssueId, OptionId)> {
        let standpoint = view.standpoint(game);
        let now = appraise(&standpoint, view.seat, proposal).total;
        wish.package
            .terms()
            .filter(|(issue, option)| proposal.package.option(*issue) != Some(*option))
            .map(|(issue, option)| {
                let mut changed = proposal.clone();
                changed.package.set(issue, option);
                (appraise(&standpoint, view.seat, &changed).total - now, (issue, option))
            })
            .filter(|(worth, _)| *worth > 0)
            .max_by_key(|(worth, _)| *worth)
            .map(|(_, term)| term)
    }

    /// An offer of its own, once a round for each set of partners.
    fn offer(&mut self, game: &Game, view: &View) -> Option<Command> {
        let mut wishes: Vec<(Points, Wish, PartySet)> = Vec::new();
        // Cables to several parties at once are left to those who have time for them.
        if !self.may_offer(game, view) {
            return None;
        }
        let here = |way: &Way| way.signable && (!way.cable || way.parties.len() == 2);
        for Way { parties, .. } in ways(game, &view.position, view.seat).filter(here) {
            let waiting = view.position.offers.iter().any(|o| {
                o.from == view.seat && o.proposal.parties == parties && o.status == OfferStatus::Open
            });
            // It does not reopen what it has signed; whoever wants to may ask.
            let settled = open_issues(game, &view.position, parties)
                .iter()
                .all(|i| view.position.held_by(*i).is_some());
            if waiting || settled || put(view, parties).next().is_some() {
                continue;
            }
            match self.wish(game, view, parties) {
                Some(wish) => wishes.push((wish.own, wish, parties)),
                None => {
                    if let Some(command) = self.say_nothing_works(game, view, parties) {
                        return Some(command);
                    }
                }
            }
        }
        let (_, wish, parties) = wishes.into_iter().max_by_key(|(own, _, _)| *own)?;
        Some(self.propose(game, view, parties, wish.package, None))
    }

    fn say_nothing_works(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<Command> {
        let with = parties.without(view.seat);
        let other = with.iter().next()?;
        if view.position.spoken[view.seat] >= game.rules.speeches || with.len() > 1 || told(view, other) {
            return None;
        }
        let at = self.search(game, view, parties);
        let reason = self.searches[at].why_nothing(game, view);
        Some(Command::Speak(Statement::NothingWorks(other, reason)))
    }
}

/// Packages that the seat has put to some parties this round.
fn put(view: &View, parties: PartySet) -> impl Iterator<Item = &Package> {
    let at = &view.position;
    let own = move |o: &&Offer| o.from == view.seat && o.made == at.round && o.proposal.parties == parties;
    at.offers.iter().filter(own).map(|offer| &offer.proposal.package)
}

/// Whether the seat has told a partner this round that nothing works.
fn told(view: &View, other: PartyId) -> bool {
    let round = view.log.iter().rev().take_while(|event| !matches!(event, Event::RoundBegan(_)));
    let nothing = |event: &Event| {
        matches!(event, Event::Spoke { by, statement: Statement::NothingWorks(party, _) }
            if *by == view.seat && *party == other)
    };
    round.into_iter().any(nothing)
}

impl Opponent for Baseline {
    fn act(&mut self, game: &Game, view: &View) -> Command {
        self.read_log(view);
        if view.position.phase == Phase::Measures {
            return Command::Act(measures::pick(game, view, &self.temper.in_units(game)));
        }
        if view.position.asked.is_some() {
            return Command::Answer(answers::answer(game, view, &self.temper.in_units(game)));
        }
        self.answer(game, view).or_else(|| self.offer(game, view)).unwrap_or(Command::Pass)
    }

    fn forget(&mut self) {
        *self = Self::with(self.temper);
    }
}
