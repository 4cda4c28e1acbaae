#include "mail/send/program_words.hpp"

#include <utility>

namespace crmtrack::mail {

namespace {

/// Takes the characters of a command line one by one.
class WordReader {
 public:
  void take(char c) {
    const bool is_literal = std::exchange(escaped_, false);
    if (is_literal) return put(c);
    if (c == '\\' && quote_ != '\'')
      escaped_ = true;
    else if (quote_ == 0 && (c == '\'' || c == '"'))
      begin_quote(c);
    else if (c == quote_)
      quote_ = 0;
    else if (quote_ == 0 && (c == ' ' || c == '\t' || c == '\n'))
      end_word();
    else
      put(c);
  }

  std::optional<std::vector<std::string>> finish() {
    if (quote_ != 0 || escaped_) return std::nullopt;
    end_word();
    return words_.empty() || words_.front().empty() ? std::nullopt : std::optional(std::move(words_));
  }

 private:
  void put(char c) {
    word_ += c;
    begun_ = true;
  }
  void begin_quote(char c) {
    quote_ = c;
    begun_ = true;
  }
  void end_word() {
    if (begun_) words_.push_back(std::exchange(word_, {}));
    begun_ = false;
  }

  std::vector<std::string> words_;
  std::string word_;
  char quote_ = 0;
  bool escaped_ = false, begun_ = false;
};

}  // namespace

std::optional<std::vector<std::string>> words_of_program(std::string_view line) {
  WordReader reader;
  for (const char c : line) reader.take(c);
  return reader.finish();
}

}  // namespace crmtrack::mail
