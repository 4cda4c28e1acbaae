#include "story/move_refusal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "story/entry_state.hpp"
#include "story/silence.hpp"

/// Why a move is not allowed, in words for the person who tried it.
namespace crmtrack::story {
namespace {

bool is_answered(Status status) { return status >= Status::responded; }

bool allowed(Move move, Status status) {
  if (move == Move::assign || move == Move::work) return true;
  if (move == Move::acknowledge) return status < Status::resolved;
  return moves_from(move, status);
}

bool status_is_contested(const Complaint& complaint) {
  return std::any_of(
      complaint.conflicts.begin(), complaint.conflicts.end(),
      [](const Conflict& conflict) { return conflict.what == "status"; });
}

bool is_review_missing(const Complaint& complaint) { return !complaint.reviewed && !complaint.review_waived; }

std::string why_not_yet(Move move, Status status) {
  if (move == Move::reopen)
    return status == Status::responded ? "it is not resolved yet; reject the answer instead" : "it is still open";
  if (move == Move::close) {
    return is_answered(status) ? "the customer has not accepted the answer yet; confirm it first"
                               : "it has not been answered yet; resolve it first";
  }
  if (move == Move::wait) return "it has been answered; confirm or reject the answer first";
  return "no answer has reached the customer yet; resolve it first";
}

std::string why_not(Move move, Status status) {
  if (target_of(move) == status && move != Move::reopen && move != Move::reject)
    return fmt::format("it is {} already", name_of(status));
  if (status == Status::withdrawn || status == Status::void_)
    return fmt::format("it is {}, and that is final", name_of(status));
  if (status < Status::resolved) return why_not_yet(move, status);
  return fmt::format("it is {}; reopen it first", name_of(status));
}

std::string date_text(std::chrono::sys_days day) { return util::format_date(std::chrono::year_month_day{day}); }

}  // namespace

std::string refusal_of(Move move, const Complaint& complaint) {
  const Status status = complaint.status;
  if (!allowed(move, status)) {
    const bool decides = target_of(move) == status && status_is_contested(complaint);
    return decides ? std::string{} : why_not(move, status);
  }
  if (move == Move::close && is_review_missing(complaint))
    return "it has not been reviewed; review it first, or waive the review";
  return {};
}

std::string waiting_refusal(const Complaint& complaint, std::string_view on) {
  if (on != "customer") return {};
  const bool owes = std::any_of(complaint.promises.begin(), complaint.promises.end(), [](const Promise& promise) {
    return is_open(promise) && promise.debtor == Debtor::customer;
  });
  return owes ? std::string{} : "the customer owes us nothing; ask them first, and say what you expect (--expects)";
}

std::string reopen_refusal(const Complaint& complaint, util::Instant now, int reopen_days, const util::Zone& zone) {
  const auto& all = complaint.transitions;
  const auto last = std::find_if(all.rbegin(), all.rend(), [](const Transition& transition) {
    return transition.status == Status::resolved || transition.status == Status::closed;
  });
  if (last == all.rend()) return {};
  const std::chrono::sys_days ended{zone.date_of(last->at)};
  if (std::chrono::sys_days{zone.date_of(now)} <= ended + std::chrono::days{reopen_days}) return {};
  return fmt::format("it was {} on {}, more than {} days ago; enter a new complaint that follows it (new --follows)",
                     name_of(last->status), date_text(ended), reopen_days);
}

std::string silence_refusal(const Complaint& complaint, util::Instant now, int silence_days, const util::Zone& zone) {
  if (complaint.status != Status::responded) return refusal_of(Move::confirm, complaint);
  const std::vector<Attempt>& attempts = complaint.attempts;
  if (attempts.size() < kNeededAttempts) {
    return fmt::format("silence counts only after two attempts to reach the customer, and there {} {}",
                       attempts.size() == 1 ? "was" : "were", attempts.empty() ? "none" : "one");
  }
  const std::chrono::sys_days second{zone.date_of(second_attempt(attempts))};
  const std::chrono::sys_days last_day = second + std::chrono::days{silence_days};
  if (std::chrono::sys_days{zone.date_of(now)} > last_day) return {};
  return fmt::format("the customer has {} days from the second attempt on {}: silence counts from {}", silence_days,
                     date_text(second), date_text(last_day + std::chrono::days{1}));
}

}  // namespace crmtrack::story
