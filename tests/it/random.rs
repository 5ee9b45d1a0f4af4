//! A driver that plays at random: mostly what is legal, sometimes what is not.

use std::sync::Arc;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rare_terms::play::Match;
use rare_terms::rules::chamber::forecast;
use rare_terms::rules::clause::{Clause, Test, When};
use rare_terms::rules::command::{Actor, Command, Measure, Order, Reason, Rung, Statement};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{BlocId, HeadlineId, IssueId, OptionId, PartyId, PartySet, Round};
use rare_terms::rules::legal::{
    Bargain, Legal, check_clauses, check_constraints, check_own_pact, clause_choices,
};
use rare_terms::rules::package::{Communique, Package, Proposal, headlines};
use rare_terms::rules::position::Position;
use rare_terms::view::View;

use crate::wild::wild_order;

/// A seeded source of choices.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.0.next_u64()
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % end.max(1) as u64).expect("it is below a usize")
    }

    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }
}

/// Plays a match at random: mostly what is legal, sometimes what is not.
pub(crate) struct RandomPlay {
    pub(crate) played: Match,
    pub(crate) dice: Dice,
    /// One order in so many is nonsense; 0 for none.
    pub(crate) nonsense: usize,
}

impl RandomPlay {
    pub(crate) fn new(game: &Arc<Game>, seed: u64) -> Self {
        Self { played: Match::new(game.clone(), seed), dice: Dice::new(!seed), nonsense: 6 }
    }

    /// The next order; `None` when the game is over.
    pub(crate) fn order(&mut self) -> Option<Order> {
        let waiting: Vec<PartyId> = self.played.waiting_for().iter().collect();
        let seat = *self.dice.pick(&waiting)?;
        if self.dice.one_in(50) {
            return Some(Order { by: Actor::Clock, seen: None, command: Command::TimeUp });
        }
        if self.nonsense > 0 && self.dice.one_in(self.nonsense) {
            return Some(wild_order(self, seat));
        }
        let command = random_command(self.played.game(), self.played.view(seat), &mut self.dice);
        let seen = self.played.view(seat).seen();
        let seen = match self.dice.below(8) {
            0 => Some(seen),
            1 => Some(seen.saturating_sub(u32::try_from(self.dice.below(3)).expect("small"))),
            _ => None,
        };
        Some(Order { by: Actor::Seat(seat), seen, command })
    }

    /// Gives one random order. Whether the game goes on.
    pub(crate) fn step(&mut self) -> bool {
        let Some(order) = self.order() else {
            return false;
        };
        // Refusals are part of the play.
        let _ = self.played.give(order);
        true
    }

    /// Gives some orders, fewer if the game ends before.
    pub(crate) fn steps(&mut self, count: usize) {
        for _ in 0..count {
            if !self.step() {
                return;
            }
        }
    }
}

/// Something legal for a seat that is waited for, every kind of it as likely.
pub(crate) fn random_command(game: &Game, view: &View, dice: &mut Dice) -> Command {
    let legal = view.legal(game);
    if let Some(answer) = dice.pick(&legal.answers) {
        return Command::Answer(*answer);
    }
    if !legal.measures.is_empty() {
        let mut kinds: Vec<u8> = legal.measures.iter().map(|m| measure_kind(*m)).collect();
        kinds.dedup();
        let kind = *dice.pick(&kinds).expect("there are some");
        let open: Vec<Measure> =
            legal.measures.iter().copied().filter(|m| measure_kind(*m) == kind).collect();
        return Command::Act(*dice.pick(&open).expect("there is one"));
    }
    assert!(legal.pass, "a seat that is waited for may pass");
    for _ in 0..8 {
        if let Some(command) = random_talk(game, view, &legal, dice) {
            return command;
        }
    }
    Command::Pass
}

fn measure_kind(measure: Measure) -> u8 {
    match measure {
        Measure::Nothing => 0,
        Measure::Move { .. } => 1,
        Measure::Lobby(_) => 2,
        Measure::BuildStock(_) => 3,
        Measure::FundCapacity(_) => 4,
        Measure::Threat(_, Rung::Signal) => 5,
        Measure::Threat(_, Rung::Demand(..)) => 6,
        Measure::Threat(_, Rung::Deadline) => 7,
        Measure::Threat(_, Rung::BackDown) => 8,
        Measure::Threat(_, Rung::Mediate) => 9,
        Measure::Break(_) => 10,
        Measure::SnapBack(_) => 11,
    }
}

fn random_talk(game: &Game, view: &View, legal: &Legal, dice: &mut Dice) -> Option<Command> {
    match dice.below(9) {
        0 | 1 => {
            let bargain = dice.pick(&legal.bargains)?.clone();
            let proposal = random_proposal(game, view, &bargain, dice)?;
            Some(Command::Propose { proposal, answers: None })
        }
        2 => {
            let offer = view.position.offer(*dice.pick(&legal.answer)?)?;
            let bargain = legal.bargains.iter().find(|b| b.parties == offer.proposal.parties)?.clone();
            let proposal = random_proposal(game, view, &bargain, dice)?;
            Some(Command::Propose { proposal, answers: Some(offer.id) })
        }
        3 | 4 => Some(Command::Accept(*dice.pick(&legal.accept)?)),
        5 => {
            let reason = Some(random_reason(game, view.seat, dice)).filter(|_| !dice.one_in(5));
            Some(Command::Decline { offer: *dice.pick(&legal.answer)?, reason })
        }
        6 => Some(Command::Withdraw(*dice.pick(&legal.withdraw)?)).filter(|_| dice.one_in(3)),
        7 => (legal.speeches_left > 0).then(|| Command::Speak(random_statement(game, view.seat, dice))),
        _ => Some(Command::Pass),
    }
}

/// A proposal out of what a bargain allows; `None` where chance found none that holds together.
pub(crate) fn random_proposal(
    game: &Game,
    view: &View,
    bargain: &Bargain,
    dice: &mut Dice,
) -> Option<Proposal> {
    // Half of the time the one that the chambers like best out of some, or little would ever be ratified.
    let tries = if dice.one_in(2) { 1 } else { 6 };
    let mut best: Option<(i64, Proposal)> = None;
    for _ in 0..tries {
        let Some(package) = random_package(game, view, bargain, dice) else {
            continue;
        };
        let communique = random_communique(game, bargain.parties, &package, dice);
        let proposal = Proposal { parties: bargain.parties, package, communique };
        let liked = |party: PartyId| {
            forecast(game, &view.position, party, &proposal).map_or(100, |f| f.passing * 100 / f.swings)
        };
        let liked = proposal.parties.iter().map(liked).min().unwrap_or(0);
        if best.as_ref().is_none_or(|(most, _)| liked > *most) {
            best = Some((liked, proposal));
        }
    }
    best.map(|(_, proposal)| proposal)
}

fn random_package(game: &Game, view: &View, bargain: &Bargain, dice: &mut Dice) -> Option<Package> {
    for _ in 0..20 {
        let mut package = Package::empty();
        let often = 1 + dice.below(4);
        for (issue, options) in &bargain.issues {
            if dice.one_in(often)
                && let Some(option) = dice.pick(options)
            {
                package.set(*issue, *option);
            }
        }
        if !package.is_empty() && check_constraints(game, &view.position, &package).is_ok() {
            if bargain.clauses > 0 && dice.one_in(2) {
                add_clauses(game, &view.position, &mut package, 1 + dice.below(bargain.clauses), dice);
            }
            if check_own_pact(bargain.parties, &package).is_err() {
                continue;
            }
            return Some(package);
        }
    }
    None
}

/// Adds up to so many clauses that make sense.
pub(crate) fn add_clauses(game: &Game, at: &Position, package: &mut Package, count: usize, dice: &mut Dice) {
    let issues: Vec<IssueId> = package.issues().collect();
    for _ in 0..count {
        let Some(issue) = dice.pick(&issues).copied() else { return };
        if dice.one_in(12) {
            if let Some(clause) = dice.pick(&clause_choices(game, at, PartySet::NONE, package, issue)) {
                package.agree(*clause);
            }
            continue;
        }
        for _ in 0..12 {
            let mut with = package.clone();
            with.agree(Clause { issue, when: any_when(game, at, &issues, dice) });
            if check_clauses(game, at, &with).is_ok() {
                *package = with;
                break;
            }
        }
    }
}

/// A condition of the level, sound or not. It looks at one of these issues more often than at others.
pub(crate) fn any_when(game: &Game, at: &Position, near: &[IssueId], dice: &mut Dice) -> When {
    let test = if dice.one_in(4) {
        let everyone = game.level.everyone();
        Test::Pact(*dice.pick(&everyone.subsets(2)).expect("there are pairs"))
    } else {
        let near = if dice.one_in(2) { dice.pick(near).copied() } else { None };
        let issue = near.filter(|issue| game.in_play(*issue)).unwrap_or_else(|| any_issue(game, dice));
        let options = game.level.issue(issue).options.len();
        let (one, other) = (dice.below(options), dice.below(options));
        let (from, to) = if dice.one_in(3) { (one, one) } else { (one.min(other), one.max(other)) };
        Test::InForce { issue, from: OptionId::from_index(from), to: OptionId::from_index(to) }
    };
    match dice.below(3) {
        0 => When::TakesEffectIf(test),
        1 => When::LapsesIf(test),
        _ => {
            let ahead = u16::try_from(dice.below(game.level.rounds.len())).expect("few");
            When::Until(Round(at.round.0 + ahead))
        }
    }
}

/// An issue that is in play.
pub(crate) fn any_issue(game: &Game, dice: &mut Dice) -> IssueId {
    let issues: Vec<IssueId> = game.issue_ids().collect();
    *dice.pick(&issues).expect("a level has issues")
}

fn random_communique(game: &Game, parties: PartySet, package: &Package, dice: &mut Dice) -> Communique {
    let mut communique = Communique::even(&game.level, parties);
    let fitting: Vec<HeadlineId> = headlines(&game.level, package).collect();
    communique.headline = dice.pick(&fitting).copied().filter(|_| !dice.one_in(4));
    if game.rules.on.communiques && !dice.one_in(3) {
        let mut left = 100;
        let signatories: Vec<PartyId> = parties.iter().collect();
        for party in &signatories {
            let last = Some(party) == signatories.last();
            let share = if last { left } else { i64::try_from(dice.below(101)).expect("small").min(left) };
            communique.credit[*party] = share;
            left -= share;
        }
    }
    communique
}

/// A reason of the level, true or not.
pub(crate) fn random_reason(game: &Game, seat: PartyId, dice: &mut Dice) -> Reason {
    let issue = any_issue(game, dice);
    let option = OptionId::from_index(dice.below(game.level.issue(issue).options.len()));
    let blocs = game.level.parties[seat].chamber.as_ref().map_or(0, |c| c.blocs.len());
    match dice.below(6) {
        0 => Reason::RedLine(issue, option),
        1 if blocs > 0 => Reason::Chamber {
            chances: u8::try_from(dice.below(101)).expect("small"),
            pivotal: BlocId::from_index(dice.below(blocs)),
        },
        2 => Reason::TooLittle { ask: Some((issue, option)).filter(|_| dice.one_in(2)) },
        3 => Reason::NothingToGain,
        4 => Reason::NotHere,
        _ => Reason::WorseThanNoDeal,
    }
}

fn random_statement(game: &Game, seat: PartyId, dice: &mut Dice) -> Statement {
    let issue = any_issue(game, dice);
    let option = OptionId::from_index(dice.below(game.level.issue(issue).options.len()));
    let others: Vec<PartyId> = game.level.everyone().without(seat).iter().collect();
    match dice.below(4) {
        0 => Statement::Priority(issue),
        1 => Statement::Wants(issue, option),
        2 => Statement::Refuses(issue, option),
        _ => Statement::NothingWorks(others[dice.below(others.len())], random_reason(game, seat, dice)),
    }
}
