#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "story/complaint.hpp"
#include "story/customer_facts.hpp"
#include "story/entry_state.hpp"
#include "story/fold/case_facts.hpp"
#include "story/fold/case_fields.hpp"
#include "story/fold/case_promises.hpp"
#include "story/fold/moot.hpp"
#include "story/fold/plan.hpp"
#include "story/fold/promise_book.hpp"
#include "story/fold/readings.hpp"
#include "story/fold/route.hpp"
#include "story/fold/status_fold.hpp"
#include "story/fold/updates.hpp"
#include "story/fold/waits.hpp"
#include "story/lifecycle.hpp"
#include "story/terms.hpp"

namespace crmtrack::story {

/// Applies the records of one complaint in order, each to what its kind may change: one function a kind.
class ComplaintFold {
 public:
  ComplaintFold(Complaint& complaint, const std::set<std::string>& absent, const Terms& terms,
                const CustomerBook& customers, const Moot& moot);
  void run();
  /// After `run`: the first record of `tick` that has become moot and is not among the known ones.
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> find_moot() const;

 private:
  void begin();
  [[nodiscard]] const Reading* find_own() const;
  [[nodiscard]] bool is_remainder() const;
  void report_missing();
  void apply(const Reading& reading);
  void apply_activity(const Reading& reading);
  void apply_contact(const Reading& reading);
  void apply_delivery(const Reading& reading);
  void add_attempt(const Reading& reading);
  void tell_of_contact(const Reading& reading, record::Evidence evidence);
  void apply_assignment(const Reading& reading);
  void apply_resolution(const Reading& reading);
  void apply_waiver(const Reading& reading);
  [[nodiscard]] bool is_settled(const Reading& second);
  void set_second_complaint_aside(const Reading& reading);
  void apply_change(const Reading& reading);
  void apply_status(const Reading& reading, const yaml::Node& set);
  void apply_confirmation(const Reading& reading, const yaml::Node& set);
  void apply_end(Move move, const Reading& reading);
  void follow(std::string_view key);
  [[nodiscard]] std::string_view channel() const;
  void take_standing_customer();
  void find_due_rungs();
  void finish();

  Complaint& complaint_;
  const CustomerBook& customers_;
  const Moot& moot_;
  Groundwork ground_;
  CaseFields fields_;
  Parties parties_;
  const Terms& terms_;
  CaseFacts facts_;
  PromiseBook book_;
  Waits waits_;
  CasePromises case_;
  Plan plan_;
  Updates updates_;
  StatusFold status_;
  Route route_;
  const Reading* own_ = nullptr;  ///< the complaint's record
  std::optional<util::Instant> last_contact_;
  std::optional<util::Instant> last_attempt_;
  int assignments_ = 0;
  int wait_ = -1;  ///< the change by which we wait for a third party; −1: we do not
  std::set<std::string, std::less<>> third_parties_;  ///< those that we waited for
  std::vector<Conflict> found_;
};

}  // namespace crmtrack::story
