//! JSON Schema of described objects: made by schemars, in the words of the description.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::{Described, FieldText, Text};
use crate::lang::Lang;

/// An object; `kinds` are the schemas of its fields, in their order.
pub(crate) fn object<T: Described>(kinds: impl IntoIterator<Item = Schema>) -> Schema {
    let properties: Map<String, Value> = T::FIELDS
        .iter()
        .zip(kinds)
        .map(|(field, kind)| (field.key.to_owned(), property(field, kind)))
        .collect();
    let required = T::FIELDS.iter().filter(|field| field.required).map(|field| field.key);
    let mut schema = closed(&T::TEXT, properties, required);
    if schema["required"] == json!([])
        && let Value::Object(schema) = &mut schema
    {
        schema.shift_remove("required");
    }
    schema.try_into().unwrap_or_default()
}

/// One of several forms: a code where there is no kind, else an object with one key.
pub(crate) fn forms<T: Described>(kinds: impl IntoIterator<Item = Option<Schema>>) -> Schema {
    let form = |(field, kind): (&FieldText, Option<Schema>)| match kind {
        None => under(said(&field.text), json!({"type": "string", "const": field.key})),
        Some(kind) => {
            let only = Map::from_iter([(field.key.to_owned(), property(field, kind))]);
            closed(&field.text, only, [field.key])
        }
    };
    let forms: Vec<Value> = T::FIELDS.iter().zip(kinds).map(form).collect();
    under(said(&T::TEXT), json!({"oneOf": forms})).try_into().unwrap_or_default()
}

fn closed<'k>(
    text: &Text,
    properties: Map<String, Value>,
    required: impl IntoIterator<Item = &'k str>,
) -> Value {
    let required: Vec<&str> = required.into_iter().collect();
    let object = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    under(said(text), object)
}

fn property(field: &FieldText, kind: Schema) -> Value {
    let mut kind = kind.to_value();
    if let Some(example) = field.example {
        // An example of a list is one of an item.
        let place = if kind["type"] == "array" { &mut kind["items"] } else { &mut kind };
        place["examples"] = json!([example]);
    }
    let mut property = under(said(&field.text), kind);
    if let Some(unit) = field.unit {
        property["x-unit"] = unit.en.into();
        property["x-sv"]["x-unit"] = unit.sv.into();
    }
    property
}

/// Title and description in English, and under `x-sv` in Swedish.
pub(crate) fn said(text: &Text) -> Value {
    json!({
        "title": text.label(Lang::En),
        "description": text.description(Lang::En),
        "x-sv": {"title": text.label(Lang::Sv), "description": text.description(Lang::Sv)},
    })
}

/// What `schema` says, and what `below` says beside it.
pub(crate) fn under(mut schema: Value, below: Value) -> Value {
    if let (Value::Object(schema), Value::Object(below)) = (&mut schema, below) {
        for (key, value) in below {
            schema.entry(key).or_insert(value);
        }
    }
    schema
}
