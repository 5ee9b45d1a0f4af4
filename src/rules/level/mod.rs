//! A checked level: every name is an id, every number is in range, every reference holds.

mod guide;
mod happening;
mod issue;
mod map;
mod party;
mod pledge;
mod threat;

use serde::{Deserialize, Serialize};

pub use self::guide::{Deed, Hint, Moment, Point};
pub use self::happening::{Condition, Happening, Outcome, Trigger};
pub use self::issue::{Change, Choice, Column, Constraint, Effect, Issue, Linkage, Promise, Validation};
pub use self::map::{Flow, FlowKind, Place};
pub use self::party::{Archetype, Bloc, Chamber, Party, RedLine};
pub use self::pledge::{Governance, Pledge, Project, Say};
pub use self::threat::Threat;
use crate::rules::edition::Edition;
use crate::rules::ids::{
    ArchetypeId, BlocId, ByParty, Centi, HappeningId, HeadlineId, InterestId, IssueId, LinkageId, OptionId,
    PartyId, PartySet, PledgeId, ResourceId, Round, ThreatId,
};
pub use crate::rules::raw::RawAlone as Alone;
pub use crate::rules::raw::RawNeed as Need;

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
    /// Points for every way to settle all issues at once.
    pub columns: Vec<Column>,
    /// Goods with a stock and a shortage.
    pub resources: Vec<Resource>,
    /// Money that one party puts into projects in another's country.
    pub pledges: Vec<Pledge>,
    /// What parties can threaten each other with.
    pub threats: Vec<Threat>,
    /// What happens by date, by condition or by chance.
    pub happenings: Vec<Happening>,
    /// Headlines that a communiqué may carry.
    pub headlines: Vec<Headline>,
    /// Where the real numbers come from.
    pub sources: Vec<Source>,
    /// Hints for a first game, in the order in which they are shown; none in most levels.
    pub guide: Vec<Hint>,
    /// The text that all this was read from.
    pub edition: Edition,
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
    /// Where it is on the map.
    pub place: Option<Place>,
}

/// Parties who sit together at a stop.
#[derive(Clone, Copy, Debug)]
pub struct Seating {
    /// The parties.
    pub parties: PartySet,
    /// Hundredths of net added in every chamber to what is signed here.
    pub net: Centi,
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
    /// Capacity built together: the issue, supply each round by option, and the rounds that an option
    /// has to be in force before it supplies.
    pub joint: Option<Joint>,
    /// Points booked at each Reckoning of a round that is short.
    pub shortage: Vec<Effect>,
    /// Stock added by the measure "build stock".
    pub build: Centi,
    /// What the measure "fund capacity" brings: supply each round, and rounds until it runs.
    pub capacity: Option<(Centi, u16)>,
}

/// Capacity that a pact brings, after a time.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The issue.
    pub issue: IssueId,
    /// Supply each round once it runs, by option.
    pub supply: Vec<Centi>,
    /// Rounds that an option has to be in force before it supplies.
    pub lead: u16,
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

impl Resource {
    /// The issues that it depends on.
    #[must_use]
    pub fn issues(&self) -> Vec<IssueId> {
        let mut issues: Vec<IssueId> = self.supply.iter().map(|(issue, _)| *issue).collect();
        if let Some(joint) = &self.joint
            && !issues.contains(&joint.issue)
        {
            issues.push(joint.issue);
        }
        issues
    }
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

    /// The place in a column of a choice of options; `None` while an issue is at its start.
    pub fn column_place(&self, option: impl Fn(IssueId) -> OptionId) -> Option<usize> {
        let mut place = 0;
        for id in self.issue_ids() {
            let (issue, option) = (self.issue(id), option(id));
            let after = usize::from(option > issue.start);
            if option == issue.start {
                return None;
            }
            place = place * issue.options.len().saturating_sub(1) + option.index() - after;
        }
        Some(place)
    }

    /// A resource.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.index()]
    }

    /// A pledge.
    #[must_use]
    pub fn pledge(&self, id: PledgeId) -> &Pledge {
        &self.pledges[id.index()]
    }

    /// A threat.
    #[must_use]
    pub fn threat(&self, id: ThreatId) -> &Threat {
        &self.threats[id.index()]
    }

    /// The ids of all pledges.
    pub fn pledge_ids(&self) -> impl Iterator<Item = PledgeId> + use<> {
        (0..self.pledges.len()).map(PledgeId::from_index)
    }

    /// The ids of all threats.
    pub fn threat_ids(&self) -> impl Iterator<Item = ThreatId> + use<> {
        (0..self.threats.len()).map(ThreatId::from_index)
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
