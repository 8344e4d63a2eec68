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
-- ---------------------------------------------------------------- lots
--
-- 抽签 of every kind: the order of speech for a post as before, and for one component its own order, rooms or
-- groups (抽签分组), and people out of a pool (评委抽签). The tables of version 1 hold the first of these only
-- and are made anew.

CREATE TABLE new_lot (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  kind      TEXT NOT NULL CHECK (kind IN ('order', 'rooms', 'people')),
  component_id INTEGER REFERENCES component (id) ON DELETE RESTRICT, -- NULL: for all that is scored of the post
  post_id   INTEGER REFERENCES post (id) ON DELETE RESTRICT,         -- NULL: all posts together
  subject   TEXT NOT NULL,                -- what is drawn, as it goes into the hash (rules/lot.h)
  seed      TEXT NOT NULL,                -- made in the room
  algorithm TEXT NOT NULL,
  parts     TEXT,                         -- names of the rooms, groups or panels, joined by 、
  seats     INTEGER CHECK (seats >= 1),   -- people drawn for each part; NULL: everybody
  reserves  INTEGER CHECK (reserves >= 0), -- people who stand by
  drawn_on  TEXT NOT NULL,
  drawn_by  TEXT NOT NULL,
  reason    TEXT                          -- why it was drawn again; NULL: drawn once
) STRICT;

-- Who was drawn. A person who applied for several posts that are drawn together has one place, and a row for
-- each application.
CREATE TABLE new_lot_place (
  id        INTEGER PRIMARY KEY,
  lot_id    INTEGER NOT NULL REFERENCES lot (id) ON DELETE RESTRICT,
  place     INTEGER NOT NULL CHECK (place >= 1), -- in the order drawn
  item      TEXT NOT NULL,                -- as it goes into the hash: the number of a candidate, or a name
  fate      TEXT NOT NULL CHECK (fate IN ('drawn', 'reserve', 'left-over')),
  part      TEXT,                         -- which room, group or panel; NULL where there are none
  application_id INTEGER REFERENCES application (id) ON DELETE RESTRICT -- NULL: not a candidate
) STRICT;

INSERT INTO new_lot (id, round_id, kind, post_id, subject, seed, algorithm, drawn_on, drawn_by)
  SELECT l.id, p.round_id, 'order', p.id, p.name, l.seed, l.algorithm, l.drawn_on, l.drawn_by
  FROM lot l JOIN post p ON p.id = l.post_id;
INSERT INTO new_lot_place (lot_id, place, item, fate, application_id)
  SELECT l.lot_id, l.place, c.number, 'drawn', l.application_id
  FROM lot_place l JOIN application a ON a.id = l.application_id
  JOIN candidate c ON c.id = a.candidate_id ORDER BY l.lot_id, l.place;
DROP TABLE lot_place;
DROP TABLE lot;
ALTER TABLE new_lot RENAME TO lot;
ALTER TABLE new_lot_place RENAME TO lot_place;
CREATE UNIQUE INDEX lot_once ON lot (round_id, kind, ifnull(component_id, 0), ifnull(post_id, 0));
CREATE UNIQUE INDEX lot_place_once ON lot_place (lot_id, place, ifnull(application_id, 0));
CREATE INDEX lot_place_application ON lot_place (application_id);
