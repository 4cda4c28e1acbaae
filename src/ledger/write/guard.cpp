#include "ledger/write/guard.hpp"

#include <fmt/format.h>

#include "ledger/read/read.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/structure.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {

bool is_packed_as_it_is(const git::Location& location, const std::string& reference) {
  constexpr std::size_t kLimit = 256U << 20U;
  constexpr std::size_t kLoose = 4096;
  const auto loose = util::find_file_text(location.common_dir / reference, kLoose);
  if (!loose) return false;
  const auto packed = util::find_file_text(location.common_dir / "packed-refs", kLimit).value_or("");
  return packed.find(fmt::format("{} {}\n", util::trim(*loose), reference)) != std::string::npos;
}

std::optional<std::string> find_move_fault(const Ledger& ledger, const std::string& from, const std::string& to) {
  if (from.empty() || from == to) return std::nullopt;
  if (to.empty()) return "it would be deleted";
  if (!is_ancestor(ledger, from, to))
    return fmt::format("commits that it has would be lost: {} is not after {}", to.substr(0, 12), from.substr(0, 12));
  const StructureVerdict verdict =
      judge_structure(ledger.repository(), git::get_object_id(from), git::get_object_id(to),
                      read_range(ledger.repository(), from, to, {}));
  if (verdict.is_sound) return std::nullopt;
  return line_of(verdict.faults.front());
}

}  // namespace crmtrack::ledger
