#include "kernels.h"

#define STEP(name) ek_##name##_portable
#define TARGET
#include "float_steps.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Products of 16-bit pairs, added in 32 bits: PMADDWD on SSE2. The panel of weights is widened once for all rows. */
void ek_linear_portable(const ek_linear_layer *l, const uint8_t *q, const float *s, int rows, float *y, void *scratch) {
  int n = l->outputs, k = l->inputs;
  int16_t *wide = scratch; /* [k / 2][16][2] */
  for (int panel = 0; panel < n / 16; panel++) {
    const int8_t *w = l->weights + (long)panel * k * 16;
    for (int group = 0; group < k / 4; group++)
      for (int o = 0; o < 16; o++)
        for (int i = 0; i < 4; i++) wide[((group * 2 + i / 2) * 16 + o) * 2 + (i & 1)] = w[(group * 16 + o) * 4 + i];
    for (int row = 0; row < rows; row++) {
      const uint8_t *a = q + (long)row * k;
      int32_t sums[16];
#if defined(__SSE2__)
      __m128i c0 = _mm_setzero_si128(), c1 = c0, c2 = c0, c3 = c0;
      const __m128i *b = (const __m128i *)wide;
      for (int pair = 0; pair < k / 2; pair++, b += 4) {
        __m128i x = _mm_set1_epi32((int32_t)((uint32_t)(uint16_t)(a[2 * pair] - 128) | (uint32_t)(uint16_t)(a[2 * pair + 1] - 128) << 16));
        c0 = _mm_add_epi32(c0, _mm_madd_epi16(x, b[0]));
        c1 = _mm_add_epi32(c1, _mm_madd_epi16(x, b[1]));
        c2 = _mm_add_epi32(c2, _mm_madd_epi16(x, b[2]));
        c3 = _mm_add_epi32(c3, _mm_madd_epi16(x, b[3]));
      }
      _mm_storeu_si128((__m128i *)sums, c0);
      _mm_storeu_si128((__m128i *)(sums + 4), c1);
      _mm_storeu_si128((__m128i *)(sums + 8), c2);
      _mm_storeu_si128((__m128i *)(sums + 12), c3);
#else
      for (int o = 0; o < 16; o++) sums[o] = 0;
      for (int pair = 0; pair < k / 2; pair++) {
        int32_t x0 = a[2 * pair] - 128, x1 = a[2 * pair + 1] - 128;
        for (int o = 0; o < 16; o++) sums[o] += x0 * wide[(pair * 16 + o) * 2] + x1 * wide[(pair * 16 + o) * 2 + 1];
      }
#endif
      for (int o = 0; o < 16; o++)
        y[(long)row * n + panel * 16 + o] = (float)sums[o] * (l->scales[panel * 16 + o] * s[row]) + l->bias[panel * 16 + o];
    }
  }
}
