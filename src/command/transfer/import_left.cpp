#include "command/transfer/import_left.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "session/import/adder.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {
namespace {

using exchange::LeftOut;

constexpr std::size_t kShownLeft = 20;

std::string describe_left(const LeftOut& left, const std::map<std::string, std::string>& adders) {
  const std::string shown = util::visible_line(left.path);
  if (left.why == LeftOut::Why::no_bytes) return fmt::format("'{}' came without its bytes", shown);
  const auto adder = adders.find(left.path);
  const std::string who = adder == adders.end() ? std::string() : fmt::format(", by {}", adder->second);
  if (left.why == LeftOut::Why::differs && who.empty())
    return fmt::format("'{}' stands in the file twice; the first was taken", shown);
  if (left.why == LeftOut::Why::differs)
    return fmt::format("'{}' was left: it is there with other content{}", shown, who);
  if (left.why == LeftOut::Why::part)
    return fmt::format("'{}' is there{}, without its complaint, and does not go on from it: its line was left out",
                       shown, who);
  return fmt::format("'{}' is there with other bytes{}: its line was left out", shown, who);
}

}  // namespace

void tell_left(Context& context, const std::string& file, const std::vector<LeftOut>& left) {
  const std::size_t shown = std::min(left.size(), kShownLeft);
  std::set<std::string> asked;
  for (std::size_t i = 0; i < shown; ++i)
    if (left[i].why != LeftOut::Why::no_bytes) asked.insert(left[i].path);
  const auto adders = session::find_adders(context, context.index().ledger_commit(), asked);
  for (std::size_t i = 0; i < shown; ++i) context.warn(fmt::format("{}: {}", file, describe_left(left[i], adders)));
  if (left.size() > shown) context.warn(fmt::format("and {} more", left.size() - shown));
}

}  // namespace crmtrack::command
