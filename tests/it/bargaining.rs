//! The word of an opponent: what it may be relied on at the table.

use std::sync::Arc;

use rare_terms::opponents::{Difficulty, Opponent, Strategy};
use rare_terms::play::Match;
use rare_terms::rules::appraise::{Appraisal, Cause, appraise, crosses};
use rare_terms::rules::chamber::forecast;
use rare_terms::rules::command::{Actor, Command, Order, Reason};
use rare_terms::rules::event::{Event, Offer, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{OfferId, PartyId, PartySet, Points};
use rare_terms::rules::package::Proposal;
use rare_terms::rules::position::{Phase, Position};
use rare_terms::rules::standpoint::Standpoint;

use crate::random::{Dice, random_command, random_proposal};
use crate::support::{Setting, amount, full, in_turn, settings};

/// The chances in a hundred under which an opponent signs nothing.
const SIGNS_AT: i64 = 80;

/// Computer opponents in every seat, with copies to ask what they would do.
struct Table {
    played: Match,
    minds: Vec<Box<dyn Opponent>>,
}

impl Clone for Table {
    fn clone(&self) -> Self {
        Self { played: self.played.clone(), minds: self.minds.iter().map(|mind| mind.again()).collect() }
    }
}

/// The difficulty of a game of a test, each by turns. In a short run the one that plays games out in its head sits at the smallest table alone.
fn tier(setting: &Setting, number: usize) -> Difficulty {
    let tier = Difficulty::ALL[number % 4];
    let small = setting.game.level.id == "tutorial" || full();
    if tier == Difficulty::Strategist && !small { Difficulty::Envoy } else { tier }
}

/// Games that an opponent plays out for a command: enough to change its mind now and then, and no more.
const BUDGET: u32 = 4;

impl Table {
    fn new(game: &Arc<Game>, seed: u64, difficulty: Difficulty) -> Self {
        let played = Match::new(game.clone(), seed);
        let opponent =
            |party: PartyId| Strategy::from(difficulty).opponent_within(played.temper(party), BUDGET);
        let minds = game.level.everyone().iter().map(opponent).collect();
        Self { minds, played }
    }

    fn next(&self) -> Option<PartyId> {
        self.played.waiting_for().iter().next()
    }

    fn ask(&mut self, seat: PartyId) -> Command {
        let game = self.played.game().clone();
        self.minds[seat.index()].act(&game, self.played.view(seat))
    }

    /// Lets seats pass until it is this one's turn; whether it comes.
    fn turn_to(&mut self, seat: PartyId) -> bool {
        for _ in 0..8 {
            let waiting = self.played.waiting_for();
            if waiting.has(seat) && self.played.truth().phase == Phase::Talks {
                return true;
            }
            let Some(other) = waiting.iter().next() else {
                return false;
            };
            if self.played.command(other, Command::Pass).is_err() {
                return false;
            }
        }
        false
    }

    /// What a seat has with all that is signed, if nothing more is.
    fn worth(&self, seat: PartyId) -> Points {
        self.played.view(seat).standpoint(self.played.game()).no_deal()[seat.index()]
    }

    fn judge(&self, seat: PartyId, proposal: &Proposal) -> Appraisal {
        let game = self.played.game();
        appraise(&self.played.view(seat).standpoint(game), seat, proposal)
    }
}

/// Games among opponents, and with seats that play at random, each command shown before it is given.
fn watch(each: usize, mut look: impl FnMut(&Setting, &Table, PartyId, &Command)) {
    for (place, setting) in settings().into_iter().enumerate() {
        for number in 0..each {
            let seed = 600 + number as u64;
            let mut dice = Dice::new(seed);
            let mut table = Table::new(&setting.game, seed, tier(&setting, place + number));
            let wild = PartySet::first((place + number) % 3);
            while let Some(seat) = table.next() {
                if wild.has(seat) {
                    let command = random_command(&setting.game, table.played.view(seat), &mut dice);
                    table.played.command(seat, command).expect("it is legal");
                } else {
                    let before = table.clone();
                    let command = table.ask(seat);
                    look(&setting, &before, seat, &command);
                    table.played.command(seat, command).expect("it is legal");
                }
            }
        }
    }
}

fn offer_of(table: &Table, seat: PartyId, id: OfferId) -> Offer {
    table.played.view(seat).position.offer(id).expect("it is on the table").clone()
}

#[test]
fn an_opponent_never_signs_below_no_deal_nor_against_its_chamber_nor_over_a_red_line() {
    let (mut accepted, mut proposed) = (0, 0);
    watch(amount(1, 30), |setting, table, seat, command| {
        let proposal = match command {
            Command::Accept(id) => {
                accepted += 1;
                offer_of(table, seat, *id).proposal
            }
            Command::Propose { proposal, .. } => {
                proposed += 1;
                proposal.clone()
            }
            _ => return,
        };
        let judged = table.judge(seat, &proposal);
        let place = || format!("{}: {seat:?} and {proposal:?}", setting.name);
        assert!(judged.total > judged.threshold, "{}: {judged:#?}", place());
        assert!(judged.ratification.as_ref().is_none_or(|f| f.reaches(SIGNS_AT)), "{}: {judged:#?}", place());
        let mut truth = table.played.truth().clone();
        // The terms that others have just signed are not known before they come into force.
        for pact in truth.pacts.iter_mut().filter(|pact| pact.status == PactStatus::Signed) {
            pact.package = pact.package.take().filter(|_| pact.parties.has(seat));
        }
        let standpoint = Standpoint::new(&setting.game, &truth);
        for (issue, option) in proposal.package.terms() {
            assert!(!crosses(&standpoint, seat, issue, option), "{}", place());
        }
        // The own judgement is the truth: a seat knows all that its own score depends on, but for what others
        // will choose by mandates that it does not know: their projects, and whether they carry out a threat.
        let own_part = |a: &Appraisal| -> Points {
            let open = |cause: Cause| !matches!(cause, Cause::NoDeal | Cause::Pledge(_) | Cause::Threat(_));
            a.lines.iter().filter(|line| open(line.cause)).map(|line| line.points).sum()
        };
        let truly = appraise(&standpoint, seat, &proposal);
        assert_eq!(own_part(&truly), own_part(&judged), "{}", place());
        let on = &setting.game.rules.on;
        assert!(on.projects || on.threats || truly.total == judged.total, "{}", place());
    });
    println!("{accepted} acceptances and {proposed} proposals of opponents");
    assert!(accepted > 20, "too few to tell");
}

/// Who signs then has what it signed for, before any chamber has voted, and weighs what comes next against that.
#[test]
fn what_is_signed_counts_at_once() {
    let mut signed = 0;
    watch(amount(1, 30), |setting, table, seat, command| {
        let Command::Accept(id) = command else { return };
        let judged = table.judge(seat, &offer_of(table, seat, *id).proposal);
        let mut after = table.clone();
        after.played.command(seat, command.clone()).expect("it is legal");
        if after.played.view(seat).position.signed().count()
            == table.played.view(seat).position.signed().count()
        {
            return;
        }
        signed += 1;
        let doubts = judged.lines.iter().filter(|line| matches!(line.cause, Cause::Delivery(_)));
        let doubts: Points = doubts.map(|line| line.points).sum();
        assert_eq!(after.worth(seat), judged.total - doubts, "{}: {seat:?} and {judged:#?}", setting.name);
    });
    println!("{signed} pacts");
    assert!(signed > 20, "too few to tell");
}

#[test]
fn a_refusal_is_never_bare_and_never_a_lie() {
    let (mut refusals, mut counters) = (0, 0);
    watch(amount(1, 30), |setting, table, seat, command| {
        let (id, reason) = match command {
            Command::Decline { offer, reason } => {
                refusals += 1;
                (*offer, reason.unwrap_or_else(|| panic!("{}: a bare refusal", setting.name)))
            }
            Command::Propose { answers: Some(_), .. } => {
                counters += 1;
                return;
            }
            _ => return,
        };
        let offer = offer_of(table, seat, id);
        let judged = table.judge(seat, &offer.proposal);
        let place = || format!("{}: {seat:?}, {reason:?}, {judged:#?}", setting.name);
        match reason {
            Reason::RedLine(issue, option) => {
                assert_eq!(offer.proposal.package.option(issue), Some(option), "{}", place());
                let standpoint = Standpoint::new(&setting.game, table.played.truth());
                assert!(crosses(&standpoint, seat, issue, option), "{}", place());
            }
            Reason::Chamber { chances, pivotal } => {
                let home = judged.ratification.as_ref().expect("it has a say");
                assert_eq!((chances, pivotal), (home.chances(), home.pivotal), "{}", place());
                assert!(!home.reaches(SIGNS_AT), "{}", place());
            }
            Reason::WorseThanNoDeal => assert!(judged.gain() <= 0, "{}", place()),
            Reason::TooLittle { ask } => {
                assert!(judged.gain() > 0, "{}", place());
                if let Some((issue, option)) = ask {
                    let mut better = offer.proposal.clone();
                    better.package.set(issue, option);
                    assert!(table.judge(seat, &better).total > judged.total, "{}", place());
                }
            }
            Reason::NothingToGain | Reason::NotHere => {}
        }
    });
    println!("{refusals} refusals with their reasons, {counters} counters");
    assert!(refusals > 20, "too few to tell");
}

/// Has `from` put a proposal to others, in answer to one if it is given; the number it gets.
fn put(table: &mut Table, from: PartyId, proposal: &Proposal, answers: Option<OfferId>) -> Option<OfferId> {
    let command = Command::Propose { proposal: proposal.clone(), answers };
    table.played.command(from, command).ok()?;
    table.played.truth().offers.last().map(|o| o.id)
}

/// What an opponent answers to an offer while it has no other to answer: `None` if it cannot be asked.
fn answer(table: &mut Table, seat: PartyId, offer: OfferId) -> Option<Command> {
    if !table.turn_to(seat) {
        return None;
    }
    let game = table.played.game().clone();
    let legal = table.played.view(seat).legal(&game);
    if legal.answer != [offer] || !legal.accept.contains(&offer) {
        return None;
    }
    Some(table.ask(seat))
}

#[test]
fn an_opponent_accepts_what_it_has_itself_proposed() {
    let mut accepted = 0;
    watch(amount(1, 30), |setting, before, seat, command| {
        let Command::Propose { proposal, .. } = command else {
            return;
        };
        for other in proposal.parties.without(seat).iter() {
            // Asking does not change who is asked, so the opponent that proposes is asked again.
            let mut table = before.clone();
            let again = table.ask(seat);
            assert_eq!(&again, command, "{}: the same position, another command", setting.name);
            table.played.command(seat, again).expect("it is legal");
            let Some(id) = table.played.truth().offers.last().map(|o| o.id) else {
                continue;
            };
            if !table.turn_to(other) {
                continue;
            }
            // The same package back, as a counter; where the other may not put it there is no mirror.
            let Some(back) = put(&mut table, other, proposal, Some(id)) else {
                continue;
            };
            let Some(reply) = answer(&mut table, seat, back) else {
                continue;
            };
            assert_eq!(
                reply,
                Command::Accept(back),
                "{}: {seat:?} refuses its own {proposal:?}",
                setting.name
            );
            accepted += 1;
        }
    });
    println!("{accepted} own proposals put back and accepted");
    assert!(accepted > 30, "too few to tell");
}

#[test]
fn a_gift_never_turns_acceptance_into_refusal() {
    let (mut gifts, mut asked) = (0, 0);
    for (place, setting) in settings().into_iter().enumerate() {
        for number in 0..amount(1, 40) {
            let seed = 7_000 + number as u64;
            let mut dice = Dice::new(seed);
            let mut table = Table::new(&setting.game, seed, tier(&setting, place + number));
            while let Some(seat) = table.next() {
                if table.played.truth().phase == Phase::Talks && dice.one_in(3) {
                    let (a, g) = offer_gifts(&setting, &table, seat, &mut dice);
                    asked += a;
                    gifts += g;
                }
                let command = table.ask(seat);
                table.played.command(seat, command).expect("it is legal");
            }
        }
    }
    println!("{asked} offers accepted, {gifts} of them made better and accepted again");
    assert!(gifts > 30, "too few to tell");
}

/// From a seat whose turn it is, offers at random; those that are accepted are offered again, made better.
fn offer_gifts(setting: &Setting, table: &Table, seat: PartyId, dice: &mut Dice) -> (usize, usize) {
    let game = &setting.game;
    let view = table.played.view(seat);
    let (mut accepted, mut gifts) = (0, 0);
    for bargain in view.legal(game).bargains.iter().filter(|b| b.parties.len() == 2 && !b.cable) {
        let other = bargain.parties.without(seat).iter().next().expect("two parties");
        for _ in 0..6 {
            let Some(proposal) = random_proposal(game, view, bargain, dice) else {
                continue;
            };
            if !accepts(table, seat, other, &proposal) {
                continue;
            }
            accepted += 1;
            let before = table.judge(other, &proposal);
            for _ in 0..10 {
                let Some(mut better) = random_proposal(game, view, bargain, dice) else {
                    continue;
                };
                if dice.one_in(2) {
                    // The same package, but for one term.
                    let mut package = proposal.package.clone();
                    for (issue, option) in better.package.terms().take(1) {
                        package.set(issue, option);
                    }
                    better.package = package;
                    better.communique.headline = None;
                }
                let after = table.judge(other, &better);
                let chances =
                    |a: &Appraisal| a.ratification.as_ref().map_or(100, |f| f.passing * 100 / f.swings);
                let is_gift = after.total >= before.total
                    && chances(&after) >= chances(&before)
                    && after.blockers.is_empty();
                if !is_gift || !can_put(table, seat, other, &better) {
                    continue;
                }
                assert!(
                    accepts(table, seat, other, &better),
                    "{}: {other:?} takes {proposal:?} and not {better:?}\n{before:#?}\n{after:#?}",
                    setting.name
                );
                gifts += 1;
            }
        }
    }
    (accepted, gifts)
}

fn can_put(table: &Table, seat: PartyId, other: PartyId, proposal: &Proposal) -> bool {
    let mut trial = table.clone();
    let Some(id) = put(&mut trial, seat, proposal, None) else {
        return false;
    };
    answer(&mut trial, other, id).is_some()
}

fn accepts(table: &Table, seat: PartyId, other: PartyId, proposal: &Proposal) -> bool {
    let mut trial = table.clone();
    let Some(id) = put(&mut trial, seat, proposal, None) else {
        return false;
    };
    answer(&mut trial, other, id) == Some(Command::Accept(id))
}

/// Whoever trades with an opponent in circles gains nothing by it: each change that it takes leaves it better off than the one before.
#[test]
fn no_circle_of_changes_is_a_money_pump() {
    let (mut circles, mut taken) = (0, 0);
    let wanted = amount(1_000, 10_000);
    let all: Vec<Setting> = in_turn();
    for number in 0.. {
        if circles >= wanted {
            break;
        }
        let setting = &all[number % all.len()];
        let mut dice = Dice::new(20_000 + number as u64);
        let start = Table::new(&setting.game, 40 + number as u64, Difficulty::ALL[number % 3]);
        let Some(seat) = start.next() else { continue };
        let view = start.played.view(seat);
        for bargain in view.legal(&setting.game).bargains.iter().filter(|b| b.parties.len() == 2 && !b.cable)
        {
            let other = bargain.parties.without(seat).iter().next().expect("two parties");
            let draw = |dice: &mut Dice| random_proposal(&setting.game, view, bargain, dice);
            for _ in 0..20 {
                let [Some(a), Some(b), Some(c)] = [draw(&mut dice), draw(&mut dice), draw(&mut dice)] else {
                    continue;
                };
                circles += 1;
                let mut table = start.clone();
                for proposal in [&a, &b, &c, &a, &b, &c] {
                    // The partner asks for each change in turn, and the opponent says yes or no.
                    if !table.turn_to(seat) {
                        break;
                    }
                    let mut trial = table.clone();
                    let Some(id) = put(&mut trial, seat, proposal, None) else { continue };
                    if answer(&mut trial, other, id) != Some(Command::Accept(id)) {
                        continue;
                    }
                    let before = trial.worth(other);
                    trial.played.command(other, Command::Accept(id)).expect("it is legal");
                    let after = trial.worth(other);
                    assert!(
                        after > before,
                        "{}: {other:?} takes {proposal:?} and has {after} after {before}",
                        setting.name
                    );
                    table = trial;
                    taken += 1;
                }
            }
        }
    }
    println!("{circles} circles, {taken} changes taken");
    assert!(taken > wanted / 20, "too few to tell");
}

/// The same by the opponents: they never sign what takes them back to where they were.
#[test]
fn opponents_make_no_deal_that_leaves_them_where_they_were() {
    for setting in in_turn() {
        for number in 0..amount(2, 20) {
            let mut table = Table::new(&setting.game, 800 + number as u64, Difficulty::default());
            while let Some(seat) = table.next() {
                let command = table.ask(seat);
                table.played.command(seat, command).expect("it is legal");
            }
            let truth = table.played.truth();
            for pact in truth.pacts.iter().filter(|p| p.status == PactStatus::Stands) {
                let at = before_signing(&setting.game, table.played.log(), pact.id);
                let package = pact.package.as_ref().expect("it is public");
                let idle = package.terms().all(|(i, o)| at.option(i) == o && !at.unsettled(&setting.game, i));
                assert!(!idle, "{}: {package:?} changes nothing", setting.name);
                let proposal = Proposal {
                    parties: pact.parties,
                    package: package.clone(),
                    communique: pact.communique.clone(),
                };
                for party in pact.parties.iter() {
                    let judged = appraise(&Standpoint::new(&setting.game, &at), party, &proposal);
                    let likely =
                        forecast(&setting.game, &at, party, &proposal).is_none_or(|f| f.reaches(SIGNS_AT));
                    // A cable is answered a round after it was sent: its sender judged it a round before.
                    let cable = setting.game.seating(at.round, pact.parties).is_none();
                    assert!(
                        cable || judged.gain() > 0 && likely,
                        "{}: {party:?} by {proposal:?}",
                        setting.name
                    );
                }
            }
        }
    }
}

fn before_signing(game: &Game, log: &[Event], id: rare_terms::rules::ids::PactId) -> Position {
    let mut at = Position::new(game);
    for event in log {
        if matches!(event, Event::Signed(pact) if pact.id == id) {
            break;
        }
        at.apply(game, event);
    }
    at
}

/// Waiting costs an opponent nothing that a partner could use: a clock that runs out signs nothing.
#[test]
fn a_clock_that_runs_out_signs_nothing() {
    for setting in settings() {
        let mut table = Table::new(&setting.game, 12, Difficulty::default());
        while table.next().is_some() {
            let pacts = table.played.truth().pacts.len();
            table
                .played
                .give(Order { by: Actor::Clock, seen: None, command: Command::TimeUp })
                .expect("the clock may");
            assert_eq!(table.played.truth().pacts.len(), pacts, "{}", setting.name);
        }
        assert!(table.played.is_over());
    }
}
