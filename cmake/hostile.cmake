# The real program on what nobody should feed it (tests/hostile).
if(TARGET crmtrack)
  foreach(suite repositories objects trust readers patterns roles mains trees mends exchanges faults)
    add_test(NAME hostile.${suite} COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/hostile/${suite}.py
                                           --binary $<TARGET_FILE:crmtrack>)
    set(environment PYTHONDONTWRITEBYTECODE=1)
    if(CRMTRACK_SANITIZE)
      list(APPEND environment CRMTRACK_WATCHED=1)
    endif()
    set_tests_properties(hostile.${suite} PROPERTIES ENVIRONMENT "${environment}" TIMEOUT 600)
  endforeach()
  foreach(suite roles mains trees mends exchanges)
    add_test(NAME hostile.${suite}_all COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/hostile/${suite}.py
                                               --binary $<TARGET_FILE:crmtrack> --rounds 100 --seed 1000)
    set_tests_properties(hostile.${suite}_all PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1 LABELS long TIMEOUT 7200)
  endforeach()
endif()
