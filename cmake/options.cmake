# Builds that check the program, each in a folder of its own (`./dev check` makes them).

# Sanitizers that watch while the tests run: `cmake -DCRMTRACK_SANITIZE=address,undefined` (or `thread`). Their findings
# are in the build folder's reports/.
set(CRMTRACK_SANITIZE "" CACHE STRING "sanitizers, separated by commas")
if(CRMTRACK_SANITIZE)
  # The standard library's own assertions see an index out of bounds inside a buffer that is large enough.
  add_compile_options(-O1 -fsanitize=${CRMTRACK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                      -D_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=${CRMTRACK_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CRMTRACK_SANITIZE MATCHES "address.*undefined")
    add_link_options(-static-libasan -static-libubsan)  # as shared libraries they do not agree on where to report
  endif()
  add_library(crmtrack_watch OBJECT tests/watch/sanitizer_options.cpp)
  target_compile_definitions(crmtrack_watch PRIVATE CRMTRACK_REPORTS="${CMAKE_BINARY_DIR}/reports")
  target_compile_options(crmtrack_watch PRIVATE -fno-sanitize=all)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/reports)
else()
  add_library(crmtrack_watch INTERFACE)
endif()

# Which lines the tests ran: GCC's counters, one file an object.
option(CRMTRACK_COVERAGE "count what runs" OFF)
if(CRMTRACK_COVERAGE)
  add_compile_options(-O0 --coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()

# clang-tidy reads each file by itself, and cannot read what another compiler precompiled.
option(CRMTRACK_PRECOMPILE "precompile what nearly every file includes" ON)

# Where nothing is precompiled, so that each file is seen to include what it uses, each is compiled by itself as well.
option(CRMTRACK_UNITY "compile several files of a module as one" ${CRMTRACK_PRECOMPILE})
