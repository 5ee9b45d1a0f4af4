//! The words of the game that have a page, and where each leads on to.
//!
//! What a page says is in `pages.ftl`, under the word's key: its name, `.meaning` and `.text`, and where there is one `.formula` and `.source`.

/// A word of the game.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "each word's page says what it is")]
pub enum Word {
    Affirmation,
    Autonomy,
    Batna,
    Bloc,
    Capital,
    Chamber,
    Clause,
    Communique,
    Consent,
    Controller,
    Efficiency,
    Egalitarian,
    Fragility,
    Frontier,
    Interest,
    Issue,
    Kalai,
    Knowledge,
    Level,
    Linkage,
    Logrolling,
    Mandate,
    Measure,
    Nash,
    NoDeal,
    Offer,
    Option,
    Package,
    Pact,
    Party,
    Pledge,
    Promise,
    Quorum,
    RedLine,
    Reservation,
    Round,
    RuleBook,
    Score,
    Seat,
    Standing,
    Support,
    Threat,
    Trust,
    Utilitarian,
    Verdict,
    WinSet,
    Zopa,
}

/// Every word with its key, and the words that its page names under "see also".
pub(super) const WORDS: &[(Word, &str, &[Word])] = &[
    (Word::Affirmation, "affirmation", &[Word::Standing, Word::Autonomy, Word::Fragility, Word::Bloc]),
    (Word::Autonomy, "autonomy", &[Word::Affirmation, Word::Standing, Word::Interest, Word::Pledge]),
    (Word::Batna, "batna", &[Word::NoDeal, Word::Reservation, Word::Zopa, Word::Pact]),
    (Word::Bloc, "bloc", &[Word::Chamber, Word::Quorum, Word::WinSet]),
    (Word::Capital, "capital", &[Word::Measure, Word::Offer, Word::Threat]),
    (Word::Chamber, "chamber", &[Word::Bloc, Word::Quorum, Word::WinSet, Word::Support]),
    (Word::Clause, "clause", &[Word::Pact, Word::Promise, Word::Option]),
    (Word::Communique, "communique", &[Word::Pact, Word::Standing, Word::Affirmation]),
    (Word::Consent, "consent", &[Word::Controller, Word::Issue, Word::Pact]),
    (Word::Controller, "controller", &[Word::Consent, Word::Measure, Word::Issue]),
    (Word::Efficiency, "efficiency", &[Word::Frontier, Word::Logrolling, Word::NoDeal, Word::Nash]),
    (Word::Egalitarian, "egalitarian", &[Word::Nash, Word::Kalai, Word::Utilitarian, Word::Frontier]),
    (Word::Fragility, "fragility", &[Word::Support, Word::Affirmation, Word::Quorum]),
    (Word::Frontier, "frontier", &[Word::Nash, Word::Kalai, Word::Efficiency, Word::Zopa]),
    (Word::Interest, "interest", &[Word::Mandate, Word::Score, Word::Standing, Word::Autonomy]),
    (Word::Issue, "issue", &[Word::Option, Word::Controller, Word::Consent, Word::Package]),
    (Word::Kalai, "kalai", &[Word::Nash, Word::Egalitarian, Word::Utilitarian, Word::Frontier]),
    (Word::Knowledge, "knowledge", &[Word::Mandate, Word::Seat, Word::Reservation]),
    (Word::Level, "level", &[Word::RuleBook, Word::Party, Word::Issue, Word::Round]),
    (Word::Linkage, "linkage", &[Word::Package, Word::Issue, Word::Logrolling]),
    (Word::Logrolling, "logrolling", &[Word::Package, Word::Efficiency, Word::Linkage]),
    (Word::Mandate, "mandate", &[Word::Interest, Word::RedLine, Word::Knowledge]),
    (Word::Measure, "measure", &[Word::Controller, Word::Capital, Word::Threat]),
    (Word::Nash, "nash", &[Word::Kalai, Word::Egalitarian, Word::Utilitarian, Word::Frontier, Word::NoDeal]),
    (Word::NoDeal, "nodeal", &[Word::Batna, Word::Reservation, Word::Zopa, Word::Score]),
    (Word::Offer, "offer", &[Word::Package, Word::Pact, Word::Capital, Word::Round]),
    (Word::Option, "option", &[Word::Issue, Word::Package]),
    (Word::Package, "package", &[Word::Issue, Word::Offer, Word::Pact, Word::Linkage, Word::Verdict]),
    (Word::Pact, "pact", &[Word::Offer, Word::Chamber, Word::Promise, Word::Communique, Word::Clause]),
    (Word::Party, "party", &[Word::Seat, Word::Interest, Word::Mandate, Word::Level]),
    (Word::Pledge, "pledge", &[Word::Autonomy, Word::Promise, Word::Capital]),
    (Word::Promise, "promise", &[Word::Trust, Word::Fragility, Word::Pact]),
    (Word::Quorum, "quorum", &[Word::Chamber, Word::Bloc, Word::Fragility]),
    (Word::RedLine, "redline", &[Word::Mandate, Word::Option, Word::Verdict]),
    (Word::Reservation, "reservation", &[Word::NoDeal, Word::Batna, Word::Zopa, Word::Nash]),
    (Word::Round, "round", &[Word::Level, Word::Offer, Word::Measure, Word::Chamber]),
    (Word::RuleBook, "rulebook", &[Word::Level, Word::Knowledge]),
    (Word::Score, "score", &[Word::Interest, Word::Mandate, Word::NoDeal]),
    (Word::Seat, "seat", &[Word::Party, Word::Knowledge]),
    (Word::Standing, "standing", &[Word::Affirmation, Word::Communique, Word::Autonomy]),
    (Word::Support, "support", &[Word::Fragility, Word::Chamber, Word::Affirmation]),
    (Word::Threat, "threat", &[Word::Measure, Word::Capital, Word::Standing]),
    (Word::Trust, "trust", &[Word::Promise, Word::Verdict, Word::Chamber]),
    (Word::Utilitarian, "utilitarian", &[Word::Nash, Word::Kalai, Word::Egalitarian, Word::Frontier]),
    (Word::Verdict, "verdict", &[Word::NoDeal, Word::Score, Word::RedLine, Word::Package]),
    (Word::WinSet, "winset", &[Word::Chamber, Word::Quorum, Word::Zopa]),
    (Word::Zopa, "zopa", &[Word::NoDeal, Word::Reservation, Word::Frontier, Word::WinSet]),
];

impl Word {
    /// The message that has its name; what its page says are attributes of it.
    pub(super) fn key(self) -> String {
        let found = WORDS.iter().find(|(word, _, _)| *word == self);
        format!("page-{}", found.map_or("", |(_, key, _)| key))
    }

    /// The words that its page names under "see also".
    pub(super) fn see(self) -> &'static [Self] {
        WORDS.iter().find(|(word, _, _)| *word == self).map_or(&[], |(_, _, see)| see)
    }
}
