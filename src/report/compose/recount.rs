//! The figures of the article, worked out from the record by another way than the one that wrote it: positions are folded anew and
//! projected as a whole, packages are walked one by one, votes are counted from the blocs. Every sentence with a figure has to be exactly
//! the one that these figures make, and no figure may be left over.

use std::collections::BTreeMap;

use super::document;
use super::tests::{all_replays, plain_front};
use crate::analysis::table;
use crate::debrief::Debrief;
use crate::play::Replay;
use crate::rules::chamber::forecast;
use crate::rules::event::{Event, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, PactId, PartyId, Points};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::Payoff;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;
use crate::words::tell::Teller;
use crate::words::{Arg, Words, percent, points, signed};

struct Recount<'a> {
    words: &'a Words,
    game: &'a Game,
    log: &'a [Event],
    start: Payoff,
    end: Payoff,
    last: Position,
    tell: Teller<'a>,
}

impl Recount<'_> {
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    fn hundredths(&self, value: Points) -> i64 {
        value * 100 / self.game.level.per_point()
    }

    fn plain(&self, value: Points) -> String {
        points(self.hundredths(value))
    }

    fn change(&self, value: Points) -> String {
        signed(self.hundredths(value), "")
    }

    fn unit(&self, value: Points) -> String {
        let one = self.hundredths(value).abs() == 100;
        format!("{} {}", self.plain(value), if one { "point" } else { "points" })
    }

    fn parties(&self) -> Vec<PartyId> {
        self.game.level.everyone().iter().collect()
    }

    fn gain(&self, party: PartyId) -> Points {
        self.end[party.index()] - self.start[party.index()]
    }

    fn name(&self, party: PartyId) -> Arg<'static> {
        self.game.level.parties[party].name.clone().into()
    }

    /// What everyone would have if nothing more came into force, projected as a whole.
    fn value(&self, at: &Position) -> Payoff {
        Standpoint::in_force(self.game, at).no_deal()
    }

    /// What an event is put down to, read from its own words: the pact that it names, or by which the backing that it names is held.
    fn pact_of(&self, at: &Position, event: &Event) -> Option<PactId> {
        if let Event::Signed(pact) = event {
            return Some(pact.id);
        }
        let text = format!("{event:?}");
        let of_pact = ["Voided", "InForce", "TookEffect", "Lapsed", "Delivered", "Promised"];
        let in_entry = ["Credit(", "FailedVote(", "Breach(", "Undelivered(", "Ratified(", "Failed("];
        let named =
            of_pact.iter().any(|word| text.starts_with(word)) || in_entry.iter().any(|w| text.contains(w));
        let number = |after: &str| -> Option<u32> {
            let rest = text.split(after).nth(1)?;
            rest[..rest.find(')')?].parse().ok()
        };
        if named {
            return number("PactId(").map(PactId);
        }
        let backing = text.starts_with("Backed") || text.contains("Backing(IssueId(");
        let issue = IssueId(u8::try_from(number("IssueId(").filter(|_| backing)?).ok()?);
        at.held_by(issue).map(|pact| pact.id)
    }

    /// What each pact changed for everyone.
    fn by_pact(&self) -> BTreeMap<PactId, Payoff> {
        let mut found: BTreeMap<PactId, Payoff> = BTreeMap::new();
        let mut at = Position::new(self.game);
        let mut begun = false;
        for event in self.log {
            let before = self.value(&at);
            at.apply(self.game, event);
            if let Some(pact) = self.pact_of(&at, event).filter(|_| begun) {
                let after = self.value(&at);
                let sum = found.entry(pact).or_default();
                (0..4).for_each(|party| sum[party] += after[party] - before[party]);
            }
            begun |= *event == Event::TalksBegan;
        }
        found
    }

    /// The position before an event.
    fn before(&self, wanted: impl Fn(&Event) -> bool) -> Position {
        let mut at = Position::new(self.game);
        for event in self.log.iter().take_while(|event| !wanted(event)) {
            at.apply(self.game, event);
        }
        at
    }

    fn at_talks(&self, which: usize) -> Position {
        let talks = self.log.iter().enumerate().filter(|(_, event)| **event == Event::TalksBegan);
        let place = talks.map(|(place, _)| place).nth(which).unwrap();
        let mut at = Position::new(self.game);
        self.log.iter().take(place + 1).for_each(|event| at.apply(self.game, event));
        at
    }

    /// The largest sum above some floor over all packages in which nobody is below it.
    fn best_over(&self, at: &Position, floor: &Payoff) -> Option<Points> {
        let table = table(&Standpoint::new(self.game, at), self.game.level.everyone());
        let untouched = table.untouched();
        let mut best = None;
        table.for_each(self.game, |rows, payoff| {
            let none_less = self.parties().iter().all(|p| payoff[p.index()] >= floor[p.index()]);
            if none_less && rows != untouched {
                let sum = self.parties().iter().map(|p| payoff[p.index()] - floor[p.index()]).sum::<Points>();
                best = best.max(Some(sum));
            }
        });
        best
    }

    /// What a package is to a party, by the appraisal without the doubts and the credit that it adds.
    fn worth(&self, at: &Position, package: &Package, party: PartyId) -> Points {
        let proposal = Proposal::plain(&self.game.level, self.game.level.everyone(), package.clone());
        let standpoint = Standpoint::new(self.game, at);
        crate::rules::appraise::by_interest(&standpoint, party, Some(&proposal)).iter().sum()
    }

    fn sign(value: Points) -> &'static str {
        if value > 0 {
            "more"
        } else if value < 0 {
            "less"
        } else {
            "same"
        }
    }

    /// The sentences with figures that the votes call for.
    fn votes(&self) -> Vec<String> {
        let votes = self.log.iter().filter_map(|event| match event {
            Event::Voted(vote) => Some(vote),
            _ => None,
        });
        let line = |vote: &crate::rules::event::Vote| {
            let chamber = self.game.level.parties[vote.party].chamber.as_ref().unwrap();
            let yes: i64 = vote.blocs.iter().map(|(_, yes)| yes).sum();
            let key = if yes >= chamber.quorum { "debrief-art-passed" } else { "debrief-art-refused" };
            self.say(
                key,
                &[
                    ("chamber", chamber.name.as_str().into()),
                    ("party", self.name(vote.party)),
                    ("yes", yes.into()),
                    ("quorum", chamber.quorum.into()),
                ],
            )
        };
        votes.map(line).collect()
    }

    /// What public backing was good for at home.
    fn backing(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for event in self.log {
            let Event::Signed(pact) = event else { continue };
            let at = self.before(|other| matches!(other, Event::Signed(signed) if signed.id == pact.id));
            let package = pact.package.clone().unwrap();
            let plain = |(issue, option): &(IssueId, _)| self.game.backing(*issue, *option).is_none();
            let without: Package = package.terms().filter(plain).collect();
            if without.len() == package.len() || without.is_empty() {
                continue;
            }
            for party in pact.parties.iter() {
                let say = |package: &Package| {
                    let proposal = Proposal {
                        parties: pact.parties,
                        package: package.clone(),
                        communique: pact.communique.clone(),
                    };
                    forecast(self.game, &at, party, &proposal).map(|forecast| forecast.yes)
                };
                if let (Some(with), Some(alone)) = (say(&package), say(&without))
                    && with != alone
                {
                    lines.push(self.say(
                        "debrief-art-backing",
                        &[
                            ("party", self.name(party)),
                            ("count", (with - alone).abs().into()),
                            ("sign", Self::sign(with - alone).into()),
                            ("with", with.into()),
                            ("without", alone.into()),
                            (
                                "quorum",
                                self.game.level.parties[party].chamber.as_ref().unwrap().quorum.into(),
                            ),
                        ],
                    ));
                }
            }
        }
        lines
    }

    /// What pacts did to those outside, and where the gains come from.
    fn made_of(&self) -> Vec<String> {
        let by_pact = self.by_pact();
        let mut lines = Vec::new();
        for pact in &self.last.pacts {
            let change = by_pact.get(&pact.id).copied().unwrap_or_default();
            for party in self.parties().into_iter().filter(|party| !pact.parties.has(*party)) {
                let value = change[party.index()];
                if value != 0 {
                    let tail = if value > 0 { "rose by" } else { "fell by" };
                    lines.push(format!("more {tail} {}.", self.unit(value.abs())));
                }
            }
        }
        let each = self.parties().into_iter().map(|party| {
            let pacts: Points = by_pact.values().map(|change| change[party.index()]).sum();
            self.say(
                "debrief-art-made-of-party",
                &[
                    ("party", self.name(party)),
                    ("gain", self.change(self.gain(party)).into()),
                    ("pacts", self.change(pacts).into()),
                    ("rest", self.change(self.gain(party) - pacts).into()),
                ],
            )
        });
        let each: Vec<String> = each.collect();
        if self.parties().iter().any(|party| self.gain(*party) != 0) {
            lines.push(self.say("debrief-art-made-of", &[("list", self.tell.then(each).into())]));
        }
        lines
    }

    fn matters(&self) -> String {
        let joint: Points = self.parties().iter().map(|party| self.gain(*party)).sum();
        let gained = ("points", self.unit(joint.abs()).into());
        let most = self.best_over(&self.at_talks(0), &self.start).filter(|most| *most > 0);
        let stands = self.last.pacts.iter().any(|pact| pact.status == PactStatus::Stands);
        if !stands && joint > 0 {
            return self.say("debrief-matters-no-pact", &[gained]);
        }
        match most {
            None => self.say("debrief-matters-nothing-there", &[gained, ("sign", Self::sign(joint).into())]),
            Some(most) => {
                let tenths_of_thousandths = (joint * 20_000 + most) / (2 * most);
                self.say(
                    "debrief-matters",
                    &[
                        gained,
                        ("sign", Self::sign(joint).into()),
                        ("most", self.unit(most).into()),
                        ("share", percent(tenths_of_thousandths / 100 * 100).into()),
                    ],
                )
            }
        }
    }
}

fn check(name: &str, replay: &Replay) {
    let words = Words::english();
    let played = replay.now();
    let (game, log) = (played.game().as_ref(), played.log());
    let mut last = Position::new(game);
    log.iter().for_each(|event| last.apply(game, event));
    let recount = Recount {
        words: &words,
        game,
        log,
        start: played.no_deal_at_start(),
        end: played.scores(),
        tell: Teller::new(&words, game, played.truth(), None),
        last,
    };
    let debrief = Debrief::of(replay);
    let front = plain_front(&document(&words, &debrief));
    let mut left = front.clone();
    let mut expect = |text: &str| {
        assert!(left.contains(text), "{name}: {text:?} is not in {front}");
        left = left.replacen(text, "", 1);
    };

    for line in recount.votes().iter().chain(&recount.backing()).chain(&recount.made_of()) {
        expect(line);
    }
    expect(&recount.matters());
    for party in recount.parties() {
        let gain = recount.gain(party);
        expect(&recount.say(
            "debrief-against-no-deal",
            &[("points", recount.unit(gain.abs()).into()), ("sign", Recount::sign(gain).into())],
        ));
        // By interest: the account at the end against the account at the first decision.
        let sums = |at: &Position| {
            let mut sums = vec![0; game.level.interests.len()];
            for item in crate::rules::account::account(&Standpoint::new(game, at), party) {
                sums[item.interest.index()] += item.points;
            }
            sums
        };
        let (start, end) = (sums(&recount.at_talks(0)), sums(&recount.last));
        for (interest, (was, now)) in game.level.interests.iter().zip(start.iter().zip(&end)) {
            if now != was {
                expect(&format!("{} {}", interest.name, recount.change(now - was)));
            }
        }
    }
    better(name, &recount, &debrief, &mut expect);
    // The deck: the trade of whoever gains most, else the largest, or all gains.
    let list: Vec<String> = recount
        .parties()
        .iter()
        .map(|p| format!("{} {}", game.level.parties[*p].name, recount.change(recount.gain(*p))))
        .collect();
    let plain_deck = recount.say("debrief-deck-plain", &[("list", recount.tell.all_of(list).into())]);
    if left.contains(&plain_deck) {
        left = left.replacen(&plain_deck, "", 1);
    } else {
        let traded = |party: &PartyId| {
            let (autonomy, standing) = trade(&recount, *party).unwrap();
            (-autonomy).min(standing)
        };
        let parties = recount.parties();
        let largest = parties.iter().copied().max_by_key(traded).unwrap();
        let gains = parties.iter().copied().max_by_key(|party| recount.gain(*party)).unwrap();
        let party = if traded(&gains) > 0 { gains } else { largest };
        let (autonomy, standing) = trade(&recount, party).unwrap();
        let most = traded(&party) == traded(&largest);
        let text = recount.say(
            "debrief-deck-trade",
            &[
                ("party", recount.name(party)),
                ("points", recount.unit(recount.gain(party).abs()).into()),
                ("sign", Recount::sign(recount.gain(party)).into()),
                ("autonomy", recount.unit(-autonomy).into()),
                ("standing", recount.plain(standing).into()),
                ("most", if most { "yes" } else { "no" }.into()),
            ],
        );
        assert!(left.contains(&text), "{name}: {text:?} is not in {front}");
        left = left.replacen(&text, "", 1);
    }
    nothing_left(name, &recount, left);
}

/// What the pacts that a party signed changed in its autonomy and standing.
fn trade(recount: &Recount<'_>, party: PartyId) -> Option<(Points, Points)> {
    let game = recount.game;
    let (autonomy, standing) = (game.level.autonomy?, game.level.standing?);
    let sum = |at: &Position, interest| -> Points {
        let items = crate::rules::account::account(&Standpoint::new(game, at), party);
        items.iter().filter(|item| item.interest == interest).map(|item| item.points).sum()
    };
    let mut at = Position::new(game);
    let (mut total, mut begun) = ((0, 0), false);
    for event in recount.log {
        let before = at.clone();
        at.apply(game, event);
        let own = recount
            .pact_of(&at, event)
            .and_then(|id| at.pact(id))
            .is_some_and(|pact| pact.parties.has(party));
        if own && begun {
            total.0 += sum(&at, autonomy) - sum(&before, autonomy);
            total.1 += sum(&at, standing) - sum(&before, standing);
        }
        begun |= *event == Event::TalksBegan;
    }
    Some(total)
}

/// The package that was left on the table: no other brings more, and it is worth what it is said to be.
fn better(name: &str, recount: &Recount<'_>, debrief: &Debrief, expect: &mut dyn FnMut(&str)) {
    let talks = recount.log.iter().filter(|event| **event == Event::TalksBegan).count();
    for (found, at) in [(&debrief.left, recount.at_talks(talks - 1)), (&debrief.better, recount.at_talks(0))]
    {
        let best = recount.best_over(&at, &recount.end).filter(|best| *best > 0);
        let best = best.filter(|_| at.collapsed.is_empty());
        assert_eq!(found.as_ref().map(crate::debrief::Better::joint), best, "{name}");
        let Some(found) = found else { continue };
        for party in recount.parties() {
            assert_eq!(recount.worth(&at, &found.package, party), found.worth[party.index()], "{name}");
        }
    }
    if let Some(told) = debrief.left.as_ref().or(debrief.better.as_ref()) {
        expect(&recount.tell.package(&told.package));
        let at = if debrief.left.is_some() { recount.at_talks(talks - 1) } else { recount.at_talks(0) };
        let more = recount.parties().into_iter().map(|party| {
            let more = recount.worth(&at, &told.package, party) - recount.end[party.index()];
            format!("{} {}", recount.game.level.parties[party].name, recount.change(more))
        });
        expect(&recount.tell.all_of(more.collect()));
    }
}

/// Once names and terms of the level and the numbers of rounds are out, no figure is left.
fn nothing_left(name: &str, recount: &Recount<'_>, mut left: String) {
    let level = &recount.game.level;
    for pact in &recount.last.pacts {
        let package = pact.package.clone().or_else(|| {
            recount.log.iter().find_map(|event| match event {
                Event::Signed(signed) if signed.id == pact.id => signed.package.clone(),
                _ => None,
            })
        });
        left = left.replace(&recount.tell.package(&package.unwrap_or_default()), "");
    }
    let mut names: Vec<&str> =
        level.rounds.iter().flat_map(|stop| [stop.name.as_str(), stop.date.as_str()]).collect();
    names.extend(level.headlines.iter().map(|headline| headline.text.as_str()));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for known in names {
        // Marks of quotation inside a headline are single where it stands in them.
        left = left.replace(known, "").replace(&crate::words::nested(known), "");
    }
    for owed in &recount.last.obligations {
        left = left.replace(&recount.tell.obligation(owed), "");
    }
    for round in 1..=level.rounds.len() {
        for text in [format!("round {round}"), format!("{round} rounds"), format!("{round} round")] {
            left = left.replace(&text, "");
        }
    }
    let standing = recount.last.pacts.iter().filter(|pact| pact.status == PactStatus::Stands).count();
    left = left.replace(&format!("{standing} pacts stand"), "");
    let offers = recount.log.iter().filter(|event| matches!(event, Event::Offered(_))).count();
    left = left.replace(&format!("{offers} offers were made"), "");
    let count = |text: &str| {
        recount.last.obligations.iter().filter(|owed| format!("{:?}", owed.status) == text).count()
    };
    for (status, words) in
        [("Kept", "were kept"), ("Broken", "were broken"), ("Failed", "could not be delivered")]
    {
        left = left.replace(&format!("{} {words}", count(status)), "");
    }
    let owed = count("Owed") + count("Delayed");
    left = left.replace(&format!("{owed} promises are still owed"), "");
    assert!(!left.chars().any(|letter| letter.is_ascii_digit()), "{name}: a figure is left over in {left}");
}

#[test]
fn every_figure_of_the_article_comes_out_the_same_by_another_way() {
    for (name, replay) in all_replays() {
        check(name, &replay);
    }
}
