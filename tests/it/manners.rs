//! How opponents of every difficulty and character behave at the table, whoever they meet.

use rare_terms::opponents::{Difficulty, Opponent, Strategy, characters};
use rare_terms::play::Match;
use rare_terms::rules::command::{Command, Reason};
use rare_terms::rules::event::{Event, PactStatus};
use rare_terms::rules::ids::{PartyId, PartySet, Round};
use rare_terms::rules::package::Package;
use rare_terms::rules::position::Phase;
use rare_terms::view::View;

use crate::random::{Dice, random_command};
use crate::support::{Setting, amount, full, settings};

/// Every difficulty, and every character at the default one.
fn strategies() -> Vec<Strategy> {
    let tiers = Difficulty::ALL.into_iter().map(Strategy::from);
    let characters = characters().iter().map(|c| Strategy::Tier(Difficulty::Diplomat, Some(c)));
    tiers.chain(characters).collect()
}

/// Games of strategies by turns, some seats of which play at random; each command is shown before it is given.
fn watch(mut look: impl FnMut(&Setting, Strategy, &View, &Command)) {
    let all = strategies();
    for (number, setting) in settings().iter().enumerate() {
        for round in 0..amount(1, 8) {
            let strategy = all[(number + round * 5) % all.len()];
            // Games that are played out in the head take long; in a short run they are played at the smallest table.
            if strategy.looks_ahead() && setting.game.level.id != "tutorial" && !full() {
                continue;
            }
            let seed = 2_000 + (number * 100 + round) as u64;
            let mut dice = Dice::new(seed);
            let mut played = Match::new(setting.game.clone(), seed);
            let wild = PartySet::first((number + round) % 2);
            let mut minds: Vec<Box<dyn Opponent>> = setting
                .game
                .level
                .everyone()
                .iter()
                .map(|p| strategy.opponent_within(played.temper(p), 4))
                .collect();
            let mut steps = 0;
            while let Some(seat) = played.waiting_for().iter().next() {
                steps += 1;
                assert!(steps < 5_000, "{}, {}: no end", setting.name, strategy.id());
                let command = match wild.has(seat) {
                    true => random_command(&setting.game, played.view(seat), &mut dice),
                    false => {
                        let command = minds[seat.index()].act(&setting.game, played.view(seat));
                        look(setting, strategy, played.view(seat), &command);
                        command
                    }
                };
                let refused = played.command(seat, command.clone()).err();
                assert_eq!(refused, None, "{}, {}: {command:?}", setting.name, strategy.id());
            }
            pacts_are_few(setting, &played);
        }
    }
}

/// Of the same parties no two pacts of a round both take effect on an issue, and news tells of each.
fn pacts_are_few(setting: &Setting, played: &Match) {
    let truth = played.truth();
    for pact in truth.pacts.iter().filter(|pact| pact.status != PactStatus::Void) {
        let same = truth.pacts.iter().filter(|p| p.parties == pact.parties && p.signed == pact.signed);
        assert!(same.count() <= 3, "{}: {:?} sign and sign", setting.name, pact.parties);
        let told = |seat: PartyId| {
            let log = &played.view(seat).log;
            log.iter().any(|event| matches!(event, Event::Signed(signed) if signed.id == pact.id))
        };
        assert!(setting.game.level.everyone().iter().all(told), "{}: a secret pact", setting.name);
    }
}

/// Packages of a seat that were refused by some parties and since which nothing was signed.
fn refused(view: &View, parties: PartySet) -> Vec<Package> {
    let since = view.log.iter().rposition(|event| matches!(event, Event::Signed(_))).unwrap_or(0);
    let mut refused = Vec::new();
    for (at, event) in view.log.iter().enumerate().skip(since) {
        if let Event::Offered(offer) = event
            && offer.from == view.seat
            && offer.proposal.parties == parties
            && view.log[at..]
                .iter()
                .any(|e| matches!(e, Event::Declined { offer: id, .. } if *id == offer.id))
        {
            refused.push(offer.proposal.package.clone());
        }
    }
    refused
}

#[test]
fn opponents_have_manners() {
    let (mut asked, mut put, mut repeated) = (0, 0, 0);
    watch(|setting, strategy, view, command| {
        let place = || format!("{}, {}: {command:?}", setting.name, strategy.id());
        let at = &view.position;
        match command {
            Command::Decline { offer, reason } => {
                let reason = reason.unwrap_or_else(|| panic!("{}: a bare refusal", place()));
                if let Reason::TooLittle { ask: Some((issue, option)) } = reason {
                    asked += 1;
                    let offered = &at.offer(*offer).expect("it is on the table").proposal.package;
                    assert_ne!(offered.option(issue), Some(option), "{} is offered already", place());
                }
            }
            Command::Propose { proposal, answers } => {
                put += 1;
                if let Some(offer) = answers.and_then(|id| at.offer(id)) {
                    assert_ne!(offer.proposal, *proposal, "{}: it puts what it refuses", place());
                }
                let same_round = at.offers.iter().any(|offer| {
                    offer.from == view.seat && offer.made == at.round && offer.proposal == *proposal
                });
                assert!(!same_round, "{}: twice in a round", place());
                let last = !(at.round.0 + 1..=setting.game.level.last_round().0)
                    .any(|round| setting.game.seating(Round(round), proposal.parties).is_some());
                let terms = |package: &Package| package.terms().collect::<Vec<_>>();
                let known = refused(view, proposal.parties);
                if known.iter().any(|package| terms(package) == terms(&proposal.package)) {
                    repeated += 1;
                    assert!(last, "{}: refused before, and nothing has changed", place());
                }
            }
            Command::Pass => assert_eq!(at.phase, Phase::Talks, "{}", place()),
            _ => {}
        }
    });
    println!(
        "{put} proposals, {repeated} of them again at the last stop; {asked} refusals that ask for something"
    );
    assert!(put > 100 && asked > 10, "too few to tell");
}
