//! All screens, drawn without a window, and what is to be read on them.

use bevy::prelude::{App, State};
use bevy_egui::EguiPrimaryContextPass;
use bevy_egui::egui::accesskit::{Node, Role};
use bevy_egui::egui::{
    Context, Event, FullOutput, Key, Modifiers, Pos2, RawInput, Rect, Shape, Vec2, pos2, vec2,
};

use crate::screens::{Inbox, Intent, Screen, offscreen};
use crate::session::{Session, Setup};
use crate::theme;

/// The window without a window.
pub(super) struct Stage {
    pub(super) app: App,
    pub(super) ctx: Context,
    /// How large the window is, in points.
    pub(super) size: Vec2,
}

impl Stage {
    pub(super) fn new() -> Self {
        Self::with(|_| {})
    }

    /// The same with something besides, before the first frame.
    pub(super) fn with(add: impl FnOnce(&mut App)) -> Self {
        let ctx = Context::default();
        theme::install(&ctx, 1.0);
        ctx.enable_accesskit();
        let mut stage = Self { app: offscreen(&ctx), ctx, size: vec2(1440.0, 900.0) };
        add(&mut stage.app);
        stage.frame(Vec::new());
        stage
    }

    /// One frame: what was asked for is carried out, then everything is drawn, with this input.
    pub(super) fn frame(&mut self, events: Vec<Event>) -> Picture {
        self.app.update();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            events,
            focused: true,
            ..RawInput::default()
        };
        let ctx = self.ctx.clone();
        let world = self.app.world_mut();
        let mut output = ctx.run_ui(input, |_| world.run_schedule(EguiPrimaryContextPass));
        // There is no renderer to take the letters' pictures.
        output.textures_delta.clear();
        Picture(output)
    }

    /// A key is pressed and let go; the picture after it was carried out.
    pub(super) fn press(&mut self, key: Key, modifiers: Modifiers) -> Picture {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)])
    }

    pub(super) fn key(&mut self, key: Key) -> Picture {
        self.press(key, Modifiers::NONE)
    }

    /// Goes from thing to thing until the keyboard is on the one of this name.
    pub(super) fn go_to(&mut self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..120 {
            let focused = self.key(Key::Tab).focused().unwrap_or_default();
            if focused == name {
                // What has just got the focus holds on to its keys from the next frame on.
                self.frame(Vec::new());
                return;
            }
            passed.push(focused);
        }
        panic!("{name} is not among {passed:?}");
    }

    pub(super) fn type_in(&mut self, text: &str) -> Picture {
        self.frame(vec![Event::Text(text.to_owned())]);
        self.frame(Vec::new())
    }

    pub(super) fn begin(&mut self, setup: Setup) -> Picture {
        self.ask(Intent::Begin(setup));
        self.frame(Vec::new())
    }

    pub(super) fn ask<I: Send + Sync + 'static>(&mut self, wish: I) {
        self.app.world_mut().resource_mut::<Inbox<I>>().put(Some(wish));
    }

    pub(super) fn screen(&self) -> Screen {
        *self.app.world().resource::<State<Screen>>().get()
    }

    pub(super) fn session(&self) -> &Session {
        self.app.world().resource::<Session>()
    }
}

/// What was drawn in a frame.
pub(super) struct Picture(FullOutput);

impl Picture {
    fn nodes(&self) -> Vec<Node> {
        let update = self.0.platform_output.accesskit_update.as_ref();
        update.map(|update| update.nodes.iter().map(|(_, node)| node.clone()).collect()).unwrap_or_default()
    }

    /// All that can be read or heard: words drawn, and what a screen reader is told.
    pub(super) fn words(&self) -> Vec<String> {
        let mut all = Vec::new();
        self.0.shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut all));
        for node in self.nodes() {
            let told = [node.label(), node.value(), node.description(), node.placeholder(), node.tooltip()];
            all.extend(told.into_iter().flatten().map(str::to_owned));
        }
        all.retain(|text| !text.trim().is_empty());
        all
    }

    /// What a screen reader says of what the keyboard is on.
    pub(super) fn focused(&self) -> Option<String> {
        let update = self.0.platform_output.accesskit_update.as_ref()?;
        let (_, node) = update.nodes.iter().find(|(id, _)| *id == update.focus)?;
        node.label().map(str::to_owned)
    }

    /// Where what the keyboard is on lies.
    pub(super) fn focus_at(&self) -> Option<Rect> {
        let update = self.0.platform_output.accesskit_update.as_ref()?;
        let (_, node) = update.nodes.iter().find(|(id, _)| *id == update.focus)?;
        #[expect(clippy::cast_possible_truncation, reason = "places in a window")]
        node.bounds()
            .map(|at| Rect::from_min_max(pos2(at.x0 as f32, at.y0 as f32), pos2(at.x1 as f32, at.y1 as f32)))
    }

    /// What is said of each picture.
    pub(super) fn pictures(&self) -> Vec<String> {
        let drawn = |node: &Node| matches!(node.role(), Role::Image | Role::ProgressIndicator | Role::Slider);
        let nodes = self.nodes();
        nodes
            .iter()
            .filter(|node| drawn(node))
            .map(|node| node.label().unwrap_or_default().to_owned())
            .collect()
    }

    /// Texts that are cut off.
    pub(super) fn cut(&self, window: Vec2) -> Vec<String> {
        let mut found = Vec::new();
        for clipped in &self.0.shapes {
            cut(&clipped.shape, clipped.clip_rect, window, &mut found);
        }
        found
    }

    pub(super) fn shows(&self, text: &str) -> bool {
        self.words().iter().any(|word| word.contains(text))
    }

    /// Everything: each word with its place and colour, each shape, and all that a screen reader is told.
    pub(super) fn whole(&self) -> String {
        let shapes: Vec<String> = self
            .0
            .shapes
            .iter()
            .map(|clipped| format!("{:?} {}", clipped.clip_rect, plain(&clipped.shape)))
            .collect();
        format!("{}\n{:?}", shapes.join("\n"), self.nodes())
    }
}

/// Texts that are shortened, or that reach beyond the sides of what they are drawn in. What is as large as the window does not scroll,
/// so there they may not reach below it either.
pub(super) fn cut(shape: &Shape, clip: Rect, window: Vec2, into: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => {
            let rect = text.galley.rect.translate(text.pos.to_vec2());
            let wide = clip.width() >= window.x - 1.0 && clip.height() >= window.y - 1.0;
            let beside = rect.left() < clip.left() - 0.5 || rect.right() > clip.right() + 0.5;
            let below = wide && (rect.top() < clip.top() - 2.0 || rect.bottom() > clip.bottom() + 2.0);
            let seen = wide || clip.intersects(rect);
            if seen && (text.galley.elided || beside || below) {
                into.push(format!("{:?} {rect:?} in {clip:?}", text.galley.text()));
            }
        }
        Shape::Vec(all) => all.iter().for_each(|shape| cut(shape, clip, window, into)),
        _ => {}
    }
}

fn collect(shape: &Shape, into: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => into.push(text.galley.text().to_owned()),
        Shape::Vec(all) => all.iter().for_each(|shape| collect(shape, into)),
        _ => {}
    }
}

/// A shape without the places of its letters in the letters' picture, which depend on what was drawn before.
fn plain(shape: &Shape) -> String {
    match shape {
        Shape::Text(text) => format!(
            "{:?} {:?} {:?} {:?}",
            text.pos,
            text.galley.text(),
            text.fallback_color,
            text.override_text_color
        ),
        Shape::Vec(all) => all.iter().map(plain).collect::<Vec<_>>().join(" "),
        Shape::Mesh(_) => "mesh".to_owned(),
        other => format!("{other:?}"),
    }
}
