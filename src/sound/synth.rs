//! The sounds themselves, worked out from sines and noise: no recording is shipped.

use std::f32::consts::TAU;

/// Samples a second.
pub(super) const RATE: u32 = 44_100;

/// Something that is heard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sound {
    /// A paper comes across the table.
    Paper,
    /// A pen signs or sends.
    Pen,
    /// A chamber is called to order.
    Gavel,
    /// A round begins.
    Bell,
}

impl Sound {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Paper, Self::Pen, Self::Gavel, Self::Bell];

    /// Its samples, one channel, from -1 to 1.
    #[must_use]
    pub fn samples(self) -> Vec<f32> {
        match self {
            Self::Paper => paper(),
            Self::Pen => pen(),
            Self::Gavel => gavel(),
            Self::Bell => bell(),
        }
    }
}

/// White noise that is the same each time: a linear congruence.
struct Noise(u32);

impl Noise {
    #[expect(clippy::cast_precision_loss, reason = "noise needs no more than what a float keeps of it")]
    fn next(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / 8_388_608.0 - 1.0
    }
}

/// Works out this many seconds; the last hundredth fades to nothing, so that nothing clicks.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a sound has fewer samples than a float counts"
)]
fn over(seconds: f32, mut at: impl FnMut(f32) -> f32) -> Vec<f32> {
    let count = (seconds * RATE as f32) as usize;
    let fade = RATE as f32 / 100.0;
    (0..count)
        .map(|number| {
            let end = ((count - 1 - number) as f32 / fade).min(1.0);
            at(number as f32 / RATE as f32) * end
        })
        .collect()
}

/// Rises in this time, then dies away by this rate.
fn struck(time: f32, rise: f32, decay: f32) -> f32 {
    if time < 0.0 { 0.0 } else { (time / rise).min(1.0) * (-time * decay).exp() }
}

/// A sheet that slides: noise without its low end, in two strokes.
fn paper() -> Vec<f32> {
    let (mut noise, mut low) = (Noise(7), 0.0);
    over(0.32, |time| {
        let white = noise.next();
        low += 0.25 * (white - low);
        let strokes = struck(time, 0.05, 16.0) + 0.6 * struck(time - 0.13, 0.03, 22.0);
        0.35 * (white - low) * strokes
    })
}

/// A nib: thin noise that wavers as the hand turns.
fn pen() -> Vec<f32> {
    let (mut noise, mut low, mut lower) = (Noise(11), 0.0, 0.0);
    over(0.55, |time| {
        let white = noise.next();
        low += 0.55 * (white - low);
        lower += 0.18 * (white - lower);
        let hand = (0.5 + 0.5 * (TAU * 8.5 * time).sin()) * (0.6 + 0.4 * (TAU * 3.1 * time).cos());
        0.22 * (low - lower) * hand * (time / 0.02).min(1.0)
    })
}

/// Wood on wood, twice.
fn gavel() -> Vec<f32> {
    let mut noise = Noise(13);
    over(0.6, |time| {
        let knock = |time: f32, click: f32| {
            let body = (TAU * 182.0 * time).sin() + 0.5 * (TAU * 311.0 * time).sin();
            0.4 * struck(time, 0.002, 28.0) * body + 0.25 * struck(time, 0.001, 160.0) * click
        };
        let click = noise.next();
        knock(time, click) + 0.8 * knock(time - 0.24, click)
    })
}

/// A small bell: partials that are no multiples of each other, the high ones first to go.
fn bell() -> Vec<f32> {
    const PARTIALS: [(f32, f32, f32); 5] =
        [(1.0, 0.30, 3.2), (2.0, 0.16, 4.5), (2.76, 0.14, 6.0), (5.4, 0.07, 9.0), (8.9, 0.04, 14.0)];
    over(1.3, |time| {
        let partials = PARTIALS.iter();
        partials
            .map(|(of, loud, decay)| loud * struck(time, 0.003, *decay) * (TAU * 660.0 * of * time).sin())
            .sum()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_are_short_neither_clip_nor_click_and_are_heard() {
        for sound in Sound::ALL {
            let samples = sound.samples();
            assert!(samples.len() < RATE as usize * 3 / 2, "{sound:?} is long");
            let peak = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
            assert!(peak <= 1.0 && peak > 0.05, "{sound:?} peaks at {peak}");
            let ends = [samples.first().unwrap(), samples.last().unwrap()];
            assert!(ends.iter().all(|end| end.abs() < 0.02), "{sound:?} clicks: {ends:?}");
            assert_eq!(samples, sound.samples(), "{sound:?} is not the same each time");
        }
    }

    #[test]
    fn no_two_sounds_are_alike() {
        for (at, one) in Sound::ALL.iter().enumerate() {
            for other in &Sound::ALL[at + 1..] {
                assert_ne!(one.samples(), other.samples());
            }
        }
    }
}
