import Foundation
import ModelTraining
import TestSupport
import Testing
import TextCore

/// Our own news corpus is well formed.
@Suite struct CorpusTests {
  private static let folder = repository.appendingPathComponent("Tests/Corpus/news")

  private static func texts(_ half: String) throws -> [LabelledText] {
    let folder = folder.appendingPathComponent(half)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
      .flatMap { try Corpus.marked(folder.appendingPathComponent($0)) }
  }

  @Test(arguments: ["train", "test"])
  func isWellFormed(half: String) throws {
    let texts = try CorpusTests.texts(half)
    #expect(!texts.isEmpty)
    #expect(Set(texts.map(\.id)).count == texts.count, "two texts share a name")
    for text in texts {
      #expect(!text.text.contains("]{"), "\(text.id): a mark is not closed")
      let names = text.names ?? []
      for (one, next) in zip(names, names.dropFirst()) {
        #expect(!one.span.overlaps(next.span), "\(text.id): names overlap at \(next.span.start)")
      }
      let contents = (text.attributions ?? []).flatMap(\.contents).sorted()
      for (one, next) in zip(contents, contents.dropFirst()) {
        #expect(!one.overlaps(next), "\(text.id): contents overlap at \(next.start)")
      }
    }
  }

  /// What trains does not measure.
  @Test func halvesShareNoText() throws {
    let train = Set(try CorpusTests.texts("train").map(\.text))
    #expect(try CorpusTests.texts("test").allSatisfy { !train.contains($0.text) })
  }
}
