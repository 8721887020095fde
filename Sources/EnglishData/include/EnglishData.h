#ifndef ENGLISH_DATA_H
#define ENGLISH_DATA_H
#endif
