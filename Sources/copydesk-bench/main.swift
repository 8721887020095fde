import Foundation

let help = """
  usage: copydesk-bench [--executable FILE] [MEASUREMENT…]

  Measures what a user feels and prints a Markdown table. Figures worth telling come from
  `swift run -c release --static-swift-stdlib copydesk-bench`, on a machine that does nothing else.

    --executable FILE   the copydesk to measure; without it, the one beside this program

  Measurements, all of them without a name:
    quantities   numbers, units and dates alone, on one core
    throughput   the whole analysis, by the tables alone and with the reader, on one core
    reading      one paragraph of median length on each kind of instructions this processor has
    batch        annotate --jsonl on all cores, and its peak memory
    size         the executable without symbols
    start        process start to initialize answered
    editing      opening, typing, hovering in drafts of 1,000 to 100,000 words, and the server's peak memory
  """

enum Measurement: String, CaseIterable {
  case quantities, throughput, reading, batch, size, start, editing

  func run(_ measurements: inout Measurements) throws {
    switch self {
    case .quantities: measurements.quantities()
    case .throughput: try measurements.throughput()
    case .reading: try measurements.reading()
    case .batch: try measurements.batch()
    case .size: try measurements.size()
    case .start: try measurements.start()
    case .editing:
      for (words, keystrokes) in [(1_000, 300), (10_000, 200), (100_000, 100)] {
        try measurements.editing(words: words, keystrokes: keystrokes)
      }
    }
  }
}

/// The `copydesk` in this executable's folder.
func neighbour() -> String {
  var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
  let count = readlink("/proc/self/exe", &path, path.count - 1)
  let own = String(decoding: path[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/copydesk"
}

/// Says why on standard error.
func fail(_ sentence: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("copydesk-bench: \(sentence)\n".utf8))
  exit(status)
}

signal(SIGPIPE, SIG_IGN)
var executable = neighbour()
var chosen: [Measurement] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--help", "-h":
    print(help)
    exit(0)
  case "--executable":
    guard let file = arguments.popFirst() else { fail("--executable needs a file.", status: 2) }
    executable = file
  default:
    guard let measurement = Measurement(rawValue: argument) else {
      fail("“\(argument)” is no measurement; --help lists them.", status: 2)
    }
    chosen.append(measurement)
  }
}
var measurements = Measurements(executable: executable)
var failure: (any Error)?
do {
  for measurement in chosen.isEmpty ? Measurement.allCases : chosen { try measurement.run(&measurements) }
} catch {
  failure = error
}
print("| what | measured |\n|---|---|")
for line in measurements.lines { print("| \(line.what) | \(line.figure) |") }
if let failure { fail("stopped: \(failure)", status: 1) }
