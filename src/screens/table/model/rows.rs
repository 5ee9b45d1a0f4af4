//! The terms of the draft, a row each.

use crate::rules::appraise::{Cause, appraise};
use crate::rules::clause::Clause;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet};
use crate::rules::legal::{Refusal, check_issue, check_term};
use crate::rules::package::Package;
use crate::screens::estimate::tone_in;
use crate::screens::table::Phrasing;
use crate::screens::wording::tone;
use crate::theme::Tone;

use super::clauses::{self, Opener, Picker, Said};
use super::desk::Desk;

/// A place that a term can be stepped to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The option, or `None` to leave the issue alone.
    pub option: Option<OptionId>,
    /// Its name.
    pub name: String,
    /// Why it cannot be chosen.
    pub off: Option<String>,
}

/// What a term is worth to somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Worth {
    /// The figure; empty where there is none to show.
    pub figure: String,
    /// Whether it is welcome.
    pub tone: Tone,
    /// Whose worth, and what the figure is, for screen readers.
    pub spoken: String,
}

/// A term that can be set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The issue.
    pub issue: IssueId,
    /// The name of its picture.
    pub icon: String,
    /// Its name.
    pub name: String,
    /// What the option chosen means, or what happens by itself.
    pub note: String,
    /// What it is about, and what each option is worth.
    pub tip: String,
    /// The places it can be stepped to.
    pub slots: Vec<Slot>,
    /// The place that leaves it alone.
    pub in_force: usize,
    /// The place it is at.
    pub current: usize,
    /// Whether it is left alone and will stay as it is: then there is no more to say of it than what is in force.
    pub still: bool,
    /// Worth to the player.
    pub own: Worth,
    /// Worth to the others who would sign, in the level's order.
    pub theirs: Vec<Worth>,
    /// Whether it differs from the last offer among these parties.
    pub changed: bool,
    /// The clauses that say when it counts.
    pub said: Vec<Said>,
    /// The control that adds a clause, where the term is set and the rules have clauses.
    pub opener: Option<Opener>,
    /// The clause that is being put together, if it is this term's.
    pub picker: Option<Picker>,
}

/// Terms that stand together: what one party gives, or what both do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Who gives; `None` for both.
    pub giver: Option<usize>,
    /// The head of the column.
    pub title: String,
    /// The terms.
    pub rows: Vec<Row>,
}

/// An issue that these parties cannot settle now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closed {
    /// The issue.
    pub issue: IssueId,
    /// The name of its picture.
    pub icon: String,
    /// Its name.
    pub name: String,
    /// What is in force.
    pub in_force: String,
    /// Why it cannot be set, in a few words.
    pub reason: String,
    /// The same in full, with what would help.
    pub help: String,
    /// What the draft changes of it all the same.
    pub own: Worth,
}

/// The groups, and what is closed.
pub(super) fn build(desk: &Desk<'_>, phrasing: Phrasing) -> (Vec<Group>, Vec<Closed>) {
    let Desk { game, seat, .. } = *desk;
    let parties = desk.draft.parties();
    let mut groups: Vec<Group> = Vec::new();
    let mut closed = Vec::new();
    for issue in game.issue_ids() {
        let loaded = desk.draft.package().option(issue).is_some();
        match check_issue(game, desk.at(), parties, issue) {
            Err(why) if !loaded => closed.push(self::closed(desk, issue, &why)),
            _ => {
                let giver = game.level.issue(issue).giver.filter(|g| parties.has(*g)).map(PartyId::index);
                let row = row(desk, issue, phrasing);
                match groups.iter_mut().find(|g| g.giver == giver) {
                    Some(group) => group.rows.push(row),
                    None => groups.push(Group { giver, title: title(desk, giver), rows: vec![row] }),
                }
            }
        }
    }
    let own = Some(seat.index());
    groups.sort_by_key(|g| (g.giver.is_none(), g.giver != own, g.giver));
    (groups, closed)
}

fn title(desk: &Desk<'_>, giver: Option<usize>) -> String {
    match giver {
        Some(party) => desk.text("table-gives", &[("party", desk.name(PartyId::from_index(party)).into())]),
        None => desk.text("table-together", &[("count", desk.draft.parties().len().into())]),
    }
}

fn closed(desk: &Desk<'_>, issue: IssueId, why: &Refusal) -> Closed {
    Closed {
        issue,
        icon: desk.game.level.issue(issue).icon.clone(),
        name: desk.issue(issue).to_owned(),
        in_force: signed(desk, issue, why).unwrap_or_else(|| slot_alone(desk, issue)),
        reason: shortly(desk, issue, why),
        help: desk.refusal(why),
        own: own_worth(desk, issue),
    }
}

/// What was signed of an issue this round, where the terms are known.
fn signed(desk: &Desk<'_>, issue: IssueId, why: &Refusal) -> Option<String> {
    let Refusal::Reserved(_) = why else { return None };
    let option = desk.at().signed().find_map(|pact| pact.package.as_ref()?.option(issue))?;
    Some(desk.choice(issue, option).to_owned())
}

/// Why an issue cannot be set, in a few words beside its name.
fn shortly(desk: &Desk<'_>, issue: IssueId, why: &Refusal) -> String {
    match why {
        Refusal::Consent(_) => {
            let missing = desk.game.level.issue(issue).consent.minus(desk.draft.parties());
            desk.text("table-closed-consent", &[("parties", desk.names(missing).into())])
        }
        Refusal::Held(_, pact) => {
            let parties = desk.at().pact(*pact).map_or(PartySet::NONE, |p| p.parties);
            desk.text("table-closed-held", &[("parties", desk.teller().parties(parties).into())])
        }
        Refusal::Reserved(_) => desk.get("table-closed-reserved"),
        Refusal::InPerson(_) => desk.get("table-closed-in-person"),
        other => desk.teller().refusal_what(*other),
    }
}

/// What is in force, and what comes by itself if the issue is left alone.
fn slot_alone(desk: &Desk<'_>, issue: IssueId) -> String {
    let now = desk.choice(issue, desk.at().option(issue));
    match desk.at().coming(desk.game, issue) {
        Some(change) => {
            let then = desk.choice(issue, change.option);
            desk.text("table-then", &[("now", now.into()), ("then", then.into())])
        }
        None => now.to_owned(),
    }
}

fn slots(desk: &Desk<'_>, issue: IssueId) -> (Vec<Slot>, usize, usize) {
    let Desk { game, seat, .. } = *desk;
    let at = desk.at();
    let parties = desk.draft.parties();
    let now = at.option(issue);
    let apart = at.scheduled(game, issue);
    let mut slots = Vec::new();
    let mut in_force = 0;
    for option in (0..game.level.issue(issue).options.len()).map(OptionId::from_index) {
        if option == now {
            in_force = slots.len();
            slots.push(Slot { option: None, name: slot_alone(desk, issue), off: None });
            if !apart {
                continue;
            }
        }
        let name = desk.choice(issue, option);
        let name =
            if option == now { desk.text("table-kept", &[("option", name.into())]) } else { name.to_owned() };
        let off = check_term(game, at, seat, parties, issue, option).err().map(|why| desk.refusal(&why));
        slots.push(Slot { option: Some(option), name, off });
    }
    let wanted = desk.draft.package().option(issue);
    let current = slots.iter().position(|s| s.option == wanted).unwrap_or(in_force);
    (slots, in_force, current)
}

fn own_worth(desk: &Desk<'_>, issue: IssueId) -> Worth {
    worth(desk, desk.seat, issue)
}

fn worth(desk: &Desk<'_>, party: PartyId, issue: IssueId) -> Worth {
    let band = desk.line_of(party, Cause::Issue(issue));
    let set = desk.judged.package.option(issue).is_some();
    let Some(band) = band.filter(|b| set || *b != crate::screens::estimate::Band::exact(0)) else {
        return Worth { figure: String::new(), tone: Tone::Quiet, spoken: String::new() };
    };
    let figure = desk.figures.change_in(band);
    let spoken = desk.text(
        "table-worth-spoken",
        &[("party", desk.name(party).into()), ("figure", figure.as_str().into())],
    );
    Worth { figure, tone: tone_in(band), spoken }
}

fn row(desk: &Desk<'_>, issue: IssueId, phrasing: Phrasing) -> Row {
    let rule = desk.game.level.issue(issue);
    let (slots, in_force, current) = slots(desk, issue);
    let option = desk.draft.package().option(issue);
    let own = own_worth(desk, issue);
    let theirs: Vec<Worth> =
        desk.draft.parties().without(desk.seat).iter().map(|party| worth(desk, party, issue)).collect();
    let weighs = std::iter::once(&own).chain(&theirs).any(|worth| !worth.figure.is_empty());
    Row {
        issue,
        icon: rule.icon.clone(),
        name: rule.name.clone(),
        note: note(desk, issue, option),
        tip: tip(desk, issue, &slots),
        slots,
        in_force,
        current,
        still: option.is_none() && !weighs && desk.at().coming(desk.game, issue).is_none(),
        own,
        theirs,
        // Before anything is set there is nothing to compare.
        changed: !desk.judged.package.is_empty()
            && super::offers::last(desk).is_some_and(|o| {
                let (then, now) = (&o.proposal.package, desk.draft.package());
                let said = |package: &Package| -> Vec<Clause> {
                    package.clauses().iter().filter(|clause| clause.issue == issue).copied().collect()
                };
                then.option(issue) != option || said(then) != said(now)
            }),
        said: clauses::said(desk, issue),
        opener: clauses::opener(desk, issue),
        picker: clauses::picker(desk, issue, phrasing),
    }
}

/// What the option chosen means; where the issue is left alone and moves by itself, what averts that.
fn note(desk: &Desk<'_>, issue: IssueId, option: Option<OptionId>) -> String {
    let level = &desk.game.level;
    match (option, desk.at().coming(desk.game, issue)) {
        (None, Some(change)) => {
            let (then, averts) = (desk.choice(issue, change.option), change.unless_pact);
            if averts.is_empty() {
                desk.text("table-coming", &[("option", then.into())])
            } else {
                desk.text(
                    "table-coming-unless",
                    &[("option", then.into()), ("parties", desk.names(averts).into())],
                )
            }
        }
        (option, _) => level.choice(issue, option.unwrap_or_else(|| desk.at().option(issue))).note.clone(),
    }
}

/// What the issue is about, and what each option would be worth to the player in this draft.
fn tip(desk: &Desk<'_>, issue: IssueId, slots: &[Slot]) -> String {
    let Desk { game, seat, .. } = *desk;
    let Some(own) = desk.own() else { return game.level.issue(issue).about.clone() };
    let mut lines = vec![game.level.issue(issue).about.clone()];
    for slot in slots {
        let mut changed = desk.draft.proposal().changed(issue, slot.option);
        if changed.package.is_empty() {
            changed.parties = PartySet::NONE;
        }
        let points = appraise(&desk.minds.own, seat, &changed).total - own.total;
        let figure = match tone(points) {
            Tone::Quiet => desk.get("table-same"),
            _ => desk.figures.change(points),
        };
        lines.push(
            desk.text(
                "table-option-line",
                &[("option", slot.name.as_str().into()), ("figure", figure.into())],
            ),
        );
    }
    lines.join("\n")
}
