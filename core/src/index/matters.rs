//! Matters: when each was raised and decided.

use super::Context;
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::record::{Decision, Matter, Ref};

impl<'a> Context<'a> {
    /// The day on which a matter was decided.
    pub(crate) fn decided_on(&self, matter: Ref<'a, Matter>) -> Result<Day, Lacks> {
        let decision = matter.decision().get()?;
        if let Some(day) = decision.on().optional()? {
            return Ok(*day);
        }
        match decision.meeting().optional()?.and_then(|id| self.meeting(id.as_str())) {
            Some(meeting) => self.day_of(meeting),
            None => Err(Lacks::absent(decision.on().path)),
        }
    }

    /// Did a group decide that the record is about? In a record of the whole, whoever decided is.
    pub(crate) fn judges_decision(&self, decision: Ref<'a, Decision>) -> Answer {
        match self.is_whole() {
            true => Answer::Yes,
            false => decision.groups().any(|group| self.is_judged(group.item.as_str()).into()),
        }
    }

    /// The day on which a matter was raised; `None` when nobody said, and the lower bound is open.
    pub(crate) fn raised_on(&self, matter: Ref<'a, Matter>) -> Result<Option<Day>, Lacks> {
        if let Some(day) = matter.raised_on().optional()? {
            return Ok(Some(*day));
        }
        match matter.raised_at().optional()?.and_then(|id| self.meeting(id.as_str())) {
            Some(meeting) => self.day_of(meeting).map(Some),
            None => Ok(None),
        }
    }
}
