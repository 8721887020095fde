import DraftAnalysis
import English
import Rules
import Testing
import TestSupport
import TextCore

@testable import EditorFeatures

private let host = AnalysisHost(Pipeline.standard(English.language))
private let rules = RuleCatalog(English.language)

/// A reporter at work in a draft.
private struct Typist {
  var text: TextSnapshot
  var findings: DraftFindings
  var view: TypingView
  var lastEdit: LastEdit?
  /// Rules whose findings were shown at any time.
  var seen: Set<String> = []

  init(opening text: String) throws {
    self.text = TextSnapshot(text)
    findings = rules.findings(in: try #require(host.analysis(of: self.text, language: .markdown)))
    view = TypingView(of: findings)
  }

  /// `"The council met. ⟨It fell 40 per⟩ cent."`: what stands between the brackets is typed key by key.
  init(_ notation: String) throws {
    let parts = notation.split(omittingEmptySubsequences: false) { "⟨⟩".contains($0) }.map { String($0) }
    try #require(parts.count == 3)
    try self.init(opening: parts[0] + parts[2])
    try type(parts[1], at: parts[0].utf8.count)
  }

  mutating func type(_ keys: String, at offset: Int) throws {
    var offset = offset
    for key in keys {
      try change(offset, offset, to: String(key))
      offset += key.utf8.count
    }
  }

  mutating func change(_ start: Int, _ end: Int, to words: String) throws {
    let edit = TextReplacement(TextSpan(start, end), with: words)
    text = text.applying(edit, version: text.version + 1)
    let analysis = try #require(host.analysis(after: findings.analysis, snapshot: text))
    findings = rules.findings(in: analysis, after: findings)
    lastEdit = LastEdit([edit])
    view = view.following([edit], to: findings, lastEdit: lastEdit, catalog: rules)
    seen.formUnion(shown)
  }

  mutating func rest() {
    lastEdit?.isResting = true
    view = view.following([], to: findings, lastEdit: lastEdit, catalog: rules)
  }

  mutating func save() {
    lastEdit = nil
    view = view.following([], to: findings, lastEdit: nil, catalog: rules)
  }

  var shown: [String] { view.shown.map(\.rule) }
  var end: Int { text.count }
}

@Suite struct TypingViewTests {
  /// What is shown when the last key is typed: not a moment before, and nothing else on the way.
  @Test(arguments: [
    // A source comes last in English.
    ("The council met. ⟨Unemployment fell by 40 percent⟩", nil),
    ("The council met. ⟨Unemployment fell by 40 percent in May.⟩", nil),
    ("The council met. ⟨Unemployment fell by 40 percent in May. ⟩", "unattributed-claim"),
    ("The council met. ⟨Unemployment fell by 40 percent, the ministry said. It ⟩", nil),
    ("The council met. ⟨Unemployment fell by 40 percent. ⟩It rained.", "unattributed-claim"),
    ("The council met.\n\n⟨Reports say the pier is unsafe.⟩", nil),
    ("The council met.\n\n⟨Reports say the pier is unsafe. ⟩", "hearsay-source"),
    // A line of its own is closed by its end, running text by an empty line: one break is as good as a blank there.
    ("The council met.\n\n- ⟨Reports say the pier is unsafe\n⟩", "hearsay-source"),
    ("The council met.\n\n⟨Reports say the pier\nis unsafe⟩", nil),
    ("The council met.\n\n⟨Reports say the pier is unsafe\n⟩", nil),
    ("The council met.\n\n⟨Reports say the pier is unsafe\n\n⟩", "hearsay-source"),
    // Half a number.
    ("The trail is ⟨50 kilometres (31 m⟩", nil),
    ("The trail is ⟨50 kilometres (31 miles) long. ⟩", nil),
    ("The trail is ⟨50 kilometres (41 miles) long⟩", nil),
    ("The trail is ⟨50 kilometres (41 miles) long. ⟩", "conversion-error"),
    ("⟨The fare rose 10 percent from $50 million to $55⟩", nil),
    ("⟨The fare rose 10 percent from $50 million to $55 million. ⟩", nil),
    ("⟨The fare rose 10 percent from $55 to $66. ⟩", "numbers-disagree"),
    // Half a name, and the whole one.
    ("Linda Kay Prochaska runs the mill. ⟨Ms. Prochask⟩", nil),
    ("Linda Kay Prochaska runs the mill. ⟨Ms. Prochaska left. ⟩", nil),
    ("Linda Kay Prochaska runs the mill. ⟨Ms. Prochasca ⟩", "name-inconsistent"),
    // An open quotation, until the next block has a first word.
    ("The council met.\n\n⟨“We were not told⟩", nil),
    ("The council met.\n\n⟨“We were not told. Nobody called. \n\n⟩", nil),
    ("The council met.\n\n⟨“We were not told. Nobody called. \n\nIt⟩", "quote-unbalanced"),
    ("The council met.\n\n⟨“We were not told.\n\n“Nobody called,” Tom Okoro said. ⟩", nil),
    ("The council met.\n\n⟨“We were not told.\n\n⟩The pier is shut.", nil),
    ("The council met.\n\n⟨“We never saw the rocks at all,”⟩", nil),
    ("The council met.\n\n⟨“We never saw the rocks at all.” Its owners were fined. ⟩", nil),
    ("The council met.\n\n⟨“We never saw the rocks at all.” Its owners were fined.\n\nThe⟩", "quote-no-speaker"),
    // What is yet to be used.
    ("⟨The Dell Harbour Authority (DHA) met. It ⟩", nil),
    ("⟨The Dell Harbour Authority (DHA) met.\n\nIt⟩", "acronym-unused"),
  ])
  func waits(notation: String, rule: String?) throws {
    let typist = try Typist(notation)
    #expect(typist.shown == [rule].compactMap(\.self))
    #expect(typist.seen == Set([rule].compactMap(\.self)))
  }

  @Test func nothingWaitsInADraftThatIsOpened() throws {
    #expect(try Typist(opening: "Reports say the pier").shown == ["hearsay-source"])
  }

  /// A rest lets go of words and sentences, not of paragraphs; a save, and an edit in another paragraph, of all.
  @Test(arguments: [
    ("The council met.\n\n⟨Unemployment fell by 40 percent⟩", "unattributed-claim", true),
    ("Linda Kay Prochaska runs the mill. ⟨Ms. Prochasca⟩", "name-inconsistent", true),
    ("The council met.\n\n⟨“We were not told⟩", "quote-unbalanced", false),
    ("The council met.\n\n⟨“We never saw the rocks at all.”⟩", "quote-no-speaker", false),
    ("The council met.\n\n⟨The Dell Harbour Authority (DHA) met.⟩", "acronym-unused", false),
  ])
  func isLetGo(notation: String, rule: String, byRest: Bool) throws {
    let typist = try Typist(notation)
    #expect(typist.shown == [])
    var resting = typist
    resting.rest()
    #expect(resting.shown == (byRest ? [rule] : []))
    var saved = typist
    saved.save()
    #expect(saved.shown == [rule])
    if notation.hasPrefix("The council met.\n\n") {
      var elsewhere = typist
      try elsewhere.type("x", at: 0)
      #expect(elsewhere.shown == [rule])
    }
  }

  /// A paste, or an undo, brings what was closed before; but for the word at the cursor.
  @Test(arguments: [
    ("Unemployment fell by 40 percent in May", ["unattributed-claim"]),
    ("“We were not told of it", ["quote-unbalanced"]),
    ("Unemployment fell by 40 percent", []),
  ])
  func aPasteIsClosed(words: String, rules: [String]) throws {
    var typist = try Typist(opening: "The council met.\n\n")
    try typist.change(typist.end, typist.end, to: words)
    #expect(typist.shown == rules)
  }

  /// What is shown stays while its sentence is typed on, or another one before it.
  @Test(arguments: [
    "Reports say the pier is unsafe⟨ and will be shut by m⟩.", "⟨On Monday, ⟩Reports say the pier is unsafe.",
    "The UNHCR met in Dell. ⟨NATO, UN⟩", "The UNHCR met in Dell. ⟨NATO, UN and EU m⟩",
  ])
  func whatIsShownStays(notation: String) throws {
    let parts = notation.split { "⟨⟩".contains($0) }
    #expect(try Typist(opening: parts.count == 3 ? "\(parts[0])\(parts[2])" : "\(parts.last ?? "")").shown.count <= 1)
    #expect(try Typist(notation).shown.count == 1)
  }

  /// Who changes the words of a finding, or its sentence, sees at once what comes of it.
  @Test func whatIsMendedGoes() throws {
    var typist = try Typist(opening: "Unemployment fell by 40 percent. It rained.")
    #expect(typist.shown == ["unattributed-claim"])
    try typist.type(", the ministry said", at: 31)
    #expect(typist.shown == [])
  }

  /// The first mention of a name that is half mended accuses no other one.
  @Test func halfANameAccusesNobody() throws {
    var typist = try Typist(
      opening: "The owner, Marcus Thiele, spoke. He left.\n\nMr. Thiele said that the mill was dry.")
    try typist.change(23, 24, to: "")
    #expect(!typist.findings.all.isEmpty && typist.shown == [])
    try typist.type("e", at: 23)
    #expect(typist.findings.all.isEmpty && typist.seen == [])
  }

  /// A misspelled name that is put right is told of no more at its first key.
  @Test func aNameThatIsMendedIsNoName() throws {
    var typist = try Typist(opening: "Paul Renner runs the mill. Mr. Rennre left.")
    #expect(typist.shown == ["name-inconsistent"])
    try typist.change(36, 37, to: "")
    #expect(!typist.findings.all.isEmpty && typist.shown == [])
  }

  /// A comment that is yet to be closed takes the rest of the draft out of the prose.
  @Test func anOpenCommentBlanksNothing() throws {
    var typist = try Typist(opening: "The council met.\n\n\n\nReports say the pier is unsafe.\n")
    try typist.type("<!-- ask Tom -->", at: 18)
    #expect(typist.shown == ["hearsay-source"])
    try typist.change(18, 34, to: "")
    typist = try Typist(opening: "The council met.\n\n\n\nReports say the pier is unsafe.\n")
    try typist.type("<!-- ask", at: 18)
    #expect(typist.findings.all.isEmpty && typist.shown == ["hearsay-source"])
    // The text of it is no prose, so there is nothing to be put right.
    #expect(typist.view.shown.allSatisfy { rules.corrections(of: $0, in: typist.findings.analysis).isEmpty })
    typist.save()
    #expect(typist.shown == [])
  }

  /// No hint stands at half a figure.
  @Test func hintsWaitForTheWord() throws {
    let features = EditorFeatures(English.language, catalog: rules)
    func hints(_ notation: String) throws -> Int {
      let typist = try Typist(notation)
      return features.hints(in: TextSpan(0, typist.end), of: typist.findings.analysis).count { !typist.view.hides($0) }
    }
    #expect(try hints("The pylon stands ⟨310 m⟩") == 0)
    #expect(try hints("The pylon stands ⟨310 metres ⟩") == 1)
  }

  /// Whatever is typed: what is saved shows what would be shown if it was opened.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func savedAsOpened(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let scraps = ["\n\n", "“", "”", "said ", "5 percent ", "Reports say ", ".", "é", " ", "<!-- ", "- ", "Ana Ruis "]
    var typist = try Typist(
      opening:
        "# Budget\n\nThe mayor, Ana Ruiz, said taxes would rise. “We had no choice,” she said.\n\nCritics say so.\n")
    for _ in 1...40 {
      let start = Int.random(in: 0...typist.end, using: &numbers)
      guard typist.text.bytes.indices.contains(start), typist.text.bytes[start] < 0x80 else { continue }
      let scrap = scraps[Int.random(in: 0..<scraps.count, using: &numbers)]
      if scrap.utf8.count > 4 {
        try typist.change(start, start, to: scrap)
      } else {
        try typist.type(scrap, at: start)
      }
    }
    typist.save()
    let fresh = try #require(host.analysis(of: typist.text, language: .markdown))
    #expect(typist.view.shown == rules.findings(in: fresh).all)
  }
}
