#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody can work out from what the program shows or exports how a small group voted.

Usage: test-withheld.py XUANREN. A round with groups of 12, 6 and 2 voters by graded and by ranked ballots
and by votes, weighted and all together. Everything that the report and `result --json` hold is tried:
the cells, their formulas, and what is left of the score when all that is shown is taken away.
"""

import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

import openpyxl

GROUPS = {"干部": (12, 50), "职工": (6, 30), "领导": (2, 20)}
NAMES = ["张一", "李二", "王三"]
GRADES = {"优秀": 100, "称职": 80, "基本称职": 60}
PLACES = {"1": "1", "2": "0.8", "未推荐": "0.6"}


def run(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def grade(group, ballot, person):
    """Different for every group, and not round."""
    return random.Random(f"{group} {ballot} {person} 19").choice(list(GRADES))


def fill(book, title, head, rows):
    sheet = book.create_sheet(title)
    for row in [head, *rows]:
        sheet.append(row)


def write_book(path, weighted, fewest):
    book = openpyxl.Workbook()
    book.remove(book.active)
    grouping = "按组加权" if weighted else "合并计算"
    fill(book, "方案", ["项目", "内容"], [["名称", "保密"], *([["最少公开人数", fewest]] if fewest else [])])
    fill(book, "职位", ["职位", "职数"], [["科长", 1]])
    fill(book, "计分", ["项目", "方式", "权重", "分组计算", "小数位"],
         [["测评", "民主测评", 40, grouping, 4], ["推荐", "民主推荐", 30, grouping, 4],
          ["投票", "票数比例", 30, grouping, 4]])
    fill(book, "要素", ["项目", "要素"], [["测评", "德"]])
    fill(book, "等次", ["项目", "等次", "分值"], [["测评", *item] for item in GRADES.items()])
    fill(book, "名次分", ["项目", "名次", "分值"], [["推荐", *item] for item in PLACES.items()])
    fill(book, "投票组", ["项目", "组别", "权重", "应到", "实到"],
         [[item, group, weight, size, size] for item in ("测评", "推荐", "投票")
          for group, (size, weight) in GROUPS.items()])
    fill(book, "报名", ["职位", "姓名"], [["科长", name] for name in NAMES])
    ballots = [(group, n) for group, (size, _) in GROUPS.items() for n in range(1, size + 1)]
    fill(book, "测评票", ["项目", "组别", "票号", "姓名", "要素", "等次"],
         [["测评", group, n, name, "德", grade(group, n, i)]
          for group, n in ballots for i, name in enumerate(NAMES)])
    fill(book, "推荐票", ["项目", "职位", "组别", "票号", "第1名", "第2名"],
         [["推荐", "科长", group, n, NAMES[(n + len(group)) % 3], NAMES[(n * n + 1 + n + len(group)) % 3]
           if (n * n + 1) % 3 else None] for group, n in ballots])
    fill(book, "票数", ["项目", "姓名", "组别", "同意", "不同意"],
         [["投票", name, group, yes, size - yes] for i, name in enumerate(NAMES)
          for group, (size, _) in GROUPS.items() for yes in [(size * (i + 2)) // 5]])
    book.save(path)


def means_of(name):
    """What each group gave in 测评: to be kept or to be shown."""
    person = NAMES.index(name)
    return {group: Fraction(sum(GRADES[grade(group, n, person)] for n in range(1, size + 1)), size)
            for group, (size, _) in GROUPS.items()}


def check_report(report, weighted):
    """The faults that a reader of the report could use."""
    faults = []
    values = openpyxl.load_workbook(report, data_only=True)
    formulas = openpyxl.load_workbook(report)
    for title in values.sheetnames:
        if title.startswith(("票-", "票分-", "票数-", "汇总-")):
            faults.append(f"there is a sheet {title}")
    for item in ("测评", "推荐", "投票"):
        sheet = values["成绩-" + item]
        heads = [cell.value for cell in sheet[1]]
        rows = [dict(zip(heads, [cell.value for cell in row])) for row in sheet.iter_rows(2)]
        for row in [row for row in rows if row["姓名"]]:
            if row["领导"] != "不单列" or row["职工"] != "不单列":
                faults.append(f"{item}: a small group, or what gives it away, is shown")
            if not isinstance(row["干部"], (int, float)):
                faults.append(f"{item}: the large group is not shown")
        if any(isinstance(cell.value, str) and cell.value.startswith("=")
               for row in formulas["成绩-" + item].iter_rows() for cell in row):
            faults.append(f"{item}: there are formulas")
    rows = [row for row in values["成绩-测评"].iter_rows(2, values_only=True) if row[2] in NAMES]
    for row in rows:
        faults += recover(row, means_of(row[2]), weighted)
    return faults


def recover(row, means, weighted):
    """Takes what is shown away from the score: two groups at least have to be left in the rest."""
    numbers = [Fraction(str(cell)) for cell in row if isinstance(cell, (int, float))]
    secret = {group: mean for group, mean in means.items() if group != "干部"}
    faults = [f"{row[2]}: {group} stands in the report" for group, mean in secret.items()
              if any(abs(number - mean) < Fraction(1, 10000) for number in numbers)]
    for group, mean in secret.items():
        size, weight = GROUPS[group]
        share = Fraction(weight, 100) if weighted else Fraction(size, 20)
        own = Fraction(GROUPS["干部"][1], 100) if weighted else Fraction(12, 20)
        for score, shown in itertools.permutations(numbers, 2):
            if abs((score - own * shown) / share - mean) < Fraction(1, 1000):
                faults.append(f"{row[2]}: {group} is what is left of {score} without {shown}")
    return faults


def check(xuanren, folder, weighted):
    book, office, report = (os.path.join(folder, name + end) for name, end in
                            [("b", ".xlsx"), ("o", ".xuanren"), ("r", ".xlsx")])
    write_book(book, weighted, None)
    run(xuanren, "new", office)
    run(xuanren, "import", office, book)
    run(xuanren, "report", office, "1", report)
    faults = check_report(report, weighted)
    shown = json.dumps(json.loads(run(xuanren, "result", office, "1", "--json")), ensure_ascii=False)
    faults += [f"result --json names {group}" for group in GROUPS if group in shown]
    return faults


def check_bound(xuanren, folder):
    """A plan that shows groups of two: the same round, with all its ballots."""
    book, office, report = (os.path.join(folder, "two" + end) for end in
                            (".in.xlsx", ".xuanren", ".xlsx"))
    write_book(book, True, 2)
    run(xuanren, "new", office)
    run(xuanren, "import", office, book)
    run(xuanren, "report", office, "1", report)
    titles = openpyxl.load_workbook(report).sheetnames
    return [] if "票-测评" in titles and "票-推荐" in titles else ["the ballots are not there"]


def main():
    xuanren = sys.argv[1]
    tests = [("weighted", lambda folder: check(xuanren, folder, True)),
             ("together", lambda folder: check(xuanren, folder, False)),
             ("bound of the plan", lambda folder: check_bound(xuanren, folder))]
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            faults = test(folder)
        for fault in faults:
            print("# " + fault)
        print(f"{'not ok' if faults else 'ok'} {number} {name}")


main()
