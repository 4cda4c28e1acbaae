#include "index/judge/judge_record.hpp"

#include "ledger/rule/record_refusal.hpp"

namespace crmtrack::index {

void judge_record(ledger::Judge& judge, const ledger::Writer& writer, const record::StoryRef& story,
                  const record::Record& record, std::string_view text, story::Provenance& provenance) {
  provenance.refused = ledger::record_refusal(judge, writer, story, record, text).value_or("");
  const bool is_correction = record.kind == record::Kind::correction && provenance.refused.empty();
  provenance.may = is_correction ? judge.rights(writer) : policy::kEveryRight;
}

}  // namespace crmtrack::index
