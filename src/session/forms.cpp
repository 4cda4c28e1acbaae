#include "session/forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "query/filter_match.hpp"
#include "record/filter_keys.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// The facts of a complaint that is not written yet, as a row that a filter reads.
class FactRow : public query::Row {
 public:
  FactRow(const yaml::Node& fields, std::string segment, std::string region)
      : fields_(fields), segment_(std::move(segment)), region_(std::move(region)) {}
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    if (key == "segment" && !segment_.empty()) return {segment_};
    const std::string own = fields_.text_of(key);
    if (!own.empty()) return {own};
    if (key == "region" && !region_.empty()) return {region_};
    return {};
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return none_; }

 private:
  const yaml::Node& fields_;
  std::string segment_, region_;
  std::vector<std::vector<std::string>> none_;
};

/// The complaint with what policy knows of its customer.
FactRow fact_row(Session& session, const yaml::Node& fields) {
  std::string segment, region;
  if (const std::string slug = fields.text_of("customer"); !slug.empty()) {
    if (const auto customer = find_customer(session, slug)) {
      segment = customer->segment;
      region = customer->region;
    }
  }
  return {fields, segment, region};
}

}  // namespace

std::vector<policy::FormFault> find_form_faults(Session& session, const yaml::Node& fields, std::string_view date) {
  const policy::Policy& policy = session.policy();
  if (policy.forms.empty()) return {};
  return policy::check_forms(policy, fact_row(session, fields), fields, date);
}

bool meets_facts(Session& session, const query::Filter& filter, const yaml::Node& fields) {
  return query::matches(filter, fact_row(session, fields), record::fact_keys(), {});
}

void require_forms(Session& session, const yaml::Node& fields) {
  const auto faults = find_form_faults(session, fields);
  if (faults.empty()) return;
  std::vector<std::string> hints;
  for (std::size_t i = 1; i < faults.size(); ++i)
    hints.push_back(fmt::format("and '{}': {}", faults[i].field, faults[i].why));
  if (!faults.front().example.empty()) hints.push_back(fmt::format("for example: {}", faults.front().example));
  hints.push_back(fmt::format("give it with --set {}=…, or with the option of that name", faults.front().field));
  throw Error(ErrorKind::refused,
              fmt::format("cannot take this complaint: field '{}': {}", faults.front().field, faults.front().why),
              std::move(hints));
}

void require_settable(const std::string& field) {
  static constexpr std::array kOwned{"id",      "kind",  "at",         "by",          "after",   "short", "status",
                                     "owner",   "level", "peak_level", "cycle",       "outcome", "code",  "promises",
                                     "records", "links", "refs",       "attachments", "source",  "key"};
  if (std::find(kOwned.begin(), kOwned.end(), field) != kOwned.end())
    throw Error(
        ErrorKind::refused, fmt::format("cannot set '{}': it is not a plain field of a complaint", field),
        {"status moves by acknowledge, wait, resolve, confirm, close …; the owner by assign; the level by escalate"});
}

}  // namespace crmtrack::session
