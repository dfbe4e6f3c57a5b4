//! `samla compare`: what changed between two records, two days or two charters.

use std::path::PathBuf;

use clap::Args;
use samla::account::ComparisonAccount;
use samla::names::Names;
use samla::report::{Options, Subjects};
use samla::{Handed, Lang, compare, say};
use samla_files::write;

use super::text_or;
use crate::help::{Page, arg, both};
use crate::{Desk, FINE, Stop, input, text};

/// Two sides: what is named twice differs between them, what is named once is the same.
#[derive(Debug, Args)]
pub(crate) struct Compare {
    compared: Vec<PathBuf>,
    #[arg(long = "as-of")]
    days: Vec<String>,
    #[arg(long = "charter")]
    charters: Vec<PathBuf>,
    #[arg(long)]
    reading: Vec<String>,
    #[arg(long, default_value = "text", value_parser = text_or(write::COMPARISON))]
    format: String,
    #[arg(long)]
    names: bool,
}

pub(super) const PAGE: Page = Page {
    word: "compare",
    usage: both("samla compare FÖRE [EFTER] [VAL]", "samla compare OLD [NEW] [OPTIONS]"),
    about: both(
        "Berättar vad som har blivit sämre och bättre mellan två underlag, två dagar eller två regelverk",
        "Tells what got worse and better between two records, two days or two charters",
    ),
    more: both(
        "Det som anges två gånger skiljer sidorna åt, det som anges en gång är lika för båda. Exempel: \
            samla compare i-fjol.json i-år.json, eller samla compare underlag.json --as-of 2023-12-31 \
            --as-of 2024-12-31. Slutstatus: 0 vad som än har ändrats, 2 något gick inte att läsa eller \
            anropet var fel.",
        "What is named twice differs between the sides, what is named once is the same for both. \
            Examples: samla compare last-year.json this-year.json, or samla compare record.json --as-of \
            2023-12-31 --as-of 2024-12-31. Exit status: 0 whatever changed, 2 something could not be \
            read or the call was wrong.",
    ),
    args: &[
        arg(
            "compared",
            both("FÖRE [EFTER]", "OLD [NEW]"),
            both(
                "Två underlag i JSON, eller ett som ses på två dagar eller med två regelverk; - läser det som \
                    skickas in från ett annat program",
                "Two records in JSON, or one seen on two days or by two charters; - reads standard input",
            ),
        ),
        arg(
            "days",
            both("DAG", "DAY"),
            both(
                "Dagen som underlagen ses från, som 2024-12-31; två gånger: en för varje sida; annars i dag",
                "The day judged from, like 2024-12-31; twice: one for each side; else today",
            ),
        ),
        arg(
            "charters",
            both("FIL", "FILE"),
            both(
                "Ett annat regelverk än det inbyggda samla-2023; två gånger: ett för varje sida",
                "Another charter than the embedded samla-2023; twice: one for each side",
            ),
        ),
    ],
    ..Page::EMPTY
};

impl Compare {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let lang = desk.lang();
        self.sides_differ(lang)?;
        let today = desk.surroundings.today;
        let days = sides(&self.days, |day| input::day_or(lang, day.map(String::as_str), today))?;
        let charters =
            sides(&self.charters, |path| input::charter(lang, path.map(PathBuf::as_path), &self.reading))?;
        let handed = sides(&self.compared, |path| match path {
            Some(path) => input::one(desk, path),
            None => Ok(Handed::default()),
        })?;
        let options = Options { subjects: Subjects::All, names: self.names, horizon: None };
        let names = [0, 1].map(|side| Names::of(handed[side].record(), &charters[side], self.names));
        let [old, new] = handed;
        let settled = [old.settle(&charters[0]), new.settle(&charters[1])];
        let [before, after] = [0, 1].map(|side| settled[side].check(days[side], options));
        let comparison = compare::compare(&before, &after);
        if let Some(format) = super::asked(&self.format, write::COMPARISON) {
            return desk.write(&format.one(&comparison, lang)).map(|()| FINE);
        }
        let account = ComparisonAccount {
            comparison: &comparison,
            sides: [(&before, &names[0]), (&after, &names[1])],
            charter: &charters[1],
        };
        let last = self.compared.len() - 1;
        let files = [0, last].map(|side| input::spoken(lang, &input::name(&self.compared[side])));
        let text = text::comparison(&account, [&files[0], &files[1]], &desk.surroundings);
        desk.print(&text).map(|()| FINE)
    }

    /// Refuses a call in which nothing, or too much, is named twice.
    fn sides_differ(&self, lang: Lang) -> Result<(), Stop> {
        let counts = [self.compared.len(), self.days.len(), self.charters.len()];
        let says = if self.compared.is_empty() {
            say!(lang;
                sv: "Ange två underlag, som i `samla compare i-fjol.json i-år.json`",
                en: "Name two records, as in `samla compare last-year.json this-year.json`")
        } else if counts.into_iter().any(|count| count > 2) {
            say!(lang;
                sv: "Här jämförs två sidor, så att underlag, --as-of och --charter anges högst två gånger",
                en: "Two sides are compared, so that records, --as-of and --charter are named twice at the most")
        } else if counts.into_iter().all(|count| count < 2) {
            say!(lang;
                sv: "Det finns inget att jämföra med, ange två underlag, eller ett med två --as-of eller två \
                    --charter",
                en: "There is nothing to compare with, name two records, or one with two --as-of or two --charter")
        } else if self.compared.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
            say!(lang;
                sv: "Standard in kan bara vara det ena underlaget",
                en: "Standard input can be one of the records only")
        } else {
            return Ok(());
        };
        Err(Stop::Wrong(says))
    }
}

/// What holds on each side: named twice it differs, named once or never it is the same.
fn sides<T, V: Clone>(
    named: &[T],
    mut read: impl FnMut(Option<&T>) -> Result<V, Stop>,
) -> Result<[V; 2], Stop> {
    let first = read(named.first())?;
    let second = match named.get(1) {
        Some(second) => read(Some(second))?,
        None => first.clone(),
    };
    Ok([first, second])
}
