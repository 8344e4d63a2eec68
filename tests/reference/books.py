#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes random but valid input workbooks of every component kind, with invented people.

    books.py DIR [COUNT [SEED]]      writes DIR/round-001.xlsx …, COUNT of them (default 12)

The same seed gives the same books. Each has two to seven components whose settings are drawn
independently (groups, trimming, panels, rounding, gates, bonuses …); some evidence is left out, so
that null components, waiting candidates and cuts occur. Feed them to the program and to reference.py
and compare the two results.
"""

import os
import random
import sys

import openpyxl

METHODS = ["评委打分", "民主测评", "民主推荐", "票数比例", "直接计分"]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
GIVEN = "一二三四五六七八九十甲乙丙丁戊己"
GRADES = [("优秀", 100), ("称职", 80), ("基本称职", 60), ("不称职", 40)]


def full_width(text):
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def identity_number(number):
    """An ID number of the area 990000, which nobody has."""
    digits = "99000019800101%03d" % number
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights)) % 11]


class Book:
    def __init__(self, seed):
        self.draw = random.Random(seed)
        self.sheets = {}
        self.people = []  # (number, name, [posts])
        self.posts = {}
        self.coarse = self.draw.random() < 0.4  # few different marks, so that there are ties
        self.threshold = self.draw.random() < 0.5
        self.make_posts()
        self.make_people()
        self.components = []
        weights = self.split_weights()
        for i, weight in enumerate(weights):
            self.make_component("项目%d" % (i + 1), METHODS[(i + seed) % 5], weight)
        self.make_extras()
        self.make_settings(seed)

    def add(self, sheet, **cells):
        self.sheets.setdefault(sheet, []).append(
            {title: cell for title, cell in cells.items() if cell is not None})

    def maybe(self, chance, value):
        return value if self.draw.random() < chance else None

    def make_posts(self):
        for i in range(self.draw.randint(1, 3)):
            post, vacancies = "岗位%d" % (i + 1), self.draw.randint(1, 3)
            self.posts[post] = vacancies
            self.add("职位", 职位=post, 职数=vacancies)

    def make_people(self):
        names = [a + b for a in SURNAMES for b in GIVEN]
        self.draw.shuffle(names)
        number = 0
        for post in self.posts:
            for _ in range(self.draw.randint(2, 9)):
                number += 1
                self.people.append((number, names.pop(), [post]))
        # Some apply for several posts.
        for _, _, posts in self.people:
            if self.draw.random() < 0.15:
                posts.extend(post for post in self.posts if post not in posts)
        self.numbered = self.draw.random() < 0.6
        # Two people of one name; only their numbers tell them apart.
        self.namesakes = set()
        if self.numbered and len(self.people) > 4 and self.draw.random() < 0.3:
            (first, name, posts), other = self.people[1], self.people[3]
            self.people[3] = (other[0], name, other[2])
            self.namesakes = {name}
        rows = [(post, person) for person in self.people for post in person[2]]
        if self.draw.random() < 0.5:
            self.draw.shuffle(rows)
        for post, (number, name, posts) in rows:
            cells = {"编号": self.write_number(number)}
            if not self.numbered:
                cells = {"身份证号": identity_number(number) if len(posts) > 1 else None,
                         "编号": "9%02d" % number if number % 7 == 0 else None}
            self.add("报名", 职位=post, 姓名=name, 学历=self.maybe(0.5, "大学"), **cells)

    def write_number(self, number):
        text = "%02d" % number
        return self.draw.choice([number, str(number), text, "%03d" % number, full_width(text)])

    def who(self, person):
        number, name, _ = person
        chance = self.draw.random()
        if not self.numbered or (chance < 0.5 and name not in self.namesakes):
            return {"姓名": name}
        return {"姓名": name if chance < 0.8 else None, "编号": self.write_number(number)}

    def choice_of(self, person):
        """How a ranked ballot names somebody."""
        number, name, _ = person
        if not self.numbered or (name not in self.namesakes and self.draw.random() < 0.5):
            return name
        return "%02d" % number

    def split_weights(self):
        n = self.draw.randint(2, 5)
        parts = [self.draw.randint(1, 40) for _ in range(n - 1)]
        if self.draw.random() < 0.3:
            parts[0] = round(parts[0] + 0.25, 2)
        while sum(parts) >= 100:
            parts = [p / 2 for p in parts]
        return parts + [100 - sum(parts)]

    def mark(self, low, high, decimals=2):
        """A number between the two, as a number cell, or as text with trailing zeros."""
        if self.coarse:
            return self.draw.choice([int(low), int(high)])
        units = 10 ** self.draw.randint(0, decimals)
        value = self.draw.randint(int(low * units), int(high * units)) / units
        return value if self.draw.random() < 0.8 else "%.2f" % value

    def make_component(self, name, method, weight, **cells):
        row = dict(项目=name, 方式=method, 权重=weight, 小数位=self.maybe(0.5, self.draw.randint(0, 4)),
                   舍入=self.maybe(0.4, self.draw.choice(["四舍五入", "截断"])),
                   环节=self.maybe(0.5, self.draw.choice(["演讲", "测评"])))
        row.update(cells)
        if self.draw.random() < 0.1:
            row["合格线"] = self.draw.choice([55, 60, "70.5", 72.25])
        if self.draw.random() < 0.1:
            row["入围比例"] = self.draw.choice(["3:1", "2:1", "5：1", "1.5:1"])
        self.components.append(name)
        make = {"评委打分": self.make_judges, "民主测评": self.make_graded,
                "民主推荐": self.make_ranked, "票数比例": self.make_votes,
                "直接计分": self.make_direct}[method]
        make(name, row)
        self.add("计分", **row)

    def make_judges(self, name, row):
        items = self.maybe(0.5, [("要素甲", 40), ("要素乙", 60), ("要素丙", 20.5)])
        if items:
            for item, full in items:
                self.add("要素", 项目=name, 要素=item, 满分=full)
            row["去极值"] = self.maybe(0.6, self.draw.choice(["总分", "要素"]))
        else:
            row["满分"] = self.maybe(0.5, self.draw.choice([100, 10, 150]))
            items = [(None, row["满分"] or 100)]
        row["去高"], row["去低"] = self.maybe(0.6, 1), self.maybe(0.6, self.draw.randint(0, 2))
        panels = [None]
        if self.draw.random() < 0.5:
            panels = ["第一考场", "第二考场"]
            row["考场修正"] = self.maybe(0.8, "均值系数")
            row["修正去值"] = self.maybe(0.4, 1) if row["考场修正"] else None
        judges = {panel: ["评委%s%d" % ((panel or "")[:2], i) for i in range(self.draw.randint(4, 7))]
                  for panel in panels}
        for post in self.posts:
            for person in [p for p in self.people if post in p[2]]:
                panel = self.draw.choice(panels)
                for judge in judges[panel]:
                    self.make_sheet(name, post, judge, person, panel, items)

    def make_sheet(self, name, post, judge, person, panel, items):
        chance = self.draw.random()
        if chance < 0.004:
            return
        recused = chance < 0.05
        if recused and self.draw.random() < 0.5:
            items = [(None, None)]  # from all sub-items at once
        for item, full in items:
            score = "回避" if recused else self.mark(full * 0.6, full)
            self.add("评分", 项目=name, 职位=post, 评委=judge, 考场=panel, 要素=item, 得分=score,
                     **self.who(person))

    def make_groups(self, name, row, weighted_only=False):
        """Returns [(group, number of voters)]."""
        if self.draw.random() < 0.3:
            return [(None, self.draw.randint(5, 12))]
        groups = [(group, self.draw.randint(3, 9)) for group in ("领导", "中层", "职工")]
        weights = self.draw.choice([None, (40, 30, 30), (50, 25, 25), (1, 2, 0.5)])
        row["分组计算"] = self.maybe(0.5, self.draw.choice(
            ["按组加权", "合并计算"] if weights else ["合并计算"]))
        for i, (group, voters) in enumerate(groups):
            self.add("投票组", 项目=name, 组别=group, 权重=weights[i] if weights else None,
                     应到=voters + 2, 实到=voters, 发出=voters, 收回=voters, 有效=voters)
        return groups

    def make_graded(self, name, row):
        items = ["德", "能", "勤"][:self.draw.randint(1, 3)]
        for item in items:
            self.add("要素", 项目=name, 要素=item,
                     权重=self.maybe(0.6, self.draw.choice([1, 2, 0.5, "1.25", 30])))
        grades = None
        if self.draw.random() < 0.7:
            top = self.draw.choice([1, 100, 10])
            grades = [(grade, points * top / 100) for grade, points in GRADES]
            for grade, points in grades:
                self.add("等次", 项目=name, 等次=grade, 分值=points)
        groups = self.make_groups(name, row)
        if self.draw.random() < 0.4:
            self.make_tally(name, items, grades, groups)
        else:
            self.make_ballots(name, items, grades, groups)

    def make_tally(self, name, items, grades, groups):
        words = [grade for grade, _ in grades] if grades else [100, "87.5", 60]
        for person in self.people:
            for group, voters in groups:
                for item in items:
                    left = voters
                    if self.draw.random() < 0.1:
                        self.add("测评汇总", 项目=name, 组别=group, 要素=item, 等次="弃权", 票数=left,
                                 **self.who(person))
                        continue
                    for word in words:
                        votes = left if word == words[-1] else self.draw.randint(0, left)
                        left -= votes
                        self.add("测评汇总", 项目=name, 组别=group, 要素=item, 等次=word, 票数=votes,
                                 **self.who(person))

    def make_ballots(self, name, items, grades, groups):
        for group, voters in groups:
            for ballot in range(1, voters + 1):
                for person in self.people:
                    away = self.draw.random() < 0.05
                    for item in items:
                        chance = self.draw.random()
                        if chance < 0.03:
                            continue
                        word = (self.draw.choice(grades)[0] if grades else self.mark(50, 100))
                        if away or chance < 0.08:
                            word = "弃权"
                        self.add("测评票", 项目=name, 组别=group, 票号="%03d" % ballot, 要素=item,
                                 等次=word, **self.who(person))

    def make_ranked(self, name, row):
        scale = self.draw.choice([1, 10, 100])
        for place, points in ((1, 1), (2, 0.9), (3, 0.8), ("未推荐", 0.6)):
            self.add("名次分", 项目=name, 名次=place, 分值=points * scale)
        groups = self.make_groups(name, row)
        for post in self.posts:
            field = [person for person in self.people if post in person[2]]
            for group, voters in groups:
                for ballot in range(1, voters + 1):
                    chosen = self.draw.sample(field, min(len(field), self.draw.randint(0, 3)))
                    cells = {"第%d名" % (i + 1): self.choice_of(p) for i, p in enumerate(chosen)}
                    self.add("推荐票", 项目=name, 职位=post, 组别=group, 票号=ballot, **cells)

    def make_votes(self, name, row):
        groups = self.make_groups(name, row)
        bases = ["有效票", "赞成反对"] + (["实到", "应到"] if groups[0][0] else [])
        row["票数分母"] = self.maybe(0.7, self.draw.choice(bases))
        if self.threshold and groups[0][0]:
            row["超过"] = self.maybe(0.3, "推荐门槛")
        for person in self.people:
            missing = self.draw.random() < 0.02
            for group, voters in groups[1:] if missing else groups:
                yes = self.draw.randint(voters // 3, voters)
                no = self.draw.randint(0, voters - yes)
                self.add("票数", 项目=name, 组别=group, 同意=yes, 不同意=no,
                         弃权=voters - yes - no or None, **self.who(person))

    def make_direct(self, name, row):
        items = self.maybe(0.5, ["上半年", "下半年", "全年"])
        row["满分"] = self.maybe(0.5, self.draw.choice([100, 300, 150]))
        for item in items or []:
            self.add("要素", 项目=name, 要素=item, 权重=self.maybe(0.5, self.draw.choice([1, 2, 0.3])))
        full = row["满分"] or 100
        for person in self.people:
            if self.draw.random() < 0.02:
                continue
            for item in items or [None]:
                self.add("直接计分", 项目=name, 要素=item, 得分=self.mark(full * 0.5, full, 4),
                         **self.who(person))

    def make_extras(self):
        """Components of weight 0: a bonus, and one that only gates."""
        if self.draw.random() < 0.4:
            self.add("计分", 项目="附加分", 方式="直接计分", 权重=0, 满分=self.draw.choice([3, 5]),
                     计入方式="加分", 小数位=self.maybe(0.5, 1))
            self.components.append("附加分")
            items = self.maybe(0.5, [("学历", 1), ("优秀", 0.5)]) or [(None, None)]
            for item, weight in items:
                if item:
                    self.add("要素", 项目="附加分", 要素=item, 权重=weight)
            for person in self.people:
                for item, _ in items:
                    self.add("直接计分", 项目="附加分", 要素=item,
                             得分=self.draw.choice([0, 0, 1, 2.5, 4]), **self.who(person))
        if self.draw.random() < 0.2:
            self.add("计分", 项目="评委加分", 方式="评委打分", 权重=0, 满分=5, 计入方式="加分",
                     去高=self.maybe(0.5, 1))
            self.components.append("评委加分")
            for post in self.posts:
                for person in [p for p in self.people if post in p[2]]:
                    for judge in ("甲", "乙", "丙"):
                        self.make_sheet("评委加分", post, judge, person, None, [(None, 5)])
        if self.draw.random() < 0.3:
            self.make_component("资格测试", "直接计分", 0, 合格线=60)

    def make_settings(self, seed):
        draw = self.draw
        settings = {
            "名称": "随机轮次%d" % seed, "单位": "某单位", "报名截止": "2026年3月9日",
            "考察比例": self.maybe(0.7, draw.choice(["1.2:1", "2:1", "3：1", "1.5:1"])),
            "考察名额取整": self.maybe(0.5, draw.choice(["进一", "四舍五入", "舍去"])),
            "总分小数位": self.maybe(0.5, draw.randint(0, 4)),
            "总分舍入": self.maybe(0.4, draw.choice(["四舍五入", "截断"])),
            "排名依据": self.maybe(0.5, draw.choice(["舍入后", "舍入前"])),
            "最低分数线": self.maybe(0.3, draw.choice([60, "75.5", 80])),
            "同分处理": self.maybe(0.6, "、".join(draw.sample(
                self.components, draw.randint(1, len(self.components))))),
            # Most books have so few ballots that nothing would be shown of them.
            "最少公开人数": draw.choice(["1", "1", None]),
            "推荐门槛": draw.choice(["50", "60%"]) if self.threshold else None,
            "推荐门槛分母": self.maybe(0.5, draw.choice(["实到", "应到", "有效票"])),
        }
        if not self.threshold:
            settings["推荐门槛分母"] = None
        for name, value in settings.items():
            if value is not None:
                self.add("方案", 项目=name, 内容=value)

    def save(self, path):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in self.sheets.items():
            titles = sorted({name for row in rows for name in row})
            if self.draw.random() < 0.3:
                titles.append(self.draw.choice(["#说明", "＃注"]))
            self.draw.shuffle(titles)
            sheet = book.create_sheet(title)
            sheet.append(titles)
            for row in rows:
                if self.draw.random() < 0.01:
                    sheet.append([None, "  ", "　"][:len(titles)])
                sheet.append([self.write_cell(row, name) for name in titles])
        if self.draw.random() < 0.5:
            book.create_sheet("#草稿").append(["随手", 1, "=A1"])
        book.save(path)

    def write_cell(self, row, name):
        if name[0] in "#＃":
            return self.maybe(0.5, "随手写的")
        cell = row.get(name)
        if name in ("得分", "分值", "票数", "同意") and cell is not None:
            chance = self.draw.random()
            if chance < 0.03:
                return full_width(str(cell))
            if chance < 0.06:
                return "　%s " % cell
        return cell


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    os.makedirs(sys.argv[1], exist_ok=True)
    for i in range(count):
        Book(seed + i).save(os.path.join(sys.argv[1], "round-%03d.xlsx" % (i + 1)))


if __name__ == "__main__":
    main()
