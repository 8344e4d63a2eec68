# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a round of the bureau plan from nothing to its end, by the window alone.

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

CHOSEN = ["沈知远", "叶听澜"]
VETOED = ["顾明澈", "林照野"]
CHECKS = ["干部人事档案必审", "个人有关事项报告必核", "纪检监察机关意见必听", "可查性信访举报必查",
          "廉洁自律结论性意见"]


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


def key_all_ballots(clerk):
    """Those of each group, and leaves the window that they are keyed in."""
    key_ballots(clerk, "一般干部", ["1" * 30, "12111" * 6])
    key_ballots(clerk, "科级干部", ["11111" * 2 + "22222" * 4])
    key_ballots(clerk, "处级干部", ["11111" * 2 + "22122" * 4])
    clerk.push("^关闭$")
    clerk.program.wait_gone("table", re.compile("^录票"))


def evaluate(clerk):
    """The account of the ballots and each of them, the party group's marks, the appraisals."""
    clerk.go_to(5)
    clerk.key_grid("^收发票数", [["10", "2", "2", "2", "2", "0"], ["8", "1", "1", "1", "1", "0"],
                             ["2", "1", "1", "1", "1", "0"]])
    clerk.switch("^逐票录入$")
    clerk.push("^录票")
    key_all_ballots(clerk)
    # The built-in plan has the ballots keyed by two people.
    clerk.switch("^双人录入$")
    clerk.push(r"^复录\(")
    clerk.fill(复录人="韩某")
    clerk.accept("^开始")
    key_all_ballots(clerk)
    clerk.program.find("label", re.compile("^4 张中已复录 4 张，没有待裁定的差异"))
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


def check_person(clerk, name):
    """The four musts and the opinion on integrity, a talk, the material and the rating."""
    clerk.click_item(f"^{name}")
    clerk.switch("^步骤和核查$")
    for kind in CHECKS:
        clerk.push_shown(f"^{kind}，尚未核查")
        clerk.choose("结论", "未发现问题")
        clerk.fill(核查人="钱某", 核查日期="2025-10-15")
        clerk.accept()
    clerk.switch("^谈话$")
    clerk.push_shown("^添加谈话")
    clerk.fill(谈话对象="马某", 谈话人="孙组长、李组员", 日期="2025-10-16")
    clerk.accept()
    clerk.switch("^预告和考察材料$")
    clerk.fill_page(考察预告发布日期="2025-10-09", 考察开始日期="2025-10-14",
                    考察结束日期="2025-10-17", 主要表现和特长="政治坚定，业务熟练。", 主要不足="基层经历不多。",
                    任用意见="同意提名。", 考察材料签字日期="2025-10-20")
    clerk.choose("考察等次", "优秀")
    clerk.program.find("list item", re.compile(f"^{name}.*8 / 8 项"))


def veto(clerk, name):
    """The discipline inspection speaks against somebody."""
    clerk.click_item(f"^{name}")
    clerk.push("^否决")
    clerk.fill(理由="经核查有问题，影响使用", 否决提出人="纪检组")
    clerk.accept("^否决")
    clerk.program.find("push button", re.compile("撤销否决"))


def inspect(clerk):
    """A team of two; one of each post passes and one is vetoed."""
    clerk.go_to(7)
    clerk.switch("^考察组$")
    clerk.push_shown("^添加成员")
    clerk.fill(姓名="孙组长")
    clerk.program.click(clerk.live("^组长", "check box"))
    clerk.accept()
    clerk.push_shown("^添加成员")
    clerk.fill(姓名="李组员")
    clerk.accept()
    for name in CHOSEN:
        check_person(clerk, name)
    for name in VETOED:
        veto(clerk, name)
    clerk.sign()
    clerk.close_stage(7)


def deliberate(clerk):
    """Three members meet; the chair speaks last; both candidates are agreed to."""
    clerk.go_to(8)
    clerk.push_shown("^添加会议")
    clerk.fill(**{"日期": "2025-10-27", "主持人": "冯局长", "记录人": "李某",
                  "监票人、计票人": "赵某、钱某"})
    clerk.accept()
    for name in ("陈书记", "褚某", "冯局长"):
        clerk.push_shown("^添加人员")
        clerk.fill(姓名=name)
        clerk.accept()
    for name in CHOSEN:
        clerk.click_item(f"^{name}")
        clerk.push_shown("^记录表决")
        clerk.fill(发出票数="3", 收回票数="3", 同意="3", 不同意="0", 缓议="0", 弃权="0")
        clerk.accept()
        clerk.program.find("list item", re.compile(f"^{name}.*已完成"))
    clerk.sign()
    clerk.close_stage(8)


def publicise(clerk):
    """The notice hangs for the days of the plan; nobody reports anything."""
    clerk.go_to(9)
    clerk.push_shown("^添加公示")
    clerk.fill(发布日期="2025-10-28", 公示地点="机关公示栏", 监督电话="0000-12388")
    clerk.accept()
    clerk.program.find("label", re.compile("公示期自2025年10月29日至2025年11月4日，已期满"))
    clerk.sign()
    clerk.close_stage(9)


def appoint(clerk):
    """Order, filing and talk for both; those who were not chosen are told."""
    program = clerk.program
    clerk.go_to(10)
    for number, name in enumerate(CHOSEN, 7):
        clerk.click_item(f"^{name}")
        clerk.push_shown("^按决定建立")
        clerk.fill_page(任职通知日期="2025-11-06", 任职通知文号=f"示任〔2025〕{number}号",
                        任职谈话日期="2025-11-07", 任职谈话人="冯局长", 备案日期="2025-11-10")
        program.find("push button", re.compile("^试用期，.*2026-11-06"))
    clerk.switch("^待告知人员$")
    for _person in range(2):
        program.write(clerk.live("^告知人", "text"), "周某")
        clerk.push_shown("^今日已告知")
    clerk.sign()
    clerk.close_stage(10)


def correct(clerk):
    """The last stage is opened again, and closed without signatures for a reason that stays in sight."""
    program = clerk.program
    clerk.push("^更正")
    clerk.expect_empty("更正人")
    clerk.fill(理由="补录任职通知文号", 更正人="王某")
    clerk.accept("^重新打开")
    clerk.push("^结束本环节")
    clerk.expect_empty("决定人")
    clerk.fill(理由="签字人出差，返回后补签", 决定人="郑某")
    clerk.accept("^说明理由后继续")
    program.find("label", re.compile("郑某.*签字人出差，返回后补签|签字人出差，返回后补签.*郑某"))


def main():
    """Goes through the stages and lets the record be verified."""
    with Program() as program:
        clerk = Clerk(program)
        for stage in (make_plan, register_people, review_people, hear_speeches, evaluate,
                      shortlist, inspect, deliberate, publicise, appoint, correct):
            stage(clerk)
        office = program.home / "data" / "xuanren" / "office.xuanren"
        subprocess.run([os.environ["XUANREN"], "verify", office], check=True, timeout=120)


if __name__ == "__main__":
    main()
