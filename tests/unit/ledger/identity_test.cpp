#include <doctest/doctest.h>

#include "git/program/git_date.hpp"
#include "git/program/identity.hpp"
#include "ledger/audit/proof/checkpoint.hpp"
#include "ledger/audit/proof/checkpoint_tag.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/write/append.hpp"
#include "ledger/write/init.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::at;
using testing::Sandbox;

TEST_CASE("dates are read as git reads them") {
  const util::Zone utc = util::Zone::utc();
  const util::Zone london = util::Zone::load("Europe/London");
  const auto seconds = [&](const char* text, const util::Zone& zone) {
    const auto time = git::parse_git_date(text, zone);
    return time ? time->utc.time_since_epoch().count() : -1;
  };
  CHECK(seconds("@1112911993 +0200", utc) == 1112911993);
  CHECK(git::parse_git_date("@1112911993 -0230", utc)->offset == std::chrono::minutes(-150));
  CHECK(seconds("1112911993 +0200", utc) == 1112911993);
  CHECK(seconds("@0 +0000", utc) == 0);
  CHECK(seconds("Thu, 07 Apr 2005 22:13:13 +0200", utc) == 1112904793);
  CHECK(seconds("7 Apr 2005 22:13:13 +0200", utc) == 1112904793);
  CHECK(seconds("2005-04-07T22:13:13", utc) == 1112911993);
  CHECK(seconds("2005-04-07 22:13:13", london) == 1112908393);
  CHECK(seconds("2005-04-07T22:13:13.019Z", utc) == 1112911993);
  CHECK(seconds("2005-04-07T22:13:13+02:00", utc) == 1112904793);
  CHECK(seconds("2005-04-07 22:13 +02", utc) == 1112904780);
  CHECK(seconds("2005.04.07 22:13:13", utc) == 1112911993);
  CHECK(seconds("04/07/2005 22:13:13", utc) == 1112911993);
  CHECK(seconds("07.04.2005 22:13:13", utc) == 1112911993);
  for (const char* bad : {"", "soon", "@", "@x", "12", "2005-13-07 10:00", "2005-04-31T10:00", "2005-04-07T25:00",
                          "2005-04-07", "Thu, 07 Foo 2005 22:13:13", "@1112911993 +9900x", "2005-04-07T10:00:00 x"}) {
    CAPTURE(bad);
    CHECK_FALSE(git::parse_git_date(bad, utc).has_value());
  }
}

TEST_CASE("names lose what a commit's header cannot hold") {
  CHECK(git::clean_identity(" Asha <B> \n") == "Asha B");
  CHECK(git::clean_identity("\"Asha\".") == "Asha");
  CHECK(git::clean_identity("...") == "");
  CHECK(git::clean_identity("Ash\xc3\xa1 d'Or") == "Ash\xc3\xa1 d'Or");
}

/// The answer of `git config KEY` in that folder; empty where it is not set.
std::string asked_of_git(const Sandbox& box, const std::string& key) {
  try {
    std::string value = box.git("data", {"config", key});
    value.pop_back();
    return value;
  } catch (const std::exception&) {
    return "";
  }
}

void agree(const Sandbox& box, const std::string& key, const std::string& expected) {
  CAPTURE(key);
  CHECK(asked_of_git(box, key) == expected);
  CHECK(box.open("data").setting(key).value_or("") == expected);
}

TEST_CASE("settings are git's, whichever file or variable they come from") {
  Sandbox box;
  box.init("data");
  testing::write_text(box.path("home/.gitconfig"),
                      "[crmtrack]\n\tfrom = home\n\tsendmail = a b\n[Crmtrack \"Sub.Name\"]\n\tkey = x\n"
                      "[includeIf \"gitdir:" +
                          std::filesystem::canonical(box.path("data")).string() + "/\"]\n\tpath = ~/more\n");
  testing::write_text(box.path("home/more"), "[crmtrack]\n\tdeliver = included\n");
  testing::write_text(box.path("home/.config/git/config"), "[crmtrack]\n\tfrom = xdg\n\treplyTo = xdg\n");
  agree(box, "crmtrack.from", "home");
  agree(box, "crmtrack.sendmail", "a b");
  agree(box, "crmtrack.replyTo", "xdg");
  agree(box, "crmtrack.deliver", "included");
  agree(box, "crmtrack.Sub.Name.KEY", "x");
  agree(box, "crmtrack.sub.name.key", "");
  agree(box, "crmtrack.none", "");
  box.git("data", {"config", "crmtrack.from", "local"});
  agree(box, "crmtrack.from", "local");
  box.set("GIT_CONFIG_COUNT", "1");
  box.set("GIT_CONFIG_KEY_0", "CRMTRACK.from");
  box.set("GIT_CONFIG_VALUE_0", "variable");
  agree(box, "crmtrack.from", "variable");
  box.set("GIT_CONFIG_GLOBAL", box.path("home/more").string());
  agree(box, "crmtrack.sendmail", "");
  agree(box, "crmtrack.deliver", "included");
  testing::write_text(box.path("system"), "[crmtrack]\n\trepo = system\n");
  box.set("GIT_CONFIG_SYSTEM", box.path("system").string());
  agree(box, "crmtrack.repo", "");
  box.set("GIT_CONFIG_NOSYSTEM", "0");
  agree(box, "crmtrack.repo", "system");
}

TEST_CASE("author and committer are who git would name") {
  Sandbox box;
  box.init("data");
  for (const char* name : {"user.name", "user.email", "committer.email"})
    box.git("data", {"config", name, std::string(name) + "@example.com"});
  Ledger ledger = box.open("data");
  CHECK(ledger.author(at(5)).name == "Asha");

  Sandbox other;
  Ledger plain = Ledger::open(ledger.location(), [&](const char* name) -> const char* {
    return std::string(name) == "EMAIL" ? "env@example.com" : nullptr;
  });
  CHECK(plain.author(at(5)).name == "user.name@example.com");
  CHECK(plain.author(at(5)).email == "user.email@example.com");
  CHECK(plain.author(at(5)).time == at(5).utc);
  CHECK(plain.author(at(5)).offset == std::chrono::minutes(60));
  REQUIRE(append(plain, testing::addition(plain, {testing::activity("7f3q2mxab4", 1)}), at(5)) == Landed::yes);
  CHECK(read_commit(plain.repository(), plain.head()).author.email == "user.email@example.com");
  CHECK(read_commit(plain.repository(), plain.head()).committer.email == "committer.email@example.com");

  box.set("GIT_AUTHOR_DATE", "@1700000000 +0530");
  CHECK(box.open("data").author(at(5)).time == at(1700000000).utc);
  Ledger dated = box.open("data");
  REQUIRE(append(dated, testing::addition(dated, {testing::activity("7f3q2mxab4", 2)}), at(5)) == Landed::yes);
  CHECK(read_commit(dated.repository(), dated.head()).author.time == at(1700000000).utc);
  CHECK(read_commit(dated.repository(), dated.head()).committer.time == at(5).utc);
  box.set("GIT_AUTHOR_DATE", "yesterday-ish");
  CHECK_THROWS_AS((void)box.open("data").author(at(5)), util::Error);
}

TEST_CASE("a date that git does not take is refused, and nothing is written") {
  constexpr std::int64_t kEnd = 253'402'300'800;  // the year 10000
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string head = ledger.head();
  const auto refused = [&](const std::function<void()>& act, const std::string& part) {
    CAPTURE(part);
    try {
      act();
      FAIL("not refused");
    } catch (const util::Error& error) {
      CHECK(error.kind() == util::ErrorKind::refused);
      CHECK(std::string(error.what()).find(part) != std::string::npos);
    }
  };
  for (const std::int64_t time : {std::int64_t{-1}, std::int64_t{-157766400}, kEnd}) {
    refused([&] { (void)ledger.author(at(time)); }, "git takes no date before 1970 or after 9999");
    refused([&] { (void)append(ledger, testing::addition(ledger, {testing::activity("7f3q2mxab4", 1)}), at(time)); },
            "cannot write at");
    refused([&] { (void)tag_checkpoint(ledger, make_checkpoint(ledger, at(time).utc), at(time)); }, "cannot write at");
    refused([&] { (void)init(box.path("other"), false, box.environment(), {}, "7f3q2mxab4", at(time)); },
            "cannot write at");
    CHECK(!std::filesystem::exists(box.path("other")));
  }
  for (const std::string name : {"GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"}) {
    for (const std::string text : {std::string("1969-12-31T23:59:59Z"), "@" + std::to_string(kEnd) + " +0000",
                                   std::string("0001-01-01T00:00:00Z")}) {
      box.set(name, text);
      Ledger dated = box.open("data");
      refused([&] { (void)append(dated, testing::addition(dated, {testing::activity("7f3q2mxab4", 1)}), at(5)); },
              "cannot use " + name);
    }
    box.set(name, "");
  }
  CHECK(box.open("data").head() == head);
  CHECK(box.open("data").author(at(0)).time == at(0).utc);
  CHECK(box.open("data").author(at(kEnd - 1)).time == at(kEnd - 1).utc);
}

TEST_CASE("without a name or address the way out is told") {
  Sandbox box;
  const Ledger ledger = box.init("data");
  const Ledger nobody = Ledger::open(ledger.location(), [](const char*) -> const char* { return nullptr; });
  try {
    (void)nobody.author(at(5));
    FAIL("an identity from nowhere");
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::refused);
    CHECK(error.hints().size() == 2);
  }
}

}  // namespace
}  // namespace crmtrack::ledger
