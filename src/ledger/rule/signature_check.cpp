#include "ledger/rule/signature_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "git/program/private_folder.hpp"
#include "git/program/signing.hpp"
#include "util/file.hpp"
#include "util/process.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

/// Commits of one author that one run of git looks at.
struct SignedBatch {
  std::filesystem::path allowed_signers;
  std::vector<policy::Signer> keys;
  std::vector<std::size_t> commits;
};

/// Enough that starting git costs little beside the programs that it starts.
constexpr std::size_t kBatchSize = 32;

bool is_listed(const std::vector<policy::Signer>& keys, std::string_view fingerprint, util::Instant time) {
  return !fingerprint.empty() &&
         std::any_of(
             keys.begin(), keys.end(),
             [&](const policy::Signer& key) { return key.fingerprint == fingerprint && key.is_valid_at(time); });
}

/// `fields`: id, state, fingerprint of the key, of its primary key, as `git log` prints them.
SignatureVerdict verdict_of(const std::vector<std::string>& fields, const SignedBatch& batch, util::Instant time) {
  const std::string& state = fields[1];
  if (state == "B" || state == "R") return {SignatureVerdict::State::bad, fields[2]};
  if (state != "G" && state != "U" && state != "X" && state != "Y")
    return {SignatureVerdict::State::unverifiable, fields[2]};
  // Of an SSH key: whether it stands in the author's own file, and did at that time. Trust in the keyring of whoever
  // runs this is another matter than whose key it is: gpg's are known by policy.
  const bool is_ssh = fields[2].starts_with("SHA256:");
  const bool trusted =
      is_ssh ? state == "G" : is_listed(batch.keys, fields[2], time) || is_listed(batch.keys, fields[3], time);
  return {trusted ? SignatureVerdict::State::good : SignatureVerdict::State::untrusted, fields[2]};
}

class SignatureVerifier {
 public:
  SignatureVerifier(const git::Repository& repository, const policy::Signatures& policy,
                    const std::vector<SignedCommit>& commits)
      : folder_("crmtrack-verify"), commits_(commits), verdicts_(commits.size()) {
    words_ = {"git", "--no-replace-objects", "--git-dir", repository.location.git_dir.string()};
    for (const std::string& setting : git::verifying_programs(repository.settings)) add_setting(setting);
    const auto revoked = repository.settings.find_program("gpg.ssh.revocationFile");
    add_setting("gpg.ssh.revocationFile=" + revoked.value_or("/dev/null"));
    add_setting("gpg.minTrustLevel=undefined");
    add_setting("log.showSignature=false");
    make_batches(policy);
  }

  std::vector<SignatureVerdict> run(const std::function<void(std::size_t)>& tell) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::thread> workers;
    for (std::size_t i = 1; i < std::min(cores, batches_.size()); ++i) workers.emplace_back([this] { work({}); });
    work(tell);
    for (std::thread& worker : workers) worker.join();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(verdicts_);
  }

 private:
  void add_setting(const std::string& setting) { words_.insert(words_.end(), {"-c", setting}); }

  void make_batches(const policy::Signatures& policy) {
    std::map<std::pair<std::string, std::optional<util::Instant>>, std::vector<std::size_t>> by_keys;
    for (std::size_t i = 0; i < commits_.size(); ++i)
      by_keys[{commits_[i].author, commits_[i].came_after}].push_back(i);
    for (const auto& [whose, commits] : by_keys) {
      const auto& [author, came_after] = whose;
      SignedBatch batch{folder_.path() / fmt::format("signers-{}", batches_.size()), policy.of(author, came_after), {}};
      util::replace_file(batch.allowed_signers, policy::render_allowed_signers(batch.keys));
      for (std::size_t from = 0; from < commits.size(); from += kBatchSize) {
        const auto begin = commits.begin() + static_cast<std::ptrdiff_t>(from);
        batch.commits.assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(kBatchSize, commits.size() - from)));
        batches_.push_back(batch);
      }
    }
  }

  /// Takes batches until there are none, or something failed.
  void work(const std::function<void(std::size_t)>& tell) {
    try {
      for (std::size_t i = next_++; i < batches_.size() && !stopped_; i = next_++) {
        verify(batches_[i]);
        if (tell)
          tell(done_ += batches_[i].commits.size());
        else
          done_ += batches_[i].commits.size();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
      if (!failure_) failure_ = std::current_exception();
    }
  }

  void verify(const SignedBatch& batch) {
    std::vector<std::string> words = words_;
    words.insert(words.end(), {"-c", "gpg.ssh.allowedSignersFile=" + batch.allowed_signers.string(), "log",
                               "--no-walk=unsorted", "--format=%H%x09%G?%x09%GF%x09%GP"});
    std::unordered_map<std::string, std::size_t> numbers;
    for (const std::size_t number : batch.commits) {
      words.push_back(commits_[number].id.hex());
      numbers.emplace(words.back(), number);
    }
    const util::ProcessResult result = util::run_process(words);
    for (const std::string& line : util::split(result.out, '\n')) {
      const std::vector<std::string> fields = util::split(line, '\t');
      const auto found = fields.size() == 4 ? numbers.find(fields[0]) : numbers.end();
      if (found != numbers.end()) verdicts_[found->second] = verdict_of(fields, batch, commits_[found->second].time);
    }
  }

  const git::PrivateFolder folder_;
  const std::vector<SignedCommit>& commits_;
  std::vector<SignatureVerdict> verdicts_;
  std::vector<std::string> words_;
  std::vector<SignedBatch> batches_;
  std::atomic<std::size_t> next_ = 0, done_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<SignatureVerdict> SignatureCheck::verify(const std::vector<SignedCommit>& commits,
                                                     const std::function<void(std::size_t)>& tell) const {
  if (commits.empty()) return {};
  return SignatureVerifier(repository_, policy_, commits).run(tell);
}

}  // namespace crmtrack::ledger
