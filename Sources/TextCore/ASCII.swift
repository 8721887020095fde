/// Classes of ASCII bytes; those of other characters are in none.
extension UInt8 {
  @inlinable package var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  /// What a digit stands for; other bytes give a number past 0…9.
  @inlinable package var digit: Int { Int(self) - Int(UInt8(ascii: "0")) }
  @inlinable package var isCapitalLetter: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  @inlinable package var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= inLowerCase }
  /// The small letter of a letter; other bytes may change too, so that the answer is only to be compared with letters.
  @inlinable package var inLowerCase: UInt8 { self | 0x20 }
  /// The small letter of a capital; any other byte itself.
  @inlinable package var lowered: UInt8 { isCapitalLetter ? inLowerCase : self }
}
