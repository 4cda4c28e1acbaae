#include "policy/form_reader.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "policy/fact_filter.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;

constexpr std::int64_t kPatternMemory = 1 << 20;
constexpr std::size_t kLongestPattern = 1000;

bool is_field_name(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         std::all_of(
             name.begin(), name.end(),
             [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
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
  FactFilter facts = read_fact_filter(reader, text, policy);
  form.filter = std::move(facts.filter);
  form.filter_text = std::move(facts.text);
  read_required(reader, form);
  read_patterns(reader, form);
  form.example = reader.text("example");
  reader.text("why");
  if (reader.good() && form.require.empty() && form.match.empty())
    reader.warn(reader.entry().mark, "this form asks for nothing: it has neither 'require' nor 'match'");
  return form;
}

}  // namespace crmtrack::policy
