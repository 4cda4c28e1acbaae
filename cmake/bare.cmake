# The README's two set-up commands on a bare Debian 12, made for the test (tests/bare). Of a build without sanitizers only:
# it builds another one by itself.
if(NOT TARGET crmtrack OR CRMTRACK_SANITIZE OR CRMTRACK_COVERAGE)
  return()
endif()
add_test(NAME bare.debian COMMAND ${CMAKE_SOURCE_DIR}/tests/bare/debian.sh)
set_tests_properties(bare.debian PROPERTIES LABELS long RUN_SERIAL ON SKIP_RETURN_CODE 77 TIMEOUT 10800)
