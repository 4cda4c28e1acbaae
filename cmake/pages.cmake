# Pages looked at in a real browser (tests/pages). Chromium and pdftotext are test_packages in `dev`, which fetches
# axe-core as well.
if(NOT TARGET crmtrack)
  return()
endif()
add_executable(sample_page ${CMAKE_SOURCE_DIR}/tests/pages/sample_page.cpp)
target_link_libraries(sample_page PRIVATE crmtrack_render crmtrack_watch)
add_test(NAME pages.browser COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/pages/browser_test.py
                                    --sample $<TARGET_FILE:sample_page> --binary $<TARGET_FILE:crmtrack>
                                    --axe ${CMAKE_SOURCE_DIR}/build/axe-core/package/axe.min.js)
add_test(NAME pages.pictures COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/pages/pictures_test.py
                                     --sample $<TARGET_FILE:sample_page>)
set_tests_properties(pages.browser pages.pictures PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
