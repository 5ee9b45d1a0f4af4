//! Speed of keeping games: reading a record, playing it again, and writing it.
//!
//! `cargo bench --no-default-features --bench keep` runs it; README.md has figures with the machine named.

#![allow(missing_docs, reason = "the macro of criterion writes functions without documentation")]
#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rare_terms::play::Match;
use rare_terms::rules::record::read;

#[path = "../tests/it/long_game.rs"]
mod long_game;

fn keep(bench: &mut Criterion) {
    let record = long_game::twelve_rounds();
    let text = record.to_text(0);
    println!("a finished game of twelve rounds: {} entries, {} bytes", record.entries.len(), text.len());
    bench.bench_function("keep: read a finished game of twelve rounds", |b| {
        b.iter(|| black_box(read("long.game", text.as_bytes()).expect("it is whole")));
    });
    bench.bench_function("keep: load and replay a finished game of twelve rounds", |b| {
        b.iter(|| {
            let reading = read("long.game", text.as_bytes()).expect("it is whole");
            black_box(Match::resume(reading.record).expect("it plays").scores())
        });
    });
    bench.bench_function("keep: write a finished game of twelve rounds", |b| {
        b.iter(|| black_box(record.to_text(0)));
    });
}

criterion_group!(benches, keep);
criterion_main!(benches);
