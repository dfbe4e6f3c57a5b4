//! Revidering: what the plan rests on, how often it is revised, who decides and who is told.

mod p_rev_1_foundation;
mod p_rev_2_every_year;
mod p_rev_3_deciding_group;
mod p_rev_4_informing;
mod p_rev_5_updates;

use crate::answer::{Answer, Lacks};
use crate::charter::RevisionAndUpdate;
use crate::codes::{GroupKind, RevisionKind, Severity};
use crate::index::{Case, Context};
use crate::record::{GroupId, List, Plan, Ref, Revision, View};
use crate::report::Key;
use crate::rules::Rule;
use crate::rules::judge::Verdict;
use crate::words::{Param, Words};

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_rev_1_foundation::RULE,
    &p_rev_2_every_year::RULE,
    &p_rev_3_deciding_group::RULE,
    &p_rev_4_informing::RULE,
    &p_rev_5_updates::RULE,
];

/// Every plan of the charter's years; in an extract, when it is about a group that decides on the plan.
fn plans<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Plan>>> {
    let decide = [GroupKind::CoordinationGroup, GroupKind::PoliticalGroup];
    if !cx.is_whole() && decide.iter().all(|kind| cx.groups(*kind).next().is_none()) {
        return Vec::new();
    }
    cx.plans().collect()
}

/// A revision or an update.
struct Change<'a> {
    revision: Ref<'a, Revision>,
    /// Is its plan one of the charter's years?
    of_these_years: Answer,
}

impl Change<'_> {
    /// Is it judged: decided in what is complete and by the as-of day, and of a plan of the charter's years?
    fn is_judged(&self, cx: &Context<'_>) -> Answer {
        cx.judges_day(self.revision.on().read().copied()).and(|| self.of_these_years.clone())
    }
}

/// Every revision and update of every plan, named by its id or else by its day.
fn changes<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Change<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for Case { subject, at, thing: plan } in plans(cx) {
        let revisions = plan.revisions();
        if let Some(lacks) = revisions.unread().filter(|_| !revisions.is_absent()) {
            cases.push(Case { subject, at, thing: Err(lacks) });
        }
        for revision in revisions.items() {
            let key = match (revision.id().known(), revision.on().known()) {
                (Some(id), _) => Key::Name(id.as_str()),
                (None, Some(day)) => Key::Day(*day),
                (None, None) => Key::Whole,
            };
            let thing = Ok(Change { revision, of_these_years: cx.of_these_years(plan.period()) });
            cases.push(Case { subject: subject.with(key), at: revision.path, thing });
        }
    }
    cases
}

/// Is a group of this kind among those that decided?
fn decided_by<'a>(cx: &Context<'a>, groups: View<'a, List<GroupId>>, kind: GroupKind) -> Answer {
    groups.any(|group| cx.is_of_kind(group.item.as_str(), kind))
}

/// Those that decided, as messages show them.
fn deciders(groups: View<'_, List<GroupId>>) -> Param {
    Param::Ids(groups.items().map(|group| group.item.as_str().to_owned()).collect())
}

/// A revision or an update in the definite form.
fn change(kind: Option<&RevisionKind>) -> Param {
    let (code, sv, en) = match kind {
        Some(RevisionKind::Revision) => ("revision", "revideringen", "the revision"),
        Some(RevisionKind::Update) => ("update", "uppdateringen", "the update"),
        None => ("change", "ändringen", "the change"),
    };
    Param::Code { code: code.into(), sv: sv.into(), en: en.into() }
}

/// The group that decides on one kind of change.
struct Decider {
    on: RevisionKind,
    group: GroupKind,
}

impl Decider {
    /// Judges whether the group took part in deciding, where the change is of its kind.
    ///
    /// `words` gets the change and, where there are any, those that decided.
    fn judge<'a>(
        self,
        cx: &Context<'a>,
        of: Change<'a>,
        verdict: &mut Verdict<'a>,
        words: impl FnOnce(Param, Option<Param>) -> Words,
    ) -> Result<(), Lacks> {
        let Change { revision, .. } = of;
        let applies = match cx.charter.readings.revision_and_update {
            RevisionAndUpdate::Separate => revision.kind().is(|kind| *kind == self.on),
            RevisionAndUpdate::Same => Answer::Yes,
        };
        if !applies.and(|| of.is_judged(cx)).told()? {
            return Ok(());
        }
        let groups = revision.decided_by();
        if decided_by(cx, groups, self.group).told()? {
            verdict.holds();
            return Ok(());
        }
        let kind = revision.kind().known();
        let by = groups.items().next().map(|_| deciders(groups));
        let told = verdict.breaks(Severity::Error, groups.path, words(change(kind), by));
        if kind != Some(&self.on) {
            told.reading("A-04");
        }
        Ok(())
    }
}
