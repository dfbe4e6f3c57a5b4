//! N-REP-6: the operations manager of every rehab unit.

use crate::rules::rule;
use crate::rules::seats::judge;

rule! {
    id: "N-REP-6",
    subject: "groups/NOSAM#UNIT",
    severities: [Error, Warning, Info],
    reads: [organisations, groups],
    seat: judge,
    sv: {
        norm: "Verksamhetschefen för varje rehabenhet i kommunen sitter i NOSAM",
        why: "Rehabilitering går över gränsen mellan kommun och region, och varje enhet behöver känna till \
            vad som är överenskommet.",
        reading: "Varje rehabenhet som ligger i kommunen och är i drift den dag som prövningen gäller har en \
            plats, offentlig eller privat enligt LOV; läses kravet så att det bara gäller offentliga, prövas \
            inte de privata (A-17). Kommunens egen rehab räknas inte hit. En filial är en del av sin enhet, \
            men en rehabenhet vid en vårdcentral är en egen. En ny enhet har sin plats från öppningsdagen: \
            tom till och med dag 60 är en varning, från dag 61 ett fel. En stängd har sin plats till och med \
            sin sista dag. En annan chef än verksamhetschefen ger en varning. En chef för flera enheter \
            fyller platsen för var och en, med en anmärkning (A-43). Om underlaget inte säger att alla \
            rehabenheter är med går det inte att avgöra om alla är företrädda, men en enhet som finns med \
            och saknas i gruppen är ändå ett fel.",
        example: "Två av kommunens tre rehabenheter har sin verksamhetschef i gruppen: den tredje är ett fel.",
    },
    en: {
        norm: "The operations manager of every rehab unit in the municipality sits in NOSAM",
        why: "Rehabilitation crosses the line between municipality and region, and every unit needs to know \
            what was agreed.",
        reading: "Every rehab unit that lies in the municipality and runs on the as-of day has a seat, \
            public or private under LOV; where the demand is read as public only, private ones are not \
            judged (A-17). The municipality's own rehab does not count. A branch is part of its unit, but a \
            rehab unit at a care centre is one of its own. A new unit has its seat from the day it opens: \
            empty up to and including day 60 is a warning, from day 61 an error. A closed one has its seat \
            to its last day. Another manager than the operations manager gives a warning. One manager of \
            several units fills the seat of each, with a remark (A-43). Unless the record says that all \
            rehab units are listed, it cannot be told whether all are represented; one that is listed and \
            missing from the group is an error all the same.",
        example: "Two of the municipality's three rehab units have their operations manager in the group: \
            the third is an error.",
    },
}
