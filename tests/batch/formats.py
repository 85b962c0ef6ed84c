#!/usr/bin/env python3
"""Holds that the tables of a batch run agree: CSV and SQLite, read by other programs, have the same rows and
sums as the JSON of the documents, whatever the number of workers.

usage: formats.py HANDVEST PROJECT_ROOT
"""
import csv
import filecmp
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="handvest-formats-")
        cls.out = pathlib.Path(cls.scratch.name) / "out"
        cls.run_batch(cls.out, 2)
        cls.documents = [json.loads(p.read_text("utf-8")) for p in sorted((cls.out / "documents").rglob("*.json"))]

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @staticmethod
    def run_batch(out, jobs):
        subprocess.run([PROGRAM, "batch", str(ROOT / "corpora" / "charters"), "--out", str(out), "--jobs", str(jobs),
                        "--format", "json,jsonl,csv,sqlite", "--progress", "none"], capture_output=True)

    def rows(self, table):
        with open(self.out / "csv" / f"{table}.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def count(self, table):
        with sqlite3.connect(self.out / "handvest.sqlite") as database:
            return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def test_counts_are_equal(self):
        for table, of_document in (("mentions", "mentions"), ("targets", "targets"), ("pledges", "pledges")):
            expected = sum(len(document[of_document]) for document in self.documents)
            self.assertGreater(expected, 0)
            self.assertEqual(len(self.rows(table)), expected)
            self.assertEqual(self.count(table), expected)

    def test_sums_are_equal(self):
        expected = sum(p["amount"]["amount"] for document in self.documents for p in document["pledges"])
        self.assertAlmostEqual(sum(float(row["amount"]) for row in self.rows("pledges")), expected)
        with sqlite3.connect(self.out / "handvest.sqlite") as database:
            self.assertAlmostEqual(database.execute("SELECT sum(amount) FROM pledges").fetchone()[0], expected)

    def test_json_lines_hold_every_record(self):
        with open(self.out / "handvest.jsonl", encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
        self.assertEqual(len(records), sum(len(document[kind]) for document in self.documents
                                           for kind in ("mentions", "targets", "pledges")))

    def test_the_number_of_workers_changes_no_byte(self):
        other = pathlib.Path(self.scratch.name) / "other"
        self.run_batch(other, 1)
        names = [str(p.relative_to(self.out)) for p in self.out.rglob("*") if p.is_file()]
        same, differing, failed = filecmp.cmpfiles(self.out, other, names, shallow=False)
        self.assertEqual((len(same), differing, failed), (len(names), [], []))


if __name__ == "__main__":
    unittest.main()
