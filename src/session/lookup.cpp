#include "session/lookup.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/read/lookup.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "session/person_word.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/slug.hpp"
#include "util/text/width.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kShortestPrefix = 4;

std::vector<std::string> describe_candidates(Session& session, const std::vector<std::string>& ids) {
  std::vector<std::string> hints;
  for (const std::string& id : ids) {
    if (hints.size() == 10) {
      hints.push_back(fmt::format("and {} more", ids.size() - 10));
      break;
    }
    const story::Complaint complaint = load_complaint(session, id);
    hints.push_back(fmt::format("{}  {}  {}", util::complaint_tail(id), complaint.text_of("customer"),
                                complaint.text_of("summary")));
  }
  return hints;
}

std::string did_you_mean(const std::vector<std::string>& candidates) {
  return fmt::format("did you mean {}", util::join(candidates, " or "));
}

/// The common end of a word that a closed vocabulary does not have.
[[noreturn]] void refuse_word(std::string_view kind, std::string_view word, const std::vector<std::string>& known,
                              std::string_view list_command) {
  std::vector<std::string> hints;
  if (const auto near = util::nearest(word, known); !near.empty()) hints.push_back(did_you_mean(near));
  hints.push_back(fmt::format("see: crmtrack {}", list_command));
  throw Error(ErrorKind::refused, fmt::format("cannot use {} '{}': policy does not list it", kind, word),
              std::move(hints));
}

std::string today(Session& session) { return util::format_date(session.zone().date_of(session.now())); }

}  // namespace

std::string get_complaint_id(Session& session, std::string_view text) {
  std::string_view tail = text;
  if (text.size() > 9 && text[8] == '-') tail = text.substr(9);
  const std::string prefix = util::normalize_crockford(tail);
  if (prefix.size() < kShortestPrefix || !util::is_crockford(prefix))
    throw Error(prefix.size() < kShortestPrefix ? ErrorKind::usage : ErrorKind::not_found,
                fmt::format("cannot find complaint '{}': an id has at least {} of the characters 0-9 and a-z", text,
                            kShortestPrefix),
                {"see the ids with: crmtrack list"});
  std::vector<std::string> found = index::complaints_by_prefix(
      session.index(), tail.size() == text.size() ? prefix : std::string(text.substr(0, 9)) + prefix);
  if (found.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot find complaint '{}'", text),
                {"see the ids with: crmtrack list --all"});
  if (found.size() > 1)
    throw Error(ErrorKind::ambiguous,
                fmt::format("cannot tell which complaint '{}' is: {} begin so", text, found.size()),
                describe_candidates(session, found));
  return found.front();
}

story::Complaint load_complaint(Session& session, const std::string& id) {
  auto complaint = index::find_complaint(session.index(), id, session.terms());
  if (!complaint) throw Error(ErrorKind::not_found, fmt::format("cannot find complaint '{}'", id));
  return std::move(*complaint);
}

std::optional<story::Customer> find_customer(Session& session, const std::string& slug) {
  return index::find_customer(session.index(), slug);
}

std::string get_record_id(const std::vector<story::Entry>& entries, std::string_view text, std::string_view of) {
  const std::string wanted = util::normalize_crockford(text);
  std::vector<std::string> found;
  for (const story::Entry& entry : entries) {
    const std::string& id = entry.record.id;
    if (id == wanted) return id;
    if (!entry.second && !wanted.empty() && util::record_tail(id).starts_with(wanted)) found.push_back(id);
  }
  if (found.size() == 1) return found.front();
  const std::string see = fmt::format("see its records with: crmtrack show {}", of);
  if (found.empty()) throw Error(ErrorKind::not_found, fmt::format("cannot find record '{}' of {}", text, of), {see});
  std::vector<std::string> hints;
  for (const std::string& id : found) hints.emplace_back(util::record_tail(id));
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell which record of {} '{}' is: {} begin so", of, text, found.size()), hints);
}

std::string short_id(Session& session, std::string_view complaint_id) {
  const std::size_t length = index::unique_prefix(session.index(), complaint_id);
  return std::string(length == 0 ? complaint_id : util::complaint_tail(complaint_id).substr(0, length));
}

void say_unlisted(Session& session, std::string_view person) {
  const bool empty = session.policy().people.empty();
  // While the directory is empty any address is as good as another; what is none may be a slip.
  if (person == session.me_or_nobody() || (empty && person.find('@') != std::string_view::npos)) return;
  session.say_once(fmt::format(
      "'{}' is {}; taken as it is", person,
      empty ? "no mail address, and the directory is empty" : "not in the directory (crmtrack person list)"));
}

std::string resolve_person(Session& session, std::string_view text) {
  if (text == "me") return session.me();
  const policy::Policy& policy = session.policy();
  if (const policy::Person* found = find_person_by_word(session, text)) return found->email;
  if (policy.people.empty() || text == session.me_or_nobody()) {
    say_unlisted(session, text);
    return std::string(util::trim(text));
  }
  std::vector<std::string> known;
  for (const policy::Person& person : policy.people) known.push_back(person.email);
  refuse_word("person", text, known, "person list");
}

std::string resolve_present_person(Session& session, std::string_view text) {
  std::string mail = resolve_person(session, text);
  const policy::Person* person = session.policy().find_person(mail, today(session));
  if (person != nullptr && !person->valid_to.empty() && person->valid_to <= today(session))
    throw Error(ErrorKind::refused, fmt::format("cannot use person '{}': they left on {}", mail, person->valid_to),
                {"see: crmtrack person list"});
  return mail;
}

std::string resolve_reason(Session& session, std::string_view text) {
  const policy::Policy& policy = session.policy();
  const policy::Reason* reason = policy.find_reason(text, today(session));
  if (reason == nullptr) reason = policy.find_reason(text);
  if (reason == nullptr) {
    std::vector<std::string> known;
    for (const policy::Reason& candidate : policy.reasons) known.push_back(candidate.code);
    refuse_word("reason", text, known, "reason list");
  }
  if (!reason->active_on(today(session))) {
    std::vector<std::string> hints;
    if (!reason->replaced_by.empty()) hints.push_back(fmt::format("it was replaced by: {}", reason->replaced_by));
    hints.emplace_back("see: crmtrack reason list");
    throw Error(ErrorKind::refused, fmt::format("cannot use reason '{}': it is not in use today", reason->code),
                std::move(hints));
  }
  return reason->code;
}

std::string resolve_project(Session& session, std::string_view text) {
  const policy::Policy& policy = session.policy();
  const policy::Project* project = policy.find_project(text, today(session));
  if (project == nullptr) project = policy.find_project(text);
  if (project != nullptr && (project->valid_to.empty() || today(session) < project->valid_to)) return project->id;
  if (project != nullptr)
    throw Error(ErrorKind::refused,
                fmt::format("cannot use project '{}': it was retired on {}", text, project->valid_to),
                {"see: crmtrack project list"});
  if (policy.projects.empty()) {
    if (!util::is_slug(text))
      throw Error(ErrorKind::refused, fmt::format("cannot use project '{}': not a slug (a-z, 0-9 and -)", text),
                  {fmt::format("try: {}", util::to_slug(text))});
    return std::string(text);
  }
  std::vector<std::string> known;
  for (const policy::Project& candidate : policy.projects) known.push_back(candidate.id);
  refuse_word("project", text, known, "project list");
}

int resolve_level(Session& session, std::string_view text) {
  if (const auto level = session.policy().find_level(text)) return *level;
  std::vector<std::string> known;
  for (const policy::Level& level : session.policy().levels)
    known.push_back(fmt::format("{} ({})", level.level, level.name));
  throw Error(ErrorKind::refused, fmt::format("cannot use level '{}': policy does not list it", text),
              {fmt::format("levels: {}", util::join(known, ", "))});
}

query::Filter parse_filter(const std::vector<std::string>& words) {
  auto filter = query::parse(words, record::complaint_keys());
  if (filter) return *filter;
  throw Error(ErrorKind::usage,
              fmt::format("cannot read the filter '{}' at column {}: {}", util::truncate(util::join(words, " "), 200),
                          filter.error().column, filter.error().message),
              {"the filter language: man 7 crmtrack-filter"});
}

}  // namespace crmtrack::session
