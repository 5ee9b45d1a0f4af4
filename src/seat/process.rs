//! A program as a process of its own: started through the shell, and ended with everything that it has started.

use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::lines::{Heard, Lines};

/// How long a program that is no longer needed has to read its last message and end by itself.
const GRACE: Duration = Duration::from_millis(500);

/// A program that is talked to: a process, or whoever holds the other ends of two pipes.
pub(super) struct Process {
    /// Gone once it has been closed.
    lines: Option<Lines>,
    child: Option<Child>,
}

impl Process {
    /// Starts a command of the system's shell. What it writes to its standard error goes where that of this program goes.
    pub(super) fn start(command: &str) -> io::Result<Self> {
        let mut child =
            shell(command).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn()?;
        let ends = (child.stdout.take(), child.stdin.take());
        let mut process = Self { lines: None, child: Some(child) };
        if let (Some(from), Some(to)) = ends {
            process.lines = Some(Lines::new(from, to)?);
        }
        Ok(process)
    }

    /// Talks to whoever holds the other ends.
    pub(super) fn over(lines: Lines) -> Self {
        Self { lines: Some(lines), child: None }
    }

    pub(super) fn lines(&self) -> Option<&Lines> {
        self.lines.as_ref()
    }

    /// Ends it at once.
    pub(super) fn kill(mut self) {
        self.lines = None;
    }

    fn end(&mut self) {
        if let Some(lines) = self.lines.take() {
            let from = lines.close(GRACE);
            if self.child.is_some() {
                wait_for_the_end(&from, GRACE);
            }
        }
        let Some(mut child) = self.child.take() else { return };
        // Until it has been waited for, its number belongs to nobody else.
        kill_group(&child);
        // It may have ended by itself.
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// Passes over what still comes in until nothing more can.
fn wait_for_the_end(from: &Receiver<Heard>, within: Duration) {
    let until = Instant::now() + within;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match from.recv_timeout(left) {
            Ok(Heard::Ended | Heard::Endless) | Err(_) => return,
            Ok(_) if left.is_zero() => return,
            Ok(_) => {}
        }
    }
}

#[cfg(unix)]
fn shell(command: &str) -> Command {
    use std::os::unix::process::CommandExt;

    let mut shell = Command::new("sh");
    // A group of its own, so that whatever the command starts can be ended with it.
    shell.arg("-c").arg(command).process_group(0);
    shell
}

#[cfg(not(unix))]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("cmd");
    shell.arg("/C").arg(command);
    shell
}

#[cfg(unix)]
fn kill_group(child: &Child) {
    let mut kill = Command::new("sh");
    kill.arg("-c").arg(format!("kill -KILL -{}", child.id()));
    // There may be nobody left in it.
    let _ = kill.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
}

#[cfg(not(unix))]
fn kill_group(_: &Child) {}
