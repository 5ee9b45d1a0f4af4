//! Why something cannot be done, and what helps.

use super::Teller;
use crate::rules::ids::{IssueId, OptionId};
use crate::rules::legal::Refusal;
use crate::rules::level::Constraint;
use crate::words::Arg;

impl Teller<'_> {
    /// Why something cannot be done, and what helps, in one paragraph.
    #[must_use]
    pub fn refusal(&self, refusal: Refusal) -> String {
        let (what, help) = (self.refusal_what(refusal), self.refusal_help(refusal));
        self.text("tell-refusal", &[("what", what.into()), ("help", help.into())])
    }

    /// Why something cannot be done.
    #[must_use]
    pub fn refusal_what(&self, refusal: Refusal) -> String {
        let (key, args) = self.refusal_parts(refusal);
        self.sentence(key, &args)
    }

    /// What helps.
    #[must_use]
    pub fn refusal_help(&self, refusal: Refusal) -> String {
        let (key, args) = self.refusal_parts(refusal);
        self.text(&format!("{key}.help"), &args)
    }

    fn refusal_parts(&self, refusal: Refusal) -> (&'static str, Vec<(&'static str, Arg<'static>)>) {
        let about = |issue: IssueId| vec![("issue", self.issue(issue).into())];
        let plain = Vec::new;
        match refusal {
            Refusal::Over => ("tell-refusal-over", plain()),
            Refusal::WrongPhase => ("tell-refusal-phase", plain()),
            Refusal::NotYourTurn => ("tell-refusal-turn", plain()),
            Refusal::Done => ("tell-refusal-done", plain()),
            Refusal::Collapsed => ("tell-refusal-collapsed", plain()),
            Refusal::Stale => ("tell-refusal-stale", plain()),
            Refusal::Unknown => ("tell-refusal-unknown", plain()),
            Refusal::Parties => ("tell-refusal-parties", plain()),
            Refusal::Empty => ("tell-refusal-empty", plain()),
            Refusal::Idle(issue) => ("tell-refusal-idle", about(issue)),
            Refusal::Consent(issue) => {
                let rule = self.game.level.issues.get(issue.index());
                let parties = rule.map(|rule| self.parties(rule.consent)).unwrap_or_default();
                let mut args = about(issue);
                args.push(("parties", parties.into()));
                ("tell-refusal-consent", args)
            }
            Refusal::Held(issue, pact) => {
                let mut args = about(issue);
                args.push(("pact", self.pact(pact).into()));
                ("tell-refusal-held", args)
            }
            Refusal::Reserved(issue) => ("tell-refusal-reserved", about(issue)),
            Refusal::InPerson(issue) => ("tell-refusal-in-person", about(issue)),
            Refusal::RedLine(issue, option) => {
                ("tell-refusal-red-line", vec![("term", self.term(issue, option).into())])
            }
            Refusal::Constraint(index) => self.constraint(usize::from(index)),
            Refusal::Credit => ("tell-refusal-credit", plain()),
            Refusal::Headline => ("tell-refusal-headline", plain()),
            Refusal::NoOffersLeft => ("tell-refusal-offers", plain()),
            Refusal::NoSpeechesLeft => ("tell-refusal-speeches", plain()),
            Refusal::Capital { cost } => ("tell-refusal-capital", vec![("cost", cost.into())]),
            Refusal::TooLate => ("tell-refusal-late", plain()),
            Refusal::NoSuchOffer => ("tell-refusal-no-offer", plain()),
            Refusal::NotYet => ("tell-refusal-not-yet", plain()),
            Refusal::NotHere => ("tell-refusal-not-here", plain()),
            Refusal::NotControlled(issue) => ("tell-refusal-not-controlled", about(issue)),
            Refusal::Announced(issue) => ("tell-refusal-announced", about(issue)),
            Refusal::NoSuchMeasure => ("tell-refusal-no-measure", plain()),
            Refusal::NotInPlay(issue) => ("tell-refusal-not-in-play", about(issue)),
            Refusal::TooManyClauses { most: 0 } => ("tell-refusal-no-clauses", plain()),
            Refusal::TooManyClauses { most } => ("tell-refusal-clauses", vec![("most", most.into())]),
            Refusal::ClauseTerm(issue) => ("tell-refusal-clause-term", about(issue)),
            Refusal::ClauseFixed(issue) => ("tell-refusal-clause-fixed", about(issue)),
            Refusal::ClauseTwice(issue) => ("tell-refusal-clause-twice", about(issue)),
            Refusal::ClauseCircle(issue) => ("tell-refusal-clause-circle", about(issue)),
            Refusal::ClauseContradiction(issue) => ("tell-refusal-clause-contradiction", about(issue)),
            Refusal::ClauseIdle(issue) => ("tell-refusal-clause-idle", about(issue)),
            Refusal::Entangled(issue) => ("tell-refusal-entangled", about(issue)),
            Refusal::NotAsked => ("tell-refusal-not-asked", plain()),
            Refusal::NoSuchProject => ("tell-refusal-no-project", plain()),
            Refusal::NoDelay => ("tell-refusal-no-delay", plain()),
            Refusal::NoSuchRung(id) => ("tell-refusal-no-rung", self.threat_args(id)),
            Refusal::NoBreach(pact) => ("tell-refusal-no-breach", vec![("pact", self.pact(pact).into())]),
            Refusal::NothingToTakeBack => ("tell-refusal-nothing-back", plain()),
            Refusal::SeenByOthers => ("tell-refusal-seen", plain()),
            Refusal::Telling => ("tell-refusal-telling", plain()),
        }
    }

    fn constraint(&self, index: usize) -> (&'static str, Vec<(&'static str, Arg<'static>)>) {
        match self.game.level.constraints.get(index) {
            Some(Constraint::Together(terms)) => {
                let terms = terms.iter().map(|(issue, option)| self.term(*issue, *option)).collect();
                ("tell-refusal-together", vec![("terms", self.then(terms).into())])
            }
            Some(Constraint::Exclusive(issues)) => {
                let issues = issues.iter().map(|issue| self.issue(*issue)).collect();
                ("tell-refusal-exclusive", vec![("issues", self.all_of(issues).into())])
            }
            None => ("tell-refusal-constraint", Vec::new()),
        }
    }

    /// A change to a package: a term to set, or an issue to leave out.
    #[must_use]
    pub fn package_change(&self, issue: IssueId, option: Option<OptionId>) -> String {
        match option {
            Some(option) => self.term(issue, option),
            None => self.text("tell-change-leave", &[("issue", self.issue(issue).into())]),
        }
    }
}
