#include "ingest/container.h"

typedef struct {
    sls_str ending;
    sls_container container;
    bool in_folders;
} row;

static const row rows[] = { { SLS_S(".txt"), SLS_CONTAINER_TEXT, true },
                            { SLS_S(".jsonl"), SLS_CONTAINER_LINES, true },
                            { SLS_S(".ndjson"), SLS_CONTAINER_LINES, true },
                            { SLS_S(".html"), SLS_CONTAINER_PAGE, true },
                            { SLS_S(".htm"), SLS_CONTAINER_PAGE, true },
                            { SLS_S(".xhtml"), SLS_CONTAINER_PAGE, true },
                            { SLS_S(".rss"), SLS_CONTAINER_FEED, true },
                            { SLS_S(".atom"), SLS_CONTAINER_FEED, true },
                            { SLS_S(".xml"), SLS_CONTAINER_FEED, false },
                            { SLS_S(".md"), SLS_CONTAINER_MARKDOWN, false },
                            { SLS_S(".markdown"), SLS_CONTAINER_MARKDOWN, false },
                            { SLS_S(".csv"), SLS_CONTAINER_ROWS, false },
                            { SLS_S(".tsv"), SLS_CONTAINER_ROWS, false },
                            { SLS_S(".tar"), SLS_CONTAINER_ARCHIVE, false },
                            { SLS_S(".tgz"), SLS_CONTAINER_ARCHIVE, false },
                            { SLS_S(".zip"), SLS_CONTAINER_ARCHIVE, false } };

sls_str sls_container_unpacked(sls_str name)
{
    static const sls_str endings[] = { SLS_S(".gz"), SLS_S(".bz2"), SLS_S(".xz"), SLS_S(".zst") };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (name.len > endings[i].len && sls_str_ends(name, endings[i]))
            return sls_str_slice(name, 0, name.len - endings[i].len);
    return name;
}

static const row *find(sls_str name)
{
    const sls_str bare = sls_container_unpacked(name);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (sls_str_ends(bare, rows[i].ending))
            return &rows[i];
    return NULL;
}

sls_container sls_container_of(sls_str name)
{
    const row *found = find(name);
    return found ? found->container : SLS_CONTAINER_TEXT;
}

bool sls_container_in_folders(sls_str name)
{
    const row *found = find(name);
    return found && found->in_folders;
}
