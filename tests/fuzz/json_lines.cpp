#include "render/json.hpp"
#include "target.hpp"

#include <string>

#include "exchange/json_text.hpp"
#include "exchange/jsonl.hpp"
#include "exchange/record_value.hpp"
#include "record/path.hpp"

/// Fuzzes `import jsonl`, and the reading of JSON as such.
namespace crmtrack::fuzz {
namespace {

/// Checks that an imported record is canonical, and goes through JSON unchanged.
void check_record(const record::RecordPath& path, const ledger::NewFile& file) {
  const auto record = record::parse(path.record_id, path.kind, file.bytes);
  require(record.has_value(), "a record that was taken cannot be read");
  require(record::render(*record) == file.bytes, "a record that was taken is not canonical");
  const auto again = exchange::value_to_record(path.story, exchange::record_to_value(*record, {}));
  require(again && record::render(again->record) == file.bytes, "a record does not go through JSON unchanged");
}

/// Checks that JSON that can be read can be written, indented or not, and reads back unchanged.
void check_json(std::string_view text) {
  const auto value = exchange::parse_json(text);
  if (!value) {
    require(value.error().offset <= text.size() && !value.error().message.empty(), "no place or reason");
    return;
  }
  const std::string written = render::render_json(*value);
  const auto again = exchange::parse_json(written);
  require(again && render::render_json(*again) == written, "JSON reads back as something else");
  const auto indented = exchange::parse_json(render::render_json(*value, 2));
  require(indented && render::render_json(*indented) == written, "indented JSON reads back as something else");
}

}  // namespace

void try_json_lines(std::string_view text) {
  check_json(text.substr(0, text.find('\n')));
  const auto result = exchange::import_jsonl(text);
  for (const ledger::NewFile& file : result.files) {
    const auto path = record::parse_path(file.path);
    require(path.has_value(), "a file has a path that no ledger takes");
    if (path->is_record()) check_record(*path, file);
  }
  for (const exchange::BadRow& row : result.bad)
    require(row.at.line > 0 && !row.message.empty(), "a bad line has no place or reason");
}

}  // namespace crmtrack::fuzz
