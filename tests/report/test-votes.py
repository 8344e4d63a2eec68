#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet 票决: every kind of plan comes to the result that was worked out by hand, by our value and by two
spreadsheet programs; a count that somebody changes shows; a secret vote of few does not.

Usage: test-votes.py MAKE_VOTE_REPORTS. Speaks TAP.
"""

import os
import subprocess
import sys
import tempfile

import openpyxl
import recalculate

# 参加表决, 至少到会, 表决分母, 须同意票, 结果 of each candidate, by hand from the counts in make-vote-reports.c.
EXPECTED = {
    "hands": [(6, 6, 9, 5, "通过"), (7, 6, 9, 5, "未通过"), (7, 6, 9, 5, "缓议")],
    "valid": [(9, 6, 9, 5, "通过"), (9, 6, 8, 5, "未通过"), (9, 6, 5, 3, "通过")],
    "present": [(7, 8, 7, 5, "到会不足，无效"), (8, 8, 8, 6, "通过"), (8, 8, 8, 6, "未通过")],
    "void": [(5, 6, 9, 5, "到会不足，无效"), (6, 6, 9, 5, "通过"), (6, 6, 9, 5, "未通过")],
    "few": [(3, 2, 3, 2, "通过"), (3, 2, 3, 2, "未通过"), (3, 2, 3, 2, "通过")],
}
FIGURES = ("参加表决", "至少到会", "表决分母", "须同意票", "结果")
COUNTS = ("同意", "不同意", "缓议", "弃权")


def rows_of(sheet):
    """The votes, each by the titles of its columns."""
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, row)) for row in sheet.iter_rows(2)]
    return [row for row in rows if row["姓名"].value]


def check_values(folder):
    faults = []
    for name, expected in EXPECTED.items():
        book = openpyxl.load_workbook(os.path.join(folder, name + ".xlsx"), data_only=True)
        found = [tuple(row[head].value for head in FIGURES) for row in rows_of(book["票决"])]
        if found != expected:
            faults.append(f"{name}: {found}")
        if len([row for row in book["核对"].iter_rows(3, values_only=True) if "票决" in row[3]]) != 3:
            faults.append(f"{name}: 核对 does not compare the votes")
    return faults


def check_change(folder):
    """One vote in favour less: not passed any more, and 核对 says that ours is another."""
    path = os.path.join(folder, "changed.xlsx")
    book = openpyxl.load_workbook(os.path.join(folder, "hands.xlsx"))
    row = rows_of(book["票决"])[0]
    row["同意"].value -= 1
    where = row["结果"].coordinate
    book.save(path)
    again = openpyxl.load_workbook(recalculate.libreoffice([path], folder)[0], data_only=True)
    found = again["票决"][where].value, again["核对"]["G1"].value
    return [] if found == ("未通过", 1) else [f"after the change: {found}"]


def check_few(folder):
    """Of three who voted in secret the report says no more than what came of it."""
    book = openpyxl.load_workbook(os.path.join(folder, "few.xlsx"))
    faults = []
    for row in rows_of(book["票决"]):
        faults += [f"{head} is {row[head].value}" for head in COUNTS if row[head].value != "不单列"]
        if row["结果"].data_type == "f":
            faults.append("the result has a formula")
    return faults


def check_recalculated(folder):
    paths = [os.path.join(folder, name + ".xlsx") for name in EXPECTED]
    return recalculate.check(paths, folder)[0]


def main():
    tests = [("by hand", check_values), ("recalculated", check_recalculated),
             ("a changed count", check_change), ("a secret vote of few", check_few)]
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        for number, (name, test) in enumerate(tests, 1):
            faults = test(folder)
            for fault in faults:
                print("# " + fault)
            print(f"{'not ok' if faults else 'ok'} {number} {name}")
            sys.stdout.flush()


main()
