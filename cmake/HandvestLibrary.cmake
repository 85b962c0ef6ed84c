# Warnings of every target of the project; errors for developers, so that a newer compiler's new
# warning never keeps a user from building.
add_library(handvest_warnings INTERFACE)
target_compile_options(handvest_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees overlapping copies in its own std::string (GCC bug 105651).
  target_compile_options(handvest_warnings INTERFACE -Wno-restrict)
endif()
if(HANDVEST_DEVELOPER)
  target_compile_options(handvest_warnings INTERFACE -Werror)
endif()

# handvest_optimise(TARGET OPTION): how a release compiles it. Each page of the program that a run
# touches is memory: code that runs once a document is made small (-Os), and the many rules of the
# stages are not unrolled (-O2).
function(handvest_optimise target option)
  target_compile_options(
    ${target} PRIVATE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang>>:${option}>)
endfunction()

# handvest_library(NAME [PUBLIC lib...] [PRIVATE lib...])
# A static library handvest_NAME of all sources in the calling folder. The sources are globbed: a
# folder is a stage, and a file in it belongs to that stage.
function(handvest_library name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/module/")  # modules are libraries of their own
  add_library(handvest_${name} STATIC ${sources})
  add_library(handvest::${name} ALIAS handvest_${name})
  target_include_directories(
    handvest_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/extractor>
                            $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                            $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/handvest>)
  target_link_libraries(handvest_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE}
                                         $<BUILD_INTERFACE:handvest_warnings>)
  set_target_properties(handvest_${name} PROPERTIES EXPORT_NAME ${name})
  install(TARGETS handvest_${name} EXPORT handvest)
endfunction()

# handvest_embed(NAME FUNCTION HEADER files...)
# Compiles the files into handvest_NAME as handvest::FUNCTION(), which HEADER declares.
function(handvest_embed name function header)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${source} -DFUNCTION=${function} -DHEADER=${header}
            "-DFILES=${ARGN}" -P ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    VERBATIM)
  target_sources(handvest_${name} PRIVATE ${source})
endfunction()
