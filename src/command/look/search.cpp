#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/list_options.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/shown.hpp"
#include "index/read/lookup.hpp"
#include "index/read/search.hpp"
#include "query/search.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"
#include "view/found.hpp"

namespace crmtrack::command {

namespace {

constexpr std::size_t kUsualLimit = 50;
constexpr std::size_t kSnippetWords = 24;

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

view::Found look_up(Context& context, const index::Hit& hit, const query::Search& search) {
  view::Found found{hit.story, hit.record_id, hit.rank, {}, {}, {}, {}, {}};
  const auto story = index::find_story(context.index(), hit.story);
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

void print_table(Context& context, document::Table table, const std::vector<view::Found>& all, std::size_t total) {
  document::Listing listing =
      make_listing(context, std::move(table), [&](std::size_t row) { return view::found_item(all[row]); });
  listing.total = total;
  context.out().print(listing);
}

int run_search(Context& context, const Invocation& invocation) {
  const query::Search search = parse_words(invocation.positionals);
  std::vector<view::Found> all;
  const index::Index& index = context.index();
  const index::Hits hits = index::search(index, search, limit_of(invocation).value_or(kUsualLimit));
  for (const index::Hit& hit : hits.best) all.push_back(look_up(context, hit, search));
  if (all.size() < hits.total) say_cut(context, all.size(), grouped(hits.total));
  if (hits.total == 0)
    context.say("nothing found; word* looks for words that begin so, and or between words for either");
  context.page();
  const view::Setting setting = setting_of(context);
  if (context.streams().out_is_terminal && context.out().format().on_terminal)
    context.out().print(view::found_document(setting, all), {});
  else
    print_table(context, view::found_table(setting, all, reader_of(context)), all, hits.total);
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
    .run = run_search,
};

}  // namespace crmtrack::command
