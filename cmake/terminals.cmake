# Every command on every kind of terminal: a few of them in the quick run, all of them, and many more interruptions, in
# the long one.
if(TARGET crmtrack)
  foreach(suite text signals)
    set(command ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/e2e/terminal_${suite}.py --binary $<TARGET_FILE:crmtrack>)
    add_test(NAME e2e.terminal_${suite} COMMAND ${command})
    add_test(NAME e2e.terminal_${suite}_full COMMAND ${command} --full)
    set_tests_properties(e2e.terminal_${suite} e2e.terminal_${suite}_full PROPERTIES TIMEOUT 600
                         ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
    set_tests_properties(e2e.terminal_${suite}_full PROPERTIES LABELS long TIMEOUT 3000)
  endforeach()
  foreach(suite short asking)
    add_test(NAME e2e.terminal_${suite} COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/e2e/terminal_${suite}.py
                                                --binary $<TARGET_FILE:crmtrack>)
    set_tests_properties(e2e.terminal_${suite} PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
  endforeach()
endif()
