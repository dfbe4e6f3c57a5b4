//! What the README shows is what the commands print. `cargo xtask bless` rewrites it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use samla::{Day, Lang};
use samla_cli::{Surroundings, run};

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")
}

#[path = "../../core/examples/calendar.rs"]
#[expect(dead_code, reason = "its main is that of an example")]
mod calendar;
#[path = "../../core/examples/roster_linter.rs"]
#[expect(dead_code, reason = "its main is that of an example")]
mod roster_linter;

/// What a command prints: one of samla's, in English on a page of 80 letters, or one of the example tools.
fn printed(command: &str) -> String {
    let tool = command.strip_prefix("cargo run -p samla --example ");
    match tool.and_then(|tool| tool.split_once(" -- ")) {
        Some(("calendar", words)) => {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            calendar::run(&words).unwrap_or_else(|why| why)
        }
        Some(("roster_linter", words)) => {
            let (mut out, mut err) = (String::new(), String::new());
            roster_linter::run(words.split(' ').map(str::to_owned), &mut out, &mut err);
            out + &err
        }
        _ => printed_by_samla(command),
    }
}

fn printed_by_samla(line: &str) -> String {
    let today = Day::new(2024, 12, 31).expect("a day");
    let surroundings = Surroundings { lang: Lang::En, today, width: 80, colour: false };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    run(line.split_whitespace(), &surroundings, &mut std::io::empty(), &mut out, &mut err);
    out.append(&mut err);
    String::from_utf8(out).expect("UTF-8")
}

/// The README with every `console` block as the commands print it; one that ends with `…` keeps its length.
fn rewritten(text: &str) -> String {
    let mut fresh = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(fresh, "{line}");
        if line != "```console" {
            continue;
        }
        let command = lines.next().expect("a command");
        let _ = writeln!(fresh, "{command}");
        let shown: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let all = printed(command.strip_prefix("$ ").expect("a command begins with $"));
        let all: Vec<&str> = all.trim_end().lines().collect();
        let kept = if shown.last() == Some(&"…") { shown.len() - 1 } else { all.len() };
        for line in all.iter().take(kept) {
            let _ = writeln!(fresh, "{line}");
        }
        if kept < all.len() {
            fresh.push_str("…\n");
        }
        fresh.push_str("```\n");
    }
    fresh
}

#[test]
fn the_readme_shows_what_the_commands_print() {
    let text = fs::read_to_string(readme()).expect("the README");
    let record = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a record");
    // The commands name the file as a user would, in the folder where it stands.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("nosam.json"), record).expect("the record");
    let good = samla::json::example("good").expect("an example");
    fs::write(folder.join("good.json"), good).expect("the example");
    env::set_current_dir(&folder).expect("the folder");
    let fresh = rewritten(&text);
    if env::var_os("SAMLA_BLESS").is_some() {
        fs::write(readme(), &fresh).expect("the README");
    }
    assert!(text.contains("```console"), "the README shows a report");
    if env::var_os("SAMLA_BLESS").is_none() {
        assert_eq!(text, fresh, "`cargo xtask bless` rewrites it");
    }
}
