#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/corrected_value.hpp"
#include "command/write/handling.hpp"
#include "command/write/set_option.hpp"
#include "record/correction.hpp"
#include "session/rights.hpp"
#include "story/correction_rights.hpp"
#include "story/known_corrections.hpp"
#include "story/needed_rights.hpp"
#include "story/same_id.hpp"
#include "story/short_record.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

using session::Draft;
using session::OwnRights;
using util::Error;
using util::ErrorKind;

namespace {

const story::Entry& entry_of(const story::Complaint& complaint, const std::string& id) {
  return *story::find_entry(complaint.entries, id);
}

/// The correction must leave a record that its kind allows.
void check_corrected(record::Record record, const yaml::Node& set) {
  for (const auto& [field, value] : set.entries) {
    if (const auto problem = record::correct_field(record, field, value))
      throw Error(ErrorKind::refused,
                  fmt::format("cannot correct this {}: {} {}", record.kind.name(), problem->field, problem->message));
  }
}

void require_movable(const story::Entry& entry) {
  if (entry.record.kind != record::Kind::activity)
    throw Error(ErrorKind::refused,
                fmt::format("cannot move a {} to another complaint: only activities move", entry.record.kind.name()));
}

/// Saying again where a record is settles who is right, where two say otherwise.
void require_elsewhere(Context& context, const story::Complaint& complaint, const std::string& id,
                       const std::string& target) {
  const auto state = complaint.notes.find(id);
  const bool moved = state != complaint.notes.end() && !state->second.moved_to.empty();
  if (target != (moved ? state->second.moved_to : complaint.id)) return;
  if (story::newest_corrections_of(complaint.entries, id).size() > 1) return;
  throw Error(ErrorKind::refused, fmt::format("cannot move it: it is on '{}' already", short_id(context, target)));
}

constexpr std::string_view kSetPrefix = "set.";

void rename_key(yaml::Node& map, const std::string& from, const std::string& to) {
  for (auto& [key, value] : map.entries)
    if (key == from) key = to;
}

Draft correction(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  const std::string shown = short_id(context, complaint.id);
  const std::string id = session::get_record_id(complaint.entries, invocation.positionals.at(1), shown);
  const story::Entry& entry = entry_of(complaint, id);
  OwnRights(context).require_to_correct(story::rights_of_corrected(complaint.entries, id));
  Draft draft = draft_for(context, invocation, complaint, record::Kind::correction, "corrected");
  yaml::Node set = yaml::Node::map();
  for (const auto& [named, text] : assignments_of(invocation, kSetPrefix)) {
    // A field that a change sets is named as in the record; where the change has it, simply by itself.
    const bool is_set = named.starts_with(kSetPrefix) && entry.record.kind == record::Kind::change;
    const std::string field = is_set ? named.substr(kSetPrefix.size()) : named;
    if (record::is_fixed_field(field))
      throw Error(ErrorKind::refused,
                  fmt::format("cannot correct '{}': it is part of the record's place in the story", field));
    if (field == "complaint") {
      require_movable(entry);
      const std::string target = get_complaint_id(context, text);
      require_elsewhere(context, complaint, id, target);
      set.set(field, yaml::Node::scalar(target));
    } else {
      add_corrected(context, complaint, entry.record, field, text, set);
      if (is_set) rename_key(set, field, named);
    }
  }
  if (set.entries.empty())
    throw Error(ErrorKind::usage, "cannot correct nothing", {"say what was wrong with --set FIELD=VALUE"});
  if (set.find("complaint") == nullptr) check_corrected(entry.record, set);
  draft.fields = yaml::Node::map();
  draft.also_after = story::newest_corrections_of(complaint.entries, id);
  draft.fields.set("corrects", yaml::Node::scalar(id));
  draft.fields.set("set", std::move(set));
  set_text(draft.fields, "why", invocation.get("why"));
  return draft;
}

int run_correct(Context& context, const Invocation& invocation) {
  required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) { return std::vector{correction(context, invocation, complaint)}; },
      [&](const std::string& shown, const story::Complaint& after) {
        const std::string id = session::get_record_id(after.entries, invocation.positionals.at(1), shown);
        if (const auto state = after.notes.find(id); state != after.notes.end() && !state->second.moved_to.empty())
          return fmt::format("record {} is moved to {}; it shows in both", story::short_record(after.entries, id),
                             short_id(context, state->second.moved_to));
        return fmt::format("record {} is corrected; both versions stay in the story",
                           story::short_record(after.entries, id));
      });
}

}  // namespace

const CommandSpec kCorrect{
    .name = "correct",
    .group = "handle",
    .summary = "say that an earlier record was wrong, and what is right",
    .positionals = {{"ID", "the complaint", Completes::complaint},
                    {"RECORD", "the record that was wrong", Completes::record}},
    .options = {option::kSet, option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack correct 7f3q 5v0k --set minutes=45 --why 'Typed 4'", "both versions stay"},
                 {"crmtrack correct 7f3q 9d2m --set redress=350.00CHF --why 'Typed 530'", "as 'resolve' reads it"},
                 {"crmtrack correct 7f3q 5v0k --set complaint=9kx2 --why 'Noted on the wrong complaint'",
                  "moves a call; shown in both"}},
    .run = run_correct,
};

}  // namespace crmtrack::command
