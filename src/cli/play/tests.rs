//! Sessions at a seat, with commands from a text.

use super::*;

mod bound;

fn session(level: &str, party: &str, seed: u64, commands: &str) -> String {
    session_under(None, level, party, seed, commands)
}

fn session_under(rules: Option<&str>, level: &str, party: &str, seed: u64, commands: &str) -> String {
    let rules = rules.map(str::to_owned);
    let game = GameArgs { level: level.to_owned(), seed: Some(seed), rules, ..GameArgs::default() };
    let wanted = PlayArgs { game, party: Some(party.to_owned()) };
    let mut written = Vec::new();
    let words = Words::english();
    let mut from = commands.as_bytes();
    play_from(
        &Library::default(),
        &Kept::nowhere(),
        &words,
        &mut Out::new(&mut written),
        &wanted,
        &mut from,
        false,
    )
    .unwrap();
    let text = String::from_utf8(written).unwrap();
    assert!(!text.contains("[cli-") && !text.contains("[tell-"), "{text}");
    assert!(!text.contains("{$") && !text.contains("{ $"), "{text}");
    text
}

#[test]
fn a_whole_game_can_be_passed() {
    let text = session("tokyo_2025", "japan", 1, &"pass\n".repeat(200));
    assert!(text.contains("Result\n"), "{text}");
    assert!(text.contains("Japan (you): "), "{text}");
    // Where there is no folder for games, that is said once.
    assert_eq!(text.matches("this game is not kept").count(), 1, "{text}");
}

#[test]
fn every_command_answers_and_none_is_too_much() {
    let text = session(
        "tokyo_2025",
        "japan",
        2,
        "help\nbrief\nnews\ntable\nlog\noffers\nmeasures\nshow\njudge\nvotes\nset\nset tariff\nset minerals\n\
         set minerals frame\nset us tariff on japan 10\nset minerals zzz\nset zebra 1\njudge\nvotes\nshow\nwith\nwith mars\n\
         with china\njudge\nwith united states\ncredit\ncredit japan 170\ncredit japan 70\ncredit mars 7\ncredit even\n\
         headline\nheadline 1\nheadline none\nheadline 99\nclear zebra\nclear minerals\nclear\npropose\nset minerals framework\n\
         copy 7\ncounter\ncounter 99999999999999999999\naccept\naccept 1\ndecline x\nwithdraw 1\nsay\nsay priority min\n\
         say want minerals binding\nsay refuse min none\nsay nothing china\nsay nothing japan\n7\n0\n-1\n\u{1b}[2J\nfrobnicate\n\
         jugde\npropose\nwithdraw 1\nwithdraw\n\nlog\nquit\n",
    );
    for part in [
        "Build a draft:",
        "Your secret mandate:",
        "\u{201c}tariff\u{201d} could mean several: US tariff on Japan; Extra US tariff on China",
        "framework: Framework",
        "Set: US tariff on Japan: 10 %, now 15 %.",
        "Nothing here is called \u{201c}frobnicate\u{201d}",
        "Did you mean \u{201c}judge\u{201d}?",
        "House of Representatives, Japan: ",
        "Credit: United States 30 %, you 70 %",
        "Cleared by:",
        "Cheapest fix for ",
        "You said: \u{201c}What matters most to us: Minerals pact.\u{201d}",
        "Good-bye.",
    ] {
        assert!(text.contains(part), "missing: {part}\n{text}");
    }
    assert!(!text.contains('\u{1b}'));
}

/// An opponent that breaks down whenever it is asked.
struct Broken;

impl crate::opponents::Opponent for Broken {
    fn act(&mut self, _: &crate::rules::game::Game, _: &crate::view::View) -> crate::rules::command::Command {
        panic!("a test breaks an opponent down")
    }

    fn forget(&mut self) {}

    fn again(&self) -> Box<dyn crate::opponents::Opponent> {
        Box::new(Self)
    }
}

#[test]
fn an_opponent_that_breaks_down_is_told_of_and_the_game_goes_on() {
    let (words, kept) = (Words::english(), Kept::nowhere());
    let played = Match::new(Library::default().game("tutorial", None, None).unwrap(), 3);
    let opponents = played.game().by_party(|party| {
        let broken: Option<Box<dyn crate::opponents::Opponent>> =
            if party.0 == 0 { None } else { Some(Box::new(Broken)) };
        broken
    });
    let mut written = Vec::new();
    let commands = "pass\n".repeat(60);
    let mut from = commands.as_bytes();
    let mut seat = Seat::new(&kept, &words, played, opponents, PartyId(0));
    seat.play(&mut Out::new(&mut written), &mut Input::new(&mut from, false)).unwrap();
    let text = String::from_utf8(written).unwrap();
    assert!(text.contains("The computer opponent of Harbour broke down."), "{text}");
    assert!(text.contains("Result\n"), "{text}");
}

#[test]
fn the_tutorial_can_be_played_to_a_pact() {
    let text = session(
        "tutorial",
        "uplands",
        3,
        &format!("set freight coins_7\nset ships ships_2\njudge\npropose\n{}", "accept\npass\n".repeat(60)),
    );
    assert!(text.contains("Result\n"), "{text}");
    assert!(text.contains("In force at the end: pact 1 of you and Harbour"), "{text}");
}

#[test]
fn advice_can_be_read_and_taken_into_the_draft() {
    let text = session(
        "tutorial",
        "uplands",
        3,
        "advise 1\nadvise\nadvise 99\nadvise 1\njudge\nadvise harbour\nadvise mars\nadvise all\nquit\n",
    );
    for part in [
        "Nothing has been advised here yet",
        "On a pact with Harbour:",
        "What it is worth to others is known in this game.",
        "Nash",
        "It assumes that no point of one party can be compared with a point of another.",
        "Harbour: +",
        "The list of advice goes from 1 to ",
        "Your draft.",
        "Nothing here is called \u{201c}mars\u{201d}",
    ] {
        assert!(text.contains(part), "missing: {part}\n{text}");
    }
    assert!(!text.contains("fair"), "{text}");
    let text = session("tokyo_2025", "japan", 2, "advise\nset defence early_2\nadvise united states\nquit\n");
    assert!(text.contains("is an estimate, from what is publicly known"), "{text}");
    assert!(text.contains("Changes of your draft:") || text.contains("No step or pair of steps"), "{text}");
    assert!(text.contains("House of Representatives, Japan: "), "{text}");
}

#[test]
fn a_draft_can_be_explored_and_an_answer_taken() {
    let text = session(
        "tutorial",
        "uplands",
        3,
        "explore\nexplore 1\nexplore offer 9\nset freight coins_7\nset ships ships_2\nexplore\nexplore 99\nexplore 1\nexplore\n\
         propose\nquit\n",
    );
    for part in [
        "Nothing has been explored here yet",
        "Your draft is empty. Set something, or type: explore offer NUMBER",
        "Your draft, with Harbour:",
        "What it would take",
        "What they would give",
        "Best for all",
        "Balance: The fewest changes by which all are believed to gain.",
        "against this.",
        "Harbour is believed to take it now",
        "Type \u{201c}explore\u{201d} and a number",
        "The list goes from 1 to ",
        "As it stands, nothing changed.",
    ] {
        assert!(text.contains(part), "missing: {part}\n{text}");
    }
    assert!(!text.contains("[counter-"), "{text}");
}

#[test]
fn an_offer_can_be_explored() {
    let text = session("tutorial", "uplands", 3, "pass\nexplore\nexplore 1\nquit\n");
    assert!(text.contains("ffer 1, with Harbour:"), "{text}");
    assert!(text.contains("Your draft.\n"), "{text}");
}

/// A session as the United States in Tokyo with figures sealed.
fn sealed_session(typed: &str) -> String {
    let game = GameArgs {
        level: "tokyo_2025".to_owned(),
        seed: Some(1),
        knowledge: Some(crate::cli::args::KnowledgeArg::Sealed),
        ..GameArgs::default()
    };
    let wanted = PlayArgs { game, party: Some("us".to_owned()) };
    let (mut written, words) = (Vec::new(), Words::english());
    let mut from = typed.as_bytes();
    let (library, mut out) = (Library::default(), Out::new(&mut written));
    play_from(&library, &Kept::nowhere(), &words, &mut out, &wanted, &mut from, false).unwrap();
    String::from_utf8(written).unwrap()
}

#[test]
fn sealed_games_explore_without_figures_of_others() {
    let text = sealed_session("set minerals framework\nwith japan\nexplore\nquit\n");
    assert!(text.contains("What it would take") && text.contains("not shown in a sealed game"), "{text}");
    assert!(!text.contains("is believed to take it now") && !text.contains("Japan: from"), "{text}");
}

#[test]
fn refusals_say_what_blocks_what_it_is_worth_and_what_would_help() {
    // The rules refuse the player's own: what it is worth, and what is in its way with what clears it.
    let text = session(
        "tokyo_2025",
        "japan",
        2,
        "set minerals framework\nwith china\npropose\nclear\nset tariff_japan p25\npropose\nquit\n",
    );
    let refused = text.split("> propose\n").nth(1).unwrap();
    assert!(refused.contains("Worth ") && refused.contains(" no deal."), "{text}");
    assert!(refused.contains("Cleared by:"), "{text}");
    // Others refuse: what they may gain by it and what would help, as it comes and in the log.
    let offer = "set tariff_japan p25\nwith us\npropose\npass\n1\npass\n";
    let text = session("tokyo_2025", "japan", 2, &format!("{offer}log\nquit\n"));
    for part in [
        "The United States declined offer 1: It is worse for us than no deal.\nUnited States: ",
        "Cheapest fix for the United States, as it is believed to be: ",
    ] {
        assert_eq!(text.matches(part).count(), 2, "{part}\n{text}");
    }
}

#[test]
fn sealed_games_give_no_advice_and_say_why() {
    let text = sealed_session("advise\nadvise japan\nquit\n");
    assert_eq!(text.matches("There is no advice in a sealed game").count(), 2, "{text}");
    assert!(!text.contains("Nash"), "{text}");
}

#[test]
fn sealed_games_show_no_figures_of_others() {
    let game = GameArgs {
        level: "tokyo_2025".to_owned(),
        seed: Some(1),
        knowledge: Some(crate::cli::args::KnowledgeArg::Sealed),
        ..GameArgs::default()
    };
    let wanted = PlayArgs { game, party: Some("us".to_owned()) };
    let mut written = Vec::new();
    let words = Words::english();
    let mut from = "set minerals framework\njudge\nquit\n".as_bytes();
    play_from(
        &Library::default(),
        &Kept::nowhere(),
        &words,
        &mut Out::new(&mut written),
        &wanted,
        &mut from,
        false,
    )
    .unwrap();
    let text = String::from_utf8(written).unwrap();
    assert!(text.contains("not shown in a sealed game"), "{text}");
    assert!(!text.contains("Japan: from"), "{text}");
}

#[test]
fn a_party_is_asked_for_by_name_and_the_end_of_input_is_polite() {
    let library = Library::default();
    let words = Words::english();
    for (commands, part) in
        [("", "Good-bye."), ("mars\n3\n", "Nothing here is called"), ("jap\n", "You play Japan")]
    {
        let game = GameArgs { level: "tokyo_2025".to_owned(), seed: Some(1), ..GameArgs::default() };
        let wanted = PlayArgs { game, party: None };
        let mut written = Vec::new();
        let mut from = commands.as_bytes();
        play_from(&library, &Kept::nowhere(), &words, &mut Out::new(&mut written), &wanted, &mut from, false)
            .unwrap();
        let text = String::from_utf8(written).unwrap();
        assert!(text.contains(part) && text.ends_with("Good-bye.\n"), "{text}");
    }
    let game = GameArgs { level: "tutorial".to_owned(), ..GameArgs::default() };
    let wanted = PlayArgs { game, party: Some("uplnads".to_owned()) };
    let error = play_from(
        &library,
        &Kept::nowhere(),
        &words,
        &mut Out::new(&mut Vec::new()),
        &wanted,
        &mut "".as_bytes(),
        false,
    );
    let error = error.unwrap_err().to_string();
    assert!(error.contains("Did you mean \u{201c}uplands\u{201d}?"), "{error}");
}

/// Lines of words that could mean something, in no order: whatever is typed is answered, and nothing panics.
#[test]
fn any_words_in_any_order_are_answered() {
    let mut state: u64 = 2025;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for (rules, level, party, sessions) in [
        (None, "tokyo_2025", "us", 6),
        (None, "tokyo_2025", "china", 6),
        (None, "tutorial", "harbour", 6),
        (None, "three_party_pie", "cedar", 6),
        (Some("full"), "tokyo_2025", "us", 2),
        (Some("full"), "tokyo_2025", "japan", 2),
    ] {
        let game = Library::default().game(level, rules, None).unwrap();
        let mut names: Vec<&str> = orders::COMMANDS.iter().copied().filter(|name| *name != "quit").collect();
        names.extend(game.level.issues.iter().map(|issue| issue.id.as_str()));
        names.extend(game.level.issues[0].options.iter().map(|option| option.id.as_str()));
        names.extend(game.level.issues.iter().map(|issue| issue.options[1].name.as_str()));
        names.extend(game.level.parties.iter().map(|(_, party)| party.name.as_str()));
        names.extend([
            "0",
            "1",
            "2",
            "3",
            "99",
            "-1",
            "18446744073709551616",
            "%",
            "\u{e9}\u{301}",
            "priority",
            "even",
            "none",
            "all",
            "lapses",
            "if",
            "until",
            "pact",
        ]);
        for seed in 0..sessions {
            let mut commands = String::new();
            for _ in 0..120 {
                let first = match next(4) {
                    0 => names[next(names.len())],
                    1 => "set",
                    2 => ["accept", "propose", "pass", "1", "counter"][next(5)],
                    _ => orders::COMMANDS[next(orders::COMMANDS.len())],
                };
                commands += if first == "quit" { "judge" } else { first };
                for _ in 0..next(4) {
                    commands.push(' ');
                    commands += names[next(names.len())];
                }
                commands.push('\n');
            }
            let text = session_under(rules, level, party, seed, &commands);
            assert!(text.contains("Result\n") || text.ends_with("Good-bye.\n"), "{text}");
        }
    }
}
