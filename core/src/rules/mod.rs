//! The rules, in the order of the documents. A rule's file holds everything about it.

pub(crate) mod ahead;
pub(crate) mod cadence;
pub(crate) mod judge;
pub(crate) mod key_days;
pub(crate) mod nosam;
pub(crate) mod plan;
mod seats;
mod yearly;

use crate::answer::Lacks;
use crate::charter::Charter;
use crate::clauses::RuleId;
use crate::codes::Severity;
use crate::index::{Context, group_subject};
use crate::lang::{Both, Lang};
use crate::record::{Record, Ref};
use crate::rules::judge::Ledger;
use crate::rules::key_days::KeyDays;

/// How a record may be split with the same result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Partition {
    /// By group: what a group is told depends on no other group's members, meetings, plans or reports.
    ///
    /// The record of one group is an extract that is about it (`about`). It holds what the whole has, with two
    /// things that may be left out: of every other group all but its id and kind, and the meetings, matters,
    /// activity plans, reports, proposals and publications of which it is known that they are others' alone.
    /// What a kept entry refers to stays, and an entry that several groups own is in the record of each. The
    /// records together then say what the whole says: each finding as it is, and of a subject that stands in
    /// several of them the worst outcome.
    ///
    /// Until when it is complete (`complete_to`) is said in each as in the whole: an extract does not hold the
    /// youngest day of the others.
    ///
    /// What nobody can tell whose it is belongs to no extract. A group without a readable id has no record of
    /// its own, and a report of an unreadable group is judged only in the whole.
    Group,
    /// Not at all: it compares groups with each other or with the charter's lists, or judges what no single
    /// group owns.
    Record,
}

/// The kinds of parts that can be judged by themselves. A rule says in its file which kind it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartKind {
    /// Who sits in one group.
    Roster,
    /// The chairs and vice chairs of one NOSAM.
    ChairTerms,
    /// A matter with its anchorings and its decision.
    Matter,
    /// A collaboration plan with its revisions.
    Plan,
}

impl PartKind {
    /// The rules that judge such a part, in the order of the documents.
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        all().filter(move |rule| rule.part == Some(self))
    }
}

/// What people are told about a rule, in one language.
#[derive(Clone, Copy, Debug)]
pub struct RuleText {
    /// What it demands, in one sentence.
    pub norm: &'static str,
    /// What is to be done by a day, where the rule has duties.
    pub due: Option<&'static str>,
    /// What it is good for.
    #[cfg(feature = "texts")]
    pub why: &'static str,
    /// How it is read: each boundary, and the readings that decide.
    #[cfg(feature = "texts")]
    pub reading: &'static str,
    /// One case.
    #[cfg(feature = "texts")]
    pub example: &'static str,
}

/// One rule: what it demands, and how it is judged.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id, that of its leading clause.
    pub id: &'static str,
    /// What it judges, named as in reports with capitals for ids and keys: `groups/NOSAM#YEAR`.
    pub subject: &'static str,
    /// The clauses that it judges, the leading one first.
    pub clauses: &'static [&'static str],
    /// How grave its findings can be, the usual one first.
    pub severities: &'static [Severity],
    /// How a record may be split without changing what it says.
    pub partition_by: Partition,
    /// The sections of a record that it reads itself, and not only by what its things refer to.
    pub(crate) reads: &'static [Section],
    /// The part of a record that can be judged by it alone.
    pub part: Option<PartKind>,
    /// What people are told.
    pub told: Both<RuleText>,
    /// The days of a finding of which a waiver must cover one.
    pub(crate) key_days: KeyDays,
    /// Does the charter ask for it at all, where it is in force?
    pub(crate) asked: fn(&Charter) -> bool,
    pub(crate) judge: for<'a> fn(&Context<'a>, &mut Ledger<'_, 'a>),
}

/// A section of the record that a rule reads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Section {
    pub(crate) name: &'static str,
    /// What of it cannot be read, where anything stands there.
    pub(crate) unread: fn(Ref<'_, Record>) -> Option<Lacks>,
}

impl Rule {
    /// What people are told.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &RuleText {
        self.told.of(lang)
    }
}

impl RuleId {
    /// The rule.
    ///
    /// # Panics
    /// Never: every id that the register judges by itself has a rule, and the house rules hold them together.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        find(self.as_str()).expect("a rule of every id")
    }

    /// The clauses that it judges, the leading one first.
    #[must_use]
    pub fn clauses(self) -> &'static [&'static str] {
        self.rule().clauses
    }

    /// What people are told of it.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static RuleText {
        self.rule().text(lang)
    }
}

/// Every rule, in the order of the documents.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    plan::RULES.iter().chain(nosam::RULES).copied().flatten().copied()
}

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

/// What a rule judges, where something may be one of these without anybody being able to tell.
pub(crate) enum Judges {
    /// Groups of some kinds: what they are made of, do and owe.
    Groups,
}

impl Judges {
    /// A group whose kind cannot be read may be one that the rule judges: then nobody can tell.
    pub(crate) fn unread<'a>(&self, cx: &Context<'a>, ledger: &mut Ledger<'_, 'a>) {
        match self {
            Self::Groups => {
                for group in cx.judged_groups() {
                    if let Err(lacks) = group.kind().read() {
                        ledger.judge(group_subject(group), group.path, |_| Err(lacks));
                    }
                }
            }
        }
    }
}

/// Declares a rule as `RULE`: `each` lists the cases, and the file's `check` judges one. It judges the clause of its
/// id, or the `clauses` that it names, that one first. What is `due` is said of its coming duties. A rule on a part
/// of a record says which: its subjects are things of that part. `key_days` says of what days a waiver must cover
/// one: `Remarks`, `AsOf`, `Told` with each finding, or a function of the subject in parentheses. A rule on a `seat`
/// of the charter names what judges one of its places, and no more.
///
/// It `reads` sections of the record: where one of them, or an entry in it, cannot be read, the section is a subject
/// that cannot be told. A rule that only some charters ask for says `when`.
macro_rules! rule {
    (@text $norm:literal, $why:literal, $reading:literal, $example:literal, $($due:literal)?) => {
        crate::rules::RuleText {
            norm: $norm,
            due: [$($due)?].first().copied(),
            #[cfg(feature = "texts")]
            why: $why,
            #[cfg(feature = "texts")]
            reading: $reading,
            #[cfg(feature = "texts")]
            example: $example,
        }
    };
    (@key_days ($of:expr)) => { crate::rules::key_days::KeyDays::Of($of) };
    (@key_days $kind:ident) => { crate::rules::key_days::KeyDays::$kind };
    (@clauses $id:literal) => { &[$id] };
    (@clauses $id:literal $($clause:literal)+) => { &[$($clause),+] };
    (
        id: $id:literal,
        subject: $subject:literal,
        severities: $severities:tt,
        reads: $reads:tt,
        seat: $seat:path,
        $($told:tt)+
    ) => {
        crate::rules::rule! {
            id: $id,
            subject: $subject,
            severities: $severities,
            key_days: AsOf,
            partition_by: Record,
            reads: $reads,
            judges: Groups,
            part: Roster,
            seat: $seat,
            $($told)+
        }
    };
    (
        id: $id:literal,
        subject: $subject:literal,
        $(clauses: [$($clause:literal),+ $(,)?],)?
        severities: [$($severity:ident),+ $(,)?],
        key_days: $key_days:tt,
        partition_by: $partition:ident,
        reads: [$($section:ident),+ $(,)?],
        $(when: $when:path,)?
        $(judges: $judged:ident,)?
        $(part: $part:ident,)?
        $(each: $each:path,)?
        $(seat: $seat:path,)?
        sv: {
            norm: $sv_norm:literal,
            $(due: $sv_due:literal,)?
            why: $sv_why:literal,
            reading: $sv_reading:literal,
            example: $sv_example:literal $(,)?
        },
        en: {
            norm: $en_norm:literal,
            $(due: $en_due:literal,)?
            why: $en_why:literal,
            reading: $en_reading:literal,
            example: $en_example:literal $(,)?
        } $(,)?
    ) => {
        #[doc = concat!("**", $id, "** ", $en_norm, ".\n\n", $en_why, "\n\n", $en_reading, "\n\n", $en_example)]
        pub(crate) static RULE: crate::rules::Rule = crate::rules::Rule {
            id: $id,
            subject: $subject,
            clauses: crate::rules::rule!(@clauses $id $($($clause)+)?),
            severities: &[$(crate::codes::Severity::$severity),+],
            partition_by: crate::rules::Partition::$partition,
            reads: &[$(crate::rules::Section {
                name: stringify!($section),
                unread: |record| {
                    let section = record.$section();
                    section.unread().filter(|_| !section.is_absent())
                },
            }),+],
            part: [$(crate::rules::PartKind::$part)?].first().copied(),
            asked: |charter| {
                let asks: &[fn(&crate::charter::Charter) -> bool] = &[$($when)?];
                asks.iter().all(|asks| asks(charter))
            },
            told: crate::lang::Both {
                sv: crate::rules::rule!(@text $sv_norm, $sv_why, $sv_reading, $sv_example, $($sv_due)?),
                en: crate::rules::rule!(@text $en_norm, $en_why, $en_reading, $en_example, $($en_due)?),
            },
            key_days: crate::rules::rule!(@key_days $key_days),
            judge: |cx, ledger| {
                $(crate::rules::Judges::$judged.unread(cx, ledger);)?
                $(for case in $each(cx) {
                    ledger.judge(case.subject, case.at, |verdict| check(cx, case.thing, verdict));
                })?
                $(for case in crate::rules::seats::places(cx, &RULE) {
                    ledger.judge(case.subject, case.at, |verdict| $seat(cx, &case.thing?, verdict));
                })?
            },
        };
    };
}

pub(crate) use rule;
