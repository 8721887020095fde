import DocumentModel
import Testing

/// Exact fractions, which give nothing where they would overflow.
@Suite struct RationalTests {
  private static let largest = Rational(Int64.max)

  @Test(arguments: [
    (6, 4, "1.5"), (-6, 4, "-1.5"), (6, -4, "-1.5"), (1, 3, "1/3"), (0, 5, "0"), (7, 1, "7"), (1, 8, "0.125"),
    (1, 400, "0.0025"), (22, 7, "22/7"),
  ])
  func isInLowestTerms(top: Int, bottom: Int, text: String) throws {
    #expect(try #require(Rational(Int128(top), over: Int128(bottom))).text == text)
  }

  @Test func nothingIsDividedByZero() {
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(1) / Rational(0) == nil)
  }

  @Test func overflowIsNil() {
    #expect(Self.largest + Rational(1) == nil)
    #expect(Self.largest * Self.largest == nil)
    #expect(Self.largest / (Rational(1, over: 10) ?? Rational(1)) == nil)
    #expect(Rational(Int128.max, over: 1) == nil)
    #expect(Rational(1).timesPowerOfTen(19) == nil)
    #expect(Self.largest.timesPowerOfTen(1) == nil)
  }

  /// Every value has its opposite.
  @Test(arguments: [Int64.min, -Int64.max, -1, 0, 1, Int64.max])
  func everyNumberHasAnOpposite(whole: Int64) {
    let value = Rational(whole)
    #expect(value.negated.negated == value)
    #expect(value.magnitude >= Rational(0))
    #expect(value + value.negated == Rational(0))
  }

  @Test func comparesWithoutRounding() throws {
    let third = try #require(Rational(1, over: 3))
    let almost = try #require(Rational(333_333_333_333_333_333, over: 1_000_000_000_000_000_000))
    #expect(almost < third)
    #expect(third * Rational(3) == Rational(1))
    #expect(Rational(1).timesPowerOfTen(-18).map { $0 > Rational(0) } == true)
  }
}
