"""Pages lost, doubled, out of order, blank, pictures, or another letter's."""

from __future__ import annotations

import io
import random

import pikepdf

from imr_parse import Options, parse_bytes

from .forms import to_text
from .rows import Letter, Rows, Untouchable, rows_of
from .scoring import Variant


def pages_of_values(letter: Letter) -> dict[str, set[int]]:
    """The pages on which each value of the unchanged letter stands, as its own record says."""
    found: dict[str, set[int]] = {}
    for row in parse_bytes(letter.data, options=Options(evidence=True)).model_dump(mode="json")["evidence"]:
        found.setdefault(row["path"], set()).add(row["page"])
    return found


def variant(letter: Letter, rng: random.Random) -> Variant:
    """The letter with its pages disturbed. Raises Untouchable."""
    if rng.random() < 0.15:
        return _content(letter, rng)
    rows = rows_of(letter)
    count = max(row.page for row in rows)
    order: list[int | str] = list(range(1, count + 1))
    how = rng.choice(
        (
            "lost",
            "lost",
            "first lost",
            "last lost",
            "doubled",
            "swapped",
            "moved",
            "shuffled",
            "reversed",
            "blank",
            "picture",
            "emptied",
            "tail only",
        )
    )
    at = rng.randrange(count)
    hit: set[int] = {at + 1}
    if count < 2 and how not in ("doubled", "blank", "picture", "emptied"):
        raise Untouchable
    if how == "lost":
        del order[at]
    elif how == "first lost":
        at, hit = 0, {1}
        del order[0]
    elif how == "last lost":
        at, hit = count - 1, {count}
        del order[-1]
    elif how == "tail only":
        hit = set(range(1, at + 2))
        order = order[at + 1 :] or order[-1:]
    elif how == "doubled":
        order.insert(rng.choice((at, rng.randrange(count + 1))), at + 1)
    elif how == "swapped":
        other = rng.choice([each for each in range(count) if each != at])
        order[at], order[other] = order[other], order[at]
        hit.add(other + 1)
    elif how == "moved":
        order.insert(rng.randrange(count), order.pop(at))
        if order == list(range(1, count + 1)):
            raise Untouchable
    elif how in ("shuffled", "reversed"):
        before = list(order)
        order = order[::-1] if how == "reversed" else rng.sample(order, count)
        hit = set(range(1, count + 1))
        if order == before:
            raise Untouchable
    elif how in ("blank", "picture"):
        order.insert(rng.randrange(count + 1), how)
        hit = set()
    else:
        order[at] = rng.choice(("blank", "picture"))
    touched = tuple(path for path, pages in pages_of_values(letter).items() if pages & hit)
    touched += ("/outcome", "/decisions") if hit else ()
    form = rng.choice(("pdf", "pdf without tags", "form feeds", "text"))
    what = f"page {at + 1} of {count} {how}: {order}; as {form}"
    if form.startswith("pdf"):
        data = _pdf(letter.data, order, tags=form == "pdf")
    else:
        data = _text(rows, order, feeds=form == "form feeds")
    return Variant("pages", what, data, letter.truth, touched)


def _pdf(data: bytes, order: list[int | str], *, tags: bool) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as source:
        made = pikepdf.new() if not tags else source
        originals = list(source.pages)
        if tags:
            del source.pages[:]
        for which in order:
            if isinstance(which, int):
                if which > len(originals):
                    continue
                made.pages.append(originals[which - 1])
            else:
                made.add_blank_page(page_size=(612, 792))
                if which == "picture":
                    _picture(made, made.pages[-1])
        for page in made.pages:
            if not tags and "/StructParents" in page:
                del page["/StructParents"]
        if not tags and "/StructTreeRoot" in made.Root:
            del made.Root["/StructTreeRoot"]
        out = io.BytesIO()
        made.save(out, static_id=True)
        return out.getvalue()


def _picture(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """A grey picture over the whole page, as a scanner leaves it."""
    image = pdf.make_stream(bytes(range(0, 256, 4)) * 64)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent = 64, 64, 8
    image.ColorSpace = pikepdf.Name.DeviceGray
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I0=image))
    page.obj.Contents = pdf.make_stream(b"q 612 0 0 792 0 0 cm /I0 Do Q")


def _text(rows: Rows, order: list[int | str], *, feeds: bool) -> bytes:
    pieces = []
    for which in order:
        chosen = tuple(row for row in rows if row.page == which)
        pieces.append(to_text(chosen, "spaced").decode() if chosen else "")
    return ("\f" if feeds else "").join(pieces).encode()


def _content(letter: Letter, rng: random.Random) -> Variant:
    """One page's content broken off, another page's, turned or cropped, in a file that is sound itself."""
    how = rng.choice(
        ("broken off", "broken off", "begun late", "another page's", "turned", "cropped", "empty")
    )
    with pikepdf.open(io.BytesIO(letter.data)) as pdf:
        at = rng.randrange(len(pdf.pages))
        page = pdf.pages[at]
        content = list(pikepdf.parse_content_stream(page))
        keep = rng.randrange(len(content)) if content else 0
        if how == "turned":
            page.rotate(rng.choice((90, 180)), relative=True)
        elif how == "cropped":
            page.cropbox = pikepdf.Array([0, 300, 612, 792])
        elif how == "another page's":
            other = rng.randrange(len(pdf.pages))
            if other == at:
                raise Untouchable
            page.obj.Contents, page.obj.Resources = (
                pdf.pages[other].obj.Contents,
                pdf.pages[other].obj.Resources,
            )
        else:
            kept = content[:keep] if how == "broken off" else content[keep:] if how == "begun late" else []
            page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    on_page = tuple(path for path, pages in pages_of_values(letter).items() if at + 1 in pages)
    what = f"page {at + 1} content {how}"
    return Variant("pages", what, out.getvalue(), letter.truth, (*on_page, "/outcome", "/decisions"))
