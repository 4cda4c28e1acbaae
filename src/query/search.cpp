#include "query/search.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "query/check.hpp"
#include "query/search_tree.hpp"
#include "query/text_scan.hpp"
#include "query/values.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::query {
namespace {

constexpr std::size_t kLongestWords = 8 * 1024;
constexpr std::size_t kMostWords = 100;  // FTS5 takes time by their square where each is in every text
constexpr int kDeepest = 64;             // parentheses and nots, one within another

enum class Kind { word, and_, or_, not_, open, close, end };
struct Token {
  Kind kind = Kind::end;
  std::string text;  ///< as written
  bool phrase = false;
  int column = 1;
};

/// Recursive descent; the first fault stands, and everything after it is read as the end.
class SearchReader {
 public:
  explicit SearchReader(std::string_view text) : scan_(text) { next(); }

  SearchTree read() {
    auto tree = read_or(0);
    if (token_.kind == Kind::close) fail("this parenthesis closes nothing");
    return tree;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

 private:
  void fail(std::string message) {
    if (!fault_) fault_ = Fault{token_.column, std::move(message)};
    token_.kind = Kind::end;
  }

  void next() {
    scan_.skip_blanks();
    token_ = Token{Kind::end, "", false, scan_.column()};
    if (fault_ || scan_.at_end()) return;
    if (scan_.at_quote()) return next_phrase();
    if (scan_.take('(')) return set_token(Kind::open, "(");
    if (scan_.take(')')) return set_token(Kind::close, ")");
    const std::string word{scan_.take_until(" \t\r\n()\"")};
    const auto lower = util::to_lower_ascii(word);
    set_token(lower == "and" ? Kind::and_ : lower == "or" ? Kind::or_ : lower == "not" ? Kind::not_ : Kind::word, word);
  }

  void set_token(Kind kind, std::string text) {
    token_.kind = kind;
    token_.text = std::move(text);
  }

  void next_phrase() {
    auto quoted = scan_.take_quoted();
    if (!quoted) return fail("the quote that begins here has no end");
    set_token(Kind::word, std::move(*quoted));
    token_.phrase = true;
  }

  SearchTree read_or(int depth) {
    std::vector<SearchTree> parts;
    parts.push_back(read_and(depth));
    while (token_.kind == Kind::or_) {
      next();
      parts.push_back(read_and(depth));
    }
    return join(SearchTree::Kind::any, std::move(parts));
  }

  /// Reads the terms that stand side by side or are joined by `and`. Those to take away are collected, because FTS5's
  /// NOT has two sides.
  SearchTree read_and(int depth) {
    std::vector<SearchTree> wanted;
    std::vector<SearchTree> unwanted;
    const int column = token_.column;
    bool expects = true;
    while (!fault_) {
      if (token_.kind == Kind::and_ && !expects) {
        next();
        expects = true;
      } else if (token_.kind == Kind::word || token_.kind == Kind::open || token_.kind == Kind::not_) {
        read_part(depth, wanted, unwanted);
        expects = false;
      } else {
        break;
      }
    }
    if (!fault_ && expects) fail(what_is_missing());
    if (!fault_ && wanted.empty())
      fault_ = Fault{column, "'not' takes away from something: add a word to look for beside it"};
    return subtract(join(SearchTree::Kind::all, std::move(wanted)), std::move(unwanted));
  }

  std::string what_is_missing() const {
    if (token_.kind == Kind::end) return "a word is missing at the end";
    return fmt::format("a word is missing before '{}'; quote it to look for the text", shown(token_.text));
  }

  void read_part(int depth, std::vector<SearchTree>& wanted, std::vector<SearchTree>& unwanted) {
    bool negated = false;
    for (; token_.kind == Kind::not_; next()) negated = !negated;
    (negated ? unwanted : wanted).push_back(read_single(depth));
  }

  SearchTree read_single(int depth) {
    if (token_.kind == Kind::word) return read_word();
    if (token_.kind != Kind::open) {
      fail(what_is_missing());
      return {};
    }
    if (depth >= kDeepest) {
      fail(fmt::format("parentheses are nested more than {} deep", kDeepest));
      return {};
    }
    const int column = token_.column;
    next();
    auto inside = read_or(depth + 1);
    if (!fault_ && token_.kind != Kind::close) fault_ = Fault{column, "the parenthesis that opens here is not closed"};
    if (!fault_) next();
    return inside;
  }

  SearchTree read_word() {
    if (++words_ > kMostWords) {
      fail(fmt::format("more than {} words", kMostWords));
      return {};
    }
    auto run = parse_words(token_.text, token_.phrase);
    if (!run) {
      fail(fmt::format("no word to look for in '{}'", shown(token_.text)));
      return {};
    }
    next();
    return SearchTree{SearchTree::Kind::words, std::move(*run), {}};
  }

  TextScan scan_;
  Token token_;
  std::optional<Fault> fault_;
  std::size_t words_ = 0;
};

}  // namespace

tl::expected<Search, Fault> parse_search(std::string_view text) {
  if (text.size() > kLongestWords)
    return tl::unexpected(Fault{1, fmt::format("it is longer than {} bytes", kLongestWords)});
  if (const auto bad = find_bad_text(text))
    return tl::unexpected(Fault{1 + static_cast<int>(*bad), "text that is not valid UTF-8"});
  if (util::trim(text).empty()) return tl::unexpected(Fault{1, "no words to look for"});
  SearchReader reader{text};
  auto tree = reader.read();
  if (reader.fault()) return tl::unexpected(*reader.fault());
  auto fts = to_fts(tree);
  if (!fts) return tl::unexpected(Fault{1, "it is nested too deeply"});
  return Search{std::move(*fts), marked_words(tree)};
}

}  // namespace crmtrack::query
