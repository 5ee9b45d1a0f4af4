//! Changing what a seat may not know, with the visible events equal, changes no byte of its view.

use std::collections::BTreeSet;

use rare_terms::play::{Match, Replay, Retelling, Summary};
use rare_terms::rules::command::{Actor, Command, Measure, Rung};
use rare_terms::rules::event::{Event, Offer, OfferStatus, Pact, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{ArchetypeId, OfferId, OptionId, PactId, PartyId, PartySet, Round, ThreatId};
use rare_terms::rules::package::{Package, Proposal};
use rare_terms::rules::position::{Phase, Position};
use rare_terms::rules::record::{Person, Seat};
use rare_terms::rules::rulebook::{Knowledge, RuleBook, TalksOrder};
use rare_terms::rules::standpoint::Standpoint;
use rare_terms::view::View;
use serde_json::Value;

use crate::random::{Dice, RandomPlay, add_clauses, any_issue};
use crate::support::{Setting, amount, books, finished, knows, levels, setting};

fn bytes(view: &View) -> String {
    serde_json::to_string(view).unwrap()
}

/// Every level with mandates, under each way of knowing that keeps them secret, in both orders of talks.
pub(crate) fn secretive() -> Vec<Setting> {
    let mut all = Vec::new();
    for level in levels() {
        for rules in books() {
            for knowledge in [Knowledge::Advisor, Knowledge::Sealed] {
                for order in [TalksOrder::InTurn, TalksOrder::AtOnce] {
                    all.push(setting(&level, RuleBook { order, ..rules.clone() }, Some(knowledge)));
                }
            }
        }
    }
    all
}

/// The log of another game that looks the same from one seat: everything secret from it is changed.
pub(crate) fn altered(game: &Game, log: &[Event], seat: PartyId, dice: &mut Dice) -> (Vec<Event>, usize) {
    let mut changes = 0;
    let mut hidden: BTreeSet<OfferId> = BTreeSet::new();
    let mut dropped: BTreeSet<OfferId> = BTreeSet::new();
    let mut result = Vec::new();
    for event in log {
        let change = match event {
            Event::Opened { mandates } => {
                let mut mandates = mandates.clone();
                for party in game.level.everyone().without(seat).iter() {
                    let count = game.level.parties[party].archetypes.len();
                    mandates[party] =
                        Some(ArchetypeId::from_index(dice.below(count.max(1)))).filter(|_| !dice.one_in(5));
                }
                Some(Event::Opened { mandates })
            }
            Event::Offered(offer) if !knows(offer, seat) => {
                hidden.insert(offer.id);
                if dice.one_in(2) {
                    dropped.insert(offer.id);
                    None
                } else {
                    let package = any_package(game, dice);
                    let proposal = Proposal::plain(&game.level, offer.proposal.parties, package);
                    Some(Event::Offered(Offer { proposal, answers: None, ..offer.clone() }))
                }
            }
            Event::Accepted { offer, by } if hidden.contains(offer) => {
                (!dropped.contains(offer)).then_some(Event::Declined { offer: *offer, by: *by, reason: None })
            }
            Event::Declined { offer, .. } if hidden.contains(offer) => {
                (!dropped.contains(offer)).then_some(Event::Withdrawn(*offer))
            }
            Event::Withdrawn(offer) | Event::Expired(offer) if hidden.contains(offer) => None,
            Event::Signed(pact) if !pact.parties.has(seat) => {
                let package = Some(any_package(game, dice));
                Some(Event::Signed(Pact { package, ..pact.clone() }))
            }
            Event::MeasurePicked { by, .. } if *by != seat => {
                Some(Event::MeasurePicked { by: *by, measure: Some(any_measure(game, dice)) })
            }
            _ => Some(event.clone()),
        };
        changes += usize::from(change.as_ref() != Some(event));
        result.extend(change);
        // Offers among others that never were.
        let room = matches!(event, Event::Turn(_) | Event::Spoke { .. } | Event::Passed(_)) && dice.one_in(3);
        if room && let Some(invented) = invented(game, seat, result.len(), dice) {
            changes += invented.len();
            result.extend(invented);
        }
    }
    (result, changes)
}

fn any_package(game: &Game, dice: &mut Dice) -> Package {
    let issue = any_issue(game, dice);
    let option = OptionId::from_index(dice.below(game.level.issue(issue).options.len()));
    let mut package = Package::empty().with(issue, option);
    if game.rules.most_clauses > 0 && dice.one_in(2) {
        add_clauses(game, &Position::new(game), &mut package, 2, dice);
    }
    package
}

/// A measure that somebody else may have picked.
fn any_measure(game: &Game, dice: &mut Dice) -> Measure {
    let issue = any_issue(game, dice);
    let threat = ThreatId::from_index(dice.below(game.level.threats.len().max(1)));
    match dice.below(5) {
        0 => Measure::Move { issue, steps: 1 },
        1 => Measure::Threat(threat, Rung::Deadline),
        2 => Measure::Threat(threat, Rung::Demand(issue, OptionId(0))),
        3 => Measure::Break(issue),
        _ => Measure::SnapBack(PactId(0)),
    }
}

fn invented(game: &Game, seat: PartyId, number: usize, dice: &mut Dice) -> Option<Vec<Event>> {
    let sets = game.level.everyone().without(seat).subsets(2);
    let parties = *dice.pick(&sets)?;
    let from = parties.iter().next()?;
    let id = OfferId((u32::from(parties.bits()) << 24) + 0xfff_000 + u32::try_from(number).ok()?);
    let proposal = Proposal::plain(&game.level, parties, any_package(game, dice));
    let agreed = PartySet::one(from);
    let status = OfferStatus::Open;
    let offer =
        Offer { id, from, proposal, answers: None, cable: dice.one_in(2), made: Round(1), agreed, status };
    let mut events = vec![Event::Offered(offer)];
    match dice.below(3) {
        0 => events.push(Event::Declined { offer: id, by: from, reason: None }),
        1 => events.push(Event::Withdrawn(id)),
        _ => {}
    }
    Some(events)
}

#[test]
fn what_a_seat_may_not_know_changes_no_byte_of_its_view() {
    let (mut views, mut changes) = (0, 0);
    for setting in secretive() {
        for number in 0..amount(3, 25) {
            let mut play = RandomPlay::new(&setting.game, 0xabc0 + number as u64);
            while play.step() {}
            let played = &play.played;
            for seat in setting.game.level.everyone().iter() {
                let (log, changed) = altered(&setting.game, played.log(), seat, &mut play.dice);
                let mut view = View::new(&setting.game, seat);
                for event in &log {
                    view.fold(&setting.game, event);
                }
                assert!(bytes(&view) == bytes(played.view(seat)), "{}: seat {seat:?} can tell", setting.name);
                views += 1;
                changes += changed;
            }
        }
    }
    println!("{views} views, {changes} secret events changed");
}

/// The same with the game itself: what others do among themselves reaches no other seat.
#[test]
fn an_order_that_shows_a_seat_no_event_changes_no_byte_of_its_view() {
    let mut kept = 0;
    for setting in secretive() {
        for number in 0..amount(2, 15) {
            let mut play = RandomPlay::new(&setting.game, 0xdef0 + number as u64);
            while let Some(order) = play.order() {
                let before: Vec<(u32, String)> = views(&play.played);
                let _ = play.played.give(order);
                for (seat, (seen, text)) in before.into_iter().enumerate() {
                    let view = play.played.view(PartyId::from_index(seat));
                    if view.seen() == seen {
                        assert!(
                            bytes(view) == text,
                            "{}: seat {seat} saw nothing and knows more",
                            setting.name
                        );
                        kept += 1;
                    }
                }
            }
        }
    }
    println!("{kept} times a seat saw nothing");
}

/// What a list of games, a retelling, a replay and the right to take back say to a seat.
fn told(played: &Match, seat: PartyId) -> String {
    let mut record = played.marked();
    // Nobody is alone at the screen, so the list says nothing that any of them may not know.
    record.head.seats = played.game().by_party(|_| Seat::Person(Person::default()));
    let whole = Replay::of(played.game().clone(), record).expect("it was just played");
    let retold = Retelling::of(&whole, Some(seat)).expect("it plays");
    let moments: Vec<_> = retold.moments.iter().map(|moment| &moment.what).collect();
    let summary = Summary::of_match(whole.now());
    let (people, round, over) = (summary.people, summary.round, summary.over);
    let back = played.may_take_back(seat);
    format!("{:?} {moments:?} {people:?} {round:?} {over} {back:?}", retold.opening)
}

/// The same with all that a seat is told besides its view.
#[test]
fn an_order_that_shows_a_seat_no_event_changes_nothing_that_it_is_told() {
    let (mut kept, enough) = (0, amount(300, 10_000));
    for number in 0.. {
        for setting in secretive() {
            let mut play = RandomPlay::new(&setting.game, 0x9ab0 + number);
            while let Some(order) = play.order() {
                // Whoever acts has looked before, and that it is their turn to look is known to all.
                if let Actor::Seat(seat) = order.by {
                    play.played.show(seat);
                }
                let before = play.played.clone();
                let _ = play.played.give(order);
                if play.played.is_over() {
                    break;
                }
                for seat in setting.game.level.everyone().iter() {
                    let (was, is) = (before.view(seat), play.played.view(seat));
                    let quiet = before.log().len() < play.played.log().len() && was.seen() == is.seen();
                    if quiet && play.dice.one_in(4) {
                        assert_eq!(told(&before, seat), told(&play.played, seat), "{}", setting.name);
                        kept += 1;
                    }
                }
            }
            if kept >= enough {
                return println!("{kept} pairs of games told alike");
            }
        }
    }
}

fn views(played: &Match) -> Vec<(u32, String)> {
    played
        .game()
        .level
        .everyone()
        .iter()
        .map(|seat| (played.view(seat).seen(), bytes(played.view(seat))))
        .collect()
}

/// The seed reaches a view through nothing but what it drew: without draws it leaves no trace.
#[test]
fn the_seed_is_in_no_view() {
    for game in finished() {
        for seat in game.setting.game.level.everyone().iter() {
            let json = serde_json::to_value(game.played.view(seat)).unwrap();
            let mut numbers = BTreeSet::new();
            collect(&json, &mut numbers);
            assert!(!numbers.contains(&game.seed), "{}: the seed shows", game.setting.name);
        }
    }
    for level in levels() {
        let setting = setting(&level, crate::support::book("intro"), None);
        let mut one = RandomPlay::new(&setting.game, 1);
        let mut other = Match::new(setting.game.clone(), u64::MAX);
        while let Some(order) = one.order() {
            let result = one.played.give(order.clone()).map(<[Event]>::len);
            assert_eq!(other.give(order).map(<[Event]>::len), result, "{}", setting.name);
        }
        assert_eq!(views(&one.played), views(&other), "{}", setting.name);
    }
}

fn collect(value: &Value, numbers: &mut BTreeSet<u64>) {
    match value {
        Value::Number(number) => numbers.extend(number.as_u64()),
        Value::Array(values) => values.iter().for_each(|v| collect(v, numbers)),
        Value::Object(fields) => fields.values().for_each(|v| collect(v, numbers)),
        _ => {}
    }
}

#[test]
fn a_view_holds_no_other_mandate_and_no_number_of_a_hidden_offer() {
    let mut hidden_offers = 0;
    for game in finished() {
        let rules = &game.setting.game;
        for seat in rules.level.everyone().iter() {
            let view = game.played.view(seat);
            let json = serde_json::to_value(view).unwrap();
            let mut numbers = BTreeSet::new();
            collect(&json, &mut numbers);
            for event in game.played.log() {
                let Event::Offered(offer) = event else {
                    continue;
                };
                if !knows(offer, seat) {
                    hidden_offers += 1;
                    assert!(!numbers.contains(&u64::from(offer.id.0)), "{}: {offer:?}", game.setting.name);
                }
            }
            if rules.knowledge == Knowledge::Transparent {
                continue;
            }
            let opened = view.log.first().expect("it begins with this");
            let Event::Opened { mandates } = opened else { panic!("it begins with {opened:?}") };
            for other in rules.level.everyone().without(seat).iter() {
                assert_eq!(mandates[other], None, "{}", game.setting.name);
                assert_eq!(json["position"]["mandates"][other.index()], Value::Null, "{}", game.setting.name);
            }
        }
    }
    assert!(hidden_offers > 100, "too few to tell");
}

/// All that is public is the same for everyone, at every moment of a game.
#[test]
fn a_view_agrees_with_the_truth_on_everything_public() {
    for setting in secretive() {
        let mut play = RandomPlay::new(&setting.game, 0x1234);
        while play.step() {
            for seat in setting.game.level.everyone().iter() {
                agrees(
                    &setting.game,
                    play.played.truth(),
                    &play.played.view(seat).position,
                    seat,
                    &setting.name,
                );
            }
        }
    }
}

fn agrees(game: &Game, truth: &Position, known: &Position, seat: PartyId, name: &str) {
    // Replace what is secret from this seat in the truth, and compare whole.
    let mut public = truth.clone();
    for party in game.level.everyone().without(seat).iter() {
        if game.knowledge != Knowledge::Transparent {
            public.mandates[party] = None;
        }
        if truth.phase == Phase::Measures {
            public.measures[party] = None;
        }
        // How many offers others have made, and whom a hidden offer has called back to the table.
        public.offered[party] = known.offered[party];
        assert!(known.offered[party] <= truth.offered[party], "{name}");
        if known.passed.has(party) && !truth.passed.has(party) {
            public.passed = public.passed.with(party);
        }
    }
    public.offers.retain(|offer| knows(offer, seat));
    public.offer_counts.retain(|(parties, _)| parties.has(seat));
    for pact in public.pacts.iter_mut().filter(|pact| !pact.parties.has(seat)) {
        // Terms are public from the Reckoning on that puts them in force.
        if matches!(pact.status, PactStatus::Signed | PactStatus::Void) {
            pact.package = None;
        }
    }
    assert_eq!(&public, known, "{name}: seat {seat:?}");
    // What others will choose by their mandates is supposed alike: which projects, which threats in earnest.
    let supposed = Standpoint::in_force(game, known);
    let own = |at: &Position| {
        let mut standpoint = Standpoint::in_force(game, at);
        standpoint.percent.clone_from(&supposed.percent);
        standpoint.no_deal()[seat.index()]
    };
    assert_eq!(own(truth), own(known), "{name}: what no deal is worth to oneself");
    if !game.rules.on.projects && !game.rules.on.threats {
        let truly = Standpoint::in_force(game, truth).no_deal()[seat.index()];
        assert_eq!(truly, own(known), "{name}: what no deal is worth to oneself");
    }
}

/// Numbers of offers count for each set of parties by itself, so a gap tells nobody of the others' offers.
#[test]
fn numbers_of_offers_tell_nothing_of_offers_among_others() {
    for game in finished() {
        for parties in game.setting.game.level.everyone().subsets(2) {
            let numbers: Vec<u32> = game
                .played
                .log()
                .iter()
                .filter_map(|event| match event {
                    Event::Offered(offer) if offer.proposal.parties == parties => {
                        Some(offer.id.0 & 0x00ff_ffff)
                    }
                    _ => None,
                })
                .collect();
            let expected: Vec<u32> = (0..u32::try_from(numbers.len()).expect("few")).collect();
            assert_eq!(numbers, expected, "{}", game.setting.name);
        }
    }
}

/// A refusal is judged by the seat's own view, so it cannot tell of what the seat may not know.
#[test]
fn an_answer_to_a_hidden_offer_is_refused_like_one_to_an_offer_that_never_was() {
    for setting in secretive() {
        let mut play = RandomPlay::new(&setting.game, 0x777);
        while play.step() {
            let hidden: Vec<Offer> = play.played.truth().offers.clone();
            for seat in play.played.waiting_for().iter() {
                for offer in hidden.iter().filter(|o| !knows(o, seat)) {
                    let never = OfferId(offer.id.0 ^ 0x0080_0000);
                    for make in [Command::Accept, Command::Withdraw, decline] {
                        let real = play.played.command(seat, make(offer.id)).map(<[Event]>::len);
                        let none = play.played.command(seat, make(never)).map(<[Event]>::len);
                        assert!(real.is_err() && real == none, "{}: {real:?} and {none:?}", setting.name);
                    }
                }
            }
        }
    }
}

fn decline(offer: OfferId) -> Command {
    Command::Decline { offer, reason: None }
}
