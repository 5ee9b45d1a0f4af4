//! At the door nothing of anybody's desk can be read, heard, or found again.

use bevy_egui::egui::containers::scroll_area;
use bevy_egui::egui::text_edit::TextEditState;
use bevy_egui::egui::{Event, Key, Modifiers};

use super::stage::{Picture, Stage};
use crate::opponents::Difficulty;
use crate::rules::ids::{OptionId, PartyId};
use crate::rules::record::{Person, Pin, Seat};
use crate::rules::rulebook::Knowledge;
use crate::screens::table::{self, Edit};
use crate::screens::{Cover, Intent, Screen};
use crate::session::{Page, Setup};
use crate::storage::Library;

const SEED: u64 = 11;

fn setup(level: &str, people: &[(u8, &str, &str)]) -> Setup {
    let game = Library::default().game(level, None, Some(Knowledge::Advisor)).unwrap();
    let seats = game.by_party(|party| match people.iter().find(|(at, ..)| *at == party.0) {
        Some((_, name, pin)) => Seat::Person(Person {
            name: (*name).to_owned(),
            pin: (!pin.is_empty()).then(|| Pin::new(pin, party, SEED)),
        }),
        None => Seat::Opponent(Difficulty::Newcomer.id().to_owned()),
    });
    Setup { game, seats, seed: SEED }
}

/// All that may be read at the door of a seat; where it is locked, what was typed is hidden.
const PUBLIC: [&str; 9] = [
    "Nobody\u{2019}s desk is on the screen now.",
    "PIN",
    "Enter",
    "Esc",
    "Menu",
    "That is not the PIN of this seat. Try again.",
    "\u{2022}",
    "Tokyo, October 2025",
    "The apple season",
];

/// Nothing is to be read but what everybody knows, and the toolkit remembers nothing.
fn nothing_but_the_door(stage: &Stage, picture: &Picture) {
    assert_eq!(stage.screen(), Screen::Privacy);
    let session = stage.session();
    let level = &session.game().level;
    let door = session.door().unwrap();
    for text in picture.words() {
        // A day stays in one line with its month.
        let text = text.replace('\u{a0}', " ");
        let of_people = level.parties.iter().any(|(id, party)| {
            let name = session.person(id).map_or("", |person| person.name.as_str());
            let who = if name.is_empty() { party.name.clone() } else { format!("{name} ({})", party.name) };
            let name =
                if name.is_empty() { format!("I play {}", party.name) } else { format!("I am {name}") };
            [
                who.clone(),
                format!("Pass the screen to {who}"),
                format!("{name}: show my desk"),
                format!("Back to {who}"),
                party.name.clone(),
                party.letter.clone(),
            ]
            .contains(&text)
        });
        let round = session.round_at(door).unwrap();
        let stop = &level.rounds[round.index()];
        let public = text.starts_with(&format!("Round {} of", round.0)) && text.contains(&stop.date);
        let hidden = text.chars().all(|c| c == '\u{2022}');
        assert!(of_people || public || hidden || PUBLIC.contains(&text.as_str()), "{text:?} at the door");
    }
    stage.ctx.memory(|memory| {
        let locked = session.person(door).is_some_and(|person| person.pin.is_some());
        assert!(memory.data.count::<TextEditState>() <= usize::from(locked));
        assert_eq!(memory.data.count::<scroll_area::State>(), 0);
    });
}

/// Reads on to the talks.
fn to_table(stage: &mut Stage) -> Picture {
    let mut picture = stage.frame(Vec::new());
    while stage.screen() != Screen::Table {
        assert_ne!(stage.screen(), Screen::Privacy);
        picture = stage.key(Key::Enter);
    }
    picture
}

/// What only the person at the screen knows of the level: their mandate.
fn mandate(stage: &Stage) -> String {
    let session = stage.session();
    let at = session.view().position.mandates[session.seat()].unwrap();
    session.game().level.parties[session.seat()].archetypes[at.index()].name.clone()
}

fn draft_something(stage: &mut Stage) -> Picture {
    let game = stage.session().game().clone();
    let issue = game.level.issue_named("minerals").unwrap();
    let option = game.level.option_named(issue, "framework").unwrap();
    assert_ne!(option, OptionId(0));
    stage.ask(table::Ask::Edit(Edit::Term(issue, Some(option))));
    stage.frame(Vec::new());
    stage.frame(Vec::new())
}

#[test]
fn nothing_of_a_desk_is_left_at_the_door() {
    let mut stage = Stage::new();
    let picture = stage.begin(setup("tokyo_2025", &[(0, "Ann", ""), (1, "Aiko", "2468")]));
    // At the beginning of a shared game too.
    nothing_but_the_door(&stage, &picture);
    let brief = stage.key(Key::Enter);
    assert_eq!(stage.screen(), Screen::Brief);
    let secret = mandate(&stage);
    assert!(brief.shows(&secret), "the brief shows the mandate");
    to_table(&mut stage);
    let drafted = draft_something(&mut stage);
    assert!(drafted.shows("Draft"), "{:?}", drafted.words());
    assert!(drafted.shows(&format!("Mandate: {secret}")), "the table says what is secret");
    // A menu lies over the table when the screen is passed on.
    let picture = stage.key(Key::Enter);
    nothing_but_the_door(&stage, &picture);
    assert!(picture.shows("Pass the screen to Aiko (Japan)") && !picture.shows(&secret));
    // Wrong digits open nothing and say so; what is typed is hidden.
    let typed = stage.type_in("1357");
    nothing_but_the_door(&stage, &typed);
    assert!(!typed.shows("1357"));
    let wrong = stage.key(Key::Enter);
    nothing_but_the_door(&stage, &wrong);
    assert!(wrong.shows("not the PIN"));
    stage.frame(Vec::new());
    stage.type_in("2468");
    stage.key(Key::Enter);
    assert_eq!((stage.screen(), stage.session().seat()), (Screen::Brief, PartyId(1)));
    let table = to_table(&mut stage);
    // An empty draft of their own, and nothing of the other's mandate. What it may be is public.
    assert!(!table.shows(&format!("Mandate: {secret}")));
    assert!(!stage.ctx.memory(|memory| memory.data.count::<TextEditState>() > 0), "the PIN is forgotten");
    stage.key(Key::D);
    while stage.screen() != Screen::Privacy {
        stage.frame(Vec::new());
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let picture = stage.frame(Vec::new());
    nothing_but_the_door(&stage, &picture);
}

#[test]
fn whoever_holds_the_key_down_opens_nobodys_desk() {
    let mut stage = Stage::new();
    stage.begin(setup("tutorial", &[(0, "Ann", ""), (1, "Ben", "")]));
    stage.key(Key::Enter);
    to_table(&mut stage);
    // The key goes down at the table, and stays down.
    let enter = |pressed| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    stage.frame(vec![enter(true)]);
    assert_eq!(stage.screen(), Screen::Table);
    stage.key(Key::D);
    for _ in 0..20 {
        stage.frame(vec![enter(true)]);
    }
    assert_eq!((stage.screen(), stage.session().seat()), (Screen::Privacy, PartyId(0)));
    stage.frame(vec![enter(false)]);
    stage.frame(Vec::new());
    stage.key(Key::Enter);
    assert_eq!(stage.session().seat(), PartyId(1));
}

#[test]
fn what_lies_over_the_screen_and_what_was_asked_for_go_at_the_door() {
    let mut stage = Stage::new();
    stage.begin(setup("tutorial", &[(0, "Ann", ""), (1, "Ben", "")]));
    stage.key(Key::Enter);
    to_table(&mut stage);
    stage.ask(Intent::Order(crate::rules::command::Command::Pass));
    stage.app.world_mut().insert_resource(Cover::Pause);
    let picture = stage.frame(Vec::new());
    nothing_but_the_door(&stage, &picture);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::None);
    // The menu can be opened here as well.
    stage.key(Key::Escape);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::Pause);
    stage.key(Key::Escape);
    let picture = stage.frame(Vec::new());
    nothing_but_the_door(&stage, &picture);
}

#[test]
fn a_draft_waits_for_its_own_person_and_what_was_done_is_taken_back_by_its_key() {
    let mut stage = Stage::new();
    stage.begin(setup("tokyo_2025", &[(0, "Ann", ""), (1, "Aiko", "")]));
    stage.key(Key::Enter);
    to_table(&mut stage);
    draft_something(&mut stage);
    let table = draft_something(&mut stage);
    let shown = |picture: &Picture| picture.shows("Take back");
    assert!(shown(&table));
    stage.key(Key::D);
    assert_eq!(stage.screen(), Screen::Privacy);
    // Back to Ann, who finds her draft and takes back what she did.
    stage.app.world_mut().resource_mut::<crate::session::Session>().give_back();
    stage.frame(Vec::new());
    stage.frame(Vec::new());
    let back = stage.key(Key::Enter);
    assert_eq!((stage.screen(), stage.session().seat()), (Screen::Table, PartyId(0)));
    assert!(back.shows("Pass the screen to Aiko (Japan)"));
    assert!(stage.session().stays().is_none());
    let passed = stage.session().view().log.len();
    // The draft's own change goes first, then what was done.
    stage.press(Key::Z, Modifiers::COMMAND);
    stage.frame(Vec::new());
    assert_eq!(stage.session().view().log.len(), passed);
    stage.press(Key::Z, Modifiers::COMMAND);
    stage.frame(Vec::new());
    assert!(stage.session().view().log.len() < passed);
    assert!(!stage.frame(Vec::new()).shows("Pass the screen to"));
}

/// A whole game of two, by the keyboard alone, to the result of each.
#[test]
fn two_people_play_a_game_by_the_keyboard() {
    let mut stage = Stage::new();
    stage.begin(setup("tutorial", &[(0, "Ann", "1111"), (1, "Ben", "")]));
    let mut results = [false; 2];
    let mut doors = 0;
    for step in 0..4000 {
        if results == [true; 2] {
            break;
        }
        match stage.screen() {
            Screen::Privacy => {
                doors += 1;
                let picture = stage.frame(Vec::new());
                nothing_but_the_door(&stage, &picture);
                if stage.session().door() == Some(PartyId(0)) {
                    stage.type_in("1111");
                }
                stage.key(Key::Enter);
            }
            Screen::Table => {
                let open = !stage.session().view().legal(stage.session().game()).accept.is_empty();
                // An offer is read, then signed; else one is made once, and then the talks are done.
                match step % 3 {
                    _ if stage.session().can_proceed() => stage.key(Key::Enter),
                    0 | 1 if open => stage.key(Key::A),
                    _ => stage.key(Key::D),
                };
            }
            Screen::Debrief => {
                results[stage.session().seat().index()] = true;
                if results != [true; 2] {
                    assert_eq!(stage.session().page(), Page::Result);
                    stage.key(Key::Enter);
                    assert_eq!(stage.screen(), Screen::Privacy);
                }
            }
            _ => {
                stage.key(Key::Enter);
            }
        }
        stage.frame(Vec::new());
    }
    assert_eq!(results, [true; 2]);
    assert!(doors > 6);
}
