#include "command/transfer/export_database.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "command/archive/file.hpp"
#include "index/read/database_export.hpp"
#include "session/day_zone.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/tzdata.hpp"

namespace crmtrack::command {

namespace {

namespace fs = std::filesystem;

/// From what the database was made, so that whoever has it knows, and can make it again.
index::About about_database(Context& context, const std::string& words) {
  return {{"format", "crmtrack views, see crmtrack-sql(7)"},
          {"views_version", fmt::to_string(index::kViewsVersion)},
          {"ledger", util::join(context.index().ledger_heads(), " ")},
          {"policy", context.index().policy_commit()},
          {"now", util::format_utc(context.now())},
          {"zone", session::day_zone(context).name()},
          {"tzdata", util::tzdata_version()},
          {"filter", words}};
}

/// Throws Error(refused) where the file to be replaced is none that `export sqlite` wrote.
void require_own_database(const fs::path& path, const std::string& file) {
  std::error_code failed;
  if (!fs::is_regular_file(fs::symlink_status(path, failed)) || index::is_exported_database(path)) return;
  throw util::Error(util::ErrorKind::refused,
                    fmt::format("cannot replace '{}': it is no database that an export wrote", file),
                    {"name another file, or remove that one"});
}

}  // namespace

void export_sqlite(Context& context, const std::string& file, const query::Filter& filter, const std::string& words,
                   bool force) {
  const fs::path path = fs::path(context.settings().directory) / file;
  std::error_code failed;
  if (!force && !file.empty() && fs::exists(fs::symlink_status(path, failed)))
    throw util::Error(util::ErrorKind::refused, fmt::format("cannot write '{}': a file of that name exists", file),
                      {"name another one, or replace it: --force"});
  if (!file.empty() && !fs::is_directory(fs::absolute(path).parent_path(), failed))
    throw util::Error(util::ErrorKind::repository, fmt::format("cannot write '{}': its folder is not there", file));
  if (force && !file.empty()) require_own_database(path, file);
  const index::About about = about_database(context, words);
  const auto write = [&](const fs::path& partial) {
    index::write_database(context.index(), filter, context.moment(filter), about, partial);
  };
  if (force)
    make_file_anew(file.empty() ? fs::path() : path, write);
  else
    make_new_file(file.empty() ? fs::path() : path, write);
}

}  // namespace crmtrack::command
