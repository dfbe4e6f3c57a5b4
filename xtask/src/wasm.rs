//! From a compiled module to JavaScript that needs neither a network nor a bundler's help.

use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

/// What the module is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Writes `samla.js` (the glue), `samla_bg.wasm` and `module.js` (the same module as text).
pub(crate) fn pack(module: &Path, dist: &Path) -> Result<(), String> {
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
pub(crate) fn pack_schemas(schemas: &[PathBuf], dist: &Path) -> Result<(), String> {
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
