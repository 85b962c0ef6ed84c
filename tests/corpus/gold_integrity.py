#!/usr/bin/env python3
"""The annotations beside the example documents fit their texts: every value stands at its place, every digit is
annotated, ranges follow each other, every document has its annotations.

usage: gold_integrity.py
"""
import os
import re
import sys

from handvest_json import CORPORA, Text, manifest
from measure.gold import Gold, names_in

TYPES = {"number", "percentage", "money", "date", "period", "duration", "age", "ordinal", "reference", "optional", "none"}
UNITS = {"%", "pp", "number", "EUR", "grade", "%change"}


def mention_faults(gold, text):
    covered = {}
    for line, column, words, kind, value in gold.mentions:
        row = "%s line %s: %r" % (gold.name, line, words)
        if text.line(int(line))[int(column):int(column) + len(words)] != words:
            yield row + " does not stand there"
        if kind not in TYPES:
            yield row + " has the unknown type " + kind
        if not value and kind not in ("none", "optional"):
            yield row + " has no value"
        covered.setdefault(int(line), []).append((int(column), int(column) + len(words)))
    for line in range(gold.first, gold.last + 1):
        for match in re.finditer(r"\d+", text.line(line)):
            if not any(a <= match.start() and match.end() <= b for a, b in covered.get(line, [])):
                yield "%s line %d: %s lies in no row" % (gold.name, line, match.group())


def structure_faults(gold, text):
    for kind, first, last, *_ in gold.rows:
        row = "%s: %s %s-%s" % (gold.name, kind, first, last)
        if not gold.first <= int(first) <= int(last) <= gold.last:
            yield row + " leaves its document"
        elif not text.line(int(first)).strip() or not text.line(int(last)).strip():
            yield row + " begins or ends at a blank line"
    blocks = [(int(row[1]), int(row[2])) for row in gold.kind("block")]
    for (_, end), (start, _) in zip(blocks, blocks[1:]):
        if start <= end:
            yield "%s: the block at line %d begins in the one before" % (gold.name, start)


def target_faults(gold, text):
    for row in gold.targets:
        place = "%s line %s: target %s" % (gold.name, row[0], row[1])
        if row[2] not in UNITS:
            yield place + " has the unknown unit " + row[2]
        if not row[5]:
            yield place + " has no value"
        if not text.line(int(row[0])).strip():
            yield place + " stands on a blank line"


def main():
    faults, used = [], {}
    for path, _, names in manifest():
        text, folder = Text.of(path), os.path.dirname(path)
        used.setdefault(folder, set()).update(names)
        for name in names:
            gold = Gold(folder, name)
            for check in (mention_faults, structure_faults, target_faults):
                faults += check(gold, text)
    for folder in sorted(os.listdir(CORPORA)):
        folder = os.path.join(CORPORA, folder)
        if os.path.isdir(folder):
            faults += ["%s is not in corpora.tsv" % name for name in set(names_in(folder)) - used.get(folder, set())]
    print("\n".join(faults) or "the annotations fit their documents")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
