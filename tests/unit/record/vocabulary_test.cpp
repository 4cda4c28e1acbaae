#include <doctest/doctest.h>

#include "record/vocabulary.hpp"

using crmtrack::record::channel_evidence;
using crmtrack::record::default_evidence;
using crmtrack::record::Evidence;
using crmtrack::record::kEvidence;
using crmtrack::record::name_of;
using crmtrack::record::parse_evidence;

TEST_CASE("evidence rises from asserted to signed") {
  CHECK(Evidence::asserted < Evidence::attempted);
  CHECK(Evidence::attempted < Evidence::sent);
  CHECK(Evidence::sent < Evidence::delivered);
  CHECK(Evidence::delivered < Evidence::read);
  CHECK(Evidence::read < Evidence::acknowledged);
  CHECK(Evidence::acknowledged < Evidence::signed_);
  for (const auto word : kEvidence) CHECK(name_of(*parse_evidence(word)) == word);
  CHECK(parse_evidence("signed") == Evidence::signed_);
  CHECK_FALSE(parse_evidence("").has_value());
  CHECK_FALSE(parse_evidence("Sent").has_value());
}

TEST_CASE("an activity has the evidence of its type unless it says another") {
  for (const auto* const type : {"call", "meeting", "visit"})
    CHECK(default_evidence(type, "out") == Evidence::acknowledged);
  for (const auto* const type : {"email", "letter", "chat", "post"})
    CHECK(default_evidence(type, "out") == Evidence::sent);
  CHECK(default_evidence("voicemail", "out") == Evidence::attempted);
  CHECK(default_evidence("voicemail", "in") == Evidence::acknowledged);
  CHECK(default_evidence("email", "in") == Evidence::acknowledged);
  for (const auto* const type : {"note", "work", "compliment", "from_the_future"})
    CHECK(default_evidence(type, "internal") == Evidence::asserted);
}

TEST_CASE("a record through a channel has the channel's evidence") {
  CHECK(channel_evidence("phone") == Evidence::acknowledged);
  CHECK(channel_evidence("in_person") == Evidence::acknowledged);
  for (const auto* const channel : {"email", "post", "chat", "social", "web", "portal"})
    CHECK(channel_evidence(channel) == Evidence::sent);
  CHECK(channel_evidence("referral") == Evidence::asserted);
  CHECK(channel_evidence("api") == Evidence::asserted);
  CHECK(channel_evidence("") == Evidence::asserted);
}
