# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a dossier, edits it as a clerk does, undoes, and reads it, in Chinese.

At the end the command line writes the forms, which must hold what was keyed in the window.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from gi.repository import GLib

from window import Program, wait_until

# Keys as they stand on keyboards, endings of files, and the name of the office file.
WORDS = ("Page", "Down", "Backspace", "lrmx", "lrm", "pic", "office", "Delete")


def run(*arguments):
    """The program from the command line."""
    subprocess.run([os.environ["XUANREN"], *map(str, arguments)], check=True, timeout=120,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def field(program, name):
    """The entry of that label; the last, as windows come one over the other."""
    return wait_until(lambda: program.find_all("text", re.compile(f"^{name}( \\*)?$")),
                      f"the field {name}")[-1]


def key(program, name, text):
    """Writes into a field and leaves it; finds it again where it was made anew meanwhile."""
    def fill():
        node = field(program, name)
        try:
            program.click(node)
            program.write(node, text)
        except GLib.Error:
            return None
        return node
    node = wait_until(fill, f"the field {name} filled")
    program.press("Tab")
    return node


def judge(program, place, faults):
    """Notes what is wrong with what is shown."""
    faults += [f"{place}: without a name: {node}" for node in program.nameless()]
    faults += [f"{place}: English: {text}" for text in program.english(WORDS)]


def edit_person(program):
    """A field of the form, undone and done again."""
    node = key(program, "籍贯", " 辽宁大连　")
    wait_until(lambda: program.text_of(node) == "辽宁大连", "the place as it is kept")
    program.press("ctrl+z")
    wait_until(lambda: program.text_of(node) == "", "the place undone")
    program.press("ctrl+shift+z")
    wait_until(lambda: program.text_of(node) == "辽宁大连", "the place again")


def edit_resume(program):
    """Two lines with a gap between them, which is told, then closed."""
    program.click(program.find("list item", re.compile("^简历$")))
    program.press_button(re.compile("^添加一条"))
    key(program, "起", "199407")
    key(program, "止", "2000.03")
    key(program, "工作单位及职务", "某局科员")
    program.press_button(re.compile("^添加一条"))
    key(program, "起", "2001年3月")
    key(program, "工作单位及职务", "某局副科长")
    program.find("label", re.compile("^中断：2000.03 至 2001.03"))
    key(program, "起", "2000-03")
    program.wait_gone("label", re.compile("^中断"))


def edit_appraisals(program):
    """A year twice, which is told, made right, and in the text as the form has it; undone."""
    program.click(program.find("list item", re.compile("^奖惩")))
    program.press_button(re.compile("^添加年度"))
    program.find_nth(3, "text", "考核年度")
    key(program, "考核年度", "二〇二二")
    program.find("label", re.compile("^请写四位数的年度"))
    key(program, "考核年度", "2025")
    key(program, "考核备注", "记三等功")
    program.find("label", re.compile("^2025年写了两次"))
    key(program, "考核年度", "２０２２年度")
    program.find("label", re.compile("^2022年没有写明考核等次"))
    text = field(program, "年度考核")
    wait_until(lambda: program.text_of(text).endswith("、2022（记三等功）"), "the year in the text")
    program.press("ctrl+z")
    wait_until(lambda: program.text_of(text).endswith("、2025（记三等功）"), "the year undone")
    program.press("ctrl+z")
    wait_until(lambda: program.text_of(text).endswith("2025称职"), "the line undone")


def print_form(program, faults):
    """The form of the person at hand, and only that, by Ctrl+P."""
    program.press("ctrl+p")
    program.find("label", re.compile("^共 2 页$"))
    paper = wait_until(lambda: program.find_all("image", "打印出来的样子"), "the paper")[-1].description
    for part in ("赵一鸣", "辽宁大连", "1994.07--2000.03", "某局副科长"):
        assert part in paper, f"{part} is not in {paper}"
    judge(program, "打印预览", faults)
    program.press("Escape")
    program.wait_gone("check box", re.compile("空白表"))


def check_form(office, folder):
    """What the command line writes of the first candidate."""
    run("lrmx", office, 1, folder)
    text = (folder / "赵一鸣.lrmx").read_text(encoding="utf-8-sig")
    for part in ("<JiGuan>辽宁大连</JiGuan>", "1994.07--2000.03  某局科员",
                 "2000.03--         某局副科长", "<ShenFenZheng>990000197202271011</ShenFenZheng>"):
        assert part in text, f"{part} is not in\n{text}"
    run("verify", office)


def main():
    """A round out of a workbook, and the dossier of its first candidate."""
    faults = []
    book = pathlib.Path(__file__).parents[1] / "data/examples/bureau-round.openpyxl.xlsx"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        office = folder / "office.xuanren"
        run("new", office)
        run("import", office, book)
        with Program(office) as program:
            program.press_button("打开")
            program.wait_gone("push button", re.compile("^打开$"))
            program.press("ctrl+2")
            program.press_button(re.compile("^档案"))
            program.find("label", "需要核对")
            judge(program, "档案", faults)
            edit_person(program)
            edit_resume(program)
            edit_appraisals(program)
            print_form(program, faults)
            # From the list of sections, which has a use of its own for the key.
            program.click(program.find("list item", re.compile("^基本情况$")))
            program.press("ctrl+Page_Down")
            program.find("label", re.compile("^02  "))
            program.press("ctrl+Page_Up", "ctrl+r")
            program.find("label", re.compile("^1972.02（"))
            judge(program, "阅读", faults)
        check_form(office, folder / "forms")
    sys.exit("\n".join(faults) or None)


main()
