//! N-REP-11: a manager from Alingsås lasarett.

use crate::rules::rule;
use crate::rules::seats::judge;

rule! {
    id: "N-REP-11",
    subject: "groups/NOSAM",
    severities: [Error, Warning, Info],
    reads: [groups],
    seat: judge,
    sv: {
        norm: "En vårdenhetschef eller enhetschef från Alingsås lasarett sitter i NOSAM",
        why: "När en patient kommer hem från sjukhuset ska nästa led vara förberett.",
        reading: "Minst en den dag som prövningen gäller i varje NOSAM, även i Lerum. Vårdenhetschef och \
            enhetschef duger lika väl; en annan chef från lasarettet fyller platsen med en varning. \
            Organisationen, eller en över den, är lasarettet enligt partslistan, med kod eller med namn. \
            Södra Älvsborgs sjukhus och Sjukhusen i väster i övrigt fyller inte platsen (A-08). Samma person \
            får sitta i båda NOSAM, med en anmärkning i den senare (A-43).",
        example: "En vårdenhetschef från Södra Älvsborgs sjukhus sitter i gruppen, men ingen från Alingsås \
            lasarett: fel.",
    },
    en: {
        norm: "A care-unit or unit manager from Alingsås lasarett sits in NOSAM",
        why: "When a patient comes home from hospital, the next link is to be prepared.",
        reading: "At least one on the as-of day in every NOSAM, Lerum's too. A care-unit manager and a unit \
            manager do equally well; another manager from the hospital fills the seat with a warning. The \
            organisation, or one above it, is the hospital of the party list, by code or by name. Södra \
            Älvsborgs sjukhus and the rest of Sjukhusen i väster do not fill the seat (A-08). The same \
            person may sit in both NOSAM, with a remark in the later (A-43).",
        example: "A care-unit manager from Södra Älvsborgs sjukhus sits in the group, but nobody from \
            Alingsås lasarett: an error.",
    },
}
