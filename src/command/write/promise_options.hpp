#pragma once

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "session/promise/named.hpp"
#include "session/write.hpp"
#include "util/time.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

/// `--promise WHAT@DUE`, with `--to`, as the list that a record keeps.
yaml::Node promises_of(Context& context, const Invocation& invocation);
/// `--expects WHAT[@DUE]` as the map that a record keeps; null where it was not given.
yaml::Node expects_of(Context& context, const Invocation& invocation);
/// The due time of a promise, as `due_of` reads it. Tells the user where it is past.
util::Timestamp promised_due_of(Context& context, std::string_view text);
/// The due time that an option gives, in the reader's zone, behind a word: ` by 2026-11-27 23:59`. Empty where it is
/// not given.
std::string told_due(Context& context, const Invocation& invocation, std::string_view option, std::string_view word);
/// Says what records have opened in words: a promise each, with the date and the name by which it is answered. `after`
/// is their story as it is with them.
void say_promised(Context& context, const session::PromisesOf& after, const std::vector<session::Draft>& written);
/// One promise, WHAT@DUE. `option` is what it was typed after, up to the value. Throws Error(usage).
yaml::Node promise_from(Context& context, const std::string& option, const std::string& text);
/// An expectation, WHAT[@DUE]. `option` is what it was typed after, up to the value. Throws Error(usage).
yaml::Node expectation_from(Context& context, const std::string& option, const std::string& text);

}  // namespace crmtrack::command
