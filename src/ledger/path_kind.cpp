#include "ledger/path_kind.hpp"

#include "ledger/format.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {

PathKind kind_of(std::string_view path) {
  if (record::parse_path(path)) return PathKind::record;
  const bool in_ledgers = path.starts_with(kFormatFolder) && path.substr(kFormatFolder.size()).starts_with('/');
  const std::string_view name = in_ledgers ? path.substr(kFormatFolder.size() + 1) : std::string_view();
  return name.ends_with(".yaml") && name.find('/') == std::string_view::npos ? PathKind::ledger_file : PathKind::none;
}

bool is_record_path(std::string_view path) {
  return path.ends_with(".yaml") && path.find(".files/") == std::string_view::npos && !path.starts_with("ledgers/");
}

}  // namespace crmtrack::ledger
