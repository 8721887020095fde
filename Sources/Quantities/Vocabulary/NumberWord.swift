import DocumentModel
import Lexicons

/// A word that numbers are written in: its part in a numeral and its size.
struct NumberWord: Sendable {
  enum Role: String, Sendable, CaseIterable {
    case one, ten, hundred, hundreds, scale, scales, dozen, dozens, score, gross, ordinal, parts, half, quarter
    case article, and, point, minus
    case scaleAbbreviation = "scale abbreviation"
    case scaleLetter = "scale letter"
    case ordinalTen = "ordinal ten"
    case ordinalScale = "ordinal scale"
  }
  let role: Role
  let value: Rational

  init(_ lexicon: Lexicon, _ row: Int) {
    role = Role(rawValue: lexicon.text(row, 0)) ?? .and
    var scale: Int64 = 1
    for _ in 0..<max(0, min(18, lexicon.integer(row, 2))) { scale *= 10 }
    value = Rational(Int128(lexicon.integer(row, 1)) * Int128(scale), over: 1) ?? Rational(0)
  }
}
