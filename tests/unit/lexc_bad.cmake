# Runs lexc on tables of data/lexicon: every error of the bad ones is printed as in NAME.expected and
# nothing is written; the good ones give the same bytes on every run.
#     cmake -DLEXC=PATH -DOUT=FOLDER -P tests/unit/lexc_bad.cmake
cmake_minimum_required(VERSION 3.22)

set(data ${CMAKE_CURRENT_LIST_DIR}/data/lexicon)
set(problems 0)
file(REMOVE_RECURSE ${OUT})
file(MAKE_DIRECTORY ${OUT})

function(expect name wanted found)
    if(NOT "${wanted}" STREQUAL "${found}")
        message("${name}: expected\n${wanted}\nfound\n${found}")
        math(EXPR problems "${problems} + 1")
        set(problems ${problems} PARENT_SCOPE)
    endif()
endfunction()

foreach(name bad bad-messages unlike-messages)
    set(option "")
    if(name MATCHES "messages")
        set(option --messages)
    endif()
    execute_process(COMMAND ${LEXC} ${option} ${name} ${OUT}/${name}.c WORKING_DIRECTORY ${data}
        RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE errors)
    file(READ ${data}/${name}.expected wanted)
    expect("${name}: status" 1 "${status}")
    expect("${name}: output" "" "${printed}")
    expect("${name}: errors" "${wanted}" "${errors}")
    if(EXISTS ${OUT}/${name}.c)
        expect("${name}: file" "none" "${OUT}/${name}.c")
    endif()
endforeach()

foreach(run first second)
    execute_process(COMMAND ${LEXC} good ${OUT}/${run}.c WORKING_DIRECTORY ${data}
        RESULT_VARIABLE status ERROR_VARIABLE errors)
    expect("good: status" 0 "${status}")
    expect("good: errors" "" "${errors}")
    file(READ ${OUT}/${run}.c ${run})
endforeach()
expect("good: tables" "${first}" "${second}")

foreach(arguments "good" "good;a;b;c")
    execute_process(COMMAND ${LEXC} ${arguments} RESULT_VARIABLE status ERROR_VARIABLE errors)
    string(FIND "${errors}" "usage: lexc DATA_DIR OUT.c" at)
    expect("arguments ${arguments}" "2, usage at 0" "${status}, usage at ${at}")
endforeach()

execute_process(COMMAND ${LEXC} ${OUT}/nowhere ${OUT}/nowhere.c RESULT_VARIABLE status
    ERROR_VARIABLE errors)
expect("a folder without tables" 1 "${status}")
execute_process(COMMAND ${LEXC} good ${OUT}/no/such/folder.c WORKING_DIRECTORY ${data}
    RESULT_VARIABLE status ERROR_VARIABLE errors)
expect("a folder to write in that is missing" 1 "${status}")

if(problems GREATER 0)
    message(FATAL_ERROR "${problems} problems")
endif()
