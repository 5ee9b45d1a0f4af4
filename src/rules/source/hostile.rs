//! Texts made to hurt: huge, deep and damaged ones.

use std::time::{Duration, Instant};

use serde::Deserialize;

use super::tests::{GOOD, Level, fault};
use super::*;

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Deep {
    #[expect(dead_code, reason = "only its depth matters")]
    next: Option<Box<Deep>>,
}

#[test]
fn hostile_texts_are_refused_quickly() {
    let pieces = [
        "(", "[", "((", "Some(", "a:(", "\"", "r#", "r#\"", "'", "/*", "/", "//\n", "\\", "1", "-", ",", ":",
        "a", "[],", "(),", "1,", "\"a\",", "é", "\n", "#![a]", "(1,2):", "..", "br#", "{a:", "title:1,",
    ];
    for piece in pieces {
        let text = piece.repeat((MAX_BYTES - 64) / piece.len());
        let wrapped =
            [format!("(issues: [{text}])"), format!("(pairs: [{text}])"), format!("(title: \"{text}\")")];
        for text in wrapped.into_iter().chain([text]) {
            let start = Instant::now();
            let source = Source::new("x.ron", text);
            let _ = parse::<Level>(&source);
            let _ = locate(&source, &Path::root().field("issues").index(400_000).field("x"));
            let took = start.elapsed();
            // What grows with the square of a text takes minutes; a machine that is busy does not.
            assert!(took < Duration::from_secs(10), "{took:?} for many {piece}");
        }
    }
}

#[test]
fn damaged_texts_never_panic_and_good_ones_are_never_refused() {
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES);
    let marks: Vec<char> = "()[]{},:\"'\\/*r#b.-1x \né".chars().collect();
    let mut state = 7_u64;
    let mut below = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % n
    };
    let mut read = 0;
    for _ in 0..5_000 {
        let mut chars: Vec<char> = GOOD.chars().collect();
        for _ in 0..=below(3) {
            let at = below(chars.len());
            match below(3) {
                0 => drop(chars.remove(at)),
                1 => chars.insert(at, marks[below(marks.len())]),
                _ => chars[at] = marks[below(marks.len())],
            }
        }
        let text: String = chars.into_iter().collect();
        let plain: Result<Level, _> = options.from_str(&text);
        let ours: Result<Level, _> = parse(&Source::new("x.ron", text.as_str()));
        match (plain, ours) {
            (Ok(plain), Ok(ours)) => {
                assert_eq!(plain, ours);
                read += 1;
            }
            (Err(_), Err(fault)) => {
                let place = fault.place();
                assert!(text.get(place.offset..place.offset + place.len).is_some(), "{fault} in {text}");
            }
            (plain, ours) => panic!("{plain:?} but {ours:?} in {text}"),
        }
    }
    assert!(read > 5_000 / 20, "{read}");
}

#[test]
fn depth_is_limited_before_the_stack_is() {
    for piece in ["(", "[", "{", "Some(", "(next:", "a:[", "(\"\","] {
        let message = fault(&piece.repeat(100_000));
        assert!(message.contains("nested more than 64 deep"), "{message}");
    }
    let deep = |n: usize| parse::<Deep>(&Source::new("x.ron", "(next:".repeat(n) + "None" + &")".repeat(n)));
    deep(MAX_DEPTH).unwrap();
    assert!(deep(MAX_DEPTH + 1).unwrap_err().message().contains("nested"));
    let some = "(next:".to_owned() + &"Some(next:".repeat(60) + "None" + &")".repeat(61);
    parse::<Deep>(&Source::new("x.ron", some)).unwrap();
}
