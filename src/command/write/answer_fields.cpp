#include "command/write/answer_fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include "command/write/capture.hpp"
#include "record/vocabulary.hpp"
#include "report/money.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace option {

const OptionSpec kOutcome{"--outcome", "OUTCOME", "upheld, partly_upheld, not_upheld or not_determined",
                          Completes::nothing, record::kOutcomes};
const OptionSpec kCode{"--code", "CODE", "what was done", Completes::nothing, record::kCodes};
const OptionSpec kCause{"--cause", "CAUSE", "what it came from", Completes::nothing, record::kCauses};
const OptionSpec kRedress{"--redress", "AMOUNT", "what we pay, with its currency: 12.50EUR"};

}  // namespace option

std::string answer_words(const OptionSpec& option) {
  return fmt::format("--{} takes one of: {}", option.key(), fmt::join(option.choices, ", "));
}

yaml::Node redress_from(const std::string& option, const std::string& text) {
  std::string amount, currency;
  static const RE2 pattern(R"(\s*([0-9]{1,15}(?:\.[0-9]{1,4})?)\s*([A-Z]{3})\s*)");
  if (!RE2::FullMatch(text, pattern, &amount, &currency))
    throw Error(ErrorKind::usage, fmt::format("cannot read {}'{}': an amount and an ISO 4217 currency", option, text),
                {fmt::format("for example: {}12.50EUR", option)});
  const auto digits = static_cast<std::size_t>(report::minor_digits(currency));
  if (const auto point = amount.find('.'); point != std::string::npos && amount.size() - point - 1 > digits)
    throw Error(ErrorKind::usage, fmt::format("cannot read {}'{}': {} has {}", option, text, currency,
                                              digits == 0 ? "no decimals" : util::counted(digits, "decimal")));
  yaml::Node redress = yaml::Node::map();
  redress.set("amount", yaml::Node::scalar(amount));
  redress.set("currency", yaml::Node::scalar(currency));
  return redress;
}

yaml::Node answer_fields(const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  for (const char* key : {"outcome", "code", "cause", "systemic", "event"}) set_text(fields, key, invocation.get(key));
  if (invocation.has("redress")) fields.set("redress", redress_from("--redress ", invocation.get("redress")));
  return fields;
}

}  // namespace crmtrack::command
