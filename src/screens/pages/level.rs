//! Pages of what a level has: its issues and its interests, as the seat that reads may know them. Figures are the reader's own, and every one
//! is worked out from the level.

use super::model::Block;
use super::{Page, Term, Word};
use crate::rules::appraise::by_interest;
use crate::rules::event::Amount;
use crate::rules::game::Game;
use crate::rules::ids::{InterestId, IssueId, OptionId, PartyId};
use crate::rules::level::{Alone, Effect, Issue, Linkage};
use crate::screens::wording::{change, list, paragraphs, stop};
use crate::view::View;
use crate::words::tell::Teller;
use crate::words::{Words, signed};

/// What pages of a level are made from.
pub(super) struct Desk<'a> {
    words: &'a Words,
    game: &'a Game,
    view: &'a View,
    seat: PartyId,
    teller: Teller<'a>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(words: &'a Words, game: &'a Game, view: &'a View) -> Self {
        let teller = Teller::new(words, game, &view.position, Some(view.seat));
        Self { words, game, view, seat: view.seat, teller }
    }

    /// What the level says of an issue, its options with what they are worth to the reader, and where its figures come from.
    pub(super) fn issue(&self, id: IssueId) -> Vec<Block> {
        let issue = self.game.level.issue(id);
        let mut blocks: Vec<Block> = paragraphs(&issue.about).into_iter().map(Block::Prose).collect();
        self.settled(id, issue, &mut blocks);
        blocks.push(self.head("pages-options"));
        let now = self.view.position.option(id);
        for (place, option) in issue.options.iter().enumerate() {
            let name = match OptionId::from_index(place) == now {
                true => self.words.text("pages-option-now", &[("option", (&option.name).into())]),
                false => option.name.clone(),
            };
            blocks.push(Block::Item(name));
            if !option.note.is_empty() {
                blocks.push(Block::Text(option.note.clone()));
            }
            let mut worth = self.worth("pages-worth", &option.effects);
            worth.extend(self.worth("pages-worth-round", &option.per_round));
            blocks.push(Block::Note(match worth.is_empty() {
                true => self.words.get("pages-worth-nothing"),
                false => worth.join("; "),
            }));
        }
        blocks.push(Block::Note(self.words.get("pages-worth-note")));
        self.linked(id, &mut blocks);
        let moves = self.game.level.interests.iter().enumerate().map(|(at, _)| InterestId::from_index(at));
        let moves: Vec<Term> = moves
            .filter(|interest| {
                issue.options.iter().any(|option| {
                    let all = option.effects.iter().chain(&option.per_round);
                    all.into_iter().any(|effect| self.own(effect) && effect.interest == *interest)
                })
            })
            .map(|interest| self.interest_term(interest))
            .collect();
        if !moves.is_empty() {
            blocks.push(self.head("pages-moves"));
            blocks.push(Block::Links(moves));
        }
        self.sources(issue, &mut blocks);
        let mut see = vec![Word::Issue, Word::Option, Word::Consent];
        see.extend(issue.controller.map(|_| Word::Controller));
        see.extend(issue.validation.as_ref().map(|_| Word::Affirmation));
        see.extend(issue.promise.as_ref().map(|_| Word::Promise));
        blocks.extend(super::model::see(self.words, &see));
        blocks
    }

    /// Who may settle an issue, what is in force, and what comes by itself.
    fn settled(&self, id: IssueId, issue: &Issue, blocks: &mut Vec<Block>) {
        let words = self.words;
        let figure = |key: &str, figure: String| Block::Figure(words.get(key), figure, String::new());
        let party = |party: Option<PartyId>, nobody: &str| {
            party.map_or_else(|| words.get(nobody), |party| self.teller.party(party))
        };
        blocks.push(self.head("pages-who"));
        blocks.push(figure("pages-given-by", party(issue.giver, "pages-given-by-all")));
        let towards = match issue.alone {
            Alone::Never => None,
            Alone::TowardsFirst => issue.options.first(),
            Alone::TowardsLast => issue.options.last(),
        };
        let alone = match (issue.controller, towards) {
            (Some(by), Some(option)) => words.text(
                "pages-alone",
                &[("party", self.teller.party(by).into()), ("option", (&option.name).into())],
            ),
            _ => words.get("pages-nobody"),
        };
        blocks.push(figure("pages-controller", alone));
        let names: Vec<String> = issue.consent.iter().map(|party| self.teller.party(party)).collect();
        blocks.push(figure(
            "pages-consent",
            match names.is_empty() {
                true => words.get("pages-consent-any"),
                false => list(words, &names),
            },
        ));
        let now = self.teller.option(id, self.view.position.option(id));
        blocks.push(figure("pages-in-force", now));
        for scheduled in &issue.schedule {
            let names: Vec<String> =
                scheduled.unless_pact.iter().map(|party| self.teller.party(party)).collect();
            let key = if names.is_empty() { "pages-scheduled" } else { "pages-scheduled-unless" };
            blocks.push(Block::Text(words.text(
                key,
                &[
                    ("stop", stop(words, self.game, scheduled.round).into()),
                    ("option", self.teller.option(id, scheduled.option).into()),
                    ("parties", list(words, &names).into()),
                ],
            )));
        }
        if issue.in_person {
            blocks.push(Block::Text(words.get("pages-in-person")));
        }
        if !issue.ratify {
            blocks.push(Block::Text(words.get("pages-no-vote")));
        }
    }

    /// The linkages that an issue is part of.
    fn linked(&self, id: IssueId, blocks: &mut Vec<Block>) {
        let part = |linkage: &&Linkage| {
            let mut issues = linkage.when.iter().map(|(issue, _)| *issue);
            issues.clone().any(|issue| issue == id) && issues.all(|issue| self.game.in_play(issue))
        };
        let linkages: Vec<&Linkage> = self.game.level.linkages.iter().filter(part).collect();
        if linkages.is_empty() {
            return;
        }
        blocks.push(self.head("pages-linkages"));
        for linkage in linkages {
            blocks.push(Block::Item(linkage.name.clone()));
            for (issue, options) in &linkage.when {
                let options: Vec<String> =
                    options.iter().map(|option| self.teller.option(*issue, *option)).collect();
                blocks.push(Block::Text(self.words.text(
                    "pages-linkage-when",
                    &[("issue", self.teller.issue(*issue).into()), ("options", options.join(" / ").into())],
                )));
            }
            let worth = self.worth("pages-worth", &linkage.effects);
            blocks.push(Block::Note(match worth.is_empty() {
                true => self.words.get("pages-linkage-nothing"),
                false => worth.join("; "),
            }));
        }
        blocks.push(Block::Links(vec![Term::word(self.words, Word::Linkage)]));
    }

    /// Where the figures of an issue and of its options come from, with their dates and how sure they are.
    fn sources(&self, issue: &Issue, blocks: &mut Vec<Block>) {
        let of_options = issue.options.iter().flat_map(|option| &option.sources);
        let named: Vec<&String> = issue.sources.iter().chain(of_options).collect();
        let mut any = false;
        for source in self.game.level.sources.iter().filter(|source| named.contains(&&source.id)) {
            if !any {
                blocks.push(self.head("pages-sources"));
                any = true;
            }
            let sure = match source.confidence.as_str() {
                "high" => self.words.get("pages-sure-high"),
                "medium" => self.words.get("pages-sure-medium"),
                "low" => self.words.get("pages-sure-low"),
                // What is made up is neither sure nor unsure.
                _ => {
                    blocks.push(Block::Note(source.text.clone()));
                    continue;
                }
            };
            let key = if source.date.is_empty() { "pages-source-undated" } else { "pages-source" };
            blocks.push(Block::Note(self.words.text(
                key,
                &[("text", (&source.text).into()), ("date", (&source.date).into()), ("sure", sure.into())],
            )));
        }
        blocks.push(Block::Note(self.words.get("pages-points-stylised")));
    }

    /// What an interest covers, how much it counts for the reader, and which issues move it.
    pub(super) fn interest(&self, id: InterestId) -> Vec<Block> {
        let (words, level) = (self.words, &self.game.level);
        let mut blocks = Vec::new();
        if let Some(interest) = level.interests.get(id.index()) {
            blocks.extend(paragraphs(&interest.about).into_iter().map(Block::Prose));
        }
        let standpoint = self.view.standpoint(self.game);
        let percent = standpoint.percent[self.seat].get(id.index()).copied().unwrap_or(level.percent);
        blocks.push(Block::Figure(
            words.get("pages-weight"),
            words.text("pages-weight-figure", &[("percent", (percent * 100 / level.percent.max(1)).into())]),
            words.get("pages-weight-note"),
        ));
        if let Some(points) = by_interest(&standpoint, self.seat, None).get(id.index()) {
            let figure = change(self.game, *points);
            blocks.push(Block::Figure(words.get("pages-now-without-deal"), figure, String::new()));
        }
        blocks.push(self.head("pages-moved-by"));
        let before = blocks.len();
        for issue in self.game.issue_ids() {
            let options = &level.issue(issue).options;
            for (key, round) in [("pages-moved-range", false), ("pages-moved-round", true)] {
                let each = options
                    .iter()
                    .map(|option| self.total(id, if round { &option.per_round } else { &option.effects }));
                let (low, high) = each.fold((i64::MAX, i64::MIN), |(l, h), x| (l.min(x), h.max(x)));
                if low < high {
                    let (low, high) = (signed(low, ""), signed(high, ""));
                    blocks.push(Block::Leads(
                        self.issue_term(issue),
                        words.text(key, &[("low", low.into()), ("high", high.into())]),
                    ));
                }
            }
        }
        if blocks.len() == before {
            blocks.push(Block::Text(words.get("pages-moved-none")));
        }
        blocks.push(Block::Note(words.get("pages-points-stylised")));
        let mut see = vec![Word::Interest, Word::Mandate, Word::Score];
        see.extend((level.autonomy == Some(id)).then_some(Word::Autonomy));
        see.extend((level.standing == Some(id)).then_some(Word::Standing));
        blocks.extend(super::model::see(words, &see));
        blocks
    }

    fn own(&self, effect: &Effect) -> bool {
        effect.party == self.seat
    }

    /// What effects come to for the reader in an interest, in hundredths of a point.
    fn total(&self, interest: InterestId, effects: &[Effect]) -> i64 {
        let own = effects.iter().filter(|effect| self.own(effect) && effect.interest == interest);
        let units = own.map(|effect| effect.units).sum();
        self.teller.amount_hundredths(self.seat, interest, Amount::whole(units))
    }

    /// What effects are to the reader, interest by interest.
    fn worth(&self, key: &str, effects: &[Effect]) -> Vec<String> {
        let interests = (0..self.game.level.interests.len()).map(InterestId::from_index);
        let each = interests.filter_map(|interest| {
            let worth = self.total(interest, effects);
            (worth != 0).then(|| {
                self.words.text(
                    key,
                    &[
                        ("interest", self.teller.interest(interest).into()),
                        ("change", signed(worth, "").into()),
                    ],
                )
            })
        });
        each.collect()
    }

    fn head(&self, key: &str) -> Block {
        Block::Head(self.words.get(key))
    }

    fn issue_term(&self, issue: IssueId) -> Term {
        Term::new(self.words, Page::Issue(issue), self.teller.issue(issue))
    }

    fn interest_term(&self, interest: InterestId) -> Term {
        Term::new(self.words, Page::Interest(interest), self.teller.interest(interest))
    }
}
