//! The one table of fields: what each is called and what it says, for schemas, tables and forms.

use super::Record;
use super::problem::Expected;
use crate::lang::Lang;

/// A label and a sentence, in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// Label and sentence in Swedish.
    pub(crate) sv: [&'static str; 2],
    /// Label and sentence in English.
    pub(crate) en: [&'static str; 2],
}

impl Text {
    /// What people call it.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &'static str {
        self.of(lang)[0]
    }

    /// What it is, in one or two sentences.
    #[must_use]
    pub fn description(&self, lang: Lang) -> &'static str {
        self.of(lang)[1]
    }

    fn of(&self, lang: Lang) -> [&'static str; 2] {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

/// An object of the record with what is written of it.
pub trait Described {
    /// What it is.
    const TEXT: Text;
    /// What is written of its fields, in their order.
    const FIELDS: &[FieldText];
}

/// What is written of one field.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FieldText {
    /// Its key in the record.
    pub key: &'static str,
    /// Must it be there?
    pub required: bool,
    /// What it is called, and what it is.
    pub text: Text,
    /// What may stand there, or in an item of the list that stands there.
    pub example: Option<&'static str>,
    /// What kind of value it takes.
    pub kind: Expected,
    /// The fields of the object, or of each object of the list, that stands there.
    pub below: &'static [FieldText],
}

/// Every field of the record with its path, each before those below it: `groups`, `groups/*/id`,
/// `groups/*/members/*/person`. A `*` stands for the place in a list.
///
/// ```
/// use samla::{Lang, record};
///
/// let (_, field) = record::fields().into_iter().find(|(path, _)| path == "groups/*/members/*/to").expect("a field");
/// assert_eq!(field.text.label(Lang::Sv), "T.o.m.");
/// assert!(!field.required);
/// ```
#[must_use]
pub fn fields() -> Vec<(String, &'static FieldText)> {
    fn walk(above: &str, fields: &'static [FieldText], all: &mut Vec<(String, &'static FieldText)>) {
        for field in fields {
            let path = format!("{above}{}", field.key);
            let place = if field.kind == Expected::List { "/*/" } else { "/" };
            let below = format!("{path}{place}");
            all.push((path, field));
            walk(&below, field.below, all);
        }
    }
    let mut all = Vec::new();
    walk("", Record::FIELDS, &mut all);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_without_a_full_stop_and_descriptions_are_sentences() {
        for (path, field) in fields() {
            for lang in [Lang::Sv, Lang::En] {
                let (label, says) = (field.text.label(lang), field.text.description(lang));
                // "T.o.m." is an abbreviation.
                assert!(
                    !label.is_empty() && (!label.ends_with('.') || label.contains(".o.m.")),
                    "{path}: {label}"
                );
                assert!(says.ends_with(['.', '?']), "{path}: {says}");
                assert!(
                    label.starts_with(char::is_uppercase) && says.starts_with(char::is_uppercase),
                    "{path}"
                );
            }
        }
    }

    #[test]
    fn two_fields_of_one_object_never_share_a_label() {
        for (path, field) in fields() {
            for lang in [Lang::Sv, Lang::En] {
                let mut labels: Vec<_> = field.below.iter().map(|below| below.text.label(lang)).collect();
                labels.sort_unstable();
                assert!(labels.windows(2).all(|pair| pair[0] != pair[1]), "{path}: {labels:?}");
            }
        }
    }
}
