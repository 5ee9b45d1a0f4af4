//! The advisor: what several rules would pick for the parties of the draft, and what would improve the draft.

use crate::analysis::{Advice, Kind, NashRule, Pick, Silence, Step, Suggestion, advice};
use crate::opponents::negotiator::SIGNS_AT;
use crate::rules::appraise::Appraisal;
use crate::rules::chamber::Forecast;
use crate::rules::ids::{PartyId, Points};
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;
use crate::screens::estimate::{Band, in_ten, tone_in};
use crate::screens::table::draft::Edit;
use crate::theme::Tone;

use super::desk::Desk;
use super::{Ideals, Line, house};

/// Something that is advised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advised {
    /// Which rules pick it, or what kind of change it is.
    pub title: String,
    /// What each of these rules assumes.
    pub notes: Vec<String>,
    /// Its terms, or the changes.
    pub terms: Vec<String>,
    /// What it brings each party, and what chambers would do.
    pub lines: Vec<Line>,
    /// What the button says.
    pub label: String,
    /// The same with what it puts, so that it can be told from its like.
    pub name: String,
    /// What it does; `None` where the draft is just that.
    pub edit: Option<Edit>,
}

/// The advisor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advisor {
    /// Whether it is unfolded. Folded away it holds nothing.
    pub open: bool,
    /// On what it is.
    pub title: String,
    /// What the figures are, and among what was picked; or why there is no advice.
    pub notes: Vec<String>,
    /// Packages by rule.
    pub picks: Vec<Advised>,
    /// Changes of the draft.
    pub changes: Vec<Advised>,
    /// That no change is known.
    pub unchanged: Option<String>,
}

pub(super) fn build(desk: &Desk<'_>, open: bool, ideals: &mut Ideals) -> Option<Advisor> {
    if desk.game.knowledge == Knowledge::Sealed {
        return None;
    }
    let parties = desk.draft.parties();
    let with = desk.names(parties.without(desk.seat));
    let mut advisor = Advisor {
        open,
        title: desk.text("advice-title", &[("parties", with.as_str().into())]),
        notes: Vec::new(),
        picks: Vec::new(),
        changes: Vec::new(),
        unchanged: None,
    };
    if !open {
        return Some(advisor);
    }
    match ideals.advice(desk) {
        Ok(found) => fill(desk, found, &mut advisor),
        Err(Silence::Sealed) => return None,
        Err(Silence::Closed) => {
            advisor.notes.push(desk.text("advice-closed", &[("parties", with.into())]));
        }
    }
    Some(advisor)
}

impl Ideals {
    /// Advice for the parties of the draft, worked out once for each position.
    fn advice(&mut self, desk: &Desk<'_>) -> Result<&Advice, Silence> {
        let parties = desk.draft.parties();
        let place = match self.advised.iter().position(|(set, _)| *set == parties) {
            Some(place) => place,
            None => {
                let found = advice(&desk.minds.own, desk.seat, parties, &desk.view.refused(), SIGNS_AT);
                self.advised.push((parties, found));
                self.advised.len() - 1
            }
        };
        match self.advised.get(place) {
            Some((_, Ok(found))) => Ok(found),
            Some((_, Err(why))) => Err(*why),
            None => Err(Silence::Closed),
        }
    }
}

fn fill(desk: &Desk<'_>, found: &Advice, advisor: &mut Advisor) {
    let exact = desk.draft.parties().iter().all(|party| desk.minds.knows(party));
    advisor.notes.push(desk.get(if exact { "advice-known" } else { "advice-estimates" }));
    advisor.notes.push(desk.get(match (found.picks.is_empty(), found.passes) {
        (true, _) => "advice-nothing",
        (false, false) => "advice-refused",
        (false, true) if desk.game.rules.on.chambers => "advice-passing",
        (false, true) => "advice-plain",
    }));
    advisor.notes.extend(desk.teller().left_out(&found.left_out));
    if !found.exact {
        advisor.notes.push(desk.get("advice-searched"));
    }
    advisor.picks = found.picks.iter().map(|pick| picked(desk, found.nash, pick)).collect();
    let suggestions = found.suggestions(&desk.minds.own, desk.draft.proposal());
    advisor.changes = suggestions.iter().map(|suggestion| change(desk, suggestion)).collect();
    advisor.unchanged = advisor.changes.is_empty().then(|| desk.get("advice-changes-none"));
}

fn picked(desk: &Desk<'_>, nash: NashRule, pick: &Pick) -> Advised {
    let teller = desk.teller();
    let rules = pick.rules.iter().map(|rule| teller.advising_rule(*rule, nash));
    let (names, mut notes): (Vec<String>, Vec<String>) = rules.unzip();
    if names.len() > 1 {
        // Which of them assumes what.
        notes = names.iter().zip(&notes).map(|(name, note)| teller.advising_note(name, note)).collect();
    }
    let title = teller.all_of(names);
    let package = &pick.proposal.package;
    let lines = desk.order(|party| {
        let gains = desk.minds.appraisals(party, &pick.proposal);
        Band::of(gains.iter().map(Appraisal::gain))
    });
    // The player first, as above.
    let (own, others): (Vec<&Forecast>, Vec<&Forecast>) =
        pick.forecasts.iter().partition(|forecast| forecast.party == desk.seat);
    let chambers = own.into_iter().chain(others).map(|forecast| chamber(desk, forecast));
    Advised {
        notes,
        terms: package.terms().map(|(issue, option)| teller.term_change(issue, option)).collect(),
        lines: lines.into_iter().chain(chambers).collect(),
        label: desk.get("advice-put"),
        name: desk.text("advice-put-named", &[("rules", title.as_str().into())]),
        edit: (package != desk.draft.package()).then(|| Edit::Put(pick.proposal.clone())),
        title,
    }
}

fn chamber(desk: &Desk<'_>, forecast: &Forecast) -> Line {
    let label = match forecast.party == desk.seat {
        true => desk.get("advice-chamber"),
        false => desk.text("advice-chamber-of", &[("party", desk.name(forecast.party).into())]),
    };
    Line {
        label,
        // A narrow column has no room for the whole phrase.
        figure: desk.text("advice-chances", &[("chances", in_ten(forecast.passing, forecast.swings).into())]),
        tone: if forecast.reaches(50) { Tone::Plain } else { Tone::Bad },
        note: house::passes(desk, forecast),
    }
}

fn change(desk: &Desk<'_>, suggestion: &Suggestion) -> Advised {
    let teller = desk.teller();
    let title = match suggestion.kind {
        Kind::Shared => desk.get("advice-kind-shared"),
        Kind::Logroll => desk.get("advice-kind-logroll"),
        Kind::Linkage(id) => {
            let linkage = desk.game.level.linkages.get(id.index());
            let name = linkage.map_or("", |linkage| linkage.name.as_str());
            desk.text("advice-kind-linkage", &[("linkage", name.into())])
        }
    };
    let said = |step: &Step| teller.package_change(step.issue, step.option);
    let told = |(place, step): (usize, &Step)| {
        let key = match (suggestion.kind, place) {
            (Kind::Logroll, 0) => "advice-step-take",
            (Kind::Logroll, _) => "advice-step-give",
            _ => "advice-step",
        };
        desk.text(key, &[("step", said(step).into()), ("gains", gains(desk, &step.gains).into())])
    };
    let all = teller.all_of(suggestion.steps.iter().map(said).collect());
    Advised {
        title,
        notes: Vec::new(),
        // What one step brings is what all of it brings, and is told once.
        terms: match &suggestion.steps[..] {
            [only] => vec![said(only)],
            steps => steps.iter().enumerate().map(told).collect(),
        },
        lines: desk.order(|party| against_draft(desk, party, &suggestion.proposal)),
        label: desk.get("advice-change"),
        name: desk.text("advice-change-named", &[("steps", all.into())]),
        edit: Some(Edit::Put(suggestion.proposal.clone())),
    }
}

/// What a proposal brings a party against the draft, over all mandates that it may have.
fn against_draft(desk: &Desk<'_>, party: PartyId, proposal: &Proposal) -> Option<Band> {
    let after = desk.minds.appraisals(party, proposal);
    Band::of(desk.appraisals[party].iter().zip(&after).map(|(now, then)| then.total - now.total))
}

/// What a step alone brings each, in one phrase.
fn gains(desk: &Desk<'_>, gains: &[(PartyId, Points)]) -> String {
    let teller = desk.teller();
    let own = gains.iter().filter(|(party, _)| *party == desk.seat);
    let others = gains.iter().filter(|(party, _)| *party != desk.seat);
    let told = |(party, points): &(PartyId, Points)| teller.gain(*party, *points, desk.minds.knows(*party));
    teller.all_of(own.chain(others).map(told).collect())
}

impl Desk<'_> {
    /// A line for each signatory, the player first: what something brings it.
    fn order(&self, brings: impl Fn(PartyId) -> Option<Band>) -> Vec<Line> {
        let parties = self.draft.parties();
        let all = std::iter::once(self.seat).chain(parties.without(self.seat).iter());
        all.filter_map(|party| {
            let band = brings(party)?;
            let label = match (party == self.seat, self.minds.knows(party)) {
                (true, _) => self.get("table-you"),
                (false, true) => self.name(party).to_owned(),
                (false, false) => self.text("advice-estimated", &[("party", self.name(party).into())]),
            };
            Some(Line {
                label,
                figure: self.figures.change_in(band),
                tone: tone_in(band),
                note: String::new(),
            })
        })
        .collect()
    }
}

#[cfg(test)]
#[path = "advisor_tests.rs"]
mod tests;
