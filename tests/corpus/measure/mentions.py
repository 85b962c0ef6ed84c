"""How well values are found: right when type and value are right and the places overlap."""
import re

from handvest_json import spans_of


def parts(value):
    """A normalised value as numbers where it has them: '6.0/7' and '6/7.0' are the same."""
    split = re.split(r"[ /]", re.sub(r"pp\b", " pp", str(value)))
    return [as_number(part) for part in split]


def as_number(words):
    try:
        return float(words)
    except (TypeError, ValueError):
        return words


def overlapping(mentions, start, end):
    return [mention for mention in mentions if spans_of(mention)[0][0] < end and spans_of(mention)[0][1] > start]


def score_mentions(document, gold, text, scores):
    first, last = text.offset(gold.first), text.offset(gold.last) + len(text.line(gold.last))
    inside = [mention for mention in document["mentions"] if first <= spans_of(mention)[0][0] < last]
    values = [mention for mention in inside if mention["type"] != "reference"]
    references = [mention for mention in inside if mention["type"] == "reference"]
    used, left_open = set(), []
    for line, column, words, kind, value in gold.mentions:
        start = text.offset(int(line), int(column))
        end = start + len(words)
        what = "%s line %s: %s %s %r" % (gold.name, line, kind, value, words)
        if kind in ("optional", "reference"):
            left_open.append((start, end))
        if kind == "reference":
            scores["references"].found(bool(overlapping(references, start, end)), what)
        elif kind not in ("optional", "none"):
            score_value(overlapping(values, start, end), kind, value, (start, end), what, used, scores)
    for mention in values:
        start, end = spans_of(mention)[0]
        if mention["id"] in used or any(a < end and b > start for a, b in left_open):
            continue
        what = "%s line %d: %s %s %r" % (gold.name, text.line_at(start), mention["type"], mention["normalized"], mention["text"])
        scores["mentions"].false.append(what)
        scores["mentions " + mention["type"]].false.append(what)


def score_value(near, kind, value, place, what, used, scores):
    right = [mention for mention in near if mention["id"] not in used and mention["type"] == kind
             and parts(mention["normalized"]) == parts(value)]
    seen = "%s; found %s" % (what, [(mention["type"], mention["normalized"], mention["text"]) for mention in near])
    scores["mentions"].found(bool(right), seen)
    scores["mentions " + kind].found(bool(right), seen)
    if right:
        used.add(right[0]["id"])
        scores["mention spans"].found(spans_of(right[0])[0] == place, "%s; found %r" % (what, right[0]["text"]))
