//! Several people at one screen: doors, reading, giving back, taking back.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::tasks::{AsyncComputeTaskPool, TaskPool};

use super::*;
use crate::opponents::Difficulty;
use crate::rules::command::Measure;
use crate::rules::record::{Person, Pin, Seat};
use crate::storage::Library;

const SEED: u64 = 7;

/// A game in which these parties are played by people; the PIN of each is its number four times.
fn shared(level: &str, rules: Option<&str>, people: &[u8]) -> Session {
    AsyncComputeTaskPool::get_or_init(TaskPool::new);
    let game = Library::default().game(level, rules, None).unwrap();
    let seats = game.by_party(|party| match people.contains(&party.0) {
        true => Seat::Person(Person { name: format!("P{}", party.0), pin: Some(pin(party)) }),
        false => Seat::Opponent(Difficulty::Newcomer.id().to_owned()),
    });
    let setup = Setup { game, seats, seed: SEED };
    let mut session = Session::new(setup, Arc::new(Words::english())).unwrap();
    session.pace = Duration::ZERO;
    session
}

fn digits(party: PartyId) -> String {
    party.0.to_string().repeat(4)
}

fn pin(party: PartyId) -> Pin {
    Pin::new(&digits(party), party, SEED)
}

/// Opens the door for whoever stands there.
fn enter(session: &mut Session) {
    let seat = session.door().unwrap();
    assert!(session.enter(&digits(seat)));
    assert_eq!(session.seat(), seat);
}

/// Nothing can be read or done at a door.
fn closed(session: &mut Session) {
    let (seat, door, events) = (session.seat(), session.door(), session.play.log().len());
    let span = session.desk.span;
    session.send(Command::Pass);
    session.proceed();
    session.take_back();
    session.pass_on();
    session.leave(1_u8);
    assert_eq!(session.take::<u8>(), None);
    assert!(
        !session.over()
            && session.debriefing().is_none()
            && session.stays().is_some()
            && session.next_person().is_none()
    );
    assert!(!session.enter("") && !session.enter("99999") && !session.enter(&digits(PartyId(9))));
    assert_eq!((session.seat(), session.door(), session.play.log().len()), (seat, door, events));
    assert_eq!(session.desk.span, span);
}

/// Does the least that the open page asks for.
fn act(session: &mut Session) {
    let page = session.page();
    if session.can_proceed() {
        session.proceed();
    } else if session.busy() {
        match session.next_person() {
            Some(_) => session.pass_on(),
            None => wait(session),
        }
    } else if page == Page::Talks {
        let offer = session.view().legal(session.game()).accept.first().copied();
        session.send(offer.map_or(Command::Pass, Command::Accept));
        assert_eq!(session.refusal(), None);
    } else if page == Page::Decision {
        let (_, ask) = session.view().position.asked.unwrap();
        session.send(Command::Answer(ask.safe()));
        assert_eq!(session.refusal(), None);
    } else if page == Page::Measures {
        session.send(Command::Act(Measure::Nothing));
        assert_eq!(session.refusal(), None);
    } else if session.next_person().is_some() {
        session.pass_on();
    } else {
        wait(session);
    }
}

fn wait(session: &mut Session) {
    session.advance();
    std::thread::sleep(Duration::from_millis(1));
}

/// Plays a game to the end of everyone's reading. `often` is how often people look back before they pass the screen on.
fn play_out(session: &mut Session, often: usize) -> Vec<(PartyId, Page)> {
    let people = session.persons();
    let mut last: [Option<Span>; 4] = [None; 4];
    let mut order = Vec::new();
    let mut reached = BTreeSet::new();
    let (mut doors, mut before) = (0_usize, None);
    let begun = Instant::now();
    while reached.len() < people.len() {
        assert!(begun.elapsed() < Duration::from_secs(300), "stuck on {:?}", session.page());
        if session.door().is_some() {
            doors += 1;
            closed(session);
            let back = often > 0 && doors.is_multiple_of(often) && session.door() != Some(session.seat());
            if back {
                session.give_back();
                assert_eq!(session.door(), Some(session.seat()));
                enter(session);
                // Whoever got the screen back keeps it until they do something.
                wait(session);
                assert_eq!(session.door(), None);
                if session.stays().is_none() {
                    let count = session.play.log().len();
                    session.take_back();
                    assert!(session.play.log().len() < count && session.refusal().is_none());
                }
            } else {
                enter(session);
            }
            before = None;
            continue;
        }
        let seat = session.seat();
        // From one desk to another there is no way but through a door.
        assert!(before.is_none_or(|before| before == seat));
        before = Some(seat);
        let span = session.desk.span;
        assert_eq!(session.view().seat, seat);
        assert_eq!(session.view().log.len(), span.to, "{:?}", span.page);
        let (known, index) = (last[seat.index()], seat.index());
        if known.is_none_or(|known| (known.page, known.from) != (span.page, span.from)) {
            let expected = match known {
                None => 0,
                Some(Span { page: Page::Brief, .. }) => {
                    let began = |e: &Event| matches!(e, Event::RoundBegan(_));
                    session.log().iter().position(began).unwrap()
                }
                // A decision opens before the Reckoning is written, which then tells all of it.
                Some(Span { page: Page::Decision, from, .. }) => from,
                // Whoever ends a page by what they do is not shown that once more.
                Some(span) => span.grown(session.log()).to,
            };
            assert_eq!(span.from, expected, "{seat:?}: {:?} after {known:?}", span.page);
            order.push((seat, span.page));
        }
        last[index] = Some(span);
        if span.page == Page::Result {
            assert_eq!(span.to, session.play.view(seat).log.len());
            assert!(session.over());
            reached.insert(seat);
        }
        if reached.len() < people.len() {
            act(session);
        }
    }
    order
}

#[test]
fn everyone_reads_everything_once_and_reaches_the_result() {
    for (level, rules, people, often) in [
        ("tutorial", None, &[0_u8, 1][..], 0),
        ("tutorial", None, &[0, 1], 2),
        ("tokyo_2025", Some("standard"), &[0, 1], 3),
        ("tokyo_2025", Some("standard"), &[0, 1, 2], 0),
        ("tokyo_2025", Some("full"), &[0, 1, 2], 3),
    ] {
        let mut session = shared(level, rules, people);
        assert_eq!(session.persons().len(), people.len());
        let order = play_out(&mut session, often);
        let rounds = session.game().level.rounds.len();
        for seat in session.persons().iter() {
            let of = |page| order.iter().filter(|(who, what)| (*who, *what) == (seat, page)).count();
            assert_eq!((of(Page::Brief), of(Page::Result)), (1, 1));
            // Nobody ends a game before its last round here.
            assert_eq!(of(Page::News), rounds, "{level} {rules:?} {seat:?}");
        }
    }
}

/// Reads on to the talks.
fn to_talks(session: &mut Session) {
    while session.page() != Page::Talks {
        assert!(session.door().is_none() && session.can_proceed());
        session.proceed();
    }
}

#[test]
fn what_was_done_is_taken_back_until_the_next_person_has_sat_down() {
    let mut session = shared("tokyo_2025", Some("standard"), &[0, 1]);
    enter(&mut session);
    to_talks(&mut session);
    assert_eq!(session.seat(), PartyId(0));
    let before = session.play.log().to_vec();
    let known = session.view().clone();
    session.send(Command::Pass);
    assert_eq!(session.door(), Some(PartyId(1)));
    // A door alone shows nobody anything.
    assert!(session.play.may_take_back(PartyId(0)).is_ok());
    session.give_back();
    enter(&mut session);
    assert_eq!((session.stays(), session.next_person()), (None, Some(PartyId(1))));
    session.take_back();
    assert_eq!(session.play.log(), before);
    assert_eq!(session.view(), &known);
    assert_eq!((session.door(), session.next_person()), (None, None));
    session.send(Command::Pass);
    enter(&mut session);
    assert_eq!(session.seat(), PartyId(1));
    assert_eq!(session.play.may_take_back(PartyId(0)), Err(Refusal::SeenByOthers));
    // Nor has the one at the screen now done anything.
    assert!(session.stays().is_some());
    let now = session.play.log().len();
    session.take_back();
    assert_eq!(session.play.log().len(), now);
    let taken = session.play.record().entries.len();
    assert_eq!(taken, 3, "an order, its taking back, and the order again");
}

#[test]
fn each_desk_keeps_what_was_left_on_it_for_its_own_person() {
    let mut session = shared("tutorial", None, &[0, 1]);
    enter(&mut session);
    to_talks(&mut session);
    session.leave("the first".to_owned());
    assert_eq!(session.take::<u8>(), None);
    session.send(Command::Pass);
    assert!(session.door().is_some());
    assert_eq!(session.take::<String>(), None);
    enter(&mut session);
    assert_eq!(session.take::<String>(), None);
    session.leave("the second".to_owned());
    to_talks(&mut session);
    while session.door().is_none() {
        act(&mut session);
    }
    enter(&mut session);
    assert_eq!(session.seat(), PartyId(0));
    assert_eq!(session.take::<String>().as_deref(), Some("the first"));
    assert_eq!(session.take::<String>(), None);
}

#[test]
fn a_game_that_is_taken_up_again_begins_at_a_door() {
    let mut session = shared("tokyo_2025", Some("standard"), &[0, 1]);
    enter(&mut session);
    to_talks(&mut session);
    session.send(Command::Pass);
    let play = Match::resume(session.play.record().clone()).unwrap();
    let mut again = Session::resume(play, Arc::new(Words::english())).unwrap();
    assert_eq!(again.door(), Some(PartyId(1)));
    closed(&mut again);
    enter(&mut again);
    assert_eq!((again.seat(), again.page()), (PartyId(1), Page::Brief));
    // One person without a PIN needs no door; with one, they do.
    let mut alone = session.play.record().clone();
    alone.head.seats[PartyId(1)] = Seat::Opponent(Difficulty::Newcomer.id().to_owned());
    let resume =
        |record| Session::resume(Match::resume(record).unwrap(), Arc::new(Words::english())).unwrap();
    assert_eq!(resume(alone.clone()).door(), Some(PartyId(0)));
    alone.head.seats[PartyId(0)] = Seat::Person(Person::default());
    assert_eq!(resume(alone).door(), None);
}

#[test]
fn whoever_waits_can_pass_the_screen_on_and_sittings_never_repeat() {
    let mut session = shared("tutorial", None, &[0, 1]);
    let mut sittings = vec![session.sitting()];
    let mut sat = |session: &Session| {
        let now = session.sitting();
        assert!(!sittings.contains(&now));
        sittings.push(now);
    };
    enter(&mut session);
    sat(&session);
    to_talks(&mut session);
    session.send(Command::Pass);
    sat(&session);
    session.give_back();
    sat(&session);
    enter(&mut session);
    sat(&session);
    session.pass_on();
    assert_eq!(session.door(), Some(PartyId(1)));
    sat(&session);
}

#[test]
fn notices_stay_until_taken_notice_of() {
    let mut session = shared("tutorial", None, &[0]);
    assert_eq!(session.notice(), None);
    session.dismiss();
    session.broken = PartySet::one(PartyId(1));
    assert_eq!(session.notice(), Some(Notice::BrokeDown(PartySet::one(PartyId(1)))));
    session.dismiss();
    assert_eq!(session.notice(), None);
    session.keep(Box::new(Full(Some("no space".to_owned()))));
    assert_eq!(session.notice(), Some(Notice::NotKept("no space")));
    session.dismiss();
    assert_eq!(session.notice(), None);
    session.keep(Box::new(Full(None)));
    assert_eq!(session.notice(), None);
    // What was made good and comes again is told again.
    session.keep(Box::new(Full(Some("again".to_owned()))));
    assert_eq!(session.notice(), Some(Notice::NotKept("again")));
}

/// A ledger that cannot write, or can.
struct Full(Option<String>);

impl crate::rules::record::Ledger for Full {
    fn write(&mut self, _: &crate::rules::record::Record) {}
    fn milestone(&mut self, _: &crate::rules::record::Record, _: bool) {}
    fn trouble(&self) -> Option<&str> {
        self.0.as_deref()
    }
}
