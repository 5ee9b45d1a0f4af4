//! From a line of a program to a command. Whether the command is allowed is for the rules to say.

use super::fields::{Fault, Fields, Json, list, object, one_of, short, text, whole};
use super::speak::safe;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::command::{Answer, Ask, Command, Measure, Reason, Rung, Statement};
use crate::rules::game::Game;
use crate::rules::ids::{
    BlocId, ByParty, HeadlineId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet, ProjectId,
    ResourceId, Round, ThreatId,
};
use crate::rules::package::{Communique, Package, Proposal};
use crate::rules::source::quote;
use crate::view::View;

/// What a program asks for.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// A command.
    Command(Command),
    /// A judgement of a proposal.
    Appraisal(Proposal),
    /// Nothing any more: it is about an earlier turn.
    Stale,
}

/// What may stand in `do`.
const DO: [&str; 17] = [
    "pass",
    "propose",
    "accept",
    "decline",
    "withdraw",
    "speak",
    "nothing",
    "move",
    "lobby",
    "build_stock",
    "fund_capacity",
    "threaten",
    "break",
    "snap_back",
    "answer",
    "appraise",
    "safe",
];

/// Reads a line that the program of a seat has sent while this turn is on.
///
/// # Errors
/// What is wrong with it.
pub fn read(game: &Game, view: &View, turn: u64, line: &[u8]) -> Result<Asked, Fault> {
    let line = std::str::from_utf8(line).map_err(|_| Fault::new("", "the line is no text in UTF-8"))?;
    let value: Json = serde_json::from_str(line)
        .map_err(|error| Fault::new("", format!("the line is no object of JSON: {error}")))?;
    let mut fields = Fields::of("", value)?;
    let given = fields.need("turn")?;
    let number: i64 = whole("turn", &given, 0, i64::MAX)?;
    match u64::try_from(number).unwrap_or(u64::MAX).cmp(&turn) {
        std::cmp::Ordering::Less => return Ok(Asked::Stale),
        std::cmp::Ordering::Equal => {}
        std::cmp::Ordering::Greater => {
            return Err(Fault::new("turn", format!("this is turn {turn}, and not {number} yet")));
        }
    }
    let reader = Reader { game, view };
    let wanted = text("do", fields.need("do")?)?;
    let what = DO[one_of("do", "order", &wanted, DO.into_iter())?];
    let read = reader.what(what, &mut fields)?;
    fields.finish()?;
    Ok(read)
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    game: &'a Game,
    view: &'a View,
}

impl Reader<'_> {
    fn what(self, what: &str, fields: &mut Fields) -> Result<Asked, Fault> {
        Ok(Asked::Command(match what {
            "pass" => Command::Pass,
            "safe" => safe(self.view),
            "appraise" => return Ok(Asked::Appraisal(self.proposal(fields)?)),
            "propose" => {
                let answers = fields.given("answers").map(|value| offer("answers", &value)).transpose()?;
                Command::Propose { proposal: self.proposal(fields)?, answers }
            }
            "accept" => Command::Accept(offer("offer", &fields.need("offer")?)?),
            "withdraw" => Command::Withdraw(offer("offer", &fields.need("offer")?)?),
            "decline" => Command::Decline {
                offer: offer("offer", &fields.need("offer")?)?,
                reason: fields.given("reason").map(|value| self.reason("reason", value)).transpose()?,
            },
            "speak" => Command::Speak(self.statement(fields)?),
            "answer" => Command::Answer(self.answer(fields)?),
            _ => Command::Act(self.measure(what, fields)?),
        }))
    }

    fn measure(self, what: &str, fields: &mut Fields) -> Result<Measure, Fault> {
        let resources = || self.game.level.resources.iter().map(|resource| resource.id.as_str());
        Ok(match what {
            "move" => Measure::Move {
                issue: self.issue(fields, "issue")?,
                steps: whole("steps", &fields.take("steps").unwrap_or(Json::Whole(1)), 1, 255)?,
            },
            "lobby" => Measure::Lobby(self.bloc("bloc", &text("bloc", fields.need("bloc")?)?)?),
            "build_stock" | "fund_capacity" => {
                let wanted = text("resource", fields.need("resource")?)?;
                let id = ResourceId::from_index(one_of("resource", "resource", &wanted, resources())?);
                if what == "build_stock" { Measure::BuildStock(id) } else { Measure::FundCapacity(id) }
            }
            "threaten" => {
                let threats = self.game.level.threats.iter().map(|threat| threat.id.as_str());
                let wanted = text("threat", fields.need("threat")?)?;
                let threat = ThreatId::from_index(one_of("threat", "threat", &wanted, threats)?);
                Measure::Threat(threat, self.rung(fields)?)
            }
            "break" => Measure::Break(self.issue(fields, "issue")?),
            "snap_back" => {
                let given = fields.need("pact")?;
                Measure::SnapBack(PactId(whole("pact", &given, 0, u32::MAX.into())?))
            }
            _ => Measure::Nothing,
        })
    }

    fn rung(self, fields: &mut Fields) -> Result<Rung, Fault> {
        const RUNGS: [&str; 5] = ["signal", "demand", "deadline", "back_down", "mediate"];
        let wanted = text("rung", fields.need("rung")?)?;
        Ok(match one_of("rung", "rung", &wanted, RUNGS.into_iter())? {
            0 => Rung::Signal,
            1 => {
                let (issue, option) = self.term(fields)?;
                Rung::Demand(issue, option)
            }
            2 => Rung::Deadline,
            3 => Rung::BackDown,
            _ => Rung::Mediate,
        })
    }

    fn answer(self, fields: &mut Fields) -> Result<Answer, Fault> {
        const ANSWERS: [&str; 6] = ["project", "yes", "no", "keep", "delay", "break"];
        let wanted = text("answer", fields.need("answer")?)?;
        Ok(match one_of("answer", "answer", &wanted, ANSWERS.into_iter())? {
            0 => Answer::Project(self.project(fields.given("project"))?),
            1 => Answer::Yes,
            2 => Answer::No,
            3 => Answer::Keep,
            4 => Answer::Delay,
            _ => Answer::Break,
        })
    }

    /// A project of the pledge that the seat is asked about.
    fn project(self, given: Option<Json>) -> Result<Option<ProjectId>, Fault> {
        let Some(given) = given else { return Ok(None) };
        let Some((_, Ask::Place(pledge))) = self.view.position.asked else {
            return Err(Fault::new("project", "nothing is asked about projects now"));
        };
        let projects = self.game.level.pledge(pledge).projects.iter().map(|project| project.id.as_str());
        let at = one_of("project", "project", &text("project", given)?, projects)?;
        Ok(Some(ProjectId::from_index(at)))
    }

    fn statement(self, fields: &mut Fields) -> Result<Statement, Fault> {
        const STATEMENTS: [&str; 4] = ["priority", "wants", "refuses", "nothing_works"];
        let wanted = text("statement", fields.need("statement")?)?;
        Ok(match one_of("statement", "statement", &wanted, STATEMENTS.into_iter())? {
            0 => Statement::Priority(self.issue(fields, "issue")?),
            1 => {
                let (issue, option) = self.term(fields)?;
                Statement::Wants(issue, option)
            }
            2 => {
                let (issue, option) = self.term(fields)?;
                Statement::Refuses(issue, option)
            }
            _ => {
                let party = self.party("party", &text("party", fields.need("party")?)?)?;
                Statement::NothingWorks(party, self.reason("reason", fields.need("reason")?)?)
            }
        })
    }

    fn reason(self, at: &str, given: Json) -> Result<Reason, Fault> {
        const REASONS: [&str; 6] =
            ["red_line", "chamber", "worse_than_no_deal", "too_little", "nothing_to_gain", "not_here"];
        let mut fields = Fields::of(at, given)?;
        let place = fields.place("why");
        let wanted = text(&place, fields.need("why")?)?;
        let reason = match one_of(&place, "reason", &wanted, REASONS.into_iter())? {
            0 => {
                let (issue, option) = self.term(&mut fields)?;
                Reason::RedLine(issue, option)
            }
            1 => {
                let (chances, pivotal) = (fields.need("chances")?, fields.need("pivotal")?);
                let place = fields.place("pivotal");
                Reason::Chamber {
                    chances: whole(&fields.place("chances"), &chances, 0, 100)?,
                    pivotal: self.bloc(&place, &text(&place, pivotal)?)?,
                }
            }
            2 => Reason::WorseThanNoDeal,
            3 => {
                let ask = match fields.given("issue") {
                    None => None,
                    Some(issue) => {
                        let issue = self.issue_of(&fields.place("issue"), &issue)?;
                        Some((issue, self.option_field(&mut fields, issue, "option")?))
                    }
                };
                Reason::TooLittle { ask }
            }
            4 => Reason::NothingToGain,
            _ => Reason::NotHere,
        };
        fields.finish()?;
        Ok(reason)
    }

    fn proposal(self, fields: &mut Fields) -> Result<Proposal, Fault> {
        let level = &self.game.level;
        let parties = self.parties("parties", fields.need("parties")?)?;
        let mut package = Package::empty();
        for (name, option) in object("package", fields.need("package")?)? {
            let at = format!("package.{}", short(&name));
            let issue = self.issue_named(&at, &name)?;
            package.set(issue, self.option_named(&at, issue, &text(&at, option)?)?);
        }
        let mut clauses: Vec<Clause> = Vec::new();
        for (number, given) in fields
            .given("clauses")
            .map_or(Ok(Vec::new()), |given| list("clauses", given))?
            .into_iter()
            .enumerate()
        {
            let at = format!("clauses.{number}");
            let clause = self.clause(&at, given)?;
            // The later of two would take the earlier one's place.
            if clauses.iter().any(|c| c.issue == clause.issue && c.when.same_kind(clause.when)) {
                return Err(Fault::new(at, "the issue has a clause of this kind already"));
            }
            clauses.push(clause);
            package.agree(clause);
        }
        let plain = Communique::even(level, parties);
        let headline = match fields.take("headline") {
            None => plain.clone().headed(level, &package).headline,
            Some(Json::Null) => None,
            Some(given) => {
                let headlines = level.headlines.iter().map(|headline| headline.id.as_str());
                let at = one_of("headline", "headline", &text("headline", given)?, headlines)?;
                Some(HeadlineId::from_index(at))
            }
        };
        let credit = fields.given("credit").map_or(Ok(plain.credit), |given| self.credit(given))?;
        Ok(Proposal { parties, package, communique: Communique { headline, credit } })
    }

    fn credit(self, given: Json) -> Result<ByParty<i64>, Fault> {
        let mut credit = self.game.by_party(|_| 0);
        for (name, share) in object("credit", given)? {
            let at = format!("credit.{}", short(&name));
            credit[self.party(&at, &name)?] = whole(&at, &share, 0, 100)?;
        }
        Ok(credit)
    }

    fn clause(self, at: &str, given: Json) -> Result<Clause, Fault> {
        let mut fields = Fields::of(at, given)?;
        let issue = self.issue(&mut fields, "issue")?;
        let (begins, ends, until) =
            (fields.given("takes_effect_if"), fields.given("lapses_if"), fields.given("until"));
        let when = match (begins, ends, until) {
            (Some(test), None, None) => {
                When::TakesEffectIf(self.test(&fields.place("takes_effect_if"), test)?)
            }
            (None, Some(test), None) => When::LapsesIf(self.test(&fields.place("lapses_if"), test)?),
            (None, None, Some(round)) => {
                When::Until(Round(whole(&fields.place("until"), &round, 1, u16::MAX.into())?))
            }
            _ => {
                fields.finish()?;
                let message = "a clause has one of takes_effect_if, lapses_if and until";
                return Err(Fault::new(at, message));
            }
        };
        fields.finish()?;
        Ok(Clause { issue, when })
    }

    fn test(self, at: &str, given: Json) -> Result<Test, Fault> {
        let mut fields = Fields::of(at, given)?;
        let test = match fields.given("pact") {
            Some(parties) => Test::Pact(self.parties(&fields.place("pact"), parties)?),
            None => {
                let issue = self.issue(&mut fields, "issue")?;
                let from = self.option_field(&mut fields, issue, "from")?;
                Test::InForce { issue, from, to: self.option_field(&mut fields, issue, "to")? }
            }
        };
        fields.finish()?;
        Ok(test)
    }

    fn term(self, fields: &mut Fields) -> Result<(IssueId, OptionId), Fault> {
        let issue = self.issue(fields, "issue")?;
        Ok((issue, self.option_field(fields, issue, "option")?))
    }

    fn issue(self, fields: &mut Fields, name: &'static str) -> Result<IssueId, Fault> {
        let given = fields.need(name)?;
        self.issue_of(&fields.place(name), &given)
    }

    fn issue_of(self, at: &str, given: &Json) -> Result<IssueId, Fault> {
        self.issue_named(at, &text(at, given.clone())?)
    }

    fn issue_named(self, at: &str, name: &str) -> Result<IssueId, Fault> {
        let issues = self.game.level.issues.iter().map(|issue| issue.id.as_str());
        one_of(at, "issue", name, issues).map(IssueId::from_index)
    }

    fn option_field(
        self,
        fields: &mut Fields,
        issue: IssueId,
        name: &'static str,
    ) -> Result<OptionId, Fault> {
        let given = fields.need(name)?;
        let at = fields.place(name);
        self.option_named(&at, issue, &text(&at, given)?)
    }

    fn option_named(self, at: &str, issue: IssueId, name: &str) -> Result<OptionId, Fault> {
        let rule = self.game.level.issue(issue);
        let options = rule.options.iter().map(|option| option.id.as_str());
        one_of(at, &format!("option of {}", rule.id), name, options).map(OptionId::from_index)
    }

    fn party(self, at: &str, name: &str) -> Result<PartyId, Fault> {
        let parties = self.game.level.parties.0.iter().map(|party| party.id.as_str());
        one_of(at, "party", name, parties).map(PartyId::from_index)
    }

    fn parties(self, at: &str, given: Json) -> Result<PartySet, Fault> {
        let mut parties = PartySet::NONE;
        for (number, name) in list(at, given)?.into_iter().enumerate() {
            let at = format!("{at}.{number}");
            let name = text(&at, name)?;
            let party = self.party(&at, &name)?;
            if parties.has(party) {
                return Err(Fault::new(at, format!("the party {} is named twice", quote(&name))));
            }
            parties = parties.with(party);
        }
        Ok(parties)
    }

    /// A bloc of the own chamber.
    fn bloc(self, at: &str, name: &str) -> Result<BlocId, Fault> {
        let chamber = self.game.level.parties[self.view.seat].chamber.as_ref();
        let blocs = chamber.map_or(&[][..], |chamber| &chamber.blocs).iter().map(|bloc| bloc.id.as_str());
        one_of(at, "bloc in your chamber", name, blocs).map(BlocId::from_index)
    }
}

fn offer(at: &str, given: &Json) -> Result<OfferId, Fault> {
    Ok(OfferId(whole(at, given, 0, u32::MAX.into())?))
}
