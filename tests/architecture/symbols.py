#!/usr/bin/env python3
"""Holds that the library neither prints nor ends the program: only extractor/cli may.

usage: symbols.py BUILD_DIR
Looks with nm at the undefined symbols of the stages' static libraries.
"""
import pathlib
import re
import subprocess
import sys

FORBIDDEN = re.compile(r" U (printf|puts|putchar|abort|exit|_exit|std::cout|std::cerr|std::clog)(@.*)?$")
LIBRARIES = ["text", "grammar", "grammar_rules", "layout", "structure", "mentions", "meaning", "output"]

if __name__ == "__main__":
    build = pathlib.Path(sys.argv[1])
    found = []
    for name in LIBRARIES:
        library = next(build.rglob(f"libhandvest_{name}.a"))
        symbols = subprocess.run(["nm", "-C", "-A", str(library)], capture_output=True, text=True, check=True)
        found += [f"{name}: {line}" for line in symbols.stdout.splitlines() if FORBIDDEN.search(line)]
    print("\n".join(found) or "the library neither prints nor ends the program")
    sys.exit(1 if found else 0)
