//! The two example tools do what they say, on files as people have them.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../core/examples/calendar.rs"]
#[expect(dead_code, reason = "its main is that of an example")]
mod calendar;
#[path = "../../core/examples/roster_linter.rs"]
#[expect(dead_code, reason = "its main is that of an example")]
mod roster_linter;

fn file(name: &str, text: &str) -> String {
    // Tests run side by side, each in a folder of its own.
    let test = std::thread::current().name().unwrap_or("tools").to_owned();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tools").join(test);
    fs::create_dir_all(&folder).expect("a folder");
    let path: PathBuf = folder.join(name);
    fs::write(&path, text).expect("a file");
    path.to_string_lossy().into_owned()
}

fn example(name: &str) -> String {
    file(&format!("{name}.json"), samla::json::example(name).expect("an example"))
}

fn lint(files: &[&str]) -> (u8, String, String) {
    let words = ["--as-of", "2024-12-31"].iter().chain(files).map(|word| (*word).to_owned());
    let (mut out, mut err) = (String::new(), String::new());
    let status = roster_linter::run(words, &mut out, &mut err);
    (status, out, err)
}

#[test]
fn rosters_in_order_pass_in_silence() {
    assert_eq!(lint(&[&example("good")]), (0, String::new(), String::new()));
}

#[test]
fn a_finding_is_a_line_with_file_place_severity_sentence_and_clause() {
    let faulty = example("faulty");
    let (status, out, err) = lint(&[&faulty]);
    assert_eq!((status, err.as_str()), (1, ""));
    let line =
        format!("{faulty}: /groups/1/members: error: Process leader is missing in `nosam-lerum` [N-REP-13]");
    assert!(out.lines().any(|it| it == line), "{out}");
    assert!(!out.contains("[N-ORD-"), "who chairs is no matter of the roster");
}

#[test]
fn a_file_that_is_one_group_is_linted_with_the_places_of_its_own_text() {
    let roster = file(
        "roster.json",
        r#"{"id": "n", "kind": "nosam", "municipality": "1489", "members": [
            {"person": "kim", "organisations": ["o"], "functions": ["process_leader"], "status": "deputy"}],
            "organisations": [{"id": "o", "kind": "support_office"}]}"#,
    );
    let (status, out, _) = lint(&[&roster]);
    assert_eq!(status, 1);
    assert!(out.contains(&format!("{roster}: /members/0: error: ")) && out.contains("[N-REP-4]"), "{out}");
    assert!(!out.contains("/groups/"), "{out}");
}

#[test]
fn a_warning_alone_fails_no_pipeline_and_a_file_that_cannot_be_read_does_whatever_the_others_say() {
    let warned =
        file("warned.json", r#"{"id": "t", "kind": "theme_group", "assignment": "a", "membres": []}"#);
    assert_eq!(lint(&[&warned]).0, 0);
    let torn = file("torn.json", r#"{"groups": ["#);
    let (status, out, err) = lint(&[&torn, &example("faulty"), "not-there.json"]);
    assert_eq!(status, 2);
    assert!(out.contains("[N-REP-13]"), "the others are still linted");
    assert_eq!(err.lines().count(), 2, "{err}");
    assert_eq!(lint(&[]).0, 2);
}

fn drawn_up(words: &[&str]) -> Result<String, String> {
    calendar::run(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
}

#[test]
fn a_calendar_tells_who_chairs_in_each_period_and_in_which_weeks_to_meet() {
    let text = drawn_up(&[&example("good"), "2025"]).expect("a calendar");
    let alingsas = text.split("NOSAM Lerum").next().expect("the first page");
    for line in [
        "NOSAM Alingsås, 2025",
        "  2025-01-01 to 2025-02-28  chair ebba, vice chair berit",
        "  2025-03-01 to 2025-12-31  chair berit, vice chair to be elected, not from the municipal side",
        // The recess at New Year ends on 2025-01-06 and takes three weeks out after 2024-12-10.
        "  meet in week 2 to 6 (2025-01-07 to 2025-02-09)",
        "  meet in week 6 to 7 (2025-02-03 to 2025-02-16)",
    ] {
        assert!(alingsas.lines().any(|it| it == line), "{line}\n{alingsas}");
    }
    let last = alingsas.lines().rfind(|line| line.contains("meet in")).expect("a meeting");
    assert!(last.contains("2025-12-"), "the year is filled: {last}");
}

#[test]
fn a_calendar_says_what_cannot_be_told_and_guesses_nothing() {
    let text = drawn_up(&[&example("faulty"), "2025"]).expect("a calendar");
    assert!(
        text.contains("ragnar chairs. Who follows: It cannot be told until N-ORD-1 is settled"),
        "{text}"
    );
    let empty = file("empty.json", "{}");
    assert!(drawn_up(&[&empty, "2025"]).expect_err("no NOSAM").contains("no NOSAM"));
    for year in ["0", "twenty", "10000"] {
        assert!(drawn_up(&[&empty, year]).is_err(), "{year}");
    }
}
