//! Clauses, questions and answers, promises and threats.

use super::*;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::command::{Answer, Ask, Measure, Rung};
use crate::rules::ids::{PledgeId, ProjectId, ThreatId};

const PLEDGE: PledgeId = PledgeId(0);
const THREAT: ThreatId = ThreatId(0);

fn issue(game: &Game, name: &str) -> IssueId {
    game.level.issue_named(name).unwrap()
}

fn standing(game: &Game, rung: u8) -> Standing {
    let (issue, options) = &game.level.threat(THREAT).demands[0];
    let demand = Demand { issue: *issue, option: options[0], from: OptionId(0) };
    Standing {
        threat: THREAT,
        rung,
        demand: (rung > 0).then_some(demand),
        due: (rung > 1).then_some(Round(4)),
        mediator: None,
        climbed: Round(3),
    }
}

fn owed(game: &Game) -> Obligation {
    let issue = issue(game, "minerals");
    let status = ObligationStatus::Owed;
    Obligation { pact: PactId(0), issue, by: JAPAN, due: Round(4), delayed: false, status }
}

/// What can happen with what binds.
pub(super) fn events(game: &Game) -> Vec<Event> {
    let (pact, minerals) = (PactId(0), issue(game, "minerals"));
    let entry = |cause| {
        let amount = Amount::whole(-100);
        Event::Booked(Entry { party: JAPAN, interest: InterestId(0), amount, cause, round: Round(3) })
    };
    let lapse = |option, cause| Event::Lapsed { pact, issue: minerals, option, cause };
    let mut all = vec![
        Event::TookEffect { pact, issue: minerals, option: OptionId(1) },
        lapse(OptionId(0), LapseCause::Condition),
        lapse(OptionId(0), LapseCause::Sunset),
        lapse(OptionId(1), LapseCause::Broken(JAPAN)),
        lapse(OptionId(0), LapseCause::Failed(US)),
        lapse(OptionId(1), LapseCause::SnapBack(US)),
        Event::Tranche { pledge: PLEDGE, money: 100 },
        Event::Placed { pledge: PLEDGE, project: ProjectId(0), runs: Round(4) },
        Event::Placed { pledge: PLEDGE, project: ProjectId(1), runs: Round(400) },
        Event::Paid { pledge: PLEDGE, funder: 3, host: 4 },
        entry(EntryCause::Project(PLEDGE, ProjectId(0))),
        entry(EntryCause::Cash(PLEDGE)),
        Event::Promised(owed(game)),
    ];
    let status = [
        ObligationStatus::Owed,
        ObligationStatus::Kept,
        ObligationStatus::Delayed,
        ObligationStatus::Broken,
        ObligationStatus::Failed,
        ObligationStatus::Released,
    ];
    all.extend(status.map(|status| Event::Delivered { pact, issue: minerals, status, due: Round(5) }));
    all.extend([
        entry(EntryCause::Breach(pact, minerals)),
        entry(EntryCause::Undelivered(pact, minerals)),
        Event::Threatened(standing(game, 0)),
        Event::Threatened(standing(game, 1)),
        Event::Threatened(standing(game, 2)),
        Event::Mediated { threat: THREAT, by: PartyId(2) },
        Event::ThreatEnded { threat: THREAT, end: ThreatEnd::Met },
        Event::ThreatEnded { threat: THREAT, end: ThreatEnd::BackedDown },
        Event::ThreatEnded { threat: THREAT, end: ThreatEnd::CarriedOut },
        entry(EntryCause::CarriedOut(THREAT)),
        entry(EntryCause::BackedDown(THREAT)),
        entry(EntryCause::GaveIn(THREAT)),
        entry(EntryCause::Mediation(THREAT)),
    ]);
    let control = issue(game, "control");
    let consults = game.level.issue(control).options.iter().position(|option| option.id == "us_consults");
    let consults = OptionId::from_index(consults.unwrap());
    all.push(Event::TookEffect { pact, issue: control, option: consults });
    for (ask, answers) in questions(game) {
        for party in [US, JAPAN] {
            all.push(Event::Asked { party, ask });
            all.extend(answers.iter().map(|answer| Event::Answered { party, ask, answer: *answer }));
        }
    }
    all
}

fn questions(game: &Game) -> Vec<(Ask, Vec<Answer>)> {
    let project = ProjectId(0);
    let all = vec![
        (Ask::Place(PLEDGE), vec![Answer::Project(None), Answer::Project(Some(project))]),
        (Ask::Object(PLEDGE, project), vec![Answer::No, Answer::Yes]),
        (Ask::Overrule(PLEDGE, project), vec![Answer::No, Answer::Yes]),
        (Ask::Deliver(PactId(0), issue(game, "minerals")), vec![Answer::Keep, Answer::Delay, Answer::Break]),
        (Ask::CarryOut(THREAT), vec![Answer::No, Answer::Yes]),
    ];
    let asks: Vec<Ask> = all.iter().map(|(ask, _)| *ask).collect();
    every_variant!(asks; Ask::Place(_), Ask::Object(..), Ask::Overrule(..), Ask::Deliver(..), Ask::CarryOut(_));
    let answers: Vec<Answer> = all.iter().flat_map(|(_, answers)| answers.clone()).collect();
    every_variant!(answers;
        Answer::Project(_), Answer::Yes, Answer::No, Answer::Keep, Answer::Delay, Answer::Break,
    );
    all
}

/// A position under the full rule book in which something of each kind binds.
fn bound(game: &Game, rung: u8) -> Position {
    let mut at = Position::new(game);
    let mut signed = pact(game);
    let control = issue(game, "control");
    let package = signed.package.take().unwrap().with(control, OptionId(1));
    let package = package.with(issue(game, "backing"), OptionId(2));
    signed.package = Some(package.clone());
    for event in [
        Event::RoundBegan(Round(3)),
        Event::Signed(signed),
        Event::InForce { pact: PactId(0), package },
        Event::Promised(owed(game)),
        Event::Tranche { pledge: PLEDGE, money: 200 },
        Event::Placed { pledge: PLEDGE, project: ProjectId(1), runs: Round(3) },
        Event::Placed { pledge: PLEDGE, project: ProjectId(2), runs: Round(5) },
        Event::Paid { pledge: PLEDGE, funder: 3, host: 4 },
        Event::Threatened(standing(game, rung)),
    ] {
        at.apply(game, &event);
    }
    at
}

#[test]
fn what_binds_is_told_with_what_it_costs() {
    let (words, game) = (Words::english(), full());
    let mut book = Vec::new();
    for rung in 0..=2 {
        let mut at = bound(&game, rung);
        if rung == 2 {
            at.apply(&game, &Event::Mediated { threat: THREAT, by: PartyId(2) });
        }
        let teller = Teller::new(&words, &game, &at, Some(US));
        book.push(teller.standing_threat(at.threat(THREAT).unwrap()));
        book.extend(teller.ladder(THREAT));
        let (issue, options) = &game.level.threat(THREAT).demands[0];
        let demand = Rung::Demand(*issue, options[0]);
        for step in [Rung::Signal, demand, Rung::Deadline, Rung::BackDown, Rung::Mediate] {
            book.push(teller.measure_with_cost(US, Measure::Threat(THREAT, step)));
        }
    }
    let at = bound(&game, 2);
    let teller = Teller::new(&words, &game, &at, Some(JAPAN));
    for (ask, answers) in questions(&game) {
        for party in [US, JAPAN] {
            book.push(teller.question(party, ask));
            book.extend(answers.iter().map(|answer| teller.reply_with_cost(party, ask, *answer)));
        }
    }
    book.push(teller.measure_with_cost(US, Measure::Break(issue(&game, "minerals"))));
    book.push(teller.measure_with_cost(US, Measure::SnapBack(PactId(0))));
    book.push(teller.obligation(&owed(&game)));
    book.push(teller.obligation(&Obligation { delayed: true, ..owed(&game) }));
    book.extend(teller.pledged(PLEDGE, &at.pledges[0]));
    book.extend(teller.pledged(PLEDGE, &Position::new(&game).pledges[0]));
    let rules = &game.level.pledge(PLEDGE).governance.1;
    book.extend(rules.iter().flatten().map(|rule| teller.governance(PLEDGE, *rule)));
    book.push(teller.project_about(PLEDGE, ProjectId(0)));
    book.iter().for_each(|text| sound(text));
    insta::assert_snapshot!(unfigured(&book.join("\n")));
}

#[test]
fn clauses_say_when_a_term_counts() {
    let (words, game) = (Words::english(), full());
    let at = Position::new(&game);
    let teller = Teller::new(&words, &game, &at, Some(JAPAN));
    let (minerals, on) = (issue(&game, "minerals"), issue(&game, "tariff_japan"));
    let (tariff, name) = (teller.issue(on), |option: u16| teller.option(on, OptionId(option)));
    let test = |from, to| Test::InForce { issue: on, from: OptionId(from), to: OptionId(to) };
    assert_eq!(teller.test(test(1, 1)), format!("{tariff} is {}", name(1)));
    assert_eq!(teller.test(test(1, 3)), format!("{tariff} is {} or {} or {}", name(1), name(2), name(3)));
    let pact = Test::Pact([US, JAPAN].into_iter().collect());
    assert_eq!(teller.test(pact), "a pact of the United States and you stands");
    let mut package = Package::empty().with(minerals, OptionId(1)).with(on, OptionId(1));
    package.agree(Clause { issue: minerals, when: When::TakesEffectIf(test(0, 0)) });
    package.agree(Clause { issue: minerals, when: When::Until(Round(5)) });
    package.agree(Clause { issue: on, when: When::LapsesIf(Test::Pact(game.level.everyone())) });
    let (mineral, place) = (teller.term(minerals, OptionId(1)), &game.level.rounds[4].name);
    let told = teller.package(&package);
    for part in [
        format!("{mineral}, takes effect if {tariff} is {}, until round 5 ({place})", name(0)),
        format!(
            "{}, lapses if a pact of the United States, you and China stands",
            teller.term(on, OptionId(1))
        ),
    ] {
        assert!(told.contains(&part), "missing: {part}\n{told}");
    }
    part(&told);
    let clause = package.clauses()[0];
    sound(&teller.clause(clause));
    assert_eq!(teller.clauses(&Package::empty(), minerals), None);
}

#[test]
fn long_ranges_of_options_are_told_by_their_ends() {
    let words = Words::english();
    let game = Library::default().game("three_party_pie", None, None).unwrap();
    let at = Position::new(&game);
    let teller = Teller::new(&words, &game, &at, None);
    let count = |issue: &IssueId| game.level.issue(*issue).options.len();
    let issue = game.level.issue_ids().max_by_key(count).unwrap();
    let last = u16::try_from(count(&issue)).unwrap() - 1;
    assert!(last >= 5);
    let name = |option: u16| teller.option(issue, OptionId(option));
    let told = |from, to| teller.test(Test::InForce { issue, from: OptionId(from), to: OptionId(to) });
    let pie = teller.issue(issue);
    assert_eq!(told(0, 3), format!("{pie} is {} or what comes before it in the list", name(3)));
    assert_eq!(told(1, last), format!("{pie} is {} or what comes after it in the list", name(1)));
    let between = format!("{pie} is {}, {} or what comes between them in the list", name(1), name(4));
    assert_eq!(told(1, 4), between);
}

#[test]
fn money_has_its_sign_in_front_and_its_unit_behind() {
    let (words, game) = (Words::english(), full());
    let at = Position::new(&game);
    let teller = Teller::new(&words, &game, &at, None);
    assert_eq!(teller.money(PLEDGE, 550), "$550 bn");
    assert_eq!(teller.money(PledgeId(99), 5), "5");
}
