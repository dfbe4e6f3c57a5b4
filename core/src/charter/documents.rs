//! The documents that clauses stand in, and what a charter says of single rules.

use serde::{Deserialize, Serialize};

use super::Dated;
use crate::described::object;
use crate::lang::Both;

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Document {
        sv "Dokument", "Ett dokument som klausuler står i.";
        en "Document", "A document that clauses stand in.";

        required code: String {
            sv "Kod", "Bokstaven som dess klausuler börjar med.";
            en "Code", "The letter that its clause ids begin with.";
        }

        required title: Both<String> {
            sv "Titel", "Dokumentets titel.";
            en "Title", "Its title.";
        }
    }
}

object! {
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    pub struct RuleSetting {
        sv "Inställning för en regel", "Vad regelverket säger om en regel.";
        en "Setting of a rule", "What a charter says of one rule.";

        optional off: bool {
            sv "Avstängd", "Är regeln avstängd?";
            en "Off", "Is it switched off?";
        }

        optional valid: Dated {
            sv "Gäller", "När regeln gäller.";
            en "In force", "When it is in force.";
        }

        optional citation: Option<Citation> {
            sv "Hänvisning", "Var regeln står i regelverkets egna dokument, och vad den säger där.";
            en "Citation", "Where it stands in this charter's own documents, and what it says there.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Citation {
        sv "Hänvisning", "Var en regel står i regelverkets egna dokument.";
        en "Citation", "Where a rule stands in a charter's own documents.";

        required document: String {
            sv "Dokument", "Dokumentets kod.";
            en "Document", "Code of the document.";
        }

        required heading: String {
            sv "Rubrik", "Rubriken.";
            en "Heading", "The heading.";
        }

        required sentence: String {
            sv "Mening", "Meningen eller stycket.";
            en "Sentence", "The sentence or paragraph.";
        }

        required says: Both<String> {
            sv "Säger", "Vad den säger, med andra ord.";
            en "Says", "What it says, paraphrased.";
        }
    }
}
