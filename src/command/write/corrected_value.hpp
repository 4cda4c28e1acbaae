#pragma once

#include <string>

#include "command/common/context.hpp"
#include "record/record.hpp"
#include "story/complaint.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

/// Adds to `set` the value that `correct --set FIELD=TEXT` gives a field of a record, in the form that the record's
/// kind asks for. It is typed as the option that wrote the field: `redress=12.50EUR`, `expects=reply@fri`. Each further
/// value of a list (promises, answers, refs, links, praise) is added to those before it. An empty text takes a value
/// away, unless the field is a text or required. Throws Error where the text cannot be read.
void add_corrected(Context& context, const story::Complaint& complaint, const record::Record& record,
                   const std::string& field, const std::string& text, yaml::Node& set);

}  // namespace crmtrack::command
