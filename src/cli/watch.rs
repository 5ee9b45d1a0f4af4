//! `watch`: computer opponents play each other, and the story is told.

use super::args::GameArgs;
use super::out::{CliError, Out, Verdict};
use super::{bound, drawn_seed, result};
use crate::play::Match;
use crate::play::auto::{act_once, everywhere};
use crate::rules::command::Measure;
use crate::rules::event::{Event, SupportCause};
use crate::rules::game::Game;
use crate::storage::Library;
use crate::words::Words;
use crate::words::tell::Story;

/// Plays a game to its end and tells it as it goes.
pub(super) fn watch(
    library: &Library,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &GameArgs,
) -> Result<Verdict, CliError> {
    let knowledge = wanted.knowledge.map(Into::into);
    let game = library.game(&wanted.level, wanted.rules.as_deref(), knowledge)?;
    let seed = wanted.seed.unwrap_or_else(drawn_seed);
    heading(words, out, &game, seed)?;
    out.lines(bound::lines(words, &game.level, Some(&game.rules.on)))?;
    let mut played = Match::new(game.clone(), seed);
    let mut opponents = everywhere(&played, wanted.difficulty);
    let mut story = Story::new(&game, None);
    let mut told = 0;
    loop {
        for event in &played.log()[told..] {
            let text = story.tell(words, &game, event);
            if matches!(event, Event::RoundBegan(_)) {
                out.gap()?;
            }
            if worth_telling(event) {
                out.line(text)?;
            }
            if let Event::Voted(vote) = event {
                out.lines(story.teller(words, &game).bloc_votes(vote))?;
            }
        }
        told = played.log().len();
        if act_once(&mut played, &mut opponents).is_none() {
            break;
        }
    }
    result::result(words, out, &played, None)?;
    Ok(Verdict::Done)
}

/// The title of a game, its rule book and its seed.
pub(super) fn heading(words: &Words, out: &mut Out<'_>, game: &Game, seed: u64) -> Result<(), CliError> {
    out.line(words.text(
        "cli-heading",
        &[
            ("title", game.level.title.as_str().into()),
            ("rules", game.rules.name.as_str().into()),
            ("seed", seed.to_string().into()),
        ],
    ))
}

/// Whether an event moves a story on.
pub(super) fn worth_telling(event: &Event) -> bool {
    !bound::told_by_the_next(event)
        && !matches!(
            event,
            Event::TalksBegan
                | Event::Turn(_)
                | Event::Passed(_)
                | Event::MeasuresBegan
                | Event::MeasurePicked { .. }
                | Event::MeasureRevealed { measure: Measure::Nothing, .. }
                | Event::CapitalMoved { .. }
                | Event::LobbyMoved { .. }
                | Event::SupportMoved { cause: SupportCause::Drift, .. }
                | Event::StockMoved { short: false, .. }
                | Event::RoundEnded(_)
        )
}
