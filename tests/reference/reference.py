#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An independent implementation of the scoring rules, for comparing the program with.

    reference.py BOOK.xlsx           prints what `xuanren result --json` must say of BOOK

It is written from the text of the interchange document alone, with fractions and without any code of
the program, and it knows only what the result depends on: it reads valid workbooks, names no faults
and knows no built-in plans (`方案模板`). Compare the two documents as parsed JSON:

    xuanren new office.xuanren && xuanren import office.xuanren BOOK.xlsx
    xuanren result office.xuanren 1 --json

Workbooks of every component kind come from books.py beside it. Where the program and this differ, the
text says which is right.
"""

import json
import sys
import unicodedata
from fractions import Fraction

import openpyxl

ALL = object()  # all groups together


def text_of(cell):
    """A cell as text: half-width, without blanks around it; None when empty."""
    if cell is None:
        return None
    if isinstance(cell, float):
        cell = plain(number_of(cell))
    text = unicodedata.normalize("NFKC", str(cell)).strip()
    return text or None


def number_of(cell):
    if isinstance(cell, int):
        return Fraction(cell)
    if isinstance(cell, float):
        return Fraction(round(cell * 10000), 10000)
    return Fraction(unicodedata.normalize("NFKC", cell).strip())


def plain(value):
    """A fraction of at most four decimals as short text."""
    return str(int(value)) if value == int(value) else str(float(value))


def key_of(text):
    """Numbers of digits only are compared by value."""
    return int(text) if text.isdecimal() else text


def ratio_of(text):
    for mark in ":/":
        if mark in text:
            left, right = text.split(mark)
            return Fraction(left) / Fraction(right)
    return Fraction(text)


def read_book(path):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for sheet in book:
        if sheet.title.startswith("#"):
            continue
        rows = list(sheet.iter_rows(values_only=True))
        titles = [text_of(title) for title in rows[0]] if rows else []
        found = sheets.setdefault(sheet.title, [])
        for row in rows[1:]:
            if all(text_of(cell) is None for cell in row):
                continue
            found.append({title: cell for title, cell in zip(titles, row)
                          if title and not title.startswith("#") and text_of(cell) is not None})
    return sheets


class Component:
    def __init__(self, row):
        def number(title, default):
            return number_of(row[title]) if title in row else Fraction(default)

        def word(title, default=None):
            return text_of(row.get(title)) or default

        self.name, self.method = text_of(row["项目"]), text_of(row["方式"])
        self.weight = number_of(row["权重"])
        self.full = number("满分", 100)
        self.high, self.low = int(number("去高", 0)), int(number("去低", 0))
        self.places = int(number("小数位", 2))
        self.cut_off = word("舍入") == "截断"
        self.grouping = word("分组计算")
        self.trim_items = word("去极值") == "要素"
        self.base = word("票数分母", "有效票")
        self.bonus = word("计入方式") == "加分"
        self.line = number_of(row["合格线"]) if "合格线" in row else None
        self.over = word("超过") == "推荐门槛"
        self.ratio = ratio_of(word("入围比例")) if "入围比例" in row else None
        self.panels = word("考场修正") == "均值系数"
        self.panel_trim = int(number("修正去值", 0))
        self.items, self.grades, self.places_points, self.groups = {}, {}, {}, {}
        # evidence
        self.judges = {}   # (post, panel) -> {judge}
        self.scores = {}   # (post, person) -> {judge: {item: Fraction or None}}
        self.panel_of = {} # (post, person) -> panel
        self.ballots = {}  # (group, ballot) -> {person: {item: Fraction}}
        self.tally = {}    # (person, group, item) -> [(points, votes)]
        self.ranked = {}   # post -> [(group, {person: place})]
        self.votes = {}    # (person, group) -> (yes, no, abstain)
        self.direct = {}   # (person, item) -> Fraction

    def round(self, value):
        return rounded(value, self.places, self.cut_off)

    def weighted(self):
        if self.grouping:
            return self.grouping == "按组加权"
        return any(group["weight"] is not None for group in self.groups.values())


def rounded(value, places, cut_off=False):
    scaled = abs(value) * 10 ** places
    whole = scaled.numerator // scaled.denominator
    if not cut_off and scaled - whole >= Fraction(1, 2):
        whole += 1
    return Fraction(whole, 10 ** places) * (-1 if value < 0 else 1)


def shown(value, places):
    if value is None:
        return None
    whole = value * 10 ** places
    assert whole.denominator == 1
    sign, digits = ("-" if whole < 0 else ""), str(abs(whole.numerator)).rjust(places + 1, "0")
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


class Round:
    def __init__(self, path):
        sheets = read_book(path)
        self.settings = {text_of(row["项目"]): text_of(row["内容"])
                         for row in sheets["方案"] if "内容" in row}
        self.posts = {text_of(row["职位"]): int(number_of(row["职数"]))
                      for row in sheets.get("职位", [])}
        self.components = {}
        for row in sheets.get("计分", []):
            component = Component(row)
            self.components[component.name] = component
        self.read_plan(sheets)
        self.read_people(sheets)
        self.read_evidence(sheets)

    def of(self, row):
        return self.components[text_of(row["项目"])]

    def read_plan(self, sheets):
        for row in sheets.get("要素", []):
            self.of(row).items[text_of(row["要素"])] = (
                number_of(row["权重"]) if "权重" in row else Fraction(1),
                number_of(row["满分"]) if "满分" in row else None)
        for row in sheets.get("等次", []):
            self.of(row).grades[text_of(row["等次"])] = number_of(row["分值"])
        for row in sheets.get("名次分", []):
            place = text_of(row["名次"])
            self.of(row).places_points[0 if place == "未推荐" else int(place)] = number_of(row["分值"])
        for row in sheets.get("投票组", []):
            self.of(row).groups[text_of(row["组别"])] = {
                "weight": number_of(row["权重"]) if "权重" in row else None,
                "应到": int(number_of(row["应到"])) if "应到" in row else None,
                "实到": int(number_of(row["实到"])) if "实到" in row else None}

    def read_people(self, sheets):
        rows = sheets.get("报名", [])
        written = {key_of(self.number_text(row["编号"])) for row in rows if "编号" in row}
        self.people, self.fields = {}, {post: [] for post in self.posts}  # key -> (number, name)
        by_id, count = {}, 0
        for row in rows:
            identity = text_of(row.get("身份证号"))
            if "编号" in row:
                shown_number = self.number_text(row["编号"])
                key = key_of(shown_number)
            elif identity is not None and identity in by_id:
                key = by_id[identity]
            else:
                count += 1
                while count in written:
                    count += 1
                shown_number, key = "%02d" % count, count
            if identity is not None:
                by_id.setdefault(identity, key)
            if key not in self.people:
                self.people[key] = (shown_number, text_of(row["姓名"]))
            self.fields[text_of(row["职位"])].append(key)

    @staticmethod
    def number_text(cell):
        return "%02d" % cell if isinstance(cell, (int, float)) else text_of(cell)

    def person(self, row):
        if "编号" in row:
            return key_of(self.number_text(row["编号"]))
        return self.person_called(text_of(row["姓名"]))

    def person_called(self, text):
        found = [key for key, (_, name) in self.people.items() if name == text]
        if not found:
            found = [key for key in self.people if key == key_of(text)]
        assert len(found) == 1, text
        return found[0]

    def read_evidence(self, sheets):
        for row in sheets.get("评分", []):
            self.read_score(row)
        for row in sheets.get("测评票", []):
            self.read_mark(row)
        for row in sheets.get("测评汇总", []):
            component, word = self.of(row), text_of(row["等次"])
            if word != "弃权":
                points = component.grades[word] if component.grades else number_of(row["等次"])
                component.tally.setdefault(
                    (self.person(row), text_of(row.get("组别")), text_of(row["要素"])), []).append(
                        (points, int(number_of(row["票数"]))))
        for row in sheets.get("推荐票", []):
            named = {self.person_called(self.number_text(cell)): int(title[1:-1])
                     for title, cell in row.items() if title[0] == "第" and title[-1] == "名"}
            self.of(row).ranked.setdefault(text_of(row["职位"]), []).append(
                (text_of(row.get("组别")), named))
        for row in sheets.get("票数", []):
            self.of(row).votes[self.person(row), text_of(row.get("组别"))] = tuple(
                int(number_of(row[title])) if title in row else 0
                for title in ("同意", "不同意", "弃权"))
        for row in sheets.get("直接计分", []):
            self.of(row).direct[self.person(row), text_of(row.get("要素"))] = number_of(row["得分"])

    def read_score(self, row):
        component, post, person = self.of(row), text_of(row["职位"]), self.person(row)
        panel, judge = text_of(row.get("考场")), text_of(row["评委"])
        component.judges.setdefault((post, panel), set()).add(judge)
        component.panel_of[post, person] = panel
        value = None if text_of(row["得分"]) == "回避" else number_of(row["得分"])
        # 回避 without a sub-item leaves a None among the marks as well, which is all that counts.
        component.scores.setdefault((post, person), {}).setdefault(judge, {})[
            text_of(row.get("要素"))] = value

    def read_mark(self, row):
        component, word = self.of(row), text_of(row["等次"])
        ballot = (text_of(row.get("组别")), key_of(text_of(row["票号"])))
        marks = component.ballots.setdefault(ballot, {}).setdefault(self.person(row), {})
        if word != "弃权":
            marks[text_of(row["要素"])] = (
                component.grades[word] if component.grades else number_of(row["等次"]))

    # ------------------------------------------------------------------ the kinds; None is "null"

    def score(self, component, post, person):
        value = {"评委打分": self.by_judges, "民主测评": self.by_grades, "民主推荐": self.by_places,
                 "票数比例": self.by_votes, "直接计分": self.by_entry}[component.method](
                     component, post, person)
        if value is None:
            return None
        points, full = value
        cap = full if component.method == "评委打分" else component.full
        return min(points, cap) if component.bonus else points * 100 / full

    def by_judges(self, component, post, person):
        given = component.scores.get((post, person))
        if given is None:
            return None
        items = list(component.items) or [None]
        counting = []
        for judge in component.judges[post, component.panel_of[post, person]]:
            marks = given.get(judge, {})
            if None in marks.values():
                continue
            if set(marks) != set(items):
                return None
            counting.append(marks)
        if len(counting) <= component.high + component.low:
            return None

        def mean(values):
            kept = sorted(values)[component.low:len(values) - component.high]
            return sum(kept) / len(kept)
        full = sum(component.items[item][1] for item in items) if component.items else component.full
        if component.trim_items:
            return sum(mean([marks[item] for marks in counting]) for item in items), full
        return mean([sum(marks.values()) for marks in counting]), full

    def over_groups(self, component, mean):
        if not component.weighted():
            return mean(ALL)
        means = [mean(group) for group in component.groups]
        if not means or None in means:
            return None
        weights = [group["weight"] for group in component.groups.values()]
        return sum(m * w for m, w in zip(means, weights)) / sum(weights)

    def by_grades(self, component, post, person):
        def mean(group):
            tallies = {item: [mark for (p, g, i), marks in component.tally.items()
                              if p == person and i == item and group in (g, ALL) for mark in marks]
                       for item in component.items}
            if component.tally:
                parts = [(component.items[item][0],
                          sum(p * n for p, n in marks) / Fraction(sum(n for _, n in marks)))
                         for item, marks in tallies.items() if sum(n for _, n in marks)]
                weight = sum(w for w, _ in parts)
                return sum(w * m for w, m in parts) / weight if weight else None
            means = []
            for (its_group, _), people in component.ballots.items():
                marks = people.get(person, {})
                weight = sum(component.items[item][0] for item in marks)
                if group in (its_group, ALL) and weight:
                    means.append(sum(component.items[i][0] * p for i, p in marks.items()) / weight)
            return sum(means) / len(means) if means else None
        value = self.over_groups(component, mean)
        best = max(component.grades.values()) if component.grades else component.full
        return None if value is None else (value, best)

    def by_places(self, component, post, person):
        def mean(group):
            points = [component.places_points[named.get(person, 0)]
                      for its_group, named in component.ranked.get(post, [])
                      if group in (its_group, ALL)]
            return sum(points) / len(points) if points else None
        value = self.over_groups(component, mean)
        return None if value is None else (value, component.places_points[1])

    def counts(self, component, person, group, base):
        """Yes votes and denominator of one group or of all; None when one of them is not there."""
        groups = [group] if group is not ALL else list(component.groups) or [None]
        yes = total = 0
        for one in groups:
            if (person, one) not in component.votes:
                return None
            votes = component.votes[person, one]
            count = {"有效票": sum(votes), "赞成反对": votes[0] + votes[1]}.get(base)
            if count is None:
                count = component.groups.get(one, {}).get(base)
            if count is None:
                return None
            yes, total = yes + votes[0], total + count
        return yes, total

    def by_votes(self, component, post, person):
        def share(group):
            found = self.counts(component, person, group, component.base)
            return Fraction(found[0] * 100, found[1]) if found and found[1] else None
        value = self.over_groups(component, share)
        return None if value is None else (value, Fraction(100))

    def by_entry(self, component, post, person):
        if (person, None) in component.direct:
            return component.direct[person, None], component.full
        parts = [(weight, component.direct.get((person, item)))
                 for item, (weight, _) in component.items.items()]
        if not parts or any(value is None for _, value in parts):
            return None
        total = sum(w * v for w, v in parts)
        if component.bonus:
            return total, component.full
        weights = sum(w for w, _ in parts)
        return (total / weights, component.full) if weights else None

    # ------------------------------------------------------------------ the post

    def correct_panels(self, component, post, values):
        def mean(scores):
            kept = sorted(scores)[component.panel_trim:len(scores) - component.panel_trim]
            return sum(kept) / len(kept) if kept else None
        panels = {}
        for person, value in values.items():
            if value is not None:
                panels.setdefault(component.panel_of[post, person], []).append(value)
        everybody = [value for scores in panels.values() for value in scores]
        overall = mean(everybody)
        factors = {}
        for panel, scores in panels.items():
            own = mean(scores)
            factors[panel] = rounded(overall / own, 4) if own and overall else None
        for person, value in values.items():
            if value is not None:
                factor = factors[component.panel_of[post, person]]
                values[person] = None if factor is None else component.round(value * factor)

    def over_threshold(self, component, person):
        base = self.settings.get("推荐门槛分母", "实到")
        found = self.counts(component, person, ALL, base)
        if found is None:
            return None
        return found[0] * 100 > Fraction(self.settings["推荐门槛"].rstrip("%")) * found[1]

    def gate(self, component, vacancies, values, waiting):
        """Who is cut; those who must wait are added to @waiting."""
        out, passed = set(), []
        for person, value in values.items():
            if person in waiting:
                continue
            over = self.over_threshold(component, person) if component.over else True
            if value is None or over is None:
                waiting.add(person)
            elif not over or (component.line is not None and value < component.line):
                out.add(person)
            else:
                passed.append(person)
        if component.ratio is not None and passed:
            places = -int(-vacancies * component.ratio // 1)
            order = sorted((values[person] for person in passed), reverse=True)
            if places < len(order):
                out |= {person for person in passed if values[person] < order[places - 1]}
        return out

    def post_result(self, post):
        vacancies, people = self.posts[post], list(self.fields[post])
        values = {person: {name: None for name in self.components} for person in people}
        cut, waiting = set(), set()
        for component in self.components.values():
            now = {}
            for person in people:
                if person not in cut:
                    score = self.score(component, post, person)
                    now[person] = None if score is None else component.round(score)
            if component.panels:
                self.correct_panels(component, post, now)
            for person, value in now.items():
                values[person][component.name] = value
            if component.line is not None or component.ratio is not None or component.over:
                cut |= self.gate(component, vacancies, now, waiting)
        totals = {}
        for person in people:
            if person in cut or person in waiting or None in values[person].values():
                continue
            totals[person] = sum(
                value * (1 if self.components[name].bonus else self.components[name].weight / 100)
                for name, value in values[person].items())
        return self.place(post, vacancies, people, values, cut, totals)

    def place(self, post, vacancies, people, values, cut, totals):
        places = int(self.settings.get("总分小数位", 2))
        cut_off = self.settings.get("总分舍入") == "截断"
        final = {person: rounded(total, places, cut_off) for person, total in totals.items()}
        basis = totals if self.settings.get("排名依据") == "舍入前" else final
        breakers = [name for name in self.settings.get("同分处理", "").split("、") if name]

        def strength(person):
            return [basis[person]] + [values[person][name] for name in breakers]

        def number(person):
            return (isinstance(person, str), person)
        ranks = {person: 1 + sum(strength(other) > strength(person) for other in totals)
                 for person in totals}
        order = sorted(totals, key=lambda p: (ranks[p], number(p)))
        order += sorted((p for p in people if p not in totals), key=number)

        wanted = vacancies * ratio_of(self.settings.get("考察比例", "1:1"))
        mode = self.settings.get("考察名额取整", "进一")
        size = {"进一": -(-wanted // 1), "舍去": wanted // 1,
                "四舍五入": (wanted + Fraction(1, 2)) // 1}[mode]
        size = max(1, int(size))
        able = [p for p in order if p in totals and (
            "最低分数线" not in self.settings or final[p] >= Fraction(self.settings["最低分数线"]))]
        chosen = [p for i, p in enumerate(able) if i < size or ranks[p] == ranks[able[size - 1]]]
        return {
            "post": post, "vacancies": vacancies,
            "shortlist": {"size": size, "cutoff_tie": len(chosen) > size,
                          "names": [self.people[p][1] for p in chosen]},
            "candidates": [{
                "number": self.people[p][0], "name": self.people[p][1],
                "components": {name: shown(values[p][name], c.places)
                               for name, c in self.components.items()},
                "total": shown(final.get(p), places), "rank": ranks.get(p),
                "tied": p in ranks and list(ranks.values()).count(ranks[p]) > 1,
                "shortlisted": p in chosen, "state": "cut" if p in cut else "active"}
                for p in order]}

    def result(self):
        posts = [self.post_result(post) for post in self.posts]
        complete = all(value is not None for post in posts for c in post["candidates"]
                       if c["state"] == "active" for value in c["components"].values())
        return {"round": 1, "title": self.settings["名称"], "complete": complete, "posts": posts}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    json.dump(Round(sys.argv[1]).result(), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
