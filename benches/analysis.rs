//! Speed of the analysis: frontier and all solution points together, for tables of several sizes.
//!
//! `cargo bench --no-default-features --bench analysis` runs it; README.md has figures with the machine named.

#![allow(missing_docs, reason = "the macro of criterion writes functions without documentation")]
#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use rare_terms::analysis::{Analysis, Survey, advice, solutions, table};
use rare_terms::rules::chance::Chance;
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{PartyId, PartySet};
use rare_terms::rules::referee;
use rare_terms::rules::standpoint::Standpoint;

#[path = "../tests/it/base_table.rs"]
#[allow(dead_code, reason = "the other benchmark uses the rest of it")]
mod base_table;
#[path = "../tests/it/drawn.rs"]
mod drawn;

use drawn::Points;

/// The frontier of a table, and what every rule picks of it.
fn measure(bench: &mut Criterion, name: &str, game: &Game) {
    let (at, _) = referee::open(game, Chance::new(0));
    let standpoint = Standpoint::new(game, &at);
    let table = table(&standpoint, game.level.everyone());
    let no_deal = standpoint.no_deal();
    let mut group = bench.benchmark_group("frontier");
    group.sample_size(10).measurement_time(Duration::from_secs(4));
    group.bench_function(name, |b| {
        b.iter(|| {
            let survey = Survey::of(game, black_box(&table), &no_deal);
            let found = solutions(&survey);
            black_box((survey, found))
        });
    });
    group.finish();
}

fn frontiers(bench: &mut Criterion) {
    let three: [(&str, &[usize]); 4] = [
        ("1,024 packages", &[4, 4, 4, 4, 4]),
        ("10,000 packages", &[10, 10, 10, 10]),
        ("62,208 packages", &[4, 4, 3, 3, 3, 3, 4, 4, 3]),
        ("100,000 packages", &[10, 10, 10, 10, 10]),
    ];
    for (name, sizes) in three {
        measure(bench, name, &drawn::game(3, sizes, 3, Points::Apart, 7));
    }
    measure(bench, "Tokyo base table, 62,208 packages", &base_table::base_game(false));
    let million: &[usize] = &[10, 10, 10, 10, 10, 20];
    measure(bench, "two million packages", &drawn::game(3, million, 3, Points::Apart, 7));
    measure(bench, "two million packages, four parties", &drawn::game(4, million, 3, Points::Apart, 7));
    let tenth: &[usize] = &[10, 10, 10, 10, 10];
    measure(bench, "100,000 packages, all on the frontier", &drawn::game(3, tenth, 0, Points::Shared, 7));
    measure(
        bench,
        "100,000, four parties, all on the frontier",
        &drawn::game(4, tenth, 0, Points::Shared, 7),
    );
}

fn whole(bench: &mut Criterion) {
    let game = base_table::game("tokyo_2025", "standard");
    let (at, _) = referee::open(&game, Chance::new(0));
    let standpoint = Standpoint::new(&game, &at);
    let mut group = bench.benchmark_group("analysis");
    group.sample_size(10);
    group.bench_function("Tokyo standard, everything about everyone", |b| {
        b.iter(|| black_box(Analysis::of(&standpoint, game.level.everyone())));
    });
    group.finish();
}

/// What the table works out once for each position and set of partners, and at every change of the draft.
fn advised(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("advice");
    group.sample_size(20);
    for rules in ["standard", "full"] {
        let game = base_table::game("tokyo_2025", rules);
        let (at, _) = referee::open(&game, Chance::new(0));
        let standpoint = Standpoint::new(&game, &at);
        let (us, japan) = (PartyId(0), PartyId(1));
        for (name, parties) in [("everyone", game.level.everyone()), ("two", PartySet::one(us).with(japan))] {
            let found = advice(&standpoint, us, parties, &[], 80);
            let Ok(found) = found else { continue };
            group.bench_function(format!("Tokyo {rules}, packages for {name}"), |b| {
                b.iter(|| black_box(advice(&standpoint, us, parties, &[], 80)));
            });
            let Some(pick) = found.picks.first() else { continue };
            group.bench_function(format!("Tokyo {rules}, changes of a draft for {name}"), |b| {
                b.iter(|| black_box(found.suggestions(&standpoint, &pick.proposal)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, frontiers, whole, advised);
criterion_main!(benches);
