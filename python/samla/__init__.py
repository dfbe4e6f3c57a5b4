"""Checks the governance records of SAMLA.

>>> import samla
>>> report = samla.check("record.json", as_of="2024-12-31")
>>> report.ok, report.findings
"""

from __future__ import annotations

import json as _json
import os
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

from . import _samla
from ._samla import SamlaError
from .charter import Charter
from .record import Record
from .report import Counts, Finding, Receipt, RuleVerdict, Severity
from .report import Report as _Told

__all__ = ["FindingsError", "Report", "SamlaError", "check", "schema"]

# Worst first: asking for one severity asks for those before it too.
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice", "info")


def check(
    record: Record | dict[str, Any] | str | bytes | os.PathLike[str],
    *,
    charter: Charter | dict[str, Any] | str | bytes | os.PathLike[str] | None = None,
    as_of: str | date | None = None,
    readings: dict[str, str] | None = None,
    subjects: Literal["all"] | None = None,
) -> Report:
    """Judges a record and returns the report.

    `record` is a dict, JSON text, UTF-8 bytes or a path. Text that starts with `{` is JSON, any
    other text is a path. `charter` takes the same forms and overrides the charter that is built
    in. `as_of` is the day judged from, today if left out. `readings` chooses among the readings of
    a doubtful clause, as in `{"A-19": "none"}`. With `subjects="all"` the verdicts also list the
    subjects that hold or that the rule does not concern.

    Findings are data and never raise. `SamlaError` means that there is no report: the record
    could not be read at all, or an option is mistaken.
    """
    return Report(_samla.check(_bytes("record", record), _options(charter, as_of, readings, subjects)))


def schema(
    document: Literal["record", "report", "charter"],
    *,
    draft: Literal["2020-12", "07"] = "2020-12",
) -> dict[str, Any]:
    """Returns the JSON Schema of a record, a report or a charter.

    Draft 2020-12 is for validators and editors; 07 is for form builders: without `$schema` and
    `$id`, every definition in its place. Titles and descriptions are in English; `x-sv` holds them
    in Swedish.
    """
    schema: dict[str, Any] = _json.loads(_samla.schema(document, draft))
    return schema


@dataclass(frozen=True, repr=False)
class Report:
    """What a check says. Two reports are equal when their texts are.

    A report is true when it is `ok`, so that `if samla.check(record):` never passes by accident.
    """

    json: str
    """The report as JSON text, the same bytes as in Rust, the browser and the command line."""

    @cached_property
    def _parsed(self) -> _Told:
        parsed: _Told = _json.loads(self.json)
        return parsed

    @property
    def receipt(self) -> Receipt:
        """What was judged, by which charter and version, and from which day."""
        return self._parsed["receipt"]

    @property
    def counts(self) -> Counts:
        """The number of findings of each severity, and of rules with each outcome."""
        return self._parsed["counts"]

    @property
    def verdicts(self) -> list[RuleVerdict]:
        """One verdict for every rule, in the order of the documents."""
        return self._parsed["verdicts"]

    @property
    def findings(self) -> list[Finding]:
        """The breaches, remarks and reading problems, in the order of the report."""
        return self._parsed["findings"]

    @property
    def ok(self) -> bool:
        """No error, and something was judged: an empty record is not in order, it is unchecked."""
        return self.counts["error"] == 0 and self._judged

    @property
    def _judged(self) -> bool:
        return any(verdict["outcome"] != "not_applicable" for verdict in self.verdicts)

    def raise_if(self, severity: Severity) -> None:
        """Raises `FindingsError` if a finding is of this severity or worse and is not waived.

        It also raises where no rule had anything to judge: an unchecked record is not in order.
        """
        if severity not in _SEVERITIES:
            raise ValueError(f"severity is one of {', '.join(_SEVERITIES)}, not {severity!r}")
        asked = _SEVERITIES[: _SEVERITIES.index(severity) + 1]
        if not self._judged or any(self.counts[each] for each in asked):
            raise FindingsError(self)

    def __bool__(self) -> bool:
        return self.ok

    def __repr__(self) -> str:
        state = "ok" if self.ok else "not ok" if self._judged else "nothing judged"
        counts = ", ".join(f"{each} {self.counts[each]}" for each in _SEVERITIES)
        return f"<samla.Report {state}: {counts}; as of {self.receipt['as_of']}>"


class FindingsError(Exception):
    """Raised by `Report.raise_if`; the attribute `report` is the whole report."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        if not self.report._judged:
            return "Nothing was checked: the record holds nothing that a rule applies to"
        worst_first = sorted(self.report.findings, key=lambda each: _SEVERITIES.index(each["severity"]))
        first = next((each for each in worst_first if each["outcome"] == "broken"), None)
        return repr(self.report) if first is None else f"{self.report!r}, first: {first['rule']}: {first['en']}"


def _bytes(what: str, document: object) -> bytes:
    if isinstance(document, dict):
        return _text(document).encode("utf-8", "surrogatepass")
    if isinstance(document, (bytes, bytearray, memoryview)):
        return bytes(document)
    if isinstance(document, str) and document.lstrip("\ufeff \t\r\n").startswith("{"):
        # Half a surrogate pair goes on as it is, so that the library says what is wrong with it.
        return document.encode("utf-8", "surrogatepass")
    if isinstance(document, (str, os.PathLike)):
        with open(document, "rb") as file:
            return file.read()
    raise TypeError(f"{what} is a dict, JSON text, bytes or a path, not {_name(document)}")


def _text(value: object) -> str:
    return _json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_day_text)


def _day_text(value: object) -> str:
    # A datetime is a date too and keeps its time: a meeting starts at one.
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(
        f"a record holds dicts, lists, text, numbers, bools, None and dates, not {_name(value)}"
    )


def _name(value: object) -> str:
    kind = type(value)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _options(charter: object, as_of: object, readings: object, subjects: object) -> str:
    if as_of is None:
        as_of = date.today()
    if isinstance(as_of, datetime):
        as_of = as_of.date()
    if not isinstance(as_of, (str, date)):
        raise TypeError(f"as_of is a day as text or a datetime.date, not {_name(as_of)}")
    members = {"as_of": _text(as_of)}
    if charter is not None:
        members["charter"] = _charter(_bytes("charter", charter))
    if readings is not None:
        members["readings"] = _text(readings)
    if subjects is not None:
        members["subjects"] = _text(subjects)
    return "{" + ",".join(f'"{name}":{value}' for name, value in members.items()) + "}"


def _charter(document: bytes) -> str:
    # The text goes on as it was written, so that the library sees repeated keys; it is parsed
    # here only to be sure that it is one JSON value and cannot run over into other options.
    try:
        text = document.decode("utf-8-sig")
        _json.loads(text)
    except ValueError as cause:
        error = SamlaError(f"The charter is not JSON: {cause}")
        error.sv = f"Regelverket är inte JSON: {cause}"
        raise error from cause
    return text
