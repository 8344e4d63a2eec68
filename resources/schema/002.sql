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
