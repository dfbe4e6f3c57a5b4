//! A charter as text: what the documents fix, and how unclear points are read.

use samla::account::{in_force, others, value_in_words};
use samla::charter::{Charter, Inconsistency, Listed, Quota, READINGS, Seat};
use samla::clauses::sentences;
use samla::codes::GroupKind;
use samla::names::shown;
use samla::{Day, Lang, rules, say};

use super::paper::{Ink, Paper};
use crate::Surroundings;

/// The whole text of a charter.
pub(crate) fn charter(charter: &Charter, surroundings: &Surroundings) -> String {
    let (lang, id) = (surroundings.lang, &charter.id);
    let mut page = Page { lang, charter, paper: Paper::new(surroundings) };
    let head = say!(lang; sv: "Regelverket {id}", en: "The charter {id}");
    let title = format!("– {}", charter.title.of(lang));
    page.paper.lines(0, 2, &[(Ink::Strong, &head), (Ink::Plain, &title)]);
    page.paper.gap();
    page.lists();
    page.seats();
    page.chair();
    page.meetings();
    page.rules();
    page.readings();
    page.paper.text()
}

/// The places at which a charter contradicts itself, after its name.
pub(crate) fn mistakes(name: &str, all: &[Inconsistency], surroundings: &Surroundings) -> String {
    let (lang, mut paper) = (surroundings.lang, Paper::new(surroundings));
    let places = match all.len() {
        1 => lang.of("på ett ställe", "in one place").to_owned(),
        count => say!(lang; sv: "på {count} ställen", en: "in {count} places"),
    };
    let sum = say!(lang;
        sv: "regelverket motsäger sig självt {places}:",
        en: "the charter contradicts itself {places}:");
    paper.lines(0, 2, &[(Ink::Strong, &format!("{name}:")), (Ink::Error, &sum)]);
    for mistake in all {
        let says = shown(lang.of(&mistake.sv, &mistake.en));
        let at = format!("({})", shown(&mistake.at));
        paper.lines(2, 2, &[(Ink::Plain, &says), (Ink::Faint, &at)]);
    }
    paper.text()
}

struct Page<'a> {
    lang: Lang,
    charter: &'a Charter,
    paper: Paper,
}

impl Page<'_> {
    fn row(&mut self, sv: &str, en: &str, says: &str) {
        self.paper.row(2, 16, self.lang.of(sv, en), &[(Ink::Plain, says)]);
    }

    fn names(&self, list: &[Listed]) -> String {
        list.iter().map(|it| self.lang.of(it.sv.as_str(), &it.en)).collect::<Vec<_>>().join("; ")
    }

    fn lists(&mut self) {
        let (lang, charter) = (self.lang, self.charter);
        let list = |all: Vec<String>, between: &str| all.join(between);
        let municipalities = charter.municipalities.iter().map(|it| format!("{} ({})", it.name, it.code));
        let day = |day: Option<Day>| day.map_or_else(|| String::from("…"), |day| day.to_string());
        let boards = charter.boards.iter().map(|it| format!("{}\u{a0}{}", it.code, it.name));
        let board_seats = charter.board_seats.iter().map(|it| {
            let number = between(lang, it.number.from, it.number.to);
            format!("{number} {}", it.name.of(lang))
        });
        self.row("Kommuner", "Municipalities", &list(municipalities.collect(), ", "));
        self.row(
            "Planen gäller",
            "Plan period",
            &format!("{} – {}", day(charter.plan.from), day(charter.plan.to)),
        );
        self.row("Mål", "Goals", &self.names(&charter.goals));
        self.row("Målgrupper", "Target groups", &self.names(&charter.target_groups));
        self.row("Parter", "Parties", &self.names(&charter.parties));
        self.row("Nämnder", "Boards", &list(boards.collect(), "; "));
        self.row("Varje nämnd har", "Each board has", &list(board_seats.collect(), "; "));
    }

    fn seats(&mut self) {
        let lang = self.lang;
        for &kind in GroupKind::ALL {
            let seats: Vec<&Seat> = self.charter.seats.iter().filter(|seat| seat.group == kind).collect();
            if seats.is_empty() {
                continue;
            }
            let group = kind.label(lang);
            self.paper.subheading(&say!(lang; sv: "Platser i {group}", en: "Seats of the {group}"));
            for seat in seats {
                let says = format!("{}: {}", seat.name.of(lang), quota(lang, &seat.quota));
                self.paper.row(2, 8, &seat.rule, &[(Ink::Plain, &says)]);
            }
        }
    }

    fn chair(&mut self) {
        let (lang, chair) = (self.lang, &self.charter.chair);
        self.paper.subheading(lang.of("Ordförande, möten och tider", "Chair, meetings and deadlines"));
        let sides: Vec<&str> = chair.sides.iter().map(|side| side.label(lang)).collect();
        let (sides, months) = (sides.join(lang.of(" och ", " and ")), chair.term_months);
        let terms = match chair.sides.len() {
            1 => say!(lang;
                sv: "alltid {sides}, {months} månader i taget",
                en: "always {sides}, {months} months at a time"),
            _ => say!(lang;
                sv: "växlar mellan {sides}, {months} månader i taget",
                en: "alternates between {sides}, {months} months at a time"),
        };
        self.row("Ordförande", "Chair", &terms);
        let follows = if chair.vice_takes_over {
            lang.of("vice ordföranden tar över efter ordföranden", "the vice chair takes over from the chair")
        } else {
            lang.of("vem som helst får ta över efter ordföranden", "anyone may take over from the chair")
        };
        self.row("Efterträdare", "Succession", follows);
    }

    fn meetings(&mut self) {
        let (lang, charter) = (self.lang, self.charter);
        let meetings = &charter.meetings;
        let minutes = between(lang, meetings.minutes.from, meetings.minutes.to);
        let weeks = between(lang, meetings.weeks.from, meetings.weeks.to);
        let often = say!(lang;
            sv: "{minutes} minuter, med {weeks} veckors mellanrum",
            en: "{minutes} minutes, {weeks} weeks apart");
        self.row("Möten", "Meetings", &often);
        let offices = meetings.whole_meeting_offices.iter().map(|office| office.label(lang));
        let functions = meetings.whole_meeting_functions.iter().map(|function| function.label(lang));
        self.row("Hela mötet", "Whole meeting", &offices.chain(functions).collect::<Vec<_>>().join(", "));
        let kinds = charter.reserved.kinds.iter().map(|kind| kind.label(lang));
        let economic = lang.of("ekonomiska frågor", "economic matters");
        let kinds = kinds.chain(charter.reserved.economic.then_some(economic));
        let (to, kinds) = (charter.reserved.to.label(lang), kinds.collect::<Vec<_>>().join(", "));
        let reserved = say!(lang; sv: "{kinds}: beslutas i {to}", en: "{kinds}: decided by the {to}");
        self.row("Förbehålls", "Reserved", &reserved);
        let (unit, plan) = (charter.deadlines.new_unit, charter.deadlines.activity_plan);
        let deadlines = say!(lang;
            sv: "en ny enhets plats får stå tom i {unit} dagar; en aktivitetsplan publiceras inom {plan} dagar",
            en: "the seat of a new unit may be empty for {unit} days; an activity plan is published \
                within {plan} days");
        self.row("Tider", "Deadlines", &deadlines);
    }

    /// What the charter says of single rules, where it says anything.
    fn rules(&mut self) {
        let lang = self.lang;
        if self.charter.rules.is_empty() {
            return;
        }
        self.paper.subheading(lang.of("Enskilda regler", "Single rules"));
        for (id, setting) in &self.charter.rules {
            let off = setting.off.then(|| lang.of("avstängd", "switched off").to_owned());
            let from = setting.valid.from.map(|day| say!(lang; sv: "från {day}", en: "from {day}"));
            let to = setting.valid.to.map(|day| say!(lang; sv: "till och med {day}", en: "until {day}"));
            let cited = setting.citation.as_ref().map(|cited| {
                format!("{} ({}, {})", cited.says.of(lang), cited.heading, sentences(lang, &cited.sentence))
            });
            let says: Vec<String> = [off, from, to, cited].into_iter().flatten().collect();
            self.paper.row(2, 8, id, &[(Ink::Plain, &shown(&says.join(", ")))]);
        }
    }

    fn readings(&mut self) {
        let (lang, charter) = (self.lang, self.charter);
        let count = READINGS.iter().filter(|reading| !reading.id.contains('.')).count();
        self.paper.subheading(&say!(lang;
            sv: "Hur {count} oklara punkter i dokumenten tolkas",
            en: "How {count} unclear points of the documents are read"));
        let embedded = Charter::samla_2023();
        for reading in READINGS {
            let value = in_force(charter, reading.id);
            let changed = value != in_force(&embedded, reading.id);
            let changed = if changed { lang.of("ändrad; ", "changed; ") } else { "" };
            let note = format!("– {changed}{}", others(lang, reading, &value));
            let value = value_in_words(lang, reading, &value);
            let colon = if value.is_empty() { "" } else { ":" };
            let decides = format!("{}{colon}", reading.says(lang));
            let pieces = [(Ink::Plain, decides.as_str()), (Ink::Strong, &value), (Ink::Faint, &note)];
            self.paper.row(2, 5, reading.id, &pieces);
        }
        self.paper.gap();
        let rules = rules::all().count();
        let end = say!(lang;
            sv: "{rules} regler prövar enligt detta. En tolkning ändras för en prövning med `samla check \
                --reading A-19=none`.",
            en: "{rules} rules judge by this. A reading is changed for one check with `samla check \
                --reading A-19=none`.");
        self.paper.lines(0, 0, &[(Ink::Plain, &end)]);
    }
}

fn quota(lang: Lang, quota: &Quota) -> String {
    match quota {
        Quota::EachUnit(kind) => {
            let kind = kind.label(lang).to_lowercase();
            say!(lang; sv: "en för varje {kind} i kommunen", en: "one for each {kind} in the municipality")
        }
        Quota::EachMunicipality => lang.of("en för varje kommun", "one for each municipality").to_owned(),
        Quota::AtLeast(least) => say!(lang; sv: "minst {least}", en: "at least {least}"),
        Quota::Between(range) => between(lang, range.from, range.to),
    }
}

fn between(lang: Lang, from: i64, to: i64) -> String {
    if from == to {
        return from.to_string();
    }
    say!(lang; sv: "{from} till {to}", en: "{from} to {to}")
}
