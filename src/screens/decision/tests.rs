//! Decisions on known positions of the Tokyo level.

use std::sync::Arc;

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Context, Event as Input, FullOutput, Key, Modifiers, Pos2, RawInput, Rect, Ui, vec2};

use super::model::Model;
use super::*;
use crate::play::Match;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::event::{Demand, Event, Obligation, ObligationStatus, Pact, PactStatus, Standing};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, PledgeId, ProjectId, Round, ThreatId};
use crate::rules::package::{Communique, Package};
use crate::rules::projection::project_gain;
use crate::rules::rulebook::Knowledge;
use crate::storage::Library;
use crate::theme;
use crate::view::View;
use crate::words::Words;

const PLEDGE: PledgeId = PledgeId(0);

fn game(knowledge: Knowledge) -> Arc<Game> {
    Library::default().game("tokyo_2025", Some("full"), Some(knowledge)).unwrap()
}

fn term(game: &Game, issue: &str, option: &str) -> (IssueId, OptionId) {
    let issue = game.level.issue_named(issue).unwrap();
    (issue, game.level.option_named(issue, option).unwrap())
}

fn party(game: &Game, name: &str) -> PartyId {
    game.level.party_named(name).unwrap()
}

fn view(game: &Arc<Game>, seat: &str, events: &[Event]) -> View {
    let mut view = Match::new(game.clone(), 1).view(party(game, seat)).clone();
    for event in events {
        view.fold(game, event);
    }
    view
}

/// A pact of the United States and Japan in force.
fn pact(game: &Game, terms: &[(&str, &str)]) -> Vec<Event> {
    let parties = [party(game, "us"), party(game, "japan")].into_iter().collect();
    let terms = terms.iter().map(|(issue, option)| term(game, issue, option));
    let package: Package = terms.collect();
    let signed = Pact {
        id: PactId(0),
        parties,
        issues: package.terms().map(|(issue, _)| issue).collect(),
        package: Some(package.clone()),
        communique: Communique::even(&game.level, parties),
        signed: Round(1),
        before: Vec::new(),
        net: 0,
        status: PactStatus::Signed,
    };
    vec![Event::Signed(signed), Event::InForce { pact: PactId(0), package }]
}

fn facility(game: &Game, control: &str) -> Vec<Event> {
    let mut events = pact(game, &[("facility", "f400"), ("pace", "front"), ("control", control)]);
    events.push(Event::Tranche { pledge: PLEDGE, money: 100 });
    events
}

fn asked(game: &Game, who: &str, ask: Ask) -> Event {
    Event::Asked { party: party(game, who), ask }
}

fn built(game: &Arc<Game>, view: &View) -> Model {
    let model = Model::build(game, view, &Words::english(), None);
    let all = format!("{model:?}");
    assert!(!all.contains("\"[") && !all.contains("{$") && !all.contains("{ $"), "{all}");
    let legal = view.legal(game).answers;
    let open: Vec<Answer> = model.cards.iter().filter(|c| c.off.is_none()).map(|c| c.value).collect();
    assert!(legal.iter().all(|answer| open.contains(answer)), "{legal:?} {open:?}");
    assert_eq!(legal.len(), open.len());
    assert!(model.cards.iter().all(|card| model.verbs.iter().any(|(answer, _)| *answer == card.value)));
    assert!(model.cards.iter().all(|card| card.off.as_deref() != Some("")));
    model
}

fn figures(model: &Model, answer: Answer) -> Vec<(String, String)> {
    let card = model.cards.iter().find(|card| card.value == answer).unwrap();
    card.lines.iter().map(|line| (line.label.clone(), line.figure.clone())).collect()
}

#[test]
fn every_project_shows_what_it_brings_under_the_own_mandate() {
    let game = game(Knowledge::Advisor);
    let mut events = facility(&game, "us_consults");
    events.push(asked(&game, "us", Ask::Place(PLEDGE)));
    let view = view(&game, "us", &events);
    let model = built(&game, &view);
    assert_eq!(model.cards.len(), game.level.pledge(PLEDGE).projects.len() + 1);
    assert!(model.cards.iter().any(|card| card.off.is_some()), "one project is too large for the pool");
    let rule = game.level.pledge(PLEDGE).rule(view.position.option(term(&game, "control", "us_consults").0));
    let percent = view.standpoint(&game).percent;
    for card in model.cards.iter().filter(|card| card.value != Answer::Project(None)) {
        let Answer::Project(Some(project)) = card.value else { unreachable!() };
        let state = &view.position.pledges[0];
        let gain = project_gain(
            &game,
            PLEDGE,
            (rule.unwrap(), state),
            project,
            view.position.round,
            &percent,
            view.seat,
        );
        let words = Words::english();
        let figure = crate::screens::estimate::Figures::new(&words, &game).change(gain);
        assert_eq!(card.lines[0].figure, figure, "{}", card.title);
        assert!(card.about.contains('\u{b7}'));
    }
}

#[test]
fn sealed_play_shows_nothing_of_the_others() {
    let game = game(Knowledge::Sealed);
    let mut events = facility(&game, "us_consults");
    events.push(asked(&game, "us", Ask::Place(PLEDGE)));
    let model = built(&game, &view(&game, "us", &events));
    for card in &model.cards {
        assert!(card.lines.len() <= 1, "{card:?}");
    }
}

#[test]
fn an_objection_says_what_it_costs_and_what_can_become_of_it() {
    let game = game(Knowledge::Advisor);
    let project = ProjectId(7);
    for (control, words) in [("us_consults", "overrule"), ("joint_veto", "cannot overrule")] {
        let mut events = facility(&game, control);
        events.push(asked(&game, "japan", Ask::Object(PLEDGE, project)));
        let model = built(&game, &view(&game, "japan", &events));
        assert!(model.question.contains("Steel"), "{}", model.question);
        let card = model.cards.iter().find(|card| card.value == Answer::Yes).unwrap();
        assert!(card.about.contains(words), "{}", card.about);
        assert_eq!(figures(&model, Answer::Yes).len(), if control == "joint_veto" { 1 } else { 2 });
        let matter = model.matter.unwrap();
        let whole = matter.lines.iter().find(|line| line.label == "For you").unwrap();
        assert!(whole.figure.starts_with('\u{2212}'), "{matter:?}");
    }
}

#[test]
fn overruling_costs_the_trust_of_the_other() {
    let game = game(Knowledge::Advisor);
    let mut events = facility(&game, "us_consults");
    events.push(asked(&game, "us", Ask::Overrule(PLEDGE, ProjectId(7))));
    let view = view(&game, "us", &events);
    let model = built(&game, &view);
    let was = view.position.trust[party(&game, "japan")][view.seat];
    let now = was + game.rules.projects.overruled;
    assert_eq!(
        figures(&model, Answer::Yes),
        [("Trust of Japan in you".to_owned(), format!("{was} \u{2192} {now}"))]
    );
}

fn promise(game: &Game, terms: &[(&str, &str)], delayed: bool) -> (IssueId, Vec<Event>) {
    let mut events = pact(game, terms);
    let issue = term(game, "tariff_japan", "p10").0;
    events.push(Event::Promised(Obligation {
        pact: PactId(0),
        issue,
        by: party(game, "us"),
        due: Round(1),
        delayed,
        status: ObligationStatus::Owed,
    }));
    events.push(asked(game, "us", Ask::Deliver(PactId(0), issue)));
    (issue, events)
}

#[test]
fn a_breach_is_dearer_where_the_pact_gave_backing() {
    let game = game(Knowledge::Advisor);
    let standing = |terms: &[(&str, &str)]| {
        let model = built(&game, &view(&game, "us", &promise(&game, terms, false).1));
        let lines = figures(&model, Answer::Break);
        assert!(lines.iter().any(|(label, _)| label.starts_with("Trust of China")), "{lines:?}");
        assert!(lines.iter().any(|(label, _)| label.starts_with("If Japan withdraws")), "{lines:?}");
        assert!(model.cards.iter().any(|card| card.about.contains("may then withdraw")));
        lines.iter().find(|(label, _)| label == "Your standing").unwrap().1.clone()
    };
    let plain = standing(&[("tariff_japan", "p10"), ("defence", "early_2")]);
    let backed = standing(&[("tariff_japan", "p10"), ("defence", "early_2"), ("backing", "named")]);
    assert_ne!(plain, backed);
}

#[test]
fn a_promise_is_put_off_once() {
    let game = game(Knowledge::Advisor);
    for delayed in [false, true] {
        let (_, events) = promise(&game, &[("tariff_japan", "p10"), ("defence", "early_2")], delayed);
        let model = built(&game, &view(&game, "us", &events));
        let card = model.cards.iter().find(|card| card.value == Answer::Delay).unwrap();
        assert_eq!(card.off.is_some(), delayed);
    }
}

#[test]
fn nobody_can_withdraw_after_the_last_round() {
    let game = game(Knowledge::Advisor);
    let (_, events) = promise(&game, &[("tariff_japan", "p10"), ("defence", "early_2")], false);
    let mut seen = view(&game, "us", &events);
    seen.position.round = game.level.last_round();
    let model = built(&game, &seen);
    let card = model.cards.iter().find(|card| card.value == Answer::Break).unwrap();
    assert!(card.about.contains("last round"), "{}", card.about);
    assert!(!figures(&model, Answer::Break).iter().any(|(label, _)| label.contains("withdraws")));
}

fn threat(game: &Game, mediator: Option<PartyId>) -> Vec<Event> {
    let (issue, option) = term(game, "facility", "f550");
    let from = game.level.issue(issue).start;
    vec![
        Event::Threatened(Standing {
            threat: ThreatId(0),
            rung: 2,
            demand: Some(Demand { issue, option, from }),
            due: Some(Round(1)),
            mediator,
            climbed: Round(1),
        }),
        asked(game, "us", Ask::CarryOut(ThreatId(0))),
    ]
}

#[test]
fn carrying_out_stands_against_backing_down() {
    let game = game(Knowledge::Advisor);
    let cost = |mediator| {
        let model = built(&game, &view(&game, "us", &threat(&game, mediator)));
        let done = figures(&model, Answer::Yes);
        assert!(done[0].0 == "For you" && done[1].0.starts_with("For Japan"), "{done:?}");
        let ladder = model.ladder.as_ref().unwrap();
        assert_eq!(ladder.steps.len(), 4);
        assert_eq!(ladder.facts.len(), if mediator.is_some() { 3 } else { 2 });
        figures(&model, Answer::No)[0].1.clone()
    };
    let china = party(&game, "china");
    assert_ne!(cost(None), cost(Some(china)));
}

#[test]
fn while_another_party_is_asked_there_is_nothing_to_answer() {
    let game = game(Knowledge::Advisor);
    let mut events = facility(&game, "us_consults");
    events.push(asked(&game, "us", Ask::Place(PLEDGE)));
    let model = built(&game, &view(&game, "japan", &events));
    assert!(model.waiting.is_some_and(|text| text.contains("United States")));
    assert!(model.cards.is_empty() && model.asked.is_none());
}

fn pass(ctx: &Context, events: Vec<Input>, mut draw: impl FnMut(&mut Ui)) -> FullOutput {
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0)));
    let input = RawInput { screen_rect, events, focused: true, ..RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| draw(ui));
    output.textures_delta.clear();
    output
}

fn press(key: Key) -> Vec<Input> {
    vec![Input::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }]
}

#[test]
fn a_number_chooses_and_enter_gives() {
    let game = game(Knowledge::Advisor);
    let (_, events) = promise(&game, &[("tariff_japan", "p10"), ("defence", "early_2")], false);
    let model = built(&game, &view(&game, "us", &events));
    let words = Words::english();
    let ctx = Context::default();
    theme::install(&ctx, 1.0);
    ctx.enable_accesskit();
    let room = Room { rect: Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0)), covered: false };
    let draw = |events: Vec<Input>, chosen: Option<Answer>| {
        let mut wish = None;
        let output = pass(&ctx, events, |ui| {
            let mut inner = room.ui(ui.ctx(), "decision");
            wish = view::draw(&mut inner, &model, &words, chosen, &room).or(wish);
        });
        (wish, output)
    };
    draw(Vec::new(), None);
    assert_eq!(draw(press(Key::Enter), None).0, None, "nothing is given before something is chosen");
    let (wish, output) = draw(press(Key::Num3), None);
    assert_eq!(wish, Some(Wish::Choose(Answer::Break)));
    let nodes = output.platform_output.accesskit_update.unwrap().nodes;
    let cards: Vec<_> =
        nodes.iter().filter(|(_, node)| node.role() == Role::RadioButton).map(|(_, node)| node).collect();
    assert_eq!(cards.len(), 3);
    assert!(cards.iter().all(|node| node.label().is_some_and(|name| name.len() > 5)));
    assert_eq!(draw(press(Key::Enter), Some(Answer::Break)).0, Some(Wish::Give(Answer::Break)));
}

#[test]
fn a_breach_ends_what_rests_on_it() {
    let game = game(Knowledge::Advisor);
    let (issue, option) = term(&game, "tariff_japan", "p10");
    let (rests, _) = term(&game, "defence", "early_2");
    let (_, mut events) = promise(&game, &[("tariff_japan", "p10"), ("defence", "early_2")], false);
    let start = game.level.issue(issue).start;
    assert_ne!(start, option);
    let test = Test::InForce { issue, from: start, to: start };
    let clause = Clause { issue: rests, when: When::LapsesIf(test) };
    for event in &mut events {
        if let Event::InForce { package, .. } = event {
            package.agree(clause);
        }
    }
    let model = built(&game, &view(&game, "us", &events));
    let card = model.cards.iter().find(|card| card.value == Answer::Break).unwrap();
    assert!(card.about.contains("Defence spending"), "{}", card.about);
}
