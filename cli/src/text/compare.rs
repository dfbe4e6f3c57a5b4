//! A comparison as text: what got worse, what got better, and what else changed.

use samla::Lang;
use samla::account::{ComparisonAccount, judged};
use samla::compare::{Change, Direction, Sentence};
use samla::names::{shown, upper};

use super::paper::{Ink, Paper};
use crate::Surroundings;

/// The whole text of a comparison of the records in two files.
pub(crate) fn comparison(
    account: &ComparisonAccount<'_>,
    files: [&str; 2],
    surroundings: &Surroundings,
) -> String {
    let lang = surroundings.lang;
    let mut page = Page { lang, account, paper: Paper::new(surroundings) };
    let receipts = [&account.comparison.before, &account.comparison.after];
    let labels = [lang.of("Före", "Before"), lang.of("Efter", "After")];
    for ((file, receipt), label) in files.into_iter().zip(receipts).zip(labels) {
        let says = format!("{file}, {}", judged(receipt).of(lang));
        page.paper.row(0, 6, label, &[(Ink::Plain, &says)]);
    }
    page.sum();
    page.changes(Direction::Worse, lang.of("SÄMRE", "WORSE"));
    page.changes(Direction::Better, lang.of("BÄTTRE", "BETTER"));
    page.changes(
        Direction::Untold,
        lang.of("PRÖVAS INTE LÄNGRE ELLER KAN INTE LÄSAS", "NO LONGER JUDGED, OR CANNOT BE READ"),
    );
    page.changes(Direction::Other, lang.of("ÖVRIGA ÄNDRINGAR", "OTHER CHANGES"));
    if let Some(quiet) = account.quiet(lang).filter(|_| !account.sum().is_empty()) {
        page.paper.gap();
        page.paper.lines(0, 0, &[(Ink::Faint, &quiet)]);
    }
    page.paper.text()
}

struct Page<'a> {
    lang: Lang,
    account: &'a ComparisonAccount<'a>,
    paper: Paper,
}

impl Page<'_> {
    fn sum(&mut self) {
        self.paper.gap();
        if let Some(nothing) = self.account.nothing() {
            self.paper.lines(0, 0, &[(Ink::Strong, nothing.of(self.lang))]);
        }
        let parts = self.account.sum().into_iter().map(|(direction, says)| {
            let ink = match direction {
                Direction::Worse => Ink::Error,
                Direction::Better => Ink::Good,
                Direction::Untold | Direction::Other => Ink::Plain,
            };
            (ink, says.of(self.lang).clone())
        });
        let parts: Vec<(Ink, String)> = parts.collect();
        if parts.is_empty() {
            self.paper.lines(0, 0, &[(Ink::Strong, &self.account.unchanged(self.lang))]);
        }
        super::sum(&mut self.paper, parts);
    }

    fn changes(&mut self, direction: Direction, heading: &str) {
        let rules = self.account.changes(direction);
        if !rules.is_empty() {
            self.paper.heading(heading);
        }
        for (rule, changes) in rules {
            self.paper.gap();
            let (norm, record) = (self.account.norm(rule), self.lang.of("Underlaget", "The record"));
            match rule {
                "record" => self.paper.lines(2, 2, &[(Ink::Strong, record)]),
                rule => self.paper.lines(2, 2, &[(Ink::Strong, rule), (Ink::Plain, norm.of(self.lang))]),
            }
            changes.into_iter().for_each(|change| self.change(change));
        }
    }

    fn change(&mut self, change: &Change) {
        let (lang, account) = (self.lang, self.account);
        let subject = account.subject(change);
        let subject = subject.of(lang);
        match account.outcomes(change, lang) {
            None => self.paper.lines(4, 2, &[(Ink::Plain, "–"), (Ink::Plain, subject)]),
            Some(outcomes) => {
                let subject = format!("{subject}:");
                self.paper.lines(
                    4,
                    2,
                    &[(Ink::Plain, "–"), (Ink::Plain, &subject), (Ink::Strong, &outcomes)],
                );
            }
        }
        for why in account.causes(change) {
            self.paper.row(6, 5, "", &[(Ink::Plain, &format!("{}.", why.of(lang)))]);
        }
        for sentence in &change.new {
            self.sentence(lang.of("Nytt", "New"), Ink::Plain, sentence);
        }
        for sentence in &change.gone {
            self.sentence(lang.of("Borta", "Gone"), Ink::Faint, sentence);
        }
    }

    fn sentence(&mut self, label: &str, ink: Ink, sentence: &Sentence) {
        let severity = upper(sentence.severity.label(self.lang));
        let says = format!("{severity}: {}.", shown(sentence.says(self.lang)));
        self.paper.row(6, 5, label, &[(ink, &says)]);
    }
}
