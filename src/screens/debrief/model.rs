//! What the debrief shows. The game is over, so every secret is open.

use super::{State, history};
use crate::report::{self, Block, Tab};
use crate::rules::game::Game;
use crate::screens::pages::{Term, Word};
use crate::screens::wording::PartyName;
use crate::session::debriefing::{Debriefing, Reading};
use crate::session::{Session, Setup};
use crate::words::Words;

/// A way to play the same game again.
#[derive(Clone, Debug)]
pub(super) struct Begin {
    pub(super) label: String,
    pub(super) note: String,
    pub(super) setup: Setup,
}

/// Something beside the page.
#[derive(Clone, Debug)]
pub(super) enum Card {
    /// A part of the document.
    Blocks(Vec<Block>),
    /// Under what rules and seed it was played, and the same from another seat.
    Again { title: String, seed: String, other: Option<Begin> },
}

/// What stands below the bar.
#[derive(Clone, Debug)]
pub(super) enum Body {
    /// There is nothing to read yet, or nothing at all.
    Told { title: String, text: String, detail: String },
    /// A sheet.
    Sheet { page: Vec<Block>, cards: Vec<Card> },
}

/// What the debrief shows.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) tabs: Vec<String>,
    /// The sheet that is read, by its place.
    pub(super) at: usize,
    pub(super) parties: Vec<PartyName>,
    pub(super) body: Body,
    /// Words that the sheet uses, each leading to its page.
    pub(super) words: Vec<Term>,
    pub(super) words_label: String,
    pub(super) save: String,
    /// Why no report can be saved.
    pub(super) save_off: Option<String>,
    pub(super) replay: String,
    pub(super) fork: String,
    pub(super) fork_note: String,
    pub(super) again: Begin,
    pub(super) again_off: Option<String>,
    /// Whether playing again is the main action: not before there is something to read, and everybody at the screen has read it.
    pub(super) again_main: bool,
    pub(super) leave: String,
    /// Why the replay could not be opened.
    pub(super) failed: Option<String>,
}

impl Model {
    pub(super) fn of(
        words: &Words,
        debriefing: &Debriefing,
        session: Option<&Session>,
        state: &State,
    ) -> Self {
        let (game, setup) = (debriefing.game(), debriefing.setup());
        let (mut tabs, mut at, mut used) = (Vec::new(), 0, Vec::new());
        let body = match debriefing.reading() {
            Reading::Working => Body::Told {
                title: words.get("debriefing-working"),
                text: words.get("debriefing-working-text"),
                detail: String::new(),
            },
            Reading::Failed(why) => Body::Told {
                title: words.get("debriefing-failed"),
                text: words.get("debriefing-failed-text"),
                detail: why.clone(),
            },
            Reading::Ready(account) => {
                let sheets = &account.document.sheets;
                tabs = sheets.iter().map(|sheet| sheet.title.clone()).collect();
                at = state.at.min(sheets.len().saturating_sub(1));
                let (mut page, mut cards) = sheets
                    .get(at)
                    .map_or_else(Default::default, |sheet| (sheet.page.clone(), cards(&sheet.side)));
                used = sheets.get(at).map_or_else(Vec::new, |sheet| used_on(words, sheet.tab));
                if at == 0 {
                    page.extend(history::blocks(words, game, account));
                    cards.push(again_card(words, game, setup));
                }
                Body::Sheet { page, cards }
            }
        };
        let nobody = setup.seats.iter().all(|(_, seat)| seat.person().is_none());
        let read = !matches!(debriefing.reading(), Reading::Working);
        Self {
            tabs,
            at,
            parties: game.level.everyone().iter().map(|party| PartyName::of(game, party)).collect(),
            save: words.get("debriefing-save"),
            save_off: match debriefing.reading() {
                Reading::Ready(_) => None,
                Reading::Working => Some(words.get("debriefing-working-text")),
                Reading::Failed(_) => Some(words.get("debriefing-failed")),
            },
            replay: words.get("debriefing-replay"),
            fork: words.get("debriefing-fork"),
            fork_note: words.get("debriefing-fork-note"),
            again: Begin {
                label: words.get("debriefing-again"),
                note: words.get("debriefing-again-note"),
                setup: setup.clone(),
            },
            again_off: nobody.then(|| words.get("debriefing-again-nobody")),
            again_main: read && !nobody && session.is_none_or(|session| session.next_person().is_none()),
            leave: words.get(if session.is_some() { "debriefing-menu" } else { "back" }),
            failed: state.failed.clone(),
            body,
            words: used,
            words_label: words.get("pages-this-sheet"),
        }
    }
}

/// The words of a sheet that somebody may want to look up.
fn used_on(words: &Words, tab: Tab) -> Vec<Term> {
    let list: &[Word] = match tab {
        Tab::Front => &[Word::Score, Word::NoDeal, Word::Efficiency, Word::Verdict],
        Tab::Frontier => &[
            Word::Frontier,
            Word::Nash,
            Word::Kalai,
            Word::Egalitarian,
            Word::Utilitarian,
            Word::Zopa,
            Word::Reservation,
            Word::Efficiency,
            Word::Logrolling,
        ],
        Tab::Turns => &[Word::Batna, Word::NoDeal, Word::Threat, Word::Round],
        Tab::Home => &[Word::Chamber, Word::WinSet, Word::Bloc, Word::Quorum, Word::Affirmation],
        Tab::Ledger => &[Word::Interest, Word::Mandate, Word::Linkage, Word::Score],
        Tab::Beliefs => &[Word::Mandate, Word::Knowledge, Word::Interest],
        Tab::Affirmation => &[Word::Affirmation, Word::Autonomy, Word::Standing, Word::Fragility],
    };
    list.iter().map(|word| Term::word(words, *word)).collect()
}

/// What stands beside a page, a card for each heading. A heading with nothing below it is none.
fn cards(side: &[Block]) -> Vec<Card> {
    let cards = report::cards(side).into_iter().filter(|card| !matches!(card, [Block::Heading(_)]));
    cards.map(|card| Card::Blocks(card.to_vec())).collect()
}

fn again_card(words: &Words, game: &Game, setup: &Setup) -> Card {
    let people = setup.seats.iter().filter(|(_, seat)| seat.person().is_some()).count();
    let moved = setup.moved_on();
    let next = moved.seats.iter().find(|(_, seat)| seat.person().is_some()).map(|(party, _)| party);
    let other = match (people, next) {
        (0, _) | (_, None) => None,
        (1, Some(party)) => {
            let name = &game.level.parties[party].name;
            Some((words.text("debriefing-other", &[("party", name.into())]), "debriefing-other-note"))
        }
        _ => Some((words.get("debriefing-change-seats"), "debriefing-change-seats-note")),
    };
    Card::Again {
        title: words.get("debriefing-once-more"),
        seed: words.text(
            "debriefing-seed",
            &[("seed", setup.seed.to_string().into()), ("rules", (&game.rules.name).into())],
        ),
        other: other.map(|(label, note)| Begin { label, note: words.get(note), setup: moved }),
    }
}
