#include "kernels.h"

#if defined(__aarch64__)
#include <arm_neon.h>

#define STEP(name) ek_##name##_neon
#define TARGET
#include "float_steps.h"

/* Four bytes of a row against four of each of 16 outputs. */
static inline int32x4_t dot(int32x4_t sum, int8x16_t a, int8x16_t w) {
#if defined(__ARM_FEATURE_DOTPROD)
  return vdotq_s32(sum, a, w);
#else
  int16x8_t low = vmull_s8(vget_low_s8(a), vget_low_s8(w)), high = vmull_s8(vget_high_s8(a), vget_high_s8(w));
  return vaddq_s32(sum, vpaddq_s32(vpaddlq_s16(low), vpaddlq_s16(high)));
#endif
}

void ek_linear_neon(const ek_linear_layer *l, const uint8_t *q, const float *s, int rows, float *y, void *scratch) {
  (void)scratch;
  int n = l->outputs, k = l->inputs;
  for (int panel = 0; panel < n / 16; panel++) {
    const int8_t *w = l->weights + (long)panel * k * 16;
    for (int row = 0; row < rows; row++) {
      const uint8_t *a = q + (long)row * k;
      int32x4_t c0 = vdupq_n_s32(0), c1 = c0, c2 = c0, c3 = c0;
      for (int g = 0; g < k / 4; g++) {
        uint32_t four;
        memcpy(&four, a + g * 4, 4);
        /* 128 less is the highest bit turned. */
        int8x16_t x = vreinterpretq_s8_u32(vdupq_n_u32(four ^ 0x80808080u));
        c0 = dot(c0, x, vld1q_s8(w + g * 64));
        c1 = dot(c1, x, vld1q_s8(w + g * 64 + 16));
        c2 = dot(c2, x, vld1q_s8(w + g * 64 + 32));
        c3 = dot(c3, x, vld1q_s8(w + g * 64 + 48));
      }
      int32_t sums[16];
      vst1q_s32(sums, c0);
      vst1q_s32(sums + 4, c1);
      vst1q_s32(sums + 8, c2);
      vst1q_s32(sums + 12, c3);
      for (int o = 0; o < 16; o++)
        y[(long)row * n + panel * 16 + o] = (float)sums[o] * (l->scales[panel * 16 + o] * s[row]) + l->bias[panel * 16 + o];
    }
  }
}
#endif
