//! `samla overview`: seats, chairs and meetings over time.

use clap::Args;
use samla::{Day, Lang, Overview as Drawn, Settled, say};
use samla_files::write::{self, Format};

use super::{Records, text_or};
use crate::each::{self, Shown, Tells};
use crate::help::{Page, both};
use crate::{Desk, Stop, Surroundings, text};

#[derive(Debug, Args)]
pub(crate) struct Overview {
    #[command(flatten)]
    records: Records,
    #[arg(long, default_value = "text", value_parser = text_or(write::OVERVIEW))]
    format: String,
    #[arg(long)]
    names: bool,
}

pub(super) const PAGE: Page = Page {
    word: "overview",
    usage: both("samla overview [FIL]... [VAL]", "samla overview [FILE]... [OPTIONS]"),
    about: both("Visar platser, ordförande och möten över tid", "Shows seats, chairs and meetings over time"),
    more: both(
        "Börjar med gruppen, men inte före den dag som underlaget känner till. Slutstatus: 0, eller 2 när \
            något inte gick att läsa.",
        "Begins with the group, but not before the first day that the record knows of. Exit status: 0, or 2 \
            when something could not be read.",
    ),
    ..Page::EMPTY
};

impl Overview {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        each::run(desk, &self.records, self)
    }
}

impl Tells for Overview {
    type Told = Drawn;

    fn format(&self) -> Option<&'static Format<Drawn>> {
        super::asked(&self.format, write::OVERVIEW)
    }

    fn of_the_example(&self, as_of: Day, lang: Lang) -> String {
        say!(lang;
            sv: "inget underlag angavs, det inbyggda exemplet good visas per {as_of}",
            en: "no record was named, the embedded example good is shown as of {as_of}")
    }

    fn tell(&self, settled: &Settled<'_>, as_of: Day) -> Drawn {
        settled.overview(as_of)
    }

    fn people(&self) -> bool {
        self.names
    }

    fn text(&self, drawn: &Drawn, shown: &Shown<'_>, here: &Surroundings) -> String {
        text::overview(drawn, shown.file, &shown.names, here)
    }
}
