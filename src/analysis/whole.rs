//! Everything about one coalition at one position.

use super::coalition::{self, Coalition, Reservation};
use super::games::{Allocation, Worths, shapley};
use super::homes::{WinSet, win_sets};
use super::nucleolus::{least_excess, nucleolus, prenucleolus};
use super::ratio::Ratio;
use super::solutions::{Solutions, solutions};
use super::survey::Survey;
use super::trade::{LinkageSurplus, Logrolling, linkage_surplus, logrolling};
use crate::rules::ids::{ByParty, PartySet};
use crate::rules::payoff::{Payoff, Table};
use crate::rules::standpoint::Standpoint;

/// What can be said of a coalition at a position, at any time of a game. Values are in score units.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// What the coalition could sign.
    pub table: Table,
    /// What each party has without another pact, and the best it could sign instead.
    pub reservations: ByParty<Reservation>,
    /// The packages against no deal.
    pub survey: Survey,
    /// The packages against the endogenous reservation values; `None` where those are the same.
    pub against_alternatives: Option<Survey>,
    /// What the rules of bargaining theory pick, with gains over no deal.
    pub solutions: Solutions,
    /// What trading across issues could bring.
    pub logrolling: Option<Logrolling>,
    /// What linking issues brings.
    pub linkage_surplus: Option<LinkageSurplus>,
    /// Every coalition of two or more among the parties, with its effect on the others.
    pub coalitions: Vec<Coalition>,
    /// Their game.
    pub worths: Worths,
    /// Its Shapley value, by party of the coalition in order.
    pub shapley: Allocation,
    /// The smallest value that the largest excess can have: the core is empty if it is above 0.
    pub least_excess: Option<Ratio>,
    /// The nucleolus, if anything can be divided that leaves nobody worse off than alone.
    pub nucleolus: Option<Allocation>,
    /// The prenucleolus.
    pub prenucleolus: Option<Allocation>,
    /// The win-sets at home.
    pub win_sets: Vec<WinSet>,
}

impl Analysis {
    /// Looks at what some parties could sign, from a standpoint: the truth, or what a seat supposes.
    #[must_use]
    pub fn of(standpoint: &Standpoint<'_>, parties: PartySet) -> Self {
        let game = standpoint.game;
        let table = coalition::table(standpoint, parties);
        let no_deal = standpoint.no_deal();
        let reservations = coalition::reservations(standpoint, parties);
        let survey = Survey::of(game, &table, &no_deal);
        let mut values: Payoff = [0; 4];
        for (party, reservation) in reservations.iter() {
            values[party.index()] = reservation.value;
        }
        let better = parties.iter().any(|party| reservations[party].instead.is_some());
        let coalitions = coalition::coalitions(standpoint, parties);
        let worths = coalition::worths(&coalitions, parties);
        Self {
            against_alternatives: better.then(|| Survey::of(game, &table, &values)),
            solutions: solutions(&survey),
            logrolling: logrolling(game, &table, &survey),
            linkage_surplus: linkage_surplus(game, &table, &survey),
            shapley: shapley(&worths),
            least_excess: least_excess(&worths),
            nucleolus: nucleolus(&worths),
            prenucleolus: prenucleolus(&worths),
            win_sets: win_sets(standpoint, &table, &survey),
            coalitions,
            worths,
            table,
            reservations,
            survey,
        }
    }
}
