#include "ledger/read/stored_record.hpp"

#include <utility>

#include "record/open.hpp"

namespace crmtrack::ledger {

std::optional<record::Record> find_stored_record(const git::ObjectStore& objects, const record::RecordPath& path,
                                                 const git::ObjectId& blob) {
  constexpr std::size_t kLimit = yaml::Limits{}.bytes;
  if (!path.is_record() || objects.find_size(blob).value_or(kLimit + 1) > kLimit) return std::nullopt;
  auto record = record::open(path, objects.read(blob, git::ObjectKind::blob));
  return record ? std::optional(std::move(*record)) : std::nullopt;
}

}  // namespace crmtrack::ledger
