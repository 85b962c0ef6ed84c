#!/usr/bin/env python3
"""A text set as PDF and read again scores on its gold annotations as the plain text does.

usage: pdf_roundtrip.py --handvest PROGRAM --which corpora|shared [--style plain|book|columns] [--keep DIR]

The text is set by WeasyPrint: each line a paragraph, as a word processor imports plain text, lines
with tabs as tables. 'plain' is one ragged column with page numbers; 'book' is justified and hyphenated
with running heads; and 'columns' sets the same in two columns, with wide tables over both. The spans of the second reading are mapped
onto the plain text word by word. Exits with 77 where WeasyPrint or, for 'shared', the real documents are missing.
"""
import argparse
import html
import itertools
import os
import shutil
import subprocess
import sys
import tempfile

from handvest_json import SKIPPED, Text
from rereading import Rereading, charters

TOLERANCE = 0.02
LEAST_TEXT = {"plain": 0.999, "book": 0.99, "columns": 0.99}

HEAD = "@top-left{content:'Afspraken tussen rijk en steden'}"
PAGE = "@page{size:A4;margin:25mm;@bottom-center{content:counter(page)}%s}"
LINES = "p{margin:0;white-space:pre-wrap;min-height:1.2em}" \
        "td{padding:0 1em 0 0;font-size:80%;vertical-align:top;text-align:left;hyphens:manual}" \
        ".wide{column-span:all;margin:.5em 0}.wide table{width:100%}"
JUSTIFIED = "text-align:justify;hyphens:auto"
STYLES = {
    "plain": PAGE % "" + "body{font:11pt/1.2 serif}" + LINES,
    "book": PAGE % HEAD + "body{font:10.5pt/1.2 serif;%s}" % JUSTIFIED + LINES,
    "columns": PAGE % HEAD + "body{font:9.5pt/1.2 serif;columns:2;column-gap:8mm;%s}" % JUSTIFIED + LINES,
}


MOST_CELLS_IN_COLUMN = 3


def row(line):
    return "<tr>%s</tr>\n" % "".join("<td>%s</td>" % html.escape(cell) for cell in line.split("\t"))


def as_html(text):
    """Each line a paragraph, but neighbouring lines with tabs the rows of a table."""
    for tabbed, lines in itertools.groupby(text.split("\n"), lambda line: "\t" in line):
        if tabbed:
            lines = list(lines)
            wide = max(line.count("\t") for line in lines) >= MOST_CELLS_IN_COLUMN
            yield "<div%s><table>%s</table></div>\n" % (" class=wide" * wide, "".join(map(row, lines)))
        else:
            yield from ("<p>%s</p>\n" % html.escape(line) for line in lines)


def set_as_pdf(text, style, folder):
    source, pdf = os.path.join(folder, "document.html"), os.path.join(folder, "document.pdf")
    with open(source, "w", encoding="utf-8") as file:
        file.write("<html lang=nl><meta charset=utf-8><style>%s</style>" % STYLES[style])
        file.writelines(as_html(text))
    subprocess.run(["weasyprint", "-q", source, pdf], check=True, stderr=subprocess.DEVNULL)
    return pdf


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--handvest", required=True)
    arguments.add_argument("--which", required=True, choices=("corpora", "shared"))
    arguments.add_argument("--style", default="plain", choices=sorted(STYLES))
    arguments.add_argument("--keep", help="folder to leave the files in")
    options = arguments.parse_args()
    if not shutil.which("weasyprint"):
        print("skipped: weasyprint is not installed (Debian package weasyprint)")
        return SKIPPED
    measured, good = Rereading(options.handvest), True
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or temporary
        for charter in charters(options.which):
            pdf = set_as_pdf(Text.of(charter[0]).text, options.style, folder)
            share = measured.add(charter, pdf, os.path.join(folder, "made.txt"))
            good = good and share >= LEAST_TEXT[options.style]
    return 0 if measured.holds(TOLERANCE) and good else 1


if __name__ == "__main__":
    sys.exit(main())
