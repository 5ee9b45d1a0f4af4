//! Speed of what the game does most: enumerating the payoff table, judging a package, playing a game.
//!
//! `cargo bench --no-default-features` runs it; README.md has figures with the machine named.

#![allow(missing_docs, reason = "the macro of criterion writes functions without documentation")]
#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rare_terms::import::{Phrases, domain, level};
use rare_terms::opponents::sessions::{Bidder, Sessions};
use rare_terms::opponents::{Difficulty, Strategy};
use rare_terms::play::Match;
use rare_terms::play::auto::{act_once, everywhere, run};
use rare_terms::play::simulate::simulate;
use rare_terms::rules::appraise::appraise;
use rare_terms::rules::chance::Chance;
use rare_terms::rules::check;
use rare_terms::rules::command::Command;
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{PartyId, PartySet, Round};
use rare_terms::rules::package::Proposal;
use rare_terms::rules::payoff::Table;
use rare_terms::rules::position::Phase;
use rare_terms::rules::referee;
use rare_terms::rules::source::Source;
use rare_terms::rules::standpoint::Standpoint;

#[path = "../tests/it/base_table.rs"]
mod base_table;
#[path = "../tests/it/drawn.rs"]
#[allow(dead_code, reason = "the other benchmark uses the rest of it")]
mod drawn;

fn enumerate(bench: &mut Criterion, name: &str, game: &Game) {
    let (at, _) = referee::open(game, Chance::new(0));
    let standpoint = Standpoint::new(game, &at);
    bench.bench_function(name, |b| {
        b.iter(|| {
            let table = Table::whole(&standpoint, game.level.everyone());
            let (mut count, mut sum) = (0u64, 0i64);
            table.for_each(game, |_, payoff| {
                count += 1;
                sum = sum.wrapping_add(payoff[0] ^ payoff[1] ^ payoff[2]);
            });
            black_box((count, sum))
        });
    });
}

fn tables(bench: &mut Criterion) {
    enumerate(bench, "table: base, compile and enumerate 62,208", &base_table::base_game(false));
    enumerate(
        bench,
        "table: Tokyo standard, compile and enumerate 155,520",
        &base_table::game("tokyo_2025", "standard"),
    );
}

fn judgement(bench: &mut Criterion) {
    let game = base_table::game("tokyo_2025", "standard");
    let (at, _) = referee::open(&game, Chance::new(0));
    let standpoint = Standpoint::new(&game, &at);
    for (name, partners, judge, terms) in [
        ("appraise: the Tokyo pact for Japan", [0, 1], 1, base_table::TOKYO.as_slice()),
        ("appraise: the Busan pact for China", [0, 2], 2, base_table::BUSAN.as_slice()),
    ] {
        let parties: PartySet = partners.into_iter().map(PartyId).collect();
        let package = base_table::package(&game.level, terms);
        let proposal = Proposal::plain(&game.level, parties, package);
        bench.bench_function(name, |b| {
            b.iter(|| black_box(appraise(&standpoint, PartyId(judge), &proposal)));
        });
    }
}

fn games(bench: &mut Criterion) {
    let game = Arc::new(base_table::game("tokyo_2025", "standard"));
    let mut seed = 0;
    bench.bench_function("game: Tokyo standard, the default opponent in every seat", |b| {
        b.iter(|| {
            seed += 1;
            let mut played = Match::new(game.clone(), seed);
            let mut opponents = everywhere(&played, Difficulty::default().into());
            run(&mut played, &mut opponents);
            black_box(played.scores())
        });
    });
    let mut group = bench.benchmark_group("simulate");
    group.sample_size(10);
    group.bench_function("simulate: 2,000 Tokyo games with their statistics", |b| {
        b.iter(|| black_box(simulate(&game, 2000, 1, &mut |_| {})));
    });
    group.finish();
}

/// One decision of an opponent that has just woken up, at the first table of Tokyo: it reads the whole log and searches anew.
fn decisions(bench: &mut Criterion) {
    let game = Arc::new(base_table::game("tokyo_2025", "standard"));
    let mut played = Match::new(game.clone(), 7);
    let mut opponents = everywhere(&played, Difficulty::default().into());
    while played.truth().round < Round(2) || played.truth().phase != Phase::Talks {
        act_once(&mut played, &mut opponents);
    }
    let seat = played.waiting_for().iter().next().expect("somebody decides");
    for name in ["newcomer", "diplomat", "envoy", "strategist"] {
        let strategy = Strategy::named(name).expect("it is there");
        bench.bench_function(&format!("opponent: one command of a {name}, woken up"), |b| {
            b.iter(|| black_box(strategy.opponent(played.temper(seat)).act(&game, played.view(seat))));
        });
    }
}

/// The decision of a whole game under the full rules that takes longest, decided once more by an opponent that has just woken up.
fn dearest(bench: &mut Criterion) {
    let (standard, full) = ("standard", "full");
    for (name, rules, tries) in [("diplomat", standard, 5), ("diplomat", full, 5), ("strategist", full, 1)] {
        let game = Arc::new(base_table::game("tokyo_2025", rules));
        let strategy = Strategy::named(name).expect("it is there");
        let mut played = Match::new(game.clone(), 7);
        let mut minds = game.by_party(|party| strategy.opponent(played.temper(party)));
        let mut worst = (Duration::ZERO, played.view(PartyId::from_index(0)).clone());
        let mut in_play = Duration::ZERO;
        while !played.is_over() {
            let seat = played.waiting_for().iter().next().expect("somebody decides");
            let view = played.view(seat).clone();
            let timed = |act: &mut dyn FnMut() -> Command| {
                let began = Instant::now();
                (black_box(act()), began.elapsed())
            };
            // The least of several, so that a pause of the machine is not taken for a dear command.
            let fresh = || timed(&mut || strategy.opponent(played.temper(seat)).act(&game, &view)).1;
            let least = (0..tries).map(|_| fresh()).min().unwrap_or_default();
            let (command, took) = timed(&mut || minds[seat].act(&game, &view));
            in_play = in_play.max(took);
            played.command(seat, command).expect("an opponent does what it may");
            if least > worst.0 {
                worst = (least, view);
            }
        }
        println!("the dearest command of a {name} in play, {rules}, its memory kept: {in_play:?}");
        let (_, view) = worst;
        bench.bench_function(
            &format!("opponent: the dearest command of a {name} in a Tokyo game, {rules}"),
            |b| {
                b.iter(|| black_box(strategy.opponent(played.temper(view.seat)).act(&game, &view)));
            },
        );
    }
}

fn phrases() -> Phrases {
    let word = || "Domain".to_owned();
    Phrases {
        title: word(),
        summary: word(),
        about: String::new(),
        utility: "Utility".to_owned(),
        not_agreed: "Not agreed".to_owned(),
        stop: "Talks".to_owned(),
        dates: vec!["Day 1".to_owned()],
        source: "stylised".to_owned(),
    }
}

/// Offers and answers alone, a hundred rounds of them.
fn sessions(bench: &mut Criterion) {
    let text = include_str!("../tests/oracles/gen_3p_1k.json");
    let domain = domain(&[Source::new("gen_3p_1k.json", text)]).expect("it is a domain");
    let source = Source::new("domain.ron", "");
    let level = check::checked_level(&source, &level(&domain, &phrases())).expect("it is a level");
    let rules = include_str!("../assets/rules/intro.ron");
    let rules = check::rule_book(&Source::new("intro.ron", rules)).expect("it is a rule book");
    let game = Game::new(level, rules, None);
    let (at, _) = referee::open(&game, Chance::new(0));
    let table = Table::whole(&Standpoint::new(&game, &at), game.level.everyone());
    let all = Sessions::new(&game, &table).expect("there is something to put");
    let mut group = bench.benchmark_group("sessions");
    group.throughput(Throughput::Elements(1));
    for name in ["boulware", "diplomat"] {
        let strategy = Strategy::named(name).expect("it is there");
        let bidder = |seed: u64| Bidder::of(strategy, seed, 100).expect("it bids");
        let (mut seed, mut draws) = (0, drawn::Draw(7));
        let mut bidders = [bidder(0), bidder(1), bidder(2)];
        group.bench_function(format!("three of {name}, 100 rounds of gen_3p_1k"), |b| {
            b.iter(|| {
                // A reference concedes alike whatever the seed; of the others each draws how late.
                if name != "boulware" {
                    seed += 3;
                    bidders = [bidder(seed), bidder(seed + 1), bidder(seed + 2)];
                }
                black_box(all.play(&bidders, |below| {
                    u32::try_from(draws.below(i64::from(below))).expect("it is below a u32")
                }))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, tables, judgement, games, decisions, dearest, sessions);
criterion_main!(benches);
