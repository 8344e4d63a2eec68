# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures of the 干部任免审批表 as they are published (domain/appointment-form.md section 6), held
against the lines and words that stand in a PDF. Nothing here is taken from the program."""

import re
import subprocess
import tempfile
import xml.etree.ElementTree

TOLERANCE = 0.5  # mm
SVG = "{http://www.w3.org/2000/svg}"
XHTML = "{http://www.w3.org/1999/xhtml}"
FORMS = ("appointment-form", "appointment-form-old")


def mm(twips):
    return twips * 25.4 / 1440


def edges(first, sizes):
    """Where things of such sizes begin and end that stand one after the other."""
    found = [first]
    for size in sizes:
        found.append(found[-1] + mm(size))
    return found


class Side:
    """One side of a layout. A cell: first and last column, first and last row, from 0."""

    def __init__(self, left, top, columns, rows, cells):
        self.columns, self.rows = edges(mm(left), columns), edges(top, rows)
        self.cells = [(self.columns[a], self.rows[c], self.columns[b + 1], self.rows[d + 1])
                      for a, b, c, d in cells]


# The title stands between 218 and 31 twips in a line of its own type's height, 1.3 × 24 pt; 76 follow.
FRONT_TOP = mm(629 + 218 + 1.3 * 24 * 20 + 31 + 76)


def cells_of_posts(first):
    return [cell for row in range(first, first + 3) for cell in ((0, 2, row, row), (3, 7, row, row))]


PERSON = [cell for row in range(3) for cell in ((0, 1, row, row), (2, 2, row, row), (3, 3, row, row),
                                                (4, 4, row, row), (5, 5, row, row), (6, 6, row, row))]
EDUCATION = [(0, 1, 4, 7), (2, 2, 4, 5), (2, 2, 6, 7), (5, 5, 4, 5), (5, 5, 6, 7)]
NEW_FRONT = Side(
    1247, FRONT_TOP, [785, 236, 1304, 1063, 1302, 1315, 1330, 2058],
    [709, 692, 680, 680, 346, 346, 346, 346, 709, 709, 709, 7133],
    PERSON + [(0, 1, 3, 3), (2, 2, 3, 3), (3, 3, 3, 3), (4, 4, 3, 3), (5, 5, 3, 3), (6, 6, 3, 3), (7, 7, 0, 3)]
    + EDUCATION + [(a, b, row, row) for row in range(4, 8) for a, b in ((3, 4), (6, 7))] + cells_of_posts(8)
    + [(0, 0, 11, 11), (1, 7, 11, 11)])
OLD_FRONT = Side(
    1247, FRONT_TOP, [784, 236, 1305, 1063, 1302, 1315, 1330, 2058],
    [709, 692, 680, 709, 346, 346, 346, 346, 679, 679, 679, 7133],
    PERSON + [(0, 1, 3, 3), (2, 3, 3, 3), (4, 4, 3, 3), (5, 6, 3, 3), (7, 7, 0, 3)] + EDUCATION
    + [(a, b, row, row + 1) for row in (4, 6) for a, b in ((3, 4), (6, 7))] + cells_of_posts(8)
    + [(0, 0, 11, 11), (1, 7, 11, 11)])

BACK_ROWS = [1418, 1021, 1361, 646] + 7 * [697] + [1332, 737, 2019]


def back_cells(n_columns, approval, label):
    """@approval and @label: the last columns of the two cells before the last one in the last row."""
    last = n_columns - 1
    cells = [cell for row in range(3) for cell in ((0, 0, row, row), (1, last, row, row))]
    cells += [(0, 0, 3, 10)]
    for row in range(3, 11):
        cells += [(i, i, row, row) for i in range(1, 5)] + [(5, last, row, row)]
    return cells + [(0, 0, 11, 12), (1, last, 11, 12), (0, 0, 13, 13), (1, approval, 13, 13),
                    (approval + 1, label, 13, 13), (label + 1, last, 13, 13)]


NEW_BACK = Side(1276, mm(1576), [739, 1089, 1300, 572, 1005, 782, 3934], BACK_ROWS, back_cells(7, 4, 5))
OLD_BACK = Side(1191, mm(1621), [742, 1092, 1274, 574, 1008, 98, 784, 3849], BACK_ROWS, back_cells(8, 5, 6))
LAYOUTS = {"appointment-form": (NEW_FRONT, NEW_BACK), "appointment-form-old": (OLD_FRONT, OLD_BACK)}


def strokes_of(pdf, page):
    """The lines drawn on a page: (x1, y1, x2, y2) in mm, upright or level, and how thick they are in pt."""
    with tempfile.NamedTemporaryFile(suffix=".svg") as file:
        subprocess.run(["pdftocairo", "-svg", "-origpagesizes", "-f", str(page), "-l", str(page), pdf,
                        file.name], check=True)
        root = xml.etree.ElementTree.parse(file.name)
    for path in root.iter(SVG + "path"):
        style = path.get("style") or ""
        if "fill:none" not in style:
            continue
        a, b, c, d, e, f = map(float, re.findall(r"-?[\d.]+", path.get("transform", "1 0 0 1 0 0")))
        thickness = float(re.search(r"stroke-width:([\d.]+)", style).group(1))
        points = []
        for x, y in re.findall(r"[ML] (-?[\d.]+) (-?[\d.]+)", path.get("d")):
            x, y = float(x), float(y)
            points.append(((a * x + c * y + e) * 25.4 / 72, (b * x + d * y + f) * 25.4 / 72))
        for (x1, y1), (x2, y2) in zip(points, points[1:]):
            yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), thickness


def covered(spans, start, end):
    """Whether pieces of a line leave no gap between two places."""
    for first, last in sorted(spans):
        if first <= start + TOLERANCE:
            start = max(start, last)
    return start >= end - TOLERANCE


def faults_of_side(side, strokes, page):
    """Each cell has a line at each of its edges and none inside, and nothing leaves the table."""
    level = [(y1, x1, x2) for x1, y1, x2, y2, _ in strokes if y2 - y1 < 0.01]
    upright = [(x1, y1, y2) for x1, y1, x2, y2, _ in strokes if x2 - x1 < 0.01]
    for x1, y1, x2, y2 in side.cells:
        for name, lines, place, start, end in (("top", level, y1, x1, x2), ("bottom", level, y2, x1, x2),
                                               ("left", upright, x1, y1, y2), ("right", upright, x2, y1, y2)):
            spans = [(first, last) for at, first, last in lines if abs(at - place) <= TOLERANCE]
            if not covered(spans, start, end):
                near = min((abs(at - place) for at, first, last in lines
                            if min(last, end) - max(first, start) > 1), default=None)
                yield (f"page {page}: no line at the {name} of the cell {x1:.1f}…{x2:.1f}, {y1:.1f}…{y2:.1f} mm; "
                       f"the nearest one is {near if near is None else round(near, 2)} mm away")
        for lines, place, end, start, stop in ((level, y1, y2, x1, x2), (upright, x1, x2, y1, y2)):
            for at, first, last in lines:
                if place + TOLERANCE < at < end - TOLERANCE and min(last, stop) - max(first, start) > TOLERANCE:
                    yield f"page {page}: a line at {at:.2f} mm inside the cell {x1:.1f}…{x2:.1f}, {y1:.1f}…{y2:.1f}"


def faults_of_frame(side, strokes, page):
    """The border of 1.5 pt stands where it has to, however much the cells hold."""
    left, top, right, bottom = side.columns[0], side.rows[0], side.columns[-1], side.rows[-1]
    border = [(x1, y1, x2, y2) for x1, y1, x2, y2, thickness in strokes if abs(thickness - 1.5) < 0.01]
    for edge in ((left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom),
                 (right, top, right, bottom)):
        if not any(all(abs(a - b) <= TOLERANCE for a, b in zip(edge, line)) for line in border):
            yield f"page {page}: no border from {edge[0]:.1f}, {edge[1]:.1f} to {edge[2]:.1f}, {edge[3]:.1f} mm"


def words_of(pdf, page):
    out = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), pdf, "-"], check=True,
                         stdout=subprocess.PIPE).stdout
    root = xml.etree.ElementTree.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", out))
    for word in root.iter(XHTML + "word"):
        yield (word.text, *(float(word.get(name)) * 25.4 / 72 for name in ("xMin", "yMin", "xMax", "yMax")))


def faults_of_title(words):
    """Seven characters of 24 pt, each in the middle of its cell of 12.4 mm."""
    cells = edges(mm(1247 + 2324), [706, 706, 706, 706, 706, 706, 705])
    for character, left, right in zip("干部任免审批表", cells, cells[1:]):
        here = [(x1 + x2) / 2 for text, x1, y1, x2, _ in words if text == character and y1 < FRONT_TOP]
        if not any(abs(middle - (left + right) / 2) <= TOLERANCE for middle in here):
            yield f"{character} of the title stands at {here} mm instead of {(left + right) / 2:.1f}"


def faults_of_pitch(words):
    """Lines of 16 pt: 毕业院校 over 系及专业."""
    tops = sorted(y1 for text, _, y1, _, _ in words if text in ("毕业院校", "系及专业"))
    for upper, lower in zip(tops[::2], tops[1::2]):
        if abs(lower - upper - 16 * 25.4 / 72) > 0.05:
            yield f"lines are {lower - upper:.2f} mm apart instead of 16 pt"
    if len(tops) != 4:
        yield f"{len(tops)} lines of 毕业院校 and 系及专业 instead of 4"


def faults_of_filler(words, side):
    """填表人 stands 434 twips in and 156 below the table, in a line of 16 pt."""
    for text, x1, y1, _, y2 in words:
        if text.startswith("填表人"):
            middle = side.rows[-1] + mm(156) + 8 * 25.4 / 72
            if abs(x1 - side.columns[0] - mm(434)) > TOLERANCE or abs((y1 + y2) / 2 - middle) > 2 * TOLERANCE:
                yield f"填表人 stands at {x1:.1f}, {(y1 + y2) / 2:.1f} mm"
            return
    yield "no 填表人"


def faults_of(copy):
    """All faults of the first two pages of a copy. On the front of a filled one rows of posts grow with their
    texts, and 学历 and 学位 are joined where one of them is empty: of these only the border is held against
    the published one."""
    front, back = LAYOUTS[copy.form]
    words = list(words_of(copy.pdf, copy.first_page))
    yield from faults_of_title(words)
    yield from faults_of_pitch(words)
    front_strokes = list(strokes_of(copy.pdf, copy.first_page))
    back_strokes = list(strokes_of(copy.pdf, copy.first_page + 1))
    if copy.variant == "blank":
        yield from faults_of_side(front, front_strokes, 1)
    yield from faults_of_side(back, back_strokes, 2)
    yield from faults_of_frame(front, front_strokes, 1)
    yield from faults_of_frame(back, back_strokes, 2)
    yield from faults_of_filler(list(words_of(copy.pdf, copy.first_page + 1)), back)
