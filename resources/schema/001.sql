-- SPDX-License-Identifier: GPL-3.0-or-later
-- The office file, version 1.
--
-- Scores, weights and points are integers in ten-thousandths (85.30 is 853000). Dates are ISO texts,
-- `2026-03-18`, or `2026-03` where the day is unknown. A fact that nobody entered is NULL: facts are
-- never defaulted. Words that a program compares are short ASCII words; what people wrote is theirs.
-- Every table but `record` is under the record chain and is compared with its replay by `verify`.

-- The record chain. It is the only table that the changesets do not cover.
CREATE TABLE record (
  height    INTEGER PRIMARY KEY,          -- 1, 2, 3 … without gaps
  parent    TEXT NOT NULL,                -- hash of the entry before, 64 zeros for the first
  time      TEXT NOT NULL,                -- UTC, 2026-03-18T08:00:00Z
  operator  TEXT NOT NULL,                -- who sat at the keyboard
  kind      TEXT NOT NULL,                -- a stable word, candidate.add
  subject   TEXT NOT NULL,                -- what it is about, for people
  reason    TEXT NOT NULL,                -- "" where none is asked for
  round     INTEGER NOT NULL,             -- round id, 0 for the office
  target    INTEGER NOT NULL,             -- undo and redo: the entry meant, else 0
  flags     INTEGER NOT NULL,             -- 1: barrier, nothing up to here can be undone
  hash      TEXT NOT NULL UNIQUE,         -- SHA-256 over all the others
  payload   BLOB NOT NULL                 -- SQLite changeset of the transaction; last, because SQLite
                                          -- walks over a long value to what stands behind it
) STRICT;

-- Settings of the office that are facts of its work, not preferences of a person.
CREATE TABLE office (
  name      TEXT PRIMARY KEY,             -- e.g. unit
  value     TEXT NOT NULL
) STRICT;

-- Days that the office added to the built-in working calendar.
CREATE TABLE holiday (
  id        INTEGER PRIMARY KEY,
  date      TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL CHECK (kind IN ('off', 'work')),
  name      TEXT NOT NULL
) STRICT;

-- ---------------------------------------------------------------- the round and its plan

CREATE TABLE round (
  id        INTEGER PRIMARY KEY,          -- also the number that the command line shows
  title     TEXT NOT NULL,
  unit      TEXT,                         -- 单位
  template  TEXT,                         -- id of the built-in plan it began from
  stage     INTEGER NOT NULL DEFAULT 1 CHECK (stage BETWEEN 1 AND 11), -- 11: closed
  announced_on TEXT,                      -- date of the announcement
  plan_hash TEXT,                         -- SHA-256 of the frozen plan, NULL while it may be changed
  archived  INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- A setting of the plan: those of the sheet 方案 and the texts of the announcement. round/setting.c
-- lists the names and what each may hold; the value is the text as the workbook has it.
CREATE TABLE setting (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,
  value     TEXT NOT NULL,
  UNIQUE (round_id, name)
) STRICT;

CREATE TABLE post (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,
  vacancies INTEGER NOT NULL CHECK (vacancies >= 1),
  rank      TEXT,                         -- 职级
  department TEXT,
  note      TEXT,
  approved  INTEGER CHECK (approved >= 0),    -- 核定职数
  filled    INTEGER CHECK (filled >= 0),      -- 现有
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)), -- withdrawn by a recorded decision
  UNIQUE (round_id, name)
) STRICT;

-- 资格条件
CREATE TABLE rule (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  post_id   INTEGER REFERENCES post (id) ON DELETE RESTRICT, -- NULL: all posts
  kind      TEXT NOT NULL,                -- max-age, min-education … (rules/eligibility.h)
  value     TEXT NOT NULL                 -- 内容, in the grammar of the kind
) STRICT;
CREATE INDEX rule_round ON rule (round_id);

-- 计分; rows count in the order of position, then id.
CREATE TABLE component (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  position  INTEGER NOT NULL DEFAULT 0,
  name      TEXT NOT NULL,
  method    TEXT NOT NULL CHECK (method IN ('judges', 'graded', 'ranked', 'share', 'direct')),
  weight    INTEGER NOT NULL CHECK (weight >= 0),
  stage     INTEGER NOT NULL DEFAULT 5 CHECK (stage IN (4, 5)),
  full_mark INTEGER NOT NULL DEFAULT 1000000 CHECK (full_mark > 0),
  drop_high INTEGER NOT NULL DEFAULT 0 CHECK (drop_high >= 0),
  drop_low  INTEGER NOT NULL DEFAULT 0 CHECK (drop_low >= 0),
  places    INTEGER NOT NULL DEFAULT 2 CHECK (places BETWEEN 0 AND 4),
  rounding  TEXT NOT NULL DEFAULT 'half-away' CHECK (rounding IN ('half-away', 'cut')),
  grouping  TEXT NOT NULL DEFAULT 'auto' CHECK (grouping IN ('auto', 'weighted', 'pooled')),
  trimming  TEXT NOT NULL DEFAULT 'totals' CHECK (trimming IN ('totals', 'dimensions')),
  vote_base TEXT NOT NULL DEFAULT 'valid'
            CHECK (vote_base IN ('valid', 'for-against', 'present', 'due')),
  inclusion TEXT NOT NULL DEFAULT 'weighted' CHECK (inclusion IN ('weighted', 'bonus')),
  pass_line INTEGER,                      -- 合格线
  threshold INTEGER NOT NULL DEFAULT 0 CHECK (threshold IN (0, 1)), -- 超过 推荐门槛
  cut_ratio TEXT,                         -- 入围比例 as written, 5:1
  correction INTEGER NOT NULL DEFAULT 0 CHECK (correction IN (0, 1)), -- 考场修正 均值系数
  correction_trim INTEGER NOT NULL DEFAULT 0 CHECK (correction_trim >= 0),
  UNIQUE (round_id, name)
) STRICT;

-- 要素
CREATE TABLE dimension (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,
  weight    INTEGER NOT NULL DEFAULT 10000 CHECK (weight > 0),
  full_mark INTEGER CHECK (full_mark > 0),    -- judges' sub-items only
  UNIQUE (component_id, name)
) STRICT;

-- 等次
CREATE TABLE grade (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,
  points    INTEGER NOT NULL CHECK (points >= 0),
  UNIQUE (component_id, name)
) STRICT;

-- 名次分; place 0 is 未推荐
CREATE TABLE place_points (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  place     INTEGER NOT NULL CHECK (place >= 0),
  points    INTEGER NOT NULL CHECK (points >= 0),
  UNIQUE (component_id, place)
) STRICT;

-- 投票组 with its account of ballots
CREATE TABLE voter_group (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,
  weight    INTEGER CHECK (weight >= 0),      -- per cent
  due       INTEGER CHECK (due >= 0),         -- 应到
  present   INTEGER CHECK (present >= 0),     -- 实到
  issued    INTEGER CHECK (issued >= 0),      -- 发出
  returned  INTEGER CHECK (returned >= 0),    -- 收回
  valid     INTEGER CHECK (valid >= 0),       -- 有效
  invalid   INTEGER CHECK (invalid >= 0),     -- 无效
  UNIQUE (component_id, name)
) STRICT;

-- 日程: when a stage is planned
CREATE TABLE schedule (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  stage     INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 10),
  starts_on TEXT NOT NULL,
  ends_on   TEXT NOT NULL,
  note      TEXT,
  UNIQUE (round_id, stage)
) STRICT;

-- 组织: who does what in the round (主持, 评委, 记分员, 监督员, 工作人员 …)
CREATE TABLE staff (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  role      TEXT NOT NULL,
  name      TEXT NOT NULL,
  position  TEXT,                         -- unit and post
  note      TEXT
) STRICT;
CREATE INDEX staff_round ON staff (round_id);

-- ---------------------------------------------------------------- people

CREATE TABLE candidate (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  number    TEXT NOT NULL,                -- 编号
  name      TEXT NOT NULL,
  id_number TEXT,
  sex       TEXT,
  born      TEXT,
  nation    TEXT,
  party     TEXT,                         -- 政治面貌
  education TEXT,
  degree    TEXT,
  school    TEXT,
  major     TEXT,
  work_since TEXT,
  party_since TEXT,
  unit      TEXT,
  position  TEXT,                         -- 现任职务
  rank      TEXT,                         -- 现职级
  rank_since TEXT,
  staffing  TEXT,                         -- 编制
  appraisals TEXT,                        -- 2023优秀、2024称职
  punished_until TEXT,
  phone     TEXT,
  source    TEXT,                         -- 推荐/自荐
  resume    TEXT,                         -- 简历
  note      TEXT,
  UNIQUE (round_id, number)
) STRICT;

CREATE TABLE application (
  id        INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  post_id   INTEGER NOT NULL REFERENCES post (id) ON DELETE RESTRICT,
  received_on TEXT,
  state     TEXT NOT NULL DEFAULT 'active'
            CHECK (state IN ('active', 'ineligible', 'withdrawn', 'absent', 'vetoed')),
  left_on   TEXT,                         -- when the candidate left the running
  left_reason TEXT,
  UNIQUE (candidate_id, post_id)
) STRICT;
CREATE INDEX application_post ON application (post_id);

-- 资格审查: a reviewer's word on one rule; without a row the program's own judgement stands.
CREATE TABLE review (
  id        INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  rule_id   INTEGER NOT NULL REFERENCES rule (id) ON DELETE RESTRICT,
  verdict   TEXT NOT NULL CHECK (verdict IN ('met', 'failed')),
  overrules INTEGER NOT NULL DEFAULT 0 CHECK (overrules IN (0, 1)), -- differs from the program's
  reason    TEXT,                         -- needed when it overrules
  reviewer  TEXT NOT NULL,
  reviewed_on TEXT NOT NULL,
  UNIQUE (application_id, rule_id)
) STRICT;

-- 资格审查: the conclusion on an application, and the leader's approval
CREATE TABLE review_result (
  application_id INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE RESTRICT,
  verdict   TEXT NOT NULL CHECK (verdict IN ('eligible', 'ineligible')),
  reason    TEXT,
  reviewer  TEXT NOT NULL,
  reviewed_on TEXT NOT NULL,
  approved_by TEXT,
  approved_on TEXT
) STRICT;

-- ---------------------------------------------------------------- scores and ballots

-- A judge of a component for one post and panel
CREATE TABLE judge (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  post_id   INTEGER NOT NULL REFERENCES post (id) ON DELETE RESTRICT,
  panel     TEXT NOT NULL DEFAULT '',     -- 考场, "" where there are none
  name      TEXT NOT NULL,
  position  TEXT,
  UNIQUE (component_id, post_id, panel, name)
) STRICT;

CREATE TABLE score (
  id        INTEGER PRIMARY KEY,
  judge_id  INTEGER NOT NULL REFERENCES judge (id) ON DELETE RESTRICT,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  dimension_id INTEGER REFERENCES dimension (id) ON DELETE RESTRICT,
  value     INTEGER,                      -- NULL: 回避
  CHECK (value IS NULL OR value >= 0)
) STRICT;
CREATE UNIQUE INDEX score_once ON score (judge_id, application_id, ifnull(dimension_id, 0));
CREATE INDEX score_application ON score (application_id);

-- A paper ballot; it carries no voter, no time and no order.
CREATE TABLE ballot (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  post_id   INTEGER REFERENCES post (id) ON DELETE RESTRICT,   -- ranked ballots only
  group_id  INTEGER REFERENCES voter_group (id) ON DELETE RESTRICT,
  number    TEXT NOT NULL                 -- 票号
) STRICT;
CREATE UNIQUE INDEX ballot_once ON ballot
  (component_id, ifnull(post_id, 0), ifnull(group_id, 0), number);

-- A mark on a graded ballot
CREATE TABLE mark (
  ballot_id INTEGER NOT NULL REFERENCES ballot (id) ON DELETE RESTRICT,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  dimension_id INTEGER NOT NULL REFERENCES dimension (id) ON DELETE RESTRICT,
  points    INTEGER CHECK (points >= 0),  -- NULL: 弃权
  PRIMARY KEY (ballot_id, candidate_id, dimension_id)
) STRICT, WITHOUT ROWID;

-- A place on a ranked ballot
CREATE TABLE choice (
  ballot_id INTEGER NOT NULL REFERENCES ballot (id) ON DELETE RESTRICT,
  place     INTEGER NOT NULL CHECK (place >= 1),
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  PRIMARY KEY (ballot_id, place),
  UNIQUE (ballot_id, candidate_id)
) STRICT, WITHOUT ROWID;

-- 测评汇总: marks already counted by hand
CREATE TABLE tally (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  group_id  INTEGER REFERENCES voter_group (id) ON DELETE RESTRICT,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  dimension_id INTEGER NOT NULL REFERENCES dimension (id) ON DELETE RESTRICT,
  points    INTEGER NOT NULL CHECK (points >= 0),
  votes     INTEGER NOT NULL CHECK (votes >= 0)
) STRICT;
CREATE UNIQUE INDEX tally_once ON tally
  (component_id, ifnull(group_id, 0), candidate_id, dimension_id, points);

-- 票数
CREATE TABLE vote_count (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  group_id  INTEGER REFERENCES voter_group (id) ON DELETE RESTRICT,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  yes       INTEGER NOT NULL CHECK (yes >= 0),
  no        INTEGER NOT NULL DEFAULT 0 CHECK (no >= 0),
  abstain   INTEGER NOT NULL DEFAULT 0 CHECK (abstain >= 0)
) STRICT;
CREATE UNIQUE INDEX vote_count_once ON vote_count
  (component_id, ifnull(group_id, 0), candidate_id);

-- 直接计分
CREATE TABLE direct_score (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  dimension_id INTEGER REFERENCES dimension (id) ON DELETE RESTRICT,
  value     INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
CREATE UNIQUE INDEX direct_score_once ON direct_score
  (component_id, candidate_id, ifnull(dimension_id, 0));

-- 抽签: the order of speakers for a post, reproducible from the seed made in the room
CREATE TABLE lot (
  id        INTEGER PRIMARY KEY,
  post_id   INTEGER NOT NULL UNIQUE REFERENCES post (id) ON DELETE RESTRICT,
  seed      TEXT NOT NULL,
  algorithm TEXT NOT NULL,
  drawn_on  TEXT NOT NULL,
  drawn_by  TEXT NOT NULL
) STRICT;

CREATE TABLE lot_place (
  lot_id    INTEGER NOT NULL REFERENCES lot (id) ON DELETE RESTRICT,
  place     INTEGER NOT NULL CHECK (place >= 1),
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  PRIMARY KEY (lot_id, place)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- decisions

-- A recorded decision of a stage: opening ratio not met, tie at the cut, departure from the order …
CREATE TABLE decision (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  stage     INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 10),
  post_id   INTEGER REFERENCES post (id) ON DELETE RESTRICT,
  kind      TEXT NOT NULL,                -- extend, merge, cancel, proceed, tie, order, no-candidate, end-round
  reason    TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX decision_round ON decision (round_id);

-- 考察对象: the list as decided, where it was; without rows the ranking's own shortlist stands.
CREATE TABLE shortlist (
  application_id INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE RESTRICT,
  reason    TEXT                          -- needed when it departs from the ranking
) STRICT;

-- 不得列为考察对象的情形: X1 to X7 of rules.md 2.3
CREATE TABLE exclusion_check (
  id        INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  item      TEXT NOT NULL CHECK (item IN ('X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7')),
  found     INTEGER NOT NULL CHECK (found IN (0, 1)),
  note      TEXT,
  checked_by TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  UNIQUE (application_id, item)
) STRICT;

-- ---------------------------------------------------------------- inspection

-- 考察组
CREATE TABLE team_member (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,
  position  TEXT,
  leader    INTEGER NOT NULL DEFAULT 0 CHECK (leader IN (0, 1)),
  phone     TEXT
) STRICT;
CREATE INDEX team_member_round ON team_member (round_id);

CREATE TABLE inspection (
  application_id INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE RESTRICT,
  notice_on TEXT,                         -- 考察预告 posted
  notice_at TEXT,                         -- where
  starts_on TEXT,
  ends_on   TEXT,
  strengths TEXT,                         -- 主要表现
  faults    TEXT,                         -- 主要不足
  life_circle TEXT,                       -- 生活圈 finding, where the plan asks
  rating    TEXT CHECK (rating IN ('excellent', 'good', 'fair', 'poor')), -- 优秀 较好 一般 较差
  opinion   TEXT,                         -- opinion on the post
  reported_on TEXT,                       -- 考察材料 signed
  vetoed    INTEGER NOT NULL DEFAULT 0 CHECK (vetoed IN (0, 1)),
  veto_by   TEXT,
  veto_reason TEXT
) STRICT;

-- 考察谈话
CREATE TABLE talk (
  id        INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  held_on   TEXT NOT NULL,
  place     TEXT,
  with_name TEXT NOT NULL,                -- 谈话对象
  with_position TEXT,
  talkers   TEXT NOT NULL,                -- 谈话人, two or more
  attitude  TEXT CHECK (attitude IN ('agree', 'mostly', 'disagree', 'unknown')),
  content   TEXT
) STRICT;
CREATE INDEX talk_application ON talk (application_id);

-- 凡提四必 and what else must be on the table: archive, personal matters, discipline, complaints,
-- integrity opinion, audit
CREATE TABLE inspection_check (
  id        INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  kind      TEXT NOT NULL CHECK (kind IN
            ('archive', 'personal', 'discipline', 'complaints', 'integrity', 'audit')),
  conclusion TEXT NOT NULL CHECK (conclusion IN ('clear', 'minor', 'problem', 'not-due')),
  detail    TEXT,
  paper     TEXT,                         -- number of the letter or form
  done_by   TEXT NOT NULL,
  done_on   TEXT NOT NULL,
  UNIQUE (application_id, kind)
) STRICT;

-- ---------------------------------------------------------------- deliberation

CREATE TABLE meeting (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  held_on   TEXT NOT NULL,
  number    TEXT,                         -- 届次/会议编号
  place     TEXT,
  chair     TEXT NOT NULL,
  recorder  TEXT NOT NULL,
  method    TEXT NOT NULL DEFAULT 'secret' CHECK (method IN ('oral', 'hands', 'secret')),
  tellers   TEXT,                         -- 监票人、计票人
  note      TEXT
) STRICT;
CREATE INDEX meeting_round ON meeting (round_id);

-- A member of the body that decides, or somebody who attends without a vote (列席)
CREATE TABLE attendee (
  id        INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,
  position  TEXT,
  member    INTEGER NOT NULL DEFAULT 1 CHECK (member IN (0, 1)),   -- has a vote
  due       INTEGER NOT NULL DEFAULT 1 CHECK (due IN (0, 1)),      -- had to attend
  present   INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)),
  absence   TEXT,                         -- reason of absence
  speaking_order INTEGER CHECK (speaking_order >= 1),              -- the chair comes last
  UNIQUE (meeting_id, name)
) STRICT;

-- 回避: a member who left while an application was discussed
CREATE TABLE recusal (
  id        INTEGER PRIMARY KEY,
  attendee_id INTEGER NOT NULL REFERENCES attendee (id) ON DELETE RESTRICT,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  reason    TEXT NOT NULL,
  UNIQUE (attendee_id, application_id)
) STRICT;

-- The vote on an application
CREATE TABLE vote (
  id        INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  issued    INTEGER CHECK (issued >= 0),
  returned  INTEGER CHECK (returned >= 0),
  yes       INTEGER NOT NULL CHECK (yes >= 0),
  no        INTEGER NOT NULL DEFAULT 0 CHECK (no >= 0),
  defer     INTEGER NOT NULL DEFAULT 0 CHECK (defer >= 0),         -- 缓议
  abstain   INTEGER NOT NULL DEFAULT 0 CHECK (abstain >= 0),
  postponed INTEGER NOT NULL DEFAULT 0 CHECK (postponed IN (0, 1)), -- the meeting made it 缓议
  reason    TEXT,                         -- why it departs from the ranking, or why it was put off
  UNIQUE (meeting_id, application_id)
) STRICT;

-- ---------------------------------------------------------------- publicity and appointment

CREATE TABLE publicity (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  posted_on TEXT NOT NULL,
  days      INTEGER NOT NULL CHECK (days >= 1),
  unit      TEXT NOT NULL CHECK (unit IN ('working', 'calendar')),
  same_day  INTEGER NOT NULL DEFAULT 0 CHECK (same_day IN (0, 1)), -- day 1 is the day of posting
  places    TEXT,
  phone     TEXT,
  address   TEXT,
  note      TEXT
) STRICT;
CREATE INDEX publicity_round ON publicity (round_id);

-- 信访举报, in inspection or publicity
CREATE TABLE complaint (
  id        INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  stage     INTEGER NOT NULL CHECK (stage IN (7, 9)),
  received_on TEXT NOT NULL,
  way       TEXT NOT NULL CHECK (way IN ('letter', 'visit', 'phone', 'net')),
  named     INTEGER NOT NULL CHECK (named IN (0, 1)),
  matter    TEXT NOT NULL,
  handler   TEXT,
  inquiry   TEXT,
  outcome   TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'unfounded', 'minor', 'proved')),
  closed_on TEXT,
  answered_on TEXT                        -- a signed report is answered
) STRICT;
CREATE INDEX complaint_application ON complaint (application_id);

CREATE TABLE appointment (
  application_id INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE RESTRICT,
  decided_on TEXT,                        -- 任职时间 runs from here (A5)
  notice_on TEXT,                         -- the trial runs from here (A4)
  notice_number TEXT,                     -- 发文字号
  talk_on   TEXT,
  talk_by   TEXT,
  talk_note TEXT,
  filed_on  TEXT,
  filed_with TEXT,
  probation_months INTEGER CHECK (probation_months >= 0),
  extended_months INTEGER CHECK (extended_months >= 0),
  outcome   TEXT CHECK (outcome IN ('confirmed', 'extended', 'removed')),
  outcome_on TEXT,
  outcome_note TEXT
) STRICT;

-- 后备库
CREATE TABLE reserve (
  application_id INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE RESTRICT,
  entered_on TEXT NOT NULL,
  reason    TEXT
) STRICT;

-- Those who were not chosen, told
CREATE TABLE notification (
  application_id INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE RESTRICT,
  told_on   TEXT NOT NULL,
  told_by   TEXT NOT NULL,
  note      TEXT
) STRICT;

-- ---------------------------------------------------------------- sign-off

-- A signature under a stage
CREATE TABLE signature (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  stage     INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 10),
  role      TEXT NOT NULL,                -- recorder, supervisor, chair, reviewer, leader
  name      TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  UNIQUE (round_id, stage, role, name)
) STRICT;

-- What happened to a stage; rows are never deleted or changed.
CREATE TABLE stage_event (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  stage     INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 10),
  kind      TEXT NOT NULL CHECK (kind IN ('closed', 'overridden', 'skipped', 'reopened', 'amended')),
  on_date   TEXT NOT NULL,
  by_name   TEXT NOT NULL,
  reason    TEXT,
  unmet     TEXT                          -- the conditions that an override passed over
) STRICT;
CREATE INDEX stage_event_round ON stage_event (round_id);
