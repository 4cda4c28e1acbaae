# The fuzz targets of tests/fuzz, all in one program, from the sources that they try: no Git, no index, no terminal.
#
# With CRMTRACK_FUZZ (Clang only, in a build folder of its own) it is `fuzz`, with libFuzzer and sanitizers in every
# file. Otherwise it is `fuzz_replay`, which tries the corpora and changes of them with the code as it is shipped.
option(CRMTRACK_FUZZ "make the program `fuzz` with Clang's libFuzzer" OFF)

set(fuzz_dir ${CMAKE_SOURCE_DIR}/tests/fuzz)
set(fuzz_targets record filter csv json_lines map policy commit tree pack feed)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${fuzz_dir}/*.cpp)
list(REMOVE_ITEM fuzz_sources ${fuzz_dir}/libfuzzer_main.cpp ${fuzz_dir}/replay_main.cpp)
if(NOT TARGET crmtrack_exchange)
  return()
endif()

if(CRMTRACK_FUZZ)
  set(sources ${CMAKE_BINARY_DIR}/generated/shipped_maps.cpp)
  set(libraries PkgConfig::SQLITE)
  foreach(module util yaml query document calendar render record policy exchange)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${module}/*.cpp)
    list(APPEND sources ${found})
    get_target_property(used crmtrack_${module} INTERFACE_LINK_LIBRARIES)
    list(FILTER used EXCLUDE REGEX "crmtrack_")
    list(APPEND libraries ${used})
  endforeach()
  foreach(pure object/tree object/tree_compare object/tree_middle object/tree_edit object/git_rules object/commit_object
               object/object_id object/delta object/inflate object/pack_lookup object/pack_text
               program/git_date)
    list(APPEND sources ${CMAKE_SOURCE_DIR}/src/git/${pure}.cpp)
  endforeach()
  add_executable(fuzz EXCLUDE_FROM_ALL ${fuzz_sources} ${fuzz_dir}/libfuzzer_main.cpp ${sources})
  target_include_directories(fuzz PRIVATE ${fuzz_dir} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(fuzz PRIVATE ${libraries})
  target_compile_options(fuzz PRIVATE -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  target_link_options(fuzz PRIVATE -fsanitize=fuzzer,address,undefined)
  crmtrack_precompile(fuzz)
  return()
endif()

add_executable(fuzz_replay ${fuzz_sources} ${fuzz_dir}/replay_main.cpp)
target_include_directories(fuzz_replay PRIVATE ${fuzz_dir})
target_link_libraries(fuzz_replay PRIVATE crmtrack_exchange crmtrack_calendar crmtrack_warnings crmtrack_watch PkgConfig::SQLITE)
target_compile_options(fuzz_replay PRIVATE -O0)
crmtrack_precompile(fuzz_replay)
foreach(target ${fuzz_targets})
  add_test(NAME fuzz.${target} COMMAND fuzz_replay ${target} --turns 1000 ${fuzz_dir}/corpus/${target})
endforeach()
