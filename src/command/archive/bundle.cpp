#include "command/archive/bundle.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/archive/check.hpp"
#include "command/archive/file.hpp"
#include "command/common/output.hpp"
#include "git/program/private_folder.hpp"
#include "git/reference/branch_names.hpp"
#include "ledger/audit/audit.hpp"
#include "ledger/audit/proof/checkpoint_tag.hpp"
#include "ledger/audit/report.hpp"
#include "ledger/read/contents.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"
#include "view/findings.hpp"

namespace crmtrack::command {

using util::counted;

namespace fs = std::filesystem;
using document::Value;
using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kTags = "refs/tags/checkpoint/";

/// Whether a reference of a bundle is one of ours: the ledger, main or a checkpoint.
bool is_ours(std::string_view reference) {
  return reference == git::kLedgerRef || reference == git::kMainRef || reference.starts_with(kTags);
}

/// A bundle, unpacked into a temporary repository.
class Unpacked {
 public:
  explicit Unpacked(const fs::path& file, const git::Environment& environment) {
    const std::string path = fs::absolute(file).string();
    run_git_in(git_dir(), {"init", "-q", "--bare", "-b", "main", git_dir().string()}, "make a repository");
    read_references(path);
    std::vector<std::string> words{
        "-c", "fetch.fsckObjects=true", "fetch", "-q", "--no-write-fetch-head", "--no-recurse-submodules", "--no-tags",
        path};
    for (const std::string& reference : references_) words.push_back(reference + ":" + reference);
    run_git_in(git_dir(), std::move(words), fmt::format("read '{}'", file.string()));
    ledger_.emplace(ledger::Ledger::open(git::find_location_at(git_dir()).value(), environment));
  }

  [[nodiscard]] const ledger::Ledger& ledger() const { return *ledger_; }
  /// The names of the bundle's checkpoint tags, oldest first.
  [[nodiscard]] std::vector<std::string> checkpoints() const {
    std::vector<std::string> names;
    for (const std::string& reference : references_)
      if (reference.starts_with(kTags)) names.push_back(reference.substr(std::string_view("refs/tags/").size()));
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  [[nodiscard]] fs::path git_dir() const { return folder_.path() / "bundle.git"; }

  void read_references(const std::string& path) {
    const std::string heads = run_git_in(git_dir(), {"bundle", "list-heads", path}, fmt::format("read '{}'", path));
    for (const std::string& line : util::split(heads, '\n')) {
      const std::string name = line.substr(std::min(line.size(), line.find(' ') + 1));
      if (is_ours(name)) references_.push_back(name);
    }
    if (std::find(references_.begin(), references_.end(), git::kLedgerRef) == references_.end())
      throw Error(ErrorKind::refused, fmt::format("cannot verify '{}': it holds no ledger", path),
                  {"an archive is what crmtrack archive FILE wrote"});
  }

  git::PrivateFolder folder_ = git::PrivateFolder::cleared("crmtrack-archive");
  std::vector<std::string> references_;
  std::optional<ledger::Ledger> ledger_;
};

std::vector<ledger::Finding> audit_bundle(const ledger::Ledger& ledger, ledger::AuditOptions options,
                                          util::Instant now) {
  options.now = now;
  options.full = true;
  return ledger::audit(ledger, options, {}).findings;
}

std::string ledger_id(const ledger::Ledger& ledger) {
  const auto files = ledger::list_files(ledger.repository(), ledger.head(), "ledgers");
  if (files.empty()) return {};
  std::string name = fs::path(files.front().path).stem().string();
  return name;
}

/// Compares each checkpoint of a bundle with the commit that it names. The full audit looks at everything else: where
/// the checkpoints stand in the history, and at tags that hold no checkpoint.
std::vector<ledger::Finding> compare(const Unpacked& unpacked, util::Instant now) {
  std::vector<ledger::Finding> found;
  for (const std::string& name : unpacked.checkpoints()) {
    const auto checkpoint = ledger::find_checkpoint_tag(unpacked.ledger(), name);
    if (!checkpoint) continue;
    ledger::AuditOptions options;
    options.structure = options.contents = options.signatures = false;
    options.checkpoint = checkpoint;
    options.only_new = true;
    options.older = options.newer = unpacked.ledger().head();
    auto findings = audit_bundle(unpacked.ledger(), options, now);
    found.insert(found.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
  }
  return found;
}

/// The checkpoint that describes a bundle: its own newest one where that fits the present head, else one that is made
/// now.
ledger::Checkpoint checkpoint_of(const Unpacked& unpacked, util::Instant now) {
  const ledger::Checkpoint made = ledger::make_checkpoint(unpacked.ledger(), now);
  const std::vector<std::string> names = unpacked.checkpoints();
  if (names.empty()) return made;
  const auto newest = ledger::find_checkpoint_tag(unpacked.ledger(), names.back());
  const bool same =
      newest && newest->head == made.head && newest->sha256 == made.sha256 && newest->records == made.records;
  return same ? *newest : made;
}

/// Writes the bundle from a temporary repository that has our references and no others. In the user's repository a
/// branch `refs/heads/refs/heads/ledger` would make git leave `refs/heads/ledger` out of the bundle.
void create_bundle(Context& context, const fs::path& file, const std::string& what) {
  const auto folder = git::PrivateFolder::cleared("crmtrack-archive");
  const fs::path git_dir = folder.path() / "bundle.git";
  run_git_in(git_dir, {"init", "-q", "--bare", "-b", "main", git_dir.string()}, what);
  util::replace_file(git_dir / "objects/info/alternates", (context.location().common_dir / "objects").string() + "\n");
  const std::string references =
      run_git(context,
              {"for-each-ref", "--format=create %(refname) %(objectname)", git::kLedgerRef, git::kMainRef,
               std::string(kTags)},  // each checkpoint names the one before it
              what);
  run_git_in(git_dir, {"update-ref", "--stdin"}, what, references + "\n");
  run_git_in(git_dir, {"bundle", "create", "-q", fs::absolute(file).string(), "--branches", "--tags"}, what);
}

}  // namespace

void write_bundle(Context& context, const fs::path& file) {
  ledger::Ledger& ledger = context.ledger();
  const ledger::Checkpoint checkpoint =
      ledger::make_checkpoint(ledger, std::chrono::floor<std::chrono::seconds>(context.clock()));
  if (context.settings().dry_run)
    return context.say(
        fmt::format("dry run: {} would be written to '{}'", counted(checkpoint.records, "record"), file.string()));
  make_new_file(file, [&](const fs::path& partial) {
    ledger::tag_checkpoint(ledger, checkpoint, context.timestamp());
    create_bundle(context, partial, fmt::format("write '{}'", file.string()));
    check_bundle(partial, checkpoint, context.settings().environment);
  });
  context.out().line(render_checkpoint(checkpoint));
  context.say(fmt::format("{} in '{}'; to restore: crmtrack clone '{}' DIR", counted(checkpoint.records, "record"),
                          file.string(), file.string()));
}

int verify_bundle(Context& context, const fs::path& file) {
  if (file.empty()) throw Error(ErrorKind::usage, "cannot verify '': that is no name of a file");
  std::error_code failed;
  if (fs::exists(file, failed) && !fs::is_regular_file(file, failed))  // git would wait for a pipe
    throw Error(ErrorKind::refused, fmt::format("cannot verify '{}': it is no file", file.string()));
  const Unpacked unpacked(file, context.settings().environment);
  const auto now = std::chrono::floor<std::chrono::seconds>(context.clock());
  std::vector<ledger::Finding> findings = audit_bundle(unpacked.ledger(), {}, now);
  for (ledger::Finding& finding : compare(unpacked, now)) {
    const bool known = std::any_of(findings.begin(), findings.end(), [&](const ledger::Finding& other) {
      return other.kind == finding.kind && other.commit == finding.commit && other.path == finding.path;
    });
    if (!known) findings.push_back(std::move(finding));
  }
  const ledger::Checkpoint now_there = checkpoint_of(unpacked, now);
  const std::vector<std::string> checkpoints = unpacked.checkpoints();
  const bool whole = std::none_of(findings.begin(), findings.end(), [](const ledger::Finding& finding) {
    return finding.severity == ledger::Severity::fault;
  });
  if (context.wants_data()) {
    Value value = make_envelope(context);
    value.set("ledger", ledger_id(unpacked.ledger()));
    value.set("head", now_there.head);
    value.set("records", static_cast<std::int64_t>(now_there.records));
    value.set("sha256", now_there.sha256);
    value.set("checkpoints", static_cast<std::int64_t>(checkpoints.size()));
    value.set("whole", whole);
    Value::List items;
    for (const ledger::Finding& finding : findings) items.push_back(view::finding_item(finding));
    value.set("items", std::move(items));
    context.out().print_json(value);
  } else {
    context.out().line(render_checkpoint(now_there));
    if (!findings.empty())
      context.out().print(make_listing(context, view::findings_table(findings),
                                       [&](std::size_t row) { return view::finding_item(findings[row]); }));
  }
  context.say(fmt::format("{}: ledger {} with {}, {} in it", whole ? "whole" : "not whole",
                          ledger_id(unpacked.ledger()), counted(now_there.records, "record"),
                          counted(checkpoints.size(), "checkpoint")));
  if (checkpoints.empty()) context.hint("it holds no checkpoint to compare it with: crmtrack archive writes one");
  return whole ? 0 : 1;
}

}  // namespace crmtrack::command
