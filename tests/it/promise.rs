//! A projection is a promise: what an appraisal says is what happens if nothing more is signed.
//!
//! In games without chance, where whoever is asked answers as a projection supposes.

use rare_terms::play::Match;
use rare_terms::rules::appraise::{Appraisal, Cause, appraise};
use rare_terms::rules::event::{Event, PactStatus};
use rare_terms::rules::ids::Points;
use rare_terms::rules::package::Proposal;
use rare_terms::rules::position::Phase;
use rare_terms::rules::standpoint::Standpoint;

use crate::calm::{calm, sign, sit_out};
use crate::random::random_proposal;
use crate::support::{Setting, amount, book, levels, midway};

/// What was kept, and what could not be seen.
#[derive(Default, Debug)]
struct Kept {
    no_deals: usize,
    proposals: usize,
    with_clauses: usize,
    void: usize,
}

#[test]
fn what_an_appraisal_promises_is_what_happens_if_nothing_more_is_signed() {
    let mut kept = Kept::default();
    for level in levels() {
        for rules in ["intro", "standard", "full"] {
            for chambers in [false, true] {
                let setting = calm(&level, book(rules), chambers);
                let games = if rules == "full" { amount(40, 800) } else { amount(20, 300) };
                for mut play in midway(&setting, games, 0x99) {
                    let seed = play.played.record().head.seed;
                    let at = play.played.truth();
                    let settled = at.signed().next().is_none();
                    match at.phase {
                        Phase::Talks if settled => {
                            no_deal(&setting, &play.played, &mut kept);
                            for seat in play.played.waiting_for().iter() {
                                let view = play.played.view(seat);
                                let legal = view.legal(&setting.game);
                                let Some(bargain) = play.dice.pick(&legal.bargains).cloned() else {
                                    continue;
                                };
                                let proposal = random_proposal(&setting.game, view, &bargain, &mut play.dice);
                                if let Some(proposal) = proposal {
                                    promised(&setting, &play.played, &proposal, seed, &mut kept);
                                }
                            }
                        }
                        // What has been picked in secret is still to come.
                        Phase::Measures if settled && at.picked.is_empty() => {
                            no_deal(&setting, &play.played, &mut kept);
                        }
                        Phase::Reckoning if settled => {
                            no_deal(&setting, &play.played, &mut kept);
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    println!("{kept:?}");
    assert!(kept.proposals > 100 && kept.with_clauses > 20, "too few to tell");
}

/// No deal is what comes if nobody does anything more.
fn no_deal(setting: &Setting, played: &Match, kept: &mut Kept) {
    let before = played.truth();
    let mut nothing = played.clone();
    sit_out(&mut nothing);
    assert_eq!(
        nothing.scores(),
        Standpoint::new(&setting.game, before).no_deal(),
        "{}, seed {}: no deal from {:?} of round {:?}, asked {:?}\n{}",
        setting.name,
        played.record().head.seed,
        before.phase,
        before.round,
        before.asked,
        course(played, &nothing)
    );
    kept.no_deals += 1;
}

/// What is promised of a proposal comes about once it is signed and nothing more is done.
fn promised(setting: &Setting, played: &Match, proposal: &Proposal, seed: u64, kept: &mut Kept) {
    let game = &setting.game;
    let before = played.truth();
    let mut after = played.clone();
    if !sign(&mut after, proposal) {
        return;
    }
    let number = after.truth().pacts.len() - 1;
    sit_out(&mut after);
    if after.truth().pacts[number].status == PactStatus::Void {
        kept.void += 1;
        return;
    }
    kept.proposals += 1;
    kept.with_clauses += usize::from(!proposal.package.clauses().is_empty());
    let standpoint = Standpoint::new(game, before);
    for party in game.level.everyone().iter() {
        let promised = appraise(&standpoint, party, proposal);
        // All promises are kept here, so what is feared to be lost of them is not.
        assert_eq!(
            after.scores()[party.index()],
            promised.total - feared(&promised),
            "{}, seed {seed}: {proposal:?} in round {:?} for {party:?}: {:#?}\n{}",
            setting.name,
            before.round,
            promised.lines,
            course(played, &after)
        );
    }
}

/// How things stood, and what happened after that.
fn course(before: &Match, after: &Match) -> String {
    let at = before.truth();
    let pacts = at.pacts.iter().filter(|pact| pact.status == PactStatus::Stands);
    let mut lines: Vec<String> = pacts.map(|p| format!("{:?}: {:?}", p.id, p.package)).collect();
    lines.push(format!("in force {:?}\nheld {:?}\npending {:?}", at.in_force, at.holder, at.pending));
    lines.push(format!("threats {:?}\npledges {:?}\nstocks {:?}", at.threats, at.pledges, at.stocks));
    let quiet = |e: &&Event| {
        !matches!(
            e,
            Event::SupportMoved { .. }
                | Event::CapitalMoved { .. }
                | Event::Turn(_)
                | Event::Passed(_)
                | Event::MeasurePicked { .. }
                | Event::MeasureRevealed { .. }
                | Event::LobbyMoved { .. }
        )
    };
    lines.extend(after.log()[before.log().len()..].iter().filter(quiet).map(|e| format!("{e:?}")));
    lines.join("\n")
}

fn feared(appraisal: &Appraisal) -> Points {
    let doubts = appraisal.lines.iter().filter(|line| matches!(line.cause, Cause::Delivery(_)));
    doubts.map(|line| line.points).sum()
}
