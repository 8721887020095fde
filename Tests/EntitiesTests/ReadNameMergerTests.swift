import DocumentModel
import English
import Entities
import ModelTraining
import Testing

/// The layers of a paragraph up to its mentions, with the names that a reader found: `[Baku]{place 0.9}`.
func readLayers(of marked: String) -> (Paragraph, ParagraphLayers) {
  let text = MarkedText(marked)
  var (paragraph, layers) = layers(of: text.text)
  var reading = ReadSpans()
  for annotation in text.annotations {
    let words = annotation.label.split(separator: " ")
    guard let kind = EntityKind(rawValue: String(words[0])), let confidence = Float(words[1]) else { continue }
    reading.names.append(
      ReadSpans.Name(tokens: layers.tokens.tokens(in: annotation.span), kind: kind, confidence: confidence))
  }
  layers.reading = reading
  ReadNameMerger(English.language).analyze(paragraph, into: &layers)
  return (paragraph, layers)
}

/// What becomes of the names of the tables when the reader has named its own: `[West Bank]{organization 0.9}` is a name the
/// reader found, and how sure it is.
@Suite struct ReadNameMergerTests {
  @Test(arguments: [
    // The reader is believed,
    ("[Vardar]{organization 0.7} met [Jordan]{person 0.9}.", ["Vardar/organization", "Jordan/person"]),
    // and what it passes over is no name;
    ("[Jordan]{person 0.9} flew from Baku.", ["Jordan/person"]),
    // but not about peoples and religions, unless it is sure or means their language,
    ("He met [Muslims]{product 0.4}.", ["Muslims/group"]),
    ("He met Muslims.", ["Muslims/group"]),
    ("A [Muslim man]{law 0.4} spoke.", ["Muslim/group"]),
    ("[Muslim Aid]{organization 0.9} spoke.", ["Muslim Aid/organization"]),
    ("She speaks [Danish]{other 0.5}.", ["Danish/other"]),
    // nor about places of several words that newspapers use in one sense,
    ("He left the [West Bank]{organization 0.9}.", ["West Bank/place"]),
    // nor are demonyms places,
    ("A [Danish]{place 0.65} baker slept.", ["Danish/group"]),
    ("He left [Denmark]{place 0.8}.", ["Denmark/place"]),
    // nor a body of several words something that it is not sure of.
    ("[Lockheed Martin]{product 0.5} rose.", ["Lockheed Martin/organization"]),
    ("[Lockheed Martin]{product 0.9} rose.", ["Lockheed Martin/product"]),
    // A body of several words stays where the reader passes over it, but not within a longer name.
    ("It struck Brothers of Italy twice.", ["Brothers of Italy/organization"]),
    ("It struck Lockheed Martin Vardar twice.", []),
    // So do people of the tables, and what newspapers use in one sense.
    (
      "Delia praised Angela Merkel on Monday, and Prime Minister Shinzo Abe, but no Trump.",
      ["Angela Merkel/person", "Prime Minister/role", "Shinzo Abe/person", "Trump/person"]
    ),
    // No name crosses a bracket,
    ("The [party (CPC]{organization 0.6}) met.", ["party/organization", "CPC/organization"]),
    ("The party ([CPC) Office]{organization 0.6} met.", ["CPC/organization", "Office/organization"]),
    // and a family is a group, whatever firm has its name.
    (
      "[Anna Bergstrom]{person 0.9} slept. The [Bergstroms]{organization 0.9} baked.",
      ["Anna Bergstrom/person", "Bergstroms/group"]
    ),
    // So does a person whose first name is clear.
    ("They paid [Maria Brandvolt]{product 0.4}.", ["Maria Brandvolt/person"]),
    // Nothing is a name where the reader hardly knows itself,
    ("The [Lashers]{product 0.2} won.", []),
    // nor is an acronym that is a common noun, or an address.
    (
      "The [ICU]{organization 0.9} had two [MRIs]{product 0.9} and no [NATO]{organization 0.9} beds.",
      ["NATO/organization"]
    ),
    ("Write to [mo@example.org]{person 0.9}.", []),
  ])
  func merges(marked: String, expected: [String]) {
    let (paragraph, layers) = readLayers(of: marked)
    let names = layers.mentions.filter { $0.form == .name || $0.form == .acronym }
      .map { "\(paragraph.text($0.span))/\($0.kind.rawValue)" }
    #expect(names == expected)
  }
}
