#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/capture.hpp"
#include "command/common/context.hpp"
#include "command/common/report_written.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

/// What a command writes on one complaint, judged on the complaint as it is.
using StepMaker = std::function<std::vector<session::Draft>(const story::Complaint&)>;
/// The sentence that tells people what became of it.
using Sentence = std::function<std::string(const std::string& short_id, const story::Complaint& after)>;

/// The common course of a handling command: finds the complaint named first, judges, writes one commit, reports.
int take_step(Context& context, const Invocation& invocation, const StepMaker& make, const Sentence& sentence);
/// The same over many complaints (ids or --filter), one commit; a complaint that refuses refuses all, and all that
/// refuse are named.
int take_steps(Context& context, const Invocation& invocation, const StepMaker& make, std::string_view done);

/// Throws Error(refused) where the lifecycle does not allow the move.
void require_move(story::Move move, const story::Complaint& complaint, std::string_view short_id);
/// A change record that sets a status; further `set` fields follow.
session::Draft status_change(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                             record::Status status, std::vector<yaml::Node::Entry> also = {});

}  // namespace crmtrack::command
