#!/usr/bin/env python3
"""Every real sample in markup gives its words, or the refusal that the documentation promises.

usage: formats.py --handvest PROGRAM

The reference is made by other parsers than handvest's: Python's expat for XML, its html.parser for
HTML, and pandoc for HTML where it is installed. Exits with 77 without the shared folder.
"""
import argparse
import collections
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree
import zipfile

LEAST_COVERAGE = 0.99
ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("HANDVEST_SHARED", ROOT.parent / "shared"))
RECORDS = {"opmeta1.xml", "opmeta2.xml", "searchrec.xml"}


class Words(html.parser.HTMLParser):
    """The text of a page's body."""

    def __init__(self):
        super().__init__()
        self.text, self.hidden, self.in_body = [], 0, False

    def handle_starttag(self, tag, attributes):
        self.in_body = self.in_body or tag == "body"
        self.hidden += tag in ("script", "style")
        self.text.append(" ")

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        self.text.append(" ")

    def handle_data(self, data):
        if self.in_body and not self.hidden:
            self.text.append(data)


def words(text):
    return collections.Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


def references(path):
    data = path.read_bytes()
    if path.suffix == ".zip":
        archive = zipfile.ZipFile(io.BytesIO(data))
        data = archive.read(archive.namelist()[0])
    if path.suffix == ".xml":
        yield "expat", " ".join(xml.etree.ElementTree.fromstring(data).itertext())
        return
    parser = Words()
    parser.feed(data.decode("utf-8"))
    yield "html.parser", "".join(parser.text)
    if shutil.which("pandoc"):
        plain = subprocess.run(["pandoc", "-f", "html", "-t", "plain", "--wrap=none"], input=data,
                               capture_output=True, check=True).stdout
        yield "pandoc", plain.decode("utf-8")


def check(program, path, folder):
    output, text = folder / "out.json", folder / "out.txt"
    run = subprocess.run([program, "extract", path, "-o", output, "--text-out", text],
                         capture_output=True, text=True, check=False)
    if path.name in RECORDS:
        good = run.returncode == 1 and "--metadata" in run.stderr
        print(f"{path.name}: {'refused with advice' if good else 'NOT refused with advice'}")
        return good
    if run.returncode != 0:
        print(f"{path.name}: exit code {run.returncode}: {run.stderr}")
        return False
    found, good = words(text.read_text(encoding="utf-8")), True
    for name, reference in references(path):
        wanted = words(reference)
        coverage = sum((wanted & found).values()) / max(1, sum(wanted.values()))
        print(f"{path.name}: {coverage:.4f} of the words by {name}")
        if coverage < LEAST_COVERAGE:
            print("  missing:", list((wanted - found).items())[:20])
            good = False
    if path.suffix == ".xml" and '"xpath"' not in output.read_text(encoding="utf-8"):
        print(f"{path.name}: no XPath in the output")
        good = False
    return good and json.loads(output.read_text(encoding="utf-8"))["source"]["characters"] > 0


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--handvest", required=True)
    program = arguments.parse_args().handvest
    samples = sorted((SHARED / "samples" / "officiele-publicaties").glob("*"))
    if not samples:
        print("skipped: needs the shared folder")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        results = [check(program, path, pathlib.Path(folder)) for path in samples]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
