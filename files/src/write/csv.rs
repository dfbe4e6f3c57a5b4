//! A table that a Swedish Excel opens as it stands: semicolons, UTF-8 with its mark, CR LF.

use samla::Lang;
use samla::clauses;
use samla::json::ClauseEntry;

use super::Format;

/// The register of clauses, a line each.
pub(super) const CLAUSES: Format<[ClauseEntry]> = Format::plain("csv", |filed, lang| {
    let head = lang.of(
        ["Klausul", "Dokument", "Rubrik", "Innebörd", "Slag", "Prövas av", "Skäl", "Utfall"],
        ["Clause", "Document", "Heading", "Meaning", "Kind", "Judged by", "Reason", "Outcome"],
    );
    let rows = filed.told.iter().map(|entry| cells(entry, lang));
    let lines = std::iter::once(head).chain(rows).map(|cells| cells.map(quoted).join(";") + "\r\n");
    (String::from("\u{feff}") + &lines.collect::<String>()).into_bytes()
});

fn cells(entry: &ClauseEntry, lang: Lang) -> [&str; 8] {
    let clause = clauses::find(entry.clause);
    [
        entry.clause,
        entry.document_in(lang),
        &entry.heading,
        entry.says.of(lang),
        clause.map_or(entry.modality, |clause| clause.modality.label(lang)),
        match entry.rule {
            Some("record") => lang.of("läsningen av underlaget", "the reading of the record"),
            rule => rule.unwrap_or_default(),
        },
        entry.reason.map_or("", |reason| lang.of(reason.sv, reason.en)),
        entry.outcome.map_or("", |outcome| outcome.label(lang)),
    ]
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}
