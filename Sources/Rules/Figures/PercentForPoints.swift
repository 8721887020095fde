import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// "Rose 2 percent, from 5 percent to 7 percent": the difference of two percentages is counted in percentage points.
struct PercentForPoints: ParagraphRule {
  private let ties: FigureTies

  init(_ language: Language) { ties = FigureTies(language) }

  var code: String { "percent-for-points" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    found(in: paragraph).map { found in
      let isRise = found.verdict.isRise
      return RuleMatch(
        found.percent.span,
        "From \(paragraph.paragraph.text(found.first.span)) to \(paragraph.paragraph.text(found.second.span)) is a \(isRise ? "rise" : "fall") of \(found.points.text), or \(found.verdict.right) percent.",
        related: [(nil, found.first.span, "From this figure."), (nil, found.second.span, "To this figure.")])
    }
  }

  private struct Found {
    let first, second, percent: Quantity
    let points: Figures.PointsVerdict
    let verdict: Figures.PercentVerdict
  }

  private func found(in paragraph: AnalyzedParagraph) -> [Found] {
    ties.all(in: paragraph).compactMap { tie in
      guard case .change(let first, let second, let percent) = tie,
        !tie.figures.contains(where: { paragraph.isQuoted($0.span) }),
        let points = Figures.points(from: first, to: second, percent: percent), points.agrees,
        points.points > Rational(0),
        let verdict = Figures.change(from: first, to: second, percent: percent), points.isPlain || !verdict.agrees,
        !(percent.modifier == .up && !verdict.isRise), !(percent.modifier == .down && verdict.isRise)
      else { return nil }
      return Found(first: first, second: second, percent: percent, points: points, verdict: verdict)
    }
  }

  /// Points for percent; then the percentage that it is.
  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis),
      let found = found(in: passage.analyzed).first(where: { $0.percent.span == passage.span }),
      let numeral = found.percent.numerals.first, found.percent.numerals.count == 1
    else { return [] }
    let prose = passage.analyzed.paragraph
    let written = prose.text(numeral.span)
    let lead = prose.text(TextSpan(passage.span.start, numeral.span.start))
    let tail = prose.text(TextSpan(numeral.span.end, passage.span.end))
    let sign = tail.contains("%") ? "%" : tail.contains("per cent") ? " per cent" : " percent"
    let percent = found.verdict.right + sign
    if found.percent.isInWords && numeral.value < Rational(1) {
      let points = lead + part(written, tail)
      return [
        Correction("Change to \(points)", [passage.replace(passage.span, with: points)], isPreferred: true),
        Correction("Change to \(percent)", [passage.replace(passage.span, with: percent)]),
      ]
    }
    let points = "percentage \(numeral.value == Rational(1) ? "point" : "points")"
    let glue = tail.prefix { $0.isWhitespace }
    let unit = TextSpan(numeral.span.end + glue.utf8.count, passage.span.end)
    return [
      Correction(
        "Change to \(lead)\(written) \(points)",
        [passage.replace(unit, with: (glue.isEmpty ? " " : "") + points)], isPreferred: true),
      // The figure alone: the sign may stand outside its bold type.
      Correction(
        "Change to \(percent)",
        [passage.replace(TextSpan(passage.span.start, numeral.span.end), with: found.verdict.right)]
          + (tail == sign ? [] : [passage.replace(TextSpan(numeral.span.end, passage.span.end), with: sign)])),
    ]
  }

  /// A part in words of one point, with what joins the two: "half a percentage point", "three-quarters of a percentage point".
  private func part(_ written: String, _ tail: String) -> String {
    if tail.hasPrefix(" a ") { return "\(written) a percentage point" }
    if tail.hasPrefix(" of a ") { return "\(written) of a percentage point" }
    return written == "half" ? "half a percentage point" : "\(written) percentage point"
  }

  var manual: Manual {
    Manual(
      finds: "A difference between two percentages that is called a percentage itself.",
      why:
        "From 5 percent to 7 percent is 2 percentage points more, and 40 percent more. Readers cannot tell which is meant.",
      instead: "Write percentage points.",
      standards: ["AP Stylebook", "BBC News Style Guide", "Reuters Handbook of Journalism"],
      fires: [
        .init(
          "Unemployment rose «2 percent», from 5 percent to 7 percent, in May.",
          fixed: "Unemployment rose 2 percentage points, from 5 percent to 7 percent, in May."),
        .init(
          "The bank cut its rate by «1 percent» to 3 percent from 4 percent.",
          fixed: "The bank cut its rate by 1 percentage point to 3 percent from 4 percent."),
        "The mayor stood at 45 percent, up «3%» from 42 percent in June.",
        "Turnout rose by «5 percent» from 40 to 45 percent.",
      ],
      silent: [
        "Unemployment rose 2 percentage points, from 5 percent to 7 percent, in May.",
        "Unemployment rose 40 percent, from 5 percent to 7 percent, in May.",
        "The fund fell 5 percent, from 95 percent of its target to 90 percent.",
        "Prices rose 2 percent in May, from 3 percent in April to 1 percent in June.",
        "Rates rose from 2 percent to 4 percent, and prices by 2 percent.",
        "The mayor stood at 45 percent, up from 42 percent in June.",
        "Ana Ruiz said: “It rose 2 percent from 5 percent to 7 percent.”",
      ])
  }
}
