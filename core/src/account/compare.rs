//! What changed between two reports, as people are told it.

use super::wording::{cause, counted, norm, outcomes};
use crate::charter::Charter;
use crate::codes::Outcome;
use crate::compare::{Change, Comparison, Direction};
use crate::lang::{Both, Lang};
use crate::names::{Names, upper};
use crate::report::Report;
use crate::say;

/// What changed, and what is needed to tell it.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonAccount<'a> {
    /// What changed.
    pub comparison: &'a Comparison,
    /// What was judged before and after, with the names of its things.
    pub sides: [(&'a Report, &'a Names); 2],
    /// The charter in force after.
    pub charter: &'a Charter,
}

impl<'a> ComparisonAccount<'a> {
    /// The changes of one direction, rule by rule.
    #[must_use]
    pub fn changes(&self, direction: Direction) -> Vec<(&'static str, Vec<&'a Change>)> {
        let mut rules: Vec<(&'static str, Vec<&Change>)> = Vec::new();
        for change in self.told().filter(|change| change.direction == direction) {
            super::of_key(&mut rules, change.rule).push(change);
        }
        rules
    }

    /// The changes of which there is something to say.
    fn told(&self) -> impl Iterator<Item = &'a Change> + use<'a> {
        self.comparison.changes.iter().filter(|change| !is_quiet(change))
    }

    /// How many changes there are in each direction; nothing of directions without any.
    #[must_use]
    pub fn sum(&self) -> Vec<(Direction, Both<String>)> {
        let counts = [
            (Direction::Worse, ["försämring", "försämringar"], ["got worse"; 2]),
            (Direction::Better, ["förbättring", "förbättringar"], ["got better"; 2]),
            (Direction::Untold, ["prövas inte längre"; 2], ["no longer judged"; 2]),
            (Direction::Other, ["annan ändring", "andra ändringar"], ["other change", "other changes"]),
        ];
        let count = |direction| self.told().filter(|change| change.direction == direction).count();
        let counts = counts.map(|(direction, sv, en)| (direction, counted(count(direction), sv, en)));
        counts.into_iter().filter(|(direction, _)| count(*direction) > 0).collect()
    }

    /// That neither side was judged at all.
    #[must_use]
    pub fn nothing(&self) -> Option<Both> {
        let judged = self.sides.iter().any(|(report, _)| report.judged_anything());
        let nothing = Both {
            sv: "Inget har prövats på någon av sidorna.",
            en: "Nothing was checked on either side.",
        };
        (!judged).then_some(nothing)
    }

    /// The changes of which there is nothing to say, as one sentence.
    #[must_use]
    pub fn quiet(&self, lang: Lang) -> Option<String> {
        let count = self.comparison.changes.iter().filter(|change| is_quiet(change)).count();
        let things = counted(count, ["sak", "saker"], ["thing", "things"]);
        let things = things.of(lang);
        let quiet = say!(lang;
            sv: "{things} har kommit till, fallit bort eller ändrats utan att något brister eller är oklart.",
            en: "{things} came, went or changed with nothing wrong or unclear.");
        (count > 0).then(|| upper(&quiet))
    }

    /// That nothing got worse or better.
    #[must_use]
    pub fn unchanged(&self, lang: Lang) -> String {
        match self.quiet(lang) {
            None => lang.of("Inget har ändrats.", "Nothing changed.").to_owned(),
            Some(quiet) => say!(lang;
                sv: "Inget har blivit sämre eller bättre; {quiet}",
                en: "Nothing got worse or better; {quiet}"),
        }
    }

    /// What a rule demands.
    #[must_use]
    pub fn norm(&self, rule: &str) -> Both<String> {
        norm(self.charter, rule)
    }

    /// What a change is about. What is gone has its name only in the old record.
    #[must_use]
    pub fn subject(&self, change: &Change) -> Both<String> {
        let gone = change.after.is_none() && change.new.is_empty();
        let (_, names) = self.sides[usize::from(!gone)];
        names.subject(&change.subject)
    }

    /// The outcome before and after, where it changed.
    #[must_use]
    pub fn outcomes(&self, change: &Change, lang: Lang) -> Option<String> {
        let or = |outcome: Option<Outcome>, none| outcome.map_or(none, |it| *outcomes(it, 1).of(lang));
        let was = or(change.before, lang.of("fanns inte", "was not there"));
        let is = or(change.after, lang.of("finns inte längre", "is gone"));
        (change.before != change.after).then(|| format!("{was} → {is}"))
    }

    /// Why something cannot be told any more.
    #[must_use]
    pub fn causes(&self, change: &Change) -> Vec<Both<String>> {
        if change.after != Some(Outcome::Undetermined) || change.before == change.after {
            return Vec::new();
        }
        let (report, _) = self.sides[1];
        let verdicts = report.verdicts.iter().filter(|verdict| verdict.rule == change.rule);
        let subjects = verdicts.flat_map(|verdict| &verdict.subjects);
        let subjects =
            subjects.filter(|it| it.subject == change.subject && it.outcome == Outcome::Undetermined);
        subjects.map(|subject| cause(self.charter, subject)).collect()
    }
}

/// Did something come, go or change without a sentence, and without anything wrong or unclear?
fn is_quiet(change: &Change) -> bool {
    let fine = |outcome: Option<Outcome>| outcome.is_none_or(|outcome| outcome <= Outcome::Holds);
    fine(change.before) && fine(change.after) && change.gone.is_empty() && change.new.is_empty()
}
