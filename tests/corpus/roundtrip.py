#!/usr/bin/env python3
"""A document turned by pandoc into DOCX, ODT or HTML and read again scores as its plain text does.

usage: roundtrip.py --handvest PROGRAM --to docx|odt|html [--form lines|paragraphs]

The charters' plain text becomes a document in one of two forms: 'lines' as a word processor imports
text (each line a paragraph, empty ones kept), 'paragraphs' as people write (a run of lines is one
paragraph with line breaks, runs of lines with tabs are tables). Offsets of the output are mapped back
to the plain text by counting characters other than white space, and both outputs are scored against
the gold annotations. Exits with 77 when pandoc or the shared folder is missing.
"""
import argparse
import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOLERANCE = 0.01
FIGURES = ("blocks", "mentions")
ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("HANDVEST_SHARED", ROOT.parent / "shared"))


def line_of(text):
    return [{"t": "Str", "c": text}] if text else []


def table_of(lines):
    rows = [line.split("\t") for line in lines]
    width = max(len(row) for row in rows)

    def cell(text):
        plain = [{"t": "Plain", "c": line_of(text)}] if text else []
        return [["", [], []], {"t": "AlignDefault"}, 1, 1, plain]

    body = [[["", [], []], [cell(text) for text in row + [""] * (width - len(row))]] for row in rows]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * width
    empty = ["", [], []]
    return {"t": "Table", "c": [empty, [None, []], columns, [empty, []],
                                [[empty, 0, [], body]], [empty, []]]}


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


def convert(text, form, target, folder):
    blocks = as_lines(text) if form == "lines" else as_paragraphs(text)
    version = json.loads(subprocess.run(["pandoc", "-t", "json"], input=b"", check=True,
                                        capture_output=True).stdout)["pandoc-api-version"]
    tree = json.dumps({"pandoc-api-version": version, "meta": {}, "blocks": blocks})
    document = folder / f"document.{target}"
    subprocess.run(["pandoc", "-f", "json", "-t", f"{target}+empty_paragraphs", "-s", "-o", document,
                    "--metadata", "pagetitle=document"],
                   input=tree.encode(), check=True, stderr=subprocess.DEVNULL)
    return document


def extract(program, document, folder):
    output, text = folder / f"{document.name}.json", folder / f"{document.name}.txt"
    subprocess.run([program, "extract", document, "-o", output, "--text-out", text], check=True)
    return output, text.read_text(encoding="utf-8")


def visible(text):
    return [i for i, char in enumerate(text) if not char.isspace() and char not in "\u200b\ufeff"]


def mapping(made, plain):
    """For each offset of `made` the offset in `plain` that shows the same character."""
    made_at, plain_at = visible(made), visible(plain)
    a, b = [made[i] for i in made_at], [plain[i] for i in plain_at]
    offsets = [None] * (len(made) + 1)
    if a == b:
        for i, j in zip(made_at, plain_at):
            offsets[i] = j
        return offsets, 1.0
    # Long equal stretches line up by lines first; difflib on single characters would be too slow.
    made_words, plain_words = re.finditer(r"\S+", made), re.finditer(r"\S+", plain)
    made_words, plain_words = list(made_words), list(plain_words)
    matcher = difflib.SequenceMatcher(None, [w[0] for w in made_words], [w[0] for w in plain_words],
                                      autojunk=False)
    same = 0
    for block in matcher.get_matching_blocks():
        for k in range(block.size):
            first, second = made_words[block.a + k], plain_words[block.b + k]
            same += len(first[0])
            for offset in range(len(first[0])):
                offsets[first.start() + offset] = second.start() + offset
    return offsets, same / max(1, len(b))


def map_span(span, offsets):
    start, end = span["start"], span["end"]
    first = next((offsets[i] for i in range(start, end) if offsets[i] is not None), None)
    last = next((offsets[i] for i in range(end - 1, start - 1, -1) if offsets[i] is not None), None)
    if first is None or last is None:
        first, last = 0, -1
    span["start"], span["end"] = first, last + 1


def map_offsets(node, offsets, plain_lines):
    if isinstance(node, dict):
        if isinstance(node.get("start"), int) and isinstance(node.get("end"), int):
            map_span(node, offsets)
            if "line" in node:
                node["line"] = plain_lines[min(node["start"], len(plain_lines) - 1)]
        for value in node.values():
            map_offsets(value, offsets, plain_lines)
    elif isinstance(node, list):
        for value in node:
            map_offsets(value, offsets, plain_lines)


def line_numbers(text):
    numbers, line = [], 1
    for char in text + "\n":
        numbers.append(line)
        line += char == "\n"
    return numbers


def score(source, output):
    report = subprocess.run([sys.executable, "-B", SHARED / "tools" / "score.py", "--text", source,
                             "--json", output, "--gold", SHARED / "gold"],
                            check=True, capture_output=True, text=True).stdout
    figures = {}
    for line in report.splitlines():
        name, _, rest = line.partition(" ")
        numbers = re.findall(r"\d+\.\d+", rest)
        if name in FIGURES and len(numbers) >= 3:
            figures[name] = float(numbers[-1])
    return figures


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--handvest", required=True)
    arguments.add_argument("--to", required=True, choices=("docx", "odt", "html"))
    arguments.add_argument("--form", default="lines", choices=("lines", "paragraphs"))
    arguments.add_argument("--keep", help="folder to leave the files in")
    options = arguments.parse_args()
    source = SHARED / "corpus" / "de-charters.txt"
    if not source.exists() or not shutil.which("pandoc"):
        print("skipped: needs pandoc and the shared folder")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(options.keep or name)
        plain = source.read_text(encoding="utf-8")
        plain_output, _ = extract(options.handvest, source, folder)
        document = convert(plain, options.form, options.to, folder)
        output, made = extract(options.handvest, document, folder)
        offsets, coverage = mapping(made, plain)
        tree = json.loads(output.read_text(encoding="utf-8"))
        map_offsets(tree, offsets, line_numbers(plain))
        mapped = folder / "mapped.json"
        mapped.write_text(json.dumps(tree), encoding="utf-8")
        before, after = score(source, plain_output), score(source, mapped)
    print(f"{options.to} ({options.form}): text {coverage:.4f}, plain {before}, read again {after}")
    if coverage < 0.99 or set(before) != set(FIGURES):
        return 1
    return any(after[figure] < before[figure] - TOLERANCE for figure in FIGURES)


if __name__ == "__main__":
    sys.exit(main())
