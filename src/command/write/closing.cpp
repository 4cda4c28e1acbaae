#include "command/write/closing.hpp"

#include <fmt/format.h>

#include "story/step.hpp"
#include "util/format_local.hpp"

namespace crmtrack::command {

namespace {

/// A commitment of ours that nobody has settled keeps a complaint from being closed.
bool blocks(const story::Promise& promise) {
  return promise.debtor == story::Debtor::us && promise.kind == record::PromiseKind::commitment;
}

/// So does a step that is neither done nor dropped, each with its ways out.
std::vector<std::string> steps_to_do(const std::vector<story::Step>& steps, const session::PromisesOf& story) {
  std::vector<std::string> hints;
  for (const story::Step& step : steps) {
    if (!story::is_to_do(step)) continue;
    const std::string due = step.due_at ? ", due " + util::format_local(story.zone, *step.due_at) : "";
    hints.push_back(fmt::format("step {0}: {1}{2}: crmtrack plan {3} done {0}, or crmtrack plan {3} drop {0} --why …",
                                step.number, step.text, due, story.shown));
  }
  return hints;
}

}  // namespace

std::vector<std::string> what_stops_closing(const session::PromisesOf& story, const std::vector<story::Step>& steps) {
  std::vector<std::string> hints;
  for (const story::Promise* promise : session::open_promises(story, blocks)) {
    const std::string reference = session::shown_reference(story, *promise);
    const std::string how = story::is_to_us(*promise)
                                ? fmt::format("crmtrack keep {} {}", story.shown, reference)
                                : fmt::format("crmtrack answer {} {} -m …", story.shown, reference);
    hints.push_back(fmt::format("{}: {}, or crmtrack waive {} {}@{} --why …", session::shown_promise(story, *promise),
                                how, story.shown, record::name_of(promise->kind), reference));
  }
  for (std::string& hint : steps_to_do(steps, story)) hints.push_back(std::move(hint));
  return hints;
}

}  // namespace crmtrack::command
