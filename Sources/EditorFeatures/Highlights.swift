import DocumentModel
import DraftAnalysis
package import TextCore

/// A place to light up together with the one under the caret.
package struct Highlight: Sendable, Equatable {
  package enum Kind: Sendable {
    case text
    /// A later mention.
    case read
    /// Where the name is introduced in full.
    case write
  }

  /// In the file.
  package let span: TextSpan
  package let kind: Kind

  /// All mentions of the entity at an offset, or both halves of a conversion. In order of place.
  static func all(at offset: Int, in analysis: Analysis) -> [Highlight] {
    guard let place = Place(offset, in: analysis) else { return [] }
    if let found = place.entity {
      guard let entity = found.entity else {
        return [Highlight(span: place.fileSpan(place.analyzed.mentions[found.mention].span), kind: .text)]
      }
      var isIntroduced = false
      return entity.mentions.compactMap { reference in
        guard let mention = analysis.mention(reference) else { return nil }
        let introduces = !isIntroduced && analysis.text(reference.paragraph, mention.span) == entity.name
        if introduces { isIntroduced = true }
        return Highlight(span: analysis.fileSpan(reference.paragraph, mention.span), kind: introduces ? .write : .read)
      }
    }
    let quantities = place.analyzed.quantities
    guard let index = place.smallest(quantities, { $0.outerSpan }) else { return [] }
    let twin = quantities[index].conversion ?? quantities.firstIndex { $0.conversion == index }
    return [index, twin].compactMap { $0 }.filter(quantities.indices.contains).sorted().map {
      Highlight(span: place.fileSpan(quantities[$0].span), kind: .text)
    }
  }
}
