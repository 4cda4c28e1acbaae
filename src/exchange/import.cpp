#include "exchange/import.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "exchange/cell_value.hpp"
#include "exchange/encoding.hpp"
#include "exchange/known_complaint.hpp"
#include "exchange/open_table.hpp"
#include "exchange/row_reader.hpp"
#include "exchange/row_records.hpp"
#include "exchange/table_header.hpp"
#include "record/validate.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::exchange {
namespace {

/// The bounds of a record (crmtrack-format(5)), and how many columns still fit its 2,000 nodes.
constexpr std::size_t kRecordBytes = 256U << 10U;
constexpr std::size_t kMostFields = 900;
constexpr std::size_t kProgressEvery = 256;

/// One run over a table.
class TableImport {
 public:
  TableImport(std::string_view text, const Map& map, const ImportOptions& options, const OpenedTable& opened)
      : text_(text),
        map_(map),
        options_(options),
        header_(opened.row.cells, map),
        csv_(text, {.delimiter = opened.delimiter}),
        rows_(map_, header_) {
    check_header(header_, map_, options_.file);
    result_.header = opened.row.text;
  }

  ImportResult run() {
    CsvRow row;
    (void)csv_.next(row);  // the header
    for (std::size_t count = 0;; ++count) {
      if (count % kProgressEvery == 0 && !go_on()) {
        result_.interrupted = true;
        break;
      }
      const auto read = csv_.next(row);
      if (!read)
        reject({read.error().at, {}, read.error().message, std::string(read.error().text)});
      else if (!*read)
        break;
      else
        import_row(row);
    }
    finish();
    return std::move(result_);
  }

 private:
  bool go_on() {
    if (options_.progress) options_.progress(csv_.offset(), text_.size());
    if (options_.passed) options_.passed(csv_.offset());
    return !options_.interrupted || !options_.interrupted();
  }

  void reject(BadRow bad) {
    ++result_.counts.rejected;
    result_.bad.push_back(std::move(bad));
  }

  void reject(const CsvRow& row, std::optional<std::size_t> cell, std::string message) {
    BadRow bad{row.start, {}, std::move(message), std::string(row.text)};
    if (cell) {
      bad.at = csv_.position_of(row, row.offsets[*cell]);
      bad.column = header_.names()[*cell];
    }
    reject(std::move(bad));
  }

  void import_row(CsvRow& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); }))
      return;  // a spreadsheet's empty rows say nothing
    if (row.cells.size() != header_.size()) {
      reject(row, std::nullopt, fmt::format("the row has {} cells, the header {}", row.cells.size(), header_.size()));
      return;
    }
    auto content = rows_.read(row.cells);
    if (!content) {
      reject(row, content.error().cell, content.error().message);
      return;
    }
    understand_words(content->fields);
    for (RowContent::Further& further : content->further)
      if (yaml::Node* const set = further.fields.find("set")) understand_words(*set);
    const bool own_id = !content->id.empty();
    RowName name{own_id ? content->id : counted(rows_.content_id(row.cells)), own_id};
    const auto known = find_known(name);
    const auto titles = content->titles;
    auto complaint = make_complaint(map_, name, std::move(*content));
    complaint.line = row.start.line;
    if (check(row, complaint)) sort_in(row, known, std::move(complaint), titles);
  }

  /// The ledger's complaint of a row. Where `undo` took it back, the row is taken once more, under another name.
  std::optional<KnownComplaint> find_known(RowName& name) const {
    if (!options_.find_known) return std::nullopt;
    auto known = options_.find_known(source_of(map_, name));
    for (; known && known->taken_back; known = options_.find_known(source_of(map_, name))) ++name.time;
    return known;
  }

  void understand_words(yaml::Node& fields) const {
    if (!options_.understand) return;
    for (const char* const field : {"reason", "project"}) {
      const std::string word = fields.text_of(field);
      if (word.empty()) continue;
      if (std::string code = options_.understand(field, word); code != word)
        fields.set(field, yaml::Node::scalar(std::move(code)));
    }
  }

  /// The n-th row of one content has an id of its own.
  std::string counted(const std::string& content_id) {
    const std::size_t count = ++same_rows_[content_id];
    return count == 1 ? content_id : fmt::format("{}-{}", content_id, count);
  }

  bool check(const CsvRow& row, const ImportedComplaint& complaint) {
    for (std::size_t i = 0; i < complaint.records.size(); ++i) {
      const record::Record& record = complaint.records[i];
      if (const auto problems = record::validate(record); !problems.empty()) {
        const auto cell = record.kind == record::Kind::complaint ? rows_.cell_of(problems.front().field) : std::nullopt;
        reject(row, cell,
               fmt::format("the {} is not valid: {}: {}", record.kind.name(), problems.front().field,
                           problems.front().message));
        return false;
      }
      if (record.body.entries.size() > kMostFields || complaint.texts[i].size() > kRecordBytes) {
        reject(row, std::nullopt, "the row is larger than a record may be (256 KiB, 900 fields)");
        return false;
      }
    }
    return true;
  }

  void sort_in(const CsvRow& row, const std::optional<KnownComplaint>& known, ImportedComplaint complaint,
               const std::map<std::string, std::string>& titles) {
    std::string content;
    for (const record::Record& record : complaint.records) content += record.id;
    const std::size_t digest = std::hash<std::string>{}(content);
    if (const auto [seen, fresh] = seen_.emplace(complaint.source, digest); !fresh) {
      sort_in_repeated(complaint, seen->second == digest);
      return;
    }
    if (known) {
      sort_in_known(*known, std::move(complaint));
      return;
    }
    if (const std::string why = options_.judge ? options_.judge(complaint) : std::string(); !why.empty()) {
      reject(row, std::nullopt, why);
      return;
    }
    ++result_.counts.added;
    note_words(complaint, titles);
    keep(std::move(complaint), result_.complaints);
  }

  void sort_in_repeated(const ImportedComplaint& complaint, bool same) {
    if (same) {
      ++result_.counts.known;
      return;
    }
    ++result_.counts.differing;
    warnings_.add(fmt::format("line {}: '{}' stands in the table before with other content: the first one counts",
                              complaint.line, util::visible_line(complaint.source)));
  }

  void sort_in_known(const KnownComplaint& known, ImportedComplaint complaint) {
    Comparison comparison = compare(map_, known, complaint);
    if (!comparison.differs) {
      ++result_.counts.known;
      return;
    }
    ++result_.counts.differing;
    if (options_.update && !comparison.updates.empty()) {
      ++result_.counts.corrected;
      complaint.story = known.story;
      complaint.records.clear();
      complaint.texts.clear();
      for (record::MachineRecord& made : comparison.updates) {
        complaint.records.push_back(std::move(made.record));
        complaint.texts.push_back(std::move(made.text));
      }
      keep(std::move(complaint), result_.updates);
    }
  }

  void keep(ImportedComplaint complaint, std::vector<ImportedComplaint>& kept) {
    if (options_.take)
      options_.take(std::move(complaint));
    else
      kept.push_back(std::move(complaint));
  }

  void note_words(const ImportedComplaint& complaint, const std::map<std::string, std::string>& titles) {
    const record::Record& record = complaint.records.front();
    const auto title_of = [&](const char* field) {
      const auto found = titles.find(field);
      return found == titles.end() ? std::string() : found->second;
    };
    note_word("projects", record.text_of("project"), title_of("project"));
    note_word("reasons", record.text_of("reason"), title_of("reason"));
    if (const std::string customer = record.text_of("customer"); !customer.empty()) {
      auto& first = customers_[customer];
      if (first.first.empty() || record.at.utc < first.second.utc) {
        const std::string title = title_of("customer");
        first = {title.empty() ? customer : title, record.at};
      }
    }
  }

  void note_word(const char* vocabulary, const std::string& word, const std::string& title) {
    if (word.empty() || !map_.adds(vocabulary)) return;
    const auto [found, fresh] = words_.emplace(std::string(vocabulary) + ":" + word, title);
    if (fresh) {
      result_.words.push_back({vocabulary, word, title.empty() ? word : title});
    } else if (fold_name(found->second) != fold_name(title)) {
      warnings_.add(fmt::format("'{}' and '{}' are the same word '{}' in {}", util::visible_line(found->second),
                                util::visible_line(title), word, vocabulary));
    }
  }

  void note_kept_columns() {
    std::vector<std::string> columns;
    for (const KeptColumn& column : header_.kept())
      columns.push_back(fmt::format("{} ({})", util::visible_line(column.header), column.field));
    if (!columns.empty()) {
      result_.warnings.push_back(fmt::format("columns that the map '{}' does not read are kept as fields: {}",
                                             map_.name, util::join(columns, ", ")));
    }
  }

  void finish() {
    for (const auto& [slug, first] : customers_) {
      const bool is_known = options_.knows_customer && options_.knows_customer(slug);
      const std::string taken_back = is_known && options_.find_taken_back ? options_.find_taken_back(slug) : "";
      if (!is_known || !taken_back.empty())
        result_.customers.push_back(make_customer(map_, slug, first.first, first.second, taken_back));
    }
    note_kept_columns();
    for (const auto& lines : {rows_.surprises().lines(), warnings_.lines()})
      result_.warnings.insert(result_.warnings.end(), lines.begin(), lines.end());
    if (options_.progress && !result_.interrupted) options_.progress(text_.size(), text_.size());
  }

  std::string_view text_;
  const Map& map_;
  const ImportOptions& options_;
  TableHeader header_;
  CsvReader csv_;
  RowReader rows_;
  ImportResult result_;
  Surprises warnings_;
  std::unordered_map<std::string, std::size_t> same_rows_;
  std::unordered_map<std::string, std::size_t> seen_;  ///< source → hash of its records' ids, which tell its content
  std::map<std::string, std::pair<std::string, util::Timestamp>> customers_;
  std::map<std::string, std::string> words_;
};

}  // namespace

ImportResult import_table(std::string_view bytes, const Map& map, const ImportOptions& options) {
  const Decoded decoded =
      to_utf8(bytes, options.encoding.empty() ? map.encoding : options.encoding, options.file, options.passed);
  const OpenedTable opened = open_table(decoded.text(), map, options.file);
  return TableImport(decoded.text(), map, options, opened).run();
}

std::string describe(const BadRow& row, std::string_view file) {
  const std::string place = fmt::format("{}:{}:{}: ", file, row.at.line, row.at.column);
  const std::string message = util::visible_line(row.message);
  return row.column.empty() ? place + message
                            : fmt::format("{}column '{}': {}", place, shown_cell(row.column), message);
}

std::string render_rejects(const ImportResult& result) {
  std::string table = result.header + "\n";
  for (const BadRow& row : result.bad) table += row.text + "\n";
  return table;
}

}  // namespace crmtrack::exchange
