//! A fault of the program, from outside: what it says, the report it leaves, and with which exit code it ends.

use std::process::Command;

#[test]
fn a_fault_is_told_and_reported() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().join("games");
    let run = |drill: &str| {
        Command::new(env!("CARGO_BIN_EXE_rare-terms"))
            .args(["levels", "--saves"])
            .arg(&saves)
            .env("RARE_TERMS_DRILL", drill)
            .output()
            .unwrap()
    };
    let output = run("panic-at-start");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(101), "{said}");
    assert!(said.contains("stopped by a fault of its own") && said.contains("this is a drill"), "{said}");
    assert!(said.contains("drill.rs:") && said.contains("To report the fault"), "{said}");
    assert!(!said.contains("[crash-"), "{said}");
    let reports: Vec<_> = std::fs::read_dir(saves.join("crashes")).unwrap().collect();
    assert_eq!(reports.len(), 1);
    let report = std::fs::read_to_string(reports[0].as_ref().unwrap().path()).unwrap();
    assert!(report.contains("What: this is a drill") && report.contains("nothing is lost"), "{report}");
    // Where nothing can be written beside the games, it is said where the report is.
    std::fs::remove_dir_all(&saves).unwrap();
    std::fs::write(&saves, "in the way").unwrap();
    let said = String::from_utf8(run("panic-at-start").stderr).unwrap();
    assert!(said.contains("The report is in "), "{said}");
    // Anything else in the variable is no drill.
    assert!(run("").status.success() && run("other").status.success());
}
