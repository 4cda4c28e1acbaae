#include "exchange/map_reader.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "exchange/csv.hpp"
#include "record/kinds.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::exchange {
namespace {

constexpr std::array<std::pair<std::string_view, As>, 8> kAs{{{"text", As::text},
                                                              {"line", As::line},
                                                              {"slug", As::slug},
                                                              {"integer", As::integer},
                                                              {"boolean", As::boolean},
                                                              {"time", As::time},
                                                              {"date", As::date},
                                                              {"list", As::list}}};

/// The fields that every record has or that the import sets: no map may name them.
constexpr std::array<std::string_view, 8> kOurs{"id", "kind", "at", "by", "after", "key", "source", "own"};

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(
                              name.begin(), name.end(),
                              [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::optional<char> find_delimiter(std::string_view text) {
  if (text == "tab" || text == "\\t") return '\t';
  const bool usable = text.size() == 1 && text != "\"" && text != "\n" && text != "\r" && text[0] > 0;
  return usable ? std::optional(text[0]) : std::nullopt;
}

}  // namespace

void MapReader::fail(const yaml::Mark& mark, const std::string& message) const {
  if (mark.line == 0)  // no place in the file: an override put it there
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot use '--set' with the map '{}': {}", name_, message));
  throw util::Error(util::ErrorKind::refused,
                    fmt::format("cannot read the map '{}': {}:{}: {}", name_, mark.line, mark.column, message));
}

const yaml::Node& MapReader::get(const yaml::Node& node, std::string_view key) const {
  const yaml::Node* found = node.find(key);
  if (found == nullptr || found->is_null()) fail(node.mark, fmt::format("'{}' is missing", key));
  return *found;
}

void MapReader::check_keys(const yaml::Node& node, std::initializer_list<std::string_view> keys) const {
  if (!node.is_map()) fail(node.mark, "a map was expected here");
  for (const auto& [key, value] : node.entries) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      const std::vector<std::string> candidates(keys.begin(), keys.end());
      const auto near = util::nearest(key, candidates);
      fail(value.mark, near.empty() ? fmt::format("unknown key '{}': known are {}", key, util::join(candidates, ", "))
                                    : fmt::format("unknown key '{}': did you mean '{}'", key, near.front()));
    }
  }
}

Map MapReader::read(const yaml::Node& root) const {
  check_keys(root, {"source", "about", "encoding", "delimiter", "zone", "date_format", "empty", "add", "columns",
                    "required", "ignore", "expected", "id", "at", "complaint", "records"});
  Map map;
  map.name = name_;
  read_table(root, map);
  read_columns(root, map);
  read_complaint(root, map);
  if (const yaml::Node* records = root.find("records"); records != nullptr && !records->is_null()) {
    if (!records->is_list()) fail(records->mark, "'records' is a list of rules");
    for (const yaml::Node& rule : records->items) map.records.push_back(read_rule(rule));
  }
  return map;
}

void MapReader::read_table(const yaml::Node& root, Map& map) const {
  const yaml::Node& source = get(root, "source");
  map.source = source.text;
  if (!util::is_slug(map.source))
    fail(source.mark, fmt::format("the source '{}' is no slug (lower-case letters, digits and -)", map.source));
  map.encoding = root.text_of("encoding");
  if (const yaml::Node* delimiter = root.find("delimiter"); delimiter != nullptr && delimiter->text != "auto") {
    map.delimiter = find_delimiter(delimiter->text);
    if (!map.delimiter)
      fail(delimiter->mark, fmt::format("the delimiter '{}' is neither one character nor 'tab'", delimiter->text));
  }
  if (const yaml::Node* zone = root.find("zone"); zone != nullptr) {
    try {
      map.zone = util::Zone::load(zone->text);
    } catch (const util::Error&) {
      fail(zone->mark, fmt::format("unknown time zone '{}'", zone->text));
    }
  }
  map.forms = read_forms(root.find("date_format"));
  for (const std::string& cell : root.texts_of("empty")) map.empty.push_back(fold_name(cell));
  map.add = root.texts_of("add");
  for (const std::string& word : map.add)
    if (word != "reasons" && word != "projects")
      fail(root.find("add")->mark, fmt::format("'add' takes reasons and projects, not '{}'", word));
}

void MapReader::read_columns(const yaml::Node& root, Map& map) const {
  if (const yaml::Node* columns = root.find("columns"); columns != nullptr) {
    if (!columns->is_map()) fail(columns->mark, "'columns' names header names: `name: [Header, Other header]`");
    for (const auto& [name, headers] : columns->entries) map.columns[name] = read_texts(headers);
  }
  map.required = root.texts_of("required");
  map.ignored = root.texts_of("ignore");
  if (const yaml::Node* expected = root.find("expected"); expected != nullptr && expected->is_map()) {
    for (const auto& [column, values] : expected->entries)
      for (const std::string& value : read_texts(values)) map.known[column].push_back(fold_name(value));
  }
}

void MapReader::read_complaint(const yaml::Node& root, Map& map) const {
  if (const yaml::Node* id = root.find("id"); id != nullptr && !id->is_null()) map.id = read_source("id", *id);
  map.at = read_source("at", get(root, "at"));
  map.at.as = As::time;
  map.fields = read_sources(&get(root, "complaint"));
  for (const FieldSource& field : map.fields)
    if (std::find(kOurs.begin(), kOurs.end(), field.field) != kOurs.end())
      fail(field.mark, fmt::format("the field '{}' is set by the import itself", field.field));
}

RecordRule MapReader::read_rule(const yaml::Node& node) const {
  check_keys(node, {"name", "kind", "when", "unless", "at", "fields", "set"});
  RecordRule rule;
  rule.name = get(node, "name").text;
  const std::string& kind = get(node, "kind").text;
  rule.kind = record::parse_kind(kind);
  if (!is_field_name(rule.name))
    fail(get(node, "name").mark, fmt::format("the name '{}' is not in snake_case", rule.name));
  const record::KindSpec* const spec = record::find_kind(rule.kind);
  if (spec == nullptr || spec->begins)
    fail(get(node, "kind").mark, fmt::format("a row cannot yield a further record of kind '{}'", kind));
  rule.when = read_conditions(node.find("when"));
  rule.unless = read_conditions(node.find("unless"));
  const yaml::Node* at = node.find("at");
  rule.at = at != nullptr ? read_source("at", *at) : FieldSource{};
  rule.at.as = As::time;
  rule.fields = read_sources(node.find("fields"));
  rule.set = read_sources(node.find("set"));
  return rule;
}

std::vector<Condition> MapReader::read_conditions(const yaml::Node* node) const {
  std::vector<Condition> conditions;
  if (node == nullptr || node->is_null()) return conditions;
  if (!node->is_map()) fail(node->mark, "a test is written `column: [value, value]` or `column: any`");
  for (const auto& [column, values] : node->entries) {
    Condition condition{column, {}};
    if (!values.is_scalar() || values.text != "any")
      for (const std::string& value : read_texts(values)) condition.values.push_back(fold_name(value));
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

std::vector<FieldSource> MapReader::read_sources(const yaml::Node* node) const {
  std::vector<FieldSource> sources;
  if (node == nullptr || node->is_null()) return sources;
  if (!node->is_map()) fail(node->mark, "fields are written `field: column`");
  for (const auto& [field, source] : node->entries) {
    if (!is_field_name(field)) fail(source.mark, fmt::format("the field '{}' is not in snake_case", field));
    sources.push_back(read_source(field, source));
  }
  return sources;
}

FieldSource MapReader::read_source(const std::string& field, const yaml::Node& node) const {
  FieldSource source;
  source.field = field;
  source.mark = node.mark;
  if (node.is_map())
    read_source_map(node, source);
  else
    source.columns = read_texts(node);
  return source;
}

void MapReader::read_source_map(const yaml::Node& node, FieldSource& source) const {
  check_keys(node,
             {"column", "join", "separator", "value", "as", "values", "other", "default", "quiet", "date_format"});
  const yaml::Node* column = node.find("column");
  const yaml::Node* join = node.find("join");
  const yaml::Node* value = node.find("value");
  if ((column != nullptr) + (join != nullptr) + (value != nullptr) != 1)
    fail(node.mark, fmt::format("the field '{}' needs one of column, join, value", source.field));
  source.joined = join != nullptr;
  if (value != nullptr)
    source.constant = value->text;
  else
    source.columns = read_texts(source.joined ? *join : *column);
  if (const yaml::Node* separator = node.find("separator"); separator != nullptr)
    source.separator = separator->text;
  else if (const yaml::Node* as = node.find("as"); as != nullptr && as->text == "list")
    source.separator = std::string(1, ',');
  if (const yaml::Node* as = node.find("as"); as != nullptr) source.as = read_as(*as);
  if (const yaml::Node* values = node.find("values"); values != nullptr) source.values = read_values(*values);
  if (const yaml::Node* other = node.find("other"); other != nullptr)
    source.other = other->is_null() ? std::string() : other->text;
  if (const yaml::Node* fallback = node.find("default"); fallback != nullptr && !fallback->is_null())
    source.fallback = fallback->text;
  source.quiet = node.text_of("quiet") == "true";
  source.forms = read_forms(node.find("date_format"));
}

std::map<std::string, std::string> MapReader::read_values(const yaml::Node& node) const {
  if (!node.is_map()) fail(node.mark, "values are written `cell: word`");
  std::map<std::string, std::string> values;
  for (const auto& [cell, word] : node.entries)
    if (!values.emplace(fold_name(cell), word.is_null() ? std::string() : word.text).second)
      fail(word.mark, fmt::format("the value '{}' is listed twice (case, blank, - and _ are alike)", cell));
  return values;
}

std::vector<DateForm> MapReader::read_forms(const yaml::Node* node) const {
  std::vector<DateForm> forms;
  if (node == nullptr || node->is_null()) return forms;
  for (const std::string& pattern : read_texts(*node)) {
    const auto form = DateForm::parse(pattern);
    if (!form)
      fail(node->mark, fmt::format("'{}' is no form of a date: rfc3339, unix, or a pattern such as %d/%m/%Y", pattern));
    forms.push_back(*form);
  }
  return forms;
}

std::vector<std::string> MapReader::read_texts(const yaml::Node& node) const {
  if (node.is_scalar()) return {node.text};
  std::vector<std::string> texts;
  for (const yaml::Node& item : node.items) {
    if (!item.is_scalar()) fail(item.mark, "a text was expected here");
    texts.push_back(item.text);
  }
  if (!node.is_list() || texts.empty()) fail(node.mark, "a text or a list of texts was expected here");
  return texts;
}

As MapReader::read_as(const yaml::Node& node) const {
  for (const auto& [name, as] : kAs)
    if (node.text == name) return as;
  fail(node.mark, fmt::format("'as' is text, line, slug, integer, boolean, time, date or list, not '{}'", node.text));
}

}  // namespace crmtrack::exchange
