//! Offers and answers alone: what is agreed is what everyone asked for, and equal draws give equal sessions.

use rare_terms::opponents::Strategy;
use rare_terms::opponents::sessions::{Bidder, ONE, Sessions};
use rare_terms::rules::chance::Chance;
use rare_terms::rules::game::Game;
use rare_terms::rules::payoff::Table;
use rare_terms::rules::referee;
use rare_terms::rules::standpoint::Standpoint;

use crate::drawn::{self, Draw, Points};
use crate::support::amount;

fn sessions(game: &Game) -> (Table, Sessions) {
    let (at, _) = referee::open(game, Chance::new(0));
    let table = Table::whole(&Standpoint::new(game, &at), game.level.everyone());
    let sessions = Sessions::new(game, &table).expect("there is something to put");
    (table, sessions)
}

fn bidders(names: [&str; 3], rounds: u16) -> Vec<Bidder> {
    let named = |name: &str| Strategy::named(name).expect("it is there");
    names.into_iter().map(|name| Bidder::of(named(name), 5, rounds).expect("it bids")).collect()
}

#[test]
fn nobody_signs_below_what_it_has_without_and_draws_decide_all() {
    let game = drawn::game(3, &[4, 4, 4, 4], 2, Points::Apart, 11);
    let (_, sessions) = sessions(&game);
    let mut agreed = 0;
    for names in [["boulware"; 3], ["linear", "conceder", "boulware"], ["diplomat", "newcomer", "envoy"]] {
        let bidders = bidders(names, 40);
        for seed in 0..u64::try_from(amount(100, 2_000)).expect("it is small") {
            let play = || {
                let mut draws = Draw(seed);
                sessions
                    .play(&bidders, |below| u32::try_from(draws.below(below.into())).expect("it is below"))
            };
            let session = play();
            assert_eq!(session, play());
            for (worth, reservation) in session.worth.iter().zip(&session.reservation) {
                assert!(worth >= reservation, "{names:?}: {session:?}");
                assert!((0..=ONE).contains(worth));
            }
            agreed += u32::from(session.agreed.is_some());
        }
    }
    assert!(agreed > 100, "{agreed} agreed");
}

/// Three who concede alike sign in the first round in which some package reaches what all of them ask for, if whoever bids puts the one that it
/// has to: told by another way than ranks.
#[test]
fn what_is_signed_reaches_what_each_asked_for() {
    let game = drawn::game(3, &[3, 3, 3], 1, Points::Apart, 4);
    let (table, sessions) = sessions(&game);
    let mut all: Vec<[i64; 4]> = Vec::new();
    let untouched = table.untouched();
    table.for_each(&game, |rows, payoff| {
        if rows != untouched {
            all.push(*payoff);
        }
    });
    let range = |party: usize| {
        let own = || all.iter().map(|payoff| payoff[party]);
        (own().min().expect("some"), own().max().expect("some"))
    };
    let share = |party: usize, points: i64| {
        let (least, most) = range(party);
        (points - least) as f64 / (most - least) as f64
    };
    let rounds = 30;
    let bidders = bidders(["linear"; 3], rounds);
    for seed in 0..60 {
        let mut draws = Draw(seed);
        let session =
            sessions.play(&bidders, |below| u32::try_from(draws.below(below.into())).expect("it is below"));
        let asks = |round: u16, party: usize| {
            let reservation = f64::from(session.reservation[party]) / f64::from(ONE);
            reservation + (1.0 - reservation) * (1.0 - f64::from(round) / f64::from(rounds))
        };
        // A rank is a step of a millionth: what lies that near may go either way.
        let near = 1e-4;
        let reached = |round: u16, slack: f64| {
            let fits = |payoff: &[i64; 4]| (0..3).all(|p| share(p, payoff[p]) >= asks(round, p) + slack);
            all.iter().any(fits)
        };
        let signed = session.agreed.unwrap_or(rounds);
        for round in 1..signed {
            let put = |p: usize| {
                let enough = all.iter().filter(|payoff| share(p, payoff[p]) >= asks(round, p) + near);
                enough.min_by_key(|payoff| payoff[p])
            };
            let taken = |payoff: &[i64; 4]| (0..3).all(|p| share(p, payoff[p]) >= asks(round, p) + near);
            assert!(!(0..3).filter_map(put).any(taken), "{seed}: round {round} and not {signed}");
        }
        if session.agreed.is_some() {
            assert!(reached(signed, -near), "{seed}: nothing reaches what was asked for in {signed}");
        }
    }
}
