import DocumentModel
import Foundation
import English
import Segmentation
import Testing

@Suite struct SentenceSplitterTests {
  /// Text with `|` where one sentence ends and the next begins.
  @Test(arguments: [
    "The river rose.| Nobody was hurt.",
    "Dr. Amara Nwosu and Gen. Paul Reyes met Mr. Ito on Jan. 5 in Washington.",
    "He moved to the U.S.| The family followed.",
    "He met U.S. President Ruth Adler.",
    "J. K. Mensah won 2.5 million votes.| She lost.",
    "“We won.”| The crowd cheered.",
    "“Is it over?” Ms. Diaz asked.",
    "“Stop!” he cried.| Nobody did.",
    "\"It is done.\"| \"Not yet,\" said Ito.",
    "The bill failed (it needed 60 votes).| It will return.",
    "They waited … and waited.| Then rain came.",
    "It closed at 5 p.m.| The next train is at 6.",
    "Sales at Brandt Inc. rose 5%.| 20 shops opened.",
    "Was it true?| Was it false?!| Nobody knew.",
    "No. 10 was silent.",
    "The answer was no.| But why?",
    "(He laughed.)| She did not.",
    "He fell in March.²| She left.",
    "He fell in March.†| She left.",
    "He fell in March.^2^| She left.",
    "He fell in March.2| She left.",
    "It is version 3.2 of it.",
  ])
  func findsSentenceEnds(marked: String) {
    let parts = marked.components(separatedBy: "|")
    let text = parts.joined()
    let bytes = Array(text.utf8)
    let tokens = Tokenizer(English.language).tokenize(bytes)
    let sentences = SentenceSplitter(English.language).sentences(in: tokens, bytes: bytes)
    let paragraph = Paragraph(plain: text)
    #expect(sentences.map { paragraph.text($0.span) } == parts.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 })
    #expect(sentences.first?.tokens.start == 0 && sentences.last?.tokens.end == tokens.count)
  }
}
