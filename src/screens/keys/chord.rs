//! A key, with what is held while it is pressed.

use std::fmt;

use bevy_egui::egui::{Event, InputState, Key, Modifiers};

use crate::words::Words;

/// A key, and whether Ctrl, Shift and Alt are held. Written as `ctrl+shift+k`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Chord {
    key: Key,
    ctrl: bool,
    shift: bool,
    alt: bool,
}

/// Why a key always does what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// It moves about, presses and closes.
    Moving,
    /// It chooses by number.
    Number,
    /// It belongs to typing.
    Typing,
    /// It shows the list of keys, which is the way back from every change.
    Help,
}

impl Kept {
    /// The message that says so.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Moving => "keys-kept-moving",
            Self::Number => "keys-kept-number",
            Self::Typing => "keys-kept-typing",
            Self::Help => "keys-kept-help",
        }
    }
}

/// Whether it is a sign such as a comma. Which of them need Shift is a matter of the keyboard.
fn is_sign(key: Key) -> bool {
    (Key::Colon..=Key::Quote).contains(&key)
}

/// Whether it is only held while another is pressed.
fn is_modifier(key: Key) -> bool {
    (Key::ShiftLeft..=Key::SuperRight).contains(&key)
}

impl Chord {
    /// The key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, shift: false, alt: false }
    }

    /// The key with Ctrl.
    #[must_use]
    pub const fn ctrl(key: Key) -> Self {
        Self { key, ctrl: true, shift: false, alt: false }
    }

    /// The key as it was pressed. Plus and the sign of equality are one key on most keyboards, and are the same here.
    #[must_use]
    pub fn of(key: Key, held: Modifiers) -> Self {
        let key = if key == Key::Equals { Key::Plus } else { key };
        Self { key, ctrl: held.ctrl || held.command, shift: held.shift && !is_sign(key), alt: held.alt }
    }

    /// Reads what `to_string` writes, in small letters or large.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut held = Modifiers::NONE;
        let mut rest = text.trim();
        while let Some((first, others)) = rest.split_once('+') {
            match first.trim().to_ascii_lowercase().as_str() {
                "ctrl" => held.ctrl = true,
                "shift" => held.shift = true,
                "alt" => held.alt = true,
                _ => return None,
            }
            rest = others.trim();
        }
        let named = |key: &&Key| key.name().eq_ignore_ascii_case(rest) && !is_modifier(**key);
        Some(Self::of(*Key::ALL.iter().find(named)?, held))
    }

    /// The first key that was pressed in this frame, if it was not held from before.
    #[must_use]
    pub fn heard(input: &InputState) -> Option<Self> {
        input.events.iter().find_map(|event| match event {
            Event::Key { key, pressed: true, repeat: false, modifiers, .. } if !is_modifier(*key) => {
                Some(Self::of(*key, *modifiers))
            }
            _ => None,
        })
    }

    fn is(self, event: &Event) -> bool {
        matches!(event, Event::Key { key, pressed: true, modifiers, .. } if Self::of(*key, *modifiers) == self)
    }

    /// Whether it was pressed.
    #[must_use]
    pub fn pressed(self, input: &InputState) -> bool {
        input.events.iter().any(|event| self.is(event))
    }

    /// Whether it was pressed, which then counts for nobody else.
    #[must_use]
    pub fn take(self, input: &mut InputState) -> bool {
        let before = input.events.len();
        input.events.retain(|event| !self.is(event));
        input.events.len() < before
    }

    /// Whether a field in which words are typed has a use for it.
    #[must_use]
    pub fn types(self) -> bool {
        let function = (Key::F1..=Key::F35).contains(&self.key);
        let apart = is_sign(self.key) || (Key::Num0..=Key::Num9).contains(&self.key);
        !(function || self.ctrl && apart)
    }

    /// Why it cannot be given to anything, if it cannot.
    #[must_use]
    pub fn kept(self) -> Option<Kept> {
        match self.key {
            Key::Enter | Key::Tab | Key::Space | Key::Escape => Some(Kept::Moving),
            Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp => Some(Kept::Moving),
            Key::Home | Key::End | Key::PageUp | Key::PageDown => Some(Kept::Moving),
            Key::Backspace | Key::Copy | Key::Cut | Key::Paste => Some(Kept::Typing),
            Key::A | Key::C | Key::V | Key::X if self.ctrl => Some(Kept::Typing),
            Key::F1 | Key::Questionmark => Some(Kept::Help),
            key if (Key::Num1..=Key::Num9).contains(&key) && self == Self::plain(key) => Some(Kept::Number),
            _ => None,
        }
    }

    /// How it is shown.
    #[must_use]
    pub fn shown(self, words: &Words) -> String {
        let arrow = (Key::ArrowDown..=Key::ArrowUp).contains(&self.key);
        let mut text = if arrow { self.key.name() } else { self.key.symbol_or_name() }.to_owned();
        let held =
            [(self.alt, "keys-with-alt"), (self.shift, "keys-with-shift"), (self.ctrl, "keys-with-ctrl")];
        for (_, message) in held.into_iter().filter(|(on, _)| *on) {
            text = words.text(message, &[("key", (&text).into())]);
        }
        text
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (on, name) in [(self.ctrl, "ctrl"), (self.shift, "shift"), (self.alt, "alt")] {
            if on {
                write!(f, "{name}+")?;
            }
        }
        f.write_str(&self.key.name().to_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for key in Key::ALL.iter().filter(|key| !is_modifier(**key)) {
            for held in 0..8 {
                let held = Modifiers {
                    ctrl: held & 1 > 0,
                    shift: held & 2 > 0,
                    alt: held & 4 > 0,
                    ..Modifiers::NONE
                };
                let chord = Chord::of(*key, held);
                assert_eq!(Chord::read(&chord.to_string()), Some(chord), "{chord}");
            }
        }
        assert_eq!(Chord::read(" Alt + CTRL + k "), Some(Chord { alt: true, ..Chord::ctrl(Key::K) }));
        for text in ["", "+", "ctrl+", "k+ctrl", "super+k", "kk", "ctrl", "shiftleft"] {
            assert_eq!(Chord::read(text), None, "{text}");
        }
    }

    #[test]
    fn what_a_keyboard_needs_to_make_a_sign_does_not_count() {
        let ctrl = Modifiers::CTRL | Modifiers::COMMAND;
        assert_eq!(Chord::of(Key::Plus, ctrl | Modifiers::SHIFT), Chord::ctrl(Key::Plus));
        assert_eq!(Chord::of(Key::Equals, ctrl), Chord::ctrl(Key::Plus));
        assert_ne!(Chord::of(Key::K, Modifiers::SHIFT), Chord::plain(Key::K));
    }

    #[test]
    fn keys_are_shown_in_words() {
        let words = Words::english();
        let shown = |text| Chord::read(text).unwrap().shown(&words);
        assert_eq!(shown("w"), "W");
        assert_eq!(shown("alt+shift+ctrl+minus"), "Ctrl Alt \u{2212}");
        assert_eq!(shown("shift+delete"), "Shift Delete");
    }
}
