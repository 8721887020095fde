package import DocumentModel
package import Lexicons

/// Finds names, titles, and the descriptions and pronouns that point at people and bodies, in one paragraph.
///
/// Names come from runs of capitalized words: parts of a run that the lexicon knows are taken by longest match, the rest
/// by pattern (given name and surname, "Ministry of …", "… River", what a title announces), and what is left only on
/// evidence beside it. Precision comes first: a capitalized word without evidence stays a word.
package struct EntityRecognizer: ParagraphAnalyzer {
  private let lexicons: NameLexicons

  package init(_ language: Language) { lexicons = NameLexicons(language) }

  package var reads: Set<Layer> { [.tokens, .sentences] }
  package var provides: Set<Layer> { [.mentions] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    var scan = NameScan(tokens: layers.tokens, bytes: paragraph.bytes, lexicons: lexicons)
    for sentence in layers.sentences { scan.readNames(in: sentence.tokens, isHeading: paragraph.kind.isHeading) }
    scan.readRepeatedNames()
    scan.repairNames()
    scan.linkAcronyms()
    scan.linkAppositions()
    scan.readPointers(in: layers.sentences)
    scan.dropNamedPronouns()
    scan.linkAnnouncements()
    scan.linkAliases()
    scan.readCandidates()
    layers.mentions = scan.sortedMentions()
    NameKeys.fill(&layers, paragraph.bytes)
  }
}
