#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "session/write.hpp"

namespace crmtrack::command {

/// Remembers the complaint that this terminal touched last, for `@`. Does nothing where standard input is no terminal;
/// a folder that cannot be written is no failure.
void remember_complaint(Context& context, const std::string& id);
/// Remembers the complaint of these records, where all are of one.
void remember_complaint(Context& context, const std::vector<session::Draft>& written);

/// The complaint that `@` is; says which one. Throws Error(refused) off a terminal, and Error(not_found) where none was
/// touched.
std::string get_last_complaint(Context& context);

/// The invocation with `@` replaced by the complaint last touched on this terminal, wherever the command's spec takes a
/// complaint; says which one that is. Throws Error(refused) off a terminal, and Error(not_found) where none was
/// touched.
Invocation with_last_complaint(Context& context, const CommandSpec& command, Invocation invocation);

}  // namespace crmtrack::command
