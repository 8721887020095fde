#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define STEP(name) ek_##name##_vnni
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2,fma,prefer-256-bit")))
#include "float_steps.h"
#undef TARGET
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2,fma")))

/* ROWS rows by 32 outputs: VPDPBUSD adds four products of an unsigned and a signed byte in 32 bits. */
#define BLOCK(ROWS)                                                                                                        \
  TARGET static void block##ROWS(int groups, const uint8_t *a, long stride, const int8_t *w, long panel, int32_t *c) {     \
    __m512i x[ROWS], y[ROWS];                                                                                              \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) x[r] = y[r] = _mm512_setzero_si512();                \
    for (int g = 0; g < groups; g++) {                                                                                     \
      __m512i w0 = _mm512_load_si512(w + g * 64), w1 = _mm512_load_si512(w + panel + g * 64);                              \
      _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                                  \
        int32_t four;                                                                                                      \
        memcpy(&four, a + r * stride + g * 4, 4);                                                                          \
        __m512i v = _mm512_set1_epi32(four);                                                                               \
        x[r] = _mm512_dpbusd_epi32(x[r], v, w0);                                                                           \
        y[r] = _mm512_dpbusd_epi32(y[r], v, w1);                                                                           \
      }                                                                                                                    \
    }                                                                                                                      \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                                    \
      _mm512_storeu_si512(c + r * 32, x[r]);                                                                               \
      _mm512_storeu_si512(c + r * 32 + 16, y[r]);                                                                          \
    }                                                                                                                      \
  }
BLOCK(12)
BLOCK(6)
BLOCK(3)
BLOCK(1)

TARGET void ek_linear_vnni(const ek_linear_layer *l, const uint8_t *q, const float *s, int rows, float *y, void *scratch) {
  (void)scratch;
  int n = l->outputs, k = l->inputs;
  int32_t c[12 * 32] __attribute__((aligned(64)));
  long panel = (long)k * 16;
  for (int out = 0; out < n; out += 32) {
    const int8_t *w = l->weights + (long)out * k;
    const float *scales = l->scales + out, *bias = l->bias + out;
    const int32_t *sums = l->sums + out;
    for (int row = 0, count; row < rows; row += count) {
      const uint8_t *a = q + (long)row * k;
      if (row + 12 <= rows) block12(k / 4, a, k, w, panel, c), count = 12;
      else if (row + 6 <= rows) block6(k / 4, a, k, w, panel, c), count = 6;
      else if (row + 3 <= rows) block3(k / 4, a, k, w, panel, c), count = 3;
      else block1(k / 4, a, k, w, panel, c), count = 1;
      for (int r = 0; r < count; r++)
        for (int o = 0; o < 32; o++)
          y[(long)(row + r) * n + out + o] = (float)(c[r * 32 + o] - 128 * sums[o]) * (scales[o] * s[row + r]) + bias[o];
    }
  }
}
#endif
