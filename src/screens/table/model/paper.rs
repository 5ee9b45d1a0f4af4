//! The paper in the middle: whom the draft is for, what it says, and what it comes to.

use crate::rules::command::Command;
use crate::rules::event::PactStatus;
use crate::rules::ids::{HeadlineId, IssueId, OptionId, PartySet};
use crate::rules::legal::check;
use crate::rules::package::headlines;
use crate::screens::table::draft::Edit;
use crate::screens::table::{Phrasing, action};
use crate::theme::Tone;
use crate::words::nested;

use super::desk::Desk;
use super::rows::{self, Closed, Group};
use super::verdict::{self, Total};
use super::{Mend, Obstacle, offers};

/// Parties that an offer can go to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Partner {
    /// Everyone who would sign.
    pub parties: PartySet,
    /// Who, and how it reaches them.
    pub label: String,
    /// What that means.
    pub note: String,
    /// Whether the draft is for them.
    pub chosen: bool,
    /// Why not.
    pub off: Option<String>,
}

/// What is said in public.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Communique {
    /// The headlines that fit, with their words.
    pub headlines: Vec<(HeadlineId, String)>,
    /// The place of the one chosen.
    pub chosen: Option<usize>,
    /// The player's own share of the credit.
    pub share: i64,
    /// The split, in words.
    pub split: String,
    /// What the split is worth to the player.
    pub note: String,
}

/// The main button.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Main {
    /// What it says.
    pub label: String,
    /// What it does.
    pub command: Option<Command>,
    /// Why it is off.
    pub off: Option<String>,
}

/// The paper.
#[derive(Clone, PartialEq, Debug)]
pub struct Paper {
    /// What it is.
    pub title: String,
    /// From whom to whom, and what is marked.
    pub lead: String,
    /// Whom it can be for.
    pub partners: Vec<Partner>,
    /// The heads of the columns of worth.
    pub worth_heads: Vec<String>,
    /// What the figures are, for whoever asks.
    pub worth_note: String,
    /// The terms.
    pub groups: Vec<Group>,
    /// What these parties cannot settle now.
    pub closed: Vec<Closed>,
    /// What is torn apart, and what is in the way for the player.
    pub obstacles: Vec<Obstacle>,
    /// What is said in public, where that counts.
    pub communique: Option<Communique>,
    /// What it comes to.
    pub totals: Vec<Total>,
    /// What the player would do well to know, in a sentence.
    pub verdict: String,
    /// Whether that is welcome.
    pub tone: Tone,
    /// The main button.
    pub main: Main,
    /// The offer that "revert" goes back to.
    pub revert: Option<crate::rules::ids::OfferId>,
    /// Why there is nothing to revert to.
    pub revert_off: Option<String>,
    /// Whether there is a change to take back.
    pub can_undo: bool,
    /// Whether there is a term to take out.
    pub can_clear: bool,
    /// Why one cannot pass.
    pub pass_off: Option<String>,
    /// How many offers are left.
    pub left: String,
    /// Pacts signed this round and pacts in force.
    pub pacts: Vec<PactCard>,
    /// Whether terms can have clauses under these rules.
    pub clauses: bool,
    /// Whether nothing is left to settle with anybody: then there is nothing to draft and to ask.
    pub settled: bool,
}

/// A pact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PactCard {
    /// Who signed.
    pub parties: String,
    /// What became of it.
    pub status: String,
    /// Its terms with their clauses, or its issues where the terms are not known.
    pub terms: Vec<String>,
}

impl Paper {
    /// Turns off all that would be refused because the talks are over.
    pub(super) fn close(&mut self, why: &str) {
        self.main.command = None;
        self.main.off = Some(why.to_owned());
        self.pass_off = Some(why.to_owned());
    }
}

pub(super) fn build(desk: &Desk<'_>, phrasing: Phrasing) -> Paper {
    let Desk { game, seat, .. } = *desk;
    let at = desk.at();
    let others = desk.draft.parties().without(seat);
    // Once the talks are over there is nothing to set, with anybody.
    let idle = desk.over && desk.settled;
    let (groups, closed) = if idle { Default::default() } else { rows::build(desk, phrasing) };
    let (verdict, tone) = verdict::sentence(desk);
    let action = desk.draft.action(game, at, &desk.legal.answer).main;
    let revert = at
        .offers
        .iter()
        .rev()
        .find(|o| o.from != seat && o.proposal.parties == desk.draft.parties() && !desk.draft.equals(o));
    let closed_to = desk.closed_to(desk.draft.parties());
    let left = game.rules.offers.saturating_sub(at.offered[seat]);
    let mut worth_heads = vec![desk.get("table-worth-you")];
    worth_heads.extend(others.iter().map(|party| match others.len() {
        1 => desk.get(if desk.minds.knows(party) { "table-worth-them" } else { "table-worth-them-est" }),
        _ => game.level.parties[party].letter.clone(),
    }));
    Paper {
        title: match desk.settled {
            true if desk.fallen() => desk.get("table-fallen-title"),
            true if desk.over => desk.get("table-over-title"),
            true => desk.get("table-settled-title"),
            false if matches!(action, action::Main::Sign(_) | action::Main::Accept(_)) => {
                desk.text("table-offer-title", &[("parties", desk.names(others).into())])
            }
            false => desk.text("table-draft-title", &[("parties", desk.names(others).into())]),
        },
        lead: lead(desk),
        partners: if idle { Vec::new() } else { partners(desk) },
        worth_heads,
        worth_note: desk.get("table-worth-note"),
        groups,
        closed,
        obstacles: obstacles(desk),
        communique: communique(desk),
        totals: verdict::totals(desk),
        verdict,
        tone,
        main: main(desk),
        revert: revert.filter(|_| closed_to.is_none()).map(|o| o.id),
        revert_off: if revert.is_none() { Some(desk.get("table-revert-off")) } else { closed_to },
        can_undo: desk.draft.can_undo(),
        can_clear: !desk.draft.package().is_empty(),
        pass_off: check(game, at, seat, &Command::Pass).err().map(|why| desk.refusal(&why)),
        left: desk.text("table-offers-left", &[("count", left.into())]),
        pacts: pacts(desk),
        clauses: game.rules.most_clauses > 0,
        settled: desk.settled,
    }
}

fn lead(desk: &Desk<'_>) -> String {
    let parties = desk.draft.parties();
    let last = offers::last(desk);
    // What another has put is from it.
    let from = last.filter(|last| desk.draft.equals(last)).map_or(desk.seat, |last| last.from);
    let key = match last {
        _ if desk.fallen() => "table-fallen-lead",
        _ if desk.settled && desk.over => "table-over-lead",
        _ if desk.settled => "table-lead-settled",
        // Nothing is marked.
        Some(last) if desk.judged.package.is_empty() || desk.draft.equals(last) => "table-lead-plain",
        Some(last) if last.from == desk.seat => "table-lead-after-yours",
        Some(_) => "table-lead-after-theirs",
        None if desk.at().pacts.iter().any(|pact| pact.parties == parties) => "table-lead-plain",
        None => "table-lead-first",
    };
    desk.text(key, &[("from", desk.name(from).into()), ("to", desk.names(parties.without(from)).into())])
}

fn partners(desk: &Desk<'_>) -> Vec<Partner> {
    let Desk { game, seat, .. } = *desk;
    let at = desk.at();
    let sets = game.level.everyone().subsets(2).into_iter().filter(|s| s.has(seat));
    sets.map(|parties| {
        let cable = game.seating(at.round, parties).is_none();
        let who = desk.names(parties.without(seat));
        let cost = game.rules.costs.cable;
        let (label, note) = if cable {
            let args = [("parties", who.into()), ("cost", cost.into())];
            let signed = desk.bargains.iter().any(|bargain| bargain.parties == parties && bargain.signable);
            let note = if signed { "table-by-cable-signed" } else { "table-by-cable-note" };
            (desk.text("table-by-cable", &args), desk.text(note, &args))
        } else {
            (who, desk.get("table-at-table-note"))
        };
        let off = desk.closed_to(parties);
        Partner { parties, label, note, chosen: parties == desk.draft.parties(), off }
    })
    .collect()
}

fn obstacles(desk: &Desk<'_>) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if let Some((why, mends)) = desk.draft.torn(desk.game, desk.at()) {
        let text = lacking(desk, &mends).unwrap_or_else(|| desk.refusal(&why));
        let mends = mends.into_iter().take(3).map(|(issue, option)| desk.mend(issue, option)).collect();
        found.push(Obstacle { text, tone: Tone::Plain, mends });
    }
    if let Some((why, clauses)) = desk.draft.tangled(desk.game, desk.at()) {
        let teller = desk.teller();
        let mends = clauses.into_iter().map(|clause| Mend {
            label: desk.text("table-when-drop", &[("clause", teller.clause(clause).into())]),
            edit: Edit::Drop(clause),
        });
        found.push(Obstacle { text: teller.refusal_what(why), tone: Tone::Bad, mends: mends.collect() });
    }
    let own = desk.own().into_iter().flat_map(|own| &own.blockers);
    for blocker in own.filter(|b| !b.what.is_of_package()) {
        let mends = blocker.cleared_by.iter().map(|(issue, option)| desk.mend(*issue, *option)).collect();
        found.push(Obstacle { text: desk.refusal(&blocker.what), tone: Tone::Bad, mends });
    }
    found
}

/// What half a package still needs: the issues that are not in it, one of which would make it whole.
fn lacking(desk: &Desk<'_>, mends: &[(IssueId, Option<OptionId>)]) -> Option<String> {
    let mut issues: Vec<&str> = Vec::new();
    for (issue, _) in mends.iter().filter(|(issue, _)| desk.draft.package().option(*issue).is_none()) {
        if !issues.contains(&desk.issue(*issue)) {
            issues.push(desk.issue(*issue));
        }
    }
    (!issues.is_empty()).then(|| desk.text("table-torn", &[("issues", issues.join(" / ").into())]))
}

/// A headline in quotes; those that it brings become single.
fn quoted(desk: &Desk<'_>, text: &str) -> String {
    desk.text("table-quoted", &[("text", nested(text).into())])
}

fn communique(desk: &Desk<'_>) -> Option<Communique> {
    let Desk { game, seat, .. } = *desk;
    if !game.rules.on.communiques {
        return None;
    }
    let said = &desk.draft.proposal().communique;
    let headlines: Vec<(HeadlineId, String)> = headlines(&game.level, desk.draft.package())
        .filter_map(|id| Some((id, quoted(desk, &game.level.headline(id)?.text))))
        .collect();
    let split: Vec<String> = desk
        .draft
        .parties()
        .iter()
        .map(|p| {
            desk.text("table-credit-of", &[("party", desk.name(p).into()), ("share", said.credit[p].into())])
        })
        .collect();
    let worth = desk.line_of(seat, crate::rules::appraise::Cause::Credit).unwrap_or_default();
    Some(Communique {
        chosen: said.headline.and_then(|id| headlines.iter().position(|(h, _)| *h == id)),
        headlines,
        share: said.credit[seat],
        split: split.join(" · "),
        note: desk.text("table-credit-note", &[("figure", desk.figures.change_in(worth).into())]),
    })
}

fn main(desk: &Desk<'_>) -> Main {
    if desk.settled {
        let off = check(desk.game, desk.at(), desk.seat, &Command::Pass).err().map(|why| desk.refusal(&why));
        let command = off.is_none().then_some(Command::Pass);
        return Main { label: desk.get("table-done"), command, off };
    }
    let action = desk.draft.action(desk.game, desk.at(), &desk.legal.answer);
    let key = match action.main {
        action::Main::Propose => "table-propose",
        action::Main::Counter(_) => "table-counter",
        action::Main::Sign(_) => "table-sign",
        action::Main::Accept(_) => "table-accept",
        action::Main::Waiting(_) => "table-proposed",
    };
    let off = match action.main {
        action::Main::Waiting(_) => Some(desk.get("table-proposed-note")),
        _ => match desk.draft.torn(desk.game, desk.at()) {
            // Why is said in the same words among what is in the way.
            Some((why, mends)) => Some(lacking(desk, &mends).unwrap_or_else(|| desk.refusal(&why))),
            None => action.off.map(|why| desk.refusal(&why)),
        },
    };
    Main { label: desk.get(key), command: action.command, off }
}

fn pacts(desk: &Desk<'_>) -> Vec<PactCard> {
    let teller = desk.teller();
    let standing = desk.at().pacts.iter().filter(|pact| pact.status != PactStatus::Void);
    standing
        .map(|pact| {
            let key = match pact.status {
                PactStatus::Signed if desk.game.rules.on.chambers => "table-pact-signed",
                PactStatus::Signed => "table-pact-agreed",
                PactStatus::Ended => "table-pact-ended",
                PactStatus::Stands | PactStatus::Void => "table-pact-stands",
            };
            PactCard {
                parties: desk.names(pact.parties),
                status: desk.get(key),
                terms: match &pact.package {
                    Some(package) => package
                        .terms()
                        .map(|(issue, option)| {
                            let term = teller.clausal_term(package, issue, option);
                            let held = desk.at().holder[issue.index()] == Some(pact.id);
                            let waits = held && desk.at().pending[issue.index()].is_some();
                            let over = pact.status == PactStatus::Stands && !held;
                            match (waits, over) {
                                (true, _) => desk.text("table-term-waits", &[("term", term.into())]),
                                (_, true) => desk.text("table-term-over", &[("term", term.into())]),
                                _ => term,
                            }
                        })
                        .collect(),
                    None => pact.issues.iter().map(|issue| desk.issue(*issue).to_owned()).collect(),
                },
            }
        })
        .collect()
}
