#!/usr/bin/env python3
"""The schema that the program prints is the one in the repository, is well formed, refuses what it
must, and accepts what the program writes: a document with every field, and every example document."""
import copy
import json
import os
import pathlib
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema is missing")
    sys.exit(77)

PROGRAM = os.environ["HANDVEST"]
ROOT = pathlib.Path(os.environ["HANDVEST_ROOT"])


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True).stdout


def embedded_examples(schema):
    """Every sub-schema that has examples, with the definitions it refers to."""
    def walk(node):
        if isinstance(node, dict):
            if isinstance(node.get("examples"), list):
                yield {**node, "$defs": schema["$defs"]}
            for child in node.values():
                yield from walk(child)
        elif isinstance(node, list):
            for child in node:
                yield from walk(child)
    return walk(schema)


def closed_objects(node, path="#"):
    """Paths of object schemas that would let unknown keys through."""
    if isinstance(node, dict):
        if node.get("type") == "object" and node.get("additionalProperties") is not False:
            yield path
        for key, child in node.items():
            if key != "examples":
                yield from closed_objects(child, f"{path}/{key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from closed_objects(child, f"{path}/{index}")


def breakages(sample):
    """Copies of a valid document, each with one thing wrong."""
    def broken(change):
        document = copy.deepcopy(sample)
        change(document)
        return document
    yield "a null", broken(lambda d: d["document"].update(title=None))
    yield "an unknown key", broken(lambda d: d["mentions"][0].update(extra=1))
    yield "a missing span", broken(lambda d: d["targets"][0].pop("span"))
    yield "a wrong type", broken(lambda d: d["mentions"][0].update(type="amount"))
    yield "money without currency", broken(lambda d: d["mentions"][1].update(normalized="2500000"))
    yield "a range of lines from 0", broken(lambda d: d["charters"][0]["span"].update(line=0))
    yield "a date that is none", broken(lambda d: d["document"].update(date="11 februari 2008"))


def main():
    printed = run("schema")
    assert printed == (ROOT / "output/schema/handvest-1.schema.json").read_bytes()
    schema = json.loads(printed)
    Draft202012Validator.check_schema(schema)
    assert list(closed_objects(schema)) == []
    for part in embedded_examples(schema):
        for example in part["examples"]:
            Draft202012Validator(part).validate(example)

    validator = Draft202012Validator(schema)
    sample = json.loads((ROOT / "tests/unit/output/sample.json").read_text(encoding="utf-8"))
    validator.validate(sample)
    for what, document in breakages(sample):
        assert not validator.is_valid(document), f"the schema accepts {what}"

    faults = 0
    examples = sorted((ROOT / "corpora").rglob("*.txt"))
    assert examples
    for example in examples:
        for error in validator.iter_errors(json.loads(run("extract", example))):
            faults += 1
            print(f"{example.name}: {error.json_path}: {error.message}")
    sys.exit(1 if faults else 0)


main()
