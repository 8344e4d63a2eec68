#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report, recalculated by two spreadsheet programs, says what we say.

Usage: test-report.py XUANREN FOLDER_OF_EXAMPLES BOOKS.py. Reports of the example round, of random rounds
of every component kind and of the demo rounds. Speaks TAP.
"""

import glob
import os
import subprocess
import sys
import tempfile

import recalculate

N_RANDOM = 12


def run(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def reports_of_books(xuanren, books, scratch):
    paths = []
    for i, book in enumerate(books):
        office = os.path.join(scratch, f"book-{i}.xuanren")
        report = os.path.join(scratch, f"book-{i}.xlsx")
        run(xuanren, "new", office)
        number = run(xuanren, "import", office, book).strip()
        run(xuanren, "report", office, number, report)
        paths.append(report)
    return paths


def reports_of_demo(xuanren, scratch):
    office = os.path.join(scratch, "demo.xuanren")
    run(xuanren, "demo", office)
    paths = []
    for line in run(xuanren, "rounds", office).splitlines():
        number = line.split()[0]
        paths.append(os.path.join(scratch, f"demo-{number}.xlsx"))
        run(xuanren, "report", office, number, paths[-1])
    return paths


def main():
    xuanren, examples, books = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        folder = os.path.join(scratch, "books")
        os.mkdir(folder)
        run("/usr/bin/python3", books, folder, str(N_RANDOM), "20260318")
        inputs = sorted(glob.glob(os.path.join(examples, "*.openpyxl.xlsx")))
        inputs += sorted(glob.glob(os.path.join(folder, "*.xlsx")))
        groups = [("books", lambda: reports_of_books(xuanren, inputs, scratch)),
                  ("demo", lambda: reports_of_demo(xuanren, scratch))]
        print(f"1..{len(groups)}")
        for number, (name, make) in enumerate(groups, 1):
            work = os.path.join(scratch, "recalculated-" + name)
            os.mkdir(work)
            faults, cells = recalculate.check(make(), work)
            for fault in faults[:30]:
                print("# " + fault)
            print(f"{'not ok' if faults else 'ok'} {number} {name}: {cells} formula cells, "
                  f"{len(faults)} differ")
            sys.stdout.flush()


main()
