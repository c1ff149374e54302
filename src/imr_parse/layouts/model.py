"""What a layout may say: strings, numbers and the names of readers, nothing that runs.

The same data can be written in TOML. Printed words are given as they stand on paper; the program meets them over line
breaks, with glued or misspelt words, and says how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Discriminator

Kind = Literal["title", "lead", "label", "phrase", "head", "part"]
Reader = Literal[
    "case_number", "date", "day", "priority", "names", "name", "prose", "list", "treatments", "stated_outcome", "certified",
    "licensed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Landmark:
    """Printed words that begin a part of the letter."""

    kind: Kind
    name: str
    words: str
    section: str
    inline: bool = False
    """A title whose section may begin on its own line."""
    optional: bool = False
    """The label of a field that letters may lack."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its title; `title` is empty for what stands before the first title."""

    name: str
    title: str = ""
    also: tuple[str, ...] = ()
    """Other wordings of the title."""
    inline: bool = False
    """Whether its text may begin on the title's own line."""
    lead: str = ""
    """The fixed sentence, ended by a colon, between the title and the section's own words."""
    lead_optional: bool = False
    """Whether letters of this layout may lack it."""
    boilerplate: tuple[str, ...] = ()
    """Fixed paragraphs of the section, word for word."""
    optional: bool = False
    free: str = ""
    """"always", or the name of a block: where that block is there, the section also holds prose of the form that is
    not known word by word, so words of it that belong to nothing are not warned of."""


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
    """The first half of a label that wraps in its table cell, where some readers print the value between the halves."""
    inside: bool = False
    """Whether the label is a phrase inside the section's prose."""
    until: tuple[str, ...] = ()
    """Phrases at which the value ends."""
    optional: bool = False
    """Whether letters of this layout may lack it."""
    instead: str = ""
    """What is stated here, where it stands for the value that another place of the form states."""
    block: str = ""
    """The block of labels that it belongs to: it is missed only where that block is there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an item: after its label, or from words that open its first sentence and belong to it."""

    path: str
    label: str = ""
    also: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    """Words that open the part and belong to it, in place of a label."""
    paragraphs: bool = False
    """Whether it may hold several paragraphs."""


@dataclass(frozen=True, slots=True)
class Before:
    """Items whose heading, ended by a colon and the outcome, stands before the first part's label."""

    section: str
    parts: tuple[Part, ...]
    outcomes: dict[str, Literal["upheld", "overturned"]]
    form: Literal["before"] = "before"

    @property
    def paths(self) -> tuple[str, ...]:
        """Record paths of the parts."""
        return tuple(part.path for part in self.parts)


@dataclass(frozen=True, slots=True)
class Opens:
    """Items that open with a numbered sentence: number, `opening`, heading, and the verdict unless it stands apart."""

    section: str
    parts: tuple[Part, ...]
    verdict: str
    """What the request is, said after "is" or "is not": "medically necessary and appropriate"."""
    opening: str = ""
    """Words between the number and the heading."""
    head: str = ""
    """A fixed line between the opening and the first part."""
    apart: str = ""
    """Where the verdicts stand apart from the items: the words between number and heading there."""
    form: Literal["opens"] = "opens"

    @property
    def paths(self) -> tuple[str, ...]:
        """Record paths of the parts."""
        return tuple(part.path for part in self.parts)


@dataclass(frozen=True, slots=True)
class Whole:
    """One item a letter: its parts are sections, its outcome stands in a section's title."""

    heading: str
    """The section whose words are the heading."""
    parts: tuple[tuple[str, str], ...]
    """(record path, section) of each part."""
    outcome: str
    """The section whose title says the outcome."""
    verdict: str
    """What the treatment is, said in that title after "is" or "is not"."""
    form: Literal["whole"] = "whole"

    @property
    def paths(self) -> tuple[str, ...]:
        """Record paths of the parts."""
        return tuple(path for path, _ in self.parts)


Grammar = Before | Opens | Whole


@dataclass(frozen=True, eq=False)
class Layout:
    """One letter layout. Two are the same only where they are one: what is made of a layout is remembered with it."""

    name: str
    about: str
    sections: tuple[Section, ...]
    fields: tuple[Field, ...]
    items: Annotated[Grammar, Discriminator("form")]
    blocks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Printed words that show that a block of labels, or a cover letter, is there."""
    opening: str = ""
    """Words in which every letter begins; where they are missing, so is what should stand in the header."""
    headless: bool = False
    """Whether copies may begin with the header's labels or with the first title: `opening` belongs to a cover letter then."""
    furniture: tuple[str, ...] = ()
    """Lines that run through the letter; {n} stands for a number, {case} for a case number, {date} for a day."""
    stops: tuple[str, ...] = ()
    """Words at a line's start that end whatever value stands before them in the cover letter."""
    closings: tuple[str, ...] = ()
    """Whole lines that may end the letter; {case} stands for a case number, {initials} for initials."""
    tail: tuple[str, ...] = ()
    """Words at a line's start that begin what follows the last item: signature, list of copies, proof of service."""

    @cached_property
    def landmarks(self) -> tuple[Landmark, ...]:
        """All printed words that this layout looks for, each wording once, in the letter's order."""
        return tuple(self._landmarks())

    def _landmarks(self) -> Iterator[Landmark]:
        for section in self.sections:
            for words in (section.title, *section.also):
                if words:
                    yield Landmark("title", section.name, words, section.name, section.inline)
            if section.lead:
                yield Landmark("lead", section.name, section.lead, section.name)
            for entry in self.fields:
                if entry.section == section.name and entry.label:
                    kind: Kind = "phrase" if entry.inside else "label"
                    for words in (entry.label, *entry.also):
                        yield Landmark(kind, entry.path, words, section.name, optional=entry.optional)
            if isinstance(self.items, Before | Opens) and self.items.section == section.name:
                if isinstance(self.items, Opens) and self.items.head:
                    yield Landmark("head", section.name, self.items.head, section.name)
                for part in self.items.parts:
                    for words in (part.label, *part.also):
                        if words:
                            yield Landmark("part", part.path, words, section.name)

    @cached_property
    def fields_by_path(self) -> dict[str, tuple[Field, ...]]:
        """The fields of each record path, in their order."""
        paths = dict.fromkeys(entry.path for entry in self.fields)
        return {path: tuple(entry for entry in self.fields if entry.path == path) for path in paths}

    @cached_property
    def order(self) -> dict[str, int]:
        """Each section's place in the letter, from 0."""
        return {section.name: at for at, section in enumerate(self.sections)}
