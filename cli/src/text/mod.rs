//! What people are told, laid out as plain text of one width.

mod charter;
mod compare;
mod overview;
mod paper;
mod report;

pub(crate) use charter::{charter, mistakes};
pub(crate) use compare::comparison;
pub(crate) use overview::overview;
pub(crate) use paper::{Ink, Paper};
pub(crate) use report::report;

use samla::Lang;
use samla::codes::Severity;

/// The first line: which record, and how it was seen.
fn title(paper: &mut Paper, lang: Lang, file: Option<&str>, says: &str) {
    let what = match file {
        None => lang.of("Det inbyggda exemplet good", "The embedded example good"),
        Some("-") => lang.of("Underlag från standard in", "A record from standard input"),
        Some(file) => file,
    };
    paper.lines(0, 2, &[(Ink::Strong, &format!("{what},")), (Ink::Plain, says)]);
}

fn ink_of(severity: Severity) -> Ink {
    match severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Advice => Ink::Advice,
        Severity::Info => Ink::Plain,
    }
}

/// Parts of a sum with commas between them and a full stop last.
fn sum(paper: &mut Paper, mut parts: Vec<(Ink, String)>) {
    let last = parts.len().saturating_sub(1);
    for (place, (_, part)) in parts.iter_mut().enumerate() {
        part.push(if place == last { '.' } else { ',' });
    }
    let pieces: Vec<(Ink, &str)> = parts.iter().map(|(ink, part)| (*ink, part.as_str())).collect();
    if !pieces.is_empty() {
        paper.lines(0, 0, &pieces);
    }
}
