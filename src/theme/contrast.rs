//! Works out the contrast of every pair of colours in use (formula: WCAG 2.2, relative luminance and contrast ratio).

use bevy_egui::egui::Color32;

use super::party_shape;
use crate::theme::palette::{Colours, Palette, Side};

fn luminance(colour: Color32) -> f64 {
    let channel = |byte: u8| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
}

fn ratio(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Glass over land on the map: the worst ground an instrument can get.
fn thin_glass(all: &Colours, under: Color32) -> Color32 {
    let ground = all.glass.ground;
    let mix = |top: u8, low: u8| {
        let alpha = u32::from(all.glass_alpha);
        u8::try_from((u32::from(top) * alpha + u32::from(low) * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    Color32::from_rgb(mix(ground.r(), under.r()), mix(ground.g(), under.g()), mix(ground.b(), under.b()))
}

/// Collects what is too faint, so that a new palette is seen whole.
#[derive(Default)]
struct Faint(Vec<String>);

impl Faint {
    fn check(&mut self, floor: f64, what: &str, fore: Color32, back: Color32) {
        let found = ratio(fore, back);
        if found < floor {
            self.0.push(format!("{what}: {fore:?} on {back:?} has {found:.2}, needs {floor}"));
        }
    }

    #[track_caller]
    fn none(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

fn sides(all: &Colours) -> [(&'static str, &Side); 2] {
    [("glass", &all.glass), ("paper", &all.paper)]
}

/// Runs a check over every palette.
fn everywhere(check: impl Fn(&Colours, &mut dyn FnMut(f64, &str, Color32, Color32))) {
    let mut faint = Faint::default();
    for palette in Palette::ALL {
        let named = &mut |floor: f64, what: &str, fore: Color32, back: Color32| {
            faint.check(floor, &format!("{palette:?}, {what}"), fore, back);
        };
        check(palette.colours(), named);
    }
    faint.none();
}

#[test]
fn text_can_be_read() {
    everywhere(|all, check| {
        for (name, side) in sides(all) {
            let mut grounds = vec![side.ground, side.raised];
            if name == "glass" {
                let lands = [all.parties[2], Color32::from_gray(200), Color32::from_gray(60)];
                grounds.push(all.night);
                grounds.extend(lands.map(|land| thin_glass(all, land)));
            }
            for ground in grounds {
                for tone in [side.text, side.quiet, side.good, side.bad] {
                    check(4.5, &format!("figure on {name}"), tone, ground);
                }
                check(4.5, &format!("heading on {name}"), side.bright, ground);
            }
            for party in side.parties {
                check(4.5, &format!("party name on {name}"), party, side.ground);
            }
            check(4.5, &format!("icon on {name}"), side.text, side.sunk);
            check(4.5, &format!("button that is off on {name}"), side.off_text, side.off);
            check(4.5, &format!("page that is off on {name}"), side.off_text, side.ground);
            check(4.5, &format!("chosen words on {name}"), side.bright, side.selection);
            check(4.5, &format!("typed words on {name}"), side.text, side.field);
            check(4.5, &format!("hint in a field on {name}"), side.quiet, side.field);
        }
        for party in all.parties {
            check(4.5, "letter in a badge", all.on_party, party);
        }
        for ground in [all.seal, all.seal_hover] {
            check(4.5, "main action", all.on_seal, ground);
            check(4.5, "key of the main action", all.on_seal_quiet, ground);
        }
        for solution in [all.nash, all.kalai, all.seal] {
            check(4.5, "a name on a chart", solution, all.paper.ground);
        }
        for ground in [all.night, all.glass.ground] {
            check(4.5, "news and warnings", all.gold, ground);
        }
    });
}

#[test]
fn marks_can_be_seen() {
    everywhere(|all, check| {
        for (name, side) in sides(all) {
            for ground in [side.ground, side.raised, side.sunk] {
                check(3.0, &format!("focus ring on {name}"), side.focus, ground);
            }
            check(3.0, &format!("outline of a control on {name}"), side.outline, side.ground);
            if side.seal_edge != Color32::TRANSPARENT {
                check(3.0, &format!("outline of the main action on {name}"), side.seal_edge, side.ground);
            }
        }
        for party in all.paper.parties {
            check(3.0, "outline of a party's mark on a chart", party, all.paper.ground);
        }
        check(3.0, "party on the sea", all.parties[0], all.night);
        for flow in [all.tariff, all.investment, all.minerals, all.deliveries] {
            check(3.0, "what flows over the sea", flow, all.night);
            check(3.0, "what flows over land", flow, all.land);
        }
        check(3.0, "party on glass", all.parties[0], all.glass.ground);
    });
}

/// What is raised by the usual rules of contrast is raised further where high contrast was asked for.
#[test]
fn high_contrast_is_high() {
    let all = Palette::HighContrast.colours();
    let mut faint = Faint::default();
    for (name, side) in sides(all) {
        for tone in [side.text, side.quiet, side.good, side.bad] {
            faint.check(7.0, &format!("figure on {name}"), tone, side.ground);
        }
        faint.check(15.0, &format!("outline on {name}"), side.outline, side.ground);
        faint.check(7.0, &format!("focus ring on {name}"), side.focus, side.ground);
        for party in side.parties {
            faint.check(7.0, &format!("party on {name}"), party, side.ground);
        }
    }
    faint.none();
}

#[test]
fn parties_differ_without_colour() {
    let shapes: Vec<_> = (0..4).map(party_shape).collect();
    for (at, shape) in shapes.iter().enumerate() {
        assert!(!shapes[at + 1..].contains(shape));
    }
}
