#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens an office file of each older version and asks of it what the program of then answered:
old-files.py PROGRAM FOLDER. FOLDER holds vNNN.xuanren.gz, the example rounds as `demo` of that version
made them, and vNNN.json, what `rounds` and `result` said of them then.

After its schema steps each file must have the very tables of a new one: a step that has been released is
never changed, else files of the same version would differ."""

import contextlib
import glob
import gzip
import json
import os
import sqlite3
import subprocess
import sys
import tempfile


def ask(program, *arguments):
    done = subprocess.run([program, *arguments, "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError("%s: %s" % (arguments[0], done.stderr.strip()))
    return json.loads(done.stdout)


def answers(program, office):
    """All that is known of the rounds of a file."""
    rounds = ask(program, "rounds", office)
    results = [ask(program, "result", office, str(n)) for n in (1, 2, 3)]
    return {"rounds": rounds, "results": results}


def tables(office):
    """What the file's tables, indexes and triggers are made of."""
    with contextlib.closing(sqlite3.connect("file:%s?mode=ro" % office, uri=True)) as database:
        return set(database.execute("SELECT type, name, sql FROM sqlite_master"))


def new_tables(program):
    """The same of a file that is made now."""
    with tempfile.TemporaryDirectory(prefix="xuanren-") as folder:
        office = os.path.join(folder, "new.xuanren")
        subprocess.run([program, "demo", office], check=True, capture_output=True)
        return tables(office)


def check(program, packed, folder, wanted_tables):
    office = os.path.join(folder, "office.xuanren")
    with gzip.open(packed) as source, open(office, "wb") as target:
        target.write(source.read())
    with open(packed.replace(".xuanren.gz", ".json"), encoding="utf-8") as file:
        wanted = json.load(file)
    now = answers(program, office)
    if now != wanted:
        return "answers otherwise now:\n%s" % json.dumps(now, ensure_ascii=False, indent=1)
    if not ask(program, "verify", office)["intact"]:
        return "does not verify"
    odd = tables(office) ^ wanted_tables
    if odd:
        return "has not the tables of a new file: %s" % sorted(name for _, name, _ in odd)
    return None


def main():
    program, offices = sys.argv[1:]
    failed = 0
    wanted_tables = new_tables(program)
    files = sorted(glob.glob(os.path.join(offices, "v*.xuanren.gz")))
    for packed in files:
        with tempfile.TemporaryDirectory(prefix="xuanren-") as folder:
            fault = check(program, packed, folder, wanted_tables)
        if fault:
            failed += 1
            print("%s: %s" % (packed, fault), file=sys.stderr)
    sys.exit(1 if failed or not files else 0)


main()
