#include "session/promise/named.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "session/lookup.hpp"
#include "story/promise_name.hpp"
#include "story/short_record.hpp"
#include "util/error.hpp"
#include "util/format_local.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// A promise as a word names it, with the whole id of its record.
struct Wanted {
  std::optional<record::PromiseKind> kind;
  std::string record;  ///< empty: of any
  int n = 0;           ///< 0: any
};

/// The word is a kind, `kind@RECORD[.N]`, or a reference alone.
Wanted wanted_of(const PromisesOf& story, const std::string& text) {
  story::PromiseName name = story::parse_promise_name(text);
  Wanted wanted;
  wanted.kind = record::parse_promise_kind(name.kind);
  if (!name.of && wanted.kind) return wanted;
  if (!name.of) name.of = record::parse_promise_reference(text);
  wanted.record = get_record_id(story.entries, name.of->record, story.shown);
  wanted.n = name.of->n;
  return wanted;
}

bool fits(const Wanted& wanted, const story::Promise& promise) {
  return (!wanted.kind || promise.kind == *wanted.kind) && (wanted.record.empty() || promise.of == wanted.record) &&
         (wanted.n == 0 || promise.n == wanted.n);
}

bool is_stated(const story::Promise* promise) { return !story::is_derived(promise->kind); }

}  // namespace

std::string shown_reference(const PromisesOf& story, const story::Promise& promise) {
  std::string record = story::short_record(story.entries, promise.of);
  return promise.several ? fmt::format("{}.{}", record, promise.n) : record;
}

std::string shown_promise(const PromisesOf& story, const story::Promise& promise) {
  const std::string due = promise.due_at ? ", due " + util::format_local(story.zone, *promise.due_at) : "";
  return fmt::format("{}  {}: {}{}", shown_reference(story, promise), record::name_of(promise.kind), promise.what, due);
}

std::vector<const story::Promise*> open_promises(const PromisesOf& story, const WhichPromise& which) {
  std::vector<const story::Promise*> open;
  for (const story::Promise& promise : story.promises)
    if (story::is_open(promise) && which(promise)) open.push_back(&promise);
  return open;
}

std::vector<std::string> shown_promises(const PromisesOf& story, const std::vector<const story::Promise*>& promises,
                                        std::string_view before) {
  std::vector<std::string> lines;
  for (const story::Promise* promise : promises) lines.push_back(std::string(before) + shown_promise(story, *promise));
  return lines;
}

const story::Promise& get_promise(const PromisesOf& story, const std::string& text, std::string_view verb,
                                  const WhichPromise& which) {
  const Wanted wanted = wanted_of(story, text);
  auto found =
      open_promises(story, [&](const story::Promise& promise) { return fits(wanted, promise) && which(promise); });
  // A record alone means what somebody stated there, before what follows from it.
  if (!wanted.kind && std::any_of(found.begin(), found.end(), is_stated))
    std::erase_if(found, [](const story::Promise* promise) { return !is_stated(promise); });
  if (found.size() == 1) return *found.front();
  if (found.empty())
    throw Error(ErrorKind::not_found,
                fmt::format("cannot {} '{}' of '{}': no such open promise", verb, text, story.shown),
                shown_promises(story, open_promises(story, which), "open: "));
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell which '{}' of '{}' to {}: {} are open", text, story.shown, verb, found.size()),
              shown_promises(story, found));
}

const story::Promise& get_any_promise(const PromisesOf& story, const std::string& text, std::string_view verb) {
  const Wanted wanted = wanted_of(story, text);
  std::vector<const story::Promise*> all, fitting;
  for (const story::Promise& promise : story.promises) {
    all.push_back(&promise);
    if (fits(wanted, promise)) fitting.push_back(&promise);
  }
  if (fitting.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot {} '{}' of '{}': no such promise", verb, text, story.shown),
                shown_promises(story, all, "there is: "));
  if (fitting.size() == 1) return *fitting.front();
  const auto is_open = [](const story::Promise* promise) { return story::is_open(*promise); };
  if (std::ranges::count_if(fitting, is_open) == 1) return **std::ranges::find_if(fitting, is_open);
  throw Error(
      ErrorKind::ambiguous,
      fmt::format("cannot tell which '{}' of '{}' to {}: there are {}", text, story.shown, verb, fitting.size()),
      shown_promises(story, fitting));
}

}  // namespace crmtrack::session
