#include "imported.hpp"

#include <map>
#include <optional>

#include "exchange/import.hpp"
#include "record/validate.hpp"
#include "target.hpp"
#include "util/error.hpp"

namespace crmtrack::fuzz {
namespace {

using namespace exchange;

void check_complaint(const ImportedComplaint& complaint) {
  require(complaint.records.size() == complaint.texts.size(), "records without a text");
  for (std::size_t i = 0; i < complaint.records.size(); ++i) {
    const record::Record& record = complaint.records[i];
    require(record::validate(record).empty(), "an imported record is not valid");
    require(record::render(record) == complaint.texts[i], "an imported record is not the text that is stored");
    const auto read = record::parse(record.id, record.kind, complaint.texts[i]);
    require(read && read->body == record.body, "an imported record does not read back");
  }
}

void check_bad(const ImportResult& result) {
  for (const BadRow& row : result.bad) {
    require(row.at.line > 0 && row.at.column > 0 && !row.message.empty(), "a bad row has no place or reason");
    require(describe(row, "file").find('\n') == std::string::npos, "a bad row is told in several lines");
  }
  (void)render_rejects(result);
}

void import_twice(std::string_view table, const Map& map, ImportOptions options) {
  const ImportResult first = import_table(table, map, options);
  std::map<std::string, KnownComplaint> known;
  for (const ImportedComplaint& complaint : first.complaints) {
    check_complaint(complaint);
    known[complaint.source] = {complaint.story, complaint.records};
  }
  check_bad(first);
  options.update = true;
  options.find_known = [&known](const std::string& source) -> std::optional<KnownComplaint> {
    const auto found = known.find(source);
    return found == known.end() ? std::nullopt : std::optional(found->second);
  };
  const ImportResult second = import_table(table, map, options);
  require(second.complaints.empty() && second.updates.empty(), "importing again adds something");
  require(second.bad.size() == first.bad.size(), "importing again refuses other rows");
}

}  // namespace

void check_import(std::string_view table, const Map& map, const std::string& encoding) {
  ImportOptions options;
  options.encoding = encoding;
  try {
    import_twice(table, map, options);
  } catch (const util::Error& error) {
    require(error.kind() != util::ErrorKind::bug, "a table that is refused as a bug of ours");
  }
}

const Map& shipped_map(std::string_view name) {
  static const Map kCfpb = parse_map("cfpb", *find_shipped_map("cfpb"));
  static const Map kTickets = parse_map("tickets", *find_shipped_map("tickets"));
  return name == "cfpb" ? kCfpb : kTickets;
}

}  // namespace crmtrack::fuzz
