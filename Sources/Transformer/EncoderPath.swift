package import EncoderKernels

/// Which instructions the kernels run on. All paths give the same integer products; see `EncoderKernels.h`.
package enum EncoderPath: String, Sendable, CaseIterable {
  case portable, avx2, vnni, neon

  /// The fastest one of this processor.
  package static let best = allCases.last { $0.kernel == ek_best_path() } ?? .portable

  /// Those that this processor can run.
  package static let supported = allCases.filter { ek_supports($0.kernel) != 0 }

  package var kernel: ek_path {
    switch self {
    case .portable: EK_PORTABLE
    case .avx2: EK_AVX2
    case .vnni: EK_VNNI
    case .neon: EK_NEON
    }
  }
}
