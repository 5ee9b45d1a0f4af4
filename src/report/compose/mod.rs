//! Puts a debrief into words and charts: an article and six sheets of figures.
//!
//! A sentence stands only where what it says is so: each is chosen by what happened, and every figure in it is worked out.

mod affirmation;
mod article;
mod beliefs;
mod chart;
mod front;
mod frontier;
mod home;
mod ledger;
mod pair;
#[cfg(test)]
mod recount;
#[cfg(test)]
mod tests;
mod turns;

use super::document::{Cell, Document, Head, Row, Sheet, Tab, Table};
use crate::analysis::Ratio;
use crate::debrief::{Debrief, PactStory, Source};
use crate::rules::event::PactStatus;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::payoff::Payoff;
use crate::words::tell::{Teller, capital};
use crate::words::{Arg, Words, nested, percent};

/// A debrief in words and charts.
#[must_use]
pub fn document(words: &Words, debrief: &Debrief) -> Document {
    let maker = Maker { words, debrief, tell: Teller::new(words, &debrief.game, &debrief.end, None) };
    let game = &debrief.game;
    let sheet = |tab: Tab| {
        let (page, side) = match tab {
            Tab::Front => maker.front(),
            Tab::Frontier => maker.frontier(),
            Tab::Turns => maker.turns(),
            Tab::Home => maker.home(),
            Tab::Ledger => maker.ledger(),
            Tab::Beliefs => maker.beliefs(),
            Tab::Affirmation => maker.affirmation(),
        };
        Sheet { tab, title: words.get(title_key(tab)), page, side }
    };
    Document {
        title: game.level.title.clone(),
        about: words.text(
            "debrief-about",
            &[
                ("rules", (&game.rules.name).into()),
                ("rounds", debrief.end.round.0.into()),
                ("seed", debrief.seed.to_string().into()),
            ],
        ),
        sheets: Tab::ALL.into_iter().map(sheet).filter(|sheet| !sheet.page.is_empty()).collect(),
    }
}

fn title_key(tab: Tab) -> &'static str {
    match tab {
        Tab::Front => "debrief-tab-front",
        Tab::Frontier => "debrief-tab-frontier",
        Tab::Turns => "debrief-tab-turns",
        Tab::Home => "debrief-tab-home",
        Tab::Ledger => "debrief-tab-ledger",
        Tab::Beliefs => "debrief-tab-beliefs",
        Tab::Affirmation => "debrief-tab-affirmation",
    }
}

/// Words a debrief.
struct Maker<'a> {
    words: &'a Words,
    debrief: &'a Debrief,
    tell: Teller<'a>,
}

impl Maker<'_> {
    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    fn everyone(&self) -> PartySet {
        self.debrief.game.level.everyone()
    }

    fn party(&self, party: PartyId) -> String {
        self.tell.party(party)
    }

    /// The name of a party, as an argument.
    fn named(&self, party: PartyId) -> Arg<'static> {
        self.party(party).into()
    }

    fn share(ratio: Ratio) -> String {
        percent(i64::try_from(ratio.rounded(10_000)).unwrap_or(i64::MAX) / 100 * 100)
    }

    /// A column for each party.
    fn heads(&self) -> Vec<Head> {
        self.everyone().iter().map(|party| Head { text: self.party(party), party: Some(party) }).collect()
    }

    /// A row with a figure for each party.
    fn row(&self, label: String, cell: impl Fn(PartyId) -> Cell) -> Row {
        Row { label, cells: self.everyone().iter().map(cell).collect(), ..Row::default() }
    }

    /// What changed for each party.
    fn changes(&self, label: String, of: impl Fn(PartyId) -> Points) -> Row {
        self.row(label, |party| self.change(of(party)))
    }

    fn change(&self, points: Points) -> Cell {
        Cell::change(self.tell.signed(points), points)
    }

    fn figure(&self, points: Points) -> Cell {
        Cell::plain(self.tell.figure(points))
    }

    fn by_party(&self, corner: &str, rows: Vec<Row>) -> Table {
        Table { corner: self.get(corner), heads: self.heads(), rows }
    }

    /// The pacts that stand at the end.
    fn standing(&self) -> impl Iterator<Item = &PactStory> {
        self.debrief.pacts.iter().filter(|story| story.pact.status == PactStatus::Stands)
    }

    /// What a pact is called within a sentence: its headline, or whose it is.
    fn pact_name(&self, story: &PactStory) -> String {
        match self.headline_of(story) {
            Some(headline) => self.say("debrief-pact-headed", &[("headline", nested(&headline).into())]),
            None => {
                self.say("debrief-pact-plain", &[("parties", self.tell.parties(story.pact.parties).into())])
            }
        }
    }

    /// The headline that a pact was published under, with no quotation marks around it.
    fn headline_of(&self, story: &PactStory) -> Option<String> {
        let headline = story.pact.communique.headline?;
        self.debrief.game.level.headline(headline).map(|headline| headline.text.clone())
    }

    /// A stop of the calendar: its place.
    fn place(&self, round: crate::rules::ids::Round) -> String {
        let stop = self.debrief.game.level.rounds.get(round.index());
        stop.map_or_else(String::new, |stop| stop.name.clone())
    }

    fn source(&self, source: Source) -> String {
        match source {
            Source::Pact(pact) => match self.debrief.pacts.iter().find(|story| story.pact.id == pact) {
                Some(story) => self.headline_of(story).unwrap_or_else(|| capital(self.pact_name(story))),
                None => self.tell.pact(pact),
            },
            Source::Measure(party) => self.say("debrief-source-measures", &[("party", self.named(party))]),
            Source::Threat(threat) => self.say(
                "debrief-source-threat",
                &[("threat", self.debrief.game.level.threat(threat).name.as_str().into())],
            ),
            Source::Projects(pledge) => {
                self.say("debrief-source-projects", &[("pledge", self.tell.pledge(pledge).into())])
            }
            Source::World => self.get("debrief-source-world"),
            Source::Collapse(party) => self.say("debrief-source-collapse", &[("party", self.named(party))]),
        }
    }

    /// The first point that a rule picks.
    fn pick(&self, solution: &[usize]) -> Option<Payoff> {
        solution.first().and_then(|at| self.debrief.could.survey.rational.points().get(*at)).copied()
    }

    /// The largest gain of all together that a package of all promised at the first decision; `None` if none left nobody worse off.
    fn most(&self) -> Option<Points> {
        let survey = &self.debrief.could.survey;
        survey.rational.points().iter().map(|points| survey.joint(points)).max()
    }
}
