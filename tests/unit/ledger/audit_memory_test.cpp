#include "ledger/audit/memory.hpp"

#include <doctest/doctest.h>

#include "ledger/rule/signature_memory.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

AuditMemory sample_memory() {
  AuditMemory memory;
  memory.at = util::Instant(std::chrono::seconds(1700000000));
  memory.head = std::string(40, 'a');
  memory.signatures = "none";
  memory.seen["refs/heads/ledger"] = {std::string(40, 'a'), std::string(40, 'b')};
  memory.see(git::get_object_id(std::string(40, 'd')), util::Instant(std::chrono::seconds(1600000000)),
             util::Instant(std::chrono::seconds(1500000000)));
  memory.replaced.insert(std::string(40, 'e'));
  memory.left_out.insert("complaints/a\tb.yaml");
  memory.findings.push_back({FindingKind::record_removed, Severity::fault, std::string(40, 'c'), "a\tb\\n\nc",
                             "mal\t@example.com", util::Instant(std::chrono::seconds(1700000001)), "re\\moved\n"});
  memory.findings.push_back({FindingKind::by_other, Severity::notice, "", "", "", std::nullopt, ""});
  return memory;
}

TEST_CASE("an audit's memory is read as it was written, whatever stands in it") {
  const AuditMemory memory = parse_memory(render_memory(sample_memory()));
  CHECK(render_memory(memory) == render_memory(sample_memory()));
  REQUIRE(memory.findings.size() == 2);
  CHECK(memory.findings[0].path == "a\tb\\n\nc");
  CHECK(memory.findings[0].author == "mal\t@example.com");
  CHECK(memory.findings[0].message == "re\\moved\n");
  CHECK(memory.findings[1].kind == FindingKind::by_other);
  CHECK(memory.seen == sample_memory().seen);
  REQUIRE(memory.heads.size() == 1);
  CHECK(memory.heads[0].head.hex() == std::string(40, 'd'));
  CHECK(memory.heads[0].heard == util::Instant(std::chrono::seconds(1500000000)));
  CHECK(memory.replaced == sample_memory().replaced);
  CHECK(memory.left_out == sample_memory().left_out);
}

TEST_CASE("of one head an audit keeps when it was first seen, and until when it was all") {
  AuditMemory memory;
  const auto head = git::get_object_id(std::string(40, 'a'));
  const auto at = [](int seconds) { return util::Instant(std::chrono::seconds(seconds)); };
  memory.see(head, at(10), at(10));
  memory.see(head, at(30), at(20));
  memory.see(head, at(40), at(15));
  REQUIRE(memory.heads.size() == 1);
  CHECK(memory.heads[0].at == at(10));
  CHECK(memory.heads[0].heard == at(20));
  memory.see(git::get_object_id(std::string(40, 'b')), at(50), at(50));
  CHECK(memory.heads.size() == 2);
}

TEST_CASE("a memory that was cut, or is none of ours, is none") {
  const std::string text = render_memory(sample_memory());
  for (std::size_t length = 0; length < text.size(); ++length)
    CHECK(parse_memory(std::string_view(text).substr(0, length)).head.empty());
  CHECK(parse_memory("crmtrack-audit 2\nend\n").head.empty());
  CHECK(parse_memory("crmtrack-audit 9\nend\n").head.empty());
  CHECK(parse_memory("crmtrack-audit 2\nhead\tmain\nend\n").head.empty());
  CHECK(parse_memory("crmtrack-audit 2\nhead\t" + std::string(40, 'a') + "\nnonsense\nend\n").head.empty());
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
  const git::Repository repository = git::open_repository(ledger.location(), box.environment());
  git::ObjectId commit;
  commit.bytes.fill(7);
  SignatureMemory memory = SignatureMemory::load(ledger.location());
  CHECK(!memory.find(commit, "keys"));
  memory.remember(commit, "keys", {SignatureVerdict::State::untrusted, "SHA256:abc"});
  memory.remember(git::ObjectId{}, "keys", {SignatureVerdict::State::unverifiable, ""});
  memory.save(repository);
  const SignatureMemory loaded = SignatureMemory::load(ledger.location());
  REQUIRE(loaded.find(commit, "keys"));
  CHECK(loaded.find(commit, "keys")->state == SignatureVerdict::State::untrusted);
  CHECK(loaded.find(commit, "keys")->key == "SHA256:abc");
  CHECK(!loaded.find(commit, "other"));
  CHECK(!loaded.find(git::ObjectId{}, "keys"));
}

}  // namespace
}  // namespace crmtrack::ledger
