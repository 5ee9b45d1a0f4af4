//! Questions about the draft: what would it take, what would they give, what do both gain from. The answer goes onto the paper, where it
//! can be read, changed and undone.

use crate::opponents::Belief;
use crate::opponents::counter::{Goal, counters};
use crate::rules::game::Game;
use crate::rules::position::Phase;
use crate::screens::table::draft::{Draft, Edit};
use crate::theme::Tone;
use crate::view::View;
use crate::words::Words;
use crate::words::tell::Teller;

use super::desk::Desk;

/// Something that can be asked about the draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// What is asked for.
    pub goal: Goal,
    /// The question.
    pub label: String,
    /// What answers it.
    pub note: String,
    /// Why it cannot be asked now.
    pub off: Option<String>,
}

/// What came of a question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// What was found, or what stands in the way.
    pub text: String,
    /// Whether anything was found.
    pub tone: Tone,
}

/// Everything that can be asked.
pub(super) fn questions(desk: &Desk<'_>) -> Vec<Question> {
    let closed = desk.over || desk.settled || desk.at().phase != Phase::Talks;
    let closed_to = desk.closed_to(desk.draft.parties());
    let ask = |goal| {
        let (_, note) = desk.teller().goal(goal);
        let label = desk.get(match goal {
            Goal::Take => "table-ask-take",
            Goal::Give => "table-ask-give",
            Goal::Balance => "table-ask-balance",
            Goal::Best => "table-ask-best",
        });
        // What is asked about a draft needs one.
        let about_draft = matches!(goal, Goal::Take | Goal::Balance);
        let off = match (closed, desk.draft.package().is_empty() && about_draft) {
            (true, _) => Some(desk.get("table-over")),
            _ if closed_to.is_some() => closed_to.clone(),
            (_, true) => Some(desk.get("table-verdict-empty")),
            _ => None,
        };
        Question { goal, label, note, off }
    };
    Goal::ALL.into_iter().map(ask).collect()
}

/// Answers a question from what the seat may know, and puts the answer into the draft.
pub(in crate::screens::table) fn ask(
    game: &Game,
    view: &View,
    words: &Words,
    draft: &mut Draft,
    goal: Goal,
) -> Answer {
    let teller = Teller::new(words, game, &view.position, Some(view.seat));
    let (label, _) = teller.goal(goal);
    let said = |text: String, tone| {
        let args = [("goal", label.as_str().into()), ("answer", text.into())];
        Answer { text: words.text("counter-said", &args), tone }
    };
    let found = counters(game, view, &Belief::of(game, view), draft.proposal());
    let Some(found) = found else {
        let parties = teller.parties(draft.parties().without(view.seat));
        return said(words.text("counter-closed", &[("parties", parties.into())]), Tone::Bad);
    };
    let Some(answer) = found.answer(goal) else {
        let why = found.obstacle.as_ref().map(|obstacle| teller.obstacle(obstacle));
        return said(why.unwrap_or_else(|| words.get("counter-nothing")), Tone::Bad);
    };
    draft.edit(game, &view.position, &Edit::Put(answer.proposal.clone()));
    // What is changed is marked on the paper.
    let changed = match answer.changes.len() {
        count @ 3.. => words.text("counter-changed-count", &[("count", count.into())]),
        _ => teller.answered(answer),
    };
    let mut told = vec![changed, teller.answer_worth(answer)];
    let chances = answer.others.iter().filter_map(|other| Some((other.party, other.chances?)));
    told.extend(chances.map(|(party, chances)| teller.chance_to_take(party, chances)));
    if found.clauses {
        told.push(words.get("counter-clauses"));
    }
    if !found.exact {
        told.push(words.get("counter-sampled"));
    }
    said(told.join(" "), Tone::Plain)
}

#[cfg(test)]
#[path = "answers_tests.rs"]
mod tests;
