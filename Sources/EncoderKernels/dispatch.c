#include "kernels.h"

int ek_supports(ek_path path) {
  switch (path) {
  case EK_PORTABLE: return 1;
#if defined(__x86_64__)
  case EK_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case EK_VNNI:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("fma");
#elif defined(__aarch64__)
  case EK_NEON: return 1;
#endif
  default: return 0;
  }
}

ek_path ek_best_path(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
#endif
  for (int path = EK_NEON; path > EK_PORTABLE; path--)
    if (ek_supports((ek_path)path)) return (ek_path)path;
  return EK_PORTABLE;
}

#if defined(__x86_64__)
#define CALL(step, ...)                                                                                                    \
  switch (path) {                                                                                                          \
  case EK_AVX2: ek_##step##_avx2(__VA_ARGS__); break;                                                                      \
  case EK_VNNI: ek_##step##_vnni(__VA_ARGS__); break;                                                                      \
  default: ek_##step##_portable(__VA_ARGS__);                                                                              \
  }
#elif defined(__aarch64__)
#define CALL(step, ...)                                                                                                    \
  switch (path) {                                                                                                          \
  case EK_NEON: ek_##step##_neon(__VA_ARGS__); break;                                                                      \
  default: ek_##step##_portable(__VA_ARGS__);                                                                              \
  }
#else
#define CALL(step, ...) ek_##step##_portable(__VA_ARGS__);
#endif

void ek_quantize(ek_path path, const float *x, int rows, int count, uint8_t *q, float *s) { CALL(quantize, x, rows, count, q, s) }
void ek_linear(ek_path path, const ek_linear_layer *l, const uint8_t *q, const float *s, int rows, float *y, void *scratch) {
  CALL(linear, l, q, s, rows, y, scratch)
}
void ek_dense(ek_path path, const float *w, const float *bias, int outputs, int inputs, const float *x, int rows, float *y) {
  CALL(dense, w, bias, outputs, inputs, x, rows, y)
}
void ek_add_norm(ek_path path, float *x, const float *y, int rows, int width, const float *gain, const float *bias) {
  CALL(add_norm, x, y, rows, width, gain, bias)
}
void ek_gelu(ek_path path, float *x, int count) { CALL(gelu, x, count) }
void ek_attention(ek_path path, const float *qkv, int rows, int heads, float *y, float *scratch) {
  CALL(attention, qkv, rows, heads, y, scratch)
}
