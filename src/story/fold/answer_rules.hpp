#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/vocabulary.hpp"
#include "story/fold/readings.hpp"
#include "story/promise.hpp"

/// The rules of answers: which promise a record may settle, with which evidence, and what it asks of whom
/// (docs/domain.md, Evidence and Promises).
namespace crmtrack::story {

bool is_outbound(const Reading& reading);
/// The evidence that keeps a promise: `sent` for one of ours to the customer, `acknowledged` for one of theirs, any for
/// one that we made to ourselves.
record::Evidence needed_for(const Promise& promise);
/// Whether a record goes out to the customer: a contact of ours, or a resolution.
bool goes_out(const Reading& reading);
/// Whether a promise is to confirm a resolution: their verdict keeps it.
bool waits_for_verdict(const Groundwork& ground, const Promise& promise);
/// True for an activity that asks for a sign that it arrived: a voicemail, or an answer or update with evidence below
/// `acknowledged`.
bool leaves_loop_open(const Reading& reading, record::Evidence evidence);
/// The kind of promise that `expects` opens; nullopt for `none`.
std::optional<record::PromiseKind> promise_for(std::string_view expected);
/// The request of a record, in words: `reply to our call`.
std::string ask(record::PromiseKind kind, std::string_view whose, const Reading& reading);

}  // namespace crmtrack::story
