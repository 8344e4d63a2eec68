#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recalculates reports with LibreOffice and Gnumeric and compares every cell with what we cached.

Used by the tests of the report: check(path, folder) returns a list of sentences, empty when both
programs find the same values in every cell and no error value.
"""

import os
import subprocess
import sys

import openpyxl

ERRORS = ("#", "Err:")

REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def libreoffice(paths, folder):
    """Converts with a hard recalculation of every formula, as LibreOffice does when told to always."""
    profile = os.path.join(folder, "profile")
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as registry:
        registry.write(REGISTRY)
    out = os.path.join(folder, "libreoffice")
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", out] + paths,
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    return [os.path.join(out, os.path.basename(path)) for path in paths]


def gnumeric(paths, folder):
    out = os.path.join(folder, "gnumeric")
    os.makedirs(out, exist_ok=True)
    results = []
    for path in paths:
        results.append(os.path.join(out, os.path.basename(path)))
        subprocess.run(["ssconvert", "--recalc", path, results[-1]], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    return results


def same(ours, theirs):
    if ours in (None, "") and theirs in (None, ""):
        return True
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) < 1e-9 * max(1, abs(ours))
    return ours == theirs


def compare(path, recalculated, program):
    faults = []
    formulas = openpyxl.load_workbook(path)
    ours = openpyxl.load_workbook(path, data_only=True)
    theirs = openpyxl.load_workbook(recalculated, data_only=True)
    count = 0
    for sheet in formulas.worksheets:
        cached, found = ours[sheet.title], theirs[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                a, b = cached[cell.coordinate].value, found[cell.coordinate].value
                if isinstance(b, str) and b.startswith(ERRORS):
                    faults.append(f"{program}: {sheet.title}!{cell.coordinate} is {b}")
                elif not same(a, b):
                    faults.append(f"{program}: {sheet.title}!{cell.coordinate} is {b!r}, we say {a!r}: "
                                  f"{cell.value}")
    if count == 0:
        faults.append(f"{program}: {path} has no formula")
    return faults, count


def check(paths, folder):
    faults, total = [], 0
    for program, convert in (("LibreOffice", libreoffice), ("Gnumeric", gnumeric)):
        for path, recalculated in zip(paths, convert(paths, folder)):
            found, count = compare(path, recalculated, program)
            faults += [f"{os.path.basename(path)}: {fault}" for fault in found]
            total += count
    return faults, total


if __name__ == "__main__":
    import tempfile
    with tempfile.TemporaryDirectory() as scratch:
        found, cells = check(sys.argv[1:], scratch)
        for fault in found[:40]:
            print(fault)
        print(f"{cells} formula cells, {len(found)} differ")
        sys.exit(1 if found else 0)
