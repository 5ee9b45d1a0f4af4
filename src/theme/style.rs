//! Turns the tokens into the toolkit's own style, so that its stock widgets fit beside ours.

use bevy_egui::egui::style::{Selection, WidgetVisuals, Widgets};
use bevy_egui::egui::{
    Color32, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Ui, Visuals, vec2,
};

use super::fonts::{Face, font};
use super::palette::now;
use super::tokens::{self, Size, Surface, Tone};

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
    // What scrolls is seen to scroll without a pointer over it.
    own.spacing.scroll.dormant_handle_opacity = 0.8;
    own.spacing.scroll.floating_width = 2.5;
    // Blended in linear light, a fade to the ground is a grey band.
    own.spacing.scroll.fade.strength = 0.0;
    own.visuals = visuals(surface);
}

/// The colours of a surface, in the palette in use.
pub(super) fn visuals(surface: Surface) -> Visuals {
    let mut own = if is_light(surface.ground()) { Visuals::light() } else { Visuals::dark() };
    // Letters are as heavy in every palette: paper is read in all of them.
    own.text_options = Visuals::dark().text_options;
    // Not whether it is dark, but which surface it is: see `Surface::of`.
    own.dark_mode = surface == Surface::Glass;
    own.override_text_color = None;
    own.weak_text_color = Some(surface.quiet());
    own.widgets = widgets(surface);
    own.selection =
        Selection { bg_fill: surface.selection(), stroke: Stroke::new(tokens::FOCUS_WIDTH, surface.focus()) };
    own.hyperlink_color = surface.focus();
    own.faint_bg_color = surface.raised();
    own.extreme_bg_color = surface.field();
    own.code_bg_color = surface.raised();
    own.warn_fg_color = match surface {
        Surface::Glass => tokens::gold(),
        Surface::Paper => surface.tone(Tone::Bad),
    };
    own.error_fg_color = surface.tone(Tone::Bad);
    own.window_fill = surface.ground();
    own.panel_fill = match surface {
        Surface::Glass => tokens::night(),
        Surface::Paper => tokens::paper(),
    };
    own.window_stroke = Stroke::new(tokens::line_width(), surface.rule());
    own.window_corner_radius = CornerRadius::same(tokens::RADIUS_LARGE);
    own.menu_corner_radius = CornerRadius::same(tokens::RADIUS);
    own.window_shadow = shadow();
    own.popup_shadow = shadow();
    own.text_cursor.stroke = Stroke::new(2.0, surface.text());
    // A cursor that blinks keeps the window drawing.
    own.text_cursor.blink = false;
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
        bg_stroke: Stroke::new(tokens::line_width(), surface.outline()),
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
pub(super) fn shadow() -> Shadow {
    Shadow { offset: [0, 6], blur: 24, spread: 0, color: Color32::from_black_alpha(now().shadow) }
}

fn is_light(ground: Color32) -> bool {
    ground.intensity() > 0.5
}
