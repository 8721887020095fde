import Testing

/// Whom pronouns mean: the subject before others, and nobody where two could be meant.
@Suite struct PronounsTests {
  @Test(arguments: [
    // Whose rival somebody is was named before; nobody is greeted by his own follower.
    ("Peter Holloway left. Robert Northcote, his rival, stayed.", ["Peter Holloway", "his"]),
    ("Peter Holloway left. Robert Northcote, who followed him, stayed.", ["Peter Holloway", "him"]),
    ("Peter Holloway left. Robert Northcote, who had won, thanked him.", ["Peter Holloway", "him"]),
    ("Peter Holloway spoke. Robert Northcote stood behind him.", ["Peter Holloway", "him"]),
    (
      "Peter Holloway spoke. Robert Northcote, a cousin of Edward Northcote, praised him.",
      ["Peter Holloway", "him"]
    ),
    // The subject before the object, in the sentence after,
    ("Peter Holloway beat Robert Northcote. He wept.", ["Peter Holloway", "He"]),
    ("Peter Holloway, who had met Robert Northcote, said he was ill.", ["Peter Holloway", "he"]),
    // and nobody within one.
    ("Peter Holloway met Robert Northcote at his office.", ["Robert Northcote"]),
    // Somebody unnamed takes the pronoun,
    ("Peter Holloway left. The bishop said he was ill.", ["Peter Holloway"]),
    ("Peter Holloway left. A widow said he was ill.", ["Peter Holloway", "he"]),
    (
      "Peter Holloway left. The sculptor Robert Northcote said he was ill.", ["The sculptor", "Robert Northcote", "he"]
    ),
    // and so do a lawyer and his client, of whom nobody knows which.
    ("Peter Holloway wept. His lawyer, Robert Northcote, said he was ill.", ["Peter Holloway", "His"]),
    ("Peter Holloway wept. His wife, Margaret Northcote, said he was ill.", ["Peter Holloway", "His", "he"]),
    (
      "Peter Holloway’s father, Robert Holloway, left. His mother, Margaret Northcote, stayed.",
      ["Peter Holloway", "His"]
    ),
    ("Sigríður Ombrelsdóttir left. She said he was ill.", ["Sigríður Ombrelsdóttir", "She"]),
  ])
  func pronounsJoin(paragraph: String, chain: [String]) {
    #expect(EntityResolverTests().chains([paragraph]).contains(chain))
  }
}
