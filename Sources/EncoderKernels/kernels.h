/* The functions of every path, for dispatch.c. */
#ifndef KERNELS_H
#define KERNELS_H

#include "EncoderKernels.h"

#define PATH(path)                                                                                                         \
  void ek_gelu_##path(float *, int);                                                                                       \
  void ek_add_norm_##path(float *, const float *, int, int, const float *, const float *);                                 \
  void ek_quantize_##path(const float *, int, int, uint8_t *, float *);                                                    \
  void ek_dense_##path(const float *, const float *, int, int, const float *, int, float *);                               \
  void ek_attention_##path(const float *, int, int, float *, float *);                                                     \
  void ek_linear_##path(const ek_linear_layer *, const uint8_t *, const float *, int, float *, void *);
PATH(portable)
PATH(avx2)
PATH(vnni)
PATH(neon)
#undef PATH

#endif
