#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "story/promise.hpp"
#include "story/story.hpp"
#include "util/zone.hpp"

namespace crmtrack::session {

/// The records of a story and the promises that they made, as commands read them.
struct PromisesOf {
  const std::vector<story::Entry>& entries;
  const std::vector<story::Promise>& promises;
  std::string shown;       ///< the story's short id, for messages
  const util::Zone& zone;  ///< the reader's, for messages
};

using WhichPromise = std::function<bool(const story::Promise&)>;

/// The name by which people call a promise, and which `--answers` takes: `5v0k`, or `5v0k.2` where its record made
/// several.
std::string shown_reference(const PromisesOf& story, const story::Promise& promise);
/// A promise on one line, for lists that help to choose: `5v0k.2  commitment: refund, due 2026-11-27 17:59`.
std::string shown_promise(const PromisesOf& story, const story::Promise& promise);
/// The open promises that `which` takes, in the order in which they were made.
std::vector<const story::Promise*> open_promises(const PromisesOf& story, const WhichPromise& which);
/// Promises as lines to choose from, each behind `before`.
std::vector<std::string> shown_promises(const PromisesOf& story, const std::vector<const story::Promise*>& promises,
                                        std::string_view before = {});
/// The open promise that a person names by its kind where one such is open, `kind@RECORD`, `kind@RECORD.N`, or by its
/// reference alone, among those that `which` takes. `verb` is for the message. Throws Error(not_found), or
/// Error(ambiguous) with the candidates.
const story::Promise& get_promise(const PromisesOf& story, const std::string& text, std::string_view verb,
                                  const WhichPromise& which);

/// As get_promise, of all promises, settled ones too; an open one is meant before those that are settled.
const story::Promise& get_any_promise(const PromisesOf& story, const std::string& text, std::string_view verb);

}  // namespace crmtrack::session
