#include "record/open.hpp"

#include <utility>

namespace crmtrack::record {

tl::expected<Record, yaml::Fault> open(const RecordPath& path, std::string_view bytes) {
  return parse(path.record_id, path.kind, bytes);
}

tl::expected<Record, yaml::Fault> open(const RecordPath& path, yaml::Node loaded) {
  return parse_body(path.record_id, path.kind, std::move(loaded));
}

}  // namespace crmtrack::record
