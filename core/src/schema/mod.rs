//! JSON Schema of what goes in and what comes out: the record, the report and the charter.
//!
//! Draft 2020-12 is for validators and editors, draft-07 for form builders. Both are drawn up from the
//! declarations that the reading and the writing use, so there is nothing beside them to keep in step.
//!
//! A schema tells the shape of one value at a time. What needs the whole record (references, repeated ids,
//! days in order) or arithmetic (check digits) only the reader knows; `schemas/README.md` lists it.

mod kinds;

use serde_json::{Map, Value, json};

use crate::charter::Charter;
use crate::described::Text;
use crate::described::schema::{said, under};
use crate::lang::Both;
use crate::record::Record;
use crate::report::Report;

/// What a schema describes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SchemaOf {
    /// What is handed in.
    Record,
    /// What a check says.
    Report,
    /// What it is judged by.
    Charter,
}

impl SchemaOf {
    /// Every document.
    pub const ALL: &[Self] = &[Self::Record, Self::Report, Self::Charter];

    /// Its name in calls and file names.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Report => "report",
            Self::Charter => "charter",
        }
    }
}

/// A version of JSON Schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Draft {
    /// With `$schema`, `$id` and `$defs`: for validators, editors and generators of code.
    V2020_12,
    /// Without any of them, every definition in its place: for form builders.
    V07,
}

impl Draft {
    /// Every draft.
    pub const ALL: &[Self] = &[Self::V2020_12, Self::V07];

    /// Its name in calls and file names.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::V2020_12 => "2020-12",
            Self::V07 => "07",
        }
    }
}

/// The schema of a document.
#[must_use]
pub fn schema(document: SchemaOf, draft: Draft) -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    let schema = match document {
        SchemaOf::Record => settings.into_generator().into_root_schema_for::<Record>(),
        SchemaOf::Report => settings.for_serialize().into_generator().into_root_schema_for::<Report>(),
        SchemaOf::Charter => settings.into_generator().into_root_schema_for::<Charter>(),
    };
    let mut schema = schema.to_value();
    each_schema(&mut schema, &mut tidy);
    // A charter file writes `null` for a limit that there is not; a form leaves the field empty.
    if document != SchemaOf::Charter || draft == Draft::V07 {
        each_schema(&mut schema, &mut without_null);
    }
    match document {
        SchemaOf::Record => editors_key(&mut schema),
        SchemaOf::Report => each_schema(&mut schema, &mut open),
        SchemaOf::Charter => {}
    }
    match draft {
        Draft::V2020_12 => identified(schema, document),
        Draft::V07 => for_forms(schema),
    }
}

/// The schema of a document as indented JSON text, as it stands in the folder `schemas`.
#[must_use]
pub fn text(document: SchemaOf, draft: Draft) -> String {
    // A schema has text keys only, so that writing it cannot fail.
    serde_json::to_string_pretty(&schema(document, draft)).unwrap_or_default() + "\n"
}

/// Does `change` to every schema in `schema`, the innermost first.
fn each_schema(schema: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    let Value::Object(map) = schema else { return };
    for (key, below) in map.iter_mut() {
        match (key.as_str(), below) {
            ("properties" | "patternProperties" | "$defs", Value::Object(named)) => {
                named.values_mut().for_each(|schema| each_schema(schema, change));
            }
            ("anyOf" | "oneOf" | "allOf", Value::Array(list)) => {
                list.iter_mut().for_each(|schema| each_schema(schema, change));
            }
            ("items" | "additionalProperties", schema) => each_schema(schema, change),
            _ => {}
        }
    }
    change(map);
}

/// Leaves out what only Rust knows (`uint32`), and a default that says no more than "not required".
fn tidy(schema: &mut Map<String, Value>) {
    let rust =
        |format: &Value| format.as_str().is_some_and(|it| it.starts_with("int") || it.starts_with("uint"));
    if schema.get("format").is_some_and(rust) {
        schema.remove("format");
    }
    if schema.get("default") == Some(&Value::Null) {
        schema.shift_remove("default");
    }
}

/// Whoever does not know a value leaves it out.
fn without_null(schema: &mut Map<String, Value>) {
    let null = json!("null");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|it| *it != null);
        if let [only] = &types[..] {
            schema["type"] = only.clone();
        }
    }
    if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
        any.retain(|it| it["type"] != null);
        if let [only] = &any[..] {
            let only = only.clone();
            schema.remove("anyOf");
            schema.extend(only.as_object().cloned().unwrap_or_default());
        }
    }
}

/// A report may grow.
fn open(schema: &mut Map<String, Value>) {
    schema.shift_remove("additionalProperties");
}

/// Lets a record name its schema. It is no field, so that no form asks for it.
fn editors_key(schema: &mut Value) {
    let text = Text {
        label: Both { sv: "Schema", en: "Schema" },
        description: Both {
            sv: "Adressen till det här schemat, för redigerare som fyller i och rättar.",
            en: "The address of this schema, for editors that complete and correct.",
        },
    };
    let key = format!("^\\{}$", Record::SCHEMA_KEY);
    schema["patternProperties"] = json!({ key: under(said(&text), json!({"type": "string"})) });
}

/// A name that promises no page: the project owns no host, and a validator need not fetch anything.
fn identified(schema: Value, document: SchemaOf) -> Value {
    let draft = Draft::V2020_12.code();
    let head = json!({
        "$schema": schema["$schema"],
        "$id": format!("urn:samla:schema:{}:{draft}", document.code()),
    });
    under(head, schema)
}

/// Draft-07 as form builders want it: without `$schema`, and every definition in its place, because that
/// draft passes over what stands beside a `$ref`.
fn for_forms(mut schema: Value) -> Value {
    let definitions = schema["$defs"].take();
    inline(&mut schema, &definitions);
    each_schema(&mut schema, &mut |schema| {
        // A choice among codes is made by ticking, each once.
        if schema.get("items").is_some_and(|items| items.get("oneOf").is_some()) {
            schema.insert("uniqueItems".into(), true.into());
        }
    });
    if let Value::Object(schema) = &mut schema {
        for key in ["$schema", "$defs"] {
            schema.shift_remove(key);
        }
    }
    schema
}

fn inline(schema: &mut Value, definitions: &Value) {
    each_schema(schema, &mut |schema| {
        let Some(Value::String(reference)) = schema.shift_remove("$ref") else { return };
        let name = reference.rsplit('/').next().unwrap_or_default();
        let mut definition = definitions[name].clone();
        inline(&mut definition, definitions);
        *schema = match under(Value::Object(std::mem::take(schema)), definition) {
            Value::Object(schema) => schema,
            _ => Map::new(),
        };
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every schema that a key or a form stands for, with its place.
    fn named(at: &str, schema: &Value, all: &mut Vec<(String, Value)>) {
        for (key, below) in schema["properties"].as_object().into_iter().flatten() {
            let at = format!("{at}/{key}");
            all.push((at.clone(), below.clone()));
            named(&at, below, all);
        }
        for below in schema["oneOf"].as_array().into_iter().flatten() {
            let at = format!("{at}|");
            all.push((at.clone(), below.clone()));
            named(&at, below, all);
        }
        for below in ["items", "additionalProperties"].iter().filter_map(|key| schema.get(key)) {
            named(&format!("{at}/*"), below, all);
        }
    }

    fn all(document: SchemaOf) -> Vec<(String, Value)> {
        let schema = schema(document, Draft::V07);
        let mut all = vec![(document.code().to_owned(), schema.clone())];
        named(document.code(), &schema, &mut all);
        all
    }

    #[test]
    fn every_field_and_code_is_named_and_explained_in_both_languages() {
        for document in SchemaOf::ALL {
            for (at, schema) in all(*document) {
                let text =
                    |pointer: &str| schema.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
                assert!(!text("/title").is_empty() && !text("/x-sv/title").is_empty(), "{at}: {schema}");
                if schema.get("const").is_none() {
                    for says in [text("/description"), text("/x-sv/description")] {
                        assert!(says.ends_with(['.', '?']) && !says.contains('\n'), "{at}: {says}");
                    }
                }
                let both = text("/x-unit").is_empty() == text("/x-sv/x-unit").is_empty();
                assert!(both, "{at} is counted in one language: {schema}");
            }
        }
    }

    #[test]
    fn the_form_draft_has_no_reference_no_null_and_no_name() {
        for document in SchemaOf::ALL {
            let text = text(*document, Draft::V07);
            for word in ["\"$ref\"", "\"$schema\"", "\"$id\"", "\"$defs\"", "\"null\"", "\"anyOf\""] {
                assert!(!text.contains(word), "{}: {word}", document.code());
            }
        }
    }

    #[test]
    fn the_fields_of_the_record_stand_in_the_order_of_the_table() {
        let schema = schema(SchemaOf::Record, Draft::V07);
        let mut all = Vec::new();
        named("", &schema, &mut all);
        let places: Vec<String> = all
            .into_iter()
            .map(|(at, _)| at.trim_start_matches('/').to_owned())
            .filter(|at| !at.contains('|'))
            .collect();
        let table: Vec<String> = crate::record::fields().into_iter().map(|(path, _)| path).collect();
        assert_eq!(places, table);
    }
}
