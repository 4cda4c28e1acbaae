#pragma once

#include <string>

#include "command/spec.hpp"
#include "session/write.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// The fields that a command gives an activity before it reads the user's options.
struct ActivityDefaults {
  std::string type = {};
  std::string direction = {};  ///< empty: the type implies it
  std::string purpose = {};
  std::string sentiment = {};
  std::string text_template =
      "\n# What was said or done? Lines that begin with # are left out; an empty text cancels.\n";
  bool text_required = false;
};

/// Makes the drafts of an activity from the options that these commands share. The activity belongs to a complaint or,
/// where `complaint` is null, to the customer that `-c` names. The constructor reads the text once.
class ActivityMaker {
 public:
  /// Reads options and text; asks the user for the text where asking is allowed. Throws Error(usage).
  ActivityMaker(Context& context, const Invocation& invocation, ActivityDefaults defaults);
  /// The drafts for one story, the customer's registration included.
  std::vector<session::Draft> make(const story::Complaint* complaint) const;
  /// The evidence that the record will have.
  [[nodiscard]] std::string evidence() const;

 private:
  void set_references(const std::vector<story::Entry>& entries, std::string_view of, yaml::Node& fields) const;

  Context& context_;
  const Invocation& invocation_;
  ActivityDefaults defaults_;
  std::string text_;
};

}  // namespace crmtrack::command
