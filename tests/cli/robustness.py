#!/usr/bin/env python3
"""Holds that whatever 'handvest extract' is given ends soon, with valid output or a clear error.

The program is $HANDVEST.
"""
import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["HANDVEST"]
# Bounds a hang, not the speed: machines that run tests are shared, and sanitizers slow everything.
SECONDS = 120


def run(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=SECONDS)


class Robustness(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)

    def tearDown(self):
        self.scratch.cleanup()

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def assert_error(self, result, code, *words):
        self.assertEqual(result.returncode, code, result.stderr)
        message = result.stderr.decode()
        self.assertTrue(message.startswith("handvest: "), message)
        for word in words:
            self.assertIn(word, message)

    def test_empty_file_is_an_empty_document_with_a_warning(self):
        result = run("extract", self.file("leeg.txt", b""))
        self.assertEqual(result.returncode, 0, result.stderr)
        document = json.loads(result.stdout)
        self.assertEqual(document["source"]["characters"], 0)
        self.assertTrue(document["warnings"])

    def test_random_bytes_are_refused(self):
        noise = random.Random(7).randbytes(100_000)
        self.assert_error(run("extract", self.file("ruis.bin", noise)), 1, "ruis.bin")

    def test_one_line_of_50_megabytes(self):
        prose = "Bewoners, scholen en corporaties werken samen aan een veilige en groene buurt. " * 8
        line = (("In 2011 stijgt het aandeel naar 40%. " + prose) * 90_000)[: 50 << 20]
        path = self.file("regel.txt", line.encode("utf-8")[: 50 << 20].decode("utf-8", "ignore").encode())
        result = run("extract", path, "-o", self.folder / "regel.json")
        self.assertIn(result.returncode, (0, 1), result.stderr)
        if result.returncode == 0:
            self.assertTrue((self.folder / "regel.json").stat().st_size > 0)

    def test_parties_in_one_line_of_50_megabytes(self):
        parties = ("De minister van Wonen, drs. A. Vos, hierna te noemen: het rijk, en de wethouder van Zorg, "
                   "namens deze, mevrouw B. Klein, ")
        path = self.file("partijen.txt", (parties * (1 + (50 << 20) // len(parties))).encode())
        result = run("extract", path, "-o", self.folder / "partijen.json")
        self.assertIn(result.returncode, (0, 1), result.stderr)

    def test_50_megabytes_of_figures(self):
        for name, figures in ("cijfers.txt", b"1 "), ("doelen.txt", b"van 34% naar 29% in 2011, "):
            path = self.file(name, figures * ((50 << 20) // len(figures)))
            result = run("extract", path, "-o", self.folder / "cijfers.json")
            self.assert_error(result, 1, name + ":1", "--max-mentions")
            self.assertFalse((self.folder / "cijfers.json").exists())

    def test_missing_file(self):
        self.assert_error(run("extract", self.folder / "weg.txt"), 1, "weg.txt", "No such file")

    def test_folder(self):
        self.assert_error(run("extract", self.folder), 1, "batch")

    def test_full_disk(self):
        path = self.file("a.txt", b"In 2011.\n")
        self.assert_error(run("extract", path, "-o", "/dev/full"), 1, "/dev/full", "No space left")

    def test_full_standard_output(self):
        path = self.file("a.txt", b"In 2011.\n")
        with open("/dev/full", "wb") as full:
            result = subprocess.run([PROGRAM, "extract", str(path)], stdout=full, stderr=subprocess.PIPE,
                                    timeout=SECONDS)
        self.assert_error(result, 1, "No space left")

    def test_closed_pipe_is_no_error(self):
        path = self.file("lang.txt", b"In 2011 zijn er 40 wijken.\n" * 20_000)
        read, write = os.pipe()
        process = subprocess.Popen([PROGRAM, "extract", str(path)], stdout=write, stderr=subprocess.PIPE)
        os.close(write)
        os.close(read)
        _, errors = process.communicate(timeout=SECONDS)
        self.assertEqual((process.returncode, errors), (0, b""))

    def test_unwritable_folder_leaves_nothing(self):
        path = self.file("a.txt", b"In 2011.\n")
        self.assert_error(run("extract", path, "-o", self.folder / "nowhere" / "x.json"), 1, "nowhere")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["a.txt"])

    def test_one_bad_file_does_not_keep_the_others_from_being_written(self):
        good = self.file("goed.txt", b"In 2011.\n")
        bad = self.file("slecht.bin", b"\x00\x01\x02" * 1000)
        result = run("extract", bad, good, "-o", self.folder / "uit")
        self.assertEqual(result.returncode, 1)
        self.assertEqual([p.name for p in (self.folder / "uit").iterdir()], ["goed.txt.json"])

    def test_standard_input_and_output(self):
        result = run("extract", "-", "--compact", stdin="Vóór 1 mei 2012.\n".encode())
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stdout.count(b"\n"), 1)
        self.assertEqual(json.loads(result.stdout)["source"]["name"], "-")

    def test_wrong_command_lines_end_with_2(self):
        path = self.file("a.txt", b"x\n")
        for arguments in ([], ["uitpakken"], ["extract"], ["extract", path, "--geen-optie"],
                          ["extract", path, "--grammar", self.folder / "weg"],
                          ["extract", path, "--profile", "profile-bestaat-niet"]):
            with self.subTest(arguments):
                self.assertEqual(run(*arguments).returncode, 2)

    def test_broken_grammar_names_file_and_line(self):
        grammar = self.folder / "grammatica"
        grammar.mkdir()
        (grammar / "money.xml").write_text("<grammar>\n<rule id='a'>\n</grammar>\n")
        result = run("extract", self.file("a.txt", b"x\n"), "--grammar", grammar)
        self.assert_error(result, 2, "money.xml")

    def test_help_shows_examples(self):
        text = run("extract", "--help").stdout.decode()
        self.assertIn("Examples:", text)
        self.assertIn("handvest extract", text)


if __name__ == "__main__":
    unittest.main()
