//! Reads files and renders reports: the command line of [`samla`] as a library.
//!
//! [`run`] is the whole command, with its surroundings and streams handed in. What is judged, and every
//! sentence about it, comes from the library; here are files, words of the command and layout.

mod call;
mod each;
mod help;
mod input;
mod not_yet;
mod text;
mod verbs;

use std::ffi::OsString;
use std::io::{self, Read, Write};

use samla::names::shown;
use samla::{Day, Lang, json};

/// Nothing was found at or above `--fail-on`.
pub const FINE: u8 = 0;
/// Something was found at or above `--fail-on`.
pub const FOUND: u8 = 1;
/// Something could not be read, no rule had anything to judge in a record, or the call was wrong.
pub const WRONG: u8 = 2;

/// What a command takes from where it runs.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The language, where `--lang` says no other.
    pub lang: Lang,
    /// The day judged from, where `--as-of` says no other.
    pub today: Day,
    /// Letters on a line.
    pub width: usize,
    /// May text be coloured?
    pub colour: bool,
}

impl Surroundings {
    /// Those of this process: its locale, its clock, its terminal. Without colour.
    #[must_use]
    pub fn of_this_process(to_terminal: bool) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .unwrap_or_default();
        let width = terminal_size::terminal_size().filter(|_| to_terminal).map(|(width, _)| width.0.into());
        Self {
            lang: lang_of_locale(&locale),
            today: today(),
            width: width.map_or(80, |width: usize| width.clamp(40, 100)),
            colour: false,
        }
    }
}

/// The language of a locale such as `sv_SE.UTF-8`.
#[must_use]
pub fn lang_of_locale(locale: &str) -> Lang {
    if locale.to_ascii_lowercase().starts_with("sv") { Lang::Sv } else { Lang::En }
}

/// The civil day where this process runs.
fn today() -> Day {
    let now = chrono::Local::now().date_naive();
    // Both are thin over the same calendar and write days the same way.
    Day::parse(&now.to_string()).unwrap_or_else(samla::example::as_of)
}

/// Runs one command and returns its exit status. `args` begins with the name of the program.
pub fn run(
    args: impl IntoIterator<Item = impl Into<OsString>>,
    surroundings: &Surroundings,
    stdin: &mut dyn Read,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let (lang, call) = call::read(args, surroundings);
    let mut desk = Desk {
        surroundings: Surroundings { lang, ..surroundings.clone() },
        stdin,
        out: Pipe { to: stdout, closed: false },
        err: Pipe { to: stderr, closed: false },
    };
    let status = call.and_then(|call| match call.word {
        None => desk.print(&call::help(&desk.surroundings)).map(|()| FINE),
        Some(word) => word.run(&mut desk),
    });
    let status = status.and_then(|status| desk.out.flush().map(|()| status).map_err(Stop::from));
    match status {
        Ok(status) => status,
        Err(Stop::Shown(text)) => match desk.print(&text).and_then(|()| Ok(desk.out.flush()?)) {
            Ok(()) => FINE,
            Err(_) => WRONG,
        },
        Err(Stop::Wrong(sentence)) => {
            // What was written so far comes first; a stream that fails now has nobody left to tell.
            let _ = desk.out.flush();
            desk.complain(&sentence);
            WRONG
        }
    }
}

/// Why a command ends before its end.
enum Stop {
    /// What was asked for is this text: help, or the version.
    Shown(String),
    /// The call was wrong, or nothing could be written.
    Wrong(String),
}

impl Stop {
    /// What the library could not do.
    fn of(error: &json::Error, lang: Lang) -> Self {
        Self::Wrong(error.says(lang).to_owned())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Wrong(error.to_string())
    }
}

/// Where a command works: what it knows, reads from and writes to.
struct Desk<'a> {
    surroundings: Surroundings,
    stdin: &'a mut dyn Read,
    out: Pipe<'a>,
    err: Pipe<'a>,
}

impl Desk<'_> {
    fn lang(&self) -> Lang {
        self.surroundings.lang
    }

    fn print(&mut self, text: &str) -> Result<(), Stop> {
        self.write(text.as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        Ok(self.out.write_all(bytes)?)
    }

    /// Says one sentence where errors are told.
    fn complain(&mut self, sentence: &str) {
        let sentence = sentence.split('\n').map(shown).collect::<Vec<_>>().join("\n");
        // There is no other place to tell that this one fails.
        let _ = writeln!(self.err, "samla: {sentence}");
    }
}

/// A stream whose reader may have gone: what is written then is dropped, as the reader wished.
struct Pipe<'a> {
    to: &'a mut dyn Write,
    closed: bool,
}

impl Pipe<'_> {
    fn unless_closed<T>(&mut self, result: io::Result<T>, dropped: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(dropped)
            }
            told => told,
        }
    }
}

impl Write for Pipe<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let result = self.to.write(bytes);
        self.unless_closed(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.to.flush();
        self.unless_closed(result, ())
    }
}
