/* The arithmetic of the encoder's forward pass: one thread, no allocation, no state, no dependencies but libm.
 *
 * Every function takes the path it shall run on. All paths multiply the same 8-bit integers and add them in 32 bits, so
 * their products agree exactly; the few float steps between (softmax, GELU, layer norm) agree to rounding. */
#ifndef ENCODER_KERNELS_H
#define ENCODER_KERNELS_H

#include <stdint.h>

typedef enum {
  EK_PORTABLE = 0, /* C99; SSE2 where the compiler has it, which every x86-64 does */
  EK_AVX2 = 1,     /* AVX2 and FMA */
  EK_VNNI = 2,     /* AVX-512 with VNNI (VPDPBUSD) */
  EK_NEON = 3      /* AArch64 */
} ek_path;

/* The fastest path of this processor. */
ek_path ek_best_path(void);
/* Whether this processor can run a path. */
int ek_supports(ek_path path);

/* Weights of a linear layer, `outputs` x `inputs`, quantized to ±63 (two products of an unsigned byte and such a weight fit
 * 16 bits, which AVX2 needs). `outputs` is a multiple of 32, `inputs` of 32.
 * weights: packed [outputs / 16][inputs / 4][16][4]; sums[o] = sum of row o; real weight = scales[o] * weight. */
typedef struct {
  int32_t outputs, inputs;
  const int8_t *weights;
  const int32_t *sums;
  const float *scales, *bias;
} ek_linear_layer;

/* x[rows][count] -> q = round(x / s) + 128 in 1...255, s[row] = max|x[row]| / 127. */
void ek_quantize(ek_path path, const float *x, int rows, int count, uint8_t *q, float *s);

/* y[rows][outputs] = real(q)[rows][inputs] * weights' + bias. `scratch`: 32 * inputs bytes, aligned to 64. */
void ek_linear(ek_path path, const ek_linear_layer *layer, const uint8_t *q, const float *s, int rows, float *y, void *scratch);

/* y[rows][outputs] = x[rows][inputs] * w[outputs][inputs]' + bias, in float: for the small heads. */
void ek_dense(ek_path path, const float *w, const float *bias, int outputs, int inputs, const float *x, int rows, float *y);

/* x[row] = norm(x[row] + y[row]) * gain + bias over `width` values; y may be NULL. */
void ek_add_norm(ek_path path, float *x, const float *y, int rows, int width, const float *gain, const float *bias);

/* x = x * sigmoid(1.5957691 (x + 0.044715 x^3)): GELU in the form of Hendrycks and Gimpel (2016). `count` is a multiple of 16. */
void ek_gelu(ek_path path, float *x, int count);

/* Self-attention over qkv[rows][3 * heads * 32] into y[rows][heads * 32]; all rows see all.
 * `scratch`: (rows rounded up to 16) * (64 + 1) * 4 bytes, aligned to 64. */
void ek_attention(ek_path path, const float *qkv, int rows, int heads, float *y, float *scratch);

/* For probabilities out of scores. */
static inline float ek_exp(float x) { return __builtin_expf(x); }

#endif
