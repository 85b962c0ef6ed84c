#!/usr/bin/env python3
"""Holds what a batch run promises: failures are isolated and listed, a killed run goes on to the same bytes,
the number of workers changes nothing, memory stays flat, Ctrl-C ends cleanly.

usage: promises.py HANDVEST PROJECT_ROOT
"""
import csv
import filecmp
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import generated

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
DOCUMENTS = 1000
ENVIRONMENT = dict(os.environ, HANDVEST_TEST_FAULTS="1")
# Small bounds, so that what hangs or grows is soon found.
BOUNDS = ["--timeout", "4", "--max-memory", "400", "--progress", "none"]


def batch(corpus, out, *options, jobs=2):
    command = [PROGRAM, "batch", str(corpus), "--out", str(out), "--jobs", str(jobs), *BOUNDS, *options]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=400)


def files_below(root):
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file())


class Promises(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="handvest-batch-")
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.corpus = cls.folder / "corpus"
        cls.broken = generated.write_corpus(cls.corpus, DOCUMENTS)
        cls.reference = cls.folder / "reference"
        cls.first = batch(cls.corpus, cls.reference)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def assert_same_trees(self, left, right):
        self.assertEqual(files_below(left), files_below(right))
        _, differing, failed = filecmp.cmpfiles(left, right, files_below(left), shallow=False)
        self.assertEqual((differing, failed), ([], []))

    def test_exactly_the_broken_ones_are_listed_with_their_reasons(self):
        self.assertEqual(self.first.returncode, 1, self.first.stderr)
        with open(self.reference / "failures.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual({row["input"] for row in rows}, self.broken)
        self.assertTrue(all(row["code"] and len(row["reason"]) > 10 for row in rows), rows)
        codes = {row["input"].split("kapot-")[1]: row["code"] for row in rows}
        self.assertEqual(codes["hangt.txt"], "timeout")
        self.assertEqual(codes["breekt-af.txt"], "crash")
        self.assertEqual(codes["geheugen.txt"], "out-of-memory")

    def test_every_sound_document_is_written(self):
        with sqlite3.connect(self.reference / "manifest.sqlite") as manifest:
            done = manifest.execute("SELECT count(*) FROM inputs WHERE status = 'done'").fetchone()[0]
            outputs = [row[0] for row in manifest.execute("SELECT output FROM documents")]
        self.assertEqual(done, DOCUMENTS - len(self.broken))
        self.assertEqual(sorted(outputs), [f for f in files_below(self.reference) if f.startswith("documents/")])

    def test_the_number_of_workers_changes_nothing(self):
        for jobs in (1, 8):
            out = self.folder / f"jobs-{jobs}"
            batch(self.corpus, out, jobs=jobs)
            self.assert_same_trees(self.reference, out)

    def test_kill_and_resume_end_in_the_same_bytes(self):
        out = self.folder / "killed"
        rng = random.Random(1)
        for _ in range(10):
            process = subprocess.Popen([PROGRAM, "batch", str(self.corpus), "--out", str(out), "--jobs", "2",
                                        "--resume", *BOUNDS], env=ENVIRONMENT, stderr=subprocess.DEVNULL)
            time.sleep(rng.uniform(0.05, 0.6))
            process.send_signal(signal.SIGKILL)
            process.wait()
        batch(self.corpus, out, "--resume")
        self.assert_same_trees(self.reference, out)

    def test_ctrl_c_ends_within_a_second(self):
        out = self.folder / "interrupted"
        process = subprocess.Popen([PROGRAM, "batch", str(self.corpus), "--out", str(out), *BOUNDS],
                                   env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)
        time.sleep(0.5)
        asked = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
        self.assertLess(time.monotonic() - asked, 1.5)
        self.assertIn("--resume", errors)
        self.assertEqual([f for f in files_below(out) if ".part-" in f], [])

    def test_a_second_run_wants_to_be_told_what_to_do(self):
        again = batch(self.corpus, self.reference)
        self.assertEqual(again.returncode, 2)
        self.assertIn("--resume", again.stderr)

    def test_retry_failed_takes_only_the_failures(self):
        out = self.folder / "retried"
        corpus = self.folder / "small"
        corpus.mkdir()
        (corpus / "goed.txt").write_text("In 2011 zijn er 40 wijken.\n")
        (corpus / "nog-niet.txt").write_bytes(b"\0" * 100)
        self.assertEqual(batch(corpus, out).returncode, 1)
        written = (out / "documents" / "goed.txt.json").stat().st_mtime_ns
        (corpus / "nog-niet.txt").write_text("In 2012 zijn er 41 wijken.\n")
        self.assertEqual(batch(corpus, out, "--retry-failed").returncode, 0)
        self.assertEqual((out / "documents" / "goed.txt.json").stat().st_mtime_ns, written)
        self.assertTrue((out / "documents" / "nog-niet.txt.json").exists())

    def test_names_that_would_collide_stay_apart(self):
        corpus = self.folder / "names"
        corpus.mkdir()
        for name in ("a.txt", "a.html", "a"):
            (corpus / name).write_text("In 2011.\n")
        out = self.folder / "names-out"
        self.assertEqual(batch(corpus, out).returncode, 0)
        self.assertEqual([f for f in files_below(out) if f.startswith("documents/")],
                         ["documents/a.html.json", "documents/a.json", "documents/a.txt.json"])

    def test_what_is_no_document_is_left_out_of_a_folder(self):
        corpus = self.folder / "mixed"
        corpus.mkdir()
        (corpus / "besluit.txt").write_text("[1] In 2011 zijn er 40 wijken.\n")
        command = [PROGRAM, "extract", str(corpus / "besluit.txt"), "-q", "-o", str(corpus / "eerder"), "--format",
                   "csv,jsonl,sqlite,webannotation,webanno,html"]
        subprocess.run(command, check=True)
        (corpus / "gegevens.json").write_text('[{"wijk": "Zonnehoek", "jaar": 2011}]')
        (corpus / "cijfers.csv").write_text("wijk;jaar\nZonnehoek;2011\n")
        (corpus / "foto.bin").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        (corpus / "record.xml").write_text("<metadata_gegevens><metadata name='DC.title' content='x'/></metadata_gegevens>")
        run = batch(corpus, self.folder / "mixed-out")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("1 of 1 files done", run.stderr)
        line = next(line for line in run.stderr.splitlines() if line.startswith("Left out"))
        for kind in ("files that handvest wrote: 5", "metadata records: 1", "JSON: 1", "databases: 1", "images: 1"):
            self.assertIn(kind, line)
        # A file that is named is read, and so is a folder's result that is named beside the folder.
        named = batch(corpus, self.folder / "named-out", str(corpus / "gegevens.json"))
        self.assertEqual([f for f in files_below(self.folder / "named-out") if f.endswith("gegevens.json.json")],
                         ["documents/gegevens.json.json"], named.stderr)
        empty = batch(corpus / "eerder", self.folder / "empty-out")
        self.assertEqual(empty.returncode, 2)
        self.assertIn("files that handvest wrote", empty.stderr)

    def test_results_in_the_folder_itself_do_not_become_documents(self):
        corpus = self.folder / "inside"
        corpus.mkdir()
        (corpus / "besluit.txt").write_text("In 2011 zijn er 40 wijken.\n")
        for options in ([], ["--resume"]):
            run = batch(corpus, corpus / "uit", "--format", "json,csv,sqlite", *options)
            self.assertIn("1 of 1 files done", run.stderr)

    def test_shards_merge_into_a_single_run(self):
        shards = [self.folder / f"shard-{k}" for k in (1, 2, 3)]
        for k, shard in enumerate(shards, 1):
            batch(self.corpus, shard, "--shard", f"{k}/3")
        incomplete = self.merge(shards[:2], "incomplete")
        self.assertEqual(incomplete.returncode, 2)
        self.assertIn("missing: 3", incomplete.stderr)
        doubled = self.merge([*shards, shards[0]], "doubled")
        self.assertEqual(doubled.returncode, 2)
        self.assertIn("twice", doubled.stderr)
        self.merge(shards, "merged")
        self.assert_same_trees(self.reference, self.folder / "merged")

    def merge(self, shards, name):
        return subprocess.run([PROGRAM, "merge", *map(str, shards), "--out", str(self.folder / name)],
                              capture_output=True, text=True)


class Memory(unittest.TestCase):
    """Peak memory of a worker after 2,000 documents is that after 1,000."""

    def peak(self, count):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in").mkdir()
            text = generated.text_document(random.Random(3), 7)
            for number in range(count):
                (folder / "in" / f"{number}.txt").write_text(text)
            code = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
                    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
            done = subprocess.run([sys.executable, "-c", code, PROGRAM, "batch", str(folder / "in"), "--out",
                                   str(folder / "out"), "--jobs", "1", "--progress", "none"],
                                  capture_output=True, text=True, check=True)
            return int(done.stdout)

    def test_memory_is_flat(self):
        if "asan" in PROGRAM:
            self.skipTest("AddressSanitizer keeps freed memory")
        self.assertLess(self.peak(2000), self.peak(1000) * 1.1 + 2048)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    unittest.main()
