#pragma once

#include <string_view>

#include "ledger/rule/judge.hpp"
#include "record/path.hpp"
#include "record/record.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// Judges a record by the policies that its commit goes by: why it does not count, and of a correction that does, what
/// its author may do. `text` are its bytes.
void judge_record(ledger::Judge& judge, const ledger::Writer& writer, const record::StoryRef& story,
                  const record::Record& record, std::string_view text, story::Provenance& provenance);

}  // namespace crmtrack::index
