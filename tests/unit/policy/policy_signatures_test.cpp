#include <doctest/doctest.h>
#include <fmt/format.h>

#include "policy/load.hpp"
#include "policy/signatures.hpp"

namespace crmtrack::policy {
namespace {

constexpr const char* kKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ6f8m8Yw0";

util::Instant time_of(const char* text) { return util::parse_rfc3339(text)->utc; }

Signatures load(const std::string& text, std::string* findings = nullptr) {
  std::vector<Finding> found;
  Signatures signatures = load_signatures({{"signatures.yaml", text}}, found);
  for (const Finding& finding : found) {
    const std::string line =
        fmt::format("{}:{}:{}: {}", finding.file, finding.mark.line, finding.mark.column, finding.message);
    if (findings == nullptr)
      FAIL(line);
    else
      *findings += line + "\n";
  }
  return signatures;
}

std::string signature_findings(const std::string& text) {
  std::string findings;
  load(text, &findings);
  return findings;
}

TEST_CASE("without the file, or an empty one, nothing has to be signed") {
  std::vector<Finding> findings;
  CHECK(!load_signatures({}, findings).ask());
  CHECK(findings.empty());
  CHECK(!load("signatures:\n").ask());
  CHECK(!load("signatures: {require: false}\n").ask());
}

TEST_CASE("signatures are required always, or from a day or time on") {
  CHECK(load("signatures: {require: true}\n").are_required_at(util::Instant()));
  const Signatures from_day = load("signatures: {require: 2026-11-21}\n");
  CHECK(!from_day.are_required_at(time_of("2026-11-20T23:59:59Z")));
  CHECK(from_day.are_required_at(time_of("2026-11-21T00:00:00Z")));
  CHECK(load("signatures: {require: 2026-11-21T09:00:00+01:00}\n").are_required_at(time_of("2026-11-21T08:00:00Z")));
}

TEST_CASE("a person's keys, with the times between which each is valid") {
  const Signatures signatures = load(fmt::format(
      "signatures:\n  allowed_signers:\n"
      "    - {{principal: Asha@example.com, key: \"{} asha's laptop\", valid_before: 2026-11-01, why: it was lost}}\n"
      "    - {{principal: asha@example.com, fingerprint: 0123 4567 89ab cdef 0123  4567 89AB CDEF 0123 4567,\n"
      "       valid_after: 2026-11-01}}\n"
      "    - {{principal: ben@example.com, key: \"{}\"}}\n",
      kKey, kKey));
  CHECK(signatures.ask());
  const std::vector<Signer> keys = signatures.of("ASHA@example.com");
  REQUIRE(keys.size() == 2);
  CHECK(keys[0].ssh_key == kKey);
  CHECK(keys[0].is_valid_at(time_of("2026-10-31T23:59:59Z")));
  CHECK(!keys[0].is_valid_at(time_of("2026-11-01T00:00:00Z")));
  CHECK(keys[1].fingerprint == "0123456789ABCDEF0123456789ABCDEF01234567");
  CHECK(keys[1].is_valid_at(time_of("2026-11-01T00:00:00Z")));
  CHECK(signatures.of("nobody@example.com").empty());
  CHECK(render_allowed_signers(keys) ==
        fmt::format("author namespaces=\"git\",valid-before=\"20261101000000Z\" {}\n", kKey));
}

TEST_CASE("an error in the file has a place, and its entry is left out") {
  CHECK(signature_findings("signatures: {require: soon}\n") ==
        "signatures.yaml:1:23: 'require' is 'soon', but must be a date such as 2026-11-21 or an RFC 3339 time\n");
  CHECK(signature_findings("signatures: {allowed_signers: all}\n") ==
        "signatures.yaml:1:31: 'allowed_signers' must be a list\n");
  const auto entry = [](const std::string& text) {
    return signature_findings("signatures:\n  allowed_signers:\n    - " + text + "\n");
  };
  CHECK(entry("x") == "signatures.yaml:3:7: an entry must be a map, such as {key: value}\n");
  CHECK(entry("{principal: a@b.c}") ==
        "signatures.yaml:3:7: must have either 'key', a public SSH key, or 'fingerprint', an OpenPGP key's\n");
  CHECK(entry("{principal: a@b.c, key: \"ssh-dss AAAA\"}").find("'key' must be a public SSH key") != std::string::npos);
  CHECK(entry("{principal: a@b.c, key: \"ssh-rsa AA\\tAA\"}").find("'key' must be") != std::string::npos);
  CHECK(entry("{principal: a@b.c, fingerprint: \"89ABCDEF\"}").find("whole fingerprint") != std::string::npos);
  CHECK(entry(fmt::format("{{principal: someone, key: \"{}\"}}", kKey)).find("must be a mail") != std::string::npos);
  CHECK(entry(fmt::format("{{principal: a@b.c, key: \"{}\", valid_after: 2026-11-02, valid_before: 2026-11-01}}", kKey))
            .find("'valid_before' must be after") != std::string::npos);
  CHECK(load(fmt::format(
                 "signatures:\n  allowed_signers: [{{principal: a@b.c, key: x}}, {{principal: b@b.c, key: \"{}\"}}]\n",
                 kKey),
             [] {
               static std::string ignored;
               return &ignored;
             }())
            .signers.size() == 1);
}

}  // namespace
}  // namespace crmtrack::policy
