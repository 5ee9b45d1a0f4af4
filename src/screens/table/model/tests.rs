//! The table's model on known levels.

use super::*;
use crate::play::Match;
use crate::rules::command::Command;
use crate::rules::ids::PartyId;
use crate::rules::rulebook::Knowledge;
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
    let seats: usize = with.runs.iter().map(|run| run.seats).sum();
    assert_eq!(seats, 465);
}

#[test]
fn others_show_as_bands_and_the_absent_as_before_and_after() {
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
    assert!(matches!(&model.others[1].stand, Stand::Reads { figure, .. } if figure.contains('→')));
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
