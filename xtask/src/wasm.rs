//! From a compiled module to JavaScript that needs neither a network nor a bundler's help.

use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::alone;
use crate::steps::Steps;

/// What the module is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// `cargo xtask wasm`.
pub(crate) fn verb(steps: &mut Steps, words: &[&str]) -> Result<(), String> {
    alone("wasm", words)?;
    build(steps).map(drop)
}

/// Compiles the module and packs it into JavaScript, in `wasm/dist`; the answer is where the module lies.
pub(crate) fn build(steps: &mut Steps) -> Result<PathBuf, String> {
    let dist = steps.root().join("wasm/dist");
    steps.once(dist.join("samla_bg.wasm"), |steps, _| {
        steps.wasm_target()?;
        let words = ["build", "--quiet", "--package", "samla-wasm", "--profile", "wasm", "--target", TARGET];
        steps.cargo("wasm module", &words)?;
        let compiled = steps.target().join(TARGET).join("wasm/samla_wasm.wasm");
        let schemas = steps.files("schemas", ".json")?;
        steps.task("wasm packing", || pack(&compiled, &dist).and_then(|()| pack_schemas(&schemas, &dist)))
    })
}

/// Writes `samla.js` (the glue), `samla_bg.wasm` and `module.js` (the same module as text).
fn pack(module: &Path, dist: &Path) -> Result<(), String> {
    // What an earlier version left behind must not be packed with this one.
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    Bindgen::new()
        .input_path(module)
        .out_name("samla")
        .web(true)
        .map_err(|error| format!("{error:#}"))?
        .typescript(false)
        // A bundler that sees `new URL(…)` copies a second module beside the one that is inlined.
        .omit_default_module_path(true)
        // A trap poisons an instance; this is how `index.js` gets another.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(dist)
        .map_err(|error| format!("{error:#}"))?;

    let bytes = fs::read(dist.join("samla_bg.wasm")).map_err(|error| error.to_string())?;
    let inlined = format!("export const base64 = \"{}\";\n", BASE64_STANDARD.encode(&bytes));
    fs::write(dist.join("module.js"), inlined).map_err(|error| error.to_string())
}

/// Makes a JavaScript module of each schema, because Node takes JSON only where the importer says so.
fn pack_schemas(schemas: &[PathBuf], dist: &Path) -> Result<(), String> {
    let folder = dist.join("schemas");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for path in schemas {
        let text = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let schema: Value =
            serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.with_extension("js");
        let name = name.file_name().ok_or_else(|| format!("{} has no name", path.display()))?;
        let module = format!("export default {schema};\n");
        fs::write(folder.join(name), module).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}
