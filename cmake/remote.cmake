# Sharing over the git daemon and ssh, on loopback.
if(NOT TARGET crmtrack)
  return()
endif()
add_test(NAME remote COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/remote/sharing.py
                             --binary $<TARGET_FILE:crmtrack>)
set_tests_properties(remote PROPERTIES TIMEOUT 600 ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
add_test(NAME remote_all COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/remote/sharing.py
                                 --binary $<TARGET_FILE:crmtrack> --all --records 40 --kills 40)
set_tests_properties(remote_all PROPERTIES LABELS long TIMEOUT 3600 ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
