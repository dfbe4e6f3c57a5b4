//! `samla compare`: what changed between two records, two days or two charters.

use std::path::PathBuf;

use samla::codes::Outcome;
use samla::compare::{Change, Comparison, Direction, Sentence, compare};
use samla::report::{Options, Receipt, Subjects};
use samla::{Charter, Day, Lang, Record, Report};

use crate::call::{Compare, CompareFormat};
use crate::paper::{Ink, Paper};
use crate::report::names::{Names, upper};
use crate::report::{cause, counted, norm, outcome_of};
use crate::{Desk, FINE, Stop, input};

/// One of the two sides, judged.
struct Side {
    file: String,
    report: Report,
    names: Names,
}

pub(crate) fn run(desk: &mut Desk<'_>, words: &Compare) -> Result<u8, Stop> {
    let lang = desk.lang();
    sides_differ(lang, words)?;
    let [old_day, new_day] = both(&words.days, |day| match day {
        Some(day) => input::day(lang, day),
        None => Ok(desk.surroundings.today),
    })?;
    let [old_charter, new_charter] = both(&words.charters, |path: Option<&PathBuf>| {
        input::charter_with(lang, path.map(PathBuf::as_path), &words.reading)
    })?;
    let [old_bytes, new_bytes] = records(desk, words)?;
    let before = judge(desk, words, 0, &old_bytes, &old_charter, old_day)?;
    let after = judge(desk, words, 1, &new_bytes, &new_charter, new_day)?;
    let comparison = compare(&before.report, &after.report);
    let text = match words.format {
        CompareFormat::Json => serde_json::to_string(&comparison).unwrap_or_default() + "\n",
        CompareFormat::Text => {
            let paper = Paper::new(&desk.surroundings);
            let page = Page {
                lang,
                comparison: &comparison,
                sides: [&before, &after],
                charter: &new_charter,
                paper,
            };
            page.text()
        }
    };
    desk.print(&text)?;
    Ok(FINE)
}

/// Refuses a call in which nothing, or too much, is named twice.
fn sides_differ(lang: Lang, words: &Compare) -> Result<(), Stop> {
    let (files, days, charters) = (words.compared.len(), words.days.len(), words.charters.len());
    if files == 0 {
        return Err(Stop::Wrong(say!(lang;
            sv: "Ange två underlag, som i `samla compare i-fjol.json i-år.json`",
            en: "Name two records, as in `samla compare last-year.json this-year.json`")));
    }
    if [files, days, charters].into_iter().any(|count| count > 2) {
        return Err(Stop::Wrong(say!(lang;
            sv: "Här jämförs två sidor, så att underlag, --as-of och --charter anges högst två gånger",
            en: "Two sides are compared, so that records, --as-of and --charter are named twice at the most")));
    }
    if [files, days, charters].into_iter().all(|count| count < 2) {
        return Err(Stop::Wrong(say!(lang;
            sv: "Det finns inget att jämföra med, ange två underlag, eller ett med två --as-of eller två --charter",
            en: "There is nothing to compare with, name two records, or one with two --as-of or two --charter")));
    }
    if words.compared.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Stop::Wrong(say!(lang;
            sv: "Standard in kan bara vara det ena underlaget",
            en: "Standard input can be one of the records only")));
    }
    Ok(())
}

/// What holds on each side: named twice it differs, named once or never it is the same.
fn both<T, V: Clone>(named: &[T], read: impl Fn(Option<&T>) -> Result<V, Stop>) -> Result<[V; 2], Stop> {
    let first = read(named.first())?;
    let second = match named.get(1) {
        Some(second) => read(Some(second))?,
        None => first.clone(),
    };
    Ok([first, second])
}

/// The bytes of both records.
fn records(desk: &mut Desk<'_>, words: &Compare) -> Result<[Vec<u8>; 2], Stop> {
    let mut all = Vec::new();
    for path in &words.compared {
        let name = input::spoken(desk.lang(), &input::name(path));
        all.push(input::record(desk, path).map_err(|says| Stop::Wrong(format!("{name}: {says}")))?);
    }
    let first = all.first().cloned().unwrap_or_default();
    let second = all.pop().unwrap_or_default();
    Ok([first, second])
}

fn judge(
    desk: &Desk<'_>,
    words: &Compare,
    side: usize,
    bytes: &[u8],
    charter: &Charter,
    as_of: Day,
) -> Result<Side, Stop> {
    let lang = desk.lang();
    let path = words.compared.get(side).or(words.compared.first());
    let file = path.map(|path| input::spoken(lang, &input::name(path))).unwrap_or_default();
    let options = Options { subjects: Subjects::All, names: words.names, horizon: None };
    let report = samla::json::check_bytes(bytes, charter, as_of, options).map_err(|error| {
        let error = samla::json::Error::from(error);
        Stop::Wrong(format!("{file}: {}", error.says(lang)))
    })?;
    // Read a second time for the names of things; what was judged could be read.
    let record = Record::read(bytes).unwrap_or_default();
    Ok(Side { file, report, names: Names::of(&record, charter, lang, words.names) })
}

struct Page<'a> {
    lang: Lang,
    comparison: &'a Comparison,
    sides: [&'a Side; 2],
    charter: &'a Charter,
    paper: Paper,
}

impl Page<'_> {
    fn text(mut self) -> String {
        self.what_was_compared();
        let (quiet, told): (Vec<&Change>, Vec<&Change>) =
            self.comparison.changes.iter().partition(|change| is_quiet(change));
        self.sum(&told, quiet.len());
        for (direction, sv, en) in [
            (Direction::Worse, "SÄMRE", "WORSE"),
            (Direction::Better, "BÄTTRE", "BETTER"),
            (Direction::Other, "ÖVRIGA ÄNDRINGAR", "OTHER CHANGES"),
        ] {
            let changes: Vec<&Change> =
                told.iter().copied().filter(|change| change.direction == direction).collect();
            if !changes.is_empty() {
                self.paper.heading(self.of(sv, en));
                self.changes(&changes);
            }
        }
        if !told.is_empty() && !quiet.is_empty() {
            self.paper.gap();
            let quiet = self.quiet(quiet.len());
            self.paper.lines(0, 0, &[(Ink::Faint, &upper(&quiet))]);
        }
        self.paper.text()
    }

    fn of<'t>(&self, sv: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Sv => sv,
            Lang::En => en,
        }
    }

    fn what_was_compared(&mut self) {
        let receipts = [&self.comparison.before, &self.comparison.after];
        let labels = [self.of("Före", "Before"), self.of("Efter", "After")].map(str::to_owned);
        for ((side, receipt), label) in self.sides.into_iter().zip(receipts).zip(labels) {
            let says = judged(self.lang, &side.file, receipt);
            self.paper.row(0, 6, &label, &[(Ink::Plain, &says)]);
        }
    }

    fn sum(&mut self, told: &[&Change], quiet: usize) {
        let lang = self.lang;
        let count = |direction| told.iter().filter(|change| change.direction == direction).count();
        let counts = [
            (Ink::Error, count(Direction::Worse), ["försämring", "försämringar"], ["got worse", "got worse"]),
            (
                Ink::Good,
                count(Direction::Better),
                ["förbättring", "förbättringar"],
                ["got better", "got better"],
            ),
            (
                Ink::Plain,
                count(Direction::Other),
                ["annan ändring", "andra ändringar"],
                ["other change", "other changes"],
            ),
        ];
        self.paper.gap();
        if !self.sides.iter().any(|side| side.report.judged_anything()) {
            let nothing =
                self.of("Inget har prövats på någon av sidorna.", "Nothing was checked on either side.");
            self.paper.lines(0, 0, &[(Ink::Strong, nothing)]);
        }
        let mut parts: Vec<(Ink, String)> = counts
            .into_iter()
            .filter(|(_, count, ..)| *count > 0)
            .map(|(ink, count, sv, en)| (ink, counted(lang, count, sv, en)))
            .collect();
        let last = parts.len().saturating_sub(1);
        for (place, (_, part)) in parts.iter_mut().enumerate() {
            part.push(if place == last { '.' } else { ',' });
        }
        if parts.is_empty() {
            let none = match quiet {
                0 => self.of("Inget har ändrats.", "Nothing changed.").to_owned(),
                _ => {
                    let quiet = self.quiet(quiet);
                    say!(lang;
                        sv: "Inget har blivit sämre eller bättre; {quiet}",
                        en: "Nothing got worse or better; {quiet}")
                }
            };
            parts.push((Ink::Strong, none));
        }
        let pieces: Vec<(Ink, &str)> = parts.iter().map(|(ink, part)| (*ink, part.as_str())).collect();
        self.paper.lines(0, 0, &pieces);
    }

    /// What came, went or changed without anything to say of it.
    fn quiet(&self, count: usize) -> String {
        let lang = self.lang;
        let things = counted(lang, count, ["sak", "saker"], ["thing", "things"]);
        match lang {
            Lang::Sv => {
                format!(
                    "{things} har kommit till, fallit bort eller ändrats utan att något brister eller är oklart."
                )
            }
            Lang::En => format!("{things} came, went or changed with nothing wrong or unclear."),
        }
    }

    fn changes(&mut self, changes: &[&Change]) {
        let mut rule = None;
        for change in changes {
            if rule != Some(change.rule) {
                rule = Some(change.rule);
                self.rule(change.rule);
            }
            self.change(change);
        }
    }

    fn rule(&mut self, rule: &str) {
        self.paper.gap();
        if rule == "record" {
            let record = self.of("Underlaget", "The record").to_owned();
            self.paper.lines(2, 2, &[(Ink::Strong, &record)]);
        } else {
            let norm = norm(self.lang, self.charter, rule);
            self.paper.lines(2, 2, &[(Ink::Strong, rule), (Ink::Plain, &norm)]);
        }
    }

    fn change(&mut self, change: &Change) {
        let lang = self.lang;
        // What is gone has its name only in the old record.
        let [before, after] = self.sides;
        let gone = change.after.is_none() && change.new.is_empty();
        let names = if gone { &before.names } else { &after.names };
        let subject = names.subject(&change.subject);
        if change.before == change.after {
            self.paper.lines(4, 2, &[(Ink::Plain, "–"), (Ink::Plain, &subject)]);
        } else {
            let was =
                change.before.map_or(self.of("fanns inte", "was not there"), |it| outcome_of(lang, it, 1));
            let is =
                change.after.map_or(self.of("finns inte längre", "is gone"), |it| outcome_of(lang, it, 1));
            let outcomes = format!("{was} → {is}");
            self.paper.lines(
                4,
                2,
                &[(Ink::Plain, "–"), (Ink::Plain, &format!("{subject}:")), (Ink::Strong, &outcomes)],
            );
        }
        for why in self.causes(change) {
            self.paper.row(6, 5, "", &[(Ink::Plain, &format!("{why}."))]);
        }
        for sentence in &change.new {
            self.sentence("Nytt", "New", Ink::Plain, sentence);
        }
        for sentence in &change.gone {
            self.sentence("Borta", "Gone", Ink::Faint, sentence);
        }
    }

    /// Why something cannot be told any more.
    fn causes(&self, change: &Change) -> Vec<String> {
        if change.after != Some(Outcome::Undetermined) || change.before == change.after {
            return Vec::new();
        }
        let verdicts = self.sides[1].report.verdicts.iter().filter(|verdict| verdict.rule == change.rule);
        let subjects = verdicts.flat_map(|verdict| &verdict.subjects);
        let subjects =
            subjects.filter(|it| it.subject == change.subject && it.outcome == Outcome::Undetermined);
        subjects.map(|subject| cause(self.lang, self.charter, subject)).collect()
    }

    fn sentence(&mut self, sv: &str, en: &str, ink: Ink, sentence: &Sentence) {
        let lang = self.lang;
        let label = self.of(sv, en).to_owned();
        let severity = upper(sentence.severity.label(lang));
        let says = format!("{severity}: {}.", crate::shown(sentence.says(lang)));
        self.paper.row(6, 5, &label, &[(ink, &says)]);
    }
}

fn judged(lang: Lang, file: &str, receipt: &Receipt) -> String {
    let (as_of, charter) = (receipt.as_of, crate::shown(&receipt.charter));
    say!(lang;
        sv: "{file}, prövat per {as_of} enligt regelverket {charter}",
        en: "{file}, judged as of {as_of} by the charter {charter}")
}

/// Did something come, go or change without a sentence, and without anything wrong or unclear?
fn is_quiet(change: &Change) -> bool {
    let fine = |outcome: Option<Outcome>| outcome.is_none_or(|outcome| outcome <= Outcome::Holds);
    fine(change.before) && fine(change.after) && change.gone.is_empty() && change.new.is_empty()
}
