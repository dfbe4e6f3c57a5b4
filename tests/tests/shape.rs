//! The shape of the code: files, functions and lines of a length that can be read, and few files that know a rule.
//!
//! Functions are found with a parser, so that a brace in a text is no brace. What a macro is given is no item to
//! it: functions written there are not measured.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, mem};

use proc_macro2::{TokenStream, TokenTree};
use samla::rules;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Signature};

/// Files that are a list of `const` rows and nothing else, which no reader goes through from top to bottom.
const ROWS: &[&str] = &["core/src/clauses/nosam.rs", "core/src/clauses/plan.rs"];

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 60;
const PARAMETERS: usize = 5;
const COLUMNS: usize = 120;
const FILES_THAT_KNOW_A_RULE: usize = 5;
const FILES_THAT_KNOW_A_RULE_MOSTLY: usize = 3;

/// A file of the repository, by its path from the root.
struct Source {
    path: String,
    text: String,
}

/// Every file of the repository with one of these endings, in one order.
fn sources(endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the repository") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            if path.is_dir() {
                let built = ["target", "node_modules", "dist"].contains(&&*name);
                if !built && !name.starts_with('.') {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(&path).expect("a source file");
                let path = path.strip_prefix(&root).expect("below the root");
                sources.push(Source { path: path.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// The Rust files of what is built, without their tests, which stand last: clippy holds to that.
fn production() -> Vec<Source> {
    let mut sources = sources(&[".rs"]);
    sources.retain(|source| source.path.contains("/src/") && !source.path.starts_with("tests/"));
    assert!(sources.len() > 150, "the packages' files are elsewhere than they were");
    for Source { text, .. } in &mut sources {
        let end = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
        text.truncate(end);
    }
    sources
}

/// The files of the Python and the browser package that somebody wrote.
fn bindings() -> Vec<Source> {
    let mut sources = sources(&[".py", ".pyi", ".js", ".ts"]);
    sources.retain(|Source { path, text }| {
        let shipped = path.starts_with("python/samla/") || path.starts_with("wasm/js/");
        shipped && !text.contains("`cargo xtask bless` rewrites it")
    });
    assert!(!sources.is_empty(), "the bindings' files are elsewhere than they were");
    sources
}

/// A function as it stands in its file.
struct Function {
    name: String,
    at: usize,
    lines: usize,
    parameters: usize,
}

/// The functions of a file, those within functions too.
#[derive(Default)]
struct Functions(Vec<Function>);

impl Functions {
    fn of(Source { path, text }: &Source) -> Vec<Function> {
        let mut functions = Self::default();
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        functions.visit_file(&file);
        functions.0
    }

    fn add(&mut self, sig: &Signature, block: Option<&Block>) {
        let at = sig.span().start().line;
        let last = block.map_or(sig.span(), Spanned::span).end().line;
        let (name, parameters) = (sig.ident.to_string(), sig.inputs.len());
        self.0.push(Function { name, at, lines: last + 1 - at, parameters });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(&item.sig, Some(&item.block));
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add(&item.sig, Some(&item.block));
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.add(&item.sig, item.default.as_ref());
        visit::visit_trait_item_fn(self, item);
    }
}

/// No function of what is built has more of this than so many.
fn assert_functions(most: usize, what: &str, count: impl Fn(&Function) -> usize) {
    let mut offenders = Vec::new();
    for source in production() {
        for function in Functions::of(&source).iter().filter(|function| count(function) > most) {
            let Function { name, at, .. } = function;
            offenders.push(format!("{}:{at}: fn {name}: {} {what}", source.path, count(function)));
        }
    }
    assert_none(&offenders, &format!("functions have more than {most} {what}"));
}

fn assert_none(offenders: &[String], sentence: &str) {
    assert!(offenders.is_empty(), "{sentence}:\n{}", offenders.join("\n"));
}

#[test]
fn no_file_is_longer_than_it_can_be_read() {
    let mut long = Vec::new();
    for Source { path, text } in production().into_iter().chain(bindings()) {
        let lines = text.lines().count();
        if lines > FILE_LINES && !ROWS.contains(&path.as_str()) {
            long.push(format!("{path}: {lines} lines"));
        }
    }
    assert_none(&long, "files are too long");
}

#[test]
fn a_file_of_rows_has_no_functions() {
    let sources = production();
    for rows in ROWS {
        let source = sources.iter().find(|source| source.path == *rows).expect("a file of rows");
        let names: Vec<String> = Functions::of(source).into_iter().map(|it| it.name).collect();
        assert_none(&names, &format!("{rows} is more than rows"));
    }
}

#[test]
fn no_function_is_longer_than_it_can_be_read() {
    assert_functions(FUNCTION_LINES, "lines", |function| function.lines);
}

#[test]
fn no_function_is_told_more_than_five_things() {
    assert_functions(PARAMETERS, "parameters", |function| function.parameters);
}

#[test]
fn no_line_is_wider_than_a_page() {
    let mut wide = Vec::new();
    for source in sources(&[".rs"]) {
        for (at, line) in source.text.lines().enumerate() {
            let columns = line.chars().count();
            if columns > COLUMNS {
                wide.push(format!("{}:{}: {columns} characters", source.path, at + 1));
            }
        }
    }
    assert_none(&wide, "lines are too wide");
}

/// The names that a file defines functions by, and those that it uses.
#[derive(Default)]
struct Names {
    functions: BTreeSet<String>,
    used: BTreeSet<String>,
}

impl Names {
    fn of(Source { path, text }: &Source) -> Self {
        let mut names = Self::default();
        names.take(text.parse().unwrap_or_else(|error| panic!("{path}: {error}")));
        names
    }

    /// Every name between the tokens, those in what macros are given too.
    fn take(&mut self, tokens: TokenStream) {
        let mut after_fn = false;
        for token in tokens {
            let defines = mem::take(&mut after_fn);
            match token {
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    after_fn = name == "fn";
                    if defines { &mut self.functions } else { &mut self.used }.insert(name);
                }
                TokenTree::Group(group) => self.take(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

/// The files that know each rule: they write its id, as text or as the name of its module, or they have a function
/// that is used by this rule alone.
fn knowing(sources: &[Source]) -> BTreeMap<&'static str, BTreeSet<&str>> {
    let names: Vec<(&str, Names)> = sources.iter().map(|it| (it.path.as_str(), Names::of(it))).collect();
    let mut users: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, names) in &names {
        for name in &names.used {
            users.entry(name).or_default().insert(path);
        }
    }
    let knowing = |rule: &str| {
        let module = format!("{}_", rule.to_lowercase().replace('-', "_"));
        let writes = sources.iter().filter(|it| writes(&it.text, rule) || it.text.contains(&module));
        let mut files: BTreeSet<&str> = writes.map(|source| source.path.as_str()).collect();
        let is_home = |path: &&str| path.contains(&format!("/{module}"));
        let home = sources.iter().map(|it| it.path.as_str()).find(is_home).expect("the rule's file");
        let alone = BTreeSet::from([home]);
        let serves = |name: &String| users.get(name.as_str()) == Some(&alone);
        let serve = names.iter().filter(|(_, names)| names.functions.iter().any(serves));
        files.extend(serve.map(|(path, _)| path));
        files
    };
    rules::all().map(|rule| (rule.id, knowing(rule.id))).collect()
}

/// Does the text write this id, and not one that only begins with it?
fn writes(text: &str, id: &str) -> bool {
    text.match_indices(id)
        .any(|(at, _)| !text[at + id.len()..].starts_with(|next: char| next.is_ascii_digit()))
}

#[test]
fn few_files_know_a_rule() {
    let sources = production();
    let knowing = knowing(&sources);
    let many = knowing.iter().filter(|(_, files)| files.len() > FILES_THAT_KNOW_A_RULE);
    let many: Vec<String> = many.map(|(rule, files)| format!("{rule}: {files:?}")).collect();
    assert_none(&many, "rules are known by too many files");
    let mut counts: Vec<usize> = knowing.values().map(BTreeSet::len).collect();
    counts.sort_unstable();
    let median = counts[counts.len() / 2];
    assert!(median <= FILES_THAT_KNOW_A_RULE_MOSTLY, "most rules are known by more: {counts:?}");
}

#[test]
fn a_reason_that_is_a_rule_names_one_that_exists() {
    let ids: BTreeSet<&str> = rules::all().map(|rule| rule.id).collect();
    for Source { path, text } in production() {
        for reason in text.split("because(\"").skip(1) {
            let id = reason.split('"').next().unwrap_or_default();
            assert!(ids.contains(id), "{path}: because {id}");
        }
    }
}
