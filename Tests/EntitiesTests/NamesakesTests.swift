import DocumentModel
import Entities
import Testing

/// People and places of nearly one name are two; what is cut or hidden is one.
@Suite struct NamesakesTests {
  private func chains(_ paragraphs: [String]) -> [[String]] {
    EntityResolverTests().chains(paragraphs.map { readLayers(of: $0) })
  }

  @Test(arguments: [
    // Middle initials tell apart, where they differ,
    (["[Peter H.W. Holloway]{person 0.9} met [Peter W. Holloway]{person 0.9}."], ["Peter H.W. Holloway"]),
    (
      ["[Peter F. Holloway]{person 0.9} left.", "[Peter Francis Holloway]{person 0.9} wept."],
      ["Peter F. Holloway", "Peter Francis Holloway"]
    ),
    (["[Peter W. Holloway]{person 0.9} met [Peter H.W. Holloway]{person 0.9}."], ["Peter W. Holloway"]),
    // and so does a suffix, though the father goes without.
    (["[Peter Holloway Jr.]{person 0.9} sued [Peter Holloway]{person 0.9}."], ["Peter Holloway Jr."]),
    (
      [
        "[Peter Holloway]{person 0.9} sued [Peter Holloway Jr.]{person 0.9} twice.", "[Holloway]{person 0.9} Jr. wept.",
      ],
      ["Peter Holloway Jr.", "Holloway Jr."]
    ),
    // A family name goes first: Xu is none whose given name that is.
    (["[Xu Daomin]{person 0.9} met [Li Xu]{person 0.9}.", "[Xu]{person 0.9} spoke."], ["Xu Daomin", "Xu"]),
    // Nobody is their own father,
    (
      ["[Holloway]{person 0.9} won.", "[Holloway]{person 0.9}'s late father, [Peter Holloway]{person 0.9}, wept."],
      ["Holloway", "Holloway"]
    ),
    // nor is the younger of two the other.
    (
      ["[Peter Holloway]{person 0.9} left.", "The younger [Holloway]{person 0.9} wept."],
      ["Peter Holloway"]
    ),
    // Two share a surname that is told once.
    (
      ["Robert and [Margaret Northcote]{person 0.9} came.", "[Robert Northcote]{person 0.9} spoke."],
      ["Robert", "Robert Northcote"]
    ),
    // A noble's place is a part of the title.
    (
      ["[Ombrell]{place 0.9} slept.", "The Duchess of [Ombrell]{place 0.9} left.", "[Ombrell]{place 0.9} woke."],
      ["Ombrell", "Ombrell"]
    ),
    (
      ["[Margaret Northcote]{person 0.9}, the Duchess of [Ombrell]{place 0.9}, left."],
      ["Margaret Northcote", "Duchess of Ombrell"]
    ),
  ])
  func people(paragraphs: [String], chain: [String]) { #expect(chains(paragraphs).contains(chain)) }

  /// Aliases that the draft tells itself, and spellings.
  @Test(arguments: [
    (
      ["[Ana Northcote]{person 0.9}, widely known as [Quilla]{other 0.6}, left.", "[Quilla]{person 0.9} spoke."],
      ["Ana Northcote", "Quilla", "Quilla"]
    ),
    (
      ["[Quillmark]{organization 0.9}, formerly known as [Ombrell]{organization 0.9}, grew."],
      ["Quillmark", "Ombrell"]
    ),
    (["[Ana Northcote]{person 0.9}, known as [Holloway]{person 0.9}'s aide, left."], ["Ana Northcote"]),
    (
      ["[Petro Verkhovskyy]{person 0.9} left.", "[Verkhovsky]{person 0.9} spoke."], ["Petro Verkhovskyy", "Verkhovsky"]
    ),
    (["[Geng He]{person 0.9} said [Peter Holloway]{person 0.9} was ill."], ["Geng He"]),
  ])
  func aliases(paragraphs: [String], chain: [String]) { #expect(chains(paragraphs).contains(chain)) }

  @Test(arguments: [
    (
      ["[Springfield]{place 0.9}, [Illinois]{place 0.9}, slept. [Springfield]{place 0.9}, [Ohio]{place 0.9}, woke."],
      ["Springfield"]
    ),
    (
      ["[Springfield]{place 0.9}, [Ohio]{place 0.9}, slept.", "It rained in [Springfield]{place 0.9}."],
      ["Springfield", "Springfield"]
    ),
    (["[Washington]{place 0.9} state slept. [Washington]{place 0.9} woke."], ["Washington"]),
    // A country and a state, told apart by the places beside them,
    (
      [
        "[Atlanta]{place 0.9} is in [Georgia]{place 0.9}.", "[Tbilisi]{place 0.9} is in [Georgia]{place 0.9}.",
        "[Batumi]{place 0.9} is in [Georgia]{place 0.9}.",
      ],
      ["Georgia", "Georgia"]
    ),
    (
      ["[Atlanta]{place 0.9} is in [Georgia]{place 0.9}.", "[Georgia]{place 0.9} slept."], ["Georgia", "Georgia"]
    ),
    // and rivers, which go with an article.
    (["The [Niger]{place 0.9} flooded. [Niger]{place 0.9} mourned."], ["Niger"]),
    (
      ["The [Amazon]{organization 0.7} flooded.", "[Amazon]{organization 0.7} grew. [Amazon]{organization 0.9} fell."],
      ["Amazon", "Amazon"]
    ),
    (["The [Amazon]{organization 0.8} driver left [Amazon]{organization 0.8}."], ["Amazon", "Amazon"]),
    // Whom the draft has named in full is no place, if it is told what he is, or if there is no such place.
    (
      ["[Ana Dalton]{person 0.9} won.", "[Dalton]{place 0.95}, the mayor, left."],
      ["Ana Dalton", "Dalton"]
    ),
    (
      ["[Ana Quillmark]{person 0.9} won.", "They told [Quillmark]{place 0.95} twice."], ["Ana Quillmark", "Quillmark"]
    ),
    (["[Ana Quillmark]{person 0.9} won.", "It rained in [Quillmark]{place 0.95}."], ["Quillmark"]),
    // A city and a founder are no firm.
    (["[Quill]{organization 0.8} grew.", "The city of [Quill]{organization 0.8} slept."], ["Quill"]),
    (
      ["[Ana Quill]{person 0.9} founded [Quill]{organization 0.95}.", "[Quill]{organization 0.95} died."],
      ["Ana Quill", "Quill"]
    ),
  ])
  func placesAndFirms(paragraphs: [String], chain: [String]) { #expect(chains(paragraphs).contains(chain)) }

  /// What marks, hyphens and apostrophes do to names.
  @Test(arguments: [
    ("The [Ombrell-based]{organization 0.8} firm grew.", ["Ombrell/place"]),
    ("A [Swiss-based]{place 0.8} firm met a [German-led]{group 0.9} mission.", ["Swiss/group", "German/group"]),
    ("A [Quillmark-led]{organization 0.9} group won.", ["Quillmark/organization"]),
    ("Sen. [Ana Orr]{person 0.9}, [R-Tex]{organization 0.7}., left.", ["Sen./role", "Ana Orr/person", "Tex/place"]),
    ("[Ana]{person 0.9} “La Quilla” [Northcote]{person 0.9} left.", ["Ana “La Quilla” Northcote/person"]),
    ("[Ana]{person 0.9} “Quilla” [de Northcote]{person 0.9} left.", ["Ana “Quilla” de Northcote/person"]),
    ("[Sam Orr]{person 0.9} Sr. left.", ["Sam Orr Sr./person"]),
    ("[Macy]{organization 0.9}'s grew.", ["Macy's/organization"]),
    ("He came [2nd]{other 0.8}.", []),
    ("A [Fox News White House]{organization 0.8} show.", ["Fox News/organization", "White House/organization"]),
    ("[Former [Defense] Minister]{organization 0.8} [Ana Orr]{person 0.9} left.", ["Ana Orr/person"]),
    ("An [apple]{organization 0.8} fell.", []),
    ("[Ann]{person 0.9} [[Orr]{person 0.9}] left.", ["Ann/person", "Orr/person"]),
  ])
  func repairs(marked: String, expected: [String]) {
    let (paragraph, layers) = readLayers(of: marked)
    let names = layers.mentions.filter { $0.form == .name || $0.form == .acronym }
      .map { "\(paragraph.text($0.span))/\($0.kind.rawValue)" }
    #expect(names == expected)
  }
}
