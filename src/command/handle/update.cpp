#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "command/write/set_option.hpp"
#include "record/vocabulary.hpp"
#include "session/customer_word.hpp"
#include "session/forms.hpp"
#include "session/linked.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

std::string link_of(Context& context, const std::string& text) {
  const std::size_t colon = text.find(':');
  const std::string kind = text.substr(0, colon);
  if (colon == std::string::npos ||
      std::find(record::kLinks.begin(), record::kLinks.end(), kind) == record::kLinks.end())
    throw Error(ErrorKind::usage,
                fmt::format("cannot read --link '{}': write follows:ID, duplicate_of:ID or related:ID", text));
  return fmt::format("{}:{}", kind, get_complaint_id(context, text.substr(colon + 1)));
}

/// Sets a field to the meaning of its option; an empty option takes the value away.
void set_or_empty(yaml::Node& set, const Invocation& invocation, const char* field,
                  const std::function<std::string(const std::string&)>& meaning) {
  const auto word = invocation.find(field);
  if (word) set.set(field, word->empty() ? yaml::Node::null() : yaml::Node::scalar(meaning(*word)));
}

/// The fields that the options set, checked against policy. Links and references are added to those that the complaint
/// has.
yaml::Node changes_of(Context& context, const Invocation& invocation) {
  yaml::Node set = yaml::Node::map();
  set_or_empty(set, invocation, "customer",
               [&](const std::string& word) { return session::resolve_customer(context, word); });
  set_text(set, "contact", invocation.get("with"));
  if (invocation.has("project")) set_text(set, "project", resolve_project(context, invocation.get("project")));
  set_text(set, "channel", invocation.get("channel"));
  set_or_empty(set, invocation, "reason", [&](const std::string& word) { return resolve_reason(context, word); });
  set_text(set, "severity", invocation.get("severity"));
  set_text(set, "vulnerable", invocation.get("vulnerable"));
  set_text(set, "summary", invocation.get("message"));
  if (const auto links = invocation.all("link"); !links.empty()) {
    std::vector<std::string> ids;
    for (const std::string& link : links) ids.push_back(link_of(context, link));
    set.set("links", yaml::Node::list_of(ids));
  }
  if (const auto refs = refs_of(invocation); !refs.empty()) set.set("refs", yaml::Node::list_of(refs));
  for (const auto& [key, value] : assignments_of(invocation)) {
    session::require_settable(key);
    set.set(key, text_node(session::resolve_field(context, key, value)));
  }
  if (set.entries.empty())
    throw Error(ErrorKind::usage, "cannot update: nothing to change",
                {"for example: crmtrack update 7f3q --severity high --why 'Press is asking'"});
  return set;
}

/// Drops the fields that the complaint has with these values already; a contested complaint keeps them all.
void drop_unchanged(const story::Complaint& complaint, yaml::Node& set) {
  std::erase_if(
      set.entries,
      [&](const yaml::Node::Entry& entry) {
        if (entry.first == "links" || entry.first == "refs") return false;
        const yaml::Node* present = complaint.fields.find(entry.first);
        if (complaint.contested()) return false;
        if (entry.second.is_null()) return present == nullptr || present->is_null();
        return present != nullptr && *present == entry.second;
      });
}

Draft change(Context& context, const Invocation& invocation, const story::Complaint& complaint, const yaml::Node& set) {
  yaml::Node fields = complaint.fields;
  std::vector<std::string> names;
  for (const auto& [key, value] : set.entries) {
    if (key != "links" && key != "refs") fields.set(key, value);
    names.push_back(key);
  }
  require_forms(context, fields);
  for (const std::string& link : set.texts_of("links")) {
    const std::size_t colon = link.find(':');
    session::require_linkable(context, link.substr(0, colon), complaint.id, link.substr(colon + 1));
  }
  Draft draft = draft_for(context, invocation, complaint, record::Kind::change, util::join(names, ", "));
  draft.fields = yaml::Node::map();
  draft.fields.set("set", set);
  set_text(draft.fields, "why", invocation.get("why"));
  return draft;
}

int run_update(Context& context, const Invocation& invocation) {
  return handle_complaints(
      context, invocation,
      [&](const story::Complaint& complaint) {
        yaml::Node set = changes_of(context, invocation);
        drop_unchanged(complaint, set);
        if (set.entries.empty()) return std::vector<Draft>{};
        std::vector<Draft> drafts;
        Draft draft = change(context, invocation, complaint, set);
        if (auto registration = registration_of(context, set.text_of("customer"), draft.at, draft.by))
          drafts.push_back(std::move(*registration));
        drafts.push_back(std::move(draft));
        return drafts;
      },
      "updated");
}

}  // namespace

const CommandSpec kUpdate{
    .name = "update",
    .group = "handle",
    .summary = "change its classification, or link it",
    .positionals = {{"ID", "the complaints", Completes::complaint, 0, -1}},
    .options = {option::kCustomer, option::kProject, option::kReason, option::kSeverity, option::kVulnerable,
                option::kChannel, option::kWith, OptionSpec{"-m,--message", "TEXT", "another summary"},
                OptionSpec{"--link",
                           "KIND:ID",
                           "follows, duplicate_of or related to another complaint",
                           Completes::nothing,
                           {},
                           true},
                option::kRef, option::kSet, option::kWhy, option::kFilter, option::kAt, option::kBy},
    .examples = {{"crmtrack update 7f3q --severity critical --why 'Whole site affected'", "the reason is kept with it"},
                 {"crmtrack update --filter 'reason:other project:apollo' -r delivery-late",
                  "many at once; try with -n first"},
                 {"crmtrack update 7f3q --link related:9kx2", "two complaints that belong together"}},
    .run = run_update,
};

}  // namespace crmtrack::command
