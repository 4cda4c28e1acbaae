#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace crmtrack::record {

/// The kinds of records, by the fact that a record states.
enum class Kind : std::uint8_t {
  complaint,     ///< it was received
  activity,      ///< something was said or done, with the customer or inside
  assignment,    ///< who owns it now
  escalation,    ///< it moves a level up or down, or an answer to that
  change,        ///< a classification, link or status changed
  resolution,    ///< the answer given
  review,        ///< the analysis afterwards
  step,          ///< a step of the remediation plan: agreed upon, or what became of it
  waiver,        ///< a promise was let go
  correction,    ///< an earlier record was wrong
  customer,      ///< registration or change of a customer
  mail,          ///< a message waits in the inbox, or where it was put from there
  notification,  ///< a rule fired: who is to be told of what, or why not
  delivery,      ///< what became of a message: handed over, failed, not sent and why, part of another
  alarm,         ///< early warning raised a signal, or what somebody made of it
  baseline,      ///< a series of early warning is compared with other periods from now on, and why
  decision,      ///< what was decided from a report, or what a review of that found
  viewing,       ///< somebody opened a view of what one person owns
  unknown        ///< one of a newer version: kept and shown, and changes no state
};

/// The kinds that this version writes and folds, in the order of `Kind`.
inline constexpr std::array<std::string_view, 18> kKindNames{
    "complaint",    "activity", "assignment", "escalation", "change",   "resolution",
    "review",       "step",     "waiver",     "correction", "customer", "mail",
    "notification", "delivery", "alarm",      "baseline",   "decision", "viewing"};

/// The word of a kind in file names and JSON; empty for `unknown`.
std::string_view name_of(Kind kind);
/// `unknown` where this version has no kind of that name.
Kind parse_kind(std::string_view name);

/// The kind that a record's file name states. The word of a kind that this version does not know is kept.
class StatedKind {
 public:
  StatedKind() = default;
  StatedKind(Kind kind) : known_(kind) {}  // NOLINT(google-explicit-constructor): each kind is stated by its own name
  explicit StatedKind(std::string_view name);

  /// For a switch: one of this version's kinds, or `unknown`.
  [[nodiscard]] Kind known() const { return known_; }
  [[nodiscard]] std::string_view name() const { return known_ == Kind::unknown ? other_ : name_of(known_); }

  friend bool operator==(const StatedKind& a, const StatedKind& b) = default;
  friend bool operator==(const StatedKind& a, Kind b) { return a.known_ == b; }
  /// By name: records of one id are folded in the order of their files' names.
  friend std::strong_ordering operator<=>(const StatedKind& a, const StatedKind& b) { return a.name() <=> b.name(); }

 private:
  Kind known_ = Kind::unknown;
  std::string other_;  ///< of `unknown`
};

}  // namespace crmtrack::record
