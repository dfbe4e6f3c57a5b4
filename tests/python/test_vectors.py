"""Python gives the bytes that Rust gives, for every case in the file named by SAMLA_VECTORS."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from samla import SamlaError, _samla


def read_cases() -> list[dict[str, Any]]:
    # Not splitlines(), which also splits at characters that JSON allows inside text.
    lines = Path(os.environ["SAMLA_VECTORS"]).read_bytes().split(b"\n")
    return [json.loads(line) for line in lines if line]


CASES = read_cases()


def test_there_is_at_least_one_case() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_python_says_what_rust_says(case: dict[str, Any]) -> None:
    kinds = {"report", "report_sha256", "error"} & case.keys()
    assert len(kinds) == 1, "a case has either a report, in full or as its SHA-256, or an error"
    try:
        kind, said = "report", _samla.check(case["record"].encode(), case["options"])
        if "report_sha256" in kinds:
            kind, said = "report_sha256", hashlib.sha256(said.encode()).hexdigest()
    except SamlaError as error:
        kind, said = "error", str(error)
    assert kind in kinds, said
    same_text(said, case[kind])


def same_text(here: str, rust: str) -> None:
    # A report is one long line; what matters is where it parts from the other.
    if here == rust:
        return
    at = len(os.path.commonprefix([here, rust]))
    near = slice(max(0, at - 60), at + 60)
    pytest.fail(f"differs from character {at}\n  Rust   {rust[near]!r}\n  Python {here[near]!r}", pytrace=False)
