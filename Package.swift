// swift-tools-version: 6.2
import PackageDescription

// The house, floor by floor. Each target imports only floors below its own; rooms of one floor never import each
// other. `Tests/HouseTests` reads the import lines of the sources and holds them to the table in ARCHITECTURE.md.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, _ dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func door(_ name: String, _ dependencies: [String]) -> Target {
  .executableTarget(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [String]) -> Target {
  .testTarget(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

let ground = ["TextCore"]
let first = ground + ["DocumentModel", "Lexicons"]
let second = first + ["Segmentation"]
let third = second + ["Entities", "Quantities", "Attributions"]
let fourth = third + ["DraftAnalysis"]
let fifth = first + ["DraftAnalysis", "Rules"]
let sixth = fifth + ["EditorFeatures"]
let wire = ["Logging", "JSONRPC", "LanguageServerProtocol", "CopydeskProtocol"]
let language = ["English"]

let package = Package(
  name: "copydesk",
  products: [
    .executable(name: "copydesk", targets: ["copydesk"]),
    .executable(name: "copydesk-bench", targets: ["copydesk-bench"]),
    .executable(name: "copydesk-tables", targets: ["copydesk-tables"]),
  ],
  targets: [
    // Ground
    room("TextCore"),
    room("Logging"),
    // First
    room("DocumentModel", ground),
    room("Lexicons", ground),
    // Second
    room("Segmentation", first),
    // Third
    room("Entities", second),
    room("Quantities", second),
    room("Attributions", second),
    // Language
    .target(name: "EnglishData", exclude: ["tables", "PROVENANCE.tsv", "english.bin", "names.bin", "README.md"]),
    room("English", ["TextCore", "Lexicons", "EnglishData"]),
    // Fourth, fifth, sixth
    room("DraftAnalysis", third),
    room("Rules", first + ["DraftAnalysis"]),
    room("EditorFeatures", fifth),
    // Wire
    room("JSONRPC", ["Logging"]),
    room("LanguageServerProtocol", ["JSONRPC"]),
    room("CopydeskProtocol", ["LanguageServerProtocol"]),
    // Roof and doors
    room("LanguageServer", sixth + ["Segmentation"] + wire),
    door("copydesk", sixth + ["LanguageServer", "Logging"] + language),
    // Workshop
    room("TableCompiler", ["TextCore", "Lexicons", "Segmentation"]),
    door("copydesk-tables", ["TableCompiler"]),
    door("copydesk-bench", fourth + ["Rules", "EditorFeatures"] + language),
    // Tests
    .target(
      name: "TestSupport",
      dependencies: (sixth + third + ["LanguageServer"] + wire + language).uniqued.map { .byName(name: $0) },
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("TextCoreTests", ["TextCore", "TestSupport"]),
    tests("LexiconsTests", ["Lexicons", "TableCompiler", "English", "TestSupport"]),
    tests("SegmentationTests", second + language + ["TestSupport"]),
    tests("EntitiesTests", third + language + ["TestSupport"]),
    tests("QuantitiesTests", third + language + ["TestSupport"]),
    tests("AttributionsTests", third + language + ["TestSupport"]),
    tests("DraftAnalysisTests", fourth + language + ["TestSupport"]),
    tests("RulesTests", fifth + language + ["TestSupport"]),
    tests("EditorFeaturesTests", sixth + language + ["TestSupport"]),
    tests("LanguageServerTests", sixth + wire + language + ["LanguageServer", "TestSupport"]),
    tests("CommandTests", ["TestSupport"]),
    .testTarget(
      name: "EditorTests", dependencies: ["TestSupport"],
      exclude: ["neovim_session.lua", "pytest_lsp_session.py"], swiftSettings: settings),
    tests("HouseTests", ["Rules", "EditorFeatures", "LanguageServer", "CopydeskProtocol", "English", "TestSupport"]),
  ]
)

extension Array where Element: Hashable {
  /// The elements in order, each only once.
  var uniqued: [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
