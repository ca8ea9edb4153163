#include "report/markup.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* What stands for the character, or the empty string for itself. */
static sls_str written(uint32_t code)
{
    switch (code) {
    case '&':
        return SLS_STR("&amp;");
    case '<':
        return SLS_STR("&lt;");
    case '>':
        return SLS_STR("&gt;");
    case '"':
        return SLS_STR("&quot;");
    case '\'':
        return SLS_STR("&#39;");
    default: /* U+FFFE and U+FFFF are no characters of XML */
        return code == SLS_UTF8_BAD || sls_utf8_is_control(code) || code == 0xFFFE || code == 0xFFFF
                   ? SLS_STR("\xEF\xBF\xBD")
                   : (sls_str){ 0 };
    }
}

void sls_markup_text(sls_out *out, sls_str s)
{
    size_t plain = 0; /* where what needs no change begins */
    for (size_t at = 0, length; at < s.len; at += length) {
        uint32_t code;
        length = sls_utf8_next(s, at, &code);
        const sls_str instead = written(code);
        if (instead.len == 0)
            continue;
        sls_out_write(out, sls_str_slice(s, plain, at));
        sls_out_write(out, instead);
        plain = at + length;
    }
    sls_out_write(out, sls_str_slice(s, plain, s.len));
}

bool sls_markup_is_link(sls_str url)
{
    return sls_ascii_starts(url, "https://") || sls_ascii_starts(url, "http://");
}

/* What stands for a character in Markdown, NULL: itself. */
static const char *in_markdown(uint32_t code)
{
    static const char *const escaped[128] = {
        ['\\'] = "\\\\", ['`'] = "\\`",   ['*'] = "\\*",  ['_'] = "\\_",  ['['] = "\\[",
        [']'] = "\\]",   ['|'] = "\\|",   ['~'] = "\\~",  ['$'] = "\\$",  ['!'] = "\\!",
        ['#'] = "\\#",   ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['@'] = "&#64;",
    };
    if (code == '\n' || code == '\r' || code == '\t')
        return " ";
    if (code == SLS_UTF8_BAD || sls_utf8_is_control(code))
        return "\xEF\xBF\xBD";
    return code < 128 ? escaped[code] : NULL;
}

void sls_markdown_text(sls_out *out, sls_str s)
{
    size_t plain = 0; /* where what needs no change begins */
    for (size_t at = 0, length; at < s.len; at += length) {
        uint32_t code;
        length = sls_utf8_next(s, at, &code);
        const char *const instead = in_markdown(code);
        if (!instead)
            continue;
        sls_out_write(out, sls_str_slice(s, plain, at));
        sls_out_write(out, sls_str_of(instead));
        plain = at + length;
    }
    sls_out_write(out, sls_str_slice(s, plain, s.len));
}
