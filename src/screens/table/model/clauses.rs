//! Clauses of the draft: those that stand under a term, and the one that is being put together.

use crate::rules::clause::{Clause, Test, When};
use crate::rules::ids::{IssueId, OptionId, PartySet, Round};
use crate::rules::legal::{Refusal, clause_choices};
use crate::screens::estimate::{Band, tone_in};
use crate::screens::table::Phrasing;
use crate::theme::Tone;

use super::desk::Desk;

/// More options than these are told by the first and the last.
const MOST_OPTIONS: usize = 3;

/// A clause that stands in the draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// Which.
    pub clause: Clause,
    /// What it says of its term.
    pub text: String,
    /// What dropping it is called.
    pub drop: String,
}

/// The control of a term that opens the choice of a clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opener {
    /// What it does, with the name of the issue.
    pub name: String,
    /// Why there is nothing to choose.
    pub off: Option<String>,
}

/// The clause that is being put together: three choices, the later of which follow from the earlier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picker {
    /// The places chosen, within what is offered.
    pub at: Phrasing,
    /// What it can say.
    pub kinds: Vec<String>,
    /// What it can look at; empty where it looks at the calendar alone.
    pub ons: Vec<String>,
    /// The options, parties or rounds it can wait for.
    pub ranges: Vec<String>,
    /// The clause chosen.
    pub clause: Option<Clause>,
    /// What it would change, party by party; or that there is nothing to choose.
    pub note: String,
    /// Whether that is welcome to the player.
    pub tone: Tone,
}

/// The clauses on a term of the draft.
pub(super) fn said(desk: &Desk<'_>, issue: IssueId) -> Vec<Said> {
    let teller = desk.teller();
    let own = desk.draft.package().clauses().iter().filter(|clause| clause.issue == issue);
    own.map(|clause| {
        let text = teller.when(clause.when);
        let drop = desk.text("table-when-drop", &[("clause", teller.clause(*clause).into())]);
        Said { clause: *clause, text, drop }
    })
    .collect()
}

/// The control of a term, where the rules have clauses.
pub(super) fn opener(desk: &Desk<'_>, issue: IssueId) -> Option<Opener> {
    let most = desk.game.rules.most_clauses;
    if most == 0 || desk.draft.package().option(issue).is_none() {
        return None;
    }
    let level = &desk.game.level;
    let bound = level.constraints.iter().any(|constraint| constraint.issues().contains(&issue));
    let clauses = desk.draft.package().clauses();
    let off = if bound || level.issue(issue).validation.is_some() {
        Some(Refusal::ClauseFixed(issue))
    } else if clauses.len() >= most && clauses.iter().all(|clause| clause.issue != issue) {
        Some(Refusal::TooManyClauses { most: u8::try_from(most).unwrap_or(u8::MAX) })
    } else {
        None
    };
    Some(Opener {
        name: desk.text("table-when-open", &[("issue", desk.issue(issue).into())]),
        off: off.map(|why| desk.teller().refusal_what(why)),
    })
}

/// What a clause looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum On {
    Issue(IssueId),
    Pact,
    Calendar,
}

fn on(clause: &Clause) -> On {
    match clause.when.test() {
        Some(Test::InForce { issue, .. }) => On::Issue(issue),
        Some(Test::Pact(_)) => On::Pact,
        None => On::Calendar,
    }
}

fn kind(clause: &Clause) -> &'static str {
    match clause.when {
        When::TakesEffectIf(_) => "table-when-effect",
        When::LapsesIf(_) => "table-when-lapse",
        When::Until(_) => "table-when-until",
    }
}

fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.fold(Vec::new(), |mut found, item| {
        if !found.contains(&item) {
            found.push(item);
        }
        found
    })
}

/// The choice of a clause, if it is open for this term and may be.
pub(super) fn picker(desk: &Desk<'_>, issue: IssueId, wanted: Phrasing) -> Option<Picker> {
    if wanted.issue != Some(issue) || opener(desk, issue).is_none_or(|opener| opener.off.is_some()) {
        return None;
    }
    let package = desk.draft.package();
    let mut all = clause_choices(desk.game, desk.at(), desk.draft.parties(), package, issue);
    all.retain(|clause| !package.clauses().contains(clause));
    let kinds = distinct(all.iter().map(kind));
    let at_kind = wanted.kind.min(kinds.len().saturating_sub(1));
    let of_kind: Vec<Clause> =
        all.into_iter().filter(|clause| Some(&kind(clause)) == kinds.get(at_kind)).collect();
    let ons = distinct(of_kind.iter().map(on));
    let at_on = wanted.on.min(ons.len().saturating_sub(1));
    let mut last: Vec<Clause> =
        of_kind.into_iter().filter(|clause| Some(&on(clause)) == ons.get(at_on)).collect();
    // What is not so already comes first, and single options come before spans of them.
    last.sort_by_key(|clause| (holds(desk, clause), !single(clause), clause.when));
    let at_range = wanted.range.min(last.len().saturating_sub(1));
    let clause = last.get(at_range).copied();
    let (note, tone) = match clause {
        Some(clause) => worth(desk, clause),
        None => (desk.get("table-when-none"), Tone::Quiet),
    };
    Some(Picker {
        at: Phrasing { issue: Some(issue), kind: at_kind, on: at_on, range: at_range },
        kinds: kinds.into_iter().map(|key| desk.get(key)).collect(),
        ons: ons.into_iter().filter_map(|on| on_words(desk, on)).collect(),
        ranges: last.iter().map(|clause| range(desk, clause.when)).collect(),
        clause,
        note,
        tone,
    })
}

/// Whether what a clause waits for is so already.
fn holds(desk: &Desk<'_>, clause: &Clause) -> bool {
    let at = desk.at();
    clause.when.test().is_some_and(|test| test.holds(|issue| at.option(issue), |parties| at.stands(parties)))
}

fn single(clause: &Clause) -> bool {
    match clause.when.test() {
        Some(Test::InForce { from, to, .. }) => from == to,
        _ => true,
    }
}

fn on_words(desk: &Desk<'_>, on: On) -> Option<String> {
    match on {
        On::Issue(issue) => Some(desk.issue(issue).to_owned()),
        On::Pact => Some(desk.get("table-when-pact")),
        On::Calendar => None,
    }
}

fn range(desk: &Desk<'_>, when: When) -> String {
    match when.test() {
        Some(Test::InForce { issue, from, to }) => {
            desk.text("table-when-is", &[("options", options(desk, issue, from, to).into())])
        }
        Some(Test::Pact(parties)) => signed_by(desk, parties),
        None => match when {
            When::Until(round) => stop(desk, round),
            When::TakesEffectIf(_) | When::LapsesIf(_) => String::new(),
        },
    }
}

fn options(desk: &Desk<'_>, issue: IssueId, from: OptionId, to: OptionId) -> String {
    if usize::from(to.0.saturating_sub(from.0)) < MOST_OPTIONS {
        let names = (from.0..=to.0).map(|at| desk.choice(issue, OptionId(at)).to_owned()).collect();
        return desk.teller().one_of(names);
    }
    let (first, last) = (desk.choice(issue, from), desk.choice(issue, to));
    desk.text("table-when-span", &[("first", first.into()), ("last", last.into())])
}

fn signed_by(desk: &Desk<'_>, parties: PartySet) -> String {
    desk.text("table-when-signed", &[("parties", desk.names(parties).into())])
}

fn stop(desk: &Desk<'_>, round: Round) -> String {
    desk.teller().stop(round)
}

/// What the draft would gain or lose by a clause, for whoever would sign it.
fn worth(desk: &Desk<'_>, clause: Clause) -> (String, Tone) {
    let mut changed = desk.judged.clone();
    changed.package.agree(clause);
    let mut parts = Vec::new();
    let mut tone = Tone::Quiet;
    let others = desk.draft.parties().without(desk.seat);
    for party in PartySet::one(desk.seat).iter().chain(others.iter()) {
        let then = desk.minds.appraisals(party, &changed);
        let moved = then.iter().zip(&desk.appraisals[party]).map(|(then, now)| then.total - now.total);
        let Some(band) = Band::of(moved) else { continue };
        let name = if party == desk.seat {
            tone = tone_in(band);
            desk.get("table-you")
        } else {
            desk.name(party).to_owned()
        };
        let figure = desk.figures.change_in(band);
        parts.push(desk.text("table-worth-spoken", &[("party", name.into()), ("figure", figure.into())]));
    }
    (desk.text("table-when-worth", &[("changes", parts.join(", ").into())]), tone)
}
