#include <algorithm>
#include <array>

#include <fmt/format.h>
#include "story/complaint_fold.hpp"
#include "story/contact.hpp"
#include "story/words.hpp"

/// Applies a change to a complaint: a move along the lifecycle, or a new classification, link or reference.
namespace crmtrack::story {
namespace {

using record::Evidence;

/// The status and the values that a change states beside it. They are no fields of their own.
constexpr std::array<std::string_view, 7> kMoveFields{"status",   "waiting_on", "waiting_until", "accepted_by",
                                                      "rejected", "reopened",   "duplicate_of"};
/// Fields that a change cannot set: records of other kinds decide them, or the record itself has them.
constexpr std::array<std::string_view, 9> kOthers{"owner", "level", "id", "kind", "at", "by", "after", "key", "source"};
constexpr std::array<std::string_view, 5> kAnswerFields{"outcome", "code", "cause", "systemic", "redress"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::span<const std::string_view> answer_fields() { return kAnswerFields; }

void ComplaintFold::apply_change(const Reading& reading) {
  const yaml::Node* set = reading.body().find("set");
  if (set == nullptr || !set->is_map()) return ground_.set_aside(reading.index, "sets nothing");
  if (set->find("status") != nullptr) apply_status(reading, *set);
  for (const auto& [key, value] : set->entries)
    if (!is_among(kMoveFields, key)) set_field(reading, key, value);
}

void ComplaintFold::apply_status(const Reading& reading, const yaml::Node& set) {
  const Move move = move_of(set);
  if (move == Move::confirm) return apply_confirmation(reading, set);
  if (!status_.apply(move, reading)) return;
  parties_.cycle = complaint_.cycle;
  if (move == Move::wait) {
    complaint_.waiting_on = word(set, "waiting_on");
    complaint_.waiting_since = reading.at();
    complaint_.waiting_until = instant(set, "waiting_until");
  }
  if (move == Move::reject) book_.apply_verdict(reading, evidence_of(*reading.record, channel()));
  if (move == Move::reject || move == Move::reopen) complaint_.accepted_by.clear();
  if (move == Move::close) book_.close(reading);
  if (move == Move::withdraw || move == Move::void_) apply_end(move, reading);
}

/// Applies a confirmation. The customer's word needs evidence `acknowledged`; their silence needs none.
void ComplaintFold::apply_confirmation(const Reading& reading, const yaml::Node& set) {
  const bool silence = word(set, "accepted_by") == "silence";
  const Evidence evidence = evidence_of(*reading.record, channel());
  if (!silence && evidence < Evidence::acknowledged) {
    return ground_.set_aside(reading.index,
                             fmt::format("evidence {} is below acknowledged", record::name_of(evidence)));
  }
  if (!status_.apply(Move::confirm, reading)) return;
  complaint_.accepted_by = silence ? "silence" : "customer";
  if (silence)
    book_.drop_verdict(reading);
  else
    book_.apply_verdict(reading, evidence);
}

void ComplaintFold::apply_end(Move move, const Reading& reading) {
  book_.end(reading);
  route_.leave(reading);
  const std::string_view original = word(*reading.body().find("set"), "duplicate_of");
  if (move != Move::void_ || original.empty()) return;
  complaint_.links.insert("duplicate_of:" + std::string(original));
  keep_added("links", complaint_.links);
}

void ComplaintFold::set_field(const Reading& reading, const std::string& key, const yaml::Node& value) {
  if (is_among(kOthers, key)) return ground_.remark(reading.index, "a change cannot set '" + key + "'");
  const bool is_ref = key == "ref" || key == "refs";
  if (is_ref || key == "link" || key == "links") {
    std::set<std::string>& all = is_ref ? complaint_.refs : complaint_.links;
    add_all(*reading.body().find("set"), key, all);
    return keep_added(is_ref ? "refs" : "links", all);
  }
  if (is_among(kAnswerFields, key)) return set_answer_field(reading, key, value);
  ground_.set(reading, key, text_of_value(value));
  complaint_.fields.set(key, value);
  if (key == "customer") parties_.customer = text_of_value(value);
  if (key == "contact") parties_.contact = text_of_value(value);
}

void ComplaintFold::keep_added(std::string_view field, const std::set<std::string>& all) {
  complaint_.fields.set(std::string(field), yaml::Node::list_of({all.begin(), all.end()}));
}

void ComplaintFold::set_answer_field(const Reading& reading, std::string_view key, const yaml::Node& value) {
  std::string text = text_of_value(value);
  if (key == "outcome") complaint_.outcome = text;
  if (key == "code") complaint_.code = text;
  if (key == "cause") complaint_.cause = text;
  if (key == "systemic") complaint_.systemic = text;
  if (key == "redress") complaint_.redress = value;
  ground_.set(reading, key, std::move(text));
}

}  // namespace crmtrack::story
