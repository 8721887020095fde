/* The float steps as plain loops, instantiated once for each instruction set: the compiler vectorizes them alike, so that one
 * text serves all paths. Include after defining STEP(name) and TARGET. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#define LANES 16

/* exp(x) for |x| below 87: 2^n times a polynomial of the fraction (Cephes' expf). */
TARGET static inline float STEP(exp)(float x) {
  x = x > 87.f ? 87.f : x < -87.f ? -87.f : x;
  float n = x * 1.44269504f + 12582912.f; /* the sum rounds to a whole number */
  int32_t bits;
  memcpy(&bits, &n, 4);
  n -= 12582912.f;
  float r = x - n * 0.693359375f + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.f;
  int32_t power = (int32_t)((uint32_t)(bits - 0x4B400000 + 127) << 23);
  float scale;
  memcpy(&scale, &power, 4);
  return p * scale;
}

TARGET void STEP(gelu)(float *x, int count) {
  for (int i = 0; i < count; i += LANES)
    for (int j = 0; j < LANES; j++) {
      float v = x[i + j];
      x[i + j] = v / (1.f + STEP(exp)(-1.5957691f * (v + 0.044715f * v * v * v)));
    }
}

TARGET void STEP(add_norm)(float *x, const float *y, int rows, int width, const float *gain, const float *bias) {
  for (int row = 0; row < rows; row++) {
    float *p = x + (long)row * width;
    float sum[LANES] = {0}, squares[LANES] = {0};
    if (y) {
      const float *add = y + (long)row * width;
      for (int i = 0; i < width; i++) p[i] += add[i];
    }
    for (int i = 0; i < width; i += LANES)
      for (int j = 0; j < LANES; j++) sum[j] += p[i + j];
    float total = 0;
    for (int j = 0; j < LANES; j++) total += sum[j];
    float mean = total / (float)width;
    for (int i = 0; i < width; i += LANES)
      for (int j = 0; j < LANES; j++) {
        float d = p[i + j] - mean;
        squares[j] += d * d;
      }
    total = 0;
    for (int j = 0; j < LANES; j++) total += squares[j];
    float scale = 1.f / sqrtf(total / (float)width + 1e-12f);
    for (int i = 0; i < width; i++) p[i] = (p[i] - mean) * scale * gain[i] + bias[i];
  }
}

TARGET void STEP(quantize)(const float *x, int rows, int count, uint8_t *q, float *s) {
  for (int row = 0; row < rows; row++) {
    const float *p = x + (long)row * count;
    float largest[LANES] = {0};
    for (int i = 0; i < count; i += LANES)
      for (int j = 0; j < LANES; j++) {
        float a = fabsf(p[i + j]);
        largest[j] = a > largest[j] ? a : largest[j];
      }
    float most = 1e-9f;
    for (int j = 0; j < LANES; j++) most = largest[j] > most ? largest[j] : most;
    float scale = 127.f / most;
    for (int i = 0; i < count; i++) {
      float v = p[i] * scale + 12582912.f; /* rounds to the nearest, ties to even */
      int32_t bits;
      memcpy(&bits, &v, 4);
      q[(long)row * count + i] = (uint8_t)(bits - 0x4B400000 + 128);
    }
    s[row] = most / 127.f;
  }
}

TARGET void STEP(dense)(const float *w, const float *bias, int outputs, int inputs, const float *x, int rows, float *y) {
  for (int row = 0; row < rows; row++)
    for (int o = 0; o < outputs; o++) {
      const float *a = x + (long)row * inputs, *b = w + (long)o * inputs;
      float sum[LANES] = {0};
      for (int i = 0; i < inputs; i += LANES)
        for (int j = 0; j < LANES; j++) sum[j] += a[i + j] * b[i + j];
      float total = bias[o];
      for (int j = 0; j < LANES; j++) total += sum[j];
      y[(long)row * outputs + o] = total;
    }
}

/* keys: the head's keys [32][padded], scaled; values: [padded][32], zero beyond the rows; scores: one row. */
TARGET void STEP(attention)(const float *qkv, int rows, int heads, float *y, float *scratch) {
  int padded = (rows + LANES - 1) / LANES * LANES, width = heads * 32, stride = 3 * width;
  float *keys = scratch, *values = scratch + (long)padded * 32, *scores = scratch + (long)padded * 64;
  for (int head = 0; head < heads; head++) {
    for (int t = 0; t < padded; t++)
      for (int i = 0; i < 32; i++) {
        const float *at = qkv + (long)t * stride + head * 32 + i;
        keys[(long)i * padded + t] = t < rows ? at[width] * 0.17677669529f : 0; /* 1 / sqrt(32) */
        values[(long)t * 32 + i] = t < rows ? at[2 * width] : 0;
      }
    for (int row = 0; row < rows; row++) {
      const float *query = qkv + (long)row * stride + head * 32;
      for (int t = 0; t < padded; t += LANES) {
        float sum[LANES] = {0};
        for (int i = 0; i < 32; i++)
          for (int j = 0; j < LANES; j++) sum[j] += query[i] * keys[(long)i * padded + t + j];
        for (int j = 0; j < LANES; j++) scores[t + j] = sum[j];
      }
      float most = scores[0], total = 0;
      for (int t = 1; t < rows; t++) most = scores[t] > most ? scores[t] : most;
      for (int t = rows; t < padded; t++) scores[t] = -1e30f;
      float sum[LANES] = {0};
      for (int t = 0; t < padded; t += LANES)
        for (int j = 0; j < LANES; j++) {
          float e = STEP(exp)(scores[t + j] - most);
          scores[t + j] = e;
          sum[j] += e;
        }
      for (int j = 0; j < LANES; j++) total += sum[j];
      float out[32] = {0};
      for (int t = 0; t < rows; t++)
        for (int i = 0; i < 32; i++) out[i] += scores[t] * values[(long)t * 32 + i];
      for (int i = 0; i < 32; i++) y[(long)row * width + head * 32 + i] = out[i] / total;
    }
  }
}

#undef LANES
