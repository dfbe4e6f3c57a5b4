//! What a report says of one rule and its subjects.

use crate::codes::Outcome;
use crate::described::object;
use serde::Serialize;

use super::{OutcomeCounts, Subject};
use crate::calendar::Day;
use crate::path::Pointer;

object! {
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[non_exhaustive]
    pub struct SubjectVerdict {
        sv "Utfall i ett fall", "Vad rapporten säger om en sak som prövades.";
        en "Verdict on a subject", "What a report says of one subject.";

        required subject: Subject {
            sv "Gäller", "Vad som prövades, med sina id.";
            en "Subject", "What was judged, named by ids.";
        }

        required at: Pointer {
            sv "Plats", "Var i underlaget det står.";
            en "At", "Where it stands.";
        }

        required outcome: Outcome {
            sv "Utfall", "Vad som kom fram.";
            en "Outcome", "What came out.";
        }

        optional lacks: Vec<Pointer> {
            sv "Saknas", "Fälten som skulle avgöra saken.";
            en "Lacks", "The fields that would settle it.";
        }

        optional due: Option<Day> {
            sv "Senast före", "Dagen från vilken regeln skulle vara bruten.";
            en "Due", "The day from which it would be broken.";
        }

        optional because: Option<&'static str> {
            sv "På grund av", "Regeln, eller `record`, som är grundorsaken.";
            en "Because", "The rule, or `record`, that is the root cause.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[non_exhaustive]
    pub struct RuleVerdict {
        sv "Utfall för en regel", "Vad rapporten säger om en regel.";
        en "Verdict on a rule", "What a report says of one rule.";

        required rule: &'static str {
            sv "Regel", "Regelns id.";
            en "Rule", "The rule.";
        }

        required clauses: &'static [&'static str] {
            sv "Klausuler", "Klausulerna som regeln prövar.";
            en "Clauses", "The clauses that it judges.";
        }

        required outcome: Outcome {
            sv "Utfall", "Det sämsta utfallet bland det som prövades.";
            en "Outcome", "The worst outcome of its subjects.";
        }

        required counts: OutcomeCounts {
            sv "Antal", "Hur många som har varje utfall.";
            en "Counts", "Its subjects by outcome.";
        }

        required subjects: Vec<SubjectVerdict> {
            sv "Det som prövades", "Det som rapporten tar upp var för sig.";
            en "Subjects", "The subjects that the report lists.";
        }
    }
}
