//! Lines in and out. Neither direction can hold up a match: what comes in is bounded in length and in number, what goes out waits in a thread of
//! its own.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::thread;
use std::time::Duration;

use super::protocol::{ENDLESS, LONGEST_LINE};

/// Lines that may wait to be looked at; the program waits once there are more.
const WAITING_IN: usize = 64;

/// Messages that may wait for a program that does not read; beyond that it is given up.
const WAITING_OUT: usize = 4096;

/// What was heard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Heard {
    /// A line without its end.
    Line(Vec<u8>),
    /// A line that was too long; it has been dropped.
    TooLong,
    /// A line so long that no end of it is waited for. Nothing more is read.
    Endless,
    /// The end.
    Ended,
}

/// Both directions.
pub(super) struct Lines {
    to: SyncSender<Arc<str>>,
    from: Receiver<Heard>,
    written: Receiver<()>,
}

/// A message could not be sent: the program does not read, or is gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unsent {
    /// It does not read.
    Full,
    /// It is gone.
    Gone,
}

impl Lines {
    /// Reads and writes on threads of their own until either side goes away.
    pub(super) fn new(
        from: impl Read + Send + 'static,
        to: impl Write + Send + 'static,
    ) -> std::io::Result<Self> {
        let (hear, heard) = sync_channel(WAITING_IN);
        let (send, sent) = sync_channel(WAITING_OUT);
        let (done, written) = channel();
        thread::Builder::new().name("seat-in".to_owned()).spawn(move || listen(from, &hear))?;
        thread::Builder::new().name("seat-out".to_owned()).spawn(move || write(to, &sent, &done))?;
        Ok(Self { to: send, from: heard, written })
    }

    /// Sends a line without waiting for anybody.
    pub(super) fn send(&self, line: impl Into<Arc<str>>) -> Result<(), Unsent> {
        self.to.try_send(line.into()).map_err(|error| match error {
            TrySendError::Full(_) => Unsent::Full,
            TrySendError::Disconnected(_) => Unsent::Gone,
        })
    }

    /// What is heard next, if it comes within this time.
    pub(super) fn hear(&self, within: Duration) -> Option<Heard> {
        use std::sync::mpsc::RecvTimeoutError;
        match self.from.recv_timeout(within) {
            Ok(heard) => Some(heard),
            Err(RecvTimeoutError::Disconnected) => Some(Heard::Ended),
            Err(RecvTimeoutError::Timeout) => None,
        }
    }

    /// What has been heard by now.
    pub(super) fn heard(&self) -> impl Iterator<Item = Heard> {
        self.from.try_iter()
    }

    /// Closes what goes out once all of it is written, or this time has passed. What still comes in can be heard.
    pub(super) fn close(self, within: Duration) -> Receiver<Heard> {
        drop(self.to);
        // Whether it was in time makes no difference: nothing more is sent.
        let _ = self.written.recv_timeout(within);
        self.from
    }
}

fn write(mut to: impl Write, lines: &Receiver<Arc<str>>, done: &Sender<()>) {
    for line in lines {
        let written =
            to.write_all(line.as_bytes()).and_then(|()| to.write_all(b"\n")).and_then(|()| to.flush());
        if written.is_err() {
            break;
        }
    }
    drop(to);
    // Nobody may be waiting for it.
    let _ = done.send(());
}

fn listen(from: impl Read, to: &SyncSender<Heard>) {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    // Bytes of the line at hand, those that are not kept included.
    let mut length = 0;
    loop {
        let part = match from.fill_buf() {
            Ok([]) => break,
            Ok(part) => part,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => break,
        };
        let end = part.iter().position(|byte| *byte == b'\n');
        let piece = &part[..end.unwrap_or(part.len())];
        length += piece.len();
        if length <= LONGEST_LINE {
            line.extend_from_slice(piece);
        }
        let used = piece.len() + usize::from(end.is_some());
        from.consume(used);
        if end.is_some() {
            if to.send(finished(&mut line, length)).is_err() {
                return;
            }
            length = 0;
        } else if length > ENDLESS {
            let _ = to.send(Heard::Endless);
            return;
        }
    }
    if length > 0 && to.send(finished(&mut line, length)).is_err() {
        return;
    }
    let _ = to.send(Heard::Ended);
}

fn finished(line: &mut Vec<u8>, length: usize) -> Heard {
    let line = std::mem::take(line);
    if length > LONGEST_LINE { Heard::TooLong } else { Heard::Line(line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(bytes: &[u8]) -> Vec<Heard> {
        let (to, from) = sync_channel(100);
        listen(bytes, &to);
        drop(to);
        from.into_iter().collect()
    }

    #[test]
    fn lines_are_cut_and_none_is_longer_than_it_may_be() {
        let line = |text: &str| Heard::Line(text.as_bytes().to_vec());
        assert_eq!(heard(b"a\n\nbc"), [line("a"), line(""), line("bc"), Heard::Ended]);
        let mut long = vec![b'x'; LONGEST_LINE];
        assert_eq!(heard(&long)[0], Heard::Line(long.clone()));
        long.push(b'x');
        long.extend(b"\nshort\n");
        assert_eq!(heard(&long), [Heard::TooLong, line("short"), Heard::Ended]);
        assert_eq!(heard(&vec![b'x'; 2 * ENDLESS]), [Heard::Endless]);
    }
}
