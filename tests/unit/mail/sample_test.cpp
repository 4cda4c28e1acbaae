#include <doctest/doctest.h>

#include <set>

#include "../exchange/sample_data.hpp"
#include "mail/mbox.hpp"
#include "mail/message/message.hpp"
#include "mail/text/quoted_history.hpp"
#include "util/text/utf8.hpp"

using namespace crmtrack;

namespace {

std::vector<std::filesystem::path> mails_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("every mail of the sample data is read, and each has an identity of its own") {
  if (!test::has_sample_data()) return;
  std::set<std::string> identities;
  std::size_t messages = 0, dated = 0, with_text = 0;
  for (const char* folder : {"eml-enmime", "eml-redmine", "eml-rspamd", "eml-rt", "eml-rubymail", "mbox"}) {
    for (const auto& file : mails_below(test::sample_data() / "mail" / folder)) {
      const std::string bytes = test::read_bytes(file);
      mail::MboxReader reader(bytes);
      while (const auto one = reader.next()) {
        const mail::Message message = mail::read_message(*one, reader.from_line());
        CAPTURE(file.string());
        if (!identities.insert(message.identity).second && std::getenv("CRMTRACK_SHOW_MAILS") != nullptr)
          MESSAGE("TWICE ", file.filename().string());
        CHECK(util::is_valid_utf8(message.text));
        CHECK(message.text.find('\r') == std::string::npos);
        ++messages;
        if (message.at) ++dated;
        if (!message.text.empty()) ++with_text;
        if (std::getenv("CRMTRACK_SHOW_MAILS") != nullptr)
          MESSAGE(file.filename().string(), " ", mail::name_of(message.finding.nature), " | ", message.from.shown(),
                  " | ", message.subject, " | ", message.date_doubt, " | ", message.text.substr(0, 200));
      }
    }
  }
  MESSAGE(messages, " messages, ", identities.size(), " identities, ", dated, " dated, ", with_text, " with a text");
  CHECK(messages > 300);
}

TEST_CASE("own words of the sample replies are kept") {
  if (!test::has_sample_data()) return;
  std::size_t equal = 0, files = 0;
  for (const auto& file : mails_below(test::sample_data() / "mail" / "reply-text-discourse")) {
    const std::string text = test::read_bytes(file);
    const mail::SplitText split = mail::split_history(text);
    CHECK_FALSE(split.said.empty());
    const std::string expected =
        test::read_bytes(test::sample_data() / "mail" / "reply-text-discourse-trimmed" / file.filename());
    ++files;
    std::string want = expected;
    want.erase(want.find_last_not_of(" \t\r\n") + 1);
    if (split.said == want)
      ++equal;
    else if (std::getenv("CRMTRACK_SHOW_MAILS") != nullptr)
      MESSAGE(file.filename().string(), "\n--- said\n", split.said, "\n--- expected\n", want);
  }
  MESSAGE(equal, " of ", files, " as the sample has them");
  CHECK(equal + 3 >= files);
}
