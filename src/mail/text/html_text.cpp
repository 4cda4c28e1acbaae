#include "mail/text/html_text.hpp"

#include <algorithm>
#include <array>

#include "mail/text/entities.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr int kDeepestQuote = 20;
constexpr std::size_t kLongestLink = 300;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool begins_line(std::string_view tag) {
  constexpr std::array<std::string_view, 19> kTags{"div", "tr",     "table",   "ul",      "ol",  "dl",      "dt",
                                                   "dd",  "form",   "address", "section", "hr",  "article", "header",
                                                   "h5",  "footer", "h6",      "center",  "main"};
  return is_one_of(tag, kTags);
}

bool begins_paragraph(std::string_view tag) {
  constexpr std::array<std::string_view, 7> kTags{"p", "h1", "h2", "h3", "h4", "blockquote", "pre"};
  return is_one_of(tag, kTags);
}

/// Elements whose content nobody reads.
bool is_hidden(std::string_view tag) {
  constexpr std::array<std::string_view, 5> kTags{"style", "script", "title", "noscript", "template"};
  return is_one_of(tag, kTags);
}

/// A tag taken apart: `a`, and what stands behind it.
struct Tag {
  std::string name;
  std::string_view attributes;
  bool is_end = false;
};

Tag tag_of(std::string_view inside) {
  Tag tag;
  if (inside.starts_with('/')) {
    tag.is_end = true;
    inside.remove_prefix(1);
  }
  const std::size_t end = std::min(inside.find_first_of(" \t\r\n/"), inside.size());
  tag.name = util::to_lower_ascii(inside.substr(0, end));
  tag.attributes = inside.substr(end);
  return tag;
}

/// The value of an attribute, its references replaced; empty where the tag has none.
std::string attribute_of(std::string_view attributes, std::string_view name) {
  const std::string folded = util::to_lower_ascii(attributes);
  for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
    std::size_t value = at + name.size();
    const bool is_whole = at > 0 && std::string_view(" \t\r\n\"'").find(folded[at - 1]) != std::string_view::npos;
    if (!is_whole || value >= folded.size() || folded[value] != '=') continue;
    ++value;
    if (value >= folded.size()) return {};
    const char quote = folded[value];
    if (quote != '"' && quote != '\'')
      return replace_entities(attributes.substr(value, folded.find_first_of(" \t\r\n", value) - value));
    return replace_entities(
        attributes.substr(value + 1, std::min(folded.find(quote, value + 1), folded.size()) - value - 1));
  }
  return {};
}

/// Where the tag that begins at `<` ends: at the next `>` outside quotes. A quote that nothing closes ends at the first
/// `>`.
std::size_t end_of_tag(std::string_view html) {
  constexpr std::size_t kLongestTag = 20'000;
  char quote = 0;
  for (std::size_t i = 1; i < std::min(html.size(), kLongestTag); ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '>') {
      return i;
    } else if ((html[i] == '"' || html[i] == '\'') && html[i - 1] == '=') {
      quote = html[i];
    }
  }
  return html.find('>');
}

/// Whether a `<` begins a tag: a letter, `/`, `!` or `?` follows it.
bool is_tag(std::string_view html) {
  if (html.size() < 2) return false;
  const char c = html[1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!' || c == '?';
}

/// The text as it grows, line by line.
class TextLines {
 public:
  void add_text(std::string_view text, bool keeps_blanks) {
    for (const char c : text) {
      if (keeps_blanks && c == '\n') {
        end_line();
      } else if (!keeps_blanks && std::string_view(" \t\r\n\f").find(c) != std::string_view::npos) {
        wants_blank_ = !line_.empty();
      } else {
        if (wants_blank_) line_ += ' ';
        wants_blank_ = false;
        line_ += c;
      }
    }
  }
  /// Ends the line where something stands in it.
  void begin_line() {
    if (!line_.empty()) end_line();
    wants_blank_ = false;
  }
  void end_line() {
    const std::string_view line = util::trim(line_);
    if (line.empty() && (empty_lines_ > 0 || text_.empty())) {
      line_.clear();
      return;
    }
    empty_lines_ = line.empty() ? empty_lines_ + 1 : 0;
    for (int i = 0; i < quotes_; ++i) text_ += '>';
    if (quotes_ > 0 && !line.empty()) text_ += ' ';
    text_.append(line.empty() ? std::string_view() : std::string_view(line_)).append(1, '\n');
    line_.clear();
    wants_blank_ = false;
  }
  void begin_paragraph() {
    begin_line();
    end_line();
  }
  void change_quotes(int by) { quotes_ = std::clamp(quotes_ + by, 0, kDeepestQuote); }
  std::string take() {
    begin_line();
    text_.erase(text_.find_last_not_of("\n> ") + 1);
    return text_.empty() ? text_ : text_ + '\n';
  }
  [[nodiscard]] std::size_t size() const { return text_.size() + line_.size(); }
  [[nodiscard]] std::string since(std::size_t size) const {
    return size >= text_.size() ? line_.substr(std::min(size - text_.size(), line_.size())) : std::string(" ");
  }

 private:
  std::string text_, line_;
  int quotes_ = 0, empty_lines_ = 0;
  bool wants_blank_ = false;
};

class HtmlReader {
 public:
  std::string read(std::string_view html) {
    while (!html.empty()) {
      const std::size_t mark = html.find('<');
      if (mark != 0) {
        lines_.add_text(replace_entities(html.substr(0, mark)), preformatted_ > 0);
        html.remove_prefix(std::min(mark, html.size()));
      } else {
        html.remove_prefix(take_markup(html));
      }
    }
    return lines_.take();
  }

 private:
  /// Takes what begins with `<`; how many bytes.
  std::size_t take_markup(std::string_view html) {
    if (!is_tag(html)) {
      lines_.add_text("<", preformatted_ > 0);
      return 1;
    }
    if (html.starts_with("<!--")) {
      const std::size_t end = html.find("-->", 4);
      return end == std::string_view::npos ? html.size() : end + 3;
    }
    const std::size_t end = end_of_tag(html);
    if (end == std::string_view::npos) return html.size();
    const Tag tag = tag_of(html.substr(1, end - 1));
    if (is_hidden(tag.name) && !tag.is_end) return end + 1 + length_of_hidden(html.substr(end + 1), tag.name);
    take_tag(tag);
    return end + 1;
  }

  /// How many bytes stand before the end tag of a hidden element.
  static std::size_t length_of_hidden(std::string_view html, const std::string& name) {
    for (std::size_t at = html.find("</"); at != std::string_view::npos; at = html.find("</", at + 2))
      if (util::to_lower_ascii(html.substr(at + 2, name.size())) == name) return at;
    return html.size();
  }

  void take_tag(const Tag& tag) {
    if (tag.name == "br") {
      lines_.end_line();
    } else if (tag.name == "a") {
      take_link(tag);
    } else if (tag.name == "img" && !tag.is_end) {
      lines_.add_text(attribute_of(tag.attributes, "alt"), false);
    } else if (tag.name == "li" && !tag.is_end) {
      lines_.begin_line();
      lines_.add_text("- ", true);
    } else if (tag.name == "td" || tag.name == "th") {
      lines_.add_text(" ", false);
    } else if (begins_paragraph(tag.name)) {
      lines_.begin_paragraph();
      if (tag.name == "blockquote") lines_.change_quotes(tag.is_end ? -1 : 1);
      if (tag.name == "pre") preformatted_ = tag.is_end ? 0 : 1;
    } else if (begins_line(tag.name)) {
      lines_.begin_line();
    }
  }

  void take_link(const Tag& tag) {
    if (!tag.is_end) {
      link_ = attribute_of(tag.attributes, "href");
      link_from_ = lines_.size();
      return;
    }
    const std::string shown(util::trim(lines_.since(link_from_)));
    const bool is_web = link_.starts_with("http://") || link_.starts_with("https://");
    if (is_web && link_.size() <= kLongestLink && link_.find(shown) == std::string::npos)
      lines_.add_text(" <" + link_ + ">", false);
    link_.clear();
  }

  TextLines lines_;
  int preformatted_ = 0;
  std::string link_;
  std::size_t link_from_ = 0;
};

}  // namespace

std::string html_to_text(std::string_view html) { return HtmlReader().read(html); }

}  // namespace crmtrack::mail
