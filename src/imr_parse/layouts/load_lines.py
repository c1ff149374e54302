"""On which line of a TOML file each key and each array element stands: tomllib does not tell."""

from __future__ import annotations

from collections import Counter

Path = tuple[str | int, ...]
_BLANK = " \t\r\n"


def key_lines(text: str) -> dict[Path, int]:
    """Line, from 1, of each key and array element by its path, `("fields", 2, "read")`. `text` is valid TOML."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.lines


class _Scanner:
    """A walk over text that tomllib has accepted already; it checks nothing again."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._text = text
        self._at = 0

    def document(self) -> None:
        tables: Counter[Path] = Counter()
        prefix: Path = ()
        while self._skip():
            if self._text[self._at] != "[":
                self._pair(prefix)
                continue
            array = self._text.startswith("[[", self._at)
            self._at += 2 if array else 1
            prefix = ()
            keys = self._keys()
            for depth, key in enumerate(keys, 1):
                prefix = (*prefix, key)
                self._note(prefix)
                if array and depth == len(keys):
                    tables[prefix] += 1
                if tables[prefix]:
                    prefix = (*prefix, tables[prefix] - 1)
            self._note(prefix)
            self._at += 2 if array else 1

    def _pair(self, prefix: Path) -> None:
        for key in self._keys():
            prefix = (*prefix, key)
            self._note(prefix)
        self._at += 1
        self._value(prefix)

    def _keys(self) -> list[str]:
        """A dotted key; ends at "=" or "]"."""
        keys: list[str] = []
        while self._skip() and self._text[self._at] not in "=]":
            if self._text[self._at] == ".":
                self._at += 1
            elif self._text[self._at] in "\"'":
                keys.append(self._string())
            else:
                start = self._at
                self._run_to(_BLANK + ".=]")
                keys.append(self._text[start : self._at])
        return keys

    def _value(self, path: Path) -> None:
        self._skip()
        first = self._text[self._at]
        if first in "[{":
            self._at += 1
            count = 0
            while self._skip() and self._text[self._at] not in "]}":
                if self._text[self._at] == ",":
                    self._at += 1
                elif first == "{":
                    self._pair(path)
                else:
                    self._note((*path, count))
                    self._value((*path, count))
                    count += 1
            self._at += 1
        elif first in "\"'":
            self._string()
        else:
            self._run_to("\n#,]}")

    def _string(self) -> str:
        quote = self._text[self._at]
        mark = quote * 3 if self._text.startswith(quote * 3, self._at) else quote
        self._at += len(mark)
        start = self._at
        while not self._text.startswith(mark, self._at):
            self._at += 2 if quote == '"' and self._text[self._at] == "\\" else 1
        words = self._text[start : self._at]
        self._at += len(mark)
        if len(mark) == 3:  # quotes may stand before the closing mark
            self._at += len(self._text[self._at : self._at + 2]) - len(
                self._text[self._at : self._at + 2].lstrip(quote)
            )
        return words

    def _skip(self) -> bool:
        """Go to the next character that says something; whether there is one."""
        while self._at < len(self._text):
            if self._text[self._at] == "#":
                self._run_to("\n")
            elif self._text[self._at] in _BLANK:
                self._at += 1
            else:
                return True
        return False

    def _run_to(self, ends: str) -> None:
        while self._at < len(self._text) and self._text[self._at] not in ends:
            self._at += 1

    def _note(self, path: Path) -> None:
        self.lines.setdefault(path, self._text.count("\n", 0, self._at) + 1)
