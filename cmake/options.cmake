# Checks that the compiler adds to the program: `cmake -DCRMTRACK_SANITIZE=address,undefined` (or `thread`).
set(CRMTRACK_SANITIZE "" CACHE STRING "sanitizers, separated by commas")
if(CRMTRACK_SANITIZE)
  add_compile_options(-fsanitize=${CRMTRACK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CRMTRACK_SANITIZE})
endif()
