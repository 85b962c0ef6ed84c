#!/usr/bin/env python3
"""The outline does not depend on how the text was printed: the same tree, but for offsets, after each change.

usage: perturbations.py --handvest PROGRAM --change NAME [--which corpora|charters]
"""
import argparse
import codecs
import difflib
import os
import re
import sys

from handvest_json import documents, extract, extract_text, fold, shared_documents

HEADER = "Bundel wijkafspraken - proefdruk voor de leden"


def wrap(line, width=80):
    """A line broken at blanks into lines of at most `width` columns."""
    pieces = []
    while len(line) > width:
        at = line.rfind(" ", 1, width + 1)
        if at <= 0 or not line[:at].strip():
            break
        pieces.append(line[:at])
        line = line[at + 1:]
    return pieces + [line]


def with_header(text):
    """A page header every 60 lines, or every 20 in a document too short for 60 to repeat it.

    A text too short for that too stays as it is: what stands twice and interrupts nothing may be a label."""
    every = 60 if text.count("\n") > 600 else 20
    if text.count("\n") < 3 * every:
        return text
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if number % every == 0:
            lines += ["", HEADER, ""]
    return "\n".join(lines)


CHANGES = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode("utf-8"),
    "wrapped": lambda text: "\n".join(piece for line in text.split("\n") for piece in wrap(line)).encode("utf-8"),
    "bullets": lambda text: re.sub(r"^(\s*)[-–] ", "\\1• ", text, flags=re.M).encode("utf-8"),
    "blank-lines": lambda text: re.sub(r"^([^\S\n]*)\n", r"\1\n\1\n", text, flags=re.M).encode("utf-8"),
    "page-header": lambda text: with_header(text).encode("utf-8"),
    "utf-8-bom": lambda text: codecs.BOM_UTF8 + text.encode("utf-8"),
    "utf-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
}


def item_lines(node, depth):
    for item in node.get("content") or []:
        level = " level %d" % item["level"] if "level" in item else ""
        yield "%s%s%s: %s" % ("  " * depth, item["type"], level, fold(item["text"]))


def section_lines(node, depth):
    for section in node.get("sections") or []:
        yield "%ssection %s %s [%s] %s" % ("  " * depth, section.get("number", "-"), section["title"],
                                           section.get("theme", ""), section.get("order", ""))
        yield from item_lines(section, depth + 1)
        for block in section["blocks"]:
            yield "%sblock %s %s (%s)" % ("  " * (depth + 1), block["role"], block["party"], block["label"])
            yield from item_lines(block, depth + 2)
        yield from section_lines(section, depth + 1)


def charter_lines(charter):
    yield "charter %s %s %s" % (charter.get("number", "-"), charter["title"], charter["city"])
    yield "  neighbourhoods " + "; ".join(place["name"] for place in charter["neighbourhoods"])
    for party in charter["parties"]:
        yield "  party %s, %s, %s" % (party["name"], party.get("role"), party.get("side"))
    signature = charter.get("signature", {})
    yield "  signature %s %s %s" % (signature.get("place"), signature.get("date"), signature.get("copies"))
    yield "  validity %s" % charter.get("validity", {}).get("period")
    for note in charter["footnotes"]:
        yield "  footnote %s: %s" % (note["mark"], fold(note["text"]))
    for table in charter["tables"]:
        for row in table["header"] + table["rows"]:
            yield "  row " + " | ".join(fold(cell["text"]) for cell in row)


def outline(document):
    """The outline as lines without offsets."""
    lines = ["kind " + document["document"]["kind"]]
    lines += list(item_lines(document, 0)) + list(section_lines(document, 0))
    for charter in document["charters"]:
        lines += list(charter_lines(charter))
        lines += list(item_lines(charter, 1)) + list(section_lines(charter, 1))
    return lines


def differences(program, path, change):
    before = outline(extract(program, path))
    with open(path, encoding="utf-8", newline="") as file:
        changed = CHANGES[change](file.read())
    after = outline(extract_text(program, changed, os.path.basename(path)))
    return [line for line in difflib.unified_diff(before, after, n=0, lineterm="")
            if not line.startswith(("@@", "---", "+++"))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--handvest", required=True)
    parser.add_argument("--change", choices=sorted(CHANGES), required=True)
    parser.add_argument("--which", choices=["corpora", "charters"], default="corpora")
    arguments = parser.parse_args()
    if arguments.which == "corpora":
        paths = documents("corpora")
    else:
        paths = [path for path in shared_documents() if os.path.basename(path) == "de-charters.txt"]
    failed = False
    for path in paths:
        lines = differences(arguments.handvest, path, arguments.change)
        failed = failed or bool(lines)
        print("%-24s %d lines of the outline differ" % (os.path.basename(path), len(lines)))
        for line in lines[:12]:
            print("    " + line[:150])
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
