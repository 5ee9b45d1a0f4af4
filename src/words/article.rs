//! Names that take an article in running text: "the United States", on a label "United States".
//!
//! A level names its parties as they stand on a label. Which of these names take an article is a matter of the language, so the messages
//! list them, and say with `THE($party)` where a name stands in a sentence, and with `CAPITAL(…)` where the sentence begins with it.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};

use super::tell::capital;

/// The message that lists the names, with commas between.
const LIST: &str = "names-with-article";

/// Gives the messages `THE` and `CAPITAL`.
pub(super) fn add_functions(bundle: &mut FluentBundle<FluentResource>) {
    let names = listed(bundle);
    // A function is refused only where its name is taken, and the bundle has no other.
    let _ = bundle.add_function("THE", move |args, _| on_text(args, |text| with_articles(text, &names)));
    let _ = bundle.add_function("CAPITAL", |args, _| on_text(args, |text| capital(text.to_owned())));
}

fn listed(bundle: &FluentBundle<FluentResource>) -> Vec<String> {
    let Some(pattern) = bundle.get_message(LIST).and_then(|message| message.value()) else {
        return Vec::new();
    };
    let list = bundle.format_pattern(pattern, None, &mut Vec::new());
    list.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn on_text<'a>(args: &[FluentValue<'a>], change: impl Fn(&str) -> String) -> FluentValue<'a> {
    match args {
        [FluentValue::String(text)] => change(text).into(),
        // What is missing shows in braces, as it does elsewhere; its name is not known here.
        _ => "{$}".into(),
    }
}

/// One name, or several with words between, each with its article if it takes one.
fn with_articles(text: &str, names: &[String]) -> String {
    let mut left = text;
    let mut out = String::with_capacity(text.len() + 8);
    while let Some(first) = left.chars().next() {
        // Beside a person, in brackets, the name stands as on a label.
        let fresh = out.chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '(');
        let name = names.iter().find(|name| fresh && stands_at_start(left, name));
        match name {
            Some(name) => {
                if !out.ends_with("the ") && !out.ends_with("The ") {
                    out.push_str("the ");
                }
                out.push_str(name);
                left = &left[name.len()..];
            }
            None => {
                out.push(first);
                left = &left[first.len_utf8()..];
            }
        }
    }
    out
}

/// Whether `text` begins with `name` as a whole.
fn stands_at_start(text: &str, name: &str) -> bool {
    text.strip_prefix(name)
        .is_some_and(|rest| rest.chars().next().is_none_or(|after| !after.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::with_articles;
    use crate::words::Words;

    #[test]
    fn each_name_of_the_list_has_its_article_wherever_it_stands() {
        let names = ["United States".to_owned(), "Netherlands".to_owned()];
        for (plain, worded) in [
            ("United States", "the United States"),
            ("Japan and United States", "Japan and the United States"),
            ("United States, Netherlands and China", "the United States, the Netherlands and China"),
            ("the United States", "the United States"),
            ("Ada (United States)", "Ada (United States)"),
            ("United Statesman", "United Statesman"),
            ("MyUnited States", "MyUnited States"),
            ("中国", "中国"),
            ("", ""),
        ] {
            assert_eq!(with_articles(plain, &names), worded);
        }
    }

    #[test]
    fn a_sentence_that_begins_with_a_name_begins_with_a_capital() {
        let words = Words::english();
        let text = |party: &str| words.text("decision-waiting", &[("party", party.into())]);
        assert_eq!(text("United States"), "The United States decides.");
        assert_eq!(text("Japan"), "Japan decides.");
        assert_eq!(
            words.text("table-draft-title", &[("parties", "United States".into())]),
            "Draft to the United States"
        );
        assert_eq!(words.get("decision-waiting"), "{$} decides.", "what is missing is seen to be");
    }
}
