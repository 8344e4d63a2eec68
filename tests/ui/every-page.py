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

STAGES = ["announce", "register", "eligibility", "speech", "evaluation", "shortlist",
          "inspection", "deliberation", "publicity", "appointment"]


def judge(program, page, faults):
    """Notes what is wrong with the page that is open, and takes its picture."""
    faults += [f"{page}: a control without a name: {place}" for place in program.nameless()]
    faults += [f"{page}: English: {text}" for text in program.english()]
    pictures = os.environ.get("XR_PICTURES")
    if pictures:
        program.screenshot(pathlib.Path(pictures) / f"{page}.png")


def open_stage(program, number):
    """Goes to a stage by its key and waits for its page."""
    before = program.dump()
    program.press(f"ctrl+{number % 10}")
    wait_until(lambda: program.dump() != before, f"the page of stage {number}")


def main():
    """Walks through the overview and the ten stages of the first example round."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "demo.xuanren"
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        with Program(office) as program:
            judge(program, "overview", faults)
            # It opens where it stands, at the evaluation; so each of the keys changes the page.
            program.press_button("打开")
            program.find("list item", re.compile("民主测评"))
            for number, stage in enumerate(STAGES, 1):
                open_stage(program, number)
                judge(program, f"{number:02}-{stage}", faults)
    assert not faults, "\n".join(faults)


main()
