//! What the command line will know but does not know yet, refused with a sentence. What is built leaves
//! its line here.

use samla::{Lang, say};

/// Words, the second one where the first is known.
const WORDS: &[&str] = &["template"];

/// Options of `samla check`.
const OPTIONS: &[&str] = &["--jobs", "--group", "--save", "--annotate"];

/// Formats of `samla check`.
const FORMATS: &[&str] = &["sarif", "junit", "html", "markdown"];

/// Endings of files.
const FILES: &[&str] = &["csv", "tsv", "skv", "xlsx", "xls", "ods"];

pub(crate) fn word(lang: Lang, word: &str) -> Option<String> {
    let word = WORDS.iter().find(|known| **known == word)?;
    Some(say!(lang; sv: "`samla {word}` är inte byggt ännu", en: "`samla {word}` is not built yet"))
}

pub(crate) fn option(lang: Lang, option: &str) -> Option<String> {
    let option = OPTIONS.iter().find(|known| **known == option)?;
    Some(say!(lang; sv: "Valet {option} är inte byggt ännu", en: "The option {option} is not built yet"))
}

pub(crate) fn format(lang: Lang, format: &str) -> Option<String> {
    let format = FORMATS.iter().find(|known| **known == format)?;
    Some(say!(lang; sv: "Formatet {format} är inte byggt ännu", en: "The format {format} is not built yet"))
}

pub(crate) fn file(lang: Lang, ending: &str) -> Option<String> {
    FILES.iter().find(|known| known.eq_ignore_ascii_case(ending))?;
    Some(say!(lang;
        sv: "tabeller läses inte ännu, bara underlag i JSON",
        en: "tables are not read yet, only records in JSON"))
}
