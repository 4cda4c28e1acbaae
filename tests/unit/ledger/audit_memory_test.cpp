#include "ledger/audit_memory.hpp"

#include <doctest/doctest.h>

#include "ledger/signature_memory.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

AuditMemory sample_memory() {
  AuditMemory memory;
  memory.at = util::Instant(std::chrono::seconds(1700000000));
  memory.head = std::string(40, 'a');
  memory.signatures = "none";
  memory.seen["refs/heads/ledger"] = {std::string(40, 'a'), std::string(40, 'b')};
  memory.findings.push_back({FindingKind::record_removed, Severity::fault, std::string(40, 'c'), "a\tb\\n\nc",
                             "mal\t@example.com", util::Instant(std::chrono::seconds(1700000001)), "re\\moved\n"});
  memory.findings.push_back({FindingKind::by_other, Severity::notice, "", "", "", std::nullopt, ""});
  return memory;
}

TEST_CASE("what an audit keeps in mind is read as it was written, whatever stands in it") {
  const AuditMemory memory = parse_memory(render_memory(sample_memory()));
  CHECK(render_memory(memory) == render_memory(sample_memory()));
  REQUIRE(memory.findings.size() == 2);
  CHECK(memory.findings[0].path == "a\tb\\n\nc");
  CHECK(memory.findings[0].author == "mal\t@example.com");
  CHECK(memory.findings[0].message == "re\\moved\n");
  CHECK(memory.findings[1].kind == FindingKind::by_other);
  CHECK(memory.seen == sample_memory().seen);
}

TEST_CASE("a memory that was cut, or is none of ours, is none") {
  const std::string text = render_memory(sample_memory());
  for (std::size_t length = 0; length < text.size(); ++length) {
    CHECK(parse_memory(std::string_view(text).substr(0, length)).head.empty());
  }
  CHECK(parse_memory("crmtrack-audit 2\nend\n").head.empty());
  CHECK(parse_memory("crmtrack-audit 1\nhead\tmain\nend\n").head.empty());
  CHECK(parse_memory("crmtrack-audit 1\nhead\t" + std::string(40, 'a') + "\nnonsense\nend\n").head.empty());
}

TEST_CASE("every kind of finding has a name of its own, and says what to do") {
  for (int i = 0; i <= static_cast<int>(FindingKind::policy_invalid); ++i) {
    const auto kind = static_cast<FindingKind>(i);
    CHECK(parse_finding_kind(name_of(kind)) == kind);
    CHECK(!mend_of(kind).empty());
  }
  CHECK(parse_finding_kind("nothing") == std::nullopt);
}

TEST_CASE("a verdict is remembered for a commit and a person's keys") {
  const testing::Sandbox box;
  const Ledger ledger = box.init("data");
  const Repository repository = open_repository(ledger.location(), box.environment());
  ObjectId commit;
  commit.bytes.fill(7);
  SignatureMemory memory = SignatureMemory::load(ledger.location());
  CHECK(!memory.find(commit, "keys"));
  memory.remember(commit, "keys", {SignatureVerdict::State::untrusted, "SHA256:abc"});
  memory.remember(ObjectId{}, "keys", {SignatureVerdict::State::unverifiable, ""});
  memory.save(repository);
  const SignatureMemory loaded = SignatureMemory::load(ledger.location());
  REQUIRE(loaded.find(commit, "keys"));
  CHECK(loaded.find(commit, "keys")->state == SignatureVerdict::State::untrusted);
  CHECK(loaded.find(commit, "keys")->key == "SHA256:abc");
  CHECK(!loaded.find(commit, "other"));
  CHECK(!loaded.find(ObjectId{}, "keys"));
}

}  // namespace
}  // namespace crmtrack::ledger
