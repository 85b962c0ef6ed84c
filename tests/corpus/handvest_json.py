"""Running handvest and walking through the JSON that it writes; shared by the tests of this folder."""
import bisect
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

SKIPPED = 77
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CORPORA = os.path.join(ROOT, "corpora")


def shared_folder():
    """The folder with the real documents, or None on a machine that has none."""
    folder = os.environ.get("HANDVEST_SHARED", os.path.join(os.path.dirname(ROOT), "shared"))
    return folder if os.path.isdir(os.path.join(folder, "corpus")) else None


def shared_documents():
    """The real documents' paths; leaves the test as skipped when there are none."""
    folder = shared_folder()
    if folder is None:
        print("skipped: no folder with the real documents (set HANDVEST_SHARED)")
        sys.exit(SKIPPED)
    corpus = os.path.join(folder, "corpus")
    return [os.path.join(corpus, name) for name in sorted(os.listdir(corpus)) if name.endswith(".txt")]


def read_tsv(path):
    """Rows of a tab-separated file without its header line."""
    with open(path, encoding="utf-8") as file:
        return [line.split("\t") for line in file.read().split("\n")[1:] if line.strip()]


def manifest():
    """(path, kind, names of its gold annotations) of every example document."""
    rows = read_tsv(os.path.join(CORPORA, "corpora.tsv"))
    return [(os.path.join(CORPORA, path), kind, gold.split(";")) for path, kind, gold in rows]


def documents(which):
    """Paths of the example documents ('corpora') or of the real ones ('shared')."""
    return [path for path, _, _ in manifest()] if which == "corpora" else shared_documents()


def extract_bytes(program, path, *options):
    """The JSON of one document as bytes; fails the test when the program fails."""
    run = subprocess.run([program, "extract", path, "-o", "-", *options], stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, check=False)
    if run.returncode != 0:
        sys.exit("handvest failed on %s with %d: %s" % (path, run.returncode, run.stderr.decode()))
    return run.stdout


def extract(program, path, *options):
    return json.loads(extract_bytes(program, path, *options))


def extract_text(program, content, name="document.txt"):
    """The JSON of a text that stands in no file yet; content is bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return extract(program, path)


class Text:
    """A canonical text with its lines: offsets and columns are code points, lines count from 1."""

    def __init__(self, text):
        self.text = text
        self.starts = [0] + [match.end() for match in re.finditer("\n", text)]

    @classmethod
    def of(cls, path):
        with open(path, encoding="utf-8", newline="") as file:
            return cls(file.read())

    def offset(self, line, column=0):
        return self.starts[line - 1] + column

    def line_at(self, offset):
        return bisect.bisect_right(self.starts, offset)

    def line(self, number):
        """The text of one line without its line end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1]:end].rstrip("\r\n")

    def lines_of(self, start, end):
        """First and last line of a span, its outer blanks left aside."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return self.line_at(start), self.line_at(max(start, end - 1))


def fold(words):
    """Lower case letters and digits without accents, single blanks between: for comparing names."""
    plain = unicodedata.normalize("NFKD", words or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def sections_of(node):
    """All sections below a charter or document, depth first."""
    for section in node.get("sections") or []:
        yield section
        yield from sections_of(section)


def items_of(node):
    """All items of a charter, section or block and of what lies below it."""
    yield from node.get("content") or []
    for block in node.get("blocks") or []:
        yield from items_of(block)
    for section in node.get("sections") or []:
        yield from items_of(section)


def spans_of(node):
    """A node's spans as (start, end)."""
    spans = node.get("spans") or ([node["span"]] if node.get("span") else [])
    return [(span["start"], span["end"]) for span in spans]


def nodes_of(value):
    """Every JSON object inside a value."""
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from nodes_of(child)
    elif isinstance(value, list):
        for child in value:
            yield from nodes_of(child)
