package import ModelTraining

/// The notation of fixtures is the notation of the corpus.
package typealias MarkedText = ModelTraining.MarkedText
