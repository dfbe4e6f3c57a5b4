//! How people spell names and codes, and the code that a text was probably meant to be.

use crate::lang::{Both, Lang};
use crate::words;
use crate::words::{Param, Words};

/// A name without what people write in different ways: case, hyphens, spaces, full stops, accents,
/// and `&` or `o` for `och`.
#[must_use]
pub fn same_spelling(name: &str) -> String {
    let name = name.replace('&', "och");
    let words = name.split_whitespace().map(|word| if matches!(word, "o" | "o.") { "och" } else { word });
    words.flat_map(bare).filter(|letter| letter.is_alphanumeric()).collect()
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

/// A code with what people read for it, where it has a name of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedCode {
    /// The code as it stands in a record.
    pub code: String,
    /// Its name.
    pub label: Option<Both<String>>,
}

impl From<NamedCode> for Param {
    fn from(NamedCode { code, label }: NamedCode) -> Self {
        match label {
            Some(Both { sv, en }) => Self::Written { code, sv, en },
            None => Self::Id(code),
        }
    }
}

/// A code of a list, with what people read for it and what they call it besides.
pub(crate) struct Spelt<'c> {
    pub(crate) code: &'c str,
    pub(crate) label: Both<&'c str>,
    pub(crate) aliases: Vec<&'c str>,
}

impl Spelt<'_> {
    pub(crate) fn named(&self) -> NamedCode {
        NamedCode { code: self.code.to_owned(), label: Some(self.label.map(str::to_owned)) }
    }

    fn names(&self) -> impl Iterator<Item = String> {
        let names = [self.code, self.label.sv, self.label.en].into_iter().chain(self.aliases.iter().copied());
        names.map(same_spelling)
    }
}

/// A text that is none of the codes of a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.words().say(Lang::En))]
pub struct UnknownCode {
    /// What was said.
    pub value: String,
    /// The codes that there are.
    pub known: Vec<NamedCode>,
    /// The one that was probably meant: spelt otherwise, or called so by people.
    pub meant: Option<Box<NamedCode>>,
    /// Does the text say that somebody only acts in that place?
    pub acting: bool,
}

impl UnknownCode {
    /// `text` beside the codes that there are.
    pub(crate) fn among<'c>(text: &str, codes: impl Iterator<Item = Spelt<'c>>) -> Self {
        let codes: Vec<Spelt<'_>> = codes.collect();
        let (meant, acting) = meant(text, &codes).unzip();
        Self {
            value: text.to_owned(),
            known: codes.iter().map(Spelt::named).collect(),
            meant: meant.map(|spelt| Box::new(spelt.named())),
            acting: acting.unwrap_or(false),
        }
    }

    /// The sentence.
    pub(crate) fn words(&self) -> Words {
        let value = Param::Text(self.value.clone());
        let known = Param::Codes(self.known.iter().cloned().map(Param::from).collect());
        match &self.meant {
            Some(meant) => words! { value = value, meant = NamedCode::clone(meant);
            sv: "Värdet {value} går inte att använda här, skriv {meant}",
            en: "The value {value} cannot be used here, write {meant}" }
            .and_acting(self.acting)
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

impl Words {
    /// How to say that somebody only acts in the place.
    fn and_acting(self, acting: bool) -> Self {
        if !acting {
            return self;
        }
        self.then(words! { ;
        sv: " och `acting: true` på samma rad",
        en: " and `acting: true` in the same row" })
    }
}

/// What stands before the title of who acts in a place for a time.
const ACTING: [&str; 8] =
    ["tillforordnade", "tillforordnad", "tf", "vikarierande", "vikarie", "vik", "acting", "interim"];

/// What Swedish adds to a title.
const ENDINGS: [&str; 8] = ["en", "ens", "n", "ns", "er", "erna", "na", "s"];

/// What it puts in the place of the last letter of a title that ends in `e`: samordnare, samordnarna.
const ENDINGS_FOR_E: [&str; 2] = ["na", "nas"];

/// Does a text look like a name of a code?
type Looks = fn(&str, &str) -> bool;

/// How a text may be a name, the surest first: it is spelt so, in another form, begins it, or is one letter or
/// two from it.
const LIKE: [Looks; 5] = [
    |text, name| text == name,
    |text, name| {
        let ends =
            |stem: &str, endings: &[&str]| text.strip_prefix(stem).is_some_and(|end| endings.contains(&end));
        ends(name, &ENDINGS) || name.strip_suffix('e').is_some_and(|stem| ends(stem, &ENDINGS_FOR_E))
    },
    |text, name| name.starts_with(text),
    |text, name| is_near(text, name, 4, 1),
    |text, name| is_near(text, name, 8, 2),
];

/// Is a name of more than so many letters so many apart?
fn is_near(text: &str, name: &str, more_than: usize, letters: usize) -> bool {
    let [of_text, of_name] = [text, name].map(|it| it.chars().count());
    of_name > more_than && of_text.abs_diff(of_name) <= letters && letters_apart(text, name) == letters
}

/// The one code that `text` is most like, and whether it says that somebody acts in its place.
fn meant<'s, 'c>(text: &str, codes: &'s [Spelt<'c>]) -> Option<(&'s Spelt<'c>, bool)> {
    let text = same_spelling(text);
    let acts = ACTING.iter().find_map(|acting| text.strip_prefix(acting)).filter(|title| !title.is_empty());
    let spelt: Vec<(&Spelt<'_>, String)> =
        codes.iter().flat_map(|code| code.names().map(move |name| (code, name))).collect();
    let only = |text: &str, is: Looks| {
        let mut codes = spelt.iter().filter(|(_, name)| is(text, name)).map(|(code, _)| *code);
        let first = codes.next()?;
        codes.all(|other| other.code == first.code).then_some(first)
    };
    let full = Some((text.as_str(), false)).filter(|(text, _)| !text.is_empty());
    let texts: Vec<(&str, bool)> = full.into_iter().chain(acts.map(|title| (title, true))).collect();
    LIKE.iter().find_map(|is| texts.iter().find_map(|(text, acting)| Some((only(text, *is)?, *acting))))
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
        let unknown = |text| of::<MemberFunction>(text).expect_err("no code");
        let meant = |text| unknown(text).meant.map(|meant| meant.code);
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
            ("1:e vice ordförande", "board_vice_chair"),
            ("folkhälsosamordnarna", "public_health_coordinator"),
            ("verksamhesschf", "operations_manager"),
            ("head of administrations", "head_of_administration"),
        ] {
            assert_eq!(meant(title).as_deref(), Some(code), "{title}");
        }
        for title in ["chef", "annan", "tf", "mat", "vaktmästare"] {
            assert_eq!(meant(title), None, "{title}");
        }
    }

    #[test]
    fn who_acts_in_a_place_is_told_so() {
        for (title, acting) in [
            ("tf verksamhetschef", true),
            ("vik. MAS", true),
            ("interim rektor", true),
            ("Verksamhetschefen", false),
        ] {
            assert_eq!(of::<MemberFunction>(title).expect_err("no code").acting, acting, "{title}");
        }
        let unknown = of::<MemberFunction>("t.f. enhetschef").expect_err("no code").words();
        assert_eq!(
            unknown.say(Lang::Sv),
            "Värdet `t.f. enhetschef` går inte att använda här, skriv `unit_manager` (enhetschef) och \
             `acting: true` på samma rad"
        );
    }

    #[test]
    fn spelling_ignores_case_hyphens_spaces_and_accents() {
        assert_eq!(same_spelling("Vård- och omsorgsnämnden"), same_spelling("VARD OCH OMSORGSNAMNDEN"));
        assert_eq!(same_spelling("Habilitering & Hälsa"), same_spelling("Habilitering och hälsa"));
        assert_eq!(same_spelling("Vård- o omsorgsnämnden"), same_spelling("Vård- och omsorgsnämnden"));
        assert_ne!(same_spelling("Avdelning O"), same_spelling("Avdelning och"));
        assert_ne!(same_spelling("Socialnämnden"), same_spelling("Barn- och ungdomsnämnden"));
    }
}
