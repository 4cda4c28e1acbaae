#pragma once

#include <map>
#include <string>
#include <vector>

#include "query/filter.hpp"
#include "query/filter_match.hpp"
#include "util/text/words.hpp"

/// A row made of a map, for tests.
class MapRow : public crmtrack::query::Row {
 public:
  using Values = std::map<std::string, std::vector<std::string>, std::less<>>;
  explicit MapRow(Values values, const std::vector<std::string>& texts = {}) : values_(std::move(values)) {
    for (const auto& text : texts) texts_.push_back(crmtrack::util::words_of(text));
  }
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    const auto found = values_.find(key);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return texts_; }

 private:
  Values values_;
  std::vector<std::vector<std::string>> texts_;
};

inline crmtrack::query::Moment moment_at(const char* now, const char* zone, std::string me = "asha@example.com") {
  return {crmtrack::util::parse_rfc3339(now)->utc, crmtrack::util::Zone::load(zone), std::move(me)};
}
