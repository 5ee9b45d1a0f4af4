//! Figures and lists, worded alike everywhere.

use super::{Teller, number};
use crate::rules::ids::{Centi, Points};

impl Teller<'_> {
    /// A score or a total: "58.5 points".
    #[must_use]
    pub fn points(&self, points: Points) -> String {
        let hundredths = self.hundredths(points);
        self.worth(hundredths, number::points(hundredths))
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
        let value = i128::from(points) * 100 / i128::from(self.game.level.per_point().max(1));
        i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
    }

    pub(super) fn worth(&self, hundredths: i64, figure: String) -> String {
        let form = if hundredths.unsigned_abs() == 100 { 1 } else { 2 };
        self.text("tell-worth", &[("figure", form.into()), ("points", figure.into())])
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

    pub(super) fn comma(&self, items: Vec<String>) -> String {
        self.list(items, "tell-list-comma")
    }

    pub(super) fn then(&self, items: Vec<String>) -> String {
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
