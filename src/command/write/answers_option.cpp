#include "command/write/answers_option.hpp"

#include <fmt/format.h>

#include "story/same_id.hpp"
#include "terminal/dialog.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// Names what the others still owe that a contact from them may answer. Nothing is filled in: they may have been in
/// touch about something else. On a terminal they were asked about (ask_what_it_answers).
void say_what_they_owe(Context& context, const session::PromisesOf& story) {
  for (const story::Promise& promise : story.promises) {
    if (!story::is_open(promise) || promise.debtor == story::Debtor::us || !story::is_answerable(promise)) continue;
    const story::Entry* const from = story::find_entry(story.entries, promise.of);
    const bool is_verdict = from != nullptr && from->record.kind == record::Kind::resolution;
    context.say_once(
        fmt::format("still open: {} ({})", session::shown_promise(story, promise),
                    is_verdict ? fmt::format("if this settles it: crmtrack confirm {0}, or reject {0}", story.shown)
                               : "if this answers it: --answers " + session::shown_reference(story, promise)));
  }
}

}  // namespace

std::vector<std::string> answers_of(Context& context, const Invocation& invocation, const session::PromisesOf& story,
                                    const session::Contact& contact) {
  const std::vector<std::string> words = invocation.all("answers");
  if (words.empty() && contact.direction == "in" && !context.interactive()) say_what_they_owe(context, story);
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
