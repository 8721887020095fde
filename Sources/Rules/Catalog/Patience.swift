/// How long a rule's new findings wait while a reporter types. Half a word, half a sentence and half a quotation are no
/// lapse: they are on their way to being none.
package enum Patience: Sendable {
  /// Until the cursor has left the word: "Ms. Prochask|" is no misspelling of Prochaska.
  case token
  /// Until the sentence is closed. English names its sources last, and a figure is often put right by what follows:
  /// "Coverage fell to 71 percent| in May, the ministry said", "50 kilometres (31 m|iles)".
  case sentence
  /// Until the cursor has left the paragraph, however long it rests there: a quotation is open for as long as somebody is
  /// quoted, and what a draft lacks may be just about to be written.
  case paragraph
}
