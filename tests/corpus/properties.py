#!/usr/bin/env python3
"""What holds for every output, whatever the document: spans, ids, nesting, nothing lost, same bytes twice.

usage: properties.py --handvest PROGRAM [--which corpora|shared]
"""
import argparse
import os
import re
import sys

from handvest_json import Text, documents, extract_bytes, items_of, nodes_of, sections_of, spans_of
import json


class Findings:
    def __init__(self, name):
        self.name = name
        self.faults = []

    def check(self, holds, sentence, *values):
        if not holds:
            self.faults.append("%s: %s" % (self.name, sentence % values))


def check_spans(document, text, findings):
    """Every span lies in the text and names its own line and column."""
    spans = [node for node in nodes_of(document) if {"start", "end", "line"} <= node.keys()]
    for span in spans:
        start, end = span["start"], span["end"]
        findings.check(0 <= start <= end <= len(text.text), "span %d-%d leaves the text", start, end)
        line = text.line_at(start)
        findings.check(span["line"] == line, "span at %d says line %d, is %d", start, span["line"], line)
        if "column" in span:
            column = start - text.offset(line)
            findings.check(span["column"] == column, "span at %d says column %d, is %d", start, span["column"], column)
        end_line = text.line_at(max(start, end - 1))
        findings.check("column" in span or span.get("end_line", line) == end_line, "span at %d says last line %s, is %d", start,
                       span.get("end_line"), end_line)


def check_mentions(document, text, findings, ids):
    mentions = {mention["id"] for mention in document["mentions"]}
    for mention in document["mentions"]:
        start, end = spans_of(mention)[0]
        findings.check(text.text[start:end] == mention["text"], "mention %s is %r, the source has %r", mention["id"],
                       mention["text"], text.text[start:end])
        findings.check(mention["id"] == "m%d" % start, "mention %s starts at %d", mention["id"], start)
        findings.check(mention.get("rule"), "mention %s names no rule", mention["id"])
    for node in nodes_of(document):
        if "in" in node:
            findings.check(node["in"] in ids, "%s lies in unknown %r", node.get("id"), node["in"])
        if isinstance(node.get("mention"), str):
            findings.check(node["mention"] in mentions, "unknown mention %r", node["mention"])


def check_ids(document, findings):
    """Ids are used once; gives those of charters, sections, blocks, tables and so on."""
    ids = set()
    for node in nodes_of(document):
        if isinstance(node.get("id"), str) and ("span" in node):
            findings.check(node["id"] not in ids, "id %s is used twice", node["id"])
            ids.add(node["id"])
    return ids


def squeezed(words):
    """Without blanks and hyphens, which a mended line or page break may change."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011]+", "", words)


def check_items(document, text, findings):
    """An item's text is that of its spans, but for mended breaks; no two items share a character."""
    taken = []
    for top in [document] + document["charters"]:
        for item in items_of(top):
            spans = spans_of(item)
            if item["type"] != "table":
                source = " ".join(text.text[start:end] for start, end in spans)
                right = (squeezed(item["text"]), squeezed(item.get("marker", "") + item["text"]))
                findings.check(squeezed(source) in right, "item %r is %r in the source", item["text"][:60], source[:60])
            taken += [(start, end, item["type"]) for start, end in spans]
        for note in top.get("footnotes") or []:
            taken += [(start, end, "footnote") for start, end in spans_of(note)]
    taken += [(span["start"], span["end"], "furniture") for span in document["furniture"]]
    taken.sort()
    for (start, end, kind), (after, after_end, after_kind) in zip(taken, taken[1:]):
        findings.check(end <= after, "%s %d-%d and %s %d-%d overlap", kind, start, end, after_kind, after, after_end)


def check_nesting(node, findings, outer=None):
    """What lies in a section lies in its span; siblings follow each other."""
    for section in node.get("sections") or []:
        start, end = spans_of(section)[0]
        if outer is not None:
            findings.check(outer[0] <= start and end <= outer[1], "section %s leaves what holds it", section["id"])
        for block in section["blocks"]:
            first, last = spans_of(block)[0]
            findings.check(start <= first and last <= end, "block %s leaves its section", block["id"])
            for item in block["content"]:
                findings.check(all(first <= a and b <= last for a, b in spans_of(item)), "an item leaves block %s",
                               block["id"])
        check_nesting(section, findings, (start, end))


def title_span(text, start, title):
    """The span of a charter's title, which begins at `start` or after its number; empty when it is not there."""
    between = r"(?:[\W_]|[⁰¹²³⁴-⁹])*"  # blanks, line ends, emphasis, footnote marks
    pattern = between.join(re.escape(word) for word in re.findall(r"\w+", title))
    match = re.compile(pattern).search(text, start, start + len(title) + 120) if pattern else None
    return (start, match.end()) if match else (start, start)


def listed_spans(document, text):
    """Everything that the JSON accounts for, as (start, end)."""
    spans = [(span["start"], span["end"]) for span in document["furniture"]]
    spans += [(span["start"], span["end"]) for span in document["coverage"]["unknown"]]
    for top in [document] + document["charters"]:
        if "title" in top and top.get("span"):
            spans.append(title_span(text, spans_of(top)[0][0], top["title"]))
        for item in items_of(top):
            for start, end in spans_of(item):
                spans.append((start, end))
            first = spans_of(item)[0][0]
            marker = item.get("marker", "")
            at = text.rfind(marker, max(0, first - len(marker) - 12), first) if marker else -1
            if at >= 0:
                spans.append((at, first))
        for node in list(top.get("footnotes") or []) + list(top.get("tables") or []) + list(top.get("parties") or []):
            spans += spans_of(node)
        if top.get("signature"):
            spans += spans_of(top["signature"])
        for section in sections_of(top):
            if "heading_span" in section:
                spans.append((section["heading_span"]["start"], section["heading_span"]["end"]))
            for block in section["blocks"]:
                spans.append((block["label_span"]["start"], block["label_span"]["end"]))
    return spans


def check_rebuild(document, text, findings):
    """Every non-blank line can be rebuilt from what the JSON lists."""
    covered = bytearray(len(text.text))
    for start, end in listed_spans(document, text.text):
        covered[start:end] = b"\1" * (end - start)
    for number in range(1, len(text.starts) + 1):
        line = text.line(number)
        start = text.offset(number)
        lost = "".join(c for i, c in enumerate(line) if not c.isspace() and not covered[start + i])
        # Marks that belong to the print, such as list dashes and emphasis, need no span of their own.
        lost = re.sub(r"[\W_]+", "", lost)
        findings.check(not lost, "line %d is lost in part (%r): %s", number, lost[:40], line[:80])


def check_document(program, path):
    findings = Findings(os.path.basename(path))
    written = extract_bytes(program, path)
    findings.check(written == extract_bytes(program, path), "two runs give different bytes")
    document = json.loads(written)
    text = Text.of(path)
    findings.check(document["source"]["characters"] == len(text.text), "the source's length is wrong")
    check_spans(document, text, findings)
    ids = check_ids(document, findings)
    check_mentions(document, text, findings, ids)
    check_items(document, text, findings)
    for top in [document] + document["charters"]:
        check_nesting(top, findings, spans_of(top)[0] if "span" in top else None)
    check_rebuild(document, text, findings)
    return findings.faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--handvest", required=True)
    parser.add_argument("--which", choices=["corpora", "shared"], default="corpora")
    arguments = parser.parse_args()
    faults = []
    for path in documents(arguments.which):
        found = check_document(arguments.handvest, path)
        print("%-32s %d faults" % (os.path.basename(path), len(found)))
        faults += found
    for fault in faults[:60]:
        print("  " + fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
