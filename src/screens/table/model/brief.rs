//! The player's own side: what the draft gives by interest, and against what it stands.

use crate::rules::appraise::{by_interest, gains};
use crate::rules::ids::Points;
use crate::screens::estimate::Figures;
use crate::screens::pages::{Fact, Word};
use crate::screens::wording::tone;
use crate::theme::Tone;

use super::desk::Desk;
use super::{Line, Mark};

/// An interest, with the draft and without.
#[derive(Clone, PartialEq, Debug)]
pub struct InterestBar {
    /// Its name.
    pub name: String,
    /// The share of the bar that is filled if the draft is signed.
    pub share: f32,
    /// Where no deal ends.
    pub tick: f32,
    /// The change; until something is drafted, where it stands.
    pub figure: String,
    /// Whether it is welcome.
    pub tone: Tone,
    /// Both totals, in words.
    pub note: String,
}

/// The player's own side.
#[derive(Clone, PartialEq, Debug)]
pub struct Brief {
    /// Whose.
    pub mark: Mark,
    /// The office that the player takes.
    pub title: String,
    /// The mandate, if there is one.
    pub mandate: Option<String>,
    /// What the mandate means, with its red lines.
    pub mandate_note: String,
    /// The interests, in the level's order.
    pub interests: Vec<InterestBar>,
    /// Whether what follows is the score if the draft is signed, or as it was signed.
    pub signed_label: &'static str,
    /// The score if the draft is signed.
    pub signed: String,
    /// Whether that is more than no deal.
    pub tone: Tone,
    /// Whether what is drafted is worth less than no deal.
    pub worse: bool,
    /// Whether what follows has pacts in it that wait for the votes.
    pub no_deal_label: &'static str,
    /// The score if nothing more is signed.
    pub no_deal: String,
    /// The most that these parties could give.
    pub best: Option<String>,
    /// Where the change comes from, the largest first.
    pub lines: Vec<Line>,
    /// Capital, support and the like.
    pub facts: Vec<Fact>,
}

pub(super) fn build(desk: &Desk<'_>) -> Brief {
    let seat = desk.seat;
    let figures = &desk.figures;
    let mark = desk.mark(seat);
    let weighed = desk.weighed.as_ref();
    let threshold = weighed.map(|weighed| &weighed.own).or(desk.own()).map_or(0, |own| own.threshold);
    let signed = weighed.is_some_and(|weighed| weighed.signed);
    let waits = desk.has_signed();
    let total = weighed.map(|weighed| weighed.own.total);
    let (mandate, mandate_note) = mandate(desk);
    Brief {
        title: desk.text("table-your-brief", &[("party", mark.name.as_str().into())]),
        mark,
        mandate,
        mandate_note,
        interests: interests(desk),
        signed_label: if signed { "table-as-signed" } else { "table-if-signed" },
        signed: total.map_or_else(|| desk.get("table-none-yet"), |total| figures.total(total)),
        tone: total.map_or(Tone::Quiet, |total| tone(total - threshold)),
        worse: !signed && total.is_some_and(|total| total < threshold),
        no_deal_label: if waits && !signed { "table-signed-so-far" } else { "table-no-deal" },
        no_deal: figures.total(threshold),
        best: desk.best.filter(|_| !desk.settled).map(|best| figures.total(best.max(threshold))),
        lines: desk.lines(seat),
        facts: facts(desk),
    }
}

fn interests(desk: &Desk<'_>) -> Vec<InterestBar> {
    let Desk { game, seat, .. } = *desk;
    let weighed = desk.weighed.as_ref();
    let own = weighed.map_or(&desk.minds.own, |weighed| &weighed.from);
    let before = by_interest(own, seat, None);
    let mut after = before.clone();
    if let Some(weighed) = weighed {
        let gained = gains(own, &weighed.proposal, &weighed.own);
        after.iter_mut().zip(gained).for_each(|(points, gain)| *points += gain);
    }
    let from = before.iter().chain(&after).copied().min().unwrap_or(0).min(0);
    // As much as could be gained at all may be gained in one interest: so the scale seldom changes with the draft.
    let gain = desk.best.zip(desk.own()).map_or(0, |(best, own)| (best - own.threshold).max(0));
    let most = before.iter().copied().max().unwrap_or(0) + gain;
    let to = after.iter().copied().fold(most, Points::max).max(10 * game.level.per_point());
    // A little room at the end, so that the longest bar is seen to end.
    let to = to + (to - from) / 12;
    let figures = &desk.figures;
    game.level
        .interests
        .iter()
        .zip(before.iter().zip(&after))
        .map(|(interest, (before, after))| InterestBar {
            name: interest.name.clone(),
            share: Figures::share(*after, from, to),
            tick: Figures::share(*before, from, to),
            figure: match weighed {
                Some(_) => figures.change(after - before),
                None => figures.total(*before),
            },
            tone: tone(after - before),
            note: desk.text(
                if weighed.is_some_and(|weighed| weighed.signed) {
                    "table-interest-signed"
                } else {
                    "table-interest-note"
                },
                &[
                    ("about", interest.about.as_str().into()),
                    ("before", figures.total(*before).into()),
                    ("after", figures.total(*after).into()),
                ],
            ),
        })
        .collect()
}

fn mandate(desk: &Desk<'_>) -> (Option<String>, String) {
    let Desk { game, seat, .. } = *desk;
    let Some(id) = desk.at().mandates[seat].filter(|_| game.rules.on.mandates) else {
        return (None, String::new());
    };
    let archetype = game.level.archetype(seat, id);
    if archetype.name.is_empty() {
        return (None, String::new());
    }
    let mut note = vec![archetype.about.clone()];
    note.extend(archetype.red_lines.iter().map(|line| {
        let options: Vec<&str> = line.options.iter().map(|o| desk.choice(line.issue, *o)).collect();
        desk.text(
            "table-red-line",
            &[
                ("issue", desk.issue(line.issue).into()),
                ("options", options.join(", ").into()),
                ("why", line.why.as_str().into()),
            ],
        )
    }));
    (Some(desk.text("table-mandate", &[("name", archetype.name.as_str().into())])), note.join("\n"))
}

fn facts(desk: &Desk<'_>) -> Vec<Fact> {
    let Desk { game, seat, .. } = *desk;
    let at = desk.at();
    let mut facts = Vec::new();
    if game.rules.on.events && game.level.parties[seat].support > 0 {
        facts.push(super::others::support(desk, seat).about(Word::Support));
    }
    if game.rules.on.minerals {
        for (resource, stock) in game.level.resources.iter().zip(&at.stocks).filter(|(r, _)| r.user == seat) {
            let figure = if stock.short { "table-stock-short" } else { "table-stock-figure" };
            let line = Line {
                label: desk.text("table-stock", &[("resource", resource.name.as_str().into())]),
                figure: desk.text(figure, &[("rounds", crate::words::points(stock.left).into())]),
                // It is no change, so no sign may come before it: where it is bad, a word says so.
                tone: Tone::Plain,
                note: resource.about.clone(),
            };
            facts.push(line.into());
        }
    }
    facts
}
