# SPDX-License-Identifier: GPL-3.0-or-later
"""A review package there and back, as the office and its reader see it.

The office makes a blind package. The reader opens it in a program with a home of its own, as on another
computer: a wrong passphrase is told, nothing says who the people are, and nothing can be done there but read
and judge. The answer comes back with a preview, once, and is undone in one step.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from keys import altered_copy, choose_file, expect, expect_refusal, tab_to
from window import Program, wait_until

PASSPHRASE = "four odd words here"
# What stands on the keys of a keyboard, and names of files.
KEYS_AND_NAMES = {"xrsealed", "office", "Backspace", "Page", "Down"}


def take_picture(program, name):
    """For looking at, where a folder for pictures is given."""
    folder = os.environ.get("XR_PICTURES")
    if folder:
        program.screenshot(pathlib.Path(folder) / f"{name}.png")


def check_words(program):
    """Every control has a name, and nobody meets an English word."""
    assert not program.nameless(), program.nameless()
    assert not program.english(KEYS_AND_NAMES), program.english(KEYS_AND_NAMES)


def open_packages(program):
    """From the start to the packages of a round that is not over."""
    program.find_nth(2, "push button", re.compile("^打开"))
    program.activate(program.find_nth(1, "push button", re.compile("^打开")))
    program.find("list item", re.compile("^2  报名"))
    program.press("ctrl+shift+r")
    program.find("push button", re.compile("^收回审阅意见"))


def tick(program, pattern):
    """By keys: a box or a choice has no action of its own on the bus."""
    tab_to(program, pattern)
    program.press("space")


def choose_people(program):
    """Two of everybody; returns their names."""
    tick(program, "^全部人选")
    people = [node.label() for node in program.find_all("check box")
              if re.match("^[0-9]+  ", node.label())][:2]
    for person in people:
        tick(program, f"^{person}")
    return [person.split()[1] for person in people]


def make_package(office, path):
    """Gives a blind package of two people to a reader; returns their names."""
    with Program(office) as program:
        open_packages(program)
        program.find("label", re.compile("^还没有发出审阅包"))
        take_picture(program, "review-empty")
        program.press("ctrl+n")
        program.find("push button", re.compile("^写出文件"))
        names = choose_people(program)
        program.press_button(re.compile("^写出文件"))
        expect(program, "请填写审阅人姓名")
        program.press("Escape")
        program.write(program.find("text", re.compile("^审阅人姓名")), "李审阅")
        tick(program, "^盲审")
        check_words(program)
        take_picture(program, "review-new")
        program.press_button(re.compile("^写出文件"))
        program.find("push button", re.compile("^继续"))
        tab_to(program, "^密码")
        program.type(PASSPHRASE)
        program.press("Tab")
        program.type(PASSPHRASE)
        take_picture(program, "review-passphrase")
        program.press("Return")
        choose_file(program, path, "保存")
        program.find("push button", re.compile("^收回审阅意见"))
        expect(program, "意见尚未收回")
        check_words(program)
        take_picture(program, "review-given")
    return names


def judge(program, number, count):
    """Declares, marks and writes for the first, declares a tie to the second, and is brief on the others."""
    if number == 1:
        tick(program, "^有利害关系")
        program.write(program.find("text", re.compile("^具体关系")), "曾为师生")
    else:
        tick(program, "^与此人没有利害关系")
        mark = program.find("text", re.compile("^评分"))
        program.write(mark, "120")
        expect(program, "评分在 0 到 100 之间")
        program.write(mark, f"8{number}.5")
    if number == 0:
        program.write(program.find("text", re.compile("^审阅意见")), "履历扎实")
    if number + 1 < count:
        program.press("ctrl+Page_Down")
        program.find("label", re.compile(f"^{number + 2}号$"))


def unseal(program):
    """The right passphrase, and the first person."""
    expect(program, "请输入组织人事部门告诉您的密码")
    program.type(PASSPHRASE)
    program.press("Return")
    expect(program, "盲审")


def begin_and_lose(path, home):
    """The computer stops while somebody writes; nothing of it can be read on the disk."""
    with Program(path, home=home) as program:
        unseal(program)
        judge(program, 0, 2)
        program.find("label", re.compile("^2号$"))
        expect(program, "已加密暂存在本机")
        program.process.kill()
        program.process.wait()
    files = [file for file in (home / "state").rglob("*") if file.is_file()]
    assert [file.suffix for file in files] == [".xrsealed"], files
    assert files[0].stat().st_mode & 0o777 == 0o600
    assert "履历扎实".encode() not in files[0].read_bytes()


def read_package(path, answer, names, home):
    """The other computer."""
    begin_and_lose(path, home)
    with Program(path, home=home) as program:
        expect(program, "请输入组织人事部门告诉您的密码")
        take_picture(program, "review-open")
        program.type("not the words")
        program.press("Return")
        expect(program, "密码不对")
        program.press("ctrl+a")
        program.type(PASSPHRASE)
        program.press("Return")
        expect(program, "盲审")
        expect(program, "上次写的内容已恢复")
        expect(program, f"还缺：利害关系申报 {len(names) - 1} 人")
        take_picture(program, "review-again")
        check_words(program)
        seen = program.dump()
        assert not [name for name in names if name in seen], seen
        # No way to a round from here.
        assert not program.find_all("list item")
        program.press("ctrl+s")
        expect(program, "请对每个人说明有没有利害关系")
        program.press("Escape")
        program.wait_gone("label", re.compile("请对每个人说明"))
        # It leads to the one who is missing.
        program.find("label", re.compile("^2号$"))
        program.press("ctrl+Page_Up")
        program.find("label", re.compile("^1号$"))
        for number in range(len(names)):
            judge(program, number, len(names))
        expect(program, "已经填齐")
        take_picture(program, "review-reading")
        program.press("ctrl+s")
        choose_file(program, answer, "保存")
        expect(program, "审阅意见已保存")
        program.press("Escape")
        left = [file for file in home.rglob("*") if file.suffix in (".xuanren", ".xrsealed")]
        assert not left, left


def choose_answer(program, path):
    """From the list of packages to the answer's passphrase, and on."""
    program.press("ctrl+o")
    choose_file(program, path, "打开")
    expect(program, "请输入发出审阅包时设置的密码")
    program.type(PASSPHRASE)
    program.press("Return")


def refuse(program, path, words):
    """The answer is not taken in, and the sentence says why."""
    choose_answer(program, path)
    expect_refusal(program, words)
    if program.find_all("push button", re.compile("^取消")):
        program.press("Escape")
        program.wait_gone("push button", re.compile("^取消"))


def take_in(office, answer):
    """The answer comes back: altered, as it was, and once more."""
    altered = altered_copy(answer)
    with Program(office) as program:
        open_packages(program)
        refuse(program, altered, "文件加密以后被改动过")
        choose_answer(program, answer)
        program.find("push button", re.compile("^收回"))
        expect(program, "履历扎实")
        check_words(program)
        take_picture(program, "review-preview")
        program.press_button(re.compile(r"^收回\("))
        expect(program, "收回意见")
        program.find("list item", re.compile("已于.*收回意见"))
        refuse(program, answer, "收回过")
        program.press("Escape")
        program.wait_gone("push button", re.compile("^收回审阅意见"))
        program.activate(program.find("push button", re.compile("^撤销")))
        program.press("ctrl+shift+r")
        expect(program, "意见尚未收回")


def main():
    """The way of a package, there and back."""
    with tempfile.TemporaryDirectory() as folder:
        office, path, answer = (pathlib.Path(folder) / name for name in
                                ("office.xuanren", "a.xrsealed", "b.xrsealed"))
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        names = make_package(office, path)
        read_package(path, answer, names, pathlib.Path(folder) / "home")
        take_in(office, answer)
        subprocess.run([os.environ["XUANREN"], "verify", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)


main()
