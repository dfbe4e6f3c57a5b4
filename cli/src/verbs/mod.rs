//! The verbs: a file each, with its arguments, its help and what it does.

mod charter;
mod check;
mod clauses;
mod compare;
mod example;
mod explain;
mod overview;
mod schema;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use samla_files::write::Format;

use crate::help::{Arg, Page, arg, both};
use crate::{Desk, Stop};

/// Lists the verbs in the order of the help.
macro_rules! verbs {
    ($($Verb:ident $module:ident,)+) => {
        /// A verb with its arguments.
        #[derive(Debug, Subcommand)]
        pub(crate) enum Word {
            $($Verb($module::$Verb),)+
        }

        impl Word {
            /// Does it, and returns the exit status.
            pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
                match self {
                    $(Self::$Verb(words) => words.run(desk),)+
                }
            }
        }

        /// What help says of each.
        pub(crate) const PAGES: &[Page] = &[$($module::PAGE),+];
    };
}

verbs! {
    Check check,
    Compare compare,
    Overview overview,
    Explain explain,
    Clauses clauses,
    Example example,
    Charter charter,
    Schema schema,
}

/// Records, each told of by itself.
#[derive(Debug, Args)]
pub(crate) struct Records {
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) as_of: Option<String>,
    #[command(flatten)]
    pub(crate) rules: Rules,
}

/// By what a record is judged.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    #[arg(long)]
    pub(crate) charter: Option<PathBuf>,
    #[arg(long)]
    pub(crate) reading: Vec<String>,
}

/// The names of `text` and of these formats.
fn text_or<T: ?Sized>(formats: &[Format<T>]) -> PossibleValuesParser {
    PossibleValuesParser::new(std::iter::once("text").chain(formats.iter().map(|format| format.name)))
}

/// The format asked for; `None` is text.
fn asked<T: ?Sized>(name: &str, formats: &'static [Format<T>]) -> Option<&'static Format<T>> {
    formats.iter().find(|format| format.name == name)
}

/// What help says of arguments that several verbs have.
pub(crate) const SHARED: &[Arg] = &[
    arg(
        "files",
        both("FIL", "FILE"),
        both(
            "Underlag i JSON, ett eller flera; - läser det som skickas in från ett annat program. Utan fil \
                prövas det inbyggda exemplet good per 2024-12-31",
            "Records in JSON, one or several; - reads standard input. Without a file the embedded example \
                good is judged as of 2024-12-31",
        ),
    ),
    arg(
        "as_of",
        both("DAG", "DAY"),
        both(
            "Dagen som underlaget ses från, som 2024-12-31; annars i dag",
            "The day judged from, like 2024-12-31; else today",
        ),
    ),
    arg(
        "charter",
        both("FIL", "FILE"),
        both(
            "Ett annat regelverk än det inbyggda samla-2023",
            "Another charter than the embedded samla-2023",
        ),
    ),
    arg(
        "reading",
        both("ID=VÄRDE", "ID=VALUE"),
        both(
            "En annan tolkning av en oklar punkt, som A-19=none; får upprepas",
            "Another reading of an unclear point, like A-19=none; may be repeated",
        ),
    ),
    arg("format", both("FORMAT", "FORMAT"), both("{}; annars text", "{}; else text")),
    arg(
        "names",
        both("", ""),
        both(
            "Visar personers namn, utom för den som har skyddade uppgifter",
            "Shows people by name, except those protected",
        ),
    ),
    arg(
        "lang",
        both("SPRÅK", "LANGUAGE"),
        both("sv eller en; annars datorns språk", "sv or en; else that of this computer"),
    ),
    arg("help", both("", ""), both("Visar den här hjälpen", "Shows this help")),
    arg("version", both("", ""), both("Visar versionen", "Shows the version")),
];
