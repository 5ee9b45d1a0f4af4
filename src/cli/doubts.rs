//! Doubts about a level, in sentences: what its writer may not have meant.

use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet};
use crate::rules::sense::{Doubt, doubts};
use crate::words::Words;

/// A line for each doubt about a level under a rule book.
pub(super) fn lines(words: &Words, game: &Game) -> Vec<String> {
    doubts(game).into_iter().map(|doubt| line(words, game, doubt)).collect()
}

fn line(words: &Words, game: &Game, doubt: Doubt) -> String {
    let level = &game.level;
    let rules = ("rules", game.rules.name.as_str().into());
    let say = |key: &str, args: &[(&str, &str)]| {
        let mut all = vec![rules.clone()];
        all.extend(args.iter().map(|(name, value)| (*name, (*value).into())));
        words.text(key, &all)
    };
    let party = |party: PartyId| level.parties[party].name.as_str();
    let parties = |set: PartySet| set.iter().map(party).collect::<Vec<_>>().join(", ");
    let issue = |issue: IssueId| level.issue(issue).name.as_str();
    let option = |issue: IssueId, option: OptionId| level.choice(issue, option).name.as_str();
    match doubt {
        Doubt::TooLarge => say("cli-doubt-too-large", &[]),
        Doubt::EmptyZopa(set) => say("cli-doubt-empty-zopa", &[("parties", &parties(set))]),
        Doubt::Unwinnable(p) => say("cli-doubt-unwinnable", &[("party", party(p))]),
        Doubt::UnwinnableMandate(p, mandate) => {
            let mandate = level.archetype(p, mandate).name.as_str();
            say("cli-doubt-mandate", &[("party", party(p)), ("mandate", mandate)])
        }
        Doubt::NoWinSet(p) => say("cli-doubt-no-win-set", &[("party", party(p))]),
        Doubt::Unreachable(i, o) => {
            say("cli-doubt-unreachable", &[("issue", issue(i)), ("option", option(i, o))])
        }
        Doubt::Dominated(i, worse, better) => say(
            "cli-doubt-dominated",
            &[("issue", issue(i)), ("option", option(i, worse)), ("better", option(i, better))],
        ),
        Doubt::CostsNobody(i, o) => {
            say("cli-doubt-costs-nobody", &[("issue", issue(i)), ("option", option(i, o))])
        }
        Doubt::NeverDue(i) => say("cli-doubt-never-due", &[("issue", issue(i))]),
        Doubt::NeverPaid(pledge, project) => {
            let pledge = level.pledge(pledge);
            let project = pledge.project(project).map_or("", |project| project.name.as_str());
            say("cli-doubt-never-paid", &[("pledge", pledge.name.as_str()), ("project", project)])
        }
        Doubt::NoDemand(threat) => {
            say("cli-doubt-no-demand", &[("threat", level.threat(threat).name.as_str())])
        }
    }
}
