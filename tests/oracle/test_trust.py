"""What was settled is kept: each row names a vector that is there, and the page tells every one."""

import json
import pathlib

import oracle
import trust
from world import ORDER

ROOT = pathlib.Path(__file__).resolve().parents[2]


def vectors():
    names = {}
    for path in (ROOT / "tests/vectors").rglob("*.json"):
        file = json.loads(path.read_text(encoding="utf-8"))
        names.setdefault(file["rule"], set()).update(case["name"] for case in file["cases"])
    return names


def test_every_settled_disagreement_is_kept_as_a_vector_of_its_rule():
    names = vectors()
    assert [row for row in trust.settled() if row["vector"] not in names[row["rule"]]] == []


def test_somebody_was_wrong_or_the_texts_leave_it_open():
    assert {row["wrong"] for row in trust.settled()} <= trust.WRONG.keys()


def test_only_outcomes_of_rules_are_said_never_to_come():
    assert all(rule in oracle.RULES and outcome in ORDER and why for (rule, outcome), why in trust.never().items())


def test_the_page_tells_every_settled_disagreement():
    page = (ROOT / "docs/trust.md").read_text(encoding="utf-8")
    assert "\n".join(trust.disagreements()) in page
