"""Names that are not printed as they are spelt: what a misprint can only mean, and what it may mean."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from imr_parse.interpret.meaning import key

_TITLE_ENDS = re.compile(
    r"(?:[\w&/-]{1,20}[\s,]{1,2}){1,6}?(?:Com[a-z]{5,8}|Cond[a-z]{4,8}|Diso[a-z]{3,7})(?!\w)", re.IGNORECASE
)
"""The printed title of a chapter of ACOEM's second edition, up to the word that ends it."""
_NEAR = 75
"""Two words this much alike are one, where something else says already which one is meant."""
_SLIP = 85
"""A word this much like the only one that may stand there is a slip of the pen."""
_SURE = 92
"""A title this much like a single known one is that one."""


def chapter_title(text: str, at: int, end: int, title: str) -> int | None:
    """Where the printed title of a chapter ends whose number told which one it is: misspelt, in another order, in part."""
    printed = _TITLE_ENDS.match(text, at, end)
    if printed is None:
        return None
    own = key(title).split()
    words = key(printed[0]).split()
    known = all(any(fuzz.ratio(word, one) >= _NEAR for one in own) for word in words)
    return printed.end() if known else None


def any_title(text: str, at: int, end: int, titles: Iterable[str]) -> tuple[str, int] | None:
    """The title that the words up to "Complaints" can only mean, and where they end."""
    printed = _TITLE_ENDS.match(text, at, end)
    title = the_title(printed[0], {key(title): title for title in titles}) if printed else None
    return (title, printed.end()) if printed and title else None


def the_title(words: str, meant: dict[str, str]) -> str | None:
    """The title that the words can only mean; `meant` has the key of every wording, and the title that it means."""
    near = process.extract(key(words), meant.keys(), scorer=fuzz.ratio, score_cutoff=_SURE, limit=2)
    found = {meant[wording] for wording, _, _ in near}
    return found.pop() if len(found) == 1 else None


def is_guidelines(word: str) -> bool:
    """Whether a word behind a title is "Guidelines", misspelt."""
    cut = "guidelines".startswith(word.lower())  # breaks off, and more with it
    return not cut and word[:1] in "Gg" and fuzz.ratio(word.lower(), "guidelines") >= _SLIP


def goes_on_title(word: str) -> bool:
    """Whether a word behind a title seems to be a part of one that is misprinted: "Chronic Pain Mdical"."""
    return any(fuzz.ratio(word.lower(), one) >= _NEAR for one in ("medical", "treatment", "guidelines"))


def resembles(section: str, title: str) -> bool:
    """Whether what stands where a chapter's title is printed may be that title, misprinted or broken off."""
    return fuzz.ratio(key(section), key(title)) >= _NEAR or key(title).startswith(key(section))
