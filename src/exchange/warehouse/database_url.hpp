#pragma once

#include <string_view>

namespace crmtrack::exchange {

/// Throws Error(usage) for the address of a database that is none (`postgresql://[USER@]HOST[:PORT]/DATABASE[?…]`), and
/// for one that has a password, or may have one by mistake. The message never quotes the address: everybody on the
/// machine sees the arguments of a command, and a log or a mail of cron keeps what it prints.
void check_database_url(std::string_view url);

}  // namespace crmtrack::exchange
