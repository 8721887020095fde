#include "EnglishData.h"

/* Made by `swift run copydesk-tables`; see README.md here. */
__attribute__((aligned(16))) static const unsigned char english_tables[] = {
#embed "english.bin"
};
const size_t english_tables_size = sizeof(english_tables);

__attribute__((aligned(16))) static const unsigned char english_names[] = {
#embed "names.bin"
};
const size_t english_names_size = sizeof(english_names);

/* Trained by Sources/ModelTraining/recipe; its card is MODEL.md here. Tensors want even addresses. */
__attribute__((aligned(64))) static const unsigned char english_reader[] = {
#embed "reader.bin"
};
const size_t english_reader_size = sizeof(english_reader);

const unsigned char *english_tables_address(void) { return english_tables; }
const unsigned char *english_names_address(void) { return english_names; }
const unsigned char *english_reader_address(void) { return english_reader; }
