//! The floors of `docs/house.md`: no module of the library knows one that stands above it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The library's first page, which names the doors, and macros, which stand for code where they are used.
const ROOT: &[&str] = &["lib"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Each module's floor, and its place there from the left.
fn floors() -> BTreeMap<String, (usize, usize)> {
    let page = fs::read_to_string(root().join("docs/house.md")).expect("the page of the house");
    let (_, section) = page.split_once("\n## Floors\n").expect("the section on floors");
    let section = section.split("\n## ").next().expect("a section");
    let floors = section.lines().filter_map(|line| line.strip_prefix("- "));
    let places = floors.enumerate().flat_map(|(floor, line)| {
        line.split(", ").enumerate().map(move |(place, name)| (name.to_owned(), (floor, place)))
    });
    places.collect()
}

/// Every Rust file of the library by the module that it belongs to, without comments and tests.
fn modules() -> Vec<(String, PathBuf, String)> {
    let core = root().join("core/src");
    let (mut files, mut folders) = (Vec::new(), vec![core.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(&core).expect("below").with_extension("");
                let module = below.components().next().expect("a name").as_os_str().to_string_lossy();
                let text = fs::read_to_string(&path).expect("a source file");
                let text = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                files.push((module.into_owned(), path, code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    files
}

/// The modules that a text names by `crate::`; what a macro writes where it is used (`$crate::`, or
/// within a text) is not its own.
fn named(text: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut named = BTreeSet::new();
    for (at, start) in text.match_indices("crate::") {
        if text[..at].ends_with(['$', '"']) {
            continue;
        }
        let rest = &text[at + start.len()..];
        match rest.strip_prefix('{') {
            // Within the braces the names before any further path.
            Some(list) => {
                let list = list.split(';').next().unwrap_or_default();
                let mut depth = 0;
                for part in list.split_inclusive(['{', '}', ',']) {
                    if depth == 0 {
                        named.insert(word(part.trim_start()));
                    }
                    depth += part.matches('{').count();
                    depth = depth.saturating_sub(part.matches('}').count());
                }
            }
            None => {
                named.insert(word(rest));
            }
        }
    }
    named
}

#[test]
fn no_module_knows_one_above_it() {
    let floors = floors();
    let mut upward = Vec::new();
    for (module, path, text) in modules() {
        if ROOT.contains(&module.as_str()) {
            continue;
        }
        let here = floors.get(&module).unwrap_or_else(|| panic!("`{module}` stands on no floor"));
        // A name that is no module is one of the first page's own, such as a macro.
        for other in named(&text).into_iter().filter(|other| *other != module) {
            if floors.get(&other).is_some_and(|there| there > here) {
                upward.push(format!("{}: {module} knows {other}", path.display()));
            }
        }
    }
    assert!(upward.is_empty(), "upward imports:\n{}", upward.join("\n"));
}

#[test]
fn every_name_by_which_the_first_page_hands_on_leads_to_its_module() {
    // `crate::Day` would hide which module is known: only the first page and macros say it so.
    for (module, path, text) in modules() {
        let by_name = |name: &String| name.starts_with(char::is_uppercase);
        let names: Vec<String> = named(&text).into_iter().filter(by_name).collect();
        assert!(module == "lib" || names.is_empty(), "{}: {names:?}", path.display());
    }
}
