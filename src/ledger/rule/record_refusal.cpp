#include "ledger/rule/record_refusal.hpp"

#include "record/machine_place.hpp"

namespace crmtrack::ledger {

std::optional<std::string> record_refusal(Judge& judge, const Writer& writer, const record::StoryRef& story,
                                          const record::Record& record, std::string_view text) {
  if (std::string fault = record::machine_fault(story, record, text); !fault.empty()) return fault;
  return judge.refusal(writer, record);
}

}  // namespace crmtrack::ledger
