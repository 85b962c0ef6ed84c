"""How well the outline is found: charters, sections, blocks, joins, parties, signature."""
import collections

from handvest_json import fold, items_of, sections_of, spans_of


def charter_for(document, gold, text, scores):
    """The output's charter that the annotations speak of; for other documents all that lies outside charters."""
    if gold.whole_document:
        return whole_document(document, text)
    found = None
    for charter in document["charters"]:
        if fold(charter["city"].get("name")) != fold(gold.head[3]):
            continue
        line = text.lines_of(*spans_of(charter)[0])[0]
        if found is None and abs(line - gold.first) <= 8:
            found = charter
        else:
            scores["charters"].false.append("%s at line %d" % (gold.head[3], line))
    scores["charters"].found(found is not None, "%s at line %d" % (gold.head[3], gold.first))
    return found or {"sections": [], "span": {"start": 0, "end": 0}, "missing": True}


def whole_document(document, text):
    parts = [document] + document["charters"]
    charters = document["charters"]
    return {"sections": [section for part in parts for section in part.get("sections") or []],
            "content": [item for part in parts for item in part.get("content") or []],
            "parties": document.get("parties") or [party for part in charters for party in part["parties"]],
            "signature": document.get("signature") or next((c["signature"] for c in charters if "signature" in c), {}),
            "span": {"start": 0, "end": len(text.text)}}


def by_first_line(nodes, text):
    return {text.lines_of(*spans_of(node)[0])[0]: node for node in nodes}


def score_neighbourhoods(charter, gold, scores):
    if gold.whole_document or not gold.head[6]:
        return
    wanted = {fold(name) for name in gold.head[6].split(";") if name.strip()}
    found = {fold(place["name"]) for place in charter.get("neighbourhoods") or []}
    for name in wanted:
        scores["neighbourhoods"].found(name in found, "%s: %s" % (gold.name, name))
    scores["neighbourhoods"].false += ["%s: %s" % (gold.name, name) for name in found - wanted]


def score_sections(charter, gold, text, scores):
    found = by_first_line(sections_of(charter), text)
    for _, first, last, number, title, _, theme in gold.kind("section"):
        what = "%s line %s: %s %s" % (gold.name, first, number, title)
        section = found.pop(int(first), None)
        scores["sections"].found(section is not None, what)
        if section is None:
            continue
        same = section.get("number", "") == number and fold(section["title"]) == fold(title)
        scores["section titles"].found(same, "%s; found %s %s" % (what, section.get("number"), section["title"]))
        scores["themes"].found(section.get("theme") == theme, "%s: %s; found %s" % (what, theme, section.get("theme")))
        score_end("section ends", section, gold, text, int(first), int(last), what, scores)
    for line, section in found.items():
        scores["sections"].false.append("%s line %d: %s %s" % (gold.name, line, section.get("number"), section["title"]))


def score_end(field, node, gold, text, first, last, what, scores):
    end = text.lines_of(*spans_of(node)[0])[1]
    same = gold.clipped(text, first, end) == gold.clipped(text, first, last)
    scores[field].found(same, "%s ends at %d; found %d" % (what, last, end))


def score_blocks(charter, gold, text, scores):
    found = by_first_line([block for section in sections_of(charter) for block in section["blocks"]], text)
    labels = {}
    for line, block in found.items():
        for number in range(line, text.lines_of(*spans_of(block)[0])[1] + 1):
            labels[number] = (block["role"], block["party"])
    wanted = {}
    for _, first, last, role, party, label, _ in gold.kind("block"):
        for number in range(int(first), int(last) + 1):
            wanted[number] = (role, party)
        what = "%s line %s: %s %s (%s)" % (gold.name, first, role, party, label)
        block = found.pop(int(first), None)
        right = block is not None and (block["role"], block["party"]) == (role, party)
        scores["blocks"].found(right, what)
        if right:
            score_end("block ends", block, gold, text, int(first), int(last), what, scores)
        elif block is not None:
            scores["blocks"].false.append("%s; found %s %s" % (what, block["role"], block["party"]))
    for line, block in found.items():
        scores["blocks"].false.append("%s line %d: %s" % (gold.name, line, block["label"]))
    score_lines(charter, gold, text, wanted, labels, scores)


def score_lines(charter, gold, text, wanted, labels, scores):
    """Every line's role and party."""
    first, last = (1, 0) if charter.get("missing") else text.lines_of(*spans_of(charter)[0])
    for number in range(gold.first, gold.last + 1):
        if number in gold.aside or not text.line(number).strip():
            continue
        right = first <= number <= last and wanted.get(number) == labels.get(number)
        scores["lines"].found(right, "%s line %d: %s; found %s" % (gold.name, number, wanted.get(number), labels.get(number)))


def score_joins(charter, gold, text, scores):
    items = []
    for item in items_of(charter):
        lines = set()
        for start, end in spans_of(item):
            first, last = text.lines_of(start, end)
            lines.update(range(first, last + 1))
        items.append(lines)
    for row in gold.kind("join"):
        joined = any(int(row[1]) in lines and int(row[2]) in lines for lines in items)
        scores["joins"].found(joined, "%s lines %s and %s" % (gold.name, row[1], row[2]))


def score_parties(charter, gold, text, scores):
    found = collections.defaultdict(list)
    for party in charter.get("parties") or []:
        found[text.lines_of(*spans_of(party)[0])[0]].append(party)
    for _, line, _, name, role, side, _ in gold.kind("party"):
        near = [party for number in (0, -1, 1) for party in found[int(line) + number]]
        same = [party for party in near if fold(party["name"])[-12:] == fold(name)[-12:]]
        what = "%s line %s: %s, %s, %s" % (gold.name, line, name, role, side)
        scores["parties"].found(bool(same), what)
        if same:
            right = same[0].get("side") == side and fold(same[0].get("role")) == fold(role)
            scores["party roles"].found(right, "%s; found %s, %s" % (what, same[0].get("role"), same[0].get("side")))


def score_signature(charter, gold, scores):
    for row in gold.kind("signature")[:1]:
        found = charter.get("signature") or {}
        right = fold(found.get("place")) == fold(row[3]) and found.get("date", "") == row[4]
        scores["signatures"].found(right, "%s: %s %s; found %s" % (gold.name, row[3], row[4], found))


def score_outline(document, gold, text, scores):
    charter = charter_for(document, gold, text, scores)
    score_neighbourhoods(charter, gold, scores)
    score_sections(charter, gold, text, scores)
    score_blocks(charter, gold, text, scores)
    score_joins(charter, gold, text, scores)
    score_parties(charter, gold, text, scores)
    score_signature(charter, gold, scores)
