# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at every page of the example rounds as a person would who reads only Chinese.

Each page opens by its key; no control is without a name, no English word shows, and the program
complains of nothing. With XR_PICTURES set to a folder, a picture of each page is left there.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from window import Program, wait_until

# Keys as they stand on keyboards, and the name of the file.
KEYS = ("Delete", "Enter", "Esc", "Home", "demo")
STAGES = ["announce", "register", "eligibility", "speech", "evaluation", "shortlist",
          "inspection", "deliberation", "publicity", "appointment"]


def judge(program, page, faults):
    """Notes what is wrong with the page that is open, and takes its picture."""
    # The window of the keys is GTK's own, with a button that nobody has named.
    if page != "shortcuts":
        faults += [f"{page}: a control without a name: {place}" for place in program.nameless()]
    faults += [f"{page}: English: {text}" for text in program.english(KEYS)]
    pictures = os.environ.get("XR_PICTURES")
    if pictures:
        program.screenshot(pathlib.Path(pictures) / f"{page}.png")


def walk_round(program, number, faults):
    """Opens the round of that number on the overview and looks at its ten stages."""
    # All three cards are there before one is chosen by its number.
    program.find_nth(2, "push button", re.compile("^打开"))
    program.activate(program.find_nth(number, "push button", re.compile("^打开")))
    # A key that comes before the round is open would go to the one that was.
    program.wait_gone("push button", re.compile("^打开"))
    for stage, name in enumerate(STAGES, 1):
        program.open_stage(stage)
        judge(program, f"round-{number + 1}-{stage:02}-{name}", faults)


def look_at_windows(program, faults):
    """Opens what is made only when it is asked for, by its key, and closes it again."""
    for keys, name, label in (("ctrl+question", "shortcuts", "转到环节：Ctrl+1 至 Ctrl+0"), ("F1", "help", "帮助"),
                              ("ctrl+f", "search", "按姓氏笔画")):
        program.press(keys)
        program.find(None, label)
        judge(program, name, faults)
        program.press("Escape")
        program.wait_gone(None, label)


def main():
    """Walks through the overview and the stages of the three example rounds."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "demo.xuanren"
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        with Program(office) as program:
            judge(program, "overview", faults)
            look_at_windows(program, faults)
            for number in range(3):
                walk_round(program, number, faults)
                program.click(program.find("list item", re.compile("总览")))
    assert not faults, "\n".join(faults)


main()
