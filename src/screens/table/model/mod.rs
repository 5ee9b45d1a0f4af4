//! What the table shows: plain data, built from the game, the seat's view and the draft whenever one of them changes.
//!
//! Every figure comes from the one evaluator; every word is worded here, so that drawing decides nothing.

mod advisor;
pub(super) mod answers;
mod bound;
mod brief;
mod clauses;
mod desk;
mod house;
mod minutes;
mod offers;
mod others;
mod paper;
mod rows;
mod say;
mod verdict;
mod why;

use bevy::prelude::Resource;

use crate::analysis::{Advice, Silence};
use crate::opponents::belief::Memory;
use crate::opponents::counter::Behind;
use crate::rules::game::Game;
use crate::rules::ids::{OfferId, PartyId, PartySet, Points};
use crate::rules::legal::red_line;
use crate::rules::payoff::Table;
use crate::screens::pages::{Fact, Page, Word};
pub use crate::screens::weighing::Line;
use crate::theme::Tone;
use crate::view::View;
use crate::words::Words;

use super::Phrasing;
use super::draft::{Draft, Edit};
pub use advisor::{Advised, Advisor};
pub use answers::{Answer, Question};
pub use bound::{Bound, Owed, PledgeState, Standing};
pub use brief::{Brief, InterestBar};
pub use clauses::{Opener, Picker, Said};
use desk::Desk;
pub use house::{House, SeatRun, Seats};
pub use minutes::Minutes;
pub use offers::{Card, Term};
pub use others::{Other, Stand};
pub use paper::{Communique, Main, PactCard, Paper, Partner};
pub use rows::{Closed, Group, Row, Slot, Worth};
pub use say::Say;
pub use verdict::Total;

/// A party's mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Its place in the level's list.
    pub party: usize,
    /// Its letter.
    pub letter: String,
    /// Its name.
    pub name: String,
}

impl Line {
    /// The same as a fact, whose label is a word of the game.
    fn about(self, word: Word) -> Fact {
        Fact { page: Some(Page::Word(word)), ..self.into() }
    }
}

impl From<Line> for Fact {
    fn from(Line { label, figure, tone, note }: Line) -> Self {
        Self { label, figure, tone, note, page: None }
    }
}

/// A change that is offered with one press.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mend {
    /// What it says.
    pub label: String,
    /// What it does.
    pub edit: Edit,
}

/// Something in the way, and what would clear it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Obstacle {
    /// What is in the way.
    pub text: String,
    /// Whether that is bad, or only not yet whole.
    pub tone: Tone,
    /// What would clear it.
    pub mends: Vec<Mend>,
}

/// Everything that the table shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Model {
    /// Whether there is a map behind the table.
    pub map: bool,
    /// The player's own side.
    pub brief: Brief,
    /// The player's own chamber, if it has one.
    pub house: Option<House>,
    /// The draft.
    pub paper: Paper,
    /// What is owed, threatened and pledged.
    pub bound: Bound,
    /// Offers of this round, open ones first.
    pub offers: Vec<Card>,
    /// The other parties.
    pub others: Vec<Other>,
    /// The talks so far, where there is no map to look at.
    pub minutes: Vec<Minutes>,
    /// Advice; none where knowledge is sealed.
    pub advisor: Option<Advisor>,
    /// What can be said.
    pub say: Option<Say>,
    /// Who is waited for, if not the player.
    pub waiting: Option<String>,
    /// Why the last command was refused.
    pub refusal: Option<String>,
    /// What can be asked about the draft.
    pub questions: Vec<Question>,
    /// What came of the last question about the draft.
    pub answer: Option<Answer>,
}

/// What changes beside the view and the draft.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Who is thinking.
    pub thinking: Option<PartyId>,
    /// Whether others act now.
    pub busy: bool,
    /// Whether the talks are over and only to be read.
    pub over: bool,
    /// Why the last command was refused.
    pub refusal: Option<String>,
    /// What came of the last question about the draft.
    pub answer: Option<Answer>,
    /// The clause that is put together.
    pub phrasing: Phrasing,
    /// Whether the advice is unfolded.
    pub advising: bool,
}

/// What follows from a position and is found once for each: the best a seat can do with some parties, advice on what to put to them, what
/// is behind refusals; and what the seat has reason to believe.
#[derive(Resource, Clone, Debug, Default)]
pub struct Ideals {
    revision: Option<u64>,
    found: Vec<(PartySet, Option<Points>)>,
    advised: Vec<(PartySet, Result<Advice, Silence>)>,
    behind: Vec<(OfferId, Behind)>,
    minutes: Option<Vec<Minutes>>,
    memory: Memory,
}

impl Ideals {
    /// Forgets what was found for another position.
    pub fn follow(&mut self, revision: u64) {
        if self.revision != Some(revision) {
            self.revision = Some(revision);
            self.found.clear();
            self.advised.clear();
            self.behind.clear();
            self.minutes = None;
        }
    }

    fn of(&mut self, desk: &Desk<'_>) -> Option<Points> {
        let parties = desk.draft.parties();
        if let Some((_, best)) = self.found.iter().find(|(set, _)| *set == parties) {
            return *best;
        }
        let best = best(desk, parties);
        self.found.push((parties, best));
        best
    }
}

/// The most that a seat can have with some parties now, its own red lines kept.
fn best(desk: &Desk<'_>, parties: PartySet) -> Option<Points> {
    let Desk { game, seat, .. } = *desk;
    let at = &desk.view.position;
    let mut table = Table::open(&desk.minds.own, parties);
    table.keep_rows(|issue, option| !red_line(game, at, seat, issue, option));
    if table.size() > crate::rules::payoff::EXACT_LIMIT {
        return None;
    }
    let mut best = None;
    table.for_each(game, |_, payoff| best = best.max(Some(payoff[seat.index()])));
    best
}

impl Model {
    /// Builds it.
    #[must_use]
    pub fn build(
        game: &Game,
        view: &View,
        words: &Words,
        draft: &Draft,
        ideals: &mut Ideals,
        around: &Around,
    ) -> Self {
        let belief = ideals.memory.belief(game, view).clone();
        let mut desk = Desk::new(game, view, words, draft, &belief, around.over);
        desk.best = ideals.of(&desk);
        let mut paper = paper::build(&desk, around.phrasing);
        if around.over {
            paper.close(&desk.get("table-over"));
        }
        let waiting = around.busy.then(|| match around.thinking.or(view.position.turn) {
            Some(party) if party != view.seat => {
                desk.text("table-waiting-for", &[("party", desk.name(party).into())])
            }
            _ => desk.get("table-waiting"),
        });
        Self {
            map: game.level.has_map(),
            brief: brief::build(&desk),
            house: house::build(&desk),
            paper,
            bound: bound::build(&desk),
            offers: offers::build(&desk, ideals),
            others: others::build(&desk),
            minutes: match game.level.has_map() {
                true => Vec::new(),
                false => ideals.minutes.get_or_insert_with(|| minutes::minutes(game, view, words)).clone(),
            },
            advisor: advisor::build(&desk, around.advising, ideals),
            say: say::build(&desk),
            waiting,
            refusal: around.refusal.clone(),
            questions: answers::questions(&desk),
            answer: around.answer.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
