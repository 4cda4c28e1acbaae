#include "index/read/decisions.hpp"

#include "index/impl.hpp"
#include "index/read/lookup.hpp"

namespace crmtrack::index {

std::vector<std::string> decision_ids(const Index& index) {
  return index.impl().texts("SELECT id FROM decisions ORDER BY at_unix DESC, id DESC");
}

std::vector<std::string> decisions_by_prefix(const Index& index, std::string_view prefix) {
  const std::string end = std::string(prefix) + '\x7f';  // ids are ASCII
  return index.impl().texts(
      "SELECT id FROM decisions WHERE (id >= ?1 AND id < ?2) OR (tail >= ?1 AND tail < ?2) ORDER BY id", {prefix, end});
}

std::optional<story::Decision> find_decision(const Index& index, const std::string& id) {
  auto story = find_story(index, {record::StoryKind::journal, id});
  if (!story || !story::is_decision(*story)) return std::nullopt;
  story::Decision decision = story::fold_decision(std::move(*story));
  return decision.record.empty() ? std::nullopt : std::optional(std::move(decision));
}

}  // namespace crmtrack::index
