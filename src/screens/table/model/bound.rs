//! What binds the parties now: promises that are owed, threats that stand, pledges and their projects.

use crate::rules::event::{Obligation, ObligationStatus, Standing as Threatened};
use crate::rules::ids::PledgeId;
use crate::rules::projection::total_placed;
use crate::theme::Tone;

use super::desk::Desk;
use super::{Line, Mark};

/// A promise that is owed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owed {
    /// Who owes it.
    pub mark: Mark,
    /// Who, for the player.
    pub who: String,
    /// What delivering means.
    pub what: String,
    /// When it falls due, and whether it was put off.
    pub due: String,
    /// Whether it falls due in this round.
    pub now: bool,
    /// The term, and the pact that it stands in.
    pub note: String,
}

/// A threat that stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Who makes it.
    pub mark: Mark,
    /// What it is called, and against whom it is.
    pub title: String,
    /// How far it has climbed, what it demands, until when, and who mediates.
    pub text: String,
    /// Whether it is against the player.
    pub bad: bool,
    /// What each way out costs.
    pub note: String,
}

/// A pledge, and what became of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PledgeState {
    /// Its name.
    pub title: String,
    /// Who selects and how cash is split, in words.
    pub rule: String,
    /// Money, projects and cash.
    pub lines: Vec<Line>,
}

/// What binds the parties.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bound {
    /// Promises, those that fall due first in front.
    pub promises: Vec<Owed>,
    /// Threats.
    pub threats: Vec<Standing>,
    /// Pledges in force.
    pub pledges: Vec<PledgeState>,
}

pub(super) fn build(desk: &Desk<'_>) -> Bound {
    let Desk { game, .. } = *desk;
    let at = desk.at();
    let on = &game.rules.on;
    let mut owed: Vec<&Obligation> =
        at.obligations.iter().filter(|o| on.promises && o.status == ObligationStatus::Owed).collect();
    owed.sort_by_key(|o| (o.due, o.issue));
    let pledges = game.level.pledge_ids().filter(|_| on.projects);
    Bound {
        promises: owed.into_iter().map(|owed| promise(desk, owed)).collect(),
        threats: at.threats.iter().filter(|_| on.threats).map(|standing| threat(desk, standing)).collect(),
        pledges: pledges.filter_map(|id| pledge(desk, id)).collect(),
    }
}

fn promise(desk: &Desk<'_>, owed: &Obligation) -> Owed {
    let teller = desk.teller();
    let at = desk.at();
    let due = teller.stop(owed.due);
    let key = if owed.delayed { "table-owed-delayed" } else { "table-owed-due" };
    let option = at.pending[owed.issue.index()].unwrap_or_else(|| at.option(owed.issue));
    Owed {
        mark: desk.mark(owed.by),
        who: if owed.by == desk.seat { desk.get("table-you") } else { desk.name(owed.by).to_owned() },
        what: teller.promised(owed.issue),
        due: desk.text(key, &[("stop", due.into())]),
        now: owed.due == at.round,
        note: desk.text(
            "table-owed-note",
            &[("term", teller.term(owed.issue, option).into()), ("pact", teller.pact(owed.pact).into())],
        ),
    }
}

fn threat(desk: &Desk<'_>, standing: &Threatened) -> Standing {
    let teller = desk.teller();
    let rule = desk.game.level.threat(standing.threat);
    let title = desk.text(
        "table-threat-title",
        &[("who", desk.name(rule.by).into()), ("against", desk.name(rule.against).into())],
    );
    let mut note = vec![rule.about.clone()];
    note.extend(teller.ladder(standing.threat));
    Standing {
        mark: desk.mark(rule.by),
        title,
        text: teller.standing_threat(standing),
        bad: rule.against == desk.seat,
        note: note.join("\n"),
    }
}

fn pledge(desk: &Desk<'_>, id: PledgeId) -> Option<PledgeState> {
    let at = desk.at();
    let teller = desk.teller();
    let pledge = desk.game.level.pledge(id);
    let state = &at.pledges[id.index()];
    let [amount, pace, governance] = pledge.issues().map(|issue| at.option(issue));
    let money = pledge.amount.1.get(amount.index()).copied().unwrap_or(0);
    if money == 0 && state.began.is_none() {
        return None;
    }
    let plain = |label: String, figure: String, note: String| Line { label, figure, tone: Tone::Plain, note };
    let mut lines = vec![plain(
        desk.get("table-pledge-amount"),
        teller.money(id, money),
        desk.text("table-pledge-pace", &[("pace", desk.choice(pledge.pace.0, pace).into())]),
    )];
    lines.push(plain(
        desk.get("table-pledge-pool"),
        teller.money(id, state.pool),
        desk.get("table-pledge-pool-note"),
    ));
    for (project, runs) in &state.placed {
        let key = match *runs {
            runs if runs <= at.round => "table-project-runs",
            runs if runs > desk.game.level.last_round() => "table-project-late",
            _ => "table-project-from",
        };
        lines.push(plain(
            teller.project(id, *project),
            desk.text(key, &[("round", runs.0.into())]),
            teller.project_about(id, *project),
        ));
    }
    if state.funder != 0 || state.host != 0 {
        for (party, paid) in [(pledge.funder, state.funder), (pledge.host, state.host)] {
            lines.push(plain(
                desk.text("table-pledge-cash", &[("party", desk.name(party).into())]),
                teller.money(id, paid),
                desk.get("table-pledge-cash-note"),
            ));
        }
    }
    let rule = pledge.rule(governance);
    if let Some(rule) = rule {
        let host = pledge.host_share(rule, total_placed(pledge, state), state.funder);
        lines.push(plain(
            desk.text(
                "table-pledge-split",
                &[("host", desk.name(pledge.host).into()), ("funder", desk.name(pledge.funder).into())],
            ),
            desk.text("table-pledge-shares", &[("host", host.into()), ("funder", (100 - host).into())]),
            teller.governance(id, rule),
        ));
    }
    Some(PledgeState {
        title: pledge.name.clone(),
        rule: rule
            .map(|rule| desk.text("table-pledge-selects", &[("party", desk.name(rule.selects).into())]))
            .unwrap_or_default(),
        lines,
    })
}
