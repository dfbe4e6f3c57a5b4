//! P-SG-4: a head of administration from the region.

use crate::rules::rule;
use crate::rules::seats::judge;

rule! {
    id: "P-SG-4",
    subject: "groups/COORDINATION",
    severities: [Error, Info],
    reads: [groups],
    seat: judge,
    sv: {
        norm: "I samordningsgruppen sitter en förvaltningschef från regionen, eller någon med samma beslutsmandat",
        why: "Regionen kan besluta på plats om det som gruppen kommer överens om.",
        reading: "Den dag som prövningen gäller ska minst en ordinarie ledamot från regionens egna \
            verksamheter vara förvaltningschef eller ha samma beslutsmandat (`mandate`). Planen säger inte \
            vilka förvaltningar, så en räcker (A-08). En annan chef utan uppgift om mandat kan inte avgöras, \
            om ingen annan fyller platsen. En företrädare för en privat utförare fyller aldrig platsen.",
        example: "Regionen företräds bara av en privat vårdcentral: fel.",
    },
    en: {
        norm: "The region has a head of administration in the coordination group, or somebody with the same \
            mandate to decide",
        why: "The region can decide there and then on what the group agrees on.",
        reading: "On the as-of day at least one ordinary member from the region's own operations is head of \
            administration or has the same mandate to decide (`mandate`). The plan does not say which \
            administrations, so one is enough (A-08). Another manager of whom no mandate is recorded cannot \
            be told, unless somebody else fills the seat. A representative of a private provider never fills \
            it.",
        example: "The region is represented only by a private care centre: an error.",
    },
}
