//! `samla schema`: the JSON Schema of record, report or charter.

use clap::Args;

use crate::help::{Page, arg, both};
use crate::{Desk, FINE, Stop};

#[derive(Debug, Args)]
pub(crate) struct Schema {
    schema: String,
    #[arg(long, default_value = "2020-12")]
    draft: String,
}

pub(super) const PAGE: Page = Page {
    word: "schema",
    usage: both(
        "samla schema record|report|charter [--draft 2020-12|07]",
        "samla schema record|report|charter [--draft 2020-12|07]",
    ),
    about: both(
        "Skriver ut JSON Schema för underlaget, rapporten eller regelverket",
        "Prints the JSON Schema of the record, the report or the charter",
    ),
    more: both(
        "Schemat ger redigerare förslag och rättning, och bygger formulär. Svenska rubriker och \
            beskrivningar står i x-sv. Exempel: samla schema record > record.schema.json",
        "With the schema an editor completes and corrects, and a form is built. Swedish labels and \
            descriptions stand in x-sv. Example: samla schema record > record.schema.json",
    ),
    missing: both(
        "Ange vad schemat ska gälla, som i `samla schema record`",
        "Name what the schema is to describe, as in `samla schema record`",
    ),
    args: &[
        arg(
            "schema",
            both("record|report|charter", "record|report|charter"),
            both(
                "record (underlaget), report (rapporten) eller charter (regelverket)",
                "record, report or charter",
            ),
        ),
        arg(
            "draft",
            both("2020-12|07", "2020-12|07"),
            both(
                "Utgåva av JSON Schema: 07 för formulärbyggare, annars 2020-12",
                "The draft of JSON Schema: 07 for form builders; else 2020-12",
            ),
        ),
    ],
    ..Page::EMPTY
};

impl Schema {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let text = samla::json::schema(&self.schema, &self.draft);
        desk.print(&text.map_err(|error| Stop::of(&error, desk.lang()))?)?;
        Ok(FINE)
    }
}
