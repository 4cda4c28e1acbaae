#include "session/decisions.hpp"

#include <fmt/format.h>

#include "index/read/decisions.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kMostCandidates = 10;

std::vector<std::string> candidates(Session& session, const std::vector<std::string>& ids) {
  std::vector<std::string> lines;
  for (const std::string& id : ids) {
    if (lines.size() == kMostCandidates) {
      lines.push_back(fmt::format("and {} more", ids.size() - kMostCandidates));
      break;
    }
    const auto decision = index::find_decision(session.index(), id);
    lines.push_back(
        fmt::format("{}  {}", util::complaint_tail(id), decision ? util::visible_line(decision->text) : std::string()));
  }
  return lines;
}

}  // namespace

story::Decision get_decision(Session& session, std::string_view word) {
  const std::string prefix = util::normalize_crockford(word);
  const bool is_long_enough = prefix.size() >= kShortestWord;
  const auto ids = is_long_enough ? index::decisions_by_prefix(session.index(), prefix) : std::vector<std::string>();
  if (ids.size() > 1)
    throw Error(ErrorKind::ambiguous,
                fmt::format("'{}' is ambiguous: {} decisions start with it", util::visible_line(word), ids.size()),
                candidates(session, ids));
  if (ids.size() == 1)
    if (auto decision = index::find_decision(session.index(), ids.front())) return std::move(*decision);
  throw Error(ErrorKind::not_found,
              fmt::format("cannot find a decision '{}'{}", util::visible_line(word),
                          is_long_enough ? "" : fmt::format(": at least {} characters", kShortestWord)),
              {"see the decisions with: crmtrack decide list"});
}

std::string fresh_decision_id(Session& session, util::Instant at, const std::string& content) {
  for (;;) {
    std::string id = util::make_complaint_id(at, session.random().draw(session.index().ledger_commit() + content));
    if (index::decisions_by_prefix(session.index(), util::complaint_tail(id).substr(0, kShortestWord)).empty())
      return id;
  }
}

}  // namespace crmtrack::session
