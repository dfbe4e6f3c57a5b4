//! The schemas: what is committed is what the code produces, and the record's agrees with the reader.

use std::path::{Path, PathBuf};
use std::{env, fs};

use samla::schema::{Document, Draft};

fn committed(document: Document, draft: Draft) -> PathBuf {
    let name = format!("{}.{}.json", document.code(), draft.code());
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas").join(name)
}

#[test]
fn the_committed_schemas_are_what_the_code_produces() {
    for document in Document::ALL {
        for draft in Draft::ALL {
            let (path, text) = (committed(*document, *draft), samla::schema::text(*document, *draft));
            if env::var_os("SAMLA_BLESS").is_some() {
                fs::write(&path, &text).expect("a schema");
            }
            let found = fs::read_to_string(&path).unwrap_or_default();
            assert!(found == text, "{} is stale, `cargo xtask bless` rewrites it", path.display());
        }
    }
}
