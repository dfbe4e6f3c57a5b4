"""What a report answers, from texts written here."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from samla import FindingsError, Report


def finding(severity: str, outcome: str = "broken") -> dict[str, Any]:
    return {"rule": "N-ORD-2", "severity": severity, "outcome": outcome, "en": "A sentence", "sv": "En mening"}


def report(*findings: dict[str, Any], outcome: str = "holds") -> Report:
    counts: dict[str, Any] = dict.fromkeys(("error", "warning", "advice", "info", "waived"), 0)
    for each in findings:
        counts["waived" if each["outcome"] == "waived" else each["severity"]] += 1
    return Report(
        json.dumps(
            {
                "receipt": {"as_of": "2024-12-31"},
                "counts": counts,
                "verdicts": [{"rule": "N-ORD-2", "outcome": outcome}],
                "findings": findings,
            }
        )
    )


def test_a_report_without_errors_is_ok_and_true() -> None:
    assert report().ok
    assert report(finding("warning"), outcome="broken").ok
    assert report()


def test_a_report_with_an_error_is_not_ok_and_false() -> None:
    assert not report(finding("error"), outcome="broken").ok
    assert not report(finding("error"), outcome="broken")


def test_a_waived_error_leaves_the_report_ok() -> None:
    assert report(finding("error", "waived"), outcome="waived").ok


def test_a_report_in_which_nothing_was_judged_is_not_ok() -> None:
    assert not report(outcome="not_applicable").ok


def test_an_unknown_key_alone_is_not_a_judgement() -> None:
    assert not report(finding("info", "holds"), outcome="not_applicable").ok


def test_the_members_are_the_text_s() -> None:
    one = report(finding("error"), outcome="broken")
    whole = json.loads(one.json)
    assert one.findings == whole["findings"]
    assert one.verdicts == whole["verdicts"]
    assert one.counts == whole["counts"]
    assert one.receipt == whole["receipt"]


def test_the_text_is_parsed_once() -> None:
    one = report(finding("error"))
    assert one.findings is one.findings


def test_raise_if_raises_for_the_severity_and_for_worse() -> None:
    one = report(finding("warning"), outcome="broken")
    one.raise_if("error")
    for severity in ("warning", "advice", "info"):
        with pytest.raises(FindingsError) as caught:
            one.raise_if(severity)  # type: ignore[arg-type]
        assert caught.value.report is one
        assert "N-ORD-2: A sentence" in str(caught.value)


def test_raise_if_passes_over_what_is_waived() -> None:
    report(finding("error", "waived"), outcome="waived").raise_if("info")


def test_raise_if_raises_where_nothing_was_judged() -> None:
    nothing = "^Nothing was checked: the record holds nothing that a rule applies to$"
    with pytest.raises(FindingsError, match=nothing):
        report(outcome="not_applicable").raise_if("error")


def test_raise_if_refuses_a_severity_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="not 'fatal'"):
        report().raise_if("fatal")  # type: ignore[arg-type]


def test_a_report_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        report().json = ""  # type: ignore[misc]


def test_reports_with_equal_texts_are_equal() -> None:
    assert report() == report()
    assert len({report(), report()}) == 1
    assert report() != report(finding("error"))


def test_the_repr_is_one_short_line() -> None:
    one = report(finding("error"), outcome="broken")
    assert repr(one) == "<samla.Report not ok: error 1, warning 0, advice 0, info 0; as of 2024-12-31>"
    assert "nothing judged" in repr(report(outcome="not_applicable"))
