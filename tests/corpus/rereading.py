"""Texts made into another format and read again, measured against the gold annotations of the texts."""
import os
import sys

from alignment import Alignment
from evaluate import score
from handvest_json import SKIPPED, Text, extract, manifest, shared_folder
from measure.gold import names_in
from measure.score import Scores

FIGURES = ("blocks", "mentions")


def charters(which):
    """(path, folder of its annotations, their names) of every text with charters, of the example documents
    ('corpora') or the real ones ('shared'); leaves the test as skipped where these are missing."""
    if which == "corpora":
        return [(path, os.path.dirname(path), names) for path, kind, names in manifest()
                if kind == "charters" and not os.path.dirname(path).endswith("damaged")]
    folder = shared_folder()
    if folder is None:
        print("skipped: no folder with the real documents (set HANDVEST_SHARED)")
        sys.exit(SKIPPED)
    gold = os.path.join(folder, "gold")
    return [(os.path.join(folder, "corpus", "de-charters.txt"), gold, names_in(gold))]


class Rereading:
    """Compares what is extracted from texts with what is extracted from documents made of them."""

    def __init__(self, program):
        self.program = program
        self.before, self.after = Scores(), Scores()

    def add(self, charter, document, text_out):
        """Measures one of charters() and the document made of it, whose text is left in `text_out`. Gives the
        share of the text's characters that were found in the document again."""
        path, gold, names = charter
        text = Text.of(path)
        extraction = extract(self.program, document, "--text-out", text_out)
        alignment = Alignment(text.text, Text.of(text_out).text)
        alignment.map_spans(extraction)
        self.before.add(score(extract(self.program, path), text, gold, names))
        self.after.add(score(extraction, text, gold, names))
        share = alignment.matched / len("".join(text.text.split()))
        print("%s: %.4f of the text" % (os.path.basename(path), share))
        return share

    def holds(self, tolerance):
        """Whether no figure of the documents falls short of that of the texts by more than `tolerance`."""
        good = True
        for figure in FIGURES:
            before, after = self.before[figure].f1, self.after[figure].f1
            print("%s: plain %.4f, read again %.4f" % (figure, before, after))
            good = good and after >= before - tolerance
        return good
