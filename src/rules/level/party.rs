//! Parties: support, mandates, chambers.

use super::Place;
use crate::rules::ids::{Centi, IssueId, OptionId};

/// One side of the negotiation.
#[derive(Clone, Debug)]
pub struct Party {
    /// Name in files and commands.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// One capital letter.
    pub letter: String,
    /// The city that stands for the government.
    pub capital_city: String,
    /// The office that the player takes.
    pub office: String,
    /// The role brief.
    pub brief: String,
    /// What the party wants.
    pub aims: Vec<String>,
    /// Political capital at the start.
    pub capital: i64,
    /// Political capital gained each round.
    pub income: i64,
    /// Home support at the start, in hundredths.
    pub support: Centi,
    /// Below this the government falls, in hundredths.
    pub floor: Centi,
    /// Change of support at each Reckoning, in hundredths.
    pub drift: Centi,
    /// Largest chance change of support at each Reckoning, in whole points.
    pub noise: i64,
    /// Who must ratify at home.
    pub chamber: Option<Chamber>,
    /// The mandates it may draw; never empty.
    pub archetypes: Vec<Archetype>,
    /// Where its capital lies on the map.
    pub place: Option<Place>,
    /// The states whose land has its colour on the map, by the three letters of ISO 3166-1.
    pub land: Vec<String>,
}

/// Who must ratify.
#[derive(Clone, Debug)]
pub struct Chamber {
    /// Name on screen.
    pub name: String,
    /// Votes needed.
    pub quorum: i64,
    /// Size of each of the two chance swings, in whole points of net.
    pub swing: i64,
    /// What it stands for.
    pub about: String,
    /// Its groups.
    pub blocs: Vec<Bloc>,
}

impl Chamber {
    /// All its votes.
    #[must_use]
    pub fn seats(&self) -> i64 {
        self.blocs.iter().map(|bloc| bloc.seats).sum()
    }

    /// Seats that the government lacks for the quorum; 0 where no bloc is the government's.
    #[must_use]
    pub fn seats_short(&self) -> i64 {
        let government: i64 = self.blocs.iter().filter(|b| b.government).map(|b| b.seats).sum();
        if government == 0 { 0 } else { (self.quorum - government).max(0) }
    }
}

/// A group in a chamber.
#[derive(Clone, Debug)]
pub struct Bloc {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Votes it has.
    pub seats: i64,
    /// Attitude before a pact is known, in hundredths of net.
    pub base: Centi,
    /// Hundredths of net for each point, by interest.
    pub weights: Vec<Centi>,
    /// Hundredths of net for full public backing at fragility 50.
    pub validation: Centi,
    /// Whether it belongs to the government.
    pub government: bool,
}

/// A mandate that a party may draw.
#[derive(Clone, Debug)]
pub struct Archetype {
    /// Name in files.
    pub id: String,
    /// Name on screen; empty where the level gives no archetypes.
    pub name: String,
    /// What it wants.
    pub about: String,
    /// How often it is drawn, against the others.
    pub weight: i64,
    /// Multipliers by interest; `Level::percent` is one.
    pub percent: Vec<i64>,
    /// What it may never sign.
    pub red_lines: Vec<RedLine>,
}

/// Options that a mandate forbids.
#[derive(Clone, Debug)]
pub struct RedLine {
    /// The issue.
    pub issue: IssueId,
    /// The forbidden options.
    pub options: Vec<OptionId>,
    /// The reason.
    pub why: String,
}
