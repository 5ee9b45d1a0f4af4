//! Work in which a fault is told and stops nothing.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Work in which a fault stops nothing else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// An opponent thinks: a fault costs it its turn.
    Opponent,
    /// A game that is over is looked back at: a fault costs the reader a page.
    Debrief,
}

thread_local! {
    static NOW: Cell<Option<Work>> = const { Cell::new(None) };
}

/// What is done on this thread, if a fault in it stops nothing else.
#[must_use]
pub fn now() -> Option<Work> {
    NOW.get()
}

/// Does something in which a fault stops nothing else.
///
/// # Errors
/// What the fault said of itself.
pub fn contained<T>(work: Work, job: impl FnOnce() -> T) -> Result<T, String> {
    let before = NOW.replace(Some(work));
    let done = catch_unwind(AssertUnwindSafe(job));
    NOW.set(before);
    done.map_err(|fault| message(fault.as_ref()))
}

fn message(fault: &(dyn Any + Send)) -> String {
    let plain = fault.downcast_ref::<&str>().map(|text| (*text).to_owned());
    plain.or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_else(|| "?".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_and_work_within_work_is_known() {
        assert_eq!(now(), None);
        let inner = contained(Work::Debrief, || {
            let inner = contained(Work::Opponent, || -> () { panic!("{} and {}", "bread", "butter") });
            (inner, now())
        });
        assert_eq!(inner, Ok((Err("bread and butter".to_owned()), Some(Work::Debrief))));
        assert_eq!(now(), None);
    }
}
