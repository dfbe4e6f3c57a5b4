//! The lists that a record may name entries of: municipalities, goals, target groups, parties, boards.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Span};
use crate::codes::{MemberFunction, Principal, Spelt, bare};
use crate::described::object;
use crate::lang::Both;

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Municipality {
        sv "Kommun", "En kommun.";
        en "Municipality", "A municipality.";

        required code: String {
            sv "Kommunkod", "Fyra siffror.";
            en "Municipality code", "Four digits.";
        }

        required name: String {
            sv "Namn", "Kommunens namn.";
            en "Name", "Its name.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Listed {
        sv "Post", "En post i en lista med koder.";
        en "Entry", "An entry of a list of codes.";

        required code: String {
            sv "Kod", "Koden i underlag.";
            en "Code", "The code in records.";
        }

        required sv: String {
            sv "På svenska", "Namnet på svenska.";
            en "In Swedish", "Swedish name.";
        }

        required en: String {
            sv "På engelska", "Namnet på engelska.";
            en "In English", "English name.";
        }

        optional aliases: Vec<String> {
            sv "Andra stavningar", "Andra stavningar, jämförda utan skiftläge, bindestreck, mellanslag och \
                accenter.";
            en "Other spellings", "Other spellings, compared without case, hyphens, spaces and accents.";
        }

        optional valid: Dated {
            sv "Gäller", "När posten gäller.";
            en "In force", "When it is in force.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Board {
        sv "Nämnd eller styrelse", "En politisk nämnd eller styrelse.";
        en "Board", "A political board.";

        required code: String {
            sv "Kod", "Koden i underlag.";
            en "Code", "The code in records.";
        }

        required name: String {
            sv "Namn", "Nämndens eller styrelsens namn.";
            en "Name", "Its name.";
        }

        optional aliases: Vec<String> {
            sv "Andra stavningar", "Andra stavningar av namnet.";
            en "Other spellings", "Other spellings.";
        }

        required principal: Principal {
            sv "Huvudman", "Kommun eller region.";
            en "Principal", "Municipality or region.";
        }

        optional municipality: Option<String> {
            sv "Kommunkod", "Kommunen, för en kommunal nämnd.";
            en "Municipality code", "The municipality of a municipal board.";
        }

        optional valid: Dated {
            sv "Gäller", "När posten gäller.";
            en "In force", "When it is in force.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct BoardSeat {
        sv "Nämndplats", "Hur många med en viss funktion som varje nämnd eller styrelse sänder.";
        en "Board seat", "How many of one function each board sends.";

        required functions: Vec<MemberFunction> {
            sv "Funktioner", "Funktionerna som räknas.";
            en "Functions", "Functions that count.";
        }

        required number: Between {
            sv "Antal", "Minsta och största antal. Båda räknas med.";
            en "Number", "Least and greatest number, both included.";
        }

        required name: Both<String> {
            sv "Namn", "Vad platserna kallas.";
            en "Name", "What the seats are called.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Placeholders {
        sv "Platshållare", "Ord som skrivs där inget finns att skriva. De jämförs utan skiftläge, mellanslag, \
            bindestreck, punkter och accenter.";
        en "Placeholders", "Words that are written where there is nothing to write, compared without case, \
            spaces, hyphens, full stops and accents.";

        #[serde(default = "usual_people")]
        defaulted people: Vec<String> {
            sv "I stället för personer", "Det som står på en persons plats där det inte finns någon. Siffror i \
                slutet räknas inte.";
            en "In place of people", "What stands in the place of a person where there is none; digits at the \
                end do not count.";
        }

        #[serde(default = "usual_texts")]
        defaulted texts: Vec<String> {
            sv "I stället för text", "Det som skrivs som skäl eller uppdrag utan att säga något. En text utan \
                bokstav eller siffra säger aldrig något.";
            en "In place of text", "What is written as a reason or an assignment without saying anything; a text \
                without a letter or digit never says anything.";
        }
    }
}

/// What SAMLA's charter lists.
impl Default for Placeholders {
    fn default() -> Self {
        Self { people: usual_people(), texts: usual_texts() }
    }
}

/// The embedded charter has the list, so that this asks it and not itself.
fn usual_people() -> Vec<String> {
    super::Charter::samla_2023().placeholders.people
}

fn usual_texts() -> Vec<String> {
    super::Charter::samla_2023().placeholders.texts
}

impl Placeholders {
    /// Is `text`, as a reason or an assignment, as good as none?
    #[must_use]
    pub fn says_nothing(&self, text: &str) -> bool {
        let whole: String = bare(text).collect();
        !whole.contains(char::is_alphanumeric) || self.texts.iter().any(|known| bare(known).eq(whole.chars()))
    }

    /// Says `text`, in the place of a person, that there is nobody?
    #[must_use]
    pub fn is_nobody(&self, text: &str) -> bool {
        let whole: String = bare(text).collect();
        // A number alone is the id of somebody.
        let word = Some(whole.trim_end_matches(|letter: char| letter.is_ascii_digit()));
        let word = word.filter(|word| !word.is_empty()).unwrap_or(&whole);
        !word.contains(char::is_alphanumeric) || self.people.iter().any(|known| bare(known).eq(word.chars()))
    }
}

object! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
    pub struct Dated {
        sv "Period", "En period. Båda dagarna räknas med.";
        en "Period", "A period, both days included.";

        optional from: Option<Day> {
            sv "Fr.o.m.", "Första dagen.";
            en "From", "First day.";
        }

        optional to: Option<Day> {
            sv "T.o.m.", "Sista dagen, som räknas med.";
            en "To", "Last day, included.";
        }
    }
}

impl Listed {
    /// The code, and every way to spell what it stands for.
    pub(crate) fn named(&self) -> (&str, Vec<&str>) {
        let names = [&self.sv, &self.en].into_iter().chain(&self.aliases);
        (&self.code, names.map(String::as_str).collect())
    }

    /// The code with its name in both languages.
    pub(crate) fn spelt(&self) -> Spelt<'_> {
        let label = Both { sv: self.sv.as_str(), en: self.en.as_str() };
        Spelt { code: &self.code, label, aliases: self.aliases.iter().map(String::as_str).collect() }
    }
}

impl Board {
    /// The code, and every way to spell the name.
    pub(crate) fn named(&self) -> (&str, Vec<&str>) {
        (&self.code, [&self.name].into_iter().chain(&self.aliases).map(String::as_str).collect())
    }

    /// The code with its name, the same in both languages.
    pub(crate) fn spelt(&self) -> Spelt<'_> {
        let label = Both { sv: self.name.as_str(), en: self.name.as_str() };
        Spelt { code: &self.code, label, aliases: self.aliases.iter().map(String::as_str).collect() }
    }
}

impl Dated {
    /// The same period, half-open.
    #[must_use]
    pub fn span(self) -> Span {
        Span::inclusive(self.from, self.to)
    }
}

object! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Between {
        sv "Intervall", "Ett intervall av heltal. Båda ändarna räknas med.";
        en "Range", "A range of whole numbers, both ends included.";

        required from: i64 {
            sv "Minst", "Det minsta talet.";
            en "Least", "Least.";
        }

        required to: i64 {
            sv "Högst", "Det största talet.";
            en "Greatest", "Greatest.";
        }
    }
}

impl Between {
    /// Is `number` inside?
    #[must_use]
    pub fn contains(self, number: i64) -> bool {
        (self.from..=self.to).contains(&number)
    }
}
