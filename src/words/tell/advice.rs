//! What the advisor says, in the terminal and at the table.

use super::Teller;
use crate::analysis::{NashRule, Rule};
use crate::rules::event::Refused;

impl Teller<'_> {
    /// A rule that picks a package: its name, and what it assumes. `nash` is by which rule the Nash solution was picked.
    #[must_use]
    pub fn advising_rule(&self, rule: Rule, nash: NashRule) -> (String, String) {
        let (name, note) = match (rule, nash) {
            (Rule::Own, _) => ("advice-own", "advice-own-note"),
            (Rule::Nash, NashRule::Product) => ("advice-nash", "advice-nash-note"),
            (Rule::Nash, NashRule::Those(_)) => ("advice-nash-those", "advice-nash-those-note"),
            (Rule::KalaiSmorodinsky, _) => ("advice-ks", "advice-ks-note"),
            (Rule::Egalitarian, _) => ("advice-egalitarian", "advice-egalitarian-note"),
            (Rule::Utilitarian, _) => ("advice-utilitarian", "advice-utilitarian-note"),
        };
        (self.get(name), self.get(note))
    }

    /// What a rule assumes, with the name of the rule.
    #[must_use]
    pub fn advising_note(&self, rule: &str, note: &str) -> String {
        self.text("advice-rule", &[("rule", rule.into()), ("note", note.into())])
    }

    /// That what somebody refuses is left out of the advice; nothing where nothing was.
    #[must_use]
    pub fn left_out(&self, left_out: &[Refused]) -> Option<String> {
        if left_out.is_empty() {
            return None;
        }
        let told = |refused: &Refused| {
            let term = self.term(refused.issue, refused.option);
            let party = self.party(refused.by);
            self.text("advice-left-out-term", &[("term", term.into()), ("party", party.into())])
        };
        let terms = self.all_of(left_out.iter().map(told).collect());
        Some(self.text("advice-left-out", &[("terms", terms.into())]))
    }
}
