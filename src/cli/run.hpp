#pragma once

namespace crmtrack::cli {

/// The whole program: reads the command line and the environment, runs the command, and turns what went wrong into a
/// message on stderr and an exit code (see `ErrorKind`). A closed pipe is 141 without a word; anything that is not an
/// Error is a bug of ours, 70. SIGINT keeps its default action, so the shell sees 130: locks end with the process, and
/// nothing half written is ever referenced.
int run(int argc, char** argv);

}  // namespace crmtrack::cli
