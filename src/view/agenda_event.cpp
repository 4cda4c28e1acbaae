#include "view/agenda_event.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "util/id.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::view {

namespace {

std::string_view kind_word(const index::PromiseRow& row) {
  return row.undated ? "next_step" : record::name_of(row.promise.kind);
}

/// The name of the entry, for ever: its story, and the promise in it.
std::string uid_of(const index::PromiseRow& row) {
  std::string uid = row.story.id + "-" + std::string(kind_word(row));
  if (!row.undated) uid += fmt::format("-{}-{}", row.promise.of, row.promise.n);
  for (char& c : uid) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (!is_plain) c = '_';
  }
  return uid;
}

std::string debtor_text(const index::PromiseRow& row) {
  const story::Promise& promise = row.promise;
  const bool ours = promise.debtor == story::Debtor::us;
  const std::string who = !promise.who.empty() ? promise.who : ours ? row.owner : "";
  const std::string_view debtor = story::name_of(promise.debtor);
  return who.empty() || who == debtor ? std::string(debtor) : fmt::format("{} ({})", who, debtor);
}

/// 1, 3, 5 or 9, as calendar programs know high, medium and low; 0 for a word that is not ours.
int priority_of(std::string_view severity) {
  static constexpr std::array<int, record::kSeverities.size()> kPriorities{9, 5, 3, 1};
  const auto found = std::ranges::find(record::kSeverities, severity);
  return found == record::kSeverities.end()
             ? 0
             : kPriorities[static_cast<std::size_t>(found - record::kSeverities.begin())];
}

}  // namespace

document::Event agenda_event(const index::PromiseRow& row) {
  const bool is_complaint = row.story.kind == record::StoryKind::complaint;
  const bool is_customer = row.story.kind == record::StoryKind::customer;
  const std::string name = is_customer ? row.story.id : std::string(util::complaint_tail(row.story.id));
  document::Event event;
  event.uid = uid_of(row);
  event.summary = fmt::format("{} {}: {}", name, kind_word(row),
                              row.promise.what.empty() || row.undated ? row.summary : row.promise.what);
  event.made_at = row.promise.start_at;
  event.due_at = row.promise.due_at;
  event.priority = priority_of(row.severity);
  std::vector<std::string> lines{fmt::format("owed by {}", debtor_text(row))};
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty()) lines.push_back(fmt::format("{}: {}", label, value));
  };
  add(is_complaint ? "complaint" : is_customer ? "about" : "decision", row.summary);
  add("customer", row.customer);
  add("severity", row.severity);
  if (!row.undated) add("record", story::reference_of(row.promise));
  const char* const show = is_complaint ? "show" : is_customer ? "customer show" : "decide show";
  lines.push_back(fmt::format("crmtrack {} {}", show, name));
  event.description = util::join(lines, "\n");
  return event;
}

}  // namespace crmtrack::view
