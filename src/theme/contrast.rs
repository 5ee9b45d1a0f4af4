//! Works out the contrast of every pair of colours in use (formula: WCAG 2.2, relative luminance and contrast ratio).

use super::*;

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

/// Glass over the brightest land on the map: the worst ground an instrument can get.
fn thin_glass(under: Color32) -> Color32 {
    let mix = |top: u8, low: u8| {
        let alpha = u32::from(GLASS_ALPHA);
        u8::try_from((u32::from(top) * alpha + u32::from(low) * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    Color32::from_rgb(mix(GLASS.r(), under.r()), mix(GLASS.g(), under.g()), mix(GLASS.b(), under.b()))
}

#[track_caller]
fn at_least(floor: f64, what: &str, fore: Color32, back: Color32) {
    let found = ratio(fore, back);
    assert!(found >= floor, "{what}: {fore:?} on {back:?} has {found:.2}, needs {floor}");
}

#[test]
fn text_can_be_read() {
    let tones = [Tone::Plain, Tone::Quiet, Tone::Good, Tone::Bad];
    for surface in [Surface::Glass, Surface::Paper] {
        let mut grounds = vec![surface.ground(), surface.raised()];
        if surface == Surface::Glass {
            grounds.extend([NIGHT, thin_glass(party_colour(2)), thin_glass(Color32::from_gray(200))]);
        }
        for ground in grounds {
            for tone in tones {
                at_least(4.5, "figure", surface.tone(tone), ground);
            }
            at_least(4.5, "heading", surface.bright(), ground);
        }
        for party in 0..4 {
            at_least(4.5, "party name", surface.party_text(party), surface.ground());
        }
        at_least(4.5, "icon", surface.text(), surface.sunk());
    }
    for party in 0..4 {
        at_least(4.5, "letter in a badge", NIGHT, party_colour(party));
    }
    for ground in [SEAL, SEAL_HOVER] {
        at_least(4.5, "main action", ON_SEAL, ground);
        at_least(4.5, "key of the main action", ON_SEAL_QUIET, ground);
    }
    at_least(4.5, "button that is off, on paper", FADED_ON_SUNK, PAPER_SUNK);
    at_least(4.5, "button that is off, on glass", QUIET, GLASS_RAISED);
    for solution in [NASH, KALAI, SEAL] {
        at_least(4.5, "a name on a chart", solution, PAPER);
    }
    at_least(4.5, "news", GOLD, NIGHT);
    at_least(4.5, "warning", GOLD, GLASS);
    at_least(4.5, "chosen words on glass", BRIGHT, crate::theme::style::SELECTION_ON_GLASS);
    at_least(4.5, "chosen words on paper", INK, crate::theme::style::SELECTION_ON_PAPER);
}

#[test]
fn marks_can_be_seen() {
    for surface in [Surface::Glass, Surface::Paper] {
        for ground in [surface.ground(), surface.raised(), surface.sunk()] {
            at_least(3.0, "focus ring", surface.focus(), ground);
        }
        at_least(3.0, "outline of a control", surface.outline(), surface.ground());
    }
    for party in 0..4 {
        at_least(3.0, "outline of a party's mark on a chart", party_ink(party), PAPER);
    }
    at_least(3.0, "party on the sea", party_colour(0), NIGHT);
}

#[test]
fn parties_differ_without_colour() {
    let shapes: Vec<_> = (0..4).map(party_shape).collect();
    for (at, shape) in shapes.iter().enumerate() {
        assert!(!shapes[at + 1..].contains(shape));
    }
}
