//! The negotiator, for any party of any level: recipe 1 with a belief.
//!
//! It aims high and concedes with time towards its no-deal value. Time is rounds left with that
//! partner, never messages. It offers, of the packages that reach its aim and that the chambers would
//! pass, the one with the largest product of what everyone is believed to gain; it takes what reaches its aim; it says
//! why it refuses; and it signs nothing that its own chamber is likely to refuse.
//!
//! What it has said and put it reads in the log; what it keeps between calls only saves work.

use super::aims::Aim;
use super::aspiration::{Difficulty, Temper, time_with};
use super::belief::{Belief, Memory};
use super::character::Character;
use super::explanation::{Bar, Explanation, Pick, Why};
use super::history::{last_stop, put, refused, timeless, told};
use super::options::{Options, Wish};
use super::{Opponent, answers, guard, measures, speech};
use crate::rules::appraise::{Appraisal, appraise};
use crate::rules::command::{Command, Reason, Statement};
use crate::rules::event::{Offer, OfferStatus, Refused};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OfferId, OptionId, PartySet, Points, Round};
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
    pub(super) temper: Temper,
    /// What it believes of the others, from the log.
    pub(super) memory: Memory,
    /// What it is told to believe; `None` to read the log.
    pub(super) told: Option<Belief>,
    /// How much of the log has been read.
    pub(super) read: usize,
    /// What others have said they may never sign.
    pub(super) taboos: Vec<Refused>,
    pub(super) round: Round,
    pub(super) searches: Vec<Options>,
    /// Why it decided as it did last.
    pub(super) why: Why,
}

impl Negotiator {
    /// An opponent with the temper that a seed gives, at a difficulty.
    #[must_use]
    pub fn new(seed: u64, difficulty: Difficulty, character: Option<&Character>) -> Self {
        Self::with(Temper::drawn(seed, difficulty, character))
    }

    /// One that looks at nothing but its own figures, and concedes with a power of time.
    pub(super) fn blind(steepness: i64) -> Self {
        Self::with(Temper { steepness, ..Temper::drawn(0, Difficulty::Newcomer, None) })
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
            why: Why::Waits,
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
            why: Why::Waits,
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
            let mut wishes: Vec<Wish> =
                search.greedy(aim.least, &belief, aim.time, (&[], 1)).into_iter().collect();
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
            let Some(refused) = event.refused() else { continue };
            if refused.by != view.seat && !self.taboos.contains(&refused) {
                self.taboos.push(refused);
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

    /// What it believes now.
    pub(super) fn belief(&mut self, game: &Game, view: &View) -> Belief {
        match (&self.told, self.temper.models()) {
            (Some(told), _) => told.clone(),
            (None, true) => self.memory.belief(game, view).clone(),
            (None, false) => Belief::prior(game, &view.position, view.seat),
        }
    }

    /// What it believed when the round began: what it asks for does not hang on the offers of the round.
    pub(super) fn dawn(&mut self, game: &Game, view: &View) -> Belief {
        match (&self.told, self.temper.models()) {
            (None, true) => self.memory.dawn(game, view).clone(),
            _ => self.belief(game, view),
        }
    }

    /// The standpoint from which it weighs: its own mandate, and standing as it feels it.
    pub(super) fn standpoint<'a>(&self, game: &'a Game, view: &'a View) -> Standpoint<'a> {
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
    pub(super) fn search(&mut self, game: &Game, view: &View, parties: PartySet) -> usize {
        match self.searches.iter().position(|s| s.parties() == parties) {
            Some(at) => at,
            None => {
                let own = self.standpoint(game, view);
                self.searches.push(Options::new(game, view, &own, parties, &self.taboos, self.temper.blind));
                self.searches.len() - 1
            }
        }
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
            let last = if aim.time >= 1000 { (aim.least, Bar::Least) } else { (aim.target, Bar::Aim) };
            let (enough, bar) = last.min((self.own_next(game, view, &offer, &aim), Bar::OwnNext));
            let gains = appraisal.gain() > 0 && total >= enough;
            if gains && appraisal.works(SIGNS_AT) && best.as_ref().is_none_or(|(most, _)| total > *most) {
                best = Some((total, offer));
                self.why = Why::Enough(enough, bar);
            }
        }
        best
    }

    /// What it would ask for next itself, and what it has asked for this round, an even split of the credit included, which does
    /// not always divide: whoever offers that much is not refused.
    fn own_next(&mut self, game: &Game, view: &View, offer: &Offer, aim: &Aim) -> Points {
        let parties = offer.proposal.parties;
        let asked: Vec<Package> = put(view, parties).cloned().collect();
        let plain =
            |package: Package| self.weigh(game, view, &Proposal::plain(&game.level, parties, package)).total;
        let asked = asked.into_iter().map(plain).min().unwrap_or(Points::MAX);
        // At the last stop with these partners it may ask for less than its aim: that it then takes as well.
        let may_put = self.may_put(game, view, parties);
        let next = if may_put { self.greedy(game, view, parties, aim) } else { None };
        let next = next.or_else(|| self.dream(game, view, parties, aim, &[]));
        let Some(wish) = next else { return aim.target.min(asked) };
        let plain = Proposal::plain(&game.level, parties, wish.package);
        self.weigh(game, view, &plain).total.min(wish.own).min(asked)
    }

    /// What it would have asked for next, had it not been a package.
    pub(super) fn next_wish(&mut self, game: &Game, view: &View, not: &Proposal) -> Option<Package> {
        let aim = self.aim(game, view, not.parties)?;
        let at = self.search(game, view, not.parties);
        let place = self.searches[at].place(&not.package);
        self.dream(game, view, not.parties, &aim, &[place]).map(|wish| wish.package)
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
    fn wish(&mut self, game: &Game, view: &View, parties: PartySet) -> Option<(Wish, Pick)> {
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
            return Some((greedy, Pick::Promise));
        }
        let pick = if self.temper.models() { Pick::Product } else { Pick::Nearest };
        self.dream(game, view, parties, &aim, &refused).map(|wish| (wish, pick))
    }

    /// At the last stop with these partners: the package that promises most. It reckons with what it believed when the round began: what
    /// it takes hangs on it, and an offer that is made better must not be refused for what it tells.
    fn greedy(&mut self, game: &Game, view: &View, parties: PartySet, aim: &Aim) -> Option<Wish> {
        if !self.temper.ends_well() || !aim.last {
            return None;
        }
        let belief = self.dawn(game, view);
        let at = self.search(game, view, parties);
        let refused: Vec<u64> = put(view, parties).map(|package| self.searches[at].place(package)).collect();
        let left = game.rules.offers.saturating_sub(view.position.offered[view.seat]).max(1);
        self.searches[at].greedy(aim.least, &belief, aim.time, (&refused, left))
    }

    fn answer(&mut self, game: &Game, view: &View) -> Option<Command> {
        if let Some((total, offer)) = self.acceptable(game, view) {
            let parties = offer.proposal.parties;
            let aim = self.aim(game, view, parties)?;
            // Once a round: whoever then offers what it has asked for itself is taken at its word.
            if self.may_put(game, view, parties)
                && put(view, parties).next().is_none()
                && let Some(wish) = self.greedy(game, view, parties, &aim)
                && wish.own > total
            {
                // What is on the table stays there: it can still be taken if this is refused.
                self.why = Why::Puts { pick: Pick::PromiseFirst, refuses: None };
                return Some(self.propose(game, view, parties, wish.package, None));
            }
            return Some(Command::Accept(offer.id));
        }
        let offer = answerable(&view.position, view.seat).next()?.clone();
        let (id, parties) = (offer.id, offer.proposal.parties);
        let wish = self.wish(game, view, parties).filter(|_| self.may_put(game, view, parties));
        if let Some((wish, pick)) = wish {
            self.why = Why::Puts { pick, refuses: None };
            return Some(self.propose(game, view, parties, wish.package, Some(id)));
        }
        let aim = self.aim(game, view, parties);
        let wish = aim.and_then(|aim| Some((self.dream(game, view, parties, &aim, &[])?, aim.target)));
        let reason = self.reason(game, view, &offer.proposal, wish.as_ref());
        self.why = Why::Refuses(reason);
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
    pub(super) fn reason(
        &self,
        game: &Game,
        view: &View,
        proposal: &Proposal,
        wish: Option<&(Wish, Points)>,
    ) -> Reason {
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

    /// The one term of its own wish that would help a proposal most: one that makes it enough, if there is one.
    fn ask(
        &self,
        game: &Game,
        view: &View,
        proposal: &Proposal,
        (wish, target): &(Wish, Points),
    ) -> Option<(IssueId, OptionId)> {
        let standpoint = view.standpoint(game);
        let now = appraise(&standpoint, view.seat, proposal).total;
        wish.package
            .terms()
            .filter(|(issue, option)| proposal.package.option(*issue) != Some(*option))
            .map(|(issue, option)| {
                let changed = proposal.changed(issue, Some(option));
                let then = appraise(&standpoint, view.seat, &changed);
                let enough = self.weigh(game, view, &changed).total >= *target
                    && then.gain() > 0
                    && then.works(SIGNS_AT);
                (enough, then.total - now, (issue, option))
            })
            .filter(|(_, worth, _)| *worth > 0)
            .max_by_key(|(enough, worth, _)| (*enough, *worth))
            .map(|(_, _, term)| term)
    }

    /// An offer of its own, once a round for each set of partners.
    fn offer(&mut self, game: &Game, view: &View) -> Option<Command> {
        let mut wishes: Vec<(Wish, Pick, PartySet)> = Vec::new();
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
                Some((wish, pick)) => wishes.push((wish, pick, parties)),
                // What has been refused may still be taken another day: that is no reason to say that nothing works.
                None if self.aim(game, view, parties).is_some_and(|aim| aim.ideal > aim.least) => {}
                None => {
                    if let Some(command) = self.say_nothing_works(game, view, parties) {
                        return Some(command);
                    }
                }
            }
        }
        let (wish, pick, parties) = wishes.into_iter().max_by_key(|(wish, ..)| wish.own)?;
        self.why = Why::Puts { pick, refuses: None };
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
        self.why = Why::Nothing(reason);
        Some(Command::Speak(Statement::NothingWorks(other, reason)))
    }
}

impl Opponent for Negotiator {
    fn act(&mut self, game: &Game, view: &View) -> Command {
        self.read_log(game, view);
        if view.position.phase == Phase::Measures {
            self.why = Why::Alone;
            return Command::Act(measures::pick(game, view, &self.temper.in_units(game)));
        }
        if view.position.asked.is_some() {
            self.why = Why::Answers;
            return Command::Answer(answers::answer(game, view, &self.temper.in_units(game)));
        }
        if let Some(statement) = speech::statement(game, view, &self.temper) {
            self.why = Why::Says;
            return Command::Speak(statement);
        }
        self.why = Why::Waits;
        self.answer(game, view).or_else(|| self.offer(game, view)).unwrap_or(Command::Pass)
    }

    fn explain(&mut self, game: &Game, view: &View) -> Option<Explanation> {
        let command = self.act(game, view);
        Some(self.explained(game, view, command))
    }

    fn forget(&mut self) {
        let told = self.told.take();
        *self = Self { told, ..Self::with(self.temper) };
    }

    fn again(&self) -> Box<dyn Opponent> {
        Box::new(self.clone())
    }
}
