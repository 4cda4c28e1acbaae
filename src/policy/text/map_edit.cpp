#include "policy/text/map_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/sheet.hpp"
#include "policy/text/block_text.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/sheet_text.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "yaml/read.hpp"
#include "yaml/write.hpp"

namespace crmtrack::policy {

namespace {

using util::Error;
using util::ErrorKind;
using yaml::Node;

[[noreturn]] void refuse_edit(std::string_view file, const std::string& why) {
  throw Error(ErrorKind::refused, fmt::format("cannot edit '{}': {}", file, why),
              {fmt::format("edit policy/{} by hand, then run: crmtrack policy check", file)});
}

/// `calendar`, as messages name an entry of calendars.yaml.
std::string_view noun_of_map(std::string_view file) { return file == "calendars.yaml" ? "calendar" : "entry"; }

SheetText get_sheet(std::string_view file, std::string_view text) {
  std::string folded(text);
  fold_crlf(folded);
  if (find_conflict_marker(folded)) {
    throw Error(ErrorKind::conflict, fmt::format("cannot edit '{}': it has the conflict markers of a Git merge", file),
                {"choose what stands, then git add and git commit"});
  }
  auto sheet = read_sheet_text(file, text);
  if (!sheet) refuse_edit(file, sheet.error());
  sheet->is_map = true;
  return std::move(*sheet);
}

std::string finish_sheet(SheetText sheet) {
  const std::string file = sheet.file;
  auto text = render_sheet_text(std::move(sheet));
  if (!text) refuse_edit(file, text.error());
  return std::move(*text);
}

std::vector<TextEntry>::iterator find_text_entry(SheetText& sheet, const std::string& key) {
  const std::string wanted = compared_key(key);
  return std::ranges::find(sheet.entries, wanted, [](const TextEntry& each) { return compared_key(each.key); });
}

TextEntry& get_entry(SheetText& sheet, const std::string& key) {
  const auto found = find_text_entry(sheet, key);
  if (found != sheet.entries.end()) return *found;
  std::vector<std::string> known, hints;
  for (const TextEntry& each : sheet.entries) known.push_back(each.key);
  if (const auto near = util::nearest(key, known); !near.empty())
    hints.push_back(fmt::format("did you mean {}", util::join(near, " or ")));
  throw Error(ErrorKind::not_found, fmt::format("cannot find {} '{}' in {}", noun_of_map(sheet.file), key, sheet.file),
              hints);
}

std::size_t index_of_newest(const Node& list) {
  std::size_t newest = 0;
  for (std::size_t i = 1; i < list.items.size(); ++i)
    if (list.items[newest].text_of("from") < list.items[i].text_of("from")) newest = i;
  return newest;
}

/// The versions of an entry: one where it is no list.
std::size_t count_versions(const Node& entry) { return entry.is_list() ? entry.items.size() : 1; }
Node& version_of(Node& entry, std::size_t index) { return entry.is_list() ? entry.items.at(index) : entry; }

/// Sets a key where the order of the keys puts it.
void set_ordered(Node& map, const std::string& key, const Node& value) {
  if (map.find(key) != nullptr) return map.set(key, value);
  const auto next = std::ranges::find_if(map.entries, [&](const Node::Entry& each) { return each.first > key; });
  map.entries.insert(next, {key, value});
}

/// A list of dates (`holidays: [2026-12-25]`) as the map that it stands for.
Node as_map(const Node* field) {
  if (field == nullptr || field->is_map()) return field == nullptr ? Node::map() : *field;
  Node map = Node::map();
  for (const Node& item : field->items) set_ordered(map, item.text, Node::scalar(""));
  return map;
}

/// Whether the changed field is a map that some keys are left of.
bool has_keys_left(const Node& version, const std::string& field) {
  const Node* const map = version.find(field);
  return map != nullptr && !map->entries.empty();
}

void apply(Node& version, const FieldChange& change) {
  if (change.keys.empty()) {
    if (change.value)
      version.set(change.field, *change.value);
    else
      version.erase(change.field);
    return;
  }
  Node map = as_map(version.find(change.field));
  for (const auto& [key, value] : change.keys)
    if (value)
      set_ordered(map, key, *value);
    else
      map.erase(key);
  if (map.entries.empty())
    version.erase(change.field);
  else
    version.set(change.field, std::move(map));
}

/// An entry's own lines, read by themselves; nullopt where they say no entry.
std::optional<Node> read_body(const Lines& body) {
  auto root = yaml::read(join_lines(body), kPolicyLimits);
  if (!root || !root->is_map() || root->entries.size() != 1) return std::nullopt;
  return std::move(root->entries.front().second);
}

bool is_block_map(const Lines& body, const Node& node) {
  const auto line = static_cast<std::size_t>(node.mark.line - 1);
  const auto column = static_cast<std::size_t>(node.mark.column - 1);
  return node.is_map() && !node.entries.empty() && line < body.size() && column < body[line].size() &&
         body[line][column] != '{';
}

/// Makes one change in the lines of a version of an entry. `wanted` is that version with the change. False where the
/// form of the lines does not allow it.
bool change_lines(Lines& body, const FieldChange& change, std::size_t index, const Node& wanted) {
  auto entry = read_body(body);
  if (!entry || count_versions(*entry) <= index) return false;
  const Node& version = version_of(*entry, index);
  if (!is_block_map(body, version)) return false;
  const Node* const field = version.find(change.field);
  if (field != nullptr && !change.keys.empty() && is_block_map(body, *field) && has_keys_left(wanted, change.field)) {
    set_ordered_block_fields(body, field->mark, change.keys);
    return true;
  }
  const Node* const value = wanted.find(change.field);
  if (value != nullptr)
    set_block_field(body, version.mark, change.field, *value);
  else if (field != nullptr && version.entries.front().first != change.field)
    set_ordered_block_fields(body, version.mark, {{change.field, std::nullopt}});
  else
    return field == nullptr;
  return true;
}

/// The part of a change that concerns one version: a key is taken out wherever it stands, all else is set in the
/// newest.
FieldChange change_of_version(const FieldChange& change, const Node& version, bool is_newest) {
  if (change.keys.empty()) return change;
  FieldChange part{change.field, {}, {}};
  const Node map = as_map(version.find(change.field));
  for (const auto& [key, value] : change.keys)
    if (value ? is_newest : map.find(key) != nullptr) part.keys.emplace(key, value);
  return part;
}

/// Gives an entry a new value. Its lines stay where they say just that; otherwise it is written anew.
void set_value(TextEntry& entry, Node wanted, Lines body) {
  const auto again = read_body(body);
  if (again && says_same(*again, wanted)) {
    entry.value = *again;
    entry.body = std::move(body);
    return;
  }
  entry.value = std::move(wanted);
  entry.body.clear();
}

/// The lines of an entry whose map has become the one item of a list; none where its form does not allow that.
Lines as_list_lines(const Lines& body) {
  const auto entry = read_body(body);
  if (!entry || !is_block_map(body, *entry) || entry->mark.line < 2) return {};
  Lines lines = body;
  const auto first = static_cast<std::size_t>(entry->mark.line - 1);
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (!lines[i].empty()) lines[i].insert(0, "  ");
  lines[first][static_cast<std::size_t>(entry->mark.column - 1)] = '-';
  return lines;
}

}  // namespace

std::string add_map_entry(std::string_view file, std::string_view text, const std::string& key, const Node& value) {
  SheetText sheet = get_sheet(file, text);
  if (find_text_entry(sheet, key) != sheet.entries.end()) {
    throw Error(ErrorKind::refused,
                fmt::format("cannot add {} '{}': it is in {} already", noun_of_map(file), key, file));
  }
  sheet.entries.push_back({key, value, {}, {}});
  return finish_sheet(std::move(sheet));
}

std::string edit_map_entry(std::string_view file, std::string_view text, const std::string& key,
                           const std::vector<FieldChange>& changes) {
  SheetText sheet = get_sheet(file, text);
  TextEntry& entry = get_entry(sheet, key);
  if (entry.value.is_list() && entry.value.items.empty()) refuse_edit(file, fmt::format("'{}' is an empty list", key));
  Node wanted = entry.value;
  Lines body = entry.body;
  const std::size_t newest = wanted.is_list() ? index_of_newest(wanted) : 0;
  for (const FieldChange& change : changes) {
    for (std::size_t i = 0; i < count_versions(wanted); ++i) {
      Node& version = version_of(wanted, i);
      const FieldChange part = change_of_version(change, version, i == newest);
      if (change.keys.empty() ? i != newest : part.keys.empty()) continue;
      apply(version, part);
      if (!body.empty() && !change_lines(body, part, i, version)) body.clear();
    }
  }
  set_value(entry, std::move(wanted), std::move(body));
  return finish_sheet(std::move(sheet));
}

std::string add_map_version(std::string_view file, std::string_view text, const std::string& key, const Node& version) {
  SheetText sheet = get_sheet(file, text);
  TextEntry& entry = get_entry(sheet, key);
  Node wanted = entry.value.is_list() ? entry.value : Node::list({entry.value});
  Lines body = entry.value.is_list() ? entry.body : as_list_lines(entry.body);
  const auto list = body.empty() ? std::nullopt : read_body(body);
  if (list && list->is_list())
    add_block_item(body, 0, *list, version);
  else
    body.clear();
  wanted.items.push_back(version);
  set_value(entry, std::move(wanted), std::move(body));
  return finish_sheet(std::move(sheet));
}

std::string remove_map_entry(std::string_view file, std::string_view text, const std::string& key) {
  SheetText sheet = get_sheet(file, text);
  const std::string name = get_entry(sheet, key).key;
  sheet.entries.erase(find_text_entry(sheet, name));
  return finish_sheet(std::move(sheet));
}

}  // namespace crmtrack::policy
