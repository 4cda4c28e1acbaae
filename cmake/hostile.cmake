# The real program on what nobody should feed it (tests/hostile).
if(TARGET crmtrack)
  foreach(suite repositories trust readers patterns)
    add_test(NAME hostile.${suite} COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/hostile/${suite}.py
                                           --binary $<TARGET_FILE:crmtrack>)
    set_tests_properties(hostile.${suite} PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1 TIMEOUT 600)
  endforeach()
endif()
