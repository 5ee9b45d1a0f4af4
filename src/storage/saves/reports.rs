//! Reports of games that are over, in a folder beside the saved games.

use std::path::PathBuf;

use super::{SaveError, Saves};

/// Where reports lie.
const REPORTS: &str = "reports";

impl Saves {
    /// The folder of reports. It is made when one is first saved.
    #[must_use]
    pub fn reports(&self) -> PathBuf {
        self.folder.join(REPORTS)
    }

    /// Where a report of that name lies; the ending is that of its kind.
    ///
    /// # Errors
    /// The name cannot be that of a file.
    pub fn report_path(&self, name: &str, ending: &str) -> Result<PathBuf, SaveError> {
        Ok(self.reports().join(format!("{}.{ending}", Self::checked(name)?)))
    }

    /// Whether a report of that name is there already.
    #[must_use]
    pub fn has_report(&self, name: &str, ending: &str) -> bool {
        let found = self.disk().list(&self.reports()).unwrap_or_default();
        self.report_path(name, ending).is_ok_and(|path| found.iter().any(|file| file.path == path))
    }

    /// Saves a report whole, in the place of one of the same name.
    ///
    /// # Errors
    /// The name cannot be that of a file, or the system refuses.
    pub fn put_report(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, SaveError> {
        let path = self.report_path(name, ending)?;
        self.put(&path, bytes).map_err(|source| SaveError::Write { path: path.clone(), source })?;
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_takes_the_place_of_one_of_its_name_and_stays_in_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let saves = Saves::new(folder.path().to_owned());
        assert!(!saves.has_report("mine", "html"));
        let first = saves.put_report(" mine ", "html", b"one").unwrap();
        let again = saves.put_report("mine", "html", b"two").unwrap();
        assert_eq!((&first, std::fs::read(&again).unwrap()), (&again, b"two".to_vec()));
        assert_eq!(first, saves.reports().join("mine.html"));
        assert!(saves.has_report("mine", "html") && !saves.has_report("mine", "pdf"));
        assert_eq!(std::fs::read_dir(saves.reports()).unwrap().count(), 1, "no part is left");
        for name in ["", "../out", "a/b", "con", "."] {
            assert!(saves.put_report(name, "html", b"").is_err(), "{name:?}");
        }
    }
}
