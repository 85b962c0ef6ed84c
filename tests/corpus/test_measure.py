#!/usr/bin/env python3
"""The measuring tool itself: a perfect output scores 1 everywhere, and each fault lowers what it should lower."""
import copy
import os
import tempfile
import unittest

from evaluate import score
from handvest_json import Text

TEXT = """1. Charter Goes

De wethouder van Wonen, mevrouw A. Smit,

1. Wonen

Inzet stad

- Van 34% in 2009 naar 29% in 2012.
- De stad betaalt € 500 aan de
buurt.

Aldus opgemaakt te Goes op 1 mei 2010
"""

GOLD = {
    "structure": """kind\tstart\tend\ta\tb\tc\td
charter\t1\t13\tGoes\t1\tCharter Goes\tHoge Kade
party\t3\t3\tmevrouw A. Smit\twethouder van Wonen\tstad
section\t5\t11\t1\tWonen\t1\twonen
block\t7\t11\tinzet\tstad\tInzet stad
join\t10\t11
signature\t13\t13\tGoes\t2010-05-01\t
""",
    "mentions": """line\tcol\ttext\ttype\tvalue
1\t0\t1.\tnone\t
5\t0\t1.\tnone\t
9\t6\t34%\tpercentage\t34
9\t13\t2009\tdate\t2009
9\t23\t29%\tpercentage\t29
9\t30\t2012\tdate\t2012
10\t18\t€ 500\tmoney\tEUR 500
13\t27\t1 mei 2010\tdate\t2010-05-01
""",
    "targets": """line\tindicator\tunit\tbaseline_value\tbaseline_date\ttarget_value\ttarget_date\tnote
9\tx\t%\t34\t2009\t29\t2012
10\tx\tEUR\t\t\t500
""",
}


def span(words, last=None):
    start = TEXT.index(words)
    return {"start": start, "end": TEXT.index(last or words) + len(last or words)}


def mention(words, kind, value):
    where = span(words)
    return {"id": "m%d" % where["start"], "type": kind, "text": words, "normalized": value, "span": where}


def perfect():
    mentions = [mention("34%", "percentage", "34"), mention("2009", "date", "2009"), mention("29%", "percentage", "29"),
                mention("2012", "date", "2012"), mention("€ 500", "money", "EUR 500"),
                mention("1 mei 2010", "date", "2010-05-01")]
    items = [{"type": "list_item", "span": span("Van 34", "in 2012.")}, {"type": "list_item", "span": span("De stad", "buurt.")}]
    block = {"id": "b", "role": "inzet", "party": "stad", "label": "Inzet stad", "span": span("Inzet", "buurt."), "content": items}
    section = {"id": "s", "number": "1", "title": "Wonen", "theme": "wonen", "span": span("1. Wonen", "buurt."),
               "content": [], "blocks": [block], "sections": []}
    charter = {"id": "goes", "city": {"name": "Goes"}, "neighbourhoods": [{"name": "Hoge Kade"}], "span": span(TEXT),
               "parties": [{"name": "mevrouw A. Smit", "role": "wethouder van Wonen", "side": "stad", "span": span("mevrouw A. Smit")}],
               "signature": {"place": "Goes", "date": "2010-05-01"}, "sections": [section]}
    target = {"unit": "%", "span": span("Van 34", "in 2012."), "baseline": {"value": 34, "date": "2009"},
              "target": {"value": 29, "date": "2012"}}
    pledge = {"amount": {"amount": 500, "currency": "EUR"}, "span": span("De stad", "buurt.")}
    return {"charters": [charter], "sections": [], "mentions": mentions, "targets": [target], "pledges": [pledge]}


def scores_of(document):
    with tempfile.TemporaryDirectory() as folder:
        for kind, rows in GOLD.items():
            with open(os.path.join(folder, "goes.%s.tsv" % kind), "w", encoding="utf-8") as file:
                file.write(rows)
        return score(document, Text(TEXT), folder, ["goes"])


class Measure(unittest.TestCase):
    def setUp(self):
        self.document = copy.deepcopy(perfect())
        self.section = self.document["charters"][0]["sections"][0]

    def test_perfect_output(self):
        for field, one in scores_of(self.document).items():
            self.assertEqual((one.precision, one.recall), (1, 1), field)
            self.assertGreater(one.hits, 0, field)

    def test_wrong_value_is_a_miss_and_a_false_alarm(self):
        self.document["mentions"][0]["normalized"] = "43"
        one = scores_of(self.document)["mentions percentage"]
        self.assertEqual((one.hits, len(one.missed), len(one.false)), (1, 1, 1))

    def test_wrong_span_lowers_spans_only(self):
        self.document["mentions"][4]["span"]["end"] -= 1
        scores = scores_of(self.document)
        self.assertEqual(scores["mentions"].f1, 1)
        self.assertEqual(len(scores["mention spans"].missed), 1)

    def test_wrong_party_lowers_blocks_and_lines(self):
        self.section["blocks"][0]["party"] = "rijk"
        scores = scores_of(self.document)
        self.assertEqual(len(scores["blocks"].missed), 1)
        self.assertEqual(len(scores["lines"].missed), 4)

    def test_section_that_is_none_is_a_false_alarm(self):
        self.section["sections"].append({"id": "t", "title": "Inzet stad", "span": span("Inzet stad"), "content": [],
                                         "blocks": [], "sections": []})
        self.assertEqual(len(scores_of(self.document)["sections"].false), 1)

    def test_broken_item_lowers_joins(self):
        self.section["blocks"][0]["content"][1]["span"] = span("De stad", "aan de")
        self.assertEqual(len(scores_of(self.document)["joins"].missed), 1)

    def test_target_with_another_date_is_named_by_its_cause(self):
        self.document["targets"][0]["target"]["date"] = "2013"
        scores = scores_of(self.document)
        self.assertEqual(scores["targets"].hits, 0)
        self.assertEqual(scores.causes["target missed: right value, another date"], 1)
        self.assertEqual(scores.causes["target invented: right value, another date or once too often"], 1)

    def test_missed_pledge_is_named_by_its_cause(self):
        self.document["pledges"] = []
        self.assertEqual(scores_of(self.document).causes["pledge missed: amount read, no pledge seen"], 1)

    def test_charter_not_found(self):
        self.document["charters"][0]["city"]["name"] = "Sluis"
        scores = scores_of(self.document)
        self.assertEqual(scores["charters"].recall, 0)
        self.assertEqual(scores["sections"].recall, 0)


if __name__ == "__main__":
    unittest.main()
