#!/usr/bin/env python3
"""The options that say how input is read: --metadata, --max-bytes, --max-expansion, --profile."""
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = os.environ["HANDVEST"]
DATA = pathlib.Path(os.environ["HANDVEST_ROOT"]) / "tests" / "unit" / "source" / "data"
RECORD = """<metadata_gegevens><metadata name="DC.title" content="Titel volgens het register"/>
<metadata name="DC.identifier" content="stcrt-2031-99"/></metadata_gegevens>"""


def extract(*arguments):
    return subprocess.run([PROGRAM, "extract", *arguments], capture_output=True, text=True, check=False)


def batch(inputs, out, *options):
    return subprocess.run([PROGRAM, "batch", inputs, "--out", out, "--progress", "none", *options],
                          capture_output=True, text=True, check=False)


def check_batch(folder, record):
    """The same options on a folder: the record goes to its own publication alone."""
    inputs, out = folder / "in", folder / "out"
    inputs.mkdir()
    (inputs / "stcrt-2031-99.txt").write_text("De stad bouwt 40 woningen.\n", encoding="utf-8")
    (inputs / "ander.txt").write_text("De stad plant 50 bomen.\n" * 100, encoding="utf-8")
    run = batch(inputs, out, "--metadata", record, "--profile", "profile-letter")
    assert run.returncode == 0, run.stderr
    described, other = (json.loads((out / "documents" / (name + ".json")).read_text(encoding="utf-8"))
                        for name in ("stcrt-2031-99.txt", "ander.txt"))
    assert described["document"]["title"] == "Titel volgens het register", described["document"]
    assert "title" not in other["document"], other["document"]
    assert other["document"]["profile"] == "profile-letter", other["document"]

    # Another record is another result: --resume takes what it can change again.
    record.write_text(RECORD.replace("het register", "de correctie"), encoding="utf-8")
    run = batch(inputs, out, "--metadata", record, "--profile", "profile-letter", "--resume")
    described = json.loads((out / "documents" / "stcrt-2031-99.txt.json").read_text(encoding="utf-8"))
    assert described["document"]["title"] == "Titel volgens de correctie", described["document"]

    run = batch(inputs, folder / "bounded", "--max-bytes", "1KB")
    assert run.returncode == 1 and "--max-bytes" in run.stderr, run.stderr


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        record = folder / "record.xml"
        record.write_text(RECORD, encoding="utf-8")
        run = extract(DATA / "agreement.xml", "--metadata", record, "-o", "-")
        assert run.returncode == 0, run.stderr
        tree = json.loads(run.stdout)
        assert tree["document"]["title"] == "Titel volgens het register", tree["document"]
        assert tree["source"]["identifiers"] == ["stcrt-2031-99", "stcrt-2031-12345"], tree["source"]
        assert '"xpath": "/officiele-publicatie[1]/' in run.stdout

        run = extract(DATA / "agreement.xml", "--metadata", DATA / "agreement.xml")
        assert run.returncode == 2 and "no metadata record" in run.stderr, run.stderr
        run = extract(DATA / "agreement.xml", "--max-bytes", "1KB")
        assert run.returncode == 1 and "--max-bytes" in run.stderr, run.stderr

        bomb = folder / "bomb.txt.gz"
        bomb.write_bytes(gzip.compress(b"a" * 3_000_000))
        run = extract(bomb, "--max-expansion", "2MB")
        assert run.returncode == 1 and "--max-expansion" in run.stderr, run.stderr
        assert not run.stdout
        check_batch(folder, record)
    return 0


if __name__ == "__main__":
    sys.exit(main())
