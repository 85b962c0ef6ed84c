#!/usr/bin/env python3
"""Compares handvest's output on every example document with the expected JSON beside it, NAME.expected.json.

usage: golden.py --handvest PROGRAM [--update]

The program's version and the grammar's hash are left out, so that they may change alone. --update writes the
expectations anew; read the difference before it is committed. It ends with exit code 1 all the same, so that a
test with the flag left on cannot pass.
"""
import argparse
import difflib
import json
import os
import sys

from handvest_json import extract, manifest


def comparable(document):
    """The output as it is compared: without what changes with every version."""
    document["generator"] = {"name": document["generator"]["name"]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def expectation_of(path):
    return os.path.splitext(path)[0] + ".expected.json"


def differences(path, actual):
    if not os.path.exists(expectation_of(path)):
        return ["there is no " + os.path.basename(expectation_of(path))]
    with open(expectation_of(path), encoding="utf-8") as file:
        expected = file.read()
    return list(difflib.unified_diff(expected.split("\n"), actual.split("\n"), "expected", "actual", lineterm="", n=2))


def update(path, actual):
    with open(expectation_of(path), "w", encoding="utf-8") as file:
        file.write(actual)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--handvest", required=True)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    failed = arguments.update
    for path, _, _ in manifest():
        actual = comparable(extract(arguments.handvest, path))
        found = differences(path, actual)
        failed = failed or bool(found)
        print("%-24s %s" % (os.path.basename(path), "differs" if found else "as expected"))
        if arguments.update:
            update(path, actual)
        else:
            print("\n".join("    " + line for line in found[:40]))
    if arguments.update:
        print("expectations written; read them, then run without --update")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
