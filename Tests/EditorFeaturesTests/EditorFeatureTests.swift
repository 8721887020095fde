import DocumentModel
import DraftAnalysis
import EditorFeatures
import English
import Rules
import Testing
import TestSupport
import TextCore

private let shared = Pipeline.standard(English.language)
private let rules = RuleCatalog(English.language)
private let features = EditorFeatures(English.language, catalog: rules)

private func read(_ draft: String) throws -> DraftFindings {
  let host = AnalysisHost(shared)
  return rules.findings(in: try #require(host.analysis(of: TextSnapshot(draft), language: .markdown)))
}

/// The hover at `$0`.
private func hover(_ draft: String) throws -> HoverText? {
  let marked = MarkedText(draft)
  return features.hover(at: try #require(marked.cursor), in: try read(marked.text))
}

@Suite struct HoverTests {
  @Test(arguments: [
    ("Delia Northcote, the mayor, spoke. North$0cote left.", "Delia Northcote\nperson"),
    ("Delia Northcote, the mayor, spoke. North$0cote left.", "also as"),
    ("The path is 70 kilo$0metres long.", "≈ 43 miles"),
    ("The path is 70 kilometres (98 mi$0les) long.", "it should be"),
    ("The path is 70 kilo$0metres (43 miles) long.", "Converted here as 43 miles: right"),
    ("It opened on May$0 5, 2026.", "Tuesday"),
    ("It opened on Monday, May$0 5, 2026.", "That day is a Tuesday, not a Monday"),
    ("“We never saw the ro$0cks,” said Tom Okoro.", "Quotation: Tom Okoro\ndirect quotation"),
    ("“We never saw the rocks,” sa$0id Tom Okoro.", "Tom Okoro · say\nquoted · neutral verb"),
    ("The path is 70 to 80 kilo$0metres long.", "≈ 43 to 50 miles"),
    ("Sales rose 30 per$0cent from 50 to 65.", "(65 − 50) ÷ 50 = 30%"),
    ("The rate rose 2 per$0cent, from 5 percent to 7 percent.", "7 − 5 = 2 percentage points; (7 − 5) ÷ 5 = 40%"),
    ("Of the herd, 3$00 of the 50 goats (60 percent) had a cough.", "30 ÷ 50 = 60%"),
    ("One in five bakers, or 20 per$0cent, bakes at night.", "1 ÷ 5 = 20%"),
    ("The boat carried 2$00 people: 12 men and 8 women.", "12 + 8 = 20"),
    ("The boat cost 4,000 Swedish kro$0nor.", "Swedish krona, not converted"),
    ("The boat cost $4 mil$0lion.", "US dollar, not converted"),
    ("Repo$0rts say the pier will stay closed.", "Rule: hearsay-source"),
  ])
  func tells(draft: String, words: String) throws {
    let found = try #require(try hover(draft))
    #expect(found.plain.contains(words), "\(found.plain)")
  }

  /// What the names table knows is told as far as the draft bears it out.
  @Test(arguments: [
    // The place after the comma decides,
    ("A barn burned in Par$0is, Texas.", "city in Texas, United States"),
    ("A barn burned in Lon$0don, Ontario.", "city in Ontario, Canada"),
    ("A barn burned in Athens, Georgia. Ath$0ens mourned.", "city in Georgia, United States"),
    ("A barn burned in Vancouver, Washing$0ton.", "state in United States"),
    // else where the draft is set, else the best known.
    ("The governor of Alabama went to Birming$0ham.", "city in Alabama"),
    ("It rained in Par$0is.", "capital city of France"),
    ("In Khar$0kiv, Russia struck a bakery. Ukraine mourned.", "city in Ukraine"),
    ("Texas sued. Florida sued. Geor$0gia sued.", "state in United States"),
    // Sovereign countries come before territories.
    ("The Nether$0lands won.", "country in Western Europe"),
    ("Dut$0ch bakers slept.", "of Netherlands"),
    ("In Bo$0livia it rained.", "capitals Sucre and La Paz"),
    // An office in words has its date as it stands,
    ("In France, Emmanuel Mac$0ron spoke.", "President of France (since 2017"),
    ("In Norway, Jonas Gahr Stø$0re spoke.", "Prime Minister of Norway (since 2021"),
    ("Mark Rut$0te spoke in Brussels.", "NATO Secretary General"),
    ("Angela Merk$0el slept.", "person\nChancellor of Germany"),
    ("In Britain, King Charles I$0II spoke.", "King of the United Kingdom (since 2022-09-08"),
    // a bare one is a date.
    ("It rained in Nai$0robi.", "(as of 20"),
    // A namesake is said to be one.
    ("The nurse Theresa M$0ay slept in London.", "also the name of: Prime Minister of the United Kingdom"),
    ("In Britain, Brian Wil$0son sang.", "also the name of: Minister of State"),
    // What an old source left open is not told to go on, what another holds since has ended,
    ("In Scotland, Nicola Sturg$0eon spoke.", "First Minister of Scotland (from 2014-11-20, held in 2022-10)"),
    ("In Britain, Liz Tr$0uss spoke.", "Prime Minister of the United Kingdom (in 2022)"),
    ("In Poland, Mateusz Moraw$0iecki spoke.", "at the latest)"),
    (
      "In Indiana, Gov. Eric Hol$0comb spoke in Indianapolis.", "Governor of Indiana (from 2017-01-09, held in 2022-10)"
    ),
    // an end of one office ends no other that began with it, and two terms are not one.
    ("In Baku, Ilham Ali$0yev spoke.", "President of Azerbaijan (since 2003"),
    ("In Japan, Shinzo A$0be spoke.", "Prime Minister of Japan (until 2020-09-16)"),
    // An office that is not the draft's is told to be another.
    ("In Pakistan, Field Marshal Asim Mu$0nir spoke.", "also held: Director General"),
    // Places by the words beside them.
    ("A barn burned in Tripo$0li, in northern Lebanon.", "North Lebanon"),
    ("A barn burned in Leba$0non, Pa., on Monday.", "city in Pennsylvania"),
    ("Representative Ana Northcote of New Y$0ork spoke.", "state in United States"),
    ("It rained in Atlanta and Geor$0gia. Tbilisi, the capital of Georgia, slept.", "Georgia"),
    ("It rained in Brook$0lyn.", "borough in New York"),
    // Parliaments and agencies are those of the draft's country.
    ("In the United States, Con$0gress met.", "U.S. Congress"),
    ("PARIS (A$0FP) - It rained in Australia.", "news agency"),
  ])
  func tellsFacts(draft: String, words: String) throws {
    let found = try #require(try hover(draft))
    #expect(found.plain.contains(words), "\(found.plain)")
  }

  @Test(arguments: [
    // A namesake's office is never told of a private person,
    ("Fire Chief Bob Tur$0ner smiled in Ohio.", "representative"),
    ("The lawyer John Car$0ter slept in New Zealand.", "Minister"),
    ("Sipho Du$0be, 44, sold goats in Harare.", "Assembly"),
    ("Gordon Bro$0wn, who runs a bakery, slept.", "Minister"),
    ("In Boise, Idaho, it rained. Mos$0cow mourned.", "Russia"),
    // nor a place that the text contradicts,
    ("A barn burned in Camden, Arkansas. Cam$0den mourned.", "New Jersey"),
    ("A barn burned in Lud$0low, Shropshire, in the United States.", "Massachusetts"),
    ("He came home to Boli$0var. Missouri slept.", "Colombia"),
    ("A barn burned in Victo$0ria. Melbourne mourned. Australia slept.", "Seychelles"),
    ("He met veterans of the Nor$0th in Nairobi.", "Cameroon"),
    // nor a body of another country or of another long form.
    ("In Vietnam, the Communist Pa$0rty met.", "China"),
    ("Ukraine asked for Patri$0ots.", "New England"),
    ("In the United States, George Clin$0ton sang.", "person\nVice President"),
    ("In India, Con$0gress met.", "U.S."),
    ("BNP Paribas fell in Bangladesh. B$0NP rose.", "Party"),
    ("In Australia, La$0bor won.", "Israeli"),
    ("Ford's chairman, Bill Fo$0rd, slept.", "company"),
  ])
  func tellsNoFactOfAnother(draft: String, words: String) throws {
    let found = try hover(draft)?.plain ?? ""
    #expect(!found.contains(words), "\(found)")
  }

  @Test(arguments: ["It rai$0ned again.", "One.\n\n$0\n\nTwo.", "$0", "`co$0de`"])
  func saysNothingOfNothing(draft: String) throws { #expect(try hover(draft) == nil) }

  @Test func namesCannotActAsMarkdown() throws {
    let found = try #require(try hover("“We [never](x) saw *it* <b>there</b> at all,” said Tom$0 Okoro."))
    #expect(found.markdown.hasPrefix("**Tom Okoro**"))
  }
}

@Suite struct OutlineTests {
  private let draft = """
    # Pier closed

    “We saw it coming for many years,” said Delia Northcote, the mayor.

    ## Costs

    Tom Okoro left.

    # Weather
    """

  @Test func headingsHoldWhatStandsBelow() throws {
    let items = features.outline(of: try read(draft).analysis)
    #expect(items.map(\.name) == ["Pier closed", "Weather"])
    #expect(items[0].children.map(\.name) == ["“We saw it coming for many years,”", "Delia Northcote", "Costs"])
    #expect(items[0].children[0].detail == "Delia Northcote")
    #expect(items[0].children[2].children.map(\.name) == ["Tom Okoro"])
  }

  @Test func everyItemHoldsItsOwn() throws {
    func check(_ item: OutlineItem) {
      #expect(item.span.contains(item.selection) && !item.name.isEmpty)
      for child in item.children {
        #expect(item.span.contains(child.span))
        check(child)
      }
    }
    for item in features.outline(of: try read(draft).analysis) { check(item) }
  }
}

@Suite struct HighlightTests {
  @Test func allMentionsOfOnePerson() throws {
    let marked = MarkedText("Delia Northcote spoke.\n\nNorth$0cote left.")
    let found = features.highlights(at: try #require(marked.cursor), in: try read(marked.text).analysis)
    #expect(found.map(\.span) == [TextSpan(0, 15), TextSpan(24, 33)])
    #expect(found.map(\.kind) == [.write, .read])
  }

  @Test func bothHalvesOfAConversion() throws {
    let marked = MarkedText("It is 70 kilo$0metres (43 miles) long.")
    let found = features.highlights(at: try #require(marked.cursor), in: try read(marked.text).analysis)
    #expect(found.map(\.span) == [TextSpan(6, 19), TextSpan(21, 29)])
  }
}

@Suite struct HintTests {
  @Test func measuresInTheOtherSystem() throws {
    let draft = "It is 70 kilometres long and 3 miles (5 km) wide."
    let hints = features.hints(in: TextSpan(0, draft.utf8.count), of: try read(draft).analysis)
    #expect(hints.filter { $0.kind == .conversion }.map(\.text) == ["≈ 43 miles"])
    #expect(hints.first { $0.kind == .conversion }?.offset == 19)
  }

  @Test func onlyInTheSpanAskedFor() throws {
    let draft = "It is 70 kilometres long.\n\nIt is 50 kilometres long."
    let hints = features.hints(in: TextSpan(30, 60), of: try read(draft).analysis)
    #expect(hints.filter { $0.kind == .conversion }.map(\.offset) == [46])
  }
}

@Suite struct FeatureLawTests {
  /// Whatever stands in the draft, every offset has an answer inside the file.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func everyOffsetHasAnAnswer(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "“", "”", " ", "\n\n", "# ", "Ana Ruiz ", "said ", "70 km (43 miles) ", "Monday, May 5, 2026 ", "*", "_", "😀",
      ".",
      "Reports say it sank. ", "the mayor ", "> ", "é",
    ]
    let draft = (0..<60).map { _ in pieces.randomElement(using: &random)! }.joined()
    let findings = try read(draft)
    let count = draft.utf8.count
    for offset in -2...count + 2 {
      if let found = features.hover(at: offset, in: findings) {
        #expect(found.span.start >= 0 && found.span.end <= count && !found.plain.isEmpty && !found.markdown.isEmpty)
      }
      for highlight in features.highlights(at: offset, in: findings.analysis) {
        #expect(highlight.span.start >= 0 && highlight.span.end <= count)
      }
    }
    for hint in features.hints(in: TextSpan(0, count), of: findings.analysis) {
      #expect((0...count).contains(hint.offset) && !hint.text.isEmpty)
    }
    _ = features.outline(of: findings.analysis)
  }
}
