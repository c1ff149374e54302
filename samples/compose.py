"""Draws the parts of a random letter, shared by every form: patient, dates, summary, items, guideline sentences."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast

from . import catalog, wording
from .forms.final_2014 import Heading, part_authorized
from .forms.spec import Case, Item, Patient
from .more_wording import ASIDES, pool

OUTSIDE = "recommendation(s) outside of the MTUS Guidelines"


class Composer:
    """Draws the parts of one letter; they share the patient, the dates and the injured part of the body."""

    def __init__(
        self,
        rng: random.Random,
        rates: Mapping[str, float],
        first_day: date = date(2014, 6, 1),
        days: int = 1000,
    ) -> None:
        """Letters decided within `days` from `first_day`; `rates` is the probability of each accident."""
        self.rng = rng
        self.rates = rates
        self.female = rng.random() < 0.5
        self.part = rng.choice(wording.PARTS)
        self.decision_date = first_day + timedelta(rng.randrange(days))
        self.date_assigned = self.decision_date - timedelta(rng.randint(5, 40))
        self.received = self.date_assigned - timedelta(rng.randint(1, 14))
        self.ur_date = self.received - timedelta(rng.randint(1, 29))
        self.injury = self.ur_date - timedelta(rng.randint(20, 2500))
        self.date_style = rng.randrange(4)

    def pool(self, name: str) -> tuple[Any, ...]:
        return pool(name, self.rates["more_words"] > 0)

    def happens(self, what: str) -> bool:
        return self.rng.random() < self.rates[what]

    def case(self) -> Case:
        rng = self.rng
        number = self.case_number("99%06d" if self.happens("long_case_number") else "99%05d")
        more = rng.choice((1, 2)) if self.happens("consolidated") else 0
        return Case(
            number,
            self.date_assigned,
            self.injury,
            self.decision_date,
            self.ur_date,
            self.received,
            "Expedited" if self.happens("expedited") else "Standard",
            tuple(self.case_number("99%05d") for _ in range(more)),
        )

    def case_number(self, digits: str, prefix: str = "CM") -> str:
        return f"{prefix}{self.received:%y}-{digits % self.rng.randrange(100_000)}"

    def items(self) -> tuple[Item, ...]:
        rng = self.rng
        count = rng.choice((1, 1, 1, 1, 1, 2, 2, 3, 4, 5, rng.randint(6, 21)))
        numbered, capitals = count > 1 and self.happens("numbered"), self.happens("capitals")
        return tuple(self.item(f"{n}. " if numbered else "", capitals) for n in range(1, count + 1))

    def item(self, number: str, capitals: bool) -> Item:
        heading = self.heading()
        if capitals:
            heading = cast(Heading, {key: str(value).upper() for key, value in heading.items()})
        outcome = "Overturned" if self.happens("overturned") else "Upheld"
        cited = self.guideline_sentence
        labels = ("Claims Administrator guideline:", "MAXIMUS guideline:", "Decision rationale:")
        return Item(
            outcome=outcome,
            claims_administrator_guideline=cited("Claims Administrator"),
            reviewer_guideline=cited("Expert Reviewer"),
            rationale=self.rationale(heading.get("treatment") or heading["heading"], outcome == "Overturned"),
            number=number,
            outcome_alone=self.happens("outcome_alone"),
            no_gap_before=(self.rng.choice(labels),) if self.happens("no_gap_before_label") else (),
            **heading,
        )

    def heading(self) -> Heading:
        """The item's heading and, where a part was authorized, treatment, original and authorized."""
        rng = self.rng
        if self.happens("part_authorized"):
            original, authorized, remaining, whole = rng.choice(catalog.PART_REQUESTS)
            first, rest = rng.randint(2, 9), rng.randint(2, 9)
            counts = ("", str(first), str(rest), str(first + rest))
            request = [
                text.format(*counts, part=self.part) for text in (original, authorized, remaining, whole)
            ]
            wording_number = rng.randrange(3)
            return part_authorized(
                request[0], request[1], request[3 if wording_number == 2 else 2], wording_number
            )
        heading = rng.choice(self.pool("TREATMENTS"))[0]
        heading = heading.format(
            part=self.part,
            n=rng.randint(2, 24),
            count=rng.choice((30, 60, 90, 120)),
            dos=f"{self.visit():%m/%d/%Y}",
        )
        if self.happens("retrospective") and not heading.startswith(("Retro", "Assoc")):
            heading = f"Retrospective {heading}"
        return {"heading": heading}

    def guideline_sentence(self, who: str) -> str:
        """One of the form's sentences on what the decision was based on."""
        rng = self.rng
        other, further = rng.choice(catalog.NON_MTUS), rng.choice(catalog.OTHER_GUIDELINES)
        mtus = ", and ".join(self.citation() for _ in range(rng.choice((1, 1, 1, 2))))
        based, citation = "Decision based on MTUS", "Decision based on Non-MTUS Citation"
        sentences = (
            f"{based} {mtus}.",
            f"{based} {mtus}.",
            f"{based} {mtus}. {citation} {other}.",
            f"{based} {mtus}. {citation} {other} and Other Medical Treatment Guidelines {further}.",
            f"The {who} did not cite any medical evidence for its decision.",
            f"The {who} based their decision on {OUTSIDE}. {citation} {other}.",
            f"The {who} did not base their decision on the MTUS. {citation} {other}.",
            f"{based} Chronic Pain Treatment Guidelines Page(s): {rng.randint(8, 127)}.",
        )
        return rng.choice(sentences)

    def citation(self) -> str:
        _, title, sections = self.rng.choice(self.pool("TREATMENTS"))
        title = title.format(chapter=catalog.CHAPTERS[self.part])
        return f"{title}, Section(s): {', '.join(sections)}" if sections else title

    def rationale(self, item: str, overturned: bool) -> tuple[str, ...]:
        rng = self.rng
        item = item[0].lower() + item[1:] if item[1:2].islower() else item
        reasons = self.pool("FOR") if overturned else self.pool("AGAINST")
        conclusions = self.pool("OVERTURNED_CONCLUSIONS") if overturned else self.pool("UPHELD_CONCLUSIONS")
        body = rng.sample(self.pool("EVIDENCE"), rng.randint(1, 5)) + rng.sample(reasons, rng.randint(1, 3))
        end = rng.choice(conclusions).format(item=item, Item=item[0].upper() + item[1:])
        end += f" {wording.TAPERING}" if not overturned and self.happens("tapering") else ""
        if self.happens("two_paragraphs"):
            return (" ".join(body), end)
        return (" ".join([*body, end]),)

    def summary(self, items: tuple[Item, ...]) -> tuple[Patient, tuple[str, ...]]:
        """The patient and the paragraphs that tell of him or her."""
        rng = self.rng
        patient, opening = self.opening()
        body = [rng.choice(wording.MECHANISMS), wording.PRONOUN]
        body += rng.sample(self.pool("COURSE"), rng.randint(2, len(self.pool("COURSE"))))
        if self.rates["more_words"] > 0 and tells_sex(opening) and self.happens("aside"):
            body.append(rng.choice(ASIDES))
        closing = [rng.choice(wording.CLOSINGS)]
        parts = [item for item in items if item.original]
        if parts and rng.random() < 0.3:
            closing.append(wording.PART_CLOSING)
        named = "; ".join(item.original or item.heading for item in items[:4])
        words = {
            "ur": self.prose_date(self.odd(self.ur_date)),
            "items": named,
            "Items": named[0].upper() + named[1:],
            "original": parts[0].original if parts else "",
            "authorized": parts[0].authorized if parts else "",
            "remaining": parts[0].treatment if parts else "",
        }
        first = [opening, *map(self.fill, body)]
        last = [text.format(**words) for text in closing]
        if self.happens("two_paragraphs"):
            return patient, (" ".join(first), " ".join(last))
        return patient, (" ".join(first + last),)

    def opening(self) -> tuple[Patient, str]:
        rng = self.rng
        age, sex = rng.randint(19, 71), "female" if self.female else "male"
        years = rng.choice((f"{age} year old", f"{age}-year-old", f"{age} year-old"))
        job = rng.choice(self.pool("OCCUPATIONS")) if self.happens("occupation") else None
        if self.happens("sex_by_pronoun"):
            job = job or rng.choice(self.pool("OCCUPATIONS"))
            who, works_as = years, f" {job}"
        elif rng.random() < 0.25:
            who = f"{years} {'woman' if self.female else 'man'}"
            works_as = f" employed as {'an' if job[0] in 'aeiou' else 'a'} {job}" if job else ""
        else:
            who, works_as = f"{years} {sex}", f" {job}" if job else ""
        opening = rng.choice(self.pool("OPENINGS")).format(
            who=who, job=works_as, doi=self.prose_date(self.odd(self.injury)), part=self.part
        )
        return Patient(age, sex, job), opening

    def fill(self, template: str) -> str:
        rng = self.rng
        he, him, his = ("she", "her", "her") if self.female else ("he", "him", "his")
        return template.format(
            He=he.capitalize(), he=he, him=him, His=his.capitalize(), part=self.part, n=rng.randint(4, 40),
            side=rng.choice(("left", "right")), pain=rng.randint(3, 9), visit=self.prose_date(self.visit()),
        )  # fmt: skip

    def visit(self) -> date:
        """A day between the injury and the denial."""
        return self.injury + timedelta(self.rng.randrange(1, (self.ur_date - self.injury).days))

    def odd(self, day: date) -> date:
        """The day, or rarely another one: prose and header of a real letter may disagree."""
        return day + timedelta(self.rng.randint(1, 30)) if self.happens("odd_date_in_prose") else day

    def prose_date(self, day: date) -> str:
        styles = (
            f"{day.month}-{day.day}-{day:%y}",
            f"{day:%m-%d-%Y}",
            f"{day:%m/%d/%Y}",
            f"{day:%B} {day.day}, {day.year}",
        )
        return styles[self.date_style]


def tells_sex(opening: str) -> bool:
    """Whether a noun of the opening says the patient's sex."""
    return any(f" {noun}" in opening for noun in ("male", "female", "man", "woman"))
