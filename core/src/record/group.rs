//! Group (grupp): who sits in it, who holds its offices, which seats are empty.

use super::{
    ActorId, Doubt, Field, GroupId, Id, Known, List, OrganisationId, PersonId, Problem, Record, Ref,
    TargetGroup, TopicId,
};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::codes::{GroupKind, MemberCategory, MemberFunction, MemberStatus, OfficeKind};
use crate::described::object;
use crate::path::Path;

object! {
    Group, named: id [] [from] {
        sv "Grupp", "En grupp i samverkan: NOSAM, samordningsgruppen, politiska samrådsgruppen eller en temagrupp.";
        en "Group", "A group of the collaboration: a NOSAM, the coordination group, the political group or a \
            theme group.";

        required id: Id {
            sv "Id", "Gruppens id, unikt i hela underlaget.";
            en "Id", "The group's id, unique in the whole record.";
            eg "nosam-alingsas";
        }

        required kind: GroupKind {
            sv "Slag", "Vad för slags grupp det är.";
            en "Kind", "What kind of group it is.";
        }

        optional name: String {
            sv "Namn", "Gruppens namn.";
            en "Name", "The name of the group.";
            eg "NOSAM Alingsås";
        }

        optional municipality: String {
            sv "Kommunkod", "Kommunen som gruppen hör till.";
            en "Municipality code", "The municipality that the group belongs to.";
            eg "1489";
        }

        optional steered_by: GroupId {
            sv "Styrgrupp", "Id för gruppen som styr den.";
            en "Steered by", "Id of the group that steers it.";
            eg "samordningsgruppen";
        }

        optional period;

        optional closed_on: Day {
            sv "Avslutad", "Dagen då gruppen avslutades.";
            en "Closed on", "The day on which the group was closed.";
        }

        optional assignment: String {
            sv "Uppdrag", "Vad gruppen ska göra.";
            en "Assignment", "What the group is to do.";
            eg "Ta fram en gemensam rutin för utskrivning";
        }

        optional need: String {
            sv "Behov", "Varför gruppen bildades.";
            en "Need", "Why the group was formed.";
            eg "Utskrivningar tar för lång tid";
        }

        optional members: List<Member> {
            sv "Ledamöter", "Ordinarie ledamöter, adjungerade, stöd och ersättare.";
            en "Members", "Ordinary members, co-opted ones, support and deputies.";
        }

        optional offices: List<Office> {
            sv "Ordförandeskap", "Mandatperioder för ordförande och vice ordförande.";
            en "Offices", "Terms of chairs and vice chairs.";
        }

        optional vacancies: List<Vacancy> {
            sv "Vakanser", "Platser som man vet är tomma.";
            en "Vacancies", "Seats known to be empty.";
        }
    }
}

object! {
    Member, named: [person] [from], after: after_member, aside: no_member, open: by_name {
        sv "Ledamot", "En person i en grupp, från en dag till en annan.";
        en "Member", "One person in one group, from one day to another.";

        required person: PersonId {
            sv "Person", "Personens id.";
            en "Person", "The person's id.";
            eg "kim";
        }

        optional organisations: List<OrganisationId> {
            sv "Organisationer", "De som personen företräder här. Den första är hemorganisationen.";
            en "Organisations", "Those that the person represents here. The first is the home organisation.";
            eg "vc-norr";
        }

        optional functions: List<MemberFunction> {
            sv "Funktioner", "Personens funktioner i hemorganisationen.";
            en "Functions", "The person's functions in the home organisation.";
        }

        optional mandate: bool {
            sv "Mandat", "Har personen samma mandat att besluta som en förvaltningschef?";
            en "Mandate", "Has the person the same mandate to decide as a head of administration?";
        }

        optional status: MemberStatus {
            sv "Ställning", "Personens ställning i gruppen. Saknas den är ledamoten ordinarie.";
            en "Status", "How the person belongs to the group. Absent: ordinary.";
        }

        optional category: MemberCategory {
            sv "Särskild kategori", "Brukare, där ledamoten är med för brukarnas räkning.";
            en "Category", "User, where the member takes part on behalf of users.";
        }

        optional target_groups: List<TargetGroup> {
            sv "Målgrupper", "Målgrupper som ledamotskapet är begränsat till. Saknas de gäller det alla.";
            en "Target groups", "Target groups that the membership is limited to. Absent: all.";
        }

        optional appointed_by: ActorId {
            sv "Utsedd av", "Id för organisationen eller gruppen som utsåg personen.";
            en "Appointed by", "Id of the organisation or group that appointed the person.";
            eg "vc-norr";
        }

        optional appointed_on: Day {
            sv "Utsedd datum", "Dagen då personen utsågs.";
            en "Appointed on", "The day on which the person was appointed.";
        }

        optional need: String {
            sv "Behov", "Varför en adjungerad person är med.";
            en "Need", "Why a co-opted person is here.";
            eg "Kunskap om läkemedel";
        }

        optional linked_to: TopicId {
            sv "Kopplad till", "Id för aktiviteten eller ärendet som en adjungerad person är med för.";
            en "Linked to", "Id of the activity or matter that a co-opted person is here for.";
            eg "arende-2024-1";
        }

        optional acting: bool {
            sv "Tillförordnad", "Är personen tillförordnad i sin funktion?";
            en "Acting", "Does the person only act in its function?";
        }

        optional period;
    }
}

fn after_member(row: &mut Member, _: &Known<'_>) {
    in_a_seat(&mut row.person);
}

/// Whose person is told by name in the place of an id may be there, and may not.
fn by_name(row: Ref<'_, Member>) -> Option<Lacks> {
    match &row.item.person {
        Field::Unreadable(fault) if matches!(fault.problem, Problem::NameForId { .. }) => {
            Some(Lacks::unreadable(row.person().path))
        }
        _ => None,
    }
}

fn no_member(row: &Member) -> bool {
    row.person.is_aside()
}

/// A placeholder in a seat or an office tells that it is vacant.
fn in_a_seat(person: &mut Field<PersonId>) {
    if let Field::Aside(aside) = person
        && let Some(Doubt::Placeholder { seat, .. }) = &mut aside.doubt
    {
        *seat = true;
    }
}

object! {
    Office, named: [person, organisation] [from], after: after_office, aside: no_holder {
        sv "Ordförandeskap", "En mandatperiod för en ordförande eller vice ordförande.";
        en "Office", "One term of a chair or vice chair.";

        required office: OfficeKind {
            sv "Uppdrag", "Ordförande eller vice ordförande.";
            en "Office", "Chair or vice chair.";
        }

        required person: PersonId {
            sv "Person", "Personens id.";
            en "Person", "The holder's id.";
            eg "kim";
        }

        optional standing_in_for: PersonId {
            sv "I stället för", "Id för den som har uppdraget, när personen bara står in de dagarna.";
            en "Standing in for", "Id of the one who holds the office, when the person only stands in on those days.";
            eg "robin";
        }

        optional organisation: OrganisationId {
            sv "Organisation", "Id för organisationen som personen företrädde. Saknas det gäller \
                hemorganisationen första dagen.";
            en "Organisation", "Id of the organisation that the holder represented. Absent: the home \
                organisation on the first day.";
            eg "vc-norr";
        }

        optional period {
            sv "Sista dagen, som räknas med. Saknas den slutar perioden dagen före nästa i samma \
                uppdrag, eller pågår än.";
            en "Last day, included. Absent: the day before the next term of the same office, or still \
                running.";
        }

        optional elected_by: GroupId {
            sv "Utsedd av", "Id för gruppen som utsåg personen.";
            en "Elected by", "Id of the group that elected the holder.";
            eg "nosam-alingsas";
        }

        optional elected_on: Day {
            sv "Utsedd datum", "Dagen då personen utsågs.";
            en "Elected on", "The day on which the holder was elected.";
        }

        optional reason: String {
            sv "Orsak", "Varför perioden blev kortare eller ordningen bröts.";
            en "Reason", "Why the term was cut short or the order broken.";
            eg "Bytte arbete";
        }

        optional acting: bool {
            sv "Tillförordnad", "Är personen tillförordnad i uppdraget?";
            en "Acting", "Does the holder only act in the office?";
        }
    }
}

fn after_office(row: &mut Office, known: &Known<'_>) {
    in_a_seat(&mut row.person);
    row.reason.pass_over_nothing(known);
}

fn no_holder(row: &Office) -> bool {
    row.person.is_aside()
}

object! {
    Vacancy, named: [organisation] [from], after: after_vacancy {
        sv "Vakans", "En plats som man vet är tom.";
        en "Vacancy", "A seat known to be empty.";

        optional organisation: OrganisationId {
            sv "Organisation", "Id för organisationen vars plats är tom.";
            en "Organisation", "Id of the organisation whose seat is empty.";
            eg "vc-norr";
        }

        optional function: MemberFunction {
            sv "Funktion", "Funktionen som saknas.";
            en "Function", "The function that is missing.";
        }

        optional office: OfficeKind {
            sv "Uppdrag", "Uppdraget som är vakant.";
            en "Office", "The office that is vacant.";
        }

        optional period;

        optional reason: String {
            sv "Orsak", "Varför platsen är tom.";
            en "Reason", "Why the seat is empty.";
            eg "Rekrytering pågår";
        }
    }
}

fn after_vacancy(row: &mut Vacancy, known: &Known<'_>) {
    row.reason.pass_over_nothing(known);
}

impl Member {
    /// What the row says where nobody sits: a vacancy for each of its organisations and functions.
    fn vacancies(&self) -> Vec<Vacancy> {
        let organisations = or_nothing(&self.organisations);
        let functions = or_nothing(&self.functions);
        let pair = |organisation: &Field<OrganisationId>, function: &Field<MemberFunction>| Vacancy {
            organisation: organisation.clone(),
            function: function.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            ..Vacancy::default()
        };
        organisations
            .iter()
            .flat_map(|organisation| functions.iter().map(|function| pair(organisation, function)))
            .collect()
    }
}

impl Office {
    /// What the row says where nobody holds the office.
    fn vacancy(&self) -> Vacancy {
        Vacancy {
            office: self.office.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            reason: self.reason.clone(),
            ..Vacancy::default()
        }
    }
}

/// The items of a list, or one that nobody said.
fn or_nothing<T: Clone>(list: &Field<List<T>>) -> List<T> {
    list.known().filter(|list| !list.is_empty()).cloned().unwrap_or_else(|| vec![Field::Absent])
}

/// A vacancy that a row stands for which names nobody.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Vacated {
    /// The place of the group.
    pub(crate) group: Path,
    /// The place of the row.
    pub(crate) at: Path,
    pub(crate) vacancy: Vacancy,
}

impl Vacated {
    /// Every one of a settled record.
    pub(super) fn all(record: Ref<'_, Record>) -> Vec<Self> {
        let mut all = Vec::new();
        for group in record.groups().items() {
            let mut add = |at, vacancy| all.push(Self { group: group.path, at, vacancy });
            for row in group.members().asides() {
                row.item.vacancies().into_iter().for_each(|vacancy| add(row.path, vacancy));
            }
            group.offices().asides().for_each(|row| add(row.path, row.item.vacancy()));
        }
        all
    }
}
