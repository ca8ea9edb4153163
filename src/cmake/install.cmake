# What cmake --install puts where, and the Debian package that cpack makes of the same.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS selisih RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
set(SHARE ${CMAKE_BINARY_DIR}/share)
install(DIRECTORY ${SHARE}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${SHARE}/completions/selisih.bash RENAME selisih
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${SHARE}/completions/_selisih
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${SHARE}/completions/selisih.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${CMAKE_SOURCE_DIR}/src/cmake/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(SELISIH_LIBRARY)
    install(TARGETS shared static EXPORT selisih
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
    install(DIRECTORY ${CMAKE_SOURCE_DIR}/include/selisih
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
    set(CONFIG_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/selisih)
    install(EXPORT selisih NAMESPACE selisih:: FILE selisihConfig.cmake
        DESTINATION ${CONFIG_DIR})
    write_basic_package_version_file(${CMAKE_BINARY_DIR}/selisihConfigVersion.cmake
        COMPATIBILITY SameMinorVersion)
    install(FILES ${CMAKE_BINARY_DIR}/selisihConfigVersion.cmake DESTINATION ${CONFIG_DIR})
    # from where the file lies, so that an installation can be moved
    file(RELATIVE_PATH PREFIX_FROM_PC /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
    configure_file(${CMAKE_SOURCE_DIR}/src/cmake/selisih.pc.in ${CMAKE_BINARY_DIR}/selisih.pc
        @ONLY)
    install(FILES ${CMAKE_BINARY_DIR}/selisih.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME selisih)
set(CPACK_PACKAGE_CONTACT "Seed bf34552a maintainers <maintainers@selisih.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "checks news articles against each other")
set(CPACK_PACKAGE_DESCRIPTION "Finds where news articles from several sources contradict each \
other in numbers, dates and offices, in Indonesian and English. A command and a C library.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
