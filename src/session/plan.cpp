#include "session/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "story/short_record.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// The complaint that a word means; nullopt where it means none. Throws Error(ambiguous) where it fits several.
std::optional<std::string> find_complaint_id(Session& session, const std::string& word) {
  try {
    return get_complaint_id(session, word);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::ambiguous) throw;
    return std::nullopt;
  }
}

std::string known_customer(Session& session, const std::string& word) {
  try {
    return standing_customer(session, resolve_known_customer(session, word));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found) throw;
    std::vector<std::string> hints = error.hints();
    hints.emplace_back("see the complaints with: crmtrack list --all");
    throw Error(ErrorKind::not_found, fmt::format("cannot find '{}': no complaint and no customer is called so", word),
                std::move(hints));
  }
}

std::vector<std::string> shown_steps(const PlannedStory& plan) {
  std::vector<std::string> lines;
  for (const story::Step& step : plan.steps)
    lines.push_back(fmt::format("{}  {}  {}: {}", step.number, story::short_record(plan.entries, step.record),
                                record::name_of(step.state), step.text));
  return lines;
}

}  // namespace

record::StoryRef get_story(Session& session, const std::string& word) {
  auto complaint = find_complaint_id(session, word);
  if (complaint && find_customer(session, word))
    throw Error(ErrorKind::ambiguous, fmt::format("cannot tell what '{}' is: a complaint and a customer", word),
                {fmt::format("the complaint is {}", *complaint), "the customer is found by the name too"});
  if (complaint) return {record::StoryKind::complaint, std::move(*complaint)};
  return {record::StoryKind::customer, known_customer(session, word)};
}

PlannedStory load_plan(Session& session, const record::StoryRef& ref) {
  if (ref.kind == record::StoryKind::complaint) {
    story::Complaint complaint = load_complaint(session, ref.id);
    return {ref,
            short_id(session, ref.id),
            complaint.text_of("customer"),
            std::move(complaint.entries),
            std::move(complaint.steps),
            std::move(complaint.conflicts)};
  }
  auto customer = find_customer(session, ref.id);
  if (!customer) throw Error(ErrorKind::not_found, fmt::format("cannot find customer '{}'", ref.id));
  return {
      ref, ref.id, ref.id, std::move(customer->entries), std::move(customer->steps), std::move(customer->conflicts)};
}

const story::Step& get_step(const PlannedStory& plan, const std::string& word, std::string_view verb) {
  for (const story::Step& step : plan.steps)
    if (fmt::to_string(step.number) == word) return step;
  // A number that no step has, and that is too short for the beginning of a record.
  if (word.size() >= story::kShortestPrefix) {
    const std::string record = get_record_id(plan.entries, word, plan.shown);
    if (const story::Step* step = story::find_step(plan.steps, record)) return *step;
  }
  throw Error(ErrorKind::not_found, fmt::format("cannot {} step '{}' of '{}': no such step", verb, word, plan.shown),
              shown_steps(plan));
}

bool is_contested(const PlannedStory& plan, const story::Step& step) {
  const std::string what = story::conflict_key(story::short_record(plan.entries, step.record));
  return std::ranges::find(plan.conflicts, what, &story::Conflict::what) != plan.conflicts.end();
}

}  // namespace crmtrack::session
