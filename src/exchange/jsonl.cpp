#include "exchange/jsonl.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include <fmt/format.h>

#include "exchange/json_text.hpp"
#include "exchange/record_value.hpp"
#include "record/machine_place.hpp"
#include "record/path.hpp"
#include "util/digest.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::exchange {
namespace {

using document::Value;

constexpr std::size_t kShownLine = 200;
/// The type of a feed's last line, which tells of no story.
constexpr std::string_view kEndOfFeed = "feed";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string text_under(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  const auto* text = found == nullptr ? nullptr : std::get_if<std::string>(&found->data);
  return text == nullptr ? std::string() : *text;
}

int column_of(std::string_view line, std::size_t offset) {
  int column = 1;
  for (std::size_t i = 0; i < offset && i < line.size(); ++i)
    column += (static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U ? 1 : 0;
  return column;
}

/// The story that a line tells of; the error says why it is none.
tl::expected<record::StoryRef, std::string> story_of(const Value& line) {
  const std::string type = text_under(line, "type");
  const std::string id = text_under(line, "id");
  record::StoryRef story;
  if (type == "complaint")
    story.kind = record::StoryKind::complaint;
  else if (type == "customer")
    story.kind = record::StoryKind::customer;
  else if (type == "journal")
    story.kind = record::StoryKind::journal;
  else
    return tl::unexpected(fmt::format("type: '{}' is none of complaint, customer, journal", util::visible_line(type)));
  if (story.kind == record::StoryKind::customer ? !util::is_slug(id) : !util::is_complaint_id(id))
    return tl::unexpected(fmt::format("id: '{}' is no id of a {}", util::visible_line(id), type));
  story.id = id;
  return story;
}

using Files = std::vector<ledger::NewFile>;

struct RecordFiles {
  record::Record record;
  Files files;                             ///< the record's own first
  std::vector<std::string> without_bytes;  ///< paths of attachments that the file has no bytes of
};

/// Paths of the attachments that a record names and that did not come along.
std::vector<std::string> missing_attachments(const record::StoryRef& story, const record::Record& record,
                                             const Files& files) {
  std::vector<std::string> missing;
  const yaml::Node* const attachments = record.body.find("attachments");
  if (attachments == nullptr || !attachments->is_list()) return missing;
  for (const yaml::Node& attachment : attachments->items) {
    const std::string name = attachment.text_of("name");
    if (!record::is_attachment_name(name)) continue;
    std::string path = record::attachment_path(story, record.id, name);
    const bool is_there = std::ranges::any_of(files, [&](const ledger::NewFile& file) { return file.path == path; });
    if (!is_there) missing.push_back(std::move(path));
  }
  return missing;
}

/// The files of one record; the error says what is wrong with it.
tl::expected<RecordFiles, std::string> files_of(const record::StoryRef& story, const Value& value) {
  auto read = value_to_record(story, value);
  if (!read) return tl::unexpected(read.error());
  record::Record& record = read->record;
  Files files;
  files.push_back({record::path_of(story, record.id, record.kind), record::render(record)});
  if (auto fault = record::machine_fault(story, record, files.front().bytes); !fault.empty())
    return tl::unexpected(std::move(fault));
  for (auto& [name, bytes] : read->attachments)
    files.push_back({record::attachment_path(story, record.id, name), std::move(bytes)});
  for (const ledger::NewFile& file : files)
    if (!record::parse_path(file.path))
      return tl::unexpected(fmt::format("'{}' is no path of a ledger", util::visible_line(file.path)));
  auto missing = missing_attachments(story, record, files);
  return RecordFiles{std::move(record), std::move(files), std::move(missing)};
}

/// One run over the lines of an export.
class LineImport {
 public:
  LineImport(std::string_view text, const JsonlOptions& options) : text_(text), options_(options) {}

  JsonlResult run() {
    std::size_t at = text_.starts_with(kMark) ? kMark.size() : 0;
    for (int number = 1; at < text_.size(); ++number) {
      if (!go_on(at)) {
        result_.interrupted = true;
        break;
      }
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::string_view line = text_.substr(at, end - at);
      at = end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!util::trim(line).empty()) read_line(number, line);
    }
    if (!result_.interrupted) go_on(text_.size());
    return std::move(result_);
  }

 private:
  bool go_on(std::size_t at) {
    if (options_.progress) options_.progress(at, text_.size());
    return !options_.interrupted || !options_.interrupted();
  }

  void reject(int line, int column, std::string message, std::string_view text, std::size_t records = 1) {
    result_.bad.push_back({{line, column}, {}, std::move(message), std::string(text.substr(0, kShownLine))});
    result_.bad_lines.push_back(text);
    result_.rejected += records;
  }

  void read_line(int number, std::string_view line) {
    if (line.size() > options_.line_bytes) {
      reject(number, 1, fmt::format("the line is longer than {} bytes", options_.line_bytes), line);
      return;
    }
    const auto value = parse_json(line);
    if (!value) {
      reject(number, column_of(line, value.error().offset), value.error().message, line);
      return;
    }
    if (text_under(*value, "type") == kEndOfFeed) return;
    const auto story = story_of(*value);
    if (!story) {
      reject(number, 1, story.error(), line);
      return;
    }
    const auto before = result_.refused;
    if (auto why = import_story(*story, *value)) {
      result_.refused = before;
      reject(number, 1, std::move(*why), line, count_records(*value));
    }
  }

  /// At least one: a line that has no list of records is rejected as one.
  static std::size_t count_records(const Value& line) {
    const Value* found = line.find("records");
    const auto* records = found == nullptr ? nullptr : std::get_if<Value::List>(&found->data);
    return records == nullptr ? 1 : std::max<std::size_t>(records->size(), 1);
  }

  /// All records of a line, or none; the text says why none.
  std::optional<std::string> import_story(const record::StoryRef& story, const Value& line) {
    const Value* found = line.find("records");
    const auto* records = found == nullptr ? nullptr : std::get_if<Value::List>(&found->data);
    if (records == nullptr) return "records: the list of records is missing";
    std::vector<RecordFiles> all;
    for (std::size_t i = 0; i < records->size(); ++i) {
      if (is_refused((*records)[i])) {
        ++result_.refused;
        continue;
      }
      auto files = files_of(story, (*records)[i]);
      if (!files) return fmt::format("records[{}]: {}", i, files.error());
      all.push_back(std::move(*files));
    }
    const bool added = keep_all(story, std::move(all));
    if (const Value* partial = line.find("partial"); partial == nullptr || !std::holds_alternative<bool>(partial->data))
      count_story(story, added);
    return std::nullopt;
  }

  /// True for a record that did not count where it came from: it must not begin to count here, whoever imports it.
  static bool is_refused(const Value& record) {
    const Value* why = record.find("refused");
    return why != nullptr && std::holds_alternative<std::string>(why->data);
  }

  void count_story(const record::StoryRef& story, bool added) {
    if (added) result_.stories.push_back(story.id);
    switch (story.kind) {
      case record::StoryKind::complaint:
        ++result_.complaints;
        if (!added) result_.old_complaints.push_back(story.id);
        break;
      case record::StoryKind::customer:
        ++result_.customers;
        break;
      case record::StoryKind::journal:
        ++result_.journals;
        break;
    }
  }

  /// Whether one of them is new. A path that is taken keeps out all that would be: a story is not taken by halves.
  bool keep_all(const record::StoryRef& story, std::vector<RecordFiles> all) {
    std::vector<RecordFiles> fresh;
    for (RecordFiles& record : all)
      if (is_new(record)) fresh.push_back(std::move(record));
    bool is_kept_out = has_part_in_the_way(story, fresh);
    for (RecordFiles& record : fresh) is_kept_out = !drop_known_attachments(record) || is_kept_out;
    if (is_kept_out) {
      result_.rejected += fresh.size();
      return false;
    }
    for (RecordFiles& record : fresh) keep(record);
    return !fresh.empty();
  }

  /// Whether the ledger has a part of the complaint's folder that does not go on from what comes.
  bool has_part_in_the_way(const record::StoryRef& story, const std::vector<RecordFiles>& fresh) {
    const auto is_complaint = [](const RecordFiles& one) { return one.record.kind == record::Kind::complaint; };
    if (!options_.find_part || std::ranges::none_of(fresh, is_complaint)) return false;
    std::vector<std::string> added;
    for (const RecordFiles& one : fresh) added.push_back(one.record.id);
    const auto part = options_.find_part(story, added);
    if (part) result_.left.push_back({LeftOut::Why::part, *part});
    return part.has_value();
  }

  bool is_new(const RecordFiles& record) {
    const ledger::NewFile& own = record.files.front();
    const auto [earlier, is_first] = seen_.emplace(own.path, util::sha256(own.bytes));
    const auto known = is_first ? bytes_at(own.path) : std::nullopt;
    if (is_first && !known) return true;
    if (is_first ? *known == own.bytes : earlier->second == util::sha256(own.bytes)) {
      ++result_.known;
    } else {
      ++result_.differing;
      result_.left.push_back({LeftOut::Why::differs, own.path});
    }
    return false;
  }

  /// Attachments that are there already need not be added; false where one is there with other bytes.
  bool drop_known_attachments(RecordFiles& record) {
    const std::size_t before = result_.left.size();
    std::erase_if(record.files, [&](const ledger::NewFile& file) {
      const auto known = &file == &record.files.front() ? std::nullopt : bytes_at(file.path);
      if (known && *known != file.bytes) result_.left.push_back({LeftOut::Why::taken, file.path});
      return known.has_value();
    });
    return result_.left.size() == before;
  }

  void keep(RecordFiles& record) {
    if (options_.judge) options_.judge(record.record);
    ++result_.added;
    for (std::string& path : record.without_bytes) result_.left.push_back({LeftOut::Why::no_bytes, std::move(path)});
    for (ledger::NewFile& file : record.files) result_.files.push_back(std::move(file));
  }

  [[nodiscard]] std::optional<std::string> bytes_at(const std::string& path) const {
    return options_.find_file ? options_.find_file(path) : std::nullopt;
  }

  std::string_view text_;
  const JsonlOptions& options_;
  JsonlResult result_;
  std::map<std::string, std::array<std::uint8_t, 32>> seen_;  ///< path → digest of the records read so far
};

}  // namespace

JsonlResult import_jsonl(std::string_view bytes, const JsonlOptions& options) {
  return LineImport(bytes, options).run();
}

}  // namespace crmtrack::exchange
