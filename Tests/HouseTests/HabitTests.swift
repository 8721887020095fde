import Foundation
import Testing

/// Habits that a reader of the code may rely on.
struct HabitTests {
  @Test(arguments: House.sources.filter { !House.doors.contains($0.target) })
  func printsNothing(source: House.Source) {
    for (number, line) in source.code {
      let isPrinting = ["print(", "debugPrint(", "dump("].contains { call in
        line.range(of: call).map { range in
          range.lowerBound == line.startIndex || !line[line.index(before: range.lowerBound)].isWordOrDot
        } ?? false
      }
      #expect(!isPrinting, "\(source.path):\(number): standard output belongs to the protocol")
    }
  }

  @Test(arguments: House.sources)
  func doesNotTrap(source: House.Source) {
    for (number, line) in source.words {
      for trap in ["try!", "as!", "fatalError(", "preconditionFailure("] {
        #expect(!line.contains(trap), "\(source.path):\(number): \(trap) ends the server")
      }
      guard !House.workshop.contains(source.target) else { continue }
      #expect(!line.contains("precondition("), "\(source.path):\(number): precondition ends the server")
      #expect(
        line.firstMatch(of: HabitTests.forcedUnwrap) == nil, "\(source.path):\(number): a force unwrap ends the server")
      // A number that is too large for `Int`, or none at all: `Int(clamping:)` takes any.
      let isConverted = line.contains(HabitTests.conversion) && HabitTests.fractions.contains { line.contains($0) }
      #expect(
        !isConverted || line.contains("Int(max("),
        "\(source.path):\(number): Int of a fraction ends the server where it does not fit")
    }
  }

  /// "value!", "call()!", "list[0]!", but neither "!=" nor "!isEmpty".
  private static var forcedUnwrap: Regex<Substring> { /[A-Za-z0-9_)\]}]!(?!=)/ }
  /// "Int(value", but not "UInt(", "Int(clamping: " or "Int(exactly: ".
  private static var conversion: Regex<Substring> { /\bInt\((?![a-z]+: )/ }
  /// What tells that a conversion is of a fraction.
  private static let fractions = [".double", ".rounded(", "Double(", "Float(", "floor(", "sqrt("]

  /// One subject a file: what grows beyond holds two.
  @Test(arguments: House.sources)
  func staysShort(source: House.Source) {
    #expect(source.lines.count < 400, "\(source.path) has \(source.lines.count) lines")
  }

  @Test func isFormatted() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "format", "lint", "--strict", "--parallel", "--recursive", "Sources", "Tests", "Package.swift",
    ]
    process.currentDirectoryURL = House.root
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    let text = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "swift format --in-place --recursive Sources Tests\n\(text.prefix(2000))")
  }
}

extension Character {
  fileprivate var isWordOrDot: Bool { isLetter || isNumber || self == "_" || self == "." }
}
