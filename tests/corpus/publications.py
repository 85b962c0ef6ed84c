#!/usr/bin/env python3
"""A publication gives the same outline, lists and mentions in XML and as a page of HTML.

usage: publications.py --handvest PROGRAM

The real samples of XML and HTML are different publications, so each XML is made into pages as the site gives
them (site_page.py). Exits with 77 where the samples are missing.
"""
import argparse
import glob
import os
import sys
import tempfile

from handvest_json import SKIPPED, extract, shared_folder
from site_page import PAGES, site_page


def outline(nodes, depth=1):
    for node in nodes:
        yield depth, " ".join(node["title"].split())
        yield from outline(node.get("sections", []), depth + 1)


def elements(nodes, kind):
    """Texts of the elements of a kind, in order, wherever they stand."""
    if isinstance(nodes, list):
        for node in nodes:
            yield from elements(node, kind)
    elif isinstance(nodes, dict):
        if nodes.get("type") == kind:
            yield nodes.get("marker", ""), " ".join(nodes["text"].split())
        for value in nodes.values():
            yield from elements(value, kind)


def facts(document, first):
    """What must be the same, from the title at offset `first` on: the XML names its paper above it."""
    return {
        "title": " ".join((document["document"].get("title") or "").split()),
        "outline": list(outline(document["sections"])),
        "list items": list(elements([document["content"], document["sections"]], "list_item")),
        "mentions": [(m["type"], " ".join(m["text"].split()), m.get("normalized"))
                     for m in document["mentions"] if m["span"]["start"] >= first],
    }


def start_of_title(text_path, document):
    with open(text_path, encoding="utf-8") as file:
        return max(file.read().find(document["document"].get("title") or ""), 0)


def read(program, path, folder):
    text = os.path.join(folder, "made.txt")
    document = extract(program, path, "--text-out", text)
    return facts(document, start_of_title(text, document))


def same(name, kind, publication, page):
    good = True
    for field, wanted in publication.items():
        if wanted != page[field]:
            good = False
            print("%s, %s: %s differs" % (name, kind, field))
            print("  XML:  %s\n  HTML: %s" % (wanted, page[field]))
    counts = {field: len(value) for field, value in publication.items() if isinstance(value, list)}
    print("%s, %s: %s" % (name, kind, "the same %s" % counts if good else "NOT the same"))
    return good


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--handvest", required=True)
    options = arguments.parse_args()
    shared = shared_folder()
    paths = glob.glob(os.path.join(shared or "", "samples", "officiele-publicaties", "*.xml"))
    good, read_any = True, False
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(paths):
            with open(path, encoding="utf-8-sig") as file:
                if "<officiele-publicatie" not in file.read():
                    continue
            read_any, name = True, os.path.basename(path)
            publication = read(options.handvest, path, folder)
            for kind in PAGES:
                page = os.path.join(folder, "page.html")
                with open(page, "w", encoding="utf-8") as file:
                    file.write(site_page(path, kind))
                good &= same(name, kind, publication, read(options.handvest, page, folder))
    if not read_any:
        print("skipped: no folder with the samples (set HANDVEST_SHARED)")
        return SKIPPED
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
