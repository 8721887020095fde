import DocumentModel
import DraftAnalysis
import TextCore

/// What stands over the story and is to agree with it: title, headlines, and the first paragraph where those are silent.
struct Heads {
  enum Place {
    case title, headline, lede

    var name: String {
      switch self {
      case .title: "The title"
      case .headline: "The headline"
      case .lede: "The first paragraph"
      }
    }

    /// Whether it tells what a paragraph tells.
    func isOver(_ paragraph: Int, _ lede: Int, _ top: [Int]) -> Bool {
      self == .lede ? paragraph > lede : top.contains(paragraph)
    }
  }

  struct Head {
    let place: Place
    let text: String
    let statement: FigureStatement
    /// Nil for the title in the front matter.
    let paragraph: Int?
    /// In the file; of the title only.
    let file: TextSpan

    /// Whether a statement of the story may count the same. A bare figure, "15 die", counts people by whatever name.
    func counts(_ other: FigureStatement) -> Bool {
      let (own, said) = (statement.key, other.key)
      return own == said || own.event == said.event && own.noun == "people" && statement.quantity.kind == .number
    }
  }

  private(set) var all: [Head] = []

  init(_ analysis: Analysis, _ lede: Int, _ statements: FigureStatements, _ year: Int?) {
    if let title = analysis.title, statements.mayStand(in: title) {
      for statement in statements.all(in: title, year: year) {
        all.append(
          Head(
            place: .title, text: title.paragraph.text(statement.span), statement: statement, paragraph: nil,
            file: analysis.titleSpan(of: statement.span)))
      }
    }
    for index in 0...lede where index == lede || analysis.analyzed[index].paragraph.kind == .heading(1) {
      let paragraph = analysis.analyzed[index]
      guard statements.mayStand(in: paragraph) else { continue }
      for statement in statements.all(in: paragraph, year: year) {
        let isLede = index == lede
        guard !isLede || !statement.key.event.isEmpty && !all.contains(where: { $0.statement.key == statement.key })
        else { continue }
        all.append(
          Head(
            place: isLede ? .lede : .headline, text: paragraph.paragraph.text(statement.span), statement: statement,
            paragraph: index, file: TextSpan(0, 0)))
      }
    }
  }
}

/// What a figure may stand for, from the least to the most.
struct Interval {
  let low, high: Rational?

  /// Trailing zeros may be rounding; "about" is a seventh either way.
  init?(_ quantity: Quantity) {
    switch quantity.value {
    case .temporal: return nil
    case .range(let low, let high): (self.low, self.high) = (low, high)
    case .exact(let value):
      guard value >= Rational(0), let slack = Interval.slack(value, quantity.modifier), let least = value - slack,
        let most = value + slack
      else { return nil }
      let bound = quantity.modifier
      low = bound?.isUpperBound ?? false ? nil : least
      high = bound?.isLowerBound ?? false ? nil : most
    }
  }

  private static func slack(_ value: Rational, _ modifier: QuantityModifier?) -> Rational? {
    if modifier == .about { return value / Rational(7) }
    guard value >= Rational(20), value.isWhole else { return Rational(0) }
    var step = Rational(1)
    var rest = value.numerator
    while rest % 10 == 0, rest > 0, let larger = step * Rational(10) { rest /= 10; step = larger }
    // "340" is not rounded, "3,000" may be.
    return step == Rational(1) ? Rational(0) : min(step, value / Rational(7) ?? step) / Rational(2)
  }

  func meets(_ other: Interval) -> Bool {
    if let low, let top = other.high, top < low { return false }
    if let high, let bottom = other.low, high < bottom { return false }
    return true
  }
}

extension AnalyzedParagraph {
  /// Running text of a story: no headline, no date line or byline.
  var isStory: Bool {
    paragraph.kind == .paragraph && paragraph.quoteDepth == 0 && layers.tokens.count >= 7
  }
}
