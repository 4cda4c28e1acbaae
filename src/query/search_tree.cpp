#include "query/search_tree.hpp"

#include <algorithm>
#include <iterator>

namespace crmtrack::query {
namespace {

/// FTS5's parser holds 100 symbols; what stands before an open parenthesis waits there.
constexpr int kMostWaiting = 90;
constexpr int kOfWords = 4;  // a phrase and its star
constexpr int kBefore = 3;   // what was read so far, the operator, the parenthesis

/// How many symbols the parser holds at most while it reads the tree.
int waiting_in(const SearchTree& tree) {
  if (tree.kind == SearchTree::Kind::words) return kOfWords;
  int most = 0;
  for (std::size_t i = 0; i < tree.parts.size(); ++i)
    most = std::max(most, (i == 0 ? 1 : kBefore) + waiting_in(tree.parts[i]));
  return most;
}

/// Parts of `all` and `any` may stand in any order: with the deepest first, the fewest symbols wait.
void put_deepest_first(SearchTree& tree) {
  for (auto& part : tree.parts) put_deepest_first(part);
  if (tree.kind != SearchTree::Kind::all && tree.kind != SearchTree::Kind::any) return;
  const auto deepest = std::max_element(tree.parts.begin(), tree.parts.end(),
                                        [](const auto& a, const auto& b) { return waiting_in(a) < waiting_in(b); });
  std::rotate(tree.parts.begin(), deepest, deepest + 1);
}

std::string_view joint_of(SearchTree::Kind kind) {
  if (kind == SearchTree::Kind::all) return " AND ";
  return kind == SearchTree::Kind::any ? " OR " : " NOT ";
}

void write(const SearchTree& tree, std::string& out) {
  if (tree.kind == SearchTree::Kind::words) {
    out += to_fts(tree.run);
    return;
  }
  for (std::size_t i = 0; i < tree.parts.size(); ++i) {
    const bool simple = tree.parts[i].kind == SearchTree::Kind::words;
    if (i > 0) out += joint_of(tree.kind);
    if (!simple) out += '(';
    write(tree.parts[i], out);
    if (!simple) out += ')';
  }
}

void collect_words(const SearchTree& tree, std::vector<std::string>& words) {
  for (const auto& word : tree.run.words) {
    const bool last = &word == &tree.run.words.back();
    const auto marked = tree.run.prefix && last ? word + '*' : word;
    if (std::find(words.begin(), words.end(), marked) == words.end()) words.push_back(marked);
  }
  for (const auto& part : tree.parts) {
    collect_words(part, words);
    if (tree.kind == SearchTree::Kind::minus) break;
  }
}

}  // namespace

SearchTree join(SearchTree::Kind kind, std::vector<SearchTree> parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return std::move(parts.front());
  SearchTree tree{kind, {}, {}};
  for (auto& part : parts)
    if (part.kind == kind)
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(tree.parts));
    else
      tree.parts.push_back(std::move(part));
  return tree;
}

SearchTree subtract(SearchTree wanted, std::vector<SearchTree> unwanted) {
  if (unwanted.empty()) return wanted;
  SearchTree tree{SearchTree::Kind::minus, {}, {}};
  tree.parts.push_back(std::move(wanted));
  tree.parts.push_back(join(SearchTree::Kind::any, std::move(unwanted)));
  return tree;
}

std::optional<std::string> to_fts(SearchTree tree) {
  put_deepest_first(tree);
  if (waiting_in(tree) > kMostWaiting) return std::nullopt;
  std::string text;
  write(tree, text);
  return text;
}

std::vector<std::string> marked_words(const SearchTree& tree) {
  std::vector<std::string> words;
  collect_words(tree, words);
  return words;
}

}  // namespace crmtrack::query
