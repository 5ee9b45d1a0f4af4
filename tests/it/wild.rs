//! Nonsense for the driver that plays at random: orders that a careless or a hostile client could send.

use rare_terms::rules::clause::{Clause, Test, When};
use rare_terms::rules::command::{Actor, Answer, Command, Measure, Order, Reason, Rung, Statement};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{
    BlocId, ByParty, HeadlineId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet, ProjectId,
    ResourceId, Round, ThreatId,
};
use rare_terms::rules::package::{Package, Proposal};

use crate::random::{Dice, RandomPlay, any_when, random_proposal, random_reason};

fn byte(dice: &mut Dice, below: usize) -> u8 {
    u8::try_from(dice.below(below)).expect("a byte")
}

/// An order that is nonsense more often than not.
pub(crate) fn wild_order(play: &mut RandomPlay, seat: PartyId) -> Order {
    let game = play.played.game().clone();
    let dice = &mut play.dice;
    let any_seat = PartyId(byte(dice, 6));
    let by = match dice.below(8) {
        0 => Actor::Clock,
        1..=3 => Actor::Seat(any_seat),
        _ => Actor::Seat(seat),
    };
    let seen = if dice.one_in(4) { Some(u32::try_from(dice.below(400)).expect("small")) } else { None };
    let wild_issue = IssueId(byte(dice, 256));
    let issue = IssueId::from_index(dice.below(game.level.issues.len() + 1));
    let wild_option = OptionId(u16::try_from(dice.below(65536)).expect("two bytes"));
    let option = OptionId::from_index(dice.below(6));
    let offers: Vec<OfferId> = play.played.truth().offers.iter().map(|o| o.id).collect();
    let offer = match dice.pick(&offers) {
        Some(offer) if !dice.one_in(3) => *offer,
        _ => OfferId(u32::try_from(dice.number() >> 36).expect("28 bits")),
    };
    let wild_reason = match dice.below(4) {
        0 => Reason::RedLine(wild_issue, wild_option),
        1 => Reason::Chamber { chances: 200, pivotal: BlocId(99) },
        2 => Reason::TooLittle { ask: Some((wild_issue, wild_option)) },
        _ => random_reason(&game, seat, dice),
    };
    let command = match dice.below(20) {
        0 => Command::Accept(offer),
        1 => Command::Decline { offer, reason: Some(wild_reason) },
        2 => Command::Withdraw(offer),
        3 => Command::Speak(Statement::Wants(wild_issue, option)),
        4 => Command::Speak(Statement::NothingWorks(any_seat, wild_reason)),
        5 => Command::Speak(Statement::Refuses(issue, wild_option)),
        6 => Command::TimeUp,
        7 => Command::Pass,
        8 => Command::Act(Measure::Move { issue: wild_issue, steps: 255 }),
        9 => Command::Act(Measure::Move { issue, steps: byte(dice, 4) }),
        10 => Command::Act(wild_measure(dice)),
        11 | 12 => Command::Act(wild_word(&game, (issue, option), dice)),
        13..=15 => Command::Answer(wild_answer(dice)),
        _ => wild_proposal(play, seat, (wild_issue, wild_option), offer),
    };
    Order { by, seen, command }
}

fn wild_measure(dice: &mut Dice) -> Measure {
    match dice.below(4) {
        0 => Measure::Lobby(BlocId(byte(dice, 256))),
        1 => Measure::BuildStock(ResourceId(byte(dice, 4))),
        2 => Measure::FundCapacity(ResourceId(byte(dice, 4))),
        _ => Measure::Nothing,
    }
}

/// A threat, a breach or a snap-back, sound or not.
fn wild_word(game: &Game, (issue, option): (IssueId, OptionId), dice: &mut Dice) -> Measure {
    let threat = match dice.below(4) {
        0 => ThreatId(byte(dice, 256)),
        _ => ThreatId(byte(dice, game.level.threats.len() + 1)),
    };
    let rung = match dice.below(6) {
        0 => Rung::Signal,
        1 | 2 => Rung::Demand(issue, option),
        3 => Rung::Deadline,
        4 => Rung::BackDown,
        _ => Rung::Mediate,
    };
    match dice.below(6) {
        0 => Measure::Break(issue),
        1 => Measure::Break(IssueId(byte(dice, 256))),
        2 => Measure::SnapBack(PactId(u32::try_from(dice.below(5)).expect("small"))),
        3 => Measure::SnapBack(PactId(u32::try_from(dice.number() >> 32).expect("32 bits"))),
        _ => Measure::Threat(threat, rung),
    }
}

/// Any answer, asked for or not.
pub(crate) fn wild_answer(dice: &mut Dice) -> Answer {
    match dice.below(8) {
        0 => Answer::Project(None),
        1 | 2 => Answer::Project(Some(ProjectId(byte(dice, 8)))),
        3 => Answer::Yes,
        4 => Answer::No,
        5 => Answer::Keep,
        6 => Answer::Delay,
        _ => Answer::Break,
    }
}

/// A proposal that is legal but for one thing, or for several.
fn wild_proposal(play: &mut RandomPlay, seat: PartyId, term: (IssueId, OptionId), offer: OfferId) -> Command {
    let game = play.played.game().clone();
    let legal = play.played.view(seat).legal(&game);
    let dice = &mut play.dice;
    let sound = dice
        .pick(&legal.bargains)
        .cloned()
        .and_then(|bargain| random_proposal(&game, play.played.view(seat), &bargain, dice));
    let mut proposal = sound.unwrap_or_else(|| {
        let package = Package::empty().with(IssueId(0), OptionId(1));
        Proposal::plain(&game.level, game.level.everyone(), package)
    });
    let mut answers = None;
    for _ in 0..=dice.below(2) {
        match dice.below(15) {
            0 => proposal.package.set(term.0, OptionId(0)),
            1 => proposal.package.set(IssueId::from_index(dice.below(game.level.issues.len())), term.1),
            2 => proposal.package = Package::empty(),
            3 => proposal.parties = (0..8u8).filter(|_| dice.one_in(2)).map(PartyId).collect(),
            4 => proposal.communique.credit = game.by_party(|p| 100 * i64::from(p == seat)),
            5 => proposal.communique.credit = ByParty(vec![101]),
            6 => proposal.communique.credit = ByParty(vec![i64::MAX; game.parties()]),
            7 => proposal.communique.credit = game.by_party(|p| if p.0 == 0 { -20 } else { 120 }),
            8 => proposal.communique.headline = Some(HeadlineId(term.1.0)),
            9 => {
                let at = dice.below(game.level.headlines.len().max(1));
                proposal.communique.headline = Some(HeadlineId::from_index(at));
            }
            10 => answers = Some(offer),
            11..=13 => {
                let at = &play.played.view(seat).position;
                let issues: Vec<IssueId> = proposal.package.issues().collect();
                let issue = dice.pick(&issues).copied().filter(|_| !dice.one_in(4));
                let issue = issue.unwrap_or_else(|| IssueId(byte(dice, 16)));
                let when =
                    if dice.one_in(3) { wild_when(term, dice) } else { any_when(&game, at, &issues, dice) };
                proposal.package.agree(Clause { issue, when });
            }
            _ => {
                let issue = IssueId::from_index(dice.below(game.level.issues.len()));
                let options = game.level.issue(issue).options.len();
                proposal.package.set(issue, OptionId::from_index(dice.below(options)));
            }
        }
    }
    Command::Propose { proposal, answers }
}

/// A condition that no level has.
fn wild_when((issue, option): (IssueId, OptionId), dice: &mut Dice) -> When {
    let some = OptionId(u16::from(byte(dice, 5)));
    let test = match dice.below(4) {
        0 => Test::InForce { issue, from: OptionId(0), to: some },
        1 => Test::InForce { issue: IssueId(byte(dice, 8)), from: option, to: some },
        2 => Test::InForce { issue: IssueId(byte(dice, 8)), from: some, to: option },
        _ => Test::Pact((0..8u8).filter(|_| dice.one_in(3)).map(PartyId).collect::<PartySet>()),
    };
    match dice.below(3) {
        0 => When::TakesEffectIf(test),
        1 => When::LapsesIf(test),
        _ => When::Until(Round(option.0)),
    }
}
