-- SPDX-License-Identifier: GPL-3.0-or-later
-- The office file, version 3. The same rules as in 001.sql hold for every column.

-- ---------------------------------------------------------------- juries

-- 测评人员库: who votes in the evaluations of the office's rounds, for a term (rules.md S7). It stands
-- beside the rounds and never beside a ballot.
CREATE TABLE juror (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  group_name TEXT NOT NULL,               -- 类别: the group of voters that the person belongs to
  position  TEXT,                         -- unit and post
  appointed_on TEXT NOT NULL,             -- first day of the term
  months    INTEGER NOT NULL CHECK (months >= 1), -- 任期
  note      TEXT,
  UNIQUE (name, group_name)
) STRICT;

-- ---------------------------------------------------------------- recusal

-- 回避关系: a tie between somebody who judges, inspects or decides and a candidate, as people entered it.
-- Those of the dossiers' family lists are not copied here (round/recusals.h).
CREATE TABLE relation (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  person    TEXT NOT NULL,                -- 姓名 of the judge, inspector or member
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  kind      TEXT NOT NULL CHECK (kind IN
            ('self', 'spouse', 'lineal', 'collateral', 'affine', 'other', 'namesake')),
                                          -- rules.md D18; namesake: 同名不同人, only the name is alike
  note      TEXT                          -- what it is exactly, and how it is known
) STRICT;
CREATE INDEX relation_candidate ON relation (candidate_id);

-- 考察组成员回避: a member of the team who took no part in the inspection of an application
CREATE TABLE team_recusal (
  id        INTEGER PRIMARY KEY,
  team_member_id INTEGER NOT NULL REFERENCES team_member (id) ON DELETE RESTRICT,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  reason    TEXT NOT NULL,
  UNIQUE (team_member_id, application_id)
) STRICT;
