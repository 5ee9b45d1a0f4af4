//! The table's model on known levels.

use super::*;
use crate::play::Match;
use crate::rules::command::Command;
use crate::rules::ids::PartyId;
use crate::rules::rulebook::Knowledge;
use crate::screens::estimate::Figures;
use crate::screens::table::draft::Edit;
use crate::storage::Library;
use std::sync::Arc;

fn game(level: &str, knowledge: Knowledge) -> Arc<Game> {
    Library::default().game(level, None, Some(knowledge)).unwrap()
}

fn seat(game: &Game, name: &str) -> PartyId {
    game.level.party_named(name).unwrap()
}

fn built(play: &Match, seat: PartyId, draft: &Draft) -> Model {
    let words = Words::english();
    Model::build(play.game(), play.view(seat), &words, draft, &mut Ideals::default(), &Around::default())
}

fn set(draft: &mut Draft, play: &Match, seat: PartyId, terms: &[(&str, &str)]) {
    let game = play.game();
    for (issue, option) in terms {
        let issue = game.level.issue_named(issue).unwrap();
        let option = game.level.option_named(issue, option).unwrap();
        draft.edit(game, &play.view(seat).position, &Edit::Term(issue, Some(option)));
    }
}

/// Plays until the talks of a round, everyone passing and doing nothing.
fn until(play: &mut Match, round: u16) {
    use crate::rules::command::Measure;
    use crate::rules::position::Phase;
    while play.truth().round.0 < round {
        let seat = play.waiting_for().iter().next().unwrap();
        let idle = match play.truth().phase {
            Phase::Measures => Command::Act(Measure::Nothing),
            _ => Command::Pass,
        };
        play.command(seat, idle).unwrap();
    }
}

/// No key without words may reach the screen.
fn worded(model: &Model) {
    let all = format!("{model:?}");
    assert!(!all.contains("[table-") && !all.contains("[tell-") && !all.contains("{$"), "{all}");
}

#[test]
fn the_tutorial_shows_both_sides_exactly() {
    let game = game("tutorial", Knowledge::Transparent);
    let play = Match::new(game.clone(), 1);
    let uplands = seat(&game, "uplands");
    let mut draft = Draft::new(&game, &play.view(uplands).position, uplands);
    let model = built(&play, uplands, &draft);
    worded(&model);
    assert_eq!((model.brief.signed.as_str(), model.brief.no_deal.as_str()), ("–", "35"));
    assert_eq!(model.brief.best.as_deref(), Some("100"));
    assert!(model.house.is_none() && model.paper.communique.is_none());
    assert!(model.paper.main.command.is_none() && model.paper.main.off.is_some());

    set(&mut draft, &play, uplands, &[("freight", "coins_6"), ("ships", "ships_1")]);
    let model = built(&play, uplands, &draft);
    worded(&model);
    assert_eq!(model.brief.signed, "60");
    let totals: Vec<(&str, &str)> =
        model.paper.totals.iter().map(|t| (t.figure.as_str(), t.change.as_str())).collect();
    assert_eq!(totals, [("60", "+25"), ("60", "+25")]);
    let rows: Vec<(&str, &str, &str)> = model.paper.groups[0]
        .rows
        .iter()
        .map(|r| (r.name.as_str(), r.own.figure.as_str(), r.theirs[0].figure.as_str()))
        .collect();
    assert_eq!(
        rows,
        [("Freight for a crate", "+40", "\u{2212}15"), ("Ships on picking days", "\u{2212}15", "+40")]
    );
    assert!(model.paper.main.command.is_some());
    assert_eq!(model.paper.main.label, "Propose");
}

#[test]
fn when_all_is_signed_the_table_says_so_and_enter_is_done() {
    let game = game("tutorial", Knowledge::Transparent);
    let mut play = Match::new(game.clone(), 1);
    let (uplands, harbour) = (seat(&game, "uplands"), seat(&game, "harbour"));
    let mut draft = Draft::new(&game, &play.view(uplands).position, uplands);
    set(&mut draft, &play, uplands, &[("freight", "coins_6"), ("ships", "ships_1")]);
    play.command(uplands, Command::Propose { proposal: draft.proposal().clone(), answers: None }).unwrap();
    let offer = play.view(harbour).position.offers[0].id;
    assert!(!built(&play, uplands, &Draft::new(&game, &play.view(uplands).position, uplands)).paper.settled);
    play.command(harbour, Command::Accept(offer)).unwrap();
    let model = built(&play, uplands, &Draft::new(&game, &play.view(uplands).position, uplands));
    worded(&model);
    assert!(model.paper.settled);
    assert_eq!(model.paper.main.command, Some(Command::Pass));
    assert_eq!((model.brief.signed_label, model.brief.signed.as_str()), ("table-as-signed", "60"));
    assert_eq!((model.brief.no_deal.as_str(), model.brief.best.as_deref()), ("35", None));
    assert_eq!(model.brief.interests[0].figure, "+25");
    let closed: Vec<&str> = model.paper.closed.iter().map(|closed| closed.in_force.as_str()).collect();
    assert_eq!(closed, ["6 coins", "1 ship"]);
    assert!(model.questions.iter().all(|question| question.off.is_some()));
}

#[test]
fn where_nothing_can_be_offered_but_nothing_was_signed_the_table_does_not_say_so() {
    let game = game("tokyo_2025", Knowledge::Advisor);
    let mut play = Match::new(game.clone(), 3);
    let last = game.level.last_round();
    until(&mut play, last.0);
    let japan = seat(&game, "japan");
    let model = built(&play, japan, &Draft::new(&game, &play.view(japan).position, japan));
    assert!(model.paper.partners.iter().all(|partner| partner.off.is_some()), "nobody meets any more");
    assert!(!model.paper.settled && model.paper.main.command.is_none());
}

#[test]
fn what_was_signed_is_there_when_the_next_pact_is_drafted() {
    let game = game("tokyo_2025", Knowledge::Advisor);
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, 3);
    let (us, japan) = (seat(&game, "us"), seat(&game, "japan"));
    let fresh = |play: &Match| Draft::new(&game, &play.view(japan).position, japan);
    let mut first = fresh(&play);
    set(&mut first, &play, japan, &[("minerals", "framework")]);
    let alone = built(&play, japan, &first).brief;
    assert_eq!(alone.no_deal_label, "table-no-deal");
    let in_turn = |play: &mut Match, seat: PartyId, command: Command| {
        while play.truth().turn != Some(seat) {
            play.command(play.truth().turn.unwrap(), Command::Pass).unwrap();
        }
        play.command(seat, command).unwrap();
    };
    in_turn(&mut play, japan, Command::Propose { proposal: first.proposal().clone(), answers: None });
    let offer = play.view(us).position.offers[0].id;
    let put = built(&play, japan, &fresh(&play)).offers.remove(0).worth;
    in_turn(&mut play, us, Command::Accept(offer));
    let table = built(&play, japan, &fresh(&play));
    assert_eq!(table.offers[0].worth, put, "it is worth what it was signed for");
    let waiting = table.brief;
    let shown = (waiting.signed_label, waiting.signed.as_str(), waiting.no_deal.as_str());
    assert_eq!(shown, ("table-as-signed", alone.signed.as_str(), alone.no_deal.as_str()));
    let mut second = fresh(&play);
    set(&mut second, &play, japan, &[("defence", "early_2")]);
    let model = built(&play, japan, &second);
    worded(&model);
    assert_eq!(model.brief.no_deal_label, "table-signed-so-far");
    assert_eq!((model.brief.no_deal, alone.signed), (figure_after(&play, japan), figure_after(&play, japan)));
}

fn figure_after(play: &Match, seat: PartyId) -> String {
    let game = play.game();
    let after = play.view(seat).standpoint(game).no_deal()[seat.index()];
    Figures::new(&Words::english(), game).total(after)
}

#[test]
fn once_the_talks_are_over_nothing_is_asked_for() {
    let game = game("tokyo_2025", Knowledge::Advisor);
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, 3);
    let japan = seat(&game, "japan");
    let mut draft = Draft::new(&game, &play.view(japan).position, japan);
    let over = Around { over: true, ..Around::default() };
    let words = Words::english();
    let table = |draft: &Draft| {
        let model = Model::build(&game, play.view(japan), &words, draft, &mut Ideals::default(), &over);
        worded(&model);
        model.paper
    };
    let paper = table(&draft);
    assert!(paper.settled && paper.groups.is_empty() && paper.closed.is_empty() && paper.partners.is_empty());
    assert_eq!(paper.main.command, None);
    assert_eq!((paper.title.as_str(), paper.verdict.as_str()), ("The talks are over", ""));
    // A draft that was not put stays to be read.
    set(&mut draft, &play, japan, TOKYO);
    assert!(!table(&draft).settled && !table(&draft).groups.is_empty());
}

#[test]
fn half_a_package_says_what_it_still_needs() {
    let game = game("tutorial", Knowledge::Transparent);
    let play = Match::new(game.clone(), 1);
    let uplands = seat(&game, "uplands");
    let mut draft = Draft::new(&game, &play.view(uplands).position, uplands);
    set(&mut draft, &play, uplands, &[("freight", "coins_8")]);
    let model = built(&play, uplands, &draft);
    worded(&model);
    assert_eq!(model.paper.obstacles.len(), 1);
    assert_eq!(model.paper.obstacles[0].mends.len(), 3);
    assert!(model.paper.obstacles[0].mends[0].label.contains("Ships on picking days"));
    assert!(model.paper.main.off.is_some());
}

const TOKYO: &[(&str, &str)] =
    &[("facility", "f400"), ("control", "us_consults"), ("defence", "early_2"), ("minerals", "framework")];

#[test]
fn tokyo_recounts_the_chamber_with_backing_and_without() {
    let game = game("tokyo_2025", Knowledge::Advisor);
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, 3);
    let japan = seat(&game, "japan");
    let mut draft = Draft::new(&game, &play.view(japan).position, japan);
    let before = built(&play, japan, &draft);
    worded(&before);
    let house = before.house.unwrap();
    assert_eq!((house.count.as_str(), house.quorum), ("231", 233));

    set(&mut draft, &play, japan, TOKYO);
    let without = built(&play, japan, &draft).house.unwrap();
    set(&mut draft, &play, japan, &[("backing", "named")]);
    let model = built(&play, japan, &draft);
    worded(&model);
    let with = model.house.unwrap();
    let votes = |house: &House| house.count.parse::<i64>().unwrap();
    assert!(votes(&with) > votes(&without), "{} > {}", with.count, without.count);
    assert!(with.lines.iter().any(|l| l.label == "Public backing" && l.figure.starts_with('+')));
    for house in [&without, &with] {
        // All but the last, which is the bloc that decides, sum to the votes.
        let sums = &house.lines[..house.lines.len() - 1];
        let figures = sums.iter().map(|line| line.figure.replace('\u{2212}', "-"));
        let sum: i64 = figures.map(|figure| figure.parse::<i64>().unwrap()).sum();
        assert_eq!(sum, votes(house), "{:?}", house.lines);
    }
    let seats: usize = with.runs.iter().map(|run| run.seats).sum();
    assert_eq!(seats, 465);
}

#[test]
fn others_show_as_bands_and_the_absent_with_what_it_does_to_them() {
    let game = game("tokyo_2025", Knowledge::Advisor);
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, 3);
    let japan = seat(&game, "japan");
    let mut draft = Draft::new(&game, &play.view(japan).position, japan);
    set(&mut draft, &play, japan, TOKYO);
    let model = built(&play, japan, &draft);
    let names: Vec<&str> = model.others.iter().map(|o| o.mark.name.as_str()).collect();
    assert_eq!(names, ["United States", "China"]);
    assert!(
        matches!(&model.others[0].stand, Stand::Signs { caption, band, .. } if caption.contains('±') && band.is_some())
    );
    assert!(
        matches!(&model.others[1].stand, Stand::Reads { figure, note, .. } if figure.contains(['+', '\u{2212}']) && note.matches('±').count() == 2)
    );
    // The tariff that comes by itself is spared by signing at all, and says so.
    let tariff =
        model.paper.groups.iter().flat_map(|g| &g.rows).find(|r| r.name == "US tariff on Japan").unwrap();
    assert_eq!(tariff.slots[tariff.in_force].name, "15 %, then 25 %");
    assert!(!tariff.own.figure.is_empty());
    // What Japan and the United States cannot settle is listed with its reason.
    assert!(model.paper.closed.iter().any(|c| c.name == "Extra US tariff on China" && !c.reason.is_empty()));
}

#[test]
fn sealed_numbers_stay_sealed() {
    let game = game("tokyo_2025", Knowledge::Sealed);
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, 3);
    let japan = seat(&game, "japan");
    let mut draft = Draft::new(&game, &play.view(japan).position, japan);
    set(&mut draft, &play, japan, TOKYO);
    let model = built(&play, japan, &draft);
    worded(&model);
    assert!(model.others.iter().all(|o| o.stand == Stand::Hidden));
    assert_eq!(model.paper.totals.len(), 1);
    assert!(
        model.paper.groups.iter().flat_map(|g| &g.rows).all(|r| r.theirs.iter().all(|w| w.figure.is_empty()))
    );
}

#[test]
fn offers_mark_what_changed() {
    let game = game("tokyo_2025", Knowledge::Advisor);
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, 3);
    let (us, japan) = (seat(&game, "us"), seat(&game, "japan"));
    let mut draft = Draft::new(&game, &play.view(us).position, us);
    set(&mut draft, &play, us, TOKYO);
    let action = draft.action(&game, &play.view(us).position, &[]);
    play.command(us, action.command.unwrap_or_else(|| panic!("{:?}", action.off))).unwrap();

    let view = play.view(japan);
    let mut answer = Draft::new(&game, &view.position, japan);
    let model = built(&play, japan, &answer);
    worded(&model);
    assert_eq!(model.offers.len(), 1);
    assert!(model.offers[0].terms.iter().all(|t| !t.changed));
    assert_eq!(model.paper.main.label, "Counter");
    answer.edit(&game, &view.position, &Edit::Load(model.offers[0].id));
    let model = built(&play, japan, &answer);
    assert!(model.offers[0].in_draft);
    assert_eq!(model.paper.main.label, "Sign");
    set(&mut answer, &play, japan, &[("minerals", "binding")]);
    let model = built(&play, japan, &answer);
    let changed: Vec<&str> = model
        .paper
        .groups
        .iter()
        .flat_map(|g| &g.rows)
        .filter(|r| r.changed)
        .map(|r| r.name.as_str())
        .collect();
    assert_eq!(changed, ["Minerals pact"]);
    let command = model.paper.main.command.clone().unwrap();
    play.command(japan, command).unwrap();
    let model = built(&play, us, &draft);
    worded(&model);
    let card = model.offers.iter().find(|c| c.open).unwrap();
    let changed: Vec<&str> = card.terms.iter().filter(|t| t.changed).map(|t| t.option.as_str()).collect();
    assert_eq!(changed, ["Binding"]);
    // What is signed is in force, and compared with nothing.
    let offer = card.id;
    play.command(PartyId(2), Command::Pass).unwrap();
    play.command(us, Command::Accept(offer)).unwrap();
    let mut next = Draft::new(&game, &play.view(us).position, us);
    set(&mut next, &play, us, &[("minerals", "none")]);
    let model = built(&play, us, &next);
    assert!(model.paper.groups.iter().flat_map(|g| &g.rows).all(|row| !row.changed));
    assert!(model.paper.lead.ends_with("in force now."), "{}", model.paper.lead);
}

#[test]
fn every_seat_of_every_level_can_be_shown_in_every_round() {
    for entry in Library::default().levels() {
        let level = entry.level.unwrap();
        for knowledge in [Knowledge::Transparent, Knowledge::Advisor, Knowledge::Sealed] {
            let game = Library::default().game_of(&level, None, Some(knowledge)).unwrap();
            let mut play = Match::new(game.clone(), 7);
            for round in 1..=game.level.last_round().0 {
                until(&mut play, round);
                for seat in game.level.everyone().iter() {
                    let draft = Draft::new(&game, &play.view(seat).position, seat);
                    worded(&built(&play, seat, &draft));
                }
            }
        }
    }
}

fn full(round: u16) -> (Arc<Game>, Match, PartyId) {
    let game = Library::default().game("tokyo_2025", Some("full"), Some(Knowledge::Advisor)).unwrap();
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, round);
    let japan = seat(&game, "japan");
    (game, play, japan)
}

fn phrased(play: &Match, seat: PartyId, draft: &Draft, phrasing: Phrasing) -> Model {
    let around = Around { phrasing, ..Around::default() };
    let words = Words::english();
    Model::build(play.game(), play.view(seat), &words, draft, &mut Ideals::default(), &around)
}

fn row<'a>(model: &'a Model, name: &str) -> &'a Row {
    model.paper.groups.iter().flat_map(|group| &group.rows).find(|row| row.name == name).unwrap()
}

#[test]
fn a_clause_is_put_together_step_by_step_and_stands_under_its_term() {
    let (game, play, japan) = full(3);
    let mut draft = Draft::new(&game, &play.view(japan).position, japan);
    set(&mut draft, &play, japan, &[("tariff_japan", "p10"), ("backing", "named")]);
    let issue = game.level.issue_named("tariff_japan");
    let model = phrased(&play, japan, &draft, Phrasing::default());
    worded(&model);
    // What is not set has no control; backing that is given has one that says why it is off.
    assert!(row(&model, "Minerals pact").opener.is_none());
    assert!(row(&model, "Public backing").opener.as_ref().unwrap().off.is_some());
    assert!(row(&model, "US tariff on Japan").opener.as_ref().unwrap().off.is_none());
    assert!(row(&model, "US tariff on Japan").picker.is_none());

    // Every list is short, and each choice leads to a clause that is allowed.
    let open = Phrasing { issue, ..Phrasing::default() };
    let kinds = row(&phrased(&play, japan, &draft, open), "US tariff on Japan").picker.clone().unwrap().kinds;
    assert_eq!(kinds, ["Takes effect if", "Lapses if", "Until"]);
    for (kind, name) in kinds.iter().enumerate() {
        let first = Phrasing { kind, ..open };
        let model = phrased(&play, japan, &draft, first);
        worded(&model);
        let ons = row(&model, "US tariff on Japan").picker.clone().unwrap().ons;
        assert!(ons.len() <= game.level.issues.len() + 1);
        assert_eq!(ons.is_empty(), name == "Until");
        for on in 0..ons.len().max(1) {
            let model = phrased(&play, japan, &draft, Phrasing { on, ..first });
            worded(&model);
            let picker = row(&model, "US tariff on Japan").picker.clone().unwrap();
            assert!((1..=12).contains(&picker.ranges.len()), "{:?}", picker.ranges);
            let mut with = draft.clone();
            with.edit(&game, &play.view(japan).position, &Edit::Agree(picker.clause.unwrap()));
            assert_eq!(with.tangled(&game, &play.view(japan).position), None);
        }
    }

    let clause = row(&phrased(&play, japan, &draft, Phrasing { kind: 2, ..open }), "US tariff on Japan")
        .picker
        .clone()
        .unwrap()
        .clause
        .unwrap();
    let before = phrased(&play, japan, &draft, Phrasing::default());
    draft.edit(&game, &play.view(japan).position, &Edit::Agree(clause));
    let after = phrased(&play, japan, &draft, Phrasing::default());
    worded(&after);
    assert_eq!(row(&after, "US tariff on Japan").said[0].text, "until round 4 (Busan)");
    assert_ne!(before.brief.signed, after.brief.signed);
}

#[test]
fn offers_and_pacts_tell_their_clauses_and_what_they_bind_to() {
    let (game, mut play, japan) = full(3);
    let us = seat(&game, "us");
    let mut draft = Draft::new(&game, &play.view(us).position, us);
    set(
        &mut draft,
        &play,
        us,
        &[("facility", "f250"), ("control", "us_consults"), ("minerals", "framework")],
    );
    let clause = crate::rules::clause::Clause {
        issue: game.level.issue_named("minerals").unwrap(),
        when: crate::rules::clause::When::Until(crate::rules::ids::Round(6)),
    };
    draft.edit(&game, &play.view(us).position, &Edit::Agree(clause));
    let action = draft.action(&game, &play.view(us).position, &[]);
    play.command(us, action.command.unwrap_or_else(|| panic!("{:?}", action.off))).unwrap();
    let answer = Draft::new(&game, &play.view(japan).position, japan);
    let model = built(&play, japan, &answer);
    worded(&model);
    let terms = format!("{:?}", model.offers[0].terms);
    assert!(terms.contains("until round 6 (Notes)"), "{terms}");
    play.command(japan, Command::Accept(model.offers[0].id)).unwrap();
    let model = built(&play, japan, &answer);
    worded(&model);
    let pact = &model.paper.pacts[0];
    assert_eq!(pact.status, "signed, not yet ratified");
    assert!(pact.terms.iter().any(|term| term.contains("until round 6 (Notes)")), "{:?}", pact.terms);
    // Nothing is owed, threatened or freed before anything is in force.
    assert_eq!(model.bound, Bound::default());
}

#[test]
fn doubt_and_projects_are_lines_of_their_own_that_say_where_they_come_from() {
    let (game, play, japan) = full(3);
    let us = seat(&game, "us");
    let mut draft = Draft::new(&game, &play.view(us).position, us);
    set(&mut draft, &play, us, &[("facility", "f400"), ("control", "us_consults")]);
    let find = |model: &Model, label: &str| {
        model.brief.lines.iter().find(|line| line.label.starts_with(label)).cloned()
    };
    let plain = built(&play, us, &draft);
    worded(&plain);
    let doubt = find(&plain, "Doubt about a promise").unwrap();
    assert!(doubt.note.contains("60 of 100") && !doubt.note.contains("backing"), "{}", doubt.note);
    assert!(find(&plain, "Projects of").unwrap().note.contains("$400"));
    // Backing in the same pact locks the promise in.
    set(&mut draft, &play, us, &[("backing", "named")]);
    let backed = built(&play, us, &draft);
    let locked = find(&backed, "Doubt about a promise").unwrap();
    assert!(locked.note.contains("backing"), "{}", locked.note);
    let points = |line: &Line| line.figure.replace('\u{2212}', "-").parse::<f64>().unwrap();
    assert!(points(&locked) > points(&doubt), "{} > {}", locked.figure, doubt.figure);
    let _ = japan;
}

#[test]
fn what_a_rule_book_does_not_play_appears_nowhere() {
    for rules in ["intro", "standard"] {
        let game = Library::default().game("tokyo_2025", Some(rules), None).unwrap();
        let play = Match::new(game.clone(), 1);
        let japan = seat(&game, "japan");
        let draft = Draft::new(&game, &play.view(japan).position, japan);
        let model = built(&play, japan, &draft);
        let all = format!("{model:?}");
        assert!(!all.contains("Pace of the facility"), "{all}");
        assert!(!model.paper.clauses && model.bound == Bound::default());
    }
}
