// Tables and maps on arbitrary bytes: the first byte says how to read the rest. From the top of the source tree, with
// shipped_maps.cpp from a build directory BUILD:
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DHAS_STRING_VIEW=1 -DUSE_OS_TZDB=1 -Isrc
//       tests/fuzz/csv.cpp src/exchange/{csv,encoding,date_form,cell_value,map,map_reader,map_overrides}.cpp
//       src/exchange/{table_header,row_reader,row_records,known_complaint,open_table,import}.cpp
//       BUILD/generated/shipped_maps.cpp
//       src/record/*.cpp src/yaml/*.cpp src/util/*.cpp -lyaml-cpp -lfmt -lutf8proc -lmd -ldate-tz -o fuzz_csv
//   ./fuzz_csv -max_len=4096 -dict=tests/fuzz/csv.dict NEW_INPUTS tests/fuzz/corpus/csv
//
// What it finds becomes a case of tests/unit/exchange.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "exchange/import.hpp"
#include "record/kinds.hpp"
#include "util/error.hpp"

namespace {

using namespace crmtrack;
using namespace crmtrack::exchange;

void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

/// Every record that comes out is valid and reads back; importing the table again finds all of it known.
void check_import(std::string_view table, const Map& map, const std::string& encoding) {
  ImportOptions options;
  options.encoding = encoding;
  const ImportResult first = import_table(table, map, options);
  std::map<std::string, KnownComplaint> known;
  for (const ImportedComplaint& complaint : first.complaints) {
    known[complaint.source] = {complaint.story, complaint.records};
    for (const record::Record& record : complaint.records) {
      require(record::validate(record).empty(), "an imported record is not valid");
      const auto read = record::parse(record.id, record.kind, record::render(record));
      require(read && read->body == record.body, "an imported record does not read back");
    }
  }
  options.update = true;
  options.find_known = [&known](const std::string& source) -> std::optional<KnownComplaint> {
    const auto found = known.find(source);
    return found == known.end() ? std::nullopt : std::optional(found->second);
  };
  const ImportResult second = import_table(table, map, options);
  require(second.complaints.empty() && second.updates.empty(), "importing again adds something");
  require(second.bad.size() == first.bad.size(), "importing again refuses other rows");
  for (const BadRow& row : first.bad) {
    require(row.at.line > 0 && row.at.column > 0 && !row.message.empty(), "a bad row has no place or reason");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  static const Map cfpb = parse_map("cfpb", *find_shipped_map("cfpb"));
  static const Map tickets = parse_map("tickets", *find_shipped_map("tickets"));
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    switch (data[0] % 5) {
      case 0:
        check_import(text, cfpb, "");
        break;
      case 1:
        check_import(text, tickets, "");
        break;
      case 2:
        check_import(text, tickets, "windows-1252");
        break;
      case 3:
        check_import(text, cfpb, "utf-16le");
        break;
      default:
        (void)parse_map("fuzzed", text, {"zone=UTC"});
        break;
    }
  } catch (const util::Error&) {
    return 0;  // refused with a reason
  }
  return 0;
}
