//! A level file. `levels/README.md` explains every field to the people who write levels.

use serde::{Deserialize, Serialize};

use super::events::{RawEvent, RawHeadline, RawSource};
use super::full::{RawPledge, RawPromise, RawThreat};
use super::goods::RawResource;
use super::guide::RawHint;
use super::map::{RawFlow, RawPlace};
use crate::rules::decimal::Decimal;

/// Points by party and interest: `[("us", [("prosperity", 6), ("security", -2)])]`.
pub type RawEffects = Vec<(String, Vec<(String, Decimal)>)>;

/// One scenario.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLevel {
    /// Version of the file format; 1.
    pub format: u32,
    /// Name of the level in commands and saves.
    pub id: String,
    /// Name of the level on screen.
    pub title: String,
    /// One sentence for the menu.
    pub summary: String,
    /// What the level is about, in paragraphs.
    #[serde(default)]
    pub about: String,
    /// Score units in a point; 100 keeps two decimals.
    #[serde(default = "hundred")]
    pub unit: i64,
    /// Rule books this level is made for, the recommended one first.
    #[serde(default)]
    pub rules: Vec<String>,
    /// What parties care about.
    pub interests: Vec<RawInterest>,
    /// The interest that credit, failed votes and collapse count against.
    #[serde(default)]
    pub standing: Option<String>,
    /// The interest that stands for freedom of action.
    #[serde(default)]
    pub autonomy: Option<String>,
    /// The parties, in order of play.
    pub parties: Vec<RawParty>,
    /// Trust of the first party in the second at the start, 0 to 100; pairs left out start at 50.
    #[serde(default)]
    pub trust: Vec<(String, String, i64)>,
    /// The calendar.
    pub rounds: Vec<RawRound>,
    /// The questions on the table.
    pub issues: Vec<RawIssue>,
    /// Options that only hold together.
    #[serde(default)]
    pub constraints: Vec<RawConstraint>,
    /// Points for options that hold together.
    #[serde(default)]
    pub linkages: Vec<RawLinkage>,
    /// Points for every way to settle all issues at once.
    #[serde(default)]
    pub columns: Vec<RawColumn>,
    /// Goods with a stock and a shortage.
    #[serde(default)]
    pub resources: Vec<RawResource>,
    /// Money that one party puts into projects in another's country.
    #[serde(default)]
    pub pledges: Vec<RawPledge>,
    /// What parties can threaten each other with.
    #[serde(default)]
    pub threats: Vec<RawThreat>,
    /// What happens by date, by condition or by chance.
    #[serde(default)]
    pub events: Vec<RawEvent>,
    /// Headlines that a communiqué may carry.
    #[serde(default)]
    pub headlines: Vec<RawHeadline>,
    /// Where the real numbers come from.
    #[serde(default)]
    pub sources: Vec<RawSource>,
    /// Hints for a first game.
    #[serde(default)]
    pub guide: Vec<RawHint>,
}

fn hundred() -> i64 {
    100
}

pub(super) fn yes() -> bool {
    true
}

/// Something parties care about.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawInterest {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it covers, for the encyclopedia.
    #[serde(default)]
    pub about: String,
}

/// One side of the negotiation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawParty {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// One capital letter that marks the party where colour is not enough.
    pub letter: String,
    /// The city that stands for the government in the news.
    #[serde(default)]
    pub capital_city: String,
    /// The office that the player takes.
    #[serde(default)]
    pub office: String,
    /// The role brief, in paragraphs.
    #[serde(default)]
    pub brief: String,
    /// What the party wants, a line each.
    #[serde(default)]
    pub aims: Vec<String>,
    /// Political capital.
    #[serde(default)]
    pub capital: RawCapital,
    /// Home support.
    #[serde(default)]
    pub support: RawSupport,
    /// Who must ratify at home.
    #[serde(default)]
    pub chamber: Option<RawChamber>,
    /// The mandates that this party may draw; none means plain multipliers of 100 %.
    #[serde(default)]
    pub archetypes: Vec<RawArchetype>,
    /// Where its capital lies on the map.
    #[serde(default)]
    pub place: Option<RawPlace>,
    /// The states whose land has its colour on the map, by the three letters of ISO 3166-1.
    #[serde(default)]
    pub land: Vec<String>,
}

/// Political capital of a party.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCapital {
    /// At the start.
    pub start: i64,
    /// Gained at each round's news.
    pub income: i64,
}

/// Home support of a party, 0 to 100.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSupport {
    /// At the start.
    pub start: Decimal,
    /// Below this the government falls.
    pub floor: Decimal,
    /// Change at each Reckoning.
    pub drift: Decimal,
    /// Largest chance change at each Reckoning, up or down, in whole points.
    pub noise: i64,
}

impl Default for RawSupport {
    fn default() -> Self {
        Self { start: Decimal::from(50), floor: Decimal::from(0), drift: Decimal::from(0), noise: 0 }
    }
}

/// Who must ratify.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChamber {
    /// Name on screen.
    pub name: String,
    /// Votes needed.
    pub quorum: i64,
    /// Size of each of the two chance swings of a vote, in points of net.
    pub swing: i64,
    /// What the chamber stands for, and what about it is stylised.
    #[serde(default)]
    pub about: String,
    /// Its groups.
    pub blocs: Vec<RawBloc>,
}

/// A group in a chamber.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBloc {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Votes it has.
    pub seats: i64,
    /// Attitude before a pact is known.
    pub base: Decimal,
    /// Net change for each point of the party's own change in an interest.
    #[serde(default)]
    pub weights: Vec<(String, Decimal)>,
    /// Net change for full public backing at fragility 50.
    #[serde(default)]
    pub validation: Decimal,
    /// Whether it belongs to the government; the government's missing seats make it fragile.
    #[serde(default)]
    pub government: bool,
}

/// A mandate that a party may draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawArchetype {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it wants, in a sentence.
    #[serde(default)]
    pub about: String,
    /// How often it is drawn, against the others.
    #[serde(default = "one")]
    pub weight: i64,
    /// Multipliers in percent; interests left out count 100.
    #[serde(default)]
    pub percent: Vec<(String, i64)>,
    /// What it may never sign.
    #[serde(default)]
    pub red_lines: Vec<RawRedLine>,
}

fn one() -> i64 {
    1
}

/// Options that a mandate forbids.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRedLine {
    /// The issue.
    pub issue: String,
    /// The forbidden options.
    pub options: Vec<String>,
    /// The reason, in a sentence.
    #[serde(default)]
    pub why: String,
}

/// A stop on the calendar.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRound {
    /// The place.
    pub name: String,
    /// The date, in words.
    #[serde(default)]
    pub date: String,
    /// What the stop is, in a sentence.
    #[serde(default)]
    pub about: String,
    /// Who sits together here.
    #[serde(default)]
    pub tables: Vec<RawTable>,
    /// Where it is on the map.
    #[serde(default)]
    pub place: Option<RawPlace>,
}

/// Parties who sit together at a stop.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTable {
    /// The parties.
    pub parties: Vec<String>,
    /// Net added in every chamber to what is signed here (delegations carry less than leaders).
    #[serde(default)]
    pub net: Decimal,
}

/// A question on the table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawIssue {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is, in a sentence or two.
    #[serde(default)]
    pub about: String,
    /// A picture: tariff, money, pen, shield, star, mineral, gate, ship, paper.
    #[serde(default)]
    pub icon: String,
    /// The party in whose column it stands on the draft; left out, it spans both.
    #[serde(default)]
    pub giver: Option<String>,
    /// The party that may move it alone.
    #[serde(default)]
    pub controller: Option<String>,
    /// The way the controller may move it alone.
    #[serde(default)]
    pub alone: RawAlone,
    /// The parties who must all sign a pact that sets it.
    #[serde(default)]
    pub consent: Vec<String>,
    /// Whether a pact that sets it needs the chambers.
    #[serde(default = "yes")]
    pub ratify: bool,
    /// Whether it may only be set where all signatories sit together.
    #[serde(default)]
    pub in_person: bool,
    /// Points of standing shared out by the communiqué when it changes for the first time.
    #[serde(default)]
    pub headline: Decimal,
    /// The part of the rule book without which it is not in play; it then stays at its start.
    #[serde(default)]
    pub needs: Option<RawNeed>,
    /// The option in force at the start.
    pub start: String,
    /// What will change by itself.
    #[serde(default)]
    pub schedule: Vec<RawChange>,
    /// Whether it is public backing, for whom, and how much of it each option is.
    #[serde(default)]
    pub validation: Option<RawValidation>,
    /// Whether its options have to be delivered, by whom and when.
    #[serde(default)]
    pub promise: Option<RawPromise>,
    /// What flows under it on the map.
    #[serde(default)]
    pub flow: Option<RawFlow>,
    /// The possible answers, in order.
    pub options: Vec<RawOption>,
    /// Sources of its numbers.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A part of the rule book that an issue needs to be in play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawNeed {
    /// Pledges are put into projects.
    Projects,
    /// Promises fall due.
    Promises,
}

/// The way a controller may move an issue without a pact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawAlone {
    /// Not at all.
    #[default]
    Never,
    /// One step at a time towards the first option.
    TowardsFirst,
    /// One step at a time towards the last option.
    TowardsLast,
}

/// A scheduled change of an issue.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChange {
    /// The round at whose news it happens, counted from 1.
    pub round: i64,
    /// The option that comes into force.
    pub option: String,
    /// It does not happen while a pact of these parties stands.
    #[serde(default)]
    pub unless_pact: Vec<String>,
}

/// Public backing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawValidation {
    /// Who receives it.
    pub to: String,
    /// How much of full backing each option is, 0 to 1; options left out are none.
    pub levels: Vec<(String, Decimal)>,
}

/// A possible answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOption {
    /// Name in this file.
    pub id: String,
    /// Name on screen, short enough for a stepper.
    pub name: String,
    /// What it means, in a few words.
    #[serde(default)]
    pub note: String,
    /// Points while it is in force at the end.
    #[serde(default)]
    pub effects: RawEffects,
    /// Points booked at each Reckoning while it is in force.
    #[serde(default)]
    pub per_round: RawEffects,
    /// Sources of its numbers.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Options that only hold together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum RawConstraint {
    /// All of these options are in force, or none of them.
    Together(Vec<(String, String)>),
    /// At most one of these issues is away from its start.
    Exclusive(Vec<String>),
}

/// Points for options that hold together.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLinkage {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Two or three issues with the options that count.
    pub when: Vec<(String, Vec<String>)>,
    /// The points.
    pub effects: RawEffects,
}

/// Points of a party for every way to settle all issues at once, where they are no sum over issues.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawColumn {
    /// The party.
    pub party: String,
    /// The interest.
    pub interest: String,
    /// Units, not points: one for each choice of options other than the starts, the last issue fastest.
    pub units: Vec<i64>,
}
