#pragma once

#include <string_view>

#include "record/record.hpp"
#include "record/vocabulary.hpp"

namespace crmtrack::story {

/// How sure a record is that it reached them (docs/domain.md, Evidence): what it states, else what its kind, type,
/// direction and channel stand for. `complaint_channel` is that of the complaint, for acknowledgements, resolutions and
/// confirmations that name none of their own.
record::Evidence evidence_of(const record::Record& record, std::string_view complaint_channel);

/// An activity of a type by which people reach each other: call, email, meeting, letter, visit, chat, post, voicemail.
bool is_contact(const record::Record& record);

/// A contact from the customer (docs/domain.md, A contact from the customer): such an activity with direction in, or
/// their confirmation, rejection, withdrawal or demand to reopen; never an automatic reply (`automatic: true`).
bool is_customer_contact(const record::Record& record);

/// Whether an answer went out in writing: by its channel, else the complaint's, or because it is signed.
bool is_written(const record::Record& answer, std::string_view complaint_channel);

/// An outbound contact that was at least attempted: what the silence rule counts.
bool is_attempt(const record::Record& record);
/// Whether a delivery of a record is one: the mail program took a message of a rule to the customer. One that it did
/// not take is none.
bool is_attempt(const record::Record& delivery, const record::Record& about);

}  // namespace crmtrack::story
