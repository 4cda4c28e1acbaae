#include "session/linked.hpp"

#include <fmt/format.h>

#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "session/lookup.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

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

}  // namespace crmtrack::session
