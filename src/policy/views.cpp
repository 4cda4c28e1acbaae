#include "policy/views.hpp"

#include <fmt/format.h>

#include "policy/entry_reader.hpp"
#include "policy/sheet.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

void append_parts(std::vector<std::string>& parts, const std::string& text) {
  for (std::string& part : util::split(text, ','))
    if (!util::trim(part).empty()) parts.emplace_back(util::trim(part));
}

View read_view(EntryReader& reader) {
  View view;
  view.name = reader.required_slug("name");
  view.filter = reader.text("filter");
  view.columns = reader.texts("columns");
  view.sort = reader.texts("sort");
  reader.text("why");
  view.from = reader.date("from");
  if (const auto filter = query::parse(view.filter, record::complaint_keys()); !filter)
    reader.refuse(reader.entry().find("filter")->mark,
                  fmt::format("'filter' at column {}: {}", filter.error().column, filter.error().message));
  return view;
}

}  // namespace

std::vector<View> load_views(const Files& files, std::vector<Finding>& findings) {
  const Sheet sheet = read_sheet(files, "views", findings);
  std::vector<View> views;
  for (const yaml::Node& item : sheet.content.items) {
    EntryReader reader(sheet.file, item, findings);
    if (!reader.good()) continue;
    View view = read_view(reader);
    view.mark = place_of(item.mark);
    reader.finish();
    if (reader.good()) views.push_back(std::move(view));
  }
  return views;
}

View parse_view(std::string_view name, std::string_view line) {
  View view;
  view.name = std::string(name);
  std::vector<std::string>* takes = nullptr;
  for (const std::string& word : util::split(line, ' ')) {
    if (word == "--sort" || word == "--columns") {
      takes = word == "--sort" ? &view.sort : &view.columns;
    } else if (takes != nullptr) {
      append_parts(*takes, word);
      takes = nullptr;
    } else {
      view.filter += (view.filter.empty() ? "" : " ") + word;
    }
  }
  return view;
}

}  // namespace crmtrack::policy
