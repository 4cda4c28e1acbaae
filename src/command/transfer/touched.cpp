#include "command/transfer/touched.hpp"

#include "ledger/read/read_range.hpp"
#include "record/path.hpp"

namespace crmtrack::command {

namespace {

/// Whether a record of a customer's story may change what its complaints take over.
bool restates_customer(const record::RecordPath& path) {
  using record::Kind;
  return path.story.kind == record::StoryKind::customer && path.is_record() && path.kind != Kind::activity &&
         path.kind != Kind::step && path.kind != Kind::notification && path.kind != Kind::delivery;
}

void add_files(const std::vector<ledger::Added>& files, index::TouchedStories& touched) {
  for (const ledger::Added& file : files) {
    const auto path = record::parse_path(file.path);
    if (!path) continue;
    touched.all.insert(path->story);
    if (restates_customer(*path)) touched.restated.insert(path->story.id);
  }
}

}  // namespace

index::TouchedStories touched_since(Context& context, const std::string& start, const std::string& head) {
  index::TouchedStories touched;
  if (start == head) return touched;
  const ledger::Range range =
      ledger::read_range(context.ledger().repository(), start, head, context.progress("looking for changes"));
  add_files(range.added, touched);
  // Another commit may be the one that recorded a record, or that of another, now that a merge has brought it.
  add_files(range.again, touched);
  add_files(range.rivals, touched);
  return touched;
}

}  // namespace crmtrack::command
