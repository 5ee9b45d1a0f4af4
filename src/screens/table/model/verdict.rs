//! What the draft comes to: a bar for each party that would sign it, and a sentence for the player.

use crate::rules::appraise::Appraisal;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::screens::estimate::{Band, Figures, tone_in};
use crate::screens::wording::tone;
use crate::theme::Tone;

use super::Mark;
use super::desk::Desk;

/// What the draft comes to for a party that would sign it.
#[derive(Clone, PartialEq, Debug)]
pub struct Total {
    /// Which.
    pub mark: Mark,
    /// Who, for the row.
    pub label: String,
    /// The bar is filled to here.
    pub bar: f32,
    /// The ends of an estimate.
    pub band: Option<(f32, f32)>,
    /// Where no deal ends.
    pub tick: f32,
    /// The total.
    pub figure: String,
    /// The change against no deal.
    pub change: String,
    /// Whether that is welcome.
    pub tone: Tone,
    /// All of it in a sentence.
    pub spoken: String,
}

/// The ends of the bars of totals: the same for all, so that they compare, and up to the best that the seat could have, so that they seldom
/// change with the draft.
pub(super) fn scale(desk: &Desk<'_>) -> (Points, Points) {
    let all = || desk.appraisals.0.iter().flatten().flat_map(|a| [a.total, a.threshold]);
    let point = desk.game.level.per_point();
    let from = all().min().unwrap_or(0).min(0);
    let to = all().chain(desk.best).max().unwrap_or(0).max(50 * point);
    (from, to + (to - from) / 10)
}

/// The ends of an estimate on a bar.
pub(super) fn spread(band: Band, from: Points, to: Points) -> Option<(f32, f32)> {
    (!band.is_exact()).then(|| (Figures::share(band.low, from, to), Figures::share(band.high, from, to)))
}

pub(super) fn totals(desk: &Desk<'_>) -> Vec<Total> {
    let parties = desk.draft.parties();
    let order = PartySet::one(desk.seat).iter().chain(parties.without(desk.seat).iter());
    order.filter_map(|party| total(desk, party)).collect()
}

fn total(desk: &Desk<'_>, party: PartyId) -> Option<Total> {
    let all = &desk.appraisals[party];
    let band = |of: fn(&Appraisal) -> i64| Band::of(all.iter().map(of));
    let (total, threshold, gain) = (band(|a| a.total)?, band(|a| a.threshold)?, band(Appraisal::gain)?);
    let (from, to) = scale(desk);
    let figures = &desk.figures;
    let mark = desk.mark(party);
    let label = if party == desk.seat { desk.get("table-you") } else { mark.name.clone() };
    let figure = figures.total_in(total);
    let change = figures.change_in(gain);
    Some(Total {
        spoken: desk.text(
            "table-total-spoken",
            &[
                ("party", label.as_str().into()),
                ("draft", figure.as_str().into()),
                ("nothing", figures.total_in(threshold).into()),
                ("change", change.as_str().into()),
            ],
        ),
        mark,
        label,
        bar: Figures::share(total.middle(), from, to),
        band: spread(total, from, to),
        tick: Figures::share(threshold.middle(), from, to),
        figure,
        change,
        tone: tone_in(gain),
    })
}

/// What the player would do well to know before pressing the button: the first that is against it.
pub(super) fn sentence(desk: &Desk<'_>) -> (String, Tone) {
    let Some(own) = desk.own() else { return (String::new(), Tone::Quiet) };
    if desk.fallen() || desk.over && desk.settled {
        return (String::new(), Tone::Quiet);
    }
    if desk.settled {
        return (desk.get("table-verdict-settled"), Tone::Quiet);
    }
    if desk.judged.package.is_empty() {
        let waits = !desk.legal.answer.is_empty();
        let key = if waits { "table-verdict-answer" } else { "table-verdict-empty" };
        let closed = desk.closed_to(desk.draft.parties()).filter(|_| !waits);
        return (closed.unwrap_or_else(|| desk.get(key)), Tone::Quiet);
    }
    if desk.draft.torn(desk.game, desk.at()).is_some() {
        return (desk.get("table-verdict-torn"), Tone::Quiet);
    }
    let gain = own.gain();
    let figure = desk.figures.change(gain);
    if gain < 0 {
        let key = if desk.has_signed() { "table-verdict-worse-signed" } else { "table-verdict-worse" };
        return (desk.text(key, &[("figure", figure.into())]), Tone::Bad);
    }
    if let Some(forecast) = own.ratification.as_ref().filter(|f| !f.reaches(50)) {
        let house = super::house::passes(desk, forecast);
        return (desk.text("table-verdict-house", &[("forecast", house.into())]), Tone::Bad);
    }
    let key = if desk.has_signed() { "table-verdict-better-signed" } else { "table-verdict-better" };
    (desk.text(key, &[("figure", figure.into())]), tone(gain))
}
