//! A level and a rule book that are right, and what becomes of them.

use super::*;
use crate::rules::ids::{InterestId, IssueId, OptionId, PartyId, PartySet, Round};
use crate::rules::level::{Alone, Condition, Deed, Effect, Moment, Outcome, Point, Trigger};

const LEVEL: &str = r#"(
    format: 1, id: "two", title: "Two", summary: "A test.",
    interests: [(id: "gain", name: "Gain"), (id: "face", name: "Face")],
    standing: "face",
    parties: [
        (id: "us", name: "Us", letter: "U", archetypes: [(id: "plain", name: "Plain", percent: [("face", 130)])]),
        (id: "them", name: "Them", letter: "T", chamber: (
            name: "House", quorum: 51, swing: 1,
            blocs: [
                (id: "left", name: "Left", seats: 60, base: -1.5, weights: [("face", .25)], government: true),
                (id: "right", name: "Right", seats: 40, base: 2),
            ],
        )),
    ],
    trust: [("us", "them", 60)],
    rounds: [(name: "One", tables: [(parties: ["us", "them"], net: -3)]), (name: "Two")],
    issues: [
        (
            id: "tax", name: "Tax", controller: "us", alone: TowardsLast, start: "low", headline: 2.5,
            schedule: [(round: 2, option: "high", unless_pact: ["us", "them"])],
            options: [
                (id: "low", name: "Low"),
                (id: "high", name: "High", effects: [("us", [("gain", 0.25), ("face", 0)]), ("them", [("gain", -3)])]),
            ],
        ),
        (
            id: "word", name: "Word", consent: ["us", "them"], start: "none",
            validation: (to: "them", levels: [("warm", .5)]),
            options: [(id: "none", name: "None"), (id: "warm", name: "Warm", sources: ["stylised"])],
        ),
    ],
    constraints: [Exclusive(["tax", "word"]), Together([("tax", "low"), ("word", "none")])],
    resources: [(
        id: "ore", name: "Ore", user: "them", stock: 2, uses: 1, other_supply: .39, supply: [("tax", [("low", 1)])],
        shortage: [("them", [("gain", -2)])],
    )],
    events: [
        (id: "a", headline: "A", trigger: Signed(["us", "them"]), when: [InForce("tax", ["low"]), NoPact(["us", "them"])], outcomes: [
            Points("us", "gain", 1.5), Points("us", "gain", 0), Stock("ore", -1),
        ]),
        (id: "b", headline: "B", trigger: Round(2), chance: 12, when: [NotHappened("a"), NoPact(["us", "them"])]),
    ],
    guide: [
        (when: News, point: Main, say: "Read on."),
        (when: Talks, point: Term("word"), until: Drafted("tax"), say: "Step it."),
        (when: Talks, point: Others, until: Set("tax", "high"), say: "Up."),
    ],
)"#;

#[test]
fn a_good_level_passes() {
    let broken = LEVEL.replace("Together([(\"tax\", \"low\"), (\"word\", \"none\")])", "");
    let level = level(&Source::new("two.ron", broken)).unwrap();
    let (us, them) = (PartyId(0), PartyId(1));
    assert_eq!((level.percent, level.unit, level.standing), (100, 100, Some(InterestId(1))));
    assert_eq!((level.trust[us][them], level.trust[them][us]), (60, 50));
    assert_eq!(level.parties[us].archetypes[0].percent, [100, 130]);
    assert_eq!(level.parties[them].archetypes[0].percent, [100, 100]);
    let house = level.parties[them].chamber.as_ref().unwrap();
    assert_eq!((house.blocs[0].base, &house.blocs[0].weights[..]), (-150, &[0, 25][..]));
    assert_eq!(
        (level.rounds[0].tables[0].parties, level.rounds[0].tables[0].net),
        (PartySet::first(2), -300)
    );
    let tax = level.issue(IssueId(0));
    assert_eq!((tax.consent, tax.alone, tax.headline), (PartySet::one(us), Alone::TowardsLast, 250));
    assert_eq!((tax.schedule[0].round, tax.schedule[0].option), (Round(2), OptionId(1)));
    let effect = |party, units| Effect { party, interest: InterestId(0), units };
    assert_eq!(tax.options[1].effects, [effect(us, 25), effect(them, -300)]);
    assert_eq!(level.issue(IssueId(1)).validation.as_ref().unwrap().levels, [0, 50]);
    assert_eq!(level.resources[0].supply, [(IssueId(0), vec![100, 0])]);
    let happening = &level.happenings[0];
    assert_eq!(happening.trigger, Trigger::Signed(PartySet::first(2)));
    assert!(matches!(
        happening.outcomes[..],
        [Outcome::Points(Effect { units: 150, .. }), Outcome::Stock(_, -100)]
    ));
    assert!(matches!(level.happenings[1].when[1], Condition::NoPact(_)));
    assert_eq!(level.happenings[1].chance, Some(12));
    let [news, talks, set] = &level.guide[..] else { panic!("{:?}", level.guide) };
    assert_eq!((news.when, news.point, news.until), (Moment::News, Point::Main, Deed::Turned));
    assert_eq!((talks.point, talks.until), (Point::Term(IssueId(1)), Deed::Drafted(IssueId(0))));
    assert_eq!(talks.say, "Step it.");
    assert_eq!(set.until, Deed::Set(IssueId(0), OptionId(1)));
}

#[test]
fn plain_multipliers_where_nobody_draws_a_mandate() {
    let start = LEVEL.find(", archetypes").unwrap();
    let end = LEVEL.find("130)])]").unwrap() + "130)])]".len();
    let text = format!("{}{}", &LEVEL[..start], &LEVEL[end..])
        .replace("Exclusive([\"tax\", \"word\"]), Together([(\"tax\", \"low\"), (\"word\", \"none\")])", "");
    let level = level(&Source::new("two.ron", text)).unwrap();
    assert_eq!(level.percent, 1);
    assert_eq!(level.parties[PartyId(0)].archetypes[0].percent, [1, 1]);
}

#[test]
fn a_constraint_has_to_survive_the_calendar() {
    let faults = level(&Source::new("two.ron", LEVEL)).unwrap_err();
    let message = faults.iter().map(|fault| fault.message()).collect::<Vec<_>>().join("|");
    assert_eq!(
        message,
        "these options hold only together, but after the scheduled changes of round 2 \"tax\" is \"high\" and \"word\" is \"none\""
    );
}

#[test]
fn forty_faults_are_enough() {
    let events: String =
        (0..100).map(|i| format!("(id: \"e{i}\", headline: \"E\", trigger: Round(9)),")).collect();
    let text = LEVEL.replace("events: [", &format!("events: [{events}"));
    let faults = level(&Source::new("two.ron", text)).unwrap_err();
    assert_eq!(faults.count(), 41);
    assert!(faults.iter().next().unwrap().message().starts_with("more than 40 things"));
}

#[test]
fn a_good_rule_book_passes() {
    let text = r#"(
        format: 1, id: "mini", name: "Mini", about: "", knowledge: Sealed,
        subsystems: (chambers: true), talks: (order: InTurn, offers: 3, speeches: 2),
        costs: (cable: 1), ratification: (range: 20, trust: .1, cable: -3), support: (failed: -6),
    )"#;
    let book = rule_book(&Source::new("mini.ron", text)).unwrap();
    assert_eq!((book.offers, book.speeches, book.costs.cable), (3, 2, 1));
    assert_eq!(
        (book.vote_range, book.vote_trust, book.vote_cable, book.support_failed),
        (2000, 10, -300, -600)
    );
    let off =
        rule_book(&Source::new("mini.ron", text.replace("chambers: true", "").replace("range: 20,", "")))
            .unwrap();
    assert_eq!(off.vote_range, 0);
}
