"""What is known of how library and oracle agree: the page `docs/trust.md`."""

import collections
import json
import pathlib

import oracle
from world import ORDER

HERE = pathlib.Path(__file__).parent / "settled"
LABELS = ["not applicable", "not due", "holds", "undetermined", "waived", "broken"]
WRONG = {"library": "the library", "oracle": "the oracle", "both": "both", "neither": "neither: the texts leave it open"}


def settled():
    """Every disagreement that was settled, in the order of the rules."""
    rows = [row for path in sorted(HERE.glob("*.json")) if not path.name.endswith(".never.json")
            for row in json.loads(path.read_text(encoding="utf-8"))]
    order = list(oracle.RULES)
    return sorted(rows, key=lambda row: order.index(row["rule"]))


def never():
    """(rule, outcome) that a rule cannot give, each with its reason."""
    return {(rule, outcome): why for path in sorted(HERE.glob("*.never.json"))
            for rule, outcomes in json.loads(path.read_text(encoding="utf-8")).items()
            for outcome, why in outcomes.items()}


def missing(counts):
    """The outcomes that a rule can give and that no generated record brought about."""
    cannot = never()
    return [f"{rule} {outcome}" for rule in oracle.RULES for outcome in ORDER
            if not counts[rule, outcome] and (rule, outcome) not in cannot]


def table(counts):
    """How many subjects of each rule came out how; a dash where the rule cannot give the outcome."""
    cannot = never()
    yield "| rule | " + " | ".join(LABELS) + " |"
    yield "|---|" + "---:|" * len(ORDER)
    for rule in oracle.RULES:
        cells = ["–" if (rule, outcome) in cannot and not counts[rule, outcome] else f"{counts[rule, outcome]:,}"
                 for outcome in ORDER]
        yield f"| {rule} | " + " | ".join(cells) + " |"


def disagreements():
    """What was settled, and who was wrong."""
    rows = settled()
    who = collections.Counter(row["wrong"] for row in rows)
    yield f"{len(rows)} kinds of disagreement were found and settled. Wrong was:"
    yield ""
    yield "| who | how often |"
    yield "|---|---:|"
    for code, label in WRONG.items():
        yield f"| {label} | {who[code]} |"
    yield ""
    yield "| rule | what they disagreed on | what holds now | wrong | kept as the vector |"
    yield "|---|---|---|---|---|"
    for row in rows:
        cells = [row["rule"], row["question"], row["settled"], row["wrong"], row["vector"]]
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def agreement(counts, seeds, wrong):
    """How far the two agree."""
    yield f"{sum(counts.values()):,} subjects of rules in {len(seeds):,} generated records, seeds {seeds[0]} to {seeds[-1]}."
    if not wrong:
        yield "Library and oracle agree on every one. A dash stands where a rule cannot give the outcome."
        return
    rules = collections.Counter(rule for _, rule, *_ in wrong)
    yield f"Library and oracle agree on all but {len(wrong):,}, which are not settled yet:"
    yield ", ".join(f"{rule} {rules[rule]}" for rule in oracle.RULES if rules[rule]) + "."
    yield "A dash stands where a rule cannot give the outcome."


def page(counts, seeds, wrong):
    """The whole page."""
    cannot = collections.defaultdict(list)
    for (rule, outcome), why in never().items():
        cannot[LABELS[ORDER.index(outcome)], why].append(rule)
    lines = [
        "# Why a finding can be relied on",
        "",
        "Each of the 75 rules is written twice: once in the library, in Rust, and once in an *oracle*, in plain",
        "Python, by somebody who had the two documents and their description at hand and had not read the library.",
        "A generator writes lifelike records, with slips and unreadable values, around the boundaries of the rules;",
        "both judge them, and the outcome of every rule for every subject is to be the same.",
        "",
        "Written by `cargo xtask oracle --records "
        f"{len(seeds)}`" + (f" with `--seed {seeds[0]}`" if seeds[0] else "") + "; `cargo xtask test` compares some hundred records each time.",
        "",
        "## How many subjects came out how",
        "",
        *agreement(counts, seeds, wrong),
        "",
        *table(counts),
        "",
        "Why a rule cannot give an outcome:",
        "",
        *(f"- {', '.join(rules)}, {outcome}: {why}." for (outcome, why), rules in cannot.items()),
        "",
        "## Where the two disagreed",
        "",
        *disagreements(),
        "",
    ]
    return "\n".join(lines)
