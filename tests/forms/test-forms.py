#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every form, blank, filled and overfull, says in its PDF what it has to, once and in its place.

Usage: test-forms.py DUMP_FORMS. Each line of text is found in the PDF inside the room that the layout
gave it and nowhere else, no two lines overlap, nothing that the paper has to say is missing, and
documents keep the grid of GB/T 9704-2012. Speaks TAP: a case for each form.
"""

import collections
import concurrent.futures
import glob
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree

sys.dont_write_bytecode = True
import appointment_measures

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
XHTML = "{http://www.w3.org/1999/xhtml}"
DOCUMENT = "0"
MM = 72 / 25.4
# Half a stroke: ink of one line may touch the next one's by rounding.
TOUCH = 0.75
IGNORED = re.compile(r"[\s\u2060\u00a0_]")


def plain(text):
    """What of a text can be compared: no blanks, no joiners, no rules to write on."""
    return IGNORED.sub("", text)


class Page:
    """What the layout says of one page."""

    def __init__(self, width, height):
        self.width, self.height = float(width), float(height)
        self.lines = []  # (cell, room, drawn, text)


class Copy:
    """One copy of a form: its part of a variant's .tsv."""

    def __init__(self, pdf, name, kind, first_page):
        self.pdf, self.variant = pdf, os.path.basename(pdf)[:-4]
        self.name, self.kind = name, kind
        self.form = name.split("-", 1)[1].rsplit("-", 1)[0]
        self.first_page = first_page  # of the PDF, from 1
        self.content, self.codes, self.pages = [], [], []

    def read(self, words):
        kind, rest = words[0], words[1:]
        if kind == "content":
            self.content.append("\t".join(rest))
        elif kind == "code":
            self.codes.append(rest[0])
        elif kind == "page":
            self.pages.append(Page(*rest))
        elif kind == "text":
            self.text = (rest[0], tuple(map(float, rest[1:5])), rest[5])
        elif kind == "line":
            cell, room, text = self.text
            self.pages[-1].lines.append((cell, room, tuple(map(float, rest)), text))
        elif kind == "mark":
            place = tuple(map(float, rest))
            self.pages[-1].lines.append(("", place, place, ""))


def read_copies(tsv):
    """The copies of a variant."""
    copies, page = [], 1
    with open(tsv, encoding="utf-8") as file:
        for line in file:
            words = line.rstrip("\n").split("\t")
            if words[0] == "copy":
                copies.append(Copy(tsv[:-4] + ".pdf", words[1], words[2], page))
            else:
                copies[-1].read(words)
            page += words[0] == "page"
    return copies


def words_of(pdf, first, last):
    """Per page of that part of the PDF: (x, y, w, h, text) of its words."""
    out = subprocess.run(["pdftotext", "-bbox", "-f", str(first), "-l", str(last), pdf, "-"], check=True,
                         stdout=subprocess.PIPE).stdout
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", out.decode("utf-8"))
    pages = []
    for page in xml.etree.ElementTree.fromstring(text).iter(XHTML + "page"):
        words = []
        for word in page.iter(XHTML + "word"):
            x, y = float(word.get("xMin")), float(word.get("yMin"))
            words.append((x, y, float(word.get("xMax")) - x, float(word.get("yMax")) - y,
                          word.text or ""))
        pages.append(words)
    return pages


def inside(inner, outer, slack):
    return (inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack
            and inner[0] + inner[2] <= outer[0] + outer[2] + slack
            and inner[1] + inner[3] <= outer[1] + outer[3] + slack)


def overlap(a, b):
    return (min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]) > TOUCH
            and min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]) > TOUCH)


def faults_of_places(number, page):
    """Lines that leave their room or the paper, or lie on each other."""
    for _cell, room, drawn, text in page.lines:
        if drawn[2] <= 0:
            continue
        if not inside(drawn, room, 1.5):
            yield f"page {number}: {text!r} leaves its room: {drawn} not in {room}"
        if not inside(drawn, (0, 0, page.width, page.height), 0):
            yield f"page {number}: {text!r} leaves the paper"
    lines = sorted((line for line in page.lines if line[2][2] > 0), key=lambda line: line[2][1])
    for i, (_, _, drawn, text) in enumerate(lines):
        for _, _, other, other_text in lines[i + 1:]:
            if other[1] >= drawn[1] + drawn[3]:
                break
            if overlap(drawn, other):
                yield f"page {number}: {text!r} lies on {other_text!r}"


def faults_of_words(number, page, words):
    """Whether the PDF has, in the room of each cell, just the text of the cell."""
    rooms = collections.defaultdict(str)
    for _cell, room, _drawn, text in page.lines:
        rooms[room] += text
    found = collections.defaultdict(str)
    # Of rooms that lie in each other the smaller one is meant.
    by_size = sorted(rooms, key=lambda room: room[2] * room[3])
    for x, y, width, height, text in words:
        middle = (x + width / 2, y + height / 2, 0, 0)
        place = next((room for room in by_size if inside(middle, room, 0.5)), None)
        found[place] += text
    if plain(found.pop(None, "")):
        yield f"page {number}: the PDF has text where the layout has none"
    for room, text in rooms.items():
        if sorted(plain(text)) != sorted(plain(found[room])):
            yield f"page {number}: in {room} stands {found[room]!r} instead of {text!r}"


def faults_of_content(copy):
    """Whether all of the paper's content stands on its pages, as often as it has to."""
    wanted = collections.Counter()
    for text in copy.content:
        wanted.update(plain(text).replace("|", ""))
    have = collections.Counter()
    for page in copy.pages:
        for *_, text in page.lines:
            have.update(plain(text))
    missing = wanted - have
    if missing:
        yield f"missing: {''.join(missing)!r}"


def faults_of_owners(copy):
    """Whether what of a relative's row goes on elsewhere says whose it is."""
    if copy.form not in appointment_measures.FORMS or copy.variant != "overfull":
        return
    words = "".join(text for page in copy.pages for *_, text in page.lines)
    owners = re.findall("政治面貌（(亲属.*?，)?续）", words)
    if not owners or not all(owners):
        yield f"a relative's row goes on without a name: {owners!r}"


def faults_of_grid(copy):
    """22 lines on a page and 28 characters in a line, no closing mark at a line's start."""
    if copy.kind != DOCUMENT:
        return
    for number, page in enumerate(copy.pages, 1):
        rows = {}
        for _cell, room, _drawn, text in page.lines:
            row = (room[1] - 37 * MM) / (225 * MM / 22)
            if room[1] + room[3] > page.height - 35 * MM + 1:
                continue  # the page number, the seal
            if abs(room[3] - 225 * MM / 22) < 0.1:
                rows[row] = text
                if abs(row - round(row)) > 0.01 or not -0.01 <= row <= 21.01:
                    yield f"page {number}: {text!r} is off the grid of lines"
            if re.match("[，。、；：！？）》”’】]", text):
                yield f"page {number}: a line begins with {text[0]!r}"
            if len(text) > 28 and not re.search("[ -~]", text):
                yield f"page {number}: {len(text)} characters in {text!r}"


def faults_of_full_pages(pdf):
    """Two pages of nothing but text: 22 lines of 28 characters in 156 × 225 mm, 28 and 37 mm in (GB/T 9704)."""
    pages = words_of(pdf, 1, 2)
    for number, words in enumerate(pages, 1):
        lines = [word for word in words if "国" in word[4]]
        if len(lines) != 22 or {len(text) for *_, text in lines} != {28}:
            yield f"page {number}: {len(lines)} lines of {sorted({len(text) for *_, text in lines})} characters"
        for i, (x, y, width, height, _) in enumerate(sorted(lines, key=lambda word: word[1])):
            middle = 37 + (i + 0.5) * 225 / 22
            if abs(x / MM - 28) > 0.5 or abs((x + width) / MM - 184) > 0.5:
                yield f"page {number}, line {i + 1}: from {x / MM:.2f} to {(x + width) / MM:.2f} mm"
            if abs((y + height / 2) / MM - middle) > 1:
                yield f"page {number}, line {i + 1}: its middle at {(y + height / 2) / MM:.2f} mm, not {middle:.2f}"
    if len(pages) != 2:
        yield f"{len(pages)} pages instead of 2"


def picture_of_codes(copy, page, folder):
    """The codes of a page as printed at 150 dots an inch and put on the scanner askew: what lies between
    the first and the last of them with a white margin around it."""
    marks = [room for _cell, room, _drawn, text in copy.pages[page].lines if not text]
    dots = 150 / 72
    left, top = min(room[0] for room in marks), min(room[1] for room in marks)
    right = max(room[0] + room[2] for room in marks)
    bottom = max(room[1] + room[3] for room in marks)
    base = os.path.join(folder, f"{copy.variant}-{copy.name}-{page}")
    corner = [str(max(round(at * dots) - 60, 0)) for at in (left, top)]
    size = [str(round(length * dots) + 120) for length in (right - left, bottom - top)]
    number = str(copy.first_page + page)
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", "-f", number, "-l", number, "-x",
                    corner[0], "-y", corner[1], "-W", size[0], "-H", size[1], copy.pdf, base], check=True)
    subprocess.run(["convert", base + ".png", "-background", "white", "-rotate", "3", base + "-turned.png"],
                   check=True)
    return base + "-turned.png"


def read_codes(picture):
    """What two readers of QR codes make of a picture."""
    # Without a desktop's bus, zbar complains and reads on.
    zbar = subprocess.run(["zbarimg", "-q", "--raw", picture], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
    zxing = subprocess.run(["ZXingReader", picture], stdout=subprocess.PIPE, text=True)
    return zbar.stdout.splitlines(), re.findall(r'^Text:\s*"?(.*?)"?$', zxing.stdout, re.M)


def faults_of_codes(copy, folder):
    """Codes of a copy that one of the readers does not make out: sheets bear theirs on the first page, seals
    stand on the last one."""
    zbar, zxing = [], []
    for page in sorted({0, len(copy.pages) - 1}):
        if any(not text for *_, text in copy.pages[page].lines):
            first, second = read_codes(picture_of_codes(copy, page, folder))
            zbar += first
            zxing += second
    for code in copy.codes:
        for name, found in (("zbar", zbar), ("ZXing", zxing)):
            if code.replace(" ", "") not in found:
                yield f"{copy.name}: {name} reads {found} instead of {code!r}"


def faults_of_people(office, copies):
    """Whether everybody in the file who applied stands on the lists of those who did: asked of the file itself."""
    database = sqlite3.connect(office)
    for copy in copies:
        have = plain("".join(text for page in copy.pages for *_, text in page.lines))
        for (name,) in database.execute("SELECT name FROM candidate WHERE round_id = ?",
                                        (int(copy.name.split("-", 1)[0]),)):
            if plain(name) not in have:
                yield f"{copy.name}: {name} is missing"


def check(copies):
    """All faults of copies that follow each other in a PDF, each with its case."""
    first, last = copies[0].first_page, copies[-1].first_page + len(copies[-1].pages) - 1
    pages = words_of(copies[0].pdf, first, last)
    found = []
    if len(pages) != last - first + 1:
        return [((copies[0].variant, copies[0].form), f"{len(pages)} pages instead of {last - first + 1}")]
    for copy in copies:
        faults = [*faults_of_content(copy), *faults_of_owners(copy), *faults_of_grid(copy)]
        for number, page in enumerate(copy.pages, 1):
            faults += faults_of_places(number, page)
            faults += faults_of_words(number, page, pages[copy.first_page - first + number - 1])
        found += [((copy.variant, copy.form), f"{copy.name}: {fault}") for fault in faults]
    return found


def check_codes(copy, folder):
    return [(("codes of", copy.form), fault) for fault in faults_of_codes(copy, folder)]


def check_measures(copy):
    return [(("measures of", copy.form), f"{copy.variant} {copy.name}: {fault}")
            for fault in appointment_measures.faults_of(copy)]


def text_of_sheet(book, name, strings):
    """All texts of a sheet, one after the other."""
    return "".join(strings[int(cell.find(MAIN + "v").text)] if cell.get("t") == "s"
                   else (cell.findtext(MAIN + "v") or "") for cell in
                   xml.etree.ElementTree.fromstring(book.read(name)).iter(MAIN + "c"))


def faults_of_page_setup(name, sheet, landscape):
    """A4 or A3, margins of the paper, as wide as the page and as long as need be."""
    setup, margins = sheet.find(MAIN + "pageSetup"), sheet.find(MAIN + "pageMargins")
    if setup is None or margins is None or setup.get("paperSize") not in ("8", "9"):
        yield f"{name}: no paper"
        return
    if (setup.get("orientation") == "landscape") != landscape:
        yield f"{name}: lies {setup.get('orientation')}"
    fit = sheet.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr")
    if fit is None or fit.get("fitToPage") != "1" or setup.get("fitToHeight") != "0":
        yield f"{name}: is not fitted to the width"
    if abs(float(margins.get("left")) * 25.4 - 15) > 0.1 or abs(float(margins.get("top")) * 25.4 - 20) > 0.1:
        yield f"{name}: has other margins"


def faults_of_twin(path, copies):
    """The .xlsx twin of a list: ready to print, and nothing of the paper's table missing."""
    with zipfile.ZipFile(path) as book:
        root = xml.etree.ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        strings = ["".join(text.text or "" for text in item.iter(MAIN + "t")) for item in root]
        names = sorted((name for name in book.namelist() if name.startswith("xl/worksheets/sheet")),
                       key=lambda name: int(re.search(r"(\d+)", name).group(1)))
        titles = re.findall(r'"_xlnm.Print_Titles"[^>]*>[^<]*!\$(\d+):\$(\d+)<',
                            book.read("xl/workbook.xml").decode("utf-8"))
        if len(titles) != len(names):
            yield f"{len(titles)} of {len(names)} sheets repeat their heads"
        for name, copy, (first, last) in zip(names, copies, titles):
            sheet = xml.etree.ElementTree.fromstring(book.read(name))
            numbered = [cell.get("r")[1:] for cell in sheet.iter(MAIN + "c") if cell.get("t") == "s"
                        and strings[int(cell.find(MAIN + "v").text)] == "序号"]
            if numbered and not any(int(first) <= int(row) <= int(last) for row in numbered):
                yield f"{name}: repeats rows {first} to {last}, but the list's head is in {numbered}"
            yield from faults_of_page_setup(name, sheet, copy.pages[0].width > copy.pages[0].height)
            have = collections.Counter(plain(text_of_sheet(book, name, strings)))
            wanted = collections.Counter(plain("".join(copy.content)).replace("|", ""))
            missing = "".join(c for c in (wanted - have) if not c.isascii())
            if missing:
                yield f"{name}: missing {missing!r}"


def check_twin(path, copies):
    return [(("twin of", copies[0].form), f"{os.path.basename(path)}: {fault}")
            for fault in faults_of_twin(path, copies)]


def twins_of(copies):
    """The workbooks beside a variant, each with its copies."""
    for key in dict.fromkeys(copy.name.rsplit("-", 1)[0] for copy in copies):
        path = f"{copies[0].pdf[:-4]}-{key}.xlsx"
        if os.path.exists(path):
            yield path, [copy for copy in copies if copy.name.rsplit("-", 1)[0] == key]


def portions(copies, n_pages=40):
    """Copies of a variant in portions of about so many pages."""
    portion, n = [], 0
    for copy in copies:
        portion.append(copy)
        n += len(copy.pages)
        if n >= n_pages:
            yield portion
            portion, n = [], 0
    if portion:
        yield portion


def first_of_each(copies):
    """One copy of each form."""
    found = {}
    for copy in copies:
        found.setdefault(copy.form, copy)
    return found.values()


def main():
    program = sys.argv[1]
    cases = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder], check=True)
        jobs = []
        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            for tsv in sorted(glob.glob(os.path.join(folder, "*.tsv")), reverse=True):
                copies = read_copies(tsv)
                cases.update({(copy.variant, copy.form): [] for copy in copies})
                jobs += [pool.submit(check, portion) for portion in portions(copies)]
                for path, twins in twins_of(copies):
                    cases.setdefault(("twin of", twins[0].form), [])
                    jobs.append(pool.submit(check_twin, path, twins))
                measured = [copy for copy in first_of_each(copies)
                            if copy.form in appointment_measures.FORMS]
                cases.update({("measures of", copy.form): [] for copy in measured})
                jobs += [pool.submit(check_measures, copy) for copy in measured]
                coded = [copy for copy in first_of_each(copies) if copy.codes]
                if tsv.endswith("overfull.tsv"):
                    for form in ("registration-list", "review-list"):
                        cases["people of", form] = list(faults_of_people(
                            os.path.join(folder, "office.xuanren"),
                            [copy for copy in copies if copy.form == form]))
                if tsv.endswith("normal.tsv"):
                    cases.update({("codes of", copy.form): [] for copy in coded})
                    jobs += [pool.submit(check_codes, copy, folder) for copy in coded]
            cases["measures of", "full pages"] = list(faults_of_full_pages(os.path.join(folder, "grid.pdf")))
            for job in jobs:
                for case, fault in job.result():
                    cases[case].append(fault)
    print(f"1..{len(cases)}")
    for number, ((variant, form), faults) in enumerate(sorted(cases.items()), 1):
        for fault in faults[:8]:
            print("#", fault)
        print("not ok" if faults else "ok", number, f"- {form} {variant}")


main()
