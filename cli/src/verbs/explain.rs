//! `samla explain CLAUSE`: one clause, or one reading, for people.

use clap::Args;
use samla::account::{decided, in_force, norm, others, value_in_words};
use samla::charter::{Charter, Citation, READINGS, Reading, ReadingKind};
use samla::clauses::{self, Clause, Judged, sentences};
use samla::names::shown;
use samla::rules::{self, Rule};
use samla::{Lang, say};

use super::Rules;
use crate::help::{Page, arg, both};
use crate::text::{Ink, Paper};
use crate::{Desk, FINE, Stop, input};

#[derive(Debug, Args)]
pub(crate) struct Explain {
    clause: String,
    #[command(flatten)]
    rules: Rules,
}

pub(super) const PAGE: Page = Page {
    word: "explain",
    usage: both("samla explain KLAUSUL [VAL]", "samla explain CLAUSE [OPTIONS]"),
    about: both(
        "Förklarar en klausul (vad den säger, varför och hur den prövas) eller en tolkning",
        "Explains a clause (what it says, why, and how it is judged) or a reading",
    ),
    more: both(
        "Exempel: samla explain N-MOT-3, samla explain A-19",
        "Example: samla explain N-MOT-3, samla explain A-19",
    ),
    missing: both(
        "Ange en klausul, som i `samla explain N-MOT-3`; `samla clauses` listar dem",
        "Name a clause, as in `samla explain N-MOT-3`; `samla clauses` lists them",
    ),
    args: &[arg(
        "clause",
        both("KLAUSUL", "CLAUSE"),
        both(
            "Klausulens eller tolkningens beteckning, som N-MOT-3 eller A-19",
            "The id of the clause or of the reading, like N-MOT-3 or A-19",
        ),
    )],
    ..Page::EMPTY
};

impl Explain {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let lang = desk.lang();
        let asked = self.clause.trim();
        let reading = READINGS.iter().find(|reading| reading.id.eq_ignore_ascii_case(asked));
        let clause = clauses::find(asked);
        if clause.is_none() && reading.is_none() {
            return Err(Stop::Wrong(unknown(lang, asked)));
        }
        let charter = input::charter(lang, self.rules.charter.as_deref(), &self.rules.reading)?;
        let mut paper = Paper::new(&desk.surroundings);
        clause.into_iter().for_each(|clause| write(&mut paper, lang, clause, &charter));
        reading.into_iter().for_each(|reading| write_reading(&mut paper, lang, reading, &charter));
        desk.print(&paper.text())?;
        Ok(FINE)
    }
}

/// That there is no such clause, and which ones are near.
fn unknown(lang: Lang, asked: &str) -> String {
    if asked.to_ascii_uppercase().starts_with("A-") {
        let asked = shown(asked);
        return say!(lang;
            sv: "Det finns ingen tolkning `{asked}`; `samla charter show` visar dem",
            en: "There is no reading `{asked}`; `samla charter show` shows them");
    }
    let stem = asked.trim().rsplit_once('-').map_or(asked, |(stem, _)| stem).to_ascii_uppercase() + "-";
    let near: Vec<&str> = clauses::all().map(|clause| clause.id).filter(|id| id.starts_with(&stem)).collect();
    let (asked, near) = (shown(asked), near.join(", "));
    if near.is_empty() {
        return say!(lang;
            sv: "Det finns ingen klausul `{asked}`; `samla clauses` listar dem",
            en: "There is no clause `{asked}`; `samla clauses` lists them");
    }
    say!(lang;
        sv: "Det finns ingen klausul `{asked}`; nära ligger {near}",
        en: "There is no clause `{asked}`; near it are {near}")
}

fn write(paper: &mut Paper, lang: Lang, clause: &Clause, charter: &Charter) {
    let mut row = |label: &str, says: &str| paper.row(0, lang.of(10, 9), label, &[(Ink::Plain, says)]);
    let rule = clause.judged.by().and_then(rules::find);
    let setting = rule.and_then(|rule| charter.rules.get(rule.id));
    row(lang.of("Klausul", "Clause"), clause.id);
    // Nobody is told by another charter what SAMLA's documents say.
    match rule.and_then(|rule| charter.citation(rule.id)) {
        Some(cited) => {
            row(lang.of("Säger", "Says"), &shown(cited.says.of(lang)));
            row(lang.of("Står i", "Stands in"), &stands_in(lang, cited, charter));
        }
        None if charter.is_samla() => {
            row(lang.of("Säger", "Says"), clause.says(lang));
            row(lang.of("Står i", "Stands in"), &clause.place(lang));
        }
        None => {}
    }
    row(lang.of("Slag", "Kind"), clause.modality.label(lang));
    let (label, says) = match (clause.judged, rule) {
        _ if setting.is_some_and(|setting| setting.off) => {
            let id = shown(&charter.id);
            let says = say!(lang;
                sv: "inte: regelverket {id} stänger av regeln",
                en: "not: the charter {id} switches the rule off");
            (lang.of("Prövas", "Judged"), says)
        }
        (_, Some(rule)) if rule.id == clause.id => {
            (lang.of("Prövas av", "Judged by"), lang.of("en egen regel", "a rule of its own").to_owned())
        }
        (_, Some(Rule { id, .. })) => {
            (lang.of("Prövas av", "Judged by"), say!(lang; sv: "regeln {id}", en: "the rule {id}"))
        }
        (Judged::By(_), None) => (
            lang.of("Prövas", "Judged"),
            say!(lang;
                sv: "när underlaget läses: det som inte stämmer kan inte läsas",
                en: "when the record is read: what does not agree cannot be read"),
        ),
        (Judged::Not(reason), None) => {
            let reason = reason.says(lang);
            (lang.of("Prövas", "Judged"), say!(lang; sv: "inte: {reason}", en: "not: {reason}"))
        }
    };
    row(label, &says);
    if let Some(rule) = rule {
        write_rule(paper, lang, rule, charter);
    }
}

/// One reading: what it decides, what is in force, what else there could be, and which rules ask for it.
fn write_reading(paper: &mut Paper, lang: Lang, reading: &Reading, charter: &Charter) {
    let value = in_force(charter, reading.id);
    let says = match reading.values() {
        [only] => only.says(lang),
        _ => value_in_words(lang, reading, &value),
    };
    let rules: Vec<&str> =
        rules::all().filter(|rule| names(rule, lang, reading.id)).map(|rule| rule.id).collect();
    let mut row = |label: &str, says: &str| paper.row(0, lang.of(13, 11), label, &[(Ink::Plain, says)]);
    row(lang.of("Tolkning", "Reading"), reading.id);
    row(lang.of("Avgör", "Decides"), reading.says(lang));
    row(lang.of("I kraft", "In force"), &says);
    row(lang.of("Annars", "Otherwise"), &others(lang, reading, &value));
    if let Some(form) = charter.form_of(reading.id).filter(|_| !matches!(reading.kind, ReadingKind::Fixed(_)))
    {
        let form = if form.contains('[') { format!("'{form}'") } else { form };
        row(lang.of("Skrivs", "Written"), &format!("--reading {form}"));
    }
    let rules = if rules.is_empty() { lang.of("ingen", "none").to_owned() } else { rules.join(", ") };
    row(lang.of("Regler", "Rules"), &rules);
}

/// Does the explanation of a rule name the reading?
fn names(rule: &Rule, lang: Lang, id: &str) -> bool {
    rule.text(lang).reading.contains(parent(id))
}

/// Where another charter's documents say it.
fn stands_in(lang: Lang, cited: &Citation, charter: &Charter) -> String {
    let title = shown(charter.title(cited, lang));
    format!("{title}, {}, {}", shown(&cited.heading), sentences(lang, &shown(&cited.sentence)))
}

fn write_rule(paper: &mut Paper, lang: Lang, rule: &Rule, charter: &Charter) {
    let text = rule.text(lang);
    paper.gap();
    let norm = norm(charter, rule.id);
    if !norm.of(lang).is_empty() {
        paper.lines(0, 2, &[(Ink::Strong, &format!("{}.", norm.of(lang).trim_end_matches('.')))]);
    }
    let severities: Vec<&str> = rule.severities.iter().map(|severity| severity.label(lang)).collect();
    for (heading, says) in [
        (lang.of("Varför", "Why"), text.why),
        (lang.of("Så läses det", "How it is read"), text.reading),
        (lang.of("Exempel", "Example"), text.example),
        (lang.of("Kan ge", "Can give"), &severities.join(", ")),
    ] {
        paper.subheading(heading);
        paper.lines(2, 0, &[(Ink::Plain, says)]);
    }
    let named = || READINGS.iter().filter(|reading| names(rule, lang, reading.id));
    if named().next().is_some() {
        paper.subheading(lang.of("Tolkningar som avgör", "Readings that decide"));
    }
    for reading in named() {
        let note = format!("– {}", others(lang, reading, &in_force(charter, reading.id)));
        let says = decided(lang, charter, reading);
        paper.row(2, 5, reading.id, &[(Ink::Plain, &says), (Ink::Faint, &note)]);
    }
    if rule.clauses.len() > 1 {
        paper.subheading(lang.of("Samma regel prövar", "The same rule judges"));
        paper.lines(2, 0, &[(Ink::Plain, &rule.clauses.join(", "))]);
    }
}

/// The reading that a setting belongs to: `A-20` for `A-20.tolerance_days`.
fn parent(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}
