//! The schemas of single values: texts, ids, codes, days, times, numbers.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use crate::calendar::{Day, Time};
use crate::charter::{Charter, Listed};
use crate::codes::{self, Outcome};
use crate::lang::{Both, Lang};
use crate::path::{Pointer, Token};
use crate::record::{Field, Goal, ListedAs, Moment, OrganisationNumber, TargetGroup, Year};
use crate::report::OutcomeCounts;
use crate::words::Params;

/// A day of the calendar as far as a pattern can tell; `format` tells the rest.
const DAY: &str = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const CLOCK: &str = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";

/// Declares the schema of a kind of value that has no name of its own.
macro_rules! kind {
    ($($name:ty: $schema:expr;)+) => {
        $(
            impl JsonSchema for $name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    $schema
                }
            }
        )+
    };
}

kind! {
    Day: json_schema!({
        "type": "string", "format": "date", "pattern": format!("^{DAY}$"), "examples": ["2024-03-05"],
    });
    // No format: `date-time` would ask for an offset.
    Time: json_schema!({
        "type": "string", "pattern": format!("^{DAY}T{CLOCK}$"), "examples": ["2024-03-05T13:00"],
    });
    Moment: json_schema!({
        "type": "string", "pattern": format!("^{DAY}(T{CLOCK})?$"), "examples": ["2024-03-05T13:00", "2024-03-05"],
    });
    Year: json_schema!({
        "type": "integer", "minimum": 1, "maximum": 9999, "examples": [2024],
    });
    OrganisationNumber: json_schema!({
        "type": "string", "pattern": "^[0-9]{2}[2-9][0-9]{3}-?[0-9]{4}$", "examples": ["556036-0793"],
    });
    Token: json_schema!({"type": ["string", "integer"], "minimum": 0, "examples": ["groups", 0]});
    Params<'_>: json_schema!({"type": "object"});
    Pointer: json_schema!({"type": "string", "format": "json-pointer", "examples": ["/groups/0/offices/2"]});
}

/// Declares the schema of codes, which stand once however often they are used.
macro_rules! code_lists {
    ($($name:ty: $schema:expr;)+) => {
        $(
            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    $schema
                }
            }
        )+
    };
}

fn listed(Listed { code, sv, en, .. }: &Listed) -> (&str, Both<&str>) {
    (code, Both { sv, en })
}

// The codes of the embedded charter; a record that another one judges may use its codes.
code_lists! {
    TargetGroup: codes::schema(
        Charter::samla_2023().target_groups.iter().map(listed).chain([("all", Both { sv: "alla", en: "all" })]),
    );
    Goal: codes::schema(Charter::samla_2023().goals.iter().map(listed));
    ListedAs: {
        let charter = Charter::samla_2023();
        let boards = charter.boards.iter().map(|board| (board.code.as_str(), Both::each(|_| board.name.as_str())));
        codes::schema(charter.parties.iter().map(listed).chain(boards))
    };
    OutcomeCounts: {
        let count = |it: &Outcome| {
            let [sv, en] = [Lang::Sv, Lang::En].map(|lang| it.label(lang));
            let says = json!({
                "title": en,
                "description": format!("How many have the outcome `{}`.", it.code()),
                "x-sv": {"title": sv, "description": format!("Hur många som har utfallet `{}`.", it.code())},
                "type": "integer", "minimum": 0,
            });
            (it.code().to_owned(), says)
        };
        let names: Vec<&str> = Outcome::ALL.iter().map(|it| it.code()).collect();
        json_schema!({
            "title": "Number by outcome",
            "description": "Rules, or subjects, by outcome.",
            "x-sv": {"title": "Antal efter utfall", "description": "Regler, eller det som prövades, efter utfall."},
            "type": "object",
            "properties": Outcome::ALL.iter().map(count).collect::<serde_json::Map<_, _>>(),
            "required": names,
        })
    };
}

/// Whatever stands in a field of the record says something: an empty text says nothing.
impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        if schema == json_schema!({"type": "string"}) {
            schema.insert("pattern".into(), "\\S".into());
        }
        schema
    }
}
