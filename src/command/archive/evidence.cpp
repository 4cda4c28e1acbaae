#include "command/archive/evidence.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>

#include "command/archive/check.hpp"
#include "command/archive/file.hpp"
#include "command/archive/steps.hpp"
#include "command/common/trail.hpp"
#include "git/program/private_folder.hpp"
#include "ledger/audit/proof/checkpoint.hpp"
#include "ledger/audit/proof/checkpoint_tag.hpp"
#include "ledger/audit/proof/objects.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "policy/signatures.hpp"
#include "session/lookup.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/tar.hpp"

namespace crmtrack::command {

using util::counted;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestPack = std::size_t{1} << 30;
constexpr std::size_t kLargestFile = 64U << 20U;

/// The complaints of an evidence archive: where their records lie, and the commits that added them.
struct Case {
  std::size_t complaints = 0;
  EvidencePlaces places;
  std::vector<std::string> commits;  ///< the commits that added the records, each once
};

std::string folder_of_path(const std::string& path) { return path.substr(0, path.rfind('/')); }

Case read_case(Context& context, const std::vector<std::string>& ids) {
  Case result;
  result.complaints = ids.size();
  std::set<std::string> commits, folders, moved;
  for (const std::string& id : ids) {
    const story::Complaint complaint = load_complaint(context, id);
    folders.insert(record::folder_of({record::StoryKind::complaint, id}));
    for (const story::Entry& entry : complaint.entries) {
      result.places.adds.emplace(view::path_of(complaint, entry), entry.provenance.commit);
      commits.insert(entry.provenance.commit);
      if (!entry.moved_from.empty()) moved.insert(view::path_of(complaint, entry));
    }
  }
  std::erase_if(moved, [&](const std::string& path) { return folders.contains(folder_of_path(path)); });
  result.places.moved = std::move(moved);
  result.places.folders.assign(folders.begin(), folders.end());
  result.commits.assign(commits.begin(), commits.end());
  return result;
}

std::string lines_of_text(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += item + "\n";
  return text;
}

/// Packs objects with the user's git, which reads their ids from its standard input. Returns the pack's bytes.
std::string make_pack(Context& context, const std::vector<std::string>& objects) {
  // Git renames the pack from its own folder, which it cannot do to another disk.
  const auto folder = git::PrivateFolder::cleared(context.location().own_dir(), "evidence");
  const std::string name = run_git(context, {"pack-objects", "-q", (folder.path() / "evidence").string()},
                                   "pack the evidence", lines_of_text(objects));
  const fs::path pack = folder.path() / fmt::format("evidence-{}.pack", name);
  check_pack(pack, objects);
  return util::read_file(pack, kLargestPack);
}

std::string commits_table(const Case& about) {
  std::string text;
  for (const auto& [path, commit] : about.places.adds) text += fmt::format("{}\t{}\n", commit, path);
  return text;
}

/// The SSH keys that policy names, in the form of ssh-keygen(1)'s allowed_signers file.
std::string allowed_signers(Context& context) {
  std::vector<policy::Finding> findings;
  const ledger::Ledger& ledger = context.ledger();
  const auto files = ledger::policy_files(ledger.repository(), context.index().policy_commit());
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
    if (!ledger::read_commit(context.ledger().repository(), commit).signature.empty()) found.push_back(commit);
  return found;
}

/// The paths of the archive: the complaints' folders, and single records of other folders with their attachments.
std::vector<std::string> places_in_history(const Case& about) {
  std::vector<std::string> places = about.places.folders;
  for (const std::string& path : about.places.moved) places.insert(places.end(), {path, attachments_of(path)});
  return places;
}

void add_records(Context& context, const Case& about, const std::string& head, util::TarText& tar) {
  const auto add = [&](const ledger::File& file) {
    tar.add("evidence/records/" + file.path, ledger::read_blob(context.ledger(), file.blob, kLargestFile));
  };
  for (const std::string& folder : about.places.folders)
    for (const ledger::File& file : ledger::list_files(context.ledger().repository(), head, folder)) add(file);
  for (const std::string& path : about.places.moved)
    for (const ledger::File& file : ledger::list_files(context.ledger().repository(), head, folder_of_path(path)))
      if (file.path == path || file.path.starts_with(attachments_of(path) + "/")) add(file);
}

}  // namespace

void write_evidence(Context& context, const std::vector<std::string>& complaints, const fs::path& file,
                    bool with_history) {
  const Case about = read_case(context, complaints);
  ledger::Ledger& ledger = context.ledger();
  const std::string head = context.index().ledger_commit();
  const ledger::Checkpoint checkpoint =
      ledger::make_checkpoint(ledger, std::chrono::floor<std::chrono::seconds>(context.clock()));
  const ledger::ProofObjects evidence = ledger::collect_proof_objects(
      ledger, head, places_in_history(about), about.commits, with_history, context.progress("collecting the evidence"));

  const std::string signers = allowed_signers(context);
  util::TarText tar(context.now().time_since_epoch().count());
  tar.add("evidence/README.txt", evidence_steps(about.places, {about.complaints, head, find_signed(context, about),
                                                               !signers.empty(), with_history}));
  tar.add("evidence/summary.txt", evidence_summary(context, about.places.adds));
  tar.add("evidence/checkpoint.txt", render_checkpoint(checkpoint) + "\n");
  tar.add("evidence/commits.tsv", commits_table(about));
  tar.add("evidence/shallow", lines_of_text(evidence.shallow));
  if (!signers.empty()) tar.add("evidence/allowed_signers", signers);
  tar.add("evidence/evidence.pack", make_pack(context, evidence.objects));
  add_records(context, about, head, tar);
  const std::string bytes = tar.finish();
  make_new_file(file, [&](const fs::path& partial) {
    util::replace_file(partial, bytes);
    check_written(partial, bytes);
  });
  context.say(fmt::format("{} of {} packed; the steps to check it are in its README.txt",
                          counted(about.places.adds.size(), "record"), counted(complaints.size(), "complaint")));
}

}  // namespace crmtrack::command
