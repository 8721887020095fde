// swift-tools-version: 6.2
import PackageDescription

// The house, floor by floor. Each target imports only floors below its own, but for three pairs that ARCHITECTURE.md
// names. `Tests/HouseTests` reads the import lines of the sources and holds them to the table there.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, _ dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func door(_ name: String, _ dependencies: [String]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings,
    // The static standard library's own options export every public name, for libraries loaded at run time. There are
    // none: without the names the executable is smaller, and with functions of the same code folded into one.
    linkerSettings: [
      .unsafeFlags(
        ["-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "--icf=all"], .when(configuration: .release))
    ])
}

func tests(_ name: String, _ dependencies: [String]) -> Target {
  .testTarget(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

let ground = ["TextCore"]
let first = ground + ["DocumentModel", "Lexicons"]
let second = first + ["Transformer", "Segmentation", "Reading"]
let third = second + ["Entities", "Quantities", "Attributions"]
let fourth = third + ["DraftAnalysis"]
let fifth = first + ["DraftAnalysis", "Rules"]
let sixth = fifth + ["EditorFeatures"]
let wire = ["Logging", "JSONRPC", "LanguageServerProtocol"]
let language = ["English"]

let package = Package(
  name: "copydesk",
  products: [
    .executable(name: "copydesk", targets: ["copydesk"]),
    .executable(name: "copydesk-bench", targets: ["copydesk-bench"]),
    .executable(name: "copydesk-tables", targets: ["copydesk-tables"]),
    .executable(name: "copydesk-train", targets: ["copydesk-train"]),
  ],
  targets: [
    // Ground
    room("TextCore"),
    room("Logging"),
    // First
    room("DocumentModel", ground),
    room("Lexicons", ground),
    .target(name: "EncoderKernels", cSettings: [.unsafeFlags(["-O2"])]),
    room("Transformer", ["EncoderKernels"]),
    // Second
    room("Segmentation", first),
    room("Reading", ["DocumentModel", "Transformer"]),
    // Third
    room("Entities", first),
    room("Quantities", first),
    room("Attributions", first),
    // Language
    .target(
      name: "EnglishData",
      exclude: ["tables", "PROVENANCE.tsv", "english.bin", "names.bin", "reader.bin", "README.md", "MODEL.md"]),
    room("English", ["Lexicons", "Transformer", "EnglishData"]),
    // Fourth, fifth, sixth
    room("DraftAnalysis", third),
    room("Rules", first + ["DraftAnalysis"]),
    room("EditorFeatures", fifth),
    // Wire
    room("JSONRPC"),
    room("LanguageServerProtocol", ["JSONRPC"]),
    // Roof and doors
    room("LanguageServer", sixth + ["Segmentation"] + wire),
    door("copydesk", fifth + ["LanguageServer", "Logging"] + language),
    // Workshop
    room("TableCompiler", ["TextCore", "Lexicons", "Segmentation"]),
    door("copydesk-tables", ["TableCompiler"]),
    .target(
      name: "ModelTraining", dependencies: (second + ["DraftAnalysis"]).map { .byName(name: $0) }, exclude: ["recipe"],
      swiftSettings: settings),
    door("copydesk-train", ["ModelTraining", "Transformer"] + language),
    door("copydesk-bench", second + ["Quantities", "DraftAnalysis"] + language),
    // Tests
    .target(
      name: "TestSupport",
      dependencies: (sixth + third + ["LanguageServer", "ModelTraining"] + wire + language).uniqued.map {
        .byName(name: $0)
      },
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("TextCoreTests", ["TextCore", "TestSupport"]),
    tests("DocumentModelTests", ["DocumentModel"]),
    tests("LexiconsTests", ["Lexicons", "TableCompiler", "English", "TestSupport"]),
    tests("TransformerTests", ["EncoderKernels", "Transformer", "English", "TestSupport"]),
    .testTarget(
      name: "ReadingTests",
      dependencies: (fourth + language + ["ModelTraining", "TestSupport"]).map { .byName(name: $0) },
      resources: [.copy("records.json")], swiftSettings: settings),
    tests("SegmentationTests", second + language + ["TestSupport"]),
    tests("EntitiesTests", third + language + ["ModelTraining", "TestSupport"]),
    tests("QuantitiesTests", third + language + ["ModelTraining", "TestSupport"]),
    tests("AttributionsTests", third + language + ["TestSupport"]),
    tests("DraftAnalysisTests", fourth + language + ["TestSupport"]),
    tests("RulesTests", fifth + language + ["ModelTraining", "TestSupport"]),
    tests("EditorFeaturesTests", sixth + language + ["TestSupport"]),
    tests("LanguageServerTests", sixth + wire + language + ["LanguageServer", "TestSupport"]),
    tests("CommandTests", ["TestSupport"]),
    .testTarget(
      name: "EditorTests", dependencies: ["TestSupport"],
      exclude: ["neovim_session.lua", "pytest_lsp_session.py"], swiftSettings: settings),
    tests("HouseTests", []),
  ]
)

extension Array where Element: Hashable {
  /// The elements in order, each only once.
  var uniqued: [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
