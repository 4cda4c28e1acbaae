#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "exchange/jsonl.hpp"

namespace crmtrack::command {

/// Warns of what an import did not take as the file has it: what it is, and who put what is there instead.
void tell_left(Context& context, const std::string& file, const std::vector<exchange::LeftOut>& left);

/// Who put a file there, as the ledger's commits say: `eve@example.com, commit 83a086612e`; empty where nobody is
/// known. Reads the whole history.
std::string find_adder(Context& context, const std::string& head, const std::string& path);

}  // namespace crmtrack::command
