import DocumentModel
import Glibc

/// The options that say how a draft is to be read, shared by `check` and `annotate`.
struct DraftOptions {
  /// nil: by each file's extension.
  let language: MarkupLanguage?
  let reference: ReferenceMoment?
  /// Whether the trained model is used.
  let isReading: Bool

  static let language = CommandSyntax.Option.choice(
    "language", MarkupLanguage.allCases.map(\.rawValue), "how to read the text; without it the file's extension decides"
  )
  static let reference = CommandSyntax.Option.value(
    "reference", "DATE",
    "the day that \"Tuesday\" and \"last year\" are counted from (2026-11-24); may have a time (2026-11-24T16:30)")

  static let noReader = CommandSyntax.Option.flag(
    "no-reader", "leave the trained model out: faster, but fewer names and attributions are found")

  init(_ arguments: Arguments) throws(CommandFailure) {
    isReading = !arguments.has("no-reader")
    language = arguments["language"].flatMap(MarkupLanguage.init)
    guard let day = arguments["reference"] else {
      reference = nil
      return
    }
    guard let date = ReferenceMoment(iso: day) else {
      throw .unusable("--reference \"\(day)\" is no date", advice: "Type it as year-month-day: --reference 2026-11-24.")
    }
    reference = date
  }
}

/// Cores this process may use.
let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// Reads each file and hands it over. A file that cannot be read is told, the rest goes on, and the status is 2.
func eachFile(
  _ names: [String], _ body: (_ name: String, _ bytes: [UInt8]) throws(CommandFailure) -> Void
) throws(CommandFailure) -> Int32 {
  var status = ExitStatus.clean
  for name in names {
    do throws(CommandFailure) {
      try body(name, try Input(name).readAll())
    } catch {
      Output.complain(error.sentence)
      status = ExitStatus.unusable
    }
  }
  return status
}
