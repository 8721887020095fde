#ifndef ENGLISH_DATA_H
#define ENGLISH_DATA_H

#include <stddef.h>

/* The compiled tables and the trained model, embedded whole and read in place. */
extern const size_t english_tables_size;
extern const size_t english_names_size;
extern const size_t english_reader_size;

/* Addresses, since Swift imports an array of unknown size as nothing. */
const unsigned char *english_tables_address(void);
const unsigned char *english_names_address(void);
const unsigned char *english_reader_address(void);

#endif
