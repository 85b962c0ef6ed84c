// Tables in an SQLite database, with keys, indexes, a full-text index and views.
#pragma once

#include "output/sqlite/database.hpp"
#include "output/tables/tables.hpp"

namespace handvest {

/// Makes the tables, the indexes, the full-text index `items_fts` and the views of
/// output/sqlite/views.sql, unless the database has them. Throws Error (cannot_write) when it is
/// somebody else's database or one of another version.
void create_tables(const Database& database);

/// Adds one document; a document of the same key is replaced. Columns that a join can give
/// (Column::repeated) are left out. The caller puts it in a transaction.
void add_tables(const Database& database, const Tables& tables);

}  // namespace handvest
