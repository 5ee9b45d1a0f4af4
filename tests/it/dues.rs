//! What pledges, promises and threats have to book, worked out again from the events alone.

use rare_terms::rules::event::{Amount, EntryCause, Event, LapseCause, ObligationStatus, ThreatEnd};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{IssueId, PactId, PartyId};
use rare_terms::rules::level::Effect;
use rare_terms::rules::position::Position;

/// An entry that has to be in the ledger once.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Due {
    party: PartyId,
    interest: usize,
    /// Units, times, over.
    amount: (i64, i64, i64),
    cause: String,
}

impl Due {
    pub(crate) fn new(party: PartyId, interest: usize, amount: Amount, cause: EntryCause) -> Self {
        let Amount { units, times, over } = amount;
        Self { party, interest, amount: (units, times, over), cause: format!("{cause:?}") }
    }
}

/// What is due for projects, promises and threats.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) due: Vec<Due>,
    /// The breach whose terms are lapsing.
    breach: Option<(PactId, PartyId)>,
}

impl Words {
    fn effects(&mut self, effects: &[Effect], cause: EntryCause) {
        let some = effects.iter().filter(|e| e.units != 0);
        self.due.extend(some.map(|e| Due::new(e.party, e.interest.index(), Amount::whole(e.units), cause)));
    }

    fn standing(&mut self, game: &Game, party: PartyId, amount: Amount, cause: EntryCause) {
        if let Some(interest) = game.level.standing.filter(|_| amount.units != 0) {
            self.due.push(Due::new(party, interest.index(), amount, cause));
        }
    }

    /// Takes note of what an event makes due; `at` is the position before it.
    pub(crate) fn due(&mut self, game: &Game, at: &Position, event: &Event) {
        let level = &game.level;
        match event {
            Event::Placed { pledge, project, .. } => {
                let placed = level.pledge(*pledge).project(*project).expect("it is in the list");
                self.effects(&placed.placed, EntryCause::Project(*pledge, *project));
            }
            Event::Paid { pledge, funder, host } => {
                let rule = level.pledge(*pledge);
                for (party, money) in [(rule.funder, *funder), (rule.host, *host)] {
                    let cash = Effect { party, interest: rule.interest, units: money * rule.rate };
                    self.effects(&[cash], EntryCause::Cash(*pledge));
                }
            }
            Event::RoundEnded(round) => {
                for pledge in level.pledge_ids() {
                    for (project, runs) in &at.pledges[pledge.index()].placed {
                        if runs == round {
                            let built = level.pledge(pledge).project(*project).expect("it is in the list");
                            self.effects(&built.built, EntryCause::Project(pledge, *project));
                        }
                    }
                }
            }
            Event::Delivered { pact, issue, status: ObligationStatus::Failed, .. } => {
                let owed = at.obligations.iter().find(|o| o.pact == *pact && o.issue == *issue);
                let by = owed.expect("it was promised").by;
                let units = game.rules.promises.failed * level.unit / 100;
                self.standing(game, by, Amount::whole(units), EntryCause::Undelivered(*pact, *issue));
            }
            Event::Lapsed { pact, issue, cause: LapseCause::Broken(by), .. } => {
                // What lapses along with the term that was broken costs nothing more.
                if self.breach != Some((*pact, *by)) {
                    self.breached(game, at, *pact, *issue, *by);
                }
                self.breach = Some((*pact, *by));
                return;
            }
            Event::ThreatEnded { threat, end } => {
                let rule = level.threat(*threat);
                let standing = at.threat(*threat).expect("it stood");
                let rung = usize::from(standing.rung);
                let off = if standing.mediator.is_some() { game.rules.threats.relief } else { 0 };
                let stake = |units: [i64; 3]| Amount { units: -units[rung], times: 100 - off, over: 100 };
                match end {
                    ThreatEnd::Met => {
                        let stake = stake(rule.giving_in);
                        self.standing(game, rule.against, stake, EntryCause::GaveIn(*threat));
                    }
                    ThreatEnd::BackedDown => {
                        let stake = stake(rule.backing_down);
                        self.standing(game, rule.by, stake, EntryCause::BackedDown(*threat));
                    }
                    ThreatEnd::CarriedOut => self.effects(&rule.effects, EntryCause::CarriedOut(*threat)),
                }
                if let Some(mediator) = standing.mediator.filter(|_| *end != ThreatEnd::CarriedOut) {
                    let units = game.rules.threats.mediated * level.unit / 100;
                    self.standing(game, mediator, Amount::whole(units), EntryCause::Mediation(*threat));
                }
            }
            _ => {}
        }
        self.breach = None;
    }

    fn breached(&mut self, game: &Game, at: &Position, pact: PactId, issue: IssueId, by: PartyId) {
        let package = at.pact(pact).and_then(|pact| pact.package.as_ref()).expect("its terms are known");
        let backing = package.terms().filter_map(|(issue, option)| {
            let validation = game.level.issue(issue).validation.as_ref()?;
            validation.levels.get(option.index()).copied()
        });
        let lock = backing.max().unwrap_or(0);
        let rules = &game.rules.promises;
        let units = rules.breach * game.level.unit / 100;
        let amount = Amount { units, times: 10_000 + rules.backed * lock, over: 10_000 };
        self.standing(game, by, amount, EntryCause::Breach(pact, issue));
    }
}
