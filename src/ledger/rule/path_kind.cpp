#include "ledger/rule/path_kind.hpp"

#include <algorithm>

#include "ledger/rule/format.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {
namespace {

bool is_ledger_id(std::string_view id) {
  constexpr std::size_t kLongest = 40;
  return !id.empty() && id.size() <= kLongest &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

PathKind kind_of(std::string_view path) {
  if (record::parse_path(path)) return PathKind::record;
  const bool in_ledgers = path.starts_with(kFormatFolder) && path.substr(kFormatFolder.size()).starts_with('/');
  const std::string_view name = in_ledgers ? path.substr(kFormatFolder.size() + 1) : std::string_view();
  constexpr std::string_view kEnd = ".yaml";
  if (!name.ends_with(kEnd)) return PathKind::none;
  return is_ledger_id(name.substr(0, name.size() - kEnd.size())) ? PathKind::ledger_file : PathKind::none;
}

bool may_stand(const git::ObjectStore& objects, std::string_view path, const git::ObjectId& blob) {
  const PathKind kind = kind_of(path);
  return kind == PathKind::record || (kind == PathKind::ledger_file && find_format(objects, blob));
}

bool is_record_path(std::string_view path) {
  return path.ends_with(".yaml") && path.find(".files/") == std::string_view::npos && !path.starts_with("ledgers/");
}

}  // namespace crmtrack::ledger
