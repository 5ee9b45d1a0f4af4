//! What a computer opponent is called.

use super::Words;

impl Words {
    /// An opponent by the name that a record gives it: `envoy`, `envoy:patient`. A name without words stands for itself.
    #[must_use]
    pub fn opponent(&self, name: &str) -> String {
        let worded = |key: String, name: &str| if self.has(&key) { self.get(&key) } else { name.to_owned() };
        match name.split_once(':') {
            None => worded(format!("difficulty-{name}"), name),
            Some((tier, character)) => {
                let tier = worded(format!("difficulty-{tier}"), tier);
                let character = worded(format!("character-{character}"), character);
                self.text("opponent-of-character", &[("tier", tier.into()), ("character", character.into())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::opponents::{Strategy, characters};
    use crate::words::Words;

    #[test]
    fn every_opponent_and_every_character_has_words() {
        let words = Words::english();
        for name in Strategy::names() {
            assert_ne!(words.opponent(&name), name);
            assert!(!words.opponent(&name).contains('['), "{name}");
        }
        for character in characters() {
            let wordless: Vec<String> = character.keys().into_iter().filter(|key| !words.has(key)).collect();
            assert!(wordless.is_empty(), "{wordless:?}");
        }
        assert_eq!(words.opponent("envoy:patient"), "Envoy, the patient");
        assert_eq!(words.opponent("nobody"), "nobody");
    }
}
