# Where Debian's tools find things: binary, compressed manual pages, completions; and the package made of them.
include(GNUInstallDirs)
install(TARGETS crmtrack RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

find_program(GZIP_PROGRAM gzip REQUIRED)
file(GLOB manual_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.[157])
foreach(page ${manual_pages})
  get_filename_component(name ${page} NAME)
  string(REGEX REPLACE ".*\\." "" section ${name})
  set(compressed ${CMAKE_BINARY_DIR}/man/${name}.gz)
  add_custom_command(
    OUTPUT ${compressed}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/man
    COMMAND ${GZIP_PROGRAM} -9nc ${page} > ${compressed}
    DEPENDS ${page} VERBATIM)
  list(APPEND compressed_pages ${compressed})
  install(FILES ${compressed} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()
add_custom_target(manual ALL DEPENDS ${compressed_pages})

install(FILES ${CMAKE_SOURCE_DIR}/completions/crmtrack.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME crmtrack)
# Debian's zsh reads vendor-completions below /usr, but site-functions below /usr/local.
install(CODE "
  set(folder site-functions)
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(folder vendor-completions)
  endif()
  file(INSTALL \"${CMAKE_SOURCE_DIR}/completions/_crmtrack\"
       DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder}\")")
install(FILES ${CMAKE_SOURCE_DIR}/completions/crmtrack.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# The files that Debian's policy wants in every package's documentation folder.
file(WRITE ${CMAKE_BINARY_DIR}/package/changelog
     "crmtrack (${PROJECT_VERSION}) unstable; urgency=medium\n\n  * See the history of the source repository.\n\n"
     " -- crmtrack maintainers <maintainers@crmtrack.invalid>  Sat, 21 Nov 2026 09:12:00 +0000\n")
file(WRITE ${CMAKE_BINARY_DIR}/package/copyright
     "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
     "Upstream-Name: crmtrack\n\nFiles: *\nCopyright: 2026 the crmtrack maintainers\nLicense: none-stated\n"
     " No licence has been granted yet; ask the maintainers.\n")
execute_process(COMMAND ${GZIP_PROGRAM} -9nf ${CMAKE_BINARY_DIR}/package/changelog)
install(FILES ${CMAKE_BINARY_DIR}/package/changelog.gz ${CMAKE_BINARY_DIR}/package/copyright
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/crmtrack)
install(FILES ${CMAKE_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/crmtrack OPTIONAL)

# Files that let crmtrack tick run: units for systemd's user manager, and a line for cron.
configure_file(${CMAKE_SOURCE_DIR}/docs/examples/systemd/crmtrack-tick@.service.in
               ${CMAKE_BINARY_DIR}/generated/crmtrack-tick@.service @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/generated/crmtrack-tick@.service
              ${CMAKE_SOURCE_DIR}/docs/examples/systemd/crmtrack-tick@.timer
        DESTINATION lib/systemd/user)
install(FILES ${CMAKE_SOURCE_DIR}/docs/examples/crontab DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/crmtrack/examples)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME crmtrack)
set(CPACK_PACKAGE_VENDOR crmtrack)
set(CPACK_PACKAGE_CONTACT "crmtrack maintainers <maintainers@crmtrack.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# dpkg-shlibdeps finds the libraries that the binary is linked with. libgit2 is loaded only by commands that write, so
# it must be named here; git does the transport, and the zones come from tzdata.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libgit2-1.5, git, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "less, libedit2, libgmime-3.0-0, libstemmer0d, libpq5")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "complaint and escalation tracker on a Git repository")
set(CPACK_PACKAGE_DESCRIPTION
    "Records complaints, every contact about them and every escalation as small
text files in an ordinary Git repository, and computes from them who owes
what to whom, by when, and what the reports show. Nothing is ever changed
or deleted, so the history is the proof.")
include(CPack)
