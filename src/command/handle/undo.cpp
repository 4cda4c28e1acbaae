#include <fmt/format.h>

#include <optional>

#include "command/commands.hpp"
#include "command/write/report_written.hpp"
#include "index/read/lookup.hpp"
#include "session/lookup.hpp"
#include "session/undo.hpp"
#include "story/same_id.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"
#include "view/record_text.hpp"

namespace crmtrack::command {

namespace {

constexpr std::size_t kMostTold = 5;
constexpr std::size_t kMostColumns = 70;

/// `call out, with Maria: Please call back`: what a record says, on one line.
std::string words_of_record(const record::Record& record) {
  std::string words = view::headline_of(record);
  for (const char* field : {"summary", "text", "why"}) {
    const std::string text = record.text_of(field);
    if (text.empty()) continue;
    words += ": " + text.substr(0, text.find('\n'));
    break;
  }
  return util::truncate(util::visible_line(words), kMostColumns);
}

/// A record of a story; null where it cannot be read.
std::optional<record::Record> find_record(Context& context, const index::AddedRecord& added) {
  const auto find_in = [&](const std::vector<story::Entry>& entries) -> std::optional<record::Record> {
    const story::Entry* const entry = story::find_entry(entries, added.id);
    return entry == nullptr ? std::nullopt : std::optional(entry->record);
  };
  if (added.story.kind == record::StoryKind::complaint) return find_in(load_complaint(context, added.story.id).entries);
  const auto customer = find_customer(context, added.story.id);
  return customer ? find_in(customer->entries) : std::nullopt;
}

/// Tells in words what an undone command had recorded.
void tell_undone(Context& context, const session::LastCommand& undone, std::string_view verb) {
  const auto records = index::records_of_commit(context.index(), undone.commit);
  for (std::size_t i = 0; i < records.size() && i < kMostTold; ++i)
    if (const auto record = find_record(context, records[i]))
      context.say(fmt::format("{}: {}", verb, words_of_record(*record)));
  if (records.size() > kMostTold) context.say(fmt::format("and {} more", records.size() - kMostTold));
}

int run_undo(Context& context, const Invocation&) {
  session::LastCommand undone;
  const session::Written written = write_records(context, [&] {
    undone = session::get_last_command(context);
    return session::undo_drafts(context, undone);
  });
  if (context.settings().dry_run) {
    tell_undone(context, undone, "would take back");
    return show_dry_run(context, written);
  }
  const int status = report_written(
      context, written.drafts,
      fmt::format("undone: {} (both stay in the story; what was struck counts nowhere)", undone.subject));
  tell_undone(context, undone, "took back");
  return status;
}

}  // namespace

const CommandSpec kUndo{
    .name = "undo",
    .group = "handle",
    .summary = "take back my last command, while nobody has seen it",
    .examples = {{"crmtrack undo", "strikes what it wrote; again, for the command before"},
                 {"crmtrack undo -n", "says what would be taken back"}},
    .run = run_undo,
};

}  // namespace crmtrack::command
