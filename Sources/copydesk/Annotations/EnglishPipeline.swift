import DraftAnalysis
import English

extension Pipeline {
  /// The product's analysers for English with the embedded model. A model that does not open is told in one sentence, and the
  /// tables go on alone.
  static var english: Pipeline {
    do {
      return try .standard(English.language, model: English.model())
    } catch {
      Output.complain("\(error) Drafts are read by the tables alone.")
      return .standard(English.language)
    }
  }
}
