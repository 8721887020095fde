package import DraftAnalysis
package import Lexicons
package import Rules
package import TextCore

/// What an editor shows of an analysed draft: hovers, outline, highlights, hints. In the terms of the draft (byte offsets,
/// entities, quotations); the server turns them into the protocol's. Every question has an answer at every offset.
package struct EditorFeatures: Sendable {
  let facts: KnownFacts
  let currencies: CurrencyNames
  let ties: FigureTies
  let catalog: RuleCatalog

  package init(_ language: Language, catalog: RuleCatalog) {
    facts = KnownFacts(language)
    currencies = CurrencyNames(language)
    ties = FigureTies(language)
    self.catalog = catalog
  }

  /// What is known about the words at an offset of the file; nil where nothing is.
  package func hover(at offset: Int, in findings: DraftFindings) -> HoverText? {
    HoverText(cards(at: offset, in: findings))
  }

  /// Headings as a tree; below each the people it is about and its quotations.
  package func outline(of analysis: Analysis) -> [OutlineItem] { Outline(analysis).items }

  /// The other mentions of the entity at an offset; for a quotation or a conversion, its other half.
  package func highlights(at offset: Int, in analysis: Analysis) -> [Highlight] {
    Highlight.all(at: offset, in: analysis)
  }

  /// Hints to stand between the words of a span of the file, in order.
  package func hints(in span: TextSpan, of analysis: Analysis) -> [Hint] {
    Hint.all(in: span, of: analysis, facts: facts)
  }
}
