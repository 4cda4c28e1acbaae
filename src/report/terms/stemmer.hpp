#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace crmtrack::report {

/// Brings the forms of a word together, by the Snowball rules of one language (libstemmer): `charged`, `charges` and
/// `charging` are `charg`. The library is loaded when the first stemmer is made.
class Stemmer {
 public:
  /// `language` is a code of policy::kLanguages (`en`). Throws Error(program_failed) where libstemmer is not installed.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a word in lower case. It lasts until the next call.
  const std::string& stem(const std::string& word);

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
  std::unordered_map<std::string, std::string> known_;  ///< bounded: emptied when it is full
};

}  // namespace crmtrack::report
