#include "command/common/output.hpp"

#include <fmt/format.h>

#include <utility>

#include "index/read/overview.hpp"
#include "render/format.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "view/item.hpp"

namespace crmtrack::command {

view::Setting setting_of(Context& context) {
  return {context.now(), context.ledger_zone(), [&context](std::string_view id) { return short_id(context, id); },
          [&context](std::string_view slug) { return index::Overview(context.index()).name_of_customer(slug); }};
}

view::Reader reader_of(Context& context) {
  return context.out().format().for_people ? view::Reader::person : view::Reader::program;
}

document::Value item_of_complaint(Context& context, const story::Complaint& complaint) {
  return view::complaint_item(setting_of(context), complaint);
}

document::Value item_of_story(Context& context, const story::Complaint& complaint) {
  return view::story_item(setting_of(context), complaint);
}

document::Listing make_listing(const Context& context, document::Table table,
                               std::function<document::Value(std::size_t row)> item) {
  return {context.settings().command, std::move(table), std::move(item), {}};
}

void require_story_format(const Context& context) {
  const std::string& name = context.display().format;
  if (name.empty() || render::get_format(name).takes_documents()) return;
  throw util::Error(
      util::ErrorKind::usage, fmt::format("cannot print a story as {}: it is no table", name),
      {fmt::format("ask for {}; tables: crmtrack list, history, export csv", render::document_format_choices())});
}

document::Value make_envelope(const Context& context) {
  document::Value envelope;
  envelope.set("format_version", 1);
  envelope.set("command", context.settings().command);
  return envelope;
}

void print_items(Context& context, document::Value::List items) {
  document::Value envelope = make_envelope(context);
  envelope.set("items", std::move(items));
  context.out().print_json(envelope);
}

}  // namespace crmtrack::command
