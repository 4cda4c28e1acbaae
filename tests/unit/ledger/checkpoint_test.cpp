#include <doctest/doctest.h>
#include <fmt/format.h>

#include "ledger/audit/proof/checkpoint.hpp"
#include "ledger/audit/proof/checkpoint_tag.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"
#include "util/digest.hpp"

namespace crmtrack::ledger {
namespace {

using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

Checkpoint sample_checkpoint() {
  Checkpoint checkpoint;
  checkpoint.time = util::Instant(std::chrono::seconds(1700000000));
  checkpoint.head = std::string(40, 'a');
  checkpoint.records = 12;
  checkpoint.sha256 = std::string(64, 'b');
  return checkpoint;
}

TEST_CASE("a checkpoint's line is read as it was written") {
  Checkpoint checkpoint = sample_checkpoint();
  const std::string line = render_checkpoint(checkpoint);
  CHECK(line == "crmtrack-checkpoint 1 time=2023-11-14T22:13:20Z head=" + checkpoint.head +
                    " records=12 sha256=" + checkpoint.sha256 + " previous=none");
  CHECK(parse_checkpoint(line) == checkpoint);
  CHECK(parse_checkpoint("  " + line + "\r\n") == checkpoint);
  checkpoint.previous = std::string(64, 'c');
  CHECK(parse_checkpoint(render_checkpoint(checkpoint)) == checkpoint);
}

TEST_CASE("a text that is no checkpoint is refused with the reason") {
  const std::string line = render_checkpoint(sample_checkpoint());
  const auto error_of = [](const std::string& text) { return parse_checkpoint(text).error(); };
  const auto with = [&](const std::string& old, const std::string& text) {
    std::string other = line;
    return other.replace(other.find(old), old.size(), text);
  };
  CHECK(error_of("") == "it does not begin with 'crmtrack-checkpoint 1'");
  CHECK(error_of(with("point 1", "point 2")) == "it is of a newer form than this crmtrack knows");
  CHECK(error_of(with("head=", "tail=")) == "it has no 'head=' where one belongs");
  CHECK(error_of(with("2023-11-14T22:13:20Z", "2023-11-14")) == "its time is no UTC time such as 2026-11-21T09:12:00Z");
  CHECK(error_of(with("aaaa", "AAAA")) == "its head is no commit id of 40 digits");
  CHECK(error_of(with("records=12", "records=012")) == "its number of records is none");
  CHECK(error_of(with("records=12", "records=-1")) == "its number of records is none");
  CHECK(error_of(with("records=12", "records=")) == "its number of records is none");
  CHECK(error_of(with("records=12", "records=99999999999999999999")) == "its number of records is none");
  CHECK(error_of(with("bbbb", "bb")) == "its sha256 is no digest of 64 digits");
  CHECK(error_of(with("none", "nothing")) == "its previous is neither a digest nor none");
  CHECK(error_of(line + " more") == "something stands behind it");
}

TEST_CASE("a text holds one checkpoint, wherever it stands") {
  const std::string line = render_checkpoint(sample_checkpoint());
  CHECK(find_checkpoint("Dear Ben,\n\n  " + line + "\n\nAsha\n") == sample_checkpoint());
  CHECK(find_checkpoint(line + "\n" + line) == sample_checkpoint());
  // As mail programs fold, quote and encode it.
  std::string folded = line, encoded = line;
  for (std::size_t at = folded.find(' ', 60); at != std::string::npos; at = folded.find(' ', at + 60))
    folded[at] = '\n';
  CHECK(find_checkpoint("> Dear Asha,\r\n> > " + folded + "\r\n> Ben\r\n") == sample_checkpoint());
  for (std::size_t at = encoded.find('='); at != std::string::npos; at = encoded.find('=', at + 3))
    encoded.insert(at + 1, "3D");
  encoded.insert(70, "=\r\n");
  CHECK(find_checkpoint("The crmtrack-checkpoint of today:\n" + encoded + "\n") == sample_checkpoint());
  Checkpoint other = sample_checkpoint();
  other.records = 13;
  CHECK(find_checkpoint(line + "\n" + render_checkpoint(other)).error() ==
        "it holds several checkpoints: give one of them");
  CHECK(find_checkpoint("Dear Ben\n").error() == "no line of it is a checkpoint");
}

TEST_CASE("the digest is that of what git ls-tree prints") {
  const Sandbox box;
  Ledger ledger = box.init("data");
  const std::string folder = testing::folder_of("7f3q2mxab4");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1), activity("7f3q2mxac4", 2)}), at(1700000000)) ==
          Landed::yes);
  const NewFile note = activity("7f3q2mxab4", 3);
  std::string attachment = note.path.substr(0, note.path.rfind('-')) + ".files/größe.yaml";
  REQUIRE(append(ledger, addition(ledger, {note, {std::move(attachment), "x"}}), at(1700000001)) == Landed::yes);
  const Checkpoint checkpoint = make_checkpoint(ledger, util::Instant(std::chrono::seconds(1700000002)));
  CHECK(checkpoint.records == 3);
  CHECK(checkpoint.head == ledger.head());
  CHECK(checkpoint.sha256 == util::sha256_hex(box.git("data", {"ls-tree", "-r", "-z", "ledger"})));
}

}  // namespace
}  // namespace crmtrack::ledger
