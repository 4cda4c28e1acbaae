#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "session/write.hpp"

namespace crmtrack::command {

/// Options that commands share, so that each means, reads and completes the same everywhere.
namespace option {
extern const OptionSpec kCustomer, kProject, kReason, kSeverity, kChannel, kAt, kBy, kRef, kAttach, kMessage, kFile,
    kWhy, kEvidence, kIn, kOut, kInternal, kWith, kMinutes, kGood, kBad, kExpects, kPromise, kAnswers, kPurpose,
    kVisibility, kFilter, kSet, kAll, kLimit, kSort, kNul;
}  // namespace option

/// When it happened: --at, else now.
util::Timestamp at_of(Context& context, const Invocation& invocation);
/// Who did it: --by, else the user.
std::string by_of(Context& context, const Invocation& invocation);
/// The type of activity that a channel stands for: a call by phone, a meeting in person …
std::string contact_type_of(const std::string& channel);
/// A due time as people type it: a date means its end. Throws Error(usage).
util::Timestamp due_of(Context& context, std::string_view text);

/// The text of a record: -m, -F FILE, -F -, else on a terminal the editor with `text_template`. nullopt where none was
/// given and nothing may be asked; line ends become LF, final ones are dropped.
std::optional<std::string> text_of(Context& context, const Invocation& invocation, const std::string& text_template);
/// The same; Error(usage) that names -m where there is none.
std::string required_text(Context& context, const Invocation& invocation, const std::string& text_template);
/// --why, which the command demands.
std::string required_why(const Invocation& invocation);

/// --attach: reads the files, names and sizes checked.
std::vector<session::Attachment> attachments_of(Context& context, const Invocation& invocation);
/// A record's text field in the form that YAML keeps best: several lines end in a line feed.
yaml::Node text_node(const std::string& text);
/// Sets a text field where the text is not empty.
void set_text(yaml::Node& fields, std::string key, const std::string& text);
/// All of standard input. Throws Error(refused) where it is longer than `limit`.
std::string read_standard_input(Context& context, std::size_t limit);
/// `--ref SYSTEM:ID`. Throws Error(usage) for another form.
std::vector<std::string> refs_of(const Invocation& invocation);
/// A draft on a complaint with --at, --by, --ref and --attach filled in.
session::Draft draft_for(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                         record::Kind kind, std::string says);

}  // namespace crmtrack::command
