//! Finds what a player means by a name: an id, a name on screen, or a part of either, the beginning first.

use crate::rules::source::nearest;

/// Why a name means nothing here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unclear {
    /// Nothing is called so; perhaps this was meant.
    Unknown(Option<String>),
    /// Several are called so.
    Several(Vec<String>),
}

/// The place of the one that is meant, among pairs of id and name.
pub(super) fn find(wanted: &str, among: &[(&str, &str)]) -> Result<usize, Unclear> {
    let wanted = plain(wanted);
    if wanted.is_empty() {
        return Err(Unclear::Unknown(None));
    }
    let exact = |text: &str| plain(text) == wanted;
    let begins = |text: &str| plain(text).starts_with(&wanted);
    let inside = |text: &str| plain(text).split(' ').any(|word| word.starts_with(&wanted));
    let anywhere = |text: &str| plain(text).contains(&wanted);
    let ways: [&dyn Fn(&str) -> bool; 4] = [&exact, &begins, &inside, &anywhere];
    for fits in ways {
        let found: Vec<usize> =
            (0..among.len()).filter(|at| fits(among[*at].0) || fits(among[*at].1)).collect();
        match found[..] {
            [] => {}
            [one] => return Ok(one),
            _ => return Err(Unclear::Several(found.iter().map(|at| among[*at].1.to_owned()).collect())),
        }
    }
    let all = among.iter().flat_map(|(id, name)| [*id, *name]);
    let near = nearest(&wanted, all).map(str::to_owned);
    Err(Unclear::Unknown(near))
}

/// Finds two names one after the other, each of one or more words: an issue and one of its options.
/// `second` finds the second for the place of the first.
pub(super) fn find_pair<T>(
    words: &[&str],
    first: &[(&str, &str)],
    second: impl Fn(usize, &str) -> Result<T, Unclear>,
) -> Result<(usize, T), PairUnclear> {
    let mut failed = None;
    // The longest first name wins: "tariff on Japan 15" rather than "tariff" and "on Japan 15".
    for split in (1..=words.len()).rev() {
        let Ok(one) = find(&words[..split].join(" "), first) else { continue };
        match second(one, &words[split..].join(" ")) {
            Ok(two) => return Ok((one, two)),
            Err(unclear) => failed = Some((one, words[split..].join(" "), unclear)),
        }
    }
    if let Some((one, rest, unclear)) = failed {
        return Err(PairUnclear::Second(one, rest, unclear));
    }
    let wanted = words.first().copied().unwrap_or_default();
    let unclear = find(wanted, first).err().unwrap_or(Unclear::Unknown(None));
    Err(PairUnclear::First(wanted.to_owned(), unclear))
}

/// Which of two names is unclear, and how it was spelled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum PairUnclear {
    /// The first.
    First(String, Unclear),
    /// The second; the first was found.
    Second(usize, String, Unclear),
}

/// Finds one or more names in a row.
pub(super) fn find_all(words: &[&str], among: &[(&str, &str)]) -> Result<Vec<usize>, (String, Unclear)> {
    let mut found = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let hit = (1..=rest.len())
            .rev()
            .find_map(|count| Some((count, find(&rest[..count].join(" "), among).ok()?)));
        let Some((count, at)) = hit else {
            let unclear = find(rest[0], among).err().unwrap_or(Unclear::Unknown(None));
            return Err((rest[0].to_owned(), unclear));
        };
        found.push(at);
        rest = &rest[count..];
    }
    Ok(found)
}

/// Small letters, without quotes, one space between words.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['_', ',', '"', '“', '”', '\u{a0}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ISSUES: [(&str, &str); 3] = [
        ("tariff_japan", "US tariff on Japan"),
        ("tariff_china", "Extra US tariff on China"),
        ("control", "Who holds the pen"),
    ];

    #[test]
    fn ids_names_and_beginnings_are_found() {
        for (wanted, place) in [
            ("tariff_japan", Ok(0)),
            ("TARIFF CHINA", Ok(1)),
            ("extra", Ok(1)),
            ("\"Who holds\"", Ok(2)),
            ("pen", Ok(2)),
            ("_china", Ok(1)),
            ("pan", Ok(0)),
            ("tarif_japn", Err(Unclear::Unknown(Some("tariff_japan".to_owned())))),
            ("zebra", Err(Unclear::Unknown(None))),
            ("", Err(Unclear::Unknown(None))),
        ] {
            assert_eq!(find(wanted, &ISSUES), place, "{wanted}");
        }
        assert!(matches!(find("tariff", &ISSUES), Err(Unclear::Several(names)) if names.len() == 2));
    }

    #[test]
    fn pairs_and_rows_are_split_where_they_make_sense() {
        let options = [("p15", "15 %"), ("p10", "10 %")];
        let second = |_: usize, text: &str| find(text, &options);
        let pair = |text: &str| find_pair(&text.split(' ').collect::<Vec<_>>(), &ISSUES, second);
        assert_eq!(pair("tariff_japan p10"), Ok((0, 1)));
        assert_eq!(pair("us tariff on japan 15 %"), Ok((0, 0)));
        assert!(matches!(pair("pen 99"), Err(PairUnclear::Second(2, rest, _)) if rest == "99"));
        assert!(matches!(pair("pen"), Err(PairUnclear::Second(2, _, _))));
        assert!(matches!(pair("zebra 15"), Err(PairUnclear::First(first, _)) if first == "zebra"));
        assert!(matches!(pair(""), Err(PairUnclear::First(..))));
        let parties = [("us", "United States"), ("japan", "Japan")];
        assert_eq!(find_all(&["united", "states,", "jap"], &parties), Ok(vec![0, 1]));
        assert!(find_all(&["us", "mars"], &parties).is_err());
    }
}
