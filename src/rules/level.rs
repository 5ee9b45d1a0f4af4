//! A checked level: every name is an id, every number is in range, every reference holds.

use serde::{Deserialize, Serialize};

use super::ids::{
    ArchetypeId, BlocId, ByParty, Centi, HappeningId, HeadlineId, InterestId, IssueId, LinkageId,
    OptionId, PartyId, PartySet, ResourceId, Round,
};
pub use super::raw::RawAlone as Alone;

/// One scenario, checked.
#[derive(Clone, Debug)]
pub struct Level {
    /// Name in commands and saves.
    pub id: String,
    /// Name on screen.
    pub title: String,
    /// One sentence for the menu.
    pub summary: String,
    /// What the level is about.
    pub about: String,
    /// Score units in a point.
    pub unit: i64,
    /// What a multiplier of one is: 100 where mandates are drawn, 1 where every multiplier is plain.
    pub percent: i64,
    /// Rule books it is made for, the recommended one first.
    pub rules: Vec<String>,
    /// What parties care about.
    pub interests: Vec<Interest>,
    /// The interest that credit, failed votes and collapse count against.
    pub standing: Option<InterestId>,
    /// The interest that stands for freedom of action.
    pub autonomy: Option<InterestId>,
    /// The parties, in order of play.
    pub parties: ByParty<Party>,
    /// Trust of the first in the second at the start, 0 to 100.
    pub trust: ByParty<ByParty<i64>>,
    /// The calendar.
    pub rounds: Vec<Stop>,
    /// The questions on the table.
    pub issues: Vec<Issue>,
    /// Options that only hold together.
    pub constraints: Vec<Constraint>,
    /// Points for options that hold together.
    pub linkages: Vec<Linkage>,
    /// Goods with a stock and a shortage.
    pub resources: Vec<Resource>,
    /// What happens by date, by condition or by chance.
    pub happenings: Vec<Happening>,
    /// Headlines that a communiqué may carry.
    pub headlines: Vec<Headline>,
    /// Where the real numbers come from.
    pub sources: Vec<Source>,
}

/// Something parties care about.
#[derive(Clone, Debug)]
pub struct Interest {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it covers.
    pub about: String,
}

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
        if government == 0 {
            0
        } else {
            (self.quorum - government).max(0)
        }
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

/// A stop on the calendar.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The place.
    pub name: String,
    /// The date, in words.
    pub date: String,
    /// What the stop is.
    pub about: String,
    /// Who sits together here.
    pub tables: Vec<Seating>,
}

/// Parties who sit together at a stop.
#[derive(Clone, Copy, Debug)]
pub struct Seating {
    /// The parties.
    pub parties: PartySet,
    /// Hundredths of net added in every chamber to what is signed here.
    pub net: Centi,
}

/// Points of one party for one interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Who.
    pub party: PartyId,
    /// In what.
    pub interest: InterestId,
    /// How much, in the level's units.
    pub units: i64,
}

/// A question on the table.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Name in files and commands.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Name of its picture.
    pub icon: String,
    /// The party in whose column it stands; `None` spans both.
    pub giver: Option<PartyId>,
    /// The party that may move it alone.
    pub controller: Option<PartyId>,
    /// The way the controller may move it alone.
    pub alone: Alone,
    /// The parties who must all sign a pact that sets it.
    pub consent: PartySet,
    /// Whether a pact that sets it needs the chambers.
    pub ratify: bool,
    /// Whether it may only be set where all signatories sit together.
    pub in_person: bool,
    /// Units of standing shared out by the communiqué at its first change.
    pub headline: i64,
    /// In force at the start.
    pub start: OptionId,
    /// What will change by itself, by round.
    pub schedule: Vec<Change>,
    /// Whether it is public backing.
    pub validation: Option<Validation>,
    /// The possible answers, in order.
    pub options: Vec<Choice>,
    /// Sources of its numbers.
    pub sources: Vec<String>,
}

/// A scheduled change of an issue.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// At the news of this round.
    pub round: Round,
    /// What comes into force.
    pub option: OptionId,
    /// It does not happen while a pact of these parties stands; empty means always.
    pub unless_pact: PartySet,
}

/// Public backing.
#[derive(Clone, Debug)]
pub struct Validation {
    /// Who receives it.
    pub to: PartyId,
    /// Hundredths of full backing, by option.
    pub levels: Vec<Centi>,
}

/// A possible answer to an issue: an option as the level describes it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Name in files and commands.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it means.
    pub note: String,
    /// Points while it is in force at the end.
    pub effects: Vec<Effect>,
    /// Points booked at each Reckoning while it is in force.
    pub per_round: Vec<Effect>,
    /// Sources of its numbers.
    pub sources: Vec<String>,
}

/// Options that only hold together.
#[derive(Clone, Debug)]
pub enum Constraint {
    /// All of these options are in force, or none of them.
    Together(Vec<(IssueId, OptionId)>),
    /// At most one of these issues is away from its start.
    Exclusive(Vec<IssueId>),
}

impl Constraint {
    /// Whether it allows an outcome, given by the option of each issue.
    pub fn allows(&self, level: &Level, option: impl Fn(IssueId) -> OptionId) -> bool {
        match self {
            Self::Together(terms) => {
                let mut held = terms.iter().map(|(issue, wanted)| option(*issue) == *wanted);
                match held.next() {
                    Some(true) => held.all(|h| h),
                    Some(false) => !held.any(|h| h),
                    None => true,
                }
            }
            Self::Exclusive(issues) => {
                let away = issues.iter().filter(|i| option(**i) != level.issue(**i).start);
                away.count() <= 1
            }
        }
    }

    /// The issues it binds.
    #[must_use]
    pub fn issues(&self) -> Vec<IssueId> {
        match self {
            Self::Together(terms) => terms.iter().map(|(issue, _)| *issue).collect(),
            Self::Exclusive(issues) => issues.clone(),
        }
    }
}

/// Points for options that hold together.
#[derive(Clone, Debug)]
pub struct Linkage {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Two or three issues with the options that count.
    pub when: Vec<(IssueId, Vec<OptionId>)>,
    /// The points.
    pub effects: Vec<Effect>,
}

/// A good with a stock. Amounts are hundredths of a round of full use.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Who uses it.
    pub user: PartyId,
    /// Stock at the start.
    pub stock: Centi,
    /// Used each round.
    pub uses: Centi,
    /// Supplied each round whatever is agreed.
    pub other_supply: Centi,
    /// Supplied each round by the options in force.
    pub supply: Vec<(IssueId, Vec<Centi>)>,
    /// Points booked at each Reckoning of a round that is short.
    pub shortage: Vec<Effect>,
    /// Stock added by the measure "build stock".
    pub build: Centi,
    /// What the measure "fund capacity" brings: supply each round, and rounds until it runs.
    pub capacity: Option<(Centi, u16)>,
}

/// Something that happens.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Name in files.
    pub id: String,
    /// The line in the news.
    pub headline: String,
    /// More of it.
    pub about: String,
    /// When it may happen.
    pub trigger: Trigger,
    /// Percent of chance each time; `None` is certain.
    pub chance: Option<u64>,
    /// What must hold.
    pub when: Vec<Condition>,
    /// At most once.
    pub once: bool,
    /// What it does.
    pub outcomes: Vec<Outcome>,
    /// Sources of its facts.
    pub sources: Vec<String>,
}

/// When an event may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// At the news of this round.
    Round(Round),
    /// At the news of each round.
    EachRound,
    /// When a pact that these parties all signed comes into force.
    Signed(PartySet),
}

/// What must hold for an event.
#[derive(Clone, Debug)]
pub enum Condition {
    /// One of these options of the issue is in force.
    InForce(IssueId, Vec<OptionId>),
    /// A pact that these parties all signed stands.
    Pact(PartySet),
    /// No such pact stands.
    NoPact(PartySet),
    /// This event has happened.
    Happened(HappeningId),
    /// This event has not happened.
    NotHappened(HappeningId),
}

/// What an event does.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Books points.
    Points(Effect),
    /// Moves home support, in hundredths.
    Support(PartyId, Centi),
    /// Moves political capital.
    Capital(PartyId, i64),
    /// Moves a stock, in hundredths of a round.
    Stock(ResourceId, Centi),
}

/// A headline for a communiqué.
#[derive(Clone, Debug)]
pub struct Headline {
    /// Name in files.
    pub id: String,
    /// The words.
    pub text: String,
    /// It fits a pact that sets one of these issues; empty fits any.
    pub issues: Vec<IssueId>,
}

/// Where a number comes from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Name in files.
    pub id: String,
    /// Who published it, or `stylised`.
    pub text: String,
    /// When, in words.
    pub date: String,
    /// How sure it is.
    pub confidence: String,
}

impl Level {
    /// All its parties.
    #[must_use]
    pub fn everyone(&self) -> PartySet {
        PartySet::first(self.parties.len())
    }

    /// The last round.
    #[must_use]
    pub fn last_round(&self) -> Round {
        Round(u16::try_from(self.rounds.len()).unwrap_or(u16::MAX))
    }

    /// Score units in a point, multipliers included: divide [`super::ids::Points`] by this to show them.
    #[must_use]
    pub fn per_point(&self) -> i64 {
        self.unit * self.percent
    }

    /// An issue.
    #[must_use]
    pub fn issue(&self, id: IssueId) -> &Issue {
        &self.issues[id.index()]
    }

    /// An option of an issue.
    #[must_use]
    pub fn choice(&self, issue: IssueId, option: OptionId) -> &Choice {
        &self.issues[issue.index()].options[option.index()]
    }

    /// A linkage.
    #[must_use]
    pub fn linkage(&self, id: LinkageId) -> &Linkage {
        &self.linkages[id.index()]
    }

    /// A resource.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.index()]
    }

    /// An event.
    #[must_use]
    pub fn happening(&self, id: HappeningId) -> &Happening {
        &self.happenings[id.index()]
    }

    /// A headline.
    #[must_use]
    pub fn headline(&self, id: HeadlineId) -> Option<&Headline> {
        self.headlines.get(id.index())
    }

    /// A party's archetype.
    #[must_use]
    pub fn archetype(&self, party: PartyId, id: ArchetypeId) -> &Archetype {
        &self.parties[party].archetypes[id.index()]
    }

    /// A bloc of a party's chamber.
    #[must_use]
    pub fn bloc(&self, party: PartyId, id: BlocId) -> Option<&Bloc> {
        self.parties[party].chamber.as_ref()?.blocs.get(id.index())
    }

    /// The ids of all issues.
    pub fn issue_ids(&self) -> impl Iterator<Item = IssueId> + use<> {
        (0..self.issues.len()).map(IssueId::from_index)
    }

    /// The issue of this name.
    #[must_use]
    pub fn issue_named(&self, name: &str) -> Option<IssueId> {
        self.issues.iter().position(|i| i.id == name).map(IssueId::from_index)
    }

    /// The option of this name.
    #[must_use]
    pub fn option_named(&self, issue: IssueId, name: &str) -> Option<OptionId> {
        let options = &self.issues.get(issue.index())?.options;
        options.iter().position(|o| o.id == name).map(OptionId::from_index)
    }

    /// The party of this name.
    #[must_use]
    pub fn party_named(&self, name: &str) -> Option<PartyId> {
        self.parties.0.iter().position(|p| p.id == name).map(PartyId::from_index)
    }
}
