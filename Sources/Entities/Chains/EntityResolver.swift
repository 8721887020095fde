package import DocumentModel
package import Lexicons
import TextCore

/// Joins the mentions of a draft into entities: full names and surnames, acronyms and long forms, aliases that the lexicon
/// knows, titles, descriptions and pronouns.
///
/// Works over mentions alone, in order of reading, with token hashes for keys; linear in the mentions. What could be two
/// people stays two.
package struct EntityResolver: DocumentAnalyzer {
  private let lexicons: NameLexicons

  package init(_ language: Language) { lexicons = NameLexicons(language) }

  package var reads: Set<Layer> { [.tokens, .sentences, .mentions] }
  package var provides: Set<Layer> { [.entities] }

  package func analyze(_ draft: inout DraftLayers) {
    let pages = draft.paragraphs.enumerated().compactMap { paragraph, analyzed in
      analyzed.layers.mentions.isEmpty ? nil : DraftPage(analyzed, paragraph: paragraph)
    }
    var chains = EntityChains(lexicons: lexicons, pages, counts: draft.paragraphs.map { $0.layers.mentions.count })
    for page in pages { chains.read(page) }
    draft.entityOfMention = chains.entityOfMention
    draft.kindOfMention = chains.kindOfMention
    draft.entities = chains.chains.map { chain in entity(chain, in: draft) }
  }

  private func entity(_ chain: EntityChain, in draft: DraftLayers) -> Entity {
    let span = draft.mention(chain.fullest)?.span ?? TextSpan(0, 0)
    let description = chain.role.flatMap { reference in
      draft.mention(reference).map { singular(draft.text(reference.paragraph, $0.span)) }
    }
    return Entity(
      name: draft.text(chain.fullest.paragraph, span), kind: chain.kind,
      gender: chain.gender == 1 ? .man : chain.gender == 2 ? .woman : nil, description: description,
      fact: chain.fact, mentions: chain.mentions)
  }

  /// "Presidents", who are two, make a president of each; "Sens." "Sen."
  private func singular(_ role: String) -> String {
    let words = role.split(separator: " ")
    guard let last = words.last else { return role }
    let dot = last.hasSuffix(".") ? "." : ""
    let stem = last.dropLast(dot.count)
    guard stem.hasSuffix("s"), !stem.hasSuffix("ss") else { return role }
    let singulars = [String(stem.dropLast()), String(stem.dropLast(3)) + "y"].map { $0 + dot }
    let one = singulars.first {
      let hash = CaseFolding.hash($0)
      return lexicons.words[hash].contains(.honorific) || lexicons.officeClass(hash) != nil
    }
    return (words.dropLast().map(String.init) + [one ?? String(last)]).joined(separator: " ")
  }
}
