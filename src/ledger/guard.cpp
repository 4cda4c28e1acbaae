#include "ledger/guard.hpp"

#include <fmt/format.h>

#include "ledger/repository.hpp"
#include "ledger/structure.hpp"
#include "util/file.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {

namespace {

/// What the commits of `newer` which are not `older`'s do that no ledger may, and that was not put right since.
std::vector<Range::Fault> find_standing_faults(const Ledger& ledger, const Environment& environment,
                                               const std::string& older, const std::string& newer) {
  const Range range = ledger.range(older, newer, {});
  const Repository repository = open_repository(ledger.location(), environment);
  std::vector<Range::Fault> oversized = find_oversized(repository.objects, range);
  if (oversized.empty() && range.faults.empty()) return {};
  const auto root_of = [&](const std::string& commit) {
    return repository.objects.read_commit(get_object_id(commit)).tree;
  };
  if (is_whole(repository.objects, root_of(older), root_of(newer), range)) return {};
  oversized.insert(oversized.end(), range.faults.begin(), range.faults.end());
  return oversized;
}

}  // namespace

bool is_packed_as_it_is(const Location& location, const std::string& reference) {
  constexpr std::size_t kLimit = 256U << 20U;
  constexpr std::size_t kLoose = 4096;
  const auto loose = util::find_file_text(location.common_dir / reference, kLoose);
  if (!loose) return false;
  const auto packed = util::find_file_text(location.common_dir / "packed-refs", kLimit).value_or("");
  return packed.find(fmt::format("{} {}\n", util::trim(*loose), reference)) != std::string::npos;
}

std::optional<std::string> find_move_fault(const Ledger& ledger, const Environment& environment,
                                           const std::string& from, const std::string& to) {
  if (from.empty() || from == to) return std::nullopt;
  if (to.empty()) return "it would be deleted";
  if (!ledger.is_ancestor(from, to))
    return fmt::format("commits that it has would be lost: {} is not after {}", to.substr(0, 12), from.substr(0, 12));
  const auto faults = find_standing_faults(ledger, environment, from, to);
  if (faults.empty()) return std::nullopt;
  return fmt::format("commit {}: '{}' {}", faults.front().commit.substr(0, 12), faults.front().path,
                     faults.front().message);
}

}  // namespace crmtrack::ledger
