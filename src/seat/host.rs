//! One program at a seat: it is asked, waited for as long as it has, and read; what cannot be had of it becomes a command that commits its seat
//! to nothing.
//!
//! One process plays all games of its seat, with a `hello` for each: starting an interpreter takes longer than a game, and a program may learn
//! from one game for the next. A process that is gone stays away for the rest of its game; with the next game it is started anew.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::counts::{Counts, Lost};
use super::judge::{judgement, refusal};
use super::lines::{Heard, Lines, Unsent};
use super::names::Names;
use super::process::Process;
use super::protocol::{LONGEST_LINE, MOST_APPRAISALS, MOST_LATE, MOST_LINES, MOST_REFUSED, Message};
use super::{Asked, Fault, read, speak};
use crate::opponents::Opponent;
use crate::opponents::belief::Memory;
use crate::rules::command::Command;
use crate::rules::game::Game;
use crate::rules::legal::{Refusal, check, check_clauses, check_own_pact};
use crate::rules::package::Proposal;
use crate::view::View;

/// The longest time that a program can be given for a turn.
const LONGEST_TIME: Duration = Duration::from_secs(24 * 60 * 60);

/// A program outside that plays a seat. Copies of it are the same program.
#[derive(Clone)]
pub struct Outside(Arc<Mutex<Host>>);

struct Host {
    /// How to start it anew; nothing where the other side started this program.
    command: Option<String>,
    process: Option<Process>,
    /// Why it is not asked any more in this game.
    gone: Option<Lost>,
    limit: Duration,
    /// The number of the turn; it never begins anew, so that an answer of an earlier game is known as such.
    turn: u64,
    /// Events of its seat that it has been told of.
    told: usize,
    /// Turns in a row without an answer in time.
    late: u32,
    /// Whether it comes from an earlier game and has not been heard of in this one.
    carried: bool,
    /// What its seat has reason to believe, as far as it was read.
    memory: Memory,
    counts: Counts,
}

impl Outside {
    /// A command of the system's shell, started with the first game. It has this long for each turn.
    #[must_use]
    pub fn command(command: impl Into<String>, limit: Duration) -> Self {
        Self::new(Some(command.into()), None, limit)
    }

    /// A program that holds the other ends of two pipes.
    ///
    /// # Errors
    /// The system starts no more threads.
    pub fn over(
        from: impl Read + Send + 'static,
        to: impl Write + Send + 'static,
        limit: Duration,
    ) -> std::io::Result<Self> {
        Ok(Self::new(None, Some(Process::over(Lines::new(from, to)?)), limit))
    }

    fn new(command: Option<String>, process: Option<Process>, limit: Duration) -> Self {
        Self(Arc::new(Mutex::new(Host {
            command,
            process,
            gone: None,
            limit: limit.min(LONGEST_TIME),
            turn: 0,
            told: 0,
            late: 0,
            carried: false,
            memory: Memory::default(),
            counts: Counts::default(),
        })))
    }

    /// Says that a game begins, as the seat of this view sees it.
    pub fn begin(&self, game: &Game, view: &View) {
        self.host().begin(game, view);
    }

    /// Says that the game is over.
    pub fn over_now(&self, game: &Game, view: &View) {
        let mut host = self.host();
        let over = speak::over(game, view, host.told);
        host.say(&over);
    }

    /// How often it was asked, and what came of it.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.host().counts
    }

    /// Ends the program, after a moment in which it may read its last message.
    pub fn end(&self) {
        let process = self.host().process.take();
        drop(process);
    }

    fn host(&self) -> MutexGuard<'_, Host> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Opponent for Outside {
    fn act(&mut self, game: &Game, view: &View) -> Command {
        self.host().act(game, view)
    }

    fn forget(&mut self) {}

    fn again(&self) -> Box<dyn Opponent> {
        Box::new(self.clone())
    }
}

impl Host {
    fn begin(&mut self, game: &Game, view: &View) {
        self.counts.games += 1;
        if self.gone.is_some() && self.command.is_some() {
            self.process = None;
        }
        self.carried = self.process.is_some() && self.command.is_some();
        self.greet(game, view);
    }

    /// Says hello, to a new process where there is none.
    fn greet(&mut self, game: &Game, view: &View) {
        (self.told, self.late) = (0, 0);
        if let (None, Some(command)) = (&self.process, &self.command) {
            self.process = Process::start(command).ok();
            self.counts.started += u64::from(self.process.is_some());
        }
        self.gone = self.process.is_none().then_some(Lost::Ended);
        self.say(&speak::hello(game, view, self.counts.games, millis(self.limit)));
    }

    fn act(&mut self, game: &Game, view: &View) -> Command {
        self.counts.turns += 1;
        let mut asked = self.ask(game, view);
        if asked == Err(Lost::Ended) && self.carried {
            // It ended with the game before this one. It is no fault of it to have done so.
            (self.process, self.carried) = (None, false);
            self.greet(game, view);
            asked = self.ask(game, view);
        }
        match asked {
            Ok(command) => {
                self.late = 0;
                command
            }
            Err(why) => {
                self.lose(game, view, why);
                speak::safe(view)
            }
        }
    }

    fn lose(&mut self, game: &Game, view: &View, why: Lost) {
        self.counts.lose(why);
        if self.gone.is_some() {
            return;
        }
        self.late = if why == Lost::Late { self.late + 1 } else { 0 };
        let done = speak::command(game, view, &speak::safe(view));
        let why = super::names::word(&why);
        self.say(&Message::Lost { turn: self.turn, why, done });
        if self.late >= MOST_LATE {
            self.give_up(Lost::Silent);
        }
    }

    /// Does without the program for the rest of the game.
    fn give_up(&mut self, why: Lost) {
        self.gone = Some(why);
        // The other side of this program's own input and output is not ours to end.
        if self.command.is_some()
            && let Some(process) = self.process.take()
        {
            process.kill();
        }
    }

    /// Sends a message; a program that cannot take it is given up.
    fn say(&mut self, message: &Message) {
        let line = serde_json::to_string(message).unwrap_or_default();
        let sent = match self.process.as_ref().and_then(Process::lines) {
            Some(lines) => lines.send(line),
            None => Err(Unsent::Gone),
        };
        match sent {
            Err(Unsent::Gone) if self.gone.is_none() => self.give_up(self.last_heard()),
            Err(Unsent::Full) if self.gone.is_none() => self.give_up(Lost::Silent),
            _ => {}
        }
    }

    /// Why a program is gone that can no longer be told anything. One that floods is not listened to any more, and may end from that: it is
    /// gone for its flood, however soon it is missed.
    fn last_heard(&self) -> Lost {
        let lines = self.process.as_ref().and_then(Process::lines);
        let mut heard = lines.into_iter().flat_map(|lines| lines.heard().take(MOST_LINES as usize));
        if heard.any(|heard| heard == Heard::Endless) { Lost::Flooded } else { Lost::Ended }
    }

    /// Asks for a command and waits for one that is allowed.
    fn ask(&mut self, game: &Game, view: &View) -> Result<Command, Lost> {
        self.turn += 1;
        let until = Instant::now() + self.limit;
        if self.gone.is_none() {
            self.say(&speak::turn(game, view, self.told, self.turn, millis(self.limit)));
            self.told = view.log.len();
        }
        let (mut refused, mut judged) = (0, 0);
        for _ in 0..MOST_LINES {
            let answer = match self.hear(until)? {
                Heard::Line(line) => self.answer(game, view, &line, &mut judged),
                _ => Err(Fault::new("", format!("the line is longer than {LONGEST_LINE} bytes")).into()),
            };
            match answer {
                Ok(Some(command)) => return Ok(command),
                Ok(None) => {}
                Err(trouble) => {
                    self.counts.errors += 1;
                    self.say(&trouble.told(self.turn));
                    refused += 1;
                    if refused >= MOST_REFUSED {
                        return Err(Lost::Refused);
                    }
                }
            }
        }
        Err(Lost::Flooded)
    }

    /// The next line, whole or too long, while there is time.
    fn hear(&mut self, until: Instant) -> Result<Heard, Lost> {
        if let Some(why) = self.gone {
            return Err(why);
        }
        let Some(lines) = self.process.as_ref().and_then(Process::lines) else { return Err(Lost::Ended) };
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Lost::Late);
        }
        let why = match lines.hear(left) {
            None => return Err(Lost::Late),
            Some(Heard::Ended) => Lost::Ended,
            Some(Heard::Endless) => Lost::Flooded,
            Some(heard) => {
                self.carried = false;
                return Ok(heard);
            }
        };
        self.give_up(why);
        Err(why)
    }

    /// What a line comes to: a command that is allowed, or something that was dealt with.
    fn answer(
        &mut self,
        game: &Game,
        view: &View,
        line: &[u8],
        judged: &mut u32,
    ) -> Result<Option<Command>, Trouble> {
        match read(game, view, self.turn, line)? {
            Asked::Stale => {
                self.counts.stale += 1;
                Ok(None)
            }
            Asked::Appraisal(proposal) => {
                if *judged >= MOST_APPRAISALS {
                    let message = format!("no more than {MOST_APPRAISALS} judgements are given in a turn");
                    return Err(Fault::new("do", message).into());
                }
                *judged += 1;
                sound(game, view, &proposal)?;
                let judgement = judgement(Names(game), view, self.memory.belief(game, view), &proposal);
                self.say(&Message::Appraisal { turn: self.turn, judgement });
                Ok(None)
            }
            Asked::Command(command) => match check(game, &view.position, view.seat, &command) {
                Ok(()) => Ok(Some(command)),
                Err(why) => Err(Trouble::refused(game, why)),
            },
        }
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// Why a reply was not taken.
struct Trouble {
    fault: Box<Fault>,
    refusal: Option<serde_json::Value>,
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self { fault: Box::new(fault), refusal: None }
    }
}

impl Trouble {
    fn refused(game: &Game, why: Refusal) -> Self {
        Self { fault: Box::new(Fault::new("", why.to_string())), refusal: Some(refusal(Names(game), why)) }
    }

    fn told(self, turn: u64) -> Message {
        let Fault { at, message, help, nearest } = *self.fault;
        Message::Error { turn, at, message, help, nearest, refusal: self.refusal }
    }
}

/// Whether a proposal holds together well enough to be judged: what else is against it is part of the judgement.
fn sound(game: &Game, view: &View, proposal: &Proposal) -> Result<(), Trouble> {
    let Proposal { parties, package, .. } = proposal;
    let sound = if !parties.has(view.seat) || parties.len() < 2 {
        Err(Refusal::Parties)
    } else if package.is_empty() {
        Err(Refusal::Empty)
    } else {
        check_own_pact(*parties, package).and_then(|()| check_clauses(game, &view.position, package))
    };
    sound.map_err(|why| Trouble::refused(game, why))
}
