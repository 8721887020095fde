import Lexicons
import TextCore

/// What says after an amount which dollar its sign stands for: "$50 AUD", "$50 Canadian".
struct DollarWord: Sendable {
  enum Form: String, Sendable, CaseIterable { case code, adjective }
  let form: Form
  /// The folded hash of the currency's code.
  let code: UInt64

  init(_ lexicon: Lexicon, _ row: Int) {
    code = CaseFolding.hash(lexicon.text(row, 0).lowercased())
    form = Form(rawValue: lexicon.text(row, 1)) ?? .code
  }
}
