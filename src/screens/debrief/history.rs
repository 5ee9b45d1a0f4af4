//! What bound the parties in the whole game, for the foot of the front page: promises, terms, projects and threats.

use crate::report::Block;
use crate::rules::game::Game;
use crate::rules::position::Position;
use crate::screens::told::Way;
use crate::session::debriefing::Account;
use crate::words::Words;

/// The chapters of the whole game, each under a heading; nothing where nothing bound anybody.
pub(super) fn blocks(words: &Words, game: &Game, account: &Account) -> Vec<Block> {
    let way = Way { words, game, reader: None, dated: true };
    let mut blocks = Vec::new();
    for chapter in way.chapters(&Position::new(game), account.log()) {
        if blocks.is_empty() {
            blocks.push(Block::Rule);
        }
        blocks.push(Block::Heading(chapter.heading.text));
        blocks.push(Block::Lines(chapter.lines));
        if !chapter.note.is_empty() {
            blocks.push(Block::Note(chapter.note));
        }
    }
    blocks
}
