#include "ledger/rule/format.hpp"

#include <fmt/format.h>

#include <charconv>
#include <unordered_set>
#include <vector>

#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

/// The number of the only line `format: N`; nullopt where there is none, or more.
std::optional<int> parse_format(const std::string& text) {
  constexpr std::string_view kKey = "format:";
  constexpr int kHighest = 1'000'000;
  std::optional<int> format;
  for (const std::string& line : util::split(text, '\n')) {
    if (!line.starts_with(kKey)) continue;
    const std::string_view value = util::trim(std::string_view(line).substr(kKey.size()));
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number < 1 || number > kHighest || format)
      return std::nullopt;
    format = number;
  }
  return format;
}

[[noreturn]] void refuse_foreign(std::vector<std::string> hints) {
  throw util::Error(util::ErrorKind::repository,
                    "cannot use branch 'ledger': it is no ledger of crmtrack's, it has no folder 'ledgers'",
                    std::move(hints));
}

}  // namespace

std::string format_path(std::string_view ledger_id) { return fmt::format("{}/{}.yaml", kFormatFolder, ledger_id); }

std::string format_text() { return fmt::format("format: {}\n", kFormat); }

std::optional<int> find_format(const git::ObjectStore& objects, const git::ObjectId& blob) {
  constexpr std::size_t kLimit = 64U << 10U;
  const auto size = objects.find_size(blob);
  if (!size || *size > kLimit) return std::nullopt;
  return parse_format(objects.read_blob(blob, kLimit));
}

bool is_ledger_history(const git::ObjectStore& objects, const git::ObjectId& commit) {
  std::vector<git::ObjectId> waiting{commit};
  std::unordered_set<git::ObjectId> seen{commit};
  while (!waiting.empty()) {
    const git::CommitObject at = objects.read_commit(waiting.back());
    waiting.pop_back();
    if (objects.find_folder(at.tree, kFormatFolder)) return true;
    for (const git::ObjectId& parent : at.parents)
      if (seen.insert(parent).second) waiting.push_back(parent);
  }
  return false;
}

void refuse_foreign_tree(const git::ObjectStore& objects, const git::ObjectId& commit) {
  if (objects.find_folder(objects.read_commit(commit).tree, kFormatFolder)) return;
  refuse_foreign_history(objects, commit);
  refuse_foreign({"crmtrack audit names who removed that, and crmtrack sync --mend puts it back"});
}

void refuse_foreign_history(const git::ObjectStore& objects, const git::ObjectId& commit) {
  if (!is_ledger_history(objects, commit))
    refuse_foreign(
        {"make a data repository of its own with: crmtrack init DIR",
         "if it was one: git fetch CLONE refs/heads/ledger, then git update-ref refs/heads/ledger FETCH_HEAD"});
}

}  // namespace crmtrack::ledger
