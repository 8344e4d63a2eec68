# SPDX-License-Identifier: GPL-3.0-or-later
"""Works through the pages of registration, eligibility review and shortlist by keys and mouse.

The round is the one of the example workbook; its stages are still to come, so that all of it can be
prepared.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from window import Program, wait_until

BOOK = pathlib.Path(__file__).parent.parent / "data/examples/bureau-round.openpyxl.xlsx"


def fill(program, *answers):
    """Writes into the fields of the dialog that is open, by their labels."""
    for name, answer in answers:
        program.write(program.find("text", re.compile(name)), answer)


def accept(program, label):
    """Presses the button of the dialog, which comes after those of the page."""
    buttons = wait_until(lambda: [button for button in
                                  program.find_all("push button", re.compile(label))
                                  if "sensitive" in button.states], f"the button {label}")
    program.activate(buttons[-1])


def register(program):
    """Adds a candidate, who withdraws and comes back; each can be undone."""
    program.press("ctrl+2")
    program.press_button("添加人员")
    program.find("text", re.compile("^姓名"))
    program.type("Li Si")
    program.click(program.find("text", re.compile("^身份证号")))
    program.type("11010519491231002X")
    program.press("Tab")
    born = program.find("text", re.compile("^出生年月"))
    wait_until(lambda: program.text_of(born) == "1949-12-31", "birth from the ID number")
    program.press("Return", "Escape")
    program.write(born, "1950-01")
    program.click(program.find("text", re.compile("^姓名")))
    program.click(born)
    program.press("Tab")
    program.find("label", re.compile("身份证号显示出生于1949年12月31日"))
    accept(program, "^保存")
    program.find("label", re.compile("“职位”没有填写"))
    program.press("Escape")
    program.wait_gone("text", re.compile("^身份证号"))
    program.activate(program.find("push button", re.compile("监督科副科长  5 / ")))
    program.find("label", "报考：监督科副科长")
    program.press("ctrl+n")
    program.find("text", re.compile("^姓名"))
    program.type("Li Si")
    program.press("Return")
    program.find("push button", re.compile("监督科副科长  6 / "))
    program.press("ctrl+z")
    program.activate(program.find("push button", re.compile("监督科副科长  5 / ")))
    program.activate(program.find("push button", re.compile("办公室主任  4 / ")))
    program.find("label", "报考：办公室主任")


def withdraw(program):
    """The first applicant leaves, with a day and a reason, and returns."""
    program.press_button("退出")
    program.find("text", re.compile("^理由"))
    fill(program, ("^理由", "本人申请"))
    accept(program, "^退出")
    program.find("label", re.compile("办公室主任：.*本人申请"))
    program.find("push button", re.compile("办公室主任  3 / "))
    program.press_button("恢复参加")
    program.find("push button", re.compile("办公室主任  4 / "))


def review(program):
    """A reviewer overrules a condition with a reason, and all clear ones are concluded."""
    program.press("ctrl+3")
    program.find(None, "赵一鸣，最大年龄：不符合")
    # The first cell is the current one from the start.
    program.press_button("符合")
    program.find("label", re.compile("审查人"))
    fill(program, ("^审查人", "王某"))
    program.press_button("符合")
    program.find("label", re.compile("理由"))
    fill(program, ("^理由", "经批准"))
    program.press_button("符合")
    program.find(None, "赵一鸣，最大年龄：已改判")
    program.find("push button", re.compile("已改判  1"))
    program.press_button("全部按结果确认")
    program.find("label", "全部按结果确认？")
    accept(program, "^确认")
    # Only what is concluded can be approved.
    program.find("label", "合格，待领导批准")
    program.press_button("领导批准")
    program.find("text", re.compile("批准领导"))
    fill(program, ("批准领导", "局长"))
    accept(program, "^批准")
    wait_until(lambda: len(program.find_all("label", "合格，领导已批准")) > 0, "the approval")


def explain(program):
    """The figures behind a rank, one table after the other; Escape closes the window."""
    program.press_button(re.compile("^前后名、评委、权重分析"))
    program.find("label", re.compile("起决定作用的项目：局党组成员评分"))
    program.find("label", re.compile("使两人名次互换的最小单个分数改动"))
    program.find(None, re.compile("竞岗演讲：88.74分，.*人中第"))
    wait_until(lambda: not program.find_all("label", re.compile("^正在计算")), "the smallest changes")
    program.find("label", re.compile("民主测评：改动一般干部的一张票就会使两人名次互换，最少13档"))
    program.click(program.find_all(None, re.compile("^评委$"))[-1])
    program.find("label", "与评委组之差")
    program.find("label", "离散程度")
    program.find("label", re.compile("不能证明某位评委"))
    program.click(program.find(None, "去掉一位或一票"))
    program.find("label", re.compile("去掉任何一位评委或任何一张票，赵一鸣的名次都不变"))
    program.click(program.find(None, "权重变动"))
    program.find("label", "增加5分以内")
    faults = [place for place in program.nameless() if "为何这样排名" in place]
    faults += program.english(["office"])
    assert not faults, faults
    program.press("Escape")
    program.wait_gone("label", "增加5分以内")


def shortlist(program):
    """The cut is accepted; one person's reasons are answered."""
    program.press("ctrl+6")
    program.find("label", "为何排在这里")
    program.find("label", re.compile("× 20% = "))
    explain(program)
    program.press_button("按入围线确认")
    program.find("text", re.compile("决定机构"))
    fill(program, ("决定机构", "局党组"))
    accept(program, "^确认")
    program.find("label", re.compile("考察对象名单已记录"))
    program.press_button("不按名次确定")
    program.find("check box", re.compile("孙立新"))
    program.press("Escape")
    program.wait_gone("check box", re.compile("孙立新"))
    program.activate(program.find(None, re.compile("^不得列为考察对象")))
    program.activate(program.find("push button", re.compile("^其余均无")))
    program.find("text", re.compile("核对人"))
    fill(program, ("核对人", "周某"))
    accept(program, "^记录")
    wait_until(lambda: len(program.find_all("push button", re.compile("赵一鸣，.*：✓ 无"))) == 7,
               "seven answers")


def main():
    """Makes the office file and goes through the three pages."""
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder) / "office.xuanren"
        for arguments in (["new", office], ["import", office, BOOK]):
            subprocess.run([os.environ["XUANREN"], *arguments], check=True, timeout=120,
                           stdout=subprocess.DEVNULL)
        with Program(office) as program:
            register(program)
            withdraw(program)
            review(program)
            shortlist(program)


main()
