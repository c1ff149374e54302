"""What a layout may say: strings, numbers and the names of readers, nothing that runs.

The same data can be written in TOML. Printed words are given as they stand on paper; the program meets them over line
breaks, with glued or misspelt words, and says how sure it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Kind = Literal["title", "lead", "label", "part"]
Reader = Literal["case_number", "date", "priority", "names", "prose"]


@dataclass(frozen=True, slots=True)
class Landmark:
    """Printed words that begin a part of the letter."""

    kind: Kind
    name: str
    words: str
    section: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its title; `title` is empty for what stands before the first title."""

    name: str
    title: str = ""
    also: tuple[str, ...] = ()
    """Other wordings of the title that were seen."""
    lead: str = ""
    """The fixed sentence, ended by a colon, between the title and the section's own words."""
    boilerplate: tuple[str, ...] = ()
    """Fixed paragraphs of the section, word for word."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A value by its label; without a label it is what follows the section's lead."""

    path: str
    """Where it goes in the record, without the leading slash."""
    section: str
    read: Reader
    label: str = ""
    also: tuple[str, ...] = ()
    split: str = ""
    """A second half of the label that some readers print after the value (a label that wraps in its table cell)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled part of an item."""

    path: str
    label: str
    also: tuple[str, ...] = ()
    paragraphs: bool = False
    """Whether it may hold several paragraphs."""


@dataclass(frozen=True, slots=True)
class Before:
    """Items whose heading, ended by a colon and the outcome, stands before the first part's label."""

    section: str
    parts: tuple[Part, ...]
    outcomes: dict[str, Literal["upheld", "overturned"]]


@dataclass(frozen=True)
class Layout:
    """One letter layout."""

    name: str
    about: str
    sections: tuple[Section, ...]
    fields: tuple[Field, ...]
    items: Before
    furniture: tuple[str, ...] = field(default=())
    """Patterns of whole lines that run through the letter: footers, page numbers, fax lines."""

    @cached_property
    def landmarks(self) -> tuple[Landmark, ...]:
        """All printed words that this layout looks for, each wording once, in the letter's order."""
        rows: list[Landmark] = []
        for section in self.sections:
            rows += [
                Landmark("title", section.name, words, section.name)
                for words in (section.title, *section.also)
                if words
            ]
            if section.lead:
                rows.append(Landmark("lead", section.name, section.lead, section.name))
            for entry in self.fields:
                if entry.section == section.name and entry.label:
                    rows += [
                        Landmark("label", entry.path, words, section.name)
                        for words in (entry.label, *entry.also)
                    ]
            if self.items.section == section.name:
                for part in self.items.parts:
                    rows += [
                        Landmark("part", part.path, words, section.name) for words in (part.label, *part.also)
                    ]
        return tuple(rows)

    @cached_property
    def order(self) -> dict[str, int]:
        """Each section's place in the letter, from 0."""
        return {section.name: at for at, section in enumerate(self.sections)}
