#pragma once

#include <string>

#include "command/spec.hpp"
#include "session/write.hpp"

namespace crmtrack::command {

/// What an activity is before the options are read.
struct ActivityDefaults {
  std::string type = {};
  std::string direction = {};  ///< empty: as the type tells
  std::string purpose = {};
  std::string sentiment = {};
  std::string text_template =
      "\n# What was said or done? Lines that begin with # are left out; an empty text cancels.\n";
  bool text_required = false;
};

/// The draft of an activity from the common options, on a complaint or (where `complaint` is null) on the customer
/// `-c`; the text is read once, here.
class ActivityMaker {
 public:
  /// Reads options and text; asks where that is allowed. Throws Error(usage).
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
