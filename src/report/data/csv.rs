//! The data as one long table: a fact a row, so that a spreadsheet can filter by kind.

use serde_json::Value;

use super::commands::Details;
use super::talks::{Offer, Pact, Term, Vote};
use super::{Data, Terms, phase_name};
use crate::rules::ids::Points;
use crate::rules::position::Phase;

/// What stands over the columns.
const HEAD: [&str; 9] = ["kind", "number", "round", "phase", "party", "with", "what", "value", "about"];

/// A fact. Empty cells say that there is nothing to say.
#[derive(Clone, Default)]
struct Row {
    kind: &'static str,
    number: usize,
    round: u16,
    phase: &'static str,
    party: String,
    with: String,
    what: String,
    value: String,
    about: String,
}

impl Row {
    fn of(kind: &'static str) -> Self {
        Self { kind, ..Self::default() }
    }

    fn says(&self, what: impl Into<String>, value: impl ToString) -> Self {
        Self { what: what.into(), value: value.to_string(), ..self.clone() }
    }

    fn written(&self) -> String {
        let number = |number: usize| if number == 0 { String::new() } else { number.to_string() };
        let cells = [
            self.kind.to_owned(),
            number(self.number),
            number(usize::from(self.round)),
            self.phase.to_owned(),
            self.party.clone(),
            self.with.clone(),
            self.what.clone(),
            self.value.clone(),
            self.about.clone(),
        ];
        cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")
    }
}

/// All facts, with heads.
pub(super) fn table(data: &Data) -> String {
    let mut rows = about(data);
    rows.extend(data.offers.iter().flat_map(offer));
    rows.extend(data.pacts.iter().flat_map(pact));
    rows.extend(commands(data));
    rows.extend(data.votes.iter().flat_map(vote));
    rows.extend(worth(data));
    let mut text = HEAD.join(",") + "\r\n";
    for row in rows {
        text += &row.written();
        text += "\r\n";
    }
    text
}

fn about(data: &Data) -> Vec<Row> {
    let game = Row::of("game");
    let mut rows = vec![
        game.says("format", data.format),
        game.says("program", &data.program),
        game.says("level", &data.level),
        game.says("title", &data.title),
        game.says("rules", &data.rules),
        game.says("knowledge", data.knowledge),
        game.says("seed", data.seed),
        game.says("rounds", data.rounds),
    ];
    for (at, party) in data.parties.iter().enumerate() {
        let row = Row { number: at + 1, party: party.party.clone(), ..Row::of("party") };
        rows.push(row.says("name", &party.name));
        rows.push(row.says("seat", party.seat));
        rows.extend(party.player.as_ref().map(|player| row.says("player", player)));
        rows.extend(party.mandate.as_ref().map(|mandate| row.says("mandate", mandate)));
        rows.push(row.says("collapsed", party.collapsed));
    }
    rows
}

fn offer(offer: &Offer) -> Vec<Row> {
    let row = Row {
        number: offer.number,
        round: offer.round,
        phase: phase_name(Phase::Talks),
        party: offer.from.clone(),
        with: offer.to.join(" "),
        ..Row::of("offer")
    };
    let mut about: Vec<String> = Vec::new();
    about.extend(offer.by.as_ref().map(|by| format!("by={by}")));
    about.extend(offer.reason.as_ref().map(listed));
    about.extend(offer.pact.map(|pact| format!("pact={pact}")));
    let mut rows = vec![Row { about: about.join(" "), ..row.says("became", offer.became) }];
    rows.push(row.says("cable", offer.cable));
    rows.extend(offer.answers.map(|answers| row.says("answers", answers)));
    rows.extend(offer.credit.iter().map(|(party, share)| row.says(format!("credit {party}"), share)));
    rows.extend(terms("offer_term", &row, &offer.terms, &offer.clauses));
    rows
}

fn pact(pact: &Pact) -> Vec<Row> {
    let row = Row {
        number: pact.number,
        round: pact.round,
        phase: phase_name(Phase::Talks),
        with: pact.parties.join(" "),
        ..Row::of("pact")
    };
    let mut rows = vec![row.says("became", pact.became)];
    rows.extend(pact.credit.iter().map(|(party, share)| row.says(format!("credit {party}"), share)));
    rows.extend(terms("pact_term", &row, &pact.terms, &pact.clauses));
    rows
}

fn terms(kind: &'static str, of: &Row, terms: &Terms, clauses: &[Term]) -> Vec<Row> {
    let row = Row { kind, ..of.clone() };
    let term = |(issue, option): (&String, &String)| {
        let own = clauses.iter().filter(|clause| clause.issue == *issue);
        let about: Vec<String> =
            own.map(|clause| format!("{} {}", clause.when, listed(&clause.test))).collect();
        Row { about: about.join("; "), ..row.says(issue, option) }
    };
    terms.iter().map(term).collect()
}

fn commands(data: &Data) -> Vec<Row> {
    let row = |command: &super::commands::Command| {
        let mut details = command.details.clone();
        let with = details.remove("to").map(|to| plain(&to)).unwrap_or_default();
        let main = ["measure", "statement", "question", "offer"].iter().find_map(|key| details.remove(*key));
        Row {
            number: command.number,
            round: command.round,
            phase: command.phase,
            party: command.by.clone(),
            with,
            about: listed(&details),
            ..Row::of("command").says(command.kind, main.map(|main| plain(&main)).unwrap_or_default())
        }
    };
    data.commands.iter().map(row).collect()
}

fn vote(vote: &Vote) -> Vec<Row> {
    let row = Row {
        number: vote.number,
        round: vote.round,
        phase: phase_name(Phase::Reckoning),
        party: vote.party.clone(),
        about: format!("pact={}", vote.pact),
        ..Row::of("vote")
    };
    let mut rows = vec![
        row.says("passed", vote.passed),
        row.says("yes", vote.yes),
        row.says("quorum", vote.quorum),
        row.says("seats", vote.seats),
        row.says("swing", vote.swing),
    ];
    for bloc in &vote.blocs {
        let about = format!("pact={} seats={} net={}", vote.pact, bloc.seats, decimal(bloc.net, 100));
        rows.push(Row { kind: "bloc_vote", about, ..row.says(&bloc.bloc, bloc.yes) });
    }
    rows
}

fn worth(data: &Data) -> Vec<Row> {
    let points = |points: Points| decimal(points, data.per_point);
    let mut rows = Vec::new();
    for score in &data.scores {
        let row = Row { party: score.party.clone(), ..Row::of("score") };
        rows.push(row.says("no_deal", points(score.no_deal)));
        rows.push(row.says("final", points(score.end)));
        rows.push(row.says("gain", points(score.gain)));
        let row = Row { party: score.party.clone(), ..Row::of("interest") };
        rows.extend(score.interests.iter().map(|(interest, own)| row.says(interest, points(*own))));
    }
    for (at, pick) in data.worth.solutions.iter().enumerate() {
        let row = Row { number: at + 1, ..Row::of("solution") };
        for (party, own) in &pick.points {
            let gain = pick.gains.get(party).copied().unwrap_or(0);
            let about = format!("gain={}", points(gain));
            rows.push(Row { party: party.clone(), about, ..row.says(pick.rule, points(*own)) });
        }
        let row = Row { kind: "solution_term", about: pick.rule.to_owned(), ..row };
        rows.extend(pick.first.iter().map(|(issue, option)| row.says(issue, option)));
    }
    rows
}

/// Details as `name=value`, parted by spaces.
fn listed(details: &Details) -> String {
    details.iter().map(|(name, value)| format!("{name}={}", plain(value))).collect::<Vec<_>>().join(" ")
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Object(all) => {
            all.iter().map(|(name, value)| format!("{name}:{}", plain(value))).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}

/// A number of parts of a whole, with at most four decimals, rounded to the nearest.
fn decimal(parts: i64, whole: i64) -> String {
    const DIGITS: i128 = 10_000;
    let whole = i128::from(whole.max(1));
    let exact = i128::from(parts.unsigned_abs()) * DIGITS;
    let rounded = (exact + whole / 2) / whole;
    let sign = if parts < 0 && rounded > 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:04}", rounded / DIGITS, rounded % DIGITS);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A cell. What a spreadsheet would take for a formula gets a mark before it, so that it stays a text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || cell.starts_with('-') && cell.parse::<f64>().is_err();
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    match cell.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_decimals() {
        for (parts, text) in [
            (0, "0"),
            (12_500, "1.25"),
            (-12_345, "-1.2345"),
            (10_000, "1"),
            (-5, "-0.0005"),
            (860_000, "86"),
        ] {
            assert_eq!(decimal(parts, 10_000), text);
        }
        assert_eq!(decimal(1, 3), "0.3333");
        assert_eq!(decimal(-1, 1_000_000), "0");
        assert_eq!(decimal(i64::MIN, 1), i64::MIN.to_string());
    }

    #[test]
    fn no_cell_is_a_formula_and_quotes_are_kept() {
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("-cmd"), "'-cmd");
        assert_eq!(quoted("-1.5"), "-1.5");
        assert_eq!(quoted("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(quoted("Zo\u{eb}"), "Zo\u{eb}");
    }
}
