#include "tick/rule/event_row.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crmtrack::tick {

namespace {

using index::RuleSubject;

constexpr std::array<std::pair<std::string_view, std::string RuleSubject::*>, 8> kSubjectFacts{
    {{"customer", &RuleSubject::customer},
     {"project", &RuleSubject::project},
     {"channel", &RuleSubject::channel},
     {"reason", &RuleSubject::reason},
     {"severity", &RuleSubject::severity},
     {"vulnerable", &RuleSubject::vulnerable},
     {"segment", &RuleSubject::segment},
     {"region", &RuleSubject::region}}};
constexpr std::array<std::pair<std::string_view, std::string Event::*>, 4> kEventFacts{
    {{"reason", &Event::reason},
     {"type", &Event::type},
     {"sentiment", &Event::sentiment},
     {"outcome", &Event::outcome}}};

}  // namespace

std::vector<std::string> EventRow::values(std::string_view key) const {
  if (key == "ref") return event_.refs;
  if (key == "promise")
    return event_.promise ? std::vector{std::string(record::name_of(*event_.promise))} : std::vector<std::string>{};
  // A contact's own reason counts before that of its complaint.
  for (const auto& [name, member] : kEventFacts)
    if (name == key && !(event_.*member).empty()) return {event_.*member};
  for (const auto& [name, member] : kSubjectFacts)
    if (subject_ != nullptr && name == key && !(subject_->*member).empty()) return {subject_->*member};
  return {};
}

}  // namespace crmtrack::tick
