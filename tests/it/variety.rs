//! Random play reaches everything that the rules can do: a rule that nobody ever meets is not tested.

use std::collections::BTreeMap;

use rare_terms::rules::clause::{Test, When};
use rare_terms::rules::command::{Answer, Ask, Command, Measure, Rung};
use rare_terms::rules::event::{
    EntryCause, Event, LapseCause, ObligationStatus, PactStatus, SupportCause, ThreatEnd,
};

use crate::support::{amount, finished};

/// Counts what was met, by name.
#[derive(Default)]
struct Met(BTreeMap<&'static str, usize>);

impl Met {
    fn note(&mut self, name: &'static str) {
        *self.0.entry(name).or_default() += 1;
    }

    fn expect(&self, names: &[&str]) {
        println!("{:?}", self.0);
        let missing: Vec<&&str> = names.iter().filter(|name| !self.0.contains_key(**name)).collect();
        assert!(missing.is_empty(), "never met in {} games: {missing:?}", finished().len());
    }
}

fn event(event: &Event) -> &'static str {
    match event {
        Event::Opened { .. } => "opened",
        Event::RoundBegan(_) => "round began",
        Event::IssueMoved { .. } => "issue moved",
        Event::Happened(_) => "happened",
        Event::Booked(_) => "booked",
        Event::SupportMoved { .. } => "support moved",
        Event::CapitalMoved { .. } => "capital moved",
        Event::StockMoved { .. } => "stock moved",
        Event::CapacityFunded { .. } => "capacity funded",
        Event::TalksBegan => "talks began",
        Event::Turn(_) => "turn",
        Event::Offered(_) => "offered",
        Event::Accepted { .. } => "accepted",
        Event::Declined { .. } => "declined",
        Event::Withdrawn(_) => "withdrawn",
        Event::Expired(_) => "expired",
        Event::Spoke { .. } => "spoke",
        Event::Passed(_) => "passed",
        Event::Signed(_) => "signed",
        Event::MeasuresBegan => "measures began",
        Event::MeasurePicked { .. } => "measure picked",
        Event::MeasureRevealed { .. } => "measure revealed",
        Event::LobbyMoved { .. } => "lobby moved",
        Event::Voted(_) => "voted",
        Event::Voided { .. } => "voided",
        Event::InForce { .. } => "in force",
        Event::TookEffect { .. } => "took effect",
        Event::Lapsed { .. } => "lapsed",
        Event::Asked { .. } => "asked",
        Event::Answered { .. } => "answered",
        Event::Tranche { .. } => "tranche",
        Event::Placed { .. } => "placed",
        Event::Paid { .. } => "paid",
        Event::Promised(_) => "promised",
        Event::Delivered { .. } => "delivered",
        Event::Threatened(_) => "threatened",
        Event::Mediated { .. } => "mediated",
        Event::ThreatEnded { .. } => "threat ended",
        Event::TrustMoved { .. } => "trust moved",
        Event::Backed(_) => "backed",
        Event::Collapsed(_) => "collapsed",
        Event::RoundEnded(_) => "round ended",
        Event::Ended => "ended",
    }
}

const EVENTS: [&str; 43] = [
    "opened",
    "round began",
    "issue moved",
    "happened",
    "booked",
    "support moved",
    "capital moved",
    "stock moved",
    "capacity funded",
    "talks began",
    "turn",
    "offered",
    "accepted",
    "declined",
    "withdrawn",
    "expired",
    "spoke",
    "passed",
    "signed",
    "measures began",
    "measure picked",
    "measure revealed",
    "lobby moved",
    "voted",
    "voided",
    "in force",
    "took effect",
    "lapsed",
    "asked",
    "answered",
    "tranche",
    "placed",
    "paid",
    "promised",
    "delivered",
    "threatened",
    "mediated",
    "threat ended",
    "trust moved",
    "backed",
    "collapsed",
    "round ended",
    "ended",
];

#[test]
fn random_play_meets_every_event() {
    let mut met = Met::default();
    for game in finished() {
        game.played.log().iter().for_each(|e| met.note(event(e)));
    }
    met.expect(&EVENTS);
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Nothing => "nothing",
        Measure::Move { .. } => "move",
        Measure::Lobby(_) => "lobby",
        Measure::BuildStock(_) => "build stock",
        Measure::FundCapacity(_) => "fund capacity",
        Measure::Threat(_, Rung::Signal) => "signal",
        Measure::Threat(_, Rung::Demand(..)) => "demand",
        Measure::Threat(_, Rung::Deadline) => "deadline",
        Measure::Threat(_, Rung::BackDown) => "back down",
        Measure::Threat(_, Rung::Mediate) => "mediate",
        Measure::Break(_) => "break",
        Measure::SnapBack(_) => "snap back",
    }
}

#[test]
fn random_play_picks_every_measure_and_gives_every_answer() {
    let mut met = Met::default();
    for game in finished() {
        for order in game.played.record().orders() {
            match &order.command {
                Command::Act(picked) => met.note(measure(*picked)),
                Command::Answer(answer) => met.note(match answer {
                    Answer::Project(None) => "no project",
                    Answer::Project(Some(_)) => "project",
                    Answer::Yes => "yes",
                    Answer::No => "no",
                    Answer::Keep => "keep",
                    Answer::Delay => "delay",
                    Answer::Break => "break a promise",
                }),
                _ => {}
            }
        }
        for event in game.played.log() {
            if let Event::Asked { ask, .. } = event {
                met.note(match ask {
                    Ask::Place(_) => "asked to place",
                    Ask::Object(..) => "asked to object",
                    Ask::Overrule(..) => "asked to overrule",
                    Ask::Deliver(..) => "asked to deliver",
                    Ask::CarryOut(_) => "asked to carry out",
                });
            }
        }
    }
    met.expect(&[
        "nothing",
        "move",
        "lobby",
        "build stock",
        "fund capacity",
        "signal",
        "demand",
        "deadline",
        "back down",
        "mediate",
        "break",
        "snap back",
        "no project",
        "project",
        "yes",
        "no",
        "keep",
        "delay",
        "break a promise",
        "asked to place",
        "asked to object",
        "asked to overrule",
        "asked to deliver",
        "asked to carry out",
    ]);
}

#[test]
fn random_play_ends_promises_threats_terms_and_pacts_in_every_way() {
    let mut met = Met::default();
    for game in finished() {
        for event in game.played.log() {
            match event {
                Event::Lapsed { cause, .. } => met.note(match cause {
                    LapseCause::Condition => "by its condition",
                    LapseCause::Sunset => "by sunset",
                    LapseCause::Broken(_) => "by a breach",
                    LapseCause::Failed(_) => "by failure",
                    LapseCause::SnapBack(_) => "by snap-back",
                }),
                Event::ThreatEnded { end, .. } => met.note(match end {
                    ThreatEnd::Met => "met",
                    ThreatEnd::BackedDown => "backed down",
                    ThreatEnd::CarriedOut => "carried out",
                }),
                Event::Delivered { status, .. } => met.note(match status {
                    ObligationStatus::Delayed => "delayed",
                    ObligationStatus::Kept => "kept",
                    ObligationStatus::Broken => "broken",
                    ObligationStatus::Failed => "failed",
                    ObligationStatus::Owed => "delivered as owed",
                    ObligationStatus::Released => "delivered as released",
                }),
                Event::Booked(entry) => met.note(booked(entry.cause)),
                Event::SupportMoved { cause, .. } => met.note(match cause {
                    SupportCause::Happening(_) => "support by an event",
                    SupportCause::Ratified(_) => "support for a pact",
                    SupportCause::Failed(_) => "support lost by a vote",
                    SupportCause::Backing(_) => "support by backing",
                    SupportCause::Shortage(_) => "support lost by a shortage",
                    SupportCause::Drift => "drift",
                }),
                Event::InForce { package, .. } => {
                    for clause in package.clauses() {
                        met.note(match clause.when {
                            When::TakesEffectIf(Test::InForce { .. }) => "takes effect by an issue",
                            When::TakesEffectIf(Test::Pact(_)) => "takes effect by a pact",
                            When::LapsesIf(Test::InForce { .. }) => "lapses by an issue",
                            When::LapsesIf(Test::Pact(_)) => "lapses by a pact",
                            When::Until(_) => "until",
                        });
                    }
                }
                _ => {}
            }
        }
        let end = game.played.truth();
        for owed in &end.obligations {
            match owed.status {
                ObligationStatus::Owed => met.note("still owed"),
                ObligationStatus::Released => met.note("released"),
                _ => {}
            }
        }
        for pact in &end.pacts {
            met.note(match pact.status {
                PactStatus::Signed => "signed at the end",
                PactStatus::Stands => "stands",
                PactStatus::Void => "void",
                PactStatus::Ended => "ended",
            });
        }
        if end.pending.iter().any(Option::is_some) {
            met.note("pending at the end");
        }
    }
    met.expect(&[
        "by its condition",
        "by sunset",
        "by a breach",
        "by failure",
        "by snap-back",
        "met",
        "backed down",
        "carried out",
        "delayed",
        "kept",
        "broken",
        "failed",
        "released",
        "stands",
        "void",
        "ended",
        "pending at the end",
        "takes effect by an issue",
        "takes effect by a pact",
        "lapses by an issue",
        "lapses by a pact",
        "until",
        "support by an event",
        "support for a pact",
        "support lost by a vote",
        "support by backing",
        "support lost by a shortage",
        "drift",
        "event points",
        "flow",
        "shortage",
        "failed vote",
        "collapse",
        "credit",
        "project points",
        "cash",
        "breach",
        "undelivered",
        "threat carried out",
        "threat backed down",
        "gave in",
        "mediation",
    ]);
    // A game is over only when nothing is left open.
    for name in ["signed at the end", "still owed", "delivered as owed", "delivered as released"] {
        assert!(!met.0.contains_key(name), "{name}");
    }
    assert!(met.0["by a breach"] >= amount(10, 100), "too few to tell");
}

fn booked(cause: EntryCause) -> &'static str {
    match cause {
        EntryCause::Happening(_) => "event points",
        EntryCause::Flow(..) => "flow",
        EntryCause::Shortage(_) => "shortage",
        EntryCause::FailedVote(_) => "failed vote",
        EntryCause::Collapse => "collapse",
        EntryCause::Credit(_) => "credit",
        EntryCause::Project(..) => "project points",
        EntryCause::Cash(_) => "cash",
        EntryCause::Breach(..) => "breach",
        EntryCause::Undelivered(..) => "undelivered",
        EntryCause::CarriedOut(_) => "threat carried out",
        EntryCause::BackedDown(_) => "threat backed down",
        EntryCause::GaveIn(_) => "gave in",
        EntryCause::Mediation(_) => "mediation",
    }
}
