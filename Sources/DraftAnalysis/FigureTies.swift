package import DocumentModel
package import Lexicons
package import TextCore

/// Figures of one sentence that are reckoned from each other.
package enum FigureTie: Sendable {
  /// "Rose 20 percent from 50 to 65"; the ends may be percentages.
  case change(from: Quantity, to: Quantity, percent: Quantity)
  /// "Grew by five ships, from 14 to 21".
  case difference(from: Quantity, to: Quantity, amount: Quantity)
  /// "Doubled to 60 from 50", "rose by a quarter, from 50 to 60".
  case multiple(from: Quantity, to: Quantity, FigureMultiple)
  /// "30 of the 50 members (40 percent)".
  case share(part: Quantity, whole: Quantity, percent: Quantity)
  /// "1,500 of its 6,000 jobs, or one in five".
  case portion(part: Quantity, whole: Quantity, fraction: Quantity)
  /// "One in five, or 25 percent".
  case fraction(Quantity, percent: Quantity)
  /// "20 people: 12 men and 9 women".
  case total(whole: Quantity, parts: [Quantity])
  /// "Of 25 members, 15 voted for and 12 against": parts that may leave some out.
  case parts(whole: Quantity, parts: [Quantity])
  /// "For 14 years, from 2008 to 2026".
  case years(Quantity, between: Quantity, from: Int, to: Int)

  /// The figures it ties together, in no order.
  package var figures: [Quantity] {
    switch self {
    case .change(let first, let second, let third), .difference(let first, let second, let third),
      .share(let first, let second, let third), .portion(let first, let second, let third):
      [first, second, third]
    case .multiple(let first, let second, _): [first, second]
    case .fraction(let fraction, let percent): [fraction, percent]
    case .total(let whole, let parts), .parts(let whole, let parts): [whole] + parts
    case .years(let length, let between, _, _): [length, between]
    }
  }
}

/// A change that is told by a word: "doubled", "by a quarter".
package struct FigureMultiple: Sendable {
  package enum Measure: Sendable {
    /// How many times the first figure the second is: 2 for "doubled", 1/2 for "halved".
    case times(Rational)
    /// Which part of the first figure it rose or fell by: 1/4 for "by a quarter".
    case part(Rational)
  }

  package let measure: Measure
  /// The word.
  package let span: TextSpan
  /// "More than doubled"
  package let isBound: Bool
}

/// Finds such ties; see `tie-words.tsv`.
package struct FigureTies: Sendable {
  private let words: TieWords

  package init(_ language: Language) { words = TieWords(language) }

  /// The ties of a paragraph, sentence by sentence. O(quantities).
  package func all(in paragraph: AnalyzedParagraph) -> [FigureTie] {
    let all = paragraph.layers.quantities
    guard !all.isEmpty else { return [] }
    var found: [FigureTie] = []
    var start = 0
    while start < all.count {
      let sentence = paragraph.layers.sentenceIndex(at: all[start].span.start)
      var end = start + 1
      while end < all.count, paragraph.layers.sentenceIndex(at: all[end].span.start) == sentence { end += 1 }
      // A sentence of many figures is a table in prose; who belongs to whom is not for a program to guess.
      if end - start <= 12, let sentence {
        let finder = TieFinder(
          all: Array(all[start..<end]), sentence: paragraph.layers.sentences[sentence], paragraph: paragraph,
          words: words)
        found += finder.ties
      }
      start = end
    }
    return found
  }
}
