# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a round of the bureau plan from nothing to the end of its review, by the window alone.

Two posts, six candidates. Each step is what a clerk does: the link that says what is missing, the
button, the fields of the dialog, the signature.
"""

import os
import re
import subprocess

from window import Program, wait_until

TITLE = "2026年科级岗位竞争上岗"
POSTS = [("办公室主任", "正科级", "办公室"), ("法制科副科长", "副科级", "法制科")]

SIGNERS = ["王某", "李某", "赵某", "钱某"]
# Name, sex, born, post applied for, rank held, held since.
PEOPLE = [
    ("沈知远", "男", "1980-03", 0, "副科级", "2019-05"),
    ("顾明澈", "女", "1983-11", 0, "副科级", "2020-09"),
    ("江若谷", "男", "1985-06", 0, "副科级", "2021-03"),
    ("林照野", "女", "1990-02", 1, "一级科员", "2018-07"),
    ("程望舒", "男", "1992-08", 1, "一级科员", "2019-07"),
    ("叶听澜", "女", "1993-12", 1, "一级科员", "2020-07"),
]


class Clerk:
    """What somebody does in the window, in short words."""

    def __init__(self, program):
        self.program = program

    def live(self, pattern, role="push button"):
        """The last control of that name that can be used: dialogs come after what they cover."""
        def look():
            return [node for node in self.program.find_all(role, re.compile(pattern))
                    if "sensitive" in node.states]
        return wait_until(look, f"a live {role} {pattern!r}")[-1]

    def push(self, pattern, role="push button"):
        self.program.activate(self.live(pattern, role))

    def fill(self, **answers):
        """Writes into fields of the dialog that is open; the names stand without their star."""
        def look():
            fields = self.program.find_all("text")
            found = [[node for node in fields
                      if re.search(rf"^{name}( \*|\([A-Z]\))*$", node.label())] for name in answers]
            return found if all(found) else None
        for nodes, answer in zip(wait_until(look, f"the fields {list(answers)}"),
                                 answers.values()):
            self.program.write(nodes[-1], answer)

    def accept(self, button="^确定"):
        """Presses the button of a dialog and waits for it to go."""
        count = len(self.program.find_all("push button", re.compile("^取消")))
        self.push(button)
        wait_until(lambda: len(self.program.find_all("push button", re.compile("^取消"))) < count,
                   f"the dialog to take {button!r}")

    def write_focused(self, name, text):
        """Writes into the field that has been given the keyboard, and leaves it."""
        node = wait_until(lambda: [node for node in self.program.find_all("text", re.compile(name))
                                   if "focused" in node.states],
                          f"the keyboard in {name}")[-1]
        self.program.write(node, text)
        self.program.press("Tab")

    def choose(self, field, option):
        """Picks from a list that drops down, by its keys."""
        box = self.live(f"^{field}", "combo box")
        self.program.activate(box.children[0])
        labels = wait_until(lambda: self._options(box), f"the choices of {field}")
        self.program.press("Home", *["Down"] * labels.index(option), "Return")
        wait_until(lambda: not self._options(box), f"{option} chosen")

    def _options(self, box):
        now = next(node for node in self.program.tree().walk() if node.path == box.path)
        return [item.label() for item in now.walk() if item.role in ("list item", "row")]

    def go_to(self, number):
        self.program.press(f"ctrl+{number % 10}")
        self.program.find("label", re.compile(f"^{number}  "))

    def sign(self):
        """Signs the stage for each role that is asked for."""
        self.push("^签字")
        dialog = wait_until(lambda: [node for node in self.program.tree().walk()
                                     if "modal" in node.states], "the signatures")[-1]
        self.live("^签字日期", "text")
        fields = [node for node in self.program.find_all("text", inside=dialog)
                  if node.label() != "签字日期"]
        for name, node in zip(SIGNERS, fields):
            self.program.write(node, name)
        self.accept("^签字|^保存|^确定")

    def close_stage(self, number):
        self.push("^结束本环节")
        self.fill(结束人="周某")
        self.accept("^结束本环节")
        wait_until(lambda: self.program.find_all("list item", re.compile(f"^{number}  .*已结束")),
                   f"stage {number} closed")


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
    clerk.write_focused("报名开始", "2026-09-01")
    program.press("Tab")
    clerk.write_focused("报名截止", "2026-09-05")
    clerk.push("^方案应有的内容齐全")
    clerk.write_focused("方案决定日期", "2026-08-20")
    program.press("Tab")
    clerk.write_focused("决定方案的会议", "局党组第8次会议")
    clerk.push("^有日程安排")
    clerk.push("^添加日程")
    clerk.choose("环节", "公布方案")
    clerk.fill(开始日期="2026-08-25", 结束日期="2026-08-31")
    clerk.accept()
    clerk.push("工作人员已分工")
    clerk.push("^添加人员")
    clerk.fill(职责="记分", 姓名="周某")
    clerk.accept()
    clerk.push("方案尚未公布")
    clerk.push("^公布并锁定方案")
    clerk.fill(公布日期="2026-08-25")
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
                   编制="本局在编", 参加工作时间="2012-07", 年度考核="2024称职、2025称职")
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


def main():
    """Goes through the stages and lets the record be verified."""
    with Program() as program:
        clerk = Clerk(program)
        make_plan(clerk)
        register_people(clerk)
        review_people(clerk)
        program.find("list item", re.compile("^4  .*进行中"))
        office = program.home / "data" / "xuanren" / "office.xuanren"
        subprocess.run([os.environ["XUANREN"], "verify", office], check=True, timeout=120)


main()
