//! How people spell names and codes, and the code that a text was probably meant to be.

use crate::lang::Lang;
use crate::words;
use crate::words::{Param, Words};

/// A name without what people write in different ways: case, hyphens, spaces, full stops, accents,
/// and `&` for `och`.
#[must_use]
pub fn same_spelling(name: &str) -> String {
    bare(&name.replace('&', "och")).filter(|letter| letter.is_alphanumeric()).collect()
}

/// The letters and signs of a text without case, spaces, hyphens, full stops and accents.
pub(crate) fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase).filter_map(|letter| match letter {
        'å' | 'ä' | 'à' | 'á' => Some('a'),
        'ö' | 'ó' | 'ò' => Some('o'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'ü' => Some('u'),
        '-' | '\u{2010}' | '\u{2011}' | '.' | '\u{300}'..='\u{36f}' => None,
        letter => Some(letter).filter(|letter| !letter.is_whitespace()),
    })
}

/// How many letters are added, missing, exchanged or swapped with their neighbour between two words.
pub(crate) fn letters_apart(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, against) in other.iter().enumerate() {
            let exchanged = rows[i][j] + usize::from(letter != against);
            let mut least = exchanged.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *against {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

/// A text that is none of the codes of a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.words().say(Lang::En))]
pub struct UnknownCode {
    /// What was said.
    pub value: String,
    /// The codes that there are.
    pub known: Vec<String>,
    /// The one that was probably meant: spelt otherwise, or called so by people.
    pub meant: Option<String>,
}

impl UnknownCode {
    /// `text` beside the codes that there are, each followed by its names.
    pub(crate) fn among<'c>(text: &str, codes: impl Iterator<Item = (&'c str, Vec<&'c str>)>) -> Self {
        let codes: Vec<_> = codes.collect();
        let known = codes.iter().map(|(code, _)| (*code).to_owned()).collect();
        Self { value: text.to_owned(), known, meant: meant(text, &codes).map(str::to_owned) }
    }

    /// The sentence.
    pub(crate) fn words(&self) -> Words {
        let Self { value, known, meant } = self;
        let (value, known) = (Param::Text(value.clone()), Param::Ids(known.clone()));
        match meant {
            Some(meant) => words! { value = value, meant = Param::Id(meant.clone());
            sv: "Värdet {value} går inte att använda här, skriv {meant}",
            en: "The value {value} cannot be used here, write {meant}" }
            .with("known", known),
            None if self.known.is_empty() => words! { value = value;
            sv: "Värdet {value} går inte att använda här, rätta stavningen",
            en: "The value {value} cannot be used here, correct the spelling" },
            None => words! { value = value, known = known;
            sv: "Värdet {value} går inte att använda här, de som finns är {known}",
            en: "The value {value} cannot be used here, those that exist are {known}" },
        }
    }
}

/// What stands before the title of who acts in a place for a time.
const ACTING: [&str; 7] =
    ["tillforordnade", "tillforordnad", "tf", "vikarierande", "vik", "acting", "interim"];

/// What Swedish adds to a title.
const ENDINGS: [&str; 8] = ["en", "ens", "n", "ns", "er", "erna", "na", "s"];

/// The one code that `text` is another spelling, a name, a name in another form, the beginning of a name of,
/// or one letter from.
fn meant<'a>(text: &str, codes: &[(&'a str, Vec<&'a str>)]) -> Option<&'a str> {
    let text = same_spelling(text);
    let acts = ACTING.iter().find_map(|acting| text.strip_prefix(acting));
    let texts: Vec<&str> = [text.as_str()].into_iter().chain(acts).filter(|text| !text.is_empty()).collect();
    let spelt = codes.iter().flat_map(|(code, names)| {
        [code].into_iter().chain(names).map(move |name| (*code, same_spelling(name)))
    });
    let spelt: Vec<(&str, String)> = spelt.collect();
    let only = |is: &dyn Fn(&str, &str) -> bool| {
        let mut codes = spelt.iter().filter(|(_, name)| texts.iter().any(|text| is(text, name)));
        let (code, _) = codes.next()?;
        codes.all(|(other, _)| other == code).then_some(*code)
    };
    let begins = |text: &str, name: &str| name.starts_with(text);
    let ends = |text: &str, name: &str| text.strip_prefix(name).is_some_and(|end| ENDINGS.contains(&end));
    let near = |text: &str, name: &str| name.chars().count() > 4 && letters_apart(text, name) == 1;
    let exact = |text: &str, name: &str| text == name;
    only(&exact).or_else(|| only(&ends)).or_else(|| only(&begins)).or_else(|| only(&near))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{MemberFunction, of};

    #[test]
    fn letters_are_added_missing_exchanged_or_swapped() {
        for (one, other, letters) in [
            ("status", "status", 0),
            ("status", "staus", 1),
            ("form", "from", 1),
            ("from", "to", 3),
            ("", "id", 2),
        ] {
            assert_eq!(letters_apart(one, other), letters, "{one} {other}");
            assert_eq!(letters_apart(other, one), letters, "{other} {one}");
        }
    }

    #[test]
    fn titles_as_rosters_write_them_lead_to_their_code() {
        let meant = |text| of::<MemberFunction>(text).expect_err("no code").meant;
        for (title, code) in [
            ("tf. Verksamhetschef", "operations_manager"),
            ("t.f. verksamhetschefen", "operations_manager"),
            ("vik. enhetschef", "unit_manager"),
            ("Tillförordnad förvaltningschef", "head_of_administration"),
            ("acting_operations_manager", "operations_manager"),
            ("klinikchefer", "clinic_manager"),
            ("medicinskt ansvarig sjuksköterska", "mas"),
            ("verksamhetchef", "operations_manager"),
            ("Ordförande", "board_chair"),
            ("vice ordförande", "board_vice_chair"),
        ] {
            assert_eq!(meant(title).as_deref(), Some(code), "{title}");
        }
        for title in ["chef", "annan", "tf", "mat"] {
            assert_eq!(meant(title), None, "{title}");
        }
    }

    #[test]
    fn spelling_ignores_case_hyphens_spaces_and_accents() {
        assert_eq!(same_spelling("Vård- och omsorgsnämnden"), same_spelling("VARD OCH OMSORGSNAMNDEN"));
        assert_eq!(same_spelling("Habilitering & Hälsa"), same_spelling("Habilitering och hälsa"));
        assert_ne!(same_spelling("Socialnämnden"), same_spelling("Barn- och ungdomsnämnden"));
    }
}
