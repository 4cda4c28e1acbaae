#include "git/program/signing.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "git/program/private_folder.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/process.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

constexpr std::size_t kSignatureLimit = 1U << 20U;

[[noreturn]] void fail(const std::string& program, const std::string& why) {
  throw Error(ErrorKind::program_failed,
              fmt::format("cannot sign the commit: '{}' says: {}", program, util::visible_line(util::trim(why))),
              {"git config commit.gpgSign, gpg.format and user.signingKey say how commits are signed"});
}

/// gpg and gpgsm: a detached, armoured signature of standard input.
std::string sign_with_gpg(const std::string& program, const std::string& key, const std::string& bytes) {
  util::ProcessOptions options;
  options.input = bytes;
  const auto result = util::run_process({program, "--status-fd=2", "-bsau", key}, options);
  if (result.status != 0 || result.err.find("[GNUPG:] SIG_CREATED ") == std::string::npos) fail(program, result.err);
  return result.out;
}

/// The public key that stands in user.signingKey itself; empty where that names a file.
std::string literal_key(const std::string& key) {
  if (key.starts_with("key::")) return key.substr(5);
  return key.starts_with("ssh-") || key.starts_with("ecdsa-") || key.starts_with("sk-") ? key : std::string();
}

std::string sign_with_ssh(const std::string& program, const std::string& key, const std::string& bytes) {
  const PrivateFolder folder("crmtrack-sign");
  const fs::path message = folder.path() / "commit";
  util::replace_file(message, bytes);
  std::vector<std::string> arguments{program, "-Y", "sign", "-n", "git", "-f"};
  if (const std::string literal = literal_key(key); !literal.empty()) {
    util::replace_file(folder.path() / "key", literal + "\n");
    arguments.insert(arguments.end(), {(folder.path() / "key").string(), "-U"});  // the agent has the private half
  } else {
    arguments.push_back(key);
  }
  arguments.push_back(message.string());
  const auto result = util::run_process(arguments);
  if (result.status != 0) fail(program, result.err);
  std::string signature = util::read_file(fs::path(message.string() + ".sig"), kSignatureLimit);
  std::erase(signature, '\r');
  return signature;
}

std::string find_ssh_key(const Settings& settings) {
  if (auto key = settings.find("user.signingKey")) return *key;
  if (const auto command = settings.find_program("gpg.ssh.defaultKeyCommand")) {
    const auto result = util::run_user_command(*command, {});
    std::string line(util::trim(std::string_view(result.out).substr(0, result.out.find('\n'))));
    if (result.status == 0 && !literal_key(line).empty()) return line;
  }
  throw Error(ErrorKind::refused, "cannot sign the commit: no key is set",
              {"git config --global user.signingKey ~/.ssh/id_ed25519.pub"});
}

/// A key's file may be given as `~/…`, which no shell expands for us.
std::string expand_home(const Environment& environment, const std::string& path) {
  return path.starts_with("~/") ? (home_of(environment) / path.substr(2)).string() : path;
}

}  // namespace

std::vector<std::string> verifying_programs(const Settings& settings) {
  const auto own = [&](const char* key, const char* usual) {
    return fmt::format("{}={}", key, settings.find_program(key).value_or(usual));
  };
  const auto openpgp = settings.find_program("gpg.openpgp.program");
  return {openpgp ? fmt::format("gpg.program={}", *openpgp) : own("gpg.program", "gpg"),
          own("gpg.x509.program", "gpgsm"), own("gpg.ssh.program", "ssh-keygen")};
}

bool signs_commits(const Settings& settings) { return settings.find_flag("commit.gpgSign", false); }

void sign_commit(const Settings& settings, const Environment& environment, CommitObject& commit) {
  const std::string bytes = render_commit(commit);
  const std::string format = util::to_lower_ascii(settings.find("gpg.format").value_or("openpgp"));
  if (format == "ssh") {
    commit.signature = sign_with_ssh(settings.find_program("gpg.ssh.program").value_or("ssh-keygen"),
                                     expand_home(environment, find_ssh_key(settings)), bytes);
    return;
  }
  const auto openpgp = settings.find_program("gpg.openpgp.program");
  const std::string program = format == "x509" ? settings.find_program("gpg.x509.program").value_or("gpgsm")
                                               : openpgp.value_or(settings.find_program("gpg.program").value_or("gpg"));
  const std::string person = fmt::format("{} <{}>", commit.committer.name, commit.committer.email);
  commit.signature = sign_with_gpg(program, settings.find("user.signingKey").value_or(person), bytes);
}

}  // namespace crmtrack::git
