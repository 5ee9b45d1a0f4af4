//! The data says what the record says.

use super::*;
use crate::report::anonymous;
use crate::rules::record::{Person, Record};
use crate::words::Words;

/// A record of an earlier version, which must not change.
fn replay(name: &str) -> Replay {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records").join(name);
    let bytes = std::fs::read(path).unwrap();
    Replay::new(crate::rules::record::read(name, &bytes).unwrap().record).unwrap()
}

#[test]
fn numbers_agree_with_the_record() {
    for name in ["0.1.0-tokyo-full.game", "0.1.0-busan-twelve-rounds.game", "0.1.0-tokyo-standard.game"] {
        let replay = replay(name);
        let data = Data::of(&replay);
        let standing = replay.record().standing().unwrap();
        assert_eq!(data.commands.len(), standing.len());
        let proposed = data.commands.iter().filter(|command| command.kind == "propose").count();
        assert_eq!(data.offers.len(), proposed, "{name}");
        let truth = replay.now().truth();
        assert_eq!(data.pacts.len(), truth.pacts.len());
        assert_eq!(data.votes.len(), truth.votes.len());
        for score in &data.scores {
            assert_eq!(score.interests.values().sum::<i64>(), score.end, "{name} {}", score.party);
        }
        for vote in &data.votes {
            assert_eq!(vote.blocs.iter().map(|bloc| bloc.yes).sum::<i64>(), vote.yes);
        }
        let signed = data.offers.iter().filter(|offer| offer.became == "signed").count();
        assert_eq!(signed, data.pacts.len());
        for command in data.commands.iter().filter(|command| command.kind == "propose") {
            let number = command.details["offer"].as_u64().unwrap();
            let offer = &data.offers[usize::try_from(number).unwrap() - 1];
            assert_eq!((offer.from.as_str(), offer.round), (command.by.as_str(), command.round));
        }
    }
}

#[test]
fn people_are_named_only_if_that_is_asked_for() {
    let words = Words::english();
    let mut record = replay("0.1.0-tokyo-full.game").record().clone();
    for (at, name) in [(0, "Zo\u{eb}"), (2, "=1+1")] {
        record.head.seats.0[at] = Seat::Person(Person { name: name.to_owned(), pin: None });
    }
    let data = |record: &Record| {
        let data = Data::of(&Replay::new(record.clone()).unwrap());
        data.json().unwrap() + &data.csv()
    };
    let named = data(&record);
    assert!(named.contains("Zo\u{eb}") && named.contains(",'=1+1,"));
    let letters = anonymous(&words, &record);
    let unnamed = data(&letters);
    assert!(!unnamed.contains("Zo\u{eb}") && !unnamed.contains("=1+1"));
    assert!(unnamed.contains("Player A") && unnamed.contains("Player B") && !unnamed.contains("Player C"));
    let replay = Replay::new(letters).unwrap();
    let document =
        crate::report::Document { title: String::new(), about: "About".to_owned(), sheets: Vec::new() };
    let document = crate::report::named(&words, document, replay.now().game(), replay.record());
    assert_eq!(document.about, "About \u{b7} United States: Player A \u{b7} China: Player B");
}

#[test]
fn what_was_taken_back_is_in_no_list() {
    let replay = replay("0.1.0-tutorial-taken-back.game");
    let data = Data::of(&replay);
    let standing = replay.record().standing().unwrap();
    assert!(standing.len() < replay.len());
    assert_eq!(data.commands.iter().map(|command| command.entry - 1).collect::<Vec<_>>(), standing);
}
