#include "policy/forms.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "policy/dated.hpp"
#include "policy/form_reader.hpp"
#include "record/filter_keys.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;

/// Whether a value says something: not null, not blank, not a list or map of nothing.
bool says_something(const Node* value) {
  if (value == nullptr || value->is_null()) return false;
  if (value->is_scalar()) return !util::trim(value->text).empty();
  return std::any_of(value->items.begin(), value->items.end(),
                     [](const Node& item) { return says_something(&item); }) ||
         std::any_of(value->entries.begin(), value->entries.end(),
                     [](const Node::Entry& entry) { return says_something(&entry.second); });
}

std::string whom(const Form& form) {
  return form.filter_text.empty() ? "every complaint" : fmt::format("complaints with {}", form.filter_text);
}

/// The text without its last line feed: a text of several lines ends in one, and no pattern has to match it.
std::string_view without_final_line_feed(std::string_view text) {
  return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
}

bool matches_in_full(const Form& form, const std::string& field, const std::string& pattern, std::string_view text) {
  const auto ready = form.compiled.find(field);
  const auto compiled = ready != form.compiled.end() ? ready->second : compile_pattern(pattern);
  const std::string_view subject = without_final_line_feed(text);
  return re2::RE2::FullMatch(re2::StringPiece(subject.data(), subject.size()), *compiled);
}

/// False for a form that asks for nothing: it has not come yet, or a newer form has taken its place. The newer form has
/// the same name, or, where they have none, the same filter.
bool holds(const std::vector<Form>& forms, const Form& form, std::string_view date) {
  const auto is_same = [&](const Form& other) {
    return other.from != form.from && other.name == form.name &&
           (!form.name.empty() || other.filter_text == form.filter_text);
  };
  if (!date.empty() && form.from > date) return false;
  const Form* const newest = find_newest(forms, date, is_same);
  return newest == nullptr || newest->from < form.from;
}

constexpr std::size_t kShown = 60;  // columns of a text that a message quotes

/// Checks a complaint against one form, and adds a fault for each field that it lacks or that does not fit.
class FormCheck {
 public:
  FormCheck(const Form& form, const Node& fields, std::vector<FormFault>& faults)
      : form_(form), fields_(fields), faults_(faults) {}

  void run() {
    for (const std::string& field : form_.require)
      if (!says_something(fields_.find(field))) add(field, fmt::format("policy asks for it in {}", whom(form_)));
    for (const auto& [field, pattern] : form_.match) {
      if (says_something(fields_.find(field)) && !matches_some(field, pattern)) {
        add(field, fmt::format("'{}' does not fit {}, as policy asks in {}",
                               util::truncate(util::join(fields_.texts_of(field), ", "), kShown),
                               util::truncate(pattern, kShown), whom(form_)));
      }
    }
  }

 private:
  /// True where one text of the field fits: references of several systems stand in one list.
  bool matches_some(const std::string& field, const std::string& pattern) {
    const auto texts = fields_.texts_of(field);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return matches_in_full(form_, field, pattern, text); });
  }

  void add(const std::string& field, std::string why) {
    const bool is_known =
        std::any_of(faults_.begin(), faults_.end(), [&](const FormFault& fault) { return fault.field == field; });
    if (!is_known) faults_.push_back({field, std::move(why), form_.example});
  }

  const Form& form_;
  const Node& fields_;
  std::vector<FormFault>& faults_;
};

}  // namespace

std::vector<FormFault> check_forms(const Policy& policy, const query::Row& facts, const yaml::Node& fields,
                                   std::string_view date) {
  std::vector<FormFault> faults;
  for (const Form& form : policy.forms)
    if (holds(policy.forms, form, date) && query::matches(form.filter, facts, record::fact_keys(), {}))
      FormCheck(form, fields, faults).run();
  return faults;
}

}  // namespace crmtrack::policy
