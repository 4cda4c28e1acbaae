// How the sanitizers behave in a build with CRMTRACK_SANITIZE. Compiled in and not given as ASAN_OPTIONS, because the
// tests' sandboxes empty the environment. Findings are written to files that `./dev check` looks for: a test that
// expects a command to fail, or that reads only a part of what it prints, must not be able to hide a report.
#define CRMTRACK_OPTIONS(name, more)                                                \
  extern "C" __attribute__((visibility("default"), used)) const char* name() {      \
    return "log_path=" CRMTRACK_REPORTS "/report:exitcode=99:handle_abort=0:" more; \
  }

// An uncaught exception may end a test on purpose; it is a transcript's to see, so SIGABRT stays what it is.
CRMTRACK_OPTIONS(__asan_default_options, "detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1")
CRMTRACK_OPTIONS(__ubsan_default_options, "print_stacktrace=1")
CRMTRACK_OPTIONS(__tsan_default_options, "second_deadlock_stack=1")

// libgit2 1.5 keeps what a regular expression was matched with where it did not match (git_regexp_match).
extern "C" __attribute__((visibility("default"), used)) const char* __lsan_default_suppressions() {
  return "leak:libpcre2-8.so\n";
}
