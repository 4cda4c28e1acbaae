#pragma once

#include <string>
#include <vector>

#include "story/complaint.hpp"
#include "story/entry_state.hpp"
#include "story/fold/readings.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::story {

/// Moves one complaint along the lifecycle, record by record. The first move that fits stands; one that no longer fits
/// is set aside and disputed until a later move, after both, settles it.
class StatusFold {
 public:
  StatusFold(Groundwork& ground, Complaint& complaint) : ground_(ground), complaint_(complaint) {}

  /// The complaint's own record (index −1 where there is none to read).
  void begin(int index);
  /// Whether the status moved (or was entered anew). A soft move that does not fit passes silently.
  bool apply(Move move, const Reading& reading);
  [[nodiscard]] Status status() const { return status_; }
  /// The disputes that nothing settled.
  void report(std::vector<Conflict>& conflicts) const;

 private:
  struct Dispute {
    int standing = -1;  ///< the record that had moved the status; −1: none
    int refused = 0;
    Move move = Move::none;
    Status status = Status::received;  ///< as it stood
  };

  void enter(Move move, const Reading& reading);
  void keep_time(Status to, std::optional<util::Instant> at);
  void keep_earlier(util::Instant at);
  void refuse(Move move, const Reading& reading);
  [[nodiscard]] bool is_corrected(const Dispute& dispute) const;
  [[nodiscard]] bool overtaken_by_machine(const Reading& reading) const;
  [[nodiscard]] bool repeats(Move move, const Reading& reading) const;
  [[nodiscard]] bool settles(Move move, const Reading& reading) const;
  [[nodiscard]] bool knows_both(int index, const Dispute& dispute) const;
  void settle(int index);
  [[nodiscard]] std::string message_of(const Dispute& dispute) const;

  Groundwork& ground_;
  Complaint& complaint_;
  Status status_ = Status::received;
  int standing_ = -1;
  std::vector<Dispute> disputes_;
};

}  // namespace crmtrack::story
