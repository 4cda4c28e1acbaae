#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "yaml/node.hpp"

namespace crmtrack::view {

/// A piece of a snippet: a word, or the blank between two.
struct SnippetPart {
  std::string text;
  bool marked = false;
};

/// The stretch of a record's texts that holds most of the words searched for, those words marked. `marked` are folded
/// words, `*` behind a prefix.
std::vector<SnippetPart> snippet_of(const yaml::Node& body, const std::vector<std::string>& marked, std::size_t words);
/// A snippet as text, with the marked words in [brackets].
std::string marked_text(const std::vector<SnippetPart>& parts);

}  // namespace crmtrack::view
