//! The chain of cause that the Tokyo level teaches, by playing it: who holds the pen, what a word of backing
//! is worth, what order does, what capacity does before and after its time; and the real terms as reference.

use std::sync::Arc;

use rare_terms::play::Match;
use rare_terms::rules::appraise::by_interest;
use rare_terms::rules::chamber::forecast;
use rare_terms::rules::command::{Answer, Ask, Command, Measure};
use rare_terms::rules::event::{Event, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{OfferId, PartyId, PartySet, Points, ResourceId, Round};
use rare_terms::rules::package::Proposal;
use rare_terms::rules::position::{Phase, Position};
use rare_terms::rules::projection::best_project;
use rare_terms::rules::referee::supply;
use rare_terms::rules::rulebook::RuleBook;
use rare_terms::rules::stakes::breach_cost;
use rare_terms::rules::standpoint::Standpoint;

use crate::base_table::{BUSAN, TOKYO, package};
use crate::support::{book, level};

const US: PartyId = PartyId(0);
const JAPAN: PartyId = PartyId(1);
const CHINA: PartyId = PartyId(2);

/// Terms by name.
type Terms<'a> = Vec<(&'a str, &'a str)>;

/// Tokyo under the full rule book; with everything that chance moves left out if `calm`.
fn tokyo(calm: bool) -> Arc<Game> {
    let mut rules: RuleBook = book("full");
    let mut tokyo = level("tokyo_2025");
    if calm {
        rules.on.chambers = false;
        rules.on.events = false;
        rules.on.mandates = false;
        for issue in &mut tokyo.issues {
            if let Some(promise) = &mut issue.promise {
                promise.risk = 0;
            }
        }
    }
    Arc::new(Game::new(tokyo, rules, None))
}

/// A game in which nobody does anything but sign what is written here: who proposes to whom in which round.
struct Script {
    played: Match,
    pacts: Vec<(u16, PartyId, PartyId, Vec<(&'static str, &'static str)>)>,
    measures: Vec<(u16, PartyId, Measure)>,
}

impl Script {
    fn new(game: &Arc<Game>, seed: u64) -> Self {
        Self { played: Match::new(game.clone(), seed), pacts: Vec::new(), measures: Vec::new() }
    }

    fn pact(
        mut self,
        round: u16,
        from: PartyId,
        to: PartyId,
        terms: Vec<(&'static str, &'static str)>,
    ) -> Self {
        self.pacts.push((round, from, to, terms));
        self
    }

    fn measure(mut self, round: u16, by: PartyId, measure: Measure) -> Self {
        self.measures.push((round, by, measure));
        self
    }

    /// Plays until the position after the news of a round, or to the end.
    fn until(mut self, round: u16) -> Self {
        while !self.played.is_over() && self.played.truth().round < Round(round) {
            self.step();
        }
        self
    }

    fn played_out(mut self) -> Self {
        while !self.played.is_over() {
            self.step();
        }
        self
    }

    fn step(&mut self) {
        let at = self.played.truth();
        let seat = self.played.waiting_for().iter().next().expect("somebody has to decide");
        let command = match at.phase {
            Phase::Measures => {
                let planned = self.measures.iter().find(|(r, by, _)| Round(*r) == at.round && *by == seat);
                Command::Act(planned.map_or(Measure::Nothing, |(_, _, measure)| *measure))
            }
            Phase::Reckoning => Command::Answer(self.answer()),
            _ => self.talk(seat),
        };
        self.played.command(seat, command).expect("the script is legal");
    }

    /// Everyone keeps its word, and selects what it gains most from; nobody objects.
    fn answer(&self) -> Answer {
        let at = self.played.truth();
        let (_, ask) = at.asked.expect("a question");
        let Ask::Place(id) = ask else { return ask.safe() };
        let game = self.played.game();
        let pledge = game.level.pledge(id);
        let rule = pledge.rule(at.option(pledge.governance.0)).expect("somebody selects");
        let percent = Standpoint::new(game, at).percent;
        Answer::Project(best_project(game, id, rule, &at.pledges[id.index()], at.round, &percent))
    }

    fn talk(&mut self, seat: PartyId) -> Command {
        let at = self.played.truth();
        let open = at.offers.iter().find(|o| o.proposal.parties.has(seat) && !o.agreed.has(seat));
        if let Some(offer) = open {
            return Command::Accept(OfferId(offer.id.0));
        }
        let due = self.pacts.iter().position(|(round, from, ..)| Round(*round) == at.round && *from == seat);
        let Some(due) = due else { return Command::Pass };
        let (_, from, to, terms) = self.pacts.remove(due);
        if !at.acts(to) {
            return Command::Pass;
        }
        let parties: PartySet = [from, to].into_iter().collect();
        let game = self.played.game();
        let proposal = Proposal::plain(&game.level, parties, package(&game.level, &terms));
        Command::Propose { proposal, answers: None }
    }

    fn no_deal(&self, party: PartyId) -> Points {
        Standpoint::new(self.played.game(), self.played.truth()).no_deal()[party.index()]
    }

    fn autonomy(&self, party: PartyId) -> Points {
        let game = self.played.game();
        let interest = game.level.autonomy.expect("the level names it");
        by_interest(&Standpoint::new(game, self.played.truth()), party, None)[interest.index()]
    }
}

/// The real Tokyo terms with some of them changed.
fn tokyo_with(changes: &[(&'static str, &'static str)]) -> Terms<'static> {
    let kept = TOKYO.into_iter().filter(|(issue, _)| changes.iter().all(|(changed, _)| changed != issue));
    kept.chain(changes.iter().copied()).filter(|(_, option)| *option != "-").collect()
}

#[test]
fn who_holds_the_pen_costs_autonomy_and_score() {
    let game = tokyo(true);
    let play = |control: &'static str| {
        let terms = tokyo_with(&[("control", control)]);
        Script::new(&game, 5).pact(3, US, JAPAN, terms).played_out()
    };
    let (joint, consults, alone) = (play("joint_veto"), play("us_consults"), play("us_alone"));
    let placed = |script: &Script| {
        script.played.log().iter().filter(|event| matches!(event, Event::Placed { .. })).count()
    };
    assert!([&joint, &consults, &alone].iter().all(|script| placed(script) >= 2), "money was put to use");
    assert!(joint.autonomy(JAPAN) > consults.autonomy(JAPAN));
    assert!(consults.autonomy(JAPAN) > alone.autonomy(JAPAN));
    let score = |script: &Script, party: PartyId| script.played.scores()[party.index()];
    assert!(score(&joint, JAPAN) > score(&consults, JAPAN));
    assert!(score(&consults, JAPAN) > score(&alone, JAPAN));
    assert!(score(&alone, US) > score(&joint, US), "the pen is worth something to the one who holds it");
}

#[test]
fn the_table_prices_the_pen() {
    use rare_terms::rules::appraise::{Cause, appraise};
    let game = tokyo(true);
    let script = Script::new(&game, 5).until(3);
    let at = script.played.truth();
    let pair: PartySet = [US, JAPAN].into_iter().collect();
    let line = |control: &str, party: PartyId| {
        let terms: Terms<'_> =
            vec![("facility", "f550"), ("control", control), ("pace", "front"), ("tariff_japan", "p15")];
        let proposal = Proposal::plain(&game.level, pair, package(&game.level, &terms));
        let lines = appraise(&Standpoint::new(&game, at), party, &proposal).lines;
        lines.iter().find(|l| matches!(l.cause, Cause::Pledge(_))).map_or(0, |l| l.points)
    };
    assert!(line("us_alone", JAPAN) < line("joint_veto", JAPAN), "what is selected without it costs Japan");
    assert!(line("us_alone", US) > line("joint_veto", US));
}

#[test]
fn named_backing_raises_ratification_and_the_cost_of_breaking() {
    let game = tokyo(false);
    let script = Script::new(&game, 5).until(3);
    let at = script.played.truth();
    let pair: PartySet = [US, JAPAN].into_iter().collect();
    let votes = |backing: &'static str| {
        let terms = tokyo_with(&[("backing", backing)]);
        let proposal = Proposal::plain(&game.level, pair, package(&game.level, &terms));
        forecast(&game, at, JAPAN, &proposal).expect("Japan's chamber has a say").passing
    };
    assert!(votes("-") < votes("joint"));
    assert!(votes("joint") < votes("named"));

    let calm = tokyo(true);
    let cost = |backing: &'static str| {
        let terms = tokyo_with(&[("backing", backing)]);
        let script = Script::new(&calm, 5).pact(3, US, JAPAN, terms).until(4);
        let at = script.played.truth();
        let pact = at.pacts.first().expect("it was signed");
        assert_eq!(pact.status, PactStatus::Stands);
        breach_cost(&calm, at, pact.id).points(100)
    };
    assert!(cost("named") < cost("joint") && cost("joint") < cost("-"), "a breach costs standing");
}

#[test]
fn order_is_leverage() {
    let game = tokyo(true);
    let fall = |script: Script| {
        let before = script.until(3);
        let then = before.no_deal(CHINA);
        then - before.until(4).no_deal(CHINA)
    };
    let first = fall(Script::new(&game, 5).pact(3, US, JAPAN, TOKYO.to_vec()));
    let after =
        fall(Script::new(&game, 5).pact(2, US, CHINA, BUSAN.to_vec()).pact(3, US, JAPAN, TOKYO.to_vec()));
    assert!(first > 0, "a Tokyo pact signed first lowers what China can fall back on");
    assert!(after < first, "after Busan it lowers it less: {after} against {first}");
}

#[test]
fn capacity_matters_after_its_lead_time_and_the_threat_of_it_at_once() {
    let game = tokyo(true);
    let earths = ResourceId(0);
    let minerals = || vec![("minerals", "binding"), ("tariff_japan", "p15")];
    let mut with = Script::new(&game, 5).pact(3, US, JAPAN, minerals());
    let mut without = Script::new(&game, 5).pact(3, US, JAPAN, vec![("tariff_japan", "p15")]);
    let joint = game.level.resource(earths).joint.clone().expect("joint capacity");
    let mut felt = None;
    for round in 3..=6 {
        with = with.until(round);
        without = without.until(round);
        let supplies = |script: &Script| supply(&game, script.played.truth(), earths);
        let more = supplies(&with) - supplies(&without);
        if round > 3 {
            assert_eq!(more > 0, round >= 3 + joint.lead, "round {round}: {more}");
        }
        if round == 4 {
            felt = Some(without.no_deal(CHINA) - with.no_deal(CHINA));
            assert_eq!(more, 0, "nothing is built yet");
        }
    }
    assert!(felt.is_some_and(|felt| felt > 0), "China feels it before the metal flows");

    let funded = Script::new(&game, 5).measure(1, JAPAN, Measure::FundCapacity(earths));
    let lead = game.level.resource(earths).capacity.expect("capacity can be funded").1;
    let mut funded = funded.until(2);
    let mut plain = Script::new(&game, 5).until(2);
    for round in 2..=6 {
        funded = funded.until(round);
        plain = plain.until(round);
        let more = supply(&game, funded.played.truth(), earths) - supply(&game, plain.played.truth(), earths);
        assert_eq!(more > 0, round > lead, "round {round}: {more}");
    }
}

/// Whether a mandate forbids one of the real terms.
fn red_line(game: &Game, played: &Match) -> bool {
    let terms: Terms<'_> = TOKYO.into_iter().chain(BUSAN).collect();
    let package = package(&game.level, &terms);
    let crossed = |party: PartyId| {
        let at = played.truth();
        package
            .terms()
            .any(|(issue, option)| rare_terms::rules::legal::red_line(game, at, party, issue, option))
    };
    [US, JAPAN, CHINA].into_iter().any(crossed)
}

/// The real terms at the real stops.
fn as_it_happened(game: &Arc<Game>, seed: u64) -> Script {
    let named = tokyo_with(&[("backing", "named")]);
    Script::new(game, seed).pact(3, US, JAPAN, named).pact(4, US, CHINA, BUSAN.to_vec()).pact(
        5,
        JAPAN,
        CHINA,
        vec![("licences", "dialogue")],
    )
}

#[test]
fn the_real_outcome_is_legal_ratifies_and_leaves_all_better_off() {
    let game = tokyo(false);
    let everyone: Vec<PartyId> = vec![US, JAPAN, CHINA];
    let stands = |at: &Position| at.pacts.iter().filter(|p| p.status == PactStatus::Stands).count();
    let (mut games, mut ratified, mut better) = (0, 0, 0);
    for seed in 0..300 {
        // A government that may not sign the full amount could not have signed what was signed.
        if red_line(&game, &Match::new(game.clone(), seed)) {
            continue;
        }
        games += 1;
        let script = as_it_happened(&game, seed).played_out();
        // A government that has fallen signs nothing more; else each pact was signed at its stop.
        let end = script.played.truth();
        assert!(end.pacts.len() == 3 || !end.collapsed.is_empty(), "seed {seed}");
        if stands(script.played.truth()) == 3 {
            ratified += 1;
            let (scores, no_deal) = (script.played.scores(), script.played.no_deal_at_start());
            better += u64::from(everyone.iter().all(|p| scores[p.index()] > no_deal[p.index()]));
        }
    }
    println!(
        "the real terms: all ratified in {ratified} of {games} games, all better off in {better} of these"
    );
    assert!(ratified * 2 > games, "ratified in {ratified} of {games}");
    assert!(better * 10 >= ratified * 9, "all better off in {better} of {ratified}");
}
