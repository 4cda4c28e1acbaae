#pragma once

#include <string>
#include <vector>

#include "record/vocabulary.hpp"
#include "session/promise/named.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Something said or done that may answer promises.
struct Contact {
  enum class Kind { activity, resolution } kind = Kind::activity;
  std::string direction;  ///< in, out or internal
  std::string purpose;
  record::Evidence evidence = record::Evidence::asserted;
};

/// The references that `--answers` names, as a record keeps them: whole ids, with the promise's number where its record
/// made several. `RECORD` alone means its one open promise that the contact may settle; with none open, what it settled
/// before. Throws Error(not_found), or Error(ambiguous) where several are open.
std::vector<std::string> answered_by_name(const PromisesOf& story, const std::vector<std::string>& words,
                                          const Contact& contact);
/// A word of `--answers` as a reference: the name by which the agenda shows a promise, `information` or
/// `information@5v0k.2`, becomes its reference, and so do the words of an open one, `refund`; any other word comes back
/// as it is. Throws as get_promise.
std::string reference_word(const PromisesOf& story, const std::string& word);
/// The promises that such a contact answers by itself: our next steps, and the customer's open question where there is
/// only one (docs/domain.md, Which promise a contact keeps).
std::vector<const story::Promise*> answered_by_itself(const PromisesOf& story, const Contact& contact);
/// The references of answered_by_itself. Tells the user of each, and of the promises that only a name settles.
std::vector<std::string> fill_in_answered(Session& session, const PromisesOf& story, const Contact& contact);
/// Why the references, which were named, settled nothing when `record` was folded; a sentence each. `story` is as it
/// is after the record was written.
std::vector<std::string> why_unsettled(const PromisesOf& story, const std::vector<std::string>& references,
                                       const std::string& record);

}  // namespace crmtrack::session
