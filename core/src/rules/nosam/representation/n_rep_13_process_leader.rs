//! N-REP-13: SAMLA's process leader.

use crate::rules::rule;
use crate::rules::seats::judge;

rule! {
    id: "N-REP-13",
    subject: "groups/NOSAM",
    severities: [Error, Info],
    reads: [groups],
    seat: judge,
    sv: {
        norm: "SAMLA:s processledare sitter i NOSAM",
        why: "Processledaren håller samman arbetet mellan mötena och mellan grupperna.",
        reading: "Minst en processledare finns i varje NOSAM den dag som prövningen gäller. Uppdraget är ett \
            neutralt stöd som fyller en egen plats (A-35): personen får stå som stöd eller som ordinarie, \
            hör inte till någon sida och får vara densamma i alla grupper utan anmärkning. Den som också \
            fyller en annan plats ger en anmärkning (A-43). En adjungerad eller en ersättare fyller inte \
            platsen.",
        example: "Processledarens uppdrag gick ut den 15 december och har inte förlängts: fel den 31 december.",
    },
    en: {
        norm: "The process leader of SAMLA sits in NOSAM",
        why: "The process leader holds the work together between meetings and between groups.",
        reading: "At least one process leader is in every NOSAM on the as-of day. The task is neutral \
            support that fills a seat of its own (A-35): the person may be listed as support or as ordinary, \
            has no side and may be the same in every group without a remark. Who also fills another seat \
            gives a remark (A-43). Who is co-opted or a deputy does not fill the seat.",
        example: "The process leader's assignment ran out on 15 December and was not prolonged: an error on \
            31 December.",
    },
}
