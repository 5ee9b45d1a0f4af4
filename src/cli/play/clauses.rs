//! Clauses of the draft: when its terms count.

use super::seat::Seat;
use super::{names_of, unclear_text};
use crate::cli::names::{PairUnclear, Unclear, find, find_all, find_pair};
use crate::cli::out::{CliError, Out};
use crate::rules::clause::{Clause, Test, When};
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Round};
use crate::rules::legal::{Refusal, check_clauses, clause_choices};

impl Seat<'_> {
    /// `when ISSUE takes effect if TEST`, `when ISSUE lapses if TEST`, `when ISSUE until ROUND`; a number
    /// takes one of the clauses that were listed last.
    pub(super) fn when(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let listed = match *words {
            [number] => {
                number.parse::<usize>().ok().and_then(|n| self.choices.get(n.checked_sub(1)?).copied())
            }
            _ => None,
        };
        let clause = match listed {
            Some(clause) => Some(clause),
            None => self.clause_said(out, words)?,
        };
        let Some(clause) = clause else { return Ok(()) };
        let mut package = self.draft.package.clone();
        package.agree(clause);
        if let Err(refusal) = check_clauses(self.game(), &self.view().position, &package) {
            return out.line(self.teller().refusal(refusal));
        }
        self.draft.package = package;
        out.line(self.text("cli-clause-added", &[("clause", self.teller().clause(clause).into())]))?;
        self.show_worth(out)
    }

    /// `drop NUMBER` or `drop ISSUE`; alone it lists the clauses of the draft.
    pub(super) fn drop_clauses(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let clauses = self.draft.package.clauses().to_vec();
        if words.is_empty() || clauses.is_empty() {
            return self.show_clauses(out);
        }
        let number = match *words {
            [number] => number.parse::<usize>().ok(),
            _ => None,
        };
        let dropped = match number {
            Some(number) => {
                number.checked_sub(1).and_then(|at| clauses.get(at)).copied().into_iter().collect()
            }
            None => {
                let Some(issue) = self.issue(out, words)? else { return Ok(()) };
                clauses.iter().filter(|clause| clause.issue == issue).copied().collect::<Vec<_>>()
            }
        };
        if dropped.is_empty() {
            return self.show_clauses(out);
        }
        for clause in dropped {
            self.draft.package.drop_clause(clause);
            out.line(self.text("cli-clause-dropped", &[("clause", self.teller().clause(clause).into())]))?;
        }
        Ok(())
    }

    /// The clauses of the draft, numbered.
    fn show_clauses(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        if self.draft.package.clauses().is_empty() {
            self.say(out, "cli-clauses-none")?;
            return self.say(out, "cli-usage-when");
        }
        self.say(out, "cli-clauses")?;
        self.number_clauses(out, self.draft.package.clauses(), true)
    }

    fn number_clauses(&self, out: &mut Out<'_>, clauses: &[Clause], named: bool) -> Result<(), CliError> {
        for (at, clause) in clauses.iter().enumerate() {
            let text = if named { self.teller().clause(*clause) } else { self.teller().when(clause.when) };
            out.line(self.text("cli-choice", &[("number", (at + 1).into()), ("name", text.into())]))?;
        }
        Ok(())
    }

    /// `clauses ISSUE` lists what may be said of a term of the draft; a second issue lists what may be said
    /// of it that looks at that one. Alone it lists the clauses of the draft.
    pub(super) fn list_clauses(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        if words.is_empty() {
            return self.show_clauses(out);
        }
        let names = self.issue_names();
        let whole = find(&words.join(" "), &names).ok().map(|issue| (issue, None));
        let pair = || find_pair(words, &names, |_, text| find(text, &names)).ok();
        let found = whole.or_else(|| pair().map(|(issue, on)| (issue, Some(IssueId::from_index(on)))));
        let Some((issue, on)) = found else { return self.issue(out, words).map(drop) };
        let issue = IssueId::from_index(issue);
        if self.draft.package.option(issue).is_none() {
            return out.line(self.teller().refusal(Refusal::ClauseTerm(issue)));
        }
        let at = &self.view().position;
        let parties = self.draft.parties(self.game(), at, self.seat);
        let all = clause_choices(self.game(), at, parties, &self.draft.package, issue);
        let looks_at = |clause: &Clause| clause.when.test().and_then(Test::issue);
        let choices: Vec<Clause> = all.iter().filter(|clause| looks_at(clause) == on).copied().collect();
        if all.is_empty() || (choices.is_empty() && on.is_some()) {
            return self.say(out, "cli-clauses-no-choice");
        }
        let name = ("issue", self.teller().issue(issue).into());
        if !choices.is_empty() {
            out.line(self.text("cli-clauses-choose", std::slice::from_ref(&name)))?;
            self.number_clauses(out, &choices, false)?;
        }
        if on.is_none() {
            let mut others: Vec<IssueId> = all.iter().filter_map(looks_at).collect();
            others.sort_unstable();
            others.dedup();
            if !others.is_empty() {
                let others = others.into_iter().map(|issue| self.teller().issue(issue)).collect();
                let others = ("issues", self.teller().all_of(others).into());
                out.line(self.text("cli-clauses-look-at", &[name, others]))?;
            }
        }
        self.choices = choices;
        Ok(())
    }

    // ---- what was typed ----

    fn clause_said(&self, out: &mut Out<'_>, words: &[&str]) -> Result<Option<Clause>, CliError> {
        let kinds = ["takes", "lapses", "until"];
        let place = words.iter().skip(1).position(|word| kinds.contains(word)).map(|at| at + 1);
        let Some((place, kind)) = place.and_then(|at| Some((at, *words.get(at)?))) else {
            self.say(out, "cli-usage-when")?;
            return Ok(None);
        };
        let Some(issue) = self.issue(out, &words[..place])? else { return Ok(None) };
        let rest = &words[place + 1..];
        let when = if kind == "until" {
            self.round_said(out, rest)?.map(When::Until)
        } else {
            let skipped = rest.iter().take_while(|word| ["effect", "if"].contains(word)).count();
            let test = self.test_said(out, &rest[skipped..])?;
            test.map(|test| if kind == "takes" { When::TakesEffectIf(test) } else { When::LapsesIf(test) })
        };
        Ok(when.map(|when| Clause { issue, when }))
    }

    fn round_said(&self, out: &mut Out<'_>, words: &[&str]) -> Result<Option<Round>, CliError> {
        let words = words.strip_prefix(&["round"]).unwrap_or(words);
        let wanted = words.join(" ");
        if let Ok(number) = wanted.parse::<u16>() {
            return Ok(Some(Round(number)));
        }
        let stops: Vec<(&str, &str)> =
            self.game().level.rounds.iter().map(|stop| (stop.name.as_str(), stop.date.as_str())).collect();
        match find(&wanted, &stops) {
            Ok(at) => Ok(u16::try_from(at + 1).ok().map(Round)),
            Err(_) => {
                self.say(out, "cli-usage-when")?;
                Ok(None)
            }
        }
    }

    fn test_said(&self, out: &mut Out<'_>, words: &[&str]) -> Result<Option<Test>, CliError> {
        let words = words.strip_prefix(&["a"]).unwrap_or(words);
        if let Some(rest) = words.strip_prefix(&["pact"]) {
            let small = ["of", "with", "between", "and", "stands"];
            let rest: Vec<&str> = rest.iter().filter(|word| !small.contains(word)).copied().collect();
            return match find_all(&rest, &names_of(&self.game().level)) {
                Ok(places) => {
                    let parties: PartySet = places.into_iter().map(PartyId::from_index).collect();
                    let parties = if parties.len() < 2 { parties.with(self.seat) } else { parties };
                    Ok(Some(Test::Pact(parties)))
                }
                Err((word, unclear)) => {
                    out.line(unclear_text(self.words, &word, &unclear))?;
                    Ok(None)
                }
            };
        }
        if words.is_empty() {
            self.say(out, "cli-usage-when")?;
            return Ok(None);
        }
        let names = self.issue_names();
        let range = |issue: usize, text: &str| range(text, &self.option_names(issue));
        let bare: Vec<&str> = words.iter().filter(|word| **word != "is").copied().collect();
        let found = find_pair(words, &names, range).or_else(|_| find_pair(&bare, &names, range));
        match found {
            Ok((issue, (from, to))) => Ok(Some(Test::InForce {
                issue: IssueId::from_index(issue),
                from: OptionId::from_index(from),
                to: OptionId::from_index(to),
            })),
            Err(PairUnclear::First(wanted, unclear)) => {
                out.line(unclear_text(self.words, &wanted, &unclear))?;
                self.list_issues(out)?;
                Ok(None)
            }
            Err(PairUnclear::Second(issue, wanted, unclear)) => {
                if !wanted.is_empty() {
                    out.line(unclear_text(self.words, &wanted, &unclear))?;
                }
                self.list_options(out, IssueId::from_index(issue))?;
                Ok(None)
            }
        }
    }
}

/// The options that are meant: one, "ONE or before", "ONE or after", "ONE to ANOTHER", and "ONE or ANOTHER"
/// of two neighbours.
fn range(text: &str, options: &[(&str, &str)]) -> Result<(usize, usize), Unclear> {
    let one = |text: &str| find(text, options);
    let unclear = match one(text) {
        Ok(at) => return Ok((at, at)),
        Err(unclear) => unclear,
    };
    let last = options.len().saturating_sub(1);
    if let Some(at) = text.strip_suffix(" or before").and_then(|text| one(text).ok()) {
        return Ok((0, at));
    }
    if let Some(at) = text.strip_suffix(" or after").and_then(|text| one(text).ok()) {
        return Ok((at, last));
    }
    let both = |joint: &str| {
        text.match_indices(joint).find_map(|(at, _)| {
            let (first, second) = (one(&text[..at]).ok()?, one(&text[at + joint.len()..]).ok()?);
            Some((first.min(second), first.max(second)))
        })
    };
    let neighbours = both(" or ").filter(|(from, to)| to - from == 1);
    both(" to ").or(neighbours).ok_or(unclear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_options_are_found() {
        let options = [("p10", "10 %"), ("p15", "15 %"), ("p20", "20 %"), ("p25", "25 % or more")];
        for (text, found) in [
            ("p15", Some((1, 1))),
            ("15 % or before", Some((0, 1))),
            ("p15 or after", Some((1, 3))),
            ("p20 to p10", Some((0, 2))),
            ("p15 or p20", Some((1, 2))),
            ("25 % or more", Some((3, 3))),
            ("p10 or p25", None),
            ("p99", None),
            ("", None),
        ] {
            assert_eq!(range(text, &options).ok(), found, "{text}");
        }
    }
}
