//! Counter-offers: what they may say, that they are the best there is, and that opponents keep the word of theirs.

use rare_terms::opponents::counter::{Counters, Goal, Obstacle, counters};
use rare_terms::opponents::negotiator::SIGNS_AT;
use rare_terms::opponents::{Belief, Difficulty, Opponent, Strategy, characters};
use rare_terms::play::Match;
use rare_terms::rules::appraise::{appraise, crosses};
use rare_terms::rules::command::{Command, Reason};
use rare_terms::rules::event::{Event, Offer};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{OfferId, PartyId, PartySet, Points};
use rare_terms::rules::legal::{answerable, bargains, check, check_terms};
use rare_terms::rules::package::{Package, Proposal};
use rare_terms::rules::payoff::Table;
use rare_terms::rules::position::Phase;
use rare_terms::rules::rulebook::Knowledge;
use rare_terms::rules::standpoint::Standpoint;
use rare_terms::view::View;

use crate::random::{Dice, random_command, random_proposal};
use crate::support::{Setting, amount, book, level, midway, setting, settings};

/// Drafts of seats in random games, each with its answers.
fn answered(setting: &Setting, games: usize, mut look: impl FnMut(&View, &Proposal, &Counters)) {
    let game = &setting.game;
    for mut play in midway(setting, games, 900) {
        if play.played.is_over() || play.played.truth().phase != Phase::Talks {
            continue;
        }
        for seat in game.level.everyone().iter() {
            let view = play.played.view(seat).clone();
            for bargain in bargains(game, &view.position, seat).into_iter().take(2) {
                let Some(draft) = random_proposal(game, &view, &bargain, &mut play.dice) else { continue };
                let belief = Belief::of(game, &view);
                if let Some(found) = counters(game, &view, &belief, &draft) {
                    look(&view, &draft, &found);
                }
            }
        }
    }
}

#[test]
fn answers_may_be_put_and_give_no_line_away() {
    let (mut answers, mut blocked, mut taken) = (0, 0, 0);
    for setting in settings() {
        let game = &setting.game;
        answered(&setting, amount(4, 40), |view, draft, found| {
            let standpoint = view.standpoint(game);
            let own = |proposal: &Proposal| appraise(&standpoint, view.seat, proposal);
            for counter in &found.answers {
                answers += 1;
                let place = || format!("{}: {counter:?}", setting.name);
                let proposal = &counter.proposal;
                let may = check_terms(game, &view.position, view.seat, proposal.parties, &proposal.package);
                assert_eq!(may, Ok(()), "{}", place());
                assert_eq!(proposal.parties, draft.parties);
                let judged = own(proposal);
                assert!(judged.blockers.is_empty(), "{}", place());
                assert_eq!(
                    (counter.own, counter.against_draft),
                    (judged.total, judged.total - own(draft).total)
                );
                for said in view.refused() {
                    let in_it = proposal.parties.has(said.by) && said.is_in(&proposal.package);
                    assert!(!in_it, "{}", place());
                }
                for party in proposal.parties.iter() {
                    let crossed = |(issue, option)| crosses(&standpoint, party, issue, option);
                    assert!(!proposal.package.terms().any(crossed), "{}", place());
                }
                // A draft of clauses is no package of the table; all else that is answered passes at home.
                let plain = proposal.package.clauses().is_empty();
                let passes = |forecast: &rare_terms::rules::chamber::Forecast| forecast.reaches(SIGNS_AT);
                assert!(!plain || counter.forecasts.iter().all(passes), "{}", place());
                for other in &counter.others {
                    let sealed = game.knowledge == Knowledge::Sealed;
                    assert_eq!(other.gains.is_none(), sealed, "{}", place());
                }
                let mut changed = draft.package.clone();
                for (issue, option) in &counter.changes {
                    match option {
                        Some(option) => changed.set(*issue, *option),
                        None => changed.clear(*issue),
                    }
                }
                let terms = |package: &Package| package.terms().collect::<Vec<_>>();
                assert_eq!(terms(&changed), terms(&proposal.package), "{}", place());
            }
            let (take, give) = (found.answer(Goal::Take), found.answer(Goal::Give));
            assert_eq!(take.is_some(), give.is_some());
            if let (Some(take), Some(give)) = (take, give) {
                taken += 1;
                let terms = |proposal: &Proposal| {
                    own(&Proposal { communique: give.proposal.communique.clone(), ..proposal.clone() }).total
                };
                assert!(terms(&take.proposal) <= terms(&give.proposal), "{}: {found:?}", setting.name);
            }
            let all = Goal::ALL.iter().all(|goal| found.answer(*goal).is_some());
            assert_eq!(all, found.obstacle.is_none(), "{}: {found:?}", setting.name);
            blocked += usize::from(!all);
        });
    }
    println!(
        "{answers} answers, {taken} times believed to be accepted, {blocked} times something in the way"
    );
    assert!(answers > 100 && taken > 30 && blocked > 5, "too few to tell");
}

#[test]
fn what_is_best_is_best_of_all_there_is() {
    let mut looked_at = 0;
    for id in ["tutorial", "three_party_pie"] {
        for rules in ["intro", "standard"] {
            let setting = setting(&level(id), book(rules), Some(Knowledge::Transparent));
            let game = &setting.game;
            answered(&setting, 12, |view, draft, found| {
                let standpoint = view.standpoint(game);
                let no_deal = standpoint.no_deal();
                let table = Table::open(&standpoint, draft.parties);
                let (mut most, mut fewest): (f64, usize) = (0.0, usize::MAX);
                table.for_each(game, |rows, payoff| {
                    let package = table.package(rows);
                    let proposal = Proposal::plain(&game.level, draft.parties, package.clone());
                    let may = check_terms(game, &view.position, view.seat, draft.parties, &package).is_ok();
                    let gain = |party: PartyId| payoff[party.index()] - no_deal[party.index()];
                    let all = draft.parties.iter().all(|party| gain(party) > 0);
                    if !may || !all || !clear(game, view, &proposal) {
                        return;
                    }
                    most = most.max(product(&standpoint, &proposal));
                    fewest = fewest.min(differences(game, draft, &proposal));
                });
                let told = |goal: Goal| found.answer(goal).map(|counter| &counter.proposal);
                match (told(Goal::Best), told(Goal::Balance)) {
                    (Some(best), Some(near)) => {
                        looked_at += 1;
                        let told = product(
                            &standpoint,
                            &Proposal::plain(&game.level, draft.parties, best.package.clone()),
                        );
                        assert!(told >= most * 0.999_999, "{}: {told} of {most}", setting.name);
                        assert_eq!(differences(game, draft, near), fewest, "{}", setting.name);
                    }
                    _ => assert_eq!(fewest, usize::MAX, "{}: {found:?}", setting.name),
                }
            });
        }
    }
    assert!(looked_at > 20, "too few to tell: {looked_at}");
}

/// Whether every chamber passes it, and nobody has said that it never signs any of it.
fn clear(game: &Game, view: &View, proposal: &Proposal) -> bool {
    let mut refused = view.refused().into_iter();
    let said = refused.any(|said| proposal.parties.has(said.by) && said.is_in(&proposal.package));
    let works = |party| appraise(&view.standpoint(game), party, proposal).works(SIGNS_AT);
    !said && proposal.parties.iter().all(works)
}

#[expect(clippy::cast_precision_loss, reason = "small scores")]
fn product(standpoint: &Standpoint<'_>, proposal: &Proposal) -> f64 {
    let table = Table::open(standpoint, proposal.parties);
    let (payoff, no_deal) = (table.payoff(&table.rows_of(&proposal.package)), standpoint.no_deal());
    let gain = |party: PartyId| (payoff[party.index()] - no_deal[party.index()]) as f64;
    proposal.parties.iter().map(gain).product()
}

fn differences(game: &Game, one: &Proposal, other: &Proposal) -> usize {
    game.issue_ids().filter(|issue| one.package.option(*issue) != other.package.option(*issue)).count()
}

#[test]
fn equal_visible_events_give_equal_answers() {
    let mut compared = 0;
    for setting in settings() {
        let game = &setting.game;
        answered(&setting, amount(2, 20), |view, draft, found| {
            let mut other = View::new(game, view.seat);
            for event in &view.log {
                other.fold(game, event);
            }
            let again = counters(game, &other, &Belief::of(game, &other), draft);
            assert_eq!(again.as_ref(), Some(found), "{}", setting.name);
            compared += 1;
        });
    }
    assert!(compared > 50, "too few to tell");
}

#[test]
fn sealed_games_tell_no_figure_and_nothing_of_whom_nothing_is_known() {
    let (mut unheard, mut told) = (0, 0);
    for (id, rules) in [("tutorial", "intro"), ("tokyo_2025", "standard"), ("three_party_pie", "intro")] {
        let setting = setting(&level(id), book(rules), Some(Knowledge::Sealed));
        answered(&setting, 12, |_, _, found| {
            unheard += usize::from(matches!(found.obstacle, Some(Obstacle::Unheard(_))));
            for other in found.answers.iter().flat_map(|counter| &counter.others) {
                told += 1;
                assert_eq!((other.gains, other.chances), (None, None));
            }
        });
    }
    assert!(unheard > 0 && told > 0, "too few to tell: {unheard}, {told}");
}

// ---- opponents keep the word of their counter-offers ----

fn strategies() -> Vec<Strategy> {
    let tiers = Difficulty::ALL.into_iter().map(Strategy::from);
    let pairs = characters().iter().enumerate();
    // Every character, and every difficulty with some of them.
    let pairs = pairs.map(|(at, character)| Strategy::Tier(Difficulty::ALL[at % 4], Some(character)));
    let plain = characters().iter().map(|character| Strategy::Tier(Difficulty::Diplomat, Some(character)));
    tiers.chain(pairs).chain(plain).collect()
}

/// Lets another party put a proposal to an opponent, while nothing else happens; what the opponent then does. `None` where the other cannot
/// put it now, or the opponent could not take it.
fn put_to(
    played: &Match,
    strategy: Strategy,
    (seat, other): (PartyId, PartyId),
    proposal: &Proposal,
    answers: Option<OfferId>,
) -> Option<(Match, OfferId, Command)> {
    let mut then = played.clone();
    // Whoever else has the turn passes; nothing that the opponent decides by changes with that.
    for _ in 0..4 {
        if then.waiting_for().has(other) {
            break;
        }
        let next = then.waiting_for().without(seat).iter().next()?;
        then.command(next, Command::Pass).ok()?;
    }
    let answers = answers.filter(|id| answerable(&then.view(other).position, other).any(|o| o.id == *id));
    let events = then.command(other, Command::Propose { proposal: proposal.clone(), answers }).ok()?.to_vec();
    let id = events.iter().find_map(|event| match event {
        Event::Offered(offer) => Some(offer.id),
        _ => None,
    })?;
    for _ in 0..4 {
        if then.waiting_for().has(seat) {
            break;
        }
        let next = then.waiting_for().iter().find(|party| *party != other)?;
        then.command(next, Command::Pass).ok()?;
    }
    for _ in 0..4 {
        let view = then.view(seat);
        check(then.game(), &view.position, seat, &Command::Accept(id)).ok()?;
        let command = strategy.opponent(then.temper(seat)).act(then.game(), view);
        if !matches!(command, Command::Speak(_)) {
            return Some((then, id, command));
        }
        then.command(seat, command).ok()?;
    }
    None
}

/// What an opponent takes when it is offered something: it, or what is on the table and is no worse for it.
fn takes(then: &Match, seat: PartyId, id: OfferId, command: &Command) -> bool {
    let worth =
        |offer: &Offer| appraise(&then.view(seat).standpoint(then.game()), seat, &offer.proposal).total;
    let at = &then.view(seat).position;
    match command {
        Command::Accept(taken) if *taken == id => true,
        Command::Accept(taken) => at.offer(*taken).map(worth) >= at.offer(id).map(worth),
        _ => false,
    }
}

#[test]
fn an_ai_accepts_what_its_counter_offer_said_it_would_while_nothing_changed() {
    let all = strategies();
    let (mut own, mut asked, mut signed) = (0, 0, 0);
    for (number, setting) in settings().iter().enumerate() {
        let game = &setting.game;
        for round in 0..amount(1, 8) {
            // A strategist plays many games for each command, so it sits at the small tables.
            let small = ["tutorial", "three_party_pie"].contains(&game.level.id.as_str());
            let start = number * 3 + round * 5;
            let slow = |s: &Strategy| !small && s.looks_ahead();
            let strategy = all.iter().cycle().skip(start % all.len()).find(|s| !slow(s));
            let strategy = *strategy.expect("there are others");
            let seed = 7_000 + (number * 100 + round) as u64;
            let mut dice = Dice::new(seed);
            let mut played = Match::new(game.clone(), seed);
            let wild = PartySet::one(PartyId::from_index(number % game.parties()));
            let mut minds: Vec<Box<dyn Opponent>> =
                game.level.everyone().iter().map(|p| strategy.opponent_within(played.temper(p), 8)).collect();
            while let Some(seat) = played.waiting_for().iter().next() {
                if wild.has(seat) {
                    let command = random_command(game, played.view(seat), &mut dice);
                    played.command(seat, command).expect("it is legal");
                    continue;
                }
                let place = || format!("{}, {}, seed {seed}", setting.name, strategy.id());
                let command = minds[seat.index()].act(game, played.view(seat));
                let before = played.view(seat).clone();
                let events = played.command(seat, command.clone()).expect("it is legal").to_vec();
                match &command {
                    Command::Propose { proposal, .. } => {
                        let Some(Event::Offered(offer)) = events.first() else { continue };
                        for other in proposal.others(seat) {
                            if let Some((then, id, does)) =
                                put_to(&played, strategy, (seat, other), proposal, Some(offer.id))
                            {
                                own += 1;
                                let place = || format!("{}: {command:?}, then {does:?}", place());
                                assert!(takes(&then, seat, id, &does), "{}", place());
                            }
                            signed += usize::from(may_be_signed(&played, seat, other, offer, &place));
                        }
                    }
                    Command::Decline {
                        offer,
                        reason: Some(Reason::TooLittle { ask: Some((issue, option)) }),
                    } => {
                        let offer = before.position.offer(*offer).expect("it is on the table");
                        let mut changed = offer.proposal.clone();
                        changed.package.set(*issue, *option);
                        let why = strategy.opponent(played.temper(seat)).explain(game, &before);
                        let Some(aims) = why.and_then(|why| why.aims) else { continue };
                        if !enough(game, &before, &changed, aims.target) {
                            continue;
                        }
                        if let Some((then, id, does)) =
                            put_to(&played, strategy, (seat, offer.from), &changed, None)
                        {
                            asked += 1;
                            let place = || format!("{}: {command:?}, then {does:?}", place());
                            assert!(takes(&then, seat, id, &does), "{}", place());
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    println!("{own} own proposals put back and taken, {signed} signed as put, {asked} asks that were enough");
    assert!(own > 30 && signed > 20, "too few to tell");
}

/// Whether a proposal reaches what an opponent aims at, by the plain measure.
fn enough(game: &Game, view: &View, proposal: &Proposal, target: Points) -> bool {
    let judged = appraise(&view.standpoint(game), view.seat, proposal);
    judged.total >= target && judged.gain() > 0 && judged.works(SIGNS_AT)
}

/// Where two parties are at one table, what an opponent has put is signed when the other agrees.
fn may_be_signed(
    played: &Match,
    seat: PartyId,
    other: PartyId,
    offer: &Offer,
    place: &dyn Fn() -> String,
) -> bool {
    let mut then = played.clone();
    let both: PartySet = [seat, other].into_iter().collect();
    if offer.cable || offer.proposal.parties != both || !then.waiting_for().has(other) {
        return false;
    }
    let accept = Command::Accept(offer.id);
    if check(then.game(), &then.view(other).position, other, &accept).is_err() {
        return false;
    }
    let events = then.command(other, accept).expect("it was allowed").to_vec();
    assert!(events.iter().any(|event| matches!(event, Event::Signed(_))), "{}: not signed", place());
    true
}
