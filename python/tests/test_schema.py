"""The schemas are the committed files, and Python's own validator makes of the examples what it should."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

import samla

ROOT = Path(__file__).parents[2]
VALIDATORS: dict[str, Any] = {"2020-12": Draft202012Validator, "07": Draft7Validator}


def example(name: str) -> Any:
    return json.loads((ROOT / f"core/src/example/{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("document", ["record", "report", "charter"])
@pytest.mark.parametrize("draft", ["2020-12", "07"])
def test_a_schema_is_the_committed_one_in_its_order_and_sound(document: Any, draft: Any) -> None:
    schema = samla.schema(document, draft=draft)
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    assert text == (ROOT / f"schemas/{document}.{draft}.json").read_text("utf-8")
    VALIDATORS[draft].check_schema(schema)


@pytest.mark.parametrize("draft", ["2020-12", "07"])
def test_the_examples_are_judged_as_the_reader_judges_their_shape(draft: Any) -> None:
    kind = VALIDATORS[draft]
    validator = kind(samla.schema("record", draft=draft), format_checker=kind.FORMAT_CHECKER)
    assert list(validator.iter_errors(example("good"))) == []
    found = {"/" + "/".join(map(str, error.absolute_path)) for error in validator.iter_errors(example("faulty"))}
    told = {
        finding["at"]
        for finding in samla.check(example("faulty"), as_of="2024-12-31").findings
        if finding["params"].get("problem") in {"bad_day", "unknown_code", "unknown_key"}
    }
    # A wrong key is told at the key by the reader and at its object by a validator.
    assert found == {at.removesuffix("/adress") for at in told}


def test_draft_2020_12_is_the_usual_one() -> None:
    assert samla.schema("record")["$id"] == "urn:samla:schema:record:2020-12"


def test_a_report_keeps_to_its_schema() -> None:
    report = samla.check(example("faulty"), as_of="2024-12-31", subjects="all")
    Draft202012Validator(samla.schema("report")).validate(json.loads(report.json))


def test_an_unknown_schema_is_refused_in_both_languages() -> None:
    with pytest.raises(samla.SamlaError, match="`roster`") as caught:
        samla.schema("roster")  # type: ignore[arg-type]
    assert "schema `roster`" in caught.value.sv
