#!/usr/bin/env python3
"""CSV, JSON Lines and SQLite, read back with python3's own readers, hold what the JSON holds: the
same rows, sums and texts. The queries of output/README.md run and give the JSON's figures."""
import collections
import csv
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = os.environ["HANDVEST"]
ROOT = pathlib.Path(os.environ["HANDVEST_ROOT"])
TYPES = {"string": str, "integer": int, "number": float}


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True).stdout


def extracted(folder):
    """JSON files: the document with every field, and every example charter."""
    files = [folder / "sample.json"]
    shutil.copy(ROOT / "tests/unit/output/sample.json", files[0])
    for text in sorted((ROOT / "corpora/charters").glob("*.txt")):
        files.append(folder / (text.stem + ".json"))
        run("extract", text, "-o", files[-1])
    return files


def sections_of(node):
    for section in node["sections"]:
        yield section
        yield from sections_of(section)


def outline(document):
    """All nodes of a document that carry items, with what they are."""
    for container in [document, *document["charters"]]:
        yield "container", container
        for section in sections_of(container):
            yield "sections", section
            for block in section["blocks"]:
                yield "blocks", block


def expected_counts(documents):
    counts = collections.Counter(documents=len(documents))
    for document in documents:
        for kind, node in outline(document):
            counts["items"] += len(node["content"])
            if kind != "container":
                counts[kind] += 1
        for container in [document, *document["charters"]]:
            counts["parties"] += len(container.get("parties", []))
            counts["footnotes"] += len(container["footnotes"])
            counts["cells"] += sum(len(row) for table in container["tables"]
                                   for row in table["header"] + table["rows"])
        for name in ("charters", "mentions", "targets", "pledges", "warnings"):
            counts[name] += len(document[name])
        counts["parallels"] += sum(len(p["members"]) for p in document.get("parallels", []))
    return counts


def read_csv(folder):
    """The tables of a data package, values typed as it says, apostrophes taken away."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {}
    for resource in package["resources"]:
        fields = {f["name"]: TYPES[f["type"]] for f in resource["schema"]["fields"]}
        with open(folder / resource["path"], encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            assert reader.fieldnames == list(fields), resource["name"]
            tables[resource["name"]] = [
                {k: typed(fields[k], v) for k, v in row.items()} for row in reader]
        rows, key = tables[resource["name"]], resource["schema"]["primaryKey"]
        assert len({tuple(row[k] for k in key) for row in rows}) == len(rows), resource["name"]
        assert not any(None in row for row in rows), "a row is longer than the header"
    return package, tables


def typed(kind, cell):
    if cell == "":
        return None
    if kind is str:
        return cell[1:] if re.match(r"'+[=+\-@\t\r\n]", cell) else cell
    return kind(cell)


def check_references(package, tables):
    for resource in package["resources"]:
        for key in resource["schema"]["foreignKeys"]:
            target = key["reference"]["resource"] or resource["name"]
            known = {tuple(row[f] for f in key["reference"]["fields"]) for row in tables[target]}
            for row in tables[resource["name"]]:
                value = tuple(row[f] for f in key["fields"])
                assert None in value or value in known, (resource["name"], value)


def check_csv(folder, documents):
    package, tables = read_csv(folder)
    counts = expected_counts(documents)
    assert {name: len(rows) for name, rows in tables.items()} == {n: counts[n] for n in tables}
    check_references(package, tables)
    mentions = [m for d in documents for m in d["mentions"]]
    assert [row["text"] for row in tables["mentions"]] == [m["text"] for m in mentions]
    assert [row["amount"] for row in tables["mentions"]] == [m["value"].get("amount") for m in mentions]
    texts = [i["text"] for d in documents for _, node in outline(d) for i in node["content"]]
    assert sorted(row["text"] or "" for row in tables["items"]) == sorted(texts)
    for path in folder.glob("*.csv"):
        with open(path, encoding="utf-8", newline="") as file:
            for cell in (cell for row in csv.reader(file) for cell in row):
                assert not could_be_formula(cell), (path.name, cell)
    return tables


def could_be_formula(cell):
    return re.match(r"[=+\-@\t\r]", cell) and len(cell) > 1 and not re.fullmatch(r"-[\d.]+", cell)


def check_json_lines(path, documents):
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    of = lambda kind: [r for r in records if r["record"] == kind]
    for kind in ("mention", "target", "pledge"):
        nodes = [n for d in documents for n in d[kind + "s"]]
        assert [r[kind] for r in of(kind)] == [n["id"] for n in nodes]
        assert [(r["start"], r["end"]) for r in of(kind)] == [
            (n["span"]["start"], n["span"]["end"]) for n in nodes]
    assert sum(r["amount"] for r in of("pledge")) == pledged(documents)
    assert None not in [value for record in records for value in record.values()]


def pledged(documents, wanted=lambda pledge: True):
    return sum(p["amount"]["amount"] for d in documents for p in d["pledges"] if wanted(p))


def check_database(database, documents, tables):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for name, rows in tables.items():
        assert database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == len(rows), name
    for table, column in (("mentions", "amount"), ("targets", "value"), ("pledges", "amount")):
        expected = sum(row[column] or 0 for row in tables[table])
        assert abs(database.execute(f"SELECT total({column}) FROM {table}").fetchone()[0] - expected) < 1e-6
    words = "SELECT count(*) FROM items_fts WHERE items_fts MATCH 'gemeente'"
    expected = sum(bool(re.search(r"\bgemeente\b", row["text"] or "", re.I)) for row in tables["items"])
    assert database.execute(words).fetchone()[0] == expected


def check_queries(database, documents):
    text = (ROOT / "output/README.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sql\n(.*?)```", text, re.S)
    assert len(queries) >= 3
    money, targets, context, words = [database.execute(q).fetchall() for q in queries]
    assert sum(row[4] for row in money) == pledged(documents, lambda p: p.get("scope") != "national")
    themes = [s["id"] for d in documents for kind, s in outline(d)
              if kind == "sections" and s.get("theme") == "veiligheid"]
    about_safety = [t for d in documents for t in d["targets"]
                    if any(t.get("in", "").startswith(theme) for theme in themes)]
    assert len(targets) == len(about_safety)
    big = [m for d in documents for m in d["mentions"]
           if m["type"] == "money" and m["value"]["amount"] >= 1e6]
    assert sorted(row[5] for row in context) == sorted(m["text"] for m in big)
    flat = lambda s: re.sub(r"\s+", "", s)
    assert any(flat(row[5]) in flat(row[6] or "") for row in context)
    assert all("bewoners" in row[2].lower() for row in words)


def check_direct(folder):
    """'extract --format' writes the bytes that 'extract' and 'export' write in two steps."""
    text = ROOT / "corpora/charters/two-cities.txt"
    formats = "csv,jsonl,webannotation,brat,webanno,html"
    run("extract", text, "-o", folder / "two.json")
    run("export", folder / "two.json", "--text", text, "--format", formats, "-o", folder / "steps")
    run("extract", text, "--format", formats, "-o", folder / "direct")
    names = sorted(p.relative_to(folder / "steps") for p in (folder / "steps").rglob("*.*"))
    assert names == sorted(p.relative_to(folder / "direct") for p in (folder / "direct").rglob("*.*"))
    assert {name.suffix for name in names} >= {".csv", ".jsonl", ".jsonld", ".ann", ".tsv", ".html"}
    for name in names:
        assert (folder / "steps" / name).read_bytes() == (folder / "direct" / name).read_bytes(), name
    wrong = subprocess.run([PROGRAM, "export", folder / "two.json", "--text", __file__,
                            "--format", "brat", "-o", folder / "wrong"], capture_output=True, text=True)
    assert wrong.returncode == 1 and "SHA-256" in wrong.stderr


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="handvest-"))
    try:
        files = extracted(folder)
        documents = [json.loads(file.read_text(encoding="utf-8")) for file in files]
        out = folder / "out"
        run("export", *files, "--format", "csv,jsonl,sqlite", "-o", out)
        tables = check_csv(out / "csv", documents)
        check_json_lines(out / "handvest.jsonl", documents)
        with sqlite3.connect(out / "handvest.sqlite") as database:
            check_database(database, documents, tables)
            check_queries(database, documents)
        # Added one by one, and some of them twice, the documents make the same database.
        for file in [*files, files[1]]:
            run("export", file, "--format", "sqlite", "-o", folder / "grown")
        with sqlite3.connect(folder / "grown/handvest.sqlite") as database:
            check_database(database, documents, tables)
        check_direct(folder)
        foreign = folder / "foreign"
        foreign.mkdir()
        with sqlite3.connect(foreign / "handvest.sqlite") as database:
            database.execute("CREATE TABLE mine (x)")
        refused = subprocess.run([PROGRAM, "export", files[0], "--format", "sqlite", "-o", foreign],
                                 capture_output=True, text=True)
        assert refused.returncode != 0 and "another name" in refused.stderr
        assert sorted(p.name for p in out.rglob("*.part-*")) == []
    finally:
        shutil.rmtree(folder)


main()
