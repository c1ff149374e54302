"""Places a Flow on US Letter pages as the word processor of the real letters does.

Lines are filled greedily and break after a space or a hyphen. A line that broke at a space keeps it, as in the
real files. An empty line between paragraphs that does not fit any more opens the next page.
"""

from __future__ import annotations

from .flow import EMPTY_LINE, PITCH, Flow, Font, Furniture, Paragraph, Run, Table
from .page import WIDTH, Box, Line, Page, Piece, width, wrap

MARGIN = 72.0
TEXT_WIDTH = WIDTH - 2 * MARGIN
TOP = 709.2  # baseline of a page's first line
BOTTOM = 75.0  # lowest baseline that fits
TABLE_TOP = 688.7
TABLE_SIZE = 11.0
TABLE_EDGES = (66.4, 173.8, 323.4, 421.3, 545.3)  # x of the table's vertical rules
OPEN_EDGES = (66.4, 190.0, 323.4, 440.0, 545.3)  # and of columns without rules
TABLE_PAD = 5.6
TABLE_ROW, TABLE_LINE = 13.1, 12.7


class _Pages:
    """Pages under way: where the last line stands and what is on the open page."""

    def __init__(self) -> None:
        self.done: list[Page] = []
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self.y: float | None = None  # baseline of the last line, None at the head of a page

    def turn(self) -> None:
        self.done.append(Page(tuple(self.lines), tuple(self.boxes)))
        self.lines, self.boxes, self.y = [], [], None


def typeset(flow: Flow) -> tuple[Page, ...]:
    """The pages of a letter, with the lines of each in the order in which they are written to the file."""
    pages = _Pages()
    for block in flow.blocks:
        if isinstance(block, Table):
            _place_table(pages, block)
        else:
            _place_paragraph(pages, block, flow)
    pages.turn()
    if flow.blank_last_page:
        pages.turn()
    return tuple(_furnish(page, number, flow, len(pages.done)) for number, page in enumerate(pages.done, 1))


def _place_paragraph(pages: _Pages, block: Paragraph, flow: Flow) -> None:
    fonts: tuple[Font, Font] = ("Helvetica", "Helvetica-Bold") if flow.sans else ("Times-Roman", "Times-Bold")
    size = 11.0 if flow.sans else 12.0
    room = TEXT_WIDTH - block.indent
    wrapped = wrap(block.runs, fonts, size, (room, room - block.hanging), flow.breaks_at_slash)
    if block.starts_page and pages.y is not None:
        pages.turn()
    while wrapped:
        first = TOP if pages.y is None else pages.y - block.gap
        fit = _fitting(len(wrapped), first, flow.widow_control and pages.y is not None)
        if block.keep_with_next and pages.y is not None and first - 3 * PITCH < BOTTOM:
            fit = 0
        if fit == 0:
            assert pages.y is not None
            empty_line_turns = block.gap > 1.5 * PITCH and pages.y - (block.gap - PITCH) < BOTTOM
            pages.turn()
            first = TOP - (block.gap - PITCH if empty_line_turns else 0)
            fit = _fitting(len(wrapped), first, False)
        for number, words in enumerate(wrapped[:fit]):
            opens = number == 0 and block.gap > 1.2 * PITCH
            y = first - number * PITCH
            pages.lines.append(_line(words, y, size, block, opens, block.hanging if number else 0.0))
        pages.y = first - (fit - 1) * PITCH
        wrapped = wrapped[fit:]
        if wrapped:
            pages.turn()
            block = Paragraph((), PITCH, block.centred, block.indent + block.hanging)


def _fitting(count: int, first: float, widow_control: bool) -> int:
    """How many of `count` lines fit from baseline `first` down, leaving no single line on either page."""
    fit = max(0, int((first - BOTTOM) // PITCH) + 1)
    if fit >= count:
        return count
    if widow_control:
        fit -= count - fit == 1
        fit = 0 if fit < 2 else fit
    return fit


def _line(
    words: list[tuple[str, Font]], y: float, size: float, block: Paragraph, opens: bool, further: float
) -> Line:
    x = MARGIN + block.indent + further
    if block.centred:
        x += (TEXT_WIDTH - block.indent - sum(width(text, font, size) for text, font in words)) / 2
    pieces = []
    for text, font in words:
        pieces.append(Piece(round(x, 2), text, font, size))
        x += width(text, font, size)
    return Line(round(y, 2), tuple(pieces), opens)


def _place_table(pages: _Pages, table: Table) -> None:
    """Row by row, cell by cell: the order in which the real files write them."""
    if table.starts_page and pages.y is not None:
        pages.turn()
    depths = sum(PITCH * 1.5 for _ in table.rows)
    if pages.y is not None and pages.y - EMPTY_LINE - depths < BOTTOM:
        pages.turn()
    y = TABLE_TOP if pages.y is None else pages.y - EMPTY_LINE
    edges = TABLE_EDGES if table.ruled else OPEN_EDGES
    for row in table.rows:
        cells = [(0, row.left[0], True), (1, row.left[1], False)]
        cells += [(2, row.right[0], True), (3, row.right[1], False)] if row.right else []
        lines: list[tuple[float, list[Piece]]] = []
        depth = 1
        for column, text, is_label in cells:
            x = edges[column] + TABLE_PAD
            font: Font = "Helvetica-Bold" if is_label else "Helvetica"
            room = edges[column + 1] - edges[column] - 2 * TABLE_PAD
            words = f"{text} " if is_label else text
            wrapped = wrap((Run(words, is_label),), (font, font), TABLE_SIZE, (room, room), False)
            depth = max(depth, len(wrapped))
            for number, pieces in enumerate(wrapped):
                piece = Piece(round(x, 2), "".join(text for text, _ in pieces), font, TABLE_SIZE)
                at = y - number * TABLE_LINE
                if lines and abs(lines[-1][0] - at) < 1.0:
                    lines[-1][1].append(piece)
                else:
                    lines.append((at, [piece]))
        pages.lines += [Line(round(at, 2), tuple(pieces)) for at, pieces in lines]
        if table.ruled:
            pages.boxes += _cells(y + 10.4, TABLE_ROW + (depth - 1) * TABLE_LINE, row.right is None)
        y -= TABLE_ROW + (depth - 1) * TABLE_LINE
    pages.y = y + TABLE_LINE - 0.1


def _cells(top: float, height: float, half_empty: bool) -> list[Box]:
    left, first, second, third, right = TABLE_EDGES
    foot = top - height
    shaded = [(left, first), (second, right if half_empty else third)]
    boxes = [Box(x, foot, end - x, height, 0.875) for x, end in shaded]
    boxes += [Box(left, y, right - left, 0.48) for y in (top, foot)]
    rules = (left, first, second, right) if half_empty else TABLE_EDGES
    return boxes + [Box(x, foot, 0.48, height) for x in rules]


def _furnish(page: Page, number: int, flow: Flow, pages: int) -> Page:
    lines = tuple(
        _furniture_line(item, number, pages) for item in flow.furniture if number >= item.first_page
    )
    return Page(lines + page.lines if flow.furniture_first else page.lines + lines, page.boxes)


def _furniture_line(item: Furniture, number: int, pages: int) -> Line:
    text = item.text.replace("{page}", str(number)).replace("{pages}", str(pages))
    x = MARGIN + ((TEXT_WIDTH - width(text, "Times-Roman", item.size)) / 2 if item.centred else 0.0)
    return Line(item.y, (Piece(round(x, 2), text, "Times-Roman", item.size),), is_furniture=True)
