#include "command/common/policy_edit.hpp"

#include "command/common/rights.hpp"
#include "command/common/story_text.hpp"

#include <fmt/format.h>

#include <algorithm>

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

int commit(Context& context, std::string_view file, const std::string& seen, const policy::Files& before,
           const std::string& text, const std::string& key, const std::string& subject, const std::string& why) {
  OwnRights(context).require(policy::Right::policy);
  policy::Files after = before;
  after[std::string(file)] = text;
  require_sound(before, after, key);
  if (context.settings().dry_run) {
    context.out().line(util::visible_block(text));
    context.say("dry run: nothing was written");
    return 0;
  }
  context.ledger().commit_main({{"policy/" + std::string(file), text}},
                               why.empty() ? subject : fmt::format("{}\n\n{}\n", subject, why), context.timestamp(),
                               seen);
  context.refresh();
  if (context.wants_data()) {
    document::Value item;
    item.set("file", "policy/" + std::string(file));
    item.set("key", key);
    print_items(context, {std::move(item)});
  } else {
    context.out().line(key);
  }
  context.out().flush();
  context.say(fmt::format("policy/{}: {}", file, subject));
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
  const std::string seen = context.ledger().main_head();
  const policy::Files files = files_of(context, seen, file);
  std::string text = policy::add_entry(file, files.at(std::string(file)), entry);
  if (besides) text = policy::add_entry(file, text, *besides);
  return commit(context, file, seen, files, text, key, fmt::format("add {} {}", noun_of(file), key), why);
}

int edit_policy_entry(Context& context, std::string_view file, const std::string& key, const yaml::Node& fields,
                      std::string_view verb, const std::string& why) {
  const std::string seen = context.ledger().main_head();
  const policy::Files files = files_of(context, seen, file);
  const std::string text = policy::edit_entry(file, files.at(std::string(file)), key, fields);
  return commit(context, file, seen, files, text, key, fmt::format("{} {} {}", verb, noun_of(file), key), why);
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
