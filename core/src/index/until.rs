//! Until when a record is complete: what it does not say of later days is not known.

use std::collections::BTreeSet;

use super::Context;
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::path::{Path, Step};
use crate::record::Read as _;

/// Until when the record is complete, seen from the as-of day.
#[derive(Clone, Debug, Default)]
pub(crate) struct Until {
    /// The last day on which absence tells something; `None` where nobody can tell.
    pub(crate) day: Option<Day>,
    /// The youngest day on record.
    pub(crate) youngest: Option<Day>,
    /// The days between it and the as-of day on which somebody came or was there no longer, or something else that
    /// seats and plans depend on began or had ended: what is missing on both may not have been all the time.
    pub(crate) turns: Vec<Day>,
    /// What would tell more.
    pub(crate) lacks: Lacks,
    /// Is this a look back from a later day, of which nobody knows whether what lasts here still does?
    pub(crate) looks_back: bool,
}

impl Until {
    /// Complete until the end of this day.
    pub(super) fn complete(day: Day) -> Self {
        Self { day: Some(day), ..Self::default() }
    }

    /// What the record says, or else what its youngest day tells.
    pub(super) fn of(cx: &Context<'_>) -> Self {
        let said = cx.record.complete_to();
        let youngest = youngest(cx);
        let day = match said.optional() {
            Ok(Some(day)) => Some((*day).min(cx.as_of)),
            Ok(None) => Some(youngest.filter(|day| is_far(cx, *day)).unwrap_or(cx.as_of)),
            Err(lacks) => return Self { youngest, lacks, ..Self::default() },
        };
        let turns = day.filter(|day| *day < cx.as_of).map(|day| turns(cx, day)).unwrap_or_default();
        Self { day, youngest, turns, lacks: Lacks::absent(said.path), looks_back: false }
    }
}

/// The days between `complete` and the as-of day on which something begins, or has ended the day before.
fn turns(cx: &Context<'_>, complete: Day) -> Vec<Day> {
    let mut turns = BTreeSet::new();
    cx.record.item.days(Path::ROOT, &mut |path, day| {
        let turn = match path.steps() {
            [
                Step::Key("organisations" | "groups" | "activity_plans"),
                ..,
                Step::Key("from" | "adopted_on"),
            ] => day,
            [Step::Key("organisations" | "groups" | "activity_plans"), .., Step::Key("to" | "closed_on")] => {
                day.plus_days(1)
            }
            _ => return,
        };
        if complete < turn && turn < cx.as_of {
            turns.insert(turn);
        }
    });
    turns.into_iter().collect()
}

/// Does the as-of day lie so far after `day` that the record cannot be taken to reach it?
pub(crate) fn is_far(cx: &Context<'_>, day: Day) -> bool {
    cx.charter.readings.complete_days < day.days_until(cx.as_of)
}

/// The latest day until the as-of day on which something happened, or somebody came.
fn youngest(cx: &Context<'_>) -> Option<Day> {
    let mut youngest: Option<Day> = None;
    let mut see = |day: Day| {
        if day <= cx.as_of && youngest.is_none_or(|known| known < day) {
            youngest = Some(day);
        }
    };
    cx.record.item.days(Path::ROOT, &mut |path, day| {
        let happened = matches!(path.steps(), [.., Step::Key(key)] if *key == "on" || key.ends_with("_on"));
        if happened || is_in_a_seat(path) {
            see(day);
        }
    });
    let held = cx.record.meetings().items().filter(|meeting| cx.held(*meeting).is_yes());
    held.filter_map(|meeting| meeting.start().known().map(|start| start.day())).for_each(see);
    youngest
}

/// Is it the first day of a member, of a term or of a vacancy?
fn is_in_a_seat(path: Path) -> bool {
    matches!(
        path.steps(),
        [Step::Key("groups"), _, Step::Key("members" | "offices" | "vacancies"), _, Step::Key("from")]
    )
}
