# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the papers of a round as a clerk does: previews, searches, rewords, keeps, restores.

The preview opens by Ctrl+P and from the menu; the wording that is kept shows on the paper; the blank
form drops every fact.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from window import Program, wait_until


def paper(program):
    """What the paper in the topmost window says."""
    return program.find_all("image", "打印出来的样子")[-1].description


def open_round(program, number):
    """Opens the round of that number on the overview."""
    program.find_nth(2, "push button", re.compile("^打开"))
    program.activate(program.find_nth(number, "push button", re.compile("^打开")))
    program.wait_gone("push button", re.compile("^打开"))


def search(program):
    """Finds a word, and none that is not there."""
    entry = program.find("entry", "在文中查找")
    program.write(entry, "报名")
    program.find("label", re.compile("^1/"))
    program.press("Return")
    program.find("label", re.compile("^2/"))
    program.write(entry, "没有的字")
    program.find("label", "没有找到")
    program.write(entry, "")


def reword(program):
    """Changes the wording; a field that the form lacks is said and not kept."""
    program.press_button(re.compile("修改文字"))
    text = program.find("text", "文字")
    old = program.text_of(text)
    program.write(text, old.replace("现将有关事项公告如下", "现将{没有的字段}公告如下"))
    program.find("label", re.compile("没有字段 {没有的字段}"))
    program.write(text, old.replace("现将有关事项公告如下", "现将有关情况公布如下"))
    wait_until(lambda: "现将有关情况公布如下" in paper(program), "the new words on the paper")
    assert not program.nameless(), program.nameless()
    program.press_button(re.compile("^保存"))
    program.wait_gone("text", "文字")
    wait_until(lambda: "现将有关情况公布如下" in paper(program), "the kept words in the preview")


def restore(program):
    """Drops the kept wording: the program's own words are on the paper again."""
    program.press_button(re.compile("修改文字"))
    text = program.find("text", "文字")
    assert "现将有关情况公布如下" in program.text_of(text)
    program.press_button(re.compile("^恢复"))
    wait_until(lambda: "现将有关事项公告如下" in paper(program), "the program's own words")
    program.press("Escape")
    program.wait_gone("text", "文字")
    wait_until(lambda: "现将有关事项公告如下" in paper(program), "the program's own words in the preview")


def main():
    """Works through the announcement of a round."""
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "demo.xuanren"
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        with Program(office) as program:
            open_round(program, 0)
            program.open_stage(1)
            program.press("ctrl+p")
            program.find("label", re.compile("^共 . 页$"))
            assert not program.nameless(), program.nameless()
            assert not program.english(("demo", "Delete")), program.english(("demo", "Delete"))
            search(program)
            reword(program)
            restore(program)
            assert "公布方案：2026年" in paper(program)
            program.press("alt+b")
            wait_until(lambda: "________" in paper(program), "the blank form")
            program.press("Escape", "Escape")
            program.wait_gone("check box", re.compile("空白表"))


main()
