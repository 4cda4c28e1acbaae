#pragma once

#include "command/common/context.hpp"
#include "document/document.hpp"
#include "session/warning/warnings.hpp"
#include "view/setting.hpp"

namespace crmtrack::command {

/// The warnings as a table, in their order: a row each, with a sentence for people.
document::Table warning_table(const session::Warnings& warnings, view::Reader reader);
/// The warnings for people: a headline and a sentence each, which a table would cut.
document::Document warning_document(const session::Warnings& warnings);
/// The JSON item of a warning (docs/json.md).
document::Value warning_item(Context& context, const session::Warnings& warnings, const session::Warning& item);
/// A warning in words; of an alarm that trips no more its last words.
std::string warning_sentence(const session::Warnings& warnings, const session::Warning& item);

}  // namespace crmtrack::command
