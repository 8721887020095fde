#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define STEP(name) ek_##name##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#include "float_steps.h"

/* ROWS rows by 16 outputs: VPMADDUBSW adds two products of an unsigned and a signed byte in 16 bits, VPMADDWD two of those in 32. */
#define BLOCK(ROWS)                                                                                                        \
  TARGET static void block##ROWS(int groups, const uint8_t *a, long stride, const int8_t *w, int32_t *c) {                 \
    __m256i low[ROWS], high[ROWS];                                                                                         \
    const __m256i one = _mm256_set1_epi16(1);                                                                              \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) low[r] = high[r] = _mm256_setzero_si256();           \
    for (int g = 0; g < groups; g++) {                                                                                     \
      __m256i w0 = _mm256_load_si256((const __m256i *)(w + g * 64)), w1 = _mm256_load_si256((const __m256i *)(w + g * 64 + 32)); \
      _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                                  \
        int32_t four;                                                                                                      \
        memcpy(&four, a + r * stride + g * 4, 4);                                                                          \
        __m256i x = _mm256_set1_epi32(four);                                                                               \
        low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(_mm256_maddubs_epi16(x, w0), one));                            \
        high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(_mm256_maddubs_epi16(x, w1), one));                          \
      }                                                                                                                    \
    }                                                                                                                      \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                                    \
      _mm256_storeu_si256((__m256i *)(c + r * 16), low[r]);                                                                \
      _mm256_storeu_si256((__m256i *)(c + r * 16 + 8), high[r]);                                                           \
    }                                                                                                                      \
  }
BLOCK(4)
BLOCK(2)
BLOCK(1)

TARGET void ek_linear_avx2(const ek_linear_layer *l, const uint8_t *q, const float *s, int rows, float *y, void *scratch) {
  (void)scratch;
  int n = l->outputs, k = l->inputs;
  int32_t c[4 * 16] __attribute__((aligned(64)));
  for (int panel = 0; panel < n / 16; panel++) {
    const int8_t *w = l->weights + (long)panel * k * 16;
    const float *scales = l->scales + panel * 16, *bias = l->bias + panel * 16;
    const int32_t *sums = l->sums + panel * 16;
    for (int row = 0, count; row < rows; row += count) {
      const uint8_t *a = q + (long)row * k;
      if (row + 4 <= rows) block4(k / 4, a, k, w, c), count = 4;
      else if (row + 2 <= rows) block2(k / 4, a, k, w, c), count = 2;
      else block1(k / 4, a, k, w, c), count = 1;
      for (int r = 0; r < count; r++)
        for (int o = 0; o < 16; o++)
          y[(long)(row + r) * n + panel * 16 + o] = (float)(c[r * 16 + o] - 128 * sums[o]) * (scales[o] * s[row + r]) + bias[o];
    }
  }
}
#endif
