//! Records with right seals and any content: what somebody would write who wants to break the game.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use rare_terms::rules::record::{Record, Writer};

/// Lines with their seals, the first line included.
pub(crate) fn sealed<T: AsRef<str>>(lines: impl IntoIterator<Item = T>) -> String {
    let mut seal = blake3::hash(b"rare-terms record 1");
    let mut text = "rare-terms record 1\n".to_owned();
    for line in lines {
        let line = line.as_ref();
        let mut hasher = blake3::Hasher::new();
        hasher.update(seal.as_bytes()).update(line.as_bytes());
        seal = hasher.finalize();
        text.push_str(&seal.to_hex()[..16]);
        text.push(' ');
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// The lines of a record without their seals, and without an end.
pub(crate) fn lines(record: &Record) -> Vec<String> {
    let (mut writer, mut text) = Writer::begin(record);
    record.entries.iter().for_each(|entry| text.push_str(&writer.entry(entry)));
    text.lines().skip(1).map(|line| line[17..].to_owned()).collect()
}

/// A text as a record has it inside.
pub(crate) fn packed(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec_zlib(bytes, 8))
}
