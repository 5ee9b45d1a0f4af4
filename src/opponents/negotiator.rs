//! The negotiator, for any party of any level: recipe 1 with a belief.
//!
//! It aims high and concedes with time towards its no-deal value. Time is rounds left with that
//! partner, never messages. It offers, of the packages that reach its aim and that the chambers would
//! pass, the one with the largest product of what everyone is believed to gain; it takes what reaches its aim; it says
//! why it refuses; and it signs nothing that its own chamber is likely to refuse.
//!
//! What it has said and put it reads in the log; what it keeps between calls only saves work.

use super::aspiration::{Difficulty, Temper, curve, over_stops, time_with};
use super::belief::{Belief, Memory};
use super::character::{Character, Recipe};
use super::options::{Options, Wish};
use super::{Opponent, answers, guard, measures, speech};
use crate::rules::appraise::{Appraisal, appraise};
use crate::rules::command::{Command, Reason, Statement};
use crate::rules::event::{Event, Offer, OfferStatus};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OfferId, OptionId, PartyId, PartySet, Points, Round};
use crate::rules::legal::{Refusal, Way, answerable, check, ways};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::open_issues;
use crate::rules::position::Phase;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// The chances in a hundred that its own chamber must give a pact before it signs.
pub const SIGNS_AT: i64 = 80;

/// What a clause has to be worth before it is asked for, in hundredths of a point.
const GUARD: i64 = 30;

/// Shares of the ideal gain that are worth asking for, in thousandths.
const LEVELS: [i64; 3] = [750, 500, 250];

/// The negotiator.
#[derive(Clone, Debug)]
pub struct Negotiator {
    temper: Temper,
    /// What it believes of the others, from the log.
    memory: Memory,
    /// What it is told to believe; `None` to read the log.
    told: Option<Belief>,
    /// How much of the log has been read.
    read: usize,
    /// What others have said they may never sign.
    taboos: Vec<(PartyId, IssueId, OptionId)>,
    round: Round,
    searches: Vec<Options>,
}

/// What it would like with some partners now.
struct Aim {
    ideal: Points,
    least: Points,
    target: Points,
    /// No later stop brings these partners together.
    last: bool,
    time: i64,
}

impl Negotiator {
    /// An opponent with the temper that a seed gives, at a difficulty.
    #[must_use]
    pub fn new(seed: u64, difficulty: Difficulty, character: Option<&Character>) -> Self {
        Self::with(Temper::drawn(seed, difficulty, character))
    }

    pub(super) fn with(temper: Temper) -> Self {
        Self {
            temper,
            memory: Memory::default(),
            told: None,
            read: 0,
            taboos: Vec::new(),
            round: Round(0),
            searches: Vec::new(),
        }
    }

    /// The same in a game that is supposed: it believes what it is told, whatever the log says.
    pub(super) fn supposed(&self, belief: Belief) -> Self {
        Self {
            temper: self.temper,
            memory: Memory::default(),
            told: Some(belief),
            read: 0,
            taboos: self.taboos.clone(),
            round: self.round,
            searches: self.searches.clone(),
        }
    }

    /// Its temper.
    pub(super) fn temper(&self) -> Temper {
        self.temper
    }

    /// What it could put to others now, asking for much or for little, and what it has not put or been refused.
    pub(super) fn proposals(&mut self, game: &Game, view: &View) -> Vec<Command> {
        if !self.may_offer(game, view) {
            return Vec::new();
        }
        let belief = self.belief(game, view);
        let here = |way: &Way| way.signable && (!way.cable || way.parties.len() == 2);
        let ways: Vec<Way> = ways(game, &view.position, view.seat).filter(here).collect();
        let mut commands = Vec::new();
        for parties in ways.iter().map(|way| way.parties) {
            let Some(aim) = self.aim(game, view, parties) else { continue };
            let at = self.search(game, view, parties);
            let search = &mut self.searches[at];
            let known: Vec<&Package> = refused(view, parties, aim.last).chain(put(view, parties)).collect();
            let (no_deal, range) = (search.no_deal(), aim.ideal - search.no_deal());
            let mut wishes: Vec<Wish> = search.greedy(aim.least, &belief, aim.time).into_iter().collect();
            let levels = LEVELS.map(|level| no_deal + range * level / 1000);
            wishes.extend(levels.into_iter().filter_map(|target| search.best(target, &belief, &[])));
            for wish in wishes.into_iter().filter(|wish| !known.contains(&&wish.package)) {
                let command = self.propose(game, view, parties, wish.package, None);
                if !commands.contains(&command) {
                    commands.push(command);
                }
            }
        }
        commands
    }

    fn read_log(&mut self, game: &Game, view: &View) {
        for event in &view.log[self.read.min(view.log.len())..] {
            let (by, reason) = match event {
                Event::Declined { by, reason: Some(reason), .. } => (*by, *reason),
                Event::Spoke { by, statement: Statement::NothingWorks(_, reason) } => (*by, *reason),
                Event::Spoke { by, statement: Statement::Refuses(issue, option) } => {
                    (*by, Reason::RedLine(*issue, *option))
                }
                _ => continue,
            };
            let Reason::RedLine(issue, option) = reason else { continue };
            if by != view.seat && !self.taboos.contains(&(by, issue, option)) {
                self.taboos.push((by, issue, option));
                self.searches.clear();
            }
        }
        self.read = view.log.len();
        if view.position.round != self.round {
            self.round = view.position.round;
            if !timeless(game) {
                self.searches.clear();
            }
        }
        // A pact signed this round reserves issues, so what was searched no longer holds.
        self.searches.retain(|search| search.holds(&view.position));
        if self.told.is_none() && self.temper.models() {
            self.memory.belief(game, view);
        }
    }

    /// Whether it plays the game out before it moves.
    pub(super) fn searches(&self) -> bool {
        self.temper.searches()
    }

    /// What it believes now.
    pub(super) fn belief(&mut self, game: &Game, view: &View) -> Belief {
        match (&self.told, self.temper.models()) {
            (Some(told), _) => told.clone(),
            (None, true) => self.memory.belief(game, view).clone(),
            (None, false) => Belief::prior(game, &view.position, view.seat),
        }
    }

    /// What it believed when the round began: what it asks for does not hang on the offers of the round.
    fn dawn(&mut self, game: &Game, view: &View) -> Belief {
        match (&self.told, self.memory.at_dawn()) {
            (None, Some(dawn)) if self.temper.models() => dawn.clone(),
            _ => self.belief(game, view),
        }
    }

    /// The standpoint from which it weighs: its own mandate, and standing as it feels it.
    fn standpoint<'a>(&self, game: &'a Game, view: &'a View) -> Standpoint<'a> {
        let mut standpoint = view.standpoint(game);
        if let (Some(standing), true) = (game.level.standing, self.temper.hunger != 0) {
            let percent = &mut standpoint.percent[view.seat][standing.index()];
            *percent += *percent * self.temper.hunger / 100;
        }
        standpoint
    }

    /// A proposal as it weighs it.
    fn weigh(&self, game: &Game, view: &View, proposal: &Proposal) -> Appraisal {
        appraise(&self.standpoint(game, view), view.seat, proposal)
    }

    /// The packages open with some parties, compiled once a round.
    fn search(&mut self, game: &Game, view: &View, parties: PartySet) -> usize {
        match self.searches.iter().position(|s| s.parties() == parties) {
            Some(at) => at,
            None => {
                let own = self.standpoint(game, view);
                self.searches.push(Options::new(game, view, &own, parties, &self.taboos, self.temper.blind));
                self.searches.len() - 1
            }
        }
    }

    fn aim(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<Aim> {
        let (now, next) = time_with(game, view.position.round, parties);
        let warmth = self.warmth(game, view, parties) * self.temper.warmth / 100;
        let at = self.search(game, view, parties);
        let no_deal = self.searches[at].no_deal();
        let ideal = self.searches[at].ideal()?;
        let range = ideal - no_deal;
        let steepness = match self.temper.models() {
            true => over_stops(self.temper.steepness, game, parties),
            false => self.temper.steepness,
        };
        let stays = |time: i64| no_deal + range * (1000 - curve(time, steepness)) / 1000;
        let (mut target, later) = (stays(now), stays(next));
        if now < 1000 {
            match self.temper.recipe {
                Recipe::Reciprocity => target = target.max(ideal - range / 5 - self.given(game, view, parties)),
                Recipe::Fair => {
                    let dawn = self.dawn(game, view);
                    let fair = self.searches[at].best(no_deal, &dawn, &[]).map_or(target, |wish| wish.own);
                    target = target.min(fair);
                }
                Recipe::Ranks => target = self.ranked(game, view, parties),
                Recipe::Curve | Recipe::Search => {}
            }
        }
        // What the partners give within a round is answered in kind, up to what time would bring anyway.
        let warmed = (target - warmth.max(0)).max(later.min(target));
        let insults = if self.temper.pride > 0 { insults(view, parties) } else { 0 };
        let least = no_deal + range * (self.temper.floor + self.temper.pride * insults).min(600) / 1000;
        let last = last_stop(game, view, parties);
        Some(Aim { ideal, least, target: warmed.max(least), last, time: now })
    }

    /// The score that it has gone down to in its own ranking: a step for each proposal that all have made.
    fn ranked(&mut self, game: &Game, view: &View, parties: PartySet) -> Points {
        let different = |by: PartyId| {
            let mut put: Vec<&Package> = Vec::new();
            for event in &view.log {
                if let Event::Offered(offer) = event
                    && offer.from == by
                    && offer.proposal.parties == parties
                    && !put.contains(&&offer.proposal.package)
                {
                    put.push(&offer.proposal.package);
                }
            }
            put.len()
        };
        let made = parties.iter().map(different).min().unwrap_or(0);
        let at = self.search(game, view, parties);
        // The ranking is used up when nine tenths of the proposals that there is time for are made.
        let proposals = usize::from(game.level.last_round().0) * usize::from(game.rules.offers);
        let steps = self.searches[at].count() * 10 / (proposals * 9).max(1) + 1;
        self.searches[at].ranked(steps * made)
    }

    /// How much better for this seat the partners' offers have become in the rounds before this one.
    fn given(&self, game: &Game, view: &View, parties: PartySet) -> Points {
        let standpoint = self.standpoint(game, view);
        let before = view.log.iter().filter_map(|event| match event {
            Event::Offered(offer)
                if offer.from != view.seat
                    && offer.proposal.parties == parties
                    && offer.made < view.position.round =>
            {
                Some(appraise(&standpoint, view.seat, &offer.proposal).total)
            }
            _ => None,
        });
        let totals: Vec<Points> = before.collect();
        let best = totals.iter().copied().max().unwrap_or(0);
        best - totals.first().copied().unwrap_or(best)
    }

    /// How much the partners' offers of this round have improved for this seat.
    fn warmth(&mut self, game: &Game, view: &View, parties: PartySet) -> Points {
        let theirs: Vec<&Offer> = view
            .position
            .offers
            .iter()
            .filter(|o| o.proposal.parties == parties && o.from != view.seat && o.made == view.position.round)
            .collect();
        if theirs.len() < 2 {
            return 0;
        }
        let standpoint = self.standpoint(game, view);
        let mut totals = theirs.iter().map(|o| appraise(&standpoint, view.seat, &o.proposal).total);
        let first = totals.next().unwrap_or(0);
        totals.max().map_or(0, |best| best - first)
    }

    /// The best offer on the table that it would sign now, if there is one, and what it weighs.
    fn acceptable(&mut self, game: &Game, view: &View) -> Option<(Points, Offer)> {
        let mut best: Option<(Points, Offer)> = None;
        let answerable: Vec<Offer> = answerable(&view.position, view.seat).cloned().collect();
        for offer in answerable {
            if check(game, &view.position, view.seat, &Command::Accept(offer.id)).is_err() {
                continue;
            }
            let appraisal = appraise(&view.standpoint(game), view.seat, &offer.proposal);
            let Some(aim) = self.aim(game, view, offer.proposal.parties) else { continue };
            let total = self.weigh(game, view, &offer.proposal).total;
            let enough = if aim.time >= 1000 { aim.least } else { aim.target };
            let enough = enough.min(self.own_next(game, view, &offer, &aim));
            let gains = appraisal.gain() > 0 && total >= enough;
            if gains && appraisal.works(SIGNS_AT) && best.as_ref().is_none_or(|(most, _)| total > *most) {
                best = Some((total, offer));
            }
        }
        best
    }

    /// What it would ask for next itself, and what it has asked for this round, an even split of the credit included, which does
    /// not always divide: whoever offers that much is not refused.
    fn own_next(&mut self, game: &Game, view: &View, offer: &Offer, aim: &Aim) -> Points {
        let parties = offer.proposal.parties;
        let asked: Vec<Package> = put(view, parties).cloned().collect();
        let plain = |package: Package| {
            self.weigh(game, view, &Proposal::plain(&game.level, parties, package)).total
        };
        let asked = asked.into_iter().map(plain).min().unwrap_or(Points::MAX);
        let Some(wish) = self.dream(game, view, parties, aim, &[]) else { return aim.target.min(asked) };
        let plain = Proposal::plain(&game.level, parties, wish.package);
        self.weigh(game, view, &plain).total.min(wish.own).min(asked)
    }

    /// The package to ask for, but for what has been refused already.
    fn dream(
        &mut self,
        game: &Game,
        view: &View,
        parties: PartySet,
        aim: &Aim,
        skip: &[u64],
    ) -> Option<Wish> {
        let belief = self.belief(game, view);
        let at = self.search(game, view, parties);
        match self.temper.models() {
            true => self.searches[at].best(aim.target, &belief, skip),
            false => self.searches[at].nearest(aim.target, skip),
        }
    }

    /// A package to put to some parties, that they have not refused while nothing has changed since.
    fn wish(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<Wish> {
        let aim = self.aim(game, view, parties)?;
        if aim.ideal <= aim.least {
            return None;
        }
        let at = self.search(game, view, parties);
        let refused: Vec<u64> = refused(view, parties, aim.last)
            .chain(put(view, parties))
            .map(|package| self.searches[at].place(package))
            .collect();
        if let Some(greedy) = self.greedy(game, view, parties, &aim) {
            return Some(greedy);
        }
        self.dream(game, view, parties, &aim, &refused)
    }

    /// At the last stop with these partners: the package that promises most, once.
    fn greedy(&mut self, game: &Game, view: &View, parties: PartySet, aim: &Aim) -> Option<Wish> {
        if !aim.last || !self.temper.ends_well() || put(view, parties).next().is_some() {
            return None;
        }
        let belief = self.belief(game, view);
        let at = self.search(game, view, parties);
        self.searches[at].greedy(aim.least, &belief, aim.time)
    }

    fn answer(&mut self, game: &Game, view: &View) -> Option<Command> {
        if let Some((total, offer)) = self.acceptable(game, view) {
            let parties = offer.proposal.parties;
            let aim = self.aim(game, view, parties)?;
            if self.may_put(game, view, parties)
                && let Some(wish) = self.greedy(game, view, parties, &aim)
                && wish.own > total
            {
                // What is on the table stays there: it can still be taken if this is refused.
                return Some(self.propose(game, view, parties, wish.package, None));
            }
            return Some(Command::Accept(offer.id));
        }
        let offer = answerable(&view.position, view.seat).next()?.clone();
        let (id, parties) = (offer.id, offer.proposal.parties);
        let wish = self.wish(game, view, parties).filter(|_| self.may_put(game, view, parties));
        if let Some(package) = wish.map(|wish| wish.package) {
            return Some(self.propose(game, view, parties, package, Some(id)));
        }
        let aim = self.aim(game, view, parties);
        let wish = aim.and_then(|aim| self.dream(game, view, parties, &aim, &[]));
        let reason = self.reason(game, view, &offer.proposal, wish.as_ref());
        Some(Command::Decline { offer: id, reason: Some(reason) })
    }

    /// Whether it may put a package to these parties that could be signed now.
    fn may_put(&self, game: &Game, view: &View, parties: PartySet) -> bool {
        self.may_offer(game, view)
            && ways(game, &view.position, view.seat).any(|w| w.parties == parties && w.signable)
    }

    fn may_offer(&self, game: &Game, view: &View) -> bool {
        view.position.offered[view.seat] < game.rules.offers
    }

    fn propose(
        &self,
        game: &Game,
        view: &View,
        parties: PartySet,
        package: Package,
        answers: Option<OfferId>,
    ) -> Command {
        let package = guard::guarded(game, view, parties, package, GUARD * game.level.per_point() / 100);
        Command::Propose { proposal: Proposal::plain(&game.level, parties, package), answers }
    }

    /// Why it refuses a proposal.
    fn reason(&self, game: &Game, view: &View, proposal: &Proposal, wish: Option<&Wish>) -> Reason {
        let standpoint = view.standpoint(game);
        let appraisal = appraise(&standpoint, view.seat, proposal);
        for blocker in &appraisal.blockers {
            if let Refusal::RedLine(issue, option) = blocker.what {
                return Reason::RedLine(issue, option);
            }
        }
        if appraisal.gain() <= 0 {
            return Reason::WorseThanNoDeal;
        }
        match appraisal.ratification {
            Some(forecast) if !forecast.reaches(SIGNS_AT) => {
                Reason::Chamber { chances: forecast.chances(), pivotal: forecast.pivotal }
            }
            _ => Reason::TooLittle { ask: wish.and_then(|wish| self.ask(game, view, proposal, wish)) },
        }
    }

    /// The one term of its own wish that would help a proposal most.
    fn ask(&self, game: &Game, view: &View, proposal: &Proposal, wish: &Wish) -> Option<(IssueId, OptionId)> {
        let standpoint = view.standpoint(game);
        let now = appraise(&standpoint, view.seat, proposal).total;
        wish.package
            .terms()
            .filter(|(issue, option)| proposal.package.option(*issue) != Some(*option))
            .map(|(issue, option)| {
                let mut changed = proposal.clone();
                changed.package.set(issue, option);
                (appraise(&standpoint, view.seat, &changed).total - now, (issue, option))
            })
            .filter(|(worth, _)| *worth > 0)
            .max_by_key(|(worth, _)| *worth)
            .map(|(_, term)| term)
    }

    /// An offer of its own, once a round for each set of partners.
    fn offer(&mut self, game: &Game, view: &View) -> Option<Command> {
        let mut wishes: Vec<(Points, Wish, PartySet)> = Vec::new();
        // Cables to several parties at once are left to those who have time for them.
        if !self.may_offer(game, view) {
            return None;
        }
        let here = |way: &Way| way.signable && (!way.cable || way.parties.len() == 2);
        for Way { parties, .. } in ways(game, &view.position, view.seat).filter(here) {
            let waiting = view.position.offers.iter().any(|o| {
                o.from == view.seat && o.proposal.parties == parties && o.status == OfferStatus::Open
            });
            // It does not reopen what it has signed; whoever wants to may ask.
            let settled = open_issues(game, &view.position, parties)
                .iter()
                .all(|i| view.position.held_by(*i).is_some());
            let (now, _) = time_with(game, view.position.round, parties);
            let waits = now < 1000 && now <= self.temper.patience;
            let again = self.temper.ends_well() && last_stop(game, view, parties);
            if waiting || settled || waits || (put(view, parties).next().is_some() && !again) {
                continue;
            }
            match self.wish(game, view, parties) {
                Some(wish) => wishes.push((wish.own, wish, parties)),
                None => {
                    if let Some(command) = self.say_nothing_works(game, view, parties) {
                        return Some(command);
                    }
                }
            }
        }
        let (_, wish, parties) = wishes.into_iter().max_by_key(|(own, _, _)| *own)?;
        Some(self.propose(game, view, parties, wish.package, None))
    }

    fn say_nothing_works(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<Command> {
        let with = parties.without(view.seat);
        let other = with.iter().next()?;
        if view.position.spoken[view.seat] >= game.rules.speeches || with.len() > 1 || told(view, other) {
            return None;
        }
        let at = self.search(game, view, parties);
        let reason = self.searches[at].why_nothing(game, view);
        Some(Command::Speak(Statement::NothingWorks(other, reason)))
    }
}

/// Whether no later stop brings these parties together.
fn last_stop(game: &Game, view: &View, parties: PartySet) -> bool {
    let mut later = view.position.round.0 + 1..=game.level.last_round().0;
    !later.any(|round| game.seating(Round(round), parties).is_some())
}

/// Whether nothing but pacts ever changes what a package is worth.
fn timeless(game: &Game) -> bool {
    let on = &game.rules.on;
    let still = |issue: &crate::rules::level::Issue| {
        issue.schedule.is_empty() && issue.options.iter().all(|option| option.per_round.is_empty())
    };
    let quiet = !(on.calendar || on.chambers || on.measures || on.minerals || on.events || on.promises);
    quiet && !(on.threats || on.projects) && game.level.issues.iter().all(still)
}

/// Packages that the seat has put to some parties this round.
fn put(view: &View, parties: PartySet) -> impl Iterator<Item = &Package> {
    let at = &view.position;
    let own = move |o: &&Offer| o.from == view.seat && o.made == at.round && o.proposal.parties == parties;
    at.offers.iter().filter(own).map(|offer| &offer.proposal.package)
}

/// Whether the seat has told a partner this round that nothing works.
fn told(view: &View, other: PartyId) -> bool {
    let round = view.log.iter().rev().take_while(|event| !matches!(event, Event::RoundBegan(_)));
    let nothing = |event: &Event| {
        matches!(event, Event::Spoke { by, statement: Statement::NothingWorks(party, _) }
            if *by == view.seat && *party == other)
    };
    round.into_iter().any(nothing)
}

/// Packages that the seat has put to some parties and that were refused, as long as nothing has changed since: no pact
/// has been signed. At the last stop all may be asked again.
fn refused(view: &View, parties: PartySet, last: bool) -> impl Iterator<Item = &Package> {
    let since = view.log.iter().rposition(|event| matches!(event, Event::Signed(_))).unwrap_or(0);
    let log = view.log[since..].iter().enumerate();
    let own = log.filter_map(move |(at, event)| match event {
        Event::Offered(offer) if offer.from == view.seat && offer.proposal.parties == parties => {
            Some((since + at, offer))
        }
        _ => None,
    });
    let declined = move |(at, offer): &(usize, &Offer)| {
        let after = view.log[*at..].iter();
        after.into_iter().any(|event| matches!(event, Event::Declined { offer: id, .. } if *id == offer.id))
    };
    own.filter(move |_| !last).filter(declined).map(|(_, offer)| &offer.proposal.package)
}

/// How often the seat's partners have offered it less than it has without them, before this round.
fn insults(view: &View, parties: PartySet) -> i64 {
    let began = view.log.iter().rposition(|event| matches!(event, Event::RoundBegan(_))).unwrap_or(0);
    let offers = view.log[..began].iter().filter_map(|event| match event {
        Event::Declined { offer, by, reason: Some(Reason::WorseThanNoDeal) } if *by == view.seat => Some(offer),
        _ => None,
    });
    let from = |id: &&OfferId| {
        view.log[..began].iter().any(|event| {
            matches!(event, Event::Offered(offer) if offer.id == **id && offer.proposal.parties == parties)
        })
    };
    i64::try_from(offers.filter(from).count()).unwrap_or(0)
}

impl Opponent for Negotiator {
    fn act(&mut self, game: &Game, view: &View) -> Command {
        self.read_log(game, view);
        if view.position.phase == Phase::Measures {
            return Command::Act(measures::pick(game, view, &self.temper.in_units(game)));
        }
        if view.position.asked.is_some() {
            return Command::Answer(answers::answer(game, view, &self.temper.in_units(game)));
        }
        if let Some(statement) = speech::statement(game, view, &self.temper) {
            return Command::Speak(statement);
        }
        self.answer(game, view).or_else(|| self.offer(game, view)).unwrap_or(Command::Pass)
    }

    fn forget(&mut self) {
        let told = self.told.take();
        *self = Self { told, ..Self::with(self.temper) };
    }
}
