#include "policy/entry_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/sheet.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/slug.hpp"
#include "util/time.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;

/// `name@domain`, with nothing that would break a mail header or a line.
bool is_mail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '<' || c == '>' || c == ',';
         });
}

}  // namespace

EntryReader::EntryReader(const std::string& file, const Node& entry, std::vector<Finding>& findings)
    : file_(file), entry_(entry), findings_(findings) {
  if (!entry.is_map()) refuse(entry.mark, "an entry must be a map, such as {key: value}");
}

const Node* EntryReader::ask(std::string_view key) {
  asked_.emplace_back(key);
  const Node* const value = entry_.find(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

std::string EntryReader::text(std::string_view key) {
  const Node* const value = ask(key);
  if (value == nullptr) return {};
  if (!value->is_scalar()) {
    refuse(value->mark, fmt::format("'{}' must be a single value", key));
    return {};
  }
  return std::string(util::trim(value->text));
}

std::string EntryReader::required(std::string_view key) {
  const bool was_good = good_;
  std::string value = text(key);
  if (value.empty() && was_good == good_ && entry_.is_map()) refuse(entry_.mark, fmt::format("'{}' is missing", key));
  return value;
}

std::string EntryReader::required_slug(std::string_view key) {
  std::string value = required(key);
  if (!value.empty() && !util::is_slug(value)) {
    refuse(entry_.find(key)->mark,
           fmt::format("'{}' is '{}', but must be a slug: 2 to 63 of a-z, 0-9 and -", key, value));
  }
  return value;
}

std::string EntryReader::required_mail(std::string_view key) {
  std::string value = required(key);
  if (!value.empty() && !is_mail(value))
    refuse(entry_.find(key)->mark, fmt::format("'{}' is '{}', but must be a mail address", key, value));
  return value;
}

std::string EntryReader::date(std::string_view key) {
  std::string value = text(key);
  if (!value.empty() && !util::parse_date(value))
    refuse(entry_.find(key)->mark, fmt::format("'{}' is '{}', but must be a date such as 2026-11-21", key, value));
  return value;
}

std::vector<std::string> EntryReader::texts(std::string_view key) {
  const Node* const value = ask(key);
  if (value == nullptr) return {};
  const auto is_text = [](const Node& node) { return node.is_scalar() && !node.is_null(); };
  if (!is_text(*value) && !(value->is_list() && std::all_of(value->items.begin(), value->items.end(), is_text))) {
    refuse(value->mark, fmt::format("'{}' must be a list of texts", key));
    return {};
  }
  return entry_.texts_of(key);
}

std::optional<int> EntryReader::integer(std::string_view key, int least, int most) {
  const Node* const value = ask(key);
  if (value == nullptr) return std::nullopt;
  const auto number = value->as_integer();
  if (!number || *number < least || *number > most) {
    refuse(value->mark, fmt::format("'{}' must be a whole number from {} to {}", key, least, most));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

const Node* EntryReader::map(std::string_view key) {
  const Node* const value = ask(key);
  if (value != nullptr && !value->is_map()) {
    refuse(value->mark, fmt::format("'{}' must be a map", key));
    return nullptr;
  }
  return value;
}

void EntryReader::refuse(yaml::Mark mark, const std::string& message) {
  good_ = false;
  findings_.push_back({file_, place_of(mark), util::visible_line(message), false});
}

void EntryReader::warn(yaml::Mark mark, const std::string& message) {
  findings_.push_back({file_, place_of(mark), util::visible_line(message), true});
}

void EntryReader::finish() {
  for (const auto& [key, value] : entry_.entries) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    const auto near = util::nearest(key, asked_, 1);
    warn(value.mark,
         near.empty() ? fmt::format("the field '{}' is not known and not used", key)
                      : fmt::format("the field '{}' is not known and not used; did you mean '{}'", key, near.front()));
  }
}

}  // namespace crmtrack::policy
