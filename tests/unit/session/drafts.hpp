#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "session/write.hpp"

namespace crmtrack::session::test {

inline constexpr const char* kComplaint = "20261121-7f3q2mxab4";

/// `{"a", "1"}, …` as a map of texts.
inline yaml::Node fields(std::initializer_list<std::pair<std::string, std::string>> entries) {
  yaml::Node map = yaml::Node::map();
  for (const auto& [key, value] : entries) map.set(key, yaml::Node::scalar(value));
  return map;
}

/// A record of the user's, now.
inline Draft draft(Session& session, record::StoryKind story, const std::string& id, const std::string& kind,
                   yaml::Node fields) {
  Draft draft;
  draft.story = {story, id};
  draft.kind = record::parse_kind(kind);
  draft.at = session.timestamp();
  draft.by = session.me();
  draft.fields = std::move(fields);
  draft.customer = "acme";
  draft.says = kind;
  return draft;
}

/// Writes one record of the complaint in a commit of its own, and gives its id.
inline std::string write(Session& session, const std::string& kind, yaml::Node fields) {
  const Written written = write_records(
      session, [&] { return std::vector{draft(session, record::StoryKind::complaint, kComplaint, kind, fields)}; });
  return written.drafts.at(0).id;
}

/// Writes the complaint itself.
inline std::string write_complaint(Session& session) {
  return write(session, "complaint",
               fields({{"customer", "acme"}, {"channel", "phone"}, {"summary", "Invoice 4711 charged twice"}}));
}

}  // namespace crmtrack::session::test
