#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session/session.hpp"
#include "session/warning/alarms.hpp"
#include "warning/periods.hpp"
#include "warning/signal.hpp"

namespace crmtrack::session {

/// A signal that trips now, or an alarm that was raised and needs somebody still.
struct Warning {
  const warning::Signal* signal = nullptr;  ///< none: it does not trip any more
  std::optional<Alarm> alarm;               ///< none: nobody has recorded it

  [[nodiscard]] const std::string& name() const { return signal != nullptr ? signal->name : alarm->signal; }
  /// `new`, `acknowledged`, `explained` or `acted`.
  [[nodiscard]] std::string state() const;
  [[nodiscard]] bool is_new() const { return state() == "new"; }
};

/// The answer of early warning at the session's now.
struct Warnings {
  warning::Periods periods;
  warning::Found found;
  std::size_t projects = 0;    ///< how many the complaints are of
  std::vector<Warning> items;  ///< the signals in their order, then alarms that trip no more; they point into `found`

  Warnings(warning::Periods periods_, warning::Found found_);
  Warnings(Warnings&&) = default;
};

/// Tests the series of the complaints that the words select. Alarms that trip no more are looked for without a filter
/// only.
Warnings find_warnings(Session& session, const std::vector<std::string>& words);

/// The complaints (or, of silence, the customer's last one) that made a signal trip, by their ids.
std::vector<std::string> records_of(Session& session, const warning::Signal& signal);

}  // namespace crmtrack::session
