#include "exchange/row_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "exchange/cell_value.hpp"
#include "util/digest.hpp"
#include "util/id.hpp"
#include "util/text/cell_guard.hpp"
#include "util/text/parts.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::exchange {
namespace {

/// More different surprises than these are not told one by one.
constexpr std::size_t kMostSurprises = 50;
constexpr std::size_t kLongestEmpty = 64;
constexpr std::size_t kLongestId = 200;
/// The fields that an import adds to those that the map names: refs, source, key.
constexpr std::size_t kOwnFields = 3;

void make_line_feeds(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::string made;
  made.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      made += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      made += '\n';
  text = std::move(made);
}

/// Undoes what export csv does to a text (util::guard_cell), where the result is a text that a record can hold.
void take_guard_off(std::string& cell) {
  if (cell.front() != '\'' && cell.find("\\x") == std::string::npos) return;
  std::string text = util::unguard_cell(cell);
  if (util::is_valid_utf8(text) && text.find('\0') == std::string::npos) cell = std::move(text);
}

bool is_id(std::string_view text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return text.size() <= kLongestId && std::none_of(text.begin(), text.end(), is_control);
}

/// The cells of a repeated header, joined.
std::string joined_cells(const std::vector<std::size_t>& indexes, const std::vector<std::string>& cells) {
  if (indexes.size() == 1) return cells[indexes.front()];
  std::vector<std::string> texts;
  for (const std::size_t index : indexes)
    if (!cells[index].empty()) texts.push_back(cells[index]);
  return util::join(texts, "\n");
}

}  // namespace

void Surprises::add(const std::string& message) {
  const auto found = counts_.find(message);
  if (found != counts_.end()) {
    ++found->second;
  } else if (counts_.size() < kMostSurprises) {
    counts_.emplace(message, 1);
    order_.push_back(message);
  }
}

std::vector<std::string> Surprises::lines() const {
  std::vector<std::string> lines;
  for (const std::string& message : order_) {
    const std::size_t count = counts_.at(message);
    lines.push_back(count == 1 ? message : fmt::format("{} ({} rows)", message, count));
  }
  return lines;
}

RowReader::RowReader(const Map& map, const TableHeader& header)
    : map_(map), header_(header), at_(bind(map.at)), fields_(bind(map.fields)), forms_(map.forms) {
  if (map.id) id_ = bind(*map.id);
  if (forms_.empty()) forms_ = {*DateForm::parse("rfc3339"), *DateForm::parse("%Y-%m-%d")};
  for (const RecordRule& rule : map.records)
    rules_.push_back({&rule, bind(rule.when), bind(rule.unless), bind(rule.at), bind(rule.fields), bind(rule.set)});
  for (const auto& [column, values] : map.known) expected_conditions_.push_back({column, values});
  expected_ = bind(expected_conditions_);
}

RowReader::Bound RowReader::bind(const FieldSource& source) const {
  Bound bound{&source, {}};
  for (const std::string& column : source.columns) bound.columns.push_back(header_.cells_of(column));
  return bound;
}

std::vector<RowReader::Bound> RowReader::bind(const std::vector<FieldSource>& sources) const {
  std::vector<Bound> bound;
  for (const FieldSource& source : sources) bound.push_back(bind(source));
  return bound;
}

std::vector<RowReader::Test> RowReader::bind(const std::vector<Condition>& conditions) const {
  std::vector<Test> tests;
  for (const Condition& condition : conditions) tests.push_back({&condition, header_.cells_of(condition.column)});
  return tests;
}

void RowReader::clean(Cells& cells) const {
  for (std::string& cell : cells) {
    if (cell.empty()) continue;
    make_line_feeds(cell);
    take_guard_off(cell);
    if (cell.size() > kLongestEmpty) continue;
    const std::string folded = fold_name(cell);
    if (folded.empty() || std::find(map_.empty.begin(), map_.empty.end(), folded) != map_.empty.end()) cell.clear();
  }
}

RowReader::Text RowReader::text_of(const Bound& bound, const Cells& cells) const {
  if (bound.source->constant) return {*bound.source->constant, std::nullopt};
  Text result;
  for (const ColumnCells& column : bound.columns) {
    for (const auto& indexes : column) {
      std::string text = joined_cells(indexes, cells);
      if (text.empty()) continue;
      if (!result.cell)
        result = {std::move(text), indexes.front()};
      else
        result.text += bound.source->separator + text;
      if (!bound.source->joined) return result;
      break;  // of the names that a joined column may have, the first that says something
    }
  }
  return result;
}

tl::expected<RowReader::Text, RowFault> RowReader::translated(const Bound& bound, const Cells& cells) {
  Text text = text_of(bound, cells);
  const FieldSource& source = *bound.source;
  if (text.text.empty()) {
    text.text = source.fallback.value_or("");
    return text;
  }
  if (source.values.empty()) return text;
  if (const auto word = source.values.find(fold_name(text.text)); word != source.values.end()) {
    text.text = word->second;
    return text;
  }
  if (!source.other) {
    return tl::unexpected(RowFault{
        text.cell, fmt::format("'{}' is not a value that the map knows for {}", shown_cell(text.text), source.field)});
  }
  if (!source.quiet) {
    surprises_.add(fmt::format("the {} '{}' is not in the map: {}", source.field, shown_cell(text.text),
                               source.other->empty() ? "left out" : "taken as " + *source.other));
  }
  text.text = *source.other;
  return text;
}

RowReader::Field RowReader::value_of(const Bound& bound, const Cells& cells, std::string* title) {
  auto text = translated(bound, cells);
  if (!text) return tl::unexpected(text.error());
  if (util::trim(text->text).empty()) return std::nullopt;
  const FieldSource& source = *bound.source;
  if (title != nullptr && source.as == As::slug) *title = one_line(text->text);
  auto node = to_node(std::move(text->text), source, source.forms.empty() ? forms_ : source.forms, map_.zone);
  if (!node) return tl::unexpected(RowFault{text->cell, node.error()});
  return std::move(*node);
}

tl::expected<std::optional<util::Timestamp>, RowFault> RowReader::time_of(const Bound& bound, const Cells& cells) {
  const auto text = translated(bound, cells);
  if (!text) return tl::unexpected(text.error());
  if (util::trim(text->text).empty()) return std::nullopt;
  const FieldSource& source = *bound.source;
  const auto time = read_date(text->text, source.forms.empty() ? forms_ : source.forms, map_.zone);
  if (!time) return tl::unexpected(RowFault{text->cell, time.error()});
  if (time->utc < util::Instant{})
    return tl::unexpected(RowFault{text->cell, fmt::format("'{}' is before 1970", shown_cell(text->text))});
  return *time;
}

tl::expected<util::Timestamp, RowFault> RowReader::received_of(const Cells& cells) {
  const auto time = time_of(at_, cells);
  if (!time) return tl::unexpected(time.error());
  if (!*time) {
    const auto& columns = at_.columns;
    const bool has_cell = !columns.empty() && !columns.front().empty();
    return tl::unexpected(RowFault{has_cell ? std::optional(columns.front().front().front()) : std::nullopt,
                                   "the date on which it was received is missing"});
  }
  return **time;
}

tl::expected<yaml::Node, RowFault> RowReader::fields_of(const std::vector<Bound>& bound, const Cells& cells,
                                                        std::map<std::string, std::string>* titles) {
  yaml::Node fields = yaml::Node::map();
  fields.entries.reserve(bound.size() + header_.kept().size() + kOwnFields);
  for (const Bound& field : bound) {
    std::string title;
    auto value = value_of(field, cells, &title);
    if (!value) return tl::unexpected(value.error());
    if (!*value) continue;
    fields.entries.emplace_back(field.source->field, std::move(**value));
    if (titles != nullptr && !title.empty()) titles->emplace(field.source->field, std::move(title));
  }
  return fields;
}

bool RowReader::holds(const Test& test, const Cells& cells) const {
  for (const auto& indexes : test.cells) {
    const std::string text = joined_cells(indexes, cells);
    if (text.empty()) continue;
    const auto& values = test.condition->values;
    return values.empty() || std::find(values.begin(), values.end(), fold_name(text)) != values.end();
  }
  return false;
}

bool RowReader::applies(const Rule& rule, const Cells& cells) const {
  const auto check = [&](const Test& test) { return holds(test, cells); };
  return std::all_of(rule.when.begin(), rule.when.end(), check) &&
         std::none_of(rule.unless.begin(), rule.unless.end(), check);
}

tl::expected<RowContent::Further, RowFault> RowReader::read_further(const Rule& rule, const Cells& cells,
                                                                    const util::Timestamp& received) {
  const auto at = time_of(rule.at, cells);
  if (!at) return tl::unexpected(at.error());
  auto fields = fields_of(rule.fields, cells, nullptr);
  if (!fields) return tl::unexpected(fields.error());
  if (!rule.set.empty()) {
    auto set = fields_of(rule.set, cells, nullptr);
    if (!set) return tl::unexpected(set.error());
    fields->set("set", std::move(*set));
  }
  // It has to stand somewhere, but no figure may take that for the time when it happened.
  if (!*at) fields->set("undated", yaml::Node::boolean(true));
  return RowContent::Further{rule.rule, at->value_or(received), std::move(*fields)};
}

void RowReader::keep_unknown(const Cells& cells, yaml::Node& fields) const {
  for (const KeptColumn& column : header_.kept()) {
    std::string text = joined_cells(column.cells, cells);
    if (!text.empty()) fields.entries.emplace_back(column.field, yaml::Node::scalar(std::move(text)));
  }
}

void RowReader::check_expected(const Cells& cells) {
  for (const Test& test : expected_) {
    for (const auto& indexes : test.cells) {
      const std::string text = joined_cells(indexes, cells);
      if (!text.empty() && !holds(test, cells)) {
        surprises_.add(fmt::format("the value '{}' of column '{}' is not in the map", shown_cell(text),
                                   header_.names()[indexes.front()]));
      }
    }
  }
}

tl::expected<RowContent, RowFault> RowReader::read(Cells& cells) {
  clean(cells);
  RowContent content;
  const auto at = received_of(cells);
  if (!at) return tl::unexpected(at.error());
  content.at = *at;
  if (id_) {
    const auto id = translated(*id_, cells);
    if (!id) return tl::unexpected(id.error());
    content.id = util::trim(id->text);
    if (!is_id(content.id))
      return tl::unexpected(RowFault{id->cell, "this is no id: it must be one line of at most 200 bytes"});
  }
  auto fields = fields_of(fields_, cells, &content.titles);
  if (!fields) return tl::unexpected(fields.error());
  content.fields = std::move(*fields);
  keep_unknown(cells, content.fields);
  for (const Rule& rule : rules_) {
    if (!applies(rule, cells)) continue;
    auto further = read_further(rule, cells, content.at);
    if (!further) return tl::unexpected(further.error());
    content.further.push_back(std::move(*further));
  }
  check_expected(cells);
  return content;
}

std::string RowReader::content_id(const std::vector<std::string>& cells) const {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].empty())
      parts.push_back(fmt::format("{}\n{}\n{}", fold_name(header_.names()[i]), cells[i].size(), cells[i]));
  std::sort(parts.begin(), parts.end());
  const auto digest = util::sha256(util::join(parts, "\n"));
  return "row-" + util::encode_crockford({reinterpret_cast<const char*>(digest.data()), digest.size()}, 16);
}

std::optional<std::size_t> RowReader::cell_of(std::string_view field) const {
  for (const Bound& bound : fields_)
    if (bound.source->field == field && !bound.columns.empty() && !bound.columns.front().empty())
      return bound.columns.front().front().front();
  for (const KeptColumn& column : header_.kept())
    if (column.field == field) return column.cells.front();
  return std::nullopt;
}

}  // namespace crmtrack::exchange
