#include "session/promise/answered.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/promise_reference.hpp"
#include "session/lookup.hpp"
#include "story/promise_name.hpp"
#include "story/short_record.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

using Origin = story::Promise::Origin;

bool goes_out(const Contact& contact) {
  return contact.direction == "out" || contact.kind == Contact::Kind::resolution;
}

bool reaches_customer(const Contact& contact) {
  return goes_out(contact) && contact.evidence >= record::Evidence::sent && contact.purpose != "acknowledge";
}

/// The reference that one word of `--answers` means.
std::string answered_of(const PromisesOf& story, const std::string& word, const Contact& contact) {
  const record::PromiseReference named = record::parse_promise_reference(word);
  const std::string id = get_record_id(story.entries, named.record, story.shown);
  std::vector<const story::Promise*> open, made;
  for (const story::Promise& promise : story.promises) {
    if (promise.of != id || !story::is_answerable(promise) || (named.n != 0 && promise.n != named.n)) continue;
    made.push_back(&promise);
    if (story::is_open(promise) && story::may_settle(promise, goes_out(contact))) open.push_back(&promise);
  }
  if (named.n != 0 && made.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot answer '{}' of '{}': no such promise", word, story.shown));
  if (open.size() == 1) return story::reference_of(*open.front());
  if (open.empty()) return made.size() == 1 ? story::reference_of(*made.front()) : id;
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell which promise of '{}' is answered: {} are open", word, open.size()),
              shown_promises(story, open));
}

std::string why_not_kept(const PromisesOf& story, const std::string& id, const story::Promise* promise) {
  if (promise == nullptr) return fmt::format("{} promised nothing", story::short_record(story.entries, id));
  switch (promise->ended) {
    case story::Promise::Ended::kept:
      return fmt::format("{} was kept before", shown_reference(story, *promise));
    case story::Promise::Ended::waived:
      return fmt::format("{} was waived", shown_reference(story, *promise));
    case story::Promise::Ended::void_:
      return fmt::format("{} is no longer owed", shown_reference(story, *promise));
    case story::Promise::Ended::no:
      break;
  }
  return fmt::format(
      "{} needs a contact that reached the other side (evidence 'sent' from us, 'acknowledged' from them)",
      shown_reference(story, *promise));
}

/// The reference of the open promise whose words these are; the words themselves where there is none.
std::string reference_in_words(const PromisesOf& story, const std::string& words) {
  const auto found = open_promises(story, [&](const story::Promise& promise) {
    return story::is_answerable(promise) && util::fold_case(promise.what) == util::fold_case(words);
  });
  if (found.empty()) return words;
  if (found.size() == 1) return story::reference_of(*found.front());
  throw util::Error(
      util::ErrorKind::ambiguous,
      fmt::format("cannot tell which '{}' of '{}' to answer: {} are open", words, story.shown, found.size()),
      shown_promises(story, found));
}

}  // namespace

std::vector<std::string> answered_by_name(const PromisesOf& story, const std::vector<std::string>& words,
                                          const Contact& contact) {
  std::vector<std::string> references;
  for (const std::string& word : words) {
    std::string reference = answered_of(story, reference_word(story, word), contact);
    if (std::find(references.begin(), references.end(), reference) == references.end())
      references.push_back(std::move(reference));
  }
  return references;
}

std::string reference_word(const PromisesOf& story, const std::string& word) {
  const story::PromiseName name = story::parse_promise_name(word);
  const auto kind = record::parse_promise_kind(name.kind);
  if (!kind) return reference_in_words(story, word);
  const auto of_kind = [&](const story::Promise& promise) {
    return promise.kind == *kind && story::is_answerable(promise);
  };
  // One that is settled already is named by its record alone: late evidence.
  if (name.of && open_promises(story, of_kind).empty()) return word.substr(name.kind.size() + 1);
  return story::reference_of(get_promise(story, word, "answer", story::is_answerable));
}

std::vector<const story::Promise*> answered_by_itself(const PromisesOf& story, const Contact& contact) {
  std::vector<const story::Promise*> answered, questions;
  if (!reaches_customer(contact)) return answered;
  for (const story::Promise& promise : story.promises) {
    if (!story::is_open(promise)) continue;
    if (promise.origin == Origin::next_step) answered.push_back(&promise);
    if (promise.origin == Origin::question) questions.push_back(&promise);
  }
  if (questions.size() == 1) answered.push_back(questions.front());
  return answered;
}

std::vector<std::string> fill_in_answered(Session& session, const PromisesOf& story, const Contact& contact) {
  std::vector<std::string> references;
  const std::vector<const story::Promise*> answered = answered_by_itself(story, contact);
  for (const story::Promise* promise : answered) {
    references.push_back(story::reference_of(*promise));
    session.say_once(fmt::format("answers {}: {}", shown_reference(story, *promise), promise->what));
  }
  if (!reaches_customer(contact)) return references;
  for (const story::Promise& promise : story.promises) {
    const bool ours =
        story::is_open(promise) && promise.kind == record::PromiseKind::commitment && !story::is_to_us(promise);
    if (ours && std::find(answered.begin(), answered.end(), &promise) == answered.end())
      session.say_once(fmt::format("still open: {} (if this answers it: --answers {})", shown_promise(story, promise),
                                   shown_reference(story, promise)));
  }
  return references;
}

std::vector<std::string> why_unsettled(const PromisesOf& story, const std::vector<std::string>& references,
                                       const std::string& record) {
  std::vector<std::string> sentences;
  for (const std::string& reference : references) {
    const record::PromiseReference named = record::parse_promise_reference(reference);
    const story::Promise* about = nullptr;
    bool settled = false;
    for (const story::Promise& promise : story.promises) {
      if (promise.of != named.record || (named.n != 0 && promise.n != named.n) || !story::is_answerable(promise))
        continue;
      settled = settled || promise.settled_by == record;
      if (about == nullptr || story::is_open(promise)) about = &promise;
    }
    if (!settled)
      sentences.push_back("the answer settles nothing: " + why_not_kept(story, std::string(named.record), about));
  }
  return sentences;
}

}  // namespace crmtrack::session
