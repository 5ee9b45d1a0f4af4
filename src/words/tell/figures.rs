//! Figures and lists, worded alike everywhere.

use super::{Teller, number};
use crate::rules::event::Amount;
use crate::rules::ids::{Centi, InterestId, PartyId, Points};

impl Teller<'_> {
    /// A score or a total: "58.5 points".
    #[must_use]
    pub fn points(&self, points: Points) -> String {
        let hundredths = self.hundredths(points);
        self.worth(hundredths, number::points(hundredths))
    }

    /// The figure alone: "58.5".
    #[must_use]
    pub fn figure(&self, points: Points) -> String {
        number::points(self.hundredths(points))
    }

    /// A change with its sign: "+3.5 points".
    #[must_use]
    pub fn change(&self, points: Points) -> String {
        let hundredths = self.hundredths(points);
        self.worth(hundredths, number::signed(hundredths, ""))
    }

    /// A change with its sign, without a unit: "+3.5".
    #[must_use]
    pub fn signed(&self, points: Points) -> String {
        number::signed(self.hundredths(points), "")
    }

    /// Net, support or cover, which come in hundredths.
    #[must_use]
    pub fn centi(&self, value: Centi) -> String {
        number::points(value)
    }

    /// Hundredths of a point.
    pub(super) fn hundredths(&self, points: Points) -> i64 {
        number::hundredths(points, self.game.level.per_point())
    }

    pub(super) fn worth(&self, hundredths: i64, figure: String) -> String {
        // The word goes with the figure as it is read.
        let form = if number::points(hundredths.abs()) == "1" { 1 } else { 2 };
        self.text("tell-worth", &[("figure", form.into()), ("points", figure.into())])
    }

    /// What an amount is to a party, in hundredths of a point: under its mandate where that is known, else
    /// plain.
    #[must_use]
    pub fn amount_hundredths(&self, party: PartyId, interest: InterestId, amount: Amount) -> i64 {
        let plain = self.game.level.percent.max(1);
        let mandate = self.at.mandates.0.get(party.index()).copied().flatten();
        let percent = (party.index() < self.game.parties())
            .then(|| self.game.percent(party, mandate))
            .and_then(|percent| percent.get(interest.index()).copied())
            .unwrap_or(plain);
        self.hundredths(amount.points(percent))
    }

    /// A change in an interest with its sign: "−2 points in standing"; nothing where there is none.
    pub(super) fn interest_change(&self, interest: InterestId, hundredths: i64) -> Vec<String> {
        if hundredths == 0 {
            return Vec::new();
        }
        let points = self.worth(hundredths, number::signed(hundredths, ""));
        let interest = self.interest(interest);
        vec![self.text("tell-cost-interest", &[("points", points.into()), ("interest", interest.into())])]
    }

    // ---- lists ----

    /// "a, b and c".
    #[must_use]
    pub fn all_of(&self, items: Vec<String>) -> String {
        self.list(items, "tell-list-and")
    }

    /// "a, b or c".
    #[must_use]
    pub fn one_of(&self, items: Vec<String>) -> String {
        self.list(items, "tell-list-or")
    }

    /// "a or b or c", for names that may have commas of their own.
    #[must_use]
    pub fn any_of(&self, items: Vec<String>) -> String {
        let mut items = items.into_iter();
        let first = items.next().unwrap_or_else(|| self.get("tell-nobody"));
        items.fold(first, |first, last| {
            self.text("tell-list-or", &[("first", first.into()), ("last", last.into())])
        })
    }

    pub(super) fn comma(&self, items: Vec<String>) -> String {
        self.list(items, "tell-list-comma")
    }

    /// "a; b; c".
    #[must_use]
    pub fn then(&self, items: Vec<String>) -> String {
        let mut items = items.into_iter().rev();
        let last = items.next().unwrap_or_default();
        items.fold(last, |rest, first| {
            self.text("tell-list-then", &[("first", first.into()), ("rest", rest.into())])
        })
    }

    fn list(&self, mut items: Vec<String>, last: &str) -> String {
        let Some(end) = items.pop() else { return self.get("tell-nobody") };
        let Some(before) = items.pop() else { return end };
        let pair = self.text(
            last,
            &[("first", before.into()), ("last", end.as_str().into()), ("rest", end.as_str().into())],
        );
        items.into_iter().rev().fold(pair, |rest, first| {
            self.text("tell-list-comma", &[("first", first.into()), ("rest", rest.into())])
        })
    }
}
