#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

constexpr std::string_view kFormsFile = "forms.yaml";

/// `--match FIELD=PATTERN`, several times.
yaml::Node patterns_of(const Invocation& invocation) {
  yaml::Node match = yaml::Node::map();
  for (const std::string& text : invocation.all("match")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      throw util::Error(util::ErrorKind::usage, fmt::format("cannot read --match '{}': write FIELD=PATTERN", text));
    match.set(text.substr(0, equals), yaml::Node::scalar(text.substr(equals + 1)));
  }
  return match;
}

int run_form_add(Context& context, const Invocation& invocation) {
  yaml::Node entry = yaml::Node::map();
  const std::string filter = util::join(invocation.positionals, " ");
  (void)session::parse_filter(context, {filter});
  entry.set("filter", yaml::Node::scalar(filter));
  if (const auto fields = invocation.all("require"); !fields.empty()) entry.set("require", yaml::Node::list_of(fields));
  if (yaml::Node match = patterns_of(invocation); !match.entries.empty()) entry.set("match", std::move(match));
  set_text(entry, "example", invocation.get("example"));
  if (entry.find("require") == nullptr && entry.find("match") == nullptr)
    throw util::Error(util::ErrorKind::usage, "cannot add a form that asks for nothing",
                      {"give --require FIELD or --match FIELD=PATTERN"});
  return report_policy_edit(
      context, add_policy_entry(context, kFormsFile, filter.empty() ? "(all)" : filter, entry, invocation.get("why")));
}

int run_form_list(Context& context, const Invocation&) {
  std::vector<std::vector<std::string>> rows;
  for (const policy::Form& form : context.policy().forms) {
    std::vector<std::string> match;
    for (const auto& [field, pattern] : form.match) match.push_back(fmt::format("{} ~ {}", field, pattern));
    rows.push_back({form.filter_text, util::join(form.require, ","), util::join(match, ", "), form.example});
  }
  using document::Align;
  return print_policy_list(context,
                           {{"filter", "For", Align::left, true, true},
                            {"require", "Requires", Align::left, true, true},
                            {"match", "Must match", Align::left, true, true},
                            {"example", "Example", Align::left, true, true}},
                           std::move(rows));
}

}  // namespace

const CommandSpec kFormList{.name = "form list",
                            .group = "policy",
                            .summary = "list the forms: what complaints must say",
                            .examples = {{"crmtrack form list", "by project, channel or reason"}},
                            .access = Access::reads,
                            .run = run_form_list};
const CommandSpec kFormAdd{
    .name = "form add",
    .group = "policy",
    .summary = "ask for fields of some complaints",
    .positionals = {{"FILTER", "which complaints, by their facts; none: all", Completes::filter, 0, -1}},
    .options = {OptionSpec{"--require", "FIELD", "a field that must be there", Completes::field, {}, true},
                OptionSpec{"--match",
                           "FIELD=PATTERN",
                           "a pattern (RE2) that the field must match in full",
                           Completes::nothing,
                           {},
                           true},
                OptionSpec{"--example", "TEXT", "shown where something is missing"}, option::kWhy},
    .examples = {{"crmtrack form add project:apollo --require contract --match 'contract=C-[0-9]{4}' --example C-0815",
                  "given with: new --set contract=C-0815"}},
    .run = run_form_add};

}  // namespace crmtrack::command
