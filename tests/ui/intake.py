# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes 500 people in from a list as a Chinese spreadsheet program saves it, in GB18030, with 20 faults.

Every fault is gone to by its key, read, and mended in the preview; all of them go in together and are
taken back in one step.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile

import openpyxl

from window import Program, wait_until

TITLES = ["姓名", "报考岗位", "身份证号码", "性别", "出生年月", "民族", "学历", "现职级", "座右铭"]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "建国明华丽芳伟强敏静军勇磊洋艳杰娟涛超霞"
POSTS = ["办公室主任", "政工科副科长"]
FAULTY = range(12, 500, 25)


def id_number(row, year, month):
    """A number of area 990000, which nobody has."""
    digits = f"990000{year}{month:02d}{1 + row % 28:02d}{row % 100:02d}{2 if row % 3 == 0 else 1}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS))
    return digits + "10X98765432"[total % 11]


def person(row):
    """What the list says of one, all of it right."""
    year, month = 1970 + row % 25, 1 + row % 12
    name = SURNAMES[row % 20] + GIVEN[row // 20 % 20] + GIVEN[(row // 400 + row) % 20]
    return [name, POSTS[row % 2], id_number(row, year, month), "女" if row % 3 == 0 else "男",
            f"{year}.{month:02d}", "汉族", "大学", "副科级", "勤"]


def spoil(row, cells):
    """One fault; the title of its column, and what belongs there."""
    column, wrong = [(2, "990000197906150075"), (4, "1980年13月"), (1, "办公室主仕"), (4, "不详"),
                     (0, "")][row // 25 % 5]
    right, cells[column] = cells[column], wrong
    return ["姓名", "职位", "身份证号", "性别", "出生年月"][column], right


def write_list(path):
    """Writes the list; what is wrong with it in the order of its rows."""
    faults = []
    lines = [TITLES]
    for row in range(500):
        cells = person(row)
        if row in FAULTY:
            faults.append(spoil(row, cells))
        lines.append(cells)
    text = "".join(",".join(cells) + "\r\n" for cells in lines)
    path.write_bytes(text.encode("gb18030"))
    return faults


def make_office(folder):
    """An office whose only round has two posts."""
    book = openpyxl.Workbook()
    for name, rows in (("方案", [["项目", "内容"], ["名称", "2026年竞争上岗"]]),
                       ("职位", [["职位", "职数"], *[[post, 1] for post in POSTS]]),
                       ("计分", [["项目", "方式", "权重"], ["演讲", "评委打分", 100]])):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book[book.sheetnames[0]]
    book.save(folder / "plan.xlsx")
    office = folder / "office.xuanren"
    for arguments in (["new", office], ["import", office, folder / "plan.xlsx"]):
        subprocess.run([os.environ["XUANREN"], *arguments], check=True, timeout=60)
    return office


def count_people(office):
    """As another program sees the file."""
    answer = subprocess.run([os.environ["XUANREN"], "eligibility", office, "1", "--json"],
                            check=True, capture_output=True, timeout=60)
    return len(json.loads(answer.stdout)["candidates"])


def open_list(program, path):
    """Chooses the file in the dialog, by keys."""
    program.open_stage(2)
    # While the pages change, the overview with its 导入工作簿 is still there.
    program.press_button(re.compile("^导入(?!工作簿)"))
    program.find("push button", re.compile("^打开"))
    program.press("slash")
    entry = wait_until(lambda: [node for node in program.find_all("text")
                                if "focused" in node.states], "where to write the path")[-1]
    program.write(entry, str(path))
    program.press("Return")
    program.find("label", re.compile("GB18030 · 500 行"))


def mend(program, column, right):
    """Goes to the next fault, sees that it stands at its cell, and mends it.

    What is not ASCII is copied from the row above: any post and any name will do.
    """
    program.press("F8")
    program.find("label", re.compile(f"^! {column}："))
    if right.isascii():
        program.type(right)
        program.press("Return")
    else:
        program.press("Up", "ctrl+c", "Down", "ctrl+v")


def take_picture(program, name):
    """For looking at, where a folder for pictures is given."""
    folder = os.environ.get("XR_PICTURES")
    if folder:
        program.screenshot(pathlib.Path(folder) / f"{name}.png")


def take_in(program, faults):
    """From the preview with 20 faults to 500 people in the round."""
    program.find("push button", re.compile("^导入 480 人，跳过 20 人"))
    assert not program.nameless(), program.nameless()
    assert not program.english(["list", "csv", "office", "Delete"]), program.dump()
    program.press("F8")
    take_picture(program, "intake-faults")
    program.press("ctrl+Home")
    for number, (column, right) in enumerate(faults):
        mend(program, column, right)
        program.find("push button", re.compile(f"^导入 {481 + number} 人"))
    program.press("ctrl+Home", "Delete")
    program.press_button(re.compile("^导入 499 人，跳过 1 人"), inside=None)


def main():
    """The list, from the file to the round and back out of it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="xuanren-intake-"))
    faults = write_list(folder / "list.csv")
    office = make_office(folder)
    with Program(office) as program:
        program.press_button(re.compile("^打开"))
        open_list(program, folder / "list.csv")
        take_in(program, faults)
        program.wait_gone("label", re.compile("GB18030"))
        wait_until(lambda: count_people(office) == 499, "499 people in the file")
        program.activate(program.find_all("push button", re.compile("^撤销"))[-1])
        wait_until(lambda: count_people(office) == 0, "nobody in the file")
        subprocess.run([os.environ["XUANREN"], "verify", office], check=True, timeout=60)


main()
