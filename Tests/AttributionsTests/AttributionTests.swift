import Testing
import TestSupport

/// Who says what, over the forms that news writes it in.
@Suite struct AttributionTests {
  @Test(arguments: [
    "[The mayor]{source} [said]{cue} [the bridge would close in June]{content}.",
    "[The bridge would close in June]{content}, [the mayor]{source} [said]{cue}.",
    "[“We never saw the rocks,”]{content} [said]{cue} [Tom Okoro]{source}.",
    "[Ana Ruiz]{source} [told]{cue} reporters [that the boat leaked]{content}.",
    "[According to]{cue} [court papers]{source}, [the boat was never checked]{content}.",
    "[The boat was never checked]{content}, [according to]{cue} [court papers]{source}.",
    "[The board]{source} [denied]{cue} [that the boat leaked]{content}.",
    "[She]{source} [believes]{cue} [the pilot slept]{content}.",
    "[The minister]{source} [promised]{cue} [to repair the harbour]{content}.",
    "[Critics]{source} [say]{cue} [the plan is late]{content}.",
    "The ferry left at noon and came back at six.",
    "The council meets on Tuesday at the town hall.",
  ])
  func finds(marked: String) { check(marked, .attributions) }

  @Test(arguments: [
    "[“We never saw the rocks,”]{direct} said Tom Okoro.",
    "He called the plan [“a bad joke”]{partial} and left.",
    "The novel, [“Salt and Ink,”]{mention} sold well.",
    "The ship, the [“Merry Widow”]{mention}, sank.",
  ])
  func tellsQuotationsApart(marked: String) { check(marked, .quotations) }
}

/// What stands in the paper's own voice.
@Suite struct ClaimTests {
  @Test(arguments: [
    "Crime in the town rose by [40 percent]{statistic} last year.",
    "The island buys [about one-quarter]{statistic} of the oil.",
    "The flood [was caused by]{causal} a broken sluice.",
    "The mayor [has faced criticism]{vague_source} over the bridge.",
    "The closure [could lead to]{prediction} a shortage of fish.",
    "It was the worst storm [in living memory]{superlative}.",
    "Tom Okoro [embezzled]{allegation} the harbour's savings.",
    "The mayor [secretly met]{nonpublic} the owner of the mill.",
    "[There is no doubt that]{loaded} the bridge is late.",
    "[That's why]{motive} the board sold the ferry.",
    // By how much, in words or after a comma.
    "Milk has fallen by [a quarter]{statistic} since January.",
    "Rents rose by [more than two thirds]{statistic}.",
    "The cost has tripled, to [$900 million]{statistic}.",
    // An agent without a name.
    "The mayor [stole]{allegation} the boat.",
    "Two officers [took bribes]{allegation} for years.",
    "The army [tortured]{allegation} its prisoners.",
    // The words of a claim do not silence it, nor does "allegedly".
    "Okoro [forged documents]{allegation} for years.",
    "Okoro allegedly [stole]{allegation} the boat.",
    "The council [has been accused of]{vague_source} hiding the money.",
    "The mayor [was accused of]{vague_source} ordering the fire.",
    "[It is understood that]{vague_source} the boat leaked.",
    // A denial is no source for what was claimed before.
    "The flood [was caused by]{causal} a broken sluice. The owner denied this.",
    "The mayor [stole]{allegation} the boat. He has pleaded not guilty.",
    // What somebody wants or promises is no source, nor is who is told of in a relative clause.
    "The mayor [took bribes]{allegation} from builders who wanted permits.",
    "The flood [was caused by]{causal} a broken sluice. The owner promised repairs.",
    "The mayor wants more gyms. Crime in the town rose by [40 percent]{statistic} last year.",
    "The plan [is likely to]{prediction} please shopkeepers, who have argued that the bridge is late.",
    // Whoever spoke before spoke of somebody else.
    "Ana Ruiz said that the boats were dry. Tom Okoro [embezzled]{allegation} the harbour's savings.",
    // Nobody thinks so.
    "The plan [is seen as]{vague_source} a failure.",
    "The bridge [is considered a]{vague_source} danger.",
    "[It is feared that]{vague_source} the dam will break.",
    "[There is growing anger]{vague_source} in the town over the fee.",
    "[Studies have shown]{vague_source} that high rates hurt small firms.",
    // Failings and what went wrong.
    "The company closed [because of]{causal} mismanagement.",
    "The outage [is due to]{causal} poor maintenance.",
    "Mismanagement [led to]{causal} the closure.",
    "The tower is the largest [ever]{superlative}.",
  ])
  func finds(marked: String) { check(marked, .claims) }

  @Test(arguments: [
    // Somebody says so, here or beside it.
    "Crime rose by 40 percent last year, the police chief said.",
    "The police chief spoke on Tuesday. “It is bad,” she said. Crime rose by 40 percent last year.",
    "The flood was caused by a broken sluice, according to the inquiry.",
    "A survey counted the fish. It rose by 40 percent, the survey found.",
    // Somebody is behind the criticism.
    "The mayor has faced criticism from shopkeepers over the bridge.",
    // A court, a price, a question, the writer's own voice.
    "Tom Okoro was convicted after he embezzled the harbour's savings.",
    "Shares in the ferry company rose by 40 percent.",
    "Is it the worst storm in living memory?",
    "“The flood was caused by a broken sluice,” Okoro said.",
    "The currency fell 1.3 percent to its lowest level in years.",
    "In Okoro's words, it was the worst storm in history.",
    "The meeting was delayed by half an hour.",
    "A guard at the harbour was murdered in March.",
    "Okoro stole the ball from the mayor.",
    "The train fell behind by a third stop.",
    // A market, a law, a timetable.
    "The Hang Seng dropped 5 percent to end at 13,406.",
    "The charges could lead to a prison sentence.",
    "The committee met behind closed doors.",
    "The law covers classified information.",
    "Radek Kolev died from cancer in May.",
    // An argument is no motive, and what is asked or denied no charge.
    "The road is shorter, which is why it is ranked higher.",
    "The inquiry asked whether Okoro stole the boat.",
    "Okoro never stole the boat.",
    // By law, or as one looks on.
    "Theft is considered a felony.",
    "The gulls were seen as they left the island.",
    "If the plan is seen as a failure, the mayor will resign.",
    // What police tell goes on.
    "Police said that the guards fled. Tom Okoro embezzled the harbour's savings.",
    // The road was closed because of what happened there.
    "The road was closed because of a crash.",
    // Small numbers are seen, not counted.
    "The river rose by 4 metres overnight.",
  ])
  func isSilent(prose: String) { check(prose, .claims) }

  @Test func headingsClaimNothing() {
    check("Flood caused by a broken sluice", .claims, kind: .heading(1))
  }

  /// Linking looks over the sentence from each of its cues: what has thousands is no sentence, and is read in linear time.
  @Test func linksNoMoreCuesThanASentenceHas() {
    let found = analyze(String(repeating: "the mayor said that it rained, and ", count: 300))
    #expect(found.analyzed.flatMap(\.layers.attributions).count == 128)
  }
}
