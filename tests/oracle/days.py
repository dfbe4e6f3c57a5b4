"""Days, years, half-years, weeks. A day is a datetime.date."""

import calendar
import re
from datetime import date, datetime, timedelta

ONE = timedelta(days=1)
EARLY = date.min + ONE
LATE = date.max - ONE


def parse_day(text):
    """A day written YYYY-MM-DD, else None."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None


def parse_time(text):
    """Local wall time without an offset, else None."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?", text):
        return None
    if parse_day(text[:10]) is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def day_of(moment):
    return moment.date() if isinstance(moment, datetime) else moment


def add_months(day, months):
    """The same day of the month; when the month has no such day, its last (C-4)."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_days(day, n):
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return LATE


def monday(day):
    return day - timedelta(days=day.weekday())


def weeks_between(a, b):
    """Whole ISO weeks, Monday to Monday (C-5)."""
    return (monday(b) - monday(a)).days // 7


def halves(first, last):
    """(label, first day, last day) of each half-year that touches the days given."""
    for year in range(first.year, last.year + 1):
        for label, a, b in (
            ("H1", date(year, 1, 1), date(year, 6, 30)),
            ("H2", date(year, 7, 1), date(year, 12, 31)),
        ):
            if b >= first and a <= last:
                yield f"{year}-{label}", a, b
