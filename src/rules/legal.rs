//! What a seat may do now, from what it knows. A command is accepted if and only if [`check`]
//! allows it, and [`Legal`] describes exactly what [`check`] allows.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::command::{Command, Measure, Statement};
use super::event::{Offer, OfferStatus};
use super::game::Game;
use super::ids::{BlocId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet, ResourceId};
use super::level::Alone;
use super::package::{Communique, Package, Proposal};
use super::position::{Phase, Position};
use super::rulebook::TalksOrder;

/// Why a command is refused. Nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
pub enum Refusal {
    /// The game is over.
    #[error("the game is over")]
    Over,
    /// This command belongs to another phase.
    #[error("this is not the time for it")]
    WrongPhase,
    /// Another party's turn.
    #[error("it is another party's turn")]
    NotYourTurn,
    /// The party has passed and nothing new has reached it, or has picked already.
    #[error("you are done for this phase")]
    Done,
    /// The government fell.
    #[error("the government has fallen and acts no more")]
    Collapsed,
    /// Something happened that the giver of the order had not seen.
    #[error("something has happened that this order had not seen")]
    Stale,
    /// An id that the level does not have.
    #[error("there is no such thing in this level")]
    Unknown,
    /// The proposal's parties do not fit.
    #[error("a proposal needs its maker and at least one other party that still acts")]
    Parties,
    /// The package sets nothing.
    #[error("the package sets nothing")]
    Empty,
    /// A term that changes nothing.
    #[error("a term changes nothing")]
    Idle(IssueId),
    /// A party whose consent the issue needs would not sign.
    #[error("an issue needs the consent of a party that would not sign")]
    Consent(IssueId),
    /// A pact holds the issue and its signatories do not all take part.
    #[error("a pact in force holds an issue, and not all its signatories take part")]
    Held(IssueId, PactId),
    /// A pact signed this round has reserved the issue.
    #[error("a pact signed this round has reserved an issue")]
    Reserved(IssueId),
    /// The issue is only settled face to face.
    #[error("an issue is only settled where all signatories sit together")]
    InPerson(IssueId),
    /// The own mandate forbids the option.
    #[error("the mandate forbids an option")]
    RedLine(IssueId, OptionId),
    /// Options that only hold together.
    #[error("options that only hold together are torn apart")]
    Constraint(u16),
    /// The credit is not a split of 100 between the parties.
    #[error("the credit has to be a split of 100 between the signatories")]
    Credit,
    /// The headline does not fit.
    #[error("the headline does not fit the package")]
    Headline,
    /// No offers left this round.
    #[error("no offers are left this round")]
    NoOffersLeft,
    /// Nothing left to say this round.
    #[error("no more can be said this round")]
    NoSpeechesLeft,
    /// Not enough political capital.
    #[error("not enough political capital")]
    Capital {
        /// What it costs.
        cost: i64,
    },
    /// A cable could not be answered any more.
    #[error("a cable sent now could not be answered any more")]
    TooLate,
    /// There is no such offer to answer.
    #[error("there is no such offer to answer")]
    NoSuchOffer,
    /// A cable of this round is answered in the next.
    #[error("a cable is answered in the round after it was sent")]
    NotYet,
    /// It cannot be signed here.
    #[error("these parties do not sit together now, and will meet again")]
    NotHere,
    /// The party does not control the issue that way.
    #[error("the issue cannot be moved that way alone")]
    NotControlled(IssueId),
    /// An announced change commits its controller until a pact.
    #[error("an announced change binds the issue until a pact sets it")]
    Announced(IssueId),
    /// The measure is not open to this party.
    #[error("this measure is not open to this party")]
    NoSuchMeasure,
}

/// Whether a seat may give a command, judged by the seat's own position.
///
/// # Errors
/// The first reason against it.
pub fn check(game: &Game, at: &Position, seat: PartyId, command: &Command) -> Result<(), Refusal> {
    if at.phase == Phase::Over {
        return Err(Refusal::Over);
    }
    if seat.index() >= game.parties() {
        return Err(Refusal::Unknown);
    }
    if !at.acts(seat) {
        return Err(Refusal::Collapsed);
    }
    if let Command::Act(measure) = command {
        return check_measure(game, at, seat, *measure);
    }
    if at.phase != Phase::Talks {
        return Err(Refusal::WrongPhase);
    }
    match game.rules.order {
        TalksOrder::InTurn if at.turn != Some(seat) => return Err(Refusal::NotYourTurn),
        TalksOrder::AtOnce if at.passed.has(seat) => return Err(Refusal::Done),
        _ => {}
    }
    match command {
        Command::Propose { proposal, answers } => check_propose(game, at, seat, proposal, *answers),
        Command::Accept(offer) => check_accept(game, at, seat, *offer),
        Command::Decline { offer, .. } => check_answerable(at, seat, *offer).map(|_| ()),
        Command::Withdraw(offer) => match at.offer(*offer) {
            Some(o) if o.from == seat && o.status == OfferStatus::Open => Ok(()),
            _ => Err(Refusal::NoSuchOffer),
        },
        Command::Speak(statement) => check_speak(game, at, seat, *statement),
        Command::Pass => Ok(()),
        Command::TimeUp => Err(Refusal::NotYourTurn),
        Command::Act(_) => Err(Refusal::WrongPhase),
    }
}

fn check_propose(
    game: &Game,
    at: &Position,
    seat: PartyId,
    proposal: &Proposal,
    answers: Option<OfferId>,
) -> Result<(), Refusal> {
    if at.offered[seat] >= game.rules.offers {
        return Err(Refusal::NoOffersLeft);
    }
    check_parties(game, at, seat, proposal.parties)?;
    check_way(game, at, seat, proposal.parties)?;
    if let Some(offer) = answers {
        let offer = check_answerable(at, seat, offer)?;
        if offer.proposal.parties != proposal.parties {
            return Err(Refusal::Parties);
        }
    }
    check_terms(game, at, seat, proposal.parties, &proposal.package)?;
    check_communique(game, proposal)
}

/// Whether a seat may bargain with these parties at all.
fn check_parties(game: &Game, at: &Position, seat: PartyId, parties: PartySet) -> Result<(), Refusal> {
    let fits = parties.has(seat)
        && parties.len() >= 2
        && game.level.everyone().covers(parties)
        && parties.both(at.collapsed).is_empty();
    if fits { Ok(()) } else { Err(Refusal::Parties) }
}

/// Whether an offer can reach these parties now: at a table, or by a cable that is paid for.
fn check_way(game: &Game, at: &Position, seat: PartyId, parties: PartySet) -> Result<(), Refusal> {
    if game.seating(at.round, parties).is_some() {
        return Ok(());
    }
    let cost = game.rules.costs.cable;
    if at.round >= game.level.last_round() {
        return Err(Refusal::TooLate);
    }
    if at.capital[seat] < cost {
        return Err(Refusal::Capital { cost });
    }
    Ok(())
}

/// Whether these parties could sign this package now, as far as this seat knows and may.
///
/// # Errors
/// The first reason against it.
pub fn check_terms(
    game: &Game,
    at: &Position,
    seat: PartyId,
    parties: PartySet,
    package: &Package,
) -> Result<(), Refusal> {
    if package.is_empty() {
        return Err(Refusal::Empty);
    }
    for (issue, option) in package.terms() {
        check_term(game, at, seat, parties, issue, option)?;
    }
    check_constraints(game, at, package)
}

/// Whether these parties could set this one issue so, constraints aside.
///
/// # Errors
/// The first reason against it.
pub fn check_term(
    game: &Game,
    at: &Position,
    seat: PartyId,
    parties: PartySet,
    issue: IssueId,
    option: OptionId,
) -> Result<(), Refusal> {
    let Some(rule) = game.level.issues.get(issue.index()) else {
        return Err(Refusal::Unknown);
    };
    if option.index() >= rule.options.len() {
        return Err(Refusal::Unknown);
    }
    check_issue(game, at, parties, issue)?;
    if at.option(issue) == option && !at.scheduled(game, issue) {
        return Err(Refusal::Idle(issue));
    }
    if red_line(game, at, seat, issue, option) {
        return Err(Refusal::RedLine(issue, option));
    }
    Ok(())
}

/// Whether these parties could set this issue at all now.
///
/// # Errors
/// The first reason against it.
pub fn check_issue(game: &Game, at: &Position, parties: PartySet, issue: IssueId) -> Result<(), Refusal> {
    let rule = game.level.issue(issue);
    if !parties.covers(rule.consent) {
        return Err(Refusal::Consent(issue));
    }
    if let Some(pact) = at.held_by(issue) {
        if !parties.covers(pact.parties) {
            return Err(Refusal::Held(issue, pact.id));
        }
    }
    if reserved(game, at, issue) {
        return Err(Refusal::Reserved(issue));
    }
    if rule.in_person && game.seating(at.round, parties).is_none() {
        return Err(Refusal::InPerson(issue));
    }
    Ok(())
}

/// Whether a seat's mandate, as far as this position knows it, forbids an option.
#[must_use]
pub fn red_line(game: &Game, at: &Position, seat: PartyId, issue: IssueId, option: OptionId) -> bool {
    game.rules.on.mandates
        && at.mandates[seat].is_some_and(|mandate| {
            let lines = &game.level.archetype(seat, mandate).red_lines;
            lines.iter().any(|line| line.issue == issue && line.options.contains(&option))
        })
}

/// Whether a pact signed this round has reserved an issue, or one that is bound to it.
fn reserved(game: &Game, at: &Position, issue: IssueId) -> bool {
    if at.signed().next().is_none() {
        return false;
    }
    at.reserved(issue)
        || game.level.constraints.iter().any(|constraint| {
            let bound = constraint.issues();
            bound.contains(&issue) && bound.iter().any(|other| at.reserved(*other))
        })
}

/// Whether the outcome of a package would tear apart what only holds together.
///
/// # Errors
/// The constraint at fault.
pub fn check_constraints(game: &Game, at: &Position, package: &Package) -> Result<(), Refusal> {
    let outcome = |issue: IssueId| package.option(issue).unwrap_or_else(|| at.option(issue));
    for (index, constraint) in game.level.constraints.iter().enumerate() {
        if !constraint.allows(&game.level, outcome) {
            return Err(Refusal::Constraint(u16::try_from(index).unwrap_or(u16::MAX)));
        }
    }
    Ok(())
}

fn check_communique(game: &Game, proposal: &Proposal) -> Result<(), Refusal> {
    let Communique { headline, credit } = &proposal.communique;
    let fits = credit.len() == game.parties()
        && credit.iter().all(|(p, c)| (0..=100).contains(c) && (*c == 0 || proposal.parties.has(p)))
        && credit.0.iter().sum::<i64>() == 100;
    if !fits {
        return Err(Refusal::Credit);
    }
    if !game.rules.on.communiques && proposal.communique.credit != Communique::even(&game.level, proposal.parties).credit {
        return Err(Refusal::Credit);
    }
    if let Some(id) = headline {
        let Some(headline) = game.level.headline(*id) else {
            return Err(Refusal::Headline);
        };
        let about = &headline.issues;
        if !about.is_empty() && !about.iter().any(|i| proposal.package.option(*i).is_some()) {
            return Err(Refusal::Headline);
        }
    }
    Ok(())
}

/// An open offer that this seat may answer now.
fn check_answerable(at: &Position, seat: PartyId, offer: OfferId) -> Result<&Offer, Refusal> {
    let Some(offer) = at.offer(offer) else {
        return Err(Refusal::NoSuchOffer);
    };
    let open = offer.status == OfferStatus::Open
        && offer.proposal.parties.has(seat)
        && !offer.agreed.has(seat);
    if !open {
        return Err(Refusal::NoSuchOffer);
    }
    if offer.cable && offer.made >= at.round {
        return Err(Refusal::NotYet);
    }
    Ok(offer)
}

fn check_accept(game: &Game, at: &Position, seat: PartyId, offer: OfferId) -> Result<(), Refusal> {
    let offer = check_answerable(at, seat, offer)?;
    let parties = offer.proposal.parties;
    if game.seating(at.round, parties).is_none() && game.meets_from(at.round, parties) {
        return Err(Refusal::NotHere);
    }
    check_parties(game, at, seat, parties)?;
    check_terms(game, at, seat, parties, &offer.proposal.package)
}

fn check_speak(game: &Game, at: &Position, seat: PartyId, statement: Statement) -> Result<(), Refusal> {
    if at.spoken[seat] >= game.rules.speeches {
        return Err(Refusal::NoSpeechesLeft);
    }
    let issue_known = |issue: IssueId| issue.index() < game.level.issues.len();
    let option_known =
        |issue: IssueId, option: OptionId| issue_known(issue) && option.index() < game.level.issue(issue).options.len();
    let known = match statement {
        Statement::Priority(issue) => issue_known(issue),
        Statement::Wants(issue, option) | Statement::Refuses(issue, option) => option_known(issue, option),
        Statement::NothingWorks(party, _) => party.index() < game.parties() && party != seat,
    };
    if known { Ok(()) } else { Err(Refusal::Unknown) }
}

fn check_measure(game: &Game, at: &Position, seat: PartyId, measure: Measure) -> Result<(), Refusal> {
    if at.phase != Phase::Measures {
        return Err(Refusal::WrongPhase);
    }
    if at.picked.has(seat) {
        return Err(Refusal::Done);
    }
    match measure {
        Measure::Nothing => Ok(()),
        Measure::Move { issue, steps } => {
            moved(game, at, seat, issue, steps)?;
            pays(at, seat, game.rules.costs.further_step * i64::from(steps.saturating_sub(1)))
        }
        Measure::Lobby(bloc) => {
            if !game.rules.on.chambers || game.level.bloc(seat, bloc).is_none() {
                return Err(Refusal::NoSuchMeasure);
            }
            pays(at, seat, game.rules.costs.lobby)
        }
        Measure::BuildStock(resource) => {
            let fits = own_resource(game, seat, resource).is_some_and(|r| r.build > 0);
            if !fits {
                return Err(Refusal::NoSuchMeasure);
            }
            pays(at, seat, game.rules.costs.build_stock)
        }
        Measure::FundCapacity(resource) => {
            let fits = own_resource(game, seat, resource).is_some_and(|r| r.capacity.is_some())
                && at.stocks[resource.index()].coming.is_none();
            if !fits {
                return Err(Refusal::NoSuchMeasure);
            }
            pays(at, seat, game.rules.costs.fund_capacity)
        }
    }
}

fn own_resource(game: &Game, seat: PartyId, resource: ResourceId) -> Option<&super::level::Resource> {
    let known = game.level.resources.get(resource.index())?;
    (game.rules.on.minerals && known.user == seat).then_some(known)
}

fn pays(at: &Position, seat: PartyId, cost: i64) -> Result<(), Refusal> {
    if at.capital[seat] < cost { Err(Refusal::Capital { cost }) } else { Ok(()) }
}

/// The option that a controller would reach by moving an issue alone.
///
/// # Errors
/// The first reason against it, capital aside.
pub fn moved(game: &Game, at: &Position, seat: PartyId, issue: IssueId, steps: u8) -> Result<OptionId, Refusal> {
    let Some(rule) = game.level.issues.get(issue.index()) else {
        return Err(Refusal::Unknown);
    };
    let now = at.option(issue);
    let steps16 = u16::from(steps);
    let target = match rule.alone {
        Alone::TowardsFirst => now.0.checked_sub(steps16),
        Alone::TowardsLast => now.0.checked_add(steps16).filter(|o| usize::from(*o) < rule.options.len()),
        Alone::Never => None,
    };
    let target = match target {
        Some(option) if steps > 0 && rule.controller == Some(seat) => OptionId(option),
        _ => return Err(Refusal::NotControlled(issue)),
    };
    if let Some(pact) = at.held_by(issue) {
        return Err(Refusal::Held(issue, pact.id));
    }
    if at.scheduled(game, issue) {
        return Err(Refusal::Announced(issue));
    }
    if reserved(game, at, issue) {
        return Err(Refusal::Reserved(issue));
    }
    check_constraints(game, at, &Package::empty().with(issue, target))?;
    Ok(target)
}

/// Parties that a seat may bargain with now, and how.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bargain {
    /// Everyone who would sign.
    pub parties: PartySet,
    /// Whether the offer goes by cable.
    pub cable: bool,
    /// Whether what is agreed now can be signed now.
    pub signable: bool,
    /// Political capital that an offer costs.
    pub cost: i64,
    /// The issues that may be set, each with the options that may be named.
    pub issues: Vec<(IssueId, Vec<OptionId>)>,
}

/// Everything that a seat may do now.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Legal {
    /// Offers left this round.
    pub offers_left: u8,
    /// Whom it may bargain with, about what. Packages must also keep together what only holds together.
    pub bargains: Vec<Bargain>,
    /// Offers that it may agree to.
    pub accept: Vec<OfferId>,
    /// Offers that it may refuse or counter.
    pub answer: Vec<OfferId>,
    /// Own offers that it may take back.
    pub withdraw: Vec<OfferId>,
    /// Times it may still speak.
    pub speeches_left: u8,
    /// Whether it may pass.
    pub pass: bool,
    /// Measures that it may pick.
    pub measures: Vec<Measure>,
}

impl Legal {
    /// What a seat may do, from the seat's own position.
    #[must_use]
    pub fn of(game: &Game, at: &Position, seat: PartyId) -> Self {
        let mut legal = Self::default();
        if check(game, at, seat, &Command::Pass).is_ok() {
            legal.pass = true;
            legal.speeches_left = game.rules.speeches.saturating_sub(at.spoken[seat]);
            legal.offers_left = game.rules.offers.saturating_sub(at.offered[seat]);
            for offer in &at.offers {
                if check_answerable(at, seat, offer.id).is_ok() {
                    legal.answer.push(offer.id);
                }
                if check_accept(game, at, seat, offer.id).is_ok() {
                    legal.accept.push(offer.id);
                }
                if offer.from == seat && offer.status == OfferStatus::Open {
                    legal.withdraw.push(offer.id);
                }
            }
            if legal.offers_left > 0 {
                legal.bargains = bargains(game, at, seat);
            }
        }
        legal.measures = measures(game, at, seat);
        legal
    }

    /// Whether there is anything to decide.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.pass && self.measures.is_empty()
    }
}

/// A set of parties that a seat may bargain with now, and how an offer would reach them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Way {
    /// Everyone who would sign.
    pub parties: PartySet,
    /// Whether the offer goes by cable.
    pub cable: bool,
    /// Whether what is agreed now can be signed now.
    pub signable: bool,
}

/// Whom a seat may bargain with now. There may still be nothing to bargain about.
pub fn ways(game: &Game, at: &Position, seat: PartyId) -> impl Iterator<Item = Way> {
    game.level
        .everyone()
        .subsets(2)
        .into_iter()
        .filter(move |parties| {
            check_parties(game, at, seat, *parties).is_ok() && check_way(game, at, seat, *parties).is_ok()
        })
        .map(|parties| Way {
            parties,
            cable: game.seating(at.round, parties).is_none(),
            signable: game.may_sign(at.round, parties),
        })
}

/// Parties that a seat may bargain with now, and about what.
#[must_use]
pub fn bargains(game: &Game, at: &Position, seat: PartyId) -> Vec<Bargain> {
    ways(game, at, seat)
        .filter_map(|Way { parties, cable, signable }| {
            let issues: Vec<(IssueId, Vec<OptionId>)> = game
                .level
                .issue_ids()
                .filter(|issue| check_issue(game, at, parties, *issue).is_ok())
                .map(|issue| {
                    let options = (0..game.level.issue(issue).options.len()).map(OptionId::from_index);
                    let open = options
                        .filter(|option| check_term(game, at, seat, parties, issue, *option).is_ok())
                        .collect();
                    (issue, open)
                })
                .collect();
            let cost = if cable { game.rules.costs.cable } else { 0 };
            let any = issues.iter().any(|(_, options)| !options.is_empty());
            any.then_some(Bargain { parties, cable, signable, cost, issues })
        })
        .collect()
}

/// The open offers that a seat may answer now.
pub fn answerable(at: &Position, seat: PartyId) -> impl Iterator<Item = &Offer> {
    at.offers.iter().filter(move |offer| check_answerable(at, seat, offer.id).is_ok())
}

/// The measures that a seat may pick now.
#[must_use]
pub fn measures(game: &Game, at: &Position, seat: PartyId) -> Vec<Measure> {
    if at.phase != Phase::Measures || seat.index() >= game.parties() || !at.acts(seat) || at.picked.has(seat) {
        return Vec::new();
    }
    let mut all = vec![Measure::Nothing];
    for issue in game.level.issue_ids() {
        if game.level.issue(issue).controller == Some(seat) {
            let most = u8::try_from(game.level.issue(issue).options.len()).unwrap_or(u8::MAX);
            all.extend((1..most).map(|steps| Measure::Move { issue, steps }));
        }
    }
    let blocs = game.level.parties[seat].chamber.as_ref().map_or(0, |c| c.blocs.len());
    all.extend((0..blocs).map(|b| Measure::Lobby(BlocId::from_index(b))));
    for resource in (0..game.level.resources.len()).map(ResourceId::from_index) {
        all.push(Measure::BuildStock(resource));
        all.push(Measure::FundCapacity(resource));
    }
    all.retain(|measure| check_measure(game, at, seat, *measure).is_ok());
    all
}
