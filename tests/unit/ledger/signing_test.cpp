#include <doctest/doctest.h>

#include "ledger/main/commit.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"
#include "util/process.hpp"

namespace crmtrack::ledger {
namespace {

using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

void sign_by_ssh(const Sandbox& box) {
  const std::string key = box.path("home/key").string();
  REQUIRE(util::run_process({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key}).status == 0);
  const std::string text = testing::read_text(key + ".pub");
  testing::write_text(box.path("home/signers"), "asha@example.com namespaces=\"git\" " + text);
  for (const auto& [name, value] :
       std::map<std::string, std::string>{{"commit.gpgSign", "true"},
                                          {"gpg.format", "ssh"},
                                          {"user.signingKey", "~/key.pub"},
                                          {"gpg.ssh.allowedSignersFile", box.path("home/signers").string()}})
    box.git("data", {"config", name, value});
}

TEST_CASE("commits are signed when the user's configuration says so, and git verifies them") {
  Sandbox box;
  const Ledger begun = box.init("data");
  CHECK(signature_state(begun, begun.head()) == "none");
  sign_by_ssh(box);
  Ledger ledger = box.open("data");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  CHECK(box.git_status("data", {"verify-commit", "ledger"}) == 0);
  CHECK(signature_state(ledger, ledger.head()) == "good");
  CHECK(read_commit(ledger.repository(), ledger.head()).signature.starts_with("-----BEGIN SSH SIGNATURE-----\n"));
  commit_main(ledger, {{"policy/people.yaml", "people: []\n"}}, "people", at(1700000000));
  CHECK(box.git_status("data", {"verify-commit", "main"}) == 0);
  CHECK(box.fsck("data") == "");
  testing::write_text(box.path("home/signers"), "");
  CHECK(signature_state(ledger, ledger.head()) == "unknown_key");
}

TEST_CASE("a program that does not sign stops the commit") {
  Sandbox box;
  box.init("data");
  box.git("data", {"config", "commit.gpgSign", "true"});
  box.git("data", {"config", "--global", "gpg.program", "false"});
  Ledger ledger = box.open("data");
  const std::string head = ledger.head();
  try {
    append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000));
    FAIL("it was written");
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::program_failed);
  }
  CHECK(ledger.head() == head);
}

TEST_CASE("openpgp signatures are what git expects of gpg") {
  Sandbox box;
  box.init("data");
  const std::string home = box.path("home/gnupg").string();
  std::filesystem::create_directory(home);
  std::filesystem::permissions(home, std::filesystem::perms::owner_all);
  testing::write_text(box.path("gpg"), "#!/bin/sh\nexec gpg --homedir '" + home + "' \"$@\"\n");
  std::filesystem::permissions(box.path("gpg"), std::filesystem::perms::owner_all);
  const auto made = util::run_process({box.path("gpg").string(), "--batch", "--passphrase", "", "--quick-gen-key",
                                       "Asha <asha@example.com>", "ed25519", "sign", "never"});
  REQUIRE(made.status == 0);
  box.git("data", {"config", "commit.gpgSign", "true"});
  box.git("data", {"config", "--global", "gpg.program", box.path("gpg").string()});
  box.git("data", {"config", "gpg.program", "false"});  // the repository's own files name no program of ours
  Ledger ledger = box.open("data");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  CHECK(signature_state(ledger, ledger.head()) == "good");
  CHECK(box.fsck("data") == "");
  util::run_process({"gpgconf", "--homedir", home, "--kill", "all"});
}

}  // namespace
}  // namespace crmtrack::ledger
