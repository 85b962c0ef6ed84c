#!/usr/bin/env python3
"""Holds that what would take much memory is refused with an option to allow it, before it takes it; and that
large documents are read.

The program is $HANDVEST.
"""
import gzip
import io
import json
import os
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

PROGRAM = os.environ["HANDVEST"]
MEGABYTE = 1 << 20
# Of the peak of a refusal, in kilobytes, as Linux counts it. The input is in it.
PEAK = 100 * 1024
MEASURE = ("import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode;"
           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)")


def prose(size):
    rng = random.Random(5)
    words = "de wijk krijgt in plan samen met bewoners een veilige groene buurt school woningen".split()
    line = " ".join(rng.choices(words, k=1000)).encode() + b"\n\n"
    return (line * (size // len(line) + 1))[:size]


def zip_of(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


class Limits(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)

    def tearDown(self):
        self.scratch.cleanup()

    def extract(self, name, content, *options):
        path = self.folder / name
        path.write_bytes(content)
        command = [sys.executable, "-c", MEASURE, PROGRAM, "extract", str(path), "--compact", *options]
        begun = time.monotonic()
        run = subprocess.run([*command, "-q", "-o", f"{self.folder}/out/"], capture_output=True, text=True)
        return run, int(run.stdout), time.monotonic() - begun

    def assert_refused(self, name, content, option):
        run, peak, seconds = self.extract(name, content)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn(name, run.stderr)
        self.assertIn(option, run.stderr)
        self.assertLess(seconds, 60)
        if "asan" not in PROGRAM:  # it takes memory of its own
            self.assertLess(peak, PEAK)

    def test_a_gigabyte_in_gzip(self):
        # Members of gzip follow each other as files do with cat.
        member = gzip.compress(prose(64 * MEGABYTE), 6)
        self.assertLess(3 * MEGABYTE, len(member) * 16)
        self.assert_refused("prose.txt.gz", member * 16, "--max-expansion")
        member = gzip.compress(bytes(b"a") * (64 * MEGABYTE), 9)
        self.assert_refused("letters.txt.gz", member * 16, "--max-ratio")

    def test_ten_gigabytes_promised_by_a_zip(self):
        content = bytearray(zip_of({f"{n}.txt": b"In 2011 zijn er 40 wijken.\n" * 50 for n in range(5)}))
        for mark, size_at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            at = content.find(mark)
            while at >= 0:
                content[at + size_at:at + size_at + 4] = struct.pack("<I", 0x80000000)
                at = content.find(mark, at + 4)
        self.assert_refused("promise.zip", bytes(content), "--max-ratio")

    def test_many_large_members(self):
        content = zip_of({f"{n}.txt": b"a" * (10 * MEGABYTE) for n in range(30)})
        self.assert_refused("many.zip", content, "--max-ratio")

    def test_an_archive_in_an_archive_counts_too(self):
        inner = zip_of({"b.txt": b"a" * (70 * MEGABYTE)})
        self.assert_refused("outer.zip", zip_of({"inner.zip": inner}), "--max-ratio")

    def test_a_large_file(self):
        path = self.folder / "large.txt"
        with open(path, "wb") as file:
            file.truncate(300 * MEGABYTE)
        run = subprocess.run([PROGRAM, "extract", str(path)], capture_output=True, text=True)
        self.assertEqual(run.returncode, 1)
        self.assertIn("--max-bytes", run.stderr)

    def test_many_entries(self):
        files = {f"{n}.png": b"\x89PNG\r\n\x1a\n" for n in range(20_000)}
        run, _, seconds = self.extract("entries.zip", zip_of({**files, "een.txt": "In 2011."}))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertLess(seconds, 60)
        warnings = json.loads((self.folder / "out" / "een.txt.json").read_text("utf-8"))["warnings"]
        self.assertIn("images: 20000", warnings[0]["message"])

    def test_names_that_lead_out_of_the_folder(self):
        files = {"../../weg.txt": "In 2011.", str(self.folder / "absoluut.txt"): "In 2012.", "a/../b.txt": "In 2013."}
        run, _, _ = self.extract("names.zip", zip_of(files))
        self.assertEqual(run.returncode, 0, run.stderr)
        written = sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*.json"))
        self.assertEqual(written, ["out/absoluut.txt.json", "out/b.txt.json", "out/weg.txt.json"])
        self.assertFalse((self.folder.parent / "weg.txt.json").exists())

    def test_a_large_document_is_read(self):
        text = prose((10 if "asan" in PROGRAM else 60) * MEGABYTE)
        for name, content in (("groot.txt", text), ("groot.txt.gz", gzip.compress(text, 1))):
            run, _, _ = self.extract(name, content)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertGreater((self.folder / "out" / "groot.txt.json").stat().st_size, len(text))


if __name__ == "__main__":
    unittest.main()
