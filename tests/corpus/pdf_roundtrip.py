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

from alignment import Alignment
from evaluate import score
from handvest_json import SKIPPED, Text, extract, manifest, shared_folder
from measure.gold import names_in
from measure.score import Scores

TOLERANCE = 0.02
FIGURES = ("blocks", "mentions")
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


def documents(which):
    """(path, folder of its annotations, their names) of every text to set."""
    if which == "corpora":
        return [(path, os.path.dirname(path), names) for path, kind, names in manifest()
                if kind == "charters" and not os.path.dirname(path).endswith("damaged")]
    folder = shared_folder()
    if folder is None:
        print("skipped: no folder with the real documents (set HANDVEST_SHARED)")
        sys.exit(SKIPPED)
    gold = os.path.join(folder, "gold")
    return [(os.path.join(folder, "corpus", "de-charters.txt"), gold, names_in(gold))]


def read_again(program, plain, style, folder):
    """The extraction of the text set as PDF with spans of the plain text, and the share of it found."""
    made = os.path.join(folder, "made.txt")
    document = extract(program, set_as_pdf(plain, style, folder), "--text-out", made)
    alignment = Alignment(plain, Text.of(made).text)
    alignment.map_spans(document)
    return document, alignment.matched / len("".join(plain.split()))


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
    before, after, good = Scores(), Scores(), True
    with tempfile.TemporaryDirectory() as folder:
        for path, gold, names in documents(options.which):
            text = Text.of(path)
            document, share = read_again(options.handvest, text.text, options.style, options.keep or folder)
            print("%s: %.4f of the text" % (os.path.basename(path), share))
            good = good and share >= LEAST_TEXT[options.style]
            before.add(score(extract(options.handvest, path), text, gold, names))
            after.add(score(document, text, gold, names))
    for figure in FIGURES:
        print("%s: plain %.4f, read again %.4f" % (figure, before[figure].f1, after[figure].f1))
        good = good and after[figure].f1 >= before[figure].f1 - TOLERANCE
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
