#include "record/validate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "record/kinds.hpp"
#include "record/path.hpp"
#include "record/promise_reference.hpp"
#include "record/vocabulary.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "util/text/slug.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::record {

namespace {

using yaml::Node;
/// Why a value does not fit, reading on from the field's name; nullopt where it does.
using Refusal = std::optional<std::string>;

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kLongestAmount = 20;
constexpr std::size_t kDigestLength = 64;
constexpr std::size_t kCurrencyLength = 3;
constexpr std::int64_t kHighestLevel = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool all_of(std::string_view text, bool (*test)(char)) { return std::all_of(text.begin(), text.end(), test); }

bool is_snake_word(std::string_view text) {
  return !text.empty() && text.size() <= kLongestWord && is_lower(text[0]) &&
         all_of(
             text, [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_one_line(std::string_view text) {
  return !util::trim(text).empty() &&
         std::none_of(
             text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// `12`, `12.5`, `12.50`: decimal, no sign, no exponent.
bool is_amount(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
  return text.size() <= kLongestAmount && !whole.empty() && !rest.empty() && all_of(whole, is_digit) &&
         all_of(rest, is_digit);
}

bool is_currency(std::string_view text) {
  return text.size() == kCurrencyLength && all_of(
                                               text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_digest(std::string_view text) {
  return text.size() == kDigestLength && all_of(
                                             text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// `follows:20261121-7f3q2mxab4`.
bool is_link(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos &&
         std::find(kLinks.begin(), kLinks.end(), text.substr(0, colon)) != kLinks.end() &&
         util::is_complaint_id(text.substr(colon + 1));
}

std::string list_words(std::span<const std::string_view> words) { return fmt::format("{}", fmt::join(words, ", ")); }

Refusal unless(bool fits, std::string_view message) { return fits ? std::nullopt : Refusal(message); }

Refusal refusal_of_word(const FieldSpec& spec, const std::string& word) {
  if (std::find(spec.values.begin(), spec.values.end(), word) != spec.values.end()) return std::nullopt;
  return fmt::format("is '{}', but must be one of {}", word, list_words(spec.values));
}

/// Types that one scalar holds.
Refusal refusal_of_scalar(const FieldSpec& spec, const Node& value) {
  if (!value.is_scalar() || value.is_null()) return "must be a single value";
  const std::string& text = value.text;
  const auto unless_said = [&](bool fits, std::string_view rule) {
    return fits ? std::nullopt : Refusal(fmt::format("is '{}', but must be {}", text, rule));
  };
  switch (spec.type) {
    case FieldType::word:
      return refusal_of_word(spec, text);
    case FieldType::open_word:
      return unless_said(is_snake_word(text), "a word of a-z, 0-9 and _");
    case FieldType::slug:
      return unless_said(util::is_slug(text), "a slug: 2 to 63 of a-z, 0-9 and -");
    case FieldType::person:
      return unless(is_one_line(text), "must be a mail address or a name, on one line");
    case FieldType::time:
      return unless_said(util::parse_rfc3339(text).has_value(), "an RFC 3339 time such as 2026-11-21T09:12:00+01:00");
    case FieldType::integer:
      return unless_said(value.as_integer().value_or(-1) >= 0, "a whole number, 0 or more");
    case FieldType::boolean:
      return unless_said(value.as_boolean().has_value(), "true or false");
    case FieldType::level: {
      const std::int64_t number = value.as_integer().value_or(-1);
      return unless_said(number >= 0 && number <= kHighestLevel, "a level from 0 to 9");
    }
    case FieldType::record_id:
      return unless_said(util::is_ulid(text), "a record id of 26 characters");
    case FieldType::file_name:
      return unless_said(is_attachment_name(text), "a plain file name of at most 120 bytes");
    case FieldType::digest:
      return unless_said(is_digest(text), "a SHA-256 of 64 hexadecimal digits");
    default:
      return std::nullopt;
  }
}

/// Lists of scalars; a lone scalar counts as a list of one.
Refusal refusal_of_list(const Node& value, bool (*test)(std::string_view), std::string_view rule) {
  const auto refuse_item = [&](const Node& item) -> Refusal {
    if (!item.is_scalar() || item.is_null()) return fmt::format("must be a list of {}", rule);
    return test(item.text) ? std::nullopt : Refusal(fmt::format("names '{}', which is not one of {}", item.text, rule));
  };
  if (!value.is_list()) return refuse_item(value);
  for (const Node& item : value.items)
    if (auto refusal = refuse_item(item)) return refusal;
  return std::nullopt;
}

Refusal refusal_of_money(const Node& value) {
  if (!value.is_map() || !is_amount(value.text_of("amount"))) return "must have an amount such as 12.50";
  return unless(is_currency(value.text_of("currency")), "must have an ISO 4217 currency such as EUR");
}

/// Goes through a record and collects what does not fit.
class Validator {
 public:
  explicit Validator(const Record& record) : record_(record) {}

  std::vector<Problem> validate() {
    check_common();
    check_text(record_.body, "");
    if (const KindSpec* const kind = find_kind(record_.kind.known())) {
      check_fields(kind->fields, record_.body, "");
      check_meaning();
    }
    return std::move(problems_);
  }

 private:
  void add(std::string field, std::string message, yaml::Mark mark) {
    problems_.push_back({std::move(field), std::move(message), mark});
  }

  void check_common() {
    if (!is_one_line(record_.by)) add("by", "must be a mail address or a name, on one line", record_.body.mark);
    for (const std::string& id : record_.after)
      if (!util::is_ulid(id)) add("after", fmt::format("names '{}', which is no record id", id), record_.body.mark);
  }

  /// Checks the texts of all fields, unknown ones too: a text that is not UTF-8 cannot be written.
  void check_text(const Node& node, const std::string& field) {
    if (!util::is_valid_utf8(node.text)) add(field, "must be UTF-8", node.mark);
    for (const Node& item : node.items) check_text(item, field);
    for (const auto& [key, value] : node.entries) {
      const std::string name = field.empty() ? key : field;
      if (!util::is_valid_utf8(key)) add(field, "must be UTF-8 in its name", value.mark);
      check_text(value, name);
    }
  }

  void check_fields(std::span<const FieldSpec> specs, const Node& map, const std::string& prefix) {
    for (const FieldSpec& spec : specs) {
      const Node* const value = map.find(spec.name);
      const std::string name = prefix + std::string(spec.name);
      if (value != nullptr && !value->is_null()) check_value(spec, *value, name);
      if (spec.required && (value == nullptr || is_empty(*value)))
        add(name, "is missing", value == nullptr ? map.mark : value->mark);
    }
  }

  static bool is_empty(const Node& value) {
    return value.is_null() || (value.is_scalar() && value.quoted && util::trim(value.text).empty());
  }

  void check_value(const FieldSpec& spec, const Node& value, const std::string& name) {
    switch (spec.type) {
      case FieldType::texts:
        return report(name, value,
                      refusal_of_list(
                          value, [](std::string_view) { return true; }, "texts"));
      case FieldType::links:
        return report(name, value, refusal_of_list(value, is_link, "follows:ID, duplicate_of:ID, related:ID"));
      case FieldType::answered:
        return report(name, value, refusal_of_list(value, is_promise_reference, "record ids, RECORD or RECORD.N"));
      case FieldType::money:
        return report(name, value, refusal_of_money(value));
      case FieldType::map:
        return check_set(value, name);
      case FieldType::object:
        return check_object(spec, value, name);
      case FieldType::maps:
        return check_maps(spec, value, name);
      default:
        return report(name, value, refusal_of_scalar(spec, value));
    }
  }

  void report(const std::string& name, const Node& value, Refusal refusal) {
    if (refusal) add(name, std::move(*refusal), value.mark);
  }

  void check_object(const FieldSpec& spec, const Node& value, const std::string& name) {
    if (!value.is_map()) return add(name, "must be a map", value.mark);
    check_fields(members_of(spec.name), value, name + ".");
  }

  void check_maps(const FieldSpec& spec, const Node& value, const std::string& name) {
    if (!value.is_list()) return add(name, "must be a list of maps", value.mark);
    for (const Node& item : value.items) check_object(spec, item, name);
  }

  /// New values must fit the fields that they are for, as far as we know them; null takes a value away.
  void check_set(const Node& set, const std::string& name) {
    if (!set.is_map() || set.entries.empty())
      return add(name, "must be a map of fields and their new values", set.mark);
    for (const auto& [field, value] : set.entries) {
      const std::string full = name + "." + field;
      if (value.is_null()) continue;
      if (field == "status")
        check_value({"status", FieldType::word, Audience::team, Privacy::plain, kStatuses}, value, full);
      else if (field == "at" || field == "due" || field == "waiting_until")
        check_value({"at", FieldType::time, Audience::team, Privacy::plain}, value, full);
      else if (record_.kind == Kind::correction && field == "complaint")
        report(full, value, unless(util::is_complaint_id(value.text), "must be a complaint id"));
      else if (const FieldSpec* const spec =
                   record_.kind == Kind::change ? find_field(Kind::complaint, field) : nullptr)
        check_value(*spec, value, full);
    }
  }

  /// Checks the rules that hold between fields.
  void check_meaning() {
    const Node& body = record_.body;
    if (record_.kind == Kind::escalation)
      check_escalation(body);
    else if (record_.kind == Kind::step)
      check_step(body);
    else if (record_.kind == Kind::decision)
      check_decision(body);
    else if (record_.kind == Kind::review && says_nothing(body))
      add("lesson", "is missing: a review says something", body.mark);
  }

  static bool says_nothing(const Node& body) {
    const auto specs = find_kind(Kind::review)->fields;
    return std::all_of(specs.begin(), specs.end(), [&](const FieldSpec& spec) {
      const Node* const value = body.find(spec.name);
      return value == nullptr || is_empty(*value);
    });
  }

  /// An escalation is either a move from one level to another, or the answer to one.
  void check_escalation(const Node& body) {
    const bool answers = body.find("answers") != nullptr;
    for (const char* const field : answers ? kAnswerNeeds : kMoveNeeds)
      if (field != nullptr && body.find(field) == nullptr) add(field, "is missing", body.mark);
  }

  /// A step that is agreed upon says what, who and by when; every other record of it names the record that agreed it.
  void check_step(const Node& body) {
    const std::string state = body.text_of("state");
    for (const auto& [said, field] : kStepNeeds) {
      const Node* const value = body.find(field);
      const bool is_needed = said == state || (said == "other" && state != "agreed");
      if (is_needed && (value == nullptr || is_empty(*value))) add(field, "is missing", body.mark);
    }
  }

  /// A decision says what was decided, by which measure it will show, and when that is looked at; its review says what
  /// the measure showed.
  void check_decision(const Node& body) {
    if (body.find("result") != nullptr) return;
    for (const char* const field : kDecisionNeeds) {
      const Node* const value = body.find(field);
      if (value == nullptr || is_empty(*value)) add(field, "is missing", body.mark);
    }
  }

  /// The fields that a record of a step has in each state; `other` is every state but agreed.
  static constexpr std::array<std::pair<std::string_view, const char*>, 7> kStepNeeds{{{"agreed", "text"},
                                                                                       {"agreed", "owner"},
                                                                                       {"agreed", "due"},
                                                                                       {"other", "step"},
                                                                                       {"slipped", "due"},
                                                                                       {"slipped", "why"},
                                                                                       {"dropped", "why"}}};
  static constexpr std::array<const char*, 3> kDecisionNeeds{"text", "measure", "review_on"};
  static constexpr std::array<const char*, 2> kAnswerNeeds{"answer", nullptr};
  static constexpr std::array<const char*, 2> kMoveNeeds{"from_level", "to_level"};

  const Record& record_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> validate(const Record& record) { return Validator(record).validate(); }

std::string fault_of(const Record& record) {
  const auto problems = validate(record);
  return problems.empty() ? std::string() : fmt::format("{} {}", problems.front().field, problems.front().message);
}

}  // namespace crmtrack::record
