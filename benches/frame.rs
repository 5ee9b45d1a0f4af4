//! What a frame costs while a draft is edited: the models of all screens, the toolkit's pass and its triangles. What the graphics card
//! does is not counted.
//!
//! `cargo bench --bench frame` runs it; README.md has figures with the machine named.

#![allow(missing_docs, reason = "the macro of criterion writes functions without documentation")]
#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::{App, State};
use bevy_egui::EguiPrimaryContextPass;
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Context, Event, FullOutput, Key, Modifiers, Pos2, RawInput, Rect, vec2};
use criterion::{Criterion, criterion_group, criterion_main};
use rare_terms::opponents::Difficulty;
use rare_terms::rules::ids::PartyId;
use rare_terms::screens::{Inbox, Intent, Screen, offscreen};
use rare_terms::session::{Session, Setup};
use rare_terms::theme;

#[path = "../tests/it/base_table.rs"]
#[allow(dead_code, reason = "the other benchmarks use the rest of it")]
mod base_table;

struct Stage {
    app: App,
    ctx: Context,
}

impl Stage {
    fn new() -> Self {
        let ctx = Context::default();
        theme::install(&ctx, 1.0);
        ctx.enable_accesskit();
        let mut stage = Self { app: offscreen(&ctx), ctx };
        // Fonts take effect with the next frame.
        stage.drawn(Vec::new());
        stage
    }

    fn frame(&mut self, events: Vec<Event>) -> FullOutput {
        self.app.update();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            events,
            focused: true,
            ..RawInput::default()
        };
        let ctx = self.ctx.clone();
        let world = self.app.world_mut();
        ctx.run_ui(input, |_| world.run_schedule(EguiPrimaryContextPass))
    }

    fn key(&mut self, key: Key) {
        for pressed in [true, false] {
            let modifiers = Modifiers::NONE;
            let event = Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            black_box(self.drawn(vec![event]));
        }
    }

    /// A frame with its triangles.
    fn drawn(&mut self, events: Vec<Event>) -> usize {
        let mut output = self.frame(events);
        // There is no renderer to take the letters' pictures.
        output.textures_delta.clear();
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }

    fn screen(&self) -> Screen {
        *self.app.world().resource::<State<Screen>>().get()
    }

    /// Lets opponents think until nothing is in the air.
    fn rest(&mut self) {
        loop {
            let _ = self.drawn(Vec::new());
            let session = self.app.world().get_resource::<Session>();
            if !session.is_some_and(Session::busy) {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Tokyo at its first talks under the full rules, with all issues of the pact of three on the draft.
fn table() -> Stage {
    let mut stage = Stage::new();
    let game = Arc::new(base_table::game("tokyo_2025", "full"));
    let setup = Setup::solo(game, PartyId(1), Difficulty::default(), 7);
    stage.app.world_mut().resource_mut::<Inbox<Intent>>().put(Some(Intent::Begin(setup)));
    while stage.screen() != Screen::Table {
        stage.rest();
        stage.key(Key::Enter);
    }
    stage.key(Key::Num3);
    stage.rest();
    stage.key(Key::T);
    stage.rest();
    stage
}

fn frames(bench: &mut Criterion) {
    let mut stage = table();
    bench
        .bench_function("frame: the table of Tokyo, nothing changes", |b| b.iter(|| stage.drawn(Vec::new())));
    let mut stage = table();
    while !on_a_term(&mut stage) {}
    let mut there = false;
    bench.bench_function(
        "frame: the table of Tokyo, a term of the draft changes in every second frame",
        |b| {
            b.iter(|| {
                there = !there;
                stage.key(if there { Key::ArrowRight } else { Key::ArrowLeft });
            });
        },
    );
}

/// Moves the focus on; whether it is now on a term that can be changed.
fn on_a_term(stage: &mut Stage) -> bool {
    stage.key(Key::Tab);
    let Some(update) = stage.frame(Vec::new()).platform_output.accesskit_update else { return false };
    update.nodes.iter().any(|(id, node)| *id == update.focus && node.role() == Role::SpinButton)
}

criterion_group!(benches, frames);
criterion_main!(benches);
