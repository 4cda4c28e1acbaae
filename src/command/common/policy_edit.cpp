#include "command/common/policy_edit.hpp"

#include "command/common/output.hpp"
#include "command/common/rights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// The policy of this commit of main, with the template of a file that is missing.
policy::Files files_of(Context& context, const std::string& seen, std::string_view file) {
  policy::Files files = context.ledger().policy_files(seen);
  if (files.find(std::string(file)) == files.end())
    files[std::string(file)] = policy::templates().at(std::string(file));
  return files;
}

/// An edit must not make policy worse: the findings that it brings refuse it.
void require_sound(const policy::Files& before, const policy::Files& after, const std::string& key) {
  std::vector<std::string> known;
  for (const policy::Finding& finding : policy::check(before)) known.push_back(finding.file + finding.message);
  for (const policy::Finding& finding : policy::check(after)) {
    if (finding.warning || std::find(known.begin(), known.end(), finding.file + finding.message) != known.end())
      continue;
    throw Error(ErrorKind::refused, fmt::format("cannot change policy for '{}': {}:{}:{}: {}", key, finding.file,
                                                finding.mark.line, finding.mark.column, finding.message));
  }
}

/// The new text of a policy file, made from the policy as it is.
using Rewrite = std::function<std::string(const policy::Files& files)>;

struct PolicyEdit {
  std::string file, key, subject, why;
  Rewrite rewrite;
};

/// Throws Error(refused) where the edit does not fit this policy, or the policy does not let the user make it.
std::string text_for(const PolicyEdit& edit, const policy::Files& files, const OwnRights& rights) {
  std::string text = edit.rewrite(files);
  rights.require(policy::Right::policy);
  policy::Files after = files;
  after[edit.file] = text;
  require_sound(files, after, edit.key);
  return text;
}

/// Others may edit policy at the same time: the text that is committed is made from main as it is then, and judged by
/// it.
void land(Context& context, const PolicyEdit& edit, const std::string& seen, const std::string& text) {
  const std::string message = edit.why.empty() ? edit.subject : fmt::format("{}\n\n{}\n", edit.subject, edit.why);
  const auto text_at = [&](const std::string& commit) {
    if (commit == seen) return text;
    const policy::Files files = files_of(context, commit, edit.file);
    return text_for(edit, files, OwnRights(context, policy::load(files)));
  };
  const auto change_at = [&](const std::string& commit) {
    return ledger::MainChange{{{"policy/" + edit.file, text_at(commit)}}, message};
  };
  context.ledger().edit_main(change_at, context.timestamp());
}

int commit(Context& context, const PolicyEdit& edit) {
  const std::string seen = context.ledger().main_head();
  const policy::Files files = files_of(context, seen, edit.file);
  const std::string text = text_for(edit, files, OwnRights(context));
  if (context.settings().dry_run) {
    context.out().line(util::visible_block(text));
    context.say("dry run: nothing was written");
    return 0;
  }
  land(context, edit, seen, text);
  context.refresh();
  if (context.wants_data()) {
    document::Value item;
    item.set("file", "policy/" + edit.file);
    item.set("key", edit.key);
    print_items(context, {std::move(item)});
  } else {
    context.out().line(edit.key);
  }
  context.out().flush();
  context.say(fmt::format("policy/{}: {}", edit.file, edit.subject));
  return 0;
}

/// `reason`, as a sentence names an entry of reasons.yaml.
std::string_view noun_of(std::string_view file) {
  if (file == "people.yaml") return "person";
  if (file == "reasons.yaml") return "reason";
  if (file == "projects.yaml") return "project";
  return file == "levels.yaml" ? "level" : "form";
}

}  // namespace

int add_policy_entry(Context& context, std::string_view file, const std::string& key, const yaml::Node& entry,
                     const std::string& why, const std::optional<yaml::Node>& besides) {
  const std::string name(file);
  return commit(context, {.file = name,
                          .key = key,
                          .subject = fmt::format("add {} {}", noun_of(file), key),
                          .why = why,
                          .rewrite = [&](const policy::Files& files) {
                            const std::string text = policy::add_entry(file, files.at(name), entry);
                            return besides ? policy::add_entry(file, text, *besides) : text;
                          }});
}

int edit_policy_entry(Context& context, std::string_view file, const std::string& key, const yaml::Node& fields,
                      std::string_view verb, const std::string& why) {
  const std::string name(file);
  return commit(context, {.file = name,
                          .key = key,
                          .subject = fmt::format("{} {} {}", verb, noun_of(file), key),
                          .why = why,
                          .rewrite = [&](const policy::Files& files) {
                            return policy::edit_entry(file, files.at(name), key, fields);
                          }});
}

std::string today_of(Context& context) {
  return util::format_date(context.zone().date_of(std::chrono::floor<std::chrono::seconds>(context.clock())));
}

int print_policy_list(Context& context, std::vector<document::Column> columns,
                      std::vector<std::vector<std::string>> rows) {
  document::Listing listing;
  listing.command = context.settings().command;
  listing.table.columns = std::move(columns);
  for (const auto& row : rows) {
    std::vector<document::Cell> cells;
    for (const std::string& text : row) cells.push_back({text});
    listing.table.rows.push_back(std::move(cells));
  }
  listing.item = [&](std::size_t row) {
    document::Value item;
    for (std::size_t i = 0; i < listing.table.columns.size(); ++i)
      item.set(listing.table.columns[i].key, rows[row][i].empty() ? document::Value() : document::Value(rows[row][i]));
    return item;
  };
  context.page();
  context.out().print(listing);
  return 0;
}

}  // namespace crmtrack::command
