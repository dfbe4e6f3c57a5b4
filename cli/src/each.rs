//! The loop over the files of a call: each read once, told of, and written in the format asked for.

use samla::names::Names;
use samla::{Charter, Day, Handed, Lang, Settled};
use samla_files::write::{Filed, Format, Told, Writer};

use crate::verbs::Records;
use crate::{Desk, FINE, Stop, Surroundings, WRONG, input};

/// A verb that tells something of each record.
pub(crate) trait Tells {
    /// What it tells.
    type Told: Told + 'static;

    /// The format asked for; `None` is text.
    fn format(&self) -> Option<&'static Format<Self::Told>>;

    /// That it is the embedded example that is told of, where the format does not say so.
    fn of_the_example(&self, as_of: Day, lang: Lang) -> String;

    /// Tells it.
    fn tell(&self, settled: &Settled<'_>, as_of: Day) -> Self::Told;

    /// The exit status that it means.
    fn status(&self, _: &Self::Told) -> u8 {
        FINE
    }

    /// May people be named?
    fn people(&self) -> bool;

    /// What it tells, as text.
    fn text(&self, told: &Self::Told, shown: &Shown<'_>, here: &Surroundings) -> String;
}

/// What a text is told with.
pub(crate) struct Shown<'a> {
    /// The file; `None` for the embedded example.
    pub(crate) file: Option<&'a str>,
    pub(crate) charter: &'a Charter,
    pub(crate) names: Names,
}

/// Tells of the records that were named, or of the embedded example, and returns the worst exit status.
pub(crate) fn run<V: Tells>(desk: &mut Desk<'_>, records: &Records, verb: &V) -> Result<u8, Stop> {
    let (lang, files) = (desk.lang(), &records.files);
    let charter = input::charter(lang, records.rules.charter.as_deref(), &records.rules.reading)?;
    let usual = if files.is_empty() { samla::example::as_of() } else { desk.surroundings.today };
    let as_of = input::day_or(lang, records.as_of.as_deref(), usual)?;
    let writer = verb.format().map(|format| format.writer(files.len(), lang));
    let mut teller = Teller { verb, charter, as_of, writer, texts: 0, status: FINE };
    if files.is_empty() {
        if teller.writer.is_some() {
            desk.complain(&verb.of_the_example(as_of, lang));
        }
        // What is embedded can be read.
        let good = Handed::read(samla::json::example("good").unwrap_or_default().as_bytes());
        teller.tell(desk, None, good.unwrap_or_default())?;
        return Ok(teller.status);
    }
    desk.print(teller.writer.as_ref().map_or("", Writer::begin))?;
    for path in files {
        let name = input::name(path);
        match input::handed(desk, path) {
            Ok(handed) => teller.tell(desk, Some(&name), handed)?,
            Err(says) => {
                teller.status = WRONG;
                desk.complain(&format!("{}: {says}", input::spoken(lang, &name)));
            }
        }
    }
    desk.print(teller.writer.as_ref().map_or("", Writer::end))?;
    Ok(teller.status)
}

/// Tells of one record after the other.
struct Teller<'v, V: Tells> {
    verb: &'v V,
    charter: Charter,
    as_of: Day,
    writer: Option<Writer<'static, V::Told>>,
    texts: usize,
    status: u8,
}

impl<V: Tells> Teller<'_, V> {
    fn tell(&mut self, desk: &mut Desk<'_>, file: Option<&str>, handed: Handed) -> Result<(), Stop> {
        if self.writer.is_none() {
            return self.text(desk, file, handed);
        }
        let told = self.told(handed);
        let bytes = self.writer.as_mut().map(|writer| writer.next(&Filed { file, told: &told }));
        desk.write(&bytes.unwrap_or_default())
    }

    fn text(&mut self, desk: &mut Desk<'_>, file: Option<&str>, handed: Handed) -> Result<(), Stop> {
        let names = Names::of(handed.record(), &self.charter, self.verb.people());
        let told = self.told(handed);
        if self.texts > 0 {
            desk.print("\n\n")?;
        }
        self.texts += 1;
        let text = self.verb.text(&told, &Shown { file, charter: &self.charter, names }, &desk.surroundings);
        desk.print(&text)
    }

    fn told(&mut self, handed: Handed) -> V::Told {
        let told = self.verb.tell(&handed.settle(&self.charter), self.as_of);
        self.status = self.status.max(self.verb.status(&told));
        told
    }
}
