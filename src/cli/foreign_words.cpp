#include "cli/foreign_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "util/id.hpp"

namespace crmtrack::cli {

namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr std::array kCommands{
    Row{"add", "a complaint: crmtrack new; others: crmtrack customer add, person add, project add"},
    Row{"contact", "contacts of a customer: crmtrack customer edit CUSTOMER --contact 'NAME <MAIL>'"},
    Row{"delete", "nothing is deleted: crmtrack undo takes back the last command, crmtrack void ID a complaint"},
    Row{"edit", "a field: crmtrack update ID; an earlier record: crmtrack correct ID RECORD"},
    Row{"find", "words: crmtrack search; by status, customer, date …: crmtrack list"},
    Row{"log", "what was recorded on a complaint: crmtrack show ID; its commits: crmtrack history ID"},
    Row{"overdue", "what is overdue: crmtrack agenda --until now; complaints: crmtrack list overdue:yes"},
    Row{"promise", "with a contact: crmtrack call ID --promise WHAT@DUE; to ourselves: note ID --promise … --to us"},
    Row{"pull", "did you mean 'sync'?"},
    Row{"push", "did you mean 'sync'?"},
    Row{"remove", "nothing is removed: crmtrack undo takes back the last command, crmtrack void ID a complaint"},
    Row{"share", "did you mean 'sync'?"},
    Row{"status", "all complaints: crmtrack list; one: crmtrack show ID; what is due: crmtrack agenda"},
};

constexpr std::array<std::string_view, 5> kTimes{"--period", "--since", "--from", "--until", "--date"};

/// An id has a digit more often than not, and a mistyped command has none.
bool looks_like_id(std::string_view word) {
  return word.size() >= 4 && util::is_crockford(word) && word.find_first_of("0123456789") != word.npos;
}

}  // namespace

std::vector<std::string> hints_for_command(std::string_view word) {
  for (const auto& [foreign, hint] : kCommands)
    if (foreign == word) return {std::string(hint)};
  if (looks_like_id(word)) return {fmt::format("a complaint: crmtrack show {}", word)};
  return {};
}

std::vector<std::string> hints_for_option(std::string_view name, std::string_view command) {
  if (name == "-o" || name == "--output")
    return {fmt::format("it writes to standard output: crmtrack {} … > FILE", command)};
  if (command == "agenda" && (name == "--overdue" || name == "--late"))
    return {"what is overdue comes first; that alone: crmtrack agenda --until now"};
  if (command == "assign" && (name == "--to" || name == "--owner"))
    return {"the person is the last word: crmtrack assign ID PERSON"};
  return {};
}

bool is_time_option(std::string_view name) { return std::ranges::find(kTimes, name) != kTimes.end(); }

}  // namespace crmtrack::cli
