//! What a debrief shows: every kind of block at every width, and the way from a game to its pages.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::tasks::{AsyncComputeTaskPool, TaskPool};
use bevy_egui::egui::{Context, FullOutput, Pos2, RawInput, Rect, Shape as Paint, vec2};

use super::model::{Body, Card, Model};
use super::*;
use crate::play::Match;
use crate::play::auto::{pass_safely, run, seated};
use crate::report::{Anchor, Block, Cell, Head, Ink, Mark, Row, Scene, Shape, Table, Tone, spot};
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::record::{Person, Seat};
use crate::screens::wording::PartyName;
use crate::session::debriefing::{Reading, Saving};
use crate::storage::{Library, Saves};
use crate::theme;
use crate::theme::widgets::paper;
use crate::words::Words;

fn person(name: &str) -> Seat {
    Seat::Person(Person { name: name.to_owned(), pin: None })
}

/// A tutorial played to its end.
fn over(seats: Vec<Seat>) -> Match {
    let game = Library::default().game("tutorial", None, None).unwrap();
    let mut play = Match::begin(game, 7, ByParty(seats));
    let mut opponents = seated(&play).unwrap();
    while !play.is_over() {
        run(&mut play, &mut opponents);
        if let Some(seat) = play.waiting_for().iter().next() {
            pass_safely(&mut play, seat);
        }
    }
    play
}

/// A debriefing as it begins, and once it is there.
fn begun(seats: Vec<Seat>) -> Debriefing {
    AsyncComputeTaskPool::get_or_init(TaskPool::new);
    Debriefing::of_match(&over(seats), Arc::new(Words::english()))
}

fn until(debriefing: &mut Debriefing) {
    let begun = Instant::now();
    while debriefing.works() {
        assert!(begun.elapsed() < Duration::from_secs(240), "it is never there");
        debriefing.advance();
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn model(debriefing: &Debriefing, at: usize) -> Model {
    Model::of(&Words::english(), debriefing, None, &State { at, ..State::default() })
}

#[test]
fn a_debrief_is_there_in_time_and_says_so_until_then() {
    let mut debriefing = begun(vec![person("Ada"), Seat::Opponent("newcomer".to_owned())]);
    let waiting = model(&debriefing, 0);
    assert!(matches!(waiting.body, Body::Told { .. }) && waiting.tabs.is_empty() && !waiting.again_main);
    assert!(waiting.save_off.is_some());
    until(&mut debriefing);
    let Reading::Ready(account) = debriefing.reading() else { panic!("there is none") };
    let sheets = account.document.sheets.len();
    for at in 0..sheets {
        let shown = model(&debriefing, at);
        let all = format!("{shown:?}");
        assert!(!all.contains("[debrief") && !all.contains("[result-") && !all.contains("{$"), "{all}");
        assert_eq!((shown.at, shown.tabs.len(), shown.save_off.as_deref()), (at, sheets, None));
        assert!(matches!(&shown.body, Body::Sheet { page, .. } if !page.is_empty()), "{at}");
        assert!(shown.again_main && shown.again_off.is_none());
    }
    // What the result had stands at the foot of the front page.
    let front = format!("{:?}", model(&debriefing, 0).body);
    for text in ["Rules:", "Seed 7", "Play "] {
        assert!(front.contains(text), "{text}: {front}");
    }
}

/// What the screen itself says; what a document says is tested where it is made.
#[test]
fn the_screen_says_what_can_be_done_and_the_dialog_what_is_saved() {
    let mut debriefing = begun(vec![person("Ada"), Seat::Opponent("newcomer".to_owned())]);
    let words = Words::english();
    let waiting = model(&debriefing, 0);
    until(&mut debriefing);
    let shown = model(&debriefing, 0);
    let Body::Sheet { cards, .. } = &shown.body else { panic!("there is no page") };
    let Some(Card::Again { title, seed, other }) = cards.last() else { panic!("{cards:?}") };
    let other = other.as_ref().map(|other| (&other.label, &other.note));
    let saves = Saves::new("games".into());
    let dialog = Dialog::of(&words, "The apple season", 1_764_080_000);
    let dialog = dialog::Shown::of(&words, &dialog, &Saving::No, Some(&saves));
    insta::assert_snapshot!(format!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}",
        waiting.body,
        (&shown.tabs, &shown.save, &shown.replay, &shown.fork, &shown.fork_note, &shown.leave),
        (&shown.again.label, &shown.again.note, title, seed, other),
        dialog
    ));
}

#[test]
fn a_game_without_people_is_read_and_not_played_again() {
    let opponents = || Seat::Opponent("newcomer".to_owned());
    let mut debriefing = begun(vec![opponents(), opponents()]);
    until(&mut debriefing);
    let shown = model(&debriefing, 0);
    assert!(!shown.again_main && shown.again_off.is_some());
    let Body::Sheet { cards, .. } = shown.body else { panic!("there is no page") };
    assert!(matches!(cards.last(), Some(Card::Again { other: None, .. })));
}

#[test]
fn the_replay_for_playing_on_stands_where_something_is_left_to_do() {
    let debriefing = begun(vec![person("Ada"), Seat::Opponent("newcomer".to_owned())]);
    let mut rerun = debriefing.rerun().unwrap();
    rerun.go(last_round(&rerun));
    assert!(!rerun.over_here());
    assert_eq!(usize::from(rerun.position().round.0), rerun.game().level.rounds.len());
}

#[test]
fn a_report_is_saved_in_every_form_and_replaces_only_when_asked_twice() {
    let folder = tempfile::tempdir().unwrap();
    let saves = Saves::new(folder.path().to_owned());
    let words = Words::english();
    let mut debriefing = begun(vec![person("Ada Lovelace"), Seat::Opponent("newcomer".to_owned())]);
    until(&mut debriefing);
    let mut dialog = Dialog::of(&words, "A: level / of \"mine\"", 1_764_080_000);
    assert_eq!(dialog.wish.name, "A level  of mine \u{2013} 2025-11-25");
    for form in Form::ALL {
        for names in [false, true] {
            (dialog.wish.form, dialog.wish.names) = (form, names);
            dialog.changed(&mut debriefing);
            dialog.write(&words, Some(&saves), &mut debriefing);
            if names {
                assert!(dialog.replaces, "{form:?}");
                dialog.write(&words, Some(&saves), &mut debriefing);
            }
            assert_eq!(debriefing.saving(), &Saving::Working);
            until(&mut debriefing);
            let Saving::Done(path) = debriefing.saving() else { panic!("{:?}", debriefing.saving()) };
            let bytes = std::fs::read(path).unwrap();
            assert!(bytes.len() > 500, "{form:?}");
            let told = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
            assert!(names || !told("Lovelace"), "{form:?} names somebody");
            let shown = dialog::Shown::of(&words, &dialog, debriefing.saving(), Some(&saves));
            let shown = format!("{shown:?}");
            assert!(shown.contains(&path.display().to_string()) && !shown.contains("[report"), "{shown}");
        }
    }
    // What cannot be saved says why.
    dialog.wish.name = "a/b".to_owned();
    dialog.changed(&mut debriefing);
    assert_eq!(debriefing.saving(), &Saving::No);
    dialog.write(&words, Some(&saves), &mut debriefing);
    until(&mut debriefing);
    assert!(matches!(debriefing.saving(), Saving::Failed(why) if why.contains("a/b")));
    dialog.write(&words, None, &mut debriefing);
    assert!(dialog.failed.is_some());
}

fn chart() -> Scene {
    let mut scene = Scene::new(430.0, 200.0);
    scene.spoken = "The frontier, in words".to_owned();
    scene.line(vec![spot(30.0, 180.0), spot(30.0, 10.0)], Ink::Faded, 1.0);
    scene.dotted(vec![spot(40.0, 170.0), spot(200.0, 90.0), spot(300.0, 60.0)], Ink::Seal, 1.5);
    scene.marks.push(Mark::Cloud { spots: vec![spot(80.0, 120.0); 50], ink: Ink::Hairline, radius: 1.0 });
    for (index, shape) in
        [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond, Shape::Ring].into_iter().enumerate()
    {
        let ink = [Ink::Seal, Ink::Nash, Ink::Kalai, Ink::Party(PartyId(1)), Ink::Good][index];
        let tip = format!("Mark {index}");
        let at = spot(60.0 * f32::from(u8::try_from(index).unwrap()) + 60.0, 100.0);
        scene.marks.push(Mark::Dot { at, shape, ink, radius: 5.0, tip });
    }
    let (at, ink) = (spot(350.0, 100.0), Ink::Party(PartyId(0)));
    scene.marks.push(Mark::Bar { at, width: 20.0, height: 60.0, ink, tip: "A bar".to_owned() });
    for anchor in [Anchor::Start, Anchor::Middle, Anchor::End] {
        scene.text(spot(200.0, 40.0), "Nash", anchor, Ink::Ink, crate::report::LABEL);
    }
    scene
}

fn grid(heads: &[(&str, Option<PartyId>)], words: bool) -> Table {
    let cell = |at: usize| match (words, at) {
        (true, 1) => {
            Cell::plain("What was agreed in Kuala Lumpur and refused at home in the same week".to_owned())
        }
        (_, 0) => Cell { text: "+12.5".to_owned(), tone: Tone::Good, strong: true },
        _ => Cell { text: "\u{2212}3".to_owned(), tone: Tone::Bad, strong: false },
    };
    let row = |at: usize| Row {
        label: "Certainty about the rate that applies to vehicles".to_owned(),
        party: (at == 1).then_some(PartyId(1)),
        note: if at == 0 { "Line by line".to_owned() } else { String::new() },
        cells: (0..heads.len()).map(cell).collect(),
        parted: at == 2,
    };
    let head = |(text, party): &(&str, Option<PartyId>)| Head { text: (*text).to_owned(), party: *party };
    Table {
        corner: "Why".to_owned(),
        heads: heads.iter().map(head).collect(),
        rows: (0..4).map(row).collect(),
    }
}

fn everything() -> Vec<Block> {
    let long =
        "One package was better for all three: the same terms with joint selection of projects. ".repeat(4);
    vec![
        Block::Masthead {
            name: "The Communiqué".to_owned(), dateline: "Tokyo, 10 November 2025".to_owned()
        },
        Block::Headline("Japan wins its tariff, and pays with the pen that picks the projects".to_owned()),
        Block::Deck("Tokyo left 59 points better than no deal would have.".to_owned()),
        Block::Article(vec![long.clone(), "Short.".to_owned(), long.clone(), long.clone()]),
        Block::Rule,
        Block::Questions(vec![
            ("What was agreed?".to_owned(), long.clone()),
            ("What next?".to_owned(), long.clone()),
        ]),
        Block::Heading("The frontier you played against".to_owned()),
        Block::Note("Each dot is a package that could have been signed.".to_owned()),
        Block::Chart(chart()),
        Block::Chart(chart()),
        Block::Text(long.clone()),
        Block::Lines(vec!["One line".to_owned(), long]),
        Block::Verdict { text: "It kept its word.".to_owned(), good: true },
        Block::Verdict { text: "It did not.".to_owned(), good: false },
        Block::Table(grid(
            &[("no deal", None), ("outcome", None), ("Nash", None), ("best for all", None)],
            false,
        )),
        Block::Table(grid(&[("United States", Some(PartyId(0))), ("Japan", Some(PartyId(1)))], true)),
        Block::Table(grid(&[("", None)], true)),
        Block::Table(grid(&[], false)),
    ]
}

fn parties() -> Vec<PartyName> {
    let name = |index: usize, letter: &str, name: &str| PartyName {
        index,
        letter: letter.to_owned(),
        name: name.to_owned(),
    };
    vec![name(0, "U", "United States"), name(1, "J", "Japan")]
}

fn texts<'a>(shape: &'a Paint, into: &mut Vec<(Rect, &'a str)>) {
    match shape {
        Paint::Text(text) => into.push((text.galley.rect.translate(text.pos.to_vec2()), text.galley.text())),
        Paint::Vec(all) => all.iter().for_each(|shape| texts(shape, into)),
        _ => {}
    }
}

/// Draws blocks on paper of this width; what was drawn, and where the paper is.
fn drawn(ctx: &Context, width: f32, shown: &[Block]) -> (FullOutput, Rect) {
    let mut sheet = Rect::NOTHING;
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(width + 40.0, 6_000.0))),
        focused: true,
        ..RawInput::default()
    };
    let mut output = ctx.run_ui(input, |ui| {
        ui.set_max_width(width);
        sheet = paper(ui, |ui| {
            ui.set_width(ui.available_width());
            super::blocks::blocks(ui, &parties(), shown);
        })
        .response
        .rect;
    });
    output.textures_delta.clear();
    (output, sheet)
}

#[test]
fn every_block_is_drawn_and_nothing_leaves_the_paper() {
    let ctx = Context::default();
    theme::install(&ctx, 1.0);
    ctx.enable_accesskit();
    let shown = everything();
    for width in [300.0, 430.0, 520.0, 700.0, 900.0, 1_100.0] {
        drawn(&ctx, width, &shown);
        let (output, sheet) = drawn(&ctx, width, &shown);
        assert!(sheet.width() <= width + 0.5, "{width}: the paper is {} wide", sheet.width());
        let mut found = Vec::new();
        output.shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut found));
        for (rect, text) in &found {
            let inside = rect.left() >= sheet.left() && rect.right() <= sheet.right() + 0.5;
            assert!(inside, "{width}: {text:?} at {rect:?} leaves {sheet:?}");
        }
        let all: Vec<&str> = found.iter().map(|(_, text)| *text).collect();
        for text in ["The Communiqué", "What next?", "One line", "Nash", "+12.5", "outcome", "Why"] {
            assert!(all.contains(&text), "{width}: {text} is missing in {all:?}");
        }
        let update = output.platform_output.accesskit_update.unwrap();
        let heard: Vec<String> = update
            .nodes
            .iter()
            .flat_map(|(_, node)| [node.label(), node.value(), node.description()])
            .flatten()
            .map(str::to_owned)
            .collect();
        for text in ["The frontier, in words", "Mark 4", "A bar", "Line by line"] {
            assert!(heard.iter().any(|other| other.contains(text)), "{width}: {text} is not told");
        }
    }
}
