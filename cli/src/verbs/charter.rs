//! `samla charter`: the charter in force, and whether one of one's own holds together.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use samla::{rules, say};
use samla_files::write;

use super::{Rules, text_or};
use crate::help::{Page, arg, both};
use crate::input::{self, NoCharter};
use crate::text::{self, Ink, Paper};
use crate::{Desk, FINE, FOUND, Stop};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Charter {
    #[command(subcommand)]
    word: Option<Word>,
    #[command(flatten)]
    show: Show,
}

#[derive(Debug, Subcommand)]
enum Word {
    Show(Show),
    Check(Check),
}

#[derive(Debug, Args)]
struct Show {
    #[command(flatten)]
    rules: Rules,
    #[arg(long, default_value = "text", value_parser = text_or(write::CHARTER))]
    format: String,
}

#[derive(Debug, Args)]
struct Check {
    checked: PathBuf,
}

pub(super) const PAGE: Page = Page {
    word: "charter",
    usage: both(
        "samla charter show [VAL] | samla charter check FIL",
        "samla charter show [OPTIONS] | samla charter check FILE",
    ),
    about: both(
        "Visar regelverket, eller kontrollerar ett eget",
        "Shows the charter, or checks one of your own",
    ),
    below: &[
        Page {
            word: "show",
            usage: both("samla charter show [VAL]", "samla charter show [OPTIONS]"),
            about: both(
                "Visar regelverket: vad dokumenten slår fast och hur oklara punkter tolkas",
                "Shows the charter: what the documents fix and how unclear points are read",
            ),
            ..Page::EMPTY
        },
        Page {
            word: "check",
            usage: both("samla charter check FIL", "samla charter check FILE"),
            about: both(
                "Kontrollerar om ett regelverk hänger ihop och berättar vad som annars är fel",
                "Checks whether a charter holds together, and tells what is wrong otherwise",
            ),
            more: both(
                "Slutstatus: 0 regelverket hänger ihop, 1 det motsäger sig självt, 2 det gick inte att läsa \
                    eller anropet var fel.",
                "Exit status: 0 the charter holds together, 1 it contradicts itself, 2 it could not be read \
                    or the call was wrong.",
            ),
            missing: both(
                "Ange ett regelverk, som i `samla charter check regelverk.json`",
                "Name a charter, as in `samla charter check charter.json`",
            ),
            args: &[arg(
                "checked",
                both("FIL", "FILE"),
                both(
                    "Ett regelverk i JSON; - läser det som skickas in från ett annat program",
                    "A charter in JSON; - reads standard input",
                ),
            )],
            ..Page::EMPTY
        },
    ],
    ..Page::EMPTY
};

impl Charter {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        match &self.word {
            None => self.show.run(desk),
            Some(Word::Show(show)) => show.run(desk),
            Some(Word::Check(check)) => check.run(desk),
        }
    }
}

impl Show {
    fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let lang = desk.lang();
        let charter = input::charter(lang, self.rules.charter.as_deref(), &self.rules.reading)?;
        match super::asked(&self.format, write::CHARTER) {
            Some(format) => desk.write(&format.one(&charter, lang))?,
            None => desk.print(&text::charter(&charter, &desk.surroundings))?,
        }
        Ok(FINE)
    }
}

impl Check {
    /// Says whether a charter holds together, or everything that does not.
    fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let lang = desk.lang();
        let name = input::spoken(lang, &input::name(&self.checked));
        let wrong = |says: String| Stop::Wrong(format!("{name}: {says}"));
        let bytes = input::bytes(desk, &self.checked).map_err(wrong)?;
        let charter = match input::read_charter(lang, &bytes) {
            Ok(charter) => charter,
            Err(NoCharter::Unreadable(says)) => return Err(wrong(says)),
            Err(NoCharter::Inconsistent(all)) => {
                desk.print(&text::mistakes(&name, &all, &desk.surroundings))?;
                return Ok(FOUND);
            }
        };
        let (id, rules) = (samla::names::shown(&charter.id), rules::all().count());
        let off = charter.rules.values().filter(|setting| setting.off).count();
        let judging = rules.saturating_sub(off);
        let holds = say!(lang; sv: "regelverket {id} hänger ihop.", en: "the charter {id} holds together.");
        let judging = say!(lang;
            sv: "{judging} av {rules} regler prövar enligt det.",
            en: "{judging} of {rules} rules judge by it.");
        let mut paper = Paper::new(&desk.surroundings);
        let name = format!("{name}:");
        paper.lines(0, 2, &[(Ink::Strong, &name), (Ink::Good, &holds), (Ink::Plain, &judging)]);
        desk.print(&paper.text())?;
        Ok(FINE)
    }
}
