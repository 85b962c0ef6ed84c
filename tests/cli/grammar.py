#!/usr/bin/env python3
"""Holds that every rule of the built-in grammar finds its examples and leaves its counter-examples, and that
the check and the explanation tell what is wrong and why.

The program is $HANDVEST, the checkout $HANDVEST_ROOT.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["HANDVEST"]
GRAMMAR = pathlib.Path(os.environ["HANDVEST_ROOT"]) / "grammars" / "nl"


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)


class Grammar(unittest.TestCase):
    def test_the_built_in_grammar_passes_its_examples(self):
        result = run("grammar", "check")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_a_rule_that_misses_its_example_fails_the_check(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name) / "nl"
            shutil.copytree(GRAMMAR, folder)
            file = folder / "targets.xml"
            text = file.read_text("utf-8").replace('finds="is dit"', 'finds="is dat"')
            file.write_text(text, "utf-8")
            result = run("grammar", "check", folder)
            self.assertEqual(result.returncode, 2)
            self.assertIn("targets.xml", result.stdout + result.stderr)

    def test_a_rule_without_examples_fails_the_check(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name) / "nl"
            shutil.copytree(GRAMMAR, folder)
            (folder / "zonder.xml").write_text(
                '<grammar language="nl"><rule id="zonder.voorbeeld" yields="x"><pattern>abc</pattern></rule></grammar>')
            result = run("grammar", "check", folder)
            self.assertEqual(result.returncode, 2)
            self.assertIn("zonder.voorbeeld", result.stdout + result.stderr)

    def test_explain_names_the_rule_that_won(self):
        with tempfile.TemporaryDirectory() as name:
            file = pathlib.Path(name) / "brief.txt"
            file.write_text("Inleiding\n\nHet rijk stelt € 2,5 miljoen beschikbaar.\n", "utf-8")
            result = run("explain", file, "--line", "3")
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertIn("money.", result.stdout)
            self.assertIn("EUR 2500000", result.stdout)


if __name__ == "__main__":
    unittest.main()
