//! One person, several people, names and PINs.

use super::*;

fn chosen(level: &str) -> Choice {
    let mut choice = Choice::new(7);
    choice.read(&Library::default());
    let at = choice.levels.iter().position(|entry| entry.id == level).unwrap();
    choice.take(&Ask::Level(at));
    choice
}

fn people(setup: &Setup) -> Vec<(usize, String, bool)> {
    let person = |(party, seat): (PartyId, &Seat)| {
        let person = seat.person()?;
        Some((party.index(), person.name.clone(), person.pin.is_some()))
    };
    setup.seats.iter().filter_map(person).collect()
}

#[test]
fn one_person_plays_the_chosen_party_and_the_rest_is_the_computer() {
    let mut choice = chosen("tokyo_2025");
    choice.take(&Ask::Party(1));
    let setup = choice.setup().unwrap();
    assert_eq!(people(&setup), [(1, String::new(), false)]);
    assert_eq!(setup.seats[PartyId(0)], Seat::Opponent(choice.difficulty.id().to_owned()));
}

#[test]
fn several_people_begin_as_two_and_any_party_can_be_a_persons() {
    let mut choice = chosen("tokyo_2025");
    choice.take(&Ask::Party(1));
    choice.take(&Ask::Several(true));
    assert_eq!(people(&choice.setup().unwrap()), [(1, String::new(), false), (2, String::new(), false)]);
    choice.take(&Ask::Party(0));
    choice.take(&Ask::Name(0, "  Ann\n\u{7} ".to_owned()));
    choice.take(&Ask::Pin(2, "12 34x".to_owned()));
    let setup = choice.setup().unwrap();
    assert_eq!(
        people(&setup),
        [(0, "Ann".to_owned(), false), (1, String::new(), false), (2, String::new(), true)]
    );
    let pin = setup.seats[PartyId(2)].person().unwrap().pin.clone().unwrap();
    assert!(pin.opens("1234", PartyId(2), 7) && !pin.opens("1235", PartyId(2), 7));
    // The seed is part of the lock, so a seed that is typed later makes another.
    choice.take(&Ask::Seed("8".to_owned()));
    let pin = choice.setup().unwrap().seats[PartyId(2)].person().unwrap().pin.clone().unwrap();
    assert!(pin.opens("1234", PartyId(2), 8));
    // Back to one person: what was typed for several is not in the game.
    choice.take(&Ask::Several(false));
    assert_eq!(people(&choice.setup().unwrap()), [(1, String::new(), false)]);
}

#[test]
fn a_game_needs_a_person_and_whole_pins() {
    let mut choice = chosen("tutorial");
    choice.take(&Ask::Several(true));
    assert_eq!(choice.lacks(), None);
    choice.take(&Ask::Pin(1, "123".to_owned()));
    assert_eq!(choice.lacks(), Some(Lack::Pin(1)));
    assert!(choice.setup().is_none());
    choice.take(&Ask::Pin(1, "123456789".to_owned()));
    assert_eq!(choice.places[1].pin, "12345678");
    assert_eq!(choice.lacks(), None);
    assert!(!format!("{choice:?}").contains("12345678"));
    choice.begun(0);
    assert!(choice.places.iter().all(|place| place.pin.is_empty()));
    choice.take(&Ask::Party(0));
    choice.take(&Ask::Party(1));
    assert_eq!(choice.lacks(), Some(Lack::Person));
    // Places that no party of the level has count for nothing.
    choice.take(&Ask::Party(3));
    choice.take(&Ask::Party(9));
    assert_eq!(choice.lacks(), Some(Lack::Person));
}

#[test]
fn another_level_keeps_people_where_it_has_their_parties() {
    let mut choice = chosen("tokyo_2025");
    choice.take(&Ask::Party(2));
    choice.take(&Ask::Several(true));
    choice.take(&Ask::Name(2, "Wei".to_owned()));
    let at = choice.levels.iter().position(|entry| entry.id == "tutorial").unwrap();
    choice.take(&Ask::Level(at));
    assert_eq!(choice.lacks(), None);
    assert!(choice.people().all(|(at, _)| at < choice.level().unwrap().parties.len()));
}

#[test]
fn the_next_game_has_other_luck_unless_somebody_chose_it() {
    let mut choice = chosen("tutorial");
    let first = choice.seed;
    choice.begun(first + 1);
    assert_eq!(choice.seed, first + 1);
    choice.take(&Ask::Seed("8".to_owned()));
    choice.begun(9);
    assert_eq!(choice.seed, 8);
    choice.reseed(10);
    choice.begun(11);
    assert_eq!(choice.seed, 11);
}
