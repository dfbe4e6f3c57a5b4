//! `samla clauses`: the register of clauses, and with a record what came out.

use std::path::PathBuf;

use clap::Args;
use samla::json::ClauseEntry;
use samla::report::Options;
use samla::{Both, Charter, Lang, Report, say};
use samla_files::write;

use super::{Rules, text_or};
use crate::help::{Page, arg, both};
use crate::text::{Ink, Paper};
use crate::{Desk, FINE, Stop, input};

#[derive(Debug, Args)]
pub(crate) struct Clauses {
    file: Option<PathBuf>,
    #[arg(long)]
    as_of: Option<String>,
    #[command(flatten)]
    rules: Rules,
    #[arg(long, default_value = "text", value_parser = text_or(write::CLAUSES))]
    format: String,
}

pub(super) const PAGE: Page = Page {
    word: "clauses",
    usage: both("samla clauses [FIL] [VAL]", "samla clauses [FILE] [OPTIONS]"),
    about: both(
        "Listar de 127 klausulerna och vad som prövar dem; med ett underlag även utfallet",
        "Lists the 127 clauses and what judges them; with a record, what came out, too",
    ),
    args: &[arg(
        "file",
        both("FIL", "FILE"),
        both(
            "Ett underlag i JSON; - läser det som skickas in från ett annat program",
            "A record in JSON; - reads standard input",
        ),
    )],
    ..Page::EMPTY
};

impl Clauses {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let lang = desk.lang();
        let charter = input::charter(lang, self.rules.charter.as_deref(), &self.rules.reading)?;
        let report = self.report(desk, &charter)?;
        let list = samla::json::clause_list(report.as_ref(), &charter);
        match super::asked(&self.format, write::CLAUSES) {
            Some(format) => desk.write(&format.one(&list, lang))?,
            None => {
                let mut paper = Paper::new(&desk.surroundings);
                write_list(&mut paper, lang, &list);
                desk.print(&paper.text())?;
            }
        }
        Ok(FINE)
    }

    fn report(&self, desk: &mut Desk<'_>, charter: &Charter) -> Result<Option<Report>, Stop> {
        let lang = desk.lang();
        let as_of = input::day_or(lang, self.as_of.as_deref(), desk.surroundings.today)?;
        let handed = self.file.as_ref().map(|path| input::one(desk, path)).transpose()?;
        Ok(handed.map(|handed| handed.settle(charter).check(as_of, Options::default())))
    }
}

fn write_list(paper: &mut Paper, lang: Lang, list: &[ClauseEntry]) {
    let mut heading: &str = "";
    for entry in list {
        if entry.heading != heading {
            heading = entry.heading.as_ref();
            paper.subheading(&format!("{}: {heading}", entry.document_in(lang)));
        }
        let judged = format!("[{}]", judged(lang, entry));
        paper.row(2, 8, entry.clause, &[(Ink::Plain, entry.says.of(lang)), (Ink::Faint, &judged)]);
    }
}

fn judged(lang: Lang, entry: &ClauseEntry) -> String {
    if let Some(Both { sv, en }) = entry.reason {
        return say!(lang; sv: "prövas inte: {sv}", en: "not judged: {en}");
    }
    let judge = match entry.rule.unwrap_or_default() {
        "record" => lang.of("prövas när underlaget läses", "judged when the record is read").to_owned(),
        rule if rule == entry.clause => lang.of("prövas", "judged").to_owned(),
        rule => say!(lang; sv: "prövas av {rule}", en: "judged by {rule}"),
    };
    entry.outcome.map_or(judge.clone(), |outcome| format!("{judge}: {}", outcome.label(lang)))
}
