#include "command/common/forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "command/common/capture.hpp"
#include "command/common/lookup.hpp"
#include "record/vocabulary.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// The facts of a complaint that is not written yet, as a filter asks them.
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

/// `WHAT@DUE`, taken apart at the last @ behind which a time stands.
std::pair<std::string, std::string> split_due(const std::string& text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string::npos) return {std::string(util::trim(text)), {}};
  return {std::string(util::trim(text.substr(0, at))), std::string(util::trim(text.substr(at + 1)))};
}

}  // namespace

void require_forms(Context& context, const yaml::Node& fields) {
  const policy::Policy& policy = context.policy();
  if (policy.forms.empty()) return;
  std::string segment, region;
  if (const std::string slug = fields.text_of("customer"); !slug.empty()) {
    if (const auto customer = find_customer(context, slug)) {
      segment = customer->segment;
      region = customer->region;
    }
  }
  const auto faults = policy::check_forms(policy, FactRow(fields, segment, region), fields);
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

std::vector<std::pair<std::string, std::string>> assignments_of(const Invocation& invocation) {
  std::vector<std::pair<std::string, std::string>> assignments;
  for (const std::string& text : invocation.all("set")) {
    const std::size_t equals = text.find('=');
    const std::string key = text.substr(0, equals);
    const bool is_name = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (equals == std::string::npos || !is_name)
      throw Error(ErrorKind::usage,
                  fmt::format("cannot read --set '{}': write FIELD=VALUE, the field in a-z, 0-9 and _", text));
    assignments.emplace_back(key, text.substr(equals + 1));
  }
  return assignments;
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

yaml::Node promises_of(Context& context, const Invocation& invocation) {
  yaml::Node list = yaml::Node::list();
  for (const std::string& text : invocation.all("promise")) {
    const auto [what, due] = split_due(text);
    if (what.empty() || due.empty())
      throw Error(ErrorKind::usage, fmt::format("cannot read --promise '{}': say what and by when", text),
                  {"for example: --promise 'call back@fri 17:00'"});
    yaml::Node promise = yaml::Node::map();
    promise.set("what", yaml::Node::scalar(what));
    promise.set("due", yaml::Node::scalar(util::format_rfc3339(due_of(context, due))));
    list.items.push_back(std::move(promise));
  }
  return list;
}

yaml::Node expects_of(Context& context, const Invocation& invocation) {
  const auto text = invocation.find("expects");
  if (!text) return yaml::Node::null();
  const auto [what, due] = split_due(*text);
  const bool known = what == "none" || std::find(record::kExpectations.begin(), record::kExpectations.end(), what) !=
                                           record::kExpectations.end();
  if (!known)
    throw Error(ErrorKind::usage,
                fmt::format("cannot read --expects '{}': expect acknowledgement, reply, information or none", *text),
                {"for example: --expects reply@2026-12-01"});
  yaml::Node expects = yaml::Node::map();
  expects.set("what", yaml::Node::scalar(what));
  if (!due.empty()) expects.set("due", yaml::Node::scalar(util::format_rfc3339(due_of(context, due))));
  return expects;
}

}  // namespace crmtrack::command
