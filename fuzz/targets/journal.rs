//! A journal with any bytes behind it, or in the place of its end: what was written is read, the rest is reported, and the game goes on.

#![no_main]

use std::path::PathBuf;
use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use rare_terms::play::Match;
use rare_terms::play::auto::pass_safely;
use rare_terms::rules::record::read;
use rare_terms::storage::saves::{Saves, Shelf};
use rare_terms_fuzz::{MemoryDisk, journal};

fuzz_target!(|bytes: &[u8]| {
    // The first two bytes say where the journal breaks off.
    let (&[one, other], garbage) = bytes.split_first_chunk::<2>().map_or((&[0, 0], bytes), |(a, b)| (a, b));
    let (whole, truth) = journal();
    let at = whole.len().saturating_sub(usize::from(u16::from_be_bytes([one, other])));
    let text = [&whole.as_bytes()[..at], garbage].concat();
    let path = PathBuf::from("/saves/running/0000000001-00000001.game");
    let disk = MemoryDisk::default();
    disk.put(&path, text.clone());
    let saves = Saves::on(PathBuf::from("/saves"), Arc::new(disk.clone()));
    let Ok(reading) = saves.read(&path) else { return };
    let entries = reading.record.entries.len();
    assert!(truth.entries.starts_with(&reading.record.entries), "entries that never were");
    // A line that was torn while it was written is no damage: nobody was shown it.
    assert!(reading.damage.is_some() || reading.torn || text.ends_with(b"\n"));
    let mut played = Match::resume(reading.record).expect("the beginning of a game plays");
    played.keep(Box::new(saves.journal_at(path.clone())));
    assert_eq!(played.trouble(), None);
    if let Some(seat) = played.waiting_for().iter().next() {
        pass_safely(&mut played, seat);
        assert_eq!(played.record().entries.len(), entries + 1);
    }
    let shelf = if played.is_over() { Shelf::Finished } else { Shelf::Running };
    let slot = saves.list(shelf).expect("it can be listed").pop().expect("it is there");
    let again = read("again.game", &disk.bytes(&slot.path)).expect("it was just written");
    assert!(again.record == *played.record() && again.damage.is_none());
});
