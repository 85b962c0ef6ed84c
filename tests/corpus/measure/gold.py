"""One city's or document's annotations, as the three files NAME.structure/mentions/targets.tsv hold them."""
import os

from handvest_json import read_tsv


def padded(rows, width):
    return [row + [""] * (width - len(row)) for row in rows]


class Gold:
    def __init__(self, folder, name):
        self.name = name
        self.rows = padded(read_tsv(os.path.join(folder, name + ".structure.tsv")), 7)
        self.mentions = padded(read_tsv(os.path.join(folder, name + ".mentions.tsv")), 5)
        self.targets = padded(read_tsv(os.path.join(folder, name + ".targets.tsv")), 8)
        self.head = next(row for row in self.rows if row[0] in ("charter", "document"))
        self.whole_document = self.head[0] == "document"
        self.first, self.last = int(self.head[1]), int(self.head[2])
        self.signature = next((int(row[1]) for row in self.rows if row[0] == "signature"), None)
        self.aside = set()
        for row in self.kind("furniture") + self.kind("footnote"):
            self.aside.update(range(int(row[1]), int(row[2]) + 1))

    def kind(self, name):
        return [row for row in self.rows if row[0] == name]

    def clipped(self, text, start, end):
        """The end line without the signature part, footnotes, furniture and blank lines that trail it."""
        if self.signature and start < self.signature <= end:
            end = self.signature - 1
        while end > start and (end in self.aside or not text.line(end).strip()):
            end -= 1
        return end


def names_in(folder):
    """The names of all annotations in a folder."""
    suffix = ".mentions.tsv"
    return sorted(name[:-len(suffix)] for name in os.listdir(folder) if name.endswith(suffix))
