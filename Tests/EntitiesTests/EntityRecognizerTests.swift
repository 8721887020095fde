import DocumentModel
import English
import Entities
import Segmentation
import Testing
import TextCore

/// The layers of a paragraph up to its mentions.
func layers(of text: String) -> (Paragraph, ParagraphLayers) {
  let paragraph = Paragraph(plain: text)
  var layers = ParagraphLayers()
  layers.tokens = Tokenizer(English.language).tokenize(paragraph.bytes)
  layers.sentences = SentenceSplitter(English.language).sentences(in: layers.tokens, bytes: paragraph.bytes)
  EntityRecognizer(English.language).analyze(paragraph, into: &layers)
  return (paragraph, layers)
}

/// The names of a text, each with its kind: "Baku/place".
func names(in text: String) -> [String] {
  let (paragraph, layers) = layers(of: text)
  return layers.mentions.filter { $0.form == .name || $0.form == .acronym }
    .map { "\(paragraph.text($0.span))/\($0.kind.rawValue)" }
}

@Suite struct EntityRecognizerTests {
  @Test(arguments: [
    ("He flew from Baku to Tehran.", ["Baku/place", "Tehran/place"]),
    ("Iran and Israel traded blame.", ["Iran/place", "Israel/place"]),
    ("They met in Baku, Azerbaijan.", ["Baku/place", "Azerbaijan/place"]),
    ("Israel's cabinet sat late.", ["Israel/place"]),
    ("An Israeli diplomat left.", ["Israeli/group"]),
    ("It rained in May and on Tuesday.", []),
    ("Police closed the road. Nobody was hurt.", []),
    ("Both SUVs left the ICU before noon GMT.", []),
  ])
  func knownNames(text: String, expected: [String]) { #expect(names(in: text) == expected) }

  @Test(arguments: [
    ("Yesterday Margaret Holloway resigned.", ["Margaret Holloway/person"]),
    ("Mrs. Holloway resigned.", ["Mrs./role", "Holloway/person"]),
    ("We asked Fire Chief Peter Holloway.", ["Fire Chief/role", "Peter Holloway/person"]),
    ("We asked Prime Minister Peter Holloway.", ["Prime Minister/role", "Peter Holloway/person"]),
    ("A letter reached the Ministry of Fisheries and Harbours.", ["Ministry of Fisheries and Harbours/organization"]),
    ("Shares of Quillmark Holdings rose.", ["Quillmark Holdings/organization"]),
    ("The ferry crossed Lake Ombrell.", ["Lake Ombrell/place"]),
  ])
  func patterns(text: String, expected: [String]) { #expect(names(in: text) == expected) }

  @Test func acronymIsTiedToItsLongForm() throws {
    let (paragraph, layers) = layers(of: "The World Health Organization (WHO) agreed.")
    let acronym = try #require(layers.mentions.first { $0.form == .acronym })
    let long = try #require(acronym.linked.map { layers.mentions[$0] })
    #expect(paragraph.text(acronym.span) == "WHO")
    #expect(paragraph.text(long.span) == "World Health Organization")
  }

  @Test func descriptionIsTiedToTheNameBeforeIt() throws {
    let (paragraph, layers) = layers(of: "Margaret Holloway, the Danish president, spoke.")
    let description = try #require(layers.mentions.first { $0.form == .descriptor })
    #expect(paragraph.text(description.span) == "the Danish president")
    #expect(description.linked.map { paragraph.text(layers.mentions[$0].span) } == "Margaret Holloway")
  }

  @Test(arguments: [
    "", " ", "(", "A", "Of The", "U.S.", "St. (", "\"", "the", "The the", "McDonald & ", "&& de van", "الله Ω",
  ])
  func oddTextsAreRead(text: String) { _ = names(in: text) }
}
