//! Every event, and every cause in one.

use super::*;
use crate::rules::command::{Measure, Reason, Statement};

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
    let mut all = vec![
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
    ];
    all.extend(bound::events(game));
    all.extend([Event::RoundEnded(Round(3)), Event::Ended]);
    all
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
        Event::Collapsed(_), Event::RoundEnded(_), Event::Ended, Event::TookEffect { .. }, Event::Lapsed { .. },
        Event::Asked { .. }, Event::Answered { .. }, Event::Tranche { .. }, Event::Placed { .. }, Event::Paid { .. },
        Event::Promised(_), Event::Delivered { .. }, Event::Threatened(_), Event::Mediated { .. },
        Event::ThreatEnded { .. },
    );
    let entries: Vec<EntryCause> =
        all.iter().filter_map(|e| if let Event::Booked(e) = e { Some(e.cause) } else { None }).collect();
    every_variant!(entries;
        EntryCause::Happening(_), EntryCause::Flow(..), EntryCause::Shortage(_), EntryCause::FailedVote(_),
        EntryCause::Collapse, EntryCause::Credit(_), EntryCause::Project(..), EntryCause::Cash(_),
        EntryCause::Breach(..), EntryCause::Undelivered(..), EntryCause::CarriedOut(_), EntryCause::BackedDown(_),
        EntryCause::GaveIn(_), EntryCause::Mediation(_),
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
