//! The formats: one small record in each, as the command line writes it. A new format is a line in a list.

use samla::{Day, Lang};
use samla_cli::{Surroundings, run};
use samla_files::write::{self, Format};

/// A NOSAM whose chair stays on one side, with a short meeting, one that is planned, and a day that is none.
const SAMPLE: &str = include_str!("sample.json");

/// What a verb writes of the sample in a format.
fn written(words: &[&str], format: &str) -> String {
    let today = Day::new(2024, 12, 31).expect("a day");
    let here = Surroundings { lang: Lang::Sv, today, width: 80, colour: false };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = [&["samla"], words, &["--format", format]].concat();
    run(args, &here, &mut SAMPLE.as_bytes(), &mut out, &mut err);
    assert_eq!(String::from_utf8(err).expect("UTF-8"), "");
    String::from_utf8(out).expect("UTF-8")
}

/// Text, and the names of these formats.
fn names<T: ?Sized>(formats: &[Format<T>]) -> impl Iterator<Item = &'static str> {
    std::iter::once("text").chain(formats.iter().map(|format| format.name))
}

#[test]
fn a_report_in_every_format() {
    for format in names(write::REPORT) {
        let written = written(&["check", "-", "--horizon", "90d"], format);
        insta::assert_snapshot!(format!("report_{format}"), written);
    }
}

#[test]
fn an_overview_in_every_format() {
    for format in names(write::OVERVIEW) {
        insta::assert_snapshot!(format!("overview_{format}"), written(&["overview", "-"], format));
    }
}

#[test]
fn the_clauses_with_their_outcomes_as_a_table() {
    let all = written(&["clauses", "-"], "csv");
    let few: Vec<&str> =
        all.lines().filter(|line| line.contains("Klausul") || line.starts_with("N-MOT")).collect();
    insta::assert_snapshot!("clauses_csv", few.join("\n"));
}
