//! Any bytes as a record. As they come, they hardly ever fit a seal; so they are also taken as the lines of entries and sealed rightly:
//! such a record is read, and plays or is refused with the entry named.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rare_terms::play::{Match, Replay};
use rare_terms::rules::record::read;
use rare_terms_fuzz::{begun, sealed};

fuzz_target!(|bytes: &[u8]| {
    look("raw.game", bytes);
    if let Ok(lines) = std::str::from_utf8(bytes) {
        // The head and both texts too, if they are there.
        if lines.starts_with("head ") {
            look("whole.game", sealed("rare-terms record 1\n", lines).as_bytes());
        } else {
            look("entries.game", sealed(begun(), lines).as_bytes());
        }
    }
});

fn look(name: &str, bytes: &[u8]) {
    let reading = match read(name, bytes) {
        Ok(reading) => reading,
        Err(fault) => return assert!(fault.line() > 0 && fault.to_string().starts_with(name)),
    };
    let again = read(name, reading.record.to_text(7).as_bytes()).expect("what was read can be written");
    assert!(again.record == reading.record && again.damage.is_none());
    let entries = reading.record.entries.len();
    match Match::resume(reading.record.clone()) {
        Ok(played) => {
            assert!(*played.record() == reading.record);
            let mut replay = Replay::new(reading.record).expect("it has just been played");
            replay.go(entries / 2);
            assert_eq!(replay.at(), entries / 2);
        }
        Err(error) => {
            if let Some(entry) = error.entry() {
                assert!(Match::resume(reading.record.until(entry)).is_ok(), "{error}, and not before");
            }
        }
    }
}
