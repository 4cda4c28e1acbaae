#include "command/write/answers_option.hpp"

#include <fmt/format.h>

#include "terminal/dialog.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

std::vector<std::string> answers_of(Context& context, const Invocation& invocation, const session::PromisesOf& story,
                                    const session::Contact& contact) {
  const std::vector<std::string> words = invocation.all("answers");
  if (words.empty()) return session::fill_in_answered(context, story, contact);
  if (words == std::vector<std::string>{"none"}) return {};
  for (const std::string& word : words)
    if (word == "none") throw Error(ErrorKind::usage, "cannot answer a record and 'none' at once");
  return session::answered_by_name(story, words, contact);
}

std::vector<std::string> ask_what_it_answers(Context& context, const Invocation& invocation,
                                             const session::PromisesOf& story, const session::Contact& contact) {
  std::vector<std::string> references;
  if (!context.interactive() || contact.direction != "in" || invocation.has("answers")) return references;
  for (const story::Promise& promise : story.promises) {
    if (!story::is_open(promise) || promise.debtor == story::Debtor::us) continue;
    const std::string question = fmt::format("Does this answer {}?", session::shown_promise(story, promise));
    if (terminal::Dialog(context.streams()).ask(question, "no", {"yes", "no"}, true) == "yes")
      references.push_back(story::reference_of(promise));
  }
  return references;
}

void say_unsettled(Context& context, const Invocation& invocation, const session::PromisesOf& story,
                   const session::Draft& written) {
  if (!invocation.has("answers")) return;
  for (const std::string& why : session::why_unsettled(story, written.fields.texts_of("answers"), written.id))
    context.say(why);
}

}  // namespace crmtrack::command
