import DocumentModel
import DraftAnalysis
import Rules
import Testing
import TestSupport
import TextCore

/// A sentence in, the text after a fix out: what a reporter would print as it stands.
@Suite struct FixedTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let draft: String
    /// By the order in which the fixes are offered, without the one that silences.
    let fixed: [String]
    let testDescription: String

    init(_ code: String, _ draft: String, _ fixed: String...) {
      self.code = code
      self.draft = draft
      self.fixed = fixed
      testDescription = "\(code): \(draft)"
    }
  }

  static func fixes(of code: String, in text: String, _ language: MarkupLanguage = .markdown) -> [Correction] {
    let analysis = analyze(text, language)
    let severity = catalog.rule(code)?.severity ?? .information
    let found = catalog.findings(in: analysis, settings: RuleSettings(severities: [code: severity])).all
    guard let finding = found.first(where: { $0.rule == code }) else { return [] }
    return catalog.corrections(of: finding, in: analysis)
  }

  private func check(_ example: Case) {
    let snapshot = analyze(example.draft, .markdown).snapshot
    let fixes = Self.fixes(of: example.code, in: example.draft).filter { !$0.title.hasPrefix("Disable") }
    #expect(fixes.map { applied($0, to: snapshot) } == example.fixed)
  }

  @Test(arguments: [
    Case(
      "conversion-error", "The trail is two miles (ten kilometres) long.",
      "The trail is two miles (three kilometres) long."),
    Case("conversion-error", "It weighs 1 pound (10 kg).", "It weighs 1 pound (0.45 kg)."),
    Case("conversion-error", "It is 5 mm (2 inches) thick.", "It is 5 mm (0.2 inches) thick."),
    Case(
      "conversion-error", "A forest of 3 million acres (5 million hectares) burned.",
      "A forest of 3 million acres (1.2 million hectares) burned."),
    Case(
      "conversion-error", "A forest of 1.5 million hectares (1 million acres) burned.",
      "A forest of 1.5 million hectares (3.7 million acres) burned."),
    Case(
      "conversion-error", "It holds 3.5 million cubic metres (12 million cubic feet).",
      "It holds 3.5 million cubic metres (124 million cubic feet)."),
    Case("conversion-error", "It flew at 30,000 feet (914 metres).", "It flew at 30,000 feet (9,144 metres)."),
    Case("conversion-error", "It flew 1500 miles (241 km).", "It flew 1500 miles (2414 km)."),
    Case("conversion-error", "The lane is 1.6 km (20 miles) long.", "The lane is 1.6 km (1 mile) long."),
    Case("conversion-error", "The well is 3,000 feet (2 km) deep.", "The well is 3,000 feet (0.9 km) deep."),
    Case("conversion-error", "It rained 40mm (3in).", "It rained 40mm (1.6in)."),
    Case("conversion-error", "A 50-kilometre (41-mile) trail opened.", "A 50-kilometre (31-mile) trail opened."),
    Case("conversion-error", "It was 30C (96F).", "It was 30C (86F)."),
    Case("conversion-error", "It rose 12 metres (five feet).", "It rose 12 metres (39 feet)."),
    Case("conversion-error", "It fell 12,000ft (4,500m).", "It fell 12,000ft (3,700m)."),
    Case("conversion-error", "Some 3,000 sq ft (500 sq m) burned.", "Some 3,000 sq ft (280 sq m) burned."),
    Case("conversion-missing", "It is half a mile away.", "It is half a mile (800 metres) away."),
    Case("conversion-missing", "It is 1,234 km away.", "It is 1,234 km (767 miles) away."),
    Case("conversion-missing", "It is about 160 km away.", "It is about 160 km (100 miles) away."),
    Case("conversion-missing", "It burned nearly 3,000 sq km.", "It burned nearly 3,000 sq km (1,200 square miles)."),
    Case("conversion-missing", "It was minus 40 Celsius.", "It was minus 40 Celsius (minus 40 Fahrenheit)."),
    Case("conversion-missing", "The gate is 200 ft. wide.", "The gate is 200 ft. (61 metres) wide."),
    Case("conversion-missing", "The wall is 20 ft. It fell.", "The wall is 20 ft (6.1 metres). It fell."),
    Case("conversion-missing", "He is 6 feet 2 inches tall.", "He is 6 feet 2 inches (1.88 metres) tall."),
    Case(
      "percent-for-points", "The rate fell half a percent from 5 percent to 4.5 percent.",
      "The rate fell half a percentage point from 5 percent to 4.5 percent.",
      "The rate fell 10 percent from 5 percent to 4.5 percent."),
    Case(
      "percent-for-points", "It rose 1.0 percent, from 4 percent to 5 percent.",
      "It rose 1.0 percentage point, from 4 percent to 5 percent.",
      "It rose 25 percent, from 4 percent to 5 percent."),
    Case(
      "percent-for-points", "It rose **5** percent, from 40 percent to 45 percent.",
      "It rose **5** percentage points, from 40 percent to 45 percent.",
      "It rose **13** percent, from 40 percent to 45 percent."),
  ])
  func figures(example: Case) { check(example) }

  @Test(arguments: [
    "Cocoa settled 74 pounds, or 1.9 percent, lower.", "The court is 28 by 11 metres (92 by 36 feet).",
    "The bag held 5 pound weights.", "The park is 100 metres by 60 metres.", "She won the 200 metres backstroke.",
    "He led with 600 metres to go.",
  ])
  func needsNoConversion(draft: String) { #expect(Self.fixes(of: "conversion-missing", in: draft).isEmpty) }

  @Test(arguments: [
    Case("weekday-date", "> It met on Monday, May 5, 2026."),
    Case("weekday-date", "It met on Monday, 2026-05-05.", "It met on Tuesday, 2026-05-05."),
    Case("weekday-date", "It met on Monday, 5/5/2026.", "It met on Tuesday, 5/5/2026."),
    Case(
      "weekday-date", "It met on Monday, 05 May 2026.", "It met on Tuesday, 05 May 2026.",
      "It met on Monday, 04 May 2026."),
    Case(
      "weekday-date", "It met on Monday, May 3rd, 2026.", "It met on Sunday, May 3rd, 2026.",
      "It met on Monday, May 4th, 2026."),
    Case(
      "weekday-date", "It met on Saturday, May 21st, 2026.", "It met on Thursday, May 21st, 2026.",
      "It met on Saturday, May 23rd, 2026."),
    Case(
      "weekday-date", "It met on Thurs., May 5, 2026.", "It met on Tues., May 5, 2026.",
      "It met on Thurs., May 7, 2026."),
    Case(
      "weekday-date", "It met on Tues., May 4, 2026.", "It met on Mon., May 4, 2026.", "It met on Tues., May 5, 2026."),
    Case(
      "weekday-date", "It met on MONDAY, MAY 5, 2026.", "It met on TUESDAY, MAY 5, 2026.",
      "It met on MONDAY, MAY 4, 2026."),
  ])
  func dates(example: Case) { check(example) }

  @Test(arguments: [
    Case(
      "name-inconsistent",
      "Delia Northcote, the mayor, spoke.\n\nNorthcot left early. “Northcot is late,” said Tom Okoro.\n\nNorthcot's aide left.",
      "Delia Northcote, the mayor, spoke.\n\nNorthcote left early. “Northcot is late,” said Tom Okoro.\n\nNorthcote's aide left.",
      // The one that is more frequent may be the right one.
      "Delia Northcot, the mayor, spoke.\n\nNorthcot left early. “Northcot is late,” said Tom Okoro.\n\nNorthcot's aide left."
    ),
    Case(
      "acronym-undefined", "OCHA sent tents. By Monday OCHA had run out.",
      "The UN Office for the Coordination of Humanitarian Affairs (OCHA) sent tents. By Monday OCHA had run out."),
    Case(
      "acronym-undefined", "Aid came from UNHCR on Monday. On Tuesday UNHCR sent tents.",
      "Aid came from the UN High Commissioner for Refugees (UNHCR) on Monday. On Tuesday UNHCR sent tents."),
    Case(
      "name-inconsistent",
      "Delia Northcote, the mayor, spoke.\n\n> Ms. Northcot was late.\n\nMs. Northcot left.",
      "Delia Northcote, the mayor, spoke.\n\n> Ms. Northcot was late.\n\nMs. Northcote left."),
    Case("acronym-undefined", "The UNHCR camp was full. The UNHCR left."),
    Case("acronym-unused", "The Orle Rail Union  (ORU)  met.", "The Orle Rail Union  met."),
    Case("acronym-unused", "The Orle Rail Union (ORU) met. ORUs are rare."),
    Case("acronym-undefined", "An OCHA report was filed. OCHA will meet."),
    Case("acronym-undefined", "UNHCR's tents came. UNHCR sent them."),
  ])
  func names(example: Case) { check(example) }

  /// Where a source stands: before the sentence's mark, after a link, a note or a comment that ends there.
  @Test(
    arguments: [
      ("Okoro stole [the rescue boat](a.b).", "Okoro stole [the rescue boat](a.b), according to [source]."),
      ("Okoro stole the boat in March `x`.", "Okoro stole the boat in March `x`, according to [source]."),
      ("Okoro stole the boat in March <!-- c -->.", "Okoro stole the boat in March <!-- c -->, according to [source]."),
      ("Okoro stole the boat in March.[1]", "Okoro stole the boat in March, according to [source].[1]"),
      ("Okoro stole the boat in March.² He left.", "Okoro stole the boat in March, according to [source].² He left."),
      (
        "Okoro stole the boat in March.<sup>2</sup> He left.",
        "Okoro stole the boat in March, according to [source].<sup>2</sup> He left."
      ),
      ("Okoro stole the boat in March.* He left.", "Okoro stole the boat in March, according to [source].* He left."),
      ("Okoro stole the boat from the", nil),
      ("(Okoro stole the boat in March.)", "(Okoro stole the boat in March, according to [source].)"),
      ("Okoro stole the boat in March!", "Okoro stole the boat in March, according to [source]!"),
      ("Okoro stole the boat in March. . .", nil),
      ("Okoro stole the boat in March?!", nil),
      ("Okoro stole the boat in March |", nil),
      ("[Okoro stole the boat in March.](a.b)", nil),
      (
        "Okoro stole the boat in March[^1].\n\n[^1]: A note.",
        "Okoro stole the boat in March[^1], according to [source].\n\n[^1]: A note."
      ),
    ] as [(String, String?)])
  func sourceStandsAtTheEnd(draft: String, fixed: String?) {
    let analysis = analyze(draft, .markdown)
    let finding = Finding(
      rule: "unattributed-claim", severity: .warning, span: analysis.fileSpan(0, TextSpan(7, 8)), message: "",
      paragraph: 0)
    let fix = catalog.corrections(of: finding, in: analysis).first { !$0.title.hasPrefix("Disable") }
    #expect(fix.map { applied($0, to: analysis.snapshot) } == fixed)
  }

  /// What is said in a transcript is said by whom its label names.
  @Test(arguments: [
    ("MAYOR: No. Reports say I did it.\n\nHOST: Critics claim that you lied.", 0),
    ("Q. Did you see him?\n\nA. Yes. He claimed that he was ill.", 0),
    ("MAYOR: No. Reports say I did it.\nHOST: Critics claim that you lied.", 0),
    ("CORRECTION: Reports say the dam failed.\n\nThe harbour was shut on Monday.", 1),
  ])
  func transcriptsAreQuoted(draft: String, count: Int) {
    let found = catalog.findings(in: analyze(draft, .markdown)).all
    #expect(
      found.count { ["hearsay-source", "vague-source", "loaded-attribution-verb"].contains($0.rule) } == count)
  }

  @Test func noPlaceholderInALink() {
    #expect(
      Self.fixes(of: "hearsay-source", in: "[Reports say](a.b) that it sank.").allSatisfy {
        $0.title.hasPrefix("Disable")
      })
  }

  @Test(arguments: [
    ("The FBI said it was old.\n\nOkoro stole it in March.", "Attribute to the FBI"),
    ("Li Wei said it was old.\n\nOkoro stole it in March.", "Attribute to Li Wei"),
    ("Orle Power said it was old.\n\nOkoro stole it in March.", "Attribute to Orle Power"),
    ("Tom Reyes said it was old.\n\nOkoro stole it in March.", "Attribute to Reyes"),
  ])
  func sourcesAreNamedAsTheDraftDoes(draft: String, title: String) {
    let analysis = analyze(draft, .markdown)
    let finding = Finding(
      rule: "unattributed-claim", severity: .warning, span: analysis.fileSpan(1, TextSpan(7, 8)), message: "",
      paragraph: 1)
    #expect(catalog.corrections(of: finding, in: analysis).map(\.title).contains(title))
  }
}
