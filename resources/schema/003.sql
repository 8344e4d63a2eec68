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
