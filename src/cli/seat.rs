//! `seat`: the program that starts this one plays a party; and the programs that `simulate` starts.

use std::io;
use std::time::Duration;

use serde::Serialize;

use super::args::SeatArgs;
use super::drawn_seed;
use super::out::{CliError, Verdict, complain};
use super::seats::party_named;
use crate::play::Match;
use crate::play::auto::{Opponents, everywhere, run};
use crate::play::simulate::Summary;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::seat::{Counts, Lost, Outside};
use crate::storage::Library;
use crate::words::Words;

/// Plays one game with the program at the other ends of the standard input and output. Nothing else goes to the standard output, and the seed
/// goes nowhere.
pub(super) fn seat(library: &Library, words: &Words, wanted: &SeatArgs) -> Result<Verdict, CliError> {
    let args = &wanted.game;
    let game = library.game(&args.level, args.rules.as_deref(), args.knowledge.map(Into::into))?;
    let party = party_named(words, &game, &wanted.party)?;
    let limit = Duration::from_millis(wanted.time_limit);
    let programs = Programs(vec![(party, Outside::over(io::stdin(), io::stdout(), limit)?)]);
    let mut played = Match::new(game.clone(), args.seed.unwrap_or_else(drawn_seed));
    let opponents = everywhere(&played, args.difficulty);
    let mut opponents = programs.seat(&played, opponents);
    run(&mut played, &mut opponents);
    programs.over(&played);
    programs.end();
    let lost = programs.0.iter().any(|(_, program)| program.counts().lost() > 0);
    if lost {
        complain(&programs.report(words, &game).join("\n"));
    }
    Ok(Verdict::Done)
}

/// Parties that programs play.
pub(super) struct Programs(Vec<(PartyId, Outside)>);

/// What came of many games, and of the programs that played them.
#[derive(Serialize)]
pub(super) struct WithPrograms<'a> {
    #[serde(flatten)]
    pub(super) summary: &'a Summary,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) programs: Vec<PartyCounts>,
}

/// What came of the program of a party.
#[derive(Serialize)]
pub(super) struct PartyCounts {
    party: String,
    #[serde(flatten)]
    counts: Counts,
}

impl Programs {
    /// The programs of `party=command` each.
    pub(super) fn named(
        words: &Words,
        game: &Game,
        named: &[String],
        time_limit: u64,
    ) -> Result<Self, CliError> {
        let mut programs: Vec<(PartyId, Outside)> = Vec::new();
        for pair in named {
            let pair_said = [("pair", pair.as_str().into())];
            let Some((party, command)) = pair.split_once('=').filter(|(_, c)| !c.trim().is_empty()) else {
                return Err(CliError::Said(words.text("cli-seat-pair", &pair_said)));
            };
            let party = party_named(words, game, party.trim())?;
            if programs.iter().any(|(taken, _)| *taken == party) {
                return Err(CliError::Said(words.text("cli-seat-twice", &pair_said)));
            }
            programs.push((party, Outside::command(command, Duration::from_millis(time_limit))));
        }
        Ok(Self(programs))
    }

    /// Whether one of them plays a party.
    pub(super) fn play(&self, party: PartyId) -> bool {
        self.0.iter().any(|(taken, _)| *taken == party)
    }

    /// Tells each that a game begins, and puts it in its seat.
    pub(super) fn seat(&self, played: &Match, mut opponents: Opponents) -> Opponents {
        for (party, program) in &self.0 {
            program.begin(played.game(), played.view(*party));
            opponents[*party] = Some(Box::new(program.clone()));
        }
        opponents
    }

    /// Tells each that its game is over.
    pub(super) fn over(&self, played: &Match) {
        for (party, program) in &self.0 {
            program.over_now(played.game(), played.view(*party));
        }
    }

    /// Ends them.
    pub(super) fn end(&self) {
        self.0.iter().for_each(|(_, program)| program.end());
    }

    pub(super) fn counts(&self, game: &Game) -> Vec<PartyCounts> {
        let party = |party: PartyId| game.level.parties[party].id.clone();
        self.0.iter().map(|(id, p)| PartyCounts { party: party(*id), counts: p.counts() }).collect()
    }

    /// How many turns each had, and how many it lost and why.
    pub(super) fn report(&self, words: &Words, game: &Game) -> Vec<String> {
        let mut lines = Vec::new();
        for (party, program) in &self.0 {
            let counts = program.counts();
            lines.push(words.text(
                "cli-seat-turns",
                &[
                    ("party", game.level.parties[*party].name.as_str().into()),
                    ("turns", counts.turns.to_string().into()),
                    ("lost", counts.lost().to_string().into()),
                    ("errors", counts.errors.to_string().into()),
                    ("started", counts.started.to_string().into()),
                ],
            ));
            let lost = Lost::ALL.into_iter().filter(|why| counts.lost_to(*why) > 0);
            lines.extend(
                lost.map(|why| words.text(key(why), &[("turns", counts.lost_to(why).to_string().into())])),
            );
        }
        lines
    }
}

fn key(why: Lost) -> &'static str {
    match why {
        Lost::Ended => "cli-seat-ended",
        Lost::Late => "cli-seat-late",
        Lost::Silent => "cli-seat-silent",
        Lost::Refused => "cli-seat-refused",
        Lost::Flooded => "cli-seat-flooded",
    }
}
