//! The draft on known levels.

use super::*;
use crate::play::Match;
use crate::rules::command::Command;
use crate::rules::rulebook::Knowledge;
use crate::screens::table::action::Main;
use crate::storage::Library;
use std::sync::Arc;

fn game(level: &str, rules: &str) -> Arc<Game> {
    Library::default().game(level, Some(rules), Some(Knowledge::Advisor)).unwrap()
}

fn issue(game: &Game, name: &str) -> IssueId {
    game.level.issue_named(name).unwrap()
}

fn option(game: &Game, issue: IssueId, name: &str) -> OptionId {
    game.level.option_named(issue, name).unwrap()
}

fn set(draft: &mut Draft, play: &Match, seat: PartyId, on: &str, to: &str) {
    let game = play.game();
    let id = issue(game, on);
    let to = option(game, id, to);
    draft.edit(game, &play.view(seat).position, &Edit::Term(id, Some(to)));
}

#[test]
fn a_facility_needs_somebody_to_hold_the_pen() {
    let game = game("tokyo_2025", "intro");
    let play = Match::new(game.clone(), 1);
    let japan = game.level.party_named("japan").unwrap();
    let at = &play.view(japan).position;
    let mut draft = Draft::new(&game, at, japan);
    let us = game.level.party_named("us").unwrap();
    draft.edit(&game, at, &Edit::Parties(PartySet::one(us).with(japan)));
    set(&mut draft, &play, japan, "facility", "f550");
    let (why, mends) = draft.torn(&game, at).unwrap();
    assert!(matches!(why, Refusal::Constraint(_)));
    let control = issue(&game, "control");
    let facility = issue(&game, "facility");
    let named: Vec<(IssueId, Option<&str>)> =
        mends.iter().map(|(i, o)| (*i, o.map(|o| game.level.choice(*i, o).id.as_str()))).collect();
    assert_eq!(
        named,
        [
            (control, Some("joint_veto")),
            (control, Some("us_consults")),
            (control, Some("us_alone")),
            (facility, None),
        ]
    );
    let (on, to) = mends[0];
    draft.edit(&game, at, &Edit::Term(on, to));
    assert_eq!(draft.torn(&game, at), None);
    let action = draft.action(&game, at, &[]);
    assert_eq!(action.main, Main::Propose);
}

#[test]
fn every_change_can_be_undone() {
    let game = game("tutorial", "intro");
    let play = Match::new(game.clone(), 1);
    let seat = PartyId(0);
    let at = &play.view(seat).position;
    let empty = Draft::new(&game, at, seat);
    let mut draft = empty.clone();
    assert!(!draft.can_undo());
    set(&mut draft, &play, seat, "freight", "coins_8");
    set(&mut draft, &play, seat, "ships", "ships_3");
    draft.edit(&game, at, &Edit::Clear);
    assert!(draft.package().is_empty());
    assert!(draft.edit(&game, at, &Edit::Undo));
    assert_eq!(draft.package().len(), 2);
    draft.edit(&game, at, &Edit::Undo);
    draft.edit(&game, at, &Edit::Undo);
    assert_eq!(draft, empty);
    assert!(!draft.edit(&game, at, &Edit::Undo));
    // What changes nothing is nothing to undo.
    assert!(!draft.edit(&game, at, &Edit::Clear));
    assert!(!draft.can_undo());
}

#[test]
fn the_button_reads_propose_counter_and_sign() {
    let game = game("tutorial", "intro");
    let mut play = Match::new(game.clone(), 1);
    let (first, second) = (PartyId(0), PartyId(1));
    let mut draft = Draft::new(&game, &play.view(first).position, first);
    assert_eq!(draft.action(&game, &play.view(first).position, &[]).off, Some(Refusal::Empty));
    set(&mut draft, &play, first, "freight", "coins_8");
    set(&mut draft, &play, first, "ships", "ships_3");
    let action = draft.action(&game, &play.view(first).position, &[]);
    assert_eq!((action.main, &action.off), (Main::Propose, &None));
    play.command(first, action.command.unwrap()).unwrap();
    let own = draft.action(&game, &play.view(first).position, &[]);
    assert!(matches!(own.main, Main::Waiting(_)) && own.command.is_none());

    let view = play.view(second);
    let answerable = view.legal(&game).answer;
    let mut answer = Draft::new(&game, &view.position, second);
    assert_eq!(answer.action(&game, &view.position, &answerable).main, Main::Counter(answerable[0]));
    answer.edit(&game, &view.position, &Edit::Load(answerable[0]));
    let action = answer.action(&game, &view.position, &answerable);
    assert_eq!(action.main, Main::Sign(answerable[0]));
    assert_eq!(action.command, Some(Command::Accept(answerable[0])));
    // One step away it is a counter again, and one back it can be signed.
    set(&mut answer, &play, second, "ships", "ships_2");
    let view = play.view(second);
    assert_eq!(answer.action(&game, &view.position, &answerable).main, Main::Counter(answerable[0]));
    set(&mut answer, &play, second, "ships", "ships_3");
    let action = answer.action(&game, &play.view(second).position, &answerable);
    play.command(second, action.command.unwrap()).unwrap();
    assert_eq!(play.truth().pacts.len(), 1);
}

#[test]
fn other_partners_keep_what_they_can_settle() {
    let game = game("tokyo_2025", "intro");
    let play = Match::new(game.clone(), 1);
    let [us, japan, china] = ["us", "japan", "china"].map(|p| game.level.party_named(p).unwrap());
    let at = &play.view(us).position;
    let mut draft = Draft::new(&game, at, us);
    draft.edit(&game, at, &Edit::Parties(PartySet::one(us).with(japan).with(china)));
    set(&mut draft, &play, us, "minerals", "binding");
    set(&mut draft, &play, us, "purchases", "mt25_pauses");
    draft.edit(&game, at, &Edit::Parties(PartySet::one(us).with(china)));
    assert_eq!(draft.package().issues().collect::<Vec<_>>(), [issue(&game, "purchases")]);
    assert_eq!(draft.proposal().communique.credit.0, [50, 0, 50]);
    // Back with all three, what was drafted for them is there again, and so is the other.
    draft.edit(&game, at, &Edit::Parties(game.level.everyone()));
    assert_eq!(
        draft.package().issues().collect::<Vec<_>>(),
        [issue(&game, "minerals"), issue(&game, "purchases")]
    );
    draft.edit(&game, at, &Edit::Clear);
    draft.edit(&game, at, &Edit::Parties(PartySet::one(us).with(china)));
    assert_eq!(draft.package().issues().collect::<Vec<_>>(), [issue(&game, "purchases")]);
    draft.edit(&game, at, &Edit::Undo);
    assert_eq!(draft.parties(), game.level.everyone());
    assert!(draft.package().is_empty());
}

#[test]
fn credit_always_sums_to_a_hundred() {
    let game = game("tokyo_2025", "standard");
    let play = Match::new(game.clone(), 1);
    let us = game.level.party_named("us").unwrap();
    let at = &play.view(us).position;
    let mut draft = Draft::new(&game, at, us);
    draft.edit(&game, at, &Edit::Parties(game.level.everyone()));
    for share in [-5, 0, 33, 35, 99, 100, 400] {
        draft.edit(&game, at, &Edit::Share(share));
        let credit = &draft.proposal().communique.credit.0;
        assert_eq!(credit.iter().sum::<i64>(), 100, "{share}");
        assert!(credit.iter().all(|c| (0..=100).contains(c)), "{share}");
    }
}

#[test]
fn a_headline_fits_what_the_draft_sets() {
    let game = game("tokyo_2025", "standard");
    let play = Match::new(game.clone(), 1);
    let us = game.level.party_named("us").unwrap();
    let at = &play.view(us).position;
    let mut draft = Draft::new(&game, at, us);
    set(&mut draft, &play, us, "minerals", "framework");
    let said = draft.proposal().communique.headline.unwrap();
    assert!(game.level.headline(said).unwrap().issues.contains(&issue(&game, "minerals")));
    draft.edit(&game, at, &Edit::Term(issue(&game, "minerals"), None));
    set(&mut draft, &play, us, "defence", "early_2");
    let said = draft.proposal().communique.headline.unwrap();
    assert!(!game.level.headline(said).unwrap().issues.contains(&issue(&game, "minerals")));
}

fn full() -> (Arc<Game>, Match, PartyId) {
    let game = game("tokyo_2025", "full");
    let mut play = Match::new(game.clone(), 3);
    while play.truth().round.0 < 3 {
        let next = play.waiting_for().iter().next().unwrap();
        let command = match play.truth().phase {
            crate::rules::position::Phase::Measures => Command::Act(crate::rules::command::Measure::Nothing),
            _ => Command::Pass,
        };
        play.command(next, command).unwrap();
    }
    let japan = game.level.party_named("japan").unwrap();
    (game, play, japan)
}

#[test]
fn clauses_come_go_and_follow_their_term() {
    use crate::rules::clause::When;
    let (game, play, japan) = full();
    let at = &play.view(japan).position;
    let mut draft = Draft::new(&game, at, japan);
    let tariff = issue(&game, "tariff_japan");
    set(&mut draft, &play, japan, "tariff_japan", "p10");
    let clause = Clause { issue: tariff, when: When::Until(Round(5)) };
    assert!(draft.edit(&game, at, &Edit::Agree(clause)));
    // Another option keeps the clause, a clause of the same kind replaces it.
    set(&mut draft, &play, japan, "tariff_japan", "p20");
    assert_eq!(draft.package().clauses(), [clause]);
    let later = Clause { issue: tariff, when: When::Until(Round(6)) };
    draft.edit(&game, at, &Edit::Agree(later));
    assert_eq!(draft.package().clauses(), [later]);
    assert!(draft.edit(&game, at, &Edit::Drop(later)));
    assert!(draft.package().clauses().is_empty());
    draft.edit(&game, at, &Edit::Undo);
    assert_eq!(draft.package().clauses(), [later]);
    // Left alone, a term has nothing to say.
    draft.edit(&game, at, &Edit::Term(tariff, None));
    assert!(draft.package().is_empty() && draft.package().clauses().is_empty());
}

#[test]
fn clauses_that_contradict_say_so_and_can_be_dropped() {
    use crate::rules::clause::When;
    use crate::rules::legal::check_terms;
    let (game, play, japan) = full();
    let at = &play.view(japan).position;
    let mut draft = Draft::new(&game, at, japan);
    set(&mut draft, &play, japan, "tariff_japan", "p10");
    let past = Clause { issue: issue(&game, "tariff_japan"), when: When::Until(Round(2)) };
    draft.edit(&game, at, &Edit::Agree(past));
    let (why, guilty) = draft.tangled(&game, at).unwrap();
    assert!(matches!(why, Refusal::ClauseContradiction(_)));
    assert_eq!(guilty, [past]);
    let legal = |draft: &Draft| check_terms(&game, at, japan, draft.parties(), draft.package());
    assert_eq!(legal(&draft), Err(why));
    draft.edit(&game, at, &Edit::Drop(past));
    assert_eq!(draft.tangled(&game, at), None);
    assert_eq!(legal(&draft), Ok(()));
}

#[test]
fn other_parties_keep_the_clauses_that_still_make_sense() {
    use crate::rules::clause::When;
    let (game, play, japan) = full();
    let at = &play.view(japan).position;
    let china = PartySet::one(game.level.party_named("china").unwrap()).with(japan);
    let mut draft = Draft::new(&game, at, japan);
    draft.edit(&game, at, &Edit::Parties(game.level.everyone()));
    set(&mut draft, &play, japan, "licences", "licences");
    set(&mut draft, &play, japan, "tariff_japan", "p10");
    for name in ["licences", "tariff_japan"] {
        let clause = Clause { issue: issue(&game, name), when: When::Until(Round(6)) };
        draft.edit(&game, at, &Edit::Agree(clause));
    }
    draft.edit(&game, at, &Edit::Parties(china));
    let left: Vec<IssueId> = draft.package().clauses().iter().map(|clause| clause.issue).collect();
    assert_eq!(left, [issue(&game, "licences")]);
}

#[test]
fn what_was_signed_leaves_the_paper() {
    let (game, mut play, japan) = full();
    let us = game.level.party_named("us").unwrap();
    let at = &play.view(us).position;
    let mut draft = Draft::new(&game, at, us);
    set(&mut draft, &play, us, "minerals", "framework");
    draft.settle(&game, &play.view(us).position);
    assert_eq!(draft.package().len(), 1);
    play.command(us, draft.action(&game, &play.view(us).position, &[]).command.unwrap()).unwrap();
    let offer = play.view(japan).position.offers[0].id;
    play.command(japan, Command::Accept(offer)).unwrap();
    draft.settle(&game, &play.view(us).position);
    assert!(draft.package().is_empty());
    assert!(!draft.can_undo());
}

#[test]
fn what_was_drafted_for_others_is_there_again_however_one_came_away() {
    let (game, mut play, japan) = full();
    let [us, china] = ["us", "china"].map(|name| game.level.party_named(name).unwrap());
    let [with_us, with_china] = [us, china].map(|other| PartySet::one(other).with(japan));
    let mut other = Draft::new(&game, &play.view(us).position, us);
    other.edit(&game, &play.view(us).position, &Edit::Parties(with_us));
    set(&mut other, &play, us, "tariff_japan", "p10");
    play.command(us, other.action(&game, &play.view(us).position, &[]).command.unwrap()).unwrap();
    let at = &play.view(japan).position;
    let drafted = |draft: &Draft, on: &str| draft.package().option(issue(&game, on)).is_some();
    let mut draft = Draft::new(&game, at, japan);
    draft.edit(&game, at, &Edit::Parties(with_china));
    set(&mut draft, &play, japan, "licences", "licences");
    // By reading an offer, and back by choosing the parties.
    draft.edit(&game, at, &Edit::Load(at.offers[0].id));
    assert!(draft.parties() == with_us && drafted(&draft, "tariff_japan"));
    draft.edit(&game, at, &Edit::Parties(with_china));
    assert!(drafted(&draft, "licences"));
    // By choosing, and back by undoing it: neither is lost.
    draft.edit(&game, at, &Edit::Parties(with_us));
    assert!(drafted(&draft, "tariff_japan"));
    draft.edit(&game, at, &Edit::Undo);
    assert!(draft.parties() == with_china && drafted(&draft, "licences"));
    draft.edit(&game, at, &Edit::Parties(with_us));
    assert!(drafted(&draft, "tariff_japan"));
}
