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
    for (number, line) in source.code {
      for trap in ["try!", "as!", "fatalError(", "preconditionFailure("] {
        #expect(!line.contains(trap), "\(source.path):\(number): \(trap) ends the server")
      }
    }
  }

  /// A draft may be under embargo: log lines carry offsets, counts and versions.
  @Test(arguments: House.sources.filter { House.edges.contains($0.target) })
  func logsNoDraft(source: House.Source) {
    for (number, line) in source.code where line.contains("log.") || line.contains("logger.") {
      for leak in [".text(", ".text)", "snapshot)", ".bytes)", "message)\\(text"] {
        #expect(!line.contains("\\(") || !line.contains(leak), "\(source.path):\(number) may log a draft")
      }
    }
  }

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
