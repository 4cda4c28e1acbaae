# Other people's programs read our files (tests/programs). The programs are test_packages in `dev`.
if(NOT TARGET crmtrack)
  return()
endif()
add_test(NAME programs.calendars COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/programs/calendars.py
                                         --binary $<TARGET_FILE:crmtrack>)
set_tests_properties(programs.calendars PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
