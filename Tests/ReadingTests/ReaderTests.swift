import DocumentModel
import DraftAnalysis
import English
import ModelTraining
import TestSupport
import Testing
import TextCore

/// The reader in its place among the analysers.
@Suite struct ReaderTests {
  private let pipeline: Pipeline

  init() throws { pipeline = try .standard(English.language, model: English.model()) }

  private func rendered(_ marked: String, _ shown: Set<ShownLayer>) -> String {
    let paragraph = Paragraph(plain: MarkedText(marked).text)
    return render(paragraph, pipeline.layers(of: paragraph, isReading: true), shown)
  }

  @Test func everyAnalyserFindsWhatItReads() { #expect(pipeline.gaps.isEmpty) }

  @Test(arguments: [
    "[Ana Ruiz]{source} [said]{cue} [the bridge would close in June]{content}.",
    "[“We never saw the rocks,”]{content} [said]{cue} [Tom Okoro, who steered the ferry]{source}.",
    "[According to]{cue} [court papers]{source}, [the boat was never checked]{content}.",
    "The ferry left at noon and came back at six.",
    // What the layout tells: signed, and in a transcript.
    "[“The harbour smells of diesel and nobody minds.”]{content} [―]{cue} [Odile Brandt]{source}",
    "“[OKORO]{source}[:]{cue} [We asked the harbour board three times and nobody came]{content}.",
  ])
  func readsAttributions(marked: String) { #expect(rendered(marked, [.attributions]) == marked) }

  @Test(arguments: [
    "[Tom Okoro]{person} flew from [Lagos]{place} to [Geneva]{place} for the [World Health Organization]{organization}."
  ])
  func readsNames(marked: String) { #expect(rendered(marked, [.entities]) == marked) }

  /// Any text gets layers: no words, one word, more than a pass holds, what is no language.
  @Test(arguments: [
    "", " ", "Ha", String(repeating: "The mayor said so and so on and on ", count: 200),
    String(repeating: "x", count: 9000),
    "\u{FFFC}\u{301}👩‍🚀 北京 “”“”", String(repeating: "1-", count: 3000),
  ])
  func readsAnything(text: String) {
    let paragraph = Paragraph(plain: text)
    let layers = pipeline.layers(of: paragraph, isReading: true)
    for mention in layers.mentions { #expect(mention.span.end <= paragraph.bytes.count) }
  }

  /// Paragraphs, and those whose quotation goes on with the report of the first.
  @Test(arguments: [
    (["Tom Okoro continued:", "“We asked the board three times. Nobody came.”", "The boat sank."], [1]),
    (
      [
        "“We asked the board three times,” Tom Okoro said. “Nobody came to look at the boat.",
        "“Then it sank.”", "“It was old,” Ana Ruiz said.",
      ], [1]
    ),
    (["The harbour board met:", "“We asked the board three times,” Tom Okoro said."], []),
    (["Tom Okoro said nothing.", "“The boat sank on Monday night.”"], []),
  ])
  func goesOn(paragraphs: [String], later: [Int]) throws {
    let snapshot = TextSnapshot(paragraphs.joined(separator: "\n\n"))
    let analysis = try #require(AnalysisHost(pipeline).analysis(of: snapshot, language: .markdown))
    #expect(analysis.draft.continuations.keys.map(\.paragraph).sorted() == later)
    #expect(analysis.draft.continuations.values.allSatisfy { $0.paragraph == 0 })
  }

  /// In portions or whole, one core or four, after an edit or fresh: the same layers.
  @Test func portionsMakeAWhole() throws {
    let text = (0..<24).map { "Minister Ana Ruiz \($0) said the harbour of Lisbon would cost \($0) million." }
      .joined(separator: "\n\n")
    let snapshot = TextSnapshot(text)
    let whole = try #require(AnalysisHost(pipeline).analysis(of: snapshot, language: .plaintext))
    let host = AnalysisHost(pipeline)
    let options = AnalysisHost.Options(depth: .some(bytes: 300, near: 900), workers: 4)
    var analysis = try #require(host.analysis(of: snapshot, language: .plaintext, options))
    #expect(analysis.unread > 0)
    // The paragraph at work is among the first.
    let index = try #require(analysis.document.paragraphIndex(at: 900))
    #expect(analysis.analyzed[index].isRead)
    var rounds = 0
    while analysis.unread > 0, rounds < 40 {
      analysis = try #require(host.analysis(readingOn: analysis, options))
      rounds += 1
    }
    #expect(analysis.unread == 0)
    for (one, other) in zip(analysis.analyzed, whole.analyzed) {
      #expect(
        render(one.paragraph, one.layers, [.entities, .attributions])
          == render(other.paragraph, other.layers, [.entities, .attributions]))
    }
  }
}
