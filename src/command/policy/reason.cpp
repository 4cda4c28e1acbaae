#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

constexpr std::string_view kReasonsFile = "reasons.yaml";

/// Adds words to the synonyms of a reason, and takes others away.
void change_synonyms(Context& context, const Invocation& invocation, yaml::Node& fields) {
  const auto added = invocation.all("synonym"), removed = invocation.all("no-synonym");
  if (added.empty() && removed.empty()) return;
  std::vector<std::string> synonyms;
  const std::string& code = invocation.positionals.front();
  if (const policy::Reason* reason = context.policy().find_reason(code)) synonyms = reason->synonyms;
  for (const std::string& word : removed)
    if (std::erase(synonyms, word) == 0)
      throw util::Error(util::ErrorKind::refused, fmt::format("reason '{}' has no synonym '{}'", code, word),
                        {"it has: " + util::join(synonyms, ", ")});
  for (const std::string& word : added)
    if (std::find(synonyms.begin(), synonyms.end(), word) == synonyms.end()) synonyms.push_back(word);
  fields.set("synonyms", yaml::Node::list_of(synonyms));
}

yaml::Node reason_fields(Context& context, const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "label", invocation.get("label"));
  set_text(fields, "question", invocation.get("question"));
  change_synonyms(context, invocation, fields);
  set_text(fields, "valid_from", invocation.get("from"));
  set_text(fields, "why", invocation.get("why"));
  set_text(fields, "approved_by", invocation.get("approved-by"));
  return fields;
}

int run_reason_add(Context& context, const Invocation& invocation) {
  const std::string& code = invocation.positionals.front();
  session::require_slug("reason", code);
  for (const char* name : {"label", "question"})
    if (!invocation.has(name))
      throw util::Error(util::ErrorKind::usage, fmt::format("cannot add reason '{}' without --{}", code, name),
                        {fmt::format("for example: crmtrack reason add {} --label 'Late delivery' --question 'Did it "
                                     "come later than agreed?' --why 'Asked for often'",
                                     code)});
  required_why(invocation);
  yaml::Node entry = yaml::Node::map();
  entry.set("code", yaml::Node::scalar(code));
  for (auto& [key, value] : reason_fields(context, invocation).entries) entry.set(key, value);
  return report_policy_edit(context, add_policy_entry(context, kReasonsFile, code, entry, invocation.get("why")));
}

int run_reason_edit(Context& context, const Invocation& invocation) {
  const yaml::Node fields = reason_fields(context, invocation);
  if (fields.entries.empty()) throw util::Error(util::ErrorKind::usage, "cannot edit: nothing to change");
  return report_policy_edit(context, edit_policy_entry(context, kReasonsFile, invocation.positionals.front(), fields,
                                                       "edit", required_why(invocation)));
}

int run_reason_retire(Context& context, const Invocation& invocation) {
  const std::string why = required_why(invocation);
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "valid_to", today_of(context));
  if (invocation.has("replaced-by"))
    set_text(fields, "replaced_by", resolve_reason(context, invocation.get("replaced-by")));
  set_text(fields, "why", why);
  return report_policy_edit(
      context, edit_policy_entry(context, kReasonsFile, invocation.positionals.front(), fields, "retire", why));
}

int run_reason_list(Context& context, const Invocation& invocation) {
  const std::string today = today_of(context);
  std::vector<std::vector<std::string>> rows;
  for (const policy::Reason& reason : context.policy().reasons) {
    const bool active = reason.active_on(today);
    if (!active && !invocation.has("all")) continue;
    rows.push_back({reason.code, reason.label, reason.question, reason.valid_from, reason.valid_to, reason.replaced_by,
                    util::join(reason.synonyms, ",")});
  }
  using document::Align;
  return print_policy_list(context,
                           {{"code", "Code"},
                            {"label", "Label", Align::left, true, true},
                            {"question", "Question", Align::left, true, true},
                            {"valid_from", "From", Align::left, false},
                            {"valid_to", "To", Align::left, invocation.has("all")},
                            {"replaced_by", "Replaced by", Align::left, invocation.has("all")},
                            {"synonyms", "Synonyms", Align::left, false}},
                           std::move(rows));
}

const PositionalSpec kCode{"CODE", "the reason's code, a slug", Completes::reason};

std::vector<OptionSpec> reason_edit_options() {
  return {OptionSpec{"--label", "LABEL", "the name that people read"},
          OptionSpec{"--question", "QUESTION", "the question that it answers"},
          OptionSpec{"--synonym", "WORD", "another word for it", Completes::nothing, {}, true},
          OptionSpec{"--from", "DATE", "the first day on which it may be used"},
          OptionSpec{"--approved-by", "PERSON", "who approved it", Completes::person},
          option::kWhy};
}

std::vector<OptionSpec> changing_options() {
  std::vector<OptionSpec> options = reason_edit_options();
  options.insert(options.end() - 1,
                 OptionSpec{"--no-synonym", "WORD", "a synonym to take away", Completes::nothing, {}, true});
  return options;
}

}  // namespace

const CommandSpec kReasonList{.name = "reason list",
                              .group = "policy",
                              .summary = "list the contact reasons",
                              .options = {OptionSpec{"--all", "", "retired ones too"}},
                              .examples = {{"crmtrack reason list", "what a complaint may be about"}},
                              .access = Access::reads,
                              .run = run_reason_list};
const CommandSpec kReasonAdd{.name = "reason add",
                             .group = "policy",
                             .summary = "add a contact reason",
                             .positionals = {kCode},
                             .options = reason_edit_options(),
                             .examples = {{"crmtrack reason add delivery-late --label 'Late delivery' --question 'Did "
                                           "it come after the promised day?' --why 'Asked for by sales'",
                                           "in force at once"}},
                             .run = run_reason_add};
const CommandSpec kReasonEdit{
    .name = "reason edit",
    .group = "policy",
    .summary = "change a contact reason",
    .positionals = {kCode},
    .options = changing_options(),
    .examples = {{"crmtrack reason edit delivery-late --synonym late --why 'What people type'",
                  "its code never changes"}},
    .run = run_reason_edit};
const CommandSpec kReasonRetire{
    .name = "reason retire",
    .group = "policy",
    .summary = "take a contact reason out of use",
    .positionals = {kCode},
    .options = {OptionSpec{"--replaced-by", "CODE", "what to use instead", Completes::reason}, option::kWhy},
    .examples = {{"crmtrack reason retire delivery --replaced-by delivery-late --why 'Too coarse'",
                  "stays readable, refuses new use"}},
    .run = run_reason_retire};

}  // namespace crmtrack::command
