//! What can be looked at: brief, table, offers, draft and log.

use super::seat::Seat;
use crate::cli::bound;
use crate::cli::out::{CliError, Out};
use crate::rules::command::Command;
use crate::rules::event::{Event, OfferStatus, PactStatus};
use crate::rules::ids::{IssueId, OfferId, OptionId, ResourceId, Round};
use crate::rules::legal::check;
use crate::rules::package::{Package, Proposal};
use crate::view::View;
use crate::words::points;
use crate::words::tell::Story;

impl Seat<'_> {
    /// The draft as a proposal.
    pub(super) fn proposal(&self) -> Proposal {
        self.draft.proposal(self.game(), &self.view().position, self.seat)
    }

    /// Who the player is, what the level is about, and what the party wants.
    pub(super) fn show_brief(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let game = self.game();
        let party = &game.level.parties[self.seat];
        out.gap()?;
        out.line(self.text(
            "cli-brief-you",
            &[("party", party.name.as_str().into()), ("office", party.office.as_str().into())],
        ))?;
        out.line(&game.level.about)?;
        out.gap()?;
        out.line(&party.brief)?;
        out.gap()?;
        self.say(out, "cli-brief-aims")?;
        out.lines(party.aims.iter().cloned())?;
        if let Some(mandate) = self.view().position.mandates[self.seat] {
            let archetype = game.level.archetype(self.seat, mandate);
            if !archetype.name.is_empty() {
                out.line(self.text(
                    "cli-brief-mandate",
                    &[
                        ("mandate", archetype.name.as_str().into()),
                        ("about", archetype.about.as_str().into()),
                    ],
                ))?;
            }
            for (interest, percent) in game.level.interests.iter().zip(&archetype.percent) {
                out.line(self.text(
                    "cli-brief-weight",
                    &[
                        ("interest", interest.name.as_str().into()),
                        ("percent", (percent * 100 / game.level.percent.max(1)).into()),
                    ],
                ))?;
            }
            for line in &archetype.red_lines {
                let terms = line.options.iter().map(|option| self.teller().term(line.issue, *option));
                let terms = self.teller().one_of(terms.collect());
                out.line(self.text(
                    "cli-brief-red-line",
                    &[("terms", terms.into()), ("why", line.why.as_str().into())],
                ))?;
            }
        }
        out.lines(bound::lines(self.words, &game.level, Some(&game.rules.on)))?;
        self.say(out, "cli-brief-help")
    }

    /// What a stop is, and who sits together there.
    pub(super) fn show_stop(&self, out: &mut Out<'_>, round: Round) -> Result<(), CliError> {
        let game = self.game();
        let Some(stop) = game.level.rounds.get(round.index()) else { return Ok(()) };
        if !stop.about.is_empty() {
            out.line(&stop.about)?;
        }
        if !game.rules.on.calendar {
            return Ok(());
        }
        if stop.tables.is_empty() {
            return self.say(out, "cli-tables-none");
        }
        for table in &stop.tables {
            let parties = self.teller().parties(table.parties);
            out.line(self.text("cli-tables", &[("parties", parties.into())]))?;
        }
        Ok(())
    }

    /// The news of this round again.
    pub(super) fn show_news(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let mut story = Story::new(self.game(), Some(self.seat));
        let mut news = Vec::new();
        let mut during = false;
        for event in &self.view().log {
            let text = story.tell(self.words, self.game(), event);
            match event {
                Event::RoundBegan(_) => {
                    during = true;
                    news = vec![text];
                }
                Event::TalksBegan => during = false,
                _ if during => news.push(text),
                _ => {}
            }
        }
        out.lines(news)
    }

    /// Everything that the seat has seen.
    pub(super) fn show_log(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let mut story = Story::new(self.game(), Some(self.seat));
        let mut then = View::new(self.game(), self.seat);
        for event in &self.view().log {
            out.line(story.tell(self.words, self.game(), event))?;
            then.fold(self.game(), event);
            out.lines(self.behind(&then, event, &story.teller(self.words, self.game())))?;
        }
        Ok(())
    }

    /// What is in force, what is announced, and how everyone stands.
    pub(super) fn show_table(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (game, at, teller) = (self.game(), &self.view().position, self.teller());
        out.line(teller.round(at.round))?;
        self.say(out, "cli-table-in-force")?;
        for issue in game.issue_ids() {
            let term = teller.term(issue, at.option(issue));
            match at.held_by(issue) {
                Some(pact) => {
                    let told = ("pact", teller.pact(pact.id).into());
                    let empty = Package::empty();
                    let package = pact.package.as_ref().unwrap_or(&empty);
                    let (key, term) = match at.pending[issue.index()] {
                        Some(option) => ("cli-table-waits", teller.clausal_term(package, issue, option)),
                        None => ("cli-table-held", teller.clausal_term(package, issue, at.option(issue))),
                    };
                    let now = ("now", teller.option(issue, at.option(issue)).into());
                    out.line(self.text(key, &[("term", term.into()), told, now]))?;
                }
                None => out.line(term)?,
            }
            if at.scheduled(game, issue) {
                let ahead = game.level.issue(issue).schedule.iter().filter(|change| change.round > at.round);
                for change in ahead {
                    let option = teller.option(issue, change.option);
                    let round = ("round", change.round.0.into());
                    out.line(self.text("cli-table-scheduled", &[round, ("option", option.into())]))?;
                }
            }
        }
        for pact in &at.pacts {
            let key = match pact.status {
                PactStatus::Signed => "cli-table-pact-signed",
                PactStatus::Stands => "cli-table-pact-stands",
                PactStatus::Void => "cli-table-pact-void",
                PactStatus::Ended => "cli-table-pact-ended",
            };
            out.line(self.text(key, &[("pact", teller.pact(pact.id).into())]))?;
        }
        self.show_bound(out)?;
        self.show_standing(out)?;
        for (index, stock) in at.stocks.iter().enumerate().filter(|_| game.rules.on.minerals) {
            let resource = teller.resource(ResourceId::from_index(index));
            let left = points(stock.left);
            out.line(self.text("cli-table-stock", &[("resource", resource.into()), ("left", left.into())]))?;
        }
        let alone = self.view().standpoint(game).no_deal()[self.seat.index()];
        out.line(self.text("cli-table-score", &[("points", teller.points(alone).into())]))
    }

    /// Whether there is anything to spend political capital on.
    pub(super) fn spends(&self) -> bool {
        self.game().rules.on.measures || self.game().rules.on.calendar
    }

    fn show_standing(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (game, at, teller) = (self.game(), &self.view().position, self.teller());
        for party in game.level.everyone().iter() {
            let name = ("party", teller.party(party).into());
            if self.spends() {
                out.line(
                    self.text("cli-table-capital", &[name.clone(), ("capital", at.capital[party].into())]),
                )?;
            }
            if game.rules.on.events {
                let support = points(at.support[party]);
                out.line(self.text("cli-table-support", &[name.clone(), ("support", support.into())]))?;
            }
            if game.rules.on.chambers {
                for towards in game.level.everyone().without(party).iter() {
                    let towards_name = teller.party(towards);
                    let trust = at.trust[party][towards];
                    out.line(self.text(
                        "cli-table-trust",
                        &[name.clone(), ("towards", towards_name.into()), ("trust", trust.into())],
                    ))?;
                }
            }
        }
        Ok(())
    }

    // ---- offers ----

    /// Offers that the seat may answer or could answer later.
    pub(super) fn open_offers(&self) -> Vec<OfferId> {
        let at = &self.view().position;
        at.offers
            .iter()
            .filter(|offer| {
                offer.status == OfferStatus::Open
                    && offer.proposal.parties.has(self.seat)
                    && !offer.agreed.has(self.seat)
            })
            .map(|offer| offer.id)
            .collect()
    }

    /// Every open offer, the seat's own as well.
    pub(super) fn show_offers(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let own = self.view().legal(self.game()).withdraw;
        let open = self.open_offers();
        if own.is_empty() && open.is_empty() {
            return self.say(out, "cli-offers-none");
        }
        for offer in own {
            let package = self.view().position.offer(offer).map(|offer| offer.proposal.package.clone());
            let terms = self.teller().package(&package.unwrap_or_default());
            let offer = ("offer", self.teller().offer(offer).into());
            out.line(self.text("cli-offers-own", &[offer, ("terms", terms.into())]))?;
        }
        for offer in open {
            self.show_offer(out, offer)?;
        }
        Ok(())
    }

    /// Which offers are open, by number alone.
    pub(super) fn show_offer_numbers(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let open: Vec<String> =
            self.open_offers().into_iter().map(|offer| self.teller().offer(offer)).collect();
        if open.is_empty() {
            return self.say(out, "cli-offers-none");
        }
        out.line(self.text("cli-offers-open", &[("offers", self.teller().all_of(open).into())]))
    }

    /// An offer that was received: its terms, what it is worth to the seat, line by line, and to the others.
    pub(super) fn show_offer(&self, out: &mut Out<'_>, id: OfferId) -> Result<(), CliError> {
        let Some(offer) = self.view().position.offer(id) else { return Ok(()) };
        let teller = self.teller();
        out.line(self.text(
            "cli-offer",
            &[("offer", teller.offer(id).into()), ("from", teller.party(offer.from).into())],
        ))?;
        out.lines(self.countered(self.view(), offer, &teller))?;
        self.show_proposal(out, &offer.proposal)?;
        self.show_appraisal(out, &offer.proposal, None)?;
        self.show_estimates(out, &offer.proposal)?;
        if !self.view().legal(self.game()).accept.contains(&id) {
            let command = Command::Accept(id);
            let refused = check(self.game(), &self.view().position, self.seat, &command);
            if let Err(refusal) = refused {
                out.line(teller.refusal(refusal))?;
            }
        }
        Ok(())
    }

    /// Parties, terms and communiqué, a line each.
    pub(super) fn show_proposal(&self, out: &mut Out<'_>, proposal: &Proposal) -> Result<(), CliError> {
        let teller = self.teller();
        let parties = teller.parties(proposal.parties);
        out.line(self.text("cli-proposal-parties", &[("parties", parties.into())]))?;
        for (issue, option) in proposal.package.terms() {
            out.line(teller.clausal_change(&proposal.package, issue, option))?;
        }
        match teller.communique(&proposal.communique) {
            Some(text) => out.line(text),
            None => Ok(()),
        }
    }

    // ---- lists ----

    pub(super) fn list_issues(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        self.say(out, "cli-issues")?;
        for issue in self.game().issue_ids() {
            let issue = self.game().level.issue(issue);
            let id = ("id", issue.id.as_str().into());
            out.line(self.text("cli-named", &[id, ("name", issue.name.as_str().into())]))?;
        }
        Ok(())
    }

    pub(super) fn list_options(&self, out: &mut Out<'_>, issue: IssueId) -> Result<(), CliError> {
        let name = self.teller().issue(issue);
        out.line(self.text("cli-options", &[("issue", name.into())]))?;
        for (at, option) in self.game().level.issue(issue).options.iter().enumerate() {
            let now = self.view().position.option(issue) == OptionId::from_index(at);
            let key = if now { "cli-named-now" } else { "cli-named" };
            let id = ("id", option.id.as_str().into());
            out.line(self.text(key, &[id, ("name", option.name.as_str().into())]))?;
        }
        Ok(())
    }
}
