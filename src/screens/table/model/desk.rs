//! What every part of the model is built from, worked out once.

use crate::opponents::Belief;
use crate::rules::appraise::{Appraisal, Cause, appraise};
use crate::rules::event::OfferStatus;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, IssueId, OptionId, PartyId, PartySet, Points};
use crate::rules::legal::{Bargain, Legal, Refusal, bargains};
use crate::rules::package::Proposal;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;
use crate::screens::estimate::{Band, Figures, Minds, tone_in};
use crate::screens::table::draft::{Draft, Edit};
use crate::view::View;
use crate::words::tell::Teller;
use crate::words::{Arg, Words};

use super::{Line, Mark, Mend, why};

pub(super) struct Desk<'a> {
    pub(super) game: &'a Game,
    pub(super) view: &'a View,
    /// What the seat has reason to believe.
    pub(super) belief: &'a Belief,
    pub(super) words: &'a Words,
    pub(super) draft: &'a Draft,
    pub(super) seat: PartyId,
    pub(super) minds: Minds<'a>,
    pub(super) figures: Figures<'a>,
    pub(super) legal: Legal,
    /// Whom it could settle something with now, whoever's turn it is.
    pub(super) bargains: Vec<Bargain>,
    /// The draft as it is judged: an empty one is signed by nobody.
    pub(super) judged: Proposal,
    /// What it is to each party, from each standpoint that the seat may take.
    pub(super) appraisals: ByParty<Vec<Appraisal>>,
    /// The most that the parties of the draft could give the seat, where that was found.
    pub(super) best: Option<Points>,
    /// What the seat weighs for itself.
    pub(super) weighed: Option<Weighed<'a>>,
    /// Whether the talks of the round are over.
    pub(super) over: bool,
    /// Whether nothing is left to draft: all that could be settled is signed, with no offer to answer; the talks are over and no draft is
    /// left; or the seat's government has fallen.
    pub(super) settled: bool,
}

/// The draft as the seat weighs it; where nothing is drafted, what it has just signed.
pub(super) struct Weighed<'a> {
    /// Where it is weighed from: what is signed counts as in force, but for what is weighed itself.
    pub(super) from: Standpoint<'a>,
    pub(super) proposal: Proposal,
    pub(super) own: Appraisal,
    /// Whether it is signed.
    pub(super) signed: bool,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        game: &'a Game,
        view: &'a View,
        words: &'a Words,
        draft: &'a Draft,
        belief: &'a Belief,
        over: bool,
    ) -> Self {
        let minds = Minds::new(game, view, belief);
        let mut judged = draft.proposal().clone();
        if judged.package.is_empty() {
            judged.parties = PartySet::NONE;
        }
        let appraisals = game.by_party(|party| minds.appraisals(party, &judged));
        let mut desk = Self {
            game,
            view,
            belief,
            words,
            draft,
            seat: view.seat,
            figures: Figures::new(words, game),
            legal: view.legal(game),
            bargains: bargains(game, &view.position, view.seat),
            minds,
            judged,
            appraisals,
            best: None,
            weighed: None,
            over,
            settled: false,
        };
        desk.weighed = desk.drafted().or_else(|| desk.as_signed());
        let idle = over && draft.package().is_empty();
        desk.settled = desk.fallen() || idle || desk.all_signed();
        desk
    }

    fn drafted(&self) -> Option<Weighed<'a>> {
        let own = self.own().filter(|_| !self.judged.package.is_empty())?.clone();
        Some(Weighed { from: self.minds.own.clone(), proposal: self.judged.clone(), own, signed: false })
    }

    /// The pact that the seat has just signed and that is not yet in force: where there is one, for several are not judged as one.
    fn as_signed(&self) -> Option<Weighed<'a>> {
        let at = self.at();
        let waits = |parties| at.signed().any(|pact| pact.parties == parties);
        let mut signed = at.offers.iter().filter(|offer| {
            let parties = offer.proposal.parties;
            offer.status == OfferStatus::Signed && parties.has(self.seat) && waits(parties)
        });
        let (only, None) = (signed.next()?, signed.next()) else { return None };
        let from = Standpoint::in_force(self.game, at);
        let own = appraise(&from, self.seat, &only.proposal);
        Some(Weighed { from, proposal: only.proposal.clone(), own, signed: true })
    }

    /// Whether the seat's own government has fallen.
    pub(super) fn fallen(&self) -> bool {
        !self.at().acts(self.seat)
    }

    /// Whether the seat has signed a pact that waits for the votes: what is weighed now is weighed with it.
    pub(super) fn has_signed(&self) -> bool {
        self.at().signed().any(|pact| pact.parties.has(self.seat))
    }

    /// Why nothing can be put to some parties now; `None` if something can.
    pub(super) fn closed_to(&self, parties: PartySet) -> Option<String> {
        let Self { game, seat, .. } = *self;
        let at = self.at();
        if self.bargains.iter().any(|open| open.parties == parties) {
            return None;
        }
        let (cable, cost) = (game.seating(at.round, parties).is_none(), game.rules.costs.cable);
        let why = if !parties.both(at.collapsed).is_empty() {
            Refusal::Parties
        } else if cable && at.round >= game.level.last_round() {
            Refusal::TooLate
        } else if cable && at.capital[seat] < cost {
            Refusal::Capital { cost }
        } else {
            return Some(self.get("table-nothing-to-settle"));
        };
        Some(self.refusal(&why))
    }

    fn all_signed(&self) -> bool {
        self.draft.package().is_empty()
            && self.legal.answer.is_empty()
            && self.has_signed()
            && self.bargains.is_empty()
    }

    pub(super) fn at(&self) -> &'a Position {
        &self.view.position
    }

    pub(super) fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    pub(super) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    pub(super) fn name(&self, party: PartyId) -> &'a str {
        &self.game.level.parties[party].name
    }

    pub(super) fn mark(&self, party: PartyId) -> Mark {
        let rule = &self.game.level.parties[party];
        Mark { party: party.index(), letter: rule.letter.clone(), name: rule.name.clone() }
    }

    /// The names of some parties in one phrase.
    pub(super) fn names(&self, parties: PartySet) -> String {
        let names: Vec<&str> = parties.iter().map(|p| self.name(p)).collect();
        match names.as_slice() {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => {
                self.text("table-and", &[("first", first.join(", ").into()), ("last", (*last).into())])
            }
        }
    }

    /// Tells the player what the rules say.
    pub(super) fn teller(&self) -> Teller<'a> {
        Teller::new(self.words, self.game, self.at(), Some(self.seat))
    }

    /// Why something cannot be done, and what helps.
    pub(super) fn refusal(&self, refusal: &Refusal) -> String {
        self.teller().refusal(*refusal)
    }

    pub(super) fn issue(&self, issue: IssueId) -> &'a str {
        &self.game.level.issue(issue).name
    }

    pub(super) fn choice(&self, issue: IssueId, option: OptionId) -> &'a str {
        &self.game.level.choice(issue, option).name
    }

    /// The player's own judgement of the draft.
    pub(super) fn own(&self) -> Option<&Appraisal> {
        self.appraisals[self.seat].first()
    }

    /// A change in one press: what it does to an issue.
    pub(super) fn mend(&self, issue: IssueId, option: Option<OptionId>) -> Mend {
        let label = match option {
            Some(option) => self.text(
                "table-mend-set",
                &[("issue", self.issue(issue).into()), ("option", self.choice(issue, option).into())],
            ),
            None => self.text("table-mend-clear", &[("issue", self.issue(issue).into())]),
        };
        Mend { label, edit: Edit::Term(issue, option) }
    }

    /// Where a line of an appraisal comes from.
    fn cause(&self, cause: Cause) -> String {
        self.teller().cause(cause)
    }

    /// What a party's lines add up to for a cause, over all its standpoints.
    pub(super) fn line_of(&self, party: PartyId, cause: Cause) -> Option<Band> {
        Band::of(
            self.appraisals[party]
                .iter()
                .map(|appraisal| appraisal.lines.iter().filter(|l| l.cause == cause).map(|l| l.points).sum()),
        )
    }

    /// The lines of a party's appraisals without its no deal, the largest first.
    pub(super) fn lines(&self, party: PartyId) -> Vec<Line> {
        let mut causes: Vec<Cause> = Vec::new();
        for line in self.appraisals[party].iter().flat_map(|a| &a.lines) {
            if line.cause != Cause::NoDeal && !causes.contains(&line.cause) {
                causes.push(line.cause);
            }
        }
        let mut lines: Vec<(Cause, Band)> =
            causes.into_iter().filter_map(|cause| Some((cause, self.line_of(party, cause)?))).collect();
        // An estimate that rounds to nothing says nothing.
        lines.retain(|(_, band)| !self.figures.is_nothing(*band));
        lines.sort_by_key(|(cause, band)| (-(band.low + band.high).abs(), *cause));
        lines
            .into_iter()
            .map(|(cause, band)| Line {
                label: self.cause(cause),
                figure: self.figures.change_in(band),
                tone: tone_in(band),
                note: self.why(party, cause),
            })
            .collect()
    }

    /// What stands behind a cause in the eyes of a party, for whoever asks.
    fn why(&self, party: PartyId, cause: Cause) -> String {
        match cause {
            Cause::Issue(issue) => match self.judged.package.option(issue) {
                Some(option) => self.text(
                    "table-why-term",
                    &[
                        ("from", self.choice(issue, self.at().option(issue)).into()),
                        ("to", self.choice(issue, option).into()),
                    ],
                ),
                None => self.get("table-why-spared"),
            },
            Cause::Linkage(_) => self.get("table-why-linkage"),
            Cause::Columns => self.get("table-why-columns"),
            Cause::Credit => self.get("table-why-credit"),
            Cause::Pledge(id) => why::pledge(self, id),
            Cause::Threat(id) => why::threat(self, id),
            Cause::Delivery(issue) => why::delivery(self, party, issue),
            Cause::NoDeal | Cause::Resource(_) | Cause::Happening(_) => String::new(),
        }
    }
}
