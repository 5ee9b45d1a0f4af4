//! Threats: what a party can say that it will do, and what saying it costs.

use super::Effect;
use crate::rules::ids::{IssueId, OptionId, PartyId};

/// Something that a party can threaten another with.
#[derive(Clone, Debug)]
pub struct Threat {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    pub about: String,
    /// The party that threatens.
    pub by: PartyId,
    /// The party that is threatened.
    pub against: PartyId,
    /// What may be demanded.
    pub demands: Vec<(IssueId, Vec<OptionId>)>,
    /// Rounds from setting a deadline to the deadline.
    pub notice: u16,
    /// Units of standing that backing down costs, by rung: signal, demand, deadline.
    pub backing_down: [i64; 3],
    /// Units of standing that giving in costs the other, by rung.
    pub giving_in: [i64; 3],
    /// Points when it is carried out.
    pub effects: Vec<Effect>,
    /// Sources of its facts.
    pub sources: Vec<String>,
}

impl Threat {
    /// Whether an option may be demanded with it.
    #[must_use]
    pub fn may_demand(&self, issue: IssueId, option: OptionId) -> bool {
        self.demands.iter().any(|(i, options)| *i == issue && options.contains(&option))
    }
}
