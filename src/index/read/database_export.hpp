#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "index/index.hpp"
#include "query/filter.hpp"

namespace crmtrack::index {

/// Counts up whenever a view, or a column of one, is added: `PRAGMA user_version` of an exported database.
inline constexpr int kViewsVersion = 1;

/// The table `about` of an exported database, by which it tells from what it was made: names and values.
using About = std::vector<std::pair<std::string, std::string>>;

/// Writes the views of crmtrack-sql(7), as they are at `moment`, as tables of a new SQLite database. With a filter only
/// what belongs to the complaints that it selects, and no customers. The rows stand in an order of their own, so that
/// equal ledgers give equal files. Throws Error(repository) where the file cannot be written, Error(cancelled) where
/// the index's progress was interrupted. Nothing is synced.
void write_database(const Index& index, const query::Filter& filter, const query::Moment& moment, const About& about,
                    const std::filesystem::path& file);

/// Whether a file is a database that write_database() wrote, by its first bytes.
bool is_exported_database(const std::filesystem::path& file);

}  // namespace crmtrack::index
