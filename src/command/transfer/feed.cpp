#include "command/transfer/feed.hpp"

#include <fmt/format.h>

#include "command/transfer/export_lines.hpp"
#include "command/transfer/touched.hpp"
#include "index/read/changed_stories.hpp"
#include "ledger/read/read.hpp"
#include "render/json.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using document::Value;
using util::Error;
using util::ErrorKind;

namespace {

/// The commit that a revision names; empty for the beginning.
std::string get_start(Context& context, const std::string& since, const std::string& head) {
  if (since == kFeedBeginning) return {};
  const std::string hint = fmt::format("to take all of it again: crmtrack export jsonl --since {}", kFeedBeginning);
  const auto commit = ledger::find_revision(context.ledger(), since);
  if (!commit)
    throw Error(ErrorKind::not_found, fmt::format("cannot tell what changed since '{}': no such commit", since),
                {hint});
  if (head.empty() || !ledger::is_ancestor(context.ledger(), *commit, head))
    throw Error(ErrorKind::refused,
                fmt::format("cannot tell what changed since '{}': the ledger does not descend from that commit", since),
                {hint});
  return *commit;
}

Value commit_value(const std::string& commit) { return commit.empty() ? Value() : Value(commit); }

}  // namespace

bool export_feed(Context& context, const std::string& since) {
  const std::string head = context.index().ledger_commit();
  const std::string start = get_start(context, since, head);
  const index::ChangedStories stories = index::changed_stories(context.index(), touched_since(context, start, head));
  const bool complete = export_stories(context, stories);
  Value line;
  line.set("type", "feed");
  line.set("since", commit_value(start));
  line.set("until", commit_value(head));
  line.set("stories",
           stories.complaints.size() + stories.folders.size() + stories.customers.size() + stories.journal.size());
  line.set("complete", complete);
  context.out().line(render::render_json(line));
  return complete;
}

}  // namespace crmtrack::command
