//! Advice to one seat during play: what several rules pick of the packages that it could put to some partners now, and what
//! would improve a draft.
//!
//! - It comes from the seat's own standpoint: its own mandate, and of the others what the seat knows; in advisor mode the
//!   public mean. Where knowledge is sealed there is none ([`Silence::Sealed`]).
//! - Whatever is advised may be proposed: consents, constraints, what is open at this stop, and the red lines of the own mandate.
//! - What one of the partners has said it would never sign is in nothing that is advised ([`Advice::left_out`]).
//! - No rule is the fair one. Which package a rule picks, says what that rule assumes, and nothing else.

mod steps;

use super::solutions::{NashRule, Solution, solutions};
use super::survey::Survey;
use crate::rules::appraise::{appraise, crosses};
use crate::rules::chamber::{Forecast, forecast};
use crate::rules::event::Refused;
use crate::rules::game::Game;
use crate::rules::home::Home;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points};
use crate::rules::legal::{check_term, check_terms, ways};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::{Payoff, Table, open_issues};
use crate::rules::position::{Phase, Position};
use crate::rules::projection::Row;
use crate::rules::rulebook::Knowledge;
use crate::rules::standpoint::Standpoint;

pub use steps::{Kind, Step, Suggestion};

/// Why there is no advice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Silence {
    /// Every seat knows its own figures only.
    Sealed,
    /// The seat can put nothing to these parties now.
    Closed,
}

/// What picks a package.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rule {
    /// Most for the seat; of several the one with the largest smallest gain of the others.
    Own,
    /// The largest product of gains.
    Nash,
    /// The largest smallest share of what each could gain at most.
    KalaiSmorodinsky,
    /// The largest smallest gain.
    Egalitarian,
    /// The largest sum of gains.
    Utilitarian,
}

/// A package that one rule or several pick.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pick {
    /// Which rules; the same package is listed once.
    pub rules: Vec<Rule>,
    /// The package as it would be put: credit split evenly, the first headline that fits.
    pub proposal: Proposal,
    /// Gain of each signatory over no deal, as the seat estimates it, in score units and in the level's order.
    pub gains: Vec<(PartyId, Points)>,
    /// What the chambers of the signatories would do, where they have a say.
    pub forecasts: Vec<Forecast>,
}

impl Pick {
    /// The forecast of a party's chamber.
    #[must_use]
    pub fn forecast(&self, party: PartyId) -> Option<&Forecast> {
        self.forecasts.iter().find(|forecast| forecast.party == party)
    }
}

/// Advice to a seat on what to put to some partners.
#[derive(Clone, Debug)]
pub struct Advice {
    seat: PartyId,
    parties: PartySet,
    chances: i64,
    /// What the rules pick, in the order of [`Rule`]; none where there is nothing that the seat would gain from and nobody
    /// else lose by.
    pub picks: Vec<Pick>,
    /// Whether the picks are among packages that every chamber passes with the chances that were asked for. If not, no such
    /// package is there, and the chambers were left out of account.
    pub passes: bool,
    /// By which rule the Nash solution was picked.
    pub nash: NashRule,
    /// Whether all packages were looked at; otherwise they were searched.
    pub exact: bool,
    /// What could be put now, but a partner has said that it would never sign it.
    pub left_out: Vec<Refused>,
    table: Table,
    no_deal: Payoff,
}

/// Advises a seat on what to put to some parties, itself among them, now. Picks are among the packages by which nobody of them
/// loses and that every chamber passes with so many chances in a hundred. `refused` is what others have said, to this seat,
/// that they would never sign.
///
/// # Errors
/// Why there is no advice.
pub fn advice(
    standpoint: &Standpoint<'_>,
    seat: PartyId,
    parties: PartySet,
    refused: &[Refused],
    chances: i64,
) -> Result<Advice, Silence> {
    let Standpoint { game, at, .. } = *standpoint;
    if game.knowledge == Knowledge::Sealed {
        return Err(Silence::Sealed);
    }
    if !open(game, at, seat, parties) {
        return Err(Silence::Closed);
    }
    let others = parties.without(seat);
    let could_be_put = |said: &&Refused| {
        others.has(said.by) && check_term(game, at, seat, parties, said.issue, said.option).is_ok()
    };
    let left_out: Vec<Refused> = refused.iter().filter(could_be_put).copied().collect();
    let mut table = Table::doubting(standpoint, parties, open_issues(game, at, parties).into_iter());
    table.keep_rows(|issue, option| {
        let crossed = parties.iter().any(|party| crosses(standpoint, party, issue, option));
        !crossed && !names(&left_out, issue, option)
    });
    let no_deal = standpoint.no_deal();
    let (survey, passes) = survey(standpoint, seat, &table, &left_out, &no_deal, chances);
    let (nash, exact) = (NashRule::Product, survey.is_exact());
    let mut advice =
        Advice { seat, parties, chances, picks: Vec::new(), passes, nash, exact, left_out, table, no_deal };
    advice.pick(standpoint, &survey);
    Ok(advice)
}

/// Whether an option is among what is refused.
fn names(refused: &[Refused], issue: IssueId, option: OptionId) -> bool {
    refused.iter().any(|said| said.issue == issue && said.option == option)
}

/// Whether a seat could put something to these parties in these talks, once it is its turn.
fn open(game: &Game, at: &Position, seat: PartyId, parties: PartySet) -> bool {
    at.phase == Phase::Talks
        && at.acts(seat)
        && at.offered[seat] < game.rules.offers
        && ways(game, at, seat).any(|way| way.parties == parties)
}

/// The packages by which nobody loses and that the chambers pass; if there is none, those by which nobody loses.
fn survey(
    standpoint: &Standpoint<'_>,
    seat: PartyId,
    table: &Table,
    refused: &[Refused],
    no_deal: &Payoff,
    chances: i64,
) -> (Survey, bool) {
    let Standpoint { game, at, .. } = *standpoint;
    let parties = table.parties;
    let closed = closed(standpoint, seat, table, refused);
    let fits = |rows: &[usize], payoff: &Payoff| {
        parties.iter().all(|party| payoff[party.index()] >= no_deal[party.index()])
            && closed.iter().all(|(axis, row)| rows[*axis] != *row)
    };
    let mut homes: Vec<Home> = parties.iter().filter_map(|party| Home::of(game, at, table, party)).collect();
    let passing = Survey::among(game, table, no_deal, |rows, payoff| {
        if !fits(rows, payoff) {
            return false;
        }
        let refuses = homes.iter().position(|home| !home.reaches(rows, chances));
        if let Some(home) = refuses {
            // Whoever refused last is asked first next time: most packages fail at the same place.
            homes.swap(0, home);
        }
        refuses.is_none()
    });
    if passing.packages > 0 || homes.is_empty() {
        return (passing, true);
    }
    (Survey::among(game, table, no_deal, fits), false)
}

/// Rows that no package may have though the table keeps them, since they set an issue to what is in force: where nothing else
/// would become of it, and where a partner has refused just that.
fn closed(
    standpoint: &Standpoint<'_>,
    seat: PartyId,
    table: &Table,
    refused: &[Refused],
) -> Vec<(usize, usize)> {
    let Standpoint { game, at, .. } = *standpoint;
    let mut found = Vec::new();
    for (index, axis) in table.axes.iter().enumerate() {
        for (row, set) in axis.rows.iter().enumerate() {
            if let Row::Set(option) = *set
                && !table.leaves(axis, row)
                && (check_term(game, at, seat, table.parties, axis.issue, option).is_err()
                    || names(refused, axis.issue, option))
            {
                found.push((index, row));
            }
        }
    }
    found
}

impl Advice {
    /// Who would sign.
    #[must_use]
    pub fn parties(&self) -> PartySet {
        self.parties
    }

    /// Whether a package has something that a partner refuses.
    fn refuses(&self, package: &Package) -> bool {
        self.left_out.iter().any(|said| said.is_in(package))
    }

    fn pick(&mut self, standpoint: &Standpoint<'_>, survey: &Survey) {
        let own = self.seat.index();
        if survey.ideal(self.seat).is_none_or(|most| most <= self.no_deal[own]) {
            return;
        }
        let found = solutions(survey);
        self.nash = found.nash_rule;
        let rules: [(Rule, Solution); 5] = [
            (Rule::Own, self.best_for_own(survey)),
            (Rule::Nash, found.nash),
            (Rule::KalaiSmorodinsky, found.kalai_smorodinsky),
            (Rule::Egalitarian, found.egalitarian),
            (Rule::Utilitarian, found.utilitarian),
        ];
        for (rule, points) in rules {
            let first = points.first().and_then(|point| survey.rational.packages_of(*point).first());
            let Some(place) = first else { continue };
            let package = self.table.package(&survey.rows(&self.table, *place));
            let Standpoint { game, at, .. } = *standpoint;
            if let Some(pick) = self.picks.iter_mut().find(|pick| pick.proposal.package == package) {
                pick.rules.push(rule);
            } else if check_terms(game, at, self.seat, self.parties, &package).is_ok() {
                let proposal = Proposal::plain(&game.level, self.parties, package);
                self.picks.push(judged(standpoint, rule, proposal));
            }
        }
    }

    /// The points with most for the seat, ties by the largest smallest gain of the others, then the next smallest.
    fn best_for_own(&self, survey: &Survey) -> Solution {
        let key = |points: &Payoff| {
            let others = self.parties.without(self.seat);
            let mut gains: Vec<Points> =
                others.iter().map(|party| points[party.index()] - self.no_deal[party.index()]).collect();
            gains.sort_unstable();
            (points[self.seat.index()], gains)
        };
        let points = survey.rational.points();
        let best = points.iter().map(key).max();
        (0..points.len()).filter(|point| Some(key(&points[*point])) == best).collect()
    }
}

fn judged(standpoint: &Standpoint<'_>, rule: Rule, proposal: Proposal) -> Pick {
    let parties = proposal.parties;
    let gain = |party: PartyId| (party, appraise(standpoint, party, &proposal).gain());
    Pick {
        rules: vec![rule],
        gains: parties.iter().map(gain).collect(),
        forecasts: parties
            .iter()
            .filter_map(|party| forecast(standpoint.game, standpoint.at, party, &proposal))
            .collect(),
        proposal,
    }
}
