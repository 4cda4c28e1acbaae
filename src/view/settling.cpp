#include "view/settling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "story/short_record.hpp"

namespace crmtrack::view {

namespace {

using namespace std::string_view_literals;
using record::Status;

constexpr std::array kOfAnswer{"outcome"sv, "code"sv, "cause"sv, "systemic"sv, "redress"sv, "event"sv};
constexpr std::array kOfCustomer{"name"sv, "segment"sv, "region"sv, "manager"sv};
constexpr std::string_view kDueOf = "due of ";
constexpr std::string_view kAnswerTo = "answer to ";

bool is_among(std::string_view word, const auto& words) { return std::ranges::find(words, word) != words.end(); }

/// A value as a shell takes it without quotes, else a word for it: a value may hold what a shell would run.
std::string typed(const std::string& value) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.@:+-";
  return value.empty() || value.find_first_not_of(kPlain) != std::string::npos ? "VALUE" : value;
}

/// The move that repeats a status, or goes on from it.
std::string repeat_status(Status status, std::string_view shown) {
  switch (status) {
    case Status::received:
    case Status::acknowledged:
      return fmt::format("crmtrack acknowledge {} -m …", shown);
    case Status::investigating:
      return fmt::format("crmtrack work {} -m …", shown);
    case Status::waiting:
      return fmt::format("crmtrack wait {} --on WHOM", shown);
    case Status::responded:
      return fmt::format("crmtrack confirm {0}, or crmtrack reject {0} --why …", shown);
    case Status::resolved:
      return fmt::format("crmtrack confirm {}", shown);
    case Status::closed:
      return fmt::format("crmtrack close {}", shown);
    case Status::withdrawn:
      return fmt::format("crmtrack withdraw {} --why …", shown);
    case Status::void_:
      return fmt::format("crmtrack void {} --why …", shown);
  }
  return {};
}

/// Corrects one of the records of a conflict, so that they say one thing.
std::string correct(const story::Complaint& complaint, const std::string& id, std::string_view shown,
                    const std::string& field, const std::string& value) {
  return fmt::format("crmtrack correct {} {} --set {}={} --why …", shown, story::short_record(complaint.entries, id),
                     field, value);
}

/// The value of an answer's field, or the answer to an escalation, as the record that stands says it.
std::string standing(const story::Complaint& complaint, const std::string& id, const std::string& field) {
  const auto entry = std::ranges::find(complaint.entries, id, [](const story::Entry& each) { return each.record.id; });
  return entry == complaint.entries.end() ? std::string() : entry->record.text_of(field);
}

}  // namespace

std::string settling_command(const story::Complaint& complaint, const story::Conflict& conflict,
                             std::string_view shown) {
  const std::string& what = conflict.what;
  if (what == "status") return repeat_status(complaint.status, shown);
  if (what == "owner")
    return fmt::format("crmtrack assign {} {}", shown, complaint.owner.empty() ? "nobody" : typed(complaint.owner));
  if (what.starts_with(kDueOf))
    return fmt::format("crmtrack reschedule {} {} DUE --why …", shown, what.substr(kDueOf.size()));
  if (conflict.records.empty() || (what == "complaint" && conflict.records.size() != 2)) return "crmtrack audit";
  const std::string& first = conflict.records.front();
  const std::string& last = conflict.records.back();
  if (what == "complaint") return correct(complaint, last, shown, "summary", "VALUE");
  if (what == "links") return correct(complaint, first, shown, "status", "received");
  if (what == "level") return correct(complaint, first, shown, "to_level", fmt::to_string(complaint.level));
  if (what.starts_with(kAnswerTo))
    return correct(complaint, first, shown, "answer", typed(standing(complaint, last, "answer")));
  if (is_among(what, kOfAnswer)) return correct(complaint, first, shown, what, typed(standing(complaint, last, what)));
  return fmt::format("crmtrack update {} --set {}={} --why …", shown, typed(what), typed(complaint.text_of(what)));
}

std::string settling_command(const story::Customer& customer, const story::Conflict& conflict) {
  if (is_among(conflict.what, kOfCustomer))
    return fmt::format("crmtrack customer edit {} --{} {}", customer.id, conflict.what,
                       typed(customer.fields.text_of(conflict.what)));
  if (conflict.what == "merged_into")
    return fmt::format("crmtrack customer merge {} {} --why …", customer.id, typed(customer.merged_into));
  return {};
}

}  // namespace crmtrack::view
