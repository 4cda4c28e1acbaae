#pragma once

#include <string>
#include <vector>

#include "command/spec.hpp"
#include "session/promise/answered.hpp"
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
  std::string message_id = {};    ///< of a mail that is about to be sent: nobody has it yet
  std::string token_digest = {};  ///< the digest of its token
};

/// Makes the drafts of an activity from the options that these commands share. The activity belongs to a complaint or,
/// where `complaint` is null, to the customer that `-c` names. The constructor reads the text once.
class ActivityMaker {
 public:
  /// Reads options and text; asks the user for the text where asking is allowed. Throws Error(usage).
  ActivityMaker(Context& context, const Invocation& invocation, ActivityDefaults defaults);
  /// Asks, on a terminal, what an inbound contact answers. Call it once, before anything is written.
  void ask_what_it_answers(const session::PromisesOf& story);
  /// The drafts for one story, the customer's registration included.
  std::vector<session::Draft> make(const story::Complaint* complaint) const;
  /// The evidence that the record will have.
  [[nodiscard]] std::string evidence() const;
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void set_answers(const session::PromisesOf& story, yaml::Node& fields) const;
  [[nodiscard]] session::Contact contact() const;

  Context& context_;
  const Invocation& invocation_;
  ActivityDefaults defaults_;
  std::string text_;
  bool is_taken_as_ours_ = false;      ///< nobody stated the direction: the type tells it
  std::vector<std::string> answered_;  ///< the user said so when asked
};

}  // namespace crmtrack::command
