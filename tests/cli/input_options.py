#!/usr/bin/env python3
"""The options of 'extract' that say how input is read: --metadata, --max-bytes, --max-expansion."""
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
        assert run.returncode == 1 and "no metadata record" in run.stderr, run.stderr
        run = extract(DATA / "agreement.xml", "--max-bytes", "1KB")
        assert run.returncode == 1 and "--max-bytes" in run.stderr, run.stderr

        bomb = folder / "bomb.txt.gz"
        bomb.write_bytes(gzip.compress(b"a" * 3_000_000))
        run = extract(bomb, "--max-expansion", "2MB")
        assert run.returncode == 1 and "--max-expansion" in run.stderr, run.stderr
        assert not run.stdout
    return 0


if __name__ == "__main__":
    sys.exit(main())
