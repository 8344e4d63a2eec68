# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys twenty ballots twice by keyboard alone, settles what differs, and closes the stage.

Two people key the same 20 ballots of 8 candidates and 5 dimensions. Three figures differ; a third
person decides them, one way each. No mouse and no accessible action is used, only keys.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile

from keys import expect, tab_to
from window import Program

BALLOTS = 20
MARKS = 8 * 5
WRONG = {3: "4", 9: "4", 17: "4"}


def marks(number, second):
    """What stands on a ballot: the digits of 40 grades, and where the second person errs."""
    digits = [str((number + place) % 3 + 1) for place in range(MARKS)]
    if second and number in WRONG:
        digits[0] = WRONG[number]
    return "".join(digits)


def key_ballots(program, second):
    """40 key strokes and Enter a ballot."""
    program.find("table", re.compile("^录票"))
    for number in range(1, BALLOTS + 1):
        program.type(marks(number, second))
        program.press("Return")
    expect(program, "20 张有效票已全部录入")
    program.press("Escape")
    program.wait_gone("table", re.compile("^录票"))


def first_keying(program):
    """From the stage's page to the pad."""
    program.press("ctrl+5")
    tab_to(program, "^逐票录入")
    program.press("space")
    tab_to(program, "^录票")
    program.press("Return")
    key_ballots(program, second=False)


def second_keying(program):
    """The first person is refused; the second one sees nothing of what was keyed."""
    tab_to(program, "^双人录入", "shift+Tab")
    program.press("space")
    expect(program, "20 张中已复录 0 张")
    tab_to(program, r"^复录\(_?S")
    program.press("Return")
    tab_to(program, "^复录人")
    program.type("Li Si")
    program.press("Return")
    key_ballots(program, second=True)


def choose(program, key):
    """From the condition to the first difference, and what is to hold there."""
    tab_to(program, "^差异还没有裁定", "shift+Tab")
    program.press("Return", key)


def decide(program):
    """One figure of the first keying, one of the second, one of neither."""
    expect(program, "有 3 处差异待裁定")
    choose(program, "2")
    tab_to(program, "^决定人")
    program.type("Li Si")
    program.press("Tab")
    program.type("paper")
    program.press("Return")
    expect(program, "须由既没有初录也没有复录的第三人裁定")
    program.press("Return")
    program.wait_gone("label", re.compile("第三人裁定"))
    choose(program, "2")
    tab_to(program, "^决定人")
    program.press("ctrl+a")
    program.type("Wang Wu")
    program.press("Return")
    expect(program, "有 2 处差异待裁定")
    choose(program, "1")
    tab_to(program, "^决定人")
    program.press("Return")
    expect(program, "有 1 处差异待裁定")
    choose(program, "3")
    tab_to(program, "^原件内容")
    program.type("3")
    program.press("Return")
    expect(program, "没有待裁定的差异")


def sign_and_close(program):
    """Three people sign, and the stage closes."""
    tab_to(program, "^签字")
    program.press("Return")
    tab_to(program, "^监票人")
    for name in ("Zhao", "Qian", "Sun"):
        program.type(name)
        program.press("Tab")
    program.press("Return")
    program.find(None, re.compile(r"^条件 (\d+) / \1\b"))
    tab_to(program, "^结束本环节")
    program.press("Return")
    tab_to(program, "^结束人")
    program.type("Zhou")
    program.press("Return")
    program.find("list item", re.compile("^5  民主测评, 已结束"))


def ask(office, *arguments):
    """What the command line says of the file."""
    return json.loads(subprocess.run([os.environ["XUANREN"], *arguments[:1], office, *arguments[1:],
                                      "--json"], check=True, timeout=120,
                                     stdout=subprocess.PIPE).stdout)


def main():
    """Keys, decides, closes, and looks at what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "office.xuanren"
        subprocess.run([os.environ["MAKE_OFFICE"], office], check=True, timeout=120)
        with Program(office) as program:
            program.find("push button", re.compile("^打开"))
            tab_to(program, "^打开")
            program.press("Return")
            program.find("list item", re.compile("^5  民主测评, 进行中"))
            first_keying(program)
            second_keying(program)
            decide(program)
            sign_and_close(program)
        assert ask(office, "verify")["intact"] and ask(office, "verify")["waiting"] == 0
        assert ask(office, "result", "1")["complete"]


main()
