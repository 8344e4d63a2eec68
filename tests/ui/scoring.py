# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys scores and ballots by keyboard alone, and draws lots.

It reopens the speech of the bureau's example round, types into the grid of judges as into a
spreadsheet, and then keys the ballots that the evaluation lacks.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from clerk import Clerk
from window import Program, wait_until


def expect(program, words):
    """Waits for a label that holds the words."""
    wait_until(lambda: [node for node in program.tree().walk()
                        if node.role == "label" and words in node.name], words)


def expect_cell(program, words):
    """Waits until the cell under the cursor of a grid reads so."""
    wait_until(lambda: [node for node in program.tree().walk()
                        if node.role == "table" and node.description == words], words)


def answer(program, heading, *answers):
    """Fills the fields of the dialog that asks, and accepts it."""
    for name, text in answers:
        program.write(program.find("text", re.compile(name)), text)
    program.activate([button for button in program.find_all("push button", re.compile(heading))
                      if "sensitive" in button.states][-1])


def key_scores(program):
    """Types over, moves, is refused, recuses, takes back, copies and pastes."""
    program.press("ctrl+4")
    program.click(program.find("table", "评分"))
    program.press("ctrl+Home", "8")
    expect(program, "此格不能填写")
    program.click(program.find_all("push button", re.compile("更正"))[-1])
    answer(program, "重新打开", ("^理由", "补录评分"), ("更正人", "王某"))
    program.find("push button", re.compile("^缺席"))
    program.click(program.find("table", "评分"))
    program.press("ctrl+Home")
    program.press("8", "7", "Return", "8", "8", "period", "5", "Tab")
    expect_cell(program, "05 卓景明 · 康令仪：89.9")
    program.press("9", "9", "9", "Return")
    expect(program, "得分应在 0 到 100 之间，“999”不是。")
    program.press("Escape", "h")
    expect_cell(program, "05 卓景明 · 康令仪：回避")
    program.press("Delete")
    expect_cell(program, "05 卓景明 · 康令仪：空")
    program.press("ctrl+z", "ctrl+z")
    expect_cell(program, "05 卓景明 · 康令仪：89.9")
    program.press("F2", "End", "BackSpace", "1", "Up")
    expect_cell(program, "02 柳若溪 · 康令仪：85.6")
    program.press("Left", "shift+Down", "shift+Right", "ctrl+c", "Down", "ctrl+v")
    expect_cell(program, "01 孟启航 · 康令仪：87")
    program.press("Right", "Down")
    expect_cell(program, "06 阮思齐 · 牟远山：89.1")


def absent(program):
    """Q asks for the day and the reason; who is absent leaves the table."""
    program.press("q")
    program.find("text", re.compile("日期"))
    answer(program, "^缺席", ("理由", "因病"))
    wait_until(lambda: not [node for node in program.tree().walk()
                            if node.role == "table" and "阮思齐" in node.description], "one fewer")
    program.press("ctrl+z")
    expect_cell(program, "06 阮思齐 · 牟远山：89.1")


def draw_lots(program):
    """The seed makes the order, and the line says how to do it again; drawing again takes a reason."""
    program.activate(program.find(None, "抽签"))
    seed, drawn_by = wait_until(lambda: program.find_all("text")[:2], "the seed and the name")
    program.write(seed, "3 1 4")
    program.write(drawn_by, "王某")
    program.press_button(re.compile("^重新抽签"))
    answer(program, "^重新抽签", ("理由", "有人迟到"))
    expect(program, r"xuanren-lot-1\n3 1 4\n办公室主任\n")
    expect(program, "重新抽签的原因：有人迟到")


def draw_rooms_and_judges(program):
    """Candidates are dealt to rooms, judges drawn out of a pool and seated; what cannot be is said."""
    clerk = Clerk(program)
    clerk.choose("抽签事项", "人选的考场或小组")
    program.write(program.find("text", re.compile("^考场或小组")), "1")
    program.press_button(re.compile("^抽签"))
    expect(program, "请填写两个以上考场或小组的名称")
    program.press("Escape")
    program.write(program.find("text", re.compile("^考场或小组")), "东厅、西厅")
    program.press_button(re.compile("^抽签"))
    expect(program, "竞岗演讲·考场分组·办公室主任")
    expect(program, "西厅")
    clerk.choose("抽签事项", "从名单中抽取评委或投票人")
    program.write(program.find("text", re.compile("^备选名单")), "甲一、乙二、丙三、丁四")
    program.write(program.find("text", "每组抽取"), "2")
    program.write(program.find("text", "候补"), "1")
    program.write(program.find("text", re.compile("^评委组或小组")), "")
    program.press_button(re.compile("^抽签"))
    expect(program, "未抽中")
    program.press_button(re.compile("^重新计算核对"))
    expect(program, "已按同一种子重新计算，结果一致。")
    program.press_button(re.compile("^列为评委"))
    expect(program, "已加入评委2名")


def key_ballots(program):
    """Two ballots, one more than there are, one corrected, an invalid one."""
    program.press("ctrl+5")
    program.activate(program.find("push button", re.compile("录入票数与有效票数不一致")))
    program.press_button(re.compile("^录票"))
    expect(program, "已录 6 / 8 张有效票，无效 0 张")
    program.find("table", re.compile("^录票"))
    program.press("1", "2", "3", "4", "Return")
    expect(program, "再按一次 Enter")
    program.press("Return")
    expect(program, "已录 7 / 8 张有效票，无效 0 张")
    program.press("2", "BackSpace", "1", "Return", "Return")
    expect(program, "8 张有效票已全部录入")
    program.press("1", "Return")
    expect(program, "请先更正收发票数")
    program.click(program.find_all("list item", re.compile("第 7 号票"))[-1], times=2)
    expect(program, "正在更正一张票")
    expect_cell(program, "01 孟启航 · 思想品德：优秀")
    program.press("3", "Return")
    expect(program, "新票")
    program.click(program.find_all("list item", re.compile("第 7 号票"))[-1], times=2)
    expect_cell(program, "01 孟启航 · 思想品德：基本称职")
    program.press("Escape", "ctrl+i")
    expect(program, "已录 8 票，而有效票只有 7 张")
    program.click(program.find_all("list item", re.compile("第 8 号票"))[-1])
    program.press("Delete")
    expect(program, "7 张有效票已全部录入，无效 1 张")


def main():
    """Ballots first: reopening the speech takes the round back before the evaluation."""
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "demo.xuanren"
        subprocess.run([os.environ["XUANREN"], "demo", office], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        for part in ((key_ballots,), (key_scores, absent, draw_lots, draw_rooms_and_judges)):
            with Program(office) as program:
                program.activate(wait_until(
                    lambda: program.find_all("push button", re.compile("^打开"))[2:],
                    "three rounds")[0])
                program.find("list item", re.compile("^5  民主测评, 进行中"))
                for step in part:
                    step(program)


main()
