//! The charter (regelverk): the numbers, lists and readings that the founding documents fix, as data.
//!
//! `samla-2023` is embedded. Another collaboration has another file; new mechanics are code.

mod consistency;
mod documents;
mod lists;
mod practice;
mod readings;
mod seats;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};

use crate::calendar::Day;
use crate::codes::{GroupKind, Spelt};
use crate::described::object;
use crate::lang::{Both, Lang};
pub use consistency::Inconsistency;
pub use documents::{Citation, Document, RuleSetting};
pub use lists::{Between, Board, BoardSeat, Dated, Listed, Municipality, Placeholders};
pub use practice::{Chair, Deadlines, Foundation, Meetings, Reserved};
pub use readings::*;
pub use seats::{ExOfficio, Quota, Seat};

object! {
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct Charter {
        sv "Regelverk", "Det som en samverkans grunddokument slår fast.";
        en "Charter", "What the founding documents of one collaboration fix.";

        required id: String {
            sv "Id", "Regelverkets namn i kvitton.";
            en "Id", "Its name in receipts.";
        }

        required title: Both<String> {
            sv "Titel", "Vad regelverket står för.";
            en "Title", "What it stands for.";
        }

        required documents: Vec<Document> {
            sv "Dokument", "Dokumenten som klausulerna står i.";
            en "Documents", "The documents that the clauses stand in.";
        }

        required municipalities: Vec<Municipality> {
            sv "Kommuner", "Kommunerna, som har var sin NOSAM.";
            en "Municipalities", "The municipalities, each of which has its NOSAM.";
        }

        required founded: Day {
            sv "Första dagen", "Samverkans första dag. Tidigare dagar i ett underlag är misstänkta.";
            en "Founded", "First day of the collaboration; earlier days in a record are suspicious.";
        }

        required plan: Dated {
            sv "Planperiod", "Perioden som planen gäller. Båda dagarna räknas med.";
            en "Plan period", "The period of the plan, both days included.";
        }

        required goals: Vec<Listed> {
            sv "Mål", "Målen som ett underlag kan nämna.";
            en "Goals", "The goals that a record may name.";
        }

        required target_groups: Vec<Listed> {
            sv "Målgrupper", "Målgrupperna som ett underlag kan nämna.";
            en "Target groups", "The target groups that a record may name.";
        }

        required parties: Vec<Listed> {
            sv "Parter", "De som får sända ordinarie ledamöter.";
            en "Parties", "Who may send ordinary members.";
        }

        required boards: Vec<Board> {
            sv "Nämnder och styrelser", "Nämnder och styrelser. Tolkningen A-02 säger vilka av dem som har plats \
                i den politiska samrådsgruppen.";
            en "Boards", "Boards; reading A-02 says which of them sit in the political group.";
        }

        required board_seats: Vec<BoardSeat> {
            sv "Nämndernas platser", "Vad varje nämnd eller styrelse sänder till den politiska samrådsgruppen.";
            en "Board seats", "What each board sends to the political group.";
        }

        required seats: Vec<Seat> {
            sv "Platser", "Platserna i varje slags grupp.";
            en "Seats", "The seats of each kind of group.";
        }

        required ex_officio: Vec<ExOfficio> {
            sv "Självskrivna platser", "Platser som följer med ett uppdrag i en annan grupp.";
            en "Ex officio seats", "Seats that follow an office in another group.";
        }

        required chair: Chair {
            sv "Ordförandeskap", "Ordförandeskapet i NOSAM.";
            en "Chair", "The chair of a NOSAM.";
        }

        required no_deputies_in: Vec<GroupKind> {
            sv "Inga ersättare i", "De slag av grupper där inga ersättare utses.";
            en "No deputies in", "Kinds of groups in which no deputies are appointed.";
        }

        required meetings: Meetings {
            sv "Möten", "När och hur NOSAM möts.";
            en "Meetings", "When and how NOSAM meets.";
        }

        required reserved: Reserved {
            sv "Förbehållna ärenden", "Vem som beslutar vilka slag av ärenden.";
            en "Reserved", "Who decides which kinds of matters.";
        }

        nullable foundation: Option<Foundation> {
            sv "Grund", "Det politiska beslut som planen vilar på.";
            en "Foundation", "The political decision that the plan rests on.";
        }

        required deadlines: Deadlines {
            sv "Tidsfrister", "Tidsfrister i dagar.";
            en "Deadlines", "Deadlines with their grace, in days.";
        }

        #[serde(default)]
        defaulted placeholders: Placeholders {
            sv "Platshållare", "Det som skrivs där inget finns att skriva. Saknas listorna gäller de vanliga.";
            en "Placeholders", "What is written where there is nothing to write. Absent: the usual ones.";
        }

        #[serde(default)]
        defaulted sites: Vec<String> {
            sv "Webbplatser", "Värdnamn för webbplatsen där allt samlas. Är listan tom duger vilken som helst.";
            en "Sites", "Hosts of the site on which everything is gathered. An empty list: any will do.";
        }

        required readings: Readings {
            sv "Tolkningar", "Hur oklara punkter i dokumenten tolkas.";
            en "Readings", "How unclear points of the documents are read.";
        }

        optional rules: BTreeMap<String, RuleSetting> {
            sv "Regler", "Vad regelverket säger om enskilda regler. En regel som inte nämns gäller hela tiden.";
            en "Rules", "What this charter says of single rules; a rule that is not here is in force all the time.";
        }
    }
}

/// Why a charter, or a change to one, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CharterError {
    /// The text is no charter.
    #[error("line {line}, column {column}: {says}")]
    Unreadable {
        /// What is in the way.
        says: String,
        /// Line, counted from one.
        line: usize,
        /// Column, counted from one.
        column: usize,
    },
    /// There is no reading of that name.
    #[error("there is no reading `{0}`")]
    NoReading(String),
    /// A reading cannot have that value.
    #[error("the reading {id} cannot be `{value}`: {en}")]
    NoValue {
        /// The reading.
        id: String,
        /// The value asked for.
        value: String,
        /// What it can be, in Swedish.
        sv: String,
        /// What it can be, in English.
        en: String,
    },
    /// It contradicts itself.
    #[error("the charter contradicts itself in {} places", .0.len())]
    Inconsistent(Vec<Inconsistency>),
}

static EMBEDDED: &str = include_str!("../../charters/samla-2023.json");

/// The rule that is not in force from the plan's first day but from that of reading A-23.
const FROM_ITS_OWN_DAY: &str = "P-SG-6";

impl Charter {
    /// The embedded charter `samla-2023`.
    ///
    /// # Panics
    /// Never: a test reads the embedded file.
    #[must_use]
    pub fn samla_2023() -> Self {
        Self::read(EMBEDDED).expect("the embedded charter is tested")
    }

    /// Reads a charter from JSON text.
    ///
    /// # Errors
    /// [`CharterError::Unreadable`] with the place, or [`CharterError::Inconsistent`] with every
    /// contradiction.
    pub fn read(text: &str) -> Result<Self, CharterError> {
        let charter: Self = serde_json::from_str(text).map_err(|error| CharterError::Unreadable {
            says: without_place(&error.to_string()),
            line: error.line(),
            column: error.column(),
        })?;
        charter.consistent()
    }

    fn consistent(self) -> Result<Self, CharterError> {
        let contradictions = consistency::inconsistencies(&self);
        if contradictions.is_empty() { Ok(self) } else { Err(CharterError::Inconsistent(contradictions)) }
    }

    /// Do its clauses stand in SAMLA's own documents? Another charter cites its own for each rule.
    #[must_use]
    pub fn is_samla(&self) -> bool {
        let codes: Vec<&str> = self.documents.iter().map(|document| document.code.as_str()).collect();
        codes == ["P", "N"]
    }

    /// The same charter with one reading changed, as in `A-19=none`.
    ///
    /// # Errors
    /// When there is no such reading, or it cannot have that value.
    pub fn with_reading(&self, id: &str, value: &serde_json::Value) -> Result<Self, CharterError> {
        let mut changed = self.clone();
        let set = changed.readings.set(id, value);
        set.ok_or_else(|| CharterError::NoReading(id.to_owned()))?.map_err(|error| {
            let (sv, en) =
                consistency::possible(self, id).unwrap_or_else(|| (error.to_string(), error.to_string()));
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            CharterError::NoValue { id: id.to_owned(), value, sv, en }
        })?;
        changed.consistent()
    }

    /// How a reading is changed, by the value in force: `A-19=region`; a list by its first two.
    #[must_use]
    pub fn form_of(&self, reading: &str) -> Option<String> {
        consistency::form(self, reading)
    }

    /// SHA-256 of the compact charter in force, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Is the rule in force on `day`: in the plan, or where it has a first day of its own, and not off?
    #[must_use]
    pub fn judges(&self, rule: &str, day: Day) -> bool {
        let begun = self.plan.from.is_none_or(|first| first <= day) || rule == FROM_ITS_OWN_DAY;
        begun && self.rules.get(rule).is_none_or(|setting| !setting.off && setting.valid.span().contains(day))
    }

    /// What it cites for a rule in place of SAMLA's documents.
    #[must_use]
    pub fn citation(&self, rule: &str) -> Option<&Citation> {
        self.rules.get(rule)?.citation.as_ref()
    }

    /// The title of the document that it cites, or its code where it lists no such document.
    #[must_use]
    pub fn title<'a>(&'a self, cited: &'a Citation, lang: Lang) -> &'a str {
        let document = self.documents.iter().find(|document| document.code == cited.document);
        document.map_or(&cited.document, |document| document.title.of(lang))
    }

    /// The seat that `rule` judges, when it is in force on `day`.
    #[must_use]
    pub fn seat(&self, rule: &str, day: Day) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.rule == rule && seat.valid.span().contains(day))
    }

    /// The name of a municipality, or its code.
    #[must_use]
    pub fn municipality<'a>(&'a self, code: &'a str) -> &'a str {
        self.municipalities.iter().find(|known| known.code == code).map_or(code, |known| &known.name)
    }

    /// The codes of the goals, each with its names.
    pub(crate) fn goals_named(&self) -> Vec<Spelt<'_>> {
        self.goals.iter().map(Listed::spelt).collect()
    }

    /// The codes of the target groups and the one for all of them, each with its names.
    pub(crate) fn target_groups_named(&self) -> Vec<Spelt<'_>> {
        let all = Spelt { code: "all", label: Both { sv: "alla", en: "all" }, aliases: Vec::new() };
        self.target_groups.iter().map(Listed::spelt).chain([all]).collect()
    }

    /// The codes of the parties and the boards, each with its names.
    pub(crate) fn entries_named(&self) -> Vec<Spelt<'_>> {
        let boards = self.boards.iter().map(Board::spelt);
        self.parties.iter().map(Listed::spelt).chain(boards).collect()
    }
}

/// SHA-256 of `bytes`, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn without_place(says: &str) -> String {
    says.rsplit_once(" at line ").map_or(says, |(before, _)| before).to_owned()
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no day like 2024-03-05")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_charter_reads_and_writes_the_same() {
        let charter = Charter::samla_2023();
        let again: serde_json::Value = serde_json::to_value(&charter).expect("a charter is JSON");
        let file: serde_json::Value = serde_json::from_str(EMBEDDED).expect("the file is JSON");
        assert_eq!(again, file);
    }

    #[test]
    fn a_changed_reading_changes_the_hash_and_nothing_else_does() {
        let charter = Charter::samla_2023();
        let changed = charter.with_reading("A-19", &"none".into()).expect("an alternative");
        assert_ne!(charter.sha256(), changed.sha256());
        let back = changed.with_reading("A-19", &"region".into()).expect("the default");
        assert_eq!(charter.sha256(), back.sha256());
    }

    #[test]
    fn unknown_readings_and_values_are_refused_with_what_is_possible() {
        let charter = Charter::samla_2023();
        assert_eq!(charter.with_reading("A-99", &"none".into()), Err(CharterError::NoReading("A-99".into())));
        let error = charter.with_reading("A-19", &"kommun".into()).expect_err("no such side").to_string();
        assert!(error.contains("own_side"), "{error}");
    }
}
