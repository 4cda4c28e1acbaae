#include "story/fold/waits.hpp"

#include <algorithm>

namespace crmtrack::story {

void Waits::begin(const Reading& wait) {
  WaitSpan span;
  span.record = wait.id();
  span.from = wait.at();
  waits_.push_back(std::move(span));
}

void Waits::leave(util::Instant at) {
  if (!waits_.empty() && !waits_.back().recorded_to) waits_.back().recorded_to = std::max(at, waits_.back().from);
}

void Waits::taken_up(util::Instant at) {
  if (answered_ && at > *answered_) stood_.push_back({*answered_, at});
  answered_ = std::nullopt;
}

std::vector<WaitSpan> Waits::spans() const {
  std::vector<WaitSpan> spans = waits_;
  for (WaitSpan& span : spans) {
    span.to = span.recorded_to;
    for (const util::Instant contact : contacts_)
      if (contact >= span.from && (!span.to || contact < *span.to)) span.to = contact;
  }
  return spans;
}

calendar::Pauses pauses_until(const std::vector<calendar::Pause>& pauses, std::optional<util::Instant> kept) {
  std::vector<calendar::Pause> own;
  std::copy_if(pauses.begin(), pauses.end(), std::back_inserter(own),
               [&](const calendar::Pause& pause) { return !kept || pause.from < *kept; });
  return calendar::Pauses(std::move(own));
}

calendar::Pauses Waits::waiting() const {
  std::vector<calendar::Pause> pauses;
  for (const WaitSpan& span : spans()) pauses.push_back({span.from, span.to});
  return calendar::Pauses(std::move(pauses));
}

calendar::Pauses Waits::of_resolution(std::optional<util::Instant> kept) const {
  std::vector<calendar::Pause> pauses = waiting().list();
  pauses.insert(pauses.end(), stood_.begin(), stood_.end());
  return pauses_until(pauses, kept);
}

}  // namespace crmtrack::story
