//! `samla check`: judges records and shows the reports.

use clap::{Args, ValueEnum};
use samla::account::Account;
use samla::codes::{Outcome, Severity};
use samla::report::{Options, Subjects};
use samla::{Day, Lang, Report, Settled, say};
use samla_files::write::{self, Format};

use super::{Records, text_or};
use crate::each::{self, Shown, Tells};
use crate::help::{Page, arg, both};
use crate::{Desk, FINE, FOUND, Stop, Surroundings, WRONG, input, text};

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    records: Records,
    #[arg(long, default_value = "text", value_parser = text_or(write::REPORT))]
    format: String,
    #[arg(long, value_enum, default_value_t)]
    fail_on: FailOn,
    #[arg(long)]
    names: bool,
    #[arg(long, value_enum, default_value_t)]
    subjects: ListedSubjects,
    #[arg(long)]
    horizon: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum ListedSubjects {
    #[default]
    Open,
    All,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum FailOn {
    #[default]
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    /// The least severity that fails.
    fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

pub(super) const PAGE: Page = Page {
    word: "check",
    usage: both("samla check [FIL]... [VAL]", "samla check [FILE]... [OPTIONS]"),
    about: both("Prövar underlag och berättar vad som brister", "Checks records and tells what is wrong"),
    more: both(
        "Slutstatus: 0 inget på den nivå som --fail-on anger, 1 något på den nivån, 2 något gick inte att \
            läsa, ett underlag innehöll inget som någon regel gäller eller anropet var fel.",
        "Exit status: 0 nothing at the level of --fail-on, 1 something at that level, 2 something could not \
            be read, a record held nothing that a rule applies to, or the call was wrong.",
    ),
    args: &[
        arg(
            "fail_on",
            both("NIVÅ", "LEVEL"),
            both(
                "Vad som ger slutstatus 1: error (fel, om inget annat sägs), warning (varning), advice (råd) \
                    eller never (aldrig)",
                "What gives exit status 1: error (unless said otherwise), warning, advice or never",
            ),
        ),
        arg(
            "subjects",
            both("open|all", "open|all"),
            both(
                "all listar i JSON även det som håller och det som inte berörs",
                "all lists in JSON what holds and what is not concerned, too",
            ),
        ),
        arg(
            "horizon",
            both("TID", "TIME"),
            both(
                "Visar också vad som ska vara gjort inom så lång tid, som 90d (dagar) eller 12w (veckor)",
                "Shows what is due within so long, too, like 90d (days) or 12w (weeks)",
            ),
        ),
    ],
    ..Page::EMPTY
};

impl Check {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let subjects = match self.subjects {
            ListedSubjects::Open => Subjects::Open,
            ListedSubjects::All => Subjects::All,
        };
        let horizon = self.horizon.as_deref().map(|text| input::horizon(desk.lang(), text)).transpose()?;
        let options = Options { subjects, names: self.names, horizon };
        each::run(desk, &self.records, &Judge { words: self, options })
    }
}

/// Judges one record after the other.
struct Judge<'a> {
    words: &'a Check,
    options: Options,
}

impl Tells for Judge<'_> {
    type Told = Report;

    fn format(&self) -> Option<&'static Format<Report>> {
        super::asked(&self.words.format, write::REPORT)
    }

    fn of_the_example(&self, as_of: Day, lang: Lang) -> String {
        say!(lang;
            sv: "inget underlag angavs, det inbyggda exemplet good prövas per {as_of}",
            en: "no record was named, the embedded example good is judged as of {as_of}")
    }

    fn tell(&self, settled: &Settled<'_>, as_of: Day) -> Report {
        settled.check(as_of, self.options)
    }

    fn status(&self, report: &Report) -> u8 {
        let fails = |least: Severity| {
            report.findings.iter().any(|it| it.outcome != Outcome::Waived && it.severity >= least)
        };
        if !report.judged_anything() {
            // An unchecked record is not in order, and a typing error in it may be why.
            WRONG
        } else if self.words.fail_on.least().is_some_and(fails) {
            FOUND
        } else {
            FINE
        }
    }

    fn people(&self) -> bool {
        self.options.names
    }

    fn text(&self, report: &Report, shown: &Shown<'_>, here: &Surroundings) -> String {
        let account = Account::of(report, shown.charter, &shown.names, self.options);
        text::report(&account, shown.file, here)
    }
}
