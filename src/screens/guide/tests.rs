//! The guide of the tutorial, step by step: it goes by what is done.

use std::sync::Arc;

use super::model::{Now, Progress};
use crate::play::Match;
use crate::rules::command::Command;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId};
use crate::rules::level::{Hint, Moment, Point};
use crate::rules::package::{Package, Proposal};
use crate::session::Page;
use crate::storage::Library;

const FREIGHT: IssueId = IssueId(0);
const SHIPS: IssueId = IssueId(1);
/// Six coins, and one ship.
const LAST: u16 = 5;
const UPLANDS: PartyId = PartyId(0);
const HARBOUR: PartyId = PartyId(1);

struct Table {
    play: Match,
    draft: Package,
    worse: bool,
    progress: Progress,
}

impl Table {
    fn new() -> Self {
        let game = Library::default().game("tutorial", None, None).unwrap();
        Self {
            play: Match::new(game, 5),
            draft: Package::empty(),
            worse: false,
            progress: Progress::default(),
        }
    }

    fn game(&self) -> Arc<Game> {
        self.play.game().clone()
    }

    fn hint(&mut self, page: Page, over: bool) -> Option<Hint> {
        let now =
            Now { page, over, view: self.play.view(UPLANDS), draft: Some(&self.draft), worse: self.worse };
        let game = self.play.game();
        self.progress.follow(&game.level.guide, &now).map(|at| game.level.guide[at].clone())
    }

    /// The moment and the point of the hint on a page that is not over.
    fn on(&mut self, page: Page) -> Option<(Moment, Point)> {
        self.hint(page, false).map(|hint| (hint.when, hint.point))
    }

    fn draft(&mut self, issue: IssueId, option: u16) {
        self.draft.set(issue, OptionId(option));
    }

    fn offer(&mut self, by: PartyId, answers: bool) {
        let game = self.game();
        let answers = answers.then(|| self.play.truth().offers.last().unwrap().id);
        let proposal = Proposal::plain(&game.level, game.level.everyone(), self.draft.clone());
        self.play.command(by, Command::Propose { proposal, answers }).unwrap();
    }
}

#[test]
fn a_first_game_is_guided_by_what_is_done() {
    let mut table = Table::new();
    assert_eq!(table.on(Page::Brief), Some((Moment::Brief, Point::Fallback)));
    assert_eq!(
        table.on(Page::Brief),
        Some((Moment::Brief, Point::Fallback)),
        "it stays until something is done"
    );
    assert_eq!(table.on(Page::News), Some((Moment::News, Point::Main)));
    assert_eq!(table.on(Page::Talks), Some((Moment::Talks, Point::Term(FREIGHT))));
    table.draft(FREIGHT, 3);
    assert_eq!(
        table.on(Page::Talks),
        Some((Moment::Talks, Point::Term(FREIGHT))),
        "three steps are not five"
    );
    table.draft(FREIGHT, LAST);
    assert_eq!(table.on(Page::Talks), Some((Moment::Talks, Point::Term(SHIPS))));
    table.draft(SHIPS, LAST);
    table.worse = true;
    assert_eq!(table.on(Page::Talks), Some((Moment::Worse, Point::Fallback)));
    table.worse = false;
    assert_eq!(table.on(Page::Talks), Some((Moment::Talks, Point::Main)));
    table.offer(UPLANDS, false);
    assert_eq!(table.on(Page::Talks), None, "nothing is to be done while the other thinks");
    table.draft(SHIPS, 4);
    table.offer(HARBOUR, true);
    assert_eq!(table.on(Page::Talks), Some((Moment::Offer, Point::Offers)));
    let offer = table.play.truth().offers.last().unwrap().id;
    table.play.command(UPLANDS, Command::Accept(offer)).unwrap();
    assert_eq!(table.on(Page::Talks), Some((Moment::Signed, Point::Done)));
    let closed = table.hint(Page::Talks, true).unwrap();
    assert_eq!((closed.when, closed.point), (Moment::Closed, Point::Main));
    assert_eq!(table.on(Page::Reckoning), Some((Moment::Reckoning, Point::Main)));
    // In the rounds after a pact there is a hint each, for they look as if something were to be done.
    for _ in 0..3 {
        assert_eq!(table.on(Page::News), None);
        assert_eq!(table.on(Page::Talks), Some((Moment::Signed, Point::Done)));
        assert_eq!(table.on(Page::Reckoning), None);
    }
    // What has been learned once is not said again.
    for page in [Page::News, Page::Talks, Page::Reckoning] {
        assert_eq!(table.on(page), None, "{page:?}");
    }
    assert_eq!(table.on(Page::Result), None, "the result speaks for itself");
}

#[test]
fn what_is_done_early_is_not_asked_for() {
    let mut table = Table::new();
    table.draft(SHIPS, LAST);
    assert_eq!(table.on(Page::Talks), Some((Moment::Talks, Point::Term(FREIGHT))));
    table.draft(FREIGHT, LAST);
    assert_eq!(table.on(Page::Talks), Some((Moment::Talks, Point::Main)));
    table.draft = Package::empty();
    assert_eq!(table.on(Page::Talks), Some((Moment::Talks, Point::Main)), "done is done");
}

#[test]
fn who_offers_something_else_is_not_asked_to_step_on() {
    let mut table = Table::new();
    table.draft(FREIGHT, 4);
    table.draft(SHIPS, LAST);
    assert_eq!(table.on(Page::Talks), Some((Moment::Talks, Point::Term(FREIGHT))));
    table.offer(UPLANDS, false);
    assert_eq!(table.on(Page::Talks), None);
}

#[test]
fn a_refusal_is_shown_where_it_is_explained() {
    let mut table = Table::new();
    table.draft(FREIGHT, 5);
    table.draft(SHIPS, 1);
    table.on(Page::Talks);
    table.offer(UPLANDS, false);
    let offer = table.play.truth().offers.last().unwrap().id;
    table.play.command(HARBOUR, Command::Decline { offer, reason: None }).unwrap();
    assert_eq!(table.on(Page::Talks), Some((Moment::Refused, Point::Offers)));
}

#[test]
fn a_level_without_a_guide_has_no_hints() {
    let library = Library::default();
    for level in ["tokyo_2025", "busan_2025", "three_party_pie"] {
        let game = library.game(level, None, None).unwrap();
        let play = Match::new(game.clone(), 1);
        let now = Now { page: Page::Brief, over: false, view: play.view(UPLANDS), draft: None, worse: false };
        assert_eq!(Progress::default().follow(&game.level.guide, &now), None, "{level}");
    }
}
