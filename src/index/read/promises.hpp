#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/index.hpp"
#include "index/row.hpp"

namespace crmtrack::index {

/// The open promises that a caller asks for.
struct PromiseSelection {
  enum class Whose {
    everybody,
    people,                   ///< they owe it, it is owed to them, they asked for it, or it is of what they own
    people_or_nobody,         ///< and what nobody owns is everybody's, unless somebody of ours owes it
    owed_by_people_or_nobody  ///< by us: they owe it, own it, or nobody does
  } whose = Whose::everybody;
  std::vector<std::string> people;     ///< mail addresses
  std::string project = {};            ///< of complaints of this project alone; empty: of all, and beside any
  std::string customer = {};           ///< of this customer alone; empty: of all
  std::optional<util::Instant> until;  ///< what falls due by then alone, what is overdue included
  util::Instant now{};                 ///< what is due before it is overdue
  std::optional<std::size_t> limit;
};

/// Open promises: those that are overdue first, then by severity, then by the time left.
std::vector<PromiseRow> promises(const Index& index, const PromiseSelection& selection);
/// Open complaints on which nobody owes anything with a date, of these owners, by severity and age. None where the
/// selection ends at some time.
std::vector<PromiseRow> undated_complaints(const Index& index, const PromiseSelection& selection);
/// Complaints that are closed, withdrawn or void, and on which the customer has spoken since, of these owners: the
/// oldest word first. It counts as heard where we have been in touch after it, on the complaint or on the one that it
/// is a duplicate of, and where a new complaint follows it. Also complaints whose answer the customer has answered by a
/// mail that nobody has confirmed or rejected yet. None where the selection ends at some time.
std::vector<PromiseRow> unheard_words(const Index& index, const PromiseSelection& selection);
/// Reminders that are due: the customer has not confirmed, and nobody has asked again. Each row is the promise to
/// confirm as something that the owner has to do, from `remind_at` on; nothing else gives `remind_at`.
std::vector<PromiseRow> reminders(const Index& index, const PromiseSelection& selection);
/// The number of promises that promises() would give without its limit.
std::size_t count_promises(const Index& index, const PromiseSelection& selection);
/// How many open promises there are by debtor (ours, theirs), for the last line of `list`.
std::pair<std::size_t, std::size_t> open_promises(const Index& index, util::Instant now);

}  // namespace crmtrack::index
