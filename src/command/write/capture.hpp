#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "session/write.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// The time that a record states: --at, else now.
util::Timestamp at_of(Context& context, const Invocation& invocation);
/// The person that a record names: --by, else the user.
std::string by_of(Context& context, const Invocation& invocation);
/// The type of activity that a channel stands for: a call by phone, a meeting in person …
std::string contact_type_of(const std::string& channel);
/// A due time as people type it. A date means its last second. Throws Error(usage).
util::Timestamp due_of(Context& context, std::string_view text);

/// The text of a record: from -m, -F FILE or -F -, else on a terminal from the editor, which starts with
/// `text_template`. nullopt where the user gave none and we may not ask. Line ends become LF; those at the end are
/// dropped.
std::optional<std::string> text_of(Context& context, const Invocation& invocation, const std::string& text_template);
/// The text that -m or -F gives; empty where neither is there. Never opens an editor.
std::string text_without_editor(Context& context, const Invocation& invocation);
/// The text of a record, as text_of reads it. Throws Error(usage) that names -m where there is none.
std::string required_text(Context& context, const Invocation& invocation, const std::string& text_template);
/// The reason that --why gives. Throws Error(usage) where it is missing.
std::string required_why(const Invocation& invocation);

/// Reads the files that --attach names, and checks their names and sizes.
std::vector<session::Attachment> attachments_of(Context& context, const Invocation& invocation);
/// A text as a record's field. Text of several lines ends in a line feed, since YAML keeps that form best.
yaml::Node text_node(const std::string& text);
/// Sets a text field where the text is not empty.
void set_text(yaml::Node& fields, std::string key, const std::string& text);
/// Reads all of standard input. Throws Error(refused) where it is longer than `limit`.
std::string read_standard_input(Context& context, std::size_t limit);
/// The references that `--ref SYSTEM:ID` gives. Throws Error(usage) for another form.
std::vector<std::string> refs_of(const Invocation& invocation);
/// A draft on a complaint with --at, --by, --ref and --attach filled in.
session::Draft draft_for(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                         record::Kind kind, std::string says);

}  // namespace crmtrack::command
