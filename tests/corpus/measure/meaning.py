"""How well targets and pledges are found, and by which cause the others were missed or invented."""
import collections

from handvest_json import spans_of
from measure.mentions import as_number


def point(end):
    """Value and date; a range is written as the annotations do: '2/3'."""
    end = end or {}
    value = end.get("value", "")
    return as_number("%s/%s" % (value, end["upper"]) if "upper" in end else value), end.get("date", "")


def value_and_date(target):
    return point(target.get("target"))


def baseline(target):
    return point(target.get("baseline"))


def first_line(node, mentions, text):
    span = node.get("span") or mentions[(node.get("target") or node)["mention"]]["span"]
    return text.line_at(span["start"])


class Lines:
    """The output's values, targets and pledges by line."""

    def __init__(self, document, text):
        mentions = {mention["id"]: mention for mention in document["mentions"]}
        self.values = collections.defaultdict(list)
        for mention in document["mentions"]:
            first, last = text.lines_of(*spans_of(mention)[0])
            for line in range(first, last + 1):
                self.values[line].append(mention)
        self.targets = collections.defaultdict(list)
        for target in document["targets"]:
            self.targets[first_line(target, mentions, text)].append(target)
        self.pledges = collections.defaultdict(set)
        for pledge in document["pledges"]:
            amount = as_number((pledge.get("amount") or {}).get("amount", ""))
            self.pledges[text.line_at(pledge["span"]["start"])].add(amount)
            if pledge.get("mention") in mentions:
                self.pledges[text.line_at(mentions[pledge["mention"]]["span"]["start"])].add(amount)


def money_on(lines, line):
    return {as_number(m["normalized"].split(" ")[-1]) for m in lines.values[line] if m["type"] == "money"}


def numbers_on(lines, line):
    kinds = ("number", "percentage")
    return {abs(n) for m in lines.values[line] if m["type"] in kinds
            for n in [as_number(m["normalized"].replace("pp", ""))] if isinstance(n, float)}


def cause_of_missed_pledge(lines, line, amount):
    if amount not in money_on(lines, line):
        return "amount not read as money"
    return "another amount of the line pledged" if lines.pledges[line] else "amount read, no pledge seen"


def cause_of_missed_target(lines, line, value, date):
    wanted = abs(value) if isinstance(value, float) else value
    same_value = [t for t in lines.targets[line] if value_and_date(t)[0] == value]
    if same_value:
        return "right value, another date"
    near = [t for n in range(line - 3, line + 4) for t in lines.targets[n] if value_and_date(t) == (value, date)]
    if near:
        return "placed on another line"
    if any(abs(value_and_date(t)[0] or 0) == wanted for t in lines.targets[line] if isinstance(value_and_date(t)[0], float)):
        return "sign or kind of change wrong"
    if wanted not in numbers_on(lines, line):
        return "value not read"
    return "value read, no target seen on the line" if not lines.targets[line] else "value read, other targets on the line"


def cause_of_false_target(rows, value):
    if not rows:
        return "line without an annotated target"
    if any(as_number(row[5]) == value for row in rows):
        return "right value, another date or once too often"
    if any(as_number(row[3]) == value for row in rows):
        return "baseline taken for a target"
    return "another value of a line with targets"


def score_pledge(row, gold, lines, scores):
    line, amount = int(row[0]), as_number(row[5])
    right = amount in lines.pledges[line]
    scores["pledges"].found(right, "%s line %d: %s EUR %s" % (gold.name, line, row[1][:60], row[5]))
    if not right:
        scores.causes["pledge missed: " + cause_of_missed_pledge(lines, line, amount)] += 1


def score_target(row, gold, lines, used, scores):
    line, wanted = int(row[0]), (as_number(row[5]), row[6])
    what = "%s line %d: %s %s@%s -> %s@%s" % (gold.name, line, row[1][:50], row[3], row[4], row[5], row[6])
    free = [t for t in lines.targets[line] if id(t) not in used and value_and_date(t) == wanted]
    exact = [t for t in free if baseline(t) == (as_number(row[3]), row[4])]
    scores["targets"].found(bool(free), what)
    if free:
        used.add(id((exact or free)[0]))
        scores["target baselines"].found(bool(exact), what)
    else:
        scores.causes["target missed: " + cause_of_missed_target(lines, line, *wanted)] += 1


def score_false_targets(gold, lines, used, optional, scores):
    rows = collections.defaultdict(list)
    for row in gold.targets:
        rows[int(row[0])].append(row)
    for line in range(gold.first, gold.last + 1):
        for target in lines.targets[line]:
            value, date = value_and_date(target)
            bare = target.get("unit") == "number" and not target.get("baseline") and not date
            if id(target) in used or bare or target.get("unit") == "EUR" or (line, value) in optional:
                continue
            scores["targets"].false.append("%s line %d: %s %s@%s" % (gold.name, line, (target.get("indicator") or "")[:50], value, date))
            scores.causes["target invented: " + cause_of_false_target(rows[line], value)] += 1


def score_false_pledges(gold, lines, scores):
    """Counted by cause only: the annotations leave national budgets aside, so a pledge more is no fault by itself."""
    annotated = collections.defaultdict(set)
    for row in gold.targets:
        if row[2] == "EUR":
            annotated[int(row[0])].add(as_number(row[5]))
    for line in range(gold.first, gold.last + 1):
        for amount in lines.pledges[line] - annotated[line]:
            where = "another amount of a line with pledges" if annotated[line] else "line without an annotated pledge"
            scores.causes["pledge more than annotated: " + where] += 1


def score_meaning(document, gold, text, scores):
    lines = Lines(document, text)
    used, optional = set(), set()
    for row in gold.targets:
        if row[2] == "EUR":
            score_pledge(row, gold, lines, scores)
        elif row[2] == "number" and not row[3] and not row[4] and not row[6]:
            optional.add((int(row[0]), as_number(row[5])))  # a bare count may be found or not
        else:
            score_target(row, gold, lines, used, scores)
    score_false_targets(gold, lines, used, optional, scores)
    score_false_pledges(gold, lines, scores)
