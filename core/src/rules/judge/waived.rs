//! What becomes of findings and of what cannot be told where a deviation was decided.

use super::{Ledger, Pending, Verdict};
use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::codes::Outcome;
use crate::index::Waived;
use crate::path::Path;
use crate::record::Doubt;
use crate::report::{Finding, Subject};
use crate::rules::key_days::{Days, KeyDays};

/// What a finding is waived by.
#[derive(Clone, Debug)]
pub(super) enum Takes {
    /// The key days of its subject.
    OfSubject,
    /// Key days of its own.
    These(Days),
    /// What lasts: stretches of days that waivers cover whole, or not at all.
    Parts(Vec<Part>),
}

/// A stretch of what lasts, told by itself.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) days: Span,
    /// The waiver that covers it.
    waiver: Option<Path>,
}

impl Part {
    /// Is it covered by a waiver?
    pub(crate) fn is_waived(&self) -> bool {
        self.waiver.is_some()
    }
}

impl Verdict<'_> {
    /// What lasts is told day by day: each stretch that waivers cover, and each that is left.
    ///
    /// Days that a waiver may cover, for want of a day of its own, are left out and undetermined.
    pub(crate) fn day_by_day(&mut self, stretches: &[Span]) -> Vec<Part> {
        if self.waivers.is_empty() {
            return stretches.iter().map(|days| Part { days: *days, waiver: None }).collect();
        }
        let spans = |unread: bool| {
            let some = self.waivers.iter().filter(move |waiver| waiver.unread.is_some() == unread);
            some.map(|waiver| waiver.days).collect::<Vec<Span>>()
        };
        let (certain, possible) = (spans(false), spans(true));
        let mut parts = Vec::new();
        let mut doubt = None;
        for whole in stretches {
            let left = whole.gaps(&certain);
            parts.extend(whole.gaps(&left).into_iter().map(|days| {
                let waiver =
                    self.longest(|waiver| waiver.unread.is_none() && waiver.days.overlap(days).is_some());
                Part { days, waiver: waiver.map(|waiver| waiver.at) }
            }));
            for days in left {
                parts.extend(days.gaps(&possible).into_iter().map(|days| Part { days, waiver: None }));
                let unread = self.waivers.iter().filter(|waiver| waiver.days.overlap(days).is_some());
                doubt = doubt
                    .into_iter()
                    .chain(unread.filter_map(|waiver| waiver.unread.clone()))
                    .reduce(Lacks::and);
            }
        }
        if let Some(lacks) = doubt {
            self.in_doubt(lacks);
        }
        parts.sort_by_key(|part| part.days.from);
        self.run_out(&parts);
        parts
    }

    /// Notes the waivers that covered some of what lasts, and after which it goes on.
    fn run_out(&mut self, parts: &[Part]) {
        let left = |day: Day| parts.iter().any(|part| !part.is_waived() && part.days.contains(day));
        let covered = |waiver: &&Waived<'_>| {
            let overlaps = |part: &Part| part.is_waived() && part.days.overlap(waiver.days).is_some();
            waiver.unread.is_none() && parts.iter().any(overlaps)
        };
        let ended = self.waivers.iter().filter(covered);
        let ended = ended.filter(|waiver| waiver.days.until.is_some_and(left));
        let ended: Vec<Path> = ended.map(|waiver| waiver.at).collect();
        self.run_out.extend(ended);
    }

    /// A waiver may cover some of this, for want of a day of its own.
    fn in_doubt(&mut self, lacks: Lacks) {
        self.doubtful = true;
        self.lacks(lacks);
    }

    /// The waiver that covers longest, of those that hold to `question`; the first of several.
    fn longest(&self, question: impl Fn(&Waived<'_>) -> bool) -> Option<&Waived<'_>> {
        let some = self.waivers.iter().filter(|waiver| question(waiver));
        some.rev().max_by_key(|waiver| (waiver.days.until.is_none(), waiver.days.until))
    }

    /// Settles what is waived, and how the subject comes out.
    pub(super) fn settle(&mut self, of_subject: impl Fn() -> Days, as_of: Day) {
        let mut pending = std::mem::take(&mut self.pending);
        pending.retain_mut(|told| {
            told.finding.outcome != Outcome::Broken || self.settle_one(told, &of_subject, as_of)
        });
        let worst = pending.iter().map(|told| told.finding.outcome).max();
        self.pending = pending;
        // A remark raises no outcome by itself.
        if let Some(worst) = worst.filter(|worst| *worst > Outcome::Holds) {
            self.raise(worst);
        }
        if self.outcome == Outcome::Undetermined && !self.doubtful && !self.waivers.is_empty() {
            self.waive_untold(&of_subject(), as_of);
        }
    }

    /// Settles one breach; false when it cannot be told whether a waiver covers it.
    fn settle_one(&mut self, told: &mut Pending, of_subject: &impl Fn() -> Days, as_of: Day) -> bool {
        let days = match &told.takes {
            Takes::Parts(parts) => {
                told.finding.lasts = parts.iter().map(|part| part.days.into()).collect();
                let now = parts.iter().any(|part| part.days.contains(as_of));
                if let Some(at) = parts.iter().find_map(|part| part.waiver) {
                    told.waived_by(at);
                    self.until(now, as_of);
                }
                return true;
            }
            Takes::These(days) => days.clone(),
            Takes::OfSubject => of_subject(),
        };
        told.finding.key_days = days.all(as_of);
        let taken = |waiver: &Waived<'_>| told.finding.key_days.iter().any(|day| waiver.covers(*day));
        if let Some(waiver) = self.longest(taken) {
            let at = waiver.at;
            told.waived_by(at);
            self.until(!self.waivers.iter().any(|it| days.fixed.iter().any(|day| it.covers(*day))), as_of);
            return true;
        }
        let may = self.waivers.iter().filter(|it| told.finding.key_days.iter().any(|day| it.may_cover(*day)));
        if let Some(lacks) = may.filter_map(|waiver| waiver.unread.clone()).reduce(Lacks::and) {
            self.in_doubt(lacks);
            return false;
        }
        if days.as_of {
            // Of several the one that ended last.
            let ended = |waiver: &Waived<'_>| {
                waiver.unread.is_none() && waiver.days.to().is_some_and(|to| to < as_of)
            };
            let last = self.longest(ended).map(|waiver| waiver.at);
            self.run_out.extend(last);
        }
        true
    }

    /// What cannot be told is waived by its key days, and where there are none by a waiver that names it.
    fn waive_untold(&mut self, days: &Days, as_of: Day) {
        let all = days.all(as_of);
        let covers = |waiver: &&Waived<'_>| match all.as_slice() {
            [] => waiver.unread.is_none() && waiver.subject.is_some(),
            days => days.iter().any(|day| waiver.covers(*day)),
        };
        if self.rule.key_days.can_be_waived() && self.waivers.iter().any(|waiver| covers(&waiver)) {
            self.outcome = Outcome::Waived;
            let fixed = |waiver: &Waived<'_>| days.fixed.iter().any(|day| waiver.covers(*day));
            self.until(days.as_of && !self.waivers.iter().any(fixed), as_of);
        }
    }

    /// What `lasts` is due when no waiver covers it any more.
    fn until(&mut self, lasts: bool, as_of: Day) {
        let mut day = as_of;
        while let Some(waiver) = self.longest(|waiver| waiver.covers(day)).filter(|_| lasts) {
            let Some(until) = waiver.days.until else { return };
            day = until;
        }
        if lasts {
            self.will_be_due_for(
                day,
                "Bristen ska vara rättad eller avsteget förlängt",
                "The breach is to be mended or the waiver prolonged",
            );
        }
    }
}

impl Pending {
    /// A breach as it was seen on an earlier day, of which a waiver takes what it takes now.
    pub(super) fn seen(mut finding: Finding, takes: Takes) -> Self {
        let takes = match takes {
            Takes::Parts(parts) if !finding.lasts.is_empty() => {
                let waiver = parts.iter().find_map(|part| part.waiver);
                let days = finding.lasts.iter().map(|days| Span::inclusive(days.from, days.to));
                Takes::Parts(days.map(|days| Part { days, waiver }).collect())
            }
            takes => takes,
        };
        finding.key_days.clear();
        finding.lasts.clear();
        (finding.outcome, finding.waiver) = (Outcome::Broken, None);
        Self { finding, takes }
    }

    /// What a waiver covers stays visible, with the waiver beside it.
    fn waived_by(&mut self, at: Path) {
        self.finding.outcome = Outcome::Waived;
        self.finding.waiver = Some(at.into());
    }
}

impl KeyDays {
    /// Can what the rule says be waived?
    fn can_be_waived(self) -> bool {
        !matches!(self, Self::Remarks)
    }
}

impl<'a> Ledger<'_, 'a> {
    /// The waivers that are about a subject.
    pub(super) fn waivers_of(&self, subject: Subject<&str>) -> Vec<Waived<'a>> {
        if self.waivers.is_empty() {
            return Vec::new();
        }
        let subject = subject.to_string();
        self.waivers.iter().filter(|waiver| waiver.is_about(&subject)).cloned().collect()
    }

    /// What is to be said of the waivers themselves when everything is judged.
    pub(super) fn say_of_waivers(&mut self) {
        let idle = self.waivers.iter().filter_map(|waiver| Some((waiver.subject_at, self.idle(waiver)?)));
        let idle: Vec<_> = idle.collect();
        self.desk.doubts.extend(idle);
        for waiver in &self.waivers {
            let to = waiver.days.to().filter(|_| self.run_out.contains(&waiver.at));
            if let Some(to) = to {
                self.desk.doubts.push((waiver.to, Doubt::ExpiredWaiver { to, as_of: self.cx.as_of }));
            }
        }
    }
}
