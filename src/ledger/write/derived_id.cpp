#include "ledger/write/derived_id.hpp"

#include "record/machine_place.hpp"
#include "record/open.hpp"

namespace crmtrack::ledger {

bool has_derived_id(std::string_view path, std::string_view text) {
  const auto parts = record::parse_path(path);
  if (!parts || !parts->is_record()) return false;
  const auto record = record::open(*parts, text);
  return record && record::is_derived_id(record->id, record->text_of("key"), text);
}

}  // namespace crmtrack::ledger
