# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a round of the bureau plan from nothing to its list for inspection, by the window alone.

Two posts, six candidates. Each step is what a clerk does: the link that says what is missing, the
button, the fields of the dialog, the signature.
"""

import os
import re
import subprocess

from clerk import Clerk
from window import Program, wait_until

TITLE = "2025年科级岗位竞争上岗"
POSTS = [("办公室主任", "正科级", "办公室"), ("法制科副科长", "副科级", "法制科")]

# Name, sex, born, post applied for, rank held, held since.
PEOPLE = [
    ("沈知远", "男", "1980-03", 0, "副科级", "2019-05"),
    ("顾明澈", "女", "1983-11", 0, "副科级", "2020-09"),
    ("江若谷", "男", "1985-06", 0, "副科级", "2021-03"),
    ("林照野", "女", "1990-02", 1, "一级科员", "2018-07"),
    ("程望舒", "男", "1992-08", 1, "一级科员", "2019-07"),
    ("叶听澜", "女", "1993-12", 1, "一级科员", "2020-07"),
]


def make_plan(clerk):
    """A new round from the bureau plan: posts, days, texts, staff, announcement."""
    program = clerk.program
    clerk.push("^新建一轮选任")
    clerk.fill(选任名称=TITLE, 组织单位="示例局")
    clerk.accept("^新建")
    for name, rank, department in POSTS:
        clerk.push("^添加职位")
        clerk.fill(职位=name, 职数="1", 职级=rank, 部门=department, 核定职数="1", 现有人数="0")
        clerk.accept()
    clerk.push("报名开始日期")
    clerk.write_focused("报名开始", "2025-09-01")
    program.press("Tab")
    clerk.write_focused("报名截止", "2025-09-05")
    clerk.push("^方案应有的内容齐全")
    clerk.write_focused("方案决定日期", "2025-08-20")
    program.press("Tab")
    clerk.write_focused("决定方案的会议", "局党组第8次会议")
    clerk.push("^有日程安排")
    clerk.push("^添加日程")
    clerk.choose("环节", "公布方案")
    clerk.fill(开始日期="2025-08-25", 结束日期="2025-08-31")
    clerk.accept()
    clerk.push("工作人员已分工")
    clerk.push("^添加人员")
    clerk.fill(职责="记分", 姓名="周某")
    clerk.accept()
    clerk.push("方案尚未公布")
    clerk.push("^公布并锁定方案")
    clerk.fill(公布日期="2025-08-25")
    clerk.accept("^公布")
    clerk.sign()
    clerk.close_stage(1)


def register_people(clerk):
    """Six people, each from the form that they handed in."""
    clerk.go_to(2)
    for name, sex, born, post, rank, since in PEOPLE:
        clerk.push("^添加人员")
        clerk.choose("职位", POSTS[post][0])
        clerk.choose("性别", sex)
        clerk.fill(姓名=name, 出生年月=born, 学历="大学", 现职级=rank, 任现职级时间=since,
                   编制="本局在编", 参加工作时间="2012-07", 年度考核="2023称职、2024称职")
        clerk.accept("^保存")
    clerk.sign()
    clerk.close_stage(2)


def review_people(clerk):
    """What the program can't know is decided by hand; the clear ones are confirmed together."""
    program = clerk.program
    clerk.go_to(3)
    clerk.fill(审查人="吴某")
    for person in PEOPLE:
        program.click(program.find("label", f"{person[0]}，人工核定：待核实"))
        program.find("label", re.compile("^符合基本条件第1至4项"))
        program.find("label", re.compile(f"^{person[0]} · "))
        clerk.push("^符合")
        program.find("label", f"{person[0]}，人工核定：符合")
    clerk.push("^全部按结果确认")
    clerk.fill(审查人="吴某")
    clerk.accept("^确认|^全部")
    clerk.push("^领导批准")
    clerk.fill(批准领导="郑某")
    clerk.accept("^批准")
    clerk.sign()
    clerk.close_stage(3)



def score_post(clerk, post, rows):
    """The marks of each judge for each candidate of a post."""
    clerk.choose("职位", POSTS[post][0])
    clerk.switch("^评分$")
    clerk.key_grid("^评分", rows)


def name_judges(clerk, names):
    """Adds them for the first post and takes them over for the second."""
    clerk.switch("^评委$")
    for name in names:
        clerk.push("^添加评委")
        clerk.fill(姓名=name)
        clerk.accept()
    clerk.choose("职位", POSTS[1][0])
    clerk.push("^复制其他职位的评委")
    clerk.program.find("label", re.compile(f"{len(names)} 名评委"))


def hear_speeches(clerk):
    """Judges, lots for both posts, and the marks that they gave."""
    clerk.go_to(4)
    name_judges(clerk, ["周评委", "吴评委", "郑评委"])
    clerk.switch("^抽签$")
    for post, _rank, _department in POSTS:
        clerk.choose("职位", post)
        clerk.program.write(clerk.live("^现场种子", "text"), "3 1 4")
        clerk.program.write(clerk.live("^抽签人", "text"), "王某")
        clerk.push("^抽签")
        clerk.program.find("label", re.compile(f"3 1 4.*{post}"))
    score_post(clerk, 0, [["88", "86.5", "90"], ["85", "87", "84"], ["80", "82", "81.5"]])
    score_post(clerk, 1, [["90", "91", "92"], ["85", "87", "84"], ["88", "82", "81.5"]])
    clerk.sign()
    clerk.close_stage(4)


def key_ballots(clerk, group, ballots):
    """Keys the ballots of one group, a digit a mark."""
    program = clerk.program
    clerk.choose("投票组", group)
    program.click(program.find("table", re.compile("^录票")))
    program.press("ctrl+Home")
    for number, marks in enumerate(ballots, 1):
        program.press(*marks, "Return")
        program.find("label", re.compile(f"^已录 {number} / |^{number} 张有效票已全部录入"))


def evaluate(clerk):
    """The account of the ballots and each of them, the party group's marks, the appraisals."""
    clerk.go_to(5)
    clerk.key_grid("^收发票数", [["10", "2", "2", "2", "2", "0"], ["8", "1", "1", "1", "1", "0"],
                             ["2", "1", "1", "1", "1", "0"]])
    clerk.switch("^逐票录入$")
    clerk.push("^录票")
    key_ballots(clerk, "一般干部", ["1" * 30, "12111" * 6])
    key_ballots(clerk, "科级干部", ["11111" * 2 + "22222" * 4])
    key_ballots(clerk, "处级干部", ["11111" * 2 + "22122" * 4])
    clerk.push("^关闭$")
    clerk.program.wait_gone("table", re.compile("^录票"))
    clerk.switch("^局党组成员评分$")
    name_judges(clerk, ["冯局长", "陈书记"])
    score_post(clerk, 1, [["90", "91"], ["85", "87"], ["88", "82"]])
    score_post(clerk, 0, [["88", "86.5"], ["85", "87"], ["80", "82"]])
    clerk.switch("^平时考核$")
    score_post(clerk, 0, [["88", "86.5", "90"], ["85", "87", "82"], ["80", "82", "90"]])
    score_post(clerk, 1, [["90", "91", "92"], ["85", "87", "88"], ["88", "82", "80"]])
    clerk.sign()
    clerk.close_stage(5)


def shortlist(clerk):
    """Two people a post; nothing speaks against any of them."""
    program = clerk.program
    clerk.go_to(6)
    for post, _rank, _department in POSTS:
        clerk.switch(f"^{post}")
        clerk.switch("^不得列为考察对象情形")
        for left in (1, 0):
            clerk.push_shown("^其余均无")
            clerk.fill(核对人="周某")
            clerk.accept("^记录")
            wait_until(lambda: len(clerk.shown("^其余均无")) == left, "the answers")
    clerk.sign()
    clerk.close_stage(6)


def main():
    """Goes through the stages and lets the record be verified."""
    with Program() as program:
        clerk = Clerk(program)
        for stage in (make_plan, register_people, review_people, hear_speeches, evaluate,
                      shortlist):
            stage(clerk)
        office = program.home / "data" / "xuanren" / "office.xuanren"
        subprocess.run([os.environ["XUANREN"], "verify", office], check=True, timeout=120)


if __name__ == "__main__":
    main()
