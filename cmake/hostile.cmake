# The real program on what nobody should feed it (tests/hostile).
if(TARGET crmtrack)
  foreach(suite repositories objects trust readers patterns roles)
    add_test(NAME hostile.${suite} COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/hostile/${suite}.py
                                           --binary $<TARGET_FILE:crmtrack>)
    set(environment PYTHONDONTWRITEBYTECODE=1)
    if(CRMTRACK_SANITIZE)
      list(APPEND environment CRMTRACK_WATCHED=1)
    endif()
    set_tests_properties(hostile.${suite} PROPERTIES ENVIRONMENT "${environment}" TIMEOUT 600)
  endforeach()
endif()
