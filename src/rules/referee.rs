//! The course of a game: an order comes in, events come out.
//!
//! The referee holds the truth and the source of chance. It checks an order against what its giver
//! may know, and then lets the game run on until the next decision.

use super::chamber;
use super::chance::{Chance, Purpose};
use super::command::{Actor, Command, Measure, Order};
use super::event::{
    Amount, Backing, Entry, EntryCause, Event, Offer, OfferStatus, Pact, PactStatus, SupportCause, Vote,
};
use super::game::Game;
use super::ids::{
    ArchetypeId, BlocId, Centi, HappeningId, InterestId, IssueId, OfferId, PactId, PartyId, PartySet,
    ResourceId, Round,
};
use super::legal::{Refusal, check, check_constraints, moved};
use super::level::{Condition, Outcome, Trigger};
use super::package::{Package, Proposal};
use super::position::{Phase, Position};
use super::rulebook::TalksOrder;

/// Runs a game.
pub struct Referee<'g> {
    game: &'g Game,
    chance: Chance,
    at: &'g mut Position,
    events: Vec<Event>,
}

/// Begins a game: the position before the first decision, and the events that led there.
#[must_use]
pub fn open(game: &Game, chance: Chance) -> (Position, Vec<Event>) {
    let mut at = Position::new(game);
    let mut referee = Referee { game, chance, at: &mut at, events: Vec::new() };
    referee.open();
    let events = referee.events;
    (at, events)
}

/// Carries out an order. `known` is the giver's own position and `seen` how many events its seat has
/// seen; both are ignored for the clock.
///
/// # Errors
/// Why the order is refused; the position has not changed.
pub fn step(
    game: &Game,
    chance: Chance,
    at: &mut Position,
    known: &Position,
    seen: u32,
    order: &Order,
) -> Result<Vec<Event>, Refusal> {
    match order.by {
        Actor::Clock => {
            if order.command != Command::TimeUp || !matches!(at.phase, Phase::Talks | Phase::Measures) {
                return Err(Refusal::WrongPhase);
            }
        }
        Actor::Seat(seat) => {
            let stale = order.seen.is_some_and(|s| s != seen);
            if stale && game.rules.order == TalksOrder::AtOnce {
                return Err(Refusal::Stale);
            }
            check(game, known, seat, &order.command)?;
        }
    }
    let mut referee = Referee { game, chance, at, events: Vec::new() };
    match order.by {
        Actor::Clock => referee.time_up(),
        Actor::Seat(seat) => referee.obey(seat, &order.command),
    }
    Ok(referee.events)
}

impl Referee<'_> {
    fn emit(&mut self, event: Event) {
        self.at.apply(self.game, &event);
        self.events.push(event);
    }

    fn parties(&self) -> impl Iterator<Item = PartyId> + use<> {
        self.game.level.everyone().iter()
    }

    // ---- opening and news ----

    fn open(&mut self) {
        let game = self.game;
        let mandates = game.by_party(|party| {
            let archetypes = &game.level.parties[party].archetypes;
            if !game.rules.on.mandates {
                return None;
            }
            let total: u64 = archetypes.iter().map(|a| a.weight.unsigned_abs()).sum();
            let mut draw = self.chance.draw(Purpose::Mandate, Round(0), party, 0, total);
            let at = archetypes.iter().position(|a| {
                let weight = a.weight.unsigned_abs();
                let hit = draw < weight;
                draw = draw.saturating_sub(weight);
                hit
            });
            Some(ArchetypeId::from_index(at.unwrap_or(0)))
        });
        self.emit(Event::Opened { mandates });
        self.begin_round(Round(1));
    }

    fn begin_round(&mut self, round: Round) {
        let game = self.game;
        self.emit(Event::RoundBegan(round));
        for issue in game.level.issue_ids() {
            self.run_schedule(issue);
        }
        if game.rules.on.events {
            for happening in (0..game.level.happenings.len()).map(HappeningId::from_index) {
                let due = match game.level.happening(happening).trigger {
                    Trigger::Round(when) => when == round,
                    Trigger::EachRound => true,
                    Trigger::Signed(_) => false,
                };
                if due && conditions_hold(self.at, &game.level.happening(happening).when) {
                    self.maybe_happen(happening);
                }
            }
        }
        for party in self.parties() {
            let income = game.level.parties[party].income;
            if income != 0 && self.at.acts(party) {
                self.move_capital(party, income);
            }
        }
        if game.rules.on.minerals {
            for resource in (0..game.level.resources.len()).map(ResourceId::from_index) {
                self.use_stock(resource);
            }
        }
        self.begin_talks();
    }

    fn run_schedule(&mut self, issue: IssueId) {
        let due = self
            .game
            .level
            .issue(issue)
            .schedule
            .iter()
            .find(|change| change.round == self.at.round);
        let Some(change) = due else { return };
        let spared = !change.unless_pact.is_empty() && self.at.stands(change.unless_pact);
        if self.at.holder[issue.index()].is_none() && !spared && self.at.option(issue) != change.option {
            self.emit(Event::IssueMoved { issue, option: change.option, by: None });
        }
    }

    fn maybe_happen(&mut self, id: HappeningId) {
        let happening = self.game.level.happening(id);
        if happening.once && self.at.happened.contains(&id) {
            return;
        }
        if let Some(percent) = happening.chance {
            let draw = self.chance.draw(Purpose::Happening, self.at.round, PartyId(0), u32::from(id.0), 100);
            if draw >= percent {
                return;
            }
        }
        self.emit(Event::Happened(id));
        for outcome in &happening.outcomes {
            match *outcome {
                Outcome::Points(effect) => self.book(
                    effect.party,
                    effect.interest,
                    Amount::whole(effect.units),
                    EntryCause::Happening(id),
                ),
                Outcome::Support(party, by) => self.move_support(party, by, SupportCause::Happening(id)),
                Outcome::Capital(party, by) => self.move_capital(party, by),
                Outcome::Stock(resource, by) => {
                    let stock = self.at.stocks[resource.index()];
                    let now = (stock.left + by).max(0);
                    self.emit(Event::StockMoved { resource, now, short: stock.short });
                }
            }
        }
    }

    fn use_stock(&mut self, id: ResourceId) {
        let resource = self.game.level.resource(id);
        let supply = supply(self.game, self.at, id);
        let stock = self.at.stocks[id.index()];
        let left = stock.left + supply - resource.uses;
        // Supply beyond use refills the stock, but never past what it was at the start or is now.
        let now = left.clamp(0, resource.stock.max(stock.left));
        self.emit(Event::StockMoved { resource: id, now, short: left < 0 });
    }

    // ---- talks ----

    fn begin_talks(&mut self) {
        self.emit(Event::TalksBegan);
        self.give_turn(None);
    }

    /// Hands the turn to the next party that has not passed; when there is none, talks end.
    fn give_turn(&mut self, after: Option<PartyId>) {
        let count = self.game.parties();
        let start = after.map_or(0, |party| party.index() + 1);
        let next = (0..count)
            .map(|step| PartyId::from_index((start + step) % count))
            .find(|party| self.at.acts(*party) && !self.at.passed.has(*party));
        match next {
            None => self.end_talks(),
            Some(party) if self.game.rules.order == TalksOrder::InTurn => self.emit(Event::Turn(party)),
            Some(_) => {}
        }
    }

    fn obey(&mut self, seat: PartyId, command: &Command) {
        match command {
            Command::Propose { proposal, answers } => {
                if let Some(offer) = answers {
                    self.emit(Event::Declined { offer: *offer, by: seat, reason: None });
                }
                self.make_offer(seat, proposal.clone(), *answers);
                self.give_turn(Some(seat));
            }
            Command::Accept(offer) => {
                self.emit(Event::Accepted { offer: *offer, by: seat });
                self.maybe_sign(*offer);
                self.give_turn(Some(seat));
            }
            Command::Decline { offer, reason } => {
                self.emit(Event::Declined { offer: *offer, by: seat, reason: *reason });
            }
            Command::Withdraw(offer) => self.emit(Event::Withdrawn(*offer)),
            Command::Speak(statement) => {
                self.emit(Event::Spoke { by: seat, statement: *statement });
            }
            Command::Pass => {
                self.emit(Event::Passed(seat));
                self.give_turn(Some(seat));
            }
            Command::Act(measure) => {
                self.emit(Event::MeasurePicked { by: seat, measure: Some(*measure) });
                self.maybe_reveal();
            }
            Command::TimeUp => {}
        }
    }

    fn make_offer(&mut self, from: PartyId, proposal: Proposal, answers: Option<OfferId>) {
        let cable = self.game.seating(self.at.round, proposal.parties).is_none();
        if cable && self.game.rules.costs.cable != 0 {
            self.move_capital(from, -self.game.rules.costs.cable);
        }
        let offer = Offer {
            id: self.at.next_offer(proposal.parties),
            from,
            agreed: PartySet::one(from),
            proposal,
            answers,
            cable,
            made: self.at.round,
            status: OfferStatus::Open,
        };
        self.emit(Event::Offered(offer));
    }

    fn maybe_sign(&mut self, id: OfferId) {
        let Some(offer) = self.at.offer(id).cloned() else { return };
        if offer.agreed != offer.proposal.parties {
            return;
        }
        let net = chamber::way_net(self.game, self.at, &offer.proposal);
        let Proposal { parties, package, communique } = offer.proposal;
        let pact = Pact {
            id: PactId::from_index(self.at.pacts.len()),
            parties,
            issues: package.issues().collect(),
            package: Some(package),
            communique,
            signed: self.at.round,
            net,
            status: PactStatus::Signed,
        };
        self.emit(Event::Signed(pact));
    }

    fn end_talks(&mut self) {
        let expiring: Vec<OfferId> = self
            .at
            .offers
            .iter()
            .filter(|o| o.status == OfferStatus::Open && !(o.cable && o.made == self.at.round))
            .map(|o| o.id)
            .collect();
        for offer in expiring {
            self.emit(Event::Expired(offer));
        }
        if self.game.rules.on.measures && self.parties().any(|p| self.at.acts(p)) {
            self.emit(Event::MeasuresBegan);
        } else {
            self.ratify();
        }
    }

    fn time_up(&mut self) {
        if self.at.phase == Phase::Talks {
            self.end_talks();
            return;
        }
        for by in self.parties() {
            if self.at.acts(by) && !self.at.picked.has(by) {
                self.emit(Event::MeasurePicked { by, measure: Some(Measure::Nothing) });
            }
        }
        self.maybe_reveal();
    }

    // ---- measures ----

    fn maybe_reveal(&mut self) {
        if self.parties().any(|p| self.at.acts(p) && !self.at.picked.has(p)) {
            return;
        }
        for by in self.parties() {
            let Some(measure) = self.at.measures[by] else { continue };
            self.emit(Event::MeasureRevealed { by, measure });
            self.take_measure(by, measure);
        }
        self.ratify();
    }

    fn take_measure(&mut self, by: PartyId, measure: Measure) {
        let costs = self.game.rules.costs;
        match measure {
            Measure::Nothing => {}
            Measure::Move { issue, steps } => {
                // Another measure of this round may have closed the way; then nothing is spent.
                let Ok(option) = moved(self.game, self.at, by, issue, steps) else { return };
                self.move_capital(by, -costs.further_step * i64::from(steps.saturating_sub(1)));
                self.emit(Event::IssueMoved { issue, option, by: Some(by) });
            }
            Measure::Lobby(bloc) => {
                self.move_capital(by, -costs.lobby);
                let now = self.at.lobbying(by, bloc) + self.game.rules.lobby_net;
                self.emit(Event::LobbyMoved { party: by, bloc, now });
            }
            Measure::BuildStock(resource) => {
                self.move_capital(by, -costs.build_stock);
                let stock = self.at.stocks[resource.index()];
                let now = stock.left + self.game.level.resource(resource).build;
                self.emit(Event::StockMoved { resource, now, short: stock.short });
            }
            Measure::FundCapacity(resource) => {
                self.move_capital(by, -costs.fund_capacity);
                let lead = self.game.level.resource(resource).capacity.map_or(0, |(_, lead)| lead);
                let from = Round(self.at.round.0.saturating_add(lead));
                self.emit(Event::CapacityFunded { resource, from });
            }
        }
    }

    // ---- ratification and Reckoning ----

    fn ratify(&mut self) {
        let signed: Vec<Pact> = self.at.signed().cloned().collect();
        let mut votes = Vec::new();
        for pact in &signed {
            for party in pact.parties.iter() {
                votes.extend(self.vote(pact, party));
            }
        }
        for vote in &votes {
            self.emit(Event::Voted(vote.clone()));
        }
        for pact in &signed {
            let refused: PartySet = votes
                .iter()
                .filter(|vote| vote.pact == pact.id && !vote.passed)
                .map(|vote| vote.party)
                .collect();
            if refused.is_empty() {
                self.put_in_force(pact);
            } else {
                self.void(pact.id, refused);
            }
        }
        self.reckon();
    }

    fn vote(&self, pact: &Pact, party: PartyId) -> Option<Vote> {
        let proposal = Proposal {
            parties: pact.parties,
            package: pact.package.clone()?,
            communique: pact.communique.clone(),
        };
        let forecast = chamber::forecast_at(self.game, self.at, party, &proposal, pact.net)?;
        let size = self.game.level.parties[party].chamber.as_ref()?.swing;
        let draw = |count: u32| {
            self.chance
                .swing(Purpose::Vote, self.at.round, party, pact.id.0 * 2 + count, size)
        };
        let swing = draw(0) + draw(1);
        let blocs: Vec<(Centi, i64)> = forecast
            .blocs
            .iter()
            .map(|bloc| {
                let net = bloc.net + swing * 100;
                (net, chamber::yes_votes(bloc.seats, net, self.game.rules.vote_range))
            })
            .collect();
        let yes = blocs.iter().map(|(_, yes)| yes).sum();
        Some(Vote {
            pact: pact.id,
            party,
            swing,
            blocs,
            yes,
            quorum: forecast.quorum,
            passed: yes >= forecast.quorum,
        })
    }

    fn void(&mut self, pact: PactId, refused: PartySet) {
        self.emit(Event::Voided { pact, refused });
        let loss = self.game.rules.standing_failed * self.game.level.unit / 100;
        for party in refused.iter() {
            if let Some(standing) = self.game.level.standing {
                self.book(party, standing, Amount::whole(loss), EntryCause::FailedVote(pact));
            }
            self.move_support(party, self.game.rules.support_failed, SupportCause::Failed(pact));
        }
    }

    fn put_in_force(&mut self, pact: &Pact) {
        let Some(package) = pact.package.clone() else { return };
        let news: Vec<IssueId> = package
            .terms()
            .filter(|(issue, option)| !self.at.changed[issue.index()] && self.at.option(*issue) != *option)
            .map(|(issue, _)| issue)
            .collect();
        // Events that a signature triggers are judged as things stood before it.
        let triggered = self.triggered_by(pact.parties);
        self.emit(Event::InForce { pact: pact.id, package: package.clone() });
        self.share_credit(pact, &news);
        self.give_backing(&package);
        if !news.is_empty() {
            for party in pact.parties.iter() {
                self.move_support(party, self.game.rules.support_ratified, SupportCause::Ratified(pact.id));
            }
            self.raise_trust(pact.parties);
        }
        for happening in triggered {
            self.maybe_happen(happening);
        }
    }

    fn triggered_by(&self, signatories: PartySet) -> Vec<HappeningId> {
        if !self.game.rules.on.events {
            return Vec::new();
        }
        (0..self.game.level.happenings.len())
            .map(HappeningId::from_index)
            .filter(|id| {
                let happening = self.game.level.happening(*id);
                matches!(happening.trigger, Trigger::Signed(who) if signatories.covers(who))
                    && conditions_hold(self.at, &happening.when)
            })
            .collect()
    }

    fn share_credit(&mut self, pact: &Pact, news: &[IssueId]) {
        let Some(standing) = self.game.level.standing else { return };
        if !self.game.rules.on.communiques {
            return;
        }
        for party in pact.parties.iter() {
            let amount = credit(self.game, pact.parties, &pact.communique.credit.0, party, news);
            if amount.points(1) != 0 {
                self.book(party, standing, amount, EntryCause::Credit(pact.id));
            }
        }
    }

    fn give_backing(&mut self, package: &Package) {
        if !self.game.rules.on.validation {
            return;
        }
        for (issue, option) in package.terms() {
            let Some((to, level)) = self.game.backing(issue, option) else { continue };
            if self.at.backings.iter().any(|b| b.issue == issue && b.option == option) {
                continue;
            }
            let fragility = self.at.fragility(self.game, to);
            self.emit(Event::Backed(Backing { issue, option, to, round: self.at.round, fragility }));
            let way = (100_00 - self.at.support[to]).max(0);
            let by = way * self.game.rules.support_backing * level / (100 * 100);
            self.move_support(to, by, SupportCause::Backing(issue));
        }
    }

    fn raise_trust(&mut self, parties: PartySet) {
        for of in parties.iter() {
            for towards in parties.without(of).iter() {
                let now = (self.at.trust[of][towards] + self.game.rules.trust_ratified).clamp(0, 100);
                if now != self.at.trust[of][towards] {
                    self.emit(Event::TrustMoved { of, towards, now });
                }
            }
        }
    }

    fn reckon(&mut self) {
        self.book_flows();
        self.book_shortages();
        if self.game.rules.on.events {
            self.drift();
        }
        self.fade_lobbying();
        for party in self.parties() {
            self.maybe_collapse(party);
        }
        let round = self.at.round;
        self.emit(Event::RoundEnded(round));
        let over = round >= self.game.level.last_round() || self.game.parties() - self.at.collapsed.len() < 2;
        if over {
            self.emit(Event::Ended);
        } else {
            self.begin_round(round.next());
        }
    }

    fn book_flows(&mut self) {
        for issue in self.game.level.issue_ids() {
            let option = self.at.option(issue);
            for effect in &self.game.level.choice(issue, option).per_round {
                let cause = EntryCause::Flow(issue, option);
                self.book(effect.party, effect.interest, Amount::whole(effect.units), cause);
            }
        }
    }

    fn book_shortages(&mut self) {
        for id in (0..self.game.level.resources.len()).map(ResourceId::from_index) {
            if !self.at.stocks[id.index()].short {
                continue;
            }
            let resource = self.game.level.resource(id);
            for effect in &resource.shortage {
                let cause = EntryCause::Shortage(id);
                self.book(effect.party, effect.interest, Amount::whole(effect.units), cause);
            }
            let by = self.game.rules.support_shortage;
            self.move_support(resource.user, by, SupportCause::Shortage(id));
        }
    }

    fn drift(&mut self) {
        for party in self.parties() {
            let rule = &self.game.level.parties[party];
            let noise = self.chance.swing(Purpose::Support, self.at.round, party, 0, rule.noise);
            if self.at.acts(party) {
                self.move_support(party, rule.drift + noise * 100, SupportCause::Drift);
            }
        }
    }

    fn fade_lobbying(&mut self) {
        for party in self.parties() {
            for bloc in (0..self.at.lobbying[party].len()).map(BlocId::from_index) {
                let net = self.at.lobbying(party, bloc);
                if net != 0 {
                    let now = (net - self.game.rules.lobby_fade).max(0);
                    self.emit(Event::LobbyMoved { party, bloc, now });
                }
            }
        }
    }

    fn maybe_collapse(&mut self, party: PartyId) {
        let rule = &self.game.level.parties[party];
        if !self.game.rules.on.events || !self.at.acts(party) || self.at.support[party] >= rule.floor {
            return;
        }
        self.emit(Event::Collapsed(party));
        let withdrawn: Vec<OfferId> = self
            .at
            .offers
            .iter()
            .filter(|o| o.status == OfferStatus::Open && o.proposal.parties.has(party))
            .map(|o| o.id)
            .collect();
        for offer in withdrawn {
            self.emit(Event::Expired(offer));
        }
        if let Some(standing) = self.game.level.standing {
            let loss = self.game.rules.standing_collapse * self.game.level.unit / 100;
            self.book(party, standing, Amount::whole(loss), EntryCause::Collapse);
        }
    }

    // ---- small moves ----

    fn book(&mut self, party: PartyId, interest: InterestId, amount: Amount, cause: EntryCause) {
        if amount.units == 0 {
            return;
        }
        let round = self.at.round;
        self.emit(Event::Booked(Entry { party, interest, amount, cause, round }));
    }

    fn move_support(&mut self, party: PartyId, by: Centi, cause: SupportCause) {
        let now = (self.at.support[party] + by).clamp(0, 100_00);
        if self.game.rules.on.events && now != self.at.support[party] {
            self.emit(Event::SupportMoved { party, now, cause });
        }
    }

    fn move_capital(&mut self, party: PartyId, by: i64) {
        if by != 0 {
            let now = (self.at.capital[party] + by).max(0);
            self.emit(Event::CapitalMoved { party, now });
        }
    }
}

/// What a resource is supplied with under the options in force, in hundredths.
#[must_use]
pub fn supply(game: &Game, at: &Position, id: ResourceId) -> Centi {
    let resource = game.level.resource(id);
    let agreed: Centi = resource
        .supply
        .iter()
        .map(|(issue, by_option)| by_option.get(at.option(*issue).index()).copied().unwrap_or(0))
        .sum();
    resource.other_supply + at.stocks[id.index()].capacity + agreed
}

/// What a split of the credit is worth to a signatory: its share above an even one, of the standing
/// that the issues changed for the first time carry. The shares sum to nothing.
#[must_use]
pub fn credit(game: &Game, parties: PartySet, split: &[i64], party: PartyId, news: &[IssueId]) -> Amount {
    let count = i64::try_from(parties.len().max(1)).unwrap_or(1);
    let share = split.get(party.index()).copied().unwrap_or(0);
    let weight: i64 = news.iter().map(|issue| game.level.issue(*issue).headline).sum();
    Amount { units: weight, times: share * count - 100, over: 100 * count }
}

/// Whether all conditions hold in a position.
#[must_use]
pub fn conditions_hold(at: &Position, when: &[Condition]) -> bool {
    when.iter().all(|condition| match condition {
        Condition::InForce(issue, options) => options.contains(&at.option(*issue)),
        Condition::Pact(parties) => at.stands(*parties),
        Condition::NoPact(parties) => !at.stands(*parties),
        Condition::Happened(id) => at.happened.contains(id),
        Condition::NotHappened(id) => !at.happened.contains(id),
    })
}

/// Whether a package would tear apart what only holds together; re-exported for drafts.
#[must_use]
pub fn holds_together(game: &Game, at: &Position, package: &Package) -> bool {
    check_constraints(game, at, package).is_ok()
}
