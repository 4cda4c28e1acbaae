#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/values.hpp"

namespace crmtrack::query {

/// A search expression as a tree. Of `minus`, the first part is wanted, and the others are taken away from it.
struct SearchTree {
  enum class Kind { words, all, any, minus };
  Kind kind = Kind::words;
  WordRun run;  ///< of words
  std::vector<SearchTree> parts;
};

/// Joins parts by and (all) or or (any). Parts that are joined in this way already are drawn in; a single part stands
/// for itself.
SearchTree join(SearchTree::Kind kind, std::vector<SearchTree> parts);
SearchTree subtract(SearchTree wanted, std::vector<SearchTree> unwanted);

/// The tree in FTS5's language; nullopt where its parser, whose stack is bounded, cannot read it.
std::optional<std::string> to_fts(SearchTree tree);
/// The words that make a text a hit, each once, in the order written, with `*` behind a prefix. Leaves out the words
/// that are taken away.
std::vector<std::string> marked_words(const SearchTree& tree);

}  // namespace crmtrack::query
