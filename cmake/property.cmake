# Properties that hold in any order of events (tests/property): a few rounds in the normal run, very many under the
# label long.
if(NOT TARGET crmtrack)
  return()
endif()
set(feed ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/property/feed.py --binary $<TARGET_FILE:crmtrack>)
add_test(NAME property.feed COMMAND ${feed} --rounds 2)
add_test(NAME property.feed_all COMMAND ${feed} --rounds 100 --steps 120 --clones 4 --seed 1000)
set_tests_properties(property.feed_all PROPERTIES LABELS long TIMEOUT 7200)
set(convergence ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/property/convergence.py --binary $<TARGET_FILE:crmtrack>)
add_test(NAME property.convergence COMMAND ${convergence} --rounds 3)
add_test(NAME property.convergence_all COMMAND ${convergence} --rounds 150 --steps 80 --clones 4 --seed 1000)
set_tests_properties(property.convergence_all PROPERTIES LABELS long TIMEOUT 7200)
