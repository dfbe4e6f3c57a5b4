"""Holds the library against the oracle on generated records.

`python3 compare.py --judge PROGRAM [--records N] [--seed S] [--shrink]`

PROGRAM reads one {"record", "options"} a line and writes one {"subjects"} a line. Prints how many
subjects of each rule came out how, and every disagreement with its seed. Exit status 1 when the two
disagree, or when an outcome that a rule can give was never given.
"""

import argparse
import collections
import json
import multiprocessing
import os
import subprocess
import sys

import generate
import oracle
from world import ORDER

PART = 40
"""Records that are handed over at once."""


def library(program, jobs):
    """What the library says to each job."""
    text = "".join(json.dumps(job, ensure_ascii=False) + "\n" for job in jobs)
    done = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def differences(ours, theirs):
    """(rule, subject, library, oracle) wherever the two differ; a subject that is not there is not applicable."""
    for rule in oracle.RULES:
        one, other = ours.get(rule, {}), theirs.get(rule, {})
        for subject in sorted(one.keys() | other.keys()):
            pair = (one.get(subject, ORDER[0]), other.get(subject, ORDER[0]))
            if pair[0] != pair[1]:
                yield (rule, subject, *pair)


def part(work):
    """Judges a few seeds by both."""
    program, seeds = work
    jobs = [generate.job(seed) for seed in seeds]
    counts, wrong = collections.Counter(), []
    for job, answer in zip(jobs, library(program, jobs), strict=True):
        theirs = oracle.judge(json.dumps(job["record"]).encode(), job["options"])
        if "error" in answer:
            wrong.append((job["seed"], "record", "", answer["error"], ""))
            continue
        ours = answer["subjects"]
        counts.update((rule, outcome) for rule, subjects in ours.items() for outcome in subjects.values())
        wrong.extend((job["seed"], *one) for one in differences(ours, theirs))
    return counts, wrong


def compare(program, seeds):
    """The counts of (rule, outcome) and the disagreements over all seeds, in their order."""
    parts = [(program, seeds[at:at + PART]) for at in range(0, len(seeds), PART)]
    counts, wrong = collections.Counter(), []
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for number, (some, others) in enumerate(pool.imap(part, parts), 1):
            counts.update(some)
            wrong.extend(others)
            if number % 25 == 0:
                print(f"{min(number * PART, len(seeds))} records", file=sys.stderr)
    return counts, wrong


def shrunk(program, seed, rule, pair):
    """The smallest record found on which the two still disagree about the rule in the same way."""
    job = generate.job(seed)

    def still(record):
        theirs = oracle.judge(json.dumps(record).encode(), job["options"])
        answer, = library(program, [{"record": record, "options": job["options"]}])
        if "error" in answer:
            return False
        return any(one[0] == rule and one[2:] == pair for one in differences(answer["subjects"], theirs))

    # Of another charter only what it says otherwise.
    charter = {key: job["options"]["charter"][key] for key in ("rules", "sites")} if "charter" in job["options"] else None
    options = {**job["options"], "charter": charter} if charter else job["options"]
    return {"record": generate.shrink(job["record"], still), "options": options}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--judge", required=True)
    parser.add_argument("--records", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rule")
    parser.add_argument("--shrink", action="store_true")
    asked = parser.parse_args()
    counts, wrong = compare(asked.judge, range(asked.seed, asked.seed + asked.records))
    print(f"{'rule':10}" + "".join(f"{o:>16}" for o in ORDER))
    for rule in oracle.RULES:
        print(f"{rule:10}" + "".join(f"{counts[rule, o]:16}" for o in ORDER))
    kinds = collections.defaultdict(list)
    for seed, rule, subject, ours, theirs in wrong:
        kinds[rule, ours, theirs].append((seed, subject))
    for (rule, ours, theirs), where in sorted(kinds.items(), key=lambda it: (it[0][0], -len(it[1]))):
        if asked.rule not in (None, rule):
            continue
        print(f"{rule:9} {ours:>15} {theirs:>15} {len(where):6}", *(f"{s}:{n}" for s, n in where[:4]))
        if asked.shrink:
            print(json.dumps(shrunk(asked.judge, where[0][0], rule, (ours, theirs)), ensure_ascii=False))
    print(sum(counts.values()), "subjects,", len(wrong), "disagreements")


if __name__ == "__main__":
    main()
