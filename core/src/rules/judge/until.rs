//! What is not on record is a breach only as long as the record is complete.

use std::rc::Rc;

use super::{Desk, Ledger, Pending, Verdict};
use crate::calendar::Day;
use crate::codes::Outcome;
use crate::index::Context;
use crate::report::{Absence, Finding};

impl<'a> Ledger<'_, 'a> {
    /// Leaves open what is broken by absence alone after the day until which the record is complete.
    ///
    /// A gap is kept as the record tells it on that day, where it tells the same one.
    pub(super) fn leave_open(&mut self, verdict: &mut Verdict<'a>) {
        let until = Rc::clone(&self.desk.cx.until);
        let is_complete = until.day.is_some_and(|day| self.desk.cx.as_of <= day);
        if is_complete || verdict.pending.iter().all(|told| told.finding.absence.is_none()) {
            return;
        }
        let pending = std::mem::take(&mut verdict.pending);
        let told: Vec<Finding> = pending.iter().map(|told| told.finding.clone()).collect();
        for (place, Pending { finding, takes }) in pending.into_iter().enumerate() {
            match finding.absence {
                None => verdict.pending.push(Pending { finding, takes }),
                Some(absence) => {
                    let still = until.day.and_then(|day| self.still(day, absence, &told, place));
                    let still = still.map(|still| Pending::seen(still, takes));
                    let is_told = |one: &Pending| verdict.pending.iter().any(|it| it.finding == one.finding);
                    let still = still.filter(|still| !is_told(still));
                    verdict.pending.extend(still);
                }
            }
        }
        if verdict.pending.iter().all(|told| told.finding.outcome != Outcome::Broken) {
            verdict.lacks(until.lacks.clone());
        }
    }

    /// The breach by absence as the record, complete until `known`, tells it.
    fn still(&mut self, known: Day, absence: Absence, told: &[Finding], place: usize) -> Option<Finding> {
        match absence {
            Absence::Due(last) => (last <= known).then(|| told[place].clone()),
            Absence::Since(Some(first)) if known < first => None,
            Absence::Since(first) => {
                let turns = if first.is_some() { Vec::new() } else { self.desk.cx.until.turns.clone() };
                let then = same(self.look(known), told, place)?;
                let lasts = turns.into_iter().all(|day| same(self.look(day), told, place).is_some());
                // What was graver then was mended in part by what is on record since.
                let milder = told[place].severity < then.severity;
                lasts.then(|| if milder { told[place].clone() } else { then })
            }
        }
    }

    /// What the rule finds on an earlier day, if the record is complete until then.
    fn look(&mut self, day: Day) -> &[Finding] {
        let (rule, only, cx) = (self.rule, self.desk.only, &self.desk.cx);
        let waivers = self.waivers.clone();
        self.looks.entry(day).or_insert_with(|| {
            let cx: Context<'a> = cx.complete_on(day);
            let mut desk = Desk::empty(&cx);
            (desk.only, desk.waivers) = (only, waivers);
            desk.judge(rule, &cx);
            desk.findings.retain(|finding| finding.outcome > Outcome::Holds);
            desk.findings
        })
    }
}

/// The finding that is the one at `place` of those `told` of its subject: the gap that begins on the same day, or
/// where no day tells them apart the one that says the same, or else any.
fn same(found: &[Finding], told: &[Finding], place: usize) -> Option<Finding> {
    let finding = &told[place];
    let found = found.iter().filter(|it| it.subject == finding.subject);
    // Both offices may stand empty from one day.
    let before = told[..place].iter().filter(|it| it.absence == finding.absence).count();
    if let Some(Absence::Since(Some(_))) = finding.absence {
        return found.filter(|it| it.absence == finding.absence).nth(before).cloned();
    }
    let found: Vec<&Finding> = found.collect();
    let same = found.iter().find(|it| it.words == finding.words);
    same.or(found.get(before)).or(found.first()).map(|it| (*it).clone())
}
