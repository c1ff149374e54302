"""Words of the Official Disability Guidelines' citations: their own name, words that are no topic, topics."""

import re
from functools import lru_cache
from typing import NamedTuple

from imr_parse.interpret.citations.names import MONTHS, TAIL, page
from imr_parse.interpret.citations.odg_chapter import chapters
from imr_parse.interpret.meaning import holds, key

_ADDRESS = r"\(?(?:https?://)?(?:www\.)?(?:odg-twc|odgbymcg|odgtreatment|worklossdata(?:institute)?|disabilitydurations|mcg)\.com[^\s,;)]{0,200}\)?"
ADDRESS = re.compile(_ADDRESS, re.IGNORECASE)
"""Where the guidelines stand in the web."""
_HOUSE = (
    r"Work\s+Loss\s+Data\s+Institute(?!\w)(?:['\u2019]s)?(?:,?\sLLC(?!\w))?(?:[,;]?\sCorpus\sChristi,\sTX)?"
)
_MISPRINTED = (
    r"O[fi]{1,3}[a-z]{2,7}\s(?:Medical\s)?D(?=[a-z]{1,5}b)[a-z]{5,11}(?:y|ies)\s(?!Guidel(?:in?)?$)[gu][a-z]{5,11}"
    r"|(?:[a-z]{4,14}\s)?Disability\sGuidelines?(?=\s?\(O(?:DG|GD)\))"
)
"""The guidelines' name as misprints leave it: three such words one after another name nothing else. A last word that breaks off
is none: what stood behind it is lost."""
_NAME = rf"(?:Official\s+Disability\s+Guidelines?|ODG(?!\w|-twc\.com)|{_MISPRINTED})(?:\s?\((?:ODG|OGD|Official\sDisability\sGuidelines)\))?(?:\sby\sMCG(?:\sHealth)?(?!\w))?"
MARK = re.compile(
    rf"(?<![\w.-])(?<!://)(?:{_NAME}|{_HOUSE}(?:[\s,;:]{{1,3}}(?:{_ADDRESS}|{_NAME}))?)", re.IGNORECASE
)
"""The guidelines by their own name, or their publisher's."""
_NAMED_AGAIN = re.compile(r"\(?" + MARK.pattern + r"\)?", re.IGNORECASE)
_MONTH_NAMES = rf"(?:{'|'.join(month[:3] + f'(?:{month[3:]})?' for month in MONTHS)}|Sept)\.?"
UPDATED = re.compile(
    r"[(\[]?\s?(?:(?P<seen>(?:accessed|retrieved|viewed)(?:\s(?:on|as of))?:?\s)|(?P<says>(?:last\s)?(?:updated?|revised|revision|version|effective|review(?:ed)?(?:/updated?)?)(?:\sdate)?(?:\s(?:on|as of))?:?\s))?"
    rf"(?:(?P<month>\d{{1,2}})[/-](?P<day>\d{{1,2}})[/-](?P<year>(?:20)?\d\d)|(?P<name>{_MONTH_NAMES})\s(?P<date>\d{{1,2}}),\s(?P<full>20\d\d)"
    rf"|(?P<vague>(?:(?P<month_name>{_MONTH_NAMES}),?\s|(?:1[0-2]|0?[1-9])/)?(?P<only>20\d\d)(?P<update>\supdate)?(?=\s?(?:[,;:.)\]]|$)))(?(says)|(?(update)|(?(month_name)|(?!)))))(?!\d)\s?[)\]]?",
    re.IGNORECASE,
)
_DAY = rf"(?:(?P<month>\d{{1,2}})[/-](?P<day>\d{{1,2}})[/-](?P<year>(?:20)?\d\d)|(?P<name>{_MONTH_NAMES})\s(?P<date>\d{{1,2}}),\s(?P<full>20\d\d))(?!\d)"
_DATED_BRACKET = re.compile(
    rf"\((?=[^()]{{0,80}}(?:updat|revis|review))(?![^()]{{0,80}}(?:accessed|retrieved|viewed\b(?<!reviewed)))[^()]{{0,60}}?(?<!\d){_DAY}[^()]{{0,40}}\)(?P<seen>(?!))?(?P<vague>(?!))?",
    re.IGNORECASE,
)
"""A bracket that holds a day and says that the guideline was updated then, in any words: "(web: updated 8/22/14)"."""
_DATED_TOPIC = re.compile(r"(?<=\w|\))\s" + UPDATED.pattern + "$", re.IGNORECASE)
_STOPS = r"(?=\s?(?:[,;:.()/]|[-\u2013\u2014]\s|$))"
_FURNITURE = re.compile(
    r"(?:(?:Treatment\s)?Integrated\s)?Treatment/\s?Disability\sDuration(?:\sGuidelines)?"
    r"|Treatment\s(?:in|for)\sWorkers.{0,2}\sComp(?:ensation)?(?:\s\(TWC\))?|\(?(?:ODG-)?TWC\b\)?|\((?:web|online|internet)[^()]{0,20}\)|Treatment(?:\sIndex|\sGuidelines)" + _STOPS +
    rf"|{_HOUSE}|{_ADDRESS}|(?:Evidence[\s-]Based\s)?(?:Medical\s)?Treatment(?:\sand\sDisability\sDuration)?\sGuidelines?" + _STOPS +
    r"|Chapter\s\d{1,2}(?!\w)|see(?:\salso)?\s"
    r"|\(?\d{1,2}(?:st|nd|rd|th)\s(?:Annual\s)?(?:Edition|ed\.?)(?:\s\(web\))?\)?"
    r"|\(?or\s(?:the\s)?(?:most\s)?(?:current|latest|recent)\s(?:year|edition|version)\)?"
    r"|\(?(?:web|online|internet|current)(?:[\s-](?:based|edition|version))?\)?(?:(?=\s(?:19|20)\d\d)|" + _STOPS + ")"
    r"|(?:Procedure|Treatment|Topic)s?\s?/?\s?(?:Topics?\s?)?Summary(?:\sfor)?"
    r"|(?:Procedures?|Procedure\sTopics?|(?:sub)?(?:headings?|topics?|titles?|chapters?|sections?)|Summary|Guidelines?)" + _STOPS +
    r"|(?:(?:sub)?(?:headings?|topics?|chapters?|sections?)(?:\s(?:on|of|for))?|under|regarding|in|on|for|from|the|and|&)(?=\s)",
    re.IGNORECASE,
)  # fmt: skip
_FIRST_WORD = re.compile(r"\(?([^\W\d_]*)")
_FURNITURE_BEGINS = (
    "integrated treatment treatments odg official twc work web online internet current procedure procedures topic topics "
    "subtopic subtopics heading headings subheading subheadings title titles subtitle subtitles chapter chapters "
    "subchapter subchapters section sections subsection subsections summary guideline guidelines under regarding in "
    "from for on or the and see evidence medical work loss corpus http https www odgtreatment worklossdata disabilitydurations odgbymcg mcg"
)
_FURNITURE_WORDS = frozenset(_FURNITURE_BEGINS.split())
"""What such words begin with, and the names of the guidelines themselves, unless with a sign or a number."""
_MISPRINTED_CHAPTER = re.compile(r"\sC(?=[aehrt]{0,4}p)[aehprt]{4,8}$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]|[()]")
DIGIT = re.compile(r"\d")
_TAIL = re.compile(
    rf"{TAIL.pattern}|[\s,:-]*\s(?:Procedure(?:\sTopics?)?\sSummary|chapters?)$", re.IGNORECASE
)
_TAIL_WORDS = ("topic", "heading", "procedure", "section", "chapter")
_OF_CHAPTER = re.compile(r"\b(?:chapter|section)\b", re.IGNORECASE)
LONGEST_TOPIC = 110  # characters


def updated_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """When the guideline was updated, where that stands at `at`; groups `seen`, `vague`, and those of a day."""
    bracket = _DATED_BRACKET.match(text, at, end) if text[at] == "(" else None
    return bracket or UPDATED.match(text, at, end)


def furniture(text: str, at: int, end: int) -> re.Match[str] | None:
    """Words at `at` that are no topic."""
    word = _FIRST_WORD.match(text, at, end)
    if word and word[1] and word[1].lower() not in _FURNITURE_WORDS:
        return None
    return _FURNITURE.match(text, at, end) or _NAMED_AGAIN.match(text, at, end)


class Topic(NamedTuple):
    """A topic's own words, none where they are no topic, and what is printed with it: its date, or a page.

    `unknown_chapter` where its words say that they are a chapter, and chapter_at() knows none of this name.
    """

    words: str
    page: str | None
    dated: re.Match[str] | None
    suspicious: bool
    unknown_chapter: bool


@lru_cache(maxsize=4096)
def topic_of(words: str) -> Topic:
    """What an entry of a list of topics is; letters repeat them."""
    if words[0] == "(" and words[-1] == ")":
        words = words[1:-1]
    dated = None
    if DIGIT.search(words):
        bracket = _DATED_BRACKET.search(words) if words[-1] == ")" else None
        dated = bracket if bracket and bracket.end() == len(words) else _DATED_TOPIC.search(words)
    words = words[: dated.start()].rstrip() if dated else words
    tail = _TAIL.search(words) if holds(words.lower(), _TAIL_WORDS) else None
    words = words[: tail.start()] if tail else words
    mark = MARK.match(words)
    words = words[mark.end() :].strip(" -,") if mark and mark.end() < len(words) else words
    suspicious = _suspicious(words)
    unknown_chapter = tail is not None and "chapter" in tail[0].lower()
    return Topic(
        "" if _FURNITURE.fullmatch(words) or not _WORDS.search(words) else words,
        page(words),
        dated,
        suspicious,
        unknown_chapter,
    )


def _suspicious(words: str) -> bool:
    odd = (
        words.count("(") != words.count(")")
        or ". " in words
        or words.endswith(("&", " and"))
        or len(words) > LONGEST_TOPIC
    )
    _, both, last = words.rpartition(" and ")
    chapter = bool(both) and last[:1].isupper() and key(last) in chapters()[1]
    return odd or chapter or names_chapter(words) or bool(_MISPRINTED_CHAPTER.search(words))


def names_chapter(words: str) -> bool:
    """Whether the words say "chapter" or "section"."""
    return holds(words.lower(), ("chapter", "section")) and bool(_OF_CHAPTER.search(words))
