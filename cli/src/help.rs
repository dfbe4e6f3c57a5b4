//! Help in both languages: what a verb's file says of it, put where clap looks for it.

use clap::Command;
use samla::{Both, Lang, say};

use crate::verbs::SHARED;

/// What help says of one command.
pub(crate) struct Page {
    pub(crate) word: &'static str,
    pub(crate) usage: Both,
    pub(crate) about: Both,
    pub(crate) more: Both,
    /// What is said when an argument is missing that it cannot do without.
    pub(crate) missing: Both,
    /// The arguments that are its own, beside those of several verbs.
    pub(crate) args: &'static [Arg],
    /// The commands below it.
    pub(crate) below: &'static [Page],
}

impl Page {
    /// A page with nothing on it.
    pub(crate) const EMPTY: Self = Self {
        word: "",
        usage: both("", ""),
        about: both("", ""),
        more: both("", ""),
        missing: both("", ""),
        args: &[],
        below: &[],
    };

    /// The page of the command of this name below it.
    pub(crate) fn below(&self, word: &str) -> Option<&Self> {
        self.below.iter().find(|page| page.word == word)
    }

    fn arg(&self, id: &str) -> Option<&Arg> {
        self.args.iter().chain(SHARED).find(|arg| arg.id == id)
    }
}

/// What help says of one argument.
pub(crate) struct Arg {
    id: &'static str,
    /// What its value is called; empty when it takes none.
    value: Both,
    /// `{}` stands for the values that there can be.
    says: Both,
}

/// An argument of this id, what its value is called and what it says: each in Swedish and English.
pub(crate) const fn arg(id: &'static str, value: Both, says: Both) -> Arg {
    Arg { id, value, says }
}

pub(crate) const fn both(sv: &'static str, en: &'static str) -> Both {
    Both { sv, en }
}

/// A command with every text in one language.
pub(crate) fn in_language(lang: Lang, command: Command, page: &'static Page) -> Command {
    let template = say!(lang;
        sv: "{{about}}\n\nAnvändning: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        en: "{{about}}\n\nUsage: {{usage}}\n\n{{all-args}}{{after-help}}\n");
    let texts = |arg: clap::Arg| {
        let Some(text) = page.arg(arg.get_id().as_str()) else { return arg };
        let values: Vec<String> =
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let heading = if arg.is_positional() { lang.of("Vad", "What") } else { lang.of("Val", "Options") };
        let arg = arg.help(text.says.of(lang).replace("{}", &values.join(", "))).help_heading(heading);
        match *text.value.of(lang) {
            "" => arg,
            value => arg.value_name(value).hide_possible_values(true).hide_default_value(true),
        }
    };
    let command = command
        .about(*page.about.of(lang))
        .after_help(*page.more.of(lang))
        .override_usage(*page.usage.of(lang))
        .help_template(template)
        .subcommand_help_heading(lang.of("Kommandon", "Commands"))
        .mut_args(texts);
    command.mut_subcommands(|below| match page.below(below.get_name()) {
        Some(page) => in_language(lang, below, page),
        None => below,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_and_argument_has_a_text() {
        fn walk(command: &Command, page: &Page) {
            for arg in command.get_arguments() {
                assert!(page.arg(arg.get_id().as_str()).is_some(), "{} has no text", arg.get_id());
            }
            for command in command.get_subcommands() {
                let word = command.get_name();
                walk(command, page.below(word).unwrap_or_else(|| panic!("{word} has no page")));
            }
        }
        let (command, page) = crate::call::bare();
        command.clone().debug_assert();
        walk(&command, page);
    }
}
