//! Lines in, from a keyboard or a pipe.

use std::io::{self, BufRead, Read};

use crate::cli::out::{CliError, Out};

/// No command is longer; the rest of a longer line is passed over.
const LONGEST: usize = 4096;

/// The mark in front of a command.
const MARK: &str = "> ";

/// Where commands come from.
pub(super) struct Input<'a> {
    from: &'a mut dyn BufRead,
    keyboard: bool,
}

impl<'a> Input<'a> {
    pub(super) fn new(from: &'a mut dyn BufRead, keyboard: bool) -> Self {
        Self { from, keyboard }
    }

    /// The next line without blanks around it; nothing at the end. What comes from a pipe is written out,
    /// so that what was said can be read together with what was answered.
    pub(super) fn line(&mut self, out: &mut Out<'_>) -> Result<Option<String>, CliError> {
        if self.keyboard {
            out.ask(MARK)?;
        } else {
            out.flush()?;
        }
        let Some(line) = self.read()? else {
            return Ok(None);
        };
        if !self.keyboard {
            out.line(format!("{MARK}{line}"))?;
        }
        Ok(Some(line))
    }

    fn read(&mut self) -> io::Result<Option<String>> {
        let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        if (&mut *self.from).take(most).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let mut ended = bytes.ends_with(b"\n") || bytes.len() < LONGEST;
        while !ended {
            let rest = self.from.fill_buf()?;
            let end = rest.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(rest.len(), |at| at + 1);
            ended = end.is_some() || used == 0;
            self.from.consume(used);
        }
        let text = String::from_utf8_lossy(&bytes);
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        Ok(Some(text.trim().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_clean_and_short() {
        let text = format!("  set a\u{1b}b \r\n{}\nlast", "x".repeat(3 * LONGEST));
        let mut bytes = text.as_bytes();
        let mut input = Input::new(&mut bytes, false);
        let mut written = Vec::new();
        let mut out = Out::new(&mut written);
        assert_eq!(input.line(&mut out).unwrap().as_deref(), Some("set a b"));
        assert_eq!(input.line(&mut out).unwrap().map(|line| line.len()), Some(LONGEST));
        assert_eq!(input.line(&mut out).unwrap().as_deref(), Some("last"));
        assert_eq!(input.line(&mut out).unwrap(), None);
        assert!(String::from_utf8(written).unwrap().starts_with("> set a b\n"));
    }
}
