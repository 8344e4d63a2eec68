# SPDX-License-Identifier: GPL-3.0-or-later
"""Types the seal of a paper back into the window: the file is intact up to it, or it is told which entry
was changed first. The record is changed behind the program's back, as somebody would who has the file.
"""

import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile

from keys import expect, tab_to
from window import Program

CHANGED = 7


def seal_of(office):
    """As it would stand on a paper that was printed now."""
    return json.loads(subprocess.run([os.environ["XUANREN"], "verify", office, "--json"], check=True,
                                     timeout=120, stdout=subprocess.PIPE).stdout)


def ask(program, seal):
    """From the menu to what the check says, by keys."""
    program.find("push button", re.compile("^打开"))
    program.press("F10")
    program.find("menu item", re.compile("^核验与印记"))
    tab_to(program, "^核验与印记", "Down")
    program.press("Return")
    tab_to(program, "^纸质材料上的印记")
    program.type(seal)
    program.press("Return")


def main():
    """One file as it was, and a copy of it in which one entry says something else."""
    with tempfile.TemporaryDirectory() as folder:
        office, altered = (pathlib.Path(folder) / name for name in ("a.xuanren", "b.xuanren"))
        subprocess.run([os.environ["MAKE_OFFICE"], office], check=True, timeout=120)
        told = seal_of(office)
        shutil.copy(office, altered)
        with sqlite3.connect(altered) as database:
            database.execute("UPDATE record SET subject = subject || '?' WHERE height = ?",
                             [CHANGED])
        with Program(office) as program:
            ask(program, "1234 5678")
            expect(program, "印记应为九组，每组四位数字")
            program.press("Escape")
            program.wait_gone("label", re.compile("印记应为九组，每组四位数字"))
            ask(program, told["seal"])
            expect(program, "✓ 文件完好")
            expect(program, f"该印记属于第 {told['entries']} 条记录。")
        with Program(altered) as program:
            ask(program, told["seal"])
            expect(program, "! 文件曾在程序之外被改动")
            expect(program, f"第 {CHANGED} (添加要素：勤?) 条记录被改动")


main()
