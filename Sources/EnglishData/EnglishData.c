#include "EnglishData.h"
