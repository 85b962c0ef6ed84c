#!/usr/bin/env python3
"""Every sample of OCR output and of PDF gives its words, in the order of the page.

usage: scans.py --handvest PROGRAM

References come from other tools: Python's XML parser for ALTO, PAGE XML and hOCR, pdftotext for PDF,
and for the page of two columns the text that the OCR engine wrote itself. Exits with 77 where the
samples are missing.
"""
import argparse
import collections
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from handvest_json import SKIPPED, Text, extract, shared_folder

LEAST_COVERAGE = 0.99
LEAST_ORDER = 0.99


def local(node):
    return node.tag.rpartition("}")[2]


def alto_words(root):
    """Words of ALTO; of one that is broken at a line end the whole word, once."""
    for node in root.iter():
        if local(node) == "String" and node.get("SUBS_TYPE") != "HypPart2":
            yield from (node.get("SUBS_CONTENT") or node.get("CONTENT", "")).split()


def page_words(root):
    """Words of the lines of PAGE XML, those broken at a line end joined."""
    words = []
    for line in root.iter():
        if local(line) != "TextLine":
            continue
        for reading in line:
            if local(reading) == "TextEquiv":
                new = "".join(reading.itertext()).split()
                if new and words and len(words[-1]) > 1 and words[-1][-1] in "-\u00ac":
                    words[-1] = words[-1][:-1] + new.pop(0)
                words += new
    return words


def hocr_words(root):
    for node in root.iter():
        if "ocrx_word" in node.get("class", ""):
            yield from "".join(node.itertext()).split()


def xml_parser(path):
    """A parser for the encoding that the file is in; one sample declares another one."""
    with open(path, "rb") as file:
        try:
            file.read().decode("utf-8")
        except UnicodeDecodeError:
            return ElementTree.XMLParser()
    return ElementTree.XMLParser(encoding="utf-8")


def reference(path):
    if path.endswith(".pdf"):
        if not shutil.which("pdftotext"):
            return None
        run = subprocess.run(["pdftotext", "-raw", path, "-"], stdout=subprocess.PIPE, check=True)
        return run.stdout.decode().split()
    root = ElementTree.parse(path, xml_parser(path)).getroot()
    kind = {"alto": alto_words, "PcGts": page_words, "html": hocr_words}[local(root)]
    return list(kind(root))


def coverage(wanted, found):
    wanted, found = collections.Counter(wanted), collections.Counter(found)
    return sum((wanted & found).values()) / max(1, sum(wanted.values()))


def check_places(document, name):
    """Every mention of these formats can be shown on its page."""
    missing = [m["text"] for m in document["mentions"] if not m["span"].get("boxes")]
    if missing:
        print("%s: mentions without a place: %s" % (name, missing[:5]))
    return not missing and document["source"]["pages"] == 1


def check(program, path, order, folder):
    made = os.path.join(folder, "made.txt")
    document = extract(program, path, "--text-out", made)
    found = Text.of(made).text.split()
    name, good = os.path.basename(path), check_places(document, os.path.basename(path))
    wanted = reference(path)
    if wanted is not None:
        share = coverage(wanted, found)
        print("%s: %.4f of the words" % (name, share))
        good = good and share >= LEAST_COVERAGE
    if order is not None:
        share = difflib.SequenceMatcher(None, order, found, autojunk=False).ratio()
        print("%s: %.4f of the words in the order of the page" % (name, share))
        good = good and share >= LEAST_ORDER
    return good


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--handvest", required=True)
    options = arguments.parse_args()
    shared = shared_folder()
    if shared is None or not os.path.isdir(os.path.join(shared, "samples")):
        print("skipped: no folder with the samples (set HANDVEST_SHARED)")
        return SKIPPED
    samples = os.path.join(shared, "samples")
    order = Text.of(os.path.join(samples, "ocr", "out-2col.txt")).text.split()
    good = True
    with tempfile.TemporaryDirectory() as temporary:
        for folder in ("alto", "page", "ocr"):
            for name in sorted(os.listdir(os.path.join(samples, folder))):
                if name.endswith((".xml", ".hocr", ".pdf")):
                    good &= check(options.handvest, os.path.join(samples, folder, name),
                                  order if folder == "ocr" else None, temporary)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
