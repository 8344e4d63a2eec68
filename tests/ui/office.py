# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to the office and to no round: its jury, a backup while it is open, a round out of a workbook.

A juror is added from the menu, and the overview says when the term ends; a backup is written while the file
is in use and is a whole office file of its own; a workbook that is no round is answered by what is wrong in
it, and one that is becomes a round.
"""

import datetime
import os
import pathlib
import re
import subprocess
import tempfile

from clerk import Clerk
from keys import choose_file, expect, tab_to
from window import Program, wait_until

EXAMPLE = pathlib.Path(__file__).parent.parent / "data/examples/bureau-round.libreoffice.xlsx"


def take_picture(program, name):
    """For looking at, where a folder for pictures is given."""
    folder = os.environ.get("XR_PICTURES")
    if folder:
        program.screenshot(pathlib.Path(folder) / f"{name}.png")


def choose_from_menu(program, item):
    """From the main menu, by keys."""
    program.press("F10")
    program.find("menu item", re.compile(f"^{item}"))
    tab_to(program, f"^{item}", "Down")
    program.press("Return")


def add_juror(program):
    """From the menu to the list, and back to an overview that knows of it."""
    clerk = Clerk(program)
    today = datetime.date.today()
    # Twelve months from then on end today.
    year_ago = today.replace(year=today.year - 1, day=min(today.day, 28)) + datetime.timedelta(days=1)
    choose_from_menu(program, "测评人员库")
    expect(program, "暂无测评人员")
    take_picture(program, "jury-empty")
    program.press("ctrl+n")
    clerk.fill(姓名="甲测评", 投票组="一般干部", 任期开始="昨天")
    clerk.push("^确定")
    expect(program, "任期开始：")
    take_picture(program, "jury-refused")
    clerk.fill(任期开始=year_ago.isoformat(), 工作单位及职务="办公室科员")
    clerk.accept()
    expect(program, "甲测评")
    take_picture(program, "jury")
    program.press("Escape")
    due = program.find("push button", re.compile(r"^[0-9-]+  1名测评人员任期届满"))
    take_picture(program, "jury-due")
    program.activate(due)
    expect(program, "甲测评")
    program.press("Escape")
    program.wait_gone("label", re.compile("^甲测评"))
    program.press("ctrl+z")
    expect(program, "已撤销：添加测评人员：甲测评")
    take_picture(program, "jury-undone")
    program.wait_gone("push button", re.compile("1名测评人员任期届满"))
    program.press("ctrl+shift+z")
    program.find("push button", re.compile("1名测评人员任期届满"))


def back_up(program, path):
    """Through the menu of what goes out."""
    program.click(program.find("push button", re.compile("^导出")))
    program.find("menu item", re.compile("^备份"))
    tab_to(program, "^备份", "Down")
    program.press("Return")
    choose_file(program, path, "保存")
    expect(program, f"已写出：{path.name}")


def import_workbook(program, path):
    """Chooses it from the overview."""
    program.press_button(re.compile("^导入工作簿"))
    choose_file(program, path, "打开")


def main():
    """One office from its example rounds to its backup."""
    with tempfile.TemporaryDirectory() as folder:
        office, backup, text = (pathlib.Path(folder) / name
                                for name in ("demo.xuanren", "copy.xuanren", "no.xlsx"))
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        text.write_text("no workbook")
        with Program(office) as program:
            program.find_nth(2, "push button", re.compile("^打开"))
            add_juror(program)
            back_up(program, backup)
            import_workbook(program, text)
            expect(program, "没有导入：工作簿有 1 处需要先改正")
            take_picture(program, "import-refused")
            program.press("Escape")
            import_workbook(program, EXAMPLE)
            wait_until(lambda: program.find_all("list item", re.compile("^1  公布方案")), "the new round")
            take_picture(program, "imported")
        for file, rounds in ((office, 4), (backup, 3)):
            told = subprocess.run([os.environ["XUANREN"], "rounds", file], check=True, timeout=120,
                                  stdout=subprocess.PIPE, text=True).stdout
            assert len(told.splitlines()) == rounds, told
            subprocess.run([os.environ["XUANREN"], "verify", file], check=True, timeout=120,
                           stdout=subprocess.DEVNULL)


main()
