import DocumentModel
import English
import Entities
import Testing
import TextCore

@Suite struct EntityResolverTests {
  /// The entities of a draft of one paragraph or more, each as its mentions' texts.
  func chains(_ paragraphs: [String]) -> [[String]] { chains(paragraphs.map { layers(of: $0) }) }

  func chains(_ read: [(Paragraph, ParagraphLayers)]) -> [[String]] {
    let document = Document(
      snapshot: TextSnapshot(read.map { $0.0.text(TextSpan(0, $0.0.bytes.count)) }.joined(separator: "\n")),
      language: .plaintext,
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

  /// Families are told apart by title, by gender and by who was named here; whom nothing tells stays alone.
  @Test(arguments: [
    (
      ["Peter Holloway and Margaret Holloway sued.", "Mr. Holloway left early. Mrs. Holloway stayed."],
      ["Peter Holloway", "Holloway"]
    ),
    (
      ["Senator Margaret Holloway met Judge Peter Holloway.", "Judge Holloway spoke."],
      ["Peter Holloway", "Holloway"]
    ),
    (["Peter Holloway and Margaret Holloway sued.", "Holloway left."], ["Holloway"]),
    (["Peter Holloway left.", "Mrs. Holloway spoke. Holloway wept."], ["Holloway", "Holloway"]),
    (["Peter Holloway left.", "Imogen Holloway Jr. spoke."], ["Peter Holloway"]),
    (
      ["Peter Holloway won. Mr. Holloway smiled.", "His brother, Robert Holloway, left.", "Mr. Holloway spoke."],
      ["Peter Holloway", "Holloway", "His", "Holloway"]
    ),
    (
      ["Peter Holloway and Margaret Holloway sued.", "Holloway left.", "Holloway slept."], ["Holloway", "Holloway"]
    ),
    (["Peter Northcote met Robert Holloway.", "Sir Peter left."], ["Peter Northcote", "Peter"]),
  ])
  func familiesAreToldApart(paragraphs: [String], chain: [String]) { #expect(chains(paragraphs).contains(chain)) }

  /// Parts of names, spellings of them, and what is called as somebody is; with the reader's names.
  @Test(arguments: [
    (["[Peter Holloway Jr.]{person 0.9} left.", "[Holloway]{person 0.9} spoke."], ["Peter Holloway Jr.", "Holloway"]),
    // What the reader has passed over is a name if somebody of the draft bears it.
    (["[Peter Northcote]{person 0.9} left.", "Mr. Northcote spoke."], ["Peter Northcote", "Northcote"]),
    (["[Peter van Ruyn]{person 0.9} left.", "[Van Ruyn]{person 0.9} spoke."], ["Peter van Ruyn", "Van Ruyn"]),
    (["[Peter Kóvan]{person 0.9} left.", "[Kovan]{person 0.9} spoke."], ["Peter Kóvan", "Kovan"]),
    (["[Qel Dao-min]{person 0.9} left.", "[Qel]{person 0.9} spoke."], ["Qel Dao-min", "Qel"]),
    (["[Rafa al-Qadmi]{person 0.9} left.", "[Qadmi]{person 0.9} spoke."], ["Rafa al-Qadmi", "Qadmi"]),
    (["[Hurricane Quilla]{event 0.9} came.", "[Quilla]{person 0.8} weakened."], ["Hurricane Quilla", "Quilla"]),
    (
      [
        "[Quillmark]{organization 0.7} fell.", "Its head is [Ann Quillmark]{person 0.9}.",
        "Shares of [Quillmark]{organization 0.7} rose.",
      ],
      ["Quillmark", "Quillmark"]
    ),
    (["[Quill Rovers]{organization 0.9} won.", "[Rovers]{organization 0.9} sang."], ["Quill Rovers", "Rovers"]),
    (
      ["The [Quill Commission]{organization 0.9} met.", "The [Commission]{organization 0.9} erred."],
      ["Quill Commission", "Commission"]
    ),
    (
      ["[Quill Brothers Inc.]{organization 0.9} grew.", "[Quill Brothers]{organization 0.9} fell."],
      ["Quill Brothers Inc.", "Quill Brothers"]
    ),
    (
      ["[QFC]{organization 0.9} met.", "The [Quill Fishing Commission]{organization 0.9} erred."],
      ["QFC", "Quill Fishing Commission"]
    ),
    // A city and a river, both sure, are two.
    (["[Ombrell]{place 0.95} fell.", "[Ombrell]{organization 0.95} sang."], ["Ombrell"]),
    // A firm that stood by itself is not the longer name that comes after it.
    (["It rained.", "[Quill]{organization 0.9} met.", "[Quill Labs]{organization 0.9} sued."], ["Quill"]),
  ])
  func namesOfTheReaderJoin(paragraphs: [String], chain: [String]) {
    #expect(chains(paragraphs.map { readLayers(of: $0) }).contains(chain))
  }

  /// Short forms of bodies: without the legal form, by the last word after an article, by the initials; not where two share
  /// one.
  @Test(arguments: [
    (
      ["Quillmark Brothers Inc. grew.", "It is said of Quillmark Brothers Inc. often."],
      ["Quillmark Brothers Inc.", "Quillmark Brothers Inc."]
    ),
    (
      ["The Quillmark Fishing Authority (QUIFA) met.", "Nobody asked QUIFA."],
      ["Quillmark Fishing Authority", "QUIFA", "QUIFA"]
    ),
    (
      ["The Ministry of Fisheries met.", "It was said that the ministry erred."],
      ["Ministry of Fisheries", "the ministry"]
    ),
    (
      ["The Ministry of Fisheries met the Ministry of Harbours.", "It was said that the ministry erred."],
      ["Ministry of Fisheries"]
    ),
    (["Quillmark Holdings grew.", "It was said that the company erred."], ["Quillmark Holdings", "the company"]),
  ])
  func bodiesJoin(paragraphs: [String], chain: [String]) { #expect(chains(paragraphs).contains(chain)) }

  /// Titles and descriptions, before and after a name.
  @Test(arguments: [
    (["Sen. Margaret Holloway left.", "The senator was ill."], ["Margaret Holloway", "The senator"]),
    (
      ["The director, Margaret Holloway, left.", "The director was ill."],
      ["The director", "Margaret Holloway", "The director"]
    ),
    (["The sculptor Margaret Holloway left."], ["The sculptor", "Margaret Holloway"]),
    (["Margaret Holloway, the president's sister, wept."], ["Margaret Holloway"]),
    (["Margaret Holloway, the president said, wept."], ["Margaret Holloway"]),
    (
      ["French President Peter Holloway met Mexican President Imogen Northcote.", "The French president smiled."],
      ["Peter Holloway", "The French president"]
    ),
    (
      ["President Peter Holloway left.", "The president of the rowing club wept."],
      ["Peter Holloway"]
    ),
    (["President Peter Holloway left.", "The next president wept."], ["Peter Holloway"]),
    (["Judge Peter Holloway left.", "They want the judge they know."], ["Peter Holloway"]),
    (["Transport Minister Peter Holloway left.", "The minister wept."], ["Peter Holloway", "The minister"]),
    (["Prime Minister Peter Holloway left.", "The minister wept."], ["Peter Holloway"]),
  ])
  func rolesJoin(paragraphs: [String], chain: [String]) { #expect(chains(paragraphs).contains(chain)) }

  /// Who is meant by a pronoun: no subject by the object of its own clause, no man by "she".
  @Test(arguments: [
    ("Margaret Holloway won. Imogen Northcote congratulated her.", ["Margaret Holloway", "her"]),
    ("Peter Holloway praised Margaret Northcote. He wept.", ["Peter Holloway", "He"]),
    ("Margaret Holloway read from Northcote's letters. Critics called her brave.", ["Margaret Holloway", "her"]),
    ("Peter Holloway called Robert Northcote a liar and sued him.", ["Peter Holloway"]),
    ("Peter Holloway said doctors had warned him.", ["Peter Holloway", "him"]),
    ("Peter Holloway said Robert Northcote had thanked him.", ["Peter Holloway", "him"]),
    ("Voters intrigued by Peter Holloway now regard him with awe.", ["Peter Holloway", "him"]),
    ("Margaret Holloway spoke. Peter Northcote named a street after her.", ["Margaret Holloway", "her"]),
    ("Margaret Holloway had her son with her.", ["Margaret Holloway", "her", "her"]),
    ("Peter Holloway won and Robert Northcote scoffed. “He is late,” Northcote said.", ["Peter Holloway", "He"]),
    ("Peter Holloway spoke. “He is late,” he said.", ["Peter Holloway", "he"]),
  ])
  func pronounsJoin(paragraph: String, chain: [String]) { #expect(chains([paragraph]).contains(chain)) }

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
