#include "session/linked.hpp"

#include <fmt/format.h>

#include <set>

#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

constexpr const char* kKinds[] = {"duplicate_of", "follows", "related"};

void add(Session& session, const std::string& kind, bool stated_here, const std::string& id,
         std::vector<Linked>& linked) {
  if (auto found = index::find_complaint(session.index(), id, session.terms()))
    linked.push_back({kind, stated_here, std::move(*found)});
}

}  // namespace

std::vector<Linked> linked_complaints(Session& session, const story::Complaint& complaint) {
  std::vector<Linked> linked;
  for (const std::string& link : complaint.links)
    if (const std::size_t colon = link.find(':'); colon != std::string::npos)
      add(session, link.substr(0, colon), true, link.substr(colon + 1), linked);
  for (const std::string kind : kKinds) {
    const query::Filter filter = parse_filter(session, {fmt::format("link:\"{}:{}\"", kind, complaint.id)});
    for (const std::string& id :
         index::select_ids(session.index(), {filter, session.moment(filter), {"received"}, std::nullopt}))
      add(session, kind, false, id, linked);
  }
  return linked;
}

std::string original_of(const story::Complaint& complaint) {
  constexpr std::string_view kDuplicate = "duplicate_of:";
  for (const std::string& link : complaint.links)
    if (link.starts_with(kDuplicate)) return link.substr(kDuplicate.size());
  return {};
}

void require_linkable(Session& session, std::string_view kind, const std::string& from, const std::string& to) {
  if (from == to) throw Error(ErrorKind::refused, fmt::format("cannot link '{}' to itself", short_id(session, from)));
  if (kind != "duplicate_of") return;
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
