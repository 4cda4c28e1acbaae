#pragma once

#include <string>
#include <vector>

#include "cli/catalog.hpp"
#include "cli/short_words.hpp"
#include "command/spec.hpp"

namespace crmtrack::cli {

/// The words of the command line, sorted by addressee.
struct Arguments {
  const command::CommandSpec* command = nullptr;  ///< null: no command was named
  std::string words;                              ///< the command words typed: `customer` where a group alone was
  command::Invocation globals;
  command::Invocation invocation;
};

/// Sorts the words after the program's name. Options may stand anywhere, global ones before the command too; `--` ends
/// them. Of an option given twice the last one counts, unless it repeats. An option's value may be anything, also empty
/// or with a leading `-`. Of a command with its subject first (`plan ID add`), its own options stand behind the name. A
/// command word that is none may stand for others: `short_words` tells. Throws Error(usage)
/// for an unknown command or option, with the nearest one, and for a missing value.
Arguments parse_arguments(const Catalog& catalog, const std::vector<std::string>& words,
                          const ShortWords& short_words = {});

/// Checks the demands of the command's spec that a parser does not know: fixed vocabularies, and the number of
/// positionals. Throws Error(usage) with the nearest word or the synopsis. It is a step of its own, so that `-h`
/// answers whatever else is typed.
void check_arguments(const Arguments& arguments);
/// The checks of check_arguments without that for missing positionals, which a terminal is asked for.
void check_given(const Arguments& arguments);
/// Throws Error(usage) where a positional is missing, or there is one too many.
void check_positionals(const command::CommandSpec& command, const std::vector<std::string>& words);

}  // namespace crmtrack::cli
