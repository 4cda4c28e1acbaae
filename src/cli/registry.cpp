#include "cli/registry.hpp"

#include "cli/own_commands.hpp"
#include "command/commands.hpp"

namespace crmtrack::cli {

namespace {

Catalog make_registry() {
  std::vector<const command::CommandSpec*> all(command::kCommands.begin(), command::kCommands.end());
  for (const command::CommandSpec* own : own_commands()) all.push_back(own);
  return Catalog(std::move(all));
}

}  // namespace

const Catalog& registry() {
  static const Catalog kRegistry = make_registry();
  return kRegistry;
}

}  // namespace crmtrack::cli
