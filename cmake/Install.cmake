# What a user of the library gets: headers below include/handvest, the static libraries, and a package
# for find_package(handvest) with targets handvest::pipeline, handvest::output and so on.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/handvest)
install(DIRECTORY extractor/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/handvest
        FILES_MATCHING PATTERN "*.hpp" PATTERN "cli" EXCLUDE)
install(DIRECTORY output DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/handvest
        FILES_MATCHING PATTERN "*.hpp" PATTERN "schema" EXCLUDE)
install(FILES output/schema/handvest-1.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/handvest)
install(EXPORT handvest NAMESPACE handvest:: DESTINATION ${package_folder}
        FILE handvest-targets.cmake)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/handvest-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES cmake/handvest-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/handvest-config-version.cmake
        DESTINATION ${package_folder})
