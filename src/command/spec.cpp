#include "command/spec.hpp"

#include <array>

#include "render/format.hpp"

namespace crmtrack::command {

namespace {

using namespace std::string_view_literals;

constexpr std::array kColors = {"auto"sv, "always"sv, "never"sv};

}  // namespace

std::string_view OptionSpec::key() const {
  std::string_view longest = names.substr(names.rfind(',') + 1);
  return longest.substr(longest.find_first_not_of('-'));
}

bool Invocation::has(std::string_view key) const { return options.find(key) != options.end(); }

std::string Invocation::get(std::string_view key) const { return find(key).value_or(std::string()); }

std::optional<std::string> Invocation::find(std::string_view key) const {
  const auto found = options.find(key);
  if (found == options.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> Invocation::all(std::string_view key) const {
  const auto found = options.find(key);
  return found == options.end() ? std::vector<std::string>() : found->second;
}

std::span<const OptionSpec> global_options() {
  static const std::array kOptions = {
      OptionSpec{"-C,--repo", "DIR", "the data repository (default: CRMTRACK_REPO, else here or above)",
                 Completes::directory},
      OptionSpec{"--format", "FORMAT", render::format_choices(), Completes::nothing, render::format_names()},
      OptionSpec{"--json", "", "the same as --format json"},
      OptionSpec{"--fields", "A,B", "only these fields, in this order", Completes::field},
      OptionSpec{"--header", "", "tsv: the names of the columns in the first line"},
      OptionSpec{"--as-of", "TIME|REV", "what was known at that time, or in that commit of the ledger"},
      OptionSpec{"--color", "WHEN", "auto, always or never", Completes::nothing, kColors},
      OptionSpec{"--no-pager", "", "never send the output through the pager"},
      OptionSpec{"-q,--quiet", "", "no sentences for people on stderr"},
      OptionSpec{"-v,--verbose", "", "say more"},
      OptionSpec{"-n,--dry-run", "", "say what would be done, and do nothing"},
      OptionSpec{"--no-input", "", "never ask"},
      OptionSpec{"-h", "", "the synopsis and the options"},
      OptionSpec{"--help", "", "examples first, then everything"},
      OptionSpec{"--version", "", "the version"},
  };
  return kOptions;
}

}  // namespace crmtrack::command
