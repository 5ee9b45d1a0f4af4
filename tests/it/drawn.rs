//! Levels drawn by chance, of any size: sums over issues with a few linkages.

use rare_terms::rules::check;
use rare_terms::rules::game::Game;
use rare_terms::rules::source::Source;

/// An even source of numbers, the same everywhere.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % end.unsigned_abs().max(1)).expect("it is below an i64")
    }
}

/// How the points of an option are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Points {
    /// Each party's apart from the others'.
    Apart,
    /// They sum to the same for every option, so that no package dominates another.
    Shared,
}

/// The text of a level with so many parties, options of each issue, and linkages. Everyone signs everything.
pub(crate) fn text(parties: usize, sizes: &[usize], linkages: usize, points: Points, seed: u64) -> String {
    let mut draw = Draw(seed);
    let names: Vec<String> = (0..parties).map(|p| format!("p{p}")).collect();
    let all = names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let effects = |draw: &mut Draw, most: i64| {
        let mut left = 3 * most;
        let each = names.iter().enumerate().map(|(p, name)| {
            let units = match points {
                Points::Apart => draw.below(most),
                Points::Shared if p + 1 == parties => left,
                Points::Shared => draw.below(most),
            };
            left -= units;
            format!("(\"{name}\", [(\"v\", {units})])")
        });
        format!("[{}]", each.collect::<Vec<_>>().join(", "))
    };
    let mut out = String::from(
        "(format: 1, id: \"drawn\", title: \"Drawn\", summary: \"By chance.\", unit: 1, rules: [\"intro\"], \
         interests: [(id: \"v\", name: \"Value\")], ",
    );
    let letters = ["A", "B", "C", "D"];
    let seats = names.iter().zip(letters);
    let seats =
        seats.map(|(name, letter)| format!("(id: \"{name}\", name: \"{name}\", letter: \"{letter}\")"));
    out += &format!("parties: [{}], ", seats.collect::<Vec<_>>().join(", "));
    out += &format!("rounds: [(name: \"Room\", tables: [(parties: [{all}])])], issues: [\n");
    for (i, size) in sizes.iter().enumerate() {
        out += &format!("(id: \"i{i}\", name: \"Issue {i}\", consent: [{all}], start: \"o0\", options: [\n");
        for o in 0..*size {
            let effects = effects(&mut draw, 1_000_000);
            out += &format!("(id: \"o{o}\", name: \"Option {o}\", effects: {effects}),\n");
        }
        out += "]),\n";
    }
    out += "], linkages: [\n";
    for l in 0..linkages.min(sizes.len().saturating_sub(1)) {
        let (a, b) = (l, l + 1);
        let (x, y) = (draw.below(sizes[a] as i64), draw.below(sizes[b] as i64));
        let effects = effects(&mut draw, 300_000);
        out += &format!(
            "(id: \"l{l}\", name: \"Link {l}\", when: [(\"i{a}\", [\"o{x}\"]), (\"i{b}\", [\"o{y}\"])], effects: {effects}),\n"
        );
    }
    out + "])"
}

/// The same under the rule book of talks alone.
pub(crate) fn game(parties: usize, sizes: &[usize], linkages: usize, points: Points, seed: u64) -> Game {
    let text = text(parties, sizes, linkages, points, seed);
    let level = check::level(&Source::new("drawn.ron", text)).expect("it is a level");
    let rules = include_str!("../../assets/rules/intro.ron");
    let rules = check::rule_book(&Source::new("intro.ron", rules)).expect("it is a rule book");
    Game::new(level, rules, None)
}
