//! What the advisor must hold to: it advises what may be proposed, from what the seat may know, and not at all where
//! knowledge is sealed.

use rare_terms::analysis::{Advice, Kind, Rule, Silence, advice};
use rare_terms::rules::appraise::{Cause, appraise};
use rare_terms::rules::command::{Command, Statement};
use rare_terms::rules::event::{Event, Refused};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points};
use rare_terms::rules::legal::{check, check_terms};
use rare_terms::rules::package::Proposal;
use rare_terms::rules::position::Phase;
use rare_terms::rules::rulebook::{Knowledge, RuleBook, TalksOrder};
use rare_terms::rules::standpoint::Standpoint;
use rare_terms::view::View;

use crate::random::{Dice, RandomPlay, random_proposal};
use crate::secrecy::altered;
use crate::support::{Setting, amount, books, level, levels, setting};

/// Chances in a hundred that are asked of every chamber.
const CHANCES: i64 = 80;

/// Every level under every rule book, each with one way of knowing.
fn advised() -> Vec<Setting> {
    let mut all = Vec::new();
    for (number, level) in levels().iter().enumerate() {
        for rules in books() {
            let knowledge = [Knowledge::Advisor, Knowledge::Transparent][number % 2];
            all.push(setting(level, rules.clone(), Some(knowledge)));
            let at_once = RuleBook { order: TalksOrder::AtOnce, ..rules };
            let knowledge = [Knowledge::Transparent, Knowledge::Advisor][number % 2];
            all.push(setting(level, at_once, Some(knowledge)));
        }
    }
    all
}

fn ask(game: &Game, view: &View, parties: PartySet) -> Result<Advice, Silence> {
    advice(&view.standpoint(game), view.seat, parties, &view.refused(), CHANCES)
}

/// Gain over no deal without what the split of the credit moves: an even one does not always divide.
fn plain_gain(standpoint: &Standpoint<'_>, party: PartyId, proposal: &Proposal) -> Points {
    let appraisal = appraise(standpoint, party, proposal);
    let credit = appraisal.lines.iter().filter(|line| line.cause == Cause::Credit).map(|line| line.points);
    appraisal.gain() - credit.sum::<Points>()
}

/// Whether it may be put now; where it is not the seat's turn, whether its terms may be.
fn may_be_put(game: &Game, view: &View, proposal: &Proposal, name: &str) {
    let at = &view.position;
    let legal = view.legal(game);
    if legal.bargains.iter().any(|bargain| bargain.parties == proposal.parties) {
        let command = Command::Propose { proposal: proposal.clone(), answers: None };
        assert_eq!(check(game, at, view.seat, &command), Ok(()), "{name}: {proposal:?}");
    }
    let terms = check_terms(game, at, view.seat, proposal.parties, &proposal.package);
    assert_eq!(terms, Ok(()), "{name}: {proposal:?}");
}

/// Nothing that a partner has said, to this seat, that it would never sign.
fn keeps_to_what_was_said(view: &View, proposal: &Proposal, name: &str) {
    let refused = view.refused();
    let mut partners = refused.iter().filter(|said| proposal.parties.has(said.by));
    assert_eq!(partners.find(|said| said.is_in(&proposal.package)), None, "{name}: {proposal:?}");
}

fn sound(game: &Game, view: &View, found: &Advice, name: &str) {
    let standpoint = view.standpoint(game);
    for pick in &found.picks {
        keeps_to_what_was_said(view, &pick.proposal, name);
        may_be_put(game, view, &pick.proposal, name);
        for (party, gain) in &pick.gains {
            assert_eq!(*gain, appraise(&standpoint, *party, &pick.proposal).gain(), "{name}");
            assert!(plain_gain(&standpoint, *party, &pick.proposal) >= 0, "{name}: {pick:?}");
        }
        let pass = pick.forecasts.iter().all(|forecast| forecast.reaches(CHANCES));
        assert!(!found.passes || pass, "{name}: {pick:?}");
    }
    let rules: Vec<Rule> = found.picks.iter().flat_map(|pick| pick.rules.iter().copied()).collect();
    assert!(rules.is_empty() || rules.len() == 5, "{name}: {rules:?}");
    let own = |rule: Rule| found.picks.iter().find(|pick| pick.rules.contains(&rule));
    if let Some(best) = own(Rule::Own) {
        let most = plain_gain(&standpoint, view.seat, &best.proposal);
        for pick in &found.picks {
            assert!(plain_gain(&standpoint, view.seat, &pick.proposal) <= most, "{name}: {pick:?}");
        }
    }
}

fn improves(game: &Game, view: &View, found: &Advice, draft: &Proposal, name: &str) -> usize {
    let standpoint = view.standpoint(game);
    let suggestions = found.suggestions(&standpoint, draft);
    for suggestion in &suggestions {
        keeps_to_what_was_said(view, &suggestion.proposal, name);
        may_be_put(game, view, &suggestion.proposal, name);
        let mut package = draft.package.clone();
        for step in &suggestion.steps {
            match step.option {
                Some(option) => package.set(step.issue, option),
                None => package.clear(step.issue),
            }
        }
        assert_eq!(package, suggestion.proposal.package, "{name}");
        let blank = draft.package.is_empty();
        for (party, gain) in &suggestion.gains {
            let before = appraise(&standpoint, *party, draft);
            let before = if blank { before.threshold } else { before.total };
            let after = appraise(&standpoint, *party, &suggestion.proposal).total;
            assert_eq!(*gain, after - before, "{name}: {suggestion:?}");
            let least = i64::from(*party == view.seat);
            let linked = matches!(suggestion.kind, Kind::Linkage(_));
            assert!(linked || *gain >= least, "{name}: {suggestion:?}");
        }
        assert!(suggestion.gains.iter().map(|(_, gain)| gain).sum::<Points>() > 0, "{name}: {suggestion:?}");
        let steps = if suggestion.kind == Kind::Logroll { 2 } else { 1 };
        assert_eq!(suggestion.steps.len(), steps, "{name}");
    }
    suggestions.len()
}

/// Asks for advice for every seat and all partners at moments of random play.
fn play(setting: &Setting, seed: u64, mut each: impl FnMut(&Game, &View, PartySet, &mut Dice)) {
    let mut play = RandomPlay::new(&setting.game, seed);
    let mut dice = Dice::new(seed);
    while play.step() {
        if play.played.truth().phase != Phase::Talks || !dice.one_in(8) {
            continue;
        }
        for seat in setting.game.level.everyone().iter() {
            for parties in setting.game.level.everyone().subsets(2) {
                each(&setting.game, play.played.view(seat), parties, &mut dice);
            }
        }
    }
}

#[test]
fn whatever_is_advised_may_be_proposed_and_is_what_the_judge_says() {
    let games = amount(1, 10);
    let (mut picks, mut suggestions, mut silent) = (0, 0, 0);
    for setting in advised() {
        for number in 0..games {
            play(&setting, 4_000 + number as u64, |game, view, parties, dice| {
                let Ok(found) = ask(game, view, parties) else {
                    silent += 1;
                    return;
                };
                sound(game, view, &found, &setting.name);
                picks += found.picks.len();
                let empty = Proposal::plain(&game.level, parties, Default::default());
                suggestions += improves(game, view, &found, &empty, &setting.name);
                let legal = view.legal(game);
                let bargain = legal.bargains.iter().find(|bargain| bargain.parties == parties);
                if let Some(draft) = bargain.and_then(|b| random_proposal(game, view, b, dice)) {
                    suggestions += improves(game, view, &found, &draft, &setting.name);
                }
            });
        }
    }
    println!("{picks} packages and {suggestions} changes advised, {silent} times none");
    assert!(picks > 500 && suggestions > 500 && silent > 100);
}

/// What a partner has said it would never sign is in nothing that is advised, and that it was left out is told.
#[test]
fn what_a_partner_refuses_is_left_out() {
    let (mut refused, mut picks, mut suggestions) = (0, 0, 0);
    for setting in advised() {
        play(&setting, 77, |game, view, parties, dice| {
            let Ok(before) = ask(game, view, parties) else { return };
            let Some(pick) = before.picks.first() else { return };
            let name = &setting.name;
            let partners: Vec<PartyId> = parties.without(view.seat).iter().collect();
            let by = partners[dice.below(partners.len())];
            let terms: Vec<(IssueId, OptionId)> = pick.proposal.package.terms().collect();
            let (issue, option) = terms[dice.below(terms.len())];
            let said = Refused { by, issue, option };
            let mut heard = view.clone();
            heard.fold(game, &Event::Spoke { by, statement: Statement::Refuses(issue, option) });
            let after = ask(game, &heard, parties).unwrap();
            assert!(!before.left_out.contains(&said) && after.left_out.contains(&said), "{name}");
            sound(game, &heard, &after, name);
            picks += after.picks.len();
            // Of a draft that has it, nothing is advised but what takes it out.
            for draft in before.picks.iter().map(|pick| &pick.proposal) {
                suggestions += improves(game, &heard, &after, draft, name);
            }
            refused += 1;
        });
    }
    println!("{refused} refusals, {picks} packages and {suggestions} changes advised after them");
    assert!(refused > 100 && picks > refused && suggestions > 30);
}

#[test]
fn where_knowledge_is_sealed_there_is_no_advice() {
    for level in levels() {
        for rules in books() {
            let setting = setting(&level, rules, Some(Knowledge::Sealed));
            play(&setting, 11, |game, view, parties, _| {
                assert_eq!(ask(game, view, parties).err(), Some(Silence::Sealed), "{}", setting.name);
            });
        }
    }
}

#[test]
fn what_a_seat_may_not_know_changes_no_advice() {
    let (mut pairs, mut changed, mut found) = (0, 0, 0);
    for id in ["tokyo_2025", "busan_2025", "market"] {
        for rules in books() {
            let setting = setting(&level(id), rules, Some(Knowledge::Advisor));
            for number in 0..amount(1, 12) {
                let mut play = RandomPlay::new(&setting.game, 600 + number as u64);
                let mut dice = Dice::new(900 + number as u64);
                while play.step() {
                    if play.played.truth().phase != Phase::Talks || !dice.one_in(20) {
                        continue;
                    }
                    let log = play.played.log().to_vec();
                    for seat in setting.game.level.everyone().iter() {
                        let (other, changes) = altered(&setting.game, &log, seat, &mut dice);
                        let [one, two] = [&log, &other].map(|log| {
                            let mut view = View::new(&setting.game, seat);
                            log.iter().for_each(|event| view.fold(&setting.game, event));
                            view
                        });
                        for parties in setting.game.level.everyone().subsets(2) {
                            let told = [&one, &two].map(|view| told(&setting.game, view, parties));
                            assert_eq!(told[0], told[1], "{}: seat {seat:?}", setting.name);
                            found += usize::from(told[0].contains("proposal"));
                        }
                        pairs += 1;
                        changed += changes;
                    }
                }
            }
        }
    }
    println!("{pairs} pairs, {changed} secret events changed, advice compared {found} times");
    assert!(pairs > 40 && changed > pairs && found > 100);
}

/// All of the advice to a seat, as text.
fn told(game: &Game, view: &View, parties: PartySet) -> String {
    match ask(game, view, parties) {
        Err(why) => format!("{why:?}"),
        Ok(found) => {
            let empty = Proposal::plain(&game.level, parties, Default::default());
            let standpoint = view.standpoint(game);
            let drafts = found.picks.iter().map(|pick| &pick.proposal).chain([&empty]);
            let changes: Vec<_> = drafts.map(|draft| found.suggestions(&standpoint, draft)).collect();
            format!("{:?} {} {} {changes:?}", found.picks, found.passes, found.exact)
        }
    }
}
