/// Cuts words into the pieces of a model's vocabulary: greedy longest match from the left (Wu et al., "Google's Neural
/// Machine Translation System", 2016; the uncased form of Devlin et al., BERT, 2019).
///
/// A word is folded first: lower case, accents off, curly quotation marks and apostrophes straight. Every mark of
/// punctuation is a piece of its own. The folding is a table of the model file, so training and service share it.
package struct WordPieceTokenizer: Sendable {
  /// Longer words are one unknown piece, as they were in the base model's training.
  private static let longestWord = 100

  private let vocabulary: Vocabulary
  private let folding: [UInt32: UInt32]
  /// Of scalars below U+0100, for speed.
  private let narrowFolding: [UInt32]
  package let start: Int32
  package let end: Int32
  private let unknown: Int32

  /// - Throws: a sentence if the file lacks the vocabulary or the special pieces.
  package init(_ file: ModelFile) throws(ModelFile.Fault) {
    vocabulary = Vocabulary(try file.data("vocabulary"))
    let pairs = try file.words("folding", columns: 2)
    var folding: [UInt32: UInt32] = [:]
    for index in 0..<(pairs.count / 2) { folding[pairs[2 * index]] = pairs[2 * index + 1] }
    self.folding = folding
    narrowFolding = (0..<256).map { folding[$0] ?? $0 }
    guard let start = vocabulary.find("[CLS]"), let end = vocabulary.find("[SEP]"),
      let unknown = vocabulary.find("[UNK]")
    else { throw ModelFile.Fault("The model's vocabulary lacks its special pieces.") }
    self.start = start
    self.end = end
    self.unknown = unknown
  }

  /// Appends the pieces of one token, at least one.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - range: the token's place in it.
  ///   - token: the index that the pieces will carry.
  package func append(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, token: Int, to pieces: inout PieceBuffer
  ) {
    let first = pieces.count
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * WordPieceTokenizer.longestWord + 8) { folded in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4 * WordPieceTokenizer.longestWord + 8) { origins in
        var word = FoldedWord(bytes: folded, origins: origins)
        var index = range.lowerBound
        while index < range.upperBound {
          let (scalar, width) = decode(text, index, range.upperBound)
          let lower = fold(scalar)
          if lower == 0 {
            // A combining accent: gone.
          } else if isMark(lower) {
            flush(&word, end: index, token, &pieces)
            word.append(lower, origin: index)
            flush(&word, end: index + width, token, &pieces)
          } else {
            word.append(lower, origin: index)
          }
          index += width
        }
        flush(&word, end: range.upperBound, token, &pieces)
      }
    }
    if pieces.count == first {
      pieces.append(
        id: unknown, token: token, start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound))
    }
  }

  /// A folded word, with the offset in the text that each of its bytes came from.
  private struct FoldedWord {
    let bytes: UnsafeMutableBufferPointer<UInt8>
    let origins: UnsafeMutableBufferPointer<Int32>
    var count = 0
    var isTooLong = false

    mutating func append(_ scalar: UInt32, origin: Int) {
      guard count + 4 <= bytes.count else {
        isTooLong = true
        return
      }
      func put(_ byte: UInt32, _ count: inout Int) {
        bytes[count] = UInt8(truncatingIfNeeded: byte)
        origins[count] = Int32(truncatingIfNeeded: origin)
        count += 1
      }
      switch scalar {
      case 0..<0x80: put(scalar, &count)
      case 0x80..<0x800:
        put(0xC0 | scalar >> 6, &count)
        put(0x80 | scalar & 0x3F, &count)
      case 0x800..<0x10000:
        put(0xE0 | scalar >> 12, &count)
        put(0x80 | scalar >> 6 & 0x3F, &count)
        put(0x80 | scalar & 0x3F, &count)
      default:
        put(0xF0 | scalar >> 18 & 7, &count)
        put(0x80 | scalar >> 12 & 0x3F, &count)
        put(0x80 | scalar >> 6 & 0x3F, &count)
        put(0x80 | scalar & 0x3F, &count)
      }
    }
  }

  /// Cuts the word gathered so far; `end` is where it ends in the text.
  private func flush(_ word: inout FoldedWord, end: Int, _ token: Int, _ pieces: inout PieceBuffer) {
    guard word.count > 0 else { return }
    let first = pieces.count
    let wordStart = word.origins[0]
    var start = 0
    while start < word.count, !word.isTooLong, word.count <= WordPieceTokenizer.longestWord {
      guard let (id, length) = vocabulary.longest(word.bytes, start..<word.count, isContinuation: start > 0) else {
        break
      }
      let next = start + length
      pieces.append(
        id: id, token: token, start: word.origins[start],
        end: next < word.count ? word.origins[next] : Int32(truncatingIfNeeded: end))
      start = next
    }
    if start < word.count {
      // What cannot be spelled out of pieces is unknown as a whole.
      while pieces.count > first { pieces.removeLast() }
      pieces.append(id: unknown, token: token, start: wordStart, end: Int32(truncatingIfNeeded: end))
    }
    word.count = 0
    word.isTooLong = false
  }

  private func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 256 ? narrowFolding[Int(scalar)] : folding[scalar] ?? scalar
  }

  /// Punctuation as the base model's vocabulary was cut: all of ASCII that is neither letter, figure nor space, and the
  /// marks of the Latin and general blocks; ideographs stand alone too.
  private func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 33...47, 58...64, 91...96, 123...126: true
    case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: true
    case 0x2010...0x2027, 0x2030...0x205E: true
    case 0x3001...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    default: false
    }
  }

  private func decode(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> (scalar: UInt32, width: Int) {
    let byte = UInt32(text[index])
    func follow(_ offset: Int) -> UInt32 { index + offset < limit ? UInt32(text[index + offset]) & 0x3F : 0 }
    let left = limit - index
    return switch byte {
    case 0..<0xC0: (byte, 1)
    case 0xC0..<0xE0: ((byte & 0x1F) << 6 | follow(1), min(2, left))
    case 0xE0..<0xF0: ((byte & 0xF) << 12 | follow(1) << 6 | follow(2), min(3, left))
    default: ((byte & 7) << 18 | follow(1) << 12 | follow(2) << 6 | follow(3), min(4, left))
    }
  }
}

extension PieceBuffer {
  mutating func removeLast() {
    ids.removeLast()
    tokens.removeLast()
    starts.removeLast()
    ends.removeLast()
  }
}
