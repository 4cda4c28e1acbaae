#include "cli/spec_json.hpp"

#include <string>

#include "cli/help.hpp"
#include "cli/usage.hpp"

namespace crmtrack::cli {

using command::CommandSpec;
using command::OptionSpec;
using command::PositionalSpec;
using document::Value;

namespace {

template <typename Texts>
Value texts(const Texts& source) {
  Value::List list;
  for (const auto& text : source) list.emplace_back(std::string(text));
  return list;
}

Value to_value(const OptionSpec& option) {
  return Value::Object{{"names", texts(names_of(option))},
                       {"metavar", std::string(option.metavar)},
                       {"help", std::string(option.help)},
                       {"choices", texts(option.choices)},
                       {"repeats", option.repeats}};
}

Value to_value(const PositionalSpec& positional) {
  return Value::Object{{"name", std::string(positional.name)},
                       {"help", std::string(positional.help)},
                       {"min", positional.min},
                       {"max", positional.max}};
}

template <typename Parts>
Value list_of(const Parts& parts) {
  Value::List list;
  for (const auto& part : parts) list.push_back(to_value(part));
  return list;
}

Value to_value(const CommandSpec& command) {
  Value::List examples;
  for (const command::Example& example : command.examples) examples.emplace_back(std::string(example.line));
  return Value::Object{{"name", std::string(command.name)},
                       {"group", std::string(command.group)},
                       {"summary", std::string(command.summary)},
                       {"synopsis", synopsis(command)},
                       {"manual", manual_page(command.name)},
                       {"hidden", command.hidden},
                       {"positionals", list_of(command.positionals)},
                       {"options", list_of(command.options)},
                       {"examples", examples}};
}

}  // namespace

Value to_value(const Catalog& catalog) {
  Value::List commands;
  for (const CommandSpec* command : catalog.commands()) commands.push_back(to_value(*command));
  return Value::Object{{"global_options", list_of(command::global_options())}, {"commands", std::move(commands)}};
}

}  // namespace crmtrack::cli
