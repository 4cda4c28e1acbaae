#include "session/links.hpp"

#include <fmt/format.h>

#include <set>

#include "index/read/lookup.hpp"
#include "session/linked.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kDuplicate = "duplicate_of:";

}  // namespace

void require_linkable(Session& session, std::string_view kind, const std::string& from, const std::string& to) {
  if (from == to) throw Error(ErrorKind::refused, fmt::format("cannot link '{}' to itself", short_id(session, from)));
  if (kind != kDuplicate.substr(0, kDuplicate.size() - 1)) return;
  const story::Complaint named = load_complaint(session, to);
  std::set<std::string> seen{to};
  std::string original = original_of(named);
  while (!original.empty() && original != from && seen.insert(original).second) {
    const auto next = index::find_complaint(session.index(), original, session.terms());
    original = next ? original_of(*next) : std::string();
  }
  if (original == from)
    throw Error(ErrorKind::refused,
                fmt::format("cannot make '{}' a duplicate of '{}': that is a duplicate of the first",
                            short_id(session, from), short_id(session, to)));
  if (named.status != record::Status::void_) return;
  const std::string better = original_of(named);
  throw Error(ErrorKind::refused,
              fmt::format("cannot make '{}' a duplicate of '{}': that is void itself", short_id(session, from),
                          short_id(session, to)),
              better.empty()
                  ? std::vector<std::string>{}
                  : std::vector{fmt::format("it is a duplicate of '{}': name that", short_id(session, better))});
}

}  // namespace crmtrack::session
