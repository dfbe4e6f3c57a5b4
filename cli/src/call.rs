//! The words and options of the command line: how they are read, and what is said of them in both languages.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use samla::codes::Severity;
use samla::{Day, Lang};

use crate::{Stop, Surroundings, not_yet, shown};

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

#[derive(Debug, Subcommand)]
pub(crate) enum Word {
    Check(Check),
    Compare(Compare),
    Overview(Overview),
    Explain(Explain),
    Clauses(Clauses),
    Example(Example),
    Charter(Charter),
    Schema(Schema),
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) as_of: Option<String>,
    #[command(flatten)]
    pub(crate) rules: Rules,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CheckFormat,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) fail_on: FailOn,
    #[arg(long)]
    pub(crate) names: bool,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) subjects: ListedSubjects,
    #[arg(long)]
    pub(crate) horizon: Option<String>,
}

/// Two sides: what is named twice differs between them, what is named once is the same.
#[derive(Debug, Args)]
pub(crate) struct Compare {
    pub(crate) compared: Vec<PathBuf>,
    #[arg(long = "as-of")]
    pub(crate) days: Vec<String>,
    #[arg(long = "charter")]
    pub(crate) charters: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) reading: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CompareFormat,
    #[arg(long)]
    pub(crate) names: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Overview {
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    as_of: Option<String>,
    #[command(flatten)]
    pub(crate) rules: Rules,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: OverviewFormat,
    #[arg(long)]
    pub(crate) names: bool,
}

/// By what a record is judged.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    #[arg(long)]
    pub(crate) charter: Option<PathBuf>,
    #[arg(long)]
    pub(crate) reading: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    pub(crate) clause: String,
}

#[derive(Debug, Args)]
pub(crate) struct Clauses {
    pub(crate) file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) as_of: Option<String>,
    #[command(flatten)]
    pub(crate) rules: Rules,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ClausesFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Example {
    #[arg(default_value = "good")]
    pub(crate) name: String,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    pub(crate) schema: String,
    #[arg(long, default_value = "2020-12")]
    pub(crate) draft: String,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Charter {
    #[command(subcommand)]
    word: Option<CharterWord>,
    #[command(flatten)]
    show: Show,
}

/// What is asked about charters.
pub(crate) enum AboutCharter<'a> {
    Show(&'a Show),
    Check(&'a CheckedCharter),
}

impl Charter {
    pub(crate) fn asked(&self) -> AboutCharter<'_> {
        match &self.word {
            Some(CharterWord::Show(show)) => AboutCharter::Show(show),
            Some(CharterWord::Check(checked)) => AboutCharter::Check(checked),
            None => AboutCharter::Show(&self.show),
        }
    }
}

#[derive(Debug, Subcommand)]
enum CharterWord {
    Show(Show),
    Check(CheckedCharter),
}

#[derive(Debug, Args)]
pub(crate) struct CheckedCharter {
    pub(crate) checked: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) rules: Rules,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CharterFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SpokenLang {
    Sv,
    En,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    #[default]
    Text,
    Json,
    Ndjson,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum OverviewFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ClausesFormat {
    #[default]
    Text,
    Json,
    Csv,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum CompareFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum CharterFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ListedSubjects {
    #[default]
    Open,
    All,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum FailOn {
    #[default]
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    /// The least severity that fails.
    pub(crate) fn from(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

/// What help says of one word, in Swedish and English.
struct Page {
    word: &'static str,
    usage: [&'static str; 2],
    about: [&'static str; 2],
    more: [&'static str; 2],
}

const PAGES: &[Page] = &[
    Page {
        word: "samla",
        usage: ["samla [KOMMANDO] [VAL]", "samla [COMMAND] [OPTIONS]"],
        about: [
            "Prövar underlag från vårdsamverkan SAMLA mot samverkansplanen och uppdragsbeskrivningen för NOSAM",
            "Checks governance records of the SAMLA health-care collaboration against its two founding documents",
        ],
        more: [
            "Börja med `samla check`, som prövar ett inbyggt exempel, och `samla example`, som skriver ut det.",
            "Begin with `samla check`, which checks an embedded example, and `samla example`, which prints it.",
        ],
    },
    Page {
        word: "check",
        usage: ["samla check [FIL]... [VAL]", "samla check [FILE]... [OPTIONS]"],
        about: ["Prövar underlag och berättar vad som brister", "Checks records and tells what is wrong"],
        more: [
            "Slutstatus: 0 inget på den nivå som --fail-on anger, 1 något på den nivån, 2 något gick inte \
                att läsa eller anropet var fel.",
            "Exit status: 0 nothing at the level of --fail-on, 1 something at that level, 2 something could \
                not be read or the call was wrong.",
        ],
    },
    Page {
        word: "compare",
        usage: ["samla compare FÖRE [EFTER] [VAL]", "samla compare OLD [NEW] [OPTIONS]"],
        about: [
            "Berättar vad som har blivit sämre och bättre mellan två underlag, två dagar eller två regelverk",
            "Tells what got worse and better between two records, two days or two charters",
        ],
        more: [
            "Det som anges två gånger skiljer sidorna åt, det som anges en gång är lika för båda. Exempel: \
                samla compare i-fjol.json i-år.json, eller samla compare underlag.json --as-of 2023-12-31 \
                --as-of 2024-12-31. Slutstatus: 0 vad som än har ändrats, 2 något gick inte att läsa eller \
                anropet var fel.",
            "What is named twice differs between the sides, what is named once is the same for both. \
                Examples: samla compare last-year.json this-year.json, or samla compare record.json --as-of \
                2023-12-31 --as-of 2024-12-31. Exit status: 0 whatever changed, 2 something could not be \
                read or the call was wrong.",
        ],
    },
    Page {
        word: "overview",
        usage: ["samla overview [FIL]... [VAL]", "samla overview [FILE]... [OPTIONS]"],
        about: ["Visar platser, ordförande och möten över tid", "Shows seats, chairs and meetings over time"],
        more: [
            "Börjar med gruppen, men inte före den dag som underlaget känner till. Slutstatus: 0, eller 2 \
                när något inte gick att läsa.",
            "Begins with the group, but not before the first day that the record knows of. Exit status: 0, \
                or 2 when something could not be read.",
        ],
    },
    Page {
        word: "explain",
        usage: ["samla explain KLAUSUL", "samla explain CLAUSE"],
        about: [
            "Förklarar en klausul: vad den säger, varför och hur den prövas",
            "Explains a clause: what it says, why, and how it is judged",
        ],
        more: ["Exempel: samla explain N-ORD-2", "Example: samla explain N-ORD-2"],
    },
    Page {
        word: "clauses",
        usage: ["samla clauses [FIL] [VAL]", "samla clauses [FILE] [OPTIONS]"],
        about: [
            "Listar de 127 klausulerna och vad som prövar dem; med ett underlag även utfallet",
            "Lists the 127 clauses and what judges them; with a record, what came out, too",
        ],
        more: ["", ""],
    },
    Page {
        word: "example",
        usage: ["samla example [good|faulty]", "samla example [good|faulty]"],
        about: ["Skriver ut ett påhittat underlag", "Prints an invented record"],
        more: ["", ""],
    },
    Page {
        word: "charter",
        usage: [
            "samla charter show [VAL] | samla charter check FIL",
            "samla charter show [OPTIONS] | samla charter check FILE",
        ],
        about: [
            "Visar regelverket, eller kontrollerar ett eget",
            "Shows the charter, or checks one of your own",
        ],
        more: ["", ""],
    },
    Page {
        word: "schema",
        usage: [
            "samla schema record|report|charter [--draft 2020-12|07]",
            "samla schema record|report|charter [--draft 2020-12|07]",
        ],
        about: [
            "Skriver ut JSON Schema för underlaget, rapporten eller regelverket",
            "Prints the JSON Schema of the record, the report or the charter",
        ],
        more: [
            "Schemat ger redigerare förslag och rättning, och bygger formulär. Svenska rubriker och \
                beskrivningar står i x-sv. Exempel: samla schema record > record.schema.json",
            "With the schema an editor completes and corrects, and a form is built. Swedish labels and \
                descriptions stand in x-sv. Example: samla schema record > record.schema.json",
        ],
    },
    Page {
        word: "charter check",
        usage: ["samla charter check FIL", "samla charter check FILE"],
        about: [
            "Kontrollerar om ett regelverk hänger ihop och berättar vad som annars är fel",
            "Checks whether a charter holds together, and tells what is wrong otherwise",
        ],
        more: [
            "Slutstatus: 0 regelverket hänger ihop, 1 det motsäger sig självt, 2 det gick inte att läsa \
                eller anropet var fel.",
            "Exit status: 0 the charter holds together, 1 it contradicts itself, 2 it could not be read or \
                the call was wrong.",
        ],
    },
    Page {
        word: "show",
        usage: ["samla charter show [VAL]", "samla charter show [OPTIONS]"],
        about: [
            "Visar regelverket: vad dokumenten slår fast och hur oklara punkter tolkas",
            "Shows the charter: what the documents fix and how unclear points are read",
        ],
        more: ["", ""],
    },
];

/// The schemas there are, as help shows them.
const SCHEMAS: &str = "record|report|charter";

/// What help says of one argument: its id, the name of its value, the text; in Swedish and English. Help
/// lists them in this order.
type ArgText = (&'static str, [&'static str; 2], [&'static str; 2]);

const ARGS: &[ArgText] = &[
    (
        "files",
        ["FIL", "FILE"],
        [
            "Underlag i JSON, ett eller flera; - läser det som skickas in från ett annat program. Utan fil \
                prövas det inbyggda exemplet good per 2024-12-31",
            "Records in JSON, one or several; - reads standard input. Without a file the embedded example \
                good is judged as of 2024-12-31",
        ],
    ),
    (
        "file",
        ["FIL", "FILE"],
        [
            "Ett underlag i JSON; - läser det som skickas in från ett annat program",
            "A record in JSON; - reads standard input",
        ],
    ),
    (
        "compared",
        ["FÖRE [EFTER]", "OLD [NEW]"],
        [
            "Två underlag i JSON, eller ett som ses på två dagar eller med två regelverk; - läser det som \
                skickas in från ett annat program",
            "Two records in JSON, or one seen on two days or by two charters; - reads standard input",
        ],
    ),
    (
        "checked",
        ["FIL", "FILE"],
        [
            "Ett regelverk i JSON; - läser det som skickas in från ett annat program",
            "A charter in JSON; - reads standard input",
        ],
    ),
    (
        "clause",
        ["KLAUSUL", "CLAUSE"],
        ["Klausulens beteckning, som N-ORD-2", "The id of the clause, like N-ORD-2"],
    ),
    (
        "name",
        ["NAMN", "NAME"],
        [
            "good (allt stämmer) eller faulty (vanliga misstag)",
            "good (everything in order) or faulty (ordinary mistakes)",
        ],
    ),
    (
        "schema",
        [SCHEMAS, SCHEMAS],
        ["record (underlaget), report (rapporten) eller charter (regelverket)", "record, report or charter"],
    ),
    (
        "draft",
        ["2020-12|07", "2020-12|07"],
        [
            "Utgåva av JSON Schema: 07 för formulärbyggare, annars 2020-12",
            "The draft of JSON Schema: 07 for form builders; else 2020-12",
        ],
    ),
    (
        "as_of",
        ["DAG", "DAY"],
        [
            "Dagen som underlaget ses från, som 2024-12-31; annars i dag",
            "The day judged from, like 2024-12-31; else today",
        ],
    ),
    (
        "days",
        ["DAG", "DAY"],
        [
            "Dagen som underlagen ses från, som 2024-12-31; två gånger: en för varje sida; annars i dag",
            "The day judged from, like 2024-12-31; twice: one for each side; else today",
        ],
    ),
    (
        "charters",
        ["FIL", "FILE"],
        [
            "Ett annat regelverk än det inbyggda samla-2023; två gånger: ett för varje sida",
            "Another charter than the embedded samla-2023; twice: one for each side",
        ],
    ),
    (
        "charter",
        ["FIL", "FILE"],
        ["Ett annat regelverk än det inbyggda samla-2023", "Another charter than the embedded samla-2023"],
    ),
    (
        "reading",
        ["ID=VÄRDE", "ID=VALUE"],
        [
            "En annan tolkning av en oklar punkt, som A-19=none; får upprepas",
            "Another reading of an unclear point, like A-19=none; may be repeated",
        ],
    ),
    ("format", ["FORMAT", "FORMAT"], ["", ""]),
    (
        "fail_on",
        ["NIVÅ", "LEVEL"],
        [
            "Vad som ger slutstatus 1: error (fel, om inget annat sägs), warning (varning), advice (råd) \
                eller never (aldrig)",
            "What gives exit status 1: error (unless said otherwise), warning, advice or never",
        ],
    ),
    (
        "names",
        ["", ""],
        [
            "Visar personers namn, utom för den som har skyddade uppgifter",
            "Shows people by name, except those protected",
        ],
    ),
    (
        "subjects",
        ["open|all", "open|all"],
        [
            "all listar i JSON även det som håller och det som inte berörs",
            "all lists in JSON what holds and what is not concerned, too",
        ],
    ),
    (
        "horizon",
        ["TID", "TIME"],
        [
            "Visar också vad som ska vara gjort inom så lång tid, som 90d (dagar) eller 12w (veckor)",
            "Shows what is due within so long, too, like 90d (days) or 12w (weeks)",
        ],
    ),
    (
        "lang",
        ["SPRÅK", "LANGUAGE"],
        ["sv eller en; annars datorns språk", "sv or en; else that of this computer"],
    ),
    ("help", ["", ""], ["Visar den här hjälpen", "Shows this help"]),
    ("version", ["", ""], ["Visar versionen", "Shows the version"]),
];

/// The formats of a word, and which one is the usual.
fn formats(lang: Lang, word: &str) -> String {
    let formats = match word {
        "clauses" => ["text", "json", "csv"].as_slice(),
        "charter" | "show" | "compare" | "overview" => &["text", "json"],
        _ => &["text", "json", "ndjson"],
    };
    let all = formats.join(", ");
    say!(lang; sv: "{all}; annars text", en: "{all}; else text")
}

fn of(lang: Lang, [sv, en]: [&'static str; 2]) -> &'static str {
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}

/// The command with every text in the language in force.
fn command(surroundings: &Surroundings) -> Command {
    let lang = surroundings.lang;
    let wide = Call::command().term_width(surroundings.width);
    in_language(lang, "", wide)
}

/// The word of a command as its page has it: two words in one have one name.
fn word_of(above: &str, command: &Command) -> String {
    match (above, command.get_name()) {
        ("charter", "check") => String::from("charter check"),
        (_, word) => word.to_owned(),
    }
}

fn in_language(lang: Lang, above: &str, command: Command) -> Command {
    let word = word_of(above, &command);
    let page = PAGES.iter().find(|page| page.word == word);
    let (usage, about, more) = page.map_or_else(Default::default, |page| {
        (of(lang, page.usage), of(lang, page.about), of(lang, page.more))
    });
    let template = say!(lang;
        sv: "{{about}}\n\nAnvändning: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        en: "{{about}}\n\nUsage: {{usage}}\n\n{{all-args}}{{after-help}}\n");
    let texts = |arg: clap::Arg| {
        let place = ARGS.iter().position(|(id, ..)| arg.get_id() == id);
        let Some((place, (_, value, text))) = place.and_then(|place| Some((place, ARGS.get(place)?))) else {
            return arg;
        };
        let heading = if arg.is_positional() { ["Vad", "What"] } else { ["Val", "Options"] };
        let (value, text) = (of(lang, *value), of(lang, *text));
        let text = if arg.get_id() == "format" { formats(lang, &word) } else { text.to_owned() };
        let arg = arg.help(text).help_heading(of(lang, heading)).display_order(place);
        if value.is_empty() {
            arg
        } else {
            arg.value_name(value).hide_possible_values(true).hide_default_value(true)
        }
    };
    let command = command
        .about(about)
        .after_help(more)
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(of(lang, ["Kommandon", "Commands"]))
        .mut_args(texts);
    command.mut_subcommands(|below| in_language(lang, &word, below))
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
    let in_charter = args.iter().any(|arg| arg == "charter");
    let matches = command(&surroundings).try_get_matches_from(args);
    let call = matches.and_then(|matches| Call::from_arg_matches(&matches));
    (lang, call.map_err(|error| stop(&error, in_charter, &surroundings)))
}

/// `samla help check` means `samla check --help`.
fn with_help_as_option(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|word| word == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
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
fn stop(error: &clap::Error, in_charter: bool, surroundings: &Surroundings) -> Stop {
    let lang = surroundings.lang;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Stop::Shown(styled(&error.render(), surroundings));
        }
        ErrorKind::DisplayVersion => return Stop::Shown(error.render().to_string()),
        _ => {}
    }
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        // Of several suggestions the last is the nearest.
        Some(ContextValue::Strings(texts)) => texts.last().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let arg = one(ContextKind::InvalidArg);
    let option = arg.split([' ', '=']).next().unwrap_or_default();
    let value = one(ContextKind::InvalidValue);
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = one(ContextKind::InvalidSubcommand);
            let word = if in_charter { format!("charter {word}") } else { word };
            unknown_word(lang, &word, &one(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::UnknownArgument => unknown_argument(lang, &arg, &one(ContextKind::SuggestedArg)),
        ErrorKind::InvalidValue if value.is_empty() => {
            say!(lang; sv: "Valet {option} behöver ett värde", en: "The option {option} needs a value")
        }
        ErrorKind::InvalidValue => {
            let possible = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(values)) => values.join(", "),
                _ => String::new(),
            };
            let later = (option == "--format").then(|| not_yet::format(lang, &value)).flatten();
            later.unwrap_or_else(|| {
                say!(lang;
                    sv: "Valet {option} kan inte vara `{value}`, välj bland {possible}",
                    en: "The option {option} cannot be `{value}`, choose among {possible}")
            })
        }
        ErrorKind::MissingRequiredArgument if in_charter => say!(lang;
            sv: "Ange ett regelverk, som i `samla charter check regelverk.json`",
            en: "Name a charter, as in `samla charter check charter.json`"),
        ErrorKind::MissingRequiredArgument if arg.contains(SCHEMAS) => say!(lang;
            sv: "Ange vad schemat ska gälla, som i `samla schema record`",
            en: "Name what the schema is to describe, as in `samla schema record`"),
        ErrorKind::MissingRequiredArgument => say!(lang;
            sv: "Ange en klausul, som i `samla explain N-ORD-2`; `samla clauses` listar dem",
            en: "Name a clause, as in `samla explain N-ORD-2`; `samla clauses` lists them"),
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
    };
    Stop::Wrong(shown(&sentence))
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

impl Check {
    /// The day judged from.
    pub(crate) fn as_of(&self, surroundings: &Surroundings) -> Result<Day, Stop> {
        day_for(&self.files, self.as_of.as_deref(), surroundings)
    }
}

impl Overview {
    /// The last day shown.
    pub(crate) fn as_of(&self, surroundings: &Surroundings) -> Result<Day, Stop> {
        day_for(&self.files, self.as_of.as_deref(), surroundings)
    }
}

/// The day asked for; else that of the embedded example, or today.
fn day_for(files: &[PathBuf], asked: Option<&str>, surroundings: &Surroundings) -> Result<Day, Stop> {
    match asked {
        Some(day) => crate::input::day(surroundings.lang, day),
        None if files.is_empty() => Ok(samla::example::as_of()),
        None => Ok(surroundings.today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_and_argument_has_a_text() {
        fn walk(above: &str, command: &Command) {
            let word = word_of(above, command);
            assert!(PAGES.iter().any(|page| page.word == word), "{word} has no page");
            for arg in command.get_arguments() {
                assert!(ARGS.iter().any(|(id, ..)| arg.get_id() == id), "{} has no text", arg.get_id());
            }
            command.get_subcommands().for_each(|below| walk(&word, below));
        }
        Call::command().debug_assert();
        walk("", &Call::command());
    }
}
