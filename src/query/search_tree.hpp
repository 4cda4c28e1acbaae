#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/values.hpp"

namespace crmtrack::query {

/// A search expression, read. Of `minus` the first part is what is wanted, the others are taken away from it.
struct SearchTree {
  enum class Kind { words, all, any, minus };
  Kind kind = Kind::words;
  WordRun run;  ///< of words
  std::vector<SearchTree> parts;
};

/// Joins by and (all) or or (any); parts joined the same way are drawn in, a single part stands for itself.
SearchTree join(SearchTree::Kind kind, std::vector<SearchTree> parts);
SearchTree subtract(SearchTree wanted, std::vector<SearchTree> unwanted);

/// FTS5's language; nullopt where its parser, whose stack is bounded, could not read it.
std::optional<std::string> to_fts(SearchTree tree);
/// The words that make a text a hit, `*` behind a prefix, each once, in the order written; not what is taken away.
std::vector<std::string> marked_words(const SearchTree& tree);

}  // namespace crmtrack::query
