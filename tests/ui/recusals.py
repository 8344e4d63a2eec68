# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has to recuse: a tie is entered, pointed out, and done by the keyboard.

In the bureau's example round a member of the party group marks somebody with whom there is a tie. The tie is
entered, the condition leads to the list, the recusal takes the marks away and the grid says over how many
judges the mean is taken; undoing brings all of it back.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from clerk import Clerk
from keys import expect, expect_refusal
from window import Program, wait_until


def take_picture(program, name):
    """For looking at, where a folder for pictures is given."""
    folder = os.environ.get("XR_PICTURES")
    if folder:
        program.screenshot(pathlib.Path(folder) / f"{name}.png")


def check_words(program):
    """Every control has a name, and nobody meets an English word."""
    assert not program.nameless(), program.nameless()
    assert not program.english({"xuanren", "office"}), program.english({"xuanren", "office"})


def lines_with(program, words):
    """The lines of the list that say all of it."""
    return [node for node in program.find_all("list item")
            if all(word in " ".join(child.name for child in node.walk()) for word in words)]


def press_in_line(program, button, *words):
    """Presses the button of the line that says so."""
    def look():
        return [child for node in lines_with(program, words) for child in node.walk()
                if child.role == "push button" and child.label().startswith(button)]
    program.activate(wait_until(look, f"{button} of {words}")[0])


def expect_line(program, *words):
    """Waits for a line of the list that says all of it."""
    wait_until(lambda: lines_with(program, words), " / ".join(words))


def enter_tie(program):
    """By hand, in the second part of the window."""
    clerk = Clerk(program)
    program.press("ctrl+shift+h")
    expect_line(program, "应怀民 – 闵清和", "未登记关系", "已回避")
    check_words(program)
    clerk.switch("^手工登记的关系")
    expect(program, "还没有。家庭成员表和审阅人申报")
    clerk.push("^添加关系")
    clerk.fill(姓名="康令仪")
    clerk.choose("关系", "三代以内旁系血亲")
    clerk.choose("人选", "孟启航")
    clerk.fill(备注="表兄弟")
    check_words(program)
    take_picture(program, "recusal-tie")
    clerk.accept()
    clerk.switch("^应回避的人员")
    expect_line(program, "康令仪 – 孟启航", "局党组成员评分", "表兄弟", "尚未回避，且已打分")
    take_picture(program, "recusal-due")


def recuse(program):
    """What is closed is refused; what is open is done, and undone."""
    press_in_line(program, "回避", "康令仪 – 孟启航", "竞岗演讲")
    program.find("push button", re.compile("^登记回避"))
    expect(program, "该评委对此人已录入的分数改为回避")
    program.press_button(re.compile("^登记回避"))
    expect_refusal(program, "环节“演讲”已结束")
    press_in_line(program, "回避", "康令仪 – 孟启航", "局党组成员评分")
    program.press_button(re.compile("^登记回避"))
    expect_line(program, "康令仪 – 孟启航", "局党组成员评分", "表兄弟", "已回避")
    program.press("Escape")
    program.wait_gone("push button", re.compile("^撤回回避"))
    program.press("ctrl+5")
    Clerk(program).switch("^局党组成员评分")
    program.find("table", "评分")
    take_picture(program, "recusal-grid")
    program.press("ctrl+z")
    program.press("ctrl+shift+h")
    expect_line(program, "康令仪 – 孟启航", "局党组成员评分", "尚未回避，且已打分")


def main():
    """The way of a tie, from its entry to its end."""
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "office.xuanren"
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        with Program(office) as program:
            program.find_nth(2, "push button", re.compile("^打开"))
            program.activate(program.find_nth(2, "push button", re.compile("^打开")))
            program.find("list item", re.compile("^5  民主测评"))
            enter_tie(program)
            recuse(program)


main()
