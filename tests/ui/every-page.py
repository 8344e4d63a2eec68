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
KEYS = ("Delete", "Enter", "Esc", "demo")
STAGES = ["announce", "register", "eligibility", "speech", "evaluation", "shortlist",
          "inspection", "deliberation", "publicity", "appointment"]


def judge(program, page, faults):
    """Notes what is wrong with the page that is open, and takes its picture."""
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


def main():
    """Walks through the overview and the stages of the three example rounds."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "demo.xuanren"
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        with Program(office) as program:
            judge(program, "overview", faults)
            for number in range(3):
                walk_round(program, number, faults)
                program.click(program.find("list item", re.compile("总览")))
    assert not faults, "\n".join(faults)


main()
