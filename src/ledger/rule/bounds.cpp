#include "ledger/rule/bounds.hpp"

#include "ledger/rule/path_kind.hpp"

namespace crmtrack::ledger {

bool is_oversized(const git::ObjectStore& objects, std::string_view path, const git::ObjectId& blob) {
  return objects.find_size(blob).value_or(0) > (is_record_path(path) ? kLargestRecord : kLargestAttachment);
}

}  // namespace crmtrack::ledger
