//! `samla charter`: what the documents fix and how unclear points are read, and whether a charter holds together.

use samla::charter::{Charter, Listed, Quota, READINGS, Reading, ReadingKind};
use samla::codes::{GroupKind, Principal};
use samla::{Lang, rules};
use serde_json::Value;

use crate::call::{self, AboutCharter, CharterFormat, CheckedCharter};
use crate::input::NoCharter;
use crate::paper::{Ink, Paper};
use crate::{Desk, FINE, FOUND, Stop, input};

pub(crate) fn run(desk: &mut Desk<'_>, words: &call::Charter) -> Result<u8, Stop> {
    let show = match words.asked() {
        AboutCharter::Show(show) => show,
        AboutCharter::Check(checked) => return check(desk, checked),
    };
    let charter = input::charter(desk.lang(), &show.rules)?;
    let text = match show.format {
        CharterFormat::Json => serde_json::to_string_pretty(&charter).unwrap_or_default() + "\n",
        CharterFormat::Text => {
            let mut paper = Paper::new(&desk.surroundings);
            Page { lang: desk.lang(), charter: &charter }.write(&mut paper);
            paper.text()
        }
    };
    desk.print(&text)?;
    Ok(FINE)
}

/// Says whether a charter holds together, or everything that does not.
fn check(desk: &mut Desk<'_>, words: &CheckedCharter) -> Result<u8, Stop> {
    let lang = desk.lang();
    let name = input::spoken(lang, &input::name(&words.checked));
    let bytes = input::bytes(desk, &words.checked).map_err(|says| Stop::Wrong(format!("{name}: {says}")))?;
    let mut paper = Paper::new(&desk.surroundings);
    let status = match input::read_charter(lang, &bytes) {
        Ok(charter) => {
            let (id, rules) = (crate::shown(&charter.id), rules::all().count());
            let off = charter.rules.values().filter(|setting| setting.off).count();
            let judging = rules.saturating_sub(off);
            paper.lines(
                0,
                2,
                &[
                    (Ink::Strong, &format!("{name}:")),
                    (
                        Ink::Good,
                        &say!(lang; sv: "regelverket {id} hänger ihop.", en: "the charter {id} holds \
                        together."),
                    ),
                    (
                        Ink::Plain,
                        &say!(lang;
                        sv: "{judging} av {rules} regler prövar enligt det.",
                        en: "{judging} of {rules} rules judge by it."),
                    ),
                ],
            );
            FINE
        }
        Err(NoCharter::Unreadable(says)) => return Err(Stop::Wrong(format!("{name}: {says}"))),
        Err(NoCharter::Inconsistent(all)) => {
            let count = all.len();
            let places = match (count, lang) {
                (1, Lang::Sv) => String::from("på ett ställe"),
                (_, Lang::Sv) => format!("på {count} ställen"),
                (1, Lang::En) => String::from("in one place"),
                (_, Lang::En) => format!("in {count} places"),
            };
            let sum = say!(lang;
                sv: "regelverket motsäger sig självt {places}:",
                en: "the charter contradicts itself {places}:");
            paper.lines(0, 2, &[(Ink::Strong, &format!("{name}:")), (Ink::Error, &sum)]);
            for mistake in all {
                let says = if lang == Lang::Sv { &mistake.sv } else { &mistake.en };
                let (at, says) = (crate::shown(&mistake.at), crate::shown(says));
                paper.lines(2, 2, &[(Ink::Plain, &says), (Ink::Faint, &format!("({at})"))]);
            }
            FOUND
        }
    };
    desk.print(&paper.text())?;
    Ok(status)
}

/// The value of a reading in force, as JSON.
pub(crate) fn in_force(charter: &Charter, id: &str) -> Value {
    let readings = serde_json::to_value(&charter.readings).unwrap_or_default();
    readings.get(id).cloned().unwrap_or_default()
}

/// A value of a reading for people: words without quotation marks.
///
/// A named value is its name, with its code behind. A fixed reading says its value itself.
pub(crate) fn value_in_words(lang: Lang, reading: &Reading, value: &Value) -> String {
    if let ReadingKind::Fixed(_) = reading.kind {
        return String::new();
    }
    let named = value.as_str().and_then(|code| reading.values().iter().find(|it| it.code == code));
    named.map_or_else(|| plain(lang, value), |value| value.says(lang))
}

/// A reading with what it decides and the value in force.
pub(crate) fn decided(lang: Lang, charter: &Charter, reading: &Reading) -> String {
    let says = reading.says(lang);
    match value_in_words(lang, reading, &in_force(charter, reading.id)).as_str() {
        "" => says.to_owned(),
        value => format!("{says}: {value}"),
    }
}

fn plain(lang: Lang, value: &Value) -> String {
    match value {
        Value::Null => say!(lang; sv: "ingen", en: "none"),
        Value::String(text) => text.clone(),
        Value::Array(list) if list.is_empty() => say!(lang; sv: "inga", en: "none"),
        Value::Array(list) => list.iter().map(|item| plain(lang, item)).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// What else than `value` a reading could be.
pub(crate) fn others(lang: Lang, reading: &Reading, value: &Value) -> String {
    match reading.kind {
        ReadingKind::Fixed(_) => say!(lang; sv: "kan inte ändras", en: "cannot be changed"),
        ReadingKind::Switch(values) => {
            let others = values.iter().filter(|it| value.as_str() != Some(it.code));
            let others = others.map(|it| it.says(lang)).collect::<Vec<_>>().join("; ");
            say!(lang; sv: "alternativ: {others}", en: "otherwise: {others}")
        }
        ReadingKind::Value => say!(lang; sv: "kan ändras", en: "can be changed"),
    }
}

struct Page<'a> {
    lang: Lang,
    charter: &'a Charter,
}

impl Page<'_> {
    fn write(&self, paper: &mut Paper) {
        let (lang, charter) = (self.lang, self.charter);
        let id = &charter.id;
        paper.lines(
            0,
            2,
            &[
                (Ink::Strong, &say!(lang; sv: "Regelverket {id}", en: "The charter {id}")),
                (Ink::Plain, &format!("– {}", self.of(&charter.title.sv, &charter.title.en))),
            ],
        );
        paper.gap();
        self.lists(paper);
        self.seats(paper);
        self.numbers(paper);
        self.rules(paper);
        self.readings(paper);
    }

    fn of<'t>(&self, sv: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Sv => sv,
            Lang::En => en,
        }
    }

    fn row(&self, paper: &mut Paper, sv: &str, en: &str, says: &str) {
        paper.row(2, 16, self.of(sv, en), &[(Ink::Plain, says)]);
    }

    fn names(&self, list: &[Listed]) -> String {
        list.iter().map(|it| self.of(&it.sv, &it.en)).collect::<Vec<_>>().join("; ")
    }

    fn lists(&self, paper: &mut Paper) {
        let charter = self.charter;
        let municipalities: Vec<String> =
            charter.municipalities.iter().map(|it| format!("{} ({})", it.name, it.code)).collect();
        let period = |day: Option<samla::Day>| day.map_or_else(|| String::from("…"), |day| day.to_string());
        let plan = format!("{} – {}", period(charter.plan.from), period(charter.plan.to));
        self.row(paper, "Kommuner", "Municipalities", &municipalities.join(", "));
        self.row(paper, "Planen gäller", "Plan period", &plan);
        self.row(paper, "Mål", "Goals", &self.names(&charter.goals));
        self.row(paper, "Målgrupper", "Target groups", &self.names(&charter.target_groups));
        self.row(paper, "Parter", "Parties", &self.names(&charter.parties));
        let boards: Vec<String> =
            charter.boards.iter().map(|it| format!("{}\u{a0}{}", it.code, it.name)).collect();
        self.row(paper, "Nämnder", "Boards", &boards.join("; "));
        let board_seats: Vec<String> = charter
            .board_seats
            .iter()
            .map(|it| {
                let number = between(self.lang, it.number.from, it.number.to);
                format!("{number} {}", self.of(&it.name.sv, &it.name.en))
            })
            .collect();
        self.row(paper, "Varje nämnd har", "Each board has", &board_seats.join("; "));
    }

    fn seats(&self, paper: &mut Paper) {
        let lang = self.lang;
        for &kind in GroupKind::ALL {
            let seats: Vec<_> = self.charter.seats.iter().filter(|seat| seat.group == kind).collect();
            if seats.is_empty() {
                continue;
            }
            let group = kind.label(lang);
            paper.subheading(&say!(lang; sv: "Platser i {group}", en: "Seats of the {group}"));
            for seat in seats {
                let name = self.of(&seat.name.sv, &seat.name.en);
                let quota = match &seat.quota {
                    Quota::EachUnit(kind) => {
                        let kind = kind.label(lang).to_lowercase();
                        say!(lang; sv: "en för varje {kind} i kommunen", en: "one for each {kind} in the municipality")
                    }
                    Quota::EachMunicipality => {
                        say!(lang; sv: "en för varje kommun", en: "one for each municipality")
                    }
                    Quota::AtLeast(least) => say!(lang; sv: "minst {least}", en: "at least {least}"),
                    Quota::Between(range) => between(lang, range.from, range.to),
                };
                paper.row(2, 8, &seat.rule, &[(Ink::Plain, &format!("{name}: {quota}"))]);
            }
        }
    }

    fn numbers(&self, paper: &mut Paper) {
        let (lang, charter) = (self.lang, self.charter);
        paper.subheading(self.of("Ordförande, möten och tider", "Chair, meetings and deadlines"));
        let sides: Vec<&str> = charter.chair.sides.iter().map(|side| side_name(lang, *side)).collect();
        let (sides, months) = (sides.join(say_and(lang)), charter.chair.term_months);
        let chair = match charter.chair.sides.len() {
            1 => {
                say!(lang; sv: "alltid {sides}, {months} månader i taget", en: "always {sides}, {months} \
                    months at a time")
            }
            _ => {
                say!(lang; sv: "växlar mellan {sides}, {months} månader i taget", en: "alternates between \
                    {sides}, {months} months at a time")
            }
        };
        self.row(paper, "Ordförande", "Chair", &chair);
        let follows = if charter.chair.vice_takes_over {
            self.of("vice ordföranden tar över efter ordföranden", "the vice chair takes over from the chair")
        } else {
            self.of("vem som helst får ta över efter ordföranden", "anyone may take over from the chair")
        };
        self.row(paper, "Efterträdare", "Succession", follows);
        let minutes = between(lang, charter.meetings.minutes.from, charter.meetings.minutes.to);
        let weeks = between(lang, charter.meetings.weeks.from, charter.meetings.weeks.to);
        self.row(
            paper,
            "Möten",
            "Meetings",
            &say!(lang; sv: "{minutes} minuter, med {weeks} veckors mellanrum", en: "{minutes} minutes, \
                {weeks} weeks apart"),
        );
        let whole: Vec<&str> = charter
            .meetings
            .whole_meeting_offices
            .iter()
            .map(|office| office.label(lang))
            .chain(charter.meetings.whole_meeting_functions.iter().map(|function| function.label(lang)))
            .collect();
        self.row(paper, "Hela mötet", "Whole meeting", &whole.join(", "));
        let kinds: Vec<&str> = charter.reserved.kinds.iter().map(|kind| kind.label(lang)).collect();
        let (to, mut kinds) = (charter.reserved.to.label(lang), kinds.join(", "));
        if charter.reserved.economic {
            kinds += self.of(", ekonomiska frågor", ", economic matters");
        }
        self.row(
            paper,
            "Förbehålls",
            "Reserved",
            &say!(lang; sv: "{kinds}: beslutas i {to}", en: "{kinds}: decided by the {to}"),
        );
        let (unit, plan) = (charter.deadlines.new_unit, charter.deadlines.activity_plan);
        self.row(
            paper,
            "Tider",
            "Deadlines",
            &say!(lang;
                sv: "en ny enhets plats får stå tom i {unit} dagar; en aktivitetsplan publiceras inom {plan} dagar",
                en: "the seat of a new unit may be empty for {unit} days; an activity plan is published \
                    within {plan} days"),
        );
    }

    /// What the charter says of single rules, where it says anything.
    fn rules(&self, paper: &mut Paper) {
        let lang = self.lang;
        if self.charter.rules.is_empty() {
            return;
        }
        paper.subheading(self.of("Enskilda regler", "Single rules"));
        for (id, setting) in &self.charter.rules {
            let mut says = Vec::new();
            if setting.off {
                says.push(say!(lang; sv: "avstängd", en: "switched off"));
            }
            if let Some(day) = setting.valid.from {
                says.push(say!(lang; sv: "från {day}", en: "from {day}"));
            }
            if let Some(day) = setting.valid.to {
                says.push(say!(lang; sv: "till och med {day}", en: "until {day}"));
            }
            if let Some(cited) = &setting.citation {
                let (heading, sentence) = (&cited.heading, &cited.sentence);
                let text = self.of(&cited.says.sv, &cited.says.en);
                says.push(say!(lang;
                    sv: "{text} ({heading}, mening {sentence})",
                    en: "{text} ({heading}, sentence {sentence})"));
            }
            paper.row(2, 8, id, &[(Ink::Plain, &crate::shown(&says.join(", ")))]);
        }
    }

    fn readings(&self, paper: &mut Paper) {
        let (lang, charter) = (self.lang, self.charter);
        let count = READINGS.iter().filter(|reading| !reading.id.contains('.')).count();
        paper.subheading(&say!(lang;
            sv: "Hur {count} oklara punkter i dokumenten tolkas",
            en: "How {count} unclear points of the documents are read"));
        let embedded = Charter::samla_2023();
        for reading in READINGS {
            let value = in_force(charter, reading.id);
            let changed = value != in_force(&embedded, reading.id);
            let note = others(lang, reading, &value);
            let value = value_in_words(lang, reading, &value);
            let note = if changed {
                say!(lang; sv: "– ändrad; {note}", en: "– changed; {note}")
            } else {
                format!("– {note}")
            };
            let colon = if value.is_empty() { "" } else { ":" };
            let decides = format!("{}{colon}", reading.says(lang));
            let pieces = [(Ink::Plain, decides.as_str()), (Ink::Strong, &value), (Ink::Faint, &note)];
            paper.row(2, 5, reading.id, &pieces);
        }
        paper.gap();
        let rules = rules::all().count();
        paper.lines(
            0,
            0,
            &[(
                Ink::Plain,
                &say!(lang;
                    sv: "{rules} regler prövar enligt detta. En tolkning ändras för en prövning med `samla \
                        check --reading A-19=none`.",
                    en: "{rules} rules judge by this. A reading is changed for one check with `samla check \
                        --reading A-19=none`."),
            )],
        );
    }
}

fn between(lang: Lang, from: i64, to: i64) -> String {
    if from == to {
        return from.to_string();
    }
    say!(lang; sv: "{from} till {to}", en: "{from} to {to}")
}

fn say_and(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => " och ",
        Lang::En => " and ",
    }
}

fn side_name(lang: Lang, side: Principal) -> &'static str {
    side.label(lang)
}
