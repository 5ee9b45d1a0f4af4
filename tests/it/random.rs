//! A driver that plays at random: mostly what is legal, sometimes what is not.

use std::sync::Arc;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rare_terms::play::Match;
use rare_terms::rules::chamber::forecast;
use rare_terms::rules::command::{Actor, Command, Measure, Order, Reason, Statement};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{
    BlocId, ByParty, HeadlineId, IssueId, OfferId, OptionId, PartyId, PartySet, ResourceId,
};
use rare_terms::rules::legal::{Bargain, Legal, check_constraints};
use rare_terms::rules::package::{Communique, Package, Proposal, headlines};
use rare_terms::view::View;

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
            return Some(self.nonsense(seat));
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

    fn nonsense(&mut self, seat: PartyId) -> Order {
        let game = self.played.game().clone();
        let dice = &mut self.dice;
        let any_seat = PartyId(u8::try_from(dice.below(6)).expect("small"));
        let by = match dice.below(8) {
            0 => Actor::Clock,
            1..=3 => Actor::Seat(any_seat),
            _ => Actor::Seat(seat),
        };
        let seen = if dice.one_in(4) { Some(u32::try_from(dice.below(400)).expect("small")) } else { None };
        let wild_issue = IssueId(u8::try_from(dice.below(256)).expect("a byte"));
        let issue = IssueId::from_index(dice.below(game.level.issues.len() + 1));
        let wild_option = OptionId(u16::try_from(dice.below(65536)).expect("two bytes"));
        let option = OptionId::from_index(dice.below(6));
        let offers: Vec<OfferId> = self.played.truth().offers.iter().map(|o| o.id).collect();
        let offer = match dice.pick(&offers) {
            Some(offer) if !dice.one_in(3) => *offer,
            _ => OfferId(u32::try_from(dice.number() >> 36).expect("28 bits")),
        };
        let wild_reason = match dice.below(4) {
            0 => Reason::RedLine(wild_issue, wild_option),
            1 => Reason::Chamber { chances: 200, pivotal: BlocId(99) },
            2 => Reason::TooLittle { ask: Some((wild_issue, wild_option)) },
            _ => random_reason(&game, seat, dice),
        };
        let command = match dice.below(14) {
            0 => Command::Accept(offer),
            1 => Command::Decline { offer, reason: Some(wild_reason) },
            2 => Command::Withdraw(offer),
            3 => Command::Speak(Statement::Wants(wild_issue, option)),
            4 => Command::Speak(Statement::NothingWorks(any_seat, wild_reason)),
            5 => Command::Speak(Statement::Refuses(issue, wild_option)),
            6 => Command::TimeUp,
            7 => Command::Pass,
            8 => Command::Act(Measure::Move { issue: wild_issue, steps: 255 }),
            9 => Command::Act(Measure::Move { issue, steps: u8::try_from(dice.below(4)).expect("small") }),
            10 => Command::Act(match dice.below(4) {
                0 => Measure::Lobby(BlocId(u8::try_from(dice.below(256)).expect("a byte"))),
                1 => Measure::BuildStock(ResourceId(u8::try_from(dice.below(4)).expect("small"))),
                2 => Measure::FundCapacity(ResourceId(u8::try_from(dice.below(4)).expect("small"))),
                _ => Measure::Nothing,
            }),
            _ => self.wild_proposal(seat, (wild_issue, wild_option), offer),
        };
        Order { by, seen, command }
    }

    /// A proposal that is legal but for one thing, or for several.
    fn wild_proposal(&mut self, seat: PartyId, term: (IssueId, OptionId), offer: OfferId) -> Command {
        let game = self.played.game().clone();
        let legal = self.played.view(seat).legal(&game);
        let dice = &mut self.dice;
        let sound = dice
            .pick(&legal.bargains)
            .cloned()
            .and_then(|bargain| random_proposal(&game, self.played.view(seat), &bargain, dice));
        let mut proposal = sound.unwrap_or_else(|| {
            Proposal::plain(
                &game.level,
                game.level.everyone(),
                Package::empty().with(IssueId(0), OptionId(1)),
            )
        });
        let mut answers = None;
        for _ in 0..=dice.below(2) {
            match dice.below(12) {
                0 => proposal.package.set(term.0, OptionId(0)),
                1 => proposal.package.set(IssueId::from_index(dice.below(game.level.issues.len())), term.1),
                2 => proposal.package = Package::empty(),
                3 => proposal.parties = (0..8u8).filter(|_| dice.one_in(2)).map(PartyId).collect(),
                4 => proposal.communique.credit = game.by_party(|p| 100 * i64::from(p == seat)),
                5 => proposal.communique.credit = ByParty(vec![101]),
                6 => proposal.communique.credit = ByParty(vec![i64::MAX; game.parties()]),
                7 => proposal.communique.credit = game.by_party(|p| if p.0 == 0 { -20 } else { 120 }),
                8 => proposal.communique.headline = Some(HeadlineId(term.1.0)),
                9 => {
                    let at = dice.below(game.level.headlines.len().max(1));
                    proposal.communique.headline = Some(HeadlineId::from_index(at));
                }
                10 => answers = Some(offer),
                _ => {
                    let issue = IssueId::from_index(dice.below(game.level.issues.len()));
                    let options = game.level.issue(issue).options.len();
                    proposal.package.set(issue, OptionId::from_index(dice.below(options)));
                }
            }
        }
        Command::Propose { proposal, answers }
    }
}

/// Something legal for a seat that is waited for, every kind of it as likely.
pub(crate) fn random_command(game: &Game, view: &View, dice: &mut Dice) -> Command {
    let legal = view.legal(game);
    if let Some(measure) = dice.pick(&legal.measures) {
        return Command::Act(*measure);
    }
    assert!(legal.pass, "a seat that is waited for may pass");
    for _ in 0..8 {
        if let Some(command) = random_talk(game, view, &legal, dice) {
            return command;
        }
    }
    Command::Pass
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
            return Some(package);
        }
    }
    None
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
    let issue = IssueId::from_index(dice.below(game.level.issues.len()));
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
    let issue = IssueId::from_index(dice.below(game.level.issues.len()));
    let option = OptionId::from_index(dice.below(game.level.issue(issue).options.len()));
    let others: Vec<PartyId> = game.level.everyone().without(seat).iter().collect();
    match dice.below(4) {
        0 => Statement::Priority(issue),
        1 => Statement::Wants(issue, option),
        2 => Statement::Refuses(issue, option),
        _ => Statement::NothingWorks(others[dice.below(others.len())], random_reason(game, seat, dice)),
    }
}
