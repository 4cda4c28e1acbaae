#include "ledger/derived_id.hpp"

#include <fmt/format.h>

#include "record/path.hpp"
#include "record/record.hpp"
#include "util/id.hpp"

namespace crmtrack::ledger {

bool is_derived_id(std::string_view id, std::string_view key, std::string_view text) {
  const auto time = util::time_of_ulid(id);
  return time && !key.empty() && util::derived_record_id(*time, fmt::format("{}\n{}", key, text)) == id;
}

bool has_derived_id(std::string_view path, std::string_view text) {
  const auto parts = record::parse_path(path);
  if (!parts || parts->kind.empty()) return false;
  const auto record = record::parse(parts->record_id, parts->kind, text);
  return record && is_derived_id(record->id, record->text_of("key"), text);
}

}  // namespace crmtrack::ledger
