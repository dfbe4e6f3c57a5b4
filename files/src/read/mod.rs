//! What records are handed in as. A format is a file here and a line in [`READERS`].

mod json;

use samla::Handed;
use samla::record::NotARecord;

/// A format of records.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// What its files end in, in small letters.
    pub endings: &'static [&'static str],
    /// Reads one record.
    pub read: fn(&[u8]) -> Result<Handed, NotARecord>,
}

/// Every format, first the one that files of any other ending are taken for.
pub const READERS: &[Reader] = &[json::READER];

/// Reads a record from the bytes of a file with this ending.
///
/// # Errors
/// When nothing in the bytes can be a record.
pub fn record(ending: &str, bytes: &[u8]) -> Result<Handed, NotARecord> {
    let is_meant = |reader: &&Reader| reader.endings.iter().any(|it| it.eq_ignore_ascii_case(ending));
    let reader = READERS.iter().find(is_meant).unwrap_or(&READERS[0]);
    (reader.read)(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_any_ending_is_read_as_json() {
        for ending in ["json", "JSON", "txt", ""] {
            assert!(record(ending, b"{}").is_ok() && record(ending, b"[]").is_err(), "{ending}");
        }
    }
}
