//! A report as text for people: what is wrong first and worst first, then what cannot be told, then the rest.

mod fields;
pub(crate) mod names;

use samla::charter::{Citation, READINGS};
use samla::clauses::{self, Clause};
use samla::codes::{Outcome, Severity};
use samla::path::Pointer;
use samla::report::{Finding, RuleVerdict, SubjectVerdict};
use samla::{Charter, Day, Lang, Report, rules};

use crate::Surroundings;
use crate::charter::decided;
use crate::paper::{Ink, Paper};
use names::{Names, upper};

/// Subjects listed of one thing that is missing, before "and more".
const LISTED: usize = 6;

/// A report and what is needed to tell it.
pub(crate) struct Judged<'a> {
    /// The file; `None` for the embedded example.
    pub(crate) file: Option<&'a str>,
    pub(crate) report: &'a Report,
    pub(crate) charter: &'a Charter,
    pub(crate) names: &'a Names,
    /// How many days ahead duties are told.
    pub(crate) horizon: Option<i64>,
}

impl Judged<'_> {
    /// The whole text.
    pub(crate) fn text(&self, surroundings: &Surroundings) -> String {
        let mut page = Page { lang: surroundings.lang, judged: self, paper: Paper::new(surroundings) };
        page.what_was_judged();
        page.sum();
        page.broken();
        page.waived();
        page.undetermined();
        page.remarks();
        page.upcoming();
        page.the_rest();
        page.paper.text()
    }
}

struct Page<'a> {
    lang: Lang,
    judged: &'a Judged<'a>,
    paper: Paper,
}

impl<'a> Page<'a> {
    fn of<'t>(&self, sv: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Sv => sv,
            Lang::En => en,
        }
    }

    fn what_was_judged(&mut self) {
        let lang = self.lang;
        let receipt = &self.judged.report.receipt;
        let (as_of, charter) = (receipt.as_of, &receipt.charter);
        let what = match self.judged.file {
            None => self.of("Det inbyggda exemplet good", "The embedded example good"),
            Some("-") => self.of("Underlag från standard in", "A record from standard input"),
            Some(file) => file,
        };
        let how = say!(lang;
            sv: "prövat per {as_of} enligt regelverket {charter}",
            en: "judged as of {as_of} by the charter {charter}");
        self.paper.lines(0, 2, &[(Ink::Strong, &format!("{what},")), (Ink::Plain, &how)]);
    }

    // ── The sum ──

    fn sum(&mut self) {
        let lang = self.lang;
        let report = self.judged.report;
        let counts = report.counts;
        let rules = |outcome| report.verdicts.iter().filter(|verdict| verdict.outcome == outcome).count();
        let told =
            [Outcome::Holds, Outcome::Waived, Outcome::Broken].into_iter().map(rules).sum::<usize>() > 0;
        self.paper.gap();
        if !report.judged_anything() {
            let nothing = self.of("Inget har prövats:", "Nothing was checked:");
            let why = self.of(
                "underlaget innehåller inget som någon regel gäller.",
                "the record holds nothing that a rule applies to.",
            );
            self.paper.lines(0, 0, &[(Ink::Strong, nothing), (Ink::Plain, why)]);
        } else if !told {
            let nothing = self.of("Inget har kunnat avgöras.", "Nothing could be told.");
            self.paper.lines(0, 0, &[(Ink::Strong, nothing)]);
        }
        let mut parts = Vec::new();
        if counts.error == 0 && told {
            // What is waived is broken all the same.
            parts.push(match counts.waived {
                0 => (Ink::Good, self.of("inga fel", "no errors").to_owned()),
                _ => (Ink::Plain, self.of("0 fel", "0 errors").to_owned()),
            });
        }
        let found = [
            (Ink::Error, counts.error, ["fel", "fel"], ["error", "errors"]),
            (Ink::Warning, counts.warning, ["varning", "varningar"], ["warning", "warnings"]),
            (Ink::Advice, counts.advice, ["råd", "råd"], ["piece of advice", "pieces of advice"]),
            (Ink::Plain, counts.waived, ["undantagen", "undantagna"], ["waived", "waived"]),
        ];
        let remarks = (Ink::Plain, counts.info, ["anmärkning", "anmärkningar"], ["remark", "remarks"]);
        // What is broken and what is waived was counted by findings.
        let outcomes = [Outcome::Holds, Outcome::Undetermined, Outcome::NotDue, Outcome::NotApplicable]
            .map(|outcome| (outcome, rules(outcome)))
            .into_iter()
            .filter(|(outcome, count)| *count > 0 && (told || *outcome != Outcome::NotApplicable));
        let counted = |(ink, count, sv, en)| (ink, counted(lang, count, sv, en));
        parts.extend(found.into_iter().filter(|(_, count, ..)| *count > 0).map(counted));
        for (place, (outcome, count)) in outcomes.enumerate() {
            let ink = match outcome {
                Outcome::Holds => Ink::Good,
                Outcome::Undetermined => Ink::Strong,
                _ => Ink::Plain,
            };
            // The first one says what is counted.
            let noun = match (place, count, lang) {
                (1.., ..) => "",
                (0, 1, Lang::Sv) => "regel ",
                (0, _, Lang::Sv) => "regler ",
                (0, 1, Lang::En) => "rule ",
                (0, _, Lang::En) => "rules ",
            };
            parts.push((ink, format!("{count} {noun}{}", outcome_of(lang, outcome, count))));
        }
        parts.extend(Some(remarks).filter(|(_, count, ..)| *count > 0).map(counted));
        if !parts.is_empty() {
            self.sentence(parts);
        }
    }

    /// Parts with commas between them, a capital letter first and a full stop last.
    fn sentence(&mut self, mut parts: Vec<(Ink, String)>) {
        let last = parts.len().saturating_sub(1);
        for (place, (_, part)) in parts.iter_mut().enumerate() {
            if place == 0 {
                *part = upper(part);
            }
            part.push(if place == last { '.' } else { ',' });
        }
        let pieces: Vec<(Ink, &str)> = parts.iter().map(|(ink, part)| (*ink, part.as_str())).collect();
        self.paper.lines(0, 0, &pieces);
    }

    // ── Findings ──

    fn broken(&mut self) {
        let mut groups: Vec<(Place, Vec<&Finding>)> = Vec::new();
        for finding in self.judged.report.findings.iter().filter(|it| it.outcome == Outcome::Broken) {
            let place = self.place(finding.rule);
            match groups.iter_mut().find(|(known, _)| known.title == place.title) {
                Some((_, findings)) => findings.push(finding),
                None => groups.push((place, vec![finding])),
            }
        }
        if groups.is_empty() {
            return;
        }
        for (_, findings) in &mut groups {
            findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        }
        // Worst first, then in the order of the documents.
        groups.sort_by_key(|(place, findings)| (std::cmp::Reverse(findings[0].severity), place.order));
        self.paper.heading(self.of("BRISTER", "WHAT IS WRONG"));
        for (place, findings) in groups {
            self.paper.subheading(&place.title);
            for finding in findings {
                self.finding(finding);
            }
        }
    }

    fn waived(&mut self) {
        let waived: Vec<&Finding> =
            self.judged.report.findings.iter().filter(|it| it.outcome == Outcome::Waived).collect();
        if waived.is_empty() {
            return;
        }
        self.paper.heading(self.of("BESLUTADE AVSTEG", "WAIVED BY A DECISION"));
        for finding in waived {
            self.finding(finding);
        }
    }

    fn remarks(&mut self) {
        let remarks: Vec<&Finding> =
            self.judged.report.findings.iter().filter(|it| it.outcome == Outcome::Holds).collect();
        if remarks.is_empty() {
            return;
        }
        self.paper.heading(self.of("ANMÄRKNINGAR", "REMARKS"));
        for finding in remarks {
            self.finding(finding);
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let lang = self.lang;
        let ink = match finding.severity {
            Severity::Error => Ink::Error,
            Severity::Warning => Ink::Warning,
            Severity::Advice => Ink::Advice,
            Severity::Info => Ink::Plain,
        };
        let severity = format!("{}:", upper(finding.severity.label(lang)));
        let says = format!("{}.", crate::shown(&finding.words.say(lang)));
        self.paper.gap();
        self.paper.lines(2, 2, &[(ink, &severity), (Ink::Plain, &says)]);
        self.row("Gäller", "About", &self.judged.names.subject(&finding.subject));
        if let Some(numbered) = self.numbered(finding.rule) {
            self.row("Klausul", "Clause", &numbered);
        }
        if let Some(waiver) = finding.waiver.as_ref().and_then(|at| self.judged.names.waiver(at)) {
            let waiver = waiver.to_owned();
            self.row("Avsteg", "Waiver", &waiver);
        }
        if let Some(reading) = finding.reading.and_then(|id| READINGS.iter().find(|known| known.id == id)) {
            let (id, says) = (reading.id, decided(lang, self.judged.charter, reading));
            self.row("Tolkning", "Reading", &format!("{id}, {says}"));
        }
        let place = format!("{} ({})", upper(&fields::at(lang, &finding.at)), shown_place(&finding.at));
        match finding.outcome {
            Outcome::Broken => self.row("Rätta", "Mend", &place),
            _ => self.row("Plats", "Place", &place),
        }
    }

    fn row(&mut self, sv: &str, en: &str, says: &str) {
        let label = self.of(sv, en).to_owned();
        self.paper.row(4, 8, &label, &[(Ink::Plain, says)]);
    }

    // ── What cannot be told ──

    fn undetermined(&mut self) {
        let open: Vec<(&RuleVerdict, Vec<&SubjectVerdict>)> = self
            .judged
            .report
            .verdicts
            .iter()
            .map(|verdict| {
                let subjects = verdict.subjects.iter();
                (verdict, subjects.filter(|it| it.outcome == Outcome::Undetermined).collect::<Vec<_>>())
            })
            .filter(|(_, subjects)| !subjects.is_empty())
            .collect();
        if open.is_empty() {
            return;
        }
        self.paper.heading(self.of("KAN INTE AVGÖRAS", "CANNOT BE TOLD"));
        for (verdict, subjects) in open {
            self.paper.gap();
            let norm = self.norm(verdict.rule);
            self.paper.lines(2, 2, &[(Ink::Strong, verdict.rule), (Ink::Plain, &norm)]);
            for (why, subjects) in self.by_cause(&subjects) {
                self.paper.lines(4, 2, &[(Ink::Plain, &why)]);
                self.subjects(&subjects);
            }
        }
    }

    /// Why a subject cannot be told, and the subjects of which that is so.
    fn by_cause<'s>(&self, subjects: &[&'s SubjectVerdict]) -> Vec<(String, Vec<&'s SubjectVerdict>)> {
        let mut causes: Vec<(String, Vec<&SubjectVerdict>)> = Vec::new();
        for subject in subjects {
            let why = cause(self.lang, self.judged.charter, subject);
            match causes.iter_mut().find(|(known, _)| *known == why) {
                Some((_, subjects)) => subjects.push(subject),
                None => causes.push((why, vec![subject])),
            }
        }
        causes
    }

    fn subjects(&mut self, subjects: &[&SubjectVerdict]) {
        let lang = self.lang;
        for subject in subjects.iter().take(LISTED) {
            let name = self.judged.names.subject(&subject.subject);
            let places: Vec<String> = subject.lacks.iter().take(LISTED).map(shown_place).collect();
            let more = if subject.lacks.len() > LISTED { " …" } else { "" };
            let places =
                if places.is_empty() { String::new() } else { format!("({}{more})", places.join(", ")) };
            self.paper.lines(6, 2, &[(Ink::Plain, "–"), (Ink::Plain, &name), (Ink::Faint, &places)]);
        }
        if let Some(more) = subjects.len().checked_sub(LISTED).filter(|more| *more > 0) {
            self.paper.lines(
                6,
                2,
                &[(Ink::Plain, &say!(lang; sv: "– och {more} till", en: "– and {more} more"))],
            );
        }
    }

    // ── What is ahead ──

    fn upcoming(&mut self) {
        let lang = self.lang;
        let report = self.judged.report;
        let (Some(duties), Some(days)) = (&report.upcoming, self.judged.horizon) else { return };
        let last = report.receipt.as_of.plus_days(days);
        self.paper.heading(&say!(lang; sv: "ATT GÖRA SENAST {last}", en: "TO BE DONE BY {last}"));
        if duties.is_empty() {
            let nothing = self.of("Inget behöver bli klart till dess.", "Nothing is due by then.");
            self.paper.lines(2, 0, &[(Ink::Plain, nothing)]);
        }
        for duty in duties {
            let says = if lang == Lang::Sv { &duty.sv } else { &duty.en };
            self.paper.gap();
            self.paper.lines(2, 2, &[(Ink::Plain, &format!("{}.", crate::shown(says)))]);
            self.row("Gäller", "About", &self.judged.names.subject(&duty.subject));
            if let Some(numbered) = self.numbered(duty.rule) {
                self.row("Klausul", "Clause", &numbered);
            }
        }
    }

    // ── The rest ──

    fn the_rest(&mut self) {
        let lang = self.lang;
        let mut lines: Vec<(Place, Rest)> = Vec::new();
        for verdict in &self.judged.report.verdicts {
            let place = self.place(verdict.rule);
            let at = lines.iter().position(|(known, _)| known.title == place.title).unwrap_or_else(|| {
                lines.push((place, Rest::default()));
                lines.len() - 1
            });
            lines[at].1.add(verdict);
        }
        let lines: Vec<(String, String)> =
            lines.into_iter().filter_map(|(place, rest)| Some((place.title, rest.in_words(lang)?))).collect();
        // Where nothing was judged, the sum has said so.
        let lines = if self.judged.report.judged_anything() { lines } else { Vec::new() };
        if !lines.is_empty() {
            self.paper.heading(self.of("ÖVRIGA REGLER", "THE OTHER RULES"));
        }
        for (title, rest) in lines {
            self.paper.lines(2, 4, &[(Ink::Plain, &format!("{title}:")), (Ink::Plain, &rest)]);
        }
        if !self.judged.charter.is_samla() {
            return;
        }
        self.paper.gap();
        let (unchecked, all) = (self.judged.report.unchecked, clauses::all().count());
        let told =
            self.judged.report.findings.iter().map(|finding| finding.rule).find(|rule| *rule != "record");
        let example = told.unwrap_or("N-ORD-2");
        let end = say!(lang;
            sv: "{unchecked} av dokumentens {all} klausuler prövas inte av någon regel; `samla clauses` \
                säger varför. `samla explain {example}` förklarar en klausul.",
            en: "{unchecked} of the {all} clauses are judged by no rule; `samla clauses` says why. `samla \
                explain {example}` explains a clause.");
        self.paper.lines(0, 0, &[(Ink::Faint, &end)]);
    }
}

/// A heading that findings stand under.
struct Place {
    /// Among the headings, the record first.
    order: usize,
    title: String,
}

impl Page<'_> {
    /// What the charter in force cites for a rule in place of SAMLA's documents.
    fn citation(&self, rule: &str) -> Option<&Citation> {
        self.judged.charter.rules.get(rule)?.citation.as_ref()
    }

    /// The clause of SAMLA's documents that a rule judges; none where another charter is in force.
    fn clause(&self, rule: &str) -> Option<&'static Clause> {
        clauses::find(rule).filter(|_| self.judged.charter.is_samla())
    }

    /// The heading that a rule stands under.
    fn place(&self, rule: &str) -> Place {
        let lang = self.lang;
        let Some(clause) = clauses::find(rule) else {
            return Place { order: 0, title: say!(lang; sv: "Underlaget", en: "The record") };
        };
        let under = |it: &Clause| it.heading == clause.heading && it.document == clause.document;
        let order = clauses::all().position(under).map_or(0, |place| place + 1);
        let title = match self.citation(rule) {
            Some(cited) => format!("{}: {}", self.document(&cited.document), cited.heading),
            None if !self.judged.charter.is_samla() => {
                say!(lang; sv: "Övriga regler", en: "Other rules")
            }
            None if clause.heading == clause.document.title(Lang::Sv) => clause.heading.to_owned(),
            None => format!("{}: {}", clause.document.title(lang), clause.heading),
        };
        Place { order, title: crate::shown(&title) }
    }

    fn document<'t>(&'t self, code: &'t str) -> &'t str {
        let document = self.judged.charter.documents.iter().find(|document| document.code == code);
        document.map_or(code, |document| self.of(&document.title.sv, &document.title.en))
    }

    /// What a rule demands.
    fn norm(&self, rule: &str) -> String {
        norm(self.lang, self.judged.charter, rule)
    }

    /// Where a rule stands, in a few words.
    fn numbered(&self, rule: &str) -> Option<String> {
        let lang = self.lang;
        let sentence = match (self.citation(rule), self.clause(rule)) {
            (Some(cited), _) => crate::shown(&cited.sentence),
            (None, Some(clause)) => clause.sentence.to_owned(),
            (None, None) => return clauses::find(rule).map(|clause| clause.id.to_owned()),
        };
        Some(say!(lang; sv: "{rule}, mening {sentence}", en: "{rule}, sentence {sentence}"))
    }
}

/// What a rule demands by the charter in force.
pub(crate) fn norm(lang: Lang, charter: &Charter, rule: &str) -> String {
    let cited = charter.rules.get(rule).and_then(|setting| setting.citation.as_ref());
    match (cited, lang) {
        (Some(cited), Lang::Sv) => crate::shown(&cited.says.sv),
        (Some(cited), Lang::En) => crate::shown(&cited.says.en),
        (None, _) if charter.is_samla() => {
            rules::find(rule).map_or("", |rule| rule.text(lang).norm).to_owned()
        }
        (None, _) => String::new(),
    }
}

/// Why a subject cannot be told.
pub(crate) fn cause(lang: Lang, charter: &Charter, subject: &SubjectVerdict) -> String {
    let mut fields: Vec<String> = Vec::new();
    for at in &subject.lacks {
        let field = fields::at(lang, at);
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    if fields.len() > LISTED {
        fields.truncate(LISTED);
        fields.push(String::from("…"));
    }
    let fields = fields.join("; ");
    match subject.because {
        Some("record") => say!(lang; sv: "Kan inte läsas: {fields}", en: "Cannot be read: {fields}"),
        Some(rule) => {
            let norm = norm(lang, charter, rule);
            say!(lang; sv: "Red först ut {rule}: {norm}", en: "Settle {rule} first: {norm}")
        }
        None if fields.is_empty() => say!(lang; sv: "En uppgift saknas", en: "Something is missing"),
        None => say!(lang; sv: "Saknas: {fields}", en: "Missing: {fields}"),
    }
}

/// The rules under one heading that neither are broken nor cannot be told.
#[derive(Default)]
struct Rest {
    holds: usize,
    not_due: usize,
    due: Option<Day>,
    not_applicable: usize,
}

impl Rest {
    fn add(&mut self, verdict: &RuleVerdict) {
        match verdict.outcome {
            Outcome::Holds => self.holds += 1,
            Outcome::NotDue => {
                self.not_due += 1;
                let first = verdict.subjects.iter().filter_map(|subject| subject.due).min();
                self.due = self.due.into_iter().chain(first).min();
            }
            Outcome::NotApplicable => self.not_applicable += 1,
            Outcome::Undetermined | Outcome::Waived | Outcome::Broken => {}
        }
    }

    fn in_words(&self, lang: Lang) -> Option<String> {
        let counts = [
            (Outcome::Holds, self.holds),
            (Outcome::NotDue, self.not_due),
            (Outcome::NotApplicable, self.not_applicable),
        ];
        let mut parts = Vec::new();
        for (outcome, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            let mut part = format!("{count} {}", outcome_of(lang, outcome, count));
            if let (Outcome::NotDue, Some(day)) = (outcome, self.due) {
                part += &say!(lang; sv: " (tidigast {day})", en: " ({day} at the earliest)");
            }
            parts.push(part);
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// A place as it stands in the record.
fn shown_place(at: &Pointer) -> String {
    if at.0.is_empty() { String::from("/") } else { crate::shown(&at.to_string()) }
}

/// What is said of so many rules with one outcome.
pub(crate) fn outcome_of(lang: Lang, outcome: Outcome, count: usize) -> &'static str {
    match (outcome, count, lang) {
        (Outcome::Holds, _, Lang::Sv) => "håller",
        (Outcome::Holds, 1, Lang::En) => "holds",
        (Outcome::Holds, _, Lang::En) => "hold",
        (Outcome::Undetermined, _, Lang::Sv) => "kan inte avgöras",
        (Outcome::Undetermined, _, Lang::En) => "cannot be told",
        (Outcome::NotDue, 1, Lang::Sv) => "är inte aktuell ännu",
        (Outcome::NotDue, _, Lang::Sv) => "är inte aktuella ännu",
        (Outcome::NotDue, 1, Lang::En) => "is not due yet",
        (Outcome::NotDue, _, Lang::En) => "are not due yet",
        (Outcome::NotApplicable, _, Lang::Sv) => "berörs inte",
        (Outcome::NotApplicable, 1, Lang::En) => "is not concerned",
        (Outcome::NotApplicable, _, Lang::En) => "are not concerned",
        (Outcome::Waived, 1, Lang::Sv) => "är undantagen",
        (Outcome::Waived, _, Lang::Sv) => "är undantagna",
        (Outcome::Waived, _, Lang::En) => "waived",
        (Outcome::Broken, 1, Lang::Sv) => "är bruten",
        (Outcome::Broken, _, Lang::Sv) => "är brutna",
        (Outcome::Broken, _, Lang::En) => "broken",
    }
}

pub(crate) fn counted(lang: Lang, count: usize, sv: [&str; 2], en: [&str; 2]) -> String {
    let [one, many] = if lang == Lang::Sv { sv } else { en };
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use samla::Record;
    use samla::report::{Options, Subjects};

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
        let options = Options { subjects: Subjects::Open, ..Options::default() };
        let as_of = samla::example::as_of();
        let mut report =
            samla::json::check_bytes(record.as_bytes(), &charter, as_of, options).expect("a record");
        let kept = |rule: &str| ["record", "N-ORD-2", "N-MOT-1"].contains(&rule);
        report.verdicts.retain(|verdict| kept(verdict.rule));
        report.findings.retain(|finding| kept(finding.rule));
        report.unchecked = 52;
        let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
        report.counts.error = count(Severity::Error);
        report.counts.warning = count(Severity::Warning);
        report.counts.advice = count(Severity::Advice);
        report.counts.info = count(Severity::Info);
        let read = Record::read(record.as_bytes()).expect("a record");
        let names = Names::of(&read, &charter, lang, false);
        let judged = Judged {
            file: Some("underlag.json"),
            report: &report,
            charter: &charter,
            names: &names,
            horizon: None,
        };
        judged.text(&Surroundings { lang, today: as_of, width, colour })
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
