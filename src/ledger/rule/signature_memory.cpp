#include "ledger/rule/signature_memory.hpp"

#include <fmt/format.h>

#include "util/digest.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kVerdictsStart = "crmtrack-signatures 1";
constexpr std::size_t kVerdictsLimit = 512U << 20U;
constexpr std::size_t kDigestDigits = 16;

std::filesystem::path verdicts_path(const git::Location& location) { return location.own_dir() / "signatures"; }

std::string_view verdict_word(SignatureVerdict::State state) {
  if (state == SignatureVerdict::State::good) return "good";
  return state == SignatureVerdict::State::bad ? "bad" : "untrusted";
}

std::optional<SignatureVerdict::State> verdict_state(std::string_view word) {
  for (const SignatureVerdict::State state :
       {SignatureVerdict::State::good, SignatureVerdict::State::bad, SignatureVerdict::State::untrusted})
    if (verdict_word(state) == word) return state;
  return std::nullopt;
}

}  // namespace

std::string digest_of(const std::vector<policy::Signer>& keys) {
  std::string text = policy::render_allowed_signers(keys);
  const auto time = [](const auto& each) { return each ? util::format_utc(*each) : std::string("-"); };
  for (const policy::Signer& key : keys)
    text += fmt::format("{} {} {}\n", key.fingerprint, time(key.valid_after), time(key.valid_before));
  return util::sha256_hex(text).substr(0, kDigestDigits);
}

SignatureMemory SignatureMemory::load(const git::Location& location) {
  SignatureMemory memory;
  const auto text = util::find_file_text(verdicts_path(location), kVerdictsLimit);
  if (!text || !text->starts_with(kVerdictsStart) || !text->ends_with("end\n")) return memory;
  for (const std::string& line : util::split(*text, '\n')) {
    const std::vector<std::string> fields = util::split(line, ' ');
    if (fields.size() != 4) continue;
    const auto commit = git::parse_object_id(fields[0]);
    const auto state = verdict_state(fields[2]);
    if (commit && state) memory.known_.emplace(*commit, Known{fields[1], {*state, fields[3]}});
  }
  return memory;
}

std::optional<SignatureVerdict> SignatureMemory::find(const git::ObjectId& commit, const std::string& keys) const {
  const auto found = known_.find(commit);
  if (found == known_.end() || found->second.keys != keys) return std::nullopt;
  return found->second.verdict;
}

void SignatureMemory::remember(const git::ObjectId& commit, const std::string& keys, const SignatureVerdict& verdict) {
  if (verdict.state == SignatureVerdict::State::unverifiable) return;
  known_.insert_or_assign(commit, Known{keys, verdict});
  is_new_ = true;
}

void SignatureMemory::save(const git::Repository& repository) {
  if (!is_new_) return;
  std::string text = fmt::format("{}\n", kVerdictsStart);
  for (const auto& [commit, known] : known_) {
    text +=
        fmt::format("{} {} {} {}\n", commit.hex(), known.keys, verdict_word(known.verdict.state), known.verdict.key);
  }
  git::make_own_dir(repository.location, repository.access);
  util::replace_file(verdicts_path(repository.location), text + "end\n", repository.access.file);
  is_new_ = false;
}

}  // namespace crmtrack::ledger
