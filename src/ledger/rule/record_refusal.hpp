#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/rule/judge.hpp"

namespace crmtrack::ledger {

/// Why a record does not count, whoever asks: a machine's record that does not fit its place, else what the judge says
/// of who wrote it; nullopt where it counts. `text` are its bytes.
std::optional<std::string> record_refusal(Judge& judge, const Writer& writer, const record::StoryRef& story,
                                          const record::Record& record, std::string_view text);

}  // namespace crmtrack::ledger
