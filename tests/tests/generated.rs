//! The types of record, report and charter in TypeScript and Python are what their descriptions say.

use std::path::Path;
use std::{env, fs};

use samla::schema::{Draft, SchemaOf, schema};
use serde_json::{Map, Value};

/// A language that types are written in.
struct Tongue {
    /// Where the file of a document stands, `{}` being its name.
    file: &'static str,
    head: &'static str,
    text: &'static str,
    /// A day of a record may be one of the language's own; in a report it is text.
    day: &'static str,
    number: &'static str,
    flag: &'static str,
    nothing: &'static str,
    list: fn(&str) -> String,
    map: fn(&str) -> String,
    anything: &'static str,
    /// A code as a type.
    code: fn(&str) -> String,
    /// Several types of which a value has one.
    any_of: fn(&str, &str, &[String]) -> String,
    object: fn(&str, &str, &[Member]) -> String,
}

/// A key of an object.
struct Member {
    key: String,
    says: String,
    kind: String,
    required: bool,
}

const TYPESCRIPT: Tongue = Tongue {
    file: "wasm/js/{}.d.ts",
    head: "// Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.\n",
    text: "string",
    day: "string | Date",
    number: "number",
    flag: "boolean",
    nothing: "null",
    list: |kind| if kind.contains(' ') { format!("({kind})[]") } else { format!("{kind}[]") },
    map: |kind| format!("{{ [key: string]: {kind} }}"),
    anything: "unknown",
    code: |code| format!("\"{code}\""),
    any_of: |name, says, kinds| {
        let kinds: String = kinds.iter().map(|kind| format!("\n  | {kind}")).collect();
        format!("\n{}export type {name} ={kinds};\n", block("", says))
    },
    object: |name, says, members| {
        let member = |it: &Member| {
            let mark = if it.required { "" } else { "?" };
            let key = if is_name(&it.key) { it.key.clone() } else { format!("\"{}\"", it.key) };
            format!("{}  {key}{mark}: {};\n", block("  ", &it.says), it.kind)
        };
        let members: String = members.iter().map(member).collect();
        format!("\n{}export interface {name} {{\n{members}}}\n", block("", says))
    },
};

const PYTHON: Tongue = Tongue {
    file: "python/samla/{}.py",
    head: "# Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.\n\n\
        from __future__ import annotations\n\n\
        from datetime import date\n\
        from typing import Any, Literal, NotRequired, TypeAlias, TypedDict\n",
    text: "str",
    day: "str | date",
    number: "int",
    flag: "bool",
    nothing: "None",
    list: |kind| format!("list[{kind}]"),
    map: |kind| format!("dict[str, {kind}]"),
    anything: "Any",
    code: |code| format!("Literal[\"{code}\"]"),
    any_of: |name, says, kinds| {
        // Codes stand together, and a name may be declared further down.
        let codes: Vec<_> =
            kinds.iter().filter_map(|kind| kind.strip_prefix("Literal[")?.strip_suffix(']')).collect();
        let named = kinds.iter().filter(|kind| !kind.starts_with("Literal["));
        let codes = match codes.len() {
            0 | 1 => codes.iter().map(|code| format!("Literal[{code}]")).collect(),
            _ => format!("Literal[\n    {},\n]", codes.join(",\n    ")),
        };
        let named: Vec<_> = named.map(String::as_str).chain([codes.as_str()]).collect();
        let kind = if named.len() > 1 { format!("'{}'", named.join(" | ")) } else { named.concat() };
        format!("\n{}{name}: TypeAlias = {kind}\n", lines("# ", says))
    },
    object: |name, says, members| {
        let kind = |it: &Member| match it.required {
            true => it.kind.clone(),
            false => format!("NotRequired[{}]", it.kind),
        };
        if members.iter().all(|it| is_name(&it.key) && it.key != "from") {
            let member = |it: &Member| format!("{}    {}: {}\n", lines("    # ", &it.says), it.key, kind(it));
            let members: String = members.iter().map(member).collect();
            return format!("\n\nclass {name}(TypedDict):\n    \"\"\"{says}\"\"\"\n\n{members}");
        }
        let member = |it: &Member| {
            format!("{}        \"{}\": \"{}\",\n", lines("        # ", &it.says), it.key, kind(it))
        };
        let members: String = members.iter().map(member).collect();
        let says = lines("# ", says);
        format!("\n{says}{name} = TypedDict(\n    \"{name}\",\n    {{\n{members}    }},\n)\n")
    },
};

fn is_name(key: &str) -> bool {
    key.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// A comment of TypeScript.
fn block(indent: &str, says: &str) -> String {
    let one = format!("{indent}/** {says} */\n");
    match says {
        "" => String::new(),
        _ if one.chars().count() <= 110 => one,
        _ => format!("{indent}/**\n{}{indent} */\n", lines(&format!("{indent} * "), says)),
    }
}

/// `says` in lines that each begin with `start`.
fn lines(start: &str, says: &str) -> String {
    let mut all: Vec<String> = Vec::new();
    for word in says.split_whitespace() {
        match all.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < 100 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => all.push(format!("{start}{word}")),
        }
    }
    all.into_iter().map(|line| line + "\n").collect()
}

fn says(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().to_owned()
}

/// A document whose types are written in a language.
struct Writer<'a> {
    tongue: &'a Tongue,
    document: SchemaOf,
    text: String,
}

impl Writer<'_> {
    /// Declares what `schema` describes under `name`.
    fn declare(&mut self, name: &str, schema: &Value) {
        let Some(properties) = schema["properties"].as_object() else {
            let forms = schema["oneOf"].as_array().unwrap_or_else(|| panic!("{name}: {schema}"));
            let kinds: Vec<_> = forms.iter().map(|form| self.form(name, form)).collect();
            self.text += &(self.tongue.any_of)(name, &says(schema), &kinds);
            return;
        };
        let required = |key: &str| schema["required"].as_array().is_some_and(|all| all.contains(&key.into()));
        let editors = schema["patternProperties"].as_object().into_iter().flatten();
        // The pattern of a record's only further key is that key.
        let editors = editors.map(|(key, kind)| (key.trim_matches('^').trim_end_matches('$'), kind));
        let all = properties.iter().map(|(key, kind)| (key.as_str(), kind)).chain(editors);
        let member = |(key, kind): (&str, &Value)| Member {
            key: key.trim_start_matches('\\').to_owned(),
            says: says(kind),
            kind: self.kind(kind),
            required: required(key),
        };
        let members: Vec<_> = all.map(member).collect();
        self.text += &(self.tongue.object)(name, &says(schema), &members);
    }

    /// One of several forms: a code, or an object that is declared with the form's key in its name.
    fn form(&mut self, name: &str, form: &Value) -> String {
        if let Some(code) = form["const"].as_str() {
            return (self.tongue.code)(code);
        }
        let key = form["properties"].as_object().and_then(|all| all.keys().next()).expect("a form has a key");
        let name = format!("{name}{}", key.split('_').map(capital).collect::<String>());
        self.declare(&name, form);
        name
    }

    fn kind(&self, schema: &Value) -> String {
        let Tongue { text, day, number, flag, nothing, list, map, anything, .. } = self.tongue;
        if let Some(reference) = schema["$ref"].as_str() {
            return reference.rsplit('/').next().unwrap_or_default().to_owned();
        }
        if let Some(any) = schema["anyOf"].as_array() {
            return any.iter().map(|schema| self.kind(schema)).collect::<Vec<_>>().join(" | ");
        }
        let one = |kind: &Value| match kind.as_str() {
            Some("string") if schema["format"] == "date" && self.document == SchemaOf::Record => *day,
            Some("string") => *text,
            Some("integer") => *number,
            Some("boolean") => *flag,
            Some("null") => *nothing,
            _ => panic!("no type is {schema}"),
        };
        match &schema["type"] {
            Value::Array(kinds) => kinds.iter().map(one).collect::<Vec<_>>().join(" | "),
            kind if kind == "array" => list(&self.kind(&schema["items"])),
            kind if kind == "object" => match &schema["additionalProperties"] {
                Value::Object(_) => map(&self.kind(&schema["additionalProperties"])),
                _ => map(anything),
            },
            kind => one(kind).to_owned(),
        }
    }
}

/// The types of a document, each under the name that its schema has.
fn types(tongue: &Tongue, document: SchemaOf) -> String {
    let mut schema = schema(document, Draft::V2020_12);
    let named: Map<String, Value> = serde_json::from_value(schema["$defs"].take()).expect("named schemas");
    let mut writer = Writer { tongue, document, text: tongue.head.to_owned() };
    for (name, below) in &named {
        writer.declare(name, below);
    }
    writer.declare(&capital(document.code()), &schema);
    writer.text
}

#[test]
fn the_committed_types_are_what_the_descriptions_say() {
    for tongue in [TYPESCRIPT, PYTHON] {
        for document in SchemaOf::ALL {
            let text = types(&tongue, *document);
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
            let path = path.join(tongue.file.replace("{}", document.code()));
            if env::var_os("SAMLA_BLESS").is_some() {
                fs::write(&path, &text).expect("a file of types");
            }
            let found = fs::read_to_string(&path).unwrap_or_default();
            assert!(found == text, "{} is stale, `cargo xtask bless` rewrites it", path.display());
        }
    }
}
