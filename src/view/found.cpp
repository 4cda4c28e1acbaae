#include "view/found.hpp"

#include <fmt/format.h>

#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Role;
using document::Value;

document::Document found_document(const Setting& setting, const std::vector<Found>& all) {
  document::Document text;
  for (const Found& found : all) {
    document::Lines lines;
    lines.lines.push_back(
        {{short_name(setting, found.story), Role::id},
         {fmt::format("  {}  {} by {}", local_time(setting.zone, found.at), found.kind, found.by), Role::dim}});
    document::Line snippet{{"  "}};
    for (const SnippetPart& part : found.snippet)
      snippet.push_back({part.text, part.marked ? Role::mark : Role::plain});
    lines.lines.push_back(std::move(snippet));
    text.add(std::move(lines));
  }
  return text;
}

document::Table found_table(const Setting& setting, const std::vector<Found>& all, Reader reader) {
  document::Table table;
  table.columns = {
      {"complaint", "Complaint"}, {"record", "Record"}, {"at", "When"},
      {"kind", "Kind"},           {"by", "By"},         {"snippet", "Text", document::Align::left, true, true}};
  const bool for_people = reader == Reader::person;
  for (const Found& found : all)
    table.rows.push_back({{found.story.id, for_people ? short_name(setting, found.story) : "", Role::id},
                          {found.record_id},
                          {util::format_utc(found.at)},
                          {found.kind},
                          {found.by},
                          {marked_text(found.snippet)}});
  return table;
}

Value found_item(const Found& found) {
  const bool complaint = found.story.kind == record::StoryKind::complaint;
  Value item;
  item.set("complaint", complaint ? Value(found.story.id) : Value());
  const bool customer = found.story.kind == record::StoryKind::customer;
  item.set("customer", customer ? Value(found.story.id) : found.customer.empty() ? Value() : Value(found.customer));
  item.set("record", found.record_id);
  item.set("kind", found.kind);
  item.set("at", util::format_utc(found.at));
  item.set("by", found.by);
  item.set("snippet", marked_text(found.snippet));
  item.set("rank", found.rank);
  return item;
}

}  // namespace crmtrack::view
