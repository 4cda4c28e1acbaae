#include "cli/run.hpp"

int main(int argc, char** argv) { return crmtrack::cli::run(argc, argv); }
