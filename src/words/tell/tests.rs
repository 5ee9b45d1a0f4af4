//! Every variant of what the rules say has a sentence with nothing missing in it.

use std::sync::Arc;

use super::*;
use crate::rules::appraise::{Blocker, Cause, Fix, Line, appraise};
use crate::rules::command::{Command, Measure, Reason, Statement};
use crate::rules::event::*;
use crate::rules::ids::{ByParty, HeadlineId, LinkageId};
use crate::rules::legal::Refusal;
use crate::rules::package::Proposal;
use crate::rules::standpoint::Standpoint;
use crate::storage::Library;

const US: PartyId = PartyId(0);
const JAPAN: PartyId = PartyId(1);

fn tokyo() -> Arc<Game> {
    Library::default().game("tokyo_2025", Some("standard"), None).unwrap()
}

/// Fails to compile when a variant is new, and fails when none of the values is of a variant.
macro_rules! every_variant {
    ($values:expr; $($pattern:pat),+ $(,)?) => {{
        for value in &$values {
            match value { $($pattern => {})+ }
        }
        $(assert!($values.iter().any(|value| matches!(value, $pattern)), "{}", stringify!($pattern));)+
    }};
}

fn sound(text: &str) {
    let first = text.chars().next().unwrap_or(' ');
    assert!(first.is_uppercase() || !first.is_alphabetic(), "no capital letter: {text}");
    part(text);
}

/// What may stand inside a sentence.
fn part(text: &str) {
    assert!(!text.is_empty());
    for sign in ["[", "{", "unknown", "  ", ".."] {
        assert!(!text.contains(sign), "{sign} in: {text}");
    }
}

/// The text with a mark for each figure, so that a level can be balanced without touching what is said.
fn unfigured(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().map(|c| if c.is_numeric() { '#' } else { c }) {
        if c != '#' || !out.ends_with('#') {
            out.push(c);
        }
    }
    out
}

fn proposal(game: &Game) -> Proposal {
    let issue = |name: &str| game.level.issue_named(name).unwrap();
    let package = Package::empty()
        .with(issue("minerals"), OptionId(1))
        .with(issue("tariff_japan"), OptionId(3));
    let parties: PartySet = [US, JAPAN].into_iter().collect();
    let mut proposal = Proposal::plain(&game.level, parties, package);
    proposal.communique.headline = Some(HeadlineId(1));
    proposal
}

fn pact(game: &Game) -> Pact {
    let Proposal { parties, package, communique } = proposal(game);
    Pact {
        id: PactId(0),
        parties,
        issues: package.issues().collect(),
        package: Some(package),
        communique,
        signed: Round(3),
        net: 0,
        status: PactStatus::Signed,
    }
}

fn offer(game: &Game, id: u32) -> Offer {
    Offer {
        id: OfferId(id),
        from: JAPAN,
        proposal: proposal(game),
        answers: (id > 1).then_some(OfferId(1)),
        cable: id == 1,
        made: Round(1),
        agreed: PartySet::one(JAPAN),
        status: OfferStatus::Open,
    }
}

fn events(game: &Game) -> Vec<Event> {
    let (happening, resource, bloc) = (HappeningId(0), ResourceId(0), BlocId(1));
    let issue = game.level.issue_named("tariff_japan").unwrap();
    let entry = |cause, units| {
        Event::Booked(Entry {
            party: JAPAN,
            interest: InterestId(0),
            amount: Amount::whole(units),
            cause,
            round: Round(3),
        })
    };
    let support = |cause, now| Event::SupportMoved { party: JAPAN, now, cause };
    let signed = pact(game);
    let package = signed.package.clone().unwrap();
    let hidden = Pact { id: PactId(1), package: None, ..signed.clone() };
    let vote = Vote {
        pact: PactId(0),
        party: JAPAN,
        swing: 1,
        blocs: vec![(300, 100), (-200, 20)],
        yes: 240,
        quorum: 233,
        passed: true,
    };
    vec![
        Event::Opened { mandates: game.by_party(|_| Some(ArchetypeId(0))) },
        Event::Opened { mandates: game.by_party(|p| (p == JAPAN).then_some(ArchetypeId(0))) },
        Event::Opened { mandates: game.by_party(|_| None) },
        Event::RoundBegan(Round(3)),
        Event::IssueMoved { issue, option: OptionId(0), by: None },
        Event::IssueMoved { issue, option: OptionId(1), by: Some(US) },
        Event::Happened(happening),
        entry(EntryCause::Happening(happening), 300),
        entry(EntryCause::Flow(issue, OptionId(0)), -300),
        entry(EntryCause::Shortage(resource), -150),
        Event::CapitalMoved { party: JAPAN, now: 1 },
        Event::CapitalMoved { party: US, now: 90 },
        Event::StockMoved { resource, now: 150, short: false },
        Event::StockMoved { resource, now: 0, short: true },
        Event::CapacityFunded { resource, from: Round(5) },
        Event::TalksBegan,
        Event::Turn(JAPAN),
        Event::Turn(US),
        Event::Offered(offer(game, 1)),
        Event::Offered(offer(game, 2)),
        Event::Accepted { offer: OfferId(1), by: US },
        Event::Declined { offer: OfferId(2), by: JAPAN, reason: None },
        Event::Declined { offer: OfferId(2), by: JAPAN, reason: Some(Reason::WorseThanNoDeal) },
        Event::Withdrawn(OfferId(1)),
        Event::Expired(OfferId(9)),
        Event::Spoke { by: US, statement: Statement::Priority(issue) },
        Event::Passed(JAPAN),
        Event::Signed(signed),
        Event::Signed(hidden),
        Event::MeasuresBegan,
        Event::MeasurePicked { by: JAPAN, measure: None },
        Event::MeasurePicked { by: JAPAN, measure: Some(Measure::Lobby(bloc)) },
        Event::MeasureRevealed { by: US, measure: Measure::Nothing },
        Event::LobbyMoved { party: JAPAN, bloc, now: 300 },
        Event::Voted(vote.clone()),
        Event::Voted(Vote { passed: false, yes: 200, ..vote }),
        Event::Voided { pact: PactId(0), refused: PartySet::one(JAPAN) },
        entry(EntryCause::FailedVote(PactId(0)), -200),
        entry(EntryCause::Credit(PactId(0)), 100),
        entry(EntryCause::Collapse, -1500),
        support(SupportCause::Happening(happening), 50_00),
        support(SupportCause::Ratified(PactId(0)), 55_00),
        support(SupportCause::Failed(PactId(0)), 40_50),
        support(SupportCause::Backing(issue), 50_00),
        support(SupportCause::Shortage(resource), 48_50),
        support(SupportCause::Drift, 47_50),
        Event::InForce { pact: PactId(0), package },
        Event::TrustMoved { of: US, towards: JAPAN, now: 99 },
        Event::TrustMoved { of: JAPAN, towards: US, now: 1 },
        Event::Backed(Backing { issue, option: OptionId(1), to: JAPAN, round: Round(3), fragility: 55_50 }),
        Event::Collapsed(JAPAN),
        Event::Collapsed(US),
        Event::RoundEnded(Round(3)),
        Event::Ended,
    ]
}

#[test]
fn every_event_is_told() {
    let (words, game) = (Words::english(), tokyo());
    let all = events(&game);
    every_variant!(all;
        Event::Opened { .. }, Event::RoundBegan(_), Event::IssueMoved { .. }, Event::Happened(_), Event::Booked(_),
        Event::SupportMoved { .. }, Event::CapitalMoved { .. }, Event::StockMoved { .. }, Event::CapacityFunded { .. },
        Event::TalksBegan, Event::Turn(_), Event::Offered(_), Event::Accepted { .. }, Event::Declined { .. },
        Event::Withdrawn(_), Event::Expired(_), Event::Spoke { .. }, Event::Passed(_), Event::Signed(_),
        Event::MeasuresBegan, Event::MeasurePicked { .. }, Event::MeasureRevealed { .. }, Event::LobbyMoved { .. },
        Event::Voted(_), Event::Voided { .. }, Event::InForce { .. }, Event::TrustMoved { .. }, Event::Backed(_),
        Event::Collapsed(_), Event::RoundEnded(_), Event::Ended,
    );
    let entries: Vec<EntryCause> =
        all.iter().filter_map(|e| if let Event::Booked(e) = e { Some(e.cause) } else { None }).collect();
    every_variant!(entries;
        EntryCause::Happening(_), EntryCause::Flow(..), EntryCause::Shortage(_), EntryCause::FailedVote(_),
        EntryCause::Collapse, EntryCause::Credit(_),
    );
    let causes: Vec<SupportCause> = all
        .iter()
        .filter_map(|e| if let Event::SupportMoved { cause, .. } = e { Some(*cause) } else { None })
        .collect();
    every_variant!(causes;
        SupportCause::Happening(_), SupportCause::Ratified(_), SupportCause::Failed(_), SupportCause::Backing(_),
        SupportCause::Shortage(_), SupportCause::Drift,
    );
    let mut book = String::new();
    for reader in [None, Some(JAPAN)] {
        let mut story = Story::new(&game, reader);
        for event in &all {
            let text = story.tell(&words, &game, event);
            sound(&text);
            book += &text;
            book.push('\n');
        }
        book.push('\n');
    }
    insta::assert_snapshot!(unfigured(&book));
}

#[test]
fn every_command_measure_statement_and_reason_is_told() {
    let (words, game) = (Words::english(), tokyo());
    let at = Position::new(&game);
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
    ];
    every_variant!(measures;
        Measure::Nothing, Measure::Move { .. }, Measure::Lobby(_), Measure::BuildStock(_), Measure::FundCapacity(_),
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
        Command::TimeUp,
    ];
    every_variant!(commands;
        Command::Propose { .. }, Command::Accept(_), Command::Decline { .. }, Command::Withdraw(_), Command::Speak(_),
        Command::Pass, Command::Act(_), Command::TimeUp,
    );
    let mut book: Vec<String> = reasons.iter().map(|reason| teller.reason(JAPAN, *reason)).collect();
    book.extend(statements.iter().map(|statement| teller.statement(JAPAN, *statement)));
    book.extend(measures.iter().map(|measure| teller.measure_with_cost(JAPAN, *measure)));
    book.extend(commands.iter().map(|command| teller.command(JAPAN, command)));
    book.iter().for_each(|text| sound(text));
    insta::assert_snapshot!(book.join("\n"));
}

fn refusals() -> Vec<Refusal> {
    let (issue, option) = (IssueId(1), OptionId(1));
    use Refusal::*;
    let all = vec![
        Over, WrongPhase, NotYourTurn, Done, Collapsed, Stale, Unknown, Parties, Empty, Idle(issue), Consent(issue),
        Held(issue, PactId(0)), Reserved(issue), InPerson(issue), RedLine(issue, option), Constraint(0), Constraint(99),
        Credit, Headline, NoOffersLeft, NoSpeechesLeft, Capital { cost: 2 }, TooLate, NoSuchOffer, NotYet, NotHere,
        NotControlled(issue), Announced(issue), NoSuchMeasure,
    ];
    every_variant!(all;
        Over, WrongPhase, NotYourTurn, Done, Collapsed, Stale, Unknown, Parties, Empty, Idle(_), Consent(_), Held(..),
        Reserved(_), InPerson(_), RedLine(..), Constraint(_), Credit, Headline, NoOffersLeft, NoSpeechesLeft,
        Capital { .. }, TooLate, NoSuchOffer, NotYet, NotHere, NotControlled(_), Announced(_), NoSuchMeasure,
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
        Cause::Resource(ResourceId(0)),
        Cause::Happening(HappeningId(0)),
        Cause::Credit,
    ];
    every_variant!(causes;
        Cause::NoDeal, Cause::Issue(_), Cause::Linkage(_), Cause::Resource(_), Cause::Happening(_), Cause::Credit,
    );
    book.extend(causes.map(|cause| teller.line(&Line { cause, points: -game.level.per_point() })));
    let change = (IssueId(0), Some(OptionId(3)));
    book.push(teller.blocker(&Blocker { what: Refusal::Constraint(0), cleared_by: Vec::new() }));
    let what = Refusal::RedLine(IssueId(2), OptionId(3));
    book.push(teller.blocker(&Blocker { what, cleared_by: vec![change, (IssueId(2), None)] }));
    for cost in [-50, 0, 500] {
        let (cost, worth) = (cost * game.level.percent, game.level.per_point() * 2);
        book.push(teller.fix(&Fix { issue: change.0, option: change.1, worth, cost }, US, JAPAN));
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
    ];
    for text in texts {
        assert!(!text.is_empty() && !text.contains('['), "{text}");
    }
}
