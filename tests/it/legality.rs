//! What is legal is a description computed from the seat's view alone: a command is accepted if and only if
//! that description contains it, and a refused one changes nothing and says why.

use std::collections::BTreeMap;

use rare_terms::play::Match;
use rare_terms::rules::command::{Actor, Answer, Command, Measure, Order, Reason, Rung, Statement};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{
    BlocId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet, ProjectId, ResourceId, ThreatId,
};
use rare_terms::rules::legal::{Legal, check, check_clauses, check_own_pact};
use rare_terms::rules::level::Level;
use rare_terms::rules::package::{Communique, Package, Proposal};
use rare_terms::rules::position::{Phase, Position};
use rare_terms::rules::rulebook::TalksOrder;

use crate::random::{Dice, RandomPlay};
use crate::support::{amount, full, in_turn, settings};

/// Whether a description contains a command. Written from the description alone: of the position it reads
/// what holds together, and whom an answered offer was made to.
fn contains(game: &Game, at: &Position, seat: PartyId, legal: &Legal, command: &Command) -> bool {
    match command {
        Command::Propose { proposal, answers } => {
            let bargain = legal.bargains.iter().find(|b| b.parties == proposal.parties);
            let answers_fit = answers.is_none_or(|id| {
                legal.answer.contains(&id)
                    && at.offer(id).is_some_and(|o| o.proposal.parties == proposal.parties)
            });
            legal.offers_left > 0
                && answers_fit
                && !proposal.package.is_empty()
                && bargain.is_some_and(|bargain| {
                    proposal.package.terms().all(|(issue, option)| {
                        bargain.issues.iter().any(|(i, options)| *i == issue && options.contains(&option))
                    })
                })
                && holds_together(game, at, &proposal.package)
                && bargain.is_some_and(|bargain| proposal.package.clauses().len() <= bargain.clauses)
                && check_clauses(game, at, &proposal.package).is_ok()
                && check_own_pact(proposal.parties, &proposal.package).is_ok()
                && says_what_fits(game, proposal)
        }
        Command::Accept(offer) => legal.accept.contains(offer),
        Command::Decline { offer, reason } => {
            legal.answer.contains(offer) && reason.is_none_or(|r| is_known(game, seat, r))
        }
        Command::Withdraw(offer) => legal.withdraw.contains(offer),
        Command::Speak(statement) => legal.speeches_left > 0 && is_sayable(game, seat, *statement),
        Command::Pass => legal.pass,
        Command::Act(measure) => legal.measures.contains(measure),
        Command::Answer(answer) => legal.answers.contains(answer),
        Command::TimeUp => false,
    }
}

fn holds_together(game: &Game, at: &Position, package: &Package) -> bool {
    let outcome = |issue: IssueId| package.option(issue).unwrap_or_else(|| at.in_force[issue.index()]);
    game.level.constraints.iter().all(|constraint| constraint.allows(&game.level, outcome))
}

fn says_what_fits(game: &Game, proposal: &Proposal) -> bool {
    let Communique { headline, credit } = &proposal.communique;
    let shares = credit.0.len() == game.parties()
        && credit.0.iter().all(|share| (0..=100).contains(share))
        && credit.0.iter().sum::<i64>() == 100
        && credit.iter().all(|(party, share)| *share == 0 || proposal.parties.has(party));
    let even = Communique::even(&game.level, proposal.parties).credit;
    shares
        && (game.rules.on.communiques || *credit == even)
        && headline.is_none_or(|id| {
            game.level.headlines.get(id.index()).is_some_and(|headline| {
                headline.issues.is_empty()
                    || headline.issues.iter().any(|i| proposal.package.option(*i).is_some())
            })
        })
}

fn is_sayable(game: &Game, seat: PartyId, statement: Statement) -> bool {
    match statement {
        Statement::Priority(issue) => game.issue_ids().any(|known| known == issue),
        Statement::Wants(issue, option) | Statement::Refuses(issue, option) => exists(game, issue, option),
        Statement::NothingWorks(party, reason) => {
            party.index() < game.parties() && party != seat && is_known(game, seat, reason)
        }
    }
}

fn is_known(game: &Game, seat: PartyId, reason: Reason) -> bool {
    match reason {
        Reason::RedLine(issue, option) | Reason::TooLittle { ask: Some((issue, option)) } => {
            exists(game, issue, option)
        }
        Reason::Chamber { chances, pivotal } => chances <= 100 && game.level.bloc(seat, pivotal).is_some(),
        _ => true,
    }
}

fn exists(game: &Game, issue: IssueId, option: OptionId) -> bool {
    let known = game.issue_ids().any(|known| known == issue);
    known && option.index() < game.level.issue(issue).options.len()
}

/// Whether an order should be carried out.
fn should_pass(played: &Match, order: &Order) -> bool {
    let game = played.game();
    match order.by {
        Actor::Clock => {
            let at = played.truth();
            let runs = matches!(at.phase, Phase::Talks | Phase::Measures) || at.asked.is_some();
            order.command == Command::TimeUp && runs
        }
        Actor::Seat(seat) if seat.index() >= game.parties() => false,
        Actor::Seat(seat) => {
            let view = played.view(seat);
            let stale =
                game.rules.order == TalksOrder::AtOnce && order.seen.is_some_and(|seen| seen != view.seen());
            !stale && contains(game, &view.position, seat, &view.legal(game), &order.command)
        }
    }
}

fn kind(order: &Order) -> &'static str {
    match &order.command {
        Command::Propose { answers: None, .. } => "propose",
        Command::Propose { .. } => "counter",
        Command::Accept(_) => "accept",
        Command::Decline { .. } => "decline",
        Command::Withdraw(_) => "withdraw",
        Command::Speak(_) => "speak",
        Command::Pass => "pass",
        Command::Act(_) => "act",
        Command::Answer(_) => "answer",
        Command::TimeUp => "time up",
    }
}

#[test]
fn a_command_is_accepted_exactly_if_the_description_has_it_and_a_refused_one_changes_nothing() {
    // With turns and again all at once, so twice as many for each level and rule book.
    let each = amount(2_500, 10_000);
    for setting in settings() {
        let (mut given, mut seed) = (0, 1_000);
        let mut counts: BTreeMap<(&str, bool), usize> = BTreeMap::new();
        while given < each {
            seed += 1;
            let mut play = RandomPlay::new(&setting.game, seed);
            while let Some(order) = play.order().filter(|_| given < each) {
                let wanted = should_pass(&play.played, &order);
                let before = (!wanted).then(|| play.played.clone());
                let place = || format!("{}, seed {seed}, command {given}: {order:?}", setting.name);
                let result = play.played.give(order.clone()).map(<[_]>::len);
                assert_eq!(result.is_ok(), wanted, "{}: {result:?}", place());
                match result {
                    Ok(events) => assert!(events > 0, "{}: nothing followed", place()),
                    Err(refusal) => {
                        assert!(!refusal.to_string().is_empty(), "{}: a bare refusal", place());
                        unchanged(&before.expect("kept"), &play.played, &place());
                    }
                }
                *counts.entry((kind(&order), wanted)).or_default() += 1;
                given += 1;
            }
        }
        let refused: usize = counts.iter().filter(|((_, passed), _)| !passed).map(|(_, count)| count).sum();
        println!("{}: {given} commands in {} games, {refused} of them refused", setting.name, seed - 1_000);
        let kinds = ["propose", "counter", "accept", "decline", "withdraw", "speak", "pass"];
        for kind in kinds {
            let legal = counts.contains_key(&(kind, true));
            assert!(legal || setting.game.parties() == 2, "{}: no legal {kind} in {counts:?}", setting.name);
            assert!(counts.contains_key(&(kind, false)), "{}: no illegal {kind} in {counts:?}", setting.name);
        }
        let asks =
            setting.game.rules.on.promises && setting.game.level.issues.iter().any(|i| i.promise.is_some());
        assert!(!asks || counts.contains_key(&("answer", true)), "{}: no answer in {counts:?}", setting.name);
    }
}

fn unchanged(before: &Match, after: &Match, place: &str) {
    assert_eq!(before.truth(), after.truth(), "{place}");
    assert_eq!(before.log(), after.log(), "{place}");
    assert_eq!(before.record(), after.record(), "{place}");
    for seat in after.game().level.everyone().iter() {
        assert_eq!(before.view(seat), after.view(seat), "{place}");
    }
}

/// Every list of the description, by trying everything that a seat could name.
#[test]
fn the_description_lists_exactly_what_is_allowed() {
    let positions = amount(12, 120);
    for setting in settings() {
        let game = &setting.game;
        let mut tried = 0u64;
        for number in 0..positions {
            let mut play = RandomPlay::new(game, 77_000 + number as u64);
            let steps = play.dice.below(90);
            play.steps(steps);
            for seat in game.level.everyone().iter() {
                tried += lists(&play, seat, &setting.name);
            }
        }
        println!("{}: {tried} commands tried at {positions} positions", setting.name);
    }
}

fn lists(play: &RandomPlay, seat: PartyId, name: &str) -> u64 {
    let game = play.played.game();
    let at = &play.played.view(seat).position;
    let legal = play.played.view(seat).legal(game);
    let allowed = |command: &Command| check(game, at, seat, command).is_ok();
    let mut tried = 0;

    // Bargains: every set of parties, every issue, every option, alone or with what mends a constraint.
    for bits in 0..16u8 {
        let parties: PartySet = (0..4).map(PartyId).filter(|p| bits & (1 << p.0) != 0).collect();
        let bargain = legal.bargains.iter().find(|b| b.parties == parties);
        for issue in game.level.issue_ids() {
            for option in (0..game.level.issue(issue).options.len()).map(OptionId::from_index) {
                let named = bargain.is_some_and(|b| {
                    b.issues.iter().any(|(i, options)| *i == issue && options.contains(&option))
                });
                for package in mended(game, at, (issue, option)) {
                    let proposal = Proposal::plain(&game.level, parties, package);
                    let command = Command::Propose { proposal, answers: None };
                    assert_eq!(
                        allowed(&command),
                        contains(game, at, seat, &legal, &command),
                        "{name}: {command:?}"
                    );
                    assert!(!allowed(&command) || named, "{name}: {command:?} is not in the description");
                    tried += 1;
                }
            }
        }
        if let Some(bargain) = bargain {
            let cable = game.seating(at.round, parties).is_none();
            assert_eq!(bargain.cable, cable, "{name}");
            assert_eq!(bargain.cost, if cable { game.rules.costs.cable } else { 0 }, "{name}");
            assert_eq!(bargain.signable, game.may_sign(at.round, parties), "{name}");
        }
    }

    // Offers: all that there are, and some that there are not.
    let mut offers: Vec<OfferId> = play.played.truth().offers.iter().map(|o| o.id).collect();
    offers.extend([OfferId(0), OfferId(1), OfferId(u32::MAX)]);
    let filter = |make: &dyn Fn(OfferId) -> Command| -> Vec<OfferId> {
        offers.iter().copied().filter(|id| check(game, at, seat, &make(*id)).is_ok()).collect()
    };
    assert_eq!(filter(&Command::Accept), legal.accept, "{name}");
    assert_eq!(filter(&|offer| Command::Decline { offer, reason: None }), legal.answer, "{name}");
    assert_eq!(filter(&Command::Withdraw), legal.withdraw, "{name}");
    assert_eq!(allowed(&Command::Pass), legal.pass, "{name}");
    let first = game.issue_ids().next().expect("a level has issues");
    assert_eq!(allowed(&Command::Speak(Statement::Priority(first))), legal.speeches_left > 0, "{name}");
    assert!(!allowed(&Command::TimeUp), "{name}");

    tried += answers_listed(game, at, seat, &legal, name);
    let all = every_measure(&game.level, at);
    tried += all.len() as u64;
    let open: Vec<Measure> = all.into_iter().filter(|m| allowed(&Command::Act(*m))).collect();
    assert_eq!(open.len(), legal.measures.len(), "{name}: {open:?} against {:?}", legal.measures);
    assert!(open.iter().all(|m| legal.measures.contains(m)), "{name}: {open:?} against {:?}", legal.measures);
    tried
}

/// The term alone, and with one other term that the same constraint binds.
fn mended(game: &Game, at: &Position, term: (IssueId, OptionId)) -> Vec<Package> {
    let alone = Package::empty().with(term.0, term.1);
    let mut all = vec![alone.clone()];
    for constraint in game.level.constraints.iter().filter(|c| c.issues().contains(&term.0)) {
        for other in constraint.issues().into_iter().filter(|i| *i != term.0) {
            let options = (0..game.level.issue(other).options.len()).map(OptionId::from_index);
            all.extend(
                options.map(|o| alone.clone().with(other, o)).filter(|p| holds_together(game, at, p)).take(3),
            );
        }
    }
    all
}

/// Every answer that there is, whoever is asked: no other is open than those listed, and none twice.
fn answers_listed(game: &Game, at: &Position, seat: PartyId, legal: &Legal, name: &str) -> u64 {
    let mut all = vec![Answer::Yes, Answer::No, Answer::Keep, Answer::Delay, Answer::Break];
    all.push(Answer::Project(None));
    all.extend((0..=12).chain([255]).map(|p| Answer::Project(Some(ProjectId(p)))));
    let count = all.len() as u64;
    all.retain(|answer| check(game, at, seat, &Command::Answer(*answer)).is_ok());
    assert_eq!(all.len(), legal.answers.len(), "{name}: {all:?} against {:?}", legal.answers);
    assert!(all.iter().all(|a| legal.answers.contains(a)), "{name}: {all:?} against {:?}", legal.answers);
    let asked = at.asked.filter(|(party, _)| *party == seat);
    assert_eq!(asked.is_some(), !legal.answers.is_empty(), "{name}: asked {asked:?}");
    // What is given for a seat that does not answer is always open.
    assert!(asked.is_none_or(|(_, ask)| legal.answers.contains(&ask.safe())), "{name}: {asked:?}");
    count
}

fn every_measure(level: &Level, at: &Position) -> Vec<Measure> {
    let mut all = vec![Measure::Nothing];
    for issue in (0..=level.issues.len()).map(IssueId::from_index) {
        let most = level.issues.get(issue.index()).map_or(3, |i| i.options.len() + 1);
        let most = u8::try_from(most.min(80)).expect("small");
        all.extend((0..=most).map(|steps| Measure::Move { issue, steps }));
    }
    all.extend((0..34).map(|b| Measure::Lobby(BlocId(b))));
    for resource in (0..=level.resources.len()).map(ResourceId::from_index) {
        all.extend([Measure::BuildStock(resource), Measure::FundCapacity(resource)]);
    }
    for threat in (0..=level.threats.len()).map(ThreatId::from_index) {
        let rungs = [Rung::Signal, Rung::Deadline, Rung::BackDown, Rung::Mediate];
        all.extend(rungs.map(|rung| Measure::Threat(threat, rung)));
        for issue in (0..=level.issues.len()).map(IssueId::from_index) {
            let options = level.issues.get(issue.index()).map_or(0, |i| i.options.len());
            let options = (0..=options).map(OptionId::from_index);
            all.extend(options.map(|option| Measure::Threat(threat, Rung::Demand(issue, option))));
        }
    }
    all.extend((0..=level.issues.len()).map(|i| Measure::Break(IssueId::from_index(i))));
    all.extend((0..=at.pacts.len()).map(|p| Measure::SnapBack(PactId::from_index(p))));
    all
}

/// Every package of the small levels, whole: constraints, red lines and reserved issues together.
#[test]
fn every_package_is_proposable_exactly_if_the_description_has_it() {
    for setting in in_turn() {
        let game = &setting.game;
        let size: u64 = game.level.issues.iter().map(|i| i.options.len() as u64 + 1).product();
        let positions = amount(2, 12);
        let most = if full() { 20_000 } else { 3_000 };
        let mut tried = 0u64;
        for number in 0..positions {
            let mut play = RandomPlay::new(game, 5_000 + number as u64);
            let steps = 3 + play.dice.below(60);
            play.steps(steps);
            let mut dice = Dice::new(number as u64);
            for seat in play.played.waiting_for().iter() {
                let at = &play.played.view(seat).position;
                let legal = play.played.view(seat).legal(game);
                for parties in game.level.everyone().subsets(1) {
                    for turn in 0..size.min(most) {
                        let index = if size <= most { turn } else { dice.number() % size };
                        let package = package_at(&game.level, index);
                        let proposal = Proposal::plain(&game.level, parties, package);
                        let command = Command::Propose { proposal, answers: None };
                        assert_eq!(
                            check(game, at, seat, &command).is_ok(),
                            contains(game, at, seat, &legal, &command),
                            "{}: {command:?}",
                            setting.name
                        );
                        tried += 1;
                    }
                }
            }
        }
        println!("{}: {tried} packages", setting.name);
    }
}

/// The package at a place among all, every issue set to an option or left out.
fn package_at(level: &Level, index: u64) -> Package {
    let mut rest = index;
    let mut package = Package::empty();
    for issue in level.issue_ids() {
        let rows = level.issue(issue).options.len() as u64 + 1;
        let row = usize::try_from(rest % rows).expect("small");
        rest /= rows;
        if row > 0 {
            package.set(issue, OptionId::from_index(row - 1));
        }
    }
    package
}
