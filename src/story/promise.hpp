#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/vocabulary.hpp"
#include "util/time.hpp"

namespace crmtrack::story {

enum class Debtor { us, customer, third_party };
std::string_view name_of(Debtor debtor);

/// Who owes what to whom, by when, and which record kept it (DOMAIN §3). Derived by the fold, never stored in Git.
struct Promise {
  record::PromiseKind kind = record::PromiseKind::acknowledge;
  std::string of;  ///< the record that it arises from
  Debtor debtor = Debtor::us;
  std::string who;       ///< the person or party who owes; may be empty
  std::string creditor;  ///< us, customer, third_party or a person
  std::string what;      ///< in words
  util::Instant start_at{};
  std::optional<util::Instant> warn_at;
  std::optional<util::Instant> due_at;  ///< none: no date was stated and no target is set
  std::optional<util::Instant> settled_at;
  std::string settled_by;  ///< record
  enum class Ended { no, kept, waived, void_ } ended = Ended::no;
  std::int64_t paused_seconds = 0;
  int cycle = 1;
};

/// open, due_soon, overdue, kept, kept_late, waived, void: judged at `now` (DOMAIN §3, clocks 3).
std::string_view state_of(const Promise& promise, util::Instant now);
/// Neither kept nor let go.
bool is_open(const Promise& promise);
/// Seconds by which it was, or is by now, late; 0 where it is not.
std::int64_t late_seconds(const Promise& promise, util::Instant now);

}  // namespace crmtrack::story
