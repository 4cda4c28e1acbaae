#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "record/path.hpp"
#include "record/record.hpp"
#include "util/time.hpp"

namespace crmtrack::record {

/// The random part of a complaint's id that an import makes of the id which the complaint has in its source
/// (`cfpb:123`): whoever imports it gives it the same folder.
std::array<std::uint8_t, 10> random_of_source(std::string_view source);

/// The id that a machine gives a record: the time, and a hash of key and bytes.
std::string derive_id(util::Millis time, std::string_view key, std::string_view text);

/// Whether a machine made a record's id from what it says: the cause's time, and a hash of key and bytes. Then
/// everybody who records it makes the same record.
bool is_derived_id(std::string_view id, std::string_view key, std::string_view text);

/// Why a record that a machine made does not fit where it stands; empty where it does, and for what people wrote. A
/// machine's record has a `key`: its id is made of that and of its bytes, and the key names the story, by its id or by
/// the source that its id is made of. A complaint's `source` gives its folder. `text` are the record's bytes.
std::string machine_fault(const StoryRef& story, const Record& record, std::string_view text);

}  // namespace crmtrack::record
