#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "policy/filter_words.hpp"
#include "policy/load.hpp"
#include "policy/meant.hpp"
#include "record/filter_keys.hpp"

using namespace crmtrack;
using policy::Vocabulary;
using policy::Written;
using Codes = std::vector<std::string>;

namespace {

policy::Policy sample() {
  return policy::load({{"reasons.yaml", R"(reasons:
- {code: billing-wrong-amount, label: Wrong amount billed, synonyms: [invoice, Überzahlung]}
- {code: wrong-information, label: Wrong information, synonyms: [misinformed]}
- {code: bill, label: Bills in general, replaced_by: billing-wrong-amount, valid_to: 2026-01-01}
- {code: charges, label: Charges, replaced_by: bill, valid_to: 2025-01-01}
- {code: outage, label: Not available}
)"},
                       {"people.yaml", R"(people:
- {email: ben@example.com, name: Ben Okoro}
- {email: benedikt@example.com, name: Benedikt Müller}
- {email: ben@old.example.com, name: Ben Old, valid_to: 2025-01-01}
- {email: Asha@Example.com, name: Asha Rao}
)"}});
}

Codes meant(Vocabulary vocabulary, const char* text, Written written = Written::part) {
  return policy::understand(sample(), vocabulary, text, "2026-11-21", written);
}

std::string filtered(const char* text, const policy::IsTaken& is_taken = {}) {
  const policy::Policy policy = sample();
  const auto filter =
      query::parse(text, record::complaint_keys(), policy::filter_words(policy, "2026-11-21", is_taken));
  if (!filter) return std::to_string(filter.error().column) + ": " + filter.error().message;
  std::string values;
  for (const std::string& value : filter->terms.front().values) values += (values.empty() ? "" : ",") + value;
  return values;
}

}  // namespace

TEST_CASE("a reason is meant by its code, label, synonym, or a unique part of one") {
  const Codes billing{"billing-wrong-amount"};
  for (const char* text : {"billing-wrong-amount", "Billing_Wrong Amount", "wrong amount billed", "INVOICE",
                           "uberzahlung", "invo", "billing", "amount"}) {
    CAPTURE(text);
    CHECK(meant(Vocabulary::reasons, text) == billing);
  }
  CHECK(meant(Vocabulary::reasons, "bill") == Codes{"bill"});  // a code counts before the beginning of another
  CHECK(meant(Vocabulary::reasons, "bil") == billing);         // of several those that hold
  CHECK(meant(Vocabulary::reasons, "wrong").size() == 2);
  CHECK(meant(Vocabulary::reasons, "x").empty());
  CHECK(meant(Vocabulary::reasons, "o").empty());  // one letter is no beginning
  CHECK(meant(Vocabulary::reasons, "").empty());
  CHECK(meant(Vocabulary::reasons, " - ").empty());
  CHECK(meant(Vocabulary::reasons, "invo", Written::whole).empty());
  CHECK(meant(Vocabulary::reasons, "invoice", Written::whole) == billing);
}

TEST_CASE("a person is meant by address, its part before the @, name, or a unique part of one") {
  CHECK(meant(Vocabulary::people, "ben") == Codes{"ben@example.com"});  // who has left counts after the others
  CHECK(meant(Vocabulary::people, "okoro") == Codes{"ben@example.com"});
  CHECK(meant(Vocabulary::people, "BENEDIKT MULLER") == Codes{"benedikt@example.com"});
  CHECK(meant(Vocabulary::people, "asha@example.com") == Codes{"Asha@Example.com"});
  CHECK(meant(Vocabulary::people, "ben@old.example.com") == Codes{"ben@old.example.com"});
  CHECK(meant(Vocabulary::people, "ben@example").empty());  // an address is written whole
  CHECK(meant(Vocabulary::people, "be").size() == 2);
}

TEST_CASE("a level is meant by number or name") {
  CHECK(meant(Vocabulary::levels, "2") == Codes{"2"});
  CHECK(meant(Vocabulary::levels, "level 2") == Codes{"2"});
  CHECK(meant(Vocabulary::levels, "senior") == Codes{"3"});
}

TEST_CASE("a reason stands for those that it replaced") {
  CHECK(policy::codes_under(sample(), "billing-wrong-amount") == Codes{"billing-wrong-amount", "bill", "charges"});
  CHECK(policy::codes_under(sample(), "bill") == Codes{"bill", "charges"});
  CHECK(policy::codes_under(sample(), "outage") == Codes{"outage"});
  const auto circle =
      policy::load({{"reasons.yaml", "reasons:\n- {code: aa, replaced_by: bb}\n- {code: bb, replaced_by: aa}\n"}});
  CHECK(policy::codes_under(circle, "aa") == Codes{"aa", "bb"});
}

TEST_CASE("a filter has codes, and refuses a word that no complaint could have") {
  CHECK(filtered("reason:invoice") == "billing-wrong-amount,bill,charges");
  CHECK(filtered("reason.not:outage,misinf") == "outage,wrong-information");
  CHECK(filtered("reason.has:invoice") == "invoice");
  CHECK(filtered("owner:me") == "me");
  CHECK(filtered("owner:okoro") == "ben@example.com");
  CHECK(filtered("level.min:senior") == "3");
  CHECK(filtered("level:8") == "8");
  CHECK(filtered("project:anything") == "anything");  // no project is listed
  CHECK(filtered("reason:biling") == "8: no reason 'biling', nearest: 'billing-wrong-amount'");
  CHECK(filtered("reason:wrong") == "8: 'wrong' may be billing-wrong-amount or wrong-information");
  CHECK(filtered("owner:zoe") == "7: no owner 'zoe', see: crmtrack person list");
  CHECK(filtered("owner:zoe", [](const std::string& field, const std::string& word) {
          return field == "owner" && word == "zoe";
        }) == "zoe");
}
