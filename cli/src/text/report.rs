//! A report as text: what is wrong first and worst first, then what cannot be told, then the rest.

use samla::Lang;
use samla::account::{Account, Counted, Entry, Item, Section, SectionKind};
use samla::codes::{Outcome, Severity};
use samla::names::{shown, upper};
use samla::path::Pointer;

use super::paper::{Ink, Paper};
use crate::Surroundings;

/// Things listed of which one sentence is so, and places of one thing, before "and more".
const LISTED: usize = 6;

/// The whole text of a report; `file` is `None` for the embedded example.
pub(crate) fn report(account: &Account, file: Option<&str>, surroundings: &Surroundings) -> String {
    let lang = surroundings.lang;
    let mut page = Page { lang, paper: Paper::new(surroundings) };
    super::title(&mut page.paper, lang, file, account.judged.of(lang));
    page.sum(account);
    account.sections.iter().for_each(|section| page.section(section));
    if let Some(unchecked) = &account.unchecked {
        page.paper.gap();
        page.paper.lines(0, 0, &[(Ink::Faint, unchecked.of(lang))]);
    }
    page.paper.text()
}

struct Page {
    lang: Lang,
    paper: Paper,
}

impl Page {
    fn sum(&mut self, account: &Account) {
        let lang = self.lang;
        self.paper.gap();
        if let Some([nothing, why]) = &account.nothing {
            self.paper.lines(0, 0, &[(Ink::Strong, nothing.of(lang)), (Ink::Plain, why.of(lang))]);
        }
        let waived = account.sum.iter().any(|part| part.counted == Counted::Waived);
        let ink = |counted, count| match (counted, count) {
            (Counted::Findings(Severity::Error), 0) if waived => Ink::Plain,
            (Counted::Findings(Severity::Error), 0) | (Counted::Rules(Outcome::Holds), _) => Ink::Good,
            (Counted::Findings(severity), _) => super::ink_of(severity),
            (Counted::Rules(Outcome::Undetermined), _) => Ink::Strong,
            (Counted::Rules(_) | Counted::Waived, _) => Ink::Plain,
        };
        let parts =
            account.sum.iter().map(|part| (ink(part.counted, part.count), part.says.of(lang).clone()));
        let mut parts: Vec<(Ink, String)> = parts.collect();
        if let Some((_, first)) = parts.first_mut() {
            *first = upper(first);
        }
        super::sum(&mut self.paper, parts);
    }

    fn section(&mut self, section: &Section) {
        let lang = self.lang;
        self.paper.heading(section.heading.of(lang));
        for chapter in &section.chapters {
            let title = chapter.title.of(lang);
            match section.kind {
                SectionKind::Wrong => self.paper.subheading(title),
                SectionKind::CannotBeTold => {
                    self.paper.gap();
                    let rule = chapter.rule.unwrap_or_default();
                    self.paper.lines(2, 2, &[(Ink::Strong, rule), (Ink::Plain, title)]);
                }
                _ => {}
            }
            for entry in &chapter.entries {
                let says = entry.says.of(lang);
                match section.kind {
                    SectionKind::CannotBeTold => {
                        self.paper.lines(4, 2, &[(Ink::Plain, says)]);
                        self.items(&entry.items);
                    }
                    SectionKind::Rest => {
                        self.paper.lines(2, 4, &[(Ink::Plain, &format!("{title}:")), (Ink::Plain, says)]);
                    }
                    kind => self.entry(entry, kind),
                }
            }
        }
    }

    fn entry(&mut self, entry: &Entry, kind: SectionKind) {
        let lang = self.lang;
        let severity = entry.severity.map(|it| (super::ink_of(it), format!("{}:", upper(it.label(lang)))));
        let says = format!("{}.", entry.says.of(lang));
        let mut pieces: Vec<(Ink, &str)> =
            severity.iter().map(|(ink, label)| (*ink, label.as_str())).collect();
        pieces.push((Ink::Plain, &says));
        self.paper.gap();
        self.paper.lines(2, 2, &pieces);
        let place = entry.place.as_ref().map(|place| {
            place.label.clone().map(|label| format!("{} ({})", upper(&label), shown_place(&place.at)))
        });
        let mend =
            if kind == SectionKind::Wrong { lang.of("Rätta", "Mend") } else { lang.of("Plats", "Place") };
        let rows = [
            (lang.of("Gäller", "About"), entry.subject.as_ref()),
            (lang.of("Klausul", "Clause"), entry.clause.as_ref()),
            (lang.of("Avsteg", "Waiver"), entry.waiver.as_ref()),
            (lang.of("Tolkning", "Reading"), entry.reading.as_ref()),
            (mend, place.as_ref()),
        ];
        for (label, says) in rows {
            if let Some(says) = says {
                self.paper.row(4, 8, label, &[(Ink::Plain, says.of(lang))]);
            }
        }
    }

    fn items(&mut self, items: &[Item]) {
        let lang = self.lang;
        for item in items.iter().take(LISTED) {
            let places: Vec<String> = item.lacks.iter().take(LISTED).map(shown_place).collect();
            let more = if item.lacks.len() > LISTED { " …" } else { "" };
            let places =
                if places.is_empty() { String::new() } else { format!("({}{more})", places.join(", ")) };
            let subject = item.subject.of(lang);
            self.paper.lines(6, 2, &[(Ink::Plain, "–"), (Ink::Plain, subject), (Ink::Faint, &places)]);
        }
        if let Some(more) = items.len().checked_sub(LISTED).filter(|more| *more > 0) {
            let more = samla::say!(lang; sv: "– och {more} till", en: "– and {more} more");
            self.paper.lines(6, 2, &[(Ink::Plain, &more)]);
        }
    }
}

/// A place as it stands in the record.
fn shown_place(at: &Pointer) -> String {
    if at.0.is_empty() { String::from("/") } else { shown(&at.to_string()) }
}

#[cfg(test)]
mod tests {
    use samla::names::Names;
    use samla::report::Options;
    use samla::{Charter, Record};

    use super::*;

    /// A NOSAM whose chair stays on one side, with a short meeting, one without an end, and two slips.
    const RECORD: &str = r#"{
      "organisations": [
        {"id": "vc", "name": "Vårdcentralen Norr", "kind": "care_centre", "principal": "region", "adress": "Storgatan"},
        {"id": "soc", "name": "Socialtjänsten", "kind": "social_services", "principal": "municipality"}
      ],
      "groups": [{"id": "a", "kind": "nosam", "municipality": "1489", "name": "NOSAM Alingsås",
        "members": [
          {"person": "ada", "organisations": ["vc"], "from": "2022-01-01"},
          {"person": "bo", "organisations": ["vc"], "from": "2022-01-01"}
        ],
        "offices": [
          {"office": "chair", "person": "ada", "from": "2022-03-01", "to": "2023-02-28"},
          {"office": "chair", "person": "bo", "from": "2023-03-01"}
        ]}],
      "meetings": [
        {"id": "m1", "groups": ["a"], "start": "2024-03-05T13:00", "end": "2024-03-05T14:30"},
        {"id": "m2", "groups": ["a"], "start": "2024-04-05T13:00"},
        {"id": "m3", "groups": ["a"], "start": "2024-05-06T13:00", "end": "i tid"}
      ]
    }"#;

    /// The text of a record as two rules see it, so that it does not change with the others.
    fn text(record: &str, lang: Lang, width: usize, colour: bool) -> String {
        let charter = Charter::samla_2023();
        let as_of = samla::example::as_of();
        let record = Record::read(record.as_bytes()).expect("a record");
        let mut told = samla::check(&record, &charter, as_of);
        let kept = |rule: &str| ["record", "N-ORD-2", "N-MOT-1"].contains(&rule);
        told.verdicts.retain(|verdict| kept(verdict.rule));
        told.findings.retain(|finding| kept(finding.rule));
        told.unchecked = 52;
        let count = |severity| told.findings.iter().filter(|finding| finding.severity == severity).count();
        told.counts.error = count(Severity::Error);
        told.counts.warning = count(Severity::Warning);
        told.counts.advice = count(Severity::Advice);
        told.counts.info = count(Severity::Info);
        let names = Names::of(&record, &charter, false);
        let account = Account::of(&told, &charter, &names, Options::default());
        report(&account, Some("underlag.json"), &Surroundings { lang, today: as_of, width, colour })
    }

    #[test]
    fn a_report_in_swedish() {
        insta::assert_snapshot!(text(RECORD, Lang::Sv, 80, false));
    }

    #[test]
    fn a_report_in_english_on_a_narrow_page() {
        insta::assert_snapshot!(text(RECORD, Lang::En, 48, false));
    }

    #[test]
    fn an_empty_record_is_nothing_checked_and_never_valid() {
        insta::assert_snapshot!(text("{}", Lang::Sv, 80, false));
        assert!(text("{}", Lang::En, 80, false).contains("Nothing was checked"));
    }

    #[test]
    fn a_record_of_which_nothing_can_be_told_is_not_called_free_of_errors() {
        let record =
            r#"{"groups": [{"id": "a", "kind": "nosam"}], "meetings": [{"id": "m", "groups": ["a"]}]}"#;
        let text = text(record, Lang::Sv, 80, false);
        assert!(text.contains("Inget har kunnat avgöras.") && !text.contains("nga fel"), "{text}");
    }

    #[test]
    fn colour_adds_nothing_but_colour() {
        let coloured = text(RECORD, Lang::Sv, 80, true);
        assert!(coloured.contains("\u{1b}["));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), text(RECORD, Lang::Sv, 80, false));
    }

    #[test]
    fn no_line_is_wider_than_the_page_unless_a_word_is() {
        for line in text(RECORD, Lang::Sv, 40, false).lines() {
            let words = line.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default();
            assert!(line.chars().count() <= 40 || words > 20, "{line}");
        }
    }
}
