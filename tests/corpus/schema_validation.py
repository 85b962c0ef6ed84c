#!/usr/bin/env python3
"""Validates real outputs against output/schema/handvest-1.schema.json with python3-jsonschema.

usage: schema_validation.py --handvest PROGRAM [--which corpora|shared]
"""
import argparse
import json
import os
import sys

from handvest_json import ROOT, SKIPPED, documents, extract

SCHEMA = os.path.join(ROOT, "output", "schema", "handvest-1.schema.json")


def validator():
    try:
        import jsonschema
    except ImportError:
        print("skipped: python3-jsonschema is not installed")
        sys.exit(SKIPPED)
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--handvest", required=True)
    parser.add_argument("--which", choices=["corpora", "shared"], default="corpora")
    arguments = parser.parse_args()
    paths, schema, failed = documents(arguments.which), validator(), False
    for path in paths:
        faults = list(schema.iter_errors(extract(arguments.handvest, path)))
        failed = failed or bool(faults)
        print("%-32s %d faults" % (os.path.basename(path), len(faults)))
        for fault in faults[:5]:
            print("    %s: %s" % ("/".join(str(part) for part in fault.absolute_path), fault.message[:200]))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
