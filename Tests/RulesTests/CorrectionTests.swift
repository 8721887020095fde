import DraftAnalysis
import Rules
import Testing
import TestSupport
import TextCore

/// What each quick fix writes, in shapes of sentences that the manual has no room for. The words between « and » are the
/// finding; `fixed` is the draft after every fix, the best first, and empty where none would be sound.
@Suite struct CorrectionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let draft: String
    let fixed: [String]
    var testDescription: String { "\(code): \(draft)" }

    init(_ code: String, _ draft: String, _ fixed: String...) {
      self.code = code
      self.draft = draft
      self.fixed = fixed
    }
  }

  static let hearsay = [
    Case(
      "hearsay-source", "«Amid speculation» about a sale, the owner left.",
      "Amid a report by [outlet] on [date] about a sale, the owner left."),
    Case(
      "hearsay-source", "The owner left «amid reports» that the mill would close.",
      "The owner left amid a report by [outlet] on [date] that the mill would close."),
    Case(
      "hearsay-source", "Shares fell «amid rumours» over a sale.",
      "Shares fell amid a report by [outlet] on [date] about a sale."),
    Case(
      "hearsay-source", "The mill will close, «it was widely reported».",
      "The mill will close, [outlet] reported on [date]."
    ),
    Case(
      "hearsay-source", "She has, «according to rumours», resigned.",
      "She has, according to a report by [outlet] on [date], resigned."),
    Case(
      "hearsay-source", "«According to media reports on Monday», she left.",
      "According to a report by [outlet] on Monday, she left."),
    Case(
      "hearsay-source", "«Reports circulated» on Monday that she left.", "[outlet] reported on Monday that she left."),
    Case(
      "hearsay-source", "«There was talk» about closing the mill.",
      "[outlet] on [date] published a report about closing the mill."),
    Case(
      "hearsay-source", "«It is rumoured» the mayor will not stand again.",
      "[outlet] reported on [date] that the mayor will not stand again."),
    Case("hearsay-source", "«Sources said»: “She resigned.”", "[outlet] reported on [date]: “She resigned.”"),
    Case(
      "hearsay-source", "The bridge will stay shut, «reports said».",
      "The bridge will stay shut, [outlet] reported on [date]."),
    Case(
      "hearsay-source", "«There have been reports» of looting and of shots fired.",
      "[outlet] on [date] published a report of looting and of shots fired."),
    Case(
      "hearsay-source", "«There were reports» of closing the mill.",
      "[outlet] on [date] published a report about closing the mill."),
    Case("hearsay-source", "«There were claims» of fraud."),
    // The day that the draft gives is neither lost nor doubled; nor is it guessed whose it is.
    Case(
      "hearsay-source", "On Monday, «reports circulated» that the coach had left.",
      "On Monday, [outlet] reported that the coach had left."),
    Case(
      "hearsay-source", "«Rumours swirled Tuesday» that the coach had left.",
      "[outlet] reported Tuesday that the coach had left."),
    Case(
      "hearsay-source", "The ferry sank at noon, «local media reported».",
      "The ferry sank at noon, [outlet] reported on [date]."),
    Case("hearsay-source", "«Sources said» Monday the coach had left."),
    Case(
      "hearsay-source", "«There were reports» on Tuesday of a leak.",
      "[outlet] on Tuesday published a report of a leak."),
    Case("hearsay-source", "«It was rumoured» in May that he left.", "[outlet] reported in May that he left."),
    Case(
      "hearsay-source", "«Rumours have circulated» that he left.", "[outlet] reported on [date] that he left."),
    Case("hearsay-source", "«Reports suggest» he left.", "[outlet] reported on [date] that he left."),
    Case(
      "hearsay-source", "«Sources have also said» that he left.", "[outlet] also reported on [date] that he left."),
    // No subject, no clause, no one thing.
    Case("hearsay-source", "«Sources said» on condition of anonymity that he left."),
    Case("hearsay-source", "«Reports say» 40 dead, 20 hurt."),
    Case("hearsay-source", "«There are reports» of a leak and fears that the dam will break."),
    Case("hearsay-source", "«According to unconfirmed reports» from the coast, the dam broke."),
    Case("hearsay-source", "«SOURCES SAID» THE MILL BURNED."),
    // Markup that would lose its half, an address or a note.
    Case("hearsay-source", "[«Sources](https://example.org) said» the mill burned."),
    Case("hearsay-source", "**«Sources** said» the mill burned."),
    Case("hearsay-source", "«Reports say»[^a] the mill burned.\n\n[^a]: A note."),
    Case("loaded-attribution-verb", "The mayor *«pointed* out» that rents had doubled."),
    // Nothing that an outlet could be put for, or no clause after it.
    Case("hearsay-source", "«It is widely reported» in the town that she left."),
    Case("hearsay-source", "«Sources denied» that she would go."),
    Case("hearsay-source", "«Sources warned» that she would go."),
    Case("hearsay-source", "«Sources described» the talks as tense."),
    Case("hearsay-source", "«Reports put» the loss at $4 million."),
    Case(
      "hearsay-source", "The coach has «reportedly» signed.", "The coach has signed, [outlet] reported on [date]."),
    // The end would stand for more than what is passed on.
    Case("hearsay-source", "The coach, who is «reportedly» ill, left."),
    Case("hearsay-source", "The coach left and is «reportedly» ill."),
    Case("hearsay-source", "«Reportedly», the coach is ill."),
  ]

  static let sources = [
    Case(
      "unattributed-claim", "Harbour Bank said it would close.\n\nHarbour Bank «laundered» $4 million.",
      "Harbour Bank said it would close.\n\nHarbour Bank laundered $4 million, according to [source]."),
    Case(
      "unattributed-claim", "The Orle Council declined to comment.\n\nThe blast «was caused by» a gas leak.",
      "The Orle Council declined to comment.\n\nThe blast was caused by a gas leak, according to [source]."),
    Case(
      "unattributed-claim", "Radek Kolev refused to say when he left.\n\nThe blast «was caused by» a gas leak.",
      "Radek Kolev refused to say when he left.\n\nThe blast was caused by a gas leak, according to [source]."),
    Case(
      "unattributed-claim",
      "Ana Ruiz said the tank was full.\n\nThe blast «was caused by» a leak at 5 p.m. The pier was shut.",
      "Ana Ruiz said the tank was full.\n\nThe blast was caused by a leak at 5 p.m., Ruiz said. The pier was shut.",
      "Ana Ruiz said the tank was full.\n\nThe blast was caused by a leak at 5 p.m., according to [source]. The pier was shut."
    ),
    Case(
      "unattributed-claim", "Radek Kolev «embezzled» the ferry fund; Ruiz, his deputy, knew.",
      "Radek Kolev embezzled the ferry fund, according to [source]; Ruiz, his deputy, knew."),
    Case("unattributed-claim", "> Okoro «stole» the boat."),
    Case(
      "unattributed-claim", "The mayor «has faced criticism» over the pier.",
      "The mayor has faced criticism from [whom] over the pier."),
    Case(
      "unattributed-claim", "He «is considered by many» to be a tyrant.",
      "He is considered by many, including [whom], to be a tyrant."),
    Case(
      "unattributed-claim", "«There's growing anger» over the pier.",
      "There's growing anger among [whom] over the pier."),
    Case(
      "unattributed-claim", "The fire «was blamed on» a stove.", "The fire was blamed by [whom] on a stove."),
    Case(
      "unattributed-claim", "The mayor «is tipped to» win.", "The mayor is tipped by [whom] to win."),
    Case(
      "unattributed-claim", "«Fears are growing that» the dam will break.",
      "Fears are growing among [whom] that the dam will break."),
    Case(
      "unattributed-claim", "She «has gained a reputation for» thrift.",
      "She has gained a reputation among [whom] for thrift."),
    Case(
      "vague-source", "The tunnel will flood, according to «analysts».",
      "The tunnel will flood, according to analysts, including [name]."),
    Case("vague-source", "«Analysts», however, say the tunnel will flood."),
    Case(
      "unattributed-claim", "It «is widely considered» unlikely that he left.",
      "It is widely considered unlikely by [whom] that he left."),
    // Nobody is the source before he is introduced, and nobody twice.
    Case(
      "unattributed-claim", "The blast «was caused by» a gas leak. Ana Ruiz said the tank was full.",
      "The blast was caused by a gas leak, according to [source]. Ana Ruiz said the tank was full."),
    Case(
      "loaded-attribution-verb", "«Claiming» that it was dry, Okoro left.", "Saying that it was dry, Okoro left."),
  ]

  static let quotations = [
    Case(
      "quote-no-speaker", "The sea was rough. «“Nobody came that night”». It was dark.",
      "The sea was rough. “Nobody came that night”, [name] said. It was dark."),
    Case(
      "quote-no-speaker", "The sea was rough. «“Nobody came until 5 p.m.”» It was dark.",
      "The sea was rough. “Nobody came until 5 p.m.,” [name] said. It was dark."),
    Case(
      "quote-no-speaker", "The sea was rough. «\"Who came? Nobody came to help us.\"» It was dark.",
      "The sea was rough. \"Who came?\" [name] said. \"Nobody came to help us.\" It was dark."),
    Case(
      "quote-unbalanced", "«“»The letters came late, Tomas Ellery, who runs the ferry, said. He left.",
      "“The letters came late,” Tomas Ellery, who runs the ferry, said. He left.",
      "The letters came late, Tomas Ellery, who runs the ferry, said. He left."),
    // Where it closes cannot be told; and without its mark the paper would say "we".
    Case("quote-unbalanced", "«“»We were told. The boats stayed in, Okoro said."),
    Case("quote-unbalanced", "«“»We were told Okoro said."),
    Case(
      "quote-unbalanced", "Okoro said, «\"»We were not told by anybody.",
      "Okoro said, \"We were not told by anybody.\""),
    // Before the cue, whoever speaks; never after it.
    Case("quote-unbalanced", "«“»We lost it all, said mayor Ada Obi.", "“We lost it all,” said mayor Ada Obi."),
    Case("quote-unbalanced", "«“»We lost it all, she told reporters.", "“We lost it all,” she told reporters."),
    Case("quote-unbalanced", "«“»We lost it all, according to Obi.", "“We lost it all,” according to Obi."),
    Case("quote-unbalanced", "«\"»Why us? he asked.", "\"Why us?\" he asked."),
    Case("quote-unbalanced", "Why now?«\"» he asked.", "\"Why now?\" he asked."),
    Case(
      "quote-unbalanced", "Obi wrote: «“»Let’s go. The pier is shut.’ He left.",
      "Obi wrote: “Let’s go. The pier is shut.” He left."),
    Case("quote-unbalanced", "«\"»It's the 'best' boat,' she said.", "\"It's the 'best' boat,\" she said."),
    Case("quote-unbalanced", "He called it a «\"»bank' on Monday.", "He called it a \"bank\" on Monday."),
    Case("quote-unbalanced", "\"The vote was \"fair«\"», Obi said."),
    Case(
      "quote-unbalanced", "The rule reads: «“»“Nobody swims here.” It is old.",
      "The rule reads: “Nobody swims here.” It is old."),
    Case("quote-unbalanced", "«“»He said ‘we shall go to Orle."),
    Case("quote-unbalanced", "Obi said: «“»The vote was fair. Nobody was turned away."),
    Case(
      "quote-unbalanced", "“It was late.\n\n«“»We were told.\n\nShe left.",
      "“It was late.\n\n“We were told.”\n\nShe left."),
    Case(
      "quote-no-speaker", "The sea was rough. «“It took the boats (nine of them).”» It was dark.",
      "The sea was rough. “It took the boats (nine of them),” [name] said. It was dark."),
    Case("quote-unbalanced", "“We were told«“», Okoro said.", "“We were told”, Okoro said."),
    // The mark that stands for the missing one gives way to it.
    Case("quote-unbalanced", "«“»It is over,' Okoro said.", "“It is over,” Okoro said."),
    Case("quote-unbalanced", "«“»Is it over?' Okoro asked.", "“Is it over?” Okoro asked."),
    Case("quote-unbalanced", "«“»It's over.' The boats left.", "“It's over.” The boats left."),
    Case("quote-unbalanced", "'It is over,«”» Okoro said.", "“It is over,” Okoro said."),
    Case("quote-unbalanced", "«“»Who knew?, Okoro said.", "“Who knew?” Okoro said."),
    Case(
      "quote-unbalanced", "«“»He said ‘no,’ Okoro said.", "“He said ‘no,’” Okoro said.", "He said ‘no,’ Okoro said."),
    // Marks within marks: whichever goes, another one is left alone.
    Case("quote-unbalanced", "“It is «\"»cold\" here,” Ruiz said."),
    Case("quote-unbalanced", "«“»It is “cold” here,” Ruiz said."),
  ]

  @Test(arguments: hearsay + sources + quotations, Reader.allCases)
  func writes(example: Case, reader: Reader) {
    KnownDifferences.expect(reader, example.code, example.draft) {
      let (text, spans) = ManualTests.unmarked(example.draft)
      let analysis = analyze(text, .markdown, by: reader)
      let span = try #require(spans.first)
      let paragraph = try #require(analysis.document.paragraphIndex(at: span.start))
      let finding = Finding(rule: example.code, severity: .warning, span: span, message: "", paragraph: paragraph)
      let fixes = catalog.fixes(of: finding, in: analysis)
      #expect(fixes.map { applied($0, to: analysis.snapshot) } == example.fixed)
    }
  }
}
