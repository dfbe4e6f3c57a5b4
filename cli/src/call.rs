//! How a call is read, and what is said of one that is mistaken.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Command, CommandFactory, FromArgMatches, Parser, ValueEnum};
use samla::names::shown;
use samla::{Lang, say};

use crate::help::{self, Page, both};
use crate::verbs::{PAGES, Word};
use crate::{Stop, Surroundings, not_yet};

#[derive(Debug, Parser)]
#[command(name = "samla", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_precedence_over_arg = true)]
pub(crate) struct Call {
    #[command(subcommand)]
    pub(crate) word: Option<Word>,
    #[arg(long, global = true, value_enum)]
    lang: Option<SpokenLang>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SpokenLang {
    Sv,
    En,
}

const PAGE: Page = Page {
    word: "samla",
    usage: both("samla [KOMMANDO] [VAL]", "samla [COMMAND] [OPTIONS]"),
    about: both(
        "Prövar underlag från vårdsamverkan SAMLA mot samverkansplanen och uppdragsbeskrivningen för NOSAM",
        "Checks governance records of the SAMLA health-care collaboration against its two founding documents",
    ),
    more: both(
        "Börja med `samla check`, som prövar ett inbyggt exempel, och `samla example`, som skriver ut det.",
        "Begin with `samla check`, which checks an embedded example, and `samla example`, which prints it.",
    ),
    below: PAGES,
    ..Page::EMPTY
};

/// The command with every text in the language in force.
fn command(surroundings: &Surroundings) -> Command {
    help::in_language(surroundings.lang, Call::command().term_width(surroundings.width), &PAGE)
}

/// The help of the whole command.
pub(crate) fn help(surroundings: &Surroundings) -> String {
    styled(&command(surroundings).render_help(), surroundings)
}

fn styled(text: &StyledStr, surroundings: &Surroundings) -> String {
    let text = if surroundings.colour { text.ansi().to_string() } else { text.to_string() };
    format!("{}\n", text.trim_end())
}

/// Reads a call; `--lang` is found first, so that everything else can be said in that language.
pub(crate) fn read(args: Vec<OsString>, surroundings: &Surroundings) -> (Lang, Result<Call, Stop>) {
    let args = with_help_as_option(args);
    let lang = asked_lang(&args).unwrap_or(surroundings.lang);
    let surroundings = Surroundings { lang, ..surroundings.clone() };
    let page = page_of(&args);
    let matches = command(&surroundings).try_get_matches_from(args);
    let call = matches.and_then(|matches| Call::from_arg_matches(&matches));
    (lang, call.map_err(|error| stop(&error, page, &surroundings)))
}

/// `samla help check` means `samla check --help`.
fn with_help_as_option(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|word| word == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// The page of the command that was called, as far as its words are known.
fn page_of(args: &[OsString]) -> &'static Page {
    let words = args.iter().filter_map(|arg| arg.to_str());
    words.fold(&PAGE, |page, word| page.below(word).unwrap_or(page))
}

fn asked_lang(args: &[OsString]) -> Option<Lang> {
    let options = args.iter().take_while(|arg| *arg != "--");
    let texts: Vec<&str> = options.filter_map(|arg| arg.to_str()).collect();
    let value = texts.iter().enumerate().find_map(|(place, arg)| match arg.strip_prefix("--lang")? {
        "" => texts.get(place + 1).copied(),
        joined => joined.strip_prefix('='),
    });
    match value? {
        "sv" => Some(Lang::Sv),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// What clap found, in words of our own.
fn stop(error: &clap::Error, page: &'static Page, surroundings: &Surroundings) -> Stop {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Stop::Shown(styled(&error.render(), surroundings))
        }
        ErrorKind::DisplayVersion => Stop::Shown(error.render().to_string()),
        _ => Stop::Wrong(shown(&mistake(error, page, surroundings.lang))),
    }
}

/// What is wrong with a call.
fn mistake(error: &clap::Error, page: &'static Page, lang: Lang) -> String {
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        // Of several suggestions the last is the nearest.
        Some(ContextValue::Strings(texts)) => texts.last().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let arg = one(ContextKind::InvalidArg);
    let option = arg.split([' ', '=']).next().unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = one(ContextKind::InvalidSubcommand);
            let within = page.word != PAGE.word && !page.below.is_empty();
            let word = if within { format!("{} {word}", page.word) } else { word };
            unknown_word(lang, &word, &one(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::UnknownArgument => unknown_argument(lang, &arg, &one(ContextKind::SuggestedArg)),
        ErrorKind::InvalidValue => {
            let possible = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(values)) => values.join(", "),
                _ => String::new(),
            };
            not_a_value(lang, option, &one(ContextKind::InvalidValue), &possible)
        }
        ErrorKind::MissingRequiredArgument => String::from(*page.missing.of(lang)),
        ErrorKind::ArgumentConflict => say!(lang;
            sv: "Valet {option} står två gånger, eller på fel plats",
            en: "The option {option} stands twice, or in the wrong place"),
        ErrorKind::TooManyValues => {
            say!(lang; sv: "Valet {option} tar inget värde", en: "The option {option} takes no value")
        }
        ErrorKind::InvalidUtf8 => say!(lang;
            sv: "Ett ord i anropet är inte text i UTF-8",
            en: "A word of the call is no text in UTF-8"),
        _ => say!(lang;
            sv: "Anropet kan inte läsas, se `samla --help`",
            en: "The call cannot be read, see `samla --help`"),
    }
}

fn not_a_value(lang: Lang, option: &str, value: &str, possible: &str) -> String {
    if value.is_empty() {
        return say!(lang; sv: "Valet {option} behöver ett värde", en: "The option {option} needs a value");
    }
    let later = (option == "--format").then(|| not_yet::format(lang, value)).flatten();
    later.unwrap_or_else(|| {
        say!(lang;
            sv: "Valet {option} kan inte vara `{value}`, välj bland {possible}",
            en: "The option {option} cannot be `{value}`, choose among {possible}")
    })
}

fn unknown_word(lang: Lang, word: &str, near: &str) -> String {
    if let Some(later) = not_yet::word(lang, word) {
        return later;
    }
    if word == "-" || word.contains(['.', '/', '\\']) {
        return say!(lang;
            sv: "`{word}` är inget kommando i samla; ett underlag prövas med `samla check {word}`",
            en: "`{word}` is no command of samla; a record is checked with `samla check {word}`");
    }
    if near.is_empty() {
        say!(lang;
            sv: "`{word}` är inget kommando i samla, se `samla --help`",
            en: "`{word}` is no command of samla, see `samla --help`")
    } else {
        say!(lang;
            sv: "`{word}` är inget kommando i samla, menade du `{near}`?",
            en: "`{word}` is no command of samla, did you mean `{near}`?")
    }
}

fn unknown_argument(lang: Lang, arg: &str, near: &str) -> String {
    if let Some(later) = not_yet::option(lang, arg) {
        return later;
    }
    if !arg.starts_with('-') {
        return say!(lang; sv: "`{arg}` är ett ord för mycket", en: "`{arg}` is one word too many");
    }
    if near.is_empty() {
        say!(lang;
            sv: "Det finns inget val `{arg}`, se `samla --help`",
            en: "There is no option `{arg}`, see `samla --help`")
    } else {
        say!(lang;
            sv: "Det finns inget val `{arg}`, menade du `{near}`?",
            en: "There is no option `{arg}`, did you mean `{near}`?")
    }
}

/// The command without its texts, and its page.
#[cfg(test)]
pub(crate) fn bare() -> (Command, &'static Page) {
    (Call::command(), &PAGE)
}
