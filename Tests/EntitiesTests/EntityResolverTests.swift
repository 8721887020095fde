import DocumentModel
import English
import Entities
import Testing
import TextCore

@Suite struct EntityResolverTests {
  /// The entities of a draft of one paragraph or more, each as its mentions' texts.
  func chains(_ paragraphs: [String]) -> [[String]] {
    let read = paragraphs.map { layers(of: $0) }
    let document = Document(
      snapshot: TextSnapshot(paragraphs.joined(separator: "\n")), language: .plaintext,
      paragraphs: read.map { PlacedParagraph($0.0, at: 0) })
    var draft = DraftLayers(document: document, paragraphs: read.map { AnalyzedParagraph($0.0, $0.1) })
    EntityResolver(English.language).analyze(&draft)
    return draft.entities.map { entity in
      entity.mentions.map { draft.text($0.paragraph, read[$0.paragraph].1.mentions[$0.mention].span) }
    }
  }

  @Test(arguments: [
    (["Margaret Holloway left.", "Later Holloway returned."], ["Margaret Holloway", "Holloway"]),
    (["Delia Northcote spoke.", "Northcote left."], ["Delia Northcote", "Northcote"]),
    (["Margaret Holloway left early because she was ill."], ["Margaret Holloway", "she"]),
    (
      ["Prime Minister Peter Holloway left.", "The prime minister was ill."], ["Peter Holloway", "The prime minister"]
    ),
    (["The World Health Organization (WHO) met.", "Nobody asked WHO."], ["World Health Organization", "WHO", "WHO"]),
  ])
  func mentionsJoin(paragraphs: [String], chain: [String]) { #expect(chains(paragraphs).contains(chain)) }

  @Test func peopleWhoShareASurnameStayApart() {
    let found = chains(["Margaret Holloway left.", "Peter Holloway stayed."])
    #expect(found == [["Margaret Holloway"], ["Peter Holloway"]])
  }
}
