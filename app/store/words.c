/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite's codes and the names of tables in words of our own: who reads no English must be able to read
 * every message. What a table is called is told by those above; the store does not know. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/database-private.h"

static XrWordsFunc words_func;

void
xr_store_set_words (XrWordsFunc func)
{
  words_func = func;
}

const char *
xr_store_word (const char *table, const char *column)
{
  const char *word = words_func != NULL && table != NULL ? words_func (table, column) : NULL;

  if (word != NULL)
    return word;
  return column != NULL ? column : table;
}

static const char *
get_constraint_reason (int rc)
{
  switch (rc)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return _ ("it is there already");
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return _ ("it belongs to something that is not there, or something still belongs to it");
    case SQLITE_CONSTRAINT_NOTNULL:
      return _ ("a value is missing");
    default:
      return _ ("a value is not one of those that may stand there");
    }
}

const char *
xr_store_reason (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_CONSTRAINT:
      return get_constraint_reason (rc);
    case SQLITE_CORRUPT:
      return _ ("its parts do not fit together");
    case SQLITE_IOERR:
      return _ ("the disk does not answer as it should");
    case SQLITE_CANTOPEN:
      return _ ("it cannot be opened");
    case SQLITE_NOMEM:
      return _ ("there is not enough memory");
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return _ ("you are not allowed to");
    case SQLITE_FULL:
      return _ ("the disk is full");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("another program is using it");
    case SQLITE_INTERRUPT:
      return _ ("it was cancelled");
    case SQLITE_TOOBIG:
      return _ ("it is too large");
    default:
      return _ ("an unexpected fault inside the program");
    }
}
