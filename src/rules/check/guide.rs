//! The guide: hints that can be shown where they point, and that something the player can do there ends.

use super::names::Names;
use super::sheet::Sheet;
use crate::rules::level::{Deed, Hint, Moment, Point};
use crate::rules::raw::{RawDeed, RawHint, RawLevel, RawPoint};
use crate::rules::source::Path;

/// Most hints of a guide.
const MOST_HINTS: usize = 64;

/// The most words of a hint: it is read in passing.
const MOST_WORDS: usize = 20;

/// The guide.
pub(super) fn guide(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Hint> {
    let at = Path::root().field("guide");
    let list = sheet.counted(&at, &raw.guide, 0..=MOST_HINTS, "hints");
    list.iter().enumerate().filter_map(|(i, raw)| hint(sheet, names, &at.index(i), raw)).collect()
}

fn hint(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawHint) -> Option<Hint> {
    let say = sheet.line(&at.field("say"), &raw.say);
    let words = say.split_whitespace().count();
    if words > MOST_WORDS {
        sheet.fault_with(
            &at.field("say"),
            format!("expected at most {MOST_WORDS} words, found {words}"),
            || "say one thing; a second hint can say the next".to_owned(),
        );
    }
    place(sheet, at, raw);
    let point = point(sheet, names, &at.field("point"), &raw.point);
    let until = deed(sheet, names, &at.field("until"), &raw.until);
    Some(Hint { when: raw.when, point: point?, until: until?, say })
}

/// A hint is of no use that points at what is not there, or waits for what cannot be done there.
fn place(sheet: &mut Sheet<'_>, at: &Path, raw: &RawHint) {
    let (when, found) = (raw.when, plain(&raw.point));
    let there = on_page(when);
    if !there.contains(&found) {
        sheet.fault_with(&at.field("point"), format!("{when:?} is a moment without {found}"), || {
            format!("point at {}, or name another moment in `when`", there.join(", "))
        });
    }
    if raw.until != RawDeed::Turned && !(talking(when)) {
        sheet.fault_with(&at.field("until"), "this is done at talks that are not over", || {
            "leave `until` out: turning the page ends the hint".to_owned()
        });
    }
}

/// Whether it is a moment of talks that are not over.
fn talking(when: Moment) -> bool {
    matches!(when, Moment::Talks | Moment::Offer | Moment::Refused | Moment::Signed | Moment::Worse)
}

/// What can be pointed at.
fn on_page(when: Moment) -> &'static [&'static str] {
    match when {
        Moment::Brief => &["Main", "Fallback"],
        Moment::Result => &["Sheets"],
        Moment::Closed => &["Main", "Fallback", "Term", "Others", "Offers"],
        _ if talking(when) => &["Main", "Fallback", "Term", "Others", "Offers", "Done"],
        _ => &["Main"],
    }
}

/// The name of what is pointed at.
fn plain(point: &RawPoint) -> &'static str {
    match point {
        RawPoint::Main => "Main",
        RawPoint::Fallback => "Fallback",
        RawPoint::Term(_) => "Term",
        RawPoint::Others => "Others",
        RawPoint::Offers => "Offers",
        RawPoint::Done => "Done",
        RawPoint::Sheets => "Sheets",
    }
}

fn point(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawPoint) -> Option<Point> {
    Some(match raw {
        RawPoint::Main => Point::Main,
        RawPoint::Fallback => Point::Fallback,
        RawPoint::Term(issue) => Point::Term(names.issue(sheet, &at.index(0), issue)?),
        RawPoint::Others => Point::Others,
        RawPoint::Offers => Point::Offers,
        RawPoint::Done => Point::Done,
        RawPoint::Sheets => Point::Sheets,
    })
}

fn deed(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawDeed) -> Option<Deed> {
    Some(match raw {
        RawDeed::Turned => Deed::Turned,
        RawDeed::Drafted(issue) => Deed::Drafted(names.issue(sheet, &at.index(0), issue)?),
        RawDeed::Set(issue, option) => {
            let issue = names.issue(sheet, &at.index(0), issue)?;
            Deed::Set(issue, names.option(sheet, &at.index(1), issue, option)?)
        }
        RawDeed::Offered => Deed::Offered,
        RawDeed::Answered => Deed::Answered,
        RawDeed::Signed => Deed::Signed,
    })
}
