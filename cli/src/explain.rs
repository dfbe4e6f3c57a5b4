//! `samla explain CLAUSE`: one clause for people.

use samla::charter::{Charter, READINGS};
use samla::clauses::{self, Clause, Judged, Reason};
use samla::rules::{self, Rule};
use samla::{Lang, record::personal_number};

use crate::call::Explain;
use crate::charter::{decided, in_force, others};
use crate::paper::{Ink, Paper};
use crate::{Desk, FINE, Stop};

pub(crate) fn run(desk: &mut Desk<'_>, words: &Explain) -> Result<u8, Stop> {
    let lang = desk.lang();
    let clause =
        clauses::find(words.clause.trim()).ok_or_else(|| Stop::Wrong(unknown(lang, &words.clause)))?;
    let mut paper = Paper::new(&desk.surroundings);
    write(&mut paper, lang, clause);
    desk.print(&paper.text())?;
    Ok(FINE)
}

/// That there is no such clause, and which ones are near.
fn unknown(lang: Lang, asked: &str) -> String {
    let stem = asked.trim().rsplit_once('-').map_or(asked, |(stem, _)| stem).to_ascii_uppercase() + "-";
    let near: Vec<&str> = clauses::all().map(|clause| clause.id).filter(|id| id.starts_with(&stem)).collect();
    let asked = personal_number::hide(asked);
    match near.as_slice() {
        [] => say!(lang;
            sv: "Det finns ingen klausul `{asked}`; `samla clauses` listar dem",
            en: "There is no clause `{asked}`; `samla clauses` lists them"),
        near => {
            let near = near.join(", ");
            say!(lang;
                sv: "Det finns ingen klausul `{asked}`; nära ligger {near}",
                en: "There is no clause `{asked}`; near it are {near}")
        }
    }
}

fn write(paper: &mut Paper, lang: Lang, clause: &Clause) {
    let width = match lang {
        Lang::Sv => 10,
        Lang::En => 9,
    };
    let mut row = |sv: &str, en: &str, says: &str| {
        let label = if lang == Lang::Sv { sv } else { en };
        paper.row(0, width, label, &[(Ink::Plain, says)]);
    };
    row("Klausul", "Clause", clause.id);
    row("Säger", "Says", clause.says(lang));
    row("Står i", "Stands in", &clause.place(lang));
    row("Slag", "Kind", clause.modality.label(lang));
    let judge = rules::judge_of(clause);
    let rule = judge.and_then(rules::find);
    match (judge, rule) {
        (_, Some(rule)) => row(
            "Prövas av",
            "Judged by",
            &match rule.id == clause.id {
                true => say!(lang; sv: "en egen regel", en: "a rule of its own"),
                false => {
                    let id = rule.id;
                    say!(lang; sv: "regeln {id}", en: "the rule {id}")
                }
            },
        ),
        (Some(_), None) => row(
            "Prövas",
            "Judged",
            &say!(lang;
                sv: "när underlaget läses: det som inte stämmer kan inte läsas",
                en: "when the record is read: what does not agree cannot be read"),
        ),
        (None, None) => {
            let reason = match clause.judged {
                Judged::Not(reason) => reason,
                Judged::By(_) => Reason::NotBuilt,
            };
            let reason = reason.says(lang);
            row("Prövas", "Judged", &say!(lang; sv: "inte: {reason}", en: "not: {reason}"));
        }
    }
    if let Some(rule) = rule {
        write_rule(paper, lang, rule);
    }
}

fn write_rule(paper: &mut Paper, lang: Lang, rule: &Rule) {
    let text = rule.text(lang);
    let heading = |sv, en| if lang == Lang::Sv { sv } else { en };
    paper.gap();
    paper.lines(0, 2, &[(Ink::Strong, &format!("{}.", text.norm))]);
    for (heading, says) in [
        (heading("Varför", "Why"), text.why),
        (heading("Så läses det", "How it is read"), text.reading),
        (heading("Exempel", "Example"), text.example),
    ] {
        paper.subheading(heading);
        paper.lines(2, 0, &[(Ink::Plain, says)]);
    }
    let severities: Vec<&str> = rule.severities.iter().map(|severity| severity.label(lang)).collect();
    paper.subheading(heading("Kan ge", "Can give"));
    paper.lines(2, 0, &[(Ink::Plain, &severities.join(", "))]);
    let charter = Charter::samla_2023();
    let named: Vec<_> = READINGS.iter().filter(|reading| text.reading.contains(parent(reading.id))).collect();
    if !named.is_empty() {
        paper.subheading(heading("Tolkningar som avgör", "Readings that decide"));
    }
    for reading in named {
        let note = others(lang, reading, &in_force(&charter, reading.id));
        let says = decided(lang, &charter, reading);
        paper.row(2, 5, reading.id, &[(Ink::Plain, &says), (Ink::Faint, &format!("– {note}"))]);
    }
    if rule.clauses.len() > 1 {
        paper.subheading(heading("Samma regel prövar", "The same rule judges"));
        paper.lines(2, 0, &[(Ink::Plain, &rule.clauses.join(", "))]);
    }
}

/// The reading that a setting belongs to: `A-20` for `A-20.tolerance_days`.
fn parent(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}
