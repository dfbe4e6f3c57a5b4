//! N-REP-10: the clinic manager from dental care.

use crate::rules::rule;
use crate::rules::seats::judge;

rule! {
    id: "N-REP-10",
    subject: "groups/NOSAM",
    severities: [Error, Warning, Info],
    reads: [groups],
    seat: judge,
    sv: {
        norm: "Klinikchefen från tandvården sitter i NOSAM",
        why: "Munhälsa hör ihop med övrig hälsa, för barn lika väl som för äldre.",
        reading: "Minst en klinikchef från en tandvårdsorganisation, eller en enhet under en sådan, den dag \
            som prövningen gäller. En annan chef från tandvården fyller platsen med en varning. Samma person \
            får sitta i båda NOSAM, med en anmärkning i den senare (A-43). Adjungerade, stöd och ersättare \
            fyller inte platsen.",
        example: "Tandvården företräds av en enhetschef: varning.",
    },
    en: {
        norm: "The clinic manager from dental care sits in NOSAM",
        why: "Oral health belongs with the rest of health, for children as well as for older people.",
        reading: "At least one clinic manager from an organisation of dental care, or a unit below one, on \
            the as-of day. Another manager from dental care fills the seat with a warning. The same person \
            may sit in both NOSAM, with a remark in the later (A-43). Who is co-opted, support or deputy \
            does not fill the seat.",
        example: "Dental care is represented by a unit manager: a warning.",
    },
}
