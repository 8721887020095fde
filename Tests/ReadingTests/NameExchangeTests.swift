import Foundation
import ModelTraining
import TestSupport
import Testing
import TextCore

/// Copies of training texts with their names exchanged.
@Suite struct NameExchangeTests {
  private static func texts() throws -> [LabelledText] {
    let file = repository.appendingPathComponent("Tests/Corpus/news/train/courts.txt")
    return try Corpus.marked(file)
  }

  private static func exchange(of texts: [LabelledText]) -> NameExchange {
    var exchange = NameExchange()
    for text in texts { exchange.learn(text, kinds: NameExchange.all) }
    return exchange
  }

  /// The prose with its names, but for roles, taken out.
  private static func skeleton(_ text: LabelledText) -> String {
    let bytes = Array(text.text.utf8)
    var result: [UInt8] = []
    var position = 0
    for name in (text.names ?? []).filter({ $0.kind != "role" }).sorted(by: { $0.span < $1.span })
    where name.span.start >= position {
      result += bytes[position..<name.span.start] + [0x2A]
      position = name.span.end
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }

  @Test func onlyNamesChange() throws {
    let texts = try NameExchangeTests.texts()
    var exchange = NameExchangeTests.exchange(of: texts)
    var changed = 0
    for text in texts {
      let copy = exchange.copy(text)
      #expect(NameExchangeTests.skeleton(copy) == NameExchangeTests.skeleton(text), "\(text.id)")
      #expect(copy.names?.map(\.kind) == text.names?.map(\.kind), "\(text.id)")
      if copy.text != text.text { changed += 1 }
    }
    #expect(changed * 2 > texts.count)
  }

  /// A cue holds no names, so it must read as it did, wherever it has moved.
  @Test func annotationsMoveAlong() throws {
    let texts = try NameExchangeTests.texts()
    var exchange = NameExchangeTests.exchange(of: texts)
    func cues(_ text: LabelledText) -> [String] {
      let bytes = Array(text.text.utf8)
      return (text.attributions ?? []).flatMap(\.cues).map {
        String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
      }
    }
    for text in texts { #expect(cues(exchange.copy(text)) == cues(text), "\(text.id)") }
  }

  @Test func aSurnameFollowsTheFullName() throws {
    let texts = try NameExchangeTests.texts()
    var exchange = NameExchangeTests.exchange(of: texts)
    let text = try Corpus.labelled(
      "one", "[Ana Ruiz]{person} and [Tom Lee]{person} met. [Ruiz]{person} left, and [Lee]{person} stayed.")
    for _ in 0..<20 {
      let copy = exchange.copy(text)
      let bytes = Array(copy.text.utf8)
      let names = (copy.names ?? []).map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
      #expect(names.count == 4)
      #expect(names[0].hasSuffix(names[2]) && names[1].hasSuffix(names[3]), "\(names)")
    }
  }
}
