#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports random workbooks of every component kind and compares `result --json` with the independent
reference: compare-reference.py PROGRAM [COUNT [SEED]]."""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.join(HERE, "..", "reference")


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True)


def compare(program, folder, book):
    """Returns what is wrong, or None."""
    office = os.path.join(folder, os.path.basename(book) + ".xuanren")
    for arguments in (["new", office], ["import", office, book]):
        done = run(program, *arguments)
        if done.returncode != 0:
            return "%s: %s" % (arguments[0], done.stderr.strip())
    done = run(program, "result", office, "1", "--json")
    if done.returncode != 0:
        return "result: %s" % done.stderr.strip()
    wanted = run(sys.executable, os.path.join(REFERENCE, "reference.py"), book)
    if wanted.returncode != 0:
        return "reference: %s" % wanted.stderr.strip()
    ours, theirs = json.loads(done.stdout), json.loads(wanted.stdout)
    for document in (ours, theirs):
        document.pop("round", None)
    return None if ours == theirs else "differs:\n%s\nis not\n%s" % (done.stdout, wanted.stdout)


def main():
    program = sys.argv[1]
    count = sys.argv[2] if len(sys.argv) > 2 else "12"
    seed = sys.argv[3] if len(sys.argv) > 3 else "1"
    failed = 0
    with tempfile.TemporaryDirectory(prefix="xuanren-") as folder:
        made = run(sys.executable, os.path.join(REFERENCE, "books.py"), folder, count, seed)
        if made.returncode != 0:
            sys.exit(made.stderr)
        books = sorted(name for name in os.listdir(folder) if name.endswith(".xlsx"))
        for name in books:
            fault = compare(program, folder, os.path.join(folder, name))
            if fault:
                failed += 1
                print("%s: %s" % (name, fault), file=sys.stderr)
    print("%d books compared, %d differ" % (len(books), failed))
    sys.exit(1 if failed or not books else 0)


main()
