//! What can be read in a record and is probably a mistake all the same, and the sentence that says so.

use super::Moment;
use crate::calendar::{Day, Span, Time};
use crate::codes::{NamedCode, Severity, Side};
use crate::words;
use crate::words::{Param, Words};

/// What is read as it stands and is probably a mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// A key that the record does not know.
    UnknownKey(String),
    /// A key that the record does not know and that is almost, or is called, one that it knows there.
    MistypedKey {
        /// What stands there.
        key: String,
        /// The key that was probably meant.
        meant: &'static str,
    },
    /// A day that is probably a mistake: before the collaboration began.
    TooEarly {
        /// What stands there.
        day: Day,
        /// First day of the collaboration.
        founded: Day,
    },
    /// Something said to have happened after the as-of day.
    TooLate {
        /// What stands there.
        day: Day,
        /// The day judged from.
        as_of: Day,
    },
    /// The same person in the same seat for a second time, on some of the same days.
    DuplicateRow(String),
    /// A group, organisation or person that a list has named before.
    NamedTwice(String),
    /// An organisation with the HSA-id of another.
    DuplicateOrganisation(String),
    /// A spelling that differs from another's only in ways that people overlook.
    ProbableDuplicate {
        /// The other.
        id: String,
        /// Is it the name of an entry, rather than an id?
        name: bool,
    },
    /// Somebody who does not stand among people, where others do.
    UnknownPerson {
        /// What stands there; `None` where it looks like a name that may not be shown.
        id: Option<String>,
        /// The id of the entry that was probably meant.
        meant: Option<String>,
    },
    /// A name of an organisation that is in no list of the charter.
    UnknownName {
        /// The name.
        name: String,
        /// The entry that is nearest to it.
        meant: NamedCode,
    },
    /// A matter that was raised after it had been decided.
    RaisedAfterDecision {
        /// The day on which it was raised.
        raised: Day,
        /// The day of the decision.
        decided: Day,
    },
    /// A time of a meeting's hours that lies outside the meeting.
    HoursOutside {
        /// What stands there.
        time: Time,
        /// Where the meeting ends on that side.
        edge: Edge,
    },
    /// Somebody's times at a meeting without one minute of it.
    AttendanceOutside {
        /// When they left or came.
        time: Time,
        /// Where the meeting ends on that side.
        edge: Edge,
    },
    /// An activity that begins outside the period of its plan.
    OutsideItsPlan {
        /// Its first day.
        day: Day,
        /// The period of the plan.
        period: Span,
    },
    /// A waiver that has ended, of a breach that goes on.
    ExpiredWaiver {
        /// Its last day.
        to: Day,
        /// The day judged from.
        as_of: Day,
    },
    /// A waiver of what the rule does not judge in this record.
    IdleWaiver {
        /// What it names.
        subject: String,
        /// The names that were probably meant.
        near: Vec<String>,
    },
    /// A waiver that nobody decided.
    UndecidedWaiver,
    /// A waiver that was decided after its first day.
    LateWaiver {
        /// Its first day.
        from: Day,
        /// The day of the decision.
        on: Day,
    },
    /// A waiver without a first and a last day.
    UndatedWaiver,
    /// What stands in the place of a person where there is none.
    Placeholder {
        /// What stands there.
        id: String,
        /// Is it in a seat or an office?
        seat: bool,
    },
    /// A reason that says nothing, and counts as absent.
    SaysNothing(String),
    /// A membership that goes on after the last of its organisations has ended.
    OrganisationEnded {
        /// Who sits there.
        person: String,
        /// The last day of the last of them.
        last: Day,
    },
    /// What a group is said to have done after its end.
    AfterItsEnd {
        /// The group.
        group: String,
        /// Its last day.
        last: Day,
        /// The day said.
        day: Day,
    },
    /// The day judged from lies after the plan's last day.
    OutsidePlanPeriod {
        /// The plan's last day.
        last: Day,
        /// The day judged from.
        as_of: Day,
    },
    /// Somebody who takes part without a seat or a task in the group.
    NoMember(String),
    /// A decision at a meeting that was cancelled.
    DecidedAtCancelled(String),
    /// Notes of a meeting that was cancelled.
    NotesOfCancelled,
    /// Attendance at a meeting that was cancelled.
    AttendanceAtCancelled,
    /// A decision at a meeting of which none was a meeting of those who decided.
    MeetingOfOthers(String),
    /// A decision on another day than its meeting's.
    NotOnItsDay {
        /// The day of the decision.
        decided: Day,
        /// The meeting.
        meeting: String,
        /// Its day.
        met: Day,
    },
    /// A meeting that has passed, with attendance or notes, and is still called planned.
    PlannedButPast(Day),
    /// Attendance at the whole meeting, with times that leave a minute out.
    WholeAndPart(String),
    /// An office for an organisation that its holder never represented in the group.
    NeverRepresented {
        /// The holder.
        person: String,
        /// The organisation.
        organisation: String,
    },
    /// One person in one group on two sides at once.
    TwoSides {
        /// Who.
        person: String,
        /// The side of the earlier row.
        one: Side,
        /// The side of the later row.
        other: Side,
    },
}

/// One end of a meeting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edge {
    /// Its start: a time, or a day.
    Start(Moment),
    /// Its end.
    End(Time),
}

/// What is told of each doubt: its code in `params.problem`, how grave it is, what is wrong and how to mend it.
macro_rules! told {
    ($($doubt:pat $(if $when:expr)? => $code:literal, $severity:ident, { $($words:tt)* })*) => {
        #[allow(unused_variables)]
        impl Doubt {
            pub(super) fn code(&self) -> &'static str {
                match self { $($doubt $(if $when)? => $code),* }
            }

            pub(super) fn severity(&self) -> Severity {
                match self { $($doubt $(if $when)? => Severity::$severity),* }
            }

            pub(super) fn words(&self) -> Words {
                match self { $($doubt $(if $when)? => words! { $($words)* }),* }
            }
        }
    };
}

told! {
    Doubt::UnknownKey(key) => "unknown_key", Info, {
        key = Param::Text(key.clone());
        sv: "Nyckeln {key} är okänd och läses inte, rätta stavningen eller ta bort den",
        en: "The key {key} is unknown and is not read, correct the spelling or remove it"
    }
    Doubt::MistypedKey { key, meant } => "unknown_key", Warning, {
        key = Param::Text(key.clone()), meant = Param::Id((*meant).to_owned());
        sv: "Nyckeln {key} är okänd och läses inte, skriv {meant} om det är den som avses",
        en: "The key {key} is unknown and is not read, write {meant} if that is the one meant"
    }
    Doubt::TooEarly { day, founded } => "suspicious_day", Warning, {
        day = *day, founded = *founded;
        sv: "Dagen {day} ligger före samverkans första dag {founded}, kontrollera den",
        en: "The day {day} lies before the first day of the collaboration, {founded}, check it"
    }
    Doubt::AfterItsEnd { group, last, day } => "after_its_end", Warning, {
        group = Param::Id(group.clone()), last = *last, day = *day;
        sv: "Gruppen {group} upphörde {last} men det här är från {day}, rätta dagen eller gruppens sista dag",
        en: "The group {group} ended on {last} but this is of {day}, correct the day or the group's last day"
    }
    Doubt::OutsidePlanPeriod { last, as_of } => "outside_plan_period", Info, {
        last = *last, as_of = *as_of;
        sv: "Planens sista dag är {last} och prövningen gäller {as_of}, reglerna prövas som om planen gällde än",
        en: "The plan's last day is {last} and the record is judged on {as_of}, as if the plan were still in force"
    }
    Doubt::TooLate { day, as_of } => "suspicious_day", Info, {
        day = *day, as_of = *as_of;
        sv: "Det här ska ha hänt {day}, efter dagen som prövningen gäller, {as_of}, och räknas inte än",
        en: "This is said to have happened on {day}, after the day judged from, {as_of}, and does not count yet"
    }
    Doubt::DuplicateRow(person) => "duplicate_row", Warning, {
        person = Param::Id(person.clone());
        sv: "Raden upprepar en tidigare rad för {person} som gäller samma dagar, ta bort den ena",
        en: "The row repeats an earlier row for {person} that covers the same days, remove one of them"
    }
    Doubt::NamedTwice(id) => "duplicate_row", Info, {
        id = Param::Id(id.clone());
        sv: "{id} står redan i listan och räknas en gång, ta bort upprepningen",
        en: "{id} is in the list already and counts once, remove the repetition"
    }
    Doubt::DuplicateOrganisation(id) => "duplicate_organisation", Warning, {
        id = Param::Id(id.clone());
        sv: "Organisationen {id} har samma HSA-id, slå ihop posterna om de är en och samma",
        en: "The organisation {id} has the same HSA-id, merge the entries if they are one"
    }
    Doubt::ProbableDuplicate { id, name: true } => "probable_duplicate", Info, {
        id = Param::Id(id.clone());
        sv: "Namnet skrivs nästan likadant för {id}, slå ihop posterna om de är en och samma",
        en: "The name is written almost the same for {id}, merge the entries if they are one"
    }
    Doubt::ProbableDuplicate { id, name: false } => "probable_duplicate", Info, {
        id = Param::Id(id.clone());
        sv: "Det här skrivs nästan som {id}, använd samma id om båda är en och samma",
        en: "This is written almost like {id}, use the same id if both are one"
    }
    Doubt::UnknownPerson { id: Some(id), meant: Some(meant) } => "unknown_person", Info, {
        person = Param::Id(id.clone()), meant = Param::Id(meant.clone());
        sv: "{person} finns inte bland personerna, skriv {meant} om det är den som avses",
        en: "{person} is not among the people, write {meant} if that is the one meant"
    }
    Doubt::UnknownPerson { id: Some(id), meant: None } => "unknown_person", Info, {
        person = Param::Id(id.clone());
        sv: "{person} finns inte bland personerna, lägg till personen eller rätta id:t",
        en: "{person} is not among the people, add the person or correct the id"
    }
    Doubt::UnknownPerson { id: None, meant: Some(meant) } => "unknown_person", Info, {
        meant = Param::Id(meant.clone());
        sv: "Den som står här finns inte bland personerna, skriv {meant} om det är den som avses",
        en: "Whoever stands here is not among the people, write {meant} if that is the one meant"
    }
    Doubt::UnknownPerson { id: None, meant: None } => "unknown_person", Info, {
        ;
        sv: "Den som står här finns inte bland personerna, lägg till personen eller skriv dess id",
        en: "Whoever stands here is not among the people, add the person or write its id"
    }
    Doubt::UnknownName { name, meant } => "unknown_name", Warning, {
        name = Param::Text(name.clone()), meant = meant.clone();
        sv: "Namnet {name} finns varken bland parterna eller bland nämnderna, närmast är {meant}, rätta namnet \
            eller ange den koden",
        en: "The name {name} is neither among the parties nor among the boards, the nearest is {meant}, correct \
            the name or give that code"
    }
    Doubt::RaisedAfterDecision { raised, decided } => "raised_after_decision", Error, {
        raised = *raised, decided = *decided;
        sv: "Ärendet ska ha väckts {raised}, efter att det beslutades {decided}, rätta den ena dagen",
        en: "The matter is said to be raised on {raised}, after it was decided on {decided}, correct one of \
            the days"
    }
    Doubt::HoursOutside { time, edge: Edge::Start(start) } => "outside_meeting", Warning, {
        time = text(time), start = text(start);
        sv: "Tiden {time} ligger utanför mötet, som började {start}, rätta den ena",
        en: "The time {time} lies outside the meeting, which began at {start}, correct one of them"
    }
    Doubt::HoursOutside { time, edge: Edge::End(end) } => "outside_meeting", Warning, {
        time = text(time), end = text(end);
        sv: "Tiden {time} ligger utanför mötet, som slutade {end}, rätta den ena",
        en: "The time {time} lies outside the meeting, which ended at {end}, correct one of them"
    }
    Doubt::AttendanceOutside { time, edge: Edge::Start(start) } => "outside_meeting", Warning, {
        time = text(time), start = text(start);
        sv: "Den som gick {time} var inte med en minut av mötet, som började {start}, rätta den ena tiden",
        en: "Who left at {time} was not there for a minute of the meeting, which began at {start}, correct one \
            of the times"
    }
    Doubt::AttendanceOutside { time, edge: Edge::End(end) } => "outside_meeting", Warning, {
        time = text(time), end = text(end);
        sv: "Den som kom {time} var inte med en minut av mötet, som slutade {end}, rätta den ena tiden",
        en: "Who came at {time} was not there for a minute of the meeting, which ended at {end}, correct one of \
            the times"
    }
    Doubt::OutsideItsPlan { day, period } => "outside_its_plan", Warning, {
        day = *day, period = *period;
        sv: "Aktiviteten börjar {day}, utanför aktivitetsplanens giltighetstid ({period})",
        en: "The activity begins on {day}, outside the period of its activity plan ({period})"
    }
    Doubt::ExpiredWaiver { to, as_of } => "expired_waiver", Info, {
        to = *to, as_of = *as_of;
        sv: "Avsteget gällde till och med {to} och bristen finns kvar {as_of}, längre kräver ett nytt beslut",
        en: "The waiver was in force until {to} and the breach remains on {as_of}, longer takes a new decision"
    }
    Doubt::IdleWaiver { subject, near } if near.is_empty() => "idle_waiver", Warning, {
        subject = Param::Text(subject.clone());
        sv: "Avsteget gäller {subject}, som regeln inte prövar i underlaget, och täcker ingenting, rätta namnet",
        en: "The waiver is of {subject}, which the rule does not judge in the record, and covers nothing, \
            correct the name"
    }
    Doubt::IdleWaiver { subject, near } => "idle_waiver", Warning, {
        subject = Param::Text(subject.clone()), near = Param::Ids(near.clone());
        sv: "Avsteget gäller {subject}, som regeln inte prövar i underlaget, och täcker ingenting, närmast \
            ligger {near}",
        en: "The waiver is of {subject}, which the rule does not judge in the record, and covers nothing, \
            the nearest is {near}"
    }
    Doubt::UndecidedWaiver => "idle_waiver", Warning, {
        ;
        sv: "Ingen har beslutat avsteget och det täcker ingenting, ange gruppen som beslutade",
        en: "Nobody decided the waiver and it covers nothing, name the group that decided"
    }
    Doubt::LateWaiver { from, on } => "late_waiver", Info, {
        from = *from, on = *on;
        sv: "Avsteget beslutades {on} och täcker från {from}, dagarna före beslutet räknas med",
        en: "The waiver was decided on {on} and covers from {from}, the days before the decision count"
    }
    Doubt::UndatedWaiver => "undated_waiver", Warning, {
        ;
        sv: "Avsteget har varken första eller sista dag och gäller tills vidare, ange en av dem",
        en: "The waiver has neither a first nor a last day and is in force until further notice, give one \
            of them"
    }
    Doubt::Placeholder { id, seat: true } => "placeholder", Warning, {
        person = Param::Id(id.clone());
        sv: "{person} är ingen person och platsen räknas som vakant, skriv raden som en vakans i stället",
        en: "{person} is no person and the seat counts as vacant, write the row as a vacancy instead"
    }
    Doubt::Placeholder { id, seat: false } => "placeholder", Warning, {
        person = Param::Id(id.clone());
        sv: "{person} är ingen person och räknas inte, ta bort uppgiften eller ange vem det är",
        en: "{person} is no person and does not count, remove the entry or say who it is"
    }
    Doubt::SaysNothing(text) => "placeholder", Info, {
        text = Param::Quote(text.clone());
        sv: "{text} säger inte varför och räknas som att inget skäl är angivet, skriv skälet eller ta bort det",
        en: "{text} does not say why and counts as no reason, write the reason or remove it"
    }
    Doubt::OrganisationEnded { person, last } => "organisation_ended", Warning, {
        person = Param::Id(person.clone()), last = *last;
        sv: "Ingen av organisationerna för {person} finns kvar efter {last} och ingen plats fylls därefter, \
            avsluta raden eller ange den nya organisationen",
        en: "None of the organisations of {person} is there after {last}, and no seat is filled from then on, \
            end the row or name the new organisation"
    }
    Doubt::NoMember(person) => "no_member", Info, {
        person = Param::Id(person.clone());
        sv: "Bland gruppens ledamöter finns inte {person} den dagen, lägg till personen eller rätta id:t",
        en: "The person {person} is not among the group's members that day, add the person or correct the id"
    }
    Doubt::DecidedAtCancelled(meeting) => "at_cancelled_meeting", Warning, {
        meeting = Param::Id(meeting.clone());
        sv: "Beslutet ska ha fattats på mötet {meeting}, som är inställt, rätta mötets läge eller ange ett annat \
            möte",
        en: "The decision is said to be taken at the meeting {meeting}, which is cancelled, correct its status or \
            name another meeting"
    }
    Doubt::NotesOfCancelled => "at_cancelled_meeting", Warning, {
        ;
        sv: "Mötet är inställt men har minnesanteckningar, rätta läget eller flytta anteckningarna",
        en: "The meeting is cancelled but has notes, correct its status or move the notes"
    }
    Doubt::AttendanceAtCancelled => "at_cancelled_meeting", Warning, {
        ;
        sv: "Mötet är inställt men har närvaro, rätta läget eller flytta närvaron",
        en: "The meeting is cancelled but has attendance, correct its status or move the attendance"
    }
    Doubt::MeetingOfOthers(meeting) => "other_meeting", Warning, {
        meeting = Param::Id(meeting.clone());
        sv: "Mötet {meeting} hölls av andra grupper än de som beslutade, rätta mötet eller grupperna",
        en: "The meeting {meeting} was of other groups than those that decided, correct the meeting or the groups"
    }
    Doubt::NotOnItsDay { decided, meeting, met } => "other_meeting", Warning, {
        decided = *decided, meeting = Param::Id(meeting.clone()), met = *met;
        sv: "Beslutet ska ha fattats {decided}, men mötet {meeting} var {met}, rätta dagen eller mötet",
        en: "The decision is said to be taken on {decided}, but the meeting {meeting} was on {met}, correct the day \
            or the meeting"
    }
    Doubt::PlannedButPast(day) => "planned_but_past", Warning, {
        day = *day;
        sv: "Mötet {day} har närvaro eller anteckningar men står som planerat, ange att det hölls",
        en: "The meeting on {day} has attendance or notes but is still planned, say that it was held"
    }
    Doubt::WholeAndPart(person) => "whole_and_part", Warning, {
        person = Param::Id(person.clone());
        sv: "{person} ska ha varit med på hela mötet, men tiderna lämnar en del av det utanför, ta bort det ena",
        en: "{person} is said to have attended the whole meeting, but the times leave a part of it out, remove one"
    }
    Doubt::NeverRepresented { person, organisation } => "never_represented", Warning, {
        person = Param::Id(person.clone()), organisation = Param::Id(organisation.clone());
        sv: "{person} har aldrig företrätt {organisation} i gruppen, rätta organisationen eller ledamotskapet",
        en: "{person} never represented {organisation} in the group, correct the organisation or the membership"
    }
    Doubt::TwoSides { person, one, other } => "two_sides", Warning, {
        person = Param::Id(person.clone()), one = *one, other = *other;
        sv: "{person} hör samma dagar både till {one} och till {other}, låt en av raderna gälla",
        en: "{person} belongs to {one} and to {other} on the same days, let one of the rows apply"
    }
}

fn text(time: &impl ToString) -> Param {
    Param::Text(time.to_string())
}
