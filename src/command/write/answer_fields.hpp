#pragma once

#include <string>

#include "command/spec.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

namespace option {
extern const OptionSpec kOutcome, kCode, kCause, kRedress;
}  // namespace option

/// The hint where an answer lacks its outcome or its code: the words that each option takes.
std::string answer_words(const OptionSpec& option);
/// The fields of an answer that --outcome, --code, --cause, --systemic, --event and --redress state. Throws
/// Error(usage) for a redress that is no amount with a currency.
yaml::Node answer_fields(const Invocation& invocation);
/// Reads a redress, `12.50EUR` or `12.50 EUR`: a decimal amount as text, and an ISO 4217 currency. `option` is what it
/// was typed after, up to the value. Throws Error(usage).
yaml::Node redress_from(const std::string& option, const std::string& text);

}  // namespace crmtrack::command
