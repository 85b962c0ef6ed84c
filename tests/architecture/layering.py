#!/usr/bin/env python3
"""Holds the layering: a folder includes only its own headers and those of folders below it.

usage: layering.py ROOT | --self-test
"""
import pathlib
import re
import sys

# From the lowest to the highest. A folder may use those before it.
ORDER = ["text", "grammar", "source", "layout", "structure", "mentions", "meaning", "output", "pipeline", "cli"]
INCLUDE = re.compile(r'^\s*#include "([a-z_]+)/', re.M)
LINES_OF_A_FILE = 450


def breaches(folder, name, text):
    for used in INCLUDE.findall(text):
        if used not in ORDER:
            yield f"{name}: includes from {used}/, which is no stage"
        elif ORDER.index(used) > ORDER.index(folder):
            yield f"{name}: {folder} may not use {used}"
    if text.count("\n") > LINES_OF_A_FILE:
        yield f"{name}: {text.count(chr(10))} lines: a file this long is two subjects"


def breaches_of_tree(root):
    for folder in ORDER:
        base = root / "output" if folder == "output" else root / "extractor" / folder
        for path in sorted(base.rglob("*.[ch]pp")):
            yield from breaches(folder, path.relative_to(root), path.read_text(encoding="utf-8"))


def self_test():
    assert list(breaches("layout", "a.cpp", '#include "meaning/meaning.hpp"\n'))
    assert list(breaches("layout", "a.cpp", '#include "nowhere/x.hpp"\n'))
    assert list(breaches("layout", "a.cpp", "\n" * (LINES_OF_A_FILE + 1)))
    assert not list(breaches("meaning", "a.cpp", '#include "layout/layout.hpp"\n#include <vector>\n'))


if __name__ == "__main__":
    if sys.argv[1] == "--self-test":
        self_test()
        sys.exit(0)
    found = list(breaches_of_tree(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "every folder uses only folders below it")
    sys.exit(1 if found else 0)
