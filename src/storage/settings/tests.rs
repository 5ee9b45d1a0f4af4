//! Settings come back as they were, whatever lies in their place.

use std::fs;

use super::*;

fn unusual() -> Settings {
    Settings {
        scale: 130,
        palette: Palette::HighContrast,
        reduced_motion: true,
        silent: true,
        volume: 30,
        hints: false,
        fullscreen: true,
        window: (1800, 1000),
        keys: [("table-take".to_owned(), "ctrl+k".to_owned())].into(),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn settings_come_back_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    // Neither the folder nor the one around it is there yet.
    let file = SettingsFile::new(folder.path().join("config/rare-terms/settings.ron"));
    let found = file.read();
    assert_eq!((found.settings, found.broken), (Settings::default(), None));
    assert_eq!(names(folder.path()), [""; 0], "reading makes nothing");
    for settings in [unusual(), Settings::default()] {
        file.write(&settings).unwrap();
        let found = file.read();
        assert_eq!((found.settings, found.broken), (settings, None));
    }
    assert_eq!(names(file.path().parent().unwrap()), ["settings.ron"], "no part is left");
}

#[test]
fn what_a_file_leaves_out_is_as_usual() {
    let settings = Settings::of_text("(palette: day, )").unwrap();
    assert_eq!(settings, Settings { palette: Palette::Day, ..Settings::default() });
    assert_eq!(Settings::of_text("()").unwrap(), Settings::default());
}

#[test]
fn a_file_that_cannot_be_understood_is_put_aside_and_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::new(folder.path().join("settings.ron"));
    let long = " ".repeat(LIMIT + 1);
    let broken: [&[u8]; 8] = [
        b"",
        b"(scale: 120",
        b"(scale: \"large\")",
        b"(loudness: 3)",
        b"(palette: pink)",
        b"\xff\xfe",
        long.as_bytes(),
        "[".repeat(5000).leak().as_bytes(),
    ];
    for (at, bytes) in broken.into_iter().enumerate() {
        fs::write(file.path(), bytes).unwrap();
        let found = file.read();
        assert_eq!(found.settings, Settings::default());
        let told = found.broken.unwrap();
        assert_eq!(told.path, file.path());
        assert!(!told.why.is_empty());
        let aside = told.aside.unwrap();
        let end = if at == 0 {
            "settings.ron.broken".to_owned()
        } else {
            format!("settings.ron.broken-{}", at + 1)
        };
        assert_eq!(aside, folder.path().join(end));
        assert_eq!(fs::read(aside).unwrap(), bytes);
        assert!(!file.path().exists());
    }
    assert!(file.read().broken.is_none(), "it is told once");
}

#[test]
fn a_folder_in_the_place_of_the_file_is_moved_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::new(folder.path().join("settings.ron"));
    fs::create_dir(file.path()).unwrap();
    assert!(file.read().broken.unwrap().aside.is_some());
    file.write(&unusual()).unwrap();
    assert_eq!(file.read().settings, unusual());
}

#[test]
fn values_out_of_range_are_brought_to_the_nearest() {
    let scale = |text: &str| Settings::of_text(&format!("(scale: {text})")).unwrap().scale;
    let cases =
        [("80", 80), ("79", 80), ("-5", 80), ("200", 200), ("201", 200), ("1e300", 200), ("99.6", 100)];
    for (text, expected) in cases {
        assert_eq!(scale(text), expected, "{text}");
    }
    assert_eq!((scale("NaN"), scale("inf"), scale("-inf")), (100, 200, 80));
    assert_eq!(scale("99999999999999999999999"), 200);
    let volume = |text: &str| Settings::of_text(&format!("(volume: {text})")).unwrap().volume;
    assert_eq!((volume("-1"), volume("0"), volume("101"), volume("NaN")), (0, 0, 100, 60));
    let window = |text: &str| Settings::of_text(&format!("(window: {text})")).unwrap().window;
    assert_eq!(window("(1, 1)"), LEAST_WINDOW);
    assert_eq!(window("(1e9, -3)"), (LARGEST_WINDOW.0, LEAST_WINDOW.1));
    assert_eq!(window("(1500.4, 900)"), (1500, 900));
}

#[test]
fn the_scale_goes_by_tenths_and_stays_in_range() {
    let mut settings = Settings { scale: 190, ..Settings::default() };
    let mut step = |tenths| {
        settings.step_scale(tenths);
        settings.scale
    };
    assert_eq!([step(1), step(1), step(0), step(-1), step(-1), step(-1)], [200, 200, 100, 90, 80, 80]);
    assert_eq!([step(i8::MAX), step(i8::MIN)], [200, 80]);
}

#[test]
fn a_window_is_remembered_where_it_can_be_opened_again() {
    let mut settings = Settings::default();
    assert!(!settings.resized(1440.2, 900.0));
    assert!(settings.resized(1200.0, 100.0));
    assert_eq!(settings.window, (1200, LEAST_WINDOW.1));
    assert!(settings.resized(f32::NAN, f32::INFINITY));
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_harms_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let wall = folder.path().join("wall");
    fs::write(&wall, "a file").unwrap();
    let file = SettingsFile::new(wall.join("rare-terms").join("settings.ron"));
    assert!(file.read().broken.is_none());
    assert!(file.write(&unusual()).unwrap_err().to_string().contains("settings.ron"));
    let mut keeper = Keeper::new(file, Settings::default());
    keeper.keep(&unusual());
    keeper.finish();
    assert!(keeper.trouble().is_some());
    assert!(keeper.trouble().is_none(), "it is told once");
    assert_eq!(fs::read_to_string(wall).unwrap(), "a file");
}

#[test]
fn only_what_changed_is_written_and_only_the_last_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::new(folder.path().join("settings.ron"));
    let mut keeper = Keeper::new(file.clone(), Settings::default());
    keeper.keep(&Settings::default());
    keeper.finish();
    assert!(!file.path().exists(), "nothing changed");
    let mut settings = Settings::default();
    for width in 1100..1200 {
        settings.window.0 = width;
        keeper.keep(&settings);
    }
    assert!(!file.path().exists(), "a window that is being dragged is not written");
    drop(keeper);
    assert_eq!(file.read().settings.window.0, 1199);
}

#[cfg(unix)]
#[test]
fn a_link_keeps_leading_where_it_led() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real.ron");
    fs::write(&real, "()").unwrap();
    let file = SettingsFile::new(folder.path().join("settings.ron"));
    std::os::unix::fs::symlink(&real, file.path()).unwrap();
    file.write(&unusual()).unwrap();
    assert!(file.path().is_symlink());
    assert_eq!(SettingsFile::new(real).read().settings, unusual());
}
