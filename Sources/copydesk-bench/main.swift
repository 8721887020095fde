import Glibc

// copydesk-bench [EXECUTABLE]: measures what a user feels and prints a Markdown table. Without a path it takes the
// `copydesk` beside itself; figures worth telling come from `swift build -c release --static-swift-stdlib`.

signal(SIGPIPE, SIG_IGN)

/// The `copydesk` in this executable's folder.
func neighbour() -> String {
  var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
  let count = readlink("/proc/self/exe", &path, path.count - 1)
  let own = String(decoding: path[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/copydesk"
}

var measurements = Measurements(executable: CommandLine.arguments.dropFirst().first ?? neighbour())
do {
  measurements.quantities()
  try measurements.throughput()
  try measurements.reading()
  try measurements.batch()
  try measurements.size()
  try measurements.start()
  for (words, keystrokes) in [(1_000, 300), (10_000, 200), (100_000, 100)] {
    try measurements.editing(words: words, keystrokes: keystrokes)
  }
} catch {
  print("stopped: \(error)")
}
print("| what | measured |\n|---|---|")
for line in measurements.lines { print("| \(line.what) | \(line.figure) |") }
