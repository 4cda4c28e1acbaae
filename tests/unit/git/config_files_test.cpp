#include "git/program/config_files.hpp"

#include <doctest/doctest.h>

#include <unistd.h>
#include <fstream>
#include <map>

#include "git/program/plain_config.hpp"
#include "git/program/user.hpp"

namespace git = crmtrack::git;

namespace {

const std::optional<std::string> kNotSet;

std::optional<std::optional<std::string>> email_in(const std::string& text) {
  return git::find_plain_value(text, "user", "email");
}

}  // namespace

TEST_CASE("plain configuration: the last value of a key in its section") {
  CHECK(*email_in("[user]\n\temail = asha@example.com\n") == "asha@example.com");
  CHECK(*email_in("# who\n[User]\r\n  Email=a@example.com\r\n[core]\nbare = false\n[user]\nemail = b@example.com") ==
        "b@example.com");
  CHECK(*email_in("[user \"work\"]\nemail = a@example.com\n[author]\nemail = b@example.com\n") == kNotSet);
  CHECK(*email_in("") == kNotSet);
}

TEST_CASE("a file that is not plain is left to libgit2") {
  for (const char* text :
       {"[user]\nemail = \"a@example.com\"\n", "[user]\nemail = a@example.com # mine\n", "[include]\npath = other\n",
        "[includeIf \"gitdir:~/work/\"]\npath = other\n", "[user] email = a@example.com\n",
        "[core]\neditor = vi \\\n[user]\nemail = a@example.com\n", "\xef\xbb\xbf[user]\nemail = a@example.com\n"}) {
    CAPTURE(text);
    CHECK_FALSE(email_in(text).has_value());
  }
}

TEST_CASE("the address is the environment's, then author's, then user's; nobody's where only libgit2 can tell") {
  const auto folder = std::filesystem::temp_directory_path() / ("crmtrack-config-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::map<std::string, std::string> variables{{"GIT_CONFIG_NOSYSTEM", "1"},
                                               {"GIT_CONFIG_GLOBAL", (folder / "global").string()}};
  const auto environment = [&](const char* name) -> const char* {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  };
  crmtrack::git::Location location;
  location.common_dir = folder;
  const auto write = [&](const char* name, const char* text) { std::ofstream(folder / name) << text; };

  CHECK_FALSE(git::find_plain_email(location, environment).has_value());
  write("global", "[user]\n\temail = global@example.com\n");
  CHECK(git::find_plain_email(location, environment) == "global@example.com");
  write("config", "[user]\n\temail = local@example.com\n");
  CHECK(git::find_plain_email(location, environment) == "local@example.com");
  write("global", "[author]\n\temail = author@example.com\n");
  CHECK(git::find_plain_email(location, environment) == "author@example.com");
  write("config", "[extensions]\n\tworktreeConfig = true\n");
  CHECK_FALSE(git::find_plain_email(location, environment).has_value());
  variables["GIT_AUTHOR_EMAIL"] = " <env@example.com> ";
  CHECK(git::find_plain_email(location, environment) == "env@example.com");
  variables["GIT_AUTHOR_EMAIL"] = "";
  variables["GIT_CONFIG_COUNT"] = "1";
  write("config", "[user]\n\temail = local@example.com\n");
  CHECK_FALSE(git::find_plain_email(location, environment).has_value());
  std::filesystem::remove_all(folder);
}
