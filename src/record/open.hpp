#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "record/path.hpp"
#include "record/record.hpp"
#include "yaml/node.hpp"
#include "yaml/read.hpp"

namespace crmtrack::record {

/// Reads a record's file. All who read records that somebody wrote come through here, so that what a record says is
/// learnt in one place; a lint holds that nothing else calls `parse`. The path tells which story and which id the bytes
/// stand for. The fault says where and why they cannot be read.
tl::expected<Record, yaml::Fault> open(const RecordPath& path, std::string_view bytes);

/// Reads a record's file whose map was loaded already.
tl::expected<Record, yaml::Fault> open(const RecordPath& path, yaml::Node loaded);

}  // namespace crmtrack::record
