#include "story/fold/status_fold.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "story/words.hpp"

namespace crmtrack::story {

void StatusFold::begin(int index) {
  standing_ = index;
  complaint_.status = status_;
  complaint_.transitions.push_back(
      {complaint_.status, complaint_.received_at, true, index < 0 ? std::string{} : ground_.id_of(index), 1});
}

bool StatusFold::apply(Move move, const Reading& reading) {
  if (moves_from(move, status_)) {
    enter(move, reading);
    return true;
  }
  if (is_soft(move)) return false;
  if (settles(move, reading)) {
    ground_.remark(reading.index, "settles the conflict of status");
    ground_.frontiers().set("status", reading.index, std::string(record::name_of(status_)));
    settle(reading.index);
  } else {
    refuse(move, reading);
  }
  return false;
}

void StatusFold::enter(Move move, const Reading& reading) {
  status_ = target_of(move);
  complaint_.status = status_;
  if (move == Move::reopen) {
    ++complaint_.cycle;
    // A cycle needs a review of its own (docs/domain.md, Lifecycle).
    complaint_.reviewed = complaint_.review_waived = false;
  }
  const bool dated = !says_yes(reading.body(), "undated");
  keep_time(status_, dated ? std::optional(reading.at()) : std::nullopt);
  complaint_.transitions.push_back({complaint_.status, reading.at(), dated, reading.id(), complaint_.cycle});
  if (is_soft(move))
    ground_.frontiers().supersede("status", reading.index);
  else
    ground_.set(reading, "status", std::string(record::name_of(status_)));
  settle(reading.index);
  standing_ = reading.index;
}

/// Keeps the time at which a status was entered. A status that goes back clears the times of those behind it;
/// `withdrawn` and `void` leave the times of the answer.
void StatusFold::keep_time(Status to, std::optional<util::Instant> at) {
  if (to != Status::waiting) {
    complaint_.waiting_on.clear();
    complaint_.waiting_since = complaint_.waiting_until = std::nullopt;
  }
  switch (to) {
    case Status::received:
    case Status::acknowledged:
    case Status::investigating:
    case Status::waiting:
      complaint_.responded_at = complaint_.resolved_at = complaint_.closed_at = std::nullopt;
      break;
    case Status::responded:
      complaint_.responded_at = at && complaint_.responded_at ? std::min(at, complaint_.responded_at) : at;
      break;
    case Status::resolved:
      complaint_.resolved_at = at;
      break;
    case Status::closed:
      complaint_.closed_at = at;
      break;
    case Status::withdrawn:
    case Status::void_:
      complaint_.closed_at = std::nullopt;
      break;
  }
}

/// Two people recorded one event: its earlier time counts.
void StatusFold::keep_earlier(util::Instant at) {
  Transition& entered = complaint_.transitions.back();
  if (entered.dated && at >= entered.at) return;
  entered.at = at;
  entered.dated = true;
  keep_time(status_, at);
}

void StatusFold::refuse(Move move, const Reading& reading) {
  if (repeats(move, reading)) {
    keep_earlier(reading.at());
    return ground_.set_aside(reading.index, fmt::format("says the same as {}", ground_.tail_of(standing_)));
  }
  const Dispute dispute{standing_, reading.index, move, status_};
  ground_.set_aside(reading.index, message_of(dispute));
  if (!reading.machine && !overtaken_by_machine(reading) && !is_corrected(dispute)) disputes_.push_back(dispute);
}

/// True where a machine set the status, and the writer of the record had not seen that: a machine never makes a
/// complaint contested.
bool StatusFold::overtaken_by_machine(const Reading& reading) const {
  if (standing_ < 0 || !ground_.readings()[static_cast<std::size_t>(standing_)].machine) return false;
  return !ground_.ancestry().knows(reading.index, standing_);
}

/// True where somebody who knew the status has corrected the move: what is left of it is their decision.
bool StatusFold::is_corrected(const Dispute& dispute) const {
  const std::vector<std::string>& corrections = ground_.note(dispute.refused).corrected_by;
  return std::any_of(corrections.begin(), corrections.end(),
                     [&](const std::string& id) { return knows_both(ground_.find(id), dispute); });
}

/// True for a move to the present status whose writer did not know of the record that set it: the two writers agree.
bool StatusFold::repeats(Move move, const Reading& reading) const {
  return move != Move::none && target_of(move) == status_ && standing_ >= 0 &&
         !ground_.ancestry().knows(reading.index, standing_);
}

/// True where a person who knows of all that is contested repeats the status as it stands: that decides for it.
bool StatusFold::settles(Move move, const Reading& reading) const {
  if (move == Move::none || target_of(move) != status_ || reading.machine) return false;
  const bool frontier = ground_.frontiers().contested("status") && ground_.frontiers().covers("status", reading.index);
  return frontier || std::any_of(disputes_.begin(), disputes_.end(),
                                 [&](const Dispute& dispute) { return knows_both(reading.index, dispute); });
}

bool StatusFold::knows_both(int index, const Dispute& dispute) const {
  const Ancestry& ancestry = ground_.ancestry();
  return ancestry.knows(index, dispute.refused) && (dispute.standing < 0 || ancestry.knows(index, dispute.standing));
}

void StatusFold::settle(int index) {
  std::erase_if(
      disputes_, [&](const Dispute& dispute) { return knows_both(index, dispute); });
}

std::string StatusFold::message_of(const Dispute& dispute) const {
  const std::vector<Entry>& entries = ground_.entries();
  std::string message = fmt::format("{} by {} does not fit: the status was {}", name_of(dispute.move),
                                    describe(entries, dispute.refused), name_of(dispute.status));
  if (dispute.standing >= 0) message += fmt::format(" since {}", describe(entries, dispute.standing));
  return message;
}

void StatusFold::report(std::vector<Conflict>& conflicts) const {
  for (const Dispute& dispute : disputes_) {
    Conflict conflict{"status", {ground_.id_of(dispute.refused)}, message_of(dispute)};
    if (dispute.standing >= 0) conflict.records.insert(conflict.records.begin(), ground_.id_of(dispute.standing));
    conflicts.push_back(std::move(conflict));
  }
}

}  // namespace crmtrack::story
