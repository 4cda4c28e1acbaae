#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/read/rule_events.hpp"
#include "query/filter_match.hpp"
#include "tick/rule/event.hpp"

namespace crmtrack::tick {

/// An event with the facts of its complaint, as a row that the filter of a rule is matched against.
class EventRow : public query::Row {
 public:
  /// `subject` is null for what belongs to no complaint. It must outlive the row.
  EventRow(Event event, const index::RuleSubject* subject) : event_(std::move(event)), subject_(subject) {}

  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override;
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return texts_; }

 private:
  Event event_;
  const index::RuleSubject* subject_;
  std::vector<std::vector<std::string>> texts_;  ///< none: policy asks for no words
};

}  // namespace crmtrack::tick
