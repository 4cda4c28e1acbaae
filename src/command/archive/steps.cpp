#include "command/archive/steps.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/archive/file.hpp"
#include "ledger/read/contents.hpp"
#include "util/counted.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using util::counted;

namespace {

/// The form in which `git log` prints a record's commit. A date by `format` is equal in every version of git; `%cI` is
/// not.
constexpr const char* kDateForm = "format:%Y-%m-%d %H:%M:%S %z";
constexpr const char* kCommitForm = "recorded %cd%nauthor %an <%ae>%ncommitter %cn <%ce>%ncommit %H%n";

/// The largest record that the summary reads. A record of a sound ledger is at most 256 KiB.
constexpr std::size_t kLargestRecord = 64U << 20U;

constexpr const char* kSteps = R"(EVIDENCE

What was recorded of {what}, for somebody who trusts neither those who recorded it nor this archive.
To check it you need git (2.20 or newer) and this folder; crmtrack is not needed. Type the lines that are indented.
The same steps are in the manual page crmtrack-archive(1), for whoever doubts this file.

- summary.txt: each record with who recorded it, when, in which commit, and its text; read it after step 5
- records: the same records, and what was attached to them, as files
- commits.tsv: the commit that added each record
- checkpoint.txt: what the whole ledger was when this archive was made, in one line
- evidence.pack: the objects of Git that prove all this; shallow: where the history in it begins

1. Make a repository of the evidence. Git names each object by a digest of its bytes, and computes the names anew.

    git init -q --bare check.git
    git -C check.git unpack-objects -q < evidence.pack
    cp shallow check.git/shallow
    git -C check.git update-ref refs/heads/ledger {head}
{cut}
2. Compare the head of the ledger with a checkpoint that you were given at another time, by mail or on paper: a later
   one has this head in its history. This is the one in this archive; its 'head' must be what you set above.

    grep -o 'head=[0-9a-f]*' checkpoint.txt
    git -C check.git rev-parse refs/heads/ledger

3. The records in this archive are those in the ledger, and all that it has of these complaints: no line may appear.

{listing}    LC_ALL=C sort -o listed listed
    find records -type l
    (cd records && find . ! -type d) | cut -c 3- | LC_ALL=C sort | diff listed -
    while IFS= read -r path; do git -C check.git cat-file blob "refs/heads/ledger:$path" | cmp - "records/$path"; done < listed

4. Each record was added by the commit that commits.tsv names, as it is now: no line may appear.
   {history}

    LC_ALL=C grep -v '\.files/' listed > paths
    cut -f 2 commits.tsv | diff paths -
    while read -r commit path; do {order}git -C check.git diff-tree -r --root --no-commit-id --name-status "$commit" -- "$path"; git -C check.git diff-tree -r --name-status "$commit" refs/heads/ledger -- "$path"; done < commits.tsv | sed 's/^A.//' | diff paths -

5. The summary says what the records and their commits say: no line may appear. (Control characters are shown as '?'.)

    plain() {{ LC_ALL=C tr '\000-\010\013-\037\177' '[?*]'; }}
    commit() {{ git -C check.git log -1 --no-show-signature --encoding=UTF-8 --date='{date}' --format='{form}' "$1"; }}
    while read -r commit path; do echo "$path"; commit "$commit" | plain; git -C check.git cat-file blob "refs/heads/ledger:$path" | plain | LC_ALL=C awk '{{ print "    " $0 }}'; echo; done < commits.tsv | diff summary.txt -

6. Signatures. {signed}
{verify}
What this does not prove: that a record is true, or that it was made when it says so; a commit's time is the clock of
whoever made it. What was known at the time of a checkpoint that you hold cannot have been changed or taken away since.
Which status the records amount to, and which of them count, is computed: crmtrack report trail, in a clone.
)";

/// A command for archives with the history: names a commit whose parents git was told to ignore, though all are there.
constexpr const char* kCut =
    R"(    while read -r commit; do git -C check.git cat-file commit "$commit" | sed -n '/^$/q; s/^parent //p' | git -C check.git cat-file --batch-check | grep -q ' missing$' || echo "$commit is cut, though its past is here"; done < shallow
)";

/// The commands that list all files that the ledger has of these complaints.
std::string listing_of(const EvidencePlaces& places) {
  std::string text;
  const auto add = [&](const std::string& listed) {
    text +=
        fmt::format("    git -C check.git ls-tree -r -z --name-only refs/heads/ledger {} | tr '\\0' '\\n' {} listed\n",
                    listed, text.empty() ? ">" : ">>");
  };
  for (const std::string& folder : places.folders) add(folder + "/");
  for (const std::string& path : places.moved) add(fmt::format("{} {}/", path, attachments_of(path)));
  return text;
}

std::string signatures_text(const EvidenceFacts& facts) {
  const std::size_t count = facts.signed_commits.size();
  if (count == 0) return "None of these commits is signed, so the names in them are what each machine was told.";
  return fmt::format(
      "{} signed. Each signer's key has to come to you from somebody you trust; for SSH, "
      "allowed_signers holds those that this ledger's policy names.",
      count == 1 ? "1 of these commits is" : fmt::format("{} of these commits are", count));
}

std::string verifying_commands(const EvidenceFacts& facts) {
  std::string text = facts.signed_commits.empty() ? "" : "\n";
  for (const std::string& commit : facts.signed_commits)
    text += fmt::format("    git -C check.git {}verify-commit {}\n",
                        facts.has_signers ? "-c gpg.ssh.allowedSignersFile=\"$PWD/allowed_signers\" " : "", commit);
  return text;
}

/// Replaces control characters, except line feeds and tabs, by `?`, as the command `plain` of step 5 does.
std::string plain(std::string text) {
  constexpr unsigned char kBlank = 0x20, kDelete = 0x7f;
  std::replace_if(
      text.begin(), text.end(),
      [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == kDelete || (byte < kBlank && c != '\n' && c != '\t');
      },
      '?');
  return text;
}

/// Indents each line of a record by four blanks, so that no line passes for the heading of another record.
std::string indented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    result.append("    ").append(text.substr(0, end)).append("\n");
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return result;
}

/// The description that git prints of each commit, by the commit's id.
std::map<std::string, std::string> describe_commits(Context& context, const std::set<std::string>& commits) {
  const std::string ids = util::join({commits.begin(), commits.end()}, "\n") + "\n";
  const std::string out =
      run_git(context,
              {"-c", "log.showSignature=false", "log", "-z", "--no-walk=unsorted", "--stdin", "--encoding=UTF-8",
               fmt::format("--date={}", kDateForm), fmt::format("--format=%H%n{}", kCommitForm)},
              "describe the commits", ids);
  std::map<std::string, std::string> described;
  constexpr std::size_t kDigits = 40;
  for (const std::string& one : util::split(out, '\0'))
    if (one.size() > kDigits) described.emplace(one.substr(0, kDigits), one.substr(kDigits + 1) + "\n");
  return described;
}

}  // namespace

std::string stem_of(const std::string& path) { return path.substr(0, path.find('-', path.rfind('/'))); }

std::string attachments_of(const std::string& path) { return stem_of(path) + ".files"; }

std::string evidence_summary(Context& context, const std::map<std::string, std::string>& adds) {
  std::set<std::string> commits;
  for (const auto& [path, commit] : adds) commits.insert(commit);
  const auto described = describe_commits(context, commits);
  const std::string head = context.index().ledger_commit();
  std::string text;
  for (const auto& [path, commit] : adds) {
    const std::string record =
        ledger::find_file(context.ledger().repository(), head, path, kLargestRecord).value_or("");
    text += path + "\n" + plain(described.at(commit)) + indented(plain(record)) + "\n";
  }
  return text;
}

std::string evidence_steps(const EvidencePlaces& places, const EvidenceFacts& facts) {
  const char* history =
      facts.with_history
          ? "That commit is in the ledger's history."
          : "Whether that commit is in the ledger's history, only all of it can show, which names other complaints "
            "too;\n   it can be asked for (archive evidence --history).";
  const char* order =
      facts.with_history ? "git -C check.git merge-base --is-ancestor \"$commit\" refs/heads/ledger && " : "";
  return fmt::format(
      fmt::runtime(kSteps), fmt::arg("what", counted(facts.complaints, "complaint")), fmt::arg("head", facts.head),
      fmt::arg("listing", listing_of(places)), fmt::arg("history", history), fmt::arg("order", order),
      fmt::arg("cut", facts.with_history ? kCut : ""), fmt::arg("date", kDateForm), fmt::arg("form", kCommitForm),
      fmt::arg("signed", signatures_text(facts)), fmt::arg("verify", verifying_commands(facts)));
}

}  // namespace crmtrack::command
