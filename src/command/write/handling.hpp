#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "command/write/report_written.hpp"
#include "session/lookup.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::command {

/// Makes the drafts that a command writes on one complaint, from the complaint as it is now.
using DraftMaker = std::function<std::vector<session::Draft>(const story::Complaint&)>;
/// Tells the user, in one sentence, what became of the complaint.
using Sentence = std::function<std::string(const std::string& short_id, const story::Complaint& after)>;

/// Runs a handling command on the complaint that the user names first: finds it, makes the drafts, writes one commit,
/// reports.
int handle_complaint(Context& context, const Invocation& invocation, const DraftMaker& make, const Sentence& sentence);
/// Runs a handling command on many complaints (ids or --filter) in one commit. Where one complaint refuses, nothing is
/// written, and the error names all that refuse.
int handle_complaints(Context& context, const Invocation& invocation, const DraftMaker& make, std::string_view done);

/// Throws Error(refused) where the lifecycle does not allow the move.
void require_move(story::Move move, const story::Complaint& complaint, std::string_view short_id);
/// A change record that sets a status; further `set` fields follow.
session::Draft status_change(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                             record::Status status, std::vector<yaml::Node::Entry> also = {});

/// Tells which promises the records show to be kept at an earlier time than they were written. `after` is the complaint
/// as it is then.
void say_restated(Context& context, const std::string& shown, const story::Complaint& after,
                  const std::vector<session::Draft>& written);

}  // namespace crmtrack::command
