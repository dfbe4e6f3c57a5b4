//! `samla clauses`: the register of clauses, and with a record what came out.

use samla::clauses::{self, Clause};
use samla::json::ClauseEntry;
use samla::report::Options;
use samla::{Lang, Report};

use crate::call::{Clauses, ClausesFormat};
use crate::paper::{Ink, Paper};
use crate::{Desk, FINE, Stop, input};

pub(crate) fn run(desk: &mut Desk<'_>, words: &Clauses) -> Result<u8, Stop> {
    let lang = desk.lang();
    let report = report(desk, words)?;
    let list = samla::json::clause_list(report.as_ref());
    let text = match words.format {
        ClausesFormat::Json => serde_json::to_string(&list).unwrap_or_default() + "\n",
        ClausesFormat::Csv => csv(lang, &list),
        ClausesFormat::Text => {
            let mut paper = Paper::new(&desk.surroundings);
            write(&mut paper, lang, &list);
            paper.text()
        }
    };
    desk.print(&text)?;
    Ok(FINE)
}

fn report(desk: &mut Desk<'_>, words: &Clauses) -> Result<Option<Report>, Stop> {
    let lang = desk.lang();
    let charter = input::charter(lang, &words.rules)?;
    let as_of = match &words.as_of {
        Some(day) => input::day(lang, day)?,
        None => desk.surroundings.today,
    };
    let Some(path) = &words.file else { return Ok(None) };
    let name = input::spoken(lang, &input::name(path));
    let bytes = input::record(desk, path).map_err(|says| Stop::Wrong(format!("{name}: {says}")))?;
    let report = samla::json::check_bytes(&bytes, &charter, as_of, Options::default());
    report.map(Some).map_err(|error| {
        let error = samla::json::Error::from(error);
        Stop::Wrong(format!("{name}: {}", error.says(lang)))
    })
}

fn write(paper: &mut Paper, lang: Lang, list: &[ClauseEntry]) {
    let mut heading = "";
    for entry in list {
        if entry.heading != heading {
            heading = entry.heading;
            paper.subheading(&format!("{}: {heading}", document(lang, entry)));
        }
        let judged = judged(lang, entry);
        paper.row(
            2,
            8,
            entry.clause,
            &[(Ink::Plain, says(lang, entry)), (Ink::Faint, &format!("[{judged}]"))],
        );
    }
}

fn says(lang: Lang, entry: &ClauseEntry) -> &'static str {
    match lang {
        Lang::Sv => entry.sv,
        Lang::En => entry.en,
    }
}

fn clause(entry: &ClauseEntry) -> Option<&'static Clause> {
    clauses::find(entry.clause)
}

fn document(lang: Lang, entry: &ClauseEntry) -> &'static str {
    clause(entry).map_or(entry.document, |clause| clause.document.title(lang))
}

fn judge(lang: Lang, entry: &ClauseEntry) -> Option<String> {
    Some(match entry.rule? {
        "record" => say!(lang; sv: "prövas när underlaget läses", en: "judged when the record is read"),
        rule if rule == entry.clause => say!(lang; sv: "prövas", en: "judged"),
        rule => say!(lang; sv: "prövas av {rule}", en: "judged by {rule}"),
    })
}

fn judged(lang: Lang, entry: &ClauseEntry) -> String {
    match (judge(lang, entry), entry.outcome, entry.reason) {
        (Some(judge), None, _) => judge,
        (Some(judge), Some(outcome), _) => format!("{judge}: {}", outcome.label(lang)),
        (None, _, reason) => {
            let reason = reason.map_or("", |reason| if lang == Lang::Sv { reason.sv } else { reason.en });
            say!(lang; sv: "prövas inte: {reason}", en: "not judged: {reason}")
        }
    }
}

/// A table that a Swedish Excel opens as it stands: semicolons, UTF-8 with its mark, CR LF.
fn csv(lang: Lang, list: &[ClauseEntry]) -> String {
    let mut text = String::from("\u{feff}");
    let head = match lang {
        Lang::Sv => ["Klausul", "Dokument", "Rubrik", "Innebörd", "Slag", "Prövas av", "Skäl", "Utfall"],
        Lang::En => ["Clause", "Document", "Heading", "Meaning", "Kind", "Judged by", "Reason", "Outcome"],
    };
    line(&mut text, &head);
    for entry in list {
        let modality = clause(entry).map_or(entry.modality, |clause| clause.modality.label(lang));
        let reason = entry.reason.map_or("", |reason| if lang == Lang::Sv { reason.sv } else { reason.en });
        let rule = match (entry.rule, lang) {
            (Some("record"), Lang::Sv) => "läsningen av underlaget",
            (Some("record"), Lang::En) => "the reading of the record",
            (rule, _) => rule.unwrap_or_default(),
        };
        let outcome = entry.outcome.map_or("", |outcome| outcome.label(lang));
        let cells = [
            entry.clause,
            document(lang, entry),
            entry.heading,
            says(lang, entry),
            modality,
            rule,
            reason,
            outcome,
        ];
        line(&mut text, &cells);
    }
    text
}

fn line(text: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(';');
        }
        if cell.contains([';', '"', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}
