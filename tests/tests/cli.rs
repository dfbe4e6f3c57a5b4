//! The command line, called as a shell calls it: arguments in, streams and an exit status out.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use samla::{Day, Lang};
use samla_cli::{FINE, FOUND, Surroundings, WRONG, lang_of_locale, run};
use serde_json::Value;

/// What a command wrote and how it ended.
#[derive(Debug)]
struct Ended {
    status: u8,
    out: String,
    err: String,
}

fn surroundings(lang: Lang) -> Surroundings {
    Surroundings { lang, today: Day::new(2024, 12, 31).expect("a day"), width: 80, colour: false }
}

fn samla_in(lang: Lang, args: &[&str], stdin: &str) -> Ended {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["samla"].iter().chain(args);
    let status = run(args, &surroundings(lang), &mut stdin.as_bytes(), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ended { status, out: text(out), err: text(err) }
}

/// In Swedish, with nothing on standard input.
fn samla(args: &[&str]) -> Ended {
    samla_in(Lang::Sv, args, "")
}

/// In Swedish, with a record on standard input.
fn check_stdin(record: &str, args: &[&str]) -> Ended {
    let args: Vec<&str> = ["check", "-"].iter().chain(args).copied().collect();
    samla_in(Lang::Sv, &args, record)
}

/// A file of a folder of its own.
fn file(folder: &str, name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path.to_str().expect("UTF-8").to_owned()
}

/// The text on one line, however it was wrapped.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A record with an error in reading, in which one rule holds.
const BAD_DAY: &str = r#"{
  "organisations": [{"id": "kommunen", "kind": "municipal_administration", "municipality": "1489"}],
  "recesses": [{"from": "2024-06-31", "to": "2024-08-01"}]
}"#;

/// A record in which one rule holds and nothing is wrong.
const IN_ORDER: &str = r#"{
  "organisations": [{"id": "kommunen", "kind": "municipal_administration", "municipality": "1489"}]
}"#;

/// A NOSAM whose chair stays on one side, so that a finding names a person.
const CHAIRS: &str = r#"{
  "people": [{"id": "p1", "name": "Ada Granlund"}, {"id": "p2", "name": "Bo Ekman"}],
  "organisations": [{"id": "vc", "kind": "care_centre", "principal": "region"}],
  "groups": [{"id": "a", "kind": "nosam", "municipality": "1489",
    "members": [{"person": "p1", "organisations": ["vc"]}, {"person": "p2", "organisations": ["vc"]}],
    "offices": [
      {"office": "chair", "person": "p1", "from": "2022-03-01", "to": "2023-02-28"},
      {"office": "chair", "person": "p2", "from": "2023-03-01", "to": "2024-02-29"}
    ]}],
  "meetings": [{"id": "m", "groups": ["a"], "start": "2024-03-05T13:00", "end": "2024-03-05T14:30"}]
}"#;

/// A number that no person bears: Skatteverket publishes it for tests.
const PERSONAL_NUMBER: &str = "19121212-1212";

// ── Exit status ──

#[test]
fn without_a_word_there_is_help() {
    let ended = samla(&[]);
    assert_eq!(ended.status, FINE);
    assert!(ended.out.contains("Användning: samla") && ended.err.is_empty(), "{ended:?}");
}

#[test]
fn check_without_a_file_judges_the_good_example_and_says_so() {
    let ended = samla(&["check"]);
    assert_eq!(ended.status, FINE, "{ended:?}");
    assert!(ended.out.starts_with("Det inbyggda exemplet good, prövat per 2024-12-31"), "{ended:?}");
    let ended = samla(&["check", "--lang", "en", "--format", "json"]);
    assert_eq!(json(&ended.out)["receipt"]["as_of"], "2024-12-31");
    assert!(ended.err.contains("the embedded example good is judged as of 2024-12-31"), "{ended:?}");
}

#[test]
fn the_faulty_example_is_found_faulty() {
    let faulty = samla(&["example", "faulty"]);
    let path = file("faulty", "faulty.json", &faulty.out);
    let ended = samla(&["check", &path]);
    assert_eq!((ended.status, ended.err.as_str()), (FOUND, ""));
    assert!(ended.out.contains("Fel:"), "{}", ended.out);
}

#[test]
fn the_status_is_one_from_the_level_asked_for_and_upwards() {
    for record in [IN_ORDER, BAD_DAY, CHAIRS] {
        let counts = json(&check_stdin(record, &["--format", "json"]).out)["counts"].clone();
        let mut found = 0;
        for level in ["error", "warning", "advice"] {
            found += counts[level].as_u64().expect("a count");
            let expected = if found > 0 { FOUND } else { FINE };
            assert_eq!(check_stdin(record, &["--fail-on", level]).status, expected, "{level} {counts}");
        }
        assert_eq!(check_stdin(record, &["--fail-on", "never"]).status, FINE);
    }
    assert_eq!(check_stdin(BAD_DAY, &[]).status, FOUND);
}

#[test]
fn a_remark_alone_never_fails() {
    let record = IN_ORDER.replacen('{', r#"{"färg": "blå","#, 1);
    let ended = check_stdin(&record, &["--fail-on", "advice"]);
    assert_eq!(ended.status, FINE);
    assert!(ended.out.contains("Anmärkning: Nyckeln `färg` är okänd"), "{}", ended.out);
}

#[test]
fn nothing_judged_is_never_valid() {
    for (lang, says) in [("sv", "Inget har prövats"), ("en", "Nothing was checked")] {
        let ended = check_stdin("{}", &["--lang", lang]);
        assert_eq!(ended.status, WRONG);
        assert_eq!(check_stdin("{}", &["--fail-on", "never"]).status, WRONG);
        assert!(ended.out.contains(says), "{}", ended.out);
        assert!(!ended.out.to_lowercase().contains("inga fel") && !ended.out.contains("o errors"));
    }
}

// ── Files ──

#[test]
fn an_unreadable_file_is_told_with_line_and_column_and_the_others_are_judged() {
    let good = file("several", "god.json", BAD_DAY);
    let broken = file("several", "trasig.json", "{\n  \"groups\": [,]\n}");
    let empty = file("several", "tom.json", "{}");
    let ended = samla(&["check", &good, &broken, &empty, "--format", "json"]);
    assert_eq!(ended.status, WRONG, "what could not be read outweighs what was found");
    let reports = json(&ended.out);
    let files: Vec<&Value> = reports.as_array().expect("a list").iter().map(|it| &it["file"]).collect();
    assert_eq!(files, [good.as_str(), empty.as_str()]);
    assert_eq!(reports[0]["report"]["counts"]["error"], 1);
    assert!(ended.err.starts_with(&format!("samla: {broken}: ")), "{}", ended.err);
    assert!(ended.err.ends_with("(rad 2, kolumn 14)\n") && ended.err.lines().count() == 1, "{}", ended.err);

    let lines = samla(&["check", &good, &broken, &empty, "--format", "ndjson"]);
    assert_eq!(lines.status, WRONG);
    let files: Vec<Value> = lines.out.lines().map(|line| json(line)["file"].clone()).collect();
    assert_eq!(files, [good.as_str(), empty.as_str()]);

    let text = samla(&["check", &good, &broken, &empty]);
    assert!(text.out.contains("god.json") && text.out.contains("tom.json"), "{}", text.out);
}

#[test]
fn several_files_of_which_one_can_be_read_are_still_a_list() {
    let good = file("one-of-two", "god.json", "{}");
    let ended = samla(&["check", &good, "finns-inte.json", "--format", "json"]);
    assert_eq!(json(&ended.out).as_array().map(Vec::len), Some(1));
    assert_eq!(ended.err, "samla: finns-inte.json: filen finns inte\n");
}

#[test]
fn one_record_is_its_report_and_one_line() {
    let path = file("one", "ett.json", CHAIRS);
    let report = json(&samla(&["check", &path, "--format", "json"]).out);
    assert!(report["receipt"]["record_sha256"].is_string());
    let line = samla(&["check", &path, "--format", "ndjson"]).out;
    assert_eq!(line.lines().count(), 1);
    assert_eq!(json(&line)["file"], path.as_str());
    assert_eq!(json(&line)["report"], report);
}

#[test]
fn the_report_is_the_same_as_that_of_the_door() {
    let options = r#"{"as_of": "2024-12-31", "subjects": "all"}"#;
    let door = samla::json::check(CHAIRS.as_bytes(), options).expect("a report");
    let said = check_stdin(CHAIRS, &["--as-of", "2024-12-31", "--subjects", "all", "--format", "json"]).out;
    assert_eq!(said, door + "\n");
}

#[test]
fn a_hyphen_is_standard_input_and_today_the_usual_day() {
    let ended = check_stdin(BAD_DAY, &["--format", "json"]);
    assert_eq!(json(&ended.out)["receipt"]["as_of"], "2024-12-31");
    let ended = check_stdin("", &[]);
    assert_eq!(ended.status, WRONG);
    assert_eq!(ended.err, "samla: standard in: Här finns ingen text (rad 1, kolumn 1)\n");
    let ended = check_stdin("[]", &["--lang", "en"]);
    assert!(ended.err.starts_with("samla: standard input: The record should be an object"), "{ended:?}");
}

#[test]
fn tables_are_refused_and_the_records_beside_them_judged() {
    let good = file("tables", "god.json", "{}");
    for ending in ["csv", "xlsx", "ods", "XLSX"] {
        let table = file("tables", &format!("lista.{ending}"), "a;b");
        let ended = samla(&["check", &table, &good, "--format", "ndjson"]);
        assert_eq!(ended.status, WRONG);
        assert!(ended.err.ends_with("tabeller läses inte ännu, bara underlag i JSON\n"), "{ended:?}");
        assert_eq!(ended.out.lines().count(), 1);
    }
}

#[test]
fn a_folder_is_no_file() {
    let ended = samla(&["check", env!("CARGO_TARGET_TMPDIR")]);
    assert_eq!(ended.status, WRONG);
    assert!(ended.err.contains("det är en mapp"), "{ended:?}");
}

#[test]
fn a_schema_is_printed_as_it_is_committed() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    for name in ["record", "report", "charter"] {
        for (args, draft) in [(&["schema", name][..], "2020-12"), (&["schema", name, "--draft", "07"], "07")]
        {
            let ended = samla(args);
            let committed =
                fs::read_to_string(folder.join(format!("{name}.{draft}.json"))).expect("a schema");
            assert_eq!((ended.status, ended.err.as_str()), (FINE, ""));
            assert!(ended.out == committed, "{args:?}");
        }
    }
}

// ── What is refused ──

#[test]
fn what_is_not_built_yet_is_refused_with_one_sentence() {
    for args in [
        &["template", "roster"][..],
        &["check", "--format", "sarif"],
        &["check", "--format=junit"],
        &["check", "--format", "html"],
        &["check", "--format", "markdown"],
        &["check", "--jobs", "4"],
        &["check", "--group", "NOSAM"],
        &["check", "--save", "fil.json"],
        &["check", "--annotate", "fil.xlsx"],
    ] {
        for (lang, says) in [(Lang::Sv, "är inte byggt ännu\n"), (Lang::En, "is not built yet\n")] {
            let ended = samla_in(lang, args, "");
            assert_eq!((ended.status, ended.out.as_str()), (WRONG, ""), "{args:?}");
            assert!(ended.err.ends_with(says) && ended.err.lines().count() == 1, "{args:?}: {}", ended.err);
        }
    }
}

#[test]
fn a_mistaken_call_gets_one_sentence_and_status_two() {
    for (args, says) in [
        (&["chek"][..], "menade du `check`?"),
        (&["schema"], "som i `samla schema record`"),
        (&["schema", "lista"], "inget schema `lista`, bara `record`, `report` och `charter`"),
        (
            &["schema", "record", "--draft", "4"],
            "ingen utgåva `4` av JSON Schema här, bara `2020-12` och `07`",
        ),
        (&["lista.json"], "prövas med `samla check lista.json`"),
        (&["check", "--frmat", "json"], "menade du `--format`?"),
        (&["check", "--as-of"], "--as-of behöver ett värde"),
        (&["check", "--as-of", "2024-02-30"], "`2024-02-30` är ingen dag i kalendern"),
        (&["check", "--as-of", "igår"], "`igår` är ingen dag"),
        (&["check", "--format", "pdf"], "välj bland text, json, ndjson"),
        (&["check", "--fail-on", "info"], "välj bland error, warning, advice, never"),
        (&["check", "--names=ja"], "--names tar inget värde"),
        (&["check", "--format", "json", "--format", "text"], "står två gånger"),
        (&["check", "--reading", "A-19"], "skriv som A-19=none"),
        (
            &["check", "--reading", "A-19=kommun"],
            "kan vara regionens sida (`region`), ingen sida (`none`), en egen sida (`own_side`)",
        ),
        (&["check", "--horizon"], "--horizon behöver ett värde"),
        (
            &["check", "--horizon", "90"],
            "`90` är inget antal dagar eller veckor framåt, skriv som 90d eller 12w",
        ),
        (&["check", "--horizon", "3m"], "skriv som 90d eller 12w"),
        (&["check", "--horizon", "0d"], "från 1 till 3660 dagar"),
        (&["check", "--horizon", "3661d"], "från 1 till 3660 dagar"),
        (&["check", "--horizon", "99999999999999999999w"], "från 1 till 3660 dagar"),
        (&["check", "--horizon", "+9d"], "skriv som 90d eller 12w"),
        (&["check", "--horizon", "d"], "skriv som 90d eller 12w"),
        (&["check", "--horizon", "90d", "--horizon", "9d"], "står två gånger"),
        (&["compare"], "Ange två underlag"),
        (&["compare", "a.json"], "Det finns inget att jämföra med"),
        (&["compare", "a.json", "--as-of", "2024-12-31"], "Det finns inget att jämföra med"),
        (&["compare", "a.json", "b.json", "c.json"], "högst två gånger"),
        (
            &["compare", "a.json", "--as-of", "2022-12-31", "--as-of", "2023-12-31", "--as-of", "2024-12-31"],
            "högst två gånger",
        ),
        (&["compare", "-", "-"], "Standard in kan bara vara det ena"),
        (&["compare", "finns-inte.json", "b.json"], "finns-inte.json: filen finns inte"),
        (&["compare", "a.json", "b.json", "--as-of", "igår"], "`igår` är ingen dag"),
        (&["compare", "a.json", "b.json", "--reading", "A-99=1"], "Det finns ingen tolkning `A-99`"),
        (&["compare", "a.json", "b.json", "--format", "ndjson"], "välj bland text, json"),
        (&["compare", "a.csv", "b.json"], "tabeller läses inte ännu"),
        (&["charter", "check"], "Ange ett regelverk"),
        (&["charter", "check", "finns-inte.json"], "finns-inte.json: filen finns inte"),
        (&["check", "--reading", "A-30=faktisk"], "den är fast"),
        (&["check", "--reading", "A-32=snart"], "skriv som A-32=35"),
        (&["check", "--reading", "A-99=1"], "Det finns ingen tolkning `A-99`"),
        (&["check", "--charter", "finns-inte.json"], "finns-inte.json: filen finns inte"),
        (&["check", "--lang", "fr"], "välj bland sv, en"),
        (&["explain"], "Ange en klausul"),
        (&["explain", "N-ORD-9"], "nära ligger N-ORD-1"),
        (&["explain", "X"], "`samla clauses` listar dem"),
        (&["explain", "A-99"], "Det finns ingen tolkning `A-99`; `samla charter show` visar dem"),
        (&["check", "--reading", "A-02=B01"], "skriv som A-02=[\"B01\",\"B02\"]"),
        (&["check", "--reading", "A-37=[\"skola\"]"], "skriv som A-37=[\"…\"]"),
        (&["example", "best"], "bara `good` och `faulty`"),
        (&["example", "good", "faulty"], "`faulty` är ett ord för mycket"),
        (&["clauses", "finns-inte.json"], "filen finns inte"),
        (&["charter", "visa"], "är inget kommando i samla"),
    ] {
        let ended = samla(args);
        assert_eq!((ended.status, ended.out.as_str()), (WRONG, ""), "{args:?}");
        assert!(ended.err.contains(says) && ended.err.lines().count() == 1, "{args:?}: {}", ended.err);
        let english = samla_in(Lang::En, args, "");
        assert_eq!(english.status, WRONG);
        assert_ne!(english.err, ended.err, "{args:?} is said in one language only");
    }
}

// ── Languages ──

#[test]
fn the_option_wins_over_the_locale() {
    assert_eq!(lang_of_locale("sv_SE.UTF-8"), Lang::Sv);
    assert_eq!(lang_of_locale("SV"), Lang::Sv);
    assert_eq!(lang_of_locale("C.UTF-8"), Lang::En);
    assert_eq!(lang_of_locale(""), Lang::En);
    for (locale, args, says) in [
        (Lang::En, &["check", "--lang", "sv"][..], "prövat per"),
        (Lang::En, &["--lang=sv", "check"], "prövat per"),
        (Lang::Sv, &["check", "--lang=en"], "judged as of"),
        (Lang::En, &["check"], "judged as of"),
    ] {
        let ended = samla_in(locale, args, "");
        assert!(ended.out.contains(says), "{args:?}: {}", ended.out);
    }
}

#[test]
fn help_is_wholly_in_one_language() {
    for word in ["check", "compare", "explain", "clauses", "example", "charter"] {
        let swedish = samla(&[word, "--help"]);
        assert_eq!(swedish.status, FINE);
        for english in ["Usage", "Options", "Arguments", "Print", "default", "possible"] {
            assert!(!swedish.out.contains(english), "{word} {english}: {}", swedish.out);
        }
        assert_eq!(samla(&["help", word]).out, swedish.out);
        let english = samla(&[word, "--help", "--lang", "en"]).out;
        assert!(english.contains("Usage:") && !english.contains("Visar"), "{english}");
    }
    assert!(samla(&["--version"]).out.starts_with("samla 0."));
}

// ── Personal data ──

#[test]
fn people_are_named_only_when_asked_for() {
    for format in ["text", "json", "ndjson"] {
        let ended = check_stdin(CHAIRS, &["--format", format]);
        assert!(ended.out.contains("p2") && !ended.out.contains("Bo Ekman"), "{}", ended.out);
        let ended = check_stdin(CHAIRS, &["--format", format, "--names"]);
        assert!(ended.out.contains("Bo Ekman"), "{}", ended.out);
    }
}

#[test]
fn protected_people_are_never_named() {
    for protected in ["true", "\"kanske\""] {
        let record = CHAIRS.replace(
            "\"name\": \"Bo Ekman\"",
            &format!("\"name\": \"Bo Ekman\", \"protected\": {protected}"),
        );
        for format in ["text", "json"] {
            let ended = check_stdin(&record, &["--format", format, "--names"]);
            assert!(!ended.out.contains("Ekman") && ended.out.contains("p2"), "{}", ended.out);
        }
    }
}

#[test]
fn a_personal_number_is_never_echoed() {
    let named = file("numbers", &format!("{PERSONAL_NUMBER}.json"), CHAIRS);
    let broken = file("numbers", &format!("trasig {PERSONAL_NUMBER}.json"), "{");
    let mut charter = json(&samla(&["charter", "show", "--format", "json"]).out);
    charter["readings"]["A-02"] = serde_json::json!([PERSONAL_NUMBER]);
    let own = file("numbers", "regelverk.json", &charter.to_string());
    let reading = format!("A-19={PERSONAL_NUMBER}");
    let unknown = format!("{PERSONAL_NUMBER}=none");
    let option = format!("--{PERSONAL_NUMBER}");
    for args in [
        &["check", &named][..],
        &["check", &named, "--format", "json"],
        &["check", &named, "--format", "ndjson"],
        &["check", &named, &broken, "--format", "json"],
        &["check", PERSONAL_NUMBER],
        &["check", "--as-of", PERSONAL_NUMBER],
        &["check", "--reading", &reading],
        &["check", "--reading", &unknown],
        &["check", "--reading", PERSONAL_NUMBER],
        &["check", "--charter", &broken],
        &["check", "--format", PERSONAL_NUMBER],
        &["check", "--lang", PERSONAL_NUMBER],
        &["check", &option],
        &["check", "--horizon", PERSONAL_NUMBER],
        &["compare", &named, &broken],
        &["compare", &named, &named],
        &["compare", &named],
        &["charter", "check", &broken],
        &["charter", "check", &own],
        &["clauses", &broken],
        &["explain", PERSONAL_NUMBER],
        &["example", PERSONAL_NUMBER],
        &["example", "good", PERSONAL_NUMBER],
        &[PERSONAL_NUMBER],
    ] {
        for lang in [Lang::Sv, Lang::En] {
            let ended = samla_in(lang, args, "");
            let said = ended.out + &ended.err;
            assert!(!said.contains("121212") && !said.is_empty(), "{args:?}: {said}");
        }
    }
}

#[test]
fn a_personal_number_in_a_record_reaches_no_text() {
    let record = CHAIRS.replace("\"p2\"", &format!("\"{PERSONAL_NUMBER}\"")).replace("Ada", PERSONAL_NUMBER);
    for args in [&[][..], &["--names"], &["--format", "json", "--names", "--subjects", "all"]] {
        let ended = check_stdin(&record, args);
        assert_eq!(ended.status, FOUND);
        assert!(!(ended.out + &ended.err).contains("121212"));
    }
}

#[test]
fn nothing_that_a_user_wrote_steers_the_terminal() {
    let record = CHAIRS
        .replace("\"id\": \"a\", \"kind\"", "\"id\": \"a\", \"name\": \"\\u001b[31mRöd\\u202e\", \"kind\"")
        .replace("Bo Ekman", "Bo\\u001b]0;titel\\u0007");
    let ended = check_stdin(&record, &["--names"]);
    assert!(ended.out.contains("·[31mRöd·"), "{}", ended.out);
    assert!(!ended.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{}", ended.out);
    let ended = samla(&["check", "a\u{1b}[2Jb.json"]);
    assert!(!ended.err.contains('\u{1b}'), "{}", ended.err);
}

// ── The other words ──

#[test]
fn a_clause_is_explained_in_both_languages() {
    let swedish = samla(&["explain", "n-mot-1"]);
    assert_eq!(swedish.status, FINE);
    for part in ["N-MOT-1", "Mötesfrekvens, mening 35", "Varför", "Så läses det", "Exempel", "A-30"] {
        assert!(swedish.out.contains(part), "{part}: {}", swedish.out);
    }
    let english = samla(&["explain", "N-MOT-1", "--lang", "en"]).out;
    assert!(english.contains("How it is read"), "{english}");
    assert!(samla(&["explain", "N-ALL-1"]).out.contains("Prövas     inte: ett mål"));
}

#[test]
fn a_reading_is_explained_in_both_languages() {
    let swedish = flat(&samla(&["explain", "a-19"]).out);
    for part in [
        "A-19",
        "Vilken sida en privat utförare",
        "regionens sida (`region`)",
        "egen sida (`own_side`)",
        "N-ORD-2",
    ] {
        assert!(swedish.contains(part), "{part}: {swedish}");
    }
    let english = flat(&samla(&["explain", "A-19", "--lang", "en", "--reading", "A-19=none"]).out);
    for part in ["Side of a private provider", "In force no side (`none`)", "--reading A-19=none"] {
        assert!(english.contains(part), "{part}: {english}");
    }
    let list = flat(&samla(&["explain", "A-02"]).out);
    assert!(list.contains("--reading 'A-02=[\"B01\",\"B02\"]'"), "{list}");
    let fixed = flat(&samla(&["explain", "A-35"]).out);
    assert!(fixed.contains("kan inte ändras") && !fixed.contains("--reading"), "{fixed}");
}

#[test]
fn every_reading_can_be_explained() {
    for reading in samla::charter::READINGS {
        let ended = samla(&["explain", reading.id]);
        assert!(ended.status == FINE && ended.out.contains(reading.id), "{}", reading.id);
    }
}

#[test]
fn every_clause_can_be_explained() {
    for clause in samla::clauses::all() {
        let ended = samla(&["explain", clause.id]);
        assert!(ended.status == FINE && ended.out.contains(clause.id), "{}", clause.id);
    }
}

#[test]
fn what_is_explained_and_listed_is_that_of_the_charter() {
    let norrdal = Path::new(env!("CARGO_MANIFEST_DIR")).join("charters/norrdal-2025.json");
    let norrdal = norrdal.to_str().expect("a path");
    let explained = flat(&samla(&["explain", "N-ORD-3", "--charter", norrdal]).out);
    assert!(explained.contains("Reglemente för närvårdsgrupperna i Norrdal"), "{explained}");
    let off = flat(&samla(&["explain", "N-MOT-3", "--charter", norrdal]).out);
    assert!(off.contains("inte: regelverket norrdal-2025 stänger av regeln"), "{off}");
    let listed = samla(&["clauses", "--charter", norrdal]).out;
    assert!(listed.contains("N-ORD-3") && listed.contains("Reglemente för närvårdsgrupperna"), "{listed}");
    assert!(!listed.contains("Samverkansplan") && !listed.contains("N-MOT-3"), "{listed}");
    let reading = samla(&["explain", "N-ORD-3", "--reading", "A-20=calendar_year"]).out;
    assert_ne!(reading, samla(&["explain", "N-ORD-3"]).out);
    let mgp = flat(&samla(&["clauses"]).out);
    assert!(mgp.contains("inte: regelverket stänger av regeln"), "{mgp}");
}

#[test]
fn the_clauses_are_listed_in_three_formats() {
    let list = json(&samla(&["clauses", "--format", "json"]).out);
    assert_eq!(list.as_array().map(Vec::len), Some(127));
    assert!(list[0].get("outcome").is_none());
    let csv = samla(&["clauses", "--format", "csv"]).out;
    assert!(csv.starts_with("\u{feff}Klausul;Dokument;"), "a mark and semicolons, for Excel in Sweden");
    assert_eq!(csv.matches("\r\n").count(), 128);
    let text = samla(&["clauses"]).out;
    assert!(samla::clauses::all().all(|clause| text.contains(clause.id)));
}

#[test]
fn a_record_gives_the_clauses_outcomes() {
    let path = file("clauses", "underlag.json", CHAIRS);
    let list = json(&samla(&["clauses", &path, "--format", "json"]).out);
    let entry = list.as_array().expect("a list").iter().find(|it| it["clause"] == "N-ORD-2").expect("it");
    assert_eq!(entry["outcome"], "broken");
    assert!(samla(&["clauses", &path]).out.contains("[prövas: bruten]"));
    let before = samla(&["clauses", &path, "--as-of", "2022-12-31", "--format", "csv"]).out;
    let line = before.lines().find(|line| line.starts_with("N-ORD-2;")).expect("it");
    assert!(!line.ends_with("bruten"), "{line}");
}

#[test]
fn the_examples_are_printed_as_they_are_embedded() {
    for name in ["good", "faulty"] {
        assert_eq!(samla(&["example", name]).out, samla::json::example(name).expect("an example"));
    }
    assert_eq!(samla(&["example"]).out, samla(&["example", "good"]).out);
}

#[test]
fn the_charter_is_shown_with_every_reading() {
    let text = samla(&["charter", "show"]).out;
    for reading in samla::charter::READINGS {
        assert!(text.contains(reading.id), "{}", reading.id);
    }
    assert!(text.contains("Alingsås (1489)") && text.contains("120 till 180 minuter"), "{text}");
    assert_eq!(samla(&["charter"]).out, text);
    let changed = samla(&["charter", "show", "--reading", "A-19=none"]).out;
    assert!(changed.contains("ändrad"), "{changed}");
}

#[test]
fn a_charter_is_read_back_as_it_was_printed() {
    let printed = samla(&["charter", "show", "--format", "json"]).out;
    let path = file("charter", "regelverk.json", &format!("\u{feff}{printed}"));
    let with = |args: &[&str]| json(&check_stdin("{}", args).out)["receipt"]["charter_sha256"].clone();
    let embedded = with(&["--format", "json"]);
    assert_eq!(with(&["--format", "json", "--charter", &path]), embedded);
    assert_ne!(with(&["--format", "json", "--reading", "A-19=none"]), embedded);
}

#[test]
fn a_charter_that_cannot_be_read_is_told_with_its_place() {
    let printed = samla(&["charter", "show", "--format", "json"]).out;
    let path = file("charter", "fel.json", &printed.replace("\"founded\"", "\"grundad\""));
    let ended = samla(&["check", "--charter", &path]);
    assert_eq!((ended.status, ended.out.as_str()), (WRONG, ""));
    assert!(ended.err.contains("rad ") && ended.err.contains("fältet `grundad` är okänt"), "{}", ended.err);
}

#[test]
fn under_another_charter_nobody_is_told_what_samlas_documents_say() {
    let mut charter = json(&samla(&["charter", "show", "--format", "json"]).out);
    charter["id"] = "grannen".into();
    charter["documents"] =
        serde_json::json!([{"code": "G", "title": {"sv": "Grannens avtal", "en": "The neighbour's"}}]);
    for rule in samla::rules::all() {
        charter["rules"][rule.id]["citation"] = serde_json::json!({
            "document": "G", "heading": "Ledning", "sentence": "7", "says": {"sv": "Så här", "en": "Like this"}
        });
    }
    let path = file("neighbour", "regelverk.json", &charter.to_string());
    let shown = samla(&["charter", "show", "--charter", &path]).out;
    assert!(shown.contains("Så här (Ledning, mening 7)"), "{shown}");
    let ended = check_stdin(CHAIRS, &["--charter", &path]);
    assert_eq!((ended.status, ended.err.as_str()), (FOUND, ""));
    assert!(
        ended.out.contains("Grannens avtal: Ledning") && ended.out.contains("N-ORD-2, mening 7"),
        "{}",
        ended.out
    );
    assert!(
        !ended.out.contains("Uppdragsbeskrivning") && !ended.out.contains("Samverkansplan"),
        "{}",
        ended.out
    );
}

#[test]
fn a_waived_breach_stays_visible_with_its_decision() {
    let waiver = r#""waivers": [{"rule": "N-ORD-2", "decided_by": ["a"], "on": "2023-02-01", "to": "2025-12-31",
        "reason": "Ingen annan kunde"}], "meetings""#;
    let ended = check_stdin(&CHAIRS.replace("\"meetings\"", waiver), &[]);
    assert!(ended.out.contains("BESLUTADE AVSTEG"), "{}", ended.out);
    let says = "Avsteg   beslutat 2023-02-01 av NOSAM Alingsås, gäller till och med";
    assert!(ended.out.contains(says), "{}", ended.out);
    assert!(ended.out.contains("2025-12-31, ”Ingen annan kunde”"), "{}", ended.out);
}

#[test]
fn what_is_waived_is_counted_and_never_called_free_of_errors() {
    let record = r#"{
      "complete_to": "2024-12-31",
      "groups": [{"id": "a", "kind": "nosam", "municipality": "1489",
        "offices": [{"office": "chair", "person": "p1", "from": "2023-02-01"}]},
        {"id": "b", "kind": "nosam", "municipality": "1441"}],
      "waivers": [
        {"rule": "N-ORD-3", "from": "2023-01-01", "to": "2025-12-31", "decided_by": ["a"], "on": "2023-01-01",
         "reason": "Omval"}
      ]}"#;
    for (lang, says) in [("sv", "0 fel, 1 undantagen,"), ("en", "0 errors, 1 waived,")] {
        let ended = check_stdin(record, &["--lang", lang]);
        assert_eq!(ended.status, FINE, "{}", ended.out);
        assert!(ended.out.contains(says), "{}", ended.out);
    }
}

#[test]
fn a_waiver_that_has_run_out_is_remarked_on_while_the_breach_is_there() {
    let record = r#"{
      "complete_to": "2024-12-31",
      "groups": [{"id": "a", "kind": "nosam", "municipality": "1489", "members": []}],
      "waivers": [
        {"rule": "N-REP-13", "from": "2023-01-01", "to": "2024-12-30", "decided_by": ["a"], "on": "2023-01-01",
         "reason": "Rekrytering"}
      ]}"#;
    let ended = check_stdin(record, &[]);
    assert_eq!(ended.status, FOUND);
    let says = "Anmärkning: Avsteget gällde till och med 2024-12-30 och bristen finns kvar";
    assert!(ended.out.contains(says), "{}", ended.out);
    let covered = check_stdin(&record.replace("2024-12-30", "2024-12-31"), &[]);
    assert!(!covered.out.contains("Avsteget gällde till och med"), "{}", covered.out);
}

// ── What is ahead ──

#[test]
fn a_horizon_tells_what_is_due_for_whom_and_when() {
    let record = r#"{"groups": [{"id": "t", "kind": "theme_group", "name": "Temagrupp demens",
        "from": "2024-01-01", "to": "2025-01-31"}]}"#;
    let ended = check_stdin(record, &["--horizon", "31d"]);
    for part in [
        "ATT GÖRA SENAST 2025-01-31",
        "  Gruppen ska vara avslutad senast 2025-01-31.\n    Gäller   Temagrupp demens\n",
        "    Klausul  P-KOM-4, mening",
    ] {
        assert!(ended.out.contains(part), "{part}: {}", ended.out);
    }
    let ahead = ended.out.find("ATT GÖRA").expect("it");
    assert!(ahead < ended.out.find("ÖVRIGA REGLER").expect("it"), "before what holds");
    let english = check_stdin(record, &["--horizon", "5W", "--lang", "en"]).out;
    assert!(english.contains("TO BE DONE BY 2025-02-04"), "{english}");
    assert!(english.contains("The group is to be closed by 2025-01-31."), "{english}");
    let none = check_stdin(record, &["--horizon", "30d"]).out;
    assert!(none.contains("Inget behöver bli klart till dess."), "{none}");
    assert!(!check_stdin(record, &[]).out.contains("ATT GÖRA"));
}

#[test]
fn the_duties_ahead_are_in_the_json_report() {
    let record =
        r#"{"groups": [{"id": "t", "kind": "theme_group", "from": "2024-01-01", "to": "2025-01-31"}]}"#;
    let report = json(&check_stdin(record, &["--horizon", "90d", "--format", "json"]).out);
    assert_eq!(report["upcoming"][0]["due"], "2025-02-01");
    assert_eq!(report["upcoming"][0]["subject"], "groups/t");
    assert!(json(&check_stdin(record, &["--format", "json"]).out).get("upcoming").is_none());
}

// ── Comparisons ──

#[test]
fn what_got_worse_is_told_first() {
    let good = file("compare", "god.json", &samla(&["example", "good"]).out);
    let faulty = file("compare", "fel.json", &samla(&["example", "faulty"]).out);
    let ended = samla(&["compare", &good, &faulty, "--as-of", "2024-12-31"]);
    assert_eq!((ended.status, ended.err.as_str()), (FINE, ""), "what changed is no error");
    let place = |part: &str| ended.out.find(part).unwrap_or_else(|| panic!("{part}: {}", ended.out));
    assert!(place("försämringar") < place("SÄMRE") && place("SÄMRE") < place("ÖVRIGA ÄNDRINGAR"));
    for part in ["N-ORD-2 Ordförandeskapet växlar", "håller → är bruten", "Nytt  Fel: "] {
        place(part);
    }
    let why = "Uppföljning från Samordningsgruppen 2024-12-06: håller → kan inte avgöras Kan inte läsas: ";
    assert!(flat(&ended.out).contains(why), "{}", ended.out);
    let back = samla(&["compare", &faulty, &good, "--as-of", "2024-12-31", "--lang", "en"]).out;
    assert!(back.contains("got better") && back.contains("BETTER") && !back.contains("WORSE"), "{back}");
    assert!(back.contains("broken → holds") && back.contains("Gone  Error: "), "{back}");
}

#[test]
fn what_is_no_longer_judged_or_cannot_be_read_got_no_better() {
    let faulty = json(&samla(&["example", "faulty"]).out);
    let whole = file("compare", "hel.json", &faulty.to_string());
    let mut without = faulty.clone();
    without["groups"] = serde_json::json!([]);
    let mut unread = faulty;
    unread["groups"] = "grupperna".into();
    for (name, record) in [("utan.json", without), ("oläslig.json", unread)] {
        let other = file("compare", name, &record.to_string());
        let ended = samla(&["compare", &whole, &other, "--as-of", "2024-12-31"]).out;
        let told =
            ended.split("PRÖVAS INTE LÄNGRE ELLER KAN INTE LÄSAS").nth(1).expect("a heading of its own");
        assert!(told.contains("N-ORD-2") && flat(told).contains("Borta Fel: "), "{ended}");
        assert!(ended.contains("prövas inte längre"), "{ended}");
        let better = ended.split("BÄTTRE\n").nth(1).unwrap_or_default();
        assert!(!better.split("PRÖVAS INTE").next().unwrap_or_default().contains("N-ORD-2"), "{ended}");
    }
}

#[test]
fn nothing_changed_is_said() {
    let path = file("compare", "samma.json", CHAIRS);
    for (lang, says) in [("sv", "Inget har ändrats."), ("en", "Nothing changed.")] {
        let ended = samla(&["compare", &path, &path, "--lang", lang]);
        assert_eq!(ended.status, FINE);
        assert!(ended.out.contains(says), "{}", ended.out);
    }
    let empty = file("compare", "tomt.json", "{}");
    let ended = samla(&["compare", &empty, &empty]);
    assert!(ended.out.contains("Inget har prövats på någon av sidorna."), "{}", ended.out);
}

#[test]
fn one_record_is_compared_on_two_days_or_by_two_charters() {
    let path = file("compare", "ett.json", CHAIRS);
    let days = flat(&samla(&["compare", &path, "--as-of", "2022-12-31", "--as-of", "2024-12-31"]).out);
    assert!(days.contains("prövat per 2022-12-31") && days.contains("prövat per 2024-12-31"), "{days}");
    assert!(days.contains("N-ORD-2") && days.contains("fanns inte → är bruten"), "{days}");

    let mut charter = json(&samla(&["charter", "show", "--format", "json"]).out);
    let embedded = file("compare", "regelverk.json", &charter.to_string());
    charter["meetings"]["minutes"]["from"] = 60.into();
    charter["id"] = "kortare".into();
    let shorter = file("compare", "kortare.json", &charter.to_string());
    let ended = samla(&["compare", &path, "--charter", &embedded, "--charter", &shorter]);
    assert!(
        flat(&ended.out).contains("enligt regelverket kortare, den senaste dagen i underlaget är 2024-03-05")
            && ended.out.contains("BÄTTRE"),
        "{}",
        ended.out
    );
    assert!(ended.out.contains("N-MOT-1") && ended.out.contains("Borta Råd: "), "{}", ended.out);
}

#[test]
fn the_comparison_is_the_same_as_that_of_the_door() {
    let old = file("compare", "gammal.json", "{}");
    let new = file("compare", "ny.json", CHAIRS);
    let said = samla(&["compare", &old, &new, "--format", "json"]).out;
    let door = samla::json::compare(b"{}", CHAIRS.as_bytes(), r#"{"as_of": "2024-12-31"}"#);
    assert_eq!(said, door.expect("a comparison") + "\n");
    let change = &json(&said)["changes"][0];
    assert!(change["direction"].is_string() && change["new"].is_array(), "{change}");

    let options = r#"{"as_of": "2024-12-31", "before": {"as_of": "2022-12-31"}}"#;
    let door = samla::json::compare(CHAIRS.as_bytes(), CHAIRS.as_bytes(), options).expect("a comparison");
    let said =
        samla(&["compare", &new, "--as-of", "2022-12-31", "--as-of", "2024-12-31", "--format", "json"]).out;
    assert_eq!(said, door + "\n");
    for options in
        ["", "{}", r#"{"as_of": "2024-12-31", "before": 1}"#, r#"{"as_of": "2024-12-31", "after": {}}"#]
    {
        assert!(samla::json::compare(b"{}", b"{}", options).is_err(), "{options}");
    }
}

#[test]
fn a_record_that_cannot_be_read_is_not_compared() {
    let good = file("compare", "läsbar.json", "{}");
    let broken = file("compare", "trasig.json", "{");
    for args in [[&good, &broken], [&broken, &good]] {
        let ended = samla(&["compare", args[0], args[1]]);
        assert_eq!((ended.status, ended.out.as_str()), (WRONG, ""));
        assert!(ended.err.contains("trasig.json: ") && ended.err.contains("rad 1"), "{}", ended.err);
    }
}

#[test]
fn a_comparison_names_people_only_when_asked_and_no_personal_number() {
    let old = file("compare", "utan.json", "{}");
    let new = file("compare", "med.json", CHAIRS);
    for format in ["text", "json"] {
        let said = samla(&["compare", &old, &new, "--format", format]).out;
        assert!(said.contains("p2") && !said.contains("Ekman"), "{said}");
        let said = samla(&["compare", &old, &new, "--format", format, "--names"]).out;
        assert!(said.contains("Bo Ekman"), "{said}");
    }
    let number = CHAIRS.replace("\"p2\"", &format!("\"{PERSONAL_NUMBER}\""));
    let number = file("compare", "nummer.json", &number);
    for format in ["text", "json"] {
        let said = samla(&["compare", &old, &number, "--format", format, "--names"]).out;
        assert!(!said.contains("121212"), "{said}");
    }
}

// ── Charters of one's own ──

#[test]
fn a_charter_that_holds_together_is_said_to() {
    let printed = samla(&["charter", "show", "--format", "json"]).out;
    let path = file("own-charter", "regelverk.json", &printed);
    let ended = samla(&["charter", "check", &path]);
    assert_eq!((ended.status, ended.err.as_str()), (FINE, ""));
    assert!(
        flat(&ended.out).contains("regelverket samla-2023 hänger ihop. 74 av 75 regler"),
        "{}",
        ended.out
    );
    let ended = samla_in(Lang::En, &["charter", "check", "-"], &printed);
    assert!(ended.out.starts_with("standard input: the charter samla-2023 holds together."), "{ended:?}");
}

#[test]
fn a_charter_that_contradicts_itself_is_told_every_place_and_is_not_used() {
    let mut charter = json(&samla(&["charter", "show", "--format", "json"]).out);
    charter["meetings"]["minutes"]["to"] = 100.into();
    charter["chair"]["term_months"] = 0.into();
    let path = file("own-charter", "motsäger.json", &charter.to_string());
    let mistakes = [
        ("/meetings/minutes", "Från 120 till 100 är inget intervall"),
        ("/chair/term_months", "Perioden ska vara minst en månad"),
    ];
    let checked = samla(&["charter", "check", &path]);
    assert_eq!((checked.status, checked.err.as_str()), (FOUND, ""));
    assert!(checked.out.contains("på 2 ställen"), "{}", checked.out);
    let refused = samla(&["check", "--charter", &path]);
    assert_eq!((refused.status, refused.out.as_str()), (WRONG, ""));
    for (place, says) in mistakes {
        for text in [&checked.out, &refused.err] {
            assert!(text.contains(place) && text.contains(says), "{place}: {text}");
        }
    }
}

#[test]
fn a_charter_that_cannot_be_read_is_no_finding() {
    let unknown = samla(&["charter", "show", "--format", "json"]).out.replace("\"founded\"", "\"grundad\"");
    for (name, text, says) in [
        ("okänt.json", unknown.as_str(), "fältet `grundad` är okänt"),
        ("trasigt.json", "{", "det är inte JSON"),
    ] {
        let path = file("own-charter", name, text);
        let ended = samla(&["charter", "check", &path]);
        assert_eq!((ended.status, ended.out.as_str()), (WRONG, ""), "{name}");
        assert!(ended.err.contains(says) && ended.err.contains("rad "), "{}", ended.err);
        assert_eq!(samla(&["check", "--charter", &path]).err, ended.err, "the same sentence");
    }
}

#[test]
fn values_of_readings_are_told_in_words_with_their_code() {
    for (lang, says) in [
        ("sv", "regionens sida (`region`) – alternativ: ingen sida (`none`); en egen sida"),
        ("en", "the regional side (`region`) – otherwise: no side (`none`); a side of its"),
    ] {
        let text = samla(&["charter", "show", "--lang", lang]).out;
        let text = flat(&text);
        assert!(text.contains(says), "{text}");
        for reading in samla::charter::READINGS {
            if let samla::charter::ReadingKind::Switch(values) = reading.kind {
                for value in values {
                    assert!(text.contains(&format!("(`{}`)", value.code)), "{} {}", reading.id, value.code);
                }
            }
        }
    }
}

#[test]
fn a_reading_is_a_number_a_list_nothing_or_a_word() {
    for reading in
        ["A-19=own_side", "a-32=14", "A-34=12", "A-34=null", "A-02=[\"B01\", \"B08\"]", "A-01=2025-12-31"]
    {
        let ended = samla(&["charter", "show", "--format", "json", "--reading", reading]);
        assert_eq!(ended.status, FINE, "{reading}: {}", ended.err);
    }
    let two =
        samla(&["charter", "show", "--format", "json", "--reading", "A-32=14", "--reading", "A-34=12"]).out;
    assert_eq!((&json(&two)["readings"]["A-32"], &json(&two)["readings"]["A-34"]), (&14.into(), &12.into()));
}

// ── Streams ──

/// A stream that fails in one way.
struct Failing(io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn a_reader_that_has_gone_changes_nothing() {
    for (record, status) in [("{}", WRONG), (BAD_DAY, FOUND), ("{", WRONG)] {
        for format in ["text", "json", "ndjson"] {
            let args = ["samla", "check", "-", "--format", format];
            let (mut out, mut err) = (Failing(io::ErrorKind::BrokenPipe), Failing(io::ErrorKind::BrokenPipe));
            let here = surroundings(Lang::Sv);
            assert_eq!(run(args, &here, &mut record.as_bytes(), &mut out, &mut err), status, "{format}");
        }
    }
}

#[test]
fn a_full_disk_is_told() {
    let (mut out, mut err) = (Failing(io::ErrorKind::StorageFull), Vec::new());
    let status = run(["samla", "check"], &surroundings(Lang::Sv), &mut io::empty(), &mut out, &mut err);
    assert_eq!(status, WRONG);
    assert!(!err.is_empty());
}

#[cfg(unix)]
#[test]
fn a_word_that_is_no_text_is_told() {
    use std::os::unix::ffi::OsStringExt;
    let bad = OsString::from_vec(b"N-\xff".to_vec());
    let args = [OsString::from("samla"), OsString::from("explain"), bad];
    let mut err = Vec::new();
    let status = run(args, &surroundings(Lang::Sv), &mut io::empty(), &mut Vec::new(), &mut err);
    assert_eq!(status, WRONG);
    assert!(String::from_utf8_lossy(&err).contains("inte text i UTF-8"));
}
