#include "story/fold/moot.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "story/contact.hpp"
#include "story/machine_key.hpp"
#include "story/short_record.hpp"

namespace crmtrack::story {

namespace {

/// Why a rung of the ladder was never crossed; empty where it was.
std::string why_never_crossed(const Reading& reading, const LadderKey& key, const Complaint& complaint,
                              const DueRungs& rungs) {
  const auto found = std::ranges::find_if(complaint.promises, [&](const Promise& each) { return is_of(key, each); });
  const std::string_view kind = record::name_of(key.kind);
  if (found == complaint.promises.end()) return fmt::format("moot: nobody owes that {} any more", kind);
  if (is_open(*found)) return found->due_at ? std::string() : fmt::format("moot: the clock of {} stands still", kind);
  const bool has_clock = found->clock != nullptr && !found->first_due_at;
  const auto place = static_cast<std::size_t>(found - complaint.promises.begin());
  const auto rung = has_clock ? rungs.find_rung(place, key.level) : std::nullopt;
  // The step that it is itself ends the promise to accept the step before.
  if (!found->settled_at || found->settled_by == reading.id()) return {};
  if (*found->settled_at > (rung ? rung->at : reading.at())) return {};
  return fmt::format("moot: {} had ended before, by {}", kind, shortened(found->settled_by));
}

/// Why the customer's silence was none; empty where it was. An earlier contact has stopped it when it was applied: this
/// finds one that was recorded later.
std::string why_not_silent(const Reading& silence, const Groundwork& ground) {
  std::optional<util::Instant> answered;
  for (const Reading& reading : ground.readings()) {
    if (!reading.counts) continue;
    const bool is_before = reading.index < silence.index;
    if (is_before && reading.record->kind == record::Kind::resolution) answered = reading.at();
    if (is_before || !answered || reading.at() < *answered || reading.at() >= silence.at()) continue;
    if (is_customer_contact(*reading.record))
      return fmt::format("moot: the customer was in touch, by {}", shortened(reading.id()));
  }
  return {};
}

}  // namespace

bool has_record_of_tick(const std::vector<Entry>& entries) {
  return std::ranges::any_of(
      entries,
      [](const Entry& entry) {
        return ladder_key_of(entry.record).has_value() || is_silence_of_machine(entry.record);
      });
}

std::optional<std::pair<std::string, std::string>> find_moot(const Groundwork& ground, const Complaint& complaint,
                                                             const DueRungs& rungs, const Moot& known) {
  for (const Reading& reading : ground.readings()) {
    if (!reading.counts || !reading.machine || known.contains(reading.id())) continue;
    std::string why;
    if (const auto key = ladder_key_of(*reading.record))
      why = why_never_crossed(reading, *key, complaint, rungs);
    else if (is_silence_of_machine(*reading.record))
      why = why_not_silent(reading, ground);
    if (!why.empty()) return std::pair(reading.id(), std::move(why));
  }
  return std::nullopt;
}

}  // namespace crmtrack::story
