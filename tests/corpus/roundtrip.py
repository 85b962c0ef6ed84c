#!/usr/bin/env python3
"""A text turned into DOCX, ODT, HTML or PDF and read again scores on its gold annotations as the plain text does.

usage: roundtrip.py --handvest PROGRAM --which corpora|shared --to docx|odt|html|pdf
                    --by pandoc-lines|pandoc-paragraphs|libreoffice [--keep DIR]

By pandoc the text becomes a document in one of two forms: 'lines' as a word processor imports text (each line
a paragraph, empty ones kept), 'paragraphs' as people write (a run of lines is one paragraph with line breaks,
runs of lines with tabs are tables). LibreOffice imports the text by itself. The spans of the second reading are
mapped onto the plain text word by word. Exits with 77 where the converter or, for 'shared', the real documents
are missing.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from handvest_json import SKIPPED, Text
from rereading import Rereading, charters

TOLERANCE = {"docx": 0.01, "odt": 0.01, "html": 0.01, "pdf": 0.02}
LEAST_TEXT = 0.99
NO_ATTRIBUTES = ["", [], []]


def line_of(text):
    return [{"t": "Str", "c": text}] if text else []


def table_of(lines):
    rows = [line.split("\t") for line in lines]
    width = max(len(row) for row in rows)

    def cell(text):
        plain = [{"t": "Plain", "c": line_of(text)}] if text else []
        return [NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, plain]

    body = [[NO_ATTRIBUTES, [cell(text) for text in row + [""] * (width - len(row))]] for row in rows]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * width
    return {"t": "Table", "c": [NO_ATTRIBUTES, [None, []], columns, [NO_ATTRIBUTES, []],
                                [[NO_ATTRIBUTES, 0, [], body]], [NO_ATTRIBUTES, []]]}


def as_lines(text):
    return [{"t": "Para", "c": line_of(line)} for line in text.split("\n")]


def as_paragraphs(text):
    blocks = []
    for run in re.split(r"\n\s*\n", text):
        lines = [line for line in run.split("\n") if line.strip()]
        while lines:
            tabbed = "\t" in lines[0]
            count = next((i for i, line in enumerate(lines) if ("\t" in line) != tabbed), len(lines))
            part, lines = lines[:count], lines[count:]
            if tabbed and count > 1:
                blocks.append(table_of(part))
                continue
            inlines = []
            for line in part:
                inlines += ([{"t": "LineBreak"}] if inlines else []) + line_of(line)
            blocks.append({"t": "Para", "c": inlines})
    return blocks


def by_pandoc(form):
    def convert(path, target, folder):
        version = json.loads(subprocess.run(["pandoc", "-t", "json"], input=b"", check=True,
                                            stdout=subprocess.PIPE).stdout)["pandoc-api-version"]
        tree = json.dumps({"pandoc-api-version": version, "meta": {}, "blocks": form(Text.of(path).text)})
        document = os.path.join(folder, "document." + target)
        subprocess.run(["pandoc", "-f", "json", "-t", target + "+empty_paragraphs", "-s", "-o", document,
                        "--metadata", "pagetitle=document"],
                       input=tree.encode(), check=True, stderr=subprocess.DEVNULL)
        return document
    return convert


def by_libreoffice(path, target, folder):
    # A profile of its own: LibreOffice runs only once for each.
    profile = "-env:UserInstallation=file://%s" % os.path.join(folder, "profile")
    document = os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + "." + target)
    try:
        subprocess.run(["soffice", "--headless", profile, "--infilter=Text (encoded):UTF8,LF,,,",
                        "--convert-to", target, "--outdir", folder, path], timeout=300,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pass
    if not os.path.exists(document):  # it may be installed without its writer
        print("skipped: LibreOffice does not convert text to %s here" % target)
        sys.exit(SKIPPED)
    return document


CONVERTERS = {
    "pandoc-lines": ("pandoc", by_pandoc(as_lines)),
    "pandoc-paragraphs": ("pandoc", by_pandoc(as_paragraphs)),
    "libreoffice": ("soffice", by_libreoffice),
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--handvest", required=True)
    arguments.add_argument("--which", required=True, choices=("corpora", "shared"))
    arguments.add_argument("--to", required=True, choices=sorted(TOLERANCE))
    arguments.add_argument("--by", required=True, choices=sorted(CONVERTERS))
    arguments.add_argument("--keep", help="folder to leave the files in")
    options = arguments.parse_args()
    tool, convert = CONVERTERS[options.by]
    if not shutil.which(tool):
        print("skipped: %s is not installed" % tool)
        return SKIPPED
    measured, good = Rereading(options.handvest), True
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or temporary
        for charter in charters(options.which):
            document = convert(charter[0], options.to, folder)
            good &= measured.add(charter, document, os.path.join(folder, "made.txt")) >= LEAST_TEXT
    return 0 if measured.holds(TOLERANCE[options.to]) and good else 1


if __name__ == "__main__":
    sys.exit(main())
