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

  /// What one paragraph takes a name for gives way to what the others do, unless it is sure.
  @Test(arguments: [(0.5, EntityKind.person), (0.95, nil)] as [(Float, EntityKind?)])
  func aNameHasOneSense(confidence: Float, kind: EntityKind?) throws {
    var read = ["Delia Northcote spoke.", "Northcote left."].map { layers(of: $0) }
    let lone = try #require(read[1].1.mentions.firstIndex { $0.tokens.start == 0 })
    read[1].1.mentions[lone].kind = .place
    read[1].1.mentions[lone].form = .name
    read[1].1.mentions[lone].confidence = confidence
    let document = Document(
      snapshot: TextSnapshot("Delia Northcote spoke.\nNorthcote left."), language: .plaintext,
      paragraphs: read.map { PlacedParagraph($0.0, at: 0) })
    var draft = DraftLayers(document: document, paragraphs: read.map { AnalyzedParagraph($0.0, $0.1) })
    EntityResolver(English.language).analyze(&draft)
    let reference = MentionReference(paragraph: 1, mention: lone)
    #expect(draft.kindOfMention[reference] == kind)
    #expect((draft.entityOfMention[reference] == draft.entityOfMention[0, 0]) == (kind == .person))
  }

  @Test func peopleWhoShareASurnameStayApart() {
    let found = chains(["Margaret Holloway left.", "Peter Holloway stayed."])
    #expect(found == [["Margaret Holloway"], ["Peter Holloway"]])
  }
}
