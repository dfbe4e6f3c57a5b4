//! What is handed in: one record, its sections and fields, each absent, known or unreadable.
//!
//! The nouns are in English with the Swedish word first in their description. A struct is plain: write it by
//! hand with `..Default::default()`, as the [first page](crate) shows, or read a whole record from JSON with
//! [`Record::read`]. Days are civil days, both days of a period are included, times are local.

mod activity_plan;
mod after_end;
mod by_hand;
mod doubt;
mod field;
mod group;
mod ids;
pub(crate) mod integrity;
mod keys;
mod known;
mod matter;
mod meeting;
mod organisation;
pub mod personal_number;
mod plan;
mod problem;
mod register;
mod report;
mod scalar;
mod spellings;
mod terms;
mod text;
mod view;

use std::fmt;

use crate::calendar::Day;
use crate::charter::Charter;
use crate::codes::CompleteKind;
use crate::described::{self, object};
use crate::path::{Path, Pointer, Related, Token};

pub use crate::described::{Described, Expected, FieldText, Named, Slot, Text};
pub use activity_plan::{Activity, ActivityPlan};
pub use doubt::Doubt;
pub use field::{Aside, Fault, Field, List};
pub(crate) use group::Vacated;
pub use group::{Group, Member, Office, Vacancy};
pub use keys::UnknownKey;
pub use known::EntryKind;
pub use matter::{Anchoring, Decision, Implementation, Matter, Objection};
pub use meeting::{Attendance, Hours, Meeting, Note};
pub use organisation::Organisation;
pub use plan::{Dates, Exemption, GroupDay, Plan, Revision};
pub use problem::Problem;
pub use register::{Person, Proposal, Publication, Recess, Routine, Waiver};
pub use report::GroupReport;
pub use scalar::{
    ActivityPlanId, ActorId, Goal, GroupId, Id, ListedAs, MeetingId, Moment, OrganisationId,
    OrganisationNumber, PersonId, RoutineId, TargetGroup, TopicId, Year,
};
pub(crate) use spellings::is_spelt_alike;
pub(crate) use terms::{becomes_chair, handed_over, handed_to_another, terms};
pub(crate) use text::read_object;
pub use text::{NoRecord, NotARecord};

// What `object!` needs in a noun's file.
pub(crate) use keys::{Key, KeyOf};
pub(crate) use view::in_order;

// How rules see the record: not for those who hand one in.
#[doc(hidden)]
pub use field::{Flaw, Read, ShowDay, ShowNamed, ShowPerson};
#[doc(hidden)]
pub use known::Known;
#[doc(hidden)]
pub use view::{Period, Ref, View};

object! {
    Record, after: after_record {
        sv "Underlag", "Allt som lämnas in till en prövning. Varje avsnitt får utelämnas.";
        en "Record", "Everything that one check is handed. Every section may be left out.";

        optional about: List<GroupId> {
            sv "Gäller grupperna", "Grupper som underlaget är ett utdrag om: andra grupper nämns bara och \
                prövas inte. Saknas det gäller underlaget hela SAMLA.";
            en "About the groups", "Groups that this record is an extract about: others are only referred to \
                and not judged. Absent: the whole of SAMLA.";
            eg "nosam-alingsas";
        }

        optional complete: List<CompleteKind> {
            sv "Fullständigt för", "Vilka slags enheter som utan undantag finns med under organisationer.";
            en "Complete for", "Of which kinds `organisations` holds every one.";
        }

        optional complete_from: Day {
            sv "Fullständigt fr.o.m.", "Från den dagen betyder en post som saknas att det inte hände. Saknas \
                dagen börjar varje serie med sin första post.";
            en "Complete from", "From this day on, absence of an entry means that it did not happen. Absent: \
                each series starts at its first entry.";
            eg "2023-01-01";
        }

        optional complete_to: Day {
            sv "Fullständigt t.o.m.", "Efter den dagen är det okänt om det som saknas hände. Saknas dagen är \
                underlaget fullständigt till dagen för prövningen, om den ligger högst 92 dagar efter den \
                senaste dagen i underlaget, annars till den dagen.";
            en "Complete to", "What is absent after this day is not known. Absent: the record is complete to the \
                as-of day, if that lies at most 92 days after the youngest day on record, else to that day.";
            eg "2024-12-31";
        }

        optional recesses: List<Recess> {
            sv "Uppehåll", "Uppehåll som inte räknas i mötestakten. Saknas de finns inga.";
            en "Recesses", "Holidays that the meeting cadence does not count. Absent: none.";
        }

        optional organisations: List<Organisation> {
            sv "Organisationer", "Organisationer och enheter.";
            en "Organisations", "Organisations and units.";
        }

        optional people: List<Person> {
            sv "Personer", "Personer med namn. Överallt annars är en person sitt id, och ingen måste stå här.";
            en "People", "People by name. A person is its id everywhere else and needs no entry here.";
        }

        optional groups: List<Group> {
            sv "Grupper", "Grupperna i samverkan, med ledamöter och ordförande.";
            en "Groups", "The groups of the collaboration, with members and chairs.";
        }

        optional meetings: List<Meeting> {
            sv "Möten", "Gruppernas möten.";
            en "Meetings", "The meetings of the groups.";
        }

        optional matters: List<Matter> {
            sv "Ärenden", "Ärenden som väckts, förankrats och beslutats.";
            en "Matters", "Matters that were raised, anchored and decided.";
        }

        optional plans: List<Plan> {
            sv "Samverkansplaner", "Samverkansplanerna, med antaganden och revideringar.";
            en "Plans", "The collaboration plans, with adoptions and revisions.";
        }

        optional activity_plans: List<ActivityPlan> {
            sv "Aktivitetsplaner", "Gruppernas aktivitetsplaner.";
            en "Activity plans", "The activity plans of the groups.";
        }

        optional reports: List<GroupReport> {
            sv "Rapporter", "Vad en grupp har rapporterat till en annan.";
            en "Reports", "What one group told another.";
        }

        optional proposals: List<Proposal> {
            sv "Förslag", "Förslag som en grupp har lämnat till en annan.";
            en "Proposals", "Proposals that one group made to another.";
        }

        optional routines: List<Routine> {
            sv "Rutiner", "Gemensamma rutiner.";
            en "Routines", "Common routines.";
        }

        optional publications: List<Publication> {
            sv "Publiceringar", "Vad som har publicerats om grupperna.";
            en "Publications", "What was published about the groups.";
        }

        optional waivers: List<Waiver> {
            sv "Beslutade avsteg", "Protokollförda beslut om att göra undantag från en regel.";
            en "Waivers", "Minuted decisions to deviate from a rule.";
        }
    }
}

/// A record that is complete to a day before it begins to be is complete to no day, and an extract that names no group
/// is about nobody knows which.
fn after_record(record: &mut Record, _: &Known<'_>) {
    in_order(&record.complete_from, &mut record.complete_to);
    if record.about.known().is_some_and(Vec::is_empty) {
        record.about =
            Field::unreadable(Problem::WrongType { expected: GroupId::EXPECTED, found: Expected::Nothing });
    }
}

/// One reading problem, where it stands and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    pub(crate) problem: Problem,
    pub(crate) at: Pointer,
    pub(crate) related: Vec<Related>,
}

impl Record {
    /// The key by which a record names its schema, for editors. It says nothing of the collaboration.
    pub const SCHEMA_KEY: &str = "$schema";

    /// Holds every value against the rest of the record and the charter; what fails becomes unreadable, and
    /// rows that name nobody stand for the vacancies that it answers with.
    pub(crate) fn settle_all(&mut self, charter: &Charter) -> Vec<Vacated> {
        let known = Known::gather(self, charter);
        // A record as a whole never fails; only its values do.
        let _: Result<(), Problem> = self.settle(&known);
        Vacated::all(Ref { item: self, path: Path::ROOT })
    }

    /// Every value and key that could not be read, once at its place.
    pub(crate) fn problems(&self) -> Vec<Placed> {
        let mut placed = Vec::new();
        let mut place = |problem, at| placed.push(Placed { problem, at, related: Vec::new() });
        self.faults(Path::ROOT, &mut |path, flaw| {
            for (at, number) in flaw.personal_numbers(path) {
                place(Problem::PersonalNumber(number), at);
            }
            let mut at = Pointer::from(path);
            match flaw {
                Flaw::Value(Fault { problem: Problem::PersonalNumber(_) | Problem::NotToBeTold, .. }) => {}
                Flaw::Value(fault) => {
                    if matches!(fault.problem, Problem::MissingField(_)) {
                        at.0.pop();
                    }
                    place(fault.problem.clone(), at);
                }
                Flaw::Aside(doubt) => place(Problem::Doubtful(doubt.clone()), at),
                Flaw::Key(key, fields) => {
                    let editors = |name: &&String| path == Path::ROOT && *name == Self::SCHEMA_KEY;
                    if let Some(name) = key.name.as_ref().ok().filter(|name| !editors(name)) {
                        at.0.push(Token::Key(name.clone()));
                        let doubt = match described::meant(fields, name) {
                            Some(meant) => Doubt::MistypedKey { key: name.clone(), meant },
                            None => Doubt::UnknownKey(name.clone()),
                        };
                        place(Problem::Doubtful(doubt), at);
                    }
                }
            }
        });
        // The same unknown key may stand twice, and two keys of one object may hold personal numbers.
        placed.sort_by(|a: &Placed, b| a.at.cmp(&b.at));
        placed.dedup();
        placed
    }
}

/// Every field of the record with its path, each before those below it: `groups`, `groups/*/id`,
/// `groups/*/members/*/person`. A `*` stands for the place in a list.
///
/// ```
/// use samla::{Lang, record};
///
/// let all = record::fields();
/// let (_, field) = all.iter().find(|(path, _)| path == "groups/*/members/*/to").expect("a field");
/// assert_eq!(field.text.label(Lang::Sv), "T.o.m.");
/// assert!(!field.required);
/// ```
#[must_use]
pub fn fields() -> Vec<(String, &'static Slot)> {
    described::walk(Record::BELOW)
}

/// The fields that lead to a place of the record, the outermost first; they end where a key is unknown.
///
/// ```
/// use samla::path::{Pointer, Token};
/// use samla::{Lang, record};
///
/// let at = Pointer(vec![Token::Key("meetings".into()), Token::Index(3), Token::Key("start".into())]);
/// let labels: Vec<_> = record::fields_to(&at).map(|field| field.text.label(Lang::En)).collect();
/// assert_eq!(labels, ["Meetings", "Start"]);
/// ```
pub fn fields_to(at: &Pointer) -> impl Iterator<Item = &'static Slot> {
    described::along(Record::BELOW, at)
}

/// Is this key of the record one of its sections?
pub(crate) fn is_section(key: &str) -> bool {
    Record::KEYS.contains(&key)
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
