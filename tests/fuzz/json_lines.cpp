// What `import jsonl` reads, on arbitrary bytes. From the top of the source tree:
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DHAS_STRING_VIEW=1 -DUSE_OS_TZDB=1 -Isrc
//       tests/fuzz/json_lines.cpp src/exchange/{jsonl,json_text,record_value,base64}.cpp src/document/*.cpp
//       src/record/*.cpp src/yaml/*.cpp src/util/*.cpp -lyaml-cpp -lfmt -lutf8proc -lmd -ldate-tz -o fuzz_json_lines
//   ./fuzz_json_lines -max_len=4096 -dict=tests/fuzz/json_lines.dict NEW_INPUTS tests/fuzz/corpus/json_lines
//
// What it finds becomes a case of tests/unit/exchange.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "exchange/jsonl.hpp"
#include "exchange/record_value.hpp"
#include "record/path.hpp"

namespace {

using namespace crmtrack;

void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

/// A record that was taken is canonical, and goes through JSON unchanged.
void check_record(const record::RecordPath& path, const ledger::NewFile& file) {
  const auto record = record::parse(path.record_id, path.kind, file.bytes);
  require(record.has_value(), "a record that was taken cannot be read");
  require(record::render(*record) == file.bytes, "a record that was taken is not canonical");
  const auto again = exchange::value_to_record(exchange::record_to_value(*record, {}));
  require(again && record::render(again->record) == file.bytes, "a record does not go through JSON unchanged");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto result = exchange::import_jsonl({reinterpret_cast<const char*>(data), size});
  for (const ledger::NewFile& file : result.files) {
    const auto path = record::parse_path(file.path);
    require(path.has_value(), "a file has a path that no ledger takes");
    if (!path->kind.empty()) {
      check_record(*path, file);
    }
  }
  return 0;
}
