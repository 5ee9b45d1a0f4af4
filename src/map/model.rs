//! What a seat's map shows: capitals, tinted land, and what flows between parties under the terms in force and under a draft.

use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId, Round};
use crate::rules::level::{FlowKind, Place};
use crate::rules::package::Package;
use crate::view::View;

/// What a seat's map shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Map {
    /// The capitals, in the level's order of parties.
    pub capitals: Vec<Capital>,
    /// Land in the colour of a party.
    pub tints: Vec<Tint>,
    /// What flows, in the level's order of issues: the same at every moment of a game but for terms.
    pub flows: Vec<Flow>,
    /// Where the stop of this round is.
    pub focus: Option<Place>,
}

/// The capital of a party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Capital {
    /// Whose it is.
    pub party: PartyId,
    /// Where it is.
    pub place: Place,
}

/// Land in the colour of a party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tint {
    /// Whose it is.
    pub party: PartyId,
    /// The letters of the states; see [`super::atlas::Atlas::of`].
    pub states: Vec<String>,
}

/// What flows between two parties under an issue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Flow {
    /// The issue, from whose name and option's name a label is worded.
    pub issue: IssueId,
    /// What flows.
    pub kind: FlowKind,
    /// Whom it comes from.
    pub from: PartyId,
    /// Where that party's capital is.
    pub from_place: Place,
    /// Whom it goes to.
    pub to: PartyId,
    /// Where that party's capital is.
    pub to_place: Place,
    /// Its lane among the flows between these two, from 0; see [`super::arc::arc`].
    pub lane: usize,
    /// Under the option in force, as far as the seat knows.
    pub now: Term,
    /// Under the draft, if it sets another option.
    pub draft: Option<Term>,
    /// What comes unless something is signed.
    pub threat: Option<Threatened>,
}

/// What comes by the calendar, and may still be averted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Threatened {
    /// What would be in force.
    pub term: Term,
    /// At the news of this round.
    pub round: Round,
}

/// An option, and how strong the flow is under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Term {
    /// The option.
    pub option: OptionId,
    /// 0 for no flow at all, to 100.
    pub strength: i64,
}

impl Map {
    /// The map of a seat, with the draft that lies before it. `None` for a level without any place or land.
    #[must_use]
    pub fn of(game: &Game, view: &View, draft: Option<&Package>) -> Option<Self> {
        let level = &game.level;
        if !level.has_map() {
            return None;
        }
        let mut map = Self::default();
        for (party, rule) in level.parties.iter() {
            if let Some(place) = rule.place {
                map.capitals.push(Capital { party, place });
            }
            if !rule.land.is_empty() {
                map.tints.push(Tint { party, states: rule.land.clone() });
            }
        }
        map.focus = level.rounds.get(view.position.round.index()).and_then(|stop| stop.place);
        for issue in level.issue_ids() {
            map.flows.extend(flow(game, view, draft, issue, &map.flows));
        }
        Some(map)
    }

    /// The flows that are there now, would be under the draft, or are threatened.
    pub fn shown(&self) -> impl Iterator<Item = &Flow> {
        let drafted = |flow: &Flow| flow.draft.is_some_and(|term| term.strength > 0);
        let threatened = |flow: &Flow| flow.threat.is_some_and(|threat| threat.term.strength > 0);
        self.flows.iter().filter(move |flow| flow.now.strength > 0 || drafted(flow) || threatened(flow))
    }
}

fn flow(game: &Game, view: &View, draft: Option<&Package>, issue: IssueId, before: &[Flow]) -> Option<Flow> {
    let rule = game.level.issue(issue).flow.as_ref()?;
    let term =
        |option: OptionId| Term { option, strength: rule.strength.get(option.index()).copied().unwrap_or(0) };
    let now = term(view.position.option(issue));
    let drafted = draft.and_then(|package| package.option(issue)).filter(|option| *option != now.option);
    let coming = view.position.coming(game, issue).filter(|change| !change.unless_pact.is_empty());
    let pair = |flow: &&Flow| {
        (flow.from, flow.to) == (rule.from, rule.to) || (flow.to, flow.from) == (rule.from, rule.to)
    };
    Some(Flow {
        issue,
        kind: rule.kind,
        from: rule.from,
        from_place: game.level.parties[rule.from].place?,
        to: rule.to,
        to_place: game.level.parties[rule.to].place?,
        lane: before.iter().filter(pair).count(),
        now,
        draft: drafted.map(term),
        threat: coming.map(|change| Threatened { term: term(change.option), round: change.round }),
    })
}
