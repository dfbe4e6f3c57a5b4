//! N-REP-14: the sub-regional coordinator.

use crate::rules::rule;
use crate::rules::seats::judge;

rule! {
    id: "N-REP-14",
    subject: "groups/NOSAM",
    severities: [Error, Info],
    reads: [groups],
    seat: judge,
    sv: {
        norm: "Den delregionala samordnaren sitter i NOSAM",
        why: "Samordnaren för erfarenheter mellan det lokala och det delregionala.",
        reading: "Minst en den dag som prövningen gäller i varje NOSAM. Uppdraget är ett neutralt stöd och \
            skilt från processledarens (A-31, A-35): personen får stå som stöd eller som ordinarie och får \
            vara densamma i alla grupper utan anmärkning. Är det samma person som processledaren är båda \
            platserna fyllda, med en anmärkning (A-43). En adjungerad eller en ersättare fyller inte \
            platsen.",
        example: "Processledaren är också delregional samordnare: båda platserna är fyllda, och en \
            anmärkning säger det.",
    },
    en: {
        norm: "The sub-regional coordinator sits in NOSAM",
        why: "The coordinator carries experience between the local and the sub-regional level.",
        reading: "At least one on the as-of day in every NOSAM. The task is neutral support and separate \
            from the process leader's (A-31, A-35): the person may be listed as support or as ordinary and \
            may be the same in every group without a remark. Where it is the same person as the process \
            leader, both seats are filled, with a remark (A-43). Who is co-opted or a deputy does not fill \
            the seat.",
        example: "The process leader is also sub-regional coordinator: both seats are filled, and a remark says so.",
    },
}
