#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/capture.hpp"
#include "command/common/list_options.hpp"
#include "command/common/output.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"
#include "view/snippet.hpp"

namespace crmtrack::command {

using document::Role;
using document::Value;

namespace {

constexpr std::size_t kUsualLimit = 50;
constexpr std::size_t kSnippetWords = 24;

struct Found {
  index::Hit hit;
  std::string kind, by, customer;
  util::Instant at{};
  std::vector<view::SnippetPart> snippet;
};

constexpr std::size_t kShown = 200;  // columns of a text that a message quotes

query::Search parse_words(const std::vector<std::string>& words) {
  const std::string text = util::join(words, " ");
  auto search = query::parse_search(text);
  if (search) return *search;
  throw util::Error(util::ErrorKind::usage,
                    fmt::format("cannot read the search '{}' at column {}: {}", util::truncate(text, kShown),
                                search.error().column, search.error().message),
                    {"words side by side must all occur; \"a phrase\", begin*, and, or, not, ( ) are understood"});
}

Found look_up(Context& context, const index::Hit& hit, const query::Search& search) {
  Found found{hit, {}, {}, {}, {}, {}};
  const auto story = context.index().find_story(hit.story);
  if (!story) return found;
  for (const story::Entry& entry : story->entries) {
    if (found.customer.empty()) found.customer = entry.record.text_of("customer");
    if (entry.record.id != hit.record_id) continue;
    found.kind = entry.record.kind.name();
    found.by = entry.record.by;
    found.at = entry.record.at.utc;
    found.snippet = view::snippet_of(entry.record.body, search.marked, kSnippetWords);
  }
  return found;
}

Value found_item(const Found& found) {
  const bool complaint = found.hit.story.kind == record::StoryKind::complaint;
  Value item;
  item.set("complaint", complaint ? Value(found.hit.story.id) : Value());
  item.set("customer",
           complaint ? (found.customer.empty() ? Value() : Value(found.customer)) : Value(found.hit.story.id));
  item.set("record", found.hit.record_id);
  item.set("kind", found.kind);
  item.set("at", util::format_utc(found.at));
  item.set("by", found.by);
  item.set("snippet", view::marked_text(found.snippet));
  item.set("rank", found.hit.rank);
  return item;
}

document::Document found_lines(const view::Setting& setting, const std::vector<Found>& all) {
  document::Document text;
  for (const Found& found : all) {
    document::Lines lines;
    lines.lines.push_back(
        {{view::short_name(setting, found.hit.story), Role::id},
         {fmt::format("  {}  {} by {}", view::local_time(setting.zone, found.at), found.kind, found.by), Role::dim}});
    document::Line snippet{{"  "}};
    for (const view::SnippetPart& part : found.snippet)
      snippet.push_back({part.text, part.marked ? Role::mark : Role::plain});
    lines.lines.push_back(std::move(snippet));
    text.add(std::move(lines));
  }
  return text;
}

document::Table found_table(const view::Setting& setting, const std::vector<Found>& all, view::Reader reader) {
  document::Table table;
  table.columns = {
      {"complaint", "Complaint"}, {"record", "Record"}, {"at", "When"},
      {"kind", "Kind"},           {"by", "By"},         {"snippet", "Text", document::Align::left, true, true}};
  const bool for_people = reader == view::Reader::person;
  for (const Found& found : all)
    table.rows.push_back({{found.hit.story.id, for_people ? view::short_name(setting, found.hit.story) : "", Role::id},
                          {found.hit.record_id},
                          {util::format_utc(found.at)},
                          {found.kind},
                          {found.by},
                          {view::marked_text(found.snippet)}});
  return table;
}

int run(Context& context, const Invocation& invocation) {
  const query::Search search = parse_words(invocation.positionals);
  std::vector<Found> all;
  for (const index::Hit& hit : context.index().search(search, limit_of(invocation).value_or(kUsualLimit)))
    all.push_back(look_up(context, hit, search));
  context.page();
  const view::Setting setting = setting_of(context);
  if (context.streams().out_is_terminal && context.out().format().on_terminal)
    context.out().print(found_lines(setting, all), {});
  else
    context.out().print(make_listing(context, found_table(setting, all, reader_of(context)),
                                     [&](std::size_t row) { return found_item(all[row]); }));
  return 0;
}

}  // namespace

const CommandSpec kSearch{
    .name = "search",
    .group = "look",
    .summary = "find words in every text of every record, best first",
    .positionals = {{"WORD", "words, \"phrases\", prefix*, and, or, not", Completes::nothing, 1, -1}},
    .options = {option::kLimit},
    .examples = {{"crmtrack search refund invoice", "both words in one record"},
                 {"crmtrack search '\"charged twice\" or overcharg*'", "a phrase, or words that begin so"}},
    .access = Access::reads,
    .run = run,
};

}  // namespace crmtrack::command
