# The usual tests once more as if it were another day (tests/dates/later.sh), so that none depends on today. The normal
# run has those that have met the machine's clock so far, a year on. The others, ten years on, and a clock that is a
# year behind the stories carry the label long.
# libfaketime is preloaded into the programs: not where a sanitizer's runtime has to come first.
if(NOT TARGET crmtrack OR CRMTRACK_SANITIZE OR CRMTRACK_COVERAGE)
  return()
endif()
set(unit_programs "")
foreach(module ${modules})
  if(TARGET test_${module})
    list(APPEND unit_programs $<TARGET_FILE:test_${module}>)
  endif()
endforeach()

# Of a year on, in the normal run; and of the transcripts those in which something has the machine's clock.
set(usual_dated terminal convergence)

# crmtrack_dated(NAME COMMAND…): behind later.sh and its number of years.
function(crmtrack_dated name)
  foreach(years 1 10 -1)
    set(prefix later_${years}y)
    set(labels dates)
    if(years EQUAL -1)
      set(prefix earlier_1y)
    endif()
    if(NOT years EQUAL 1 OR NOT name IN_LIST usual_dated)
      list(APPEND labels long)
    endif()
    add_test(NAME ${prefix}.${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/dates/later.sh ${years} ${ARGN})
    set_tests_properties(${prefix}.${name} PROPERTIES LABELS "${labels}" TIMEOUT 1200
                         ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
  endforeach()
endfunction()

# crmtrack_dated_script(NAME SCRIPT ARGUMENT…): a script of tests/ that runs the program in sandboxes.
function(crmtrack_dated_script name script)
  crmtrack_dated(${name} --sandboxes ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/${script}.py
                 --binary $<TARGET_FILE:crmtrack> ${ARGN})
endfunction()

crmtrack_dated(units ${CMAKE_SOURCE_DIR}/tests/dates/units.sh ${unit_programs})
crmtrack_dated_script(transcripts e2e/transcripts)
add_test(NAME later_1y.machine_clock
         COMMAND ${CMAKE_SOURCE_DIR}/tests/dates/later.sh 1 --sandboxes ${CRMTRACK_PYTHON}
                 ${CMAKE_SOURCE_DIR}/tests/e2e/transcripts.py --binary $<TARGET_FILE:crmtrack> --dated)
set_tests_properties(later_1y.machine_clock PROPERTIES LABELS dates TIMEOUT 1200 PROCESSORS 2
                     ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
crmtrack_dated_script(terminal e2e/terminal)
crmtrack_dated_script(terminal_signals e2e/terminal_signals)
crmtrack_dated_script(terminal_text e2e/terminal_text)
foreach(suite repositories trust readers patterns)
  crmtrack_dated_script(${suite} hostile/${suite})
endforeach()
crmtrack_dated_script(remote remote/sharing)
crmtrack_dated_script(convergence property/convergence --rounds 1)
crmtrack_dated_script(bench bench/check)
