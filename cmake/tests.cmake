# Tests: one executable a module (tests/unit/<module>/*.cpp), so that work on one rebuilds little; then the real binary
# in transcripts and under a terminal; then what must not drift apart (label lint).
# doctest makes its own code where it is first included: not in a precompiled header, and once for all programs.
add_library(doctest_main OBJECT ${CMAKE_SOURCE_DIR}/tests/unit/main.cpp)
target_link_libraries(doctest_main PRIVATE crmtrack_util)
target_compile_options(doctest_main PRIVATE -O0)  # the tests themselves need no speed, and build in half the time
crmtrack_precompile(doctest_main ADD <doctest/doctest.h>)
file(GLOB modules RELATIVE ${CMAKE_SOURCE_DIR}/tests/unit CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/*)
foreach(module ${modules})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/${module}/*.cpp)
  if(sources AND TARGET crmtrack_${module})
    add_executable(test_${module} ${sources})
    target_link_libraries(test_${module} PRIVATE doctest_main crmtrack_${module} crmtrack_watch)
    target_compile_options(test_${module} PRIVATE -O0)
    crmtrack_precompile(test_${module} FROM doctest_main)
    crmtrack_unite(test_${module} ${sources})
    target_compile_definitions(test_${module} PRIVATE CRMTRACK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME unit.${module} COMMAND test_${module})
  endif()
endforeach()
if(TARGET test_statistics)
  # The simulations of run lengths and false discoveries, with ten times the trials.
  add_test(NAME unit.simulated_full COMMAND test_statistics -tc=simulated*)
  set_tests_properties(unit.simulated_full PROPERTIES LABELS long ENVIRONMENT CRMTRACK_LONG=1)
endif()
if(TARGET crmtrack_statistics)
  # For tests/peers/r_statistics.py, which compares the statistics with R and is run by hand.
  add_executable(statistics_peer EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/peers/statistics.cpp)
  target_link_libraries(statistics_peer PRIVATE crmtrack_statistics crmtrack_warnings)
endif()
if(TARGET test_query)
  # The language is tried with the keys of complaints, whose words are those of records.
  target_link_libraries(test_query PRIVATE crmtrack_record)
endif()

# The scripts use Python's standard library only; any Python 3.9 or newer will do. CMake looks
# for no program that only tests need: a suite that lacks one fails when it runs, where a suite left out here would not be
# missed. `./dev test` compares the suites with tests/suites.txt.
set(CRMTRACK_PYTHON python3)
if(TARGET crmtrack)
  add_test(NAME e2e.transcripts COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/e2e/transcripts.py
                                        --binary $<TARGET_FILE:crmtrack>)
  set_tests_properties(e2e.transcripts PROPERTIES PROCESSORS 2 TIMEOUT 600)
  add_test(NAME e2e.terminal COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/e2e/terminal.py
                                     --binary $<TARGET_FILE:crmtrack>)
  set_tests_properties(e2e.transcripts e2e.terminal PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
  # Of the benchmark, that it measures what it says; its figures are no test.
  add_test(NAME bench COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/bench/check.py
                              --binary $<TARGET_FILE:crmtrack>)
  add_test(NAME measures.proof COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/measures/proof.py
                                       --binary $<TARGET_FILE:crmtrack>)
  set_tests_properties(measures.proof PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1 TIMEOUT 600)
  foreach(lint layers knots length manual sql scripts completions format english pages)
    add_test(NAME lint.${lint} COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/lint/${lint}.py
                                       --binary $<TARGET_FILE:crmtrack>)
    set_tests_properties(lint.${lint} PROPERTIES LABELS lint ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
  endforeach()
endif()

include(cmake/fuzz.cmake)
include(cmake/hostile.cmake)
include(cmake/faults.cmake)
include(cmake/terminals.cmake)
include(cmake/remote.cmake)
include(cmake/property.cmake)
include(cmake/programs.cmake)
include(cmake/pages.cmake)
include(cmake/warehouse.cmake)
include(cmake/dates.cmake)
include(cmake/bare.cmake)
