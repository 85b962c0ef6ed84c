#!/usr/bin/env python3
"""evaluate.py and the scorer that came with the real annotations give the same figures on the same output.

usage: agreement.py --handvest PROGRAM
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

from evaluate import score
from handvest_json import SKIPPED, Text, extract, shared_folder
from measure.gold import names_in


def in_their_words(document):
    """A copy with ranges as the annotations write them, '200/400': that scorer does not look at `upper`."""
    copy = json.loads(json.dumps(document))
    for target in copy["targets"]:
        for end in (target.get("baseline"), target.get("target")):
            if end and "upper" in end:
                end["value"] = "%g/%g" % (end["value"], end["upper"])
    return copy


def figures_of(scorer, path, document, gold):
    """(right, false, missed) of every field in the scorer's table."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "output.json")
        with open(output, "w", encoding="utf-8") as file:
            json.dump(document, file)
        run = subprocess.run([sys.executable, "-B", scorer, "--text", path, "--json", output, "--gold", gold],
                             stdout=subprocess.PIPE, check=True, text=True)
    rows = re.findall(r"^(\S[a-z ]*?) +(\d+) +(\d+) +(\d+) +[\d.]+ +[\d.]+ +[\d.]+$", run.stdout, re.M)
    return {field: tuple(int(count) for count in counts) for field, *counts in rows}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--handvest", required=True)
    arguments = parser.parse_args()
    folder = shared_folder()
    scorer = os.path.join(folder or "", "tools", "score.py")
    if folder is None or not os.path.exists(scorer):
        print("skipped: no scorer to compare with (set HANDVEST_SHARED)")
        sys.exit(SKIPPED)
    path, gold = os.path.join(folder, "corpus", "de-charters.txt"), os.path.join(folder, "gold")
    document = extract(arguments.handvest, path)
    scores = score(document, Text.of(path), gold, names_in(gold))
    ours = {field: (one.hits, len(one.false), len(one.missed)) for field, one in scores.items()}
    theirs = figures_of(scorer, path, in_their_words(document), gold)
    faults = ["%s: %s here, %s there" % (field, ours.get(field), theirs.get(field))
              for field in sorted(ours.keys() | theirs.keys()) if ours.get(field) != theirs.get(field)]
    print("\n".join(faults) or "the same figures in %d fields" % len(ours))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
