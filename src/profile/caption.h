/*
 * caption.h - paragraphs that stand under a picture.
 *
 *     "Wali kota meninjau dermaga, Rabu (19/6). (Budi Uji / POOL / AFP)"
 *     "Dermaga baru Foto: Budi Uji/kabar.example"
 */
#ifndef SLS_PROFILE_CAPTION_H
#define SLS_PROFILE_CAPTION_H

#include "profile/page.h"

/* Whether paragraph `p` is a caption; `last` says that no body follows it. */
bool sls_caption_is(const sls_page *page, const sls_paragraph *p, bool last);

#endif
