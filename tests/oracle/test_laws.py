"""Laws that hold for any record: a value that nobody can read never turns one certain answer into another."""

import copy
import json
import random

import generate
import oracle

# An id or a name of a person is what subjects are called, and so are the fields of a publication; waivers and extracts choose what is judged.
NAMES = {"id", "person"}
# By these an extract tells what is its own.
OWNERS = {"owners", "groups", "group", "from_group", "from_groups"}
CERTAIN = {"not_applicable", "not_due", "holds", "broken"}


def ruined(record, x):
    """A copy with one leaf that cannot be read, and where it stands."""
    leaves = []
    for at in generate.paths(record):
        value = generate._parent(record, at)[at[-1]]
        if not isinstance(value, (dict, list)) and at[-1] not in NAMES and at[0] not in ("waivers", "about", "people", "publications") and not (
                "about" in record and OWNERS & set(at[1:])):
            leaves.append(at)
    at = x.choice(leaves)
    copied = copy.deepcopy(record)
    parent = generate._parent(copied, at)
    # No field takes a number but a year, and a year is no text.
    parent[at[-1]] = "oläsligt" if at[-1] == "year" else 12.5
    return copied, at


def slips(seeds):
    out = []
    for seed in seeds:
        x = random.Random(seed)
        record, options = generate.world(seed)
        before = oracle.judge(json.dumps(record).encode(), options)
        for _ in range(3):
            other, at = ruined(record, x)
            after = oracle.judge(json.dumps(other).encode(), options)
            # A publication is called by its day in the rule about addresses.
            for rule in oracle.RULES if at[0] != "publications" else set(oracle.RULES) - {"P-KOM-10"}:
                for subject, outcome in before[rule].items():
                    now = after[rule].get(subject)
                    if now is None:
                        # Where the parts cannot be listed, the whole answers for them.
                        now = after[rule].get(subject.split("#")[0], "not_applicable")
                        if any(o == "undetermined" and s not in before[rule] for s, o in after[rule].items()):
                            # What could be one of the parts answers under its own name.
                            now = "undetermined"
                    if {outcome, now} == {"holds", "not_due"}:
                        # Not fulfilled for certain, and nothing due yet: choices.md, everywhere, 2.
                        continue
                    whole = subject.split("#")[0]
                    if after[rule].get(whole) == "undetermined" != before[rule].get(whole):
                        # Another part, as a second NOSAM that met, may be hidden: the whole answers for it.
                        continue
                    if outcome in CERTAIN and now in CERTAIN and now != outcome:
                        out.append((seed, at, rule, subject, outcome, now))
    return out


def test_an_unreadable_value_changes_no_certain_answer():
    assert slips(range(60)) == []
