# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys the second time on another computer, by keyboard alone.

The first person keys two ballots and makes a keying file. The second one opens it in a program with a home
of its own, as on another computer: a wrong passphrase is told, and nothing can be done there but key. What
comes back is refused when a byte of it was changed and when it comes twice; undone, it is gone as a whole.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from keys import altered_copy, choose_file, expect, expect_refusal, give_passphrase, tab_to
from window import Program

BALLOTS = ["12" * 20, "21" * 20]
PASSPHRASE = "four odd words here"


def key_ballots(program, ballots):
    """40 key strokes and Enter a ballot; then back."""
    program.find("table", re.compile("^录票"))
    for number, digits in enumerate(ballots):
        program.type(digits)
        program.press("Return")
        expect(program, f"已录 {number + 1} / 20 张有效票")
    program.press("Escape")
    program.wait_gone("table", re.compile("^录票"))


def open_round(program):
    """From the start to what is keyed twice at the evaluation."""
    program.find("push button", re.compile("^打开"))
    tab_to(program, "^打开")
    program.press("Return")
    program.find("list item", re.compile("^5  民主测评, 进行中"))
    program.press("ctrl+5")


def make_keying_file(office, path):
    """Keys the first time, and gives the keying file out."""
    with Program(office) as program:
        open_round(program)
        tab_to(program, "^逐票录入")
        program.press("space")
        tab_to(program, "^录票")
        program.press("Return")
        key_ballots(program, BALLOTS)
        tab_to(program, "^双人录入", "shift+Tab")
        program.press("space")
        tab_to(program, "^生成复录文件")
        program.press("Return")
        tab_to(program, "^复录人")
        program.type("Li Si")
        program.press("Tab")
        program.type("short")
        expect(program, "密码至少要")
        program.press("ctrl+a")
        program.type(PASSPHRASE)
        program.press("Tab")
        program.type(PASSPHRASE[1:])
        expect(program, "两次填写的密码不一样")
        program.press("ctrl+a")
        program.type(PASSPHRASE)
        program.press("Return")
        choose_file(program, path, "保存")
        expect(program, "交给Li Si的复录文件")
        assert path.exists() and b"Li Si" not in path.read_bytes()


def key_elsewhere(path, answer):
    """What the second person does on the other computer."""
    with Program(path) as program:
        expect(program, "有人请您复录一批原件")
        program.type("not the words")
        program.press("Return")
        expect(program, "密码不对")
        program.type(PASSPHRASE)
        program.press("Return")
        expect(program, "2 张中已录完 0 张")
        assert not program.nameless(), program.nameless()
        assert not program.english({"xrsealed"}), program.english({"xrsealed"})
        if "XR_PICTURES" in os.environ:
            program.screenshot(os.environ["XR_PICTURES"] + "/keying-window.png")
        # Nothing of the first keying, and no way to a round.
        assert not program.find_all("list item")
        program.press("Return")
        key_ballots(program, [BALLOTS[0], "3" + BALLOTS[1][1:]])
        expect(program, "2 张中已录完 2 张")
        tab_to(program, "^交回复录结果")
        program.press("Return")
        choose_file(program, answer, "保存")
        expect(program, "请把这个文件交回")
        program.press("Escape")
        program.wait_gone("label", re.compile("请把这个文件交回"))
        tab_to(program, "^从这台电脑上删除")
        program.press("Return")
        tab_to(program, "^删除")
        program.press("Return")
        expect(program, "录入的内容已从这台电脑上删除")
        left = [file for file in (program.home / "data").rglob("*") if file.suffix == ".xuanren"]
        assert not left, left


def take(program, path):
    """From the desk to the answer's passphrase, and on."""
    tab_to(program, "^收回复录结果")
    program.press("Return")
    choose_file(program, path, "打开")
    give_passphrase(program, PASSPHRASE)


def refuse(program, path, words):
    """The answer is not taken in, and the sentence says why."""
    take(program, path)
    expect_refusal(program, words)


def take_in(office, answer):
    """The answer comes back: altered, as it was, and once more."""
    altered = altered_copy(answer)
    with Program(office) as program:
        open_round(program)
        tab_to(program, "^双人录入")
        program.press("space")
        expect(program, "2 张中已复录 0 张")
        refuse(program, altered, "文件加密以后被改动过")
        take(program, answer)
        expect(program, "2 张中已复录 2 张，有 1 处差异待裁定")
        refuse(program, answer, "已于")
        program.press("ctrl+z")
        expect(program, "2 张中已复录 0 张")
        take(program, answer)
        expect(program, "2 张中已复录 2 张，有 1 处差异待裁定")


def main():
    """The way of a keying file, there and back."""
    with tempfile.TemporaryDirectory() as folder:
        office, path, answer = (pathlib.Path(folder) / name for name in
                                ("office.xuanren", "a.xrsealed", "b.xrsealed"))
        subprocess.run([os.environ["MAKE_OFFICE"], office], check=True, timeout=120)
        make_keying_file(office, path)
        key_elsewhere(path, answer)
        take_in(office, answer)
        subprocess.run([os.environ["XUANREN"], "verify", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)


main()
