# SPDX-License-Identifier: GPL-3.0-or-later
"""Works through the pages of inspection, deliberation, publicity and appointment.

It reopens the closed example round at its inspection, as somebody does who has to correct it, and
then does on each page what the page is for.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from clerk import Clerk
from window import Program, wait_until


def say(program, heading, *answers):
    """Fills the fields of the dialog that asks, in their order, and accepts it."""
    for name, answer in answers:
        program.write(program.find("text", re.compile(name)), answer)
    program.activate([button for button in program.find_all("push button", re.compile(heading))
                      if "sensitive" in button.states][-1])


def veto_and_take_back(program):
    """A veto takes a reason and a name, marks the person, and can be withdrawn."""
    program.press_button(re.compile("^否决"))
    program.find("text", re.compile("否决提出人"))
    say(program, "^否决", ("理由", "查实问题"), ("否决提出人", "纪检组"))
    program.find("push button", re.compile("否决，不通过，纪检组：查实问题"))
    program.press_button(re.compile("撤销否决"))
    program.find("push button", re.compile("^否决"))


def end_probation(program):
    """How probation ended is recorded after the round was closed, and can be undone."""
    clerk = Clerk(program)
    clerk.push("^试用期结果")
    clerk.choose("试用期满结果", "转正")
    clerk.fill(试用期满决定日期="2027-04-20")
    clerk.accept()
    program.find("list item", re.compile("冯砚秋，已完成|冯砚秋.*6 / 6 步"))
    program.press("ctrl+z")
    program.find("list item", re.compile("冯砚秋.*4 / 6 步"))


def main():
    """Reopens the round and goes through the four pages."""
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "demo.xuanren"
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        with Program(office) as program:
            program.find_nth(2, "push button", re.compile("^打开"))
            program.activate(program.find_nth(0, "push button", re.compile("^打开")))
            program.find("push button", re.compile("^决定，已完成，2026-04-08"))
            end_probation(program)
            program.press("ctrl+7")
            program.find("push button", re.compile("^凡提四必，已完成"))
            program.click(program.find_all("push button", re.compile("更正"))[-1])
            program.find("text", re.compile("更正人"))
            say(program, "重新打开", ("^理由", "补录审计结论"), ("更正人", "王某"))
            veto_and_take_back(program)
            program.press("ctrl+8")
            program.find("list item", re.compile("冯砚秋，已完成"))
            program.find("label", re.compile("同意 8 票以上通过"))
            program.find("list item", re.compile("陶止水，不通过"))
            program.press("ctrl+9")
            wait_until(lambda: [node for node in program.tree().walk()
                                if "计第 7 日" in node.name], "the seventh day of the period")
            program.press("ctrl+0")
            program.find("push button", re.compile("^试用期，进行中，至 2027-04-17"))


main()
