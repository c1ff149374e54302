"""The vocabularies against each other: each word once, each class known, each entry with its source."""

from collections import Counter
from importlib.resources import files

import pytest

from imr_parse import vocabulary
from imr_parse.interpret.meaning import key
from imr_parse.interpret.services.names import meanings
from imr_parse.interpret.services.words import words

NAMES = sorted(
    path.name.removesuffix(".tsv")
    for path in files("imr_parse.vocabulary").iterdir()
    if path.name.endswith(".tsv")
)
CATEGORIES = {(row["category"], row["subcategory"]) for row in vocabulary.rows("request-categories")}
CLASSES = set(vocabulary.column(vocabulary.rows("request-categories"), "drug_class"))


def keyed(phrase: str) -> tuple[str, ...]:
    return tuple(words(phrase).keys)


@pytest.mark.parametrize("name", NAMES)
def test_each_entry_is_whole_and_has_its_source(name: str) -> None:
    rows = vocabulary.rows(name)
    assert rows
    for row in rows:
        assert row["source"], row
        assert all(cell == cell.strip() and '"' not in cell[:1] for cell in row.values()), row
    assert max(Counter(tuple(row.values()) for row in rows).values()) == 1


def test_there_are_drugs_enough() -> None:
    assert len({row["name"] for row in vocabulary.rows("drugs")}) >= 500


def test_a_drugs_class_is_known_and_one_for_each_form() -> None:
    classes: dict[tuple[str, str], str] = {}
    for row in vocabulary.rows("drugs"):
        assert not row["class"] or row["class"] in CLASSES, row
        assert row["name"] == row["name"].lower(), row
        for form in vocabulary.several(row["forms"]):
            assert classes.setdefault((row["name"], form), row["class"]) == row["class"], row


def test_a_combination_is_named_by_its_ingredients() -> None:
    for row in vocabulary.rows("drugs"):
        ingredients = vocabulary.several(row["ingredients"])
        assert row["name"] == "-".join(ingredients), row
        assert all(ingredient == ingredient.lower() for ingredient in ingredients), row


def test_a_brand_stands_in_one_line_and_is_no_generic_name() -> None:
    brands = Counter(
        brand
        for row in vocabulary.rows("drugs")
        for brand in set(map(keyed, vocabulary.several(row["brands"])))
    )
    assert [brand for brand, times in brands.items() if times > 1] == []
    same = {
        (keyed(row["name"]), keyed(b))
        for row in vocabulary.rows("drugs")
        for b in vocabulary.several(row["brands"])
    }
    generic = {
        keyed(name)
        for row in vocabulary.rows("drugs")
        for name in (row["name"], *vocabulary.several(row["also"]))
    }
    assert sorted(brand for name, brand in same if brand in generic and brand != name) == []


def test_other_names_of_a_drug_hold_no_brand_of_it() -> None:
    for row in vocabulary.rows("drugs"):
        brands = {brand.lower() for brand in vocabulary.several(row["brands"])}
        for name in vocabulary.several(row["also"]):
            assert name.lower().split()[0] not in brands, name


def test_forms_are_known() -> None:
    known = set(vocabulary.column(vocabulary.rows("drug-forms"), "form"))
    assert {form for row in vocabulary.rows("drugs") for form in vocabulary.several(row["forms"])} <= known


def test_a_services_category_is_known() -> None:
    for row in vocabulary.rows("services"):
        assert (row["category"], row["subcategory"]) in CATEGORIES, row


def test_a_services_words_mean_one_service_unless_they_need_something() -> None:
    meant: dict[tuple[tuple[str, ...], str], str] = {}
    for row in vocabulary.rows("services"):
        for phrase in vocabulary.several(row["words"]) + vocabulary.several(row["only_alone"]):
            entry = (row["name"], row["category"], row["subcategory"])
            assert meant.setdefault((keyed(phrase), row["needs"]), str(entry)) == str(entry), phrase


def test_no_words_are_a_service_and_a_drug() -> None:
    services = {keyed(p) for row in vocabulary.rows("services") for p in vocabulary.several(row["words"]) + vocabulary.several(row["only_alone"])}  # fmt: skip
    drugs = {keyed(p) for row in vocabulary.rows("drugs") for p in (row["name"], *vocabulary.several(row["brands"]), *vocabulary.several(row["also"]))}  # fmt: skip
    assert services & drugs == set()


@pytest.mark.parametrize(
    "ordinary",
    [
        "2 times per week x 10 weeks, if needed up to 4 weeks more, each visit one hour",
        "1 to 2 po q 6 hours as needed for pain, dispense 120 with 2 refills, 30 day supply, no substitution",
        "quantity 1 box of 30, 5 tubes of 100 grams, 24 pairs, 8 packs, 90 count, 1 kit",
        "for the left and right side, both, bilateral, at all levels, with and without contrast",
        "retrospective request, date of service, unspecified frequency and duration, body part not given",
        "also known as, alternative, to ensure, same, best, cure, fee, scale, driver",
        "purchase or rental, replacement, new, trial, initial, additional, repeat, per year, once a month",
    ],
)
def test_ordinary_words_of_a_heading_are_no_names(ordinary: str) -> None:
    named = [ordinary[one.start : one.end] for one in meanings().find(words(ordinary)) if not one.value.weak]
    assert named == []


def test_what_a_service_needs_is_a_part_or_a_known_word() -> None:
    parts = {part for row in vocabulary.rows("body-parts") for part in vocabulary.several(row["part"])}
    for row in vocabulary.rows("services"):
        assert set(vocabulary.several(row["needs"])) <= parts | {"spine", "visits", "surgeon"}, row


def test_words_of_a_part_mean_one_part() -> None:
    counted = Counter(
        word
        for row in vocabulary.rows("body-parts")
        for word in set(map(keyed, vocabulary.several(row["words"])))
    )
    assert [word for word, times in counted.items() if times > 1 and word != ()] == []
    assert {keyed(row["words"]) for row in vocabulary.rows("no-body-parts")} & set(counted) == set()


def test_titles_chapters_and_wordings_mean_one_thing() -> None:
    meant: dict[str, str] = {}
    for row in vocabulary.rows("mtus-titles"):
        for wording in (row["title"], *vocabulary.several(row["also"])):
            assert key(meant.setdefault(key(wording), row["title"])) == key(row["title"])
    chapters: dict[str, str] = {}
    for row in vocabulary.rows("odg-chapters"):
        assert chapters.setdefault(key(row["wording"]), row["chapter"]) == row["chapter"]
    assert {row["guideline"] for row in vocabulary.rows("mtus-sections")} <= {*meant.values(), ""}
    assert set(vocabulary.column(vocabulary.rows("odg-topics"), "chapter")) <= set(chapters.values())


def test_a_mended_file_with_a_cell_too_few_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "broken.tsv").write_text("a\tb\nonly one\n", encoding="utf-8")
    monkeypatch.setattr(vocabulary, "files", lambda _: folder)
    with pytest.raises(ValueError, match="line 2: 1 cells"):
        vocabulary.rows("broken")


def test_a_misspelling_is_no_word_of_another_vocabulary() -> None:
    known = {
        key_of_word
        for name, columns in (
            ("services", ("words", "only_alone")),
            ("drugs", ("name", "brands", "also")),
            ("body-parts", ("words",)),
        )
        for row in vocabulary.rows(name)
        for column in columns
        for key_of_word in words(row[column]).keys
    }
    assert {row["meant"] for row in vocabulary.rows("misspellings")} - known - {
        row["meant"].removesuffix("s") for row in vocabulary.rows("misspellings")
    } == set()
    assert {row["printed"] for row in vocabulary.rows("misspellings")} & known == set()
