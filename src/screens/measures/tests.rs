//! Measures on known levels.

use super::*;
use crate::play::Match;
use crate::rules::ids::PartyId;
use crate::rules::package::Package;
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;
use crate::storage::Library;

fn until(play: &mut Match, round: u16, phase: Phase) {
    while play.truth().round.0 < round || play.truth().phase != phase {
        let seat = play.waiting_for().iter().next().unwrap();
        let idle = match play.truth().phase {
            Phase::Measures => Command::Act(Measure::Nothing),
            _ => Command::Pass,
        };
        play.command(seat, idle).unwrap();
    }
}

fn built(play: &Match, seat: PartyId) -> Model {
    let model = Model::build(play.game(), play.view(seat), &Words::english(), false, None);
    let all = format!("{model:?}");
    assert!(!all.contains("[measures-") && !all.contains("[tell-") && !all.contains("{$"), "{all}");
    model
}

#[test]
fn everything_legal_is_on_a_card_and_the_rest_says_why() {
    let game = Library::default().game("tokyo_2025", None, Some(Knowledge::Advisor)).unwrap();
    let mut play = Match::new(game.clone(), 1);
    for round in 1..=6 {
        until(&mut play, round, Phase::Measures);
        for seat in game.level.everyone().iter() {
            let model = built(&play, seat);
            let legal = play.view(seat).legal(&game).measures;
            let open: Vec<Measure> = model.cards().filter(|c| c.off.is_none()).map(|c| c.value).collect();
            assert_eq!(open.len(), legal.len());
            assert!(legal.iter().all(|m| open.contains(m)));
            assert_eq!(model.cards().next().map(|c| c.value), Some(Measure::Nothing));
        }
    }
}

#[test]
fn lobbying_shows_the_pact_before_and_after() {
    let game = Library::default().game("tokyo_2025", None, Some(Knowledge::Advisor)).unwrap();
    let mut play = Match::new(game.clone(), 3);
    until(&mut play, 3, Phase::Talks);
    let [us, japan] = ["us", "japan"].map(|p| game.level.party_named(p).unwrap());
    let terms = [("minerals", "framework"), ("defence", "early_2")].map(|(i, o)| {
        let issue = game.level.issue_named(i).unwrap();
        (issue, game.level.option_named(issue, o).unwrap())
    });
    let parties = [us, japan].into_iter().collect();
    let proposal = Proposal::plain(&game.level, parties, terms.into_iter().collect::<Package>());
    play.command(us, Command::Propose { proposal, answers: None }).unwrap();
    let offer = play.view(japan).legal(&game).accept[0];
    play.command(japan, Command::Accept(offer)).unwrap();
    until(&mut play, 3, Phase::Measures);
    let model = built(&play, japan);
    assert_eq!(model.pacts.len(), 1);
    let lobby = model.cards().find(|c| matches!(c.value, Measure::Lobby(_)) && c.lines.len() > 1).unwrap();
    assert!(lobby.lines[1].figure.contains('→'), "{:?}", lobby.lines);
}
