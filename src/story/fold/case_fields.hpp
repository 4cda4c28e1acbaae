#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "story/complaint.hpp"
#include "story/fold/readings.hpp"

namespace crmtrack::story {

/// The fields of a complaint: those of its own record, and what changes and answers set.
class CaseFields {
 public:
  CaseFields(Groundwork& ground, Complaint& complaint) : ground_(ground), complaint_(complaint) {}

  /// Takes the fields of the complaint's own record.
  void begin(const yaml::Node& own);
  /// Adds what an activity says: its type, its sentiment, its references.
  void add_said(const yaml::Node& activity);
  void add_link(std::string link);
  /// Sets a field as a change says. True where the complaint has it now: an answer's fields, references and links have
  /// places of their own, and some fields no change can set.
  bool set(const Reading& change, const std::string& key, const yaml::Node& value);
  /// Takes what an answer states: outcome, code, cause, whether it is systemic, redress.
  void take_answer(const Reading& resolution);
  /// Keeps what the answer of a cycle granted: a later cycle does not take it back (docs/measures.md, Redress).
  void keep_redress(int cycle, std::optional<util::Instant> answered_at);

 private:
  void set_answer(const Reading& reading, std::string_view key, const yaml::Node& value);
  static void add_all(const yaml::Node& body, std::string_view key, std::set<std::string>& to);
  void keep_added(std::string_view field, const std::set<std::string>& all);

  Groundwork& ground_;
  Complaint& complaint_;
};

}  // namespace crmtrack::story
