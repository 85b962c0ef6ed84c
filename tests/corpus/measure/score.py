"""Hits, misses and false alarms of one field."""
import collections


class Score:
    def __init__(self):
        self.hits = 0
        self.missed = []
        self.false = []

    def found(self, right, what):
        """Counts one annotation: found or missed."""
        if right:
            self.hits += 1
        else:
            self.missed.append(what)

    def add(self, other):
        self.hits += other.hits
        self.missed += other.missed
        self.false += other.false

    @property
    def precision(self):
        total = self.hits + len(self.false)
        return self.hits / total if total else 1.0

    @property
    def recall(self):
        total = self.hits + len(self.missed)
        return self.hits / total if total else 1.0

    @property
    def f1(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


ORDER = ["charters", "neighbourhoods", "sections", "section titles", "section ends", "themes", "blocks", "block ends",
         "lines", "joins", "parties", "party roles", "signatures", "mentions", "mention spans"]
LAST = ["references", "targets", "target baselines", "pledges"]


class Scores(collections.defaultdict):
    """The scores of all fields, and why targets and pledges went wrong."""

    def __init__(self):
        super().__init__(Score)
        self.causes = collections.Counter()

    def add(self, other):
        for field, score in other.items():
            self[field].add(score)
        self.causes.update(other.causes)

    def fields(self):
        by_type = sorted(field for field in self if field.startswith("mentions "))
        return [field for field in ORDER + by_type + LAST if field in self]

    def figure(self, key):
        """The figure that a key such as 'mention_spans.f1' names."""
        field, _, kind = key.rpartition(".")
        score = self[field.replace("_", " ")]
        return {"p": score.precision, "r": score.recall, "f1": score.f1}[kind]
