//! What a party can do alone this round: each measure with its cost and its effect, in words and figures.
//!
//! Effects are worked out in a position where the measure is taken and the pacts signed this round are in force, by the same
//! evaluator that judges everything else.

use super::effect::Desk;
use crate::rules::command::{Command, Measure, Rung};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{BlocId, IssueId, ResourceId, Round};
use crate::rules::legal::{check, moved};
use crate::rules::level::Alone;
use crate::rules::position::Phase;
use crate::screens::cards;
use crate::screens::estimate::in_ten;
use crate::screens::ladder::Ladder;
use crate::screens::pages::{Page, Word};
use crate::screens::weighing::{Line, Scales};
use crate::screens::wording::tone;
use crate::view::View;
use crate::words::{self, Words};

/// A measure.
pub type Card = cards::Card<Measure>;

/// Measures of a kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The kind.
    pub title: String,
    /// What they are about; may be empty.
    pub note: String,
    /// The page that says more of it.
    pub page: Page,
    /// The threat that they are about.
    pub ladder: Option<Ladder>,
    /// The measures, those that are open first.
    pub cards: Vec<Card>,
}

/// Everything that the screen shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Model {
    /// The measures by kind; the first is to do nothing.
    pub groups: Vec<Group>,
    /// Political capital that is left.
    pub capital: String,
    /// The pacts signed this round, and what one's own chamber would do.
    pub pacts: Vec<Line>,
    /// The note while the others choose.
    pub waiting: Option<String>,
    /// Why the last command was refused.
    pub refusal: Option<String>,
}

impl Model {
    /// Builds it. `busy` says that the others still choose.
    #[must_use]
    pub fn build(game: &Game, view: &View, words: &Words, busy: bool, refusal: Option<String>) -> Self {
        let mut base = view.position.clone();
        for pact in view.position.signed() {
            if let Some(package) = &pact.package {
                base.apply(game, &Event::InForce { pact: pact.id, package: package.clone() });
            }
        }
        let desk = Desk(Scales::new(game, view, words, base));
        let waits = busy || view.position.picked.has(view.seat) || view.position.phase != Phase::Measures;
        Self {
            groups: desk.groups(),
            capital: view.position.capital[view.seat].to_string(),
            pacts: view.position.signed().map(|pact| desk.pact(pact)).collect(),
            waiting: waits.then(|| words.get("measures-waiting")),
            refusal,
        }
    }

    /// All cards in order.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.groups.iter().flat_map(|group| &group.cards)
    }
}

impl Desk<'_> {
    fn groups(&self) -> Vec<Group> {
        let level = &self.game.level;
        let moves = level.issue_ids().flat_map(|issue| self.moves(issue)).collect();
        let blocs = level.parties[self.seat()].chamber.as_ref().map_or(0, |c| c.blocs.len());
        let blocs = if self.game.rules.on.chambers { blocs } else { 0 };
        let lobby = (0..blocs).map(|b| self.lobby(BlocId::from_index(b))).collect();
        let stocks = (0..level.resources.len())
            .map(ResourceId::from_index)
            .filter(|r| self.game.rules.on.minerals && level.resource(*r).user == self.seat())
            .flat_map(|r| self.supply(r))
            .collect();
        let nothing = vec![self.card(Measure::Nothing, String::new(), Vec::new())];
        let plain = |key: &str, word, cards: Vec<Card>| Group {
            title: self.words.get(key),
            note: String::new(),
            page: Page::Word(word),
            ladder: None,
            cards,
        };
        let mut groups = vec![plain("measures-wait", Word::Measure, nothing)];
        groups.extend(self.threats_against());
        groups.push(Group {
            note: self.words.get("measures-snap-back-note"),
            ..plain("measures-snap-back", Word::Promise, self.snap_backs())
        });
        groups.push(plain("measures-move", Word::Controller, moves));
        groups.push(plain("measures-lobby", Word::Bloc, lobby));
        groups.push(plain("measures-supply", Word::Measure, stocks));
        groups.extend(self.own_threats());
        groups.extend(self.threats_between());
        groups.push(Group {
            note: self.words.get("measures-break-note"),
            ..plain("measures-break", Word::Promise, self.breaks())
        });
        groups.retain(|group| !group.cards.is_empty() || group.ladder.is_some());
        for group in &mut groups {
            group.cards.sort_by_key(|card| card.off.is_some());
        }
        groups
    }

    pub(super) fn card(&self, measure: Measure, about: String, lines: Vec<Line>) -> Card {
        let cost = self.teller.measure_capital(measure);
        let off = check(self.game, self.at(), self.seat(), &Command::Act(measure)).err();
        Card {
            value: measure,
            title: self.title(measure),
            about,
            // What a breach costs stands in its lines.
            cost: match measure {
                Measure::Break(_) | Measure::Threat(_, Rung::BackDown) => String::new(),
                _ => self.words.text("measures-cost", &[("cost", cost.into())]),
            },
            lines,
            off: off.map(|why| self.teller.refusal(why)),
        }
    }

    fn title(&self, measure: Measure) -> String {
        match measure {
            Measure::Nothing => self.words.get("measures-nothing"),
            Measure::Move { issue, .. } => self.teller.issue(issue),
            Measure::Lobby(bloc) => self.teller.bloc(self.seat(), bloc),
            Measure::BuildStock(resource) => {
                self.words.text("measures-build", &[("resource", self.teller.resource(resource).into())])
            }
            Measure::FundCapacity(resource) => {
                self.words.text("measures-fund", &[("resource", self.teller.resource(resource).into())])
            }
            Measure::Threat(_, rung) => self.rung_title(rung),
            Measure::Break(issue) => {
                self.words.text("measures-break-issue", &[("issue", self.teller.issue(issue).into())])
            }
            Measure::SnapBack(pact) => {
                self.words.text("measures-snap-back-pact", &[("pact", self.teller.pact(pact).into())])
            }
        }
    }

    /// The moves of an issue that the seat controls: one for each step that is left, or one that says why there is none.
    fn moves(&self, issue: IssueId) -> Vec<Card> {
        let rule = self.game.level.issue(issue);
        let now = self.at().option(issue);
        let left = match rule.alone {
            Alone::TowardsFirst => usize::from(now.0),
            Alone::TowardsLast => rule.options.len() - 1 - now.index(),
            Alone::Never => return Vec::new(),
        };
        if rule.controller != Some(self.seat()) {
            return Vec::new();
        }
        // What bars the first step bars all of them: it is said once.
        let open = moved(self.game, self.at(), self.seat(), issue, 1).is_ok();
        let steps = 1..=u8::try_from(if open { left } else { 1 }).unwrap_or(u8::MAX);
        steps
            .map(|steps| {
                let measure = Measure::Move { issue, steps };
                match moved(self.game, self.at(), self.seat(), issue, steps) {
                    Ok(option) => {
                        let change = ("from", self.teller.option(issue, now).into());
                        let about = self.words.text(
                            "measures-from-to",
                            &[change, ("to", self.teller.option(issue, option).into())],
                        );
                        let by = Some(self.seat());
                        self.card(measure, about, self.worth(&Event::IssueMoved { issue, option, by }))
                    }
                    Err(_) => self.card(measure, self.teller.option(issue, now), Vec::new()),
                }
            })
            .collect()
    }

    fn lobby(&self, bloc: BlocId) -> Card {
        let (game, seat) = (self.game, self.seat());
        let now = self.at().lobbying(seat, bloc);
        let mut after = self.at().clone();
        after.apply(game, &Event::LobbyMoved { party: seat, bloc, now: now + game.rules.lobby_net });
        let plain = |label, figure, tone| Line { label, figure, tone, note: String::new() };
        let by = game.rules.lobby_net;
        let mut lines = vec![plain(self.words.get("measures-attitude"), words::signed(by, ""), tone(by))];
        for pact in self.at().signed().filter(|pact| pact.parties.has(seat)) {
            let (Some(was), Some(is)) = (self.forecast(self.at(), pact), self.forecast(&after, pact)) else {
                continue;
            };
            let figure = self.words.text(
                "measures-chances-change",
                &[
                    ("from", in_ten(was.passing, was.swings).into()),
                    ("to", in_ten(is.passing, is.swings).into()),
                ],
            );
            lines.push(plain(self.pact_name(pact), figure, tone(is.passing - was.passing)));
        }
        let seats = game.level.bloc(seat, bloc).map_or(0, |b| b.seats);
        let about = self.words.text(
            "measures-lobby-about",
            &[("seats", seats.into()), ("fade", words::points(game.rules.lobby_fade).into())],
        );
        self.card(Measure::Lobby(bloc), about, lines)
    }

    fn supply(&self, id: ResourceId) -> Vec<Card> {
        let resource = self.game.level.resource(id);
        let stock = self.at().stocks[id.index()];
        let mut cards = Vec::new();
        if resource.build > 0 {
            let now = stock.left + resource.build;
            let about = self.words.text(
                "measures-build-about",
                &[("from", words::points(stock.left).into()), ("to", words::points(now).into())],
            );
            let event = Event::StockMoved { resource: id, now, short: stock.short };
            cards.push(self.card(Measure::BuildStock(id), about, self.worth(&event)));
        }
        if let Some((adds, lead)) = resource.capacity {
            let from = Round(self.at().round.0.saturating_add(lead));
            let about = self.words.text(
                "measures-fund-about",
                &[("adds", words::points(adds).into()), ("round", from.0.into())],
            );
            let event = Event::CapacityFunded { resource: id, from };
            let late = from > self.game.level.last_round();
            let lines = if late { Vec::new() } else { self.worth(&event) };
            let about = if late { self.words.get("measures-fund-late") } else { about };
            cards.push(self.card(Measure::FundCapacity(id), about, lines));
        }
        cards
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
