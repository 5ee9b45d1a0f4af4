//! The other parties: where they are, how they stand to the player, and how the draft stands with them.

use crate::opponents::negotiator::SIGNS_AT;
use crate::rules::appraise::{Appraisal, appraise, cheapest_fix};
use crate::rules::event::Event;
use crate::rules::ids::{PartyId, PartySet};
use crate::screens::estimate::{Band, Figures, centi, tone_in};
use crate::screens::pages::{Fact, Word};
use crate::theme::Tone;

use super::desk::Desk;
use super::{Line, Mark, Mend, Obstacle, house};

/// By so many chances in a hundred a mandate has to lead before it is named.
const POINTS_TO: i64 = 5;
/// So near to the floor a government's support is told with it, in hundredths.
const NEAR: i64 = 5_00;
/// Lines of what was said that are shown.
const SAID: usize = 3;

/// How the draft stands with a party.
#[derive(Clone, PartialEq, Debug)]
pub enum Stand {
    /// It would sign: the sentence, its figures, and what stands in the way.
    Signs {
        /// How far it is from what they need.
        sentence: String,
        /// Whether that is welcome.
        tone: Tone,
        /// The bar is filled to here if the draft is signed.
        bar: f32,
        /// The ends of an estimate.
        band: Option<(f32, f32)>,
        /// Where no deal ends.
        tick: f32,
        /// Both figures, in words.
        caption: String,
        /// Where the change comes from, the largest first.
        lines: Vec<Line>,
        /// What rules it out.
        obstacles: Vec<Obstacle>,
        /// The one change that helps most.
        fix: Option<(String, Mend)>,
    },
    /// It does not sign, and reads of it.
    Reads {
        /// What it does to its no-deal value.
        figure: String,
        /// Whether that is welcome to it.
        tone: Tone,
        /// That value before and after.
        note: String,
        /// What moves it, the largest first.
        lines: Vec<Line>,
    },
    /// Nothing is known of its numbers.
    Hidden,
    /// There is no draft to judge.
    Nothing,
}

/// Another party.
#[derive(Clone, PartialEq, Debug)]
pub struct Other {
    /// Which.
    pub mark: Mark,
    /// Its name, and where it is.
    pub title: String,
    /// How the draft stands with it.
    pub stand: Stand,
    /// Its chamber, support, capital and trust.
    pub facts: Vec<Fact>,
    /// What it said last.
    pub said: Vec<String>,
}

pub(super) fn build(desk: &Desk<'_>) -> Vec<Other> {
    let others = desk.game.level.everyone().without(desk.seat);
    let mut all: Vec<PartyId> = others.iter().collect();
    all.sort_by_key(|p| (!desk.draft.parties().has(*p), !here(desk, *p)));
    all.into_iter().map(|party| other(desk, party)).collect()
}

/// Whether a party sits at a table with the player in this round.
fn here(desk: &Desk<'_>, party: PartyId) -> bool {
    desk.game.seating(desk.at().round, PartySet::one(party).with(desk.seat)).is_some()
}

fn other(desk: &Desk<'_>, party: PartyId) -> Other {
    let at = desk.at();
    let place = if !at.acts(party) {
        "table-place-fallen"
    } else if here(desk, party) {
        "table-place-here"
    } else {
        "table-place-away"
    };
    let stand = if desk.judged.package.is_empty() {
        Stand::Nothing
    } else if desk.minds.of(party).is_empty() {
        Stand::Hidden
    } else if desk.judged.parties.has(party) {
        signs(desk, party)
    } else {
        reads(desk, party)
    };
    let mark = desk.mark(party);
    Other {
        title: desk.text(place, &[("party", mark.name.as_str().into())]),
        mark,
        stand,
        facts: facts(desk, party),
        said: said(desk, party),
    }
}

fn facts(desk: &Desk<'_>, party: PartyId) -> Vec<Fact> {
    let Desk { game, seat, .. } = *desk;
    let at = desk.at();
    let mandate = believed(desk, party).map(|line| line.about(Word::Mandate));
    let chamber = house::line(desk, party).map(|line| line.about(Word::Chamber));
    let mut facts: Vec<Fact> = mandate.into_iter().chain(chamber).collect();
    if game.rules.on.calendar {
        let trust = Line {
            label: desk.get("table-trust"),
            figure: desk.text(
                "table-trust-figure",
                &[("ours", at.trust[seat][party].into()), ("theirs", at.trust[party][seat].into())],
            ),
            tone: Tone::Plain,
            note: desk.text(
                "table-trust-note",
                &[
                    ("party", desk.name(party).into()),
                    ("ours", at.trust[seat][party].into()),
                    ("theirs", at.trust[party][seat].into()),
                ],
            ),
        };
        facts.push(trust.about(Word::Trust));
    }
    if game.rules.on.events && game.level.parties[party].support > 0 {
        facts.push(support(desk, party).about(Word::Support));
    }
    if game.rules.on.measures {
        let capital = Line {
            label: desk.get("table-capital"),
            figure: at.capital[party].to_string(),
            tone: Tone::Plain,
            note: desk.get("table-capital-note"),
        };
        facts.push(capital.about(Word::Capital));
    }
    facts
}

/// The mandate that the player has most reason to suppose, with the others in the note; nothing where mandates are known, or figures sealed.
fn believed(desk: &Desk<'_>, party: PartyId) -> Option<Line> {
    if desk.minds.knows(party) || desk.minds.of(party).is_empty() {
        return None;
    }
    let archetypes = &desk.game.level.parties[party].archetypes;
    let mut odds: Vec<(i64, &str)> =
        desk.belief.percent(party).into_iter().zip(archetypes.iter().map(|one| one.name.as_str())).collect();
    // The first of equals stays first.
    odds.sort_by_key(|(odds, _)| -odds);
    let told = |(odds, name): &(i64, &str)| {
        desk.text("table-likely-odds", &[("mandate", (*name).into()), ("percent", (*odds).into())])
    };
    let mut note = vec![desk.get("table-likely-note")];
    note.extend(odds.iter().map(told));
    let leads = odds.first()?.0 - odds.get(1).map_or(0, |next| next.0);
    Some(Line {
        label: desk.get("table-likely"),
        figure: match leads >= POINTS_TO {
            true => told(odds.first()?),
            false => desk.text("table-likely-any", &[("count", odds.len().into())]),
        },
        tone: Tone::Plain,
        note: note.join("\n"),
    })
}

/// Support at home, and the floor below which a government falls.
pub(super) fn support(desk: &Desk<'_>, party: PartyId) -> Line {
    let rule = &desk.game.level.parties[party];
    let now = desk.at().support[party];
    Line {
        label: desk.get("table-support"),
        // Where a government is near to its fall, the floor is not left to the note.
        figure: match now < rule.floor + NEAR && desk.at().acts(party) {
            true => desk.text(
                "table-support-near",
                &[("support", centi(now).into()), ("floor", centi(rule.floor).into())],
            ),
            false => centi(now),
        },
        tone: Tone::Plain,
        note: desk.text(
            "table-support-note",
            &[("floor", centi(rule.floor).into()), ("start", centi(rule.support).into())],
        ),
    }
}

fn signs(desk: &Desk<'_>, party: PartyId) -> Stand {
    let appraisals = &desk.appraisals[party];
    let band = |of: fn(&Appraisal) -> i64| Band::of(appraisals.iter().map(of)).unwrap_or_default();
    let (gain, total, threshold) = (band(Appraisal::gain), band(|a| a.total), band(|a| a.threshold));
    let obstacles = obstacles(desk, party);
    let certain = appraisals.iter().all(|a| a.blockers.iter().any(|b| !b.what.is_of_package()));
    let figures = &desk.figures;
    let (key, tone) = match gain {
        _ if certain => ("table-stand-blocked", Tone::Bad),
        Band { low: 0, high: 0 } => ("table-stand-same", Tone::Plain),
        Band { low: 0.., .. } => ("table-stand-gains", Tone::Good),
        Band { high: ..0, .. } => ("table-stand-short", Tone::Bad),
        _ => ("table-stand-unsure", Tone::Plain),
    };
    let size = if gain.high < 0 { Band { low: -gain.high, high: -gain.low } } else { gain };
    let size = if gain.high < 0 { figures.total_in(size) } else { figures.change_in(size) };
    let (from, to) = super::verdict::scale(desk);
    Stand::Signs {
        sentence: desk.text(key, &[("figure", size.into())]),
        tone,
        bar: Figures::share(total.middle(), from, to),
        band: super::verdict::spread(total, from, to),
        tick: Figures::share(threshold.middle(), from, to),
        caption: desk.text(
            "table-stand-caption",
            &[("nothing", figures.total_in(threshold).into()), ("draft", figures.total_in(total).into())],
        ),
        lines: desk.lines(party),
        obstacles,
        fix: fix(desk, party),
    }
}

/// What rules the draft out for a party: surely, or under a mandate that it may have.
fn obstacles(desk: &Desk<'_>, party: PartyId) -> Vec<Obstacle> {
    let appraisals = &desk.appraisals[party];
    let mut found: Vec<Obstacle> = Vec::new();
    for blocker in appraisals.iter().flat_map(|a| &a.blockers) {
        // What does not hold together is the draft's own fault, and the paper says so.
        if blocker.what.is_of_package() {
            continue;
        }
        let sure = appraisals.iter().all(|a| a.blockers.iter().any(|b| b.what == blocker.what));
        let why = desk.refusal(&blocker.what);
        let text = if sure { why } else { desk.text("table-may-refuse", &[("why", why.into())]) };
        if found.iter().any(|o| o.text == text) {
            continue;
        }
        let mends = blocker.cleared_by.iter().map(|(issue, option)| desk.mend(*issue, *option)).collect();
        found.push(Obstacle { text, tone: Tone::Bad, mends });
    }
    found
}

/// The one change that would help a party most, where the draft does not work for it yet.
fn fix(desk: &Desk<'_>, party: PartyId) -> Option<(String, Mend)> {
    // What is not yet whole is mended on the paper first.
    if desk.draft.torn(desk.game, desk.at()).is_some() {
        return None;
    }
    let mind = desk.minds.likely(party)?;
    // Under the mandate that is likeliest: what another might have against it stands among the obstacles, with what clears it.
    let now = appraise(mind, party, &desk.judged);
    if now.works(SIGNS_AT) {
        return None;
    }
    let fix = cheapest_fix(mind, party, desk.seat, &desk.judged, SIGNS_AT)?;
    let change = desk.mend(fix.issue, fix.option);
    let cost = desk.figures.change(-fix.cost);
    let exact = desk.minds.knows(party);
    let worth = if exact { desk.figures.change(fix.worth) } else { desk.figures.roughly(fix.worth) };
    let label = desk.text(
        "table-fix",
        &[("change", change.label.into()), ("worth", worth.into()), ("cost", cost.into())],
    );
    let works = appraise(mind, party, &desk.judged.changed(fix.issue, fix.option)).works(SIGNS_AT);
    // What it gains from and may sign fails at home alone.
    let at_home = now.blockers.is_empty() && now.gain() >= 0;
    let head = match (works, at_home) {
        (true, false) => "table-fix-head",
        (true, true) => "table-fix-head-house",
        (false, false) => "table-fix-nearest",
        (false, true) => "table-fix-nearest-house",
    };
    Some((desk.get(head), Mend { label, ..change }))
}

/// What the draft does to a party that does not sign it: its no-deal value before and after.
fn reads(desk: &Desk<'_>, party: PartyId) -> Stand {
    let appraisals = &desk.appraisals[party];
    let band = |of: fn(&Appraisal) -> i64| Band::of(appraisals.iter().map(of)).unwrap_or_default();
    let change = band(Appraisal::gain);
    let figures = &desk.figures;
    Stand::Reads {
        // Of bands the middles do not differ by the middle of the change, so the change is what is told first.
        figure: figures.change_in(change),
        tone: tone_in(change),
        note: desk.text(
            "table-reads-note",
            &[
                ("from", figures.total_in(band(|a| a.threshold)).into()),
                ("to", figures.total_in(band(|a| a.total)).into()),
            ],
        ),
        lines: desk.lines(party),
    }
}

fn said(desk: &Desk<'_>, party: PartyId) -> Vec<String> {
    let teller = desk.teller();
    let words = |event: &Event| match event {
        Event::Spoke { by, statement } if *by == party => Some(teller.statement(party, *statement)),
        Event::Declined { by, reason: Some(reason), .. } if *by == party => {
            Some(teller.reason(party, *reason))
        }
        _ => None,
    };
    let mut said: Vec<String> = desk.view.log.iter().rev().filter_map(words).take(SAID).collect();
    said.reverse();
    // Words said again and again are shown once.
    said.dedup();
    said
}
