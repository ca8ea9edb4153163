# Writes OUT, whose one function names this build: the hash of every source and table of it, so
# that no claims are taken up that another build has read.
#     cmake -DSOURCES=src -DINCLUDES=include -DVERSION=0.1.0 -DOUT=fingerprint.c -P fingerprint.cmake
file(GLOB_RECURSE files ${SOURCES}/*.c ${SOURCES}/*.h ${SOURCES}/*.csv ${INCLUDES}/*.h)
list(SORT files)
set(all "${VERSION}")
foreach(file ${files})
    file(SHA256 ${file} hash)
    string(APPEND all " ${hash}")
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING ${hash} 0 32 hash)
file(WRITE ${OUT} "#include \"check/cache_file.h\"\n\nconst char *sls_fingerprint(void)\n{\n    return \"${hash}\";\n}\n")
