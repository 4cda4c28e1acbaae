#include "story/struck.hpp"

namespace crmtrack::story {

std::set<std::string> struck_records(const std::vector<Entry>& entries) {
  std::set<std::string> struck;
  for (const Entry& entry : entries) {
    if (!entry.counts() || entry.record.kind != record::Kind::correction) continue;
    const yaml::Node* const set = entry.record.body.find("set");
    const yaml::Node* const said = set == nullptr ? nullptr : set->find("struck");
    if (said != nullptr && said->as_boolean().value_or(false)) struck.insert(entry.record.text_of("corrects"));
  }
  return struck;
}

}  // namespace crmtrack::story
