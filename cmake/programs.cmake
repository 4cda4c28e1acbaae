# Other people's programs read our files and start us (tests/programs). The programs are test_packages in `dev`.
if(NOT TARGET crmtrack)
  return()
endif()
add_test(NAME programs.calendars COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/programs/calendars.py
                                         --binary $<TARGET_FILE:crmtrack>)
add_test(NAME programs.deliveries COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/programs/deliveries.py
                                          --binary $<TARGET_FILE:crmtrack>)
add_test(NAME programs.mail_out COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/programs/mail_out.py
                                        --binary $<TARGET_FILE:crmtrack> --unpacked ${CMAKE_SOURCE_DIR}/build/unpacked)
set_tests_properties(programs.mail_out PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME programs.timers COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/programs/timers.py
                                      --build ${CMAKE_BINARY_DIR})
set_tests_properties(programs.calendars programs.deliveries programs.mail_out programs.timers
                     PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
