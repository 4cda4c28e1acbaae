#include "session/lookup.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/read/lookup.hpp"
#include "policy/dated.hpp"
#include "policy/meant.hpp"
#include "policy/targets.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/slug.hpp"

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

/// The code that a text means. Throws Error(ambiguous) where it fits several; nullopt where policy has no such word.
std::optional<std::string> find_code(Session& session, policy::Vocabulary vocabulary, std::string_view text) {
  std::vector<std::string> codes = policy::understand(session.policy(), vocabulary, text, policy_date(session));
  if (codes.empty()) return std::nullopt;
  if (codes.size() == 1) return std::move(codes.front());
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell which {} '{}' is: {} fit", policy::name_of(vocabulary), text, codes.size()),
              {fmt::format("it may be {}", util::join(codes, ", "))});
}

void require_level_in_use(Session& session, int level) {
  const std::string today = policy_date(session);
  const auto* const entry = policy::find_newest(session.policy().levels, today,
                                                [&](const policy::Level& each) { return each.level == level; });
  if (entry == nullptr || entry->valid_to.empty() || today < entry->valid_to) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot use level {} ({}): it was retired on {}", level, entry->name, entry->valid_to),
              {"see: crmtrack level list"});
}

/// The common end of a word that a closed vocabulary does not have.
[[noreturn]] void refuse_word(Session& session, policy::Vocabulary vocabulary, std::string_view word) {
  std::vector<std::string> hints;
  const std::string_view kind = policy::name_of(vocabulary);
  if (const auto near = policy::nearest_words(session.policy(), vocabulary, word); !near.empty())
    hints.push_back(fmt::format("did you mean {}?", util::join(near, " or ")));
  hints.push_back(fmt::format("see: crmtrack {} list", kind));
  throw Error(ErrorKind::refused, fmt::format("cannot use {} '{}': policy does not list it", kind, word),
              std::move(hints));
}

/// Throws Error(not_found) where the word for a complaint is the slug of a customer.
void refuse_customer(Session& session, std::string_view text) {
  if (!find_customer(session, std::string(text))) return;
  throw Error(ErrorKind::not_found, fmt::format("cannot find complaint '{}': it is a customer", text),
              {fmt::format("their story: crmtrack customer show {}", text),
               fmt::format("their complaints: crmtrack list customer:{}", text)});
}

}  // namespace

std::string get_complaint_id(Session& session, std::string_view text) {
  std::string_view tail = text;
  if (text.size() > 9 && text[8] == '-') tail = text.substr(9);
  const std::string prefix = util::normalize_crockford(tail);
  if (prefix.size() < kShortestPrefix || !util::is_crockford(prefix)) {
    refuse_customer(session, text);
    throw Error(prefix.size() < kShortestPrefix ? ErrorKind::usage : ErrorKind::not_found,
                fmt::format("cannot find complaint '{}': an id has at least {} of the characters 0-9 and a-z", text,
                            kShortestPrefix),
                {"see the ids with: crmtrack list"});
  }
  std::vector<std::string> found = index::complaints_by_prefix(
      session.index(), tail.size() == text.size() ? prefix : std::string(text.substr(0, 9)) + prefix);
  if (found.empty()) {
    refuse_customer(session, text);
    throw Error(ErrorKind::not_found, fmt::format("cannot find complaint '{}'", text),
                {"see the ids with: crmtrack list --all"});
  }
  if (found.size() > 1)
    throw Error(ErrorKind::ambiguous,
                fmt::format("cannot tell which complaint '{}' is: {} start with it", text, found.size()),
                describe_candidates(session, found));
  return found.front();
}

story::Complaint load_complaint(Session& session, const std::string& id) {
  auto complaint = index::find_complaint(session.index(), id, session.terms());
  if (!complaint) throw Error(ErrorKind::not_found, fmt::format("cannot find complaint '{}'", id));
  return std::move(*complaint);
}

std::optional<story::Customer> find_customer(Session& session, const std::string& slug) {
  return index::find_customer(session.index(), slug, session.terms());
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
              fmt::format("cannot tell which record of {} '{}' is: {} start with it", of, text, found.size()), hints);
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

std::string policy_date(Session& session) { return util::format_date(session.ledger_zone().date_of(session.now())); }

const policy::Person* find_leaver(Session& session, std::string_view mail) {
  const policy::Person* person = session.policy().find_person(mail, policy_date(session));
  const bool left = person != nullptr && !person->valid_to.empty() && person->valid_to <= policy_date(session);
  return left ? person : nullptr;
}

std::optional<std::string> find_person(Session& session, std::string_view text) {
  return find_code(session, policy::Vocabulary::people, text);
}

std::string resolve_person(Session& session, std::string_view text) {
  if (text == "me") return session.me();
  if (auto found = find_person(session, text)) return std::move(*found);
  if (session.policy().people.empty() || text == session.me_or_nobody()) {
    say_unlisted(session, text);
    return std::string(util::trim(text));
  }
  refuse_word(session, policy::Vocabulary::people, text);
}

std::string resolve_present_person(Session& session, std::string_view text) {
  std::string mail = resolve_person(session, text);
  if (const policy::Person* leaver = find_leaver(session, mail))
    throw Error(ErrorKind::refused, fmt::format("cannot use person '{}': they left on {}", mail, leaver->valid_to),
                {"see: crmtrack person list"});
  return mail;
}

std::string resolve_reason(Session& session, std::string_view text) {
  const policy::Policy& policy = session.policy();
  const auto found = find_code(session, policy::Vocabulary::reasons, text);
  if (!found) refuse_word(session, policy::Vocabulary::reasons, text);
  const std::string code = policy::standing_reason(policy, *found, text);
  if (code != *found) session.say_once(fmt::format("'{}' is {} now: {} was replaced by it", text, code, *found));
  const policy::Reason* reason = policy.find_reason(code, policy_date(session));
  if (reason == nullptr) reason = policy.find_reason(code);
  if (!reason->active_on(policy_date(session))) {
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
  if (const auto id = find_code(session, policy::Vocabulary::projects, text)) {
    const policy::Project* project = policy.find_project(*id, policy_date(session));
    if (project == nullptr) project = policy.find_project(*id);
    if (project->valid_to.empty() || policy_date(session) < project->valid_to) return project->id;
    throw Error(ErrorKind::refused,
                fmt::format("cannot use project '{}': it was retired on {}", *id, project->valid_to),
                {"see: crmtrack project list"});
  }
  if (!policy.projects.empty()) refuse_word(session, policy::Vocabulary::projects, text);
  if (!util::is_slug(text))
    throw Error(ErrorKind::refused, fmt::format("cannot use project '{}': not a slug (a-z, 0-9 and -)", text),
                {fmt::format("try: {}", util::to_slug(text))});
  return std::string(text);
}

std::string resolve_field(Session& session, std::string_view field, const std::string& text) {
  if (field == "reason") return resolve_reason(session, text);
  return field == "project" ? resolve_project(session, text) : text;
}

std::string resolve_calendar(Session& session, std::string_view name) {
  std::vector<std::string> known;
  for (const policy::CalendarEntry& each : session.policy().calendars) {
    if (each.name == name) return each.name;
    known.push_back(each.name);
  }
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, known); !near.empty())
    hints.push_back(fmt::format("did you mean {}?", util::join(near, " or ")));
  hints.emplace_back("see: crmtrack calendar list");
  throw Error(ErrorKind::refused, fmt::format("cannot use calendar '{}': policy does not list it", name),
              std::move(hints));
}

std::string resolve_profile(std::string_view name) {
  const auto known = policy::regulatory_profiles();
  if (std::find(known.begin(), known.end(), name) != known.end()) return std::string(name);
  throw Error(ErrorKind::refused, fmt::format("cannot use the regulatory profile '{}': it gives no targets", name),
              {fmt::format("profiles: {}", util::join(known, ", "))});
}

int resolve_level(Session& session, std::string_view text) {
  auto level = session.policy().find_level(text);
  if (!level)
    if (const auto code = find_code(session, policy::Vocabulary::levels, text)) level = std::stoi(*code);
  if (level) {
    require_level_in_use(session, *level);
    return *level;
  }
  std::vector<std::string> known;
  for (const policy::Level& each : session.policy().levels)
    known.push_back(fmt::format("{} ({})", each.level, each.name));
  throw Error(ErrorKind::refused, fmt::format("cannot use level '{}': policy does not list it", text),
              {fmt::format("levels: {}", util::join(known, ", "))});
}

}  // namespace crmtrack::session
