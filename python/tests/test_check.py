"""What the Python half does before and after the library: types, dates, paths, errors."""

from __future__ import annotations

import json
import pickle
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import samla

DAY = "2024-12-31"


class Door:
    """Stands in for the native function and keeps what reaches it."""

    record: bytes
    options: dict[str, Any]
    options_text: str

    def __call__(self, record: bytes, options: str) -> str:
        self.record = record
        self.options_text = options
        self.options = json.loads(options)
        return "{}"


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    door = Door()
    monkeypatch.setattr(samla._samla, "check", door)
    return door


def test_a_dict_is_written_as_compact_utf_8(door: Door) -> None:
    samla.check({"name": "Åsa", "n": 1}, as_of=DAY)
    assert door.record == '{"name":"Åsa","n":1}'.encode()


def test_text_that_starts_with_a_brace_is_json_and_goes_on_unchanged(door: Door) -> None:
    samla.check('\n  {"a": 1, "a": 2}', as_of=DAY)
    assert door.record == b'\n  {"a": 1, "a": 2}'


def test_bytes_go_on_unchanged(door: Door) -> None:
    samla.check(b"\xff", as_of=DAY)
    assert door.record == b"\xff"


@pytest.mark.parametrize("as_type", [str, Path])
def test_other_text_and_paths_are_read_from_the_file(door: Door, tmp_path: Path, as_type: type) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(b'{"b": 1}')
    samla.check(as_type(path), as_of=DAY)
    assert door.record == b'{"b": 1}'


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere.json"):
        samla.check(tmp_path / "nowhere.json", as_of=DAY)


@pytest.mark.parametrize("record", [None, 1, [], ("a",), {1, 2}, object()])
def test_a_record_of_another_type_is_refused_by_name(record: Any) -> None:
    with pytest.raises(TypeError, match=f"record is a dict.* not {type(record).__name__}"):
        samla.check(record, as_of=DAY)


def test_a_date_in_a_dict_becomes_its_day(door: Door) -> None:
    samla.check({"on": date(2024, 3, 1)}, as_of=DAY)
    assert door.record == b'{"on":"2024-03-01"}'


def test_a_datetime_in_a_dict_keeps_its_time(door: Door) -> None:
    samla.check({"start": datetime(2024, 3, 1, 13, 0)}, as_of=DAY)
    assert door.record == b'{"start":"2024-03-01T13:00:00"}'


def test_an_object_inside_a_dict_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="not decimal.Decimal"):
        import decimal

        samla.check({"n": decimal.Decimal(1)}, as_of=DAY)


def test_nan_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        samla.check({"n": float("nan")}, as_of=DAY)


@pytest.mark.parametrize("as_of", [DAY, date(2024, 12, 31), datetime(2024, 12, 31, 23, 59)])
def test_as_of_is_a_day_as_text_a_date_or_the_day_of_a_datetime(door: Door, as_of: Any) -> None:
    samla.check({}, as_of=as_of)
    assert door.options == {"as_of": DAY}


def test_as_of_is_today_if_left_out(door: Door) -> None:
    before = date.today().isoformat()
    samla.check({})
    assert before <= door.options["as_of"] <= date.today().isoformat()


def test_as_of_of_another_type_is_refused() -> None:
    with pytest.raises(TypeError, match="as_of is a day .* not int"):
        samla.check({}, as_of=20241231)  # type: ignore[arg-type]


def test_options_that_are_given_reach_the_library(door: Door) -> None:
    samla.check({}, as_of=DAY, charter={"a": "ö"}, readings={"A-19": "none"}, subjects="all")
    assert door.options == {
        "as_of": DAY,
        "charter": {"a": "ö"},
        "readings": {"A-19": "none"},
        "subjects": "all",
    }


def test_a_charter_may_be_a_path_and_keeps_its_text(door: Door, tmp_path: Path) -> None:
    path = tmp_path / "charter.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1, "a": 1.0}')
    samla.check({}, as_of=DAY, charter=path)
    assert '"charter":{"a": 1, "a": 1.0}' in door.options_text


@pytest.mark.parametrize("charter", [b"{", b'{},"subjects":"all"', b"\xff"])
def test_a_charter_that_is_not_json_is_an_error_in_both_languages(charter: bytes) -> None:
    with pytest.raises(samla.SamlaError, match="The charter is not JSON") as caught:
        samla.check({}, as_of=DAY, charter=charter)
    assert "inte JSON" in caught.value.sv


@pytest.mark.parametrize("record", [b"", b"[]", '{"half": ', b"\xff", '{"a": "\ud800"}'])
def test_a_record_that_cannot_be_read_is_an_error_in_both_languages(record: bytes | str) -> None:
    with pytest.raises(samla.SamlaError) as caught:
        samla.check(record, as_of=DAY)
    assert str(caught.value)
    assert caught.value.sv
    assert caught.value.sv != str(caught.value)


def test_an_error_keeps_both_sentences_through_a_pickle() -> None:
    with pytest.raises(samla.SamlaError) as caught:
        samla.check(b"", as_of=DAY)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.sv) == (str(caught.value), caught.value.sv)


def test_the_report_holds_the_library_s_own_text() -> None:
    report = samla.check({}, as_of=DAY)
    assert report.json == samla._samla.check(b"{}", f'{{"as_of":"{DAY}"}}')
    assert isinstance(json.loads(report.json), dict)

