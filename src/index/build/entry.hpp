#pragma once

#include <string>

#include "record/path.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// An entry from a file's bytes: parsed, or with its fault.
story::Entry make_entry(record::RecordPath path, std::string source, story::Provenance provenance);

}  // namespace crmtrack::index
