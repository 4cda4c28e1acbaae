#include "story/fold/case_fields.hpp"

#include <algorithm>
#include <array>

#include "story/words.hpp"

namespace crmtrack::story {

namespace {

/// The fields that the record's kind has, without those that every record has.
yaml::Node own_fields(const yaml::Node& body) {
  yaml::Node fields = yaml::Node::map();
  fields.entries.reserve(body.entries.size());
  for (const auto& entry : body.entries) {
    const std::string& key = entry.first;
    if (key != "kind" && key != "at" && key != "by" && key != "after") fields.entries.push_back(entry);
  }
  return fields;
}

/// The status and the values that a change states beside it. They are no fields of their own.
constexpr std::array<std::string_view, 8> kMoveFields{"status",      "waiting_on", "waiting_until", "waiting_for",
                                                      "accepted_by", "rejected",   "reopened",      "duplicate_of"};
/// Fields that a change cannot set: records of other kinds decide them, or the record itself has them.
constexpr std::array<std::string_view, 9> kOthers{"owner", "level", "id", "kind", "at", "by", "after", "key", "source"};
constexpr std::array<std::string_view, 5> kAnswerFields{"outcome", "code", "cause", "systemic", "redress"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void CaseFields::begin(const yaml::Node& own) {
  complaint_.fields = own_fields(own);
  add_all(own, "refs", complaint_.refs);
  add_all(own, "links", complaint_.links);
}

void CaseFields::add_said(const yaml::Node& activity) {
  add_all(activity, "type", complaint_.types);
  add_all(activity, "sentiment", complaint_.sentiments);
  add_all(activity, "refs", complaint_.refs);
}

void CaseFields::add_link(std::string link) {
  complaint_.links.insert(std::move(link));
  keep_added("links", complaint_.links);
}

bool CaseFields::set(const Reading& reading, const std::string& key, const yaml::Node& value) {
  if (is_among(kMoveFields, key)) return false;
  if (is_among(kOthers, key)) {
    ground_.remark(reading.index, "a change cannot set '" + key + "'");
    return false;
  }
  const bool is_ref = key == "ref" || key == "refs";
  if (is_ref || key == "link" || key == "links") {
    std::set<std::string>& all = is_ref ? complaint_.refs : complaint_.links;
    add_all(*reading.body().find("set"), key, all);
    keep_added(is_ref ? "refs" : "links", all);
    return false;
  }
  if (is_among(kAnswerFields, key)) {
    set_answer(reading, key, value);
    return false;
  }
  ground_.set(reading, key, text_of_value(value));
  complaint_.fields.set(key, value);
  return true;
}

void CaseFields::take_answer(const Reading& resolution) {
  for (const std::string_view key : kAnswerFields) {
    const yaml::Node* value = resolution.body().find(key);
    set_answer(resolution, key, value == nullptr ? yaml::Node::null() : *value);
  }
}

void CaseFields::set_answer(const Reading& reading, std::string_view key, const yaml::Node& value) {
  std::string text = text_of_value(value);
  if (key == "outcome") complaint_.outcome = text;
  if (key == "code") complaint_.code = text;
  if (key == "cause") complaint_.cause = text;
  if (key == "systemic") complaint_.systemic = text;
  if (key == "redress") complaint_.redress = value;
  ground_.set(reading, key, std::move(text));
}

void CaseFields::keep_added(std::string_view field, const std::set<std::string>& all) {
  complaint_.fields.set(std::string(field), yaml::Node::list_of({all.begin(), all.end()}));
}

void CaseFields::add_all(const yaml::Node& body, std::string_view key, std::set<std::string>& to) {
  const yaml::Node* value = body.find(key);
  if (value == nullptr) return;
  if (value->is_scalar() && !value->is_null()) to.insert(value->text);
  for (const yaml::Node& item : value->items)
    if (item.is_scalar()) to.insert(item.text);
}

void CaseFields::keep_redress(int cycle, std::optional<util::Instant> answered_at) {
  const std::string_view amount = complaint_.redress.is_map() ? word(complaint_.redress, "amount") : std::string_view();
  if (amount.empty()) return;
  complaint_.redresses.push_back(
      {cycle, std::string(amount), std::string(word(complaint_.redress, "currency")), complaint_.outcome, answered_at});
}

}  // namespace crmtrack::story
