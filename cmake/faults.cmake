# What a disk, a signal or a second process can do to the program (tests/faults): a little of each in the normal run, all
# of it under the label long. The shim is preloaded into the program: not where a sanitizer's runtime has to come first.
if(NOT CRMTRACK_PYTHON OR NOT TARGET crmtrack OR CRMTRACK_SANITIZE OR CRMTRACK_COVERAGE)
  return()
endif()
enable_language(C)
add_library(faults_shim MODULE ${CMAKE_SOURCE_DIR}/tests/faults/shim.c)
set_target_properties(faults_shim PROPERTIES C_STANDARD 11 C_EXTENSIONS ON)
target_compile_options(faults_shim PRIVATE -O1 -Wall -Wextra)
target_link_libraries(faults_shim PRIVATE ${CMAKE_DL_LIBS} Threads::Threads)

# crmtrack_faults(NAME SCRIPT LABEL ARGUMENT…)
function(crmtrack_faults name script label)
  add_test(NAME ${name} COMMAND ${CRMTRACK_PYTHON} ${CMAKE_SOURCE_DIR}/tests/faults/${script}.py
                                --binary $<TARGET_FILE:crmtrack> ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS "${label}" ENVIRONMENT PYTHONDONTWRITEBYTECODE=1
                       SKIP_RETURN_CODE 77)
  if(label MATCHES long)
    set_tests_properties(${name} PROPERTIES TIMEOUT 7200)
  else()
    set_tests_properties(${name} PROPERTIES TIMEOUT 600)
  endif()
endfunction()

set(shim --shim $<TARGET_FILE:faults_shim>)
crmtrack_faults(faults.kills kills faults ${shim} --rounds 2 --steps 4)
crmtrack_faults(faults.power power faults --rounds 1)
crmtrack_faults(faults.kills_all kills "faults;long" ${shim} --rounds 60 --steps 0)
crmtrack_faults(faults.power_all power "faults;long" --rounds 60)
crmtrack_faults(faults.anomalies anomalies faults ${shim} --quick)
crmtrack_faults(faults.anomalies_all anomalies "faults;long" ${shim})
