# The warehouse in a real PostgreSQL, which each suite starts for itself (tests/warehouse). The server and pgbouncer are
# test_packages in `dev`.
if(NOT TARGET crmtrack)
  return()
endif()
add_test(NAME warehouse.loads COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/warehouse/loads.py
                                      --binary $<TARGET_FILE:crmtrack>)
set(follow ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/warehouse/follow.py --binary $<TARGET_FILE:crmtrack>)
add_test(NAME warehouse.follow COMMAND ${follow})
add_test(NAME warehouse.follow_all COMMAND ${follow} --rounds 60 --steps 120 --clones 4 --seed 1000)
set_tests_properties(warehouse.follow_all PROPERTIES LABELS long TIMEOUT 7200)
set_tests_properties(warehouse.loads warehouse.follow warehouse.follow_all
                     PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
