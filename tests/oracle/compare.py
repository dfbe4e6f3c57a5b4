"""Holds the library against the oracle on generated records.

`python3 compare.py --judge PROGRAM [--records N] [--seed S] [--rule ID] [--trust FILE]`

PROGRAM reads one {"record", "options"} a line and writes one {"subjects"} a line. Prints how many
subjects of each rule came out how, and each kind of disagreement with its seeds and a record shrunk to
what it turns on. Exit status 1 when the two disagree anywhere, and with --trust also when an outcome
that a rule can give was never given; --trust writes the figures into FILE.
"""

import argparse
import collections
import json
import multiprocessing
import os
import pathlib
import subprocess
import sys

import generate
import oracle
import trust
from world import ORDER

PART = 40
"""Records that are handed over at once."""

SHOWN = 6
"""Kinds of disagreement that are shrunk and shown; the others are only counted."""


def library(program, jobs):
    """What the library says to each job."""
    text = "".join(json.dumps(job, ensure_ascii=False) + "\n" for job in jobs)
    done = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def differences(job, answer):
    """(rule, subject, library, oracle) wherever the two differ; a subject that is not there is not applicable."""
    if "error" in answer:
        return [("record", "", answer["error"], "")]
    theirs = oracle.judge(json.dumps(job["record"]).encode(), job["options"])
    found = []
    for rule in oracle.RULES:
        one, other = answer["subjects"].get(rule, {}), theirs.get(rule, {})
        for subject in sorted(one.keys() | other.keys()):
            pair = (one.get(subject, ORDER[0]), other.get(subject, ORDER[0]))
            if pair[0] != pair[1]:
                found.append((rule, subject, *pair))
    return found


def part(work):
    """Judges a few seeds by both."""
    program, seeds = work
    jobs = [generate.job(seed) for seed in seeds]
    counts, wrong = collections.Counter(), []
    for job, answer in zip(jobs, library(program, jobs), strict=True):
        for rule, subjects in answer.get("subjects", {}).items():
            counts.update((rule, outcome) for outcome in subjects.values())
        wrong.extend((job["seed"], *one) for one in differences(job, answer))
    return counts, wrong


def compare(program, seeds):
    """The counts of (rule, outcome) and the disagreements over all seeds, in their order."""
    parts = [(program, seeds[at:at + PART]) for at in range(0, len(seeds), PART)]
    counts, wrong = collections.Counter(), []
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for number, (some, others) in enumerate(pool.imap(part, parts), 1):
            counts.update(some)
            wrong.extend(others)
            if number % 50 == 0:
                print(f"{min(number * PART, len(seeds))} of {len(seeds)} records", file=sys.stderr)
    return counts, wrong


def shrunk(program, seed, rule, pair):
    """The smallest record found on which the two still disagree about the rule in the same way."""
    job = generate.job(seed)

    def still(record):
        trial = {"record": record, "options": job["options"]}
        answer, = library(program, [trial])
        return any(one[0] == rule and one[2:] == pair for one in differences(trial, answer))

    # Of another charter only what it says otherwise.
    charter = {key: job["options"]["charter"][key] for key in ("rules", "sites")} if "charter" in job["options"] else None
    options = {**job["options"], "charter": charter} if charter else job["options"]
    return {"record": generate.shrink(job["record"], still), "options": options}


def show(program, wrong):
    """Prints the kinds of disagreement, the most frequent first."""
    kinds = collections.defaultdict(list)
    for seed, rule, subject, ours, theirs in wrong:
        kinds[rule, ours, theirs].append((seed, subject))
    for number, ((rule, ours, theirs), where) in enumerate(sorted(kinds.items(), key=lambda it: -len(it[1]))):
        print(f"{rule}: the library says {ours}, the oracle {theirs}, {len(where)} times, at seed and subject",
              ", ".join(f"{seed} {subject}" for seed, subject in where[:4]))
        if number < SHOWN:
            print(json.dumps(shrunk(program, where[0][0], rule, (ours, theirs)), ensure_ascii=False))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--judge", required=True)
    parser.add_argument("--records", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rule")
    parser.add_argument("--trust", type=pathlib.Path)
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.records)
    counts, wrong = compare(asked.judge, seeds)
    print("\n".join(trust.table(counts)))
    wrong = [one for one in wrong if asked.rule in (None, one[1])]
    missing = trust.missing(counts)
    print(f"{sum(counts.values())} subjects in {asked.records} records from seed {asked.seed}: "
          f"{len(wrong)} disagreements; outcomes that never came: {', '.join(missing) or 'none'}")
    if asked.trust and not asked.rule:
        asked.trust.parent.mkdir(exist_ok=True)
        asked.trust.write_text(trust.page(counts, seeds, wrong), encoding="utf-8")
    show(asked.judge, wrong)
    return 1 if wrong or asked.trust and missing else 0


if __name__ == "__main__":
    sys.exit(main())
