#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "record/path.hpp"
#include "util/id.hpp"
#include "util/random.hpp"

using crmtrack::record::attachment_path;
using crmtrack::record::folder_of;
using crmtrack::record::is_attachment_name;
using crmtrack::record::Kind;
using crmtrack::record::parse_path;
using crmtrack::record::path_of;
using crmtrack::record::StatedKind;
using crmtrack::record::StoryKind;
using crmtrack::record::StoryRef;

namespace {

const std::string kId = "01kajx0000abcdefghjkmnpqrs";
const StoryRef kComplaint{StoryKind::complaint, "20261121-7f3q2mxab4"};
const StoryRef kCustomer{StoryKind::customer, "acme"};
const StoryRef kJournal{StoryKind::journal, "20261121-7f3q2mxab4"};

}  // namespace

TEST_CASE("a story's folder follows from its id") {
  CHECK(folder_of(kComplaint) == "complaints/2026/11/21/7f3q2mxab4");
  CHECK(folder_of(kCustomer) == "customers/82/acme");
  CHECK(folder_of(kJournal) == "journal/2026/11/21/7f3q2mxab4");
  CHECK(path_of(kComplaint, kId, Kind::activity) == "complaints/2026/11/21/7f3q2mxab4/" + kId + "-activity.yaml");
  CHECK(attachment_path(kCustomer, kId, "a letter.pdf") == "customers/82/acme/" + kId + ".files/a letter.pdf");
}

TEST_CASE("a path names story, record and kind or attachment") {
  for (const StoryRef& story : {kComplaint, kCustomer, kJournal}) {
    const auto record = parse_path(path_of(story, kId, StatedKind("a_newer_kind2")));
    REQUIRE(record.has_value());
    CHECK(record->story == story);
    CHECK(record->record_id == kId);
    CHECK(record->kind.name() == "a_newer_kind2");
    CHECK(record->attachment.empty());
    const auto attachment = parse_path(attachment_path(story, kId, "Grüße – 1.pdf"));
    REQUIRE(attachment.has_value());
    CHECK(attachment->story == story);
    CHECK(!attachment->is_record());
    CHECK(attachment->attachment == "Grüße – 1.pdf");
  }
}

TEST_CASE("property: paths of random ids are taken apart again") {
  const auto random = crmtrack::util::make_seeded_random("paths");
  for (int round = 0; round < 2000; ++round) {
    const auto bytes = random->draw(std::to_string(round));
    const crmtrack::util::Instant day{std::chrono::seconds(static_cast<std::int64_t>(round) * 86'400 * 37)};
    const StoryRef story{StoryKind::complaint, crmtrack::util::make_complaint_id(day, bytes)};
    const std::string id = crmtrack::util::make_ulid(day, bytes);
    const std::string path = path_of(story, id, Kind::complaint);
    const auto parts = parse_path(path);
    CAPTURE(path);
    REQUIRE(parts.has_value());
    REQUIRE(path_of(parts->story, parts->record_id, parts->kind) == path);
  }
}

TEST_CASE("hostile paths are none of ours") {
  const std::string good = "complaints/2026/11/21/7f3q2mxab4/" + kId + "-complaint.yaml";
  REQUIRE(parse_path(good).has_value());
  const std::string folder = "complaints/2026/11/21/7f3q2mxab4/";
  const std::vector<std::string> paths{"",
                                       "/",
                                       "/" + good,
                                       "./" + good,
                                       "../" + good,
                                       good + "/",
                                       good + "\n",
                                       "\n" + good,
                                       good + std::string(1, '\0'),
                                       " " + good,
                                       "complaints/../" + good,
                                       "complaints//2026/11/21/7f3q2mxab4/" + kId + "-complaint.yaml",
                                       "Complaints/2026/11/21/7f3q2mxab4/" + kId + "-complaint.yaml",
                                       "complaints/2026/13/21/7f3q2mxab4/" + kId + "-complaint.yaml",
                                       "complaints/2026/02/30/7f3q2mxab4/" + kId + "-complaint.yaml",
                                       "complaints/2026-11-21/7f3q2mxab4/" + kId + "-complaint.yaml",
                                       "complaints/2026/11/2/7f3q2mxab4/" + kId + "-complaint.yaml",
                                       "complaints/2026/11/21/7F3Q2MXAB4/" + kId + "-complaint.yaml",
                                       "complaints/2026/11/21/7f3q2mxabu/" + kId + "-complaint.yaml",
                                       "complaints/2026/11/21/7f3q2mxab/" + kId + "-complaint.yaml",
                                       "complaints/2026/11/21/7f3q2mxab44/" + kId + "-complaint.yaml",
                                       "complaints/2026/11/21/../21/7f3q2mxab4/" + kId + "-complaint.yaml",
                                       "complaints/2026/11/21/" + kId + "-complaint.yaml",
                                       folder,
                                       folder + kId,
                                       folder + kId + ".yaml",
                                       folder + kId + "-.yaml",
                                       folder + kId + "-complaint.yml",
                                       folder + kId + "-complaint.yaml.swp",
                                       folder + kId + "-Complaint.yaml",
                                       folder + kId + "-com-plaint.yaml",
                                       folder + kId + "-com plaint.yaml",
                                       folder + kId + "-../x.yaml",
                                       folder + kId + "-2nd.yaml",
                                       folder + kId + "-" + std::string(41, 'a') + ".yaml",
                                       folder + "01KAJX0000ABCDEFGHJKMNPQRS-complaint.yaml",
                                       folder + "zzzzzzzzzzzzzzzzzzzzzzzzzz-complaint.yaml",
                                       folder + "01kajx0000abcdefghjkmnpqr-complaint.yaml",
                                       folder + "sub/" + kId + "-complaint.yaml",
                                       folder + ".git/config",
                                       folder + kId + ".files",
                                       folder + kId + ".files/",
                                       folder + kId + ".files/..",
                                       folder + kId + ".files/.git",
                                       folder + kId + ".files/a/b",
                                       folder + kId + ".files/a\\b",
                                       folder + kId + ".files/a\nb",
                                       folder + kId + ".filesx/a",
                                       "customers/82/Acme/" + kId + "-customer.yaml",
                                       "customers/ac/acme/" + kId + "-customer.yaml",
                                       "customers/c/a/" + kId + "-customer.yaml",
                                       "customers/../acme/" + kId + "-customer.yaml",
                                       "customers/acme/" + kId + "-customer.yaml",
                                       "journal/2026/11/21/some-journal/" + kId + "-decision.yaml",
                                       "ledgers/7f3q2mxab4.yaml",
                                       "policy/reasons.yaml",
                                       "README.md",
                                       ".gitmodules"};
  for (const std::string& path : paths) {
    CAPTURE(path);
    CHECK_FALSE(parse_path(path).has_value());
  }
}

TEST_CASE("property: a path cut or with one byte changed is refused or names what it says") {
  const std::string good = "complaints/2026/11/21/7f3q2mxab4/" + kId + "-complaint.yaml";
  for (std::size_t i = 0; i < good.size(); ++i) {
    CHECK_FALSE(parse_path(good.substr(0, i)).has_value());
    for (const char c : {'/', '.', '\n', '\0', 'A', '-', '\x80', '1'}) {
      std::string changed = good;
      changed[i] = c;
      if (const auto parts = parse_path(changed))
        REQUIRE(path_of(parts->story, parts->record_id, parts->kind) == changed);
    }
  }
}

TEST_CASE("names of attachments") {
  for (const std::string& name : std::vector<std::string>{"a", "letter.pdf", "Rechnung März 2026.pdf", "写真.jpg",
                                                          "-rf", "a..b", std::string(120, 'x'), "gift~card.txt"}) {
    CAPTURE(name);
    CHECK(is_attachment_name(name) == (name != "gift~card.txt"));
  }
  for (const std::string& name : std::vector<std::string>{"",
                                                          ".",
                                                          "..",
                                                          ".git",
                                                          ".hidden",
                                                          "a/b",
                                                          "/etc/passwd",
                                                          "a\\b",
                                                          "a\nb",
                                                          "a\tb",
                                                          "a\x1b[0m",
                                                          std::string("a\0b", 3),
                                                          "a\x7f",
                                                          "a\u0085b",
                                                          "a\u2028b",
                                                          "\xff",
                                                          "a\xc3",
                                                          std::string(121, 'x'),
                                                          "git~1",
                                                          "GIT~1",
                                                          "gi7eba~1",
                                                          "gitmod~1"}) {
    CAPTURE(name);
    CHECK_FALSE(is_attachment_name(name));
  }
}
