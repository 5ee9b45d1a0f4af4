//! Turns the tokens into the toolkit's own style, so that its stock widgets fit beside ours.

use bevy_egui::egui::style::{Selection, WidgetVisuals, Widgets};
use bevy_egui::egui::{
    Color32, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Ui, Visuals, vec2,
};

use super::fonts::{Face, font};
use super::tokens::{self, Size, Surface, Tone};

/// Under chosen words on glass.
pub(crate) const SELECTION_ON_GLASS: Color32 = Color32::from_rgb(0x2A, 0x56, 0x84);
/// Under chosen words on paper.
pub(crate) const SELECTION_ON_PAPER: Color32 = Color32::from_rgb(0xC9, 0xDD, 0xF3);

/// Makes `ui` and what is drawn in it from here on fit `surface`. The frames in [`super::widgets`] do this by themselves.
pub fn apply_surface(ui: &mut Ui, surface: Surface) {
    ui.style_mut().visuals = visuals(surface);
}

/// Sets a whole style: type, distances and colours.
pub(super) fn dress(own: &mut Style, surface: Surface) {
    let scale = |style: TextStyle, id: FontId| (style, id);
    own.text_styles = [
        scale(TextStyle::Small, font(Face::Sans, Size::Caption)),
        scale(TextStyle::Body, font(Face::Sans, Size::Body)),
        scale(TextStyle::Button, font(Face::SansBold, Size::Body)),
        scale(TextStyle::Heading, font(Face::SansBold, Size::Lead)),
        scale(TextStyle::Monospace, font(Face::Mono, Size::Body)),
    ]
    .into();
    own.spacing.item_spacing = vec2(tokens::GAP_SMALL, tokens::GAP_TINY);
    own.spacing.button_padding = vec2(tokens::GAP, tokens::GAP_TINY);
    own.spacing.interact_size = vec2(40.0, tokens::CONTROL_HEIGHT);
    own.spacing.window_margin = Margin::same(16);
    own.spacing.menu_margin = Margin::same(8);
    own.spacing.tooltip_width = 320.0;
    own.spacing.icon_width = 18.0;
    own.spacing.icon_width_inner = 11.0;
    own.spacing.icon_spacing = tokens::GAP_SMALL;
    own.interaction.tooltip_delay = 0.35;
    // Dragging over a label would otherwise start choosing text in the middle of a game.
    own.interaction.selectable_labels = false;
    own.animation_time = tokens::ANIMATION_SECONDS;
    own.visuals = visuals(surface);
}

fn visuals(surface: Surface) -> Visuals {
    let mut own = match surface {
        Surface::Glass => Visuals::dark(),
        Surface::Paper => Visuals::light(),
    };
    own.override_text_color = None;
    own.weak_text_color = Some(surface.quiet());
    own.widgets = widgets(surface);
    own.selection = Selection {
        bg_fill: match surface {
            Surface::Glass => SELECTION_ON_GLASS,
            Surface::Paper => SELECTION_ON_PAPER,
        },
        stroke: Stroke::new(tokens::FOCUS_WIDTH, surface.focus()),
    };
    own.hyperlink_color = surface.focus();
    own.faint_bg_color = surface.raised();
    own.extreme_bg_color = match surface {
        Surface::Glass => tokens::NIGHT,
        Surface::Paper => tokens::PAPER_RAISED,
    };
    own.code_bg_color = surface.raised();
    own.warn_fg_color = match surface {
        Surface::Glass => tokens::GOLD,
        Surface::Paper => surface.tone(Tone::Bad),
    };
    own.error_fg_color = surface.tone(Tone::Bad);
    own.window_fill = surface.ground();
    own.panel_fill = match surface {
        Surface::Glass => tokens::NIGHT,
        Surface::Paper => tokens::PAPER,
    };
    own.window_stroke = Stroke::new(1.0, surface.rule());
    own.window_corner_radius = CornerRadius::same(tokens::RADIUS_LARGE);
    own.menu_corner_radius = CornerRadius::same(tokens::RADIUS);
    own.window_shadow = shadow();
    own.popup_shadow = shadow();
    own.text_cursor.stroke = Stroke::new(2.0, surface.text());
    // A grey-out that keeps words readable; what is off also says so in words.
    own.disabled_alpha = 0.8;
    // The files carry no hints; without them the outlines stay true at every scale.
    own.text_options.font_hinting = false;
    own
}

fn widgets(surface: Surface) -> Widgets {
    let base = WidgetVisuals {
        bg_fill: surface.sunk(),
        weak_bg_fill: surface.raised(),
        bg_stroke: Stroke::new(1.0, surface.outline()),
        corner_radius: CornerRadius::same(tokens::RADIUS_SMALL),
        fg_stroke: Stroke::new(1.5, surface.text()),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: WidgetVisuals {
            bg_stroke: Stroke::new(1.0, surface.rule()),
            fg_stroke: Stroke::new(1.0, surface.text()),
            ..base
        },
        inactive: base,
        hovered: WidgetVisuals {
            bg_stroke: Stroke::new(1.0, surface.quiet()),
            fg_stroke: Stroke::new(1.5, surface.bright()),
            ..base
        },
        // The toolkit draws what the keyboard is on in this state, so its outline is the focus ring.
        active: WidgetVisuals {
            bg_stroke: Stroke::new(tokens::FOCUS_WIDTH, surface.focus()),
            fg_stroke: Stroke::new(2.0, surface.bright()),
            ..base
        },
        open: WidgetVisuals { fg_stroke: Stroke::new(1.5, surface.bright()), ..base },
    }
}

/// What paper and floating panels cast.
pub(super) const fn shadow() -> Shadow {
    Shadow { offset: [0, 6], blur: 24, spread: 0, color: Color32::from_black_alpha(120) }
}
