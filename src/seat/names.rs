//! What things are called in the level's file.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::rules::event::Amount;
use crate::rules::game::Game;
use crate::rules::ids::{
    ArchetypeId, BlocId, ByParty, HappeningId, HeadlineId, InterestId, IssueId, LinkageId, OptionId, PartyId,
    PartySet, PledgeId, ProjectId, ResourceId, ThreatId,
};
use crate::rules::level::Effect;

/// The names of a game's parties, issues and all the rest.
#[derive(Clone, Copy)]
pub(super) struct Names<'a>(pub(super) &'a Game);

impl<'a> Names<'a> {
    pub(super) fn party(self, id: PartyId) -> &'a str {
        &self.0.level.parties[id].id
    }

    pub(super) fn parties(self, parties: PartySet) -> Vec<&'a str> {
        parties.iter().map(|id| self.party(id)).collect()
    }

    pub(super) fn issue(self, id: IssueId) -> &'a str {
        &self.0.level.issue(id).id
    }

    pub(super) fn issues(self, ids: &[IssueId]) -> Vec<&'a str> {
        ids.iter().map(|id| self.issue(*id)).collect()
    }

    pub(super) fn option(self, issue: IssueId, id: OptionId) -> &'a str {
        &self.0.level.choice(issue, id).id
    }

    pub(super) fn options(self, issue: IssueId, ids: &[OptionId]) -> Vec<&'a str> {
        ids.iter().map(|id| self.option(issue, *id)).collect()
    }

    pub(super) fn interest(self, id: InterestId) -> &'a str {
        &self.0.level.interests[id.index()].id
    }

    pub(super) fn archetype(self, party: PartyId, id: ArchetypeId) -> &'a str {
        &self.0.level.archetype(party, id).id
    }

    pub(super) fn bloc(self, party: PartyId, id: BlocId) -> Option<&'a str> {
        self.0.level.bloc(party, id).map(|bloc| bloc.id.as_str())
    }

    pub(super) fn linkage(self, id: LinkageId) -> &'a str {
        &self.0.level.linkage(id).id
    }

    pub(super) fn resource(self, id: ResourceId) -> &'a str {
        &self.0.level.resource(id).id
    }

    pub(super) fn pledge(self, id: PledgeId) -> &'a str {
        &self.0.level.pledge(id).id
    }

    pub(super) fn project(self, pledge: PledgeId, id: ProjectId) -> Option<&'a str> {
        self.0.level.pledge(pledge).project(id).map(|project| project.id.as_str())
    }

    pub(super) fn threat(self, id: ThreatId) -> &'a str {
        &self.0.level.threat(id).id
    }

    pub(super) fn happening(self, id: HappeningId) -> &'a str {
        &self.0.level.happening(id).id
    }

    pub(super) fn headline(self, id: HeadlineId) -> Option<&'a str> {
        self.0.level.headline(id).map(|headline| headline.id.as_str())
    }

    /// An object with a value for each party.
    pub(super) fn by_party<T>(self, values: &ByParty<T>, value: impl Fn(PartyId, &T) -> Value) -> Value {
        values.iter().map(|(party, held)| (self.party(party).to_owned(), value(party, held))).collect()
    }

    /// An object with a value for each interest.
    pub(super) fn by_interest(self, values: &[i64]) -> Value {
        let interests = self.0.level.interests.iter();
        interests.zip(values).map(|(interest, value)| (interest.id.clone(), Value::from(*value))).collect()
    }

    /// An object with a value for each option of an issue.
    pub(super) fn by_option<T>(self, issue: IssueId, values: &[T], value: impl Fn(&T) -> Value) -> Value {
        let options = self.0.level.issue(issue).options.iter();
        options.zip(values).map(|(option, held)| (option.id.clone(), value(held))).collect()
    }

    /// An object with the option of each issue.
    pub(super) fn terms(self, terms: impl Iterator<Item = (IssueId, OptionId)>) -> Value {
        terms
            .map(|(issue, option)| (self.issue(issue).to_owned(), Value::from(self.option(issue, option))))
            .collect()
    }

    /// An object with some options of each issue.
    pub(super) fn ranges(self, ranges: &[(IssueId, Vec<OptionId>)]) -> Value {
        let range = |(issue, options): &(IssueId, Vec<OptionId>)| {
            (self.issue(*issue).to_owned(), Value::from(self.options(*issue, options)))
        };
        ranges.iter().map(range).collect()
    }

    pub(super) fn effects(self, effects: &[Effect]) -> Value {
        let effect = |effect: &Effect| {
            serde_json::json!({
                "party": self.party(effect.party),
                "interest": self.interest(effect.interest),
                "units": effect.units,
            })
        };
        effects.iter().map(effect).collect()
    }
}

/// The name of a variant in small letters with low lines, as it stands in messages.
pub(super) fn word(variant: &impl Serialize) -> String {
    let name = match serde_json::to_value(variant) {
        Ok(Value::String(name)) => name,
        Ok(Value::Object(fields)) => fields.into_iter().next().map(|(name, _)| name).unwrap_or_default(),
        _ => String::new(),
    };
    let mut word = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(c.to_lowercase());
    }
    word
}

/// An amount as what it comes to before multipliers, or as a fraction where it is one.
pub(super) fn amount(amount: Amount) -> Value {
    match amount.over == amount.times {
        true => amount.units.into(),
        false => serde_json::json!({ "units": amount.units, "times": amount.times, "over": amount.over }),
    }
}

/// An object with one more field.
pub(super) fn with(mut object: Value, name: &str, value: impl Into<Value>) -> Value {
    if let Value::Object(fields) = &mut object {
        fields.insert(name.to_owned(), value.into());
    }
    object
}

/// The fields of two objects in one.
pub(super) fn joined(object: Value, other: Value) -> Value {
    match (object, other) {
        (Value::Object(mut fields), Value::Object(more)) => {
            fields.extend(more);
            Value::Object(fields)
        }
        (object, _) => object,
    }
}

/// An object without any field.
pub(super) fn empty() -> Value {
    Value::Object(Map::new())
}
