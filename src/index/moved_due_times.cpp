#include "index/moved_due_times.hpp"

#include <fmt/format.h>

#include "index/schema/schema.hpp"
#include "index/sqlite/database.hpp"
#include "util/counted.hpp"

namespace crmtrack::index {

namespace {

constexpr const char* kVersionOf = "SELECT value FROM main.meta WHERE name = 'version'";
constexpr const char* kMoved =
    "SELECT count(*) FROM main.promises p JOIN main.stories s ON s.key = p.story JOIN earlier.stories t ON t.kind = "
    "s.kind AND t.id = s.id JOIN earlier.promises q ON q.story = t.key AND q.kind = p.kind AND q.of = p.of AND q.n = "
    "p.n AND q.cycle = p.cycle WHERE p.ended = 0 AND q.ended = 0 AND p.due_unix IS NOT q.due_unix";

/// The version of the time zone data in `12.3 2026b`; nullopt where the rest is not of this program.
std::optional<std::string> zone_data_in(const std::string& version) {
  const std::string ours = fmt::format("{}.{} ", kSchemaVersion, kFoldVersion);
  return version.starts_with(ours) ? std::optional(version.substr(ours.size())) : std::nullopt;
}

}  // namespace

std::optional<std::string> describe_moved_due_times(const std::filesystem::path& present,
                                                    const std::filesystem::path& made_anew) noexcept {
  try {
    if (!std::filesystem::is_regular_file(present)) return std::nullopt;
    const auto before =
        zone_data_in(Database::open(present, Database::Access::read).find_text(kVersionOf).value_or(""));
    const Database database = Database::open(made_anew, Database::Access::read);
    const auto now = zone_data_in(database.find_text(kVersionOf).value_or(""));
    if (!before || !now || *before == *now) return std::nullopt;
    database.prepare("ATTACH DATABASE ? AS earlier").run(present.string());
    Statement moved = database.prepare(kMoved);
    if (!moved.step()) return std::nullopt;
    return fmt::format("the time zone data are now {} (they were {}): {} moved; crmtrack show ID --explain PROMISE",
                       *now, *before, util::counted(static_cast<std::size_t>(moved.integer(0)), "due time"));
  } catch (const std::exception&) {
    return std::nullopt;  // nobody misses a count of what a broken file had
  }
}

}  // namespace crmtrack::index
