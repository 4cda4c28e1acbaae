#include "policy/form_reader.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "policy/filter_words.hpp"
#include "policy/sheet.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Mark;
using yaml::Node;

constexpr std::int64_t kPatternMemory = 1 << 20;
constexpr std::size_t kLongestPattern = 1000;

bool is_field_name(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         std::all_of(
             name.begin(), name.end(),
             [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::string_view line_at(std::string_view text, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

/// Where in the file the column of a filter stands: behind an opening quote; of a block text only its start is known.
Mark place_in(std::string_view text, Mark start, int column) {
  const std::string_view line = line_at(text, start.line);
  const auto at = static_cast<std::size_t>(std::max(start.column, 1) - 1);
  const char first = at < line.size() ? line[at] : ' ';
  if (first == '|' || first == '>') return start;
  const int quote = first == '"' || first == '\'' ? 1 : 0;
  return {start.line, start.column + quote + column - 1};
}

std::string list_facts() {
  std::vector<std::string> names;
  for (const query::KeySpec& key : record::fact_keys()) names.emplace_back(key.name);
  return util::join(names, ", ");
}

/// The first term that asks for more than facts; null where all are facts.
const query::Term* find_folded(const query::Filter& filter) {
  const auto facts = record::fact_keys();
  const auto found = std::find_if(filter.terms.begin(), filter.terms.end(), [&](const query::Term& term) {
    return std::none_of(facts.begin(), facts.end(), [&](const query::KeySpec& key) { return key.name == term.key; });
  });
  return found == filter.terms.end() ? nullptr : &*found;
}

/// The words of policy in a form's filter. One that policy lacks is a warning only: the file that lists it may be given
/// back in another version, or not be read at all, and the form must stand by itself.
query::Understand form_words(EntryReader& reader, const Policy& policy) {
  return [&reader, words = filter_words(policy, {})](const query::KeySpec& key, const std::string& value) {
    query::Understood understood = words(key, value);
    if (understood) return understood;
    reader.warn(reader.entry().find("filter")->mark, fmt::format("'filter': {}", understood.error()));
    return query::Understood(std::vector{value});
  };
}

void read_filter(EntryReader& reader, std::string_view text, const Policy& policy, Form& form) {
  form.filter_text = reader.text("filter");
  if (form.filter_text.empty()) return;
  const Mark start = reader.entry().find("filter")->mark;
  // By all keys first: a state is then named as such, not as an unknown word.
  const auto any = query::parse(form.filter_text, record::complaint_keys());
  if (!any) {
    reader.refuse(place_in(text, start, any.error().column), fmt::format("'filter': {}", any.error().message));
    return;
  }
  if (const query::Term* const folded = find_folded(*any)) {
    const std::string what = folded->key.empty() ? "bare words are" : fmt::format("'{}' is", folded->key);
    reader.refuse(place_in(text, start, folded->column),
                  fmt::format("'filter': {} none of the facts that a form may ask for: {}", what, list_facts()));
    return;
  }
  form.filter = query::parse(form.filter_text, record::fact_keys(), form_words(reader, policy)).value_or(*any);
}

void read_required(EntryReader& reader, Form& form) {
  form.require = reader.texts("require");
  for (const std::string& field : form.require) {
    if (!is_field_name(field)) {
      reader.refuse(reader.entry().find("require")->mark,
                    fmt::format("'require' names '{}', but a field is a word of a-z, 0-9 and _", field));
    }
  }
}

void read_patterns(EntryReader& reader, Form& form) {
  const Node* const match = reader.map("match");
  if (match == nullptr) return;
  for (const auto& [field, pattern] : match->entries) {
    if (!is_field_name(field)) {
      reader.refuse(pattern.mark, fmt::format("'match' names '{}', but a field is a word of a-z, 0-9 and _", field));
    } else if (!pattern.is_scalar() || pattern.is_null() || pattern.text.size() > kLongestPattern) {
      reader.refuse(pattern.mark, fmt::format("the pattern of '{}' must be a text of at most 1000 bytes", field));
    } else if (auto compiled = compile_pattern(pattern.text); !compiled->ok()) {
      reader.refuse(pattern.mark, fmt::format("the pattern of '{}' cannot be used: {}", field, compiled->error()));
    } else {
      form.match[field] = pattern.text;
      form.compiled[field] = std::move(compiled);
    }
  }
}

}  // namespace

std::shared_ptr<const re2::RE2> compile_pattern(std::string_view pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kPatternMemory);
  return std::make_shared<const re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
}

Form read_form(EntryReader& reader, std::string_view text, const Policy& policy) {
  Form form;
  form.name = reader.text("name");
  read_filter(reader, text, policy, form);
  read_required(reader, form);
  read_patterns(reader, form);
  form.example = reader.text("example");
  reader.text("why");
  if (reader.good() && form.require.empty() && form.match.empty())
    reader.warn(reader.entry().mark, "this form asks for nothing: it has neither 'require' nor 'match'");
  return form;
}

}  // namespace crmtrack::policy
