#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The vocabularies of policy. People write their words in many ways (`understand`).
enum class Vocabulary { reasons, projects, people, levels };

/// `reason`, as messages name a word of the vocabulary.
std::string_view name_of(Vocabulary vocabulary);
/// Whether policy lists any word of it: then no other is taken.
bool is_closed(const Policy& policy, Vocabulary vocabulary);

/// How much of a word has to be written.
enum class Written {
  whole,  ///< a code, an address or its part before the `@`, a label, a name or a synonym
  part,   ///< or the beginning (from two characters) or any part (from three) of one
};

/// The codes that a text means: one where it is understood, several where it fits several words alike, none where
/// policy lists no such word. Case, accents, blanks, `-` and `_` make no difference. A whole word counts before the
/// beginning of one, and that before another part; of several words those that hold on `date` count before the others.
/// The code of a person is their mail address, of a level its number.
std::vector<std::string> understand(const Policy& policy, Vocabulary vocabulary, std::string_view text,
                                    std::string_view date, Written written = Written::part);

/// The words of a vocabulary nearest to a text, each as its code; all ways to write it count.
std::vector<std::string> nearest_words(const Policy& policy, Vocabulary vocabulary, std::string_view text);

/// The code of a reason, and those that it replaced, directly or through others: reports count them together.
std::vector<std::string> codes_under(const Policy& policy, const std::string& reason);

/// The reason to which a word leads that means `code`: the code itself where the word is the code, else that which
/// replaced it in the end. A synonym or label of a retired reason so leads to the one in use.
std::string standing_reason(const Policy& policy, const std::string& code, std::string_view word);

}  // namespace crmtrack::policy
