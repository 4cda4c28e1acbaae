#pragma once

#include <string>
#include <vector>

#include "record/record.hpp"

namespace crmtrack::command {

/// One line that says what a record is about, without who and when: `call out, with Ms Berg (acknowledged)`.
std::string headline_of(const record::Record& record);
/// Its texts, each with a label where one helps; unknown fields are shown by name.
struct LabelledText {
  std::string label, text;
};
std::vector<LabelledText> texts_of(const record::Record& record);

}  // namespace crmtrack::command
