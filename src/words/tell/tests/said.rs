//! Commands, refusals and judgements, and figures in them.

use super::*;
use crate::rules::appraise::{Blocker, Cause, Fix, Line, appraise};
use crate::rules::command::{Answer, Command, Measure, Reason, Rung, Statement};
use crate::rules::ids::{ByParty, LinkageId, PledgeId, ThreatId};
use crate::rules::legal::Refusal;
use crate::rules::standpoint::Standpoint;

#[test]
fn every_command_measure_statement_and_reason_is_told() {
    let (words, game) = (Words::english(), tokyo());
    let mut at = Position::new(&game);
    let signed = pact(&game);
    let package = signed.package.clone().unwrap();
    let held = package.issues().next().unwrap();
    at.apply(&game, &Event::Signed(signed));
    at.apply(&game, &Event::InForce { pact: PactId(0), package });
    let offers = [OfferId(1)];
    let teller = Teller::new(&words, &game, &at, Some(JAPAN)).numbered(&offers);
    let (issue, option, offer) = (IssueId(0), OptionId(1), OfferId(1));
    let reasons = [
        Reason::RedLine(issue, option),
        Reason::Chamber { chances: 40, pivotal: BlocId(2) },
        Reason::WorseThanNoDeal,
        Reason::TooLittle { ask: None },
        Reason::TooLittle { ask: Some((issue, option)) },
        Reason::NothingToGain,
        Reason::NotHere,
    ];
    every_variant!(reasons;
        Reason::RedLine(..), Reason::Chamber { .. }, Reason::WorseThanNoDeal, Reason::TooLittle { .. },
        Reason::NothingToGain, Reason::NotHere,
    );
    let statements = [
        Statement::Priority(issue),
        Statement::Wants(issue, option),
        Statement::Refuses(issue, option),
        Statement::NothingWorks(US, Reason::NotHere),
    ];
    every_variant!(statements;
        Statement::Priority(_), Statement::Wants(..), Statement::Refuses(..), Statement::NothingWorks(..),
    );
    let measures = [
        Measure::Nothing,
        Measure::Move { issue, steps: 2 },
        Measure::Lobby(BlocId(0)),
        Measure::BuildStock(ResourceId(0)),
        Measure::FundCapacity(ResourceId(0)),
        Measure::Threat(ThreatId(0), Rung::Signal),
        Measure::Break(held),
        Measure::SnapBack(PactId(0)),
    ];
    every_variant!(measures;
        Measure::Nothing, Measure::Move { .. }, Measure::Lobby(_), Measure::BuildStock(_), Measure::FundCapacity(_),
        Measure::Threat(..), Measure::Break(_), Measure::SnapBack(_),
    );
    let commands = [
        Command::Propose { proposal: proposal(&game), answers: None },
        Command::Propose { proposal: proposal(&game), answers: Some(offer) },
        Command::Accept(offer),
        Command::Decline { offer, reason: None },
        Command::Decline { offer, reason: Some(Reason::NothingToGain) },
        Command::Withdraw(offer),
        Command::Speak(Statement::Priority(issue)),
        Command::Pass,
        Command::Act(Measure::Nothing),
        Command::Answer(Answer::Yes),
        Command::TimeUp,
    ];
    every_variant!(commands;
        Command::Propose { .. }, Command::Accept(_), Command::Decline { .. }, Command::Withdraw(_), Command::Speak(_),
        Command::Pass, Command::Act(_), Command::Answer(_), Command::TimeUp,
    );
    let mut book: Vec<String> = reasons.iter().map(|reason| teller.reason(JAPAN, *reason)).collect();
    book.extend(statements.iter().map(|statement| teller.statement(JAPAN, *statement)));
    let whose = |measure: &Measure| if matches!(measure, Measure::SnapBack(_)) { US } else { JAPAN };
    book.extend(measures.iter().map(|measure| teller.measure_with_cost(whose(measure), *measure)));
    book.extend(commands.iter().map(|command| teller.command(JAPAN, command)));
    book.iter().for_each(|text| sound(text));
    insta::assert_snapshot!(book.join("\n"));
}

fn refusals() -> Vec<Refusal> {
    let (issue, option) = (IssueId(1), OptionId(1));
    use Refusal::*;
    let all = vec![
        Over,
        WrongPhase,
        NotYourTurn,
        Done,
        Collapsed,
        Stale,
        Unknown,
        Parties,
        Empty,
        Idle(issue),
        Consent(issue),
        Held(issue, PactId(0)),
        Reserved(issue),
        InPerson(issue),
        RedLine(issue, option),
        Constraint(0),
        Constraint(99),
        Credit,
        Headline,
        NoOffersLeft,
        NoSpeechesLeft,
        Capital { cost: 2 },
        TooLate,
        NoSuchOffer,
        NotYet,
        NotHere,
        NotControlled(issue),
        Announced(issue),
        NoSuchMeasure,
        NotInPlay(issue),
        TooManyClauses { most: 0 },
        TooManyClauses { most: 1 },
        TooManyClauses { most: 3 },
        ClauseTerm(issue),
        ClauseFixed(issue),
        ClauseTwice(issue),
        ClauseCircle(issue),
        ClauseContradiction(issue),
        ClauseIdle(issue),
        Entangled(issue),
        NotAsked,
        NoSuchProject,
        NoDelay,
        NoSuchRung(ThreatId(0)),
        NoBreach(PactId(0)),
        NothingToTakeBack,
        SeenByOthers,
        Telling,
    ];
    every_variant!(all;
        Over, WrongPhase, NotYourTurn, Done, Collapsed, Stale, Unknown, Parties, Empty, Idle(_), Consent(_), Held(..),
        Reserved(_), InPerson(_), RedLine(..), Constraint(_), Credit, Headline, NoOffersLeft, NoSpeechesLeft,
        Capital { .. }, TooLate, NoSuchOffer, NotYet, NotHere, NotControlled(_), Announced(_), NoSuchMeasure,
        NotInPlay(_), TooManyClauses { .. }, ClauseTerm(_), ClauseFixed(_), ClauseTwice(_), ClauseCircle(_),
        ClauseContradiction(_), ClauseIdle(_), Entangled(_), NotAsked, NoSuchProject, NoDelay, NoSuchRung(_), NoBreach(_),
        NothingToTakeBack, SeenByOthers, Telling,
    );
    all
}

#[test]
fn every_refusal_says_what_helps() {
    let (words, game) = (Words::english(), tokyo());
    let mut at = Position::new(&game);
    at.apply(&game, &Event::Signed(pact(&game)));
    let teller = Teller::new(&words, &game, &at, Some(JAPAN));
    let book: Vec<String> = refusals().into_iter().map(|refusal| teller.refusal(refusal)).collect();
    book.iter().for_each(|text| sound(text));
    insta::assert_snapshot!(book.join("\n"));
    // A pie's issues shut each other out.
    let pie = Library::default().game("three_party_pie", None, None).unwrap();
    let at = Position::new(&pie);
    let teller = Teller::new(&words, &pie, &at, None);
    sound(&teller.refusal(Refusal::Constraint(0)));
}

#[test]
fn judgements_are_told_line_by_line() {
    let (words, game) = (Words::english(), tokyo());
    let mut at = Position::new(&game);
    at.mandates[JAPAN] = Some(ArchetypeId(0));
    at.apply(&game, &Event::RoundBegan(Round(3)));
    let teller = Teller::new(&words, &game, &at, Some(JAPAN));
    let standpoint = Standpoint::new(&game, &at);
    let mut book = Vec::new();
    for party in [JAPAN, US] {
        let appraisal = appraise(&standpoint, party, &proposal(&game));
        book.push(teller.total(&appraisal));
        book.extend(appraisal.lines.iter().map(|line| teller.line(line)));
        let forecast = appraisal.ratification.unwrap();
        book.push(teller.forecast(&forecast));
        book.extend(teller.bloc_views(&forecast));
    }
    let causes = [
        Cause::NoDeal,
        Cause::Issue(IssueId(0)),
        Cause::Linkage(LinkageId(0)),
        Cause::Columns,
        Cause::Resource(ResourceId(0)),
        Cause::Happening(HappeningId(0)),
        Cause::Credit,
        Cause::Pledge(PledgeId(0)),
        Cause::Threat(ThreatId(0)),
        Cause::Delivery(IssueId(0)),
    ];
    every_variant!(causes;
        Cause::NoDeal, Cause::Issue(_), Cause::Linkage(_), Cause::Columns, Cause::Resource(_), Cause::Happening(_), Cause::Credit,
        Cause::Pledge(_), Cause::Threat(_), Cause::Delivery(_),
    );
    book.extend(causes.map(|cause| teller.line(&Line { cause, points: -game.level.per_point() })));
    let change = (IssueId(0), Some(OptionId(3)));
    book.push(teller.blocker(&Blocker { what: Refusal::Constraint(0), cleared_by: Vec::new() }));
    let control = game.level.issue_named("control").unwrap();
    let what = Refusal::RedLine(control, OptionId(3));
    book.push(teller.blocker(&Blocker { what, cleared_by: vec![change, (control, None)] }));
    for cost in [-50, 0, 500] {
        let (cost, worth) = (cost * game.level.percent, game.level.per_point() * 2);
        let fix = Fix { issue: change.0, option: change.1, worth, cost };
        book.push(teller.fix(&fix, US, JAPAN));
        book.push(teller.fix_cost(&fix, JAPAN));
    }
    book.push(teller.band(US, -3 * game.level.per_point(), 5 * game.level.per_point()));
    book.push(teller.band(US, 500, 500));
    book.push(teller.no_vote(JAPAN));
    book.push(capital(teller.term_change(IssueId(0), OptionId(0))));
    book.iter().for_each(|text| sound(text));
    insta::assert_snapshot!(unfigured(&book.join("\n")));
}

#[test]
fn chances_show_no_more_than_they_know() {
    let (words, game) = (Words::english(), tokyo());
    let at = Position::new(&game);
    let teller = Teller::new(&words, &game, &at, None);
    for (some, told) in [
        (0, "cannot pass"),
        (9, "passes less than 1 time in 10"),
        (10, "passes 1 time in 10"),
        (85, "passes 8 times in 10"),
        (99, "passes 9 times in 10"),
        (100, "passes for certain"),
    ] {
        assert_eq!(teller.chance(some, 100), told);
    }
    assert_eq!(teller.share(35, 100), "3 in 10");
    assert_eq!([teller.share(0, 9), teller.share(9, 9)], ["none", "all"]);
    assert_eq!(teller.points(game.level.per_point()), "1 point");
    assert_eq!(teller.change(-game.level.per_point() * 5 / 2), "\u{2212}2.5 points");
    assert!(!teller.points(i64::MIN).is_empty());
}

#[test]
fn ids_that_the_level_does_not_have_are_told_too() {
    let (words, game) = (Words::english(), tokyo());
    let at = Position::new(&game);
    let teller = Teller::new(&words, &game, &at, Some(JAPAN));
    let (party, issue, option) = (PartyId(200), IssueId(200), OptionId(9000));
    let resource = ResourceId(200);
    let texts = [
        teller.term_change(issue, option),
        teller.term(IssueId(0), option),
        teller.pact(PactId(u32::MAX)),
        teller.bloc(party, BlocId(7)),
        teller.event(&Event::Turn(party)),
        teller.event(&Event::StockMoved { resource, now: 1, short: false }),
        teller.event(&Event::TrustMoved { of: party, towards: party, now: 1 }),
        teller.event(&Event::Happened(HappeningId(250))),
        teller.event(&Event::Opened { mandates: ByParty(vec![Some(ArchetypeId(99)); 9]) }),
        teller.measure(JAPAN, Measure::Move { issue, steps: 255 }),
        teller.measure(party, Measure::Lobby(BlocId(200))),
        teller.refusal(Refusal::Consent(issue)),
        teller.refusal(Refusal::NoSuchRung(ThreatId(200))),
        teller.measure_with_cost(JAPAN, Measure::Threat(ThreatId(200), Rung::Deadline)),
        teller.measure_with_cost(JAPAN, Measure::Threat(ThreatId(200), Rung::BackDown)),
        teller.measure_with_cost(JAPAN, Measure::Break(issue)),
        teller.measure_with_cost(JAPAN, Measure::SnapBack(PactId(99))),
    ];
    for text in texts {
        assert!(!text.is_empty() && !text.contains('['), "{text}");
    }
}
