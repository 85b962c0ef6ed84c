#!/usr/bin/env python3
"""Measures handvest against the annotations beside the example documents and, when the real documents are there,
against those of their cities.

usage: evaluate.py --handvest PROGRAM [--which corpora|shared|both] [--errors N] [--min KEY=BOUND ...]
                   [--results FILE.md]

Prints a table with precision, recall and F1 of every field; --min ends with exit code 1 when a figure such as
sections.f1 is below its bound; --results writes the tables to a file, with the date and the causes of misses.
"""
import argparse
import datetime
import os
import sys

from handvest_json import SKIPPED, Text, extract, manifest, shared_folder
from measure.gold import Gold, names_in
from measure.meaning import score_meaning
from measure.mentions import score_mentions
from measure.outline import score_outline
from measure.score import Scores


def score(document, text, folder, names):
    """The scores of one output against the annotations of these names."""
    total = Scores()
    for name in names:
        gold, scores = Gold(folder, name), Scores()
        score_outline(document, gold, text, scores)
        score_mentions(document, gold, text, scores)
        score_meaning(document, gold, text, scores)
        total.add(scores)
    return total


def score_corpora(program):
    charters, others, damaged = Scores(), Scores(), Scores()
    for path, kind, names in manifest():
        folder = os.path.dirname(path)
        scores = score(extract(program, path), Text.of(path), folder, names)
        (damaged if folder.endswith("damaged") else charters if kind == "charters" else others).add(scores)
    return [("Example charters", charters), ("Example documents of other kinds", others), ("Damaged examples", damaged)]


def score_shared(program):
    folder = shared_folder()
    gold = os.path.join(folder, "gold")
    path = os.path.join(folder, "corpus", "de-charters.txt")
    return [("De Charters, twelve cities", score(extract(program, path), Text.of(path), gold, names_in(gold)))]


def table(scores):
    lines = ["| field | right | false | missed | precision | recall | F1 |", "|---|--:|--:|--:|--:|--:|--:|"]
    for field in scores.fields():
        one = scores[field]
        lines.append("| %s | %d | %d | %d | %.3f | %.3f | %.3f |" % (
            field, one.hits, len(one.false), len(one.missed), one.precision, one.recall, one.f1))
    return lines


def causes(scores):
    lines = ["| targets and pledges: cause | count |", "|---|--:|"]
    return lines + ["| %s | %d |" % (cause, count) for cause, count in sorted(scores.causes.items())]


def write_results(path, groups):
    today = datetime.date.today().isoformat()
    lines = ["# Results", "", "Measured on %s by `cmake --build … --target evaluate`." % today, "",
             "Pledges are measured by recall: the annotations leave national budgets aside."]
    for title, scores in groups:
        lines += ["", "## " + title, ""] + table(scores) + [""] + causes(scores)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def print_errors(scores, count):
    for field in scores.fields():
        if field.startswith("mentions "):
            continue
        for what in scores[field].missed[:count]:
            print("MISSED %-16s %s" % (field, what))
        for what in scores[field].false[:count]:
            print("FALSE  %-16s %s" % (field, what))


def below(groups, bounds):
    """The bounds that are not met; a figure is that of all groups together."""
    total = Scores()
    for _, scores in groups:
        total.add(scores)
    faults = []
    for bound in bounds:
        key, _, least = bound.partition("=")
        if total.figure(key) < float(least):
            faults.append("%s is %.4f, must be %s" % (key, total.figure(key), least))
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--handvest", required=True)
    parser.add_argument("--which", choices=["corpora", "shared", "both"], default="corpora")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--min", nargs="*", default=[])
    parser.add_argument("--results")
    arguments = parser.parse_args()
    if arguments.which == "shared" and shared_folder() is None:
        print("skipped: no folder with the real documents (set HANDVEST_SHARED)")
        sys.exit(SKIPPED)
    groups = [] if arguments.which == "shared" else score_corpora(arguments.handvest)
    if arguments.which != "corpora" and shared_folder() is not None:
        groups += score_shared(arguments.handvest)
    for title, scores in groups:
        print("\n".join([title] + table(scores) + [""] + causes(scores) + [""]))
        print_errors(scores, arguments.errors)
    if arguments.results:
        write_results(arguments.results, groups)
    faults = below(groups, arguments.min)
    print("\n".join("below its bound: " + fault for fault in faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
