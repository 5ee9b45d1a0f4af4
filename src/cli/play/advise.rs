//! Advice: what rules pick of the packages that could be put, and what would improve the draft.

use super::draft::Draft;
use super::seat::Seat;
use super::{names_of, unclear_text};
use crate::analysis::{Advice, Kind, Pick, Silence, Step, Suggestion, advice};
use crate::cli::names::find_all;
use crate::cli::out::{CliError, Out};
use crate::opponents::Belief;
use crate::opponents::negotiator::SIGNS_AT;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::legal::ways;
use crate::rules::rulebook::Knowledge;

impl Seat<'_> {
    /// `advise`, `advise PARTY…` or, once something was advised, `advise NUMBER`.
    pub(super) fn advise(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        if self.game().knowledge == Knowledge::Sealed {
            return self.say(out, "advice-sealed");
        }
        if let [number] = *words
            && number.chars().all(|c| c.is_ascii_digit())
        {
            return self.take_advice(out, number);
        }
        let sets = match *words {
            [] => self.advised_sets(),
            ["all"] => vec![self.game().level.everyone()],
            _ => match find_all(words, &names_of(&self.game().level)) {
                Ok(places) => {
                    let parties: PartySet = places.into_iter().map(PartyId::from_index).collect();
                    vec![parties.with(self.seat)]
                }
                Err((word, unclear)) => return out.line(unclear_text(self.words, &word, &unclear)),
            },
        };
        self.advised.clear();
        if sets.is_empty() {
            return self.say(out, "advice-closed-all");
        }
        for parties in sets {
            self.show_advice(out, parties)?;
        }
        if self.advised.is_empty() { Ok(()) } else { self.say(out, "advice-how") }
    }

    /// Whom advice is about if nobody is named: those of the draft, else everyone to whom an offer can go.
    fn advised_sets(&self) -> Vec<PartySet> {
        let (game, at) = (self.game(), &self.view().position);
        if !self.draft.package.is_empty() || self.draft.with.is_some() {
            return vec![self.draft.parties(game, at, self.seat)];
        }
        ways(game, at, self.seat).map(|way| way.parties).collect()
    }

    fn take_advice(&mut self, out: &mut Out<'_>, number: &str) -> Result<(), CliError> {
        let found = number.parse::<usize>().ok().and_then(|n| self.advised.get(n.checked_sub(1)?));
        match found {
            Some(proposal) => {
                self.draft = Draft::of(proposal);
                self.show_draft(out)
            }
            None if self.advised.is_empty() => self.say(out, "advice-unlisted"),
            None => out.line(self.text("advice-range", &[("count", self.advised.len().into())])),
        }
    }

    fn show_advice(&mut self, out: &mut Out<'_>, parties: PartySet) -> Result<(), CliError> {
        let found = advice(
            &self.view().standpoint(self.game()),
            self.seat,
            parties,
            &self.view().refused(),
            SIGNS_AT,
        );
        let with = || ("parties", self.teller().parties(parties.without(self.seat)).into());
        let found = match found {
            Ok(found) => found,
            Err(Silence::Sealed) => return self.say(out, "advice-sealed"),
            Err(Silence::Closed) => return out.line(self.text("advice-closed", &[with()])),
        };
        out.line(self.text("advice-with", &[with()]))?;
        self.show_basis(out, &found)?;
        for pick in &found.picks {
            self.show_pick(out, &found, pick)?;
        }
        if found.picks.is_empty() {
            self.say(out, "advice-nothing")?;
        }
        let draft = self.proposal();
        if draft.package.is_empty() || draft.parties != parties {
            return Ok(());
        }
        let suggestions = found.suggestions(&self.view().standpoint(self.game()), &draft);
        self.say(out, if suggestions.is_empty() { "advice-changes-none" } else { "advice-changes" })?;
        for suggestion in suggestions {
            let text = self.suggestion(&suggestion);
            self.advised.push(suggestion.proposal);
            out.line(text)?;
        }
        Ok(())
    }

    /// What the figures are, and among what was picked.
    fn show_basis(&self, out: &mut Out<'_>, found: &Advice) -> Result<(), CliError> {
        let open = self.game().knowledge == Knowledge::Transparent || !self.game().rules.on.mandates;
        self.say(out, if open { "advice-known" } else { "advice-estimates" })?;
        if !found.picks.is_empty() {
            self.say(
                out,
                match (found.passes, self.game().rules.on.chambers) {
                    (false, _) => "advice-refused",
                    (true, true) => "advice-passing",
                    (true, false) => "advice-plain",
                },
            )?;
        }
        out.lines(self.teller().left_out(&found.left_out))?;
        if found.exact { Ok(()) } else { self.say(out, "advice-searched") }
    }

    fn show_pick(&mut self, out: &mut Out<'_>, found: &Advice, pick: &Pick) -> Result<(), CliError> {
        let teller = self.teller();
        let rules = pick.rules.iter().map(|rule| teller.advising_rule(*rule, found.nash));
        let (names, notes): (Vec<String>, Vec<String>) = rules.unzip();
        out.line(self.text(
            "advice-pick",
            &[
                ("number", (self.advised.len() + 1).into()),
                ("rules", teller.all_of(names.clone()).into()),
                ("terms", teller.package(&pick.proposal.package).into()),
            ],
        ))?;
        out.lines(names.iter().zip(&notes).map(|(name, note)| teller.advising_note(name, note)))?;
        let belief = Belief::of(self.game(), self.view());
        for (party, gain) in &pick.gains {
            let known = *party == self.seat;
            let band = belief.estimate(self.game(), self.view(), *party, &pick.proposal).filter(|_| !known);
            let (low, high) = band.map_or((*gain, *gain), |band| (band.low, band.high));
            out.line(teller.band(*party, low, high))?;
        }
        out.lines(pick.forecasts.iter().map(|forecast| teller.forecast(forecast)))?;
        self.advised.push(pick.proposal.clone());
        Ok(())
    }

    fn suggestion(&self, suggestion: &Suggestion) -> String {
        let teller = self.teller();
        let number = ("number", (self.advised.len() + 1).into());
        let gains = ("gains", self.gains(&suggestion.gains).into());
        let change = |step: &Step| teller.package_change(step.issue, step.option);
        match (suggestion.kind, &suggestion.steps[..]) {
            (Kind::Logroll, [take, give]) => self.text(
                "advice-logroll",
                &[
                    number,
                    ("take", change(take).into()),
                    ("taken", self.gains(&take.gains).into()),
                    ("give", change(give).into()),
                    ("given", self.gains(&give.gains).into()),
                    gains,
                ],
            ),
            (Kind::Linkage(id), [step]) => {
                let linkage = self.game().level.linkages.get(id.index());
                let linkage = linkage.map_or("", |linkage| linkage.name.as_str());
                self.text(
                    "advice-linkage",
                    &[number, ("step", change(step).into()), ("linkage", linkage.into()), gains],
                )
            }
            (_, steps) => {
                let steps = steps.iter().map(change).collect();
                self.text("advice-shared", &[number, ("step", teller.all_of(steps).into()), gains])
            }
        }
    }

    /// What a change brings each: exact for the player, rounded where it is an estimate.
    fn gains(&self, gains: &[(PartyId, Points)]) -> String {
        let (game, at, teller) = (self.game(), &self.view().position, self.teller());
        let known = |party: PartyId| {
            let several = game.level.parties[party].archetypes.len() > 1;
            !game.rules.on.mandates || !several || at.mandates[party].is_some()
        };
        let own = gains.iter().filter(|(party, _)| *party == self.seat);
        let others = gains.iter().filter(|(party, _)| *party != self.seat);
        teller.all_of(
            own.chain(others).map(|(party, gain)| teller.gain(*party, *gain, known(*party))).collect(),
        )
    }
}
