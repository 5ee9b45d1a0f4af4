//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::opponents::Strategy;
use crate::rules::rulebook::Knowledge;

/// A game of negotiation between two to four parties. Without a command it opens the window, or starts
/// in the terminal where there is no display.
#[derive(Debug, Parser)]
#[command(
    name = "rare-terms",
    version,
    after_help = "Exit codes: 0 done; 1 a file has faults or something could not be had; 2 the command line is wrong.\n\
                  A LEVEL or RULES is a name from `rare-terms levels`, a file name, or a path.\n\
                  A GAME is a name from `rare-terms saves`, or a path."
)]
pub(super) struct Args {
    /// A folder whose levels/, rules/ and locales/ come before those of the program
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Where games are kept; the system's usual folder if not given
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) saves: Option<PathBuf>,
    /// Where the window keeps how it is set; the system's usual place if not given
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) settings: Option<PathBuf>,
    /// The report of a fault, with which the program starts itself anew
    #[arg(long, value_name = "FILE", hide = true)]
    pub(super) after_crash: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) what: Option<What>,
}

#[derive(Debug, Subcommand)]
pub(super) enum What {
    /// Play a seat in the terminal, line by line; commands may be piped in
    Play(PlayArgs),
    /// Watch computer opponents play each other, and read the story
    Watch(GameArgs),
    /// Go on with a game exactly where it was
    Resume {
        /// Which; the newest that is not over if not given
        #[arg(value_name = "GAME")]
        game: Option<String>,
    },
    /// List the games that are kept
    Saves,
    /// Tell the story of a saved game, from a seat, or all of it once it is over
    Replay(ReplayArgs),
    /// Begin a new game at a moment of another
    Fork(ForkArgs),
    /// Write what a seat may know of a game as JSON, and nothing else
    Export(ExportArgs),
    /// Write a report of a game that is over: a page for the browser, a PDF, or its data as JSON or CSV
    Report(ReportArgs),
    /// Explain what computer opponents did in a game that is over: what they believed, aimed at and weighed
    Explain(ExplainArgs),
    /// Check level and rule book files and saved games; exit code 1 if any has a fault
    Check {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Play many games, computer against computer, and print what came of them
    Simulate(SimulateArgs),
    /// Let strategies play against a pool, and compare them
    Tournament(TournamentArgs),
    /// Let the program that starts this one play a party, over standard input and output
    Seat(SeatArgs),
    /// Analyse what could be signed in a level, a domain or a saved game: frontier, solutions, coalitions
    Analyze(AnalyzeArgs),
    /// Turn a domain of another program into a level
    Import(ImportArgs),
    /// List the levels and the rule books
    Levels,
    /// List the computer opponents: difficulties, characters, references
    Opponents,
}

#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct GameArgs {
    /// The level
    pub(super) level: String,
    /// The rule book; the level's own choice if not given
    #[arg(long, value_name = "RULES")]
    pub(super) rules: Option<String>,
    /// The seed of all chance; drawn and printed if not given
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
    /// What parties know of each other's figures; the rule book's choice if not given
    #[arg(long, value_name = "KNOWLEDGE")]
    pub(super) knowledge: Option<KnowledgeArg>,
    /// How well computer opponents play: a name from `rare-terms opponents`, such as `envoy` or `envoy:patient`
    #[arg(long, value_name = "DIFFICULTY", default_value = "diplomat", value_parser = strategy)]
    pub(super) difficulty: Strategy,
}

#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct PlayArgs {
    #[command(flatten)]
    pub(super) game: GameArgs,
    /// The party to play; asked for if not given
    #[arg(long, value_name = "PARTY")]
    pub(super) party: Option<String>,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ReplayArgs {
    /// The saved game
    #[arg(value_name = "GAME")]
    pub(super) file: String,
    /// The party from whose seat it is told; all of it if not given and the game is over
    #[arg(long, value_name = "PARTY")]
    pub(super) party: Option<String>,
    /// The number of the moment at which it stops; its end if not given
    #[arg(long, value_name = "N")]
    pub(super) until: Option<usize>,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ForkArgs {
    /// The saved game
    #[arg(value_name = "GAME")]
    pub(super) file: String,
    /// The number of the moment after which the new game goes on, as `replay` counts; its end if not given
    #[arg(long, value_name = "N")]
    pub(super) at: Option<usize>,
    /// The party to play; as in the saved game if not given
    #[arg(long, value_name = "PARTY")]
    pub(super) party: Option<String>,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The saved game
    #[arg(value_name = "GAME")]
    pub(super) file: String,
    /// The party whose decisions are explained; every opponent's if not given
    #[arg(long, value_name = "PARTY")]
    pub(super) party: Option<String>,
    /// The number of the moment that is explained, as `replay` counts; all if not given
    #[arg(long, value_name = "N")]
    pub(super) at: Option<usize>,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// The saved game
    #[arg(value_name = "GAME")]
    pub(super) file: String,
    /// The party whose knowledge is written
    #[arg(long, value_name = "PARTY")]
    pub(super) party: String,
    /// The file to write; the standard output if not given
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ReportArgs {
    /// The saved game
    #[arg(value_name = "GAME")]
    pub(super) file: String,
    /// The file to write; what it is, follows from its ending
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// Name people by their names, and not by letters
    #[arg(long)]
    pub(super) names: bool,
    /// What to write, whatever the file's ending
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<ReportFormat>,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct SimulateArgs {
    /// The level
    pub(super) level: String,
    /// How many games
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) games: u32,
    /// The seed of the first game; each next game takes the next one
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    /// The rule book; the level's own choice if not given
    #[arg(long, value_name = "RULES")]
    pub(super) rules: Option<String>,
    /// Who plays which party, such as `us=strategist:patient,japan=envoy`; the others play as `diplomat`
    #[arg(long, value_name = "PARTY=NAME", value_delimiter = ',')]
    pub(super) ai: Vec<String>,
    /// Play the same games with these opponents as well, and compare game by game
    #[arg(long, value_name = "PARTY=NAME", value_delimiter = ',', conflicts_with = "seats")]
    pub(super) against: Vec<String>,
    /// A party and the command of a program that plays it, such as japan='python3 mine.py'; give it once for each
    #[arg(long = "seat", value_name = "PARTY=COMMAND")]
    pub(super) seats: Vec<String>,
    /// Milliseconds that such a program has for each turn
    #[arg(long, value_name = "MS", default_value_t = TIME_LIMIT, value_parser = time_limit(), requires = "seats")]
    pub(super) time_limit: u64,
    /// Print one JSON object instead of lines
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct TournamentArgs {
    /// Levels, or domains in JSON; each is played for itself
    #[arg(required = true, value_name = "LEVEL")]
    pub(super) levels: Vec<String>,
    /// What is compared, one with the next: names with commas between, such as `newcomer,envoy:patient,boulware`
    #[arg(
        long,
        value_name = "NAMES",
        value_delimiter = ',',
        default_value = "newcomer,diplomat,envoy,strategist"
    )]
    pub(super) strategies: Vec<String>,
    /// Who plays the other seats, drawn for each game; `self` for copies of what is compared
    #[arg(
        long,
        value_name = "NAMES",
        value_delimiter = ',',
        default_value = "boulware,linear,conceder,micro"
    )]
    pub(super) pool: Vec<String>,
    /// Games for each strategy and seat
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) games: u32,
    /// The seed of the first game; each next game takes the next one
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    /// The rule book; the level's own choice if not given
    #[arg(long, value_name = "RULES")]
    pub(super) rules: Option<String>,
    /// What parties know of each other's figures; the rule book's choice if not given
    #[arg(long, value_name = "KNOWLEDGE")]
    pub(super) knowledge: Option<KnowledgeArg>,
    /// How many rounds, where all stops of the calendar are alike; as in the level if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(super) rounds: Option<u16>,
    /// How many games are played at a time; as many as the machine has cores if not given
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<usize>,
    /// A file to write every game to, as comma-separated values
    #[arg(long, value_name = "FILE")]
    pub(super) csv: Option<PathBuf>,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct SeatArgs {
    #[command(flatten)]
    pub(super) game: GameArgs,
    /// The party that the program plays
    #[arg(long, value_name = "PARTY")]
    pub(super) party: String,
    /// Milliseconds that it has for each turn
    #[arg(long, value_name = "MS", default_value_t = TIME_LIMIT, value_parser = time_limit())]
    pub(super) time_limit: u64,
}

/// Milliseconds that a program has for each turn if nothing is said.
const TIME_LIMIT: u64 = 5_000;

fn time_limit() -> clap::builder::RangedU64ValueParser {
    clap::value_parser!(u64).range(1..=3_600_000)
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct AnalyzeArgs {
    /// A level; a saved game; or a domain: a JSON file, or a GENIUS domain with a utility profile for each party behind it
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// Of a saved game: the number of the moment, as `replay` counts; its end if not given
    #[arg(long, value_name = "N")]
    pub(super) at: Option<usize>,
    /// Of a saved game: the party from whose seat it is looked at; the only person's, or all of it once it is over, if not given
    #[arg(long, value_name = "PARTY")]
    pub(super) party: Option<String>,
    /// Who would sign; give it once for each party, everyone if not given
    #[arg(long = "with", value_name = "PARTY")]
    pub(super) parties: Vec<String>,
    /// The rule book; the level's own choice if not given. A saved game keeps its own
    #[arg(long, value_name = "RULES")]
    pub(super) rules: Option<String>,
    /// Print one JSON object instead of lines
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// A JSON file, or a GENIUS domain with a utility profile for each party behind it
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Where to write the level; it is printed if not given
    #[arg(short, long, value_name = "LEVEL")]
    pub(super) output: Option<PathBuf>,
}

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// One page for the browser, with everything in it
    Html,
    /// The same on paper
    Pdf,
    /// Offers, commands, votes, scores and solutions as one object
    Json,
    /// The same as one long table for spreadsheets
    Csv,
}

/// What parties know of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KnowledgeArg {
    /// All figures
    Transparent,
    /// Own figures, and bands for those of the others
    Advisor,
    /// Own figures only
    Sealed,
}

impl From<KnowledgeArg> for Knowledge {
    fn from(arg: KnowledgeArg) -> Self {
        match arg {
            KnowledgeArg::Transparent => Self::Transparent,
            KnowledgeArg::Advisor => Self::Advisor,
            KnowledgeArg::Sealed => Self::Sealed,
        }
    }
}

/// The opponent of a name.
pub(super) fn strategy(name: &str) -> Result<Strategy, String> {
    crate::play::auto::strategy(name).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Args;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }
}
