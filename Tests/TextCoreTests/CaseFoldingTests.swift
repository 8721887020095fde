import Testing
import TextCore

/// The folding that makes the keys of all tables.
@Suite struct CaseFoldingTests {
  @Test(arguments: [
    ("NATO", "nato"), ("McDonald’s", "mcdonald's"), ("O‘Neill", "o'neill"), ("ÅNGSTRÖM", "ångström"), ("ŁÓDŹ", "łódź"),
    ("ŽIŽEK", "žižek"), ("ŸPRES", "ÿpres"), ("ΑΘΗΝΑ", "αθηνα"), ("КИЇВ", "київ"), ("3×4", "3×4"), ("straße", "straße"),
    ("北京 🐐", "北京 🐐"), ("", ""),
  ])
  func foldsToSmallLetters(text: String, folded: String) {
    #expect(CaseFolding.fold(text) == folded)
    #expect(CaseFolding.hash(text) == CaseFolding.hash(folded))
    #expect(CaseFolding.fold(folded) == folded)
  }

  /// Diacritics tell words apart: "resume" is no "résumé".
  @Test func keepsDiacritics() { #expect(CaseFolding.hash("résumé") != CaseFolding.hash("resume")) }

  /// A character that a range cuts is kept as it is, and nothing past the range is read.
  @Test func readsNothingPastItsRange() {
    let bytes = Array("É’É".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      for end in 0...bytes.count {
        var folded: [UInt8] = []
        CaseFolding.fold(buffer, 0..<end) { folded.append($0) }
        #expect(folded.count <= end)
      }
    }
  }

  /// Names as newspapers write them with and without their marks.
  @Test(arguments: [
    ("Orbán", "orban"), ("Erdoğan", "erdogan"), ("Łukasz", "lukasz"), ("Ærø", "aero"), ("Þór", "thor"),
    ("Strauß", "strauss"), ("Œuvre", "oeuvre"), ("Nguyễn", "nguyen"), ("Ștefan", "stefan"), ("Muñoz", "munoz"),
    ("Zażółć", "zazolc"), ("e\u{301}t\u{301}e", "ete"),
  ])
  func plainLettersAreThoseOfATypewriter(name: String, plain: String) {
    let bytes = Array(name.utf8)
    #expect(CaseFolding.plainHash(bytes, TextSpan(0, bytes.count)) == CaseFolding.hash(plain))
  }

  @Test func whatIsInASCIINeedsNoOtherKey() {
    #expect(CaseFolding.plainHash(Array("Orban".utf8), TextSpan(0, 5)) == nil)
    // Past the end of the text.
    #expect(CaseFolding.plainHash(Array("é".utf8), TextSpan(0, 90)) == CaseFolding.hash("e"))
  }

  @Test(arguments: [("A", "a"), ("Z", "z"), ("a", "a"), ("@", "@"), ("[", "["), ("0", "0")])
  func bytesHaveSmallLetters(byte: Unicode.Scalar, lowered: Unicode.Scalar) {
    #expect(UInt8(ascii: byte).lowered == UInt8(ascii: lowered))
  }

  @Test(arguments: [0x80, 0xC3, 0xE9, 0xFF] as [UInt8])
  func bytesOfOtherCharactersAreInNoClass(byte: UInt8) {
    #expect(!byte.isDigit && !byte.isLetter && !byte.isCapitalLetter && byte.lowered == byte)
  }
}
