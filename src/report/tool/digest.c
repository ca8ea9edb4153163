#include "report/tool/digest.h"

enum { BLOCK = 64, WORDS = 64, STATE = 8, DIGEST = 32 };

static const uint32_t ROUND[WORDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static uint32_t turn(uint32_t x, int by)
{
    return x >> by | x << (32 - by);
}

static void fill_words(const unsigned char *block, uint32_t w[WORDS])
{
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < WORDS; i++) {
        const uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) + w[i - 7] +
               (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
    }
}

static void add_block(uint32_t state[STATE], const unsigned char *block)
{
    uint32_t w[WORDS], v[STATE];
    fill_words(block, w);
    memcpy(v, state, sizeof v);
    for (int i = 0; i < WORDS; i++) {
        const uint32_t a = v[0], e = v[4];
        const uint32_t first = v[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
                               ((e & v[5]) ^ (~e & v[6])) + ROUND[i] + w[i];
        const uint32_t second =
            (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, (STATE - 1) * sizeof *v);
        v[4] += first;
        v[0] = first + second;
    }
    for (int i = 0; i < STATE; i++)
        state[i] += v[i];
}

static void digest(sls_str bytes, unsigned char out[DIGEST])
{
    uint32_t state[STATE] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
    unsigned char tail[2 * BLOCK] = { 0 };
    const size_t left = bytes.len % BLOCK, end = left + 9 > BLOCK ? 2 * BLOCK : BLOCK;
    const uint64_t bits = (uint64_t)bytes.len * 8;
    for (size_t at = 0; at + BLOCK <= bytes.len; at += BLOCK)
        add_block(state, (const unsigned char *)bytes.ptr + at);
    if (left > 0)
        memcpy(tail, bytes.ptr + bytes.len - left, left);
    tail[left] = 0x80;
    for (size_t i = 0; i < 8; i++)
        tail[end - 1 - i] = (unsigned char)(bits >> 8 * i);
    for (size_t at = 0; at < end; at += BLOCK)
        add_block(state, tail + at);
    for (int i = 0; i < DIGEST; i++)
        out[i] = (unsigned char)(state[i / 4] >> (24 - 8 * (i % 4)));
}

void digest_base64(sls_str bytes, char out[DIGEST_TEXT])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char raw[DIGEST + 1] = { 0 }; /* 33 bytes: 44 digits, the last of them padding */
    digest(bytes, raw);
    for (size_t i = 0; i < DIGEST + 1; i += 3) {
        const uint32_t three =
            (uint32_t)raw[i] << 16 | (uint32_t)raw[i + 1] << 8 | (uint32_t)raw[i + 2];
        for (size_t n = 0; n < 4; n++)
            out[i / 3 * 4 + n] = digits[three >> (18 - 6 * n) & 63];
    }
    out[DIGEST_TEXT - 2] = '=';
    out[DIGEST_TEXT - 1] = 0;
}
