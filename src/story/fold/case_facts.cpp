#include "story/fold/case_facts.hpp"

#include "story/words.hpp"

namespace crmtrack::story {

std::vector<std::string> CaseFacts::values(std::string_view key) const {
  if (key == "type") return {complaint_.types.begin(), complaint_.types.end()};
  const auto one = [](std::string text) {
    return text.empty() ? std::vector<std::string>{} : std::vector{std::move(text)};
  };
  if (key != "segment" && key != "region") return one(complaint_.text_of(key));
  if (std::string own = key == "region" ? complaint_.text_of(key) : std::string(); !own.empty()) return one(own);
  const auto customer = customers_.find(word(complaint_.fields, "customer"));
  if (customer == customers_.end()) return {};
  return one(key == "segment" ? customer->second.segment : customer->second.region);
}

}  // namespace crmtrack::story
