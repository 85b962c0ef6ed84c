"""Places in one text for places in another that says the same with other line ends and blanks.

Used where a document was turned into another format and read again: the spans of the second
reading are mapped onto the first text, so that they can be measured against its gold annotations.
"""
import difflib
import re


def words(text):
    """(word, begin, end) of every run of non-blank characters."""
    return [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", text)]


def equal_runs(a, b):
    """(begin in a, begin in b, length) of what two sequences have in common, in order."""
    return difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()


def paragraphs(text):
    """The lines that are not blank, as the list of their words' numbers: [(line, first, last)]."""
    result, first = [], 0
    for line in text.split("\n"):
        count = len(line.split())
        if count:
            result.append((" ".join(line.split()), first, first + count))
        first += count
    return result


def differing_ranges(old, new):
    """Ranges of word numbers (old begin, old end, new begin, new end): first the equal lines, then
    what lies between them. Yields (equal, range)."""
    at_old = at_new = 0
    old_lines, new_lines = paragraphs(old), paragraphs(new)
    for i, j, length in equal_runs([l[0] for l in old_lines], [l[0] for l in new_lines]):
        begin = (old_lines[i][1] if i < len(old_lines) else None,
                 new_lines[j][1] if j < len(new_lines) else None)
        if length == 0:  # the end
            yield False, (at_old, len(old.split()), at_new, len(new.split()))
            return
        yield False, (at_old, begin[0], at_new, begin[1])
        at_old, at_new = old_lines[i + length - 1][2], new_lines[j + length - 1][2]
        yield True, (begin[0], at_old, begin[1], at_new)


class Alignment:
    """Maps offsets (code points) of `new` to offsets of `old`."""

    def __init__(self, old, new):
        self.new = new
        self.at = [None] * len(new)  # the old offset of every character that was found again
        self.matched = 0
        old_words, new_words = words(old), words(new)
        for equal, (a, b, c, d) in differing_ranges(old, new):
            if equal:
                for (_, begin, end), (_, new_begin, _) in zip(old_words[a:b], new_words[c:d]):
                    self._match(begin, new_begin, end - begin)
            else:
                self._match_letters(old_words[a:b], new_words[c:d])

    def _match(self, old_begin, new_begin, length):
        for i in range(length):
            self.at[new_begin + i] = old_begin + i
        self.matched += length

    def _match_letters(self, old_words, new_words):
        """Lines that differ: words first, then the letters of the words between."""
        a = b = 0
        for i, j, length in equal_runs([w[0] for w in old_words], [w[0] for w in new_words]):
            old_letters = [n for _, begin, end in old_words[a:i] for n in range(begin, end)]
            new_letters = [n for _, begin, end in new_words[b:j] for n in range(begin, end)]
            old_text = "".join(w[0] for w in old_words[a:i])
            new_text = "".join(w[0] for w in new_words[b:j])
            if len(old_text) * len(new_text) < 4_000_000:
                for x, y, n in equal_runs(old_text, new_text):
                    for k in range(n):
                        self.at[new_letters[y + k]] = old_letters[x + k]
                        self.matched += 1
            for k in range(length):
                self._match(old_words[i + k][1], new_words[j + k][1], len(old_words[i + k][0]))
            a, b = i + length, j + length

    def start(self, offset):
        """Old offset of the first character at or after `offset` that was found again."""
        for i in range(offset, len(self.at)):
            if self.at[i] is not None:
                return self.at[i]
        return max((a for a in self.at if a is not None), default=0)

    def end(self, offset):
        """Old offset behind the last character before `offset` that was found again."""
        for i in range(offset - 1, -1, -1):
            if self.at[i] is not None:
                return self.at[i] + 1
        return 0

    def map_spans(self, node):
        """Maps every {"start", "end"} of an extraction; lines and columns are left out."""
        if isinstance(node, list):
            for item in node:
                self.map_spans(item)
        elif isinstance(node, dict):
            if isinstance(node.get("start"), int) and isinstance(node.get("end"), int):
                start, end = self.start(node["start"]), self.end(node["end"])
                node["start"], node["end"] = start, max(start, end)
                for key in ("line", "end_line", "column", "page"):
                    node.pop(key, None)
            for value in node.values():
                self.map_spans(value)
