//! N-REP-5: the operations manager of every care centre.

use crate::rules::rule;
use crate::rules::seats::judge;

rule! {
    id: "N-REP-5",
    subject: "groups/NOSAM#UNIT",
    severities: [Error, Warning, Info],
    reads: [organisations, groups],
    seat: judge,
    sv: {
        norm: "Verksamhetschefen för varje vårdcentral i kommunen sitter i NOSAM",
        why: "Ett beslut som en vårdcentral inte har varit med om når inte dess patienter.",
        reading: "Varje vårdcentral som ligger i kommunen och är i drift den dag som prövningen gäller har \
            en plats, offentlig eller privat enligt LOV; läses kravet så att det bara gäller offentliga, \
            prövas inte de privata (A-17). En filial är en del av sin vårdcentral. En ny vårdcentral har sin \
            plats från öppningsdagen: tom till och med dag 60 är en varning, från dag 61 ett fel. En stängd \
            har sin plats till och med sin sista dag. En annan chef än verksamhetschefen ger en varning. En \
            chef för flera vårdcentraler fyller platsen för var och en, med en anmärkning (A-43). \
            Adjungerade, stöd och ersättare fyller ingen plats. Om underlaget inte säger att alla \
            vårdcentraler är med går det inte att avgöra om alla är företrädda, men en vårdcentral som finns \
            med och saknas i gruppen är ändå ett fel.",
        example: "En vårdcentral öppnade den 1 mars och saknas i gruppen den 30 april: varning, dag 60. Den \
            1 maj är det ett fel.",
    },
    en: {
        norm: "The operations manager of every care centre in the municipality sits in NOSAM",
        why: "A decision that a care centre took no part in does not reach its patients.",
        reading: "Every care centre that lies in the municipality and runs on the as-of day has a seat, \
            public or private under LOV; where the demand is read as public only, private ones are not \
            judged (A-17). A branch is part of its care centre. A new care centre has its seat from the day \
            it opens: empty up to and including day 60 is a warning, from day 61 an error. A closed one has \
            its seat to its last day. Another manager than the operations manager gives a warning. One \
            manager of several care centres fills the seat of each, with a remark (A-43). Who is co-opted, \
            support or deputy fills no seat. Unless the record says that all care centres are listed, it \
            cannot be told whether all are represented; one that is listed and missing from the group is an \
            error all the same.",
        example: "A care centre opened on 1 March and is missing on 30 April: a warning, day 60. On 1 May it \
            is an error.",
    },
}
