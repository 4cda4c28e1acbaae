#include "command/common/archive_evidence.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>

#include "command/common/archive_file.hpp"
#include "command/common/counted.hpp"
#include "command/common/lookup.hpp"
#include "command/common/trail.hpp"
#include "ledger/checkpoint.hpp"
#include "ledger/evidence.hpp"
#include "ledger/private_folder.hpp"
#include "policy/signatures.hpp"
#include "ui/dialog.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/tar.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestPack = std::size_t{1} << 30;
constexpr std::size_t kLargestFile = 64U << 20U;

/// What the archive is about.
struct Case {
  std::vector<story::Complaint> complaints;
  std::vector<std::string> folders;         ///< of the stories in the ledger
  std::set<std::string> moved;              ///< records that lie in the folders of others, which this is not about
  std::map<std::string, std::string> adds;  ///< path of each record → the commit that added it
  std::vector<std::string> commits;         ///< those commits, each once
};

std::string folder_of_path(const std::string& path) { return path.substr(0, path.rfind('/')); }

/// A record's path up to its kind.
std::string stem_of(const std::string& path) { return path.substr(0, path.find('-', path.rfind('/'))); }

/// Where the attachments of a record lie.
std::string attachments_of(const std::string& path) { return stem_of(path) + ".files"; }

Case read_case(Context& context, const std::vector<std::string>& ids) {
  Case result;
  std::set<std::string> commits, folders, moved;
  for (const std::string& id : ids) {
    const story::Complaint& complaint = result.complaints.emplace_back(load_complaint(context, id));
    folders.insert(record::folder_of({record::StoryKind::complaint, id}));
    for (const story::Entry& entry : complaint.entries) {
      result.adds.emplace(path_of(complaint, entry), entry.provenance.commit);
      commits.insert(entry.provenance.commit);
      if (!entry.moved_from.empty()) moved.insert(path_of(complaint, entry));
    }
  }
  std::erase_if(moved, [&](const std::string& path) { return folders.contains(folder_of_path(path)); });
  result.moved = std::move(moved);
  result.folders.assign(folders.begin(), folders.end());
  result.commits.assign(commits.begin(), commits.end());
  return result;
}

std::string summary_of(Context& context, const Case& about) {
  std::string text;
  ui::Streams plain;
  for (const story::Complaint& complaint : about.complaints)
    text += ui::render_text(trail_document(context, complaint), plain) + "\n";
  return text;
}

std::string lines_of(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += item + "\n";
  return text;
}

/// The objects in one pack, by the user's git, which is told their ids on its standard input.
std::string make_pack(Context& context, const std::vector<std::string>& objects) {
  const ledger::PrivateFolder folder("crmtrack");
  const std::string name = run_git(context, {"pack-objects", "-q", (folder.path() / "evidence").string()},
                                   "pack the evidence", lines_of(objects));
  return util::read_file(folder.path() / fmt::format("evidence-{}.pack", name), kLargestPack);
}

std::string commits_table(const Case& about) {
  std::string text;
  for (const auto& [path, commit] : about.adds) text += fmt::format("{}\t{}\n", commit, path);
  return text;
}

constexpr const char* kSteps = R"(EVIDENCE

What was recorded of {what}, for somebody who trusts neither those who recorded it nor this archive.
Read summary.txt first. To check it you need git (2.20 or newer) and this folder; crmtrack is not needed. Type the lines
that are indented.

- summary.txt: each record with when it happened and when it was recorded, by whom, in which commit, and its text
- records: the same records, and what was attached to them, as files
- commits.tsv: the commit that added each record
- checkpoint.txt: what the whole ledger was when this archive was made, in one line
- evidence.pack: the objects of Git that prove all this; shallow: where the history in it begins

1. Make a repository of the evidence. Git names each object by a digest of its bytes, and computes the names anew.

    git init -q --bare check.git
    git -C check.git unpack-objects -q < evidence.pack
    cp shallow check.git/shallow
    git -C check.git update-ref refs/heads/ledger {head}

2. Compare the head of the ledger with a checkpoint that you were given at another time, by mail or on paper: a later
   one has this head in its history. This is the one in this archive; its 'head' must be what you set above.

    grep -o 'head=[0-9a-f]*' checkpoint.txt
    git -C check.git rev-parse ledger

3. The records in this archive are those in the ledger, and all that it has of these complaints: no line may appear.

{compare}
4. Each record is held by the commit that commits.tsv names. {history}

    while read -r commit path; do {order}git -C check.git -c core.quotePath=false diff-tree -r --root --no-commit-id --name-status $commit -- "$path"; done < commits.tsv

5. Who recorded it, and when:

    cut -f 1 commits.tsv | sort -u | git -C check.git log --no-walk=unsorted --stdin --format='%h %an <%ae> %cI'

6. Signatures. {signed}
{verify}
What this does not prove: that a record is true, or that it was made when it says so; a commit's time is the clock of
whoever made it. What was known at the time of a checkpoint that you hold cannot have been changed or taken away since.
)";

// Names of attachments may hold blanks and quotation marks, but no line feeds.
constexpr const char* kCompare =
    "    while IFS= read -r path; do git -C check.git show \"ledger:$path\" | cmp - \"records/$path\"; done < have\n";

/// What a folder of the archive has against what the ledger has of these complaints there.
std::string comparison_of(const Case& about) {
  std::string text;
  const auto add = [&](const std::string& folder, const std::string& listed) {
    text += fmt::format("    (cd records && find {} -type f | LC_ALL=C sort) > have\n", folder);
    text += fmt::format("    git -C check.git ls-tree -r -z --name-only ledger {} | tr '\\0' '\\n' | diff - have\n",
                        listed);
    text += kCompare;
  };
  for (const std::string& folder : about.folders) add(folder, folder + "/");
  for (const std::string& path : about.moved) {
    add(stem_of(path) + "*", fmt::format("{} {}/", path, attachments_of(path)));
  }
  return text;
}

std::string steps_of(const Case& about, const std::string& head, const std::vector<std::string>& signed_commits,
                     bool has_signers, bool with_history) {
  const std::string signed_text =
      signed_commits.empty()
          ? "None of these commits is signed, so the names in them are what each machine was told."
          : fmt::format(
                "{} signed. Each signer's key has to come to you from somebody you trust; for SSH, "
                "allowed_signers holds those that this ledger's policy names.",
                signed_commits.size() == 1 ? "1 of these commits is"
                                           : fmt::format("{} of these commits are", signed_commits.size()));
  std::string verify = signed_commits.empty() ? "" : "\n";
  for (const std::string& commit : signed_commits)
    verify += fmt::format("    git -C check.git {}verify-commit {}\n",
                          has_signers ? "-c gpg.ssh.allowedSignersFile=\"$PWD/allowed_signers\" " : "", commit);
  const char* history =
      with_history
          ? "That commit added it (an 'A' in each line, and no other\n   letter), and is in the ledger's history."
          : "Whether that commit is in the ledger's\n   history, only all of it can show, which names other "
            "complaints too; it can be asked for (archive evidence\n   --history). An 'A' in each line:";
  const char* order = with_history ? "git -C check.git merge-base --is-ancestor $commit ledger && " : "";
  return fmt::format(fmt::runtime(kSteps), fmt::arg("history", history), fmt::arg("order", order),
                     fmt::arg("what", counted(about.complaints.size(), "complaint")), fmt::arg("head", head),
                     fmt::arg("compare", comparison_of(about)), fmt::arg("signed", signed_text),
                     fmt::arg("verify", verify));
}

/// The SSH keys that policy names, as ssh-keygen(1) reads them.
std::string allowed_signers(Context& context) {
  std::vector<policy::Finding> findings;
  const auto files = context.ledger().policy_files(context.index().policy_commit());
  std::string text;
  const auto time = [](util::Instant at) { return fmt::format("{:%Y%m%d%H%M%S}Z", fmt::gmtime(at)); };
  for (const policy::Signer& signer : policy::load_signatures(files, findings).signers) {
    if (signer.ssh_key.empty()) continue;
    text += signer.email;
    if (signer.valid_after) text += fmt::format(" valid-after=\"{}\"", time(*signer.valid_after));
    if (signer.valid_before) text += fmt::format(" valid-before=\"{}\"", time(*signer.valid_before));
    text += " " + signer.ssh_key + "\n";
  }
  return text;
}

std::vector<std::string> find_signed(Context& context, const Case& about) {
  std::vector<std::string> found;
  for (const std::string& commit : about.commits)
    if (!context.ledger().commit(commit).signature.empty()) found.push_back(commit);
  return found;
}

/// The folders, and the single files with their attachments.
std::vector<std::string> places_of(const Case& about) {
  std::vector<std::string> places = about.folders;
  for (const std::string& path : about.moved) places.insert(places.end(), {path, attachments_of(path)});
  return places;
}

void add_records(Context& context, const Case& about, const std::string& head, util::TarText& tar) {
  const auto add = [&](const ledger::File& file) {
    tar.add("evidence/records/" + file.path, context.ledger().read_blob(file.blob, kLargestFile));
  };
  for (const std::string& folder : about.folders)
    for (const ledger::File& file : context.ledger().list(head, folder)) add(file);
  for (const std::string& path : about.moved)
    for (const ledger::File& file : context.ledger().list(head, folder_of_path(path)))
      if (file.path == path || file.path.starts_with(attachments_of(path) + "/")) add(file);
}

}  // namespace

void write_evidence(Context& context, const std::vector<std::string>& complaints, const fs::path& file,
                    bool with_history) {
  const Case about = read_case(context, complaints);
  ledger::Ledger& ledger = context.ledger();
  const std::string head = context.index().ledger_commit();
  const ledger::Checkpoint checkpoint =
      ledger.make_checkpoint(std::chrono::floor<std::chrono::seconds>(context.clock()));
  ui::ProgressLine line(context.progress_streams(), "collecting the evidence");
  ledger::Progress progress;
  progress.report = [&](std::uint64_t done, std::uint64_t total) { line.update(done, total); };
  const ledger::Evidence evidence =
      ledger.collect_evidence(head, places_of(about), about.commits, with_history, progress);

  const std::string signers = allowed_signers(context);
  util::TarText tar(context.now().time_since_epoch().count());
  tar.add("evidence/README.txt", steps_of(about, head, find_signed(context, about), !signers.empty(), with_history));
  tar.add("evidence/summary.txt", summary_of(context, about));
  tar.add("evidence/checkpoint.txt", render_checkpoint(checkpoint) + "\n");
  tar.add("evidence/commits.tsv", commits_table(about));
  tar.add("evidence/shallow", lines_of(evidence.shallow));
  if (!signers.empty()) tar.add("evidence/allowed_signers", signers);
  tar.add("evidence/evidence.pack", make_pack(context, evidence.objects));
  add_records(context, about, head, tar);
  make_new_file(file, [&](const fs::path& partial) { util::replace_file(partial, tar.finish()); });
  context.say(fmt::format("{} of {} packed; the steps to check it are in its README.txt",
                          counted(about.adds.size(), "record"), counted(complaints.size(), "complaint")));
}

}  // namespace crmtrack::command
