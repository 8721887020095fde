import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// Figures of one sentence that cannot all be right: a change against what it goes from and to, a share against its part
/// and whole, parts against the total they are said to make up.
struct NumbersDisagree: ParagraphRule {
  private let ties: FigureTies

  init(_ language: Language) { ties = FigureTies(language) }

  var code: String { "numbers-disagree" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    ties.all(in: paragraph).compactMap { tie in
      guard !tie.figures.contains(where: { paragraph.isQuoted($0.span) }), !lacksScale(tie, paragraph) else {
        return nil
      }
      return match(tie, paragraph)
    }
  }

  /// Times that one amount of a tie may be another before a word is likelier to be missing than a sum to be wrong: "from $250
  /// million to $220". No desk would print the fall of 100 percent that it comes to.
  private static let mostTimes = 100.0

  private func lacksScale(_ tie: FigureTie, _ paragraph: AnalyzedParagraph) -> Bool {
    switch tie {
    case .change(let first, let second, _), .difference(let first, let second, _), .multiple(let first, let second, _):
      return isFarApart([first, second])
    case .share(let part, let whole, _), .portion(let part, let whole, _):
      return isFarApart([part, whole]) && isMixed([part, whole], paragraph)
    case .total(let whole, let parts), .parts(let whole, let parts):
      return isFarApart([whole] + parts) && isMixed([whole] + parts, paragraph)
    case .fraction, .years: return false
    }
  }

  private func isFarApart(_ amounts: [Quantity]) -> Bool {
    let sizes = amounts.compactMap { amount -> Double? in
      guard case .exact(let value) = amount.value else { return nil }
      return value.magnitude.double
    }
    guard let least = sizes.min(), let most = sizes.max() else { return false }
    return most > least * NumbersDisagree.mostTimes
  }

  /// Whether some of the amounts have figures and a word for their scale ("4.8 million"), and others figures alone.
  private func isMixed(_ amounts: [Quantity], _ paragraph: AnalyzedParagraph) -> Bool {
    let written = amounts.flatMap(\.numerals).map { paragraph.paragraph.text($0.span).utf8 }
    func hasLetter(_ text: String.UTF8View) -> Bool { text.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } }
    return written.contains(where: hasLetter) && !written.allSatisfy(hasLetter)
  }

  private func match(_ tie: FigureTie, _ paragraph: AnalyzedParagraph) -> RuleMatch? {
    func text(_ quantity: Quantity) -> String { paragraph.paragraph.text(quantity.span) }
    switch tie {
    case .change(let first, let second, let percent):
      guard let verdict = Figures.change(from: first, to: second, percent: percent) else { return nil }
      let said = percent.modifier
      let isContrary = said == .up && !verdict.isRise || said == .down && verdict.isRise
      let points = Figures.points(from: first, to: second, percent: percent)
      // Percent for percentage points has its own rule.
      guard isContrary || !verdict.agrees && !(points?.agrees ?? false) else { return nil }
      let right = (points.map { "\($0.text), or " } ?? "") + "\(verdict.right) percent"
      let wrong = isContrary ? said == .up ? "a rise" : "a fall" : text(percent)
      return RuleMatch(
        percent.span,
        "From \(text(first)) to \(text(second)) is a \(verdict.isRise ? "rise" : "fall") of \(right), not \(wrong).",
        related: [(nil, first.span, "From this figure."), (nil, second.span, "To this figure.")])
    case .difference(let first, let second, let amount):
      guard let verdict = Figures.difference(from: first, to: second, amount: amount), !verdict.agrees else {
        return nil
      }
      return RuleMatch(
        amount.span,
        "From \(text(first)) to \(text(second)) is a difference of \(Figures.readable(verdict.distance)), not \(text(amount)).",
        related: [(nil, first.span, "From this figure."), (nil, second.span, "To this figure.")])
    case .multiple(let first, let second, let multiple):
      guard let verdict = Figures.multiple(from: first, to: second, multiple), !verdict.agrees else { return nil }
      return RuleMatch(
        multiple.span,
        "From \(text(first)) to \(text(second)) is a \(verdict.isRise ? "rise" : "fall") of \(verdict.right) percent, which is not “\(paragraph.paragraph.text(multiple.span))”.",
        related: [(nil, first.span, "From this figure."), (nil, second.span, "To this figure.")])
    case .share(let part, let whole, let percent):
      guard let verdict = Figures.share(of: part, in: whole, percent: percent), !verdict.agrees else { return nil }
      return match(percent, verdict.right, "\(text(part)) of \(text(whole))", [part, whole], paragraph)
    case .portion(let part, let whole, let fraction):
      guard let verdict = Figures.portion(of: part, in: whole, fraction: fraction), !verdict.agrees else { return nil }
      return match(fraction, verdict.right, "\(text(part)) of \(text(whole))", [part, whole], paragraph)
    case .fraction(let base, let percent):
      guard case .exact(let fraction) = base.value, let verdict = Figures.share(fraction, percent: percent),
        !verdict.agrees
      else { return nil }
      return match(percent, verdict.right, text(base), [base], paragraph)
    case .total(let whole, let parts): return match(parts, of: whole, mayBeLess: false, paragraph)
    case .parts(let whole, let parts): return match(parts, of: whole, mayBeLess: true, paragraph)
    case .years(let length, let between, let from, let to):
      guard case .exact(let said) = length.value, let off = Rational(Int64(to - from)) - said,
        off.magnitude > Rational(1)
      else { return nil }
      return RuleMatch(
        length.span, "From \(from) to \(to) are \(to - from) years, not \(text(length)).",
        related: [(nil, between.span, "From and to these years.")])
    }
  }

  /// - Parameter mayBeLess: whether the parts may leave some out.
  private func match(_ parts: [Quantity], of whole: Quantity, mayBeLess: Bool, _ paragraph: AnalyzedParagraph)
    -> RuleMatch?
  {
    guard let sum = Figures.sum(parts), case .exact(let said) = whole.value, sum != said, !mayBeLess || sum > said,
      !Figures.mayBeRounded(whole, sum: sum, parts)
    else { return nil }
    let right = whole.kind == .money ? Figures.readable(sum) : sum.text
    return RuleMatch(
      whole.span, "The parts add up to \(right), not to \(paragraph.paragraph.text(whole.span)).",
      related: parts.map { (nil, $0.span, "A part.") })
  }

  private func match(
    _ percent: Quantity, _ right: String, _ whole: String, _ related: [Quantity], _ paragraph: AnalyzedParagraph
  ) -> RuleMatch {
    RuleMatch(
      percent.span, "\(whole) is \(right) percent, not \(paragraph.paragraph.text(percent.span)).",
      related: related.map { (nil, $0.span, "Reckoned from this.") })
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] { [] }

  var manual: Manual {
    Manual(
      finds: "Figures of one sentence that cannot all be right.",
      why: "Readers do the sum. A figure that does not follow from its neighbours casts doubt on all of them.",
      instead: "Ask for the right figures; which of them is wrong only the source can tell.",
      standards: ["BBC News Style Guide", "Reuters Handbook of Journalism"],
      fires: [
        "Ticket sales rose «20 percent» from 50 to 65 on Monday.",
        "The fare rose «10 percent» to $66 from $55.",
        "The herd fell by «25 percent» from 800 to 400.",
        "Of the herd, 30 of the 50 goats («40 percent») had a cough.",
        "One in five bakers, or «25 percent», bakes at night.",
        "Of 400 bakers, 120, or «40 percent», bake at night.",
        "Of the 40 bakers in the town, 10, or «30 percent», bake at night.",
        "The boat carried «20» people: 12 men and 9 women.",
        "It cut 40 jobs after losses of «$6.2 million»: $3.1 million on fuel, $1.4 million on tar and $2.9 million on rope.",
        "The board set aside «$4.8 million»: $2.5 million for steel, $1.9 million for labour and $0.6 million for design.",
        "The blast hurt «17» people: eight women, six men and two children, the police said.",
        "Turnout rose «30 percent» from 40 percent to 45 percent.",
        "The school has 480 bakers, of whom 120, or «30 percent», bake at night.",
        "It will cut 1,500 of its 6,000 jobs, or «one in five», by June.",
        "The fleet will grow by «five» ships, from 14 to 21, by 2028.",
        "The fare rose «$5», from $14 to $21, on Monday.",
        "The term was cut by «three years», from 12 to 8.",
        "Ticket sales «doubled» to 60 million crowns from 50 million crowns.",
        "The catch rose by «a quarter», from 50 tonnes to 60 tonnes.",
        "A dozen more than «doubled» in price, from $3.20 to $5.90.",
        "The «86» bakers, 51 men, 22 women and 15 children, were saved.",
        "Of the «86» bakers, 51 were men and 37 women.",
        "Of the «25» bakers, 14 voted for, nine against and three abstained.",
        "The boat earned «$40 million», $25 million at home and $18 million abroad.",
        "She led the bakery for «14 years», from 2008 to 2026.",
        "Turnout was «62 percent»: 6,000 of the 12,000 bakers.",
      ],
      silent: [
        "The bid fell by 12 percent from $250 million to $220 on Monday.",
        "The hall cost $4.8 million: $2.5 million for steel, $1.9 million for labour and $0.4 for paint.",
        "The board set aside $5 million: $2.4 million for steel and $2.4 million for labour.",
        "Ticket sales rose 30 percent from 50 to 65 on Monday.",
        "The fare rose 4 percent from $48 to $50.",
        "The fare rose about 20 percent from $48 to $60.",
        "Turnout rose by 5 percent from 40 to 45 percent.",
        "Of the herd, 30 of the 50 goats (60 percent) had a cough.",
        "One in five bakers, or 20 percent, bakes at night.",
        "Of 400 bakers, 120, or 30 percent, bake at night.",
        "The boat carried 20 people: 12 men and 8 women.",
        "The boat carried 20 people, including 12 men and 3 women.",
        "Sales rose 20 percent in May and 50 shops opened, up from 40 a year earlier.",
        "Ana Ruiz said: “Sales rose 20 percent from 50 to 65.”",
        "The school has 480 bakers, of whom 144, or 30 percent, bake at night.",
        "It will cut 1,200 of its 6,000 jobs, or one in five, by June.",
        "The fleet will grow by seven ships, from 14 to 21, by 2028.",
        "The index fell 30 points to 5,060 from 5,091.",
        "The catch rose by a quarter, from 48 tonnes to 60 tonnes.",
        "Ticket sales nearly doubled to 95 from 50, and more than doubled to 120 from 50 abroad.",
        "The 86 bakers, 51 men, 20 women and 15 children, were saved.",
        "Twelve bakers were hurt, two men and three women critically.",
        "The blast hurt 17 people: eight men, a woman and eight children.",
        "Of the 86 bakers, 51 were men and 60 Finns.",
        "Of the 25 bakers, 13 voted for, nine against and two abstained.",
        "The judge jailed her for 14 years, from 2008 to 2020.",
        "The club has 20 rooms, 30 beds and 5 boats.",
        "Two officers, three women and five men, the police said, were hurt.",
        "A double room fell to $60 from $80.",
        "Sales doubled as profit rose to 60 from 50.",
        "The fleet grew by five ships as profit rose to $60 from $50.",
        "Some 120 of the 480 bakers (30 percent of them women) bake at night.",
      ])
  }
}
