//! The record as rules see it: each thing with the path at which it stands.

use std::ops::Deref;

use super::{Field, List, Problem};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::path::Path;

/// A thing of the record and where it stands.
#[derive(Debug)]
pub struct Ref<'a, T> {
    /// The thing.
    pub item: &'a T,
    /// Where it stands.
    pub path: Path,
}

impl<T> Clone for Ref<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ref<'_, T> {}

impl<T> Deref for Ref<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.item
    }
}

/// A field of the record and where it stands, or would stand.
#[derive(Debug)]
pub struct View<'a, T> {
    field: &'a Field<T>,
    /// Where it stands.
    pub path: Path,
}

impl<T> Clone for View<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for View<'_, T> {}

impl<'a, T> View<'a, T> {
    pub(crate) fn new(field: &'a Field<T>, path: Path) -> Self {
        Self { field, path }
    }

    /// The value, where it is known.
    #[must_use]
    pub fn known(self) -> Option<&'a T> {
        self.field.known()
    }

    /// The value.
    ///
    /// # Errors
    /// That it is absent, or unreadable.
    pub fn read(self) -> Result<&'a T, Lacks> {
        match self.field {
            Field::Known(value) => Ok(value),
            Field::Absent | Field::Aside(_) => Err(Lacks::absent(self.path)),
            Field::Unreadable(_) => Err(Lacks::unreadable(self.path)),
        }
    }

    /// The value with its path.
    ///
    /// # Errors
    /// That it is absent, or unreadable.
    pub fn get(self) -> Result<Ref<'a, T>, Lacks> {
        Ok(Ref { item: self.read()?, path: self.path })
    }

    /// The value of a field whose absence is itself an answer.
    ///
    /// # Errors
    /// That it is unreadable.
    pub fn optional(self) -> Result<Option<&'a T>, Lacks> {
        if self.field.is_absent() { Ok(None) } else { self.read().map(Some) }
    }

    /// The value of a field that has a default.
    ///
    /// # Errors
    /// That it is unreadable.
    pub fn or(self, default: T) -> Result<T, Lacks>
    where
        T: Copy,
    {
        Ok(self.optional()?.copied().unwrap_or(default))
    }

    /// Does the value hold to `question`?
    pub fn is(self, question: impl FnOnce(&'a T) -> bool) -> Answer {
        self.read().map(question).into()
    }

    /// Did nobody say?
    #[must_use]
    pub fn is_absent(self) -> bool {
        self.field.is_absent()
    }
}

impl View<'_, Day> {
    /// The day on which something was done, as of `as_of`: one still to come counts as absent.
    pub(crate) fn so_far(self, as_of: Day) -> Self {
        const NOT_YET: &Field<Day> = &Field::Absent;
        match self.known() {
            Some(day) if *day > as_of => Self { field: NOT_YET, path: self.path },
            _ => self,
        }
    }
}

impl<'a, T> View<'a, List<T>> {
    /// The items that can be read; none when the list is absent.
    pub fn items(self) -> impl Iterator<Item = Ref<'a, T>> + Clone {
        let list = self.field.known().map_or(&[] as &[_], Vec::as_slice);
        list.iter().enumerate().filter_map(move |(index, field)| {
            Some(Ref { item: field.known()?, path: self.path.index(index) })
        })
    }

    /// Is it known that the list has nothing in it?
    #[must_use]
    pub fn is_known_empty(self) -> bool {
        self.field.known().is_some_and(|list| list.iter().all(Field::is_aside))
    }

    /// The items that are passed over, as they stand there.
    pub(crate) fn asides(self) -> impl Iterator<Item = Ref<'a, T>> {
        let list = self.field.known().map_or(&[] as &[_], Vec::as_slice);
        list.iter().enumerate().filter_map(move |(index, field)| match field {
            Field::Aside(aside) => Some(Ref { item: &aside.value, path: self.path.index(index) }),
            _ => None,
        })
    }

    /// What of the list cannot be told: that it is absent or unreadable, or which items are unreadable.
    #[must_use]
    pub fn unread(self) -> Option<Lacks> {
        let list = match self.read() {
            Ok(list) => list,
            Err(lacks) => return Some(lacks),
        };
        self.unreadable(list).reduce(Lacks::and)
    }

    /// Each item that cannot be read; none when the list is absent, or unreadable as a whole.
    pub(crate) fn hidden(self) -> impl Iterator<Item = Lacks> {
        self.unreadable(self.field.known().map_or(&[] as &[_], Vec::as_slice))
    }

    fn unreadable(self, list: &'a [Field<T>]) -> impl Iterator<Item = Lacks> {
        let unread = list.iter().enumerate().filter(|(_, item)| item.known().is_none() && !item.is_aside());
        unread.map(move |(index, _)| Lacks::unreadable(self.path.index(index)))
    }

    /// Every item.
    ///
    /// # Errors
    /// When the list or any item of it cannot be told.
    pub fn all(self) -> Result<Vec<Ref<'a, T>>, Lacks> {
        self.unread().map_or_else(|| Ok(self.items().collect()), Err)
    }

    /// Every item of a list whose absence means that there is none.
    ///
    /// # Errors
    /// When the list or any item of it cannot be read.
    pub fn all_or_none(self) -> Result<Vec<Ref<'a, T>>, Lacks> {
        if self.is_absent() { Ok(Vec::new()) } else { self.all() }
    }

    /// Does `question` hold of at least one item? What cannot be read may be one.
    pub fn any(self, question: impl FnMut(Ref<'a, T>) -> Answer) -> Answer {
        Answer::any(self.items().map(question).chain(self.unread().map(Answer::Unknown)))
    }
}

/// What runs from one day to another.
pub trait Period<'a> {
    /// First day.
    fn first(&self) -> View<'a, Day>;
    /// Last day, included.
    fn last(&self) -> View<'a, Day>;

    /// The days from the first to the last, half-open.
    ///
    /// # Errors
    /// That one of the days is unreadable; absent ones are open ends.
    fn span(&self) -> Result<Span, Lacks> {
        Ok(Span::inclusive(self.first().optional()?.copied(), self.last().optional()?.copied()))
    }

    /// The days on which it may run, whatever stands where a day is unreadable.
    fn possible(&self) -> Span {
        Span::inclusive(self.first().known().copied(), self.last().known().copied())
    }

    /// The days on which it certainly runs: where one end is unreadable the day of the other.
    fn certain(&self) -> Option<Span> {
        let ends = [self.first(), self.last()];
        if ends.iter().all(|end| end.optional().is_ok()) {
            return self.span().ok();
        }
        let day = ends.iter().find_map(|end| end.known().copied())?;
        Some(Span::inclusive(Some(day), Some(day)))
    }

    /// What leaves it open whether it is there at all.
    fn open(&self) -> Option<Lacks> {
        None
    }

    /// Does it run on `day`?
    fn runs_on(&self, day: Day) -> Answer {
        let begun: Answer = self.first().optional().map(|from| from.is_none_or(|from| *from <= day)).into();
        let runs = begun.and(|| self.last().optional().map(|to| to.is_none_or(|to| day <= *to)).into());
        runs.and(|| self.open().map_or(Answer::Yes, Answer::Unknown))
    }
}

/// A last day before the first is unreadable.
pub(crate) fn in_order(from: &Field<Day>, to: &mut Field<Day>) {
    if let (Some(first), Some(last)) = (from.known(), to.known())
        && last < first
    {
        *to = Field::unreadable(Problem::ToBeforeFrom { from: first.to_string(), to: last.to_string() });
    }
}
