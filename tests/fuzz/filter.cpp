// The filter and search parsers on arbitrary text. From the top of the source tree:
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DHAS_STRING_VIEW=1 -DUSE_OS_TZDB=1 -Isrc
//       tests/fuzz/filter.cpp src/query/*.cpp src/util/*.cpp -lfmt -lutf8proc -lmd -ldate-tz -o fuzz_filter
//   ./fuzz_filter -max_len=1024 -dict=tests/fuzz/filter.dict NEW_INPUTS tests/fuzz/corpus/filter
//
// What it finds becomes a case of tests/unit/query.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "query/filter.hpp"

namespace {

using namespace crmtrack;

/// A row with nothing in it, and one text.
class PlainRow : public query::Row {
 public:
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    if (key == "received") return {"2026-11-21T08:12:00Z"};
    if (key == "status") return {"waiting"};
    return {};
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return texts_; }

 private:
  std::vector<std::vector<std::string>> texts_{{"invoice", "charged", "twice"}};
};

void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

bool is_told_well(const query::Fault& fault, std::string_view text) {
  return fault.column >= 1 && static_cast<std::size_t>(fault.column) <= text.size() + 1 && !fault.message.empty();
}

query::SqlSchema make_schema() {
  query::SqlSchema schema;
  for (const auto& key : query::complaint_keys()) {
    schema.keys.push_back({key.name, "x", key.many ? "EXISTS (SELECT 1 FROM y WHERE {})" : ""});
  }
  schema.text_match = "z MATCH ?";
  return schema;
}

/// What a filter means is the same to both sides as far as can be seen without a database: every mark is bound, and
/// nothing of the text is in the SQL.
void try_filter(std::string_view text) {
  static const auto kSchema = make_schema();
  const auto filter = query::parse(text, query::complaint_keys());
  if (!filter) return require(is_told_well(filter.error(), text), "a fault that says nothing");
  const query::Moment moment{util::parse_rfc3339("2026-11-21T12:00:00Z")->utc, util::Zone::utc(), "me@example.com"};
  query::matches(*filter, PlainRow{}, query::complaint_keys(), moment);
  const auto sql = query::to_sql(*filter, query::complaint_keys(), kSchema, moment);
  const auto marks = static_cast<std::size_t>(std::count(sql.where.begin(), sql.where.end(), '?'));
  require(marks == sql.parameters.size(), "marks and parameters differ");
  require(sql.where.find('"') == std::string::npos, "text of the user in the SQL");
}

void try_search(std::string_view text) {
  const auto search = query::parse_search(text);
  if (!search) return require(is_told_well(search.error(), text), "a fault that says nothing");
  require(!search->marked.empty(), "a search that looks for nothing");
  require(std::count(search->fts.begin(), search->fts.end(), '"') % 2 == 0, "quotes that do not balance");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  try_filter(text);
  try_search(text);
  return 0;
}
