# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a batch by the desktop's own dialog, into a file, for there is no printer here.

All fronts come before all backs, shifted as this printer needs it; a page range prints just that page, and
the shift is still there the next time.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from window import Program, wait_until

MM = 72 / 25.4


def pages_of(pdf):
    """The texts of the pages of a PDF that is there as a whole, else none."""
    out = subprocess.run(["pdftotext", "-layout", pdf, "-"], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, text=True, check=False)
    return out.stdout.split("\f")[:-1] if out.returncode == 0 else []


def place_of(pdf, word):
    """Where a word stands on the first page that has it, pt from the left and from the top."""
    out = subprocess.run(["pdftotext", "-bbox", pdf, "-"], stdout=subprocess.PIPE, text=True, check=True)
    x, y = re.search(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{word}<', out.stdout).groups()
    return float(x), float(y)


def open_forms(program):
    """The preview of all registration forms of a round."""
    program.find_nth(2, "push button", re.compile("^打开"))
    program.activate(program.find("push button", re.compile("^打开")))
    program.wait_gone("push button", re.compile("^打开"))
    program.open_stage(2)
    program.press("alt+p")
    program.press_button(re.compile("^报名登记表"), role="menu item")
    program.find("label", "共 2 页")


def look_closer(program):
    """Leafs through the copies and looks at one from nearer, by keys."""
    def paper():
        return program.find_all("image", "打印出来的样子")[-1]
    first, width = paper().description, program.width_of(paper())
    program.press("ctrl+Next")
    wait_until(lambda: paper().description != first, "the second copy")
    program.press("ctrl+Prior")
    wait_until(lambda: paper().description == first, "the first copy again")
    program.press("ctrl+plus")
    wait_until(lambda: program.width_of(paper()) > width, "a larger page")
    program.press("ctrl+0")
    wait_until(lambda: program.width_of(paper()) == width, "the page as wide as the window")


def choose_file(program, button):
    """The dialog of the desktop, with the printer that writes a file."""
    program.press_button(re.compile(button))
    dialog = program.find("dialog", "打印")
    program.click(program.find("label", "打印到文件"))
    program.find("push button", re.compile("输出.pdf$"), inside=dialog)
    return dialog


def open_tab(program):
    """The tab of the program itself."""
    program.click(program.find("page tab", "正反面和位置"))
    return program.find("spin button", re.compile("向右偏移"))


def choose_fronts_first(program):
    """The second of the orders."""
    program.click(program.find("combo box", re.compile("^顺序")))
    program.find("label", "先打全部正面，再打全部反面")
    program.press("Down", "Return")


def print_out(program, dialog, pdf, n_pages):
    """Prints; returns the texts of the pages."""
    program.press_button(re.compile("^打印"), inside=dialog)
    program.wait_gone("dialog", "打印")
    return wait_until(lambda: len(pages_of(pdf)) == n_pages and pages_of(pdf), f"{n_pages} pages in the file")


def main():
    """Prints the registration forms of the last of the example rounds, then a page of one of them."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        office, pdf, plain = (folder / name for name in ("demo.xuanren", "输出.pdf", "plain.pdf"))
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        subprocess.run([os.environ["XUANREN"], "form", office, "3", "registration-form", plain], check=True,
                       timeout=60)
        os.chdir(folder)
        wanted = pages_of(plain)
        with Program(office) as program:
            open_forms(program)
            look_closer(program)
            dialog = choose_file(program, "^打印全部各份")
            open_tab(program)
            choose_fronts_first(program)
            program.write(open_tab(program), "5")
            program.write(program.find("spin button", re.compile("向下偏移")), "-3")
            printed = print_out(program, dialog, pdf, len(wanted))
            assert [page.split() for page in printed] == [page.split() for page in wanted[::2] + wanted[1::2]]
            for there, here, shift in zip(place_of(plain, "姓名"), place_of(pdf, "姓名"), (5, -3)):
                assert abs(here - there - shift * MM) < 0.1, (here, there, shift)
            pdf.unlink()
            dialog = choose_file(program, "^打印.P.…|^打印\\(_P\\)…")
            program.click(program.find("check box", re.compile("^页面")))
            program.write(program.find("text", inside=dialog), "2")
            printed = print_out(program, dialog, pdf, 1)
            assert printed[0].split() == wanted[1].split(), printed
            assert abs(place_of(pdf, "奖惩情况")[0] - place_of(plain, "奖惩情况")[0] - 5 * MM) < 0.1


main()
