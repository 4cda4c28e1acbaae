#include "ledger/main/merge_driver.hpp"

#include <fmt/format.h>

#include <vector>

#include "git/program/own_config.hpp"
#include "ledger/write/attributes.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kPolicyLine = "policy/*.yaml merge=crmtrack";
constexpr const char* kDriverKey = "merge.crmtrack.driver";

/// Begins the note; another beginning is that of another version, which sets the driver up anew.
constexpr std::string_view kNote = "driver 1 ";

std::filesystem::path note_of_main(const git::Location& location) { return location.own_dir() / "main-seen"; }

}  // namespace

void set_up_merge_driver(const git::Repository& repository, const std::string& command) {
  add_attributes(repository.location, kPolicyLine);
  if (repository.settings.find(kDriverKey) == command) return;
  git::OwnConfig config(repository);
  config.set("merge.crmtrack.name", "policy of crmtrack, entry by entry");
  config.set(kDriverKey, command);
}

std::string missing_of_merge_driver(const git::Repository& repository, const std::string& command) {
  std::vector<std::string> missing;
  if (!has_attributes(repository.location, kPolicyLine))
    missing.push_back(fmt::format("the line '{}' in info/attributes", kPolicyLine));
  const auto set = repository.settings.find(kDriverKey);
  if (!set)
    missing.push_back(fmt::format("the setting {}", kDriverKey));
  else if (set != command)
    missing.push_back(fmt::format("this program in {}", kDriverKey));
  return util::join(missing, " and ");
}

std::optional<std::string> find_seen_main(const git::Location& location) {
  constexpr std::size_t kLargestNote = 200;
  try {
    const auto text = util::find_file_text(note_of_main(location), kLargestNote);
    if (!text || !text->starts_with(kNote)) return std::nullopt;
    return std::string(util::trim(std::string_view(*text).substr(kNote.size())));
  } catch (const util::Error&) {
    return std::nullopt;  // whatever lies there is none of ours
  }
}

void remember_seen_main(const git::Repository& repository, const std::string& commit) {
  git::make_own_dir(repository.location, repository.access);
  util::replace_file(note_of_main(repository.location), std::string(kNote) + commit + "\n", repository.access.file);
}

}  // namespace crmtrack::ledger
