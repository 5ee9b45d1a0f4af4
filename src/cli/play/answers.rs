//! Questions at Reckoning: which project, whether to object, what becomes of a promise or a threat.

use super::seat::Seat;
use super::unclear_text;
use crate::cli::names::find;
use crate::cli::out::{CliError, Out};
use crate::rules::command::{Answer, Ask, Command};
use crate::rules::ids::{PledgeId, Points, ProjectId};
use crate::rules::projection::project_gain;

impl Seat<'_> {
    /// What the player is asked now, and what may be answered.
    pub(super) fn open_question(&self) -> Option<(Ask, Vec<Answer>)> {
        let (party, ask) = self.view().position.asked?;
        let answers = self.view().legal(self.game()).answers;
        (party == self.seat && !answers.is_empty()).then_some((ask, answers))
    }

    /// The question, and the answers by number with what each costs.
    pub(super) fn show_question(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let Some((ask, answers)) = self.open_question() else { return self.say(out, "cli-answer-none") };
        let teller = self.teller();
        out.line(teller.question(self.seat, ask))?;
        match ask {
            Ask::Object(pledge, project) | Ask::Overrule(pledge, project) => {
                out.line(teller.project_about(pledge, project))?;
                if let Some(gain) = self.project_worth(pledge, project) {
                    out.line(self.text("cli-project-worth", &[("points", teller.change(gain).into())]))?;
                }
            }
            Ask::CarryOut(threat) => {
                let standing = self.view().position.threat(threat);
                out.lines(standing.map(|standing| teller.standing_threat(standing)))?;
            }
            Ask::Place(pledge) => {
                let governance = self.game().level.pledge(pledge).governance.0;
                let rule = self.game().level.pledge(pledge).rule(self.view().position.option(governance));
                out.lines(rule.map(|rule| teller.governance(pledge, rule)))?;
            }
            Ask::Deliver(..) => {}
        }
        for (at, answer) in answers.iter().enumerate() {
            let mut text = teller.reply_with_cost(self.seat, ask, *answer);
            if let (Ask::Place(pledge), Answer::Project(Some(project))) = (ask, answer)
                && let Some(gain) = self.project_worth(pledge, *project)
            {
                let points = ("points", teller.change(gain).into());
                text = self.text("cli-answer-worth", &[("answer", text.into()), points]);
            }
            out.line(self.text("cli-choice", &[("number", (at + 1).into()), ("name", text.into())]))?;
        }
        self.say(out, "cli-answer-how")
    }

    /// What a project that is placed now brings the player until the end.
    fn project_worth(&self, pledge: PledgeId, project: ProjectId) -> Option<Points> {
        let (game, at) = (self.game(), &self.view().position);
        let rule = game.level.pledge(pledge).rule(at.option(game.level.pledge(pledge).governance.0))?;
        let percent = self.view().standpoint(game).percent;
        let state = &at.pledges[pledge.index()];
        Some(project_gain(game, pledge, (rule, state), project, at.round, &percent, self.seat))
    }

    /// `answer NUMBER` or `answer WORD`.
    pub(super) fn reply(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let Some((ask, answers)) = self.open_question() else { return self.say(out, "cli-answer-none") };
        if words.is_empty() {
            return self.show_question(out);
        }
        let wanted = words.join(" ");
        if wanted.chars().all(|c| c.is_ascii_digit()) {
            let at = wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            return match at.and_then(|at| answers.get(at)) {
                Some(answer) => self.give(out, Command::Answer(*answer)).map(drop),
                None => out.line(self.text("cli-answer-range", &[("count", answers.len().into())])),
            };
        }
        match find(&wanted, &self.answer_names(ask, &answers)) {
            Ok(at) => match answers.get(at) {
                Some(answer) => self.give(out, Command::Answer(*answer)).map(drop),
                None => self.show_question(out),
            },
            Err(unclear) => {
                out.line(unclear_text(self.words, &wanted, &unclear))?;
                self.show_question(out)
            }
        }
    }

    /// Whether a line is nothing but an answer to what is asked, spelled out.
    pub(super) fn is_reply(&self, line: &str) -> bool {
        let line = line.to_lowercase();
        self.open_question().is_some_and(|(ask, answers)| {
            let names = self.answer_names(ask, &answers);
            names.iter().any(|(id, name)| *id == line || name.to_lowercase() == line)
        })
    }

    /// What answers are called when they are typed, in the order of the answers.
    fn answer_names(&self, ask: Ask, answers: &[Answer]) -> Vec<(&str, &str)> {
        let (yes, no) = match ask {
            Ask::Place(_) | Ask::Deliver(..) => ("yes", "no"),
            Ask::Object(..) => ("object", "let pass"),
            Ask::Overrule(..) => ("overrule", "give way"),
            Ask::CarryOut(_) => ("carry out", "back down"),
        };
        let named = |answer: &Answer| match (answer, ask) {
            (Answer::Project(Some(project)), Ask::Place(pledge)) => {
                let found = self.game().level.pledge(pledge).project(*project);
                found.map_or(("", ""), |project| (project.id.as_str(), project.name.as_str()))
            }
            (Answer::Project(_), _) => ("none", "no project"),
            (Answer::Yes, _) => ("yes", yes),
            (Answer::No, _) => ("no", no),
            (Answer::Keep, _) => ("keep", "keep it"),
            (Answer::Delay, _) => ("delay", "put it off"),
            (Answer::Break, _) => ("break", "break it"),
        };
        answers.iter().map(named).collect()
    }
}
