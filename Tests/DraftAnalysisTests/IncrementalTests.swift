import DocumentModel
import DraftAnalysis
import English
import Synchronization
import Testing
import TestSupport
import TextCore

private let article = """
  # Council delays bridge

  LISBURN, May 4 — Mayor Ana Ruiz said on Tuesday the bridge would cost $4.5 million.

  > “We were not told,” said Tom Okoro, a shopkeeper.

  * About 300 people signed.
  * The council meets on May 12, 2026.

  Ruiz, who took office in 2024, said *work* would start in June. Critics say it is late.
  """

@Suite struct IncrementalTests {
  /// Everything an analysis says, as text.
  private func fingerprint(_ analysis: Analysis) -> String {
    analysis.draft.paragraphs.indices.map { index in
      let placed = analysis.document.paragraphs[index]
      return "\(placed.start) "
        + render(placed.paragraph, analysis.draft.paragraphs[index].layers, Set(ShownLayer.allCases))
    }.joined(separator: "\n")
      + analysis.draft.entities.map { "\($0.name) \($0.kind) \($0.mentions.count)" }.joined(separator: "\n")
      + "\(analysis.draft.speakers.count) \(analysis.draft.times.count) \(analysis.draft.referenceDate?.iso ?? "-")"
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>, MarkupLanguage.allCases)
  func typingGivesWhatReadingAfreshGives(seed: UInt64, language: MarkupLanguage) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", " ", "\n", "\n\n", "“", "”", "# ", "> ", "* ", "`", "said ", "Ana Ruiz ", "$5 million ", "```\n", "<!-- ",
      "-->", "---\n", "😀", ".",
    ]
    let host = AnalysisHost(sharedPipeline)
    var snapshot = TextSnapshot(article)
    var analysis = try #require(host.analysis(of: snapshot, language: language))
    for version in 1...12 {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let start = Int.random(in: 0...snapshot.count, using: &random)
        let end = min(snapshot.count, start + [0, 0, 1, 5, 40].randomElement(using: &random)!)
        let piece = pieces.randomElement(using: &random)!
        // As the server does: spans are brought to whole characters before they are handed on.
        let edit = snapshot.wholeCharacters(TextReplacement(TextSpan(start, end), with: piece))
        snapshot = snapshot.applying(edit, version: version)
      }
      analysis = try #require(host.analysis(after: analysis, snapshot: snapshot))
      let fresh = try #require(
        AnalysisHost(sharedPipeline).analysis(of: snapshot, language: language))
      #expect(fingerprint(analysis) == fingerprint(fresh))
    }
  }

  @Test func typingInOneParagraphReadsNoOther() throws {
    let host = AnalysisHost(sharedPipeline)
    var snapshot = TextSnapshot(article)
    var analysis = try #require(host.analysis(of: snapshot, language: .markdown))
    let before = host.paragraphsRead.load(ordering: .relaxed)
    let place = try #require(article.utf8.firstRange(of: "would cost".utf8))
    let offset = article.utf8.distance(from: article.startIndex, to: place.lowerBound)
    for (count, letter) in "perhaps ".enumerated() {
      let edit = TextReplacement(TextSpan(offset + count, offset + count), with: String(letter))
      snapshot = snapshot.applying(edit, version: count + 1)
      analysis = try #require(host.analysis(after: analysis, snapshot: snapshot))
    }
    #expect(host.paragraphsRead.load(ordering: .relaxed) == before + 8)
  }

  @Test func aCancelledAnalysisGivesNothing() {
    let host = AnalysisHost(sharedPipeline)
    #expect(host.analysis(of: TextSnapshot(article), language: .markdown, isCancelled: { true }) == nil)
  }

  @Test func coresSideBySideGiveWhatOneCoreGives() throws {
    let long = TextSnapshot(
      (0..<30).map { "Minister \($0) said taxes would rise \($0) percent in 20\($0 + 10)." }.joined(separator: "\n\n"))
    let one = try #require(
      AnalysisHost(sharedPipeline).analysis(of: long, language: .markdown))
    let four = try #require(
      AnalysisHost(sharedPipeline).analysis(of: long, language: .markdown, AnalysisHost.Options(workers: 4)))
    #expect(fingerprint(one) == fingerprint(four))
  }

  @Test func everyAnalyserFindsWhatItReads() {
    #expect(sharedPipeline.gaps.isEmpty)
  }
}
