//! What a seat may not know changes nothing that is drawn for it, on any page.

use std::collections::BTreeSet;
use std::sync::Arc;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::stage::Stage;
use crate::opponents::Difficulty;
use crate::play::{Match, auto};
use crate::rules::command::{Measure, Rung};
use crate::rules::event::{Event, Offer, OfferStatus, Pact};
use crate::rules::game::Game;
use crate::rules::ids::{
    ArchetypeId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet, Round, ThreatId,
};
use crate::rules::package::{Package, Proposal};
use crate::rules::record::{Person, Seat};
use crate::rules::rulebook::Knowledge;
use crate::screens::Screen;
use crate::screens::table::{self, Edit};
use crate::session::Session;
use crate::storage::Library;
use crate::words::Words;

struct Dice(ChaCha8Rng);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % end.max(1) as u64).unwrap()
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn term(&mut self, game: &Game) -> (IssueId, OptionId) {
        let issue = IssueId::from_index(self.below(game.level.issues.len()));
        (issue, OptionId::from_index(self.below(game.level.issue(issue).options.len())))
    }

    fn package(&mut self, game: &Game) -> Package {
        let (issue, option) = self.term(game);
        Package::empty().with(issue, option)
    }

    fn measure(&mut self, game: &Game) -> Measure {
        let (issue, option) = self.term(game);
        let threat = ThreatId::from_index(self.below(game.level.threats.len().max(1)));
        match self.below(5) {
            0 => Measure::Move { issue, steps: 1 },
            1 => Measure::Threat(threat, Rung::Deadline),
            2 => Measure::Threat(threat, Rung::Demand(issue, option)),
            3 => Measure::Break(issue),
            _ => Measure::SnapBack(PactId(0)),
        }
    }
}

/// The log of another game that looks the same from one seat, and how much in it is another.
fn altered(game: &Game, log: &[Event], seat: PartyId, dice: &mut Dice) -> (Vec<Event>, usize) {
    let (mut changes, mut result) = (0, Vec::new());
    let mut hidden: BTreeSet<OfferId> = BTreeSet::new();
    for event in log {
        let change = match event {
            Event::Opened { mandates } if game.knowledge != Knowledge::Transparent => {
                let mut mandates = mandates.clone();
                for party in game.level.everyone().without(seat).iter() {
                    let count = game.level.parties[party].archetypes.len();
                    mandates[party] = Some(ArchetypeId::from_index(dice.below(count.max(1))));
                }
                Some(Event::Opened { mandates })
            }
            Event::Offered(offer) if !offer.proposal.parties.has(seat) => {
                hidden.insert(offer.id);
                let proposal = Proposal::plain(&game.level, offer.proposal.parties, dice.package(game));
                Some(Event::Offered(Offer { proposal, answers: None, ..offer.clone() }))
            }
            Event::Accepted { offer, by } if hidden.contains(offer) => {
                Some(Event::Declined { offer: *offer, by: *by, reason: None })
            }
            Event::Declined { offer, .. } if hidden.contains(offer) => Some(Event::Withdrawn(*offer)),
            Event::Withdrawn(offer) | Event::Expired(offer) if hidden.contains(offer) => None,
            Event::Signed(pact) if !pact.parties.has(seat) => {
                Some(Event::Signed(Pact { package: Some(dice.package(game)), ..pact.clone() }))
            }
            Event::MeasurePicked { by, .. } if *by != seat => {
                Some(Event::MeasurePicked { by: *by, measure: Some(dice.measure(game)) })
            }
            _ => Some(event.clone()),
        };
        changes += usize::from(change.as_ref() != Some(event));
        result.extend(change);
        let talk = matches!(event, Event::Turn(_) | Event::Spoke { .. } | Event::Passed(_));
        if talk
            && dice.one_in(3)
            && let Some(offer) = invented(game, seat, result.len(), dice)
        {
            changes += 1;
            result.push(offer);
        }
    }
    (result, changes)
}

/// An offer among others that never was.
fn invented(game: &Game, seat: PartyId, number: usize, dice: &mut Dice) -> Option<Event> {
    let sets = game.level.everyone().without(seat).subsets(2);
    let parties = *sets.get(dice.below(sets.len()))?;
    let from = parties.iter().next()?;
    let id = OfferId((u32::from(parties.bits()) << 24) + 0xfff_000 + u32::try_from(number).ok()?);
    let proposal = Proposal::plain(&game.level, parties, dice.package(game));
    let (agreed, status) = (PartySet::one(from), OfferStatus::Open);
    Some(Event::Offered(Offer {
        id,
        from,
        proposal,
        answers: None,
        cable: dice.one_in(2),
        made: Round(1),
        agreed,
        status,
    }))
}

/// Everything that happened in a game among computer opponents.
pub(super) fn played(game: &Arc<Game>, seed: u64) -> Vec<Event> {
    let seats = game.by_party(|_| Seat::Opponent(Difficulty::Newcomer.id().to_owned()));
    let mut play = Match::begin(game.clone(), seed, seats);
    let mut opponents = auto::seated(&play).unwrap();
    auto::run(&mut play, &mut opponents);
    play.log().to_vec()
}

/// The session of a seat in whose game this has happened, some pages on.
pub(super) fn session(
    game: &Arc<Game>,
    words: &Arc<Words>,
    seat: PartyId,
    log: Vec<Event>,
    pages: usize,
) -> Session {
    let seats = game.by_party(|party| match party == seat {
        true => Seat::Person(Person::default()),
        false => Seat::Open,
    });
    let play = Match::begin(game.clone(), 1, seats).supposing(log);
    let mut session = Session::resume(play, words.clone()).unwrap();
    for _ in 0..pages {
        if session.can_proceed() {
            session.proceed();
        }
    }
    session
}

/// What is drawn for a session, with a draft on the table, and the advice on it unfolded or folded away.
fn drawn(
    stage: &mut Stage,
    session: Session,
    terms: &[(IssueId, OptionId)],
    advising: bool,
) -> (Screen, String) {
    stage.app.insert_resource(session);
    stage.frame(Vec::new());
    if stage.screen() == Screen::Table {
        stage.ask(table::Ask::Advise(advising));
        stage.frame(Vec::new());
        let terms = terms.iter().map(|(issue, option)| (*issue, Some(*option))).collect();
        stage.ask(table::Ask::Edit(Edit::Terms(terms)));
        stage.frame(Vec::new());
    }
    // Heights that were measured in one frame are used in the next.
    stage.frame(Vec::new());
    (stage.screen(), stage.frame(Vec::new()).whole())
}

#[test]
fn what_a_seat_may_not_know_changes_nothing_that_is_drawn() {
    let full = std::env::var_os("RARE_TERMS_FULL").is_some_and(|value| value == "1");
    let total = if full { 10_000 } else { 300 };
    let words = Arc::new(Words::english());
    let mut settings = Vec::new();
    for (level, rules) in [
        ("tokyo_2025", "standard"),
        ("tokyo_2025", "full"),
        ("busan_2025", "full"),
        ("three_party_pie", "intro"),
    ] {
        for knowledge in [Knowledge::Advisor, Knowledge::Sealed, Knowledge::Transparent] {
            settings.push((level, rules, knowledge));
        }
    }
    let each = total / settings.len() + 1;
    let mut stage = Stage::new();
    let mut dice = Dice(ChaCha8Rng::seed_from_u64(5));
    let (mut pairs, mut changes, mut advised, mut screens) = (0, 0, 0, BTreeSet::new());
    let unfolded = words.get("advice-fold");
    for (number, (level, rules, knowledge)) in settings.into_iter().enumerate() {
        let game = Library::default().game(level, Some(rules), Some(knowledge)).unwrap();
        let mut log = Vec::new();
        for pair in 0..each {
            if pair % 40 == 0 {
                log = played(&game, (number * 1000 + pair) as u64);
            }
            let seat = PartyId::from_index(pair % game.parties());
            // The end of a game opens everything.
            let cut = 1 + dice.below(log.len() - 1);
            let begun = &log[..cut];
            let (other, changed) = altered(&game, begun, seat, &mut dice);
            let pages = if dice.one_in(2) { 200 } else { dice.below(30) };
            let terms = [dice.term(&game), dice.term(&game)];
            let one = session(&game, &words, seat, begun.to_vec(), pages);
            let two = session(&game, &words, seat, other, pages);
            assert_eq!(one.view(), two.view(), "{level} {rules} {knowledge:?} {seat:?}");
            let advising = !dice.one_in(3);
            let (screen, first) = drawn(&mut stage, one, &terms, advising);
            let (same, second) = drawn(&mut stage, two, &terms, advising);
            assert_eq!(screen, same);
            let shows = screen == Screen::Table && advising && knowledge != Knowledge::Sealed;
            assert_eq!(first.contains(&unfolded), shows, "{level} {rules} {knowledge:?} {seat:?}");
            advised += usize::from(shows);
            assert!(first.len() > 1000, "nothing is drawn on {screen:?}");
            if first != second {
                let line = first.lines().zip(second.lines()).find(|(a, b)| a != b);
                panic!("{level} {rules} {knowledge:?} {seat:?} can tell on {screen:?}: {line:?}");
            }
            pairs += 1;
            changes += changed;
            screens.insert(format!("{screen:?}"));
        }
    }
    println!("{pairs} pairs, {changes} secret events changed, {advised} with advice, drawn on {screens:?}");
    assert!(changes > pairs && advised * 10 > pairs);
    for screen in ["Brief", "News", "Table", "Measures", "Votes", "Reckoning"] {
        assert!(screens.contains(screen), "{screen} was not drawn: {screens:?}");
    }
}

/// The comparison is one that can fail: what a seat does know shows.
#[test]
fn what_a_seat_knows_of_itself_shows() {
    let words = Arc::new(Words::english());
    let game = Library::default().game("tokyo_2025", None, Some(Knowledge::Sealed)).unwrap();
    let log = played(&game, 3);
    let seat = PartyId(1);
    let talks = log.iter().position(|event| *event == Event::TalksBegan).unwrap() + 2;
    let mut other = log[..talks].to_vec();
    let Some(Event::Opened { mandates }) = other.first_mut() else { panic!("it begins with the mandates") };
    let count = game.level.parties[seat].archetypes.len();
    mandates[seat] = mandates[seat].map(|own| ArchetypeId::from_index((own.index() + 1) % count));
    let mut stage = Stage::new();
    for (pages, expected) in [(0, Screen::Brief), (2, Screen::Table)] {
        let one = session(&game, &words, seat, log[..talks].to_vec(), pages);
        let two = session(&game, &words, seat, other.clone(), pages);
        let (screen, first) = drawn(&mut stage, one, &[], true);
        let (_, second) = drawn(&mut stage, two, &[], true);
        assert_eq!(screen, expected);
        assert_ne!(first, second, "{screen:?}");
    }
}
