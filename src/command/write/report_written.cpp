#include "command/write/report_written.hpp"

#include <fmt/format.h>

#include <set>

#include "command/common/last_complaint.hpp"
#include "command/common/output.hpp"
#include "session/lookup.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

namespace {

/// For scripts: nothing was created, and what would have been.
void show_dry_run_data(Context& context, const session::Written& written) {
  document::Value::List files;
  for (const ledger::NewFile& file : written.files) {
    document::Value item;
    item.set("path", file.path);
    item.set("text", file.path.ends_with(".yaml") ? document::Value(file.bytes) : document::Value());
    files.push_back(std::move(item));
  }
  document::Value envelope = make_envelope(context);
  envelope.set("items", document::Value::List{});
  envelope.set("created", document::Value::List{});
  envelope.set("would_create", std::move(files));
  context.out().print_json(envelope);
}

}  // namespace

int show_dry_run(Context& context, const session::Written& written) {
  if (written.drafts.empty()) return 0;
  if (context.wants_data()) {
    show_dry_run_data(context, written);
    return 0;
  }
  for (const ledger::NewFile& file : written.files)
    if (file.path.ends_with(".yaml"))
      context.out().line(fmt::format("# {}\n{}", file.path, util::visible_block(file.bytes)));
    else
      context.out().line(fmt::format("# {} ({} bytes)", file.path, file.bytes.size()));
  context.say(fmt::format("dry run: nothing was written ({} {} would be)", written.files.size(),
                          written.files.size() == 1 ? "file" : "files"));
  return 0;
}

int report_written(Context& context, const std::vector<session::Draft>& written, std::string_view sentence,
                   bool complaint_ids) {
  remember_complaint(context, written);
  if (context.wants_data()) {
    document::Value::List items, created;
    std::set<std::string> seen;
    for (const session::Draft& draft : written) {
      created.emplace_back(draft.id);
      if (draft.story.kind == record::StoryKind::complaint && seen.insert(draft.story.id).second)
        items.push_back(item_of_story(context, load_complaint(context, draft.story.id)));
    }
    document::Value envelope = make_envelope(context);
    envelope.set("items", std::move(items));
    envelope.set("created", std::move(created));
    context.out().print_json(envelope);
  } else {
    std::set<std::string> printed;
    for (const session::Draft& draft : written) {
      const std::string& id = complaint_ids ? draft.story.id : draft.id;
      if (complaint_ids && draft.story.kind != record::StoryKind::complaint) continue;
      if (printed.insert(id).second) context.out().line(id);
    }
  }
  context.out().flush();
  if (!sentence.empty()) context.say(sentence);
  return 0;
}

}  // namespace crmtrack::command
