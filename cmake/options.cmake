# Builds that check the program, each in a folder of its own (`./dev check` makes them).

# What the compiler can watch while the tests run: `cmake -DCRMTRACK_SANITIZE=address,undefined` (or `thread`).
set(CRMTRACK_SANITIZE "" CACHE STRING "sanitizers, separated by commas")
if(CRMTRACK_SANITIZE)
  # The standard library's own assertions see an index out of bounds inside a buffer that is large enough.
  add_compile_options(-O1 -fsanitize=${CRMTRACK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                      -D_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=${CRMTRACK_SANITIZE})
endif()

# Which lines the tests ran: GCC's counters, one file an object.
option(CRMTRACK_COVERAGE "count what runs" OFF)
if(CRMTRACK_COVERAGE)
  add_compile_options(-O0 --coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()

# clang-tidy reads each file by itself, and cannot read what another compiler precompiled.
option(CRMTRACK_PRECOMPILE "precompile what nearly every file includes" ON)
