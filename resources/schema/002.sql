-- SPDX-License-Identifier: GPL-3.0-or-later
-- The office file, version 2. The same rules as in 001.sql hold for every column.

-- ---------------------------------------------------------------- dossiers
--
-- A dossier belongs to a candidate, so to one round: what a round judged stays as it was judged. The same
-- person in a later round (same ID number) gets a copy, and what has changed since is shown. Facts that
-- the review of eligibility uses stand in `candidate` only; what the tables here say more of them is
-- compared with it, and written there as long as nobody said otherwise (round/dossier.h).

-- Files that the office keeps: photos and attachments, each content once.
CREATE TABLE stored_file (
  id        INTEGER PRIMARY KEY,
  sha256    TEXT NOT NULL UNIQUE,         -- of the content, 64 hexadecimal digits
  size      INTEGER NOT NULL,             -- in bytes
  content   BLOB NOT NULL
) STRICT;

-- What the 干部任免审批表 says of a person beyond `candidate`.
CREATE TABLE dossier (
  candidate_id INTEGER PRIMARY KEY REFERENCES candidate (id) ON DELETE RESTRICT,
  native_place TEXT,                      -- 籍贯
  birth_place TEXT,                       -- 出生地
  other_parties TEXT,                     -- further parties, joined by ；
  health    TEXT,                         -- 健康状况
  technical_post TEXT,                    -- 专业技术职务
  speciality TEXT,                        -- 熟悉专业有何专长
  full_education TEXT,                    -- 全日制教育 学历
  full_education_school TEXT,             -- its 毕业院校系及专业
  full_degree TEXT,                       -- 全日制教育 学位
  full_degree_school TEXT,                -- its 毕业院校系及专业
  part_education TEXT,                    -- 在职教育 学历
  part_education_school TEXT,             -- its 毕业院校系及专业
  part_degree TEXT,                       -- 在职教育 学位
  part_degree_school TEXT,                -- its 毕业院校系及专业
  proposed_post TEXT,                     -- 拟任职务
  removed_post TEXT,                      -- 拟免职务
  awards    TEXT,                         -- 奖惩情况
  reason    TEXT,                         -- 任免理由
  reporting_unit TEXT,                    -- 呈报单位
  age_limit TEXT,                         -- 改革前任职年龄界限类别
  retires_on TEXT,                        -- 到龄时间
  age_date  TEXT,                         -- 计算年龄时间
  filled_on TEXT,                         -- 填表时间
  filled_by TEXT,                         -- 填表人
  email     TEXT,
  address   TEXT,
  contact   TEXT,                         -- whom to call in an emergency
  photo_id  INTEGER REFERENCES stored_file (id) ON DELETE RESTRICT
) STRICT;

-- 家庭主要成员及重要社会关系
CREATE TABLE relative (
  id        INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  position  INTEGER NOT NULL DEFAULT 0,   -- order on the form
  relation  TEXT,                         -- 称谓
  name      TEXT,
  born      TEXT,                         -- a date, or what the form takes for one: 1962, 1962春
  party     TEXT,                         -- 政治面貌
  work      TEXT,                         -- 工作单位及职务
  extras    TEXT                          -- elements of an imported file that have no place here
) STRICT;
CREATE INDEX relative_candidate ON relative (candidate_id);

-- Posts and ranks with their dates
CREATE TABLE tenure (
  id        INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  kind      TEXT NOT NULL CHECK (kind IN ('post', 'rank')), -- 职务 or 职级
  name      TEXT NOT NULL,                -- unit and post, or the rank
  level     TEXT,                         -- 领导职务层次 of a post
  since     TEXT,
  until     TEXT,                         -- NULL: still held
  document  TEXT                          -- number of the order
) STRICT;
CREATE INDEX tenure_candidate ON tenure (candidate_id);

CREATE TABLE attachment (
  id        INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  file_id   INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
  name      TEXT NOT NULL,                -- file name with its ending
  kind      TEXT,                         -- what it proves: 身份证, 学历证书 …
  added_on  TEXT,
  note      TEXT
) STRICT;
CREATE INDEX attachment_candidate ON attachment (candidate_id);

-- What an imported form says in words that the columns cannot hold exactly, and elements of it that are
-- unknown: written back as long as the columns still mean the same.
CREATE TABLE form_text (
  id        INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  element   TEXT NOT NULL,                -- name in the .lrmx file
  text      TEXT NOT NULL                 -- the text; of an unknown element its XML
) STRICT;
CREATE INDEX form_text_candidate ON form_text (candidate_id);
-- ---------------------------------------------------------------- keyed twice

-- 复录: whether a component is keyed by two people. "hand": what was keyed by hand; "all": what came
-- from a workbook too.
ALTER TABLE component ADD COLUMN keyed_twice TEXT NOT NULL DEFAULT 'no'
  CHECK (keyed_twice IN ('no', 'hand', 'all')); -- 复录

-- Who keyed a figure; NULL: it came from a workbook, or was keyed before this was noted.
ALTER TABLE score ADD COLUMN keyer TEXT;        -- 录入人
ALTER TABLE ballot ADD COLUMN keyer TEXT;       -- 录入人; never the voter
ALTER TABLE tally ADD COLUMN keyer TEXT;        -- 录入人
ALTER TABLE vote_count ADD COLUMN keyer TEXT;   -- 录入人
ALTER TABLE direct_score ADD COLUMN keyer TEXT; -- 录入人

-- A sheet of paper as the second person keyed it: a ballot, a judge's score sheet, a group's count, or
-- the list of scores from elsewhere. Nothing is counted from it; it is compared with the first keying.
CREATE TABLE second_sheet (
  id        INTEGER PRIMARY KEY,          -- drawn at random, so that it tells no order
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  post_id   INTEGER REFERENCES post (id) ON DELETE RESTRICT,        -- ranked ballots only
  group_id  INTEGER REFERENCES voter_group (id) ON DELETE RESTRICT, -- ballots and counts
  judge_id  INTEGER REFERENCES judge (id) ON DELETE RESTRICT,       -- score sheets
  number    TEXT NOT NULL DEFAULT '',     -- 票号, "" where the sheet is no ballot
  keyer     TEXT NOT NULL                 -- 复录人
) STRICT;
CREATE UNIQUE INDEX second_sheet_once ON second_sheet
  (component_id, ifnull(post_id, 0), ifnull(group_id, 0), ifnull(judge_id, 0), number);

-- A figure on it
CREATE TABLE second_cell (
  sheet_id  INTEGER NOT NULL REFERENCES second_sheet (id) ON DELETE RESTRICT,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  dimension_id INTEGER NOT NULL,          -- 0: the component has none
  part      INTEGER NOT NULL,             -- counts: points of the grade, or 0 yes, 1 no, 2 abstain; else 0
  value     INTEGER,                      -- points in ten-thousandths, a count, or the place on a ranked
                                          -- ballot; NULL: 弃权 or 回避
  PRIMARY KEY (sheet_id, candidate_id, dimension_id, part)
) STRICT, WITHOUT ROWID;

-- A difference between the two keyings that a third person decided; rows are never changed.
CREATE TABLE keying_decision (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  sheet     TEXT NOT NULL,                -- which sheet, as people call it
  item      TEXT NOT NULL,                -- which figure on it; "" for the whole sheet
  first_text TEXT NOT NULL,               -- what the first person keyed, "" nothing
  second_text TEXT NOT NULL,              -- what the second person keyed, "" nothing
  chosen    TEXT NOT NULL CHECK (chosen IN ('first', 'second', 'other')),
  chosen_text TEXT NOT NULL,              -- what holds
  first_keyer TEXT NOT NULL,              -- "" unknown
  second_keyer TEXT NOT NULL,
  decided_by TEXT NOT NULL,               -- neither of the two
  reason    TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX keying_decision_component ON keying_decision (component_id);

-- Sheets that were keyed and are not under the record yet. A ballot that were one entry of the record
-- would stand there in its turn and with its time. It waits here, whole and safe in its own table, until a
-- shuffled batch of them becomes one entry. Like `record` this table is outside of the changesets; the
-- rows that it names are too, and `verify` leaves them out of its comparison.
CREATE TABLE waiting_sheet (
  keying    INTEGER NOT NULL CHECK (keying IN (1, 2)), -- 1: of ballot, 2: of second_sheet
  sheet_id  INTEGER NOT NULL,             -- drawn at random, so that it tells no order
  PRIMARY KEY (keying, sheet_id)
) STRICT, WITHOUT ROWID;

-- A vote on a yes/no ballot (票数比例 that is keyed ballot by ballot)
CREATE TABLE vote_mark (
  ballot_id INTEGER NOT NULL REFERENCES ballot (id) ON DELETE RESTRICT,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  vote      INTEGER CHECK (vote IN (0, 1)), -- 1 同意, 0 不同意, NULL 弃权
  PRIMARY KEY (ballot_id, candidate_id)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- forms

-- The wording of a form that people changed and keep (forms/wording.h); without a row the built-in one
-- holds.
CREATE TABLE wording (
  id        INTEGER PRIMARY KEY,
  form      TEXT NOT NULL,                -- id of the form, such as announcement
  round_id  INTEGER REFERENCES round (id) ON DELETE RESTRICT, -- NULL: for every round of the office
  text      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX wording_once ON wording (form, ifnull(round_id, 0));
-- ---------------------------------------------------------------- eligibility

ALTER TABLE rule ADD COLUMN alternative INTEGER CHECK (alternative BETWEEN 1 AND 99); -- 组: of the
                                          -- conditions of one number one is enough; NULL: by itself
ALTER TABLE application ADD COLUMN wish INTEGER CHECK (wish >= 1); -- 志愿顺序 among the candidate's posts

-- 破格: a condition that an application need not meet, by a document (rules.md Q8)
CREATE TABLE waiver (
  id        INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  rule_id   INTEGER NOT NULL REFERENCES rule (id) ON DELETE RESTRICT,
  ground    TEXT NOT NULL CHECK (ground IN ('task', 'special', 'scarce', 'other')),
  grounds   TEXT NOT NULL,                -- circumstances, told in the publicity too
  document  TEXT NOT NULL,                -- 文号
  granted_on TEXT NOT NULL,               -- date of the document
  granted_by TEXT NOT NULL,               -- the body that consented
  UNIQUE (application_id, rule_id)
) STRICT;

-- The register in the order of numbers, from its first line on.
CREATE INDEX candidate_number ON candidate (round_id, length (number), number);
-- ---------------------------------------------------------------- keyed twice on another computer

-- 复录文件: what was given out to be keyed a second time elsewhere. The file that is made on the other
-- computer to key into has the same row, and in keying_sheet what is to be keyed.
CREATE TABLE keying_file (
  id        TEXT PRIMARY KEY,             -- drawn at random; stands in the keying file and in its answer
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  made_on   TEXT NOT NULL,
  made_by   TEXT NOT NULL,                -- who sat at the keyboard, "" unknown
  keyer     TEXT NOT NULL,                -- 复录人, for whom it was made
  plan      TEXT NOT NULL,                -- SHA-256 of what the ballots look like; an answer has to fit
  sheets    INTEGER NOT NULL,             -- how many were to be keyed then
  answered_on TEXT                        -- when the answer was taken in, NULL: not yet
) STRICT;
CREATE INDEX keying_file_component ON keying_file (component_id);

-- On the other computer only: a sheet that is to be keyed, once for each who keyed it the first time.
CREATE TABLE keying_sheet (
  id        INTEGER PRIMARY KEY,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE RESTRICT,
  post_id   INTEGER REFERENCES post (id) ON DELETE RESTRICT,        -- ranked ballots only
  group_id  INTEGER REFERENCES voter_group (id) ON DELETE RESTRICT, -- ballots and counts
  judge_id  INTEGER REFERENCES judge (id) ON DELETE RESTRICT,       -- score sheets
  number    TEXT NOT NULL,                -- 票号, "" where the sheet is no ballot
  keyer     TEXT NOT NULL                 -- who keyed it the first time, "" unknown
) STRICT;
-- ---------------------------------------------------------------- review packages

-- 审阅包: dossiers of the round that a reader got as one sealed file. Rows are made when the file is
-- written and changed once, when the answer comes back; the passphrase is kept nowhere.
CREATE TABLE review_package (
  id        INTEGER PRIMARY KEY,
  round_id  INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  token     TEXT NOT NULL UNIQUE,         -- drawn at random; file and answer carry it
  digest    TEXT NOT NULL,                -- SHA-256 of what the file says, 64 hexadecimal digits
  reader    TEXT NOT NULL,                -- 审阅人
  position  TEXT,                         -- the reader's unit and post
  blind     INTEGER NOT NULL CHECK (blind IN (0, 1)), -- 盲审: without name, photo, sex and age
  given_on  TEXT NOT NULL,                -- when the file was written
  saved_on  TEXT,                         -- when the reader saved the answer; NULL: it has not come back
  taken_on  TEXT                          -- when the answer was taken in; NULL: it has not come back
) STRICT;
CREATE INDEX review_package_round ON review_package (round_id);

-- A person in it, and what the reader left on that person
CREATE TABLE review_opinion (
  id        INTEGER PRIMARY KEY,
  package_id INTEGER NOT NULL REFERENCES review_package (id) ON DELETE RESTRICT,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE RESTRICT,
  key       TEXT NOT NULL,                -- drawn at random: the file says nothing of our ids
  label     TEXT NOT NULL,                -- what the reader calls the person: the name, or 1号
  mark      INTEGER CHECK (mark BETWEEN 0 AND 1000000), -- 0 to 100 in ten-thousandths; NULL: none given
  opinion   TEXT,                         -- 审阅意见
  conflict  INTEGER CHECK (conflict IN (0, 1)), -- 利害关系: 1 declared, 0 declared that there is none
  conflict_reason TEXT,                   -- what it is
  UNIQUE (package_id, candidate_id),
  UNIQUE (package_id, key)
) STRICT;
CREATE INDEX review_opinion_candidate ON review_opinion (candidate_id);

-- ---------------------------------------------------------------- consultation

-- 酝酿: an opinion that was asked for on somebody before the meeting (rules.md D15)
CREATE TABLE consultation (
  id        INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  asked     TEXT NOT NULL,                -- 征求意见对象: a person or a body
  asked_on  TEXT NOT NULL,                -- when the opinion was asked for
  shared    INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)), -- 双重管理: asked in writing, and a
                                          -- month of silence is consent
  opinion   TEXT CHECK (opinion IN ('agree', 'disagree', 'other')), -- NULL: not answered
  answered_on TEXT,                       -- when the opinion came in
  note      TEXT                          -- what was said, document number
) STRICT;
CREATE INDEX consultation_application ON consultation (application_id);
