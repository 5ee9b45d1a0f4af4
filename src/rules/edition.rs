//! The text of a level or a rule book as it was read, and the mark that tells one edition from another.

use std::fmt;
use std::sync::Arc;

/// How many bytes of the digest a mark keeps: enough that no two editions share one by accident.
const BYTES: usize = 16;

/// The text of a level or a rule book as it was read. Cheap to clone; empty for one that was not read from a text.
#[derive(Clone, PartialEq, Eq)]
pub struct Edition(Arc<str>);

impl Edition {
    /// The edition that a text is.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The mark of this text: BLAKE3, the first sixteen bytes, in hexadecimal digits. Equal texts have equal marks, and nothing but the text
    /// counts: no name, no date.
    #[must_use]
    pub fn mark(&self) -> String {
        hex(&blake3::hash(self.0.as_bytes()).as_bytes()[..BYTES])
    }
}

impl fmt::Debug for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Edition({}, {} bytes)", self.mark(), self.0.len())
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // A string takes all that is written to it.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records of old games name editions by these marks.
    #[test]
    fn marks_are_stable() {
        assert_eq!(Edition::new("").mark(), "af1349b9f5f9a1a6a0404dea36dcc949");
        assert_ne!(Edition::new("a").mark(), Edition::new("a ").mark());
    }
}
